package proof

import (
	"encoding/binary"
	"fmt"
	"math"
	"time"

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

// Certificate is what a node gives with an answer, so that it can be checked: the
// signed checkpoint of the stream part, and the proof that the answer is all that
// the part has in a range.
type Certificate struct {
	Checkpoint SignedAttestation // over FullRange
	Proof      RangeProof
}

const certificateVersion = 1

// maxCertificateText bounds the stream id in a certificate.
const maxCertificateText = message.MaxStreamIDLen

// AppendBinary appends the encoding of docs/spec/timetree.md, section "Certificate".
// The error is always nil.
func (c *Certificate) AppendBinary(dst []byte) ([]byte, error) {
	a := &c.Checkpoint
	dst = append(dst, certificateVersion)
	dst = binary.AppendUvarint(dst, a.ChainID)
	dst = binary.AppendUvarint(dst, uint64(len(a.Part.Stream)))
	dst = append(dst, a.Part.Stream...)
	dst = binary.AppendUvarint(dst, uint64(a.Part.Partition))
	dst = append(dst, a.Sum.Digest[:]...)
	dst = binary.AppendUvarint(dst, a.Sum.Count)
	dst = binary.AppendUvarint(dst, a.Sum.Bytes)
	dst = binary.AppendUvarint(dst, uint64(a.Floor))
	dst = binary.AppendUvarint(dst, uint64(a.AsOf))
	dst = append(dst, a.Signature[:]...)
	return c.Proof.AppendBinary(dst)
}

// MarshalBinary is AppendBinary to a new slice.
func (c *Certificate) MarshalBinary() ([]byte, error) { return c.AppendBinary(nil) }

// UnmarshalBinary reads what AppendBinary wrote and nothing else. It checks neither
// the signature nor what the proof says. The error is [ErrProof].
func (c *Certificate) UnmarshalBinary(b []byte) error {
	r := reader{b: b}
	if v := r.byte(); v != certificateVersion && r.err == nil {
		return invalid("version %d of certificates is not known here (want %d); update the program", v, certificateVersion)
	}
	var q Certificate
	a := &q.Checkpoint
	a.Range = FullRange()
	a.ChainID = r.uvarint()
	n := r.uvarint()
	if n > maxCertificateText {
		r.fail("a stream id of %d bytes, want at most %d", n, maxCertificateText)
		n = 0
	}
	a.Part.Stream = message.StreamID(r.take(int(n)))
	a.Part.Partition = int32(r.uvarintUpTo("partition", message.MaxPartitions-1))
	copy(a.Sum.Digest[:], r.take(len(a.Sum.Digest)))
	a.Sum.Count = r.uvarint()
	a.Sum.Bytes = r.uvarint()
	a.Floor = int64(r.uvarintUpTo("floor", math.MaxInt64))
	a.AsOf = int64(r.uvarintUpTo("time", math.MaxInt64))
	copy(a.Signature[:], r.take(len(a.Signature)))
	if r.err != nil {
		return r.err
	}
	if err := q.Proof.UnmarshalBinary(r.b); err != nil {
		return err
	}
	*c = q
	return nil
}

func (r *reader) uvarintUpTo(name string, limit uint64) uint64 {
	v := r.uvarint()
	if v > limit {
		r.fail("%s %d is above %d", name, v, limit)
		return 0
	}
	return v
}

// ProofStatus says what became of the proof of an answer.
type ProofStatus string

// The states of a proof. The texts are stable.
const (
	// Proven: the answer is all that the node's checkpoint has in the range.
	Proven ProofStatus = "proven"
	// ProofFailed: the certificate is wrong, or the answer is not what it proves.
	ProofFailed ProofStatus = "failed"
	// NotProven: a certificate was asked for, and none was given.
	NotProven ProofStatus = "not_proven"
	// ProofOpen: the answer was not received to its end.
	ProofOpen ProofStatus = "open"
)

// ProofReport says what a certificate proved about an answer.
type ProofReport struct {
	Status ProofStatus `json:"status"`
	Detail string      `json:"detail,omitempty"` // why it failed
	Node   string      `json:"node,omitempty"`   // address that signed the checkpoint
	AsOf   int64       `json:"asOf,omitempty"`   // ms; of the checkpoint
	// Checkpoint is of the whole stream part, Range of what was answered.
	Checkpoint *Sum `json:"checkpoint,omitempty"`
	Range      *Sum `json:"range,omitempty"`
	// PrunedBefore is set if the node no longer has the beginning of what was asked
	// for: the proof is about what comes from this time on (ms).
	PrunedBefore int64 `json:"prunedBefore,omitempty"`
}

func (p *ProofReport) String() string {
	switch p.Status {
	case Proven:
		s := fmt.Sprintf("complete by the checkpoint of %s over %s, signed %s", p.Node,
			count(p.Checkpoint.Count, "message"), timeText(Ref{Timestamp: p.AsOf}))
		if p.PrunedBefore > 0 {
			s += fmt.Sprintf("; NOTHING BEFORE %s, which the node has pruned", time.UnixMilli(p.PrunedBefore).UTC().Format(time.RFC3339))
		}
		return s
	case ProofFailed:
		return "FAILED: " + p.Detail
	case NotProven:
		return "NOT GIVEN, though it was asked for"
	}
	return "open: the answer was not read to its end"
}
