package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/transparency-dev/tessera"
	"github.com/transparency-dev/tessera/storage/posix"
	"golang.org/x/mod/sumdb/note"
	"k8s.io/klog/v2"
)

// tesseraLog is a log on Tessera's POSIX driver. It is a library, so it runs inside
// this process: its events cross no network and no process boundary.
//
// The driver writes every bundle of 256 entries and every tile of the Merkle tree
// as a file of its own: to a temporary name with O_SYNC, renamed, the directory
// synced; then the tree's new state in the same way. Only then the futures of
// the batch resolve, so an event that counts here is on disk and in the tree. The
// signed checkpoint that shows it to the log's readers follows later, at an interval.
type tesseraLog struct {
	appender *tessera.Appender
	shutdown func(context.Context) error
	cancel   context.CancelFunc
	workers  int
	window   int // futures that a worker has open
}

func (b *bench) tesseraWrites() []candidate {
	var all []candidate
	for _, s := range []struct {
		batch           uint
		workers, window int
	}{
		{tessera.DefaultBatchMaxSize, 64, 256}, // what its own server for POSIX uses, too
		{1024, 4096, 1},
		{4096, 64, 256},
		{16384, 64, 512},
	} {
		all = append(all, candidate{
			setting: fmt.Sprintf("Tessera: batches of %d, %d goroutines with %d open futures each", s.batch, s.workers, s.window),
			share:   1,
			open: func(ctx context.Context, dir string) (writer, error) {
				return openTessera(dir, s.batch, s.workers, s.window)
			},
		})
	}
	return all
}

func openTessera(dir string, batch uint, workers, window int) (*tesseraLog, error) {
	klog.LogToStderr(false) // a new log's missing checkpoint is no news
	secret, _, err := note.GenerateKey(rand.Reader, "peers")
	if err != nil {
		return nil, err
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		return nil, err
	}
	// The log ends with this context. Until then it must not: an open future never
	// resolves after it.
	ctx, cancel := context.WithCancel(context.Background())
	driver, err := posix.New(ctx, posix.Config{Path: dir})
	if err != nil {
		cancel()
		return nil, err
	}
	// The rest as in Tessera's own server; with more events in flight than the
	// default allows, so that none is turned away.
	appender, shutdown, _, err := tessera.NewAppender(ctx, driver, tessera.NewAppendOptions().
		WithCheckpointSigner(signer).
		WithCheckpointInterval(time.Second).
		WithBatching(batch, 100*time.Millisecond).
		WithPushback(1<<17))
	if err != nil {
		cancel()
		return nil, err
	}
	return &tesseraLog{appender: appender, shutdown: shutdown, cancel: cancel, workers: workers, window: window}, nil
}

func (t *tesseraLog) write(ctx context.Context, events [][]byte) error {
	return together(t.workers, func(worker int) error {
		open := make([]tessera.IndexFuture, t.window)
		var failed error
		wait := func(f tessera.IndexFuture) {
			if f == nil {
				return
			}
			if _, err := f(); err != nil {
				failed = errors.Join(failed, err)
			}
		}
		for i, slot := worker, 0; i < len(events) && failed == nil && ctx.Err() == nil; i, slot = i+t.workers, (slot+1)%t.window {
			wait(open[slot])
			open[slot] = t.appender.Add(ctx, tessera.NewEntry(events[i]))
		}
		for _, f := range open {
			wait(f)
		}
		return errors.Join(failed, ctx.Err())
	})
}

// stop waits until a checkpoint covers everything, and ends the log.
func (t *tesseraLog) stop() error {
	defer t.cancel()
	return t.shutdown(context.Background()) // has a time-out of its own
}
