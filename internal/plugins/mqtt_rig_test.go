package plugins

import (
	"net"
	"testing"
	"time"

	"github.com/eclipse/paho.golang/paho"
	paho3 "github.com/eclipse/paho.mqtt.golang"

	"github.com/logstore/logstore/message"
)

type mqttRig struct {
	*rig
	addr   string
	server *MQTTServer
}

func newMQTTRig(t *testing.T, change func(*MQTTConfig), limits ...func(*Limits)) *mqttRig {
	t.Helper()
	r := newRig(t, limits...)
	cfg := DefaultConfig().MQTT
	if change != nil {
		change(&cfg)
	}
	s, err := NewMQTT(cfg, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	return &mqttRig{rig: r, addr: r.serve(t, s), server: s}
}

// got is a message that a client of MQTT received.
type got struct{ topic, payload string }

// client5 is a client of MQTT 5.
type client5 struct {
	*paho.Client
	conn    net.Conn
	connack *paho.Connack
	inbox   chan *paho.Publish
	bye     chan *paho.Disconnect
}

// connect5 connects a client of MQTT 5. The error is that of connecting, with the answer
// in connack if there was one.
func (m *mqttRig) connect5(t *testing.T, c paho.Connect) (*client5, error) {
	t.Helper()
	conn, err := net.Dial("tcp", m.addr)
	if err != nil {
		t.Fatal(err)
	}
	k := &client5{conn: conn, inbox: make(chan *paho.Publish, 10_000), bye: make(chan *paho.Disconnect, 10)}
	k.Client = paho.NewClient(paho.ClientConfig{
		Conn: conn,
		OnPublishReceived: []func(paho.PublishReceived) (bool, error){func(p paho.PublishReceived) (bool, error) {
			k.inbox <- p.Packet
			return true, nil
		}},
		OnServerDisconnect: func(d *paho.Disconnect) { k.bye <- d },
	})
	if c.KeepAlive == 0 {
		c.KeepAlive = 60
	}
	c.CleanStart = true
	k.connack, err = k.Connect(timeLimit(t), &c)
	t.Cleanup(func() {
		_ = k.Disconnect(&paho.Disconnect{})
		_ = conn.Close()
		if k.connack != nil && k.connack.ReasonCode == 0 {
			<-k.Done()
		}
	})
	return k, err
}

func (m *mqttRig) must5(t *testing.T, c paho.Connect) *client5 {
	t.Helper()
	k, err := m.connect5(t, c)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func (k *client5) subscribe(t *testing.T, topics ...string) []byte {
	t.Helper()
	var s paho.Subscribe
	for _, topic := range topics {
		s.Subscriptions = append(s.Subscriptions, paho.SubscribeOptions{Topic: topic, QoS: 1})
	}
	ack, err := k.Subscribe(timeLimit(t), &s)
	if ack == nil {
		t.Fatal(err)
	}
	return ack.Reasons
}

// publish returns the reason code of the acknowledgement, 0 for quality of service 0.
func (k *client5) publish(t *testing.T, qos byte, topic, payload string) byte {
	t.Helper()
	ack, err := k.Publish(timeLimit(t), &paho.Publish{QoS: qos, Topic: topic, Payload: []byte(payload)})
	if ack != nil {
		return ack.ReasonCode
	}
	if err != nil {
		t.Fatal(err)
	}
	return 0
}

func (k *client5) receive(t *testing.T) got {
	t.Helper()
	select {
	case p := <-k.inbox:
		if p.QoS != 0 || p.Retain {
			t.Errorf("received with quality of service %d, retain %v", p.QoS, p.Retain)
		}
		return got{p.Topic, string(p.Payload)}
	case <-timeLimit(t).Done():
		t.Fatal("no message came")
		return got{}
	}
}

func (k *client5) goodbye(t *testing.T) *paho.Disconnect {
	t.Helper()
	select {
	case d := <-k.bye:
		return d
	case <-timeLimit(t).Done():
		t.Fatal("the client was not told why")
		return nil
	}
}

// client3 is a client of MQTT 3.1.1.
type client3 struct {
	paho3.Client
	inbox chan got
	lost  chan error
}

// connect3 connects a client of MQTT 3.1.1.
func (m *mqttRig) connect3(t *testing.T, change func(*paho3.ClientOptions)) (*client3, error) {
	t.Helper()
	k := &client3{inbox: make(chan got, 10_000), lost: make(chan error, 1)}
	o := paho3.NewClientOptions().AddBroker("tcp://" + m.addr).SetAutoReconnect(false).SetProtocolVersion(4).SetConnectTimeout(10 * time.Second).
		SetDefaultPublishHandler(func(_ paho3.Client, msg paho3.Message) { k.inbox <- got{msg.Topic(), string(msg.Payload())} }).
		SetConnectionLostHandler(func(_ paho3.Client, err error) { k.lost <- err })
	if change != nil {
		change(o)
	}
	k.Client = paho3.NewClient(o)
	token := k.Connect()
	if !token.WaitTimeout(20 * time.Second) {
		t.Fatal("no answer to CONNECT")
	}
	t.Cleanup(func() { k.Disconnect(0) })
	return k, token.Error()
}

func (m *mqttRig) must3(t *testing.T, change func(*paho3.ClientOptions)) *client3 {
	t.Helper()
	k, err := m.connect3(t, change)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func (k *client3) subscribe(t *testing.T, topic string) byte {
	t.Helper()
	token := k.Subscribe(topic, 2, nil).(*paho3.SubscribeToken)
	if !token.WaitTimeout(20 * time.Second) {
		t.Fatal("no answer to SUBSCRIBE")
	}
	return token.Result()[topic]
}

func (k *client3) publish(t *testing.T, qos byte, topic, payload string) {
	t.Helper()
	token := k.Publish(topic, qos, false, payload)
	if !token.WaitTimeout(20 * time.Second) {
		t.Fatal("no acknowledgement")
	}
	if err := token.Error(); err != nil {
		t.Fatal(err)
	}
}

func (k *client3) receive(t *testing.T) got {
	t.Helper()
	select {
	case g := <-k.inbox:
		return g
	case <-timeLimit(t).Done():
		t.Fatal("no message came")
		return got{}
	}
}

func partOf(stream message.StreamID, p int32) message.StreamPart {
	return message.StreamPart{Stream: stream, Partition: p}
}
