package message

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
)

// Signer makes signatures of one type with one key. It may be used by many
// goroutines at once.
type Signer interface {
	// UserID is the publisher that the signatures belong to.
	UserID() UserID
	SignatureType() SignatureType
	// SignPayload signs the bytes of [Message.AppendPayload].
	SignPayload(payload []byte) ([]byte, error)
}

// DigestSigner is a [Signer] of secp256k1 that signs other things than messages too:
// what [NewEVMSigner] returns.
type DigestSigner interface {
	Signer
	// SignDigest signs a 32-byte digest, for instance of EIP-712 typed data, and
	// returns r ‖ s ‖ v with a low s and v 27 or 28. [RecoverAddress] reverses it.
	SignDigest(digest [32]byte) ([]byte, error)
}

// ErrKey: the bytes are no private key of the wanted kind.
var ErrKey = errors.New("invalid private key")

// Sign makes s the publisher of m and signs it. All other signed fields must be set
// before. It refuses messages that [Message.Validate] refuses.
func Sign(m *Message, s Signer) error {
	m.Publisher, m.SignatureType = s.UserID(), s.SignatureType()
	if err := m.Validate(); err != nil {
		return err
	}
	var stack [1024]byte
	sig, err := s.SignPayload(m.AppendPayload(stack[:0]))
	if err != nil {
		return fmt.Errorf("sign message: %w", err)
	}
	m.Signature = sig
	return nil
}

// secret keeps the fields of a signer out of logs: however a signer is printed, it
// shows what it is and never its key.
type secret struct{ kind SignatureType }

func (s secret) Format(f fmt.State, _ rune) { fmt.Fprintf(f, "signer (%v)", s.kind) }

type evmSigner struct {
	secret
	key [32]byte
	id  UserID
}

// NewEVMSigner signs as an Ethereum account (secp256k1, EIP-191), deterministically.
func NewEVMSigner(key [32]byte) (DigestSigner, error) {
	var scalar secp256k1.ModNScalar
	if overflow := scalar.SetBytes(&key); overflow != 0 || scalar.IsZero() {
		return nil, fmt.Errorf("%w: secp256k1 keys are 32 bytes, above zero and below the order of the curve", ErrKey)
	}
	pub := secp256k1.NewPrivateKey(&scalar).PubKey().SerializeUncompressed()
	return &evmSigner{secret{SignatureSecp256k1EVM}, key, addressOf(pub)}, nil
}

func (s *evmSigner) UserID() UserID               { return s.id }
func (s *evmSigner) SignatureType() SignatureType { return SignatureSecp256k1EVM }

func (s *evmSigner) SignPayload(payload []byte) ([]byte, error) {
	return s.SignDigest(PersonalDigest(payload))
}

func (s *evmSigner) SignDigest(digest [32]byte) ([]byte, error) {
	sig, err := signDigest(s.key, digest)
	return sig[:], err
}

type p256Signer struct {
	secret
	key *ecdsa.PrivateKey
	id  UserID
}

// NewP256Signer signs with a P-256 key given as its 32-byte scalar.
func NewP256Signer(key [32]byte) (Signer, error) {
	k, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), key[:])
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	pub, err := k.PublicKey.Bytes()
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrKey, err)
	}
	// SEC 1, compressed: the parity of y, then x.
	compressed := append([]byte{2 | pub[64]&1}, pub[1:33]...)
	return &p256Signer{secret{SignatureSecp256r1}, k, UserID(compressed)}, nil
}

func (s *p256Signer) UserID() UserID               { return s.id }
func (s *p256Signer) SignatureType() SignatureType { return SignatureSecp256r1 }

func (s *p256Signer) SignPayload(payload []byte) ([]byte, error) {
	digest := sha256.Sum256(payload)
	r, v, err := ecdsa.Sign(rand.Reader, s.key, digest[:])
	if err != nil {
		return nil, err
	}
	sig := make([]byte, p256SignatureLen)
	r.FillBytes(sig[:32])
	v.FillBytes(sig[32:])
	return sig, nil
}

// Chain hands out the refs of one publisher's message chain in one stream part. It
// is not safe for concurrent use.
type Chain struct {
	id   string
	last *Ref
}

// NewChain starts a chain with the given id, normally a [RandomChainID].
func NewChain(id string) *Chain { return &Chain{id: id} }

// ID returns the chain id.
func (c *Chain) ID() string { return c.id }

// ErrChainOrder: the timestamp lies before the chain's last message.
var ErrChainOrder = errors.New("timestamp is before the last message of the chain")

// Next returns the ref for a message at ts (ms) and the ref before it, nil for the
// first. Sequence numbers start at 0 for every new timestamp. A ts before the last
// one is [ErrChainOrder]; start a new chain for such a message.
func (c *Chain) Next(ts int64) (ref Ref, prev *Ref, err error) {
	ref = Ref{Timestamp: ts}
	if c.last != nil {
		switch {
		case ts < c.last.Timestamp:
			return Ref{}, nil, fmt.Errorf("%w: %d < %d", ErrChainOrder, ts, c.last.Timestamp)
		case ts == c.last.Timestamp:
			ref.Sequence = c.last.Sequence + 1
		}
		prev = c.last
	}
	last := ref
	c.last = &last
	return ref, prev, nil
}

// SignNext makes m, whose stream part, timestamp and body are set, the next message of
// the chain and signs it. Errors are [ErrChainOrder] and those of [Sign].
func (c *Chain) SignNext(m *Message, s Signer) error {
	ref, prev, err := c.Next(m.Timestamp)
	if err != nil {
		return err
	}
	m.Sequence, m.Chain, m.PrevRef = ref.Sequence, c.id, prev
	return Sign(m, s)
}

// RandomChainID returns a chain id of the form that Streamr's SDKs make: 20 letters
// and digits.
func RandomChainID(random io.Reader) (string, error) {
	const alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	id := make([]byte, 0, CanonicalChainIDLen)
	var buf [32]byte
	for {
		if _, err := io.ReadFull(random, buf[:]); err != nil {
			return "", fmt.Errorf("read randomness for a chain id: %w", err)
		}
		for _, b := range buf {
			if int(b) >= 4*len(alphabet) { // keep every character equally likely
				continue
			}
			if id = append(id, alphabet[int(b)%len(alphabet)]); len(id) == CanonicalChainIDLen {
				return string(id), nil
			}
		}
	}
}
