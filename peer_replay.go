package logstore

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"time"

	"github.com/logstore/logstore/message"
)

// replay yields what a storage node has. What is published meanwhile waits in the
// inbox; if it overflows, the storage node is asked for the rest once more.
func (s *peerSubscription) replay(yield func(Delivery, error) bool) error {
	next := s.from // where to go on; zero for the newest Last
	for attempt := 0; ; {
		last, err := s.replayOnce(next, yield)
		if last != (message.Ref{}) {
			next, attempt = last, 0
		}
		switch c := s.p.c; {
		case errors.Is(err, errDone):
			return err
		case s.ctx.Err() != nil:
			return context.Cause(s.ctx)
		case err != nil && (attempt >= c.cfg.MaxRetries || errors.Is(err, ErrNoStorage) || !mayPass(err)):
			return fmt.Errorf("resend of %s: %w", s.part, err)
		case err != nil:
			c.cfg.Logger.Debug("resend is repeated", slog.String("stream_part", s.part.String()), slog.Any("error", err))
			if c.cfg.Clock.Sleep(s.ctx, c.backoff(attempt)) != nil {
				return context.Cause(s.ctx)
			}
			attempt++
		case !s.in.reset():
			return nil
		case next == (message.Ref{}):
			next.Timestamp = s.began.UnixMilli()
		}
	}
}

// mayPass says whether another attempt to read from storage may fare better.
func mayPass(err error) bool {
	var refused *APIError
	return !errors.As(err, &refused) || isRetryable(err)
}

// replayOnce yields one answer. last is the place of the last message in it.
func (s *peerSubscription) replayOnce(from message.Ref, yield func(Delivery, error) bool) (last message.Ref, err error) {
	kind, params := resendParams(s.o, from)
	r, err := s.p.openResend(s.ctx, s.part, kind, params)
	if err != nil {
		return last, err
	}
	defer r.close()
	for {
		ms, err := r.next(s.ctx, func(problem error) { s.out.add(outItem{problem: problem}) })
		if errors.Is(err, io.EOF) {
			return last, s.hand(yield)
		}
		if err != nil {
			return last, err
		}
		full := false
		s.p.loop.Do(func() {
			s.pushStored(ms)
			full = !s.hasRoom()
		})
		if len(ms) > 0 {
			last = ms[len(ms)-1].Ref()
		}
		for {
			if err := s.hand(yield); err != nil {
				return last, err
			}
			if !full {
				break
			}
			if err := s.wait(); err != nil {
				return last, err
			}
			s.p.loop.Do(func() { full = !s.hasRoom() })
		}
	}
}

// settled is after what time a message that is missing in storage is not waited for.
const settled = time.Minute

// pushStored takes messages out of storage.
func (s *peerSubscription) pushStored(ms []*message.Message) {
	old := s.began.Add(-settled).UnixMilli()
	for _, m := range ms {
		if s.closed || !s.isWanted(m) {
			continue
		}
		s.stored[m] = struct{}{}
		s.order.PushStored(m, m.Timestamp < old)
	}
}
