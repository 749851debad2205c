package logstore

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/internal/order"
	"github.com/logstore/logstore/message"
)

// peerSubscription is one iteration of Subscribe in the network. What arrives goes from
// the inbox through the orderer and the reader, which decrypts, to the outbox.
type peerSubscription struct {
	p         *peer
	o         SubscribeOptions
	part      message.StreamPart
	publisher message.UserID
	from      message.Ref
	began     time.Time
	ctx       context.Context // of the iteration

	in  inbox
	out outbox

	// In the loop.
	order  *order.Orderer
	reader groupkeys.Reader
	// limbo holds what is ordered while the exchange that asks for keys is made.
	limbo  []*message.Message
	keyErr error                         // there will be none
	stored map[*message.Message]struct{} // on their way, and not live
	// unread are messages that wait for a key, with their other copies.
	unread map[message.Hash][]*message.Message
	isLive bool
	closed bool
}

func (p *peer) newSubscription(ctx context.Context, o SubscribeOptions) (*peerSubscription, error) {
	part, err := p.c.parsePart(o.Stream, o.Partition)
	if err != nil {
		return nil, err
	}
	s := &peerSubscription{p: p, o: o, part: part, ctx: ctx, began: p.c.cfg.Clock.Now(), stored: make(map[*message.Message]struct{}), unread: make(map[message.Hash][]*message.Message)}
	s.out.filled = make(chan struct{}, 1)
	if s.from, err = lowerBound(o.From, o.FromRef); err != nil {
		return nil, err
	}
	switch {
	case o.Cursor != "":
		return nil, invalidf("Cursor is of a node, and this subscription is of the network; go on from the last message, by FromRef")
	case o.Last < 0:
		return nil, invalidf("Last is %d, want a positive count", o.Last)
	case o.Last > 0 && s.from != (message.Ref{}):
		return nil, invalidf("Last and From exclude each other, choose one")
	case o.Chain != "" && o.Publisher == "":
		return nil, invalidf("Chain needs Publisher")
	}
	if o.Publisher != "" {
		if s.publisher, err = message.ParseUserID(o.Publisher); err != nil {
			return nil, invalidf("Publisher: %v", err)
		}
	}
	s.reader = groupkeys.Reader{AllowPlain: true, Deliver: s.emit} // what must not be plain has not passed the check
	// Where something is stored, nothing that was published since now may be missing.
	var since int64
	if _, err := p.storageNodes(ctx, part.Stream); err == nil {
		since = s.began.UnixMilli()
	}
	s.order = order.New(order.Config{
		Wait: p.cfg.gapWait(), Tries: p.cfg.GapTries, Since: since,
		After: func(d time.Duration, f func()) func() { return p.loop.After(d, f).Stop },
		Fetch: s.fetch, Deliver: s.take, Duplicate: s.variant, Lost: s.lost,
	})
	return s, nil
}

// subscribe is Client.Subscribe in the network. It returns nil if the consumer stopped.
func (p *peer) subscribe(ctx context.Context, o SubscribeOptions, yield func(Delivery, error) bool) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(errStopped)
	defer context.AfterFunc(p.ctx, func() { cancel(ErrClosed) })()
	s, err := p.newSubscription(ctx, o)
	if err != nil {
		return err
	}
	entry, err := p.join(ctx, s.part)
	if err != nil {
		return err
	}
	defer entry.leave()
	entry.add(s)
	defer entry.remove(s)
	defer p.loop.Do(s.close)
	if err = s.run(yield); errors.Is(err, errDone) {
		return nil
	}
	return err
}

func (s *peerSubscription) run(yield func(Delivery, error) bool) error {
	if s.o.Last > 0 || s.from != (message.Ref{}) {
		if err := s.replay(yield); err != nil {
			return err
		}
	}
	s.p.loop.Do(s.goLive)
	for {
		if err := s.hand(yield); err != nil {
			return err
		}
		if err := s.wait(); err != nil {
			return err
		}
	}
}

// wait waits for something in the outbox.
func (s *peerSubscription) wait() error {
	select {
	case <-s.out.filled:
		return nil
	case <-s.ctx.Done():
		return context.Cause(s.ctx)
	}
}

// hand gives the consumer what is in the outbox.
func (s *peerSubscription) hand(yield func(Delivery, error) bool) error {
	items := s.out.takeAll()
	if s.in.isWaiting() {
		s.p.loop.Post(s.drain)
	}
	for _, i := range items {
		switch {
		case i.problem != nil:
			s.report(i.problem)
		case i.live:
			if s.o.OnLive != nil {
				s.o.OnLive()
			}
		case !yield(i.delivery, nil):
			return errDone
		}
		if err := context.Cause(s.ctx); err != nil {
			return err
		}
	}
	return nil
}

func (s *peerSubscription) report(problem error) {
	s.p.c.cfg.Logger.Debug("problem of a subscription", slog.String("stream_part", s.part.String()), slog.Any("error", problem))
	if s.o.OnProblem != nil {
		s.o.OnProblem(problem)
	}
}

// receive takes a message that has passed the check. The node's goroutine calls it.
func (s *peerSubscription) receive(m *message.Message) {
	if s.isWanted(m) && s.in.add(m) {
		s.p.loop.Post(s.drain)
	}
}

func (s *peerSubscription) isWanted(m *message.Message) bool {
	return m.Ref().Compare(s.from) >= 0 && (s.publisher == "" || m.Publisher == s.publisher) && (s.o.Chain == "" || m.Chain == s.o.Chain)
}

// goLive ends the part that comes out of storage. It runs in the loop, as do those below.
func (s *peerSubscription) goLive() {
	s.isLive = true
	s.out.add(outItem{live: true})
	s.drain()
}

// drain takes messages out of the inbox while there is room for them.
func (s *peerSubscription) drain() {
	s.in.looked()
	for s.isLive && !s.closed && s.hasRoom() {
		ms := s.in.take(64)
		if len(ms) == 0 {
			return
		}
		for _, m := range ms {
			s.order.Push(m)
		}
	}
}

func (s *peerSubscription) hasRoom() bool {
	return len(s.limbo) == 0 && s.out.len()+s.reader.Waiting() < maxBacklog
}

// take takes messages in their order.
func (s *peerSubscription) take(m *message.Message) {
	s.expectVariants(m)
	s.read(m)
}

// read has a message decrypted.
func (s *peerSubscription) read(m *message.Message) {
	if s.keyErr != nil {
		s.readAlone(m)
		return
	}
	if len(s.limbo) == 0 && (m.EncryptionType == message.EncryptionNone || s.reader.Exchange != nil) {
		s.reader.Push(m)
		return
	}
	s.limbo = append(s.limbo, m)
	if len(s.limbo) == 1 {
		s.p.keys.withAsking(s.keysReady)
	}
}

// keysReady goes on when keys can be asked for, or never can.
func (s *peerSubscription) keysReady(e *groupkeys.Exchange, err error) {
	if s.closed {
		return
	}
	waiting := s.limbo
	s.limbo = nil
	s.reader.Exchange, s.keyErr = e, err
	for _, m := range waiting {
		s.read(m)
	}
	s.drain()
}

// readAlone decrypts with the keys that are there.
func (s *peerSubscription) readAlone(m *message.Message) {
	if m.EncryptionType == message.EncryptionNone {
		s.emit(m, m.Content, nil)
		return
	}
	content, err := groupkeys.Decrypt(s.p.c.keys, m)
	if err != nil {
		err = errors.Join(s.keyErr, err)
	}
	s.emit(m, content, err)
}

// emit puts a message into the outbox.
func (s *peerSubscription) emit(m *message.Message, content []byte, err error) {
	_, isStored := s.stored[m]
	if s.isLive && s.reader.Waiting() == 0 && s.order.Held() == 0 {
		s.stored = nil // all of them came, or came twice
	}
	switch {
	case s.closed:
	case s.tryVariant(m, err):
	case err != nil:
		s.out.add(outItem{problem: &UnreadableError{m, err}})
	default:
		s.p.lastKeys.read(m)
		s.out.add(outItem{delivery: Delivery{Message: Message{Message: m, plain: content, isRead: true}, Live: !isStored}})
	}
}

func (s *peerSubscription) lost(g order.Gap) {
	s.out.add(outItem{problem: &GapError{
		Part: s.part, Publisher: g.Publisher.String(), Chain: g.Chain.ID, After: g.After, Through: g.Through,
	}})
}

// fetch looks for a gap in storage.
func (s *peerSubscription) fetch(g order.Gap, done func(again bool)) {
	p := s.p
	started := p.spawn(func() {
		select {
		case p.fetches <- struct{}{}:
			defer func() { <-p.fetches }()
		case <-s.ctx.Done():
			return
		}
		ms, err := p.fetchGap(s.ctx, s.part, g)
		if err != nil && s.ctx.Err() == nil {
			p.c.cfg.Logger.Debug("gap not filled", slog.String("stream_part", s.part.String()), slog.Any("error", err))
		}
		p.loop.Post(func() {
			if s.closed {
				return
			}
			for _, m := range ms {
				s.order.Push(m)
			}
			done(!errors.Is(err, ErrNoStorage))
		})
	})
	if !started {
		done(false)
	}
}

func (s *peerSubscription) close() {
	s.closed = true
	s.order.Close()
}
