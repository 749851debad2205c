package wire

import (
	"bytes"
	"sync"
)

// A node hears of the same few thousand others all the time, in each of its stream parts.
// What it keeps of them is most of its memory, so there is one copy of each.
var known = knownPeers{most: 4096}

// knownPeers are the peers that were used lately: at least the last most of them, at most
// twice as many. Strangers who make up descriptors only make it forget.
type knownPeers struct {
	most int

	mu       sync.Mutex
	new, old map[NodeID]*Peer
}

// get finds the peer of a descriptor; nil if it is not known.
func (k *knownPeers) get(d *PeerDescriptor) *Peer {
	if len(d.NodeId) != NodeIDLen {
		return nil
	}
	id := NodeID(d.NodeId)
	k.mu.Lock()
	defer k.mu.Unlock()
	p, fresh := k.new[id]
	if !fresh {
		p = k.old[id]
	}
	if p == nil || !sameDescriptor(p.Descriptor, d) {
		return nil
	}
	if !fresh {
		k.add(p)
	}
	return p
}

// put remembers a peer, in the place of another one of the same id.
func (k *knownPeers) put(p *Peer) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.add(p)
}

func (k *knownPeers) add(p *Peer) {
	if k.new == nil || len(k.new) >= k.most {
		k.new, k.old = make(map[NodeID]*Peer), k.new
	}
	k.new[p.ID] = p
}

// sameDescriptor is proto.Equal for descriptors, in a hundredth of its time; those with
// fields that this version does not know are never the same.
func sameDescriptor(a, b *PeerDescriptor) bool {
	return a == b || bytes.Equal(a.NodeId, b.NodeId) && a.Type == b.Type &&
		sameMethod(a.Websocket, b.Websocket) && sameMethod(a.Tcp, b.Tcp) && sameMethod(a.Udp, b.Udp) &&
		sameNumber(a.Region, b.Region) && sameNumber(a.IpAddress, b.IpAddress) &&
		sameBytes(a.PublicKey, b.PublicKey) && sameBytes(a.Signature, b.Signature) &&
		len(a.unknownFields) == 0 && len(b.unknownFields) == 0
}

func sameMethod(a, b *ConnectivityMethod) bool {
	return a == b || a != nil && b != nil && a.Port == b.Port && a.Host == b.Host && a.Tls == b.Tls &&
		len(a.unknownFields) == 0 && len(b.unknownFields) == 0
}

func sameNumber(a, b *uint32) bool { return a == b || a != nil && b != nil && *a == *b }

// sameBytes tells a field without bytes from one that is missing.
func sameBytes(a, b []byte) bool { return (a == nil) == (b == nil) && bytes.Equal(a, b) }
