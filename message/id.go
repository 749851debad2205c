package message

import (
	"crypto/md5"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxPartitions is the number of partitions a stream can have at most; partitions
// are numbered from 0. (Streamr protocol, stream part ids.)
const MaxPartitions = 100

// MaxStreamIDLen bounds a stream id in bytes. The protocol has no bound; this one
// is far above what the stream registry's clients produce and keeps keys small.
const MaxStreamIDLen = 1024

// Errors of the parsers of identifiers. They are wrapped with the text at fault.
var (
	ErrStreamID   = errors.New("invalid stream id")
	ErrPartition  = errors.New("invalid partition")
	ErrUserID     = errors.New("invalid user id")
	ErrStreamPart = errors.New("invalid stream part id")
)

// StreamID names a stream: "<domain>/<path>", where the domain is an Ethereum
// address or an ENS name in lower case and the path is free. Ids without any "/"
// are of a legacy form and kept as they are.
type StreamID string

// ParseStreamID reads s as a stream id. The domain is lower-cased, the path kept.
// A path-only id ("/weather") is put under owner, which may be empty if s has a
// domain. It refuses ids that are empty, too long, not UTF-8, or whose characters
// could make two different ids look or route alike (control characters, spaces,
// ".." path elements).
func ParseStreamID(s string, owner UserID) (StreamID, error) {
	if err := checkStreamIDText(s); err != nil {
		return "", err
	}
	domain, path, ok := strings.Cut(s, "/")
	if !ok {
		return StreamID(s), nil
	}
	if domain == "" {
		if owner == "" {
			return "", fmt.Errorf("%w %q: a path-only id needs an owner; write 0x<address>%s", ErrStreamID, s, s)
		}
		return StreamID(owner.String() + "/" + path), nil
	}
	if !isAddressText(domain) && strings.IndexByte(domain, '.') <= 0 {
		return "", fmt.Errorf("%w %q: domain %q is neither an Ethereum address nor an ENS name", ErrStreamID, s, domain)
	}
	return StreamID(strings.ToLower(domain) + "/" + path), nil
}

func checkStreamIDText(s string) error {
	switch {
	case s == "":
		return fmt.Errorf("%w: empty", ErrStreamID)
	case len(s) > MaxStreamIDLen:
		return fmt.Errorf("%w: %d bytes long, at most %d allowed", ErrStreamID, len(s), MaxStreamIDLen)
	case !utf8.ValidString(s):
		return fmt.Errorf("%w %q: not UTF-8", ErrStreamID, s)
	}
	for _, r := range s {
		// What is invisible, or turns into something else on its way through a
		// URL, could make two different ids pass for one another.
		if r <= ' ' || r == 0x7f || r == '\\' || r == utf8.RuneError || isInvisible(r) {
			return fmt.Errorf("%w %q: character %U not allowed", ErrStreamID, s, r)
		}
	}
	for elem := range strings.SplitSeq(s, "/") {
		if elem == ".." || elem == "." {
			return fmt.Errorf("%w %q: path element %q not allowed", ErrStreamID, s, elem)
		}
	}
	return nil
}

// isInvisible reports runes that are not seen on a screen or change the order in
// which others are shown, so that two different ids would read the same.
func isInvisible(r rune) bool {
	switch {
	case r >= 0x80 && r <= 0xa0, r == 0xad, r == 0x061c, r == 0x180e, r == 0xfeff, r == 0x3000:
		return true
	case r >= 0x2000 && r <= 0x200f, r >= 0x2028 && r <= 0x202f, r >= 0x205f && r <= 0x206f:
		return true
	case r >= 0xfff0 && r <= 0xfffc, r >= 0xe0000 && r <= 0xe0fff:
		return true
	}
	return false
}

// Owner returns the Ethereum address that is the id's domain, or "" if the domain
// is an ENS name or the id has none.
func (id StreamID) Owner() UserID {
	domain, _, ok := strings.Cut(string(id), "/")
	if !ok || !isAddressText(domain) {
		return ""
	}
	owner, _ := ParseUserID(domain)
	return owner
}

func isAddressText(s string) bool {
	if len(s) != 42 || s[0] != '0' || (s[1] != 'x' && s[1] != 'X') {
		return false
	}
	for i := 2; i < len(s); i++ {
		if !isHexDigit(s[i]) {
			return false
		}
	}
	return true
}

func isHexDigit(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
}

// StreamPart is one partition of one stream, the unit of order and of storage.
type StreamPart struct {
	Stream    StreamID
	Partition int32
}

// ParseStreamPart reads "<stream id>#<partition>", split at the last '#'.
func ParseStreamPart(s string) (StreamPart, error) {
	i := strings.LastIndexByte(s, '#')
	if i < 0 {
		return StreamPart{}, fmt.Errorf("%w %q: no '#', want <stream id>#<partition>", ErrStreamPart, s)
	}
	id, err := ParseStreamID(s[:i], "")
	if err != nil {
		return StreamPart{}, err
	}
	p, err := ParsePartition(s[i+1:])
	if err != nil {
		return StreamPart{}, err
	}
	return StreamPart{id, p}, nil
}

// ParsePartition reads a decimal partition number in 0…[MaxPartitions]-1.
func ParsePartition(s string) (int32, error) {
	p, err := strconv.ParseUint(s, 10, 31)
	if err != nil || p >= MaxPartitions {
		return 0, fmt.Errorf("%w %q: want an integer in 0…%d", ErrPartition, s, MaxPartitions-1)
	}
	return int32(p), nil
}

// String returns "<stream id>#<partition>".
func (p StreamPart) String() string {
	return string(p.Stream) + "#" + strconv.Itoa(int(p.Partition))
}

// PartitionOf returns the partition that Streamr's clients choose for a partition
// key among count partitions: the first four bytes of its MD5 as a signed
// little-endian integer, absolute value, modulo count. count must be positive.
func PartitionOf(key string, count int) int32 {
	sum := md5.Sum([]byte(key))
	n := int64(int32(binary.LittleEndian.Uint32(sum[:4])))
	if n < 0 {
		n = -n
	}
	return int32(n % int64(count))
}

// UserID identifies a signer by its raw bytes: a 20-byte Ethereum address, a
// P-256 public key (33 or 65 bytes) or an ML-DSA-87 public key (2592 bytes). As a
// string type it is immutable and comparable; it is not text, see [UserID.String].
type UserID string

// ParseUserID reads "0x" and an even number of hex digits in any case.
func ParseUserID(s string) (UserID, error) {
	if len(s) < 4 || s[0] != '0' || (s[1] != 'x' && s[1] != 'X') {
		return "", fmt.Errorf("%w %q: want 0x followed by hex digits", ErrUserID, abbreviate(s))
	}
	b, err := hex.DecodeString(s[2:])
	if err != nil {
		return "", fmt.Errorf("%w %q: %v", ErrUserID, abbreviate(s), err)
	}
	return UserID(b), nil
}

// String returns "0x" and the lower-case hex of the bytes, the form that is signed.
func (u UserID) String() string { return string(u.appendText(nil)) }

func (u UserID) appendText(dst []byte) []byte {
	dst = append(dst, '0', 'x')
	const digits = "0123456789abcdef"
	for i := range len(u) {
		dst = append(dst, digits[u[i]>>4], digits[u[i]&15])
	}
	return dst
}

// IsAddress reports whether u has the length of an Ethereum address.
func (u UserID) IsAddress() bool { return len(u) == addressLen }

const addressLen = 20

func abbreviate(s string) string {
	if len(s) > 100 {
		return s[:100] + "…"
	}
	return s
}

// Ref points at a message within its chain: milliseconds since the Unix epoch,
// then a sequence number among messages of the same millisecond.
type Ref struct {
	Timestamp int64
	Sequence  int32
}

// Compare orders refs by timestamp, then by sequence number.
func (r Ref) Compare(o Ref) int {
	switch {
	case r.Timestamp != o.Timestamp:
		if r.Timestamp < o.Timestamp {
			return -1
		}
		return 1
	case r.Sequence != o.Sequence:
		if r.Sequence < o.Sequence {
			return -1
		}
		return 1
	}
	return 0
}

func (r Ref) String() string {
	return strconv.FormatInt(r.Timestamp, 10) + "/" + strconv.Itoa(int(r.Sequence))
}

// ID is the signed place of a message: where, when, by whom and on which of the
// publisher's message chains.
type ID struct {
	Stream    StreamID
	Partition int32
	Timestamp int64 // milliseconds since the Unix epoch, not negative
	Sequence  int32 // not negative
	Publisher UserID
	Chain     string // publisher-chosen; SDKs use 20 random letters and digits per run
}

// Part returns the stream part of the message.
func (id *ID) Part() StreamPart { return StreamPart{id.Stream, id.Partition} }

// Ref returns the message's own ref.
func (id *ID) Ref() Ref { return Ref{id.Timestamp, id.Sequence} }
