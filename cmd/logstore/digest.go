package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/cmd/logstore/internal/when"
	"github.com/logstore/logstore/message"
)

func (a *app) digestCommand() *cobra.Command {
	var from, to string
	var partition int
	cmd := &cobra.Command{
		Use:     "digest STREAM",
		Short:   "Show the proven digest and number of messages of a range",
		GroupID: "data",
		Long: `Asks for the digest, number and size of a stream part's messages between two times,
and checks the node's proof of them. Nodes that have the same messages there have the
same digest. The exit code is 4 if the proof does not hold.`,
		Example: "  logstore digest /weather --from 2024-03-01 --to 2024-03-02",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			id, n, err := choosePartition(args[0], partition, cmd.Flags().Changed("partition"))
			if err != nil {
				return err
			}
			var bounds [2]time.Time
			for i, text := range []string{from, to} {
				if text == "" {
					continue
				}
				if bounds[i], err = when.Parse(text, a.now()); err != nil {
					return usagef("%s: %w", []string{"--from", "--to"}[i], err)
				}
			}
			if !bounds[1].IsZero() && bounds[1].Before(bounds[0]) {
				return usagef("--to %s is before --from %s", to, from)
			}
			return a.withClient(func(c *logstore.Client) error { return a.digest(cmd.Context(), c, id, n, bounds[0], bounds[1]) })
		},
	}
	cmd.Flags().StringVar(&from, "from", "", "`time` of the first message (default: no bound)")
	cmd.Flags().StringVar(&to, "to", "", "`time` of the last message, included (default: no bound)")
	cmd.Flags().IntVar(&partition, "partition", 0, "partition of the stream")
	return cmd
}

func (a *app) digest(ctx context.Context, c *logstore.Client, stream string, partition int, from, to time.Time) error {
	sum, err := c.Digest(ctx, stream, partition, from, to)
	if err != nil {
		return err
	}
	if a.json {
		return a.writeJSON(sum)
	}
	bound := func(t time.Time, open string) string {
		if t.IsZero() {
			return open
		}
		return render.Time(t.UnixMilli())
	}
	_, err = fmt.Fprintf(a.out, `stream     %s
time       %s … %s
messages   %s of %s
size       %s (%s bytes)
digest     %s
proof      holds against the checkpoint of %s, signed %s
`,
		render.Printable(sum.StreamPart), bound(from, "the beginning"), bound(to, "the end"),
		render.Number(sum.Count), render.Number(sum.Checkpoint.Count),
		render.Size(sum.Bytes), render.Number(sum.Bytes), sum.Digest, sum.Node, render.Time(sum.AsOf))
	return err
}

// checkpoints shows what the node signed about each partition. The error names the
// signatures that do not hold.
func (a *app) checkpoints(s logstore.StreamStats, node message.UserID) error {
	var rows [][]string
	for i := range s.Partitions {
		p := &s.Partitions[i]
		if p.Checkpoint == nil {
			continue
		}
		verdict := "valid"
		if p.Checkpoint.Verify(s.Part(p.Partition), node) != nil {
			verdict = "INVALID"
		}
		rows = append(rows, []string{
			strconv.Itoa(p.Partition), p.Checkpoint.Node, render.Time(p.Checkpoint.AsOf), verdict,
			p.Checkpoint.Digest.String(), render.Number(p.Checkpoint.Count),
		})
	}
	if len(rows) > 0 {
		fmt.Fprintln(a.out)
		render.Rows(a.out, []string{"partition", "node", "signed", "signature", "root digest", "of messages"}, 5, rows)
	}
	return checkpointFaults(s, node)
}

// checkpointFaults is an error that names every checkpoint whose signature does not
// hold.
func checkpointFaults(s logstore.StreamStats, node message.UserID) error {
	var faults []error
	for i := range s.Partitions {
		p := &s.Partitions[i]
		if p.Checkpoint != nil {
			faults = append(faults, p.Checkpoint.Verify(s.Part(p.Partition), node))
		}
	}
	if err := errors.Join(faults...); err != nil {
		return &exitError{exitVerification, err}
	}
	return nil
}
