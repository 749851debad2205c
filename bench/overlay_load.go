package main

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"sync/atomic"
	"time"

	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

const overlaySubscribers = 4

// overlayLoad makes frames with signed messages of one chain, ready to be written.
type overlayLoad struct {
	part message.StreamPart
	rand *rand.Rand
	next int // number of the next message
}

func newLoad(part message.StreamPart) *overlayLoad {
	return &overlayLoad{part: part, rand: loop.NewRand()}
}

// frames makes the next n messages.
func (l *overlayLoad) frames(n int) ([][]byte, error) {
	signer := benchSigner()
	frames := make([][]byte, n)
	ids := make([][2]string, n) // chance is not for many goroutines
	for i := range ids {
		ids[i] = [2]string{wire.NewUUID(l.rand), wire.NewUUID(l.rand)}
	}
	errs := make([]error, n)
	onAllCores(n, func(i int) {
		m := unsigned(l.part, l.next+i)
		number := fmt.Appendf(nil, `{%s%0*d",`, numberMark, numberDigits, l.next+i)
		m.Content = append(number, m.Content[1:]...)
		if errs[i] = message.Sign(m, signer); errs[i] != nil {
			return
		}
		var b []byte
		b, errs[i] = wire.EncodeFrame(&wire.Message{
			MessageId: ids[i][0], ServiceId: "stream-part-delivery-" + l.part.String(),
			Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
				Header:    map[string]string{"method": "sendStreamMessage", "request": "request", "notification": "notification"},
				RequestId: ids[i][1],
				Body:      &anypb.Any{TypeUrl: "type.googleapis.com/StreamMessage", Value: m.AppendWire(nil)},
			}},
		})
		frames[i] = appendWSFrame(nil, wsBinary, b, true)
	})
	l.next += n
	return frames, errors.Join(errs...)
}

// overlayStar is a node with a publisher and subscribers around it.
type overlayStar struct {
	publisher   *overlayPeer
	subscribers []*overlaySubscriber
	progress    chan struct{} // has something when a subscriber got something
	begin       time.Time
	first       int            // number of the first message of the run
	sent        []atomic.Int64 // when each message of a run was sent, since begin; none if nobody asks
}

// overlaySubscriber counts messages, which must come in order, each once.
type overlaySubscriber struct {
	*overlayPeer
	next   atomic.Int64 // number of the message to come
	wrong  atomic.Int64 // 1 and the number of a message that came instead; 0 if there was none
	delays []time.Duration
}

func newStar(address string, part message.StreamPart) (s *overlayStar, err error) {
	s = &overlayStar{progress: make(chan struct{}, 1), begin: time.Now()}
	defer func() {
		if err != nil {
			s.close()
		}
	}()
	for i := range overlaySubscribers {
		sub := new(overlaySubscriber)
		if sub.overlayPeer, err = dialPeer(address, fmt.Sprintf("subscriber %d", i), part, func(number int) { s.note(sub, number) }); err != nil {
			return s, err
		}
		s.subscribers = append(s.subscribers, sub)
	}
	s.publisher, err = dialPeer(address, "publisher", part, func(int) {})
	return s, err
}

func (s *overlayStar) close() {
	for _, p := range s.subscribers {
		p.close()
	}
	if s.publisher != nil {
		s.publisher.close()
	}
}

// note takes an arrival, in the subscriber's goroutine.
func (s *overlayStar) note(sub *overlaySubscriber, number int) {
	if !sub.next.CompareAndSwap(int64(number), int64(number)+1) {
		sub.wrong.CompareAndSwap(0, int64(number)+1)
	} else if len(s.sent) > 0 {
		sub.delays = append(sub.delays, time.Since(s.begin)-time.Duration(s.sent[number-s.first].Load()))
	}
	select {
	case s.progress <- struct{}{}:
	default:
	}
}

// least is the number of the message that the slowest subscriber waits for.
func (s *overlayStar) least() (int, error) {
	least := s.subscribers[0].next.Load()
	for i, p := range s.subscribers {
		if n := p.wrong.Load(); n != 0 {
			return 0, fmt.Errorf("subscriber %d got message %d instead of %d", i, n-1, p.next.Load())
		}
		least = min(least, p.next.Load())
	}
	return int(least), nil
}

// overlayStall is how long nothing may arrive.
const overlayStall = 20 * time.Second

// wait waits until every subscriber has all messages before a number.
func (s *overlayStar) wait(number int) error {
	stall := time.NewTimer(overlayStall)
	defer stall.Stop()
	last := -1
	for {
		now, err := s.least()
		if err != nil || now >= number {
			return err
		}
		select {
		case <-s.progress:
		case <-stall.C:
			if now == last {
				return fmt.Errorf("a subscriber waits for message %d, and %d were sent", now, number)
			}
			last = now
			stall.Reset(overlayStall)
		}
	}
}

// flow sends all frames as fast as the subscribers get them, no more than a window ahead,
// and returns messages per second.
func (s *overlayStar) flow(frames [][]byte) (float64, error) {
	const window, batch = 1000, 50
	first, err := s.least()
	if err != nil {
		return 0, err
	}
	start := time.Now()
	var out []byte
	for i := 0; i < len(frames); i += batch {
		out = out[:0]
		for _, f := range frames[i:min(i+batch, len(frames))] {
			out = append(out, f...)
		}
		if err := s.wait(first + i + batch - window); err != nil {
			return 0, err
		}
		if err := s.publisher.link.write(out); err != nil {
			return 0, err
		}
	}
	err = s.wait(first + len(frames))
	return float64(len(frames)) / time.Since(start).Seconds(), err
}

// trickle sends so many frames a second and returns how long they took to the subscribers, in order.
func (s *overlayStar) trickle(frames [][]byte, perSecond int) (delays []time.Duration, err error) {
	if s.first, err = s.least(); err != nil {
		return nil, err
	}
	s.sent = make([]atomic.Int64, len(frames))
	next := time.Now()
	for i, f := range frames {
		time.Sleep(time.Until(next))
		next = next.Add(time.Second / time.Duration(perSecond))
		s.sent[i].Store(int64(time.Since(s.begin)))
		if err := s.publisher.link.write(f); err != nil {
			return nil, err
		}
	}
	if err := s.wait(s.first + len(frames)); err != nil {
		return nil, err
	}
	s.sent = nil
	for _, p := range s.subscribers {
		delays = append(delays, p.delays...)
		p.delays = nil
	}
	slices.Sort(delays)
	return delays, nil
}
