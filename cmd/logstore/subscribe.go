package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/cmd/logstore/internal/when"
	"github.com/logstore/logstore/message"
)

type subscribeFlags struct {
	from, cursorFile, publisher, chain, format string
	partition, count                           int
	hasPartition, verify                       bool
	peer                                       peerFlags
}

func (a *app) subscribeCommand() *cobra.Command {
	var f subscribeFlags
	cmd := &cobra.Command{
		Use:     "subscribe STREAM",
		Short:   "Follow a stream",
		GroupID: "data",
		Long: `Shows the messages of a stream part as the node takes them in, until Ctrl-C. With
--from it begins in the past and goes over into the present without a gap or duplicate.
Lost connections are made anew.

With --cursor-file the place is kept in a file, and the next run goes on after the last
message that was written; --from then counts for the first run only. After a crash,
messages written since the file was last saved (at most a second) come again.`,
		Example: `  logstore subscribe /weather --from -1h
  logstore subscribe /weather --cursor-file weather.cursor --format ndjson >> weather.ndjson`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			f.hasPartition = cmd.Flags().Changed("partition")
			return a.subscribe(cmd.Context(), args[0], f)
		},
	}
	fl := cmd.Flags()
	fl.StringVar(&f.from, "from", "", "`time` to begin at (default: only new messages)")
	fl.StringVar(&f.cursorFile, "cursor-file", "", "`file` that keeps the place for the next run")
	fl.StringVar(&f.publisher, "publisher", "", "only messages of this `address`")
	fl.StringVar(&f.chain, "chain", "", "only messages of this chain of the publisher")
	fl.IntVar(&f.partition, "partition", 0, "partition of the stream")
	fl.IntVar(&f.count, "count", 0, "end after so many messages (default: never)")
	fl.StringVar(&f.format, "format", "", "table, ndjson, csv, raw or content (default table on a terminal, else ndjson)")
	f.peer.add(fl)
	fl.BoolVar(&f.verify, "verify", true, "check every signature")
	return cmd
}

func (a *app) subscribe(ctx context.Context, stream string, f subscribeFlags) (err error) {
	o := logstore.SubscribeOptions{Publisher: f.publisher, Chain: f.chain}
	if o.Stream, o.Partition, err = choosePartition(stream, f.partition, f.hasPartition); err != nil {
		return err
	}
	if !f.verify {
		o.Verification = logstore.VerifyOff
	}
	if f.from != "" {
		if o.From, err = when.Parse(f.from, a.now()); err != nil {
			return usagef("--from: %w", err)
		}
	}
	if f.cursorFile != "" {
		if o.Cursor, err = readCursor(f.cursorFile); err != nil {
			return err
		}
	}
	kind := render.NDJSON // for --json as well: a subscription has no end
	if !a.json || f.format != "" {
		if kind, err = a.outputFormat(f.format, ""); err != nil {
			return err
		}
	}
	if kind == render.JSON {
		return usagef("--format json: a subscription has no end; use ndjson")
	}
	client, closeClient, err := a.subscribingClient(ctx, f)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, closeClient()) }()
	if f.peer.active() {
		o.OnProblem = func(err error) { fmt.Fprintf(a.err, "logstore: %v\n", err) }
	}
	out, err := a.openOutput("")
	if err != nil {
		return err
	}
	s := &subscriber{
		messages: render.NewMessages(out, kind, out.width), cursorFile: f.cursorFile,
		count: f.count, now: a.now, flushed: a.now(), signed: kind == render.Raw,
	}
	return s.run(ctx, client, o)
}

// subscribingClient is a client of the node's API, or a node of the network.
func (a *app) subscribingClient(ctx context.Context, f subscribeFlags) (*logstore.Client, func() error, error) {
	if !f.peer.active() {
		client, err := a.client()
		if err != nil {
			return nil, nil, err
		}
		return client, client.Close, nil
	}
	if f.cursorFile != "" {
		return nil, nil, usagef("--cursor-file: only nodes have cursors; leave --entry-point out, or begin with --from")
	}
	c, err := a.config()
	if err != nil {
		return nil, nil, err
	}
	signer, err := a.signer(c)
	if err != nil {
		return nil, nil, err
	}
	p, err := a.openPeer(ctx, c, signer, f.peer)
	if err != nil {
		return nil, nil, err
	}
	return p.Client, p.Close, nil
}

// readable is a message with its content decrypted, if it was encrypted.
func (s *subscriber) readable(d logstore.Delivery) *message.Message {
	plain, err := d.Plain()
	if err != nil || s.signed || d.EncryptionType == message.EncryptionNone {
		return d.Message.Message
	}
	m := *d.Message.Message
	m.Content, m.EncryptionType = plain, message.EncryptionNone
	return &m
}

// subscriber writes what a subscription delivers and keeps the place.
type subscriber struct {
	messages   *render.Messages
	cursorFile string
	count      int
	now        func() time.Time
	signed     bool // write private messages as they were signed, not as they can be read

	cursor  string // after the last message written, if it is not saved yet
	flushed time.Time
}

// saveEvery is how old the saved place may be while messages keep coming.
const saveEvery = time.Second

func (s *subscriber) run(ctx context.Context, client *logstore.Client, o logstore.SubscribeOptions) (err error) {
	o.OnLive = func() { _ = s.save() } // an error shows again at the next message
	defer func() { err = errors.Join(err, s.save()) }()
	for d, err := range client.Subscribe(ctx, o) {
		switch {
		case err != nil && ctx.Err() != nil:
			return nil // Ctrl-C is how a subscription ends
		case err != nil:
			return err
		}
		if err := s.messages.Write(s.readable(d)); err != nil {
			return err
		}
		s.cursor = d.Cursor
		// What is new is shown at once, history in larger pieces.
		if d.Live || s.now().Sub(s.flushed) >= saveEvery {
			if err := s.save(); err != nil {
				return err
			}
		}
		if s.messages.Count() == s.count {
			return nil
		}
	}
	return nil
}

// save writes out the messages first and the place after them, so that no message
// is lost when the program ends in between.
func (s *subscriber) save() error {
	s.flushed = s.now()
	if err := s.messages.Flush(); err != nil {
		return err
	}
	if s.cursorFile == "" || s.cursor == "" {
		return nil
	}
	if err := writeCursor(s.cursorFile, s.cursor); err != nil {
		return err
	}
	s.cursor = ""
	return nil
}

// maxCursorBytes bounds a cursor file; real cursors have about a hundred bytes.
const maxCursorBytes = 4096

func readCursor(path string) (string, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read cursor: %w", err)
	}
	cursor := strings.TrimSpace(string(text))
	if cursor == "" || len(cursor) > maxCursorBytes || strings.ContainsAny(cursor, " \n\t") {
		return "", fmt.Errorf("cursor file %s: it holds no cursor; remove it to begin anew", path)
	}
	return cursor, nil
}

func writeCursor(path, cursor string) error {
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("save cursor: %w", err)
	}
	_, err = f.WriteString(cursor + "\n")
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("save cursor: %w", err), os.Remove(f.Name()))
	}
	return nil
}
