package main

import (
	"bytes"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore/internal/streamr/sim"
)

func (a *app) simCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "sim",
		Short:   "Simulate a network and measure it",
		GroupID: "node",
	}
	var cfg sim.Config
	overlay := &cobra.Command{
		Use:   "overlay",
		Short: "Let simulated nodes of the Streamr network join a stream part and spread messages",
		Long: `Runs the network's own code, many nodes of it in this process, on simulated links with
latencies measured between ten regions of the world, and on a virtual clock. The same seed
gives the same numbers. 2048 nodes take some minutes and some gigabytes of memory.

A node has missed a message if it was in the stream part when the message was published,
lived for five seconds more, and never got it.`,
		Example: `  logstore sim overlay
  logstore sim overlay --nodes 2048 --messages 100 --seed 7
  logstore sim overlay --nodes 512 --messages 480 --churn 0.1 --loss 0.01`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if !a.json {
				cfg.Progress = func(s string) { fmt.Fprintln(a.err, s) }
			}
			// A simulation makes much garbage beside a large heap, and is alone here.
			defer debug.SetGCPercent(debug.SetGCPercent(300))
			r, err := sim.Run(cfg)
			if errors.Is(err, sim.ErrConfig) {
				return usagef("%v", err)
			}
			if err != nil {
				return err
			}
			if a.json {
				return a.writeJSON(r)
			}
			return a.printOverlay(r)
		},
	}
	f := overlay.Flags()
	f.IntVar(&cfg.Nodes, "nodes", 256, "`number` of nodes, 2 to 2048")
	f.IntVar(&cfg.Messages, "messages", 100, "`number` of messages")
	f.Uint64Var(&cfg.Seed, "seed", 1, "what chance begins with")
	f.Float64Var(&cfg.Jitter, "jitter", 0.1, "part of a latency, 0 to 1, that comes on top at random")
	f.Float64Var(&cfg.Loss, "loss", 0, "probability, 0 to 1, that a frame is lost and sent again")
	f.Float64Var(&cfg.Churn, "churn", 0, "part of the nodes, 0 to 10, that die in each minute and are replaced")
	cmd.AddCommand(overlay)
	return cmd
}

func (a *app) printOverlay(r *sim.Report) error {
	var out bytes.Buffer
	fmt.Fprintf(&out, "%d nodes, %d messages, %.0f ms one way between regions on average\n\n", r.Nodes, r.Messages, float64(r.MeanLatency))
	fmt.Fprintf(&out, "%-28s %9s %9s %9s %9s %9s\n", "", "mean", "p50", "p90", "p99", "max")
	for _, row := range []struct {
		name string
		d    sim.Dist
	}{
		{"join, ms", r.Join}, {"propagation, ms", r.Delay}, {"hops", r.Hops}, {"neighbours", r.Neighbors},
	} {
		fmt.Fprintf(&out, "%-28s %9.1f %9.1f %9.1f %9.1f %9.1f\n", row.name, row.d.Mean, row.d.P50, row.d.P90, row.d.P99, row.d.Max)
	}
	fmt.Fprintf(&out, "\ndelivered %d, missed %d; %.2f duplicates a message and node\n", r.Delivered, r.Missed, r.Duplicates)
	if r.Killed > 0 {
		fmt.Fprintf(&out, "%d nodes died and were replaced\n", r.Killed)
	}
	if r.Alone > 0 {
		fmt.Fprintf(&out, "%d nodes have no neighbour\n", r.Alone)
	}
	fmt.Fprintf(&out, "a node: %.0f messages and %.1f kB received a second, everything included; %.0f kB of memory\n",
		r.Frames, r.Bytes/1000, float64(r.BytesPerNode)/1000)
	_, err := a.out.Write(out.Bytes())
	return err
}
