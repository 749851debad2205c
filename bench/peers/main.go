// Command peers measures the node beside systems that a user could pick instead:
// NATS JetStream and the POSIX driver of Tessera. All are given the same signed
// events on the same disk, in one run, in turns, and all have to have them on disk
// before they acknowledge. It prints one line a figure:
//
//	name  LogStore  peer  ratio  target  ok|SHORT
//
// Only the node checks the events' signatures and orders them by their time; to the
// peers they are bytes. Each peer is first tried with several settings and then
// measured with its best. The exit code is 1 if a figure falls short of its target.
//
// It takes three to four minutes, and room for two stores in the temporary directory
// (TMPDIR), which must be on a disk. The programs are built by "make bench-peers".
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

func main() {
	var b bench
	flag.StringVar(&b.logstore, "logstore", "", "the node's `program`")
	flag.StringVar(&b.natsServer, "nats-server", "", "the NATS server's `program`")
	events := flag.Int("events", 800_000, "events that every measurement writes or reads")
	flag.IntVar(&b.rounds, "rounds", 3, "rounds of measurements; the best of each counts")
	flag.Parse()
	if b.logstore == "" || b.natsServer == "" {
		fmt.Fprintln(os.Stderr, "peers: -logstore and -nats-server are needed; \"make bench-peers\" builds and gives both")
		os.Exit(2)
	}
	// Ctrl-C ends the measurement, and with it what it started and wrote.
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	figures, err := b.run(ctx, *events)
	if ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "peers:", err)
		os.Exit(1)
	}
	fmt.Println()
	if !printTable(os.Stdout, figures) {
		os.Exit(1)
	}
}

// bench is one run of all measurements.
type bench struct {
	logstore, natsServer string // programs
	rounds               int

	load *workload
}

// writer is a running system with an empty store.
type writer interface {
	// write stores the events, and returns when the last one is acknowledged.
	write(ctx context.Context, events [][]byte) error
	// stop ends the system and everything that belongs to it.
	stop() error
}

// candidate is a system with one of its settings.
type candidate struct {
	setting string
	share   int // of the events, one part in so many is enough to measure it
	open    func(ctx context.Context, dir string) (writer, error)
}

// run measures everything and returns the figures.
func (b *bench) run(ctx context.Context, events int) ([]figure, error) {
	if err := b.printMachine(); err != nil {
		return nil, err
	}
	logf("signing %d events of %d bytes", events, eventBytes)
	var err error
	if b.load, err = newWorkload(events); err != nil {
		return nil, fmt.Errorf("make the events: %w", err)
	}
	writes, err := b.benchWrites(ctx)
	if err != nil {
		return nil, err
	}
	replay, err := b.benchReplay(ctx)
	if err != nil {
		return nil, fmt.Errorf("replay: %w", err)
	}
	return append(writes, replay), nil
}

// benchWrites finds the best setting of every peer and measures those and the node
// in turns.
func (b *bench) benchWrites(ctx context.Context) ([]figure, error) {
	logf("settings of the peers, with few events each:")
	contenders, rates := []candidate{b.logStoreWrites()}, []float64{0}
	for _, settings := range [][]candidate{b.jetStreamSingle(), b.jetStreamBatches(), b.tesseraWrites()[:1], b.tesseraWrites()[1:]} {
		best, rate, err := b.bestOf(ctx, settings)
		if err != nil {
			return nil, err
		}
		contenders, rates = append(contenders, best), append(rates, rate)
	}
	var syncs float64
	for round := range b.rounds {
		n, err := syncRate(time.Second)
		if err != nil {
			return nil, err
		}
		logf("round %d: %.0f/s writes of 4 KiB with an fsync each", round+1, n)
		syncs = max(syncs, n)
		for i, c := range contenders {
			rate, err := b.measure(ctx, c, len(b.load.events)/c.share)
			if err != nil {
				return nil, err
			}
			logf("round %d: %7.0f events/s  %s", round+1, rate, c.setting)
			// The best of each: what else runs on the machine only takes away. For a
			// peer this may also be the trial.
			rates[i] = max(rates[i], rate)
		}
	}
	logstore, single, batches, usual, tessera := rates[0], rates[1], rates[2], rates[3], rates[4]
	jetStream, best := contenders[1].setting, contenders[4].setting
	if batches > single {
		jetStream = contenders[2].setting
	}
	if usual > tessera {
		tessera, best = usual, contenders[3].setting
	}
	return []figure{
		{name: "one 4 KiB write and fsync after the other", value: logstore, peer: syncs, with: "no system at all"},
		{name: "durable writes, JetStream's best", value: logstore, peer: max(single, batches), with: jetStream, target: 10},
		{name: "durable writes, JetStream event by event", value: logstore, peer: single, with: contenders[1].setting},
		{name: "durable writes, Tessera's best", value: logstore, peer: tessera, with: best, target: 3},
		{name: "durable writes, Tessera's default batches", value: logstore, peer: usual, with: contenders[3].setting},
	}, nil
}

// bestOf tries the settings with few events and returns the fastest, and how fast.
func (b *bench) bestOf(ctx context.Context, settings []candidate) (best candidate, most float64, err error) {
	for _, c := range settings {
		rate, err := b.measure(ctx, c, len(b.load.events)/max(5, 4*c.share))
		if err != nil {
			return best, 0, err
		}
		logf("  %7.0f events/s  %s", rate, c.setting)
		if rate > most {
			most, best = rate, c
		}
	}
	return best, most, nil
}

// measure writes the first n events to an empty store and returns how many were
// acknowledged a second. The first twentieth warms up and is not counted.
func (b *bench) measure(ctx context.Context, c candidate, n int) (rate float64, err error) {
	dir, err := os.MkdirTemp("", "logstore-peers-")
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	w, err := c.open(ctx, dir)
	if err != nil {
		return 0, fmt.Errorf("%s: start: %w", c.setting, err)
	}
	defer func() { err = errors.Join(err, w.stop()) }()
	warm, rest := b.load.events[:n/20], b.load.events[n/20:n]
	if err := w.write(ctx, warm); err != nil {
		return 0, fmt.Errorf("%s: %w", c.setting, err)
	}
	start := time.Now()
	if err := w.write(ctx, rest); err != nil {
		return 0, fmt.Errorf("%s: %w", c.setting, err)
	}
	return float64(len(rest)) / time.Since(start).Seconds(), nil
}

var started = time.Now()

// logf tells on standard error what is going on, so that standard output is the
// table alone.
func logf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%6.1fs  %s\n", time.Since(started).Seconds(), fmt.Sprintf(format, args...))
}
