package plugins

import (
	"context"
	"errors"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"

	"github.com/logstore/logstore/message"
)

// socket is one WebSocket connection. Three goroutines serve it, and all end with it: one
// reads, one writes, one pings.
type socket struct {
	server *WebSocketServer
	hub    *Hub
	conn   *websocket.Conn
	req    socketRequest

	ctx  context.Context // ends with the connection; its cause is an *ending
	stop context.CancelCauseFunc

	born  time.Time
	heard atomic.Int64 // when the client was last heard of, in nanoseconds since born
	busy  atomic.Bool  // the reader is publishing, and hears nothing

	queue *queue
}

func newSocket(s *WebSocketServer, conn *websocket.Conn, r socketRequest) *socket {
	k := &socket{server: s, hub: s.hub, conn: conn, req: r, born: time.Now()}
	k.heard.Store(-1)
	k.queue = newQueue(s.hub.limits.QueueMessages, s.hub.limits.QueueBytes)
	k.ctx, k.stop = context.WithCancelCause(context.Background())
	return k
}

// end makes the connection end. The first reason counts.
func (k *socket) end(e *ending) { k.stop(e) }

// run serves the connection until it ends. base ends when it must not go on for any reason.
func (k *socket) run(base context.Context) {
	defer context.AfterFunc(base, func() { k.end(endShutdown) })()
	var wg sync.WaitGroup
	wg.Go(k.write)
	if k.server.cfg.PingInterval > 0 {
		wg.Go(k.ping)
	}
	// What was read is worked off without regard to why the connection ends: a message
	// that the node has taken is published.
	wg.Go(func() { k.read(base) })
	leave := func() {}
	if k.req.action == actSubscribe {
		leave = k.subscribe()
	}
	<-k.ctx.Done()
	leave()
	k.farewell()
	wg.Wait()
}

// farewell closes the connection with the reason for its end.
func (k *socket) farewell() {
	e := endGone
	errors.As(context.Cause(k.ctx), &e)
	if e != endGone {
		k.hub.metrics.ended.WithLabelValues(k.server.plugin, e.name).Inc()
		k.hub.log.Info("a device was disconnected", slog.String("plugin", k.server.plugin), slog.String("key", k.req.key.name),
			slog.String("stream", string(k.req.stream)), slog.String("reason", e.text))
	}
	if !e.abrupt {
		_ = k.conn.Close(e.code, e.text) // the client may be gone
	}
	_ = k.conn.CloseNow()
}

// applicationPing and applicationPong stand for control frames, which pages in browsers
// cannot send.
const (
	applicationPing = "ping"
	applicationPong = "pong"
)

// read takes what the client sends. It ends with the connection only, so that the
// farewell can be exchanged.
func (k *socket) read(base context.Context) {
	publish := k.ignore
	if k.req.action == actPublish {
		c, err := k.hub.newChain(k.server.plugin)
		if err != nil {
			k.end(endOf(err))
			return
		}
		defer c.end()
		publish = func(b []byte) { k.publish(base, c, b) }
	}
	for {
		_, b, err := k.conn.Read(context.Background())
		if err != nil {
			if errors.Is(err, websocket.ErrMessageTooBig) {
				k.hub.metrics.publication(k.server.plugin, time.Time{}, errTooLarge)
				k.end(endTooLarge)
			}
			k.end(endGone)
			return
		}
		k.touch()
		if string(b) == applicationPing {
			k.send([]byte(applicationPong))
			continue
		}
		if k.ctx.Err() == nil {
			k.busy.Store(true)
			publish(b)
			k.touch()
			k.busy.Store(false)
		}
	}
}

// ignore is what becomes of what a subscriber sends.
func (k *socket) ignore([]byte) {}

// publish publishes a message. One that is at fault itself is only counted, as on the
// official node: there is no answer that could tell the client.
func (k *socket) publish(base context.Context, c *chain, b []byte) {
	p, err := parsePayload(b, k.server.cfg.PayloadMetadata)
	if err != nil {
		k.hub.metrics.publication(k.server.plugin, time.Time{}, err)
	} else {
		err = c.publish(base, k.req.target, p, firstPartition)
	}
	if err == nil {
		return
	}
	k.hub.logFailure("a device's message was not published", err, slog.String("plugin", k.server.plugin),
		slog.String("key", k.req.key.name), slog.String("stream", string(k.req.stream)))
	if e := endOf(err); e.code != 0 {
		k.end(e)
	}
}

// subscribe reads the partitions that the client wants. They are left by the function
// that it returns.
func (k *socket) subscribe() (leave func()) {
	var leaves []func()
	leave = func() {
		for _, f := range leaves {
			f()
		}
	}
	ctx, cancel := context.WithTimeout(k.ctx, k.hub.limits.NetworkTimeout)
	defer cancel()
	count, err := k.hub.partitions(ctx, k.req.stream)
	for _, p := range k.req.partitions {
		if err == nil {
			err = checkPartition(p, count)
		}
		if err != nil {
			break
		}
		var f func()
		if f, err = k.hub.subscribe(ctx, message.StreamPart{Stream: k.req.stream, Partition: p}, k.show); err == nil {
			leaves = append(leaves, f)
		}
	}
	if err != nil {
		k.end(endOf(err))
	}
	return leave
}

// show puts a message into the queue of what the client gets.
func (k *socket) show(e *event) {
	k.hub.metrics.delivered.WithLabelValues(k.server.plugin).Inc()
	k.send(e.payload(k.server.cfg.PayloadMetadata))
}

func (k *socket) send(b []byte) {
	if !k.queue.push(queued{payload: b}) {
		k.end(endSlow)
	}
}

// write sends what is in the queue.
func (k *socket) write() {
	for {
		x, ok := k.queue.pop(k.ctx)
		if !ok {
			return
		}
		// Not bound to the end of the connection: a write that is cut short would leave
		// no place for the farewell.
		ctx, cancel := context.WithTimeout(context.Background(), k.hub.limits.WriteTimeout)
		err := k.conn.Write(ctx, websocket.MessageText, x.payload)
		cancel()
		switch {
		case errors.Is(err, context.DeadlineExceeded):
			k.end(endSlow)
		case err != nil:
			k.end(endGone)
		}
	}
}

// touch notes that the client was heard of.
func (k *socket) touch() { k.heard.Store(int64(time.Since(k.born))) }

// ping asks a client that was silent for a while whether it is still there: at first at
// once. Whatever it sends is an answer.
func (k *socket) ping() {
	interval, patience := k.server.cfg.PingInterval, k.server.cfg.PingTimeout
	if patience == 0 {
		patience = pingWait
	}
	for k.ctx.Err() == nil {
		asked := time.Since(k.born)
		// Not bound to the end of the connection, which ends the ping anyway: cut short in
		// its midst it would take the place of the farewell, as in write.
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		err := k.conn.Ping(ctx)
		cancel()
		switch {
		case err == nil:
			k.touch()
		case errors.Is(err, context.DeadlineExceeded) && !k.busy.Load() && time.Duration(k.heard.Load()) < asked:
			k.end(endSilent)
			return
		case !errors.Is(err, context.DeadlineExceeded):
			k.end(endGone)
			return
		}
		if !k.silence(interval) {
			return
		}
	}
}

// silence waits until nothing was heard of the client for a while.
func (k *socket) silence(interval time.Duration) bool {
	for {
		left := time.Duration(k.heard.Load()) + interval - time.Since(k.born)
		if left <= 0 {
			return true
		}
		select {
		case <-time.After(left):
		case <-k.ctx.Done():
			return false
		}
	}
}
