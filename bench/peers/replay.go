package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

// replayTime is how long a measurement reads the same events again and again.
const replayTime = 4 * time.Second

// reader is a way to read all events of a store, in order.
type reader struct {
	setting string
	read    func(ctx context.Context, want int, visit func(event []byte)) error
}

// benchReplay fills a node and a NATS server with the same events and lets one
// client read all of them, in turns.
func (b *bench) benchReplay(ctx context.Context) (f figure, err error) {
	logf("filling both for the replay")
	dir, err := os.MkdirTemp("", "logstore-peers-replay-")
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	node, err := b.startLogStore(ctx, dir+"/logstore")
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, node.stop()) }()
	if err := node.write(ctx, b.load.events); err != nil {
		return f, err
	}
	// How the events came in makes no difference to the reader, so this server need
	// not sync every one. They are published one by one: the headers of a batch
	// would stay with its events, to be read again.
	if err := os.Mkdir(dir+"/nats", 0o700); err != nil {
		return f, err
	}
	server, err := startNATS(ctx, b.natsServer, dir+"/nats", "2m", 1)
	if err != nil {
		return f, err
	}
	defer func() { err = errors.Join(err, server.stop()) }()
	server.publish = publishAsync(4000)
	if err := server.write(ctx, b.load.events); err != nil {
		return f, err
	}

	logStore := reader{"LogStore: one request, raw", node.replay}
	jetStream, most, err := b.bestReader(ctx, server.readers())
	if err != nil {
		return f, err
	}
	if err := b.checkReader(ctx, logStore); err != nil {
		return f, err
	}
	f = figure{name: "replay to one client", peer: most, with: jetStream.setting, target: 1}
	for round := range b.rounds {
		for _, r := range []struct {
			reader
			best *float64
		}{{logStore, &f.value}, {jetStream, &f.peer}} {
			rate, err := b.readRate(ctx, r.reader, replayTime)
			if err != nil {
				return f, err
			}
			logf("round %d: %7.0f events/s = %4.0f MB/s  %s", round+1, rate, rate*eventBytes/1e6, r.setting)
			*r.best = max(*r.best, rate)
		}
	}
	return f, nil
}

// bestReader tries each way of reading and returns the fastest, and how fast.
func (b *bench) bestReader(ctx context.Context, readers []reader) (best reader, most float64, err error) {
	for _, r := range readers {
		if err := b.checkReader(ctx, r); err != nil {
			return best, 0, err
		}
		rate, err := b.readRate(ctx, r, time.Second)
		if err != nil {
			return best, 0, err
		}
		logf("  %7.0f events/s  %s", rate, r.setting)
		if rate > most {
			most, best = rate, r
		}
	}
	return best, most, nil
}

// checkReader reads everything once and compares it with what was written.
func (b *bench) checkReader(ctx context.Context, r reader) error {
	n, wrong := 0, 0
	err := r.read(ctx, len(b.load.events), func(event []byte) {
		if n >= len(b.load.events) || !bytes.Equal(event, b.load.events[n]) {
			wrong++
		}
		n++
	})
	if err == nil && (n != len(b.load.events) || wrong > 0) {
		err = fmt.Errorf("%d events, %d of them not the ones written in this place; want %d", n, wrong, len(b.load.events))
	}
	if err != nil {
		return fmt.Errorf("%s: %w", r.setting, err)
	}
	return nil
}

// readRate reads everything until d has passed, and returns events per second.
func (b *bench) readRate(ctx context.Context, r reader, d time.Duration) (float64, error) {
	n, start := 0, time.Now()
	for time.Since(start) < d {
		if err := r.read(ctx, len(b.load.events), func([]byte) { n++ }); err != nil {
			return 0, fmt.Errorf("%s: %w", r.setting, err)
		}
	}
	return float64(n) / time.Since(start).Seconds(), nil
}

// readers are the ways in which JetStream gives a stream to one client without
// asking for an acknowledgement of every event.
func (s *natsServer) readers() []reader {
	// A consumer's state needs no disk, it only lives for one replay.
	noAcks := jetstream.ConsumerConfig{AckPolicy: jetstream.AckNonePolicy, MemoryStorage: true}
	return []reader{
		{"JetStream: ordered consumer, up to 100000 events asked for at once", s.replay(
			func(ctx context.Context, stream jetstream.Stream, visit func(jetstream.Msg)) (func(), error) {
				c, err := stream.OrderedConsumer(ctx, jetstream.OrderedConsumerConfig{})
				if err != nil {
					return nil, err
				}
				return consume(c, visit)
			})},
		{"JetStream: pull consumer, up to 100000 events asked for at once", s.replay(
			func(ctx context.Context, stream jetstream.Stream, visit func(jetstream.Msg)) (func(), error) {
				c, err := stream.CreateConsumer(ctx, noAcks)
				if err != nil {
					return nil, err
				}
				return consume(c, visit)
			})},
		{"JetStream: push consumer", s.replay(
			func(ctx context.Context, stream jetstream.Stream, visit func(jetstream.Msg)) (func(), error) {
				push := noAcks
				push.DeliverSubject = nats.NewInbox()
				// Without flow control the client loses events that it has no room for.
				push.FlowControl, push.IdleHeartbeat = true, 5*time.Second
				c, err := stream.CreatePushConsumer(ctx, push)
				if err != nil {
					return nil, err
				}
				run, err := c.Consume(visit)
				if err != nil {
					return nil, err
				}
				return run.Stop, nil
			})},
	}
}

func consume(c jetstream.Consumer, visit func(jetstream.Msg)) (stop func(), err error) {
	run, err := c.Consume(visit, jetstream.PullMaxMessages(100_000))
	if err != nil {
		return nil, err
	}
	return run.Stop, nil
}

// replay makes a reader of a function that starts a consumer.
func (s *natsServer) replay(start func(context.Context, jetstream.Stream, func(jetstream.Msg)) (stop func(), err error)) func(context.Context, int, func([]byte)) error {
	return func(ctx context.Context, want int, visit func([]byte)) error {
		js, err := jetstream.New(s.conns[0])
		if err != nil {
			return err
		}
		stream, err := js.Stream(ctx, natsStream)
		if err != nil {
			return err
		}
		n, done := 0, make(chan struct{})
		stop, err := start(ctx, stream, func(m jetstream.Msg) {
			visit(m.Data())
			if n++; n == want {
				close(done)
			}
		})
		if err != nil {
			return err
		}
		defer stop()
		select {
		case <-done:
			return nil
		case <-time.After(natsTimeout):
			return errors.New("not all events came in time")
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}
