package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"sync/atomic"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/timetree"
	"github.com/logstore/logstore/message"
)

func (a *app) backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "backup DIR",
		Short:   "Copy the store, also while the node runs",
		GroupID: "store",
		Long: `Writes a copy of the store into a new directory of this machine. If the node runs,
it makes the copy itself and goes on serving; the command asks for it at the
address in admin.listen. Otherwise the store is opened directly.

The copy holds all messages and schemas. Keep key.json and config.yaml beside it.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.backup(cmd.Context(), args[0]) },
	}
}

func (a *app) backup(ctx context.Context, dir string) error {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return fmt.Errorf("find directory: %w", err)
	}
	c, err := a.config()
	if err != nil {
		return err
	}
	online := true
	err = backupOffline(ctx, c, dir)
	if errors.Is(err, pebble.ErrLocked) {
		err = backupOnline(ctx, c, dir)
	} else {
		online = false
	}
	if err != nil {
		return err
	}
	if a.json {
		return a.writeJSON(map[string]any{"dir": dir, "online": online})
	}
	fmt.Fprintf(a.err, "backed up to %s; bring it back with \"logstore restore %s\"\n", dir, dir)
	return nil
}

func backupOffline(ctx context.Context, c *config.Config, dir string) (err error) {
	st, err := pebble.Open(c.StoreDir(), storeOptions(c))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, st.Close()) }()
	return st.Backup(ctx, dir)
}

// storeOptions open a store that must be there.
func storeOptions(c *config.Config) pebble.Options {
	return pebble.Options{MustExist: true, CacheBytes: int64(c.Store.Cache), Logger: slog.New(slog.DiscardHandler)}
}

// backupOnline asks the running node for a backup.
func backupOnline(ctx context.Context, c *config.Config, dir string) error {
	if c.Admin.Listen == "" {
		return errors.New("the node runs, and admin.listen, by which it could be asked for a backup, is off: stop it first")
	}
	host, port, err := net.SplitHostPort(c.Admin.Listen)
	if err != nil {
		return fmt.Errorf("admin.listen: %w", err)
	}
	if ip := net.ParseIP(host); host == "" || ip != nil && ip.IsUnspecified() {
		host = "127.0.0.1"
	}
	address := "http://" + net.JoinHostPort(host, port)
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, address+"/backup?dir="+url.QueryEscape(dir), nil)
	if err != nil {
		return fmt.Errorf("ask the node for a backup: %w", err)
	}
	res, err := http.DefaultClient.Do(req)
	if errors.Is(err, syscall.ECONNREFUSED) {
		return fmt.Errorf("the store is in use, but no node answers at %s (admin.listen); was it started with another address?", address)
	}
	if err != nil {
		return fmt.Errorf("ask the node for a backup: %w", err)
	}
	defer res.Body.Close()
	body, err := io.ReadAll(io.LimitReader(res.Body, 64<<10))
	if err != nil {
		return fmt.Errorf("ask the node for a backup: %w", err)
	}
	if res.StatusCode == http.StatusOK {
		return nil
	}
	var problem struct{ Detail, Code string }
	if json.Unmarshal(body, &problem) != nil || problem.Detail == "" {
		return fmt.Errorf("the node refused the backup: %s", res.Status)
	}
	err = fmt.Errorf("the node refused the backup: %s", problem.Detail)
	if problem.Code == "corrupt" {
		return &exitError{exitDamaged, err}
	}
	return err
}

func (a *app) restoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "restore SRC",
		Short:   "Make the store from a backup",
		GroupID: "store",
		Long: `Copies a backup into the data directory of the configuration, which must hold no
store yet: move an old one away first. The node must not run.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.config()
			if err != nil {
				return err
			}
			if err := os.MkdirAll(string(c.DataDir), 0o700); err != nil {
				return fmt.Errorf("make data directory: %w", err)
			}
			err = pebble.Restore(cmd.Context(), args[0], c.StoreDir(), pebble.Options{})
			if errors.Is(err, pebble.ErrNotEmpty) {
				return fmt.Errorf("%s holds a store already, perhaps of a running node; stop the node and move it away: %w", c.StoreDir(), err)
			}
			if err != nil {
				return err
			}
			if a.json {
				return a.writeJSON(map[string]any{"dir": c.StoreDir()})
			}
			fmt.Fprintf(a.err, "restored %s; \"logstore fsck\" checks every byte of it\n", c.StoreDir())
			return nil
		},
	}
}

func (a *app) fsckCommand() *cobra.Command {
	var signatures bool
	cmd := &cobra.Command{
		Use:     "fsck [DIR]",
		Short:   "Check every byte of the store, or of a backup",
		GroupID: "store",
		Long: `Reads the whole store of the configuration, or the one in DIR, and compares
everything in it with everything else: checksums, messages with their keys, counts,
every publisher's signature, and every time tree, computed anew. It changes nothing. The node must not run; to check
the store of a running node, check a backup of it. The exit code is 5 if something is
wrong.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			c, err := a.config()
			if err != nil {
				return err
			}
			dir := c.StoreDir()
			if len(args) > 0 {
				dir = args[0]
			}
			return a.fsck(cmd.Context(), c, dir, signatures)
		},
	}
	cmd.Flags().BoolVar(&signatures, "signatures", true, "check the signatures, too")
	return cmd
}

// checked is what fsck reports.
type checked struct {
	Dir           string   `json:"dir"`
	Messages      uint64   `json:"messages"`
	Bytes         uint64   `json:"bytes"`
	Parts         int      `json:"streamParts"`
	Files         int      `json:"files"`
	Equivocations uint64   `json:"equivocations"`
	Pruned        uint64   `json:"pruned"`
	Signatures    bool     `json:"signaturesChecked"`
	Unchecked     uint64   `json:"signaturesUnchecked"` // of contracts, which only a chain can judge
	Trees         int      `json:"timeTrees"`
	TreeMessages  uint64   `json:"timeTreeMessages"` // whose hashes were computed anew
	Problems      int      `json:"problems"`
	First         []string `json:"firstProblems,omitempty"`
}

func (a *app) fsck(ctx context.Context, c *config.Config, dir string, signatures bool) error {
	r := checked{Dir: dir, Signatures: signatures}
	o := pebble.CheckOptions{
		Options: storeOptions(c),
		Problem: func(p pebble.Problem) {
			switch {
			case len(r.First) >= maxShown:
				return
			case !a.json:
				fmt.Fprintln(a.err, render.Printable(p.String()))
			}
			if r.First = append(r.First, p.String()); len(r.First) == maxShown && !a.json {
				fmt.Fprintln(a.err, "further problems are only counted")
			}
		},
	}
	if signatures {
		o.Verify = pebble.StillValid(new(message.Verifier), func() { atomic.AddUint64(&r.Unchecked, 1) })
	}
	o.Examine = func(ctx context.Context, snap store.Snapshot) ([]string, error) {
		trees, err := timetree.Check(ctx, snap)
		r.Trees, r.TreeMessages = trees.Parts, trees.Messages
		if trees.Omitted > 0 {
			trees.Problems = append(trees.Problems, fmt.Sprintf("time trees: %d further problems", trees.Omitted))
		}
		return trees.Problems, err
	}
	if isTerminal(a.err) && !a.json {
		o.Progress = func(n uint64) { fmt.Fprintf(a.err, "\r%s messages ", render.Number(n)) }
	}
	report, err := pebble.Check(ctx, dir, o)
	if o.Progress != nil {
		fmt.Fprint(a.err, "\r")
	}
	switch {
	case errors.Is(err, pebble.ErrLocked):
		return fmt.Errorf("%w; stop the node, or check a backup of it: logstore backup DIR, logstore fsck DIR", err)
	case err != nil && errors.Is(err, store.ErrCorrupt):
		return &exitError{exitDamaged, err}
	case err != nil:
		return err
	}
	r.Messages, r.Bytes, r.Parts, r.Files = report.Messages, report.Bytes, report.Parts, report.Files
	r.Equivocations, r.Pruned, r.Problems = report.Equivocations, report.Pruned, report.Problems
	if err := a.printChecked(&r); err != nil {
		return err
	}
	if r.Problems > 0 {
		return &exitError{code: exitDamaged}
	}
	return nil
}

func (a *app) printChecked(r *checked) error {
	if a.json {
		return a.writeJSON(r)
	}
	what := "signatures not checked"
	switch {
	case r.Signatures && r.Unchecked > 0:
		what = "all signatures checked but " + render.Number(r.Unchecked) + " of contracts"
	case r.Signatures:
		what = "all signatures checked"
	}
	verdict := "no problems"
	if r.Problems > 0 {
		verdict = count(r.Problems, "PROBLEM")
	}
	_, err := fmt.Fprintf(a.out, "%s: %s messages, %s, %s, %s; %s\n", r.Dir,
		render.Number(r.Messages), render.Size(r.Bytes), count(r.Parts, "stream part"), what, verdict)
	return err
}
