package pebble

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// ScrubOptions adjusts [Store.Scrub].
type ScrubOptions struct {
	// Verify checks signatures; nil leaves them out. Batches come one at a time.
	Verify VerifyFunc
	// BytesPerSecond is how fast the scrub reads. Default 20,000,000.
	BytesPerSecond int64
	// Every is the time from the beginning of a pass to that of the next. Default
	// 7 days. A pass that takes longer is followed by the next at once.
	Every time.Duration
	// Sleep waits for a while, or until ctx ends and then returns its error. Default
	// a timer.
	Sleep func(context.Context, time.Duration) error
}

const (
	scrubMeta      = "pebble.scrub"         // the key of the progress
	scrubSaveEvery = time.Minute            // between two writes of the progress
	scrubPause     = 100 * time.Millisecond // shorter waits are put together
	maxProblems    = 1000                   // that are kept to be asked for
)

// progress tells where a scrub is. It is kept in the store.
type progress struct {
	began int64  // of the pass that is under way, ms since the Unix epoch; 0 if none is
	ended int64  // of the last complete pass, ms since the Unix epoch; 0 if there was none
	last  int64  // beginning of the last complete pass
	file  uint64 // tables up to this number are done
	next  []byte // the message key to go on with; empty while tables are read
}

func (p progress) encode(dst []byte) []byte {
	dst = binary.BigEndian.AppendUint64(dst, uint64(p.began))
	dst = binary.BigEndian.AppendUint64(dst, uint64(p.ended))
	dst = binary.BigEndian.AppendUint64(dst, uint64(p.last))
	dst = binary.BigEndian.AppendUint64(dst, p.file)
	return append(dst, p.next...)
}

func decodeProgress(b []byte) (p progress, ok bool) {
	if len(b) < 32 || len(b) > 32+messageLen+1 || len(b) > 32 && b[32] != kindMessage {
		return p, false
	}
	return progress{
		began: int64(binary.BigEndian.Uint64(b)),
		ended: int64(binary.BigEndian.Uint64(b[8:])),
		last:  int64(binary.BigEndian.Uint64(b[16:])),
		file:  binary.BigEndian.Uint64(b[24:]),
		next:  append([]byte(nil), b[32:]...),
	}, true
}

// scrubbed is what a store knows of its scrubs.
type scrubbed struct {
	running sync.Mutex // held by the one scrub that may run

	mu       sync.Mutex
	ended    time.Time // of the last complete pass; when the store was opened, if there was none
	problems []Problem // of the present or last pass, but for messages in quarantine
}

// scrubber is one run of [Store.Scrub].
type scrubber struct {
	s       *Store
	o       ScrubOptions
	at      progress
	saved   time.Time
	due     time.Time // when what was read so far should have taken place
	names   map[partID]message.StreamPart
	judge   judge
	decoder message.Decoder
	seqs    []store.Seq // of the messages in judge
	found   int         // problems of this pass
}

// Scrub reads everything in the store again and again, at a bounded rate, until ctx
// ends or the store is closed: first the tables, block by block, then the messages,
// which it compares with their keys and whose signatures it checks. A message that is
// not what it should be goes into quarantine. What else is wrong is logged and kept
// for [Store.Problems]. The progress is written down every minute, so that a restart
// goes on where it was. One scrub may run at a time.
func (s *Store) Scrub(ctx context.Context, o ScrubOptions) error {
	setDefault(&o.BytesPerSecond, 20_000_000)
	setDefault(&o.Every, 7*24*time.Hour)
	if o.Sleep == nil {
		o.Sleep = s.sleep
	}
	if !s.scrubbed.running.TryLock() {
		return fmt.Errorf("scrub %s: %w: a scrub is running already", s.dir, store.ErrInvalid)
	}
	defer s.scrubbed.running.Unlock()
	sc := &scrubber{s: s, o: o}
	if err := sc.load(ctx); err != nil {
		return err
	}
	for {
		if err := sc.wait(ctx); err != nil {
			return err
		}
		if err := sc.pass(ctx); err != nil {
			return err
		}
	}
}

// sleep waits for a while, or until ctx ends or the store is closed.
func (s *Store) sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-s.quit:
		return store.ErrClosed
	}
}

// Problems lists what the present or last pass of the scrub found since the store was
// opened, and what is in quarantine, at most a thousand of each.
func (s *Store) Problems(ctx context.Context) ([]Problem, error) {
	s.scrubbed.mu.Lock()
	problems := append([]Problem(nil), s.scrubbed.problems...)
	s.scrubbed.mu.Unlock()
	var held []Problem
	var ids []partID
	s.quarantine.each(func(id quarantineID, entry quarantined) {
		if len(held) < maxProblems {
			held, ids = append(held, Problem{Key: id.key, Text: entry.text()}), append(ids, id.part)
		}
	})
	if len(held) == 0 {
		return problems, ctx.Err()
	}
	names, err := s.partNames(ctx)
	if err != nil {
		return nil, err
	}
	for i := range held {
		held[i].Part = names[ids[i]]
	}
	return append(problems, held...), nil
}

// partNames reads the directory.
func (s *Store) partNames(ctx context.Context) (map[partID]message.StreamPart, error) {
	sn, err := s.Snapshot()
	if err != nil {
		return nil, err
	}
	defer sn.Close()
	names := make(map[partID]message.StreamPart)
	for part, err := range sn.Parts(ctx) {
		if err != nil {
			return nil, err
		}
		id, err := sn.(*snapshot).partID(part)
		if err != nil {
			return nil, err
		}
		names[id] = part
	}
	return names, nil
}

func (sc *scrubber) load(ctx context.Context) error {
	b, err := sc.s.GetMeta(ctx, scrubMeta)
	if err != nil {
		return err
	}
	if p, ok := decodeProgress(b); ok {
		sc.at = p
	} else if b != nil {
		sc.s.opts.Logger.Warn("the progress of the last scrub cannot be read; it begins anew")
	}
	if sc.at.ended > 0 {
		sc.s.scrubbed.mu.Lock()
		sc.s.scrubbed.ended = time.UnixMilli(sc.at.ended)
		sc.s.scrubbed.mu.Unlock()
	}
	sc.saved = sc.s.opts.Clock()
	return nil
}

// save writes the progress down, if that is due or must be. That it could not be
// written costs a restart some work, no more.
func (sc *scrubber) save(ctx context.Context, must bool) error {
	now := sc.s.opts.Clock()
	if !must && now.Sub(sc.saved) < scrubSaveEvery {
		return nil
	}
	sc.saved = now
	err := sc.s.PutMeta(ctx, scrubMeta, sc.at.encode(nil))
	if err == nil || errors.Is(err, store.ErrClosed) || ctx.Err() != nil {
		return err
	}
	sc.s.opts.Logger.Warn("write the progress of the scrub", slog.Any("error", err))
	return nil
}

// wait sleeps until the next pass is due. One that was interrupted goes on at once.
func (sc *scrubber) wait(ctx context.Context) error {
	for sc.at.began == 0 && sc.at.last != 0 {
		now := sc.s.opts.Clock()
		left := time.UnixMilli(sc.at.last).Add(sc.o.Every).Sub(now)
		if left <= 0 || left > sc.o.Every { // or the clock was set back
			return ctx.Err()
		}
		if err := sc.o.Sleep(ctx, left); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// spend waits until so many bytes more may be read.
func (sc *scrubber) spend(ctx context.Context, bytes int) error {
	sc.s.metrics.scrubBytes.Add(float64(bytes))
	now := sc.s.opts.Clock()
	if sc.due.Before(now) {
		sc.due = now
	}
	sc.due = sc.due.Add(time.Duration(float64(bytes) / float64(sc.o.BytesPerSecond) * float64(time.Second)))
	if ahead := sc.due.Sub(now); ahead >= scrubPause {
		return sc.o.Sleep(ctx, ahead)
	}
	return ctx.Err()
}

// pass goes through everything once, or through the rest of a pass that was
// interrupted.
func (sc *scrubber) pass(ctx context.Context) error {
	began := sc.s.opts.Clock()
	if sc.at.began == 0 {
		sc.at = progress{began: began.UnixMilli(), ended: sc.at.ended, last: sc.at.last}
	}
	sc.found = 0
	sc.s.scrubbed.mu.Lock()
	sc.s.scrubbed.problems = nil
	sc.s.scrubbed.mu.Unlock()
	if len(sc.at.next) == 0 {
		if err := sc.files(ctx); err != nil {
			return err
		}
		sc.at.next = []byte{kindMessage}
	}
	if err := sc.messages(ctx); err != nil {
		return err
	}
	now := sc.s.opts.Clock()
	sc.at = progress{ended: now.UnixMilli(), last: sc.at.began}
	sc.s.scrubbed.mu.Lock()
	sc.s.scrubbed.ended = now
	sc.s.scrubbed.mu.Unlock()
	sc.s.metrics.scrubPasses.Inc()
	sc.s.opts.Logger.Info("scrub ended", slog.String("dir", sc.s.dir), slog.Int("problems", sc.found),
		slog.Duration("took", now.Sub(time.UnixMilli(sc.at.last))))
	return sc.save(ctx, true)
}

// report tells of a problem.
func (sc *scrubber) report(p Problem) {
	sc.found++
	sc.s.metrics.scrubProblems.Inc()
	sc.s.opts.Logger.Error("the scrub found a problem", slog.String("dir", sc.s.dir), slog.String("problem", p.String()))
}

// keep reports a problem and keeps it for [Store.Problems].
func (sc *scrubber) keep(format string, args ...any) {
	p := Problem{Text: fmt.Sprintf(format, args...)}
	sc.report(p)
	sc.s.scrubbed.mu.Lock()
	defer sc.s.scrubbed.mu.Unlock()
	if len(sc.s.scrubbed.problems) < maxProblems {
		sc.s.scrubbed.problems = append(sc.s.scrubbed.problems, p)
	}
}
