package message

import (
	"encoding/hex"
	"strconv"

	"github.com/logstore/logstore/message/internal/keccak"
)

// AppendPayload appends what the publisher signs: the fields as text, integers in
// decimal, run together without separators (protocol 1.1, signature payload). For
// the legacy signature type the content is text or hex and a new group key JSON.
func (m *Message) AppendPayload(dst []byte) []byte {
	dst = append(dst, m.Stream...)
	dst = strconv.AppendInt(dst, int64(m.Partition), 10)
	dst = m.Ref().appendPayload(dst)
	dst = m.Publisher.appendText(dst)
	dst = append(dst, m.Chain...)
	if m.PrevRef != nil {
		dst = m.PrevRef.appendPayload(dst)
	}
	switch {
	case m.Request != nil:
		r := m.Request
		dst = append(dst, r.RequestID...)
		dst = append(dst, r.Recipient...)
		dst = append(dst, r.PublicKey...)
		for _, id := range r.GroupKeyIDs {
			dst = append(dst, id...)
		}
		return dst
	case m.Response != nil:
		r := m.Response
		dst = append(dst, r.RequestID...)
		dst = append(dst, r.Recipient...)
		for _, k := range r.GroupKeys {
			dst = append(dst, k.ID...)
			dst = append(dst, k.Data...)
		}
		return dst
	case m.SignatureType == SignatureSecp256k1Legacy:
		return m.appendLegacyContent(dst)
	}
	dst = append(dst, m.Content...)
	if k := m.NewGroupKey; k != nil {
		dst = append(dst, k.ID...)
		dst = append(dst, k.Data...)
	}
	return dst
}

func (m *Message) appendLegacyContent(dst []byte) []byte {
	if m.EncryptionType == EncryptionNone {
		dst = append(dst, m.Content...)
	} else {
		dst = hex.AppendEncode(dst, m.Content)
	}
	if k := m.NewGroupKey; k != nil {
		dst = append(dst, `["`...)
		dst = append(dst, k.ID...)
		dst = append(dst, `","`...)
		dst = hex.AppendEncode(dst, k.Data)
		dst = append(dst, `"]`...)
	}
	return dst
}

func (r Ref) appendPayload(dst []byte) []byte {
	dst = strconv.AppendInt(dst, r.Timestamp, 10)
	return strconv.AppendInt(dst, int64(r.Sequence), 10)
}

// personalPrefix begins what EIP-191 "personal sign" hashes.
const personalPrefix = "\x19Ethereum Signed Message:\n"

// PersonalDigest returns the EIP-191 digest of a payload, which secp256k1 and
// ERC-1271 signatures are made over.
func PersonalDigest(payload []byte) (digest [32]byte) {
	var h keccak.Hash
	var head [len(personalPrefix) + 20]byte
	h.Write(strconv.AppendInt(append(head[:0], personalPrefix...), int64(len(payload)), 10))
	h.Write(payload)
	return h.Sum()
}

// Keccak256 returns the hash that Ethereum uses, of all parts one after the other.
func Keccak256(parts ...[]byte) (sum [32]byte) {
	var h keccak.Hash
	for _, p := range parts {
		h.Write(p)
	}
	return h.Sum()
}

// addressOf returns the Ethereum address of an uncompressed secp256k1 public key
// (65 bytes, beginning with 4).
func addressOf(uncompressed []byte) UserID {
	sum := Keccak256(uncompressed[1:])
	return UserID(sum[12:])
}
