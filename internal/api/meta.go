package api

import (
	"context"
	_ "embed"
	"html/template"
	"net/http"
	"net/http/pprof"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/logstore/logstore/message"
)

//go:embed openapi.json
var openAPI []byte

type rootAnswer struct {
	Name    string            `json:"name"`
	Version string            `json:"version"`
	Address string            `json:"address"`
	Links   map[string]string `json:"links"`
}

var rootLinks = map[string]string{
	"openapi": "/openapi.json", "stores": "/stores", "node": "/node", "signIn": "/auth/nonce",
	"health": "/healthz", "ready": "/readyz",
}

var rootPage = template.Must(template.New("root").Parse(`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>LogStore node</title>
<style>body{font:16px/1.5 system-ui;max-width:40em;margin:3em auto;padding:0 1em}code{background:#eee;padding:.1em .3em}</style></head>
<body><h1>LogStore node</h1>
<p>Version {{.Version}}, address <code>{{.Address}}</code>.</p>
<p>This address serves an API. What it can do is described in <a href="/openapi.json">/openapi.json</a>;
<a href="/node">/node</a> says who the node is, <a href="/readyz">/readyz</a> whether it takes requests.</p>
</body></html>
`))

// handleRoot says what answers here, to a person or to a program.
func (s *Server) handleRoot(w http.ResponseWriter, r *http.Request, _ args) error {
	out := rootAnswer{"LogStore", s.version, s.address, rootLinks}
	w.Header().Add("Vary", "Accept")
	if !strings.Contains(r.Header.Get("Accept"), "text/html") {
		return writeJSON(w, http.StatusOK, out)
	}
	var page strings.Builder
	if err := rootPage.Execute(&page, out); err != nil {
		return err
	}
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	writeBody(w, http.StatusOK, "text/html; charset=utf-8", []byte(page.String()))
	return nil
}

type nodeAnswer struct {
	Address string    `json:"address"`
	Version string    `json:"version"`
	Mode    string    `json:"mode"`
	Time    time.Time `json:"time"`
	// Chain is there in a network only.
	Chain *ChainStatus `json:"chain,omitempty"`
}

func (s *Server) handleNode(w http.ResponseWriter, r *http.Request, _ args) error {
	w.Header().Set("Cache-Control", "no-store")
	out := nodeAnswer{s.address, s.version, "standalone", s.now().UTC(), s.chain()}
	if out.Chain != nil {
		out.Mode = "network"
	}
	return writeJSON(w, http.StatusOK, out)
}

// chain is how the node stands to the chain, nil if there is none.
func (s *Server) chain() *ChainStatus {
	if s.network == nil {
		return nil
	}
	st := s.network.Chain()
	return &st
}

// handleGraph passes a GraphQL look-up on.
func (s *Server) handleGraph(w http.ResponseWriter, r *http.Request, _ args) error {
	s.graph.ServeHTTP(w, r)
	return nil
}

func (s *Server) handleOpenAPI(w http.ResponseWriter, r *http.Request, _ args) error {
	writeBody(w, http.StatusOK, "application/json; charset=utf-8", openAPI)
	return nil
}

// statusAnswer is ok, ready, or degraded: the node serves what it has, but cannot
// follow the chain.
type statusAnswer struct {
	Status string       `json:"status"`
	Chain  *ChainStatus `json:"chain,omitempty"`
}

// handleHealth says that the process answers.
func (s *Server) handleHealth(w http.ResponseWriter, r *http.Request, _ args) error {
	return writeJSON(w, http.StatusOK, statusAnswer{Status: "ok"})
}

// readyTimeout bounds the question whether the node is ready.
const readyTimeout = 5 * time.Second

// handleReady says whether the node takes requests.
func (s *Server) handleReady(w http.ResponseWriter, r *http.Request, _ args) error {
	if s.closing.Err() != nil {
		return problemf(codeShuttingDown, "the node is stopping")
	}
	ctx, cancel := context.WithTimeout(r.Context(), readyTimeout)
	defer cancel()
	if s.ready != nil {
		if err := s.ready(ctx); err != nil {
			return &problem{code: codeNotReady, detail: "the node is not ready: " + err.Error(), retryAfter: time.Second, cause: err}
		}
	}
	out := statusAnswer{"ready", s.chain()}
	if out.Chain != nil && out.Chain.Problem != "" {
		out.Status = "degraded"
	}
	return writeJSON(w, http.StatusOK, out)
}

type partReadyAnswer struct {
	Ready bool `json:"ready"`
}

const (
	defaultReadyWait = 30 * time.Second
	maxReadyWait     = time.Minute
	readyPoll        = 500 * time.Millisecond
)

// handlePartReady says whether the node keeps a stream part. The original waits
// until it has neighbours for it; alone, the node is ready if it accepts the stream.
func (s *Server) handlePartReady(w http.ResponseWriter, r *http.Request, a args) error {
	partition, err := a.partition()
	if err != nil {
		return err
	}
	p, err := parseParams(r.URL.RawQuery)
	if err != nil {
		return err
	}
	timeout, err := p.integer("timeout", defaultReadyWait.Milliseconds())
	if err != nil {
		return err
	}
	id, err := a.streamID()
	if err != nil {
		return err
	}
	// Anybody may wait here, so it takes none of the places of queries.
	release, err := s.lives.take(callerOf(r).client)
	if err != nil {
		return err
	}
	defer release()
	ctx, cancel := s.untilClosing(r.Context())
	defer cancel()
	wait := time.Duration(min(max(timeout, 0), maxReadyWait.Milliseconds())) * time.Millisecond
	return writeJSON(w, http.StatusOK, partReadyAnswer{s.waitForPart(ctx, id, partition, wait)})
}

func (s *Server) waitForPart(ctx context.Context, id message.StreamID, partition int64, wait time.Duration) bool {
	end := time.NewTimer(wait)
	defer end.Stop()
	poll := time.NewTicker(readyPoll)
	defer poll.Stop()
	for {
		stream, err := s.streams.Stream(ctx, id)
		if err == nil && partition >= 0 && partition < int64(stream.Partitions) {
			return true
		}
		if wait == 0 {
			return false
		}
		select {
		case <-poll.C:
		case <-end.C:
			return false
		case <-ctx.Done():
			return false
		}
	}
}

// AdminHandler serves the operator's address: /metrics, /healthz, /readyz and
// /debug/pprof/. It has no authentication and must not be reachable from outside.
func (s *Server) AdminHandler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", promhttp.HandlerFor(s.gatherer, promhttp.HandlerOpts{}))
	for path, h := range map[string]handlerFunc{"GET /healthz": s.handleHealth, "GET /readyz": s.handleReady} {
		mux.HandleFunc(path, func(w http.ResponseWriter, r *http.Request) {
			if err := h(w, r, nil); err != nil {
				writeProblem(w, r, asProblem(err))
			}
		})
	}
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("POST /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	return mux
}
