package broker

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"net/netip"
	"path/filepath"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
)

// backuper is a store that can be copied while it is in use.
type backuper interface {
	Backup(ctx context.Context, dir string) error
}

// adminServer adds to the API's operator pages what only the broker can do.
func (b *Broker) adminServer(pages http.Handler, st backuper) *http.Server {
	mux := http.NewServeMux()
	mux.Handle("/", pages)
	mux.Handle("POST /backup", fromHere(b.backup(st)))
	return &http.Server{
		// A web page in the operator's browser can reach this address, too.
		Handler:           http.NewCrossOriginProtection().Handler(mux),
		ReadHeaderTimeout: 10 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    maxHeaderBytes,
		ErrorLog:          slog.NewLogLogger(b.log.Handler(), slog.LevelDebug),
	}
}

// fromHere lets only this machine through. A name that was made to point here by
// somebody's name server is not this machine.
func fromHere(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		peer, err := netip.ParseAddrPort(r.RemoteAddr)
		host, _, herr := net.SplitHostPort(r.Host)
		if herr != nil {
			host = r.Host
		}
		ip := net.ParseIP(host)
		if err != nil || !peer.Addr().Unmap().IsLoopback() || host != "localhost" && (ip == nil || !ip.IsLoopback()) {
			adminError(w, http.StatusForbidden, "forbidden", "want a request from this machine to its loopback address")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// backup answers POST /backup?dir=: it writes a copy of the store into a new
// directory of this machine and answers when the copy is complete.
func (b *Broker) backup(st backuper) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		dir := r.URL.Query().Get("dir")
		if !filepath.IsAbs(dir) {
			adminError(w, http.StatusBadRequest, "invalid_dir", "dir: want the absolute path of a new directory")
			return
		}
		began := time.Now()
		if err := st.Backup(r.Context(), dir); err != nil {
			status, code := http.StatusInternalServerError, "backup_failed"
			switch {
			case errors.Is(err, pebble.ErrNotEmpty):
				status, code = http.StatusConflict, "not_empty"
			case errors.Is(err, store.ErrCorrupt):
				code = "corrupt"
			case errors.Is(err, store.ErrDiskFull):
				status, code = http.StatusInsufficientStorage, "disk_full"
			}
			b.log.Error("backup failed", slog.String("dir", dir), slog.Any("error", err))
			adminError(w, status, code, err.Error())
			return
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(map[string]any{"dir": dir, "millis": time.Since(began).Milliseconds()})
	})
}

// adminError answers with a problem (RFC 9457).
func adminError(w http.ResponseWriter, status int, code, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{
		"error": detail, "type": "https://logstore.dev/problems/" + code,
		"title": http.StatusText(status), "status": status, "code": code, "detail": detail,
	})
}
