package wire

import (
	"testing"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
)

// describe makes a descriptor with all fields.
func describe(first byte) *PeerDescriptor {
	return &PeerDescriptor{
		NodeId: id(first), Type: NodeType_NODEJS, Region: proto.Uint32(7), IpAddress: proto.Uint32(0x0a000001),
		Websocket: &ConnectivityMethod{Host: "10.0.0.1", Port: 30300, Tls: true},
		Tcp:       &ConnectivityMethod{Host: "10.0.0.1", Port: 1}, Udp: &ConnectivityMethod{Host: "10.0.0.1", Port: 2},
		PublicKey: []byte{1, 2}, Signature: []byte{3, 4},
	}
}

// differing are descriptors of one id that differ from describe(first) in one field each.
func differing(first byte) []*PeerDescriptor {
	changes := []func(*PeerDescriptor){
		func(d *PeerDescriptor) { d.Type = NodeType_BROWSER },
		func(d *PeerDescriptor) { d.Region = nil }, func(d *PeerDescriptor) { *d.Region++ },
		func(d *PeerDescriptor) { d.IpAddress = nil }, func(d *PeerDescriptor) { *d.IpAddress++ },
		func(d *PeerDescriptor) { d.Websocket = nil }, func(d *PeerDescriptor) { d.Websocket.Host = "10.0.0.2" },
		func(d *PeerDescriptor) { d.Websocket.Port++ }, func(d *PeerDescriptor) { d.Websocket.Tls = false },
		func(d *PeerDescriptor) { d.Tcp = nil }, func(d *PeerDescriptor) { d.Udp.Port++ },
		func(d *PeerDescriptor) { d.PublicKey = nil }, func(d *PeerDescriptor) { d.PublicKey = []byte{} }, func(d *PeerDescriptor) { d.PublicKey[0]++ },
		func(d *PeerDescriptor) { d.Signature = nil }, func(d *PeerDescriptor) { d.Signature = append(d.Signature, 0) },
		func(d *PeerDescriptor) {
			d.ProtoReflect().SetUnknown(protowire.AppendVarint(protowire.AppendTag(nil, 99, protowire.VarintType), 1))
		},
		func(d *PeerDescriptor) {
			d.Websocket.ProtoReflect().SetUnknown(protowire.AppendVarint(protowire.AppendTag(nil, 99, protowire.VarintType), 1))
		},
	}
	ds := make([]*PeerDescriptor, len(changes))
	for i, change := range changes {
		ds[i] = describe(first)
		change(ds[i])
	}
	return ds
}

func TestNewPeerSharesEqualOnes(t *testing.T) {
	t.Parallel()
	p, err := NewPeer(describe(0x51))
	if err != nil {
		t.Fatal(err)
	}
	if q, err := NewPeer(describe(0x51)); err != nil || q != p {
		t.Errorf("another peer for an equal descriptor (%v)", err)
	}
	for i, d := range differing(0x51) {
		q, err := NewPeer(d)
		if err != nil {
			t.Fatal(err)
		}
		if q == p || !proto.Equal(q.Descriptor, d) || q.Same(p) {
			t.Errorf("change %d is lost", i)
		}
	}
}

func TestSameDescriptorIsAsProtoEqual(t *testing.T) {
	t.Parallel()
	ds := append(differing(1), describe(1), describe(2), &PeerDescriptor{NodeId: id(1)}, &PeerDescriptor{})
	for i, a := range ds {
		for j, b := range ds {
			b := proto.CloneOf(b)
			hasUnknown := len(a.ProtoReflect().GetUnknown())+len(a.GetWebsocket().ProtoReflect().GetUnknown()) > 0
			if got, want := sameDescriptor(a, b), proto.Equal(a, b) && !hasUnknown; got != want {
				t.Errorf("%d and %d: %v, want %v", i, j, got, want)
			}
		}
	}
	if d := ds[len(ds)-3]; !sameDescriptor(d, d) {
		t.Error("a descriptor differs from itself")
	}
}

func TestKnownPeersAreBounded(t *testing.T) {
	t.Parallel()
	k := knownPeers{most: 10}
	peer := func(i byte) *Peer { return &Peer{ID: NodeID(id(i)), Descriptor: &PeerDescriptor{NodeId: id(i)}} }
	kept := peer(255)
	k.put(kept)
	for i := range byte(100) {
		k.put(peer(i))
		if k.get(kept.Descriptor) != kept {
			t.Fatalf("forgot what was asked for all the time, after %d others", i+1)
		}
		if n := len(k.new) + len(k.old); n > 20 {
			t.Fatalf("remembers %d", n)
		}
		if i >= 4 && k.get(peer(i-4).Descriptor) == nil {
			t.Fatalf("forgot one of the ten that were used last")
		}
	}
	if k.get(peer(0).Descriptor) != nil || k.get(&PeerDescriptor{NodeId: []byte{1}}) != nil {
		t.Error("remembers too much")
	}
}

func BenchmarkNewPeer(b *testing.B) {
	d := describe(9)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := NewPeer(d); err != nil {
			b.Fatal(err)
		}
	}
}
