package plugins

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/eclipse/paho.golang/paho"
	paho3 "github.com/eclipse/paho.mqtt.golang"

	"github.com/logstore/logstore/message"
)

func TestMQTTPublishes(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	five, three := m.must5(t, paho.Connect{}), m.must3(t, nil)
	for _, tt := range []struct {
		name, topic string
		partition   int32
	}{
		{"no choice", string(stream4), 0},
		{"partition", string(stream4) + "?partition=3", 3},
		{"key", string(stream4) + "?partitionKey=mock-key", message.PartitionOf("mock-key", 4)},
		{"key field", string(stream4) + "?partitionKeyField=foo", message.PartitionOf("bar", 4)},
	} {
		for qos := range byte(3) {
			before := m.net.count()
			if code := five.publish(t, qos, tt.topic, `{"foo": "bar"}`); code != 0 {
				t.Errorf("%s, qos %d: reason code %#x", tt.name, qos, code)
			}
			p := m.net.waitPublished(t, before+1)
			if p.content != `{"foo":"bar"}` || p.message.Part() != partOf(stream4, tt.partition) {
				t.Errorf("%s: %s to %s, want partition %d", tt.name, p.content, p.message.Part(), tt.partition)
			}
			three.publish(t, qos, tt.topic, `{"foo": "bar"}`)
			if p := m.net.waitPublished(t, before+2); p.message.Part() != partOf(stream4, tt.partition) {
				t.Errorf("%s, MQTT 3: to %s, want partition %d", tt.name, p.message.Part(), tt.partition)
			}
		}
	}
	p := m.net.published
	if p[0].message.Chain != p[2].message.Chain || p[0].message.Chain == p[1].message.Chain {
		t.Error("not one chain for each connection")
	}
}

// An acknowledgement comes when the message is in the network, not before.
func TestMQTTAcknowledgesWhatIsPublished(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	block := make(chan struct{})
	m.net.setBlock(block)
	five := m.must5(t, paho.Connect{})
	acked := make(chan struct{})
	go func() {
		defer close(acked)
		if _, err := five.Publish(timeLimit(t), &paho.Publish{QoS: 1, Topic: string(stream1), Payload: []byte(`{}`)}); err != nil {
			t.Error(err)
		}
	}()
	select {
	case <-acked:
		t.Error("acknowledged before it was published")
	case <-time.After(50 * time.Millisecond):
	}
	close(block)
	<-acked
	m.net.waitPublished(t, 1)
}

func TestMQTTTopics(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ domain, topic, stream string }{
		{"", string(stream1), string(stream1)},
		{"0x1234567890123456789012345678901234567890", "one", string(stream1)},
		{"sensors.eth", "a/b", "sensors.eth/a/b"},
		{"", "/mine", ""}, // under the node's address
	} {
		m := newMQTTRig(t, func(c *MQTTConfig) { c.StreamIDDomain = tt.domain })
		stream := message.StreamID(tt.stream)
		if stream == "" {
			stream = message.StreamID(m.net.signer.UserID().String() + "/mine")
		}
		k := m.must5(t, paho.Connect{})
		if codes := k.subscribe(t, tt.topic); codes[0] != 0 {
			t.Errorf("%s: SUBACK %#x", tt.topic, codes)
		}
		k.publish(t, 1, tt.topic, `{"own":1}`)
		if p := m.net.waitPublished(t, 1); p.message.Stream != stream {
			t.Errorf("%s: published to %s, want %s", tt.topic, p.message.Stream, stream)
		}
		if g := k.receive(t); g != (got{tt.topic, `{"own":1}`}) {
			t.Errorf("%s: received %v", tt.topic, g)
		}
		m.net.inject(partOf(stream, 0), `{"x":1}`)
		if g := k.receive(t); g != (got{tt.topic, `{"x":1}`}) {
			t.Errorf("%s: received %v", tt.topic, g)
		}
	}
}

// Topics that mean the same stream part all get its messages, each under its own name.
func TestMQTTSubscribes(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	plain, zero, two := string(stream4), string(stream4)+"?partition=0", string(stream4)+"?partition=2"
	five, three := m.must5(t, paho.Connect{}), m.must3(t, nil)
	if codes := five.subscribe(t, plain, two); !bytes.Equal(codes, []byte{0, 0}) {
		t.Errorf("SUBACK %#x, want quality of service 0", codes)
	}
	if code := three.subscribe(t, zero); code != 0 {
		t.Errorf("SUBACK %#x, want quality of service 0", code)
	}
	m.net.inject(partOf(stream4, 0), `{"p":0}`)
	m.net.inject(partOf(stream4, 1), `{"p":1}`)
	m.net.inject(partOf(stream4, 2), `{"p":2}`)
	for _, want := range []got{{plain, `{"p":0}`}, {two, `{"p":2}`}} {
		if g := five.receive(t); g != want {
			t.Errorf("received %v, want %v", g, want)
		}
	}
	if g := three.receive(t); g != (got{zero, `{"p":0}`}) {
		t.Errorf("received %v", g)
	}
	if m.net.opened != 2 {
		t.Errorf("the network was asked %d times for 2 parts", m.net.opened)
	}
	if _, err := five.Unsubscribe(timeLimit(t), &paho.Unsubscribe{Topics: []string{two}}); err != nil {
		t.Error(err)
	}
	m.net.waitReaders(t, partOf(stream4, 2), 0)
	_ = five.Disconnect(&paho.Disconnect{})
	three.Disconnect(0)
	m.net.waitReaders(t, partOf(stream4, 0), 0)
}

// What one device publishes another reads at once, whatever the protocol, and once only.
func TestDevicesReadEachOther(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	ws, err := NewWebSocket(DefaultConfig().WebSocket, m.hub)
	if err != nil {
		t.Fatal(err)
	}
	w := &wsRig{rig: m.rig, server: ws, url: "ws://" + m.serve(t, ws)}
	reader5 := m.must5(t, paho.Connect{})
	reader5.subscribe(t, string(stream1))
	readerWS := w.mustDial(t, wsPath(stream1, actSubscribe))
	m.waitShown(t, partOf(stream1, 0), 2)
	writer3 := m.must3(t, nil)
	writer3.publish(t, 1, string(stream1), `{"from":"mqtt"}`)
	writerWS := w.mustDial(t, wsPath(stream1, actPublish))
	send(t, writerWS, `{"from":"websocket"}`)
	for _, want := range []string{`{"from":"mqtt"}`, `{"from":"websocket"}`} {
		if g := reader5.receive(t); g.payload != want {
			t.Errorf("MQTT received %v, want %s", g, want)
		}
		if g := receive(t, readerWS); g != want {
			t.Errorf("WebSocket received %s, want %s", g, want)
		}
	}
	m.net.inject(partOf(stream1, 0), `{"last":1}`)
	if g := reader5.receive(t); g.payload != `{"last":1}` {
		t.Errorf("something came twice: %v", g)
	}
}

func TestMQTT5SubscriptionOptions(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	k := m.must5(t, paho.Connect{})
	id := 77
	if _, err := k.Subscribe(timeLimit(t), &paho.Subscribe{
		Properties:    &paho.SubscribeProperties{SubscriptionIdentifier: &id},
		Subscriptions: []paho.SubscribeOptions{{Topic: string(stream1), NoLocal: true}},
	}); err != nil {
		t.Fatal(err)
	}
	k.publish(t, 1, string(stream1), `{"own":1}`)
	other := m.must5(t, paho.Connect{})
	other.publish(t, 1, string(stream1), `{"other":1}`)
	p := <-k.inbox
	if string(p.Payload) != `{"other":1}` {
		t.Errorf("received %s in spite of no local", p.Payload)
	}
	if p.Properties.SubscriptionIdentifier == nil || *p.Properties.SubscriptionIdentifier != id {
		t.Errorf("subscription identifier %v", p.Properties.SubscriptionIdentifier)
	}
}

func TestMQTTMetadata(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, func(c *MQTTConfig) { c.PayloadMetadata = true })
	k := m.must3(t, nil)
	k.subscribe(t, string(stream1))
	k.publish(t, 1, string(stream1), `{"content":{"foo":1},"metadata":{"timestamp":"2021-02-03T04:05:06Z"}}`)
	p := m.net.waitPublished(t, 1).message
	if p.Timestamp != 1612325106000 {
		t.Errorf("timestamp %d", p.Timestamp)
	}
	want := fmt.Sprintf(`{"content":{"foo":1},"metadata":{"timestamp":1612325106000,"sequenceNumber":0,"publisherId":"%s","msgChainId":"%s"}}`, p.Publisher, p.Chain)
	if g := k.receive(t); g.payload != want {
		t.Errorf("received\n%s\nwant\n%s", g.payload, want)
	}
}

func TestMQTTKeys(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	r := newRig(t)
	r.hub.log = slog.New(slog.NewTextHandler(&synced{w: &log}, &slog.HandlerOptions{Level: slog.LevelDebug}))
	cfg := DefaultConfig().MQTT
	cfg.APIKeys = []APIKey{keyOf("device-key"), keyOf("reader-key", "read"), keyOf("writer-key", "publish")}
	s, err := NewMQTT(cfg, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	m := &mqttRig{rig: r, server: s, addr: r.serve(t, s)}
	for _, tt := range []struct {
		name, password string
		code5          byte
		error3         string
	}{
		{"none", "", 0x87, "not Authorized"},
		{"wrong", "secret-of-others", 0x86, "bad user name or password"},
		{"right", "device-key", 0, ""},
	} {
		k, err := m.connect5(t, paho.Connect{Username: "any", UsernameFlag: true, Password: []byte(tt.password), PasswordFlag: tt.password != ""})
		if (err == nil) != (tt.code5 == 0) || k.connack == nil || k.connack.ReasonCode != tt.code5 {
			t.Errorf("%s, MQTT 5: %+v, %v", tt.name, k.connack, err)
		}
		_, err = m.connect3(t, func(o *paho3.ClientOptions) {
			if tt.password != "" {
				o.SetUsername("any").SetPassword(tt.password)
			}
		})
		if (err == nil) != (tt.error3 == "") || err != nil && !strings.Contains(err.Error(), tt.error3) {
			t.Errorf("%s, MQTT 3: %v, want %q", tt.name, err, tt.error3)
		}
	}
	reader := m.must5(t, paho.Connect{Username: "any", UsernameFlag: true, Password: []byte("reader-key"), PasswordFlag: true})
	if code := reader.publish(t, 1, string(stream1), `{}`); code != 0x87 {
		t.Errorf("a key that may only read: PUBACK %#x", code)
	}
	if code := reader.publish(t, 2, string(stream1), `{}`); code != 0x87 {
		t.Errorf("a key that may only read: PUBREC %#x", code)
	}
	writer := m.must5(t, paho.Connect{Username: "any", UsernameFlag: true, Password: []byte("writer-key"), PasswordFlag: true})
	if codes := writer.subscribe(t, string(stream1)); codes[0] != 0x87 {
		t.Errorf("a key that may only publish: SUBACK %#x", codes)
	}
	if m.net.count() != 0 {
		t.Error("a message was published")
	}
	for _, secret := range []string{"device-key", "secret-of-others", "reader-key"} {
		if strings.Contains(log.String(), secret) {
			t.Errorf("a key is in the log: %s", log.String())
		}
	}
	if log.Len() == 0 {
		t.Error("nothing was logged")
	}
}

// synced is a writer for many goroutines.
type synced struct {
	mu sync.Mutex
	w  *bytes.Buffer
}

func (s *synced) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Write(b)
}

func TestMQTT5TellsWhatIsWrong(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil, func(l *Limits) { l.MaxSubscriptions = 2 })
	k := m.must5(t, paho.Connect{})
	other := "0x1234567890123456789012345678901234567890/other"
	for _, tt := range []struct {
		name, topic, payload string
		fail                 error
		code                 byte
	}{
		{"not JSON", string(stream1), `nonsense`, nil, 0x99},
		{"empty", string(stream1), ``, nil, 0x99},
		{"too large", string(stream1), `{"a":"` + strings.Repeat("a", MaxPayload) + `"}`, nil, 0x97},
		{"unknown stream", other, `{}`, nil, 0x90},
		{"topic that is no stream id", "a b/c", `{}`, nil, 0x90},
		{"partition", string(stream4) + "?partition=4", `{}`, nil, 0x90},
		{"partition that is no number", string(stream4) + "?partition=x", `{}`, nil, 0x90},
		{"two choices", string(stream4) + "?partition=1&partitionKey=x", `{}`, nil, 0x90},
		{"no permission", string(stream1), `{}`, ErrNoPermission, 0x87},
		{"unavailable", string(stream1), `{}`, ErrUnavailable, 0x83},
		{"failure", string(stream1), `{}`, errors.New("fire"), 0x80},
	} {
		m.net.setFail(tt.fail)
		for qos := range byte(3) {
			if code := k.publish(t, qos, tt.topic, tt.payload); qos > 0 && code != tt.code {
				t.Errorf("%s, qos %d: reason code %#x, want %#x", tt.name, qos, code, tt.code)
			}
		}
	}
	m.net.setFail(nil)
	for _, tt := range []struct {
		name, topic string
		code        byte
	}{
		{"unknown stream", other, 0x8f},
		{"wildcard", "sensors.eth/#", 0xa2},
		{"wildcard within", "sensors.eth/+/b", 0xa2},
		{"shared", "$share/group/sensors.eth/a/b", 0x9e},
		{"of the broker", "$SYS/broker/version", 0x8f},
		{"partition", string(stream4) + "?partition=4", 0x8f},
	} {
		// paho refuses some of these by itself, having read CONNACK.
		s := &paho.Subscribe{Subscriptions: []paho.SubscribeOptions{{Topic: tt.topic}, {Topic: string(stream1)}}}
		ack, err := k.Subscribe(timeLimit(t), s)
		if ack == nil {
			if errors.Is(err, paho.ErrInvalidArguments) && (tt.code == 0xa2 || tt.code == 0x9e) {
				continue
			}
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if !bytes.Equal(ack.Reasons, []byte{tt.code, 0}) {
			t.Errorf("%s: SUBACK %#x, want %#x", tt.name, ack.Reasons, tt.code)
		}
	}
	if codes := k.subscribe(t, string(stream4), "sensors.eth/a/b"); !bytes.Equal(codes, []byte{0, 0x97}) {
		t.Errorf("too many subscriptions: SUBACK %#x", codes)
	}
	if m.net.count() != 0 {
		t.Errorf("%d messages were published", m.net.count())
	}
	k.publish(t, 1, string(stream1), `{"after":1}`) // the connection goes on
	if g := k.receive(t); g.payload != `{"after":1}` {
		t.Errorf("received %v", g)
	}
}

// MQTT 3 cannot say no. What would be refused for ever is taken and dropped; what may work
// later is not acknowledged.
func TestMQTT3WhenSomethingIsWrong(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	k := m.must3(t, nil)
	for qos := range byte(3) {
		k.publish(t, qos, string(stream1), `nonsense`)
	}
	if code := k.subscribe(t, "sensors.eth/#"); code != 0x80 {
		t.Errorf("wildcard: SUBACK %#x", code)
	}
	if code := k.subscribe(t, "0x1234567890123456789012345678901234567890/other"); code != 0x80 {
		t.Errorf("unknown stream: SUBACK %#x", code)
	}
	k.publish(t, 1, string(stream1), `{"good":1}`)
	if p := m.net.waitPublished(t, 1); p.content != `{"good":1}` {
		t.Errorf("published %s", p.content)
	}
	m.net.setFail(ErrUnavailable)
	k.Publish(string(stream1), 1, false, `{"lost":1}`)
	select {
	case <-k.lost:
	case <-timeLimit(t).Done():
		t.Error("the connection goes on after a message that was not taken")
	}
	m.net.setFail(nil)
	m.metric(t, m.hub.metrics.published.WithLabelValues("mqtt", "malformed"), 3)
	m.metric(t, m.hub.metrics.published.WithLabelValues("mqtt", "unavailable"), 1)
}

func TestMQTT5Connack(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	forever := uint32(1<<32 - 1)
	k := m.must5(t, paho.Connect{ClientID: "", Properties: &paho.ConnectProperties{SessionExpiryInterval: &forever}})
	p := k.connack.Properties
	if k.connack.SessionPresent || p.AssignedClientID == "" || p.RetainAvailable || p.WildcardSubAvailable || p.SharedSubAvailable {
		t.Errorf("CONNACK %+v", p)
	}
	if p.SessionExpiryInterval == nil || *p.SessionExpiryInterval != 0 {
		t.Error("the client believes that its session lasts")
	}
	if p.MaximumPacketSize == nil || *p.MaximumPacketSize != maxPacket {
		t.Error("the client does not know how long a packet may be")
	}
	if k, err := m.connect5(t, paho.Connect{Properties: &paho.ConnectProperties{AuthMethod: "magic"}}); err == nil || k.connack.ReasonCode != 0x8c {
		t.Errorf("extended authentication: %+v, %v", k.connack, err)
	}
}

// The second connection with a client id ends the first, unless its key is another.
func TestMQTTTakesOver(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, func(c *MQTTConfig) { c.APIKeys = []APIKey{keyOf("one-key"), keyOf("two-key")} })
	connect := func(key string, i int) *client5 {
		return m.must5(t, paho.Connect{ClientID: fmt.Sprint("same-", i), UsernameFlag: true, Username: "x", Password: []byte(key), PasswordFlag: true})
	}
	other := connect("two-key", 0)
	other.subscribe(t, string(stream1))
	for i := range 10 {
		first := connect("one-key", i)
		first.subscribe(t, string(stream4))
		second := connect("one-key", i)
		if d := first.goodbye(t); d.ReasonCode != 0x8e {
			t.Errorf("DISCONNECT %#x", d.ReasonCode)
		}
		second.subscribe(t, string(stream4))
		m.net.waitReaders(t, partOf(stream4, 0), 1)
		m.net.inject(partOf(stream4, 0), `{"x":1}`)
		if g := second.receive(t); g.payload != `{"x":1}` {
			t.Errorf("received %v", g)
		}
		_ = second.Disconnect(&paho.Disconnect{})
	}
	m.net.inject(partOf(stream1, 0), `{"y":1}`)
	if g := other.receive(t); g.payload != `{"y":1}` {
		t.Errorf("received %v", g)
	}
	// Counted when all is over, after the client was told.
	waitFor(t, "all are counted", func() bool { return counter(m.hub.metrics.ended.WithLabelValues("mqtt", "taken_over")) == 10 })
}

func TestMQTTWill(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	delay := uint32(3600)
	withWill := func(id string) paho.Connect {
		return paho.Connect{
			ClientID: id, WillMessage: &paho.WillMessage{Topic: string(stream1), Payload: []byte(`{"dead":"` + id + `"}`), Retain: true, QoS: 1},
			WillProperties: &paho.WillProperties{WillDelayInterval: &delay},
		}
	}
	polite := m.must5(t, withWill("polite"))
	_ = polite.Disconnect(&paho.Disconnect{})
	broken := m.must5(t, withWill("broken"))
	_ = broken.conn.Close()
	if p := m.net.waitPublished(t, 1); p.content != `{"dead":"broken"}` {
		t.Errorf("published %s", p.content)
	}
	asked := m.must5(t, withWill("asked"))
	_ = asked.Disconnect(&paho.Disconnect{ReasonCode: 4})
	if p := m.net.waitPublished(t, 2); p.content != `{"dead":"asked"}` {
		t.Errorf("published %s", p.content)
	}
	m.must5(t, withWill("taken"))
	m.must5(t, paho.Connect{ClientID: "taken"})
	if p := m.net.waitPublished(t, 3); p.content != `{"dead":"taken"}` {
		t.Errorf("published %s", p.content)
	}
}

// A client that reads too slowly is cut off; others do not notice.
func TestMQTTSlowSubscriber(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil, func(l *Limits) { l.QueueBytes = 4 << 20 })
	// Speaks MQTT 3.1.1 by hand, and stops reading after SUBACK.
	slow, err := net.Dial("tcp", m.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = slow.Close() }()
	connect := []byte{0x10, 16, 0, 4, 'M', 'Q', 'T', 'T', 4, 2, 0, 0, 0, 4, 's', 'l', 'o', 'w'}
	topic := string(stream1)
	subscribe := append([]byte{0x82, byte(5 + len(topic)), 0, 1, 0, byte(len(topic))}, topic...)
	if _, err := slow.Write(append(connect, append(subscribe, 0)...)); err != nil {
		t.Fatal(err)
	}
	m.net.waitReaders(t, partOf(stream1, 0), 1)
	fast := m.must5(t, paho.Connect{})
	fast.subscribe(t, topic)
	big := `{"x":"` + strings.Repeat("x", 1<<20) + `"}`
	for i := 0; counter(m.hub.metrics.ended.WithLabelValues("mqtt", "slow")) == 0; i++ {
		if i == 1000 {
			t.Fatal("a thousand MiB wait for a client")
		}
		m.net.inject(partOf(stream1, 0), big)
		if g := fast.receive(t); g.payload != big {
			t.Fatal("the fast client got something else")
		}
	}
	m.net.inject(partOf(stream1, 0), `{"after":1}`)
	if g := fast.receive(t); g.payload != `{"after":1}` {
		t.Errorf("the fast client got %s", clip(g.payload))
	}
}

// Whoever says nothing, or too much, before being let in is cut off.
func TestMQTTStrangers(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil, func(l *Limits) { l.ReadTimeout = 100 * time.Millisecond })
	silent, err := net.Dial("tcp", m.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = silent.Close() }()
	_ = silent.SetReadDeadline(time.Now().Add(20 * time.Second))
	if _, err := silent.Read(make([]byte, 1)); err == nil || errors.Is(err, context.DeadlineExceeded) || isTimeout(err) {
		t.Errorf("a silent stranger: %v", err)
	}
	loud, err := net.Dial("tcp", m.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = loud.Close() }()
	_, _ = loud.Write(append([]byte{0x10, 0xff, 0xff, 0x3f}, make([]byte, maxGreeting)...)) // may be cut short
	_ = loud.SetReadDeadline(time.Now().Add(20 * time.Second))
	if _, err := loud.Read(make([]byte, 1)); err == nil || isTimeout(err) {
		t.Errorf("a loud stranger: %v", err)
	}
	web, err := net.Dial("tcp", m.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = web.Close() }()
	_, _ = web.Write([]byte("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"))
	_ = web.SetReadDeadline(time.Now().Add(20 * time.Second))
	if n, err := web.Read(make([]byte, 1)); err == nil || isTimeout(err) {
		t.Errorf("a browser: %d bytes, %v", n, err)
	}
}

func isTimeout(err error) bool {
	var ne net.Error
	return errors.As(err, &ne) && ne.Timeout()
}

func TestMQTTManyClients(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	const devices, each = 60, 20
	var wg sync.WaitGroup
	readers := make([]*client5, 5)
	for i := range readers {
		readers[i] = m.must5(t, paho.Connect{})
		readers[i].subscribe(t, string(stream1))
	}
	for i := range devices {
		k := m.must3(t, func(o *paho3.ClientOptions) { o.SetClientID(fmt.Sprint("device-", i)) })
		wg.Go(func() {
			for j := range each {
				k.publish(t, byte(j%3), string(stream1), fmt.Sprintf(`{"device":%d,"n":%d}`, i, j))
			}
		})
	}
	wg.Wait()
	m.net.waitPublished(t, devices*each)
	for _, r := range readers {
		next := make(map[string]int)
		for range devices * each {
			var device string
			var n int
			g := r.receive(t)
			if _, err := fmt.Sscanf(g.payload, `{"device":%s`, &device); err != nil {
				t.Fatal(err, g.payload)
			}
			device, rest, _ := strings.Cut(device, ",")
			if _, err := fmt.Sscanf(rest, `"n":%d`, &n); err != nil || n != next[device] {
				t.Fatalf("device %s: message %d, want %d (%v)", device, n, next[device], err)
			}
			next[device]++
		}
	}
	if m.net.count() != devices*each {
		t.Errorf("%d messages were published, want %d", m.net.count(), devices*each)
	}
}

func TestMQTTReconnects(t *testing.T) {
	t.Parallel()
	m := newMQTTRig(t, nil)
	for i := range 20 {
		k := m.must3(t, func(o *paho3.ClientOptions) { o.SetClientID("device").SetCleanSession(false) })
		k.subscribe(t, string(stream1))
		want := fmt.Sprintf(`{"i":%d}`, i)
		m.net.inject(partOf(stream1, 0), want)
		if g := k.receive(t); g.payload != want {
			t.Fatalf("received %v, want %s", g, want)
		}
		k.Disconnect(0)
		m.net.waitReaders(t, partOf(stream1, 0), 0)
	}
}

func TestMQTTShutdown(t *testing.T) {
	t.Parallel()
	for _, stuck := range []bool{false, true} {
		r := newRig(t)
		s, err := NewMQTT(DefaultConfig().MQTT, r.hub)
		if err != nil {
			t.Fatal(err)
		}
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		served := make(chan error, 1)
		go func() { served <- s.Serve(l) }()
		m := &mqttRig{rig: r, server: s, addr: l.Addr().String()}
		five := m.must5(t, paho.Connect{WillMessage: &paho.WillMessage{Topic: string(stream1), Payload: []byte(`{"dead":1}`)}})
		five.subscribe(t, string(stream1))
		three := m.must3(t, nil)
		if stuck {
			r.net.setBlock(make(chan struct{}))
			three.Publish(string(stream1), 1, false, `{}`)
			waitFor(t, "a publication is under way", func() bool {
				s.mu.Lock()
				defer s.mu.Unlock()
				for d := range s.devices {
					if d.chain != nil && len(d.chain.turn) == 0 {
						return true
					}
				}
				return false
			})
		}
		ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
		if !stuck {
			cancel()
			ctx, cancel = context.WithTimeout(context.Background(), 10*time.Second)
		}
		began := time.Now()
		err = s.Shutdown(ctx)
		cancel()
		if stuck != errors.Is(err, context.DeadlineExceeded) || !stuck && err != nil {
			t.Errorf("stuck %v: %v", stuck, err)
		}
		if took := time.Since(began); took > 5*time.Second {
			t.Errorf("stuck %v: it took %v", stuck, took)
		}
		if err := s.Shutdown(context.Background()); err != nil {
			t.Errorf("a second time: %v", err)
		}
		if d := five.goodbye(t); d.ReasonCode != 0x8b {
			t.Errorf("DISCONNECT %#x", d.ReasonCode)
		}
		select {
		case <-three.lost:
		case <-timeLimit(t).Done():
			t.Error("a client of MQTT 3 is still connected")
		}
		if err := <-served; err != nil {
			t.Error(err)
		}
		if r.net.count() != 0 {
			t.Error("a will was published because the node ends")
		}
	}
}
