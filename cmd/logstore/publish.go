package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/input"
	"github.com/logstore/logstore/cmd/logstore/internal/when"
	"github.com/logstore/logstore/message"
)

// publishFlags are the flags of publish.
type publishFlags struct {
	format, timeField, timeFormat, keyField string
	partition, partitions                   int
	csvText, binary, quiet                  bool
	peer                                    peerFlags
	linger                                  time.Duration
}

// defaultLinger is how long the publisher of a private stream stays, for subscribers to
// ask for its key.
const defaultLinger = 10 * time.Second

func (a *app) publishCommand() *cobra.Command {
	var f publishFlags
	cmd := &cobra.Command{
		Use:     "publish STREAM [FILE...]",
		Short:   "Sign records and publish them",
		GroupID: "data",
		Long: `Reads records from files, or standard input, signs each with your key and sends
them to the node. STREAM is 0x<address>/path, name.eth/path, or /path for a stream of
your own; #n after it names the partition.

Records are JSON, one on a line (ndjson), rows of CSV with a header (csv), JSON values
over any number of lines (json), or each file whole as one message (binary). The names
*.csv and *.json tell the format, otherwise it is ndjson. A record that cannot be
read or that the node refuses is reported with its line; the others are published, and
the exit code is 3.`,
		Example: `  echo '{"temperature":21.5}' | logstore publish /weather
  logstore publish /quakes quakes.csv --time-field time
  logstore publish /trips trips.ndjson --time-field started.at --partition-key-field vehicle --partitions 4`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			p, err := a.newPublisher(cmd.Context(), args[0], f, cmd.Flags().Changed("partition"))
			if err != nil {
				return err
			}
			return p.run(cmd.Context(), args[1:])
		},
	}
	fl := cmd.Flags()
	fl.StringVar(&f.format, "format", "", "ndjson, csv, json or binary (default: by file name)")
	fl.BoolVar(&f.binary, "binary", false, "the same as --format binary")
	fl.StringVar(&f.timeField, "time-field", "", "`field` or column with the event time, a.b for nested ones (default: now)")
	fl.StringVar(&f.timeFormat, "time-format", "auto", "how times are written: auto, ms, s or rfc3339")
	fl.IntVar(&f.partition, "partition", 0, "partition to publish to")
	fl.StringVar(&f.keyField, "partition-key-field", "", "`field` or column whose value chooses the partition")
	fl.IntVar(&f.partitions, "partitions", 0, "number of partitions of the stream, for the partition key (default: from the configuration)")
	fl.BoolVar(&f.csvText, "csv-text", false, "keep CSV values as texts, even those that look like numbers")
	fl.BoolVar(&f.quiet, "quiet", false, "no progress bar")
	f.peer.add(fl)
	fl.DurationVar(&f.linger, "linger", -1, "`time` to stay in the Streamr network after the last message, to give subscribers of a private stream its key (default 10s for private streams)")
	return cmd
}

// Batches are large enough that the client can sign the next request while one is
// on its way, and bounded in memory.
const (
	batchEvents = 5000
	batchBytes  = 8 << 20
	maxShown    = 100 // refused records that are reported one by one
)

// refusal is a record that was not published.
type refusal struct {
	File   string `json:"file"`
	Line   int    `json:"line"`
	Code   string `json:"code,omitempty"` // the node's, "" if the record could not be read
	Reason string `json:"reason"`
}

// published is what publish reports.
type published struct {
	Stream     string    `json:"stream"`
	Stored     int       `json:"stored"`
	Sent       int       `json:"sent,omitempty"` // to the Streamr network
	Duplicates int       `json:"duplicates"`
	Rejected   int       `json:"rejected"`
	Unsent     int       `json:"unsent"` // read, but the node gave no answer for them
	Refusals   []refusal `json:"refusals,omitempty"`
}

// publisher is one run of publish.
type publisher struct {
	a       *app
	client  *logstore.Client
	peer    *peer // nil if a node's API is asked
	stream  string
	owner   message.UserID
	options input.Options
	flags   publishFlags
	publish []logstore.PublishOption
	bar     progress

	events []logstore.Event
	from   []input.Record // where each event came from; without contents
	bytes  int
	report published
}

func (a *app) newPublisher(ctx context.Context, stream string, f publishFlags, hasPartition bool) (*publisher, error) {
	stream, partition, err := splitPartition(stream)
	if err != nil {
		return nil, err
	}
	if partition >= 0 {
		if hasPartition && partition != f.partition {
			return nil, usagef("the partition is %d in the stream's name and %d in --partition", partition, f.partition)
		}
		f.partition, hasPartition = partition, true
	}
	if f.keyField != "" && hasPartition {
		return nil, usagef("--partition-key-field chooses the partition; leave the other one out")
	}
	p := &publisher{a: a, stream: stream, flags: f}
	if p.options, err = f.options(); err != nil {
		return nil, &exitError{exitUsage, err}
	}
	c, err := a.config()
	if err != nil {
		return nil, err
	}
	if f.keyField != "" && f.partitions == 0 {
		f.partitions = c.Streams.DefaultPartitions
		for _, s := range c.Streams.List {
			if s.ID == stream && s.Partitions > 0 {
				f.partitions = s.Partitions
			}
		}
	}
	if f.keyField != "" {
		p.publish = append(p.publish, logstore.Partitions(f.partitions))
	} else {
		p.publish = append(p.publish, logstore.OnPartition(f.partition))
	}
	// The key is opened now: a wrong password is better known before the input is read.
	k, err := a.key(c)
	if err != nil {
		return nil, err
	}
	p.owner = k.Address()
	if !f.peer.active() {
		p.client, err = a.clientWith(c, k.Signer(), manyRetries)
		return p, err
	}
	if f.keyField != "" {
		return nil, usagef("--entry-point: choose the partition with --partition, not --partition-key-field")
	}
	if p.peer, err = a.openPeer(ctx, c, k.Signer(), f.peer); err == nil {
		p.client = p.peer.Client
	}
	return p, err
}

func (f *publishFlags) options() (o input.Options, err error) {
	o = input.Options{TimeField: f.timeField, KeyField: f.keyField, TextOnly: f.csvText}
	if o.TimeUnit, err = when.ParseUnit(f.timeFormat); err != nil {
		return o, err
	}
	if f.binary {
		if f.format != "" && f.format != string(input.Binary) {
			return o, fmt.Errorf("--binary and --format %s exclude each other", f.format)
		}
		f.format = string(input.Binary)
	}
	if f.format != "" {
		o.Format, err = input.ParseFormat(f.format)
	}
	if o.Format == input.Binary && (f.timeField != "" || f.keyField != "") {
		return o, errors.New("binary input has no fields; leave --time-field and --partition-key-field out")
	}
	return o, err
}

// splitPartition takes "#n" off a stream's name. partition is -1 if there is none.
func splitPartition(stream string) (id string, partition int, err error) {
	i := strings.LastIndexByte(stream, '#')
	if i < 0 {
		return stream, -1, nil
	}
	n, err := message.ParsePartition(stream[i+1:])
	if err != nil {
		return "", 0, &exitError{exitUsage, fmt.Errorf("stream %s: %w", stream, err)}
	}
	return stream[:i], int(n), nil
}

func (p *publisher) run(ctx context.Context, files []string) (err error) {
	defer func() { err = errors.Join(err, p.close()) }()
	if len(files) == 0 {
		files = []string{"-"}
	}
	if isTerminal(p.a.err) && !p.flags.quiet && !p.a.json && !(files[0] == "-" && isTerminal(p.a.in)) {
		p.bar = newBar(p.a.err, totalSize(files))
		defer p.bar.finish()
	}
	// Whether the node is there is better known before the input is read, too.
	if err := p.ready(ctx); err != nil {
		return err
	}
	p.report.Stream = p.stream
	if id, err := message.ParseStreamID(p.stream, p.owner); err == nil {
		p.report.Stream = string(id)
	}
	for _, name := range files {
		if err = p.file(ctx, name); err != nil {
			break
		}
	}
	if err == nil {
		err = p.send(ctx)
	}
	p.bar.finish()
	err = p.finish(err)
	if p.peer != nil && p.report.Sent > 0 && p.flags.linger > 0 {
		select {
		case <-ctx.Done():
		case <-time.After(p.flags.linger):
		}
	}
	return err
}

// ready says whether anybody is there to publish to.
func (p *publisher) ready(ctx context.Context) error {
	if p.peer != nil {
		private, err := p.peer.mayPublish(ctx, p.stream)
		if err != nil {
			return err
		}
		if private && p.flags.linger < 0 {
			p.flags.linger = defaultLinger
		}
		return p.peer.meet(ctx, p.stream, p.flags.partition)
	}
	if err := p.client.Ready(ctx); err != nil && isUnreachable(err) {
		return err
	}
	return nil
}

func (p *publisher) close() error {
	if p.peer != nil {
		return p.peer.Close()
	}
	return p.client.Close()
}

func (p *publisher) file(ctx context.Context, name string) error {
	var r io.Reader = p.a.in
	o := p.options
	o.Name = "stdin"
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		r, o.Name = f, name
	}
	if o.Format == "" {
		o.Format = input.FormatOf(name)
	}
	for rec, err := range input.Read(p.bar.reader(r), o) {
		var bad *input.LineError
		switch {
		case errors.As(err, &bad):
			p.refuse(refusal{File: bad.Name, Line: bad.Line, Reason: bad.Reason})
			continue
		case err != nil:
			return err
		}
		p.add(rec)
		// In the network nothing is gained by waiting for more.
		if len(p.events) >= batchEvents || p.bytes >= batchBytes || p.peer != nil {
			if err := p.send(ctx); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *publisher) add(rec input.Record) {
	e := logstore.Event{Content: json.RawMessage(rec.Content), Time: rec.Time, PartitionKey: rec.Key}
	if rec.Binary {
		e.Content = rec.Content
	}
	p.events = append(p.events, e)
	p.bytes += len(rec.Content)
	rec.Content = nil
	p.from = append(p.from, rec)
}

func (p *publisher) send(ctx context.Context) error {
	if len(p.events) == 0 {
		return nil
	}
	res, err := p.client.PublishBatch(ctx, p.stream, p.events, p.publish...)
	if len(res.Events) == 0 {
		res.Unsent = len(p.events)
	}
	p.report.Stored += res.Stored
	p.report.Sent += res.Sent
	p.report.Duplicates += res.Duplicates
	p.report.Unsent += res.Unsent
	for i, e := range res.Events {
		var r *logstore.RejectedError
		if errors.As(e.Err, &r) {
			p.refuse(refusal{File: p.from[i].Name, Line: p.from[i].Line, Code: r.Code, Reason: r.Reason})
		}
	}
	p.bar.published(p.report.Stored + p.report.Sent + p.report.Duplicates)
	p.events, p.from, p.bytes = p.events[:0], p.from[:0], 0
	if errors.Is(err, logstore.ErrRejected) {
		return nil // each was reported
	}
	return err
}

func (p *publisher) refuse(r refusal) {
	p.report.Rejected++
	if p.report.Rejected > maxShown {
		return
	}
	p.report.Refusals = append(p.report.Refusals, r)
	if p.a.json {
		return
	}
	code := ""
	if r.Code != "" {
		code = " (" + r.Code + ")"
	}
	p.bar.println(p.a.err, fmt.Sprintf("%s:%d: refused: %s%s", r.File, r.Line, r.Reason, code))
	if p.report.Rejected == maxShown {
		p.bar.println(p.a.err, "further refusals are only counted")
	}
}

// finish writes the report. err is what ended the run early.
func (p *publisher) finish(err error) error {
	r := &p.report
	if p.a.json {
		if e := json.NewEncoder(p.a.out).Encode(r); e != nil {
			return errors.Join(err, e)
		}
	} else {
		text := "published " + count(r.Stored+r.Sent, "message") + " to " + r.Stream
		if p.peer != nil {
			text += " in the Streamr network"
		}
		if r.Duplicates > 0 {
			text += ", " + strconv.Itoa(r.Duplicates) + " were there already"
		}
		if r.Rejected > 0 {
			text += ", refused " + strconv.Itoa(r.Rejected)
		}
		if r.Unsent > 0 {
			text += ", no answer for " + strconv.Itoa(r.Unsent)
		}
		fmt.Fprintln(p.a.err, text)
	}
	if err == nil && r.Rejected > 0 {
		return &exitError{code: exitRejected}
	}
	return err
}

// count writes a number with its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

func totalSize(files []string) int64 {
	var total int64
	for _, name := range files {
		info, err := os.Stat(name)
		if err != nil || !info.Mode().IsRegular() {
			return 0
		}
		total += info.Size()
	}
	return total
}
