package groupkeys

import (
	"bytes"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/crypto/scrypt"

	"github.com/logstore/logstore/message"
)

// ErrPassword: the password or secret is not the one that the store was made with.
var ErrPassword = errors.New("wrong password of the group key store")

// The plaintext of a key's file. Numbers are big-endian.
//
//	version (1) ‖ confirmed (1) ‖ secret (32)
//	‖ length (2) ‖ publisher ‖ length (2) ‖ key id ‖ length (2) ‖ stream id
//
// It is sealed with AES-256-GCM: nonce (12) ‖ ciphertext ‖ tag (16), the file's name
// being the additional data, so that no file passes for another one.
const (
	entryVersion = 1
	maxEntryLen  = 2 + SecretLen + 3*2 + maxPublisherLen + MaxKeyIDLen + message.MaxStreamIDLen
	maxFileLen   = maxEntryLen + 28
)

func appendEntry(dst []byte, at place, e *Entry) []byte {
	confirmed := byte(0)
	if e.Confirmed {
		confirmed = 1
	}
	dst = append(dst, entryVersion, confirmed)
	dst = append(dst, e.Secret[:]...)
	for _, s := range []string{string(at.publisher), at.id, string(e.Stream)} {
		dst = binary.BigEndian.AppendUint16(dst, uint16(len(s)))
		dst = append(dst, s...)
	}
	return dst
}

func decodeEntry(b []byte) (at place, e Entry, err error) {
	if len(b) < 2+SecretLen || b[0] != entryVersion || b[1] > 1 {
		return at, e, errors.New("not an entry of version 1")
	}
	e.Confirmed = b[1] == 1
	e.Secret = [SecretLen]byte(b[2:])
	b = b[2+SecretLen:]
	var text [3]string
	for i := range text {
		if len(b) < 2 || len(b)-2 < int(binary.BigEndian.Uint16(b)) {
			return at, e, errors.New("entry is too short")
		}
		n := int(binary.BigEndian.Uint16(b))
		text[i], b = string(b[2:2+n]), b[2+n:]
	}
	if len(b) != 0 {
		return at, e, errors.New("entry is too long")
	}
	at = place{message.UserID(text[0]), text[1]}
	e.ID, e.Stream = text[1], message.StreamID(text[2])
	return at, e, e.check(at.publisher)
}

const (
	headerName    = "store.json"
	headerVersion = 1
	maxHeaderLen  = 4096
	saltLen       = 32

	kdfScrypt = "scrypt"
	kdfSecret = "secret"
	// scryptN makes a guess of the password cost about half a second and 128 MiB, with
	// r = 8 and p = 1.
	scryptN    = 1 << 17
	minScryptN = 1 << 10
	maxScryptN = 1 << 20
	scryptR    = 8
	scryptP    = 1
)

// header is the file that says how the key of a store is made. Its fields are public.
type header struct {
	Version int    `json:"version"`
	KDF     string `json:"kdf"`         // kdfScrypt or kdfSecret
	N       int    `json:"n,omitempty"` // of scrypt
	Salt    string `json:"salt"`        // hex
	Check   string `json:"check"`       // hex; tells a wrong password from a damaged file
}

// source is where the key of a store comes from.
type source interface {
	// newHeader returns the header of a new store, without salt and check.
	newHeader() header
	// master returns the key of a store.
	master(h *header, salt []byte) ([]byte, error)
}

type fromPassword struct {
	password string
	n        int
}

func (f *fromPassword) newHeader() header { return header{KDF: kdfScrypt, N: f.n} }

func (f *fromPassword) master(h *header, salt []byte) ([]byte, error) {
	if h.KDF != kdfScrypt {
		return nil, fmt.Errorf("%w: it was made with a secret, not with a password", ErrPassword)
	}
	if h.N < minScryptN || h.N > maxScryptN || h.N&(h.N-1) != 0 {
		return nil, fmt.Errorf("%w: scrypt parameter n = %d, want a power of 2 from %d to %d", ErrDamaged, h.N, minScryptN, maxScryptN)
	}
	return scrypt.Key([]byte(f.password), salt, h.N, scryptR, scryptP, sha256.Size)
}

type fromSecret [32]byte

func (f fromSecret) newHeader() header { return header{KDF: kdfSecret} }

func (f fromSecret) master(h *header, salt []byte) ([]byte, error) {
	if h.KDF != kdfSecret {
		return nil, fmt.Errorf("%w: it was made with a password, not with a secret", ErrPassword)
	}
	return hkdf.Extract(sha256.New, f[:], salt)
}

// subkey derives a key for one purpose from the key of a store.
func subkey(master []byte, purpose string) []byte {
	key, err := hkdf.Expand(sha256.New, master, "logstore group key store 1: "+purpose, sha256.Size)
	if err != nil {
		panic(err) // the length is one that SHA-256 can give
	}
	return key
}

// unlock returns the key of the store, and makes the header if there is none.
func (s *Directory) unlock(from source) ([]byte, error) {
	raw, err := readBounded(filepath.Join(s.path, headerName), maxHeaderLen)
	if errors.Is(err, fs.ErrNotExist) {
		// Two processes may be here at once: the header that is there first counts.
		if err := s.writeHeader(from); err != nil && !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		raw, err = readBounded(filepath.Join(s.path, headerName), maxHeaderLen)
	}
	if err != nil {
		return nil, err
	}
	h, salt, check, err := decodeHeader(raw)
	if err != nil {
		return nil, fmt.Errorf("%w %s: %w", ErrDamaged, headerName, err)
	}
	master, err := from.master(&h, salt)
	if err != nil {
		return nil, err
	}
	if subtle.ConstantTimeCompare(subkey(master, "check"), check) != 1 {
		return nil, ErrPassword
	}
	return master, nil
}

func (s *Directory) writeHeader(from source) error {
	salt := make([]byte, saltLen)
	_, _ = rand.Read(salt) // never fails
	h := from.newHeader()
	h.Version, h.Salt = headerVersion, hex.EncodeToString(salt)
	master, err := from.master(&h, salt)
	if err != nil {
		return err
	}
	h.Check = hex.EncodeToString(subkey(master, "check"))
	raw, err := json.MarshalIndent(h, "", "  ")
	if err != nil {
		return err
	}
	return s.writeFile(headerName, append(raw, '\n'), os.Link)
}

func decodeHeader(raw []byte) (h header, salt, check []byte, err error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&h); err != nil {
		return h, nil, nil, err
	}
	if h.Version != headerVersion {
		return h, nil, nil, fmt.Errorf("version %d; this program reads version %d", h.Version, headerVersion)
	}
	salt, err = hex.DecodeString(h.Salt)
	if err != nil || len(salt) != saltLen {
		return h, nil, nil, fmt.Errorf("salt %q: want %d bytes in hex", h.Salt, saltLen)
	}
	check, err = hex.DecodeString(h.Check)
	if err != nil || len(check) != sha256.Size {
		return h, nil, nil, fmt.Errorf("check %q: want %d bytes in hex", h.Check, sha256.Size)
	}
	return h, salt, check, nil
}
