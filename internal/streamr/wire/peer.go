package wire

import (
	"bytes"
	"cmp"
	"crypto/sha1"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math/bits"

	"google.golang.org/protobuf/proto"
)

// ProtocolVersion is the version that nodes say in handshakes.
const ProtocolVersion = "1.1"

// NodeIDLen is the length of a node id in bytes.
const NodeIDLen = 20

// NodeID names a node, or a place that data is stored at, in the DHT.
type NodeID [NodeIDLen]byte

// ParseNodeID reads 40 hex digits.
func ParseNodeID(s string) (id NodeID, err error) {
	if len(s) != 2*NodeIDLen {
		return id, fmt.Errorf("node id %q: want %d hex digits", s, 2*NodeIDLen)
	}
	if _, err := hex.Decode(id[:], []byte(s)); err != nil {
		return id, fmt.Errorf("node id %q: want %d hex digits", s, 2*NodeIDLen)
	}
	return id, nil
}

// KeyOf is the place in the DHT where a stream part's entry points are stored: the
// SHA-1 of its id.
func KeyOf(streamPart string) NodeID { return sha1.Sum([]byte(streamPart)) }

// String is the id in lower-case hex.
func (id NodeID) String() string { return hex.EncodeToString(id[:]) }

// Compare orders ids as big-endian numbers.
func (id NodeID) Compare(other NodeID) int { return bytes.Compare(id[:], other[:]) }

// Distance is the XOR metric of Kademlia (Maymounkov, Mazières 2002).
func (id NodeID) Distance(other NodeID) (d NodeID) {
	for i := range id {
		d[i] = id[i] ^ other[i]
	}
	return d
}

// Closer is whether a is nearer to the id than b.
func (id NodeID) Closer(a, b NodeID) bool { return id.CompareDistance(a, b) < 0 }

// CompareDistance orders a and b by their distance from the id.
func (id NodeID) CompareDistance(a, b NodeID) int {
	// In words, not bytes: this is most of what routing computes.
	for i := 0; i < 16; i += 8 {
		at := binary.BigEndian.Uint64(id[i:])
		if x, y := at^binary.BigEndian.Uint64(a[i:]), at^binary.BigEndian.Uint64(b[i:]); x != y {
			return cmp.Compare(x, y)
		}
	}
	at := binary.BigEndian.Uint32(id[16:])
	return cmp.Compare(at^binary.BigEndian.Uint32(a[16:]), at^binary.BigEndian.Uint32(b[16:]))
}

// CommonPrefix is how many leading bits two ids share, 0 to 160.
func (id NodeID) CommonPrefix(other NodeID) int {
	for i := range id {
		if x := id[i] ^ other[i]; x != 0 {
			return i*8 + bits.LeadingZeros8(x)
		}
	}
	return 8 * NodeIDLen
}

// Flipped is the id with all bits inverted, the place furthest from it.
func (id NodeID) Flipped() (f NodeID) {
	for i := range id {
		f[i] = ^id[i]
	}
	return f
}

// Bounds of a descriptor. Official nodes stay far below them.
const (
	maxHostLen = 255
	maxBlobLen = 256
	maxPeerLen = 2048 // of the whole descriptor, fields that we do not know included
)

// ErrPeer: a peer descriptor that cannot be used.
var ErrPeer = errors.New("invalid peer descriptor")

// Peer is a descriptor that has been checked, with its id at hand. It is shared and
// never changed.
type Peer struct {
	ID         NodeID
	Descriptor *PeerDescriptor
}

// NewPeer checks a descriptor. Errors are [ErrPeer]. It keeps d, or gives a peer out again
// that it has made of the same.
func NewPeer(d *PeerDescriptor) (*Peer, error) {
	if d == nil {
		return nil, fmt.Errorf("%w: missing", ErrPeer)
	}
	if p := known.get(d); p != nil {
		return p, nil
	}
	if len(d.GetNodeId()) != NodeIDLen {
		return nil, fmt.Errorf("%w: node id of %d bytes, want %d", ErrPeer, len(d.GetNodeId()), NodeIDLen)
	}
	for _, m := range []*ConnectivityMethod{d.GetWebsocket(), d.GetTcp(), d.GetUdp()} {
		if m == nil {
			continue
		}
		if m.GetPort() == 0 || m.GetPort() > 65535 {
			return nil, fmt.Errorf("%w: port %d, want 1 to 65535", ErrPeer, m.GetPort())
		}
		if err := checkHost(m.GetHost()); err != nil {
			return nil, err
		}
	}
	if n := max(len(d.GetPublicKey()), len(d.GetSignature())); n > maxBlobLen {
		return nil, fmt.Errorf("%w: public key or signature of %d bytes, want at most %d", ErrPeer, n, maxBlobLen)
	}
	if n := proto.Size(d); n > maxPeerLen {
		return nil, fmt.Errorf("%w: %d bytes, want at most %d", ErrPeer, n, maxPeerLen)
	}
	p := &Peer{ID: NodeID(d.GetNodeId()), Descriptor: d}
	known.put(p)
	return p, nil
}

// checkHost takes what can stand in the authority of a URL, so that a descriptor
// cannot smuggle in a path or credentials.
func checkHost(host string) error {
	if host == "" || len(host) > maxHostLen {
		return fmt.Errorf("%w: host of %d bytes, want 1 to %d", ErrPeer, len(host), maxHostLen)
	}
	for _, c := range []byte(host) {
		switch {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case c == '.', c == '-', c == '_', c == ':', c == '[', c == ']':
		default:
			return fmt.Errorf("%w: host %q, want a name or an IP address", ErrPeer, host)
		}
	}
	return nil
}

// NewPeers checks descriptors and leaves out those that cannot be used, and repeated ones.
func NewPeers(ds []*PeerDescriptor) []*Peer {
	ps := make([]*Peer, 0, len(ds))
next:
	for _, d := range ds {
		p, err := NewPeer(d)
		if err != nil {
			continue
		}
		for _, q := range ps {
			if q.ID == p.ID {
				continue next
			}
		}
		ps = append(ps, p)
	}
	return ps
}

// Descriptors is the way back from peers.
func Descriptors(ps []*Peer) []*PeerDescriptor {
	ds := make([]*PeerDescriptor, len(ps))
	for i, p := range ps {
		ds[i] = p.Descriptor
	}
	return ds
}

// Same is whether two peers have the same descriptor, address included.
func (p *Peer) Same(q *Peer) bool {
	return p == q || p.ID == q.ID && proto.Equal(p.Descriptor, q.Descriptor)
}

// HasServer is whether the node says that it can be dialled.
func (p *Peer) HasServer() bool { return p.Descriptor.GetWebsocket() != nil }

// IsBrowser is whether the node says that it runs in a browser.
func (p *Peer) IsBrowser() bool { return p.Descriptor.GetType() == NodeType_BROWSER }

// Region is the node's own word for where it is, 0 if it says nothing.
func (p *Peer) Region() uint32 { return p.Descriptor.GetRegion() }

// String is the node id.
func (p *Peer) String() string { return p.ID.String() }
