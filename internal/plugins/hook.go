package plugins

import (
	"context"
	"errors"
	"slices"

	mqtt "github.com/mochi-mqtt/server/v2"
	"github.com/mochi-mqtt/server/v2/packets"
)

// hook is what the MQTT library calls.
type hook struct {
	mqtt.HookBase
	server *MQTTServer
}

// ID names the hook to the library.
func (h *hook) ID() string { return "streamr" }

// Provides tells the library which methods to call.
func (h *hook) Provides(b byte) bool {
	return slices.Contains([]byte{
		mqtt.OnPacketRead, mqtt.OnConnect, mqtt.OnConnectAuthenticate, mqtt.OnACLCheck,
		mqtt.OnPublish, mqtt.OnSubscribe, mqtt.OnSubscribed, mqtt.OnUnsubscribed, mqtt.OnPacketEncode,
	}, b)
}

// deviceOf is the device of a client of the library.
func deviceOf(cl *mqtt.Client) *device { return cl.Net.Conn.(*deviceConn).device }

// OnPacketRead makes the library accept wills that are to be retained: they are published
// like others.
func (h *hook) OnPacketRead(_ *mqtt.Client, pk packets.Packet) (packets.Packet, error) {
	if pk.FixedHeader.Type == packets.Connect {
		pk.Connect.WillRetain = false
	}
	return pk, nil
}

// OnConnect lets a client in whose password is an API key. (Official node: without a
// password the answer is "not authorized", with a wrong one "bad user name or password".)
func (h *hook) OnConnect(cl *mqtt.Client, pk packets.Packet) error {
	if pk.Properties.AuthenticationMethod != "" {
		return h.refuse(cl, packets.ErrBadAuthenticationMethod, packets.Err3NotAuthorized)
	}
	k, err := h.server.keys.find(string(pk.Connect.Password), pk.Connect.PasswordFlag)
	h.server.hub.metrics.signIn("mqtt", err)
	switch {
	case errors.Is(err, errNoKey):
		return h.refuse(cl, packets.ErrNotAuthorized, packets.Err3NotAuthorized)
	case err != nil:
		return h.refuse(cl, packets.ErrBadUsernameOrPassword, packets.ErrMalformedUsernameOrPassword)
	}
	if err := deviceOf(cl).admit(cl, k, cl.ID); err != nil {
		return h.refuse(cl, packets.ErrServerUnavailable, packets.Err3ServerUnavailable)
	}
	return nil
}

// refuse answers a client that is not let in; codes differ between versions of MQTT.
func (h *hook) refuse(cl *mqtt.Client, code, code3 packets.Code) error {
	if cl.Properties.ProtocolVersion < 5 {
		code = code3
	}
	_ = h.server.broker.SendConnack(cl, code, false, nil) // it is disconnected all the same
	return code
}

// OnConnectAuthenticate agrees: OnConnect has decided.
func (h *hook) OnConnectAuthenticate(*mqtt.Client, packets.Packet) bool { return true }

// OnACLCheck agrees: OnPublish and OnSubscribe decide.
func (h *hook) OnACLCheck(*mqtt.Client, string, bool) bool { return true }

// OnPublish publishes to the network before the client gets its acknowledgement. The
// library hands on nothing itself.
func (h *hook) OnPublish(cl *mqtt.Client, pk packets.Packet) (packets.Packet, error) {
	d := deviceOf(cl)
	err := d.publish(pk.TopicName, pk.Payload)
	if err == nil || pk.FixedHeader.Qos == 0 {
		return pk, packets.CodeSuccessIgnore
	}
	c := classify(err)
	switch {
	case cl.Properties.ProtocolVersion == 5:
		nack := packets.Packet{
			FixedHeader: packets.FixedHeader{Type: packets.Puback},
			PacketID:    pk.PacketID,
			ReasonCode:  c.pub.Code,
			Properties:  packets.Properties{ReasonString: c.tell(err)},
		}
		if pk.FixedHeader.Qos == 2 {
			nack.FixedHeader.Type = packets.Pubrec
		}
		if err := cl.WritePacket(nack); err != nil {
			cl.Stop(err)
		}
		return pk, packets.ErrRejectPacket
	case c.again:
		// MQTT 3 has no other way to say that the message was not taken: who wants to be
		// sure sends it again after connecting.
		d.end(endOf(err))
		return pk, packets.ErrRejectPacket
	}
	// It would be refused for ever: taken, and dropped, as the official node does.
	return pk, packets.CodeSuccessIgnore
}

// OnSubscribe subscribes to the streams of the topics. A topic that fails becomes one that
// the library refuses.
func (h *hook) OnSubscribe(cl *mqtt.Client, pk packets.Packet) packets.Packet {
	d := deviceOf(cl)
	ctx, cancel := context.WithTimeout(d.ctx, h.server.hub.limits.NetworkTimeout)
	defer cancel()
	d.answers = make([]byte, len(pk.Filters))
	for i := range pk.Filters {
		f := &pk.Filters[i]
		if err := d.subscribe(ctx, *f); err != nil {
			d.logFailure("a device's subscription failed", f.Filter, err)
			d.answers[i] = classify(err).sub.Code
			f.Filter = ""
		}
		f.Qos = packets.CodeGrantedQos0.Code
	}
	return pk
}

// OnSubscribed takes back what the library did not agree to.
func (h *hook) OnSubscribed(cl *mqtt.Client, pk packets.Packet, reasonCodes []byte) {
	d := deviceOf(cl)
	for i, f := range pk.Filters {
		if reasonCodes[i] >= packets.ErrUnspecifiedError.Code && f.Filter != "" {
			d.unsubscribe(f.Filter)
		}
	}
}

// OnUnsubscribed is called for topics that the client gives up, and at its end.
func (h *hook) OnUnsubscribed(cl *mqtt.Client, pk packets.Packet) {
	d := deviceOf(cl)
	for _, f := range pk.Filters {
		d.unsubscribe(f.Filter)
	}
}

// OnPacketEncode tells clients of MQTT 5 what there is, and why a topic was refused.
func (h *hook) OnPacketEncode(cl *mqtt.Client, pk packets.Packet) packets.Packet {
	if cl.Properties.ProtocolVersion != 5 {
		return pk
	}
	switch pk.FixedHeader.Type {
	case packets.Connack:
		p := &pk.Properties
		p.MaximumPacketSize = maxPacket
		p.RetainAvailable, p.RetainAvailableFlag = 0, true
		p.WildcardSubAvailable, p.WildcardSubAvailableFlag = 0, true
		p.SharedSubAvailable, p.SharedSubAvailableFlag = 0, true
	case packets.Suback:
		for i, code := range deviceOf(cl).answers {
			if code != 0 && i < len(pk.ReasonCodes) {
				pk.ReasonCodes[i] = code
			}
		}
	}
	return pk
}
