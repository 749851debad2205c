package connection

import (
	"encoding/json"
	"os"
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// loadTranscript reads the frames that two official nodes have exchanged.
func loadTranscript(t testing.TB) (ms []*wire.Message) {
	t.Helper()
	b, err := os.ReadFile("testdata/transcript.json")
	if err != nil {
		t.Fatal(err)
	}
	var v struct{ Frames []struct{ Hex hexBytes } }
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	for _, f := range v.Frames {
		m := new(wire.Message)
		if err := proto.Unmarshal(f.Hex, m); err != nil {
			t.Fatal(err)
		}
		ms = append(ms, m)
	}
	return ms
}

// TestOfficialClient plays what an official node has sent to another one to our node, and
// compares what ours answers with what the other has answered.
func TestOfficialClient(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	var check, connect *raw
	from := w.net.NewHost(0, false)
	answer := func(r *raw, m *wire.Message) *wire.Message {
		t.Helper()
		before := len(r.got)
		r.send(m)
		w.run(100 * time.Millisecond)
		if len(r.got) != before+1 {
			t.Fatalf("no answer to %v", m)
		}
		return r.got[before]
	}
	played := 0
	for _, m := range loadTranscript(t) {
		switch {
		case m.GetConnectivityRequest() != nil && m.GetConnectivityRequest().GetPort() == 0:
			check = w.dialRaw(from, a, transport.ActionCheck)
			got := answer(check, m)
			wantAnswer := &wire.ConnectivityResponse{Host: "10.0.0.2", NatType: "unknown", IpAddress: 10<<24 + 2, ProtocolVersion: "1.1"}
			if !proto.Equal(got.GetConnectivityResponse(), wantAnswer) || got.GetServiceId() != m.GetServiceId() || len(got.GetMessageId()) != 36 {
				t.Errorf("check answered with %v", got)
			}
		case m.GetHandshakeRequest() != nil:
			m.GetHandshakeRequest().TargetPeerDescriptor = a.Self().Descriptor
			connect = w.dialRaw(from, a, transport.ActionConnect)
			got := answer(connect, m)
			h := got.GetHandshakeResponse()
			if h == nil || h.Error != nil || h.GetProtocolVersion() != "1.1" || !proto.Equal(h.GetSourcePeerDescriptor(), a.Self().Descriptor) || got.GetServiceId() != m.GetServiceId() {
				t.Errorf("handshake answered with %v", got)
			}
		case m.GetRpcMessage().GetHeader()["method"] == "lockRequest" && m.GetRpcMessage().GetHeader()["request"] != "":
			got := answer(connect, m)
			r := got.GetRpcMessage()
			if got.GetServiceId() != m.GetServiceId() || r.GetRequestId() != m.GetRpcMessage().GetRequestId() || r.GetHeader()["response"] != "response" || r.ErrorType != nil {
				t.Errorf("lock answered with %v", got)
			}
			if a.Stats().Locked != 1 {
				t.Error("not locked")
			}
		case m.GetRpcMessage().GetHeader()["method"] == "unlockRequest":
			connect.send(m)
			w.run(100 * time.Millisecond)
			if a.Stats().Locked != 0 {
				t.Error("not unlocked")
			}
		case m.GetRpcMessage().GetHeader()["method"] == "gracefulDisconnect":
			connect.send(m)
			w.run(100 * time.Millisecond)
			if !connect.closed {
				t.Error("not closed")
			}
			want(t, "log", a.log, []string{"+b2", "~b2"})
		default:
			continue
		}
		played++
	}
	if played != 5 {
		t.Errorf("played %d frames, want 5", played)
	}
}

// TestHandshakeFrames compares our handshake with that of official nodes, byte for byte.
func TestHandshakeFrames(t *testing.T) {
	t.Parallel()
	var request, response *wire.Message
	for _, m := range loadTranscript(t) {
		if m.GetHandshakeRequest() != nil {
			request = m
		}
		if m.GetHandshakeResponse() != nil {
			response = m
		}
	}
	peer := func(d *wire.PeerDescriptor) *wire.Peer {
		p, err := wire.NewPeer(d)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	w := newWorld(t, simlink.Options{})
	m := w.add(0xaa, func(c *Config) { c.ApplicationVersion = "103.3.1" }).Manager
	same := func(what string, got, want *wire.Message) {
		got.MessageId = want.GetMessageId()
		g, err := encode(got)
		if err != nil {
			t.Fatal(err)
		}
		e, err := encode(want)
		if err != nil || string(g) != string(e) {
			t.Errorf("%s is\n%x, want\n%x", what, g, e)
		}
	}
	m.self = peer(request.GetHandshakeRequest().GetSourcePeerDescriptor())
	same("request", m.handshakeRequest(peer(request.GetHandshakeRequest().GetTargetPeerDescriptor())), request)
	m.self = peer(response.GetHandshakeResponse().GetSourcePeerDescriptor())
	same("response", m.handshakeResponse(nil), response)
}
