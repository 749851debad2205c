package connection

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// Identity is what a node says of itself beyond what a connectivity check finds out.
type Identity struct {
	// ID is the node id. nil derives one from the IP address, which spreads the nodes of
	// one address over the DHT as official ones do.
	ID *wire.NodeID
	// Type is what the node runs in. Go nodes are NODEJS, whatever the name says.
	Type wire.NodeType
	// Region orders nodes in the DHT's ring; 0 leaves it out.
	Region uint32
}

// randomKeyLen is the length of the public key in a generated descriptor, which in this
// version of the protocol is random bytes.
const randomKeyLen = 20

// NewSelf makes a node's own descriptor from the answer of a connectivity check (§5.1). A
// node without entry points gives an answer of its own making. The key that signs is
// made from r and thrown away: nobody can check the signature, since the descriptor does
// not say the key.
func NewSelf(answer *wire.ConnectivityResponse, who Identity, r *rand.Rand) (*wire.Peer, error) {
	signer, err := newSigner(r)
	if err != nil {
		return nil, err
	}
	d := &wire.PeerDescriptor{Type: who.Type, Websocket: answer.GetWebsocket(), IpAddress: proto.Uint32(answer.GetIpAddress())}
	if who.ID != nil {
		d.NodeId = who.ID[:]
	} else {
		id, err := nodeIDOf(answer.GetIpAddress(), signer)
		if err != nil {
			return nil, err
		}
		d.NodeId = id[:]
	}
	if who.Region != 0 {
		d.Region = proto.Uint32(who.Region)
	}
	d.PublicKey = make([]byte, randomKeyLen)
	fill(r, d.PublicKey)
	payload, err := descriptorPayload(d)
	if err != nil {
		return nil, err
	}
	if d.Signature, err = signer.SignPayload(payload); err != nil {
		return nil, fmt.Errorf("sign own descriptor: %w", err)
	}
	return wire.NewPeer(d)
}

// newSigner makes a throw-away key.
func newSigner(r *rand.Rand) (message.Signer, error) {
	for range 10 { // all but 1 of 2^128 keys are valid
		var key [32]byte
		fill(r, key[:])
		if s, err := message.NewEVMSigner(key); err == nil {
			return s, nil
		}
	}
	return nil, fmt.Errorf("%w: the source of randomness repeats itself", message.ErrKey)
}

func fill(r *rand.Rand, b []byte) {
	for i := range b {
		b[i] = byte(r.Uint32())
	}
}

// nodeIDOf derives a node id from an IPv4 address: 13 bytes that depend on the address
// alone, then 7 that depend on the key as well.
func nodeIDOf(ip uint32, signer message.Signer) (id wire.NodeID, err error) {
	const fromAddress = 13
	address := binary.BigEndian.AppendUint32(nil, ip)
	digest := message.PersonalDigest(address)
	signature, err := signer.SignPayload(address)
	if err != nil {
		return id, fmt.Errorf("derive node id: %w", err)
	}
	copy(id[:], digest[len(digest)-fromAddress:])
	copy(id[fromAddress:], signature[len(signature)-(wire.NodeIDLen-fromAddress):])
	return id, nil
}

// descriptorPayload is what the signature of a descriptor covers (§5.1): the node id is
// not part of it.
func descriptorPayload(d *wire.PeerDescriptor) ([]byte, error) {
	b := binary.BigEndian.AppendUint32(nil, uint32(d.GetType()))
	for _, method := range []*wire.ConnectivityMethod{d.GetUdp(), d.GetTcp(), d.GetWebsocket()} {
		b = append(b, ',')
		if method == nil {
			continue
		}
		var err error
		if b, err = (proto.MarshalOptions{Deterministic: true}).MarshalAppend(b, method); err != nil {
			return nil, fmt.Errorf("encode own address: %w", err)
		}
	}
	b = append(b, ',')
	if d.Region != nil {
		b = binary.BigEndian.AppendUint32(b, d.GetRegion())
	}
	b = append(b, ',')
	if d.IpAddress != nil {
		b = binary.BigEndian.AppendUint32(b, d.GetIpAddress())
	}
	return append(append(b, ','), d.GetPublicKey()...), nil
}
