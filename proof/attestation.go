package proof

import (
	"encoding/binary"
	"fmt"

	"github.com/logstore/logstore/message"
)

// Attestation is what a node says about the messages of a range: that these, and no
// others, are what it has. An attestation over [FullRange] is a checkpoint. Once
// signed, it can be held against the node for ever.
type Attestation struct {
	Part  message.StreamPart
	Range Range
	Sum   Sum
	// Floor is the time (ms since the Unix epoch) before which the node has pruned
	// the part, 0 if it never did. What was pruned still counts in Sum.
	Floor int64
	AsOf  int64 // ms since the Unix epoch
	// ChainID names the chain that the network's contracts are on, 0 if there is
	// none: a node by itself.
	ChainID uint64
}

// The types of EIP-712 typed data that attestations are signed as.
const (
	domainType      = "EIP712Domain(string name,string version,uint256 chainId)"
	domainName      = "LogStore"
	domainVersion   = "1"
	attestationType = "Attestation(string streamId,uint32 partition,bytes from,bytes to," +
		"uint64 count,uint64 size,bytes32 digest,uint64 floor,uint64 asOf)"
)

// SigningDigest returns the EIP-712 digest that the node signs.
func (a *Attestation) SigningDigest() [32]byte {
	domain := hashStruct(domainType, hashOf(domainName), hashOf(domainVersion), word(a.ChainID))
	body := hashStruct(attestationType,
		hashOf(string(a.Part.Stream)), word(uint64(a.Part.Partition)),
		hashOf(string(a.Range.From[:])), hashOf(string(a.Range.To[:])),
		word(a.Sum.Count), word(a.Sum.Bytes), a.Sum.Digest, word(uint64(a.Floor)), word(uint64(a.AsOf)))
	return message.Keccak256([]byte("\x19\x01"), domain[:], body[:])
}

// hashStruct is the function of that name in EIP-712.
func hashStruct(typeText string, words ...[32]byte) [32]byte {
	typeHash := hashOf(typeText)
	buf := typeHash[:]
	for i := range words {
		buf = append(buf, words[i][:]...)
	}
	return message.Keccak256(buf)
}

func hashOf(text string) [32]byte { return message.Keccak256([]byte(text)) }

func word(v uint64) (w [32]byte) {
	binary.BigEndian.PutUint64(w[24:], v)
	return w
}

// SignedAttestation is an attestation with the node's signature, r ‖ s ‖ v.
type SignedAttestation struct {
	Attestation
	Signature [65]byte
}

// Sign makes the node's signature.
func (a Attestation) Sign(key message.DigestSigner) (SignedAttestation, error) {
	sig, err := key.SignDigest(a.SigningDigest())
	if err != nil {
		return SignedAttestation{}, fmt.Errorf("sign attestation of %s: %w", a.Part, err)
	}
	return SignedAttestation{a, [65]byte(sig)}, nil
}

// Signer returns the address of the node that signed. The error is
// [message.ErrInvalidSignature].
func (s *SignedAttestation) Signer() (message.UserID, error) {
	return message.RecoverAddress(s.SigningDigest(), s.Signature[:])
}
