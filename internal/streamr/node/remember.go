package node

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// A network whose only entry point restarts would fall in two: its nodes have each other,
// and the entry point has nobody. So a node remembers whom it knew.
const (
	maxRemembered    = 32
	rememberInterval = 30 * time.Second
	rememberDelay    = time.Second
	maxMemoryFile    = 64 << 10
)

// remembered is the file with the nodes that were known: entry points in their text form.
type remembered struct {
	Peers []string `json:"peers"`
}

// recall reads the nodes that were known; none if the file is missing or damaged, which
// is no reason not to start.
func recall(path string, log *slog.Logger) []EntryPoint {
	if path == "" {
		return nil
	}
	raw, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var found []EntryPoint
	if err == nil {
		found, err = parseRemembered(raw)
	}
	if err != nil {
		log.Warn("the nodes that were known are forgotten", slog.String("file", path), slog.Any("error", err))
	}
	return found
}

func parseRemembered(raw []byte) ([]EntryPoint, error) {
	if len(raw) > maxMemoryFile {
		return nil, fmt.Errorf("%d bytes, want at most %d", len(raw), maxMemoryFile)
	}
	var r remembered
	if err := json.Unmarshal(raw, &r); err != nil {
		return nil, err
	}
	var out []EntryPoint
	for _, s := range r.Peers[:min(len(r.Peers), maxRemembered)] {
		e, err := ParseEntryPoint(s)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

// known lists the nodes worth remembering: neighbours first, then other connected ones, as
// far as they can be dialled. It runs in the loop.
func (n *Node) known() []string {
	var out []string
	for _, p := range slices.Concat(n.core.control.Neighbors(), n.core.manager.Connections()) {
		e, ok := entryPointOf(p)
		if !ok || len(out) == maxRemembered {
			continue
		}
		if s := e.String(); !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

func entryPointOf(p *wire.Peer) (EntryPoint, bool) {
	m := p.Descriptor.GetWebsocket()
	if m == nil {
		return EntryPoint{}, false
	}
	return EntryPoint{ID: p.ID, Host: m.GetHost(), Port: uint16(m.GetPort()), TLS: m.GetTls()}, true
}

// remember keeps the file up to date until the node closes.
func (n *Node) remember() {
	ticker := time.NewTicker(rememberInterval)
	defer ticker.Stop()
	var last []string
	for {
		select {
		case <-n.ctx.Done():
			return
		case <-n.keepNow:
		case <-ticker.C:
		}
		var now []string
		n.loop.Do(func() { now = n.known() })
		// Nobody left to know is the moment to keep what was known.
		if len(now) == 0 || slices.Equal(now, last) {
			continue
		}
		if err := writeRemembered(n.cfg.StateFile, now); err != nil {
			n.log.Warn("the known nodes could not be written down", slog.Any("error", err))
			continue
		}
		last = now
	}
}

// writeRemembered replaces the file in one step.
func writeRemembered(path string, peers []string) (err error) {
	raw, err := json.Marshal(remembered{peers})
	if err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, os.Remove(f.Name()))
		}
	}()
	if _, err = f.Write(raw); err != nil {
		return errors.Join(err, f.Close())
	}
	if err = f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
