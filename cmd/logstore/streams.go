package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/cmd/logstore/internal/when"
	"github.com/logstore/logstore/proof"
)

// withClient runs f with a client of the node.
func (a *app) withClient(f func(*logstore.Client) error) (err error) {
	client, err := a.client()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, client.Close()) }()
	return f(client)
}

// writeJSON writes a value for programs.
func (a *app) writeJSON(v any) error {
	enc := json.NewEncoder(a.out)
	enc.SetEscapeHTML(false)
	return enc.Encode(v)
}

func (a *app) streamsCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "streams",
		Short:   "List the streams that the node holds messages of",
		GroupID: "data",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withClient(func(c *logstore.Client) error { return a.streams(cmd.Context(), c) })
		},
	}
}

func (a *app) streams(ctx context.Context, c *logstore.Client) error {
	list, err := c.Streams(ctx)
	if err != nil {
		return err
	}
	if a.json {
		if list == nil {
			list = []logstore.StreamSummary{}
		}
		return a.writeJSON(map[string]any{"streams": list})
	}
	if len(list) == 0 {
		fmt.Fprintln(a.err, "the node holds no messages yet; publish some with \"logstore publish\"")
		return nil
	}
	var rows [][]string
	for _, s := range list {
		rows = append(rows, []string{
			s.StreamID, refTime(s.First), refTime(s.Last),
			strconv.Itoa(len(s.Partitions)), render.Number(s.Messages), render.Size(s.Bytes),
		})
	}
	render.Rows(a.out, []string{"stream", "first", "last", "partitions", "messages", "size"}, 3, rows)
	return nil
}

func refTime(r *proof.Ref) string {
	if r == nil {
		return "-"
	}
	return render.Time(r.Timestamp)
}

func (a *app) statsCommand() *cobra.Command {
	var from, to string
	var partition, buckets int
	cmd := &cobra.Command{
		Use:     "stats STREAM",
		Short:   "Show what the node holds of a stream, with a histogram",
		GroupID: "data",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o := logstore.StatsOptions{Buckets: buckets}
			id, n, err := choosePartition(args[0], partition, cmd.Flags().Changed("partition"))
			if err != nil {
				return err
			}
			if id != args[0] || cmd.Flags().Changed("partition") {
				o.Partition = &n
			}
			if from != "" {
				if o.From, err = when.Parse(from, a.now()); err != nil {
					return usagef("--from: %w", err)
				}
			}
			if to != "" {
				if o.To, err = when.Parse(to, a.now()); err != nil {
					return usagef("--to: %w", err)
				}
			}
			return a.withClient(func(c *logstore.Client) error { return a.stats(cmd.Context(), c, id, o) })
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "`time` where the histogram begins (default: first message)")
	cmd.Flags().StringVar(&to, "to", "", "`time` where the histogram ends (default: last message)")
	cmd.Flags().IntVar(&partition, "partition", 0, "only this partition (default: all)")
	cmd.Flags().IntVar(&buckets, "buckets", 24, "bars of the histogram, at most 1000")
	return cmd
}

func (a *app) stats(ctx context.Context, c *logstore.Client, stream string, o logstore.StatsOptions) error {
	s, err := c.Stats(ctx, stream, o)
	if err != nil {
		return err
	}
	node, err := a.trustedNode()
	if err != nil {
		return err
	}
	if a.json {
		return errors.Join(checkpointFaults(s, node), a.writeJSON(s))
	}
	fmt.Fprintf(a.out, "%s: %s messages, %s\n", render.Printable(s.StreamID), render.Number(s.Messages), render.Size(s.Bytes))
	if s.Messages == 0 {
		return nil
	}
	fmt.Fprintln(a.out)
	var rows [][]string
	for _, p := range s.Partitions {
		rows = append(rows, []string{
			strconv.Itoa(p.Partition), refTime(p.First), refTime(p.Last),
			render.Number(p.Messages), render.Size(p.Bytes), render.Number(p.Equivocations), render.Number(p.Pruned),
		})
	}
	render.Rows(a.out, []string{"partition", "first", "last", "messages", "size", "equivocations", "pruned"}, 3, rows)
	faults := a.checkpoints(s, node)
	if s.Histogram == nil || len(s.Histogram.Buckets) == 0 {
		return faults
	}
	var bars []render.Bar
	for _, b := range s.Histogram.Buckets {
		bars = append(bars, render.Bar{Start: b.Start, Count: b.Messages})
	}
	fmt.Fprintln(a.out)
	render.Histogram(a.out, bars, s.Histogram.WidthMillis, columns(a.out))
	return faults
}

// columns is the width of the terminal, 80 if it is none.
func columns(w io.Writer) int {
	if f, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil {
			return width
		}
	}
	return 80
}
