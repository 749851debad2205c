package wire

import (
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
)

func id(first byte) []byte {
	b := make([]byte, NodeIDLen)
	b[0] = first
	return b
}

func TestNewPeerRefuses(t *testing.T) {
	ws := func(host string, port uint32) *PeerDescriptor {
		return &PeerDescriptor{NodeId: id(1), Websocket: &ConnectivityMethod{Host: host, Port: port}}
	}
	big := &PeerDescriptor{NodeId: id(1)}
	big.ProtoReflect().SetUnknown(protowire.AppendBytes(protowire.AppendTag(nil, 99, protowire.BytesType), make([]byte, 2048)))
	for name, d := range map[string]*PeerDescriptor{
		"unknown":        big,
		"nothing":        nil,
		"no id":          {},
		"short id":       {NodeId: id(1)[1:]},
		"long id":        {NodeId: append(id(1), 0)},
		"no host":        ws("", 1),
		"port 0":         ws("localhost", 0),
		"port too high":  ws("localhost", 65536),
		"path in host":   ws("localhost/x", 1),
		"user in host":   ws("a@localhost", 1),
		"space in host":  ws("local host", 1),
		"unicode host":   ws("löcalhost", 1),
		"long host":      ws(strings.Repeat("a", 256), 1),
		"long public":    {NodeId: id(1), PublicKey: make([]byte, 257)},
		"long signature": {NodeId: id(1), Signature: make([]byte, 257)},
	} {
		if _, err := NewPeer(d); !errors.Is(err, ErrPeer) {
			t.Errorf("%s: got %v, want ErrPeer", name, err)
		}
	}
	for _, d := range []*PeerDescriptor{{NodeId: id(1)}, ws("127.0.0.1", 1), ws("[::1]", 65535), ws("node-1.example.org", 443)} {
		if p, err := NewPeer(d); err != nil || p.ID != NodeID(d.NodeId) {
			t.Errorf("%v: %v", d, err)
		}
	}
}

func TestNewPeersLeavesOutTheUnusable(t *testing.T) {
	ps := NewPeers([]*PeerDescriptor{{NodeId: id(2)}, nil, {NodeId: id(1)}, {}, {NodeId: id(2)}})
	if len(ps) != 2 || ps[0].ID[0] != 2 || ps[1].ID[0] != 1 {
		t.Fatalf("got %v", ps)
	}
}

func TestDistances(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	random := func() (n NodeID) {
		for i := range n {
			n[i] = byte(r.Uint32())
		}
		return n
	}
	for range 1000 {
		x, a, b := random(), random(), random()
		copy(b[:], a[:r.IntN(NodeIDLen+1)])
		want := x.Distance(a).Compare(x.Distance(b))
		if got := x.CompareDistance(a, b); got < 0 != (want < 0) || got > 0 != (want > 0) {
			t.Fatalf("CompareDistance(%s, %s, %s) = %d, the distances compare as %d", x, a, b, got, want)
		}
		if x.CompareDistance(a, a) != 0 || x.Closer(a, a) {
			t.Fatal("an id is as far as itself")
		}
		if x.CommonPrefix(x.Flipped()) != 0 || x.CommonPrefix(x) != 160 {
			t.Fatal("common prefix")
		}
		parsed, err := ParseNodeID(x.String())
		if err != nil || parsed != x {
			t.Fatal(err)
		}
	}
	var zero NodeID
	three := NodeID{0: 0x1f}
	if zero.CommonPrefix(three) != 3 {
		t.Fatalf("common prefix of 00… and 1f…: %d, want 3", zero.CommonPrefix(three))
	}
	for _, s := range []string{"", "00", strings.Repeat("g", 40)} {
		if _, err := ParseNodeID(s); err == nil {
			t.Errorf("%q taken for a node id", s)
		}
	}
}

func TestUUID(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	seen := make(map[string]bool)
	for range 1000 {
		s := NewUUID(r)
		if len(s) != 36 || s[14] != '4' || !strings.ContainsRune("89ab", rune(s[19])) || strings.Count(s, "-") != 4 || seen[s] {
			t.Fatalf("%q", s)
		}
		seen[s] = true
	}
}

// FuzzMessage: no frame makes the reader or what looks at descriptors panic, and what was
// read can be written and read again.
func FuzzMessage(f *testing.F) {
	d := &PeerDescriptor{NodeId: id(7), Websocket: &ConnectivityMethod{Host: "127.0.0.1", Port: 1}}
	for _, m := range []*Message{
		{MessageId: "a", Body: &Message_HandshakeRequest{HandshakeRequest: &HandshakeRequest{SourcePeerDescriptor: d, ProtocolVersion: "1.1"}}},
		{ServiceId: "layer0", SourceDescriptor: d, Body: &Message_RpcMessage{RpcMessage: &RpcMessage{Header: map[string]string{"method": "ping"}}}},
	} {
		b, err := proto.Marshal(m)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		m := new(Message)
		if proto.Unmarshal(b, m) != nil {
			return
		}
		if p, err := NewPeer(m.GetSourceDescriptor()); err == nil && !p.Same(p) {
			t.Fatal("a peer is not the same as itself")
		}
		again, err := proto.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		m2 := new(Message)
		if err := proto.Unmarshal(again, m2); err != nil {
			t.Fatal(err)
		}
	})
}
