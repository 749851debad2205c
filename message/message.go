package message

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
)

// Message is one signed StreamMessage. Exactly one of the three bodies is set:
// the content fields (Request and Response nil), Request, or Response.
//
// A Message decoded from bytes may share memory with them. It must not be changed
// once it is in use by more than one goroutine.
type Message struct {
	ID
	PrevRef *Ref // the message before in the same chain; nil for the first

	Content     []byte             // as signed; ciphertext if EncryptionType is AES
	NewGroupKey *EncryptedGroupKey // the key that follows, encrypted with the present one

	Request  *GroupKeyRequest
	Response *GroupKeyResponse

	Signature []byte

	// Hints: no signature covers these.
	SignatureType  SignatureType
	ContentType    ContentType
	EncryptionType EncryptionType
	GroupKeyID     string
}

// ContentType says how a decrypted content is meant to be read. A hint.
type ContentType int32

// The content types of the protocol.
const (
	ContentJSON   ContentType = 0
	ContentBinary ContentType = 1
)

// EncryptionType says how the content is encrypted. A hint.
type EncryptionType int32

// The encryption types of the protocol (wire values; JSON of the original's HTTP
// API writes AES as 2).
const (
	EncryptionNone EncryptionType = 0
	EncryptionAES  EncryptionType = 1
)

// EncryptedGroupKey is a group key, encrypted for whoever may read it.
type EncryptedGroupKey struct {
	ID   string
	Data []byte
}

// AsymmetricEncryptionType is the encryption of a key exchange. A hint.
type AsymmetricEncryptionType int32

// The key exchange encryptions of the protocol.
const (
	AsymmetricRSA   AsymmetricEncryptionType = 0
	AsymmetricMLKEM AsymmetricEncryptionType = 1
)

// GroupKeyRequest asks a publisher for group keys. It travels on the stream part
// and is never stored.
type GroupKeyRequest struct {
	RequestID      string
	Recipient      UserID
	PublicKey      []byte
	GroupKeyIDs    []string
	EncryptionType AsymmetricEncryptionType
}

// GroupKeyResponse answers a [GroupKeyRequest]. It is never stored.
type GroupKeyResponse struct {
	RequestID      string
	Recipient      UserID
	GroupKeys      []EncryptedGroupKey
	EncryptionType AsymmetricEncryptionType
}

// IsContent reports whether m carries content, the only kind that is stored.
func (m *Message) IsContent() bool { return m.Request == nil && m.Response == nil }

// Sizes of keys and hashes, in bytes.
const (
	HashLen     = sha256.Size
	OrderKeyLen = 8 + 4 + 16
	KeyLen      = OrderKeyLen + HashLen
)

// Hash identifies what a publisher signed: SHA-256 over the encoding of
// docs/spec/message.md, section "Hash". Two messages have the same hash exactly if
// all their signed fields are the same; hints and the signature itself do not count.
type Hash [HashLen]byte

func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// OrderKey places a message in the total order of its stream part:
// timestamp (8 bytes, big-endian) ‖ sequence number (4) ‖ first 16 bytes of the
// [ChainTag]. Messages are ordered by comparing the bytes.
type OrderKey [OrderKeyLen]byte

// Ref returns the timestamp and sequence number in the key.
func (k OrderKey) Ref() Ref {
	return Ref{int64(binary.BigEndian.Uint64(k[:8])), int32(binary.BigEndian.Uint32(k[8:12]))}
}

// Key is the item key: order key ‖ hash. It names a message within its stream part.
type Key [KeyLen]byte

// OrderKey returns the first part of the key.
func (k Key) OrderKey() OrderKey { return OrderKey(k[:OrderKeyLen]) }

// Hash returns the second part of the key.
func (k Key) Hash() Hash { return Hash(k[OrderKeyLen:]) }

// ChainTag returns the tag of the message's chain.
func (k Key) ChainTag() ChainTag { return ChainTag(k[OrderKeyLen-len(ChainTag{}) : OrderKeyLen]) }

// Ref returns the timestamp and sequence number in the key.
func (k Key) Ref() Ref { return k.OrderKey().Ref() }

func (k Key) String() string { return hex.EncodeToString(k[:]) }

// ChainTag is what an order key keeps of the publisher and the message chain:
// SHA-256(u32 length ‖ publisher ‖ u32 length ‖ chain id)[:16].
type ChainTag [16]byte

// ChainTagOf returns the tag of a publisher's message chain.
func ChainTagOf(publisher UserID, chain string) ChainTag {
	buf := make([]byte, 0, 128)
	buf = appendLenPrefixed(buf, publisher)
	buf = appendLenPrefixed(buf, chain)
	sum := sha256.Sum256(buf)
	return ChainTag(sum[:16])
}

// OrderKeyOf builds an order key from its parts.
func OrderKeyOf(ref Ref, tag ChainTag) (k OrderKey) {
	binary.BigEndian.PutUint64(k[:8], uint64(ref.Timestamp))
	binary.BigEndian.PutUint32(k[8:12], uint32(ref.Sequence))
	copy(k[12:], tag[:])
	return k
}

// OrderKey returns the message's place in the order of its stream part.
func (m *Message) OrderKey() OrderKey {
	return OrderKeyOf(m.Ref(), ChainTagOf(m.Publisher, m.Chain))
}

// Key returns the message's item key.
func (m *Message) Key() (k Key) {
	order, hash := m.OrderKey(), m.Hash()
	copy(k[:OrderKeyLen], order[:])
	copy(k[OrderKeyLen:], hash[:])
	return k
}

// hashDomain begins every encoding that is hashed, so that no hash of a message is
// the hash of anything else.
const hashDomain = "LogStoreMessage\x01"

// Kinds of body in the hashed encoding.
const (
	kindContent  = 1
	kindRequest  = 2
	kindResponse = 3
)

// Hash returns the message's identity.
func (m *Message) Hash() Hash {
	var stack [1024]byte
	return sha256.Sum256(m.appendHashed(stack[:0]))
}

func (m *Message) appendHashed(dst []byte) []byte {
	dst = append(dst, hashDomain...)
	kind := byte(kindContent)
	switch {
	case m.Request != nil:
		kind = kindRequest
	case m.Response != nil:
		kind = kindResponse
	}
	dst = append(dst, kind)
	dst = appendLenPrefixed(dst, m.Stream)
	dst = binary.BigEndian.AppendUint32(dst, uint32(m.Partition))
	dst = appendRef(dst, m.Ref())
	dst = appendLenPrefixed(dst, m.Publisher)
	dst = appendLenPrefixed(dst, m.Chain)
	if m.PrevRef == nil {
		dst = append(dst, 0)
	} else {
		dst = appendRef(append(dst, 1), *m.PrevRef)
	}
	switch kind {
	case kindContent:
		dst = appendLenPrefixed(dst, m.Content)
		if k := m.NewGroupKey; k == nil {
			dst = append(dst, 0)
		} else {
			dst = append(dst, 1)
			dst = appendLenPrefixed(dst, k.ID)
			dst = appendLenPrefixed(dst, k.Data)
		}
	case kindRequest:
		r := m.Request
		dst = appendLenPrefixed(dst, r.RequestID)
		dst = appendLenPrefixed(dst, r.Recipient)
		dst = appendLenPrefixed(dst, r.PublicKey)
		dst = binary.BigEndian.AppendUint32(dst, uint32(len(r.GroupKeyIDs)))
		for _, id := range r.GroupKeyIDs {
			dst = appendLenPrefixed(dst, id)
		}
	case kindResponse:
		r := m.Response
		dst = appendLenPrefixed(dst, r.RequestID)
		dst = appendLenPrefixed(dst, r.Recipient)
		dst = binary.BigEndian.AppendUint32(dst, uint32(len(r.GroupKeys)))
		for _, k := range r.GroupKeys {
			dst = appendLenPrefixed(dst, k.ID)
			dst = appendLenPrefixed(dst, k.Data)
		}
	}
	return dst
}

func appendLenPrefixed[T ~string | ~[]byte](dst []byte, v T) []byte {
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(v)))
	return append(dst, v...)
}

func appendRef(dst []byte, r Ref) []byte {
	dst = binary.BigEndian.AppendUint64(dst, uint64(r.Timestamp))
	return binary.BigEndian.AppendUint32(dst, uint32(r.Sequence))
}
