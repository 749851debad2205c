package plugins

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	mqtt "github.com/mochi-mqtt/server/v2"
	"github.com/mochi-mqtt/server/v2/packets"

	"github.com/logstore/logstore/message"
)

// device is one MQTT connection. The library reads packets and calls the hook, one packet
// after the other; a goroutine of the device writes messages.
type device struct {
	server *MQTTServer
	hub    *Hub
	raw    *gateConn
	serial uint64

	ctx  context.Context // ends with the connection; its cause is an *ending
	stop context.CancelCauseFunc
	wg   sync.WaitGroup // the writer and the one that says farewell

	queue *queue

	ended    sync.Once // by the node
	finished bool      // no more goroutines are started; guarded by MQTTServer.mu

	// What makes up a client that was let in. It is set once, with MQTTServer.mu held, by
	// the goroutine that reads; those that are started later need no lock.
	admission

	// Only the library's reading goroutine uses what follows.
	subs    map[string]*subscription // by topic filter
	answers []byte                   // reason codes of the SUBACK to come
}

// admission is what a device has from being let in.
type admission struct {
	client *mqtt.Client // nil: not let in
	name   deviceName
	chain  *chain
	will   *will
}

// will is what a client wants published when its connection breaks.
type will struct {
	topic   string
	payload []byte
}

// subscription is one topic of one device.
type subscription struct {
	device  *device
	topic   string
	leave   func()
	mu      sync.Mutex // guards what follows
	noLocal bool       // leave out what the device itself publishes
	id      int        // subscription identifier, 0 if there is none
}

// deviceConn brings the device to the hook, which only gets to see the connection.
type deviceConn struct {
	net.Conn
	device *device
}

func newDevice(s *MQTTServer, raw *gateConn, serial uint64) *device {
	d := &device{server: s, hub: s.hub, raw: raw, serial: serial, subs: make(map[string]*subscription)}
	d.queue = newQueue(s.hub.limits.QueueMessages, s.hub.limits.QueueBytes)
	d.ctx, d.stop = context.WithCancelCause(context.Background())
	return d
}

// run serves the connection until it ends.
func (d *device) run(conn net.Conn) {
	err := d.server.broker.EstablishConnection("mqtt", &deviceConn{conn, d})
	d.stop(endGone)
	for _, sub := range d.subs {
		sub.leave()
	}
	if d.client != nil {
		d.publishWill(err)
		d.chain.end()
		d.report()
	}
	d.server.mu.Lock()
	d.finished = true
	d.server.mu.Unlock()
	_ = d.raw.Close()
	d.wg.Wait()
}

// report says why the node ended the connection, if it did.
func (d *device) report() {
	var e *ending
	if errors.As(context.Cause(d.ctx), &e); e == nil || e == endGone {
		return
	}
	d.hub.metrics.ended.WithLabelValues("mqtt", e.name).Inc()
	d.hub.log.Info("a device was disconnected", slog.String("plugin", "mqtt"), slog.String("key", d.name.key.name),
		slog.String("client", d.name.id), slog.String("reason", e.text))
}

// admit lets a client in.
func (d *device) admit(cl *mqtt.Client, k *key, id string) error {
	c, err := d.hub.newChain("mqtt")
	if err != nil {
		return err
	}
	in := admission{client: cl, chain: c, name: deviceName{k, id}}
	if w := cl.Properties.Will; w.Flag != 0 {
		in.will = &will{w.TopicName, w.Payload}
	}
	// What the library would do with wills and sessions is done here: it takes no notice
	// of the network, and knows one client by this id.
	cl.Properties.Will = mqtt.Will{}
	cl.Properties.Clean = true
	cl.ID = strconv.FormatUint(d.serial, 10)
	d.raw.greeted()
	d.server.admit(d, in)
	d.wg.Go(d.write)
	return nil
}

// end makes the connection end. The first reason counts.
func (d *device) end(e *ending) {
	d.ended.Do(func() {
		d.stop(e)
		d.server.mu.Lock()
		defer d.server.mu.Unlock()
		if !d.finished {
			d.wg.Go(func() { d.farewell(d.client, e) })
		}
	})
}

// goodbye is how long a client has to take the reason for the end.
const goodbye = 2 * time.Second

// farewell tells a client of MQTT 5 why its connection ends. Older ones cannot be told.
func (d *device) farewell(cl *mqtt.Client, e *ending) {
	if cl != nil {
		d.raw.hurry(time.Now().Add(goodbye))
		if cl.Properties.ProtocolVersion == 5 && !e.abrupt {
			_ = d.server.broker.DisconnectClient(cl, packets.Code{Code: e.mqtt.Code, Reason: e.text})
		}
		cl.Stop(e)
	}
	_ = d.raw.Close()
}

// publish publishes a message of the client. Errors are those of the network and those
// of parsing; the latter are counted here.
func (d *device) publish(topic string, b []byte) error {
	t, p, err := d.read(topic, b)
	if err != nil {
		d.hub.metrics.publication("mqtt", time.Time{}, err)
	} else {
		err = d.chain.publish(d.server.ctx, t, p, firstPartition)
	}
	if err != nil {
		d.logFailure("a device's message was not published", topic, err)
	}
	return err
}

func (d *device) read(topic string, b []byte) (t target, p payload, err error) {
	stream, q, err := parseTopic(topic, d.server.cfg.StreamIDDomain, d.hub.owner)
	if err != nil {
		return t, p, err
	}
	if err = d.name.key.check(mayPublish, stream); err != nil {
		return t, p, err
	}
	if t, err = parseTarget(stream, q, true); err != nil {
		return t, p, err
	}
	p, err = parsePayload(b, d.server.cfg.PayloadMetadata)
	return t, p, err
}

// publishWill publishes the client's will if its connection broke. err is how the library
// has seen it end: nil for a client that has said goodbye, and sometimes for one that the
// node cut off. The end of the node is no news about a client.
func (d *device) publishWill(err error) {
	cause := context.Cause(d.ctx)
	if d.will == nil || cause == error(endShutdown) || err == nil && cause == error(endGone) {
		return
	}
	_ = d.publish(d.will.topic, d.will.payload) // logged and counted there
}

// subscribe makes the client get the messages of a topic.
func (d *device) subscribe(ctx context.Context, f packets.Subscription) error {
	if old := d.subs[f.Filter]; old != nil {
		old.set(f)
		return nil
	}
	if len(d.subs) >= d.hub.limits.MaxSubscriptions {
		return fmt.Errorf("%w: at most %d are allowed", errTooMany, d.hub.limits.MaxSubscriptions)
	}
	part, err := d.server.partOf(f.Filter)
	if err != nil {
		return err
	}
	if err := d.name.key.check(mayRead, part.Stream); err != nil {
		return err
	}
	count, err := d.hub.partitions(ctx, part.Stream)
	if err != nil {
		return err
	}
	if err := checkPartition(part.Partition, count); err != nil {
		return err
	}
	sub := &subscription{device: d, topic: f.Filter}
	sub.set(f)
	if sub.leave, err = d.hub.subscribe(ctx, part, sub.show); err != nil {
		return err
	}
	d.subs[f.Filter] = sub
	return nil
}

func (d *device) unsubscribe(filter string) {
	if sub := d.subs[filter]; sub != nil {
		delete(d.subs, filter)
		sub.leave()
	}
}

// partOf is the stream part that a topic filter means.
func (s *MQTTServer) partOf(filter string) (message.StreamPart, error) {
	switch {
	case strings.HasPrefix(filter, mqtt.SharePrefix+"/"):
		return message.StreamPart{}, errShared
	case strings.HasPrefix(filter, "$"):
		return message.StreamPart{}, fmt.Errorf("%w topic: none that begins with $ is here", errMalformed)
	case strings.ContainsAny(filter, "+#"):
		return message.StreamPart{}, errWildcard
	}
	stream, q, err := parseTopic(filter, s.cfg.StreamIDDomain, s.hub.owner)
	if err != nil {
		return message.StreamPart{}, err
	}
	value, given, err := one(q, "partition")
	if err != nil || !given {
		return message.StreamPart{Stream: stream}, err
	}
	p, err := partitionParam("partition", value)
	return message.StreamPart{Stream: stream, Partition: p}, err
}

func (s *subscription) set(f packets.Subscription) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.noLocal, s.id = f.NoLocal, f.Identifier
}

// show puts a message into the queue of what the client gets.
func (s *subscription) show(e *event) {
	s.mu.Lock()
	noLocal := s.noLocal
	s.mu.Unlock()
	d := s.device
	if noLocal && e.origin == d.chain {
		return
	}
	d.hub.metrics.delivered.WithLabelValues("mqtt").Inc()
	if !d.queue.push(queued{e.payload(d.server.cfg.PayloadMetadata), s}) {
		d.end(endSlow)
	}
}

// write sends what is in the queue.
func (d *device) write() {
	for {
		x, ok := d.queue.pop(d.ctx)
		if !ok {
			return
		}
		err := d.client.WritePacket(x.packet())
		switch {
		case errors.Is(err, packets.ErrPacketTooLarge):
			// MQTT 5, 3.1.2-25: what is larger than the client takes is as if it was sent.
		case err != nil:
			d.end(endOfWrite(err))
		}
	}
}

// endOfWrite is the ending after an error of writing.
func endOfWrite(err error) *ending {
	var timeout net.Error
	if errors.As(err, &timeout) && timeout.Timeout() {
		return endSlow
	}
	return endGone
}

// packet is the form in which a client gets a message.
func (x queued) packet() packets.Packet {
	x.from.mu.Lock()
	defer x.from.mu.Unlock()
	pk := packets.Packet{
		FixedHeader: packets.FixedHeader{Type: packets.Publish},
		TopicName:   x.from.topic,
		Payload:     x.payload,
	}
	if x.from.id != 0 {
		pk.Properties.SubscriptionIdentifier = []int{x.from.id}
	}
	return pk
}

func (d *device) logFailure(what, topic string, err error) {
	d.hub.logFailure(what, err, slog.String("plugin", "mqtt"), slog.String("key", d.name.key.name),
		slog.String("client", d.name.id), slog.String("topic", topic))
}
