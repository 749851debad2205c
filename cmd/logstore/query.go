package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/cmd/logstore/internal/when"
	"github.com/logstore/logstore/proof"
)

// queryFlags are the flags that the kinds of query share.
type queryFlags struct {
	from, to         string
	count, limit     int
	publisher, chain string
	partition        int
	hasPartition     bool
	reverse, verify  bool
	withoutProof     bool
	format, output   string
	proof            string
}

func (a *app) queryCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "query",
		Short:   "Read messages and check them",
		GroupID: "data",
		Long: `Reads messages of a stream part in the order of their time. Every signature is checked
as it comes, and by the node's signed checkpoint that nothing was left out. A report on
stderr tells what was proven; if something is wrong with the answer, the exit code is 4
and what is not validly signed is left out.

Times are RFC 3339 (2024-03-01T12:00:00Z, or only the date), milliseconds since 1970,
relative to now (-1h, -7d), or now.`,
	}
	cmd.AddCommand(
		a.queryKind("last", "Read the newest messages", "logstore query last /weather --count 20", "count"),
		a.queryKind("from", "Read everything since a time", "logstore query from /weather --from -1h", "from"),
		a.queryKind("range", "Read everything between two times", "logstore query range /weather --from 2024-03-01 --to 2024-03-02 --format csv -o march.csv", "from", "to"),
	)
	cmd.AddCommand(a.queryStakeCommands()...)
	return cmd
}

func (a *app) queryKind(kind, short, example string, bounds ...string) *cobra.Command {
	var f queryFlags
	cmd := &cobra.Command{
		Use: kind + " STREAM", Short: short, Example: "  " + example,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if slices.Contains(bounds, "from") && f.from == "" {
				return usagef("want --from, the time of the first message")
			}
			f.hasPartition = cmd.Flags().Changed("partition")
			return a.query(cmd.Context(), args[0], f)
		},
	}
	fl := cmd.Flags()
	for _, b := range bounds {
		switch b {
		case "count":
			fl.IntVar(&f.count, "count", 1, "how many messages")
		case "from":
			fl.StringVar(&f.from, "from", "", "`time` of the first message (required)")
		case "to":
			fl.StringVar(&f.to, "to", "now", "`time` of the last message, included")
		}
	}
	if kind != "last" {
		fl.StringVar(&f.publisher, "publisher", "", "only messages of this `address`")
		fl.StringVar(&f.chain, "chain", "", "only messages of this chain of the publisher")
		fl.IntVar(&f.limit, "limit", 0, "end after so many messages")
		fl.BoolVar(&f.reverse, "reverse", false, "newest first")
	}
	fl.IntVar(&f.partition, "partition", 0, "partition of the stream")
	fl.StringVar(&f.format, "format", "", "table, json, ndjson, csv, raw or content (default table on a terminal, else ndjson)")
	fl.BoolVar(&f.verify, "verify", true, "check every signature, and that nothing was left out; --verify=false shows what the node sends as it is")
	fl.BoolVar(&f.withoutProof, "without-proof", false, "do not ask for a proof that nothing was left out, for nodes that can give none")
	fl.StringVar(&f.proof, "proof", "", "keep the answer with its proof in this `file`, for \"logstore verify\"")
	fl.StringVarP(&f.output, "output", "o", "", "write to this `file`")
	return cmd
}

// plan turns flags into a query.
func (f *queryFlags) plan(stream string, now time.Time) (q logstore.Query, err error) {
	q = logstore.Query{
		Publisher: f.publisher, Chain: f.chain, Limit: f.limit, Reverse: f.reverse, Last: f.count,
		// What is wrong is left out and counted, so that one bad message does not
		// hide the good ones behind it.
		Verification: logstore.VerifySkip,
	}
	if !f.verify {
		q.Verification = logstore.VerifyOff
	}
	q.WithoutProof = f.withoutProof
	if q.Stream, q.Partition, err = choosePartition(stream, f.partition, f.hasPartition); err != nil {
		return q, err
	}
	for _, b := range []struct {
		flag, text string
		t          *time.Time
	}{{"--from", f.from, &q.From}, {"--to", f.to, &q.To}} {
		if b.text == "" {
			continue
		}
		if *b.t, err = when.Parse(b.text, now); err != nil {
			return q, usagef("%s: %w", b.flag, err)
		}
	}
	if !q.To.IsZero() && q.To.Before(q.From) {
		return q, usagef("--to %s is before --from %s", f.to, f.from)
	}
	return q, f.checkProof()
}

// choosePartition puts the partition of the stream's name and that of a flag together.
func choosePartition(stream string, flag int, isSet bool) (string, int, error) {
	id, partition, err := splitPartition(stream)
	switch {
	case err != nil:
		return "", 0, err
	case partition < 0:
		return id, flag, nil
	case isSet && flag != partition:
		return "", 0, usagef("the partition is %d in the stream's name and %d in --partition", partition, flag)
	}
	return id, partition, nil
}

func (a *app) query(ctx context.Context, stream string, f queryFlags) (err error) {
	if f.count < 0 || f.count == 0 && f.from == "" {
		return usagef("--count %d: want at least 1", f.count)
	}
	q, err := f.plan(stream, a.now())
	if err != nil {
		return err
	}
	kind, err := a.outputFormat(f.format, f.output)
	if err != nil {
		return err
	}
	client, err := a.client()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, client.Close()) }()
	res, err := client.Query(ctx, q)
	if err != nil {
		return err
	}
	defer res.Close()
	out, err := a.openOutput(f.output)
	if err != nil {
		return err
	}
	saved, err := a.openProofFile(f.proof, res, q.Reverse)
	if err != nil {
		return out.finish(err)
	}
	messages := render.NewMessages(out, kind, out.width)
	err = writeAll(messages, saved, res)
	report := res.Report()
	var shown *proof.Report
	if f.verify {
		shown = &report
	}
	if err == nil {
		err = messages.Close(shown)
	} else {
		err = errors.Join(err, messages.Flush())
	}
	if err = out.finish(err); err != nil {
		return errors.Join(err, saved.discard())
	}
	if !f.verify {
		return nil
	}
	verdict := a.judge(report, kind == render.JSON)
	if err := saved.finish(report); err != nil {
		return err
	}
	if saved != nil {
		fmt.Fprintf(a.err, "the answer and its proof are in %[1]s; check them with \"logstore verify %[1]s\"\n", f.proof)
	}
	return verdict
}

func writeAll(messages *render.Messages, saved *proofFile, res *logstore.Result) error {
	for m, err := range res.All() {
		if err != nil {
			return err
		}
		if err := messages.Write(m.Message); err != nil {
			return err
		}
		if err := saved.write(m.Message); err != nil {
			return err
		}
	}
	return nil
}

// judge shows a report and gives the exit code that it deserves. isShown says that
// the report is part of the output already.
func (a *app) judge(report proof.Report, isShown bool) error {
	if !isShown {
		fmt.Fprintln(a.err, printableLines(report.String()))
	}
	if report.OK() {
		return nil
	}
	if report.Proof != nil && report.Proof.Status == proof.NotProven {
		fmt.Fprintln(a.err, "hint: a node that cannot prove its answers is asked with --without-proof; it can then leave out what no other message links to")
	}
	return &exitError{code: exitVerification}
}

// outputFormat chooses the format of messages.
func (a *app) outputFormat(text, file string) (render.Format, error) {
	switch {
	case text != "" && a.json && text != string(render.JSON):
		return "", usagef("--json and --format %s exclude each other", text)
	case text != "":
		f, err := render.ParseFormat(text)
		if err != nil {
			return "", &exitError{exitUsage, err}
		}
		if f == render.Raw && file == "" && isTerminal(a.out) {
			return "", usagef("raw output is binary; write it to a file with -o FILE")
		}
		return f, nil
	case a.json:
		return render.JSON, nil
	case file == "" && isTerminal(a.out):
		return render.Table, nil
	}
	return render.NDJSON, nil
}

// output is standard output, or a file that appears when it is complete.
type output struct {
	io.Writer
	width int      // of the terminal, 0 if it is none
	file  *os.File // nil for standard output
	path  string
}

func (a *app) openOutput(path string) (*output, error) {
	if path == "" || path == "-" {
		o := &output{Writer: a.out}
		if f, ok := a.out.(*os.File); ok {
			if width, _, err := term.GetSize(int(f.Fd())); err == nil {
				o.width = width
			}
		}
		return o, nil
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return nil, fmt.Errorf("write %s: %w", path, err)
	}
	return &output{Writer: f, file: f, path: path}, nil
}

// finish puts the file into its place, or removes it if err ended the output early.
func (o *output) finish(err error) error {
	if o.file == nil {
		return err
	}
	if err == nil {
		err = o.file.Chmod(0o644)
	}
	if e := o.file.Close(); err == nil {
		err = e
	}
	if err == nil {
		err = os.Rename(o.file.Name(), o.path)
	}
	if err != nil {
		return errors.Join(err, os.Remove(o.file.Name()))
	}
	return nil
}

// printableLines makes a text of several lines safe for a terminal.
func printableLines(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = render.Printable(l)
	}
	return strings.Join(lines, "\n")
}
