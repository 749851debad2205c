package plugins

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/logstore/logstore/message"
)

// APIKey lets a device in. Only the hash of the key is kept. Entries are those of the
// node's other API keys, as "logstore api-key new" prints them.
type APIKey struct {
	// Name tells keys apart in logs.
	Name string
	// SHA256 is the hash of the key's text, in hex.
	SHA256 string
	// Streams are stream ids, or beginnings of ids followed by "*". None is all.
	Streams []string
	// Rights are "read" and "publish". None is read.
	Rights []string
}

// right is what a key may allow.
type right string

const (
	mayRead    right = "read"
	mayPublish right = "publish"
)

// key is an APIKey that was checked.
type key struct {
	name    string
	sum     [sha256.Size]byte
	all     bool // every stream
	streams map[message.StreamID]bool
	begins  []string
	rights  map[right]bool
}

// newKey reads an entry. Streams that begin with "/" belong to owner.
func newKey(c APIKey, owner message.UserID) (*key, error) {
	k := &key{name: c.Name, all: len(c.Streams) == 0, streams: make(map[message.StreamID]bool), rights: make(map[right]bool)}
	if c.Name == "" {
		return nil, errors.New("an API key has no name")
	}
	sum, err := hex.DecodeString(c.SHA256)
	if err != nil || len(sum) != len(k.sum) {
		return nil, fmt.Errorf("API key %s: sha256: want the 64 hex digits that \"logstore api-key new\" prints", c.Name)
	}
	copy(k.sum[:], sum)
	for _, s := range c.Streams {
		if begin, ok := strings.CutSuffix(s, "*"); ok {
			if strings.HasPrefix(begin, "/") {
				begin = owner.String() + begin
			}
			k.begins = append(k.begins, lowerDomain(begin))
			continue
		}
		id, err := message.ParseStreamID(s, owner)
		if err != nil {
			return nil, fmt.Errorf("API key %s: %w", c.Name, err)
		}
		k.streams[id] = true
	}
	for _, r := range c.Rights {
		if right(r) != mayRead && right(r) != mayPublish {
			return nil, fmt.Errorf("API key %s: right %q: want read or publish", c.Name, r)
		}
		k.rights[right(r)] = true
	}
	if len(c.Rights) == 0 {
		k.rights[mayRead] = true
	}
	return k, nil
}

// lowerDomain brings the part before the first "/" into the form of stream ids.
func lowerDomain(begin string) string {
	domain, path, ok := strings.Cut(begin, "/")
	if !ok {
		return strings.ToLower(begin)
	}
	return strings.ToLower(domain) + "/" + path
}

// anybody is the key of those who need none.
var anybody = &key{all: true, rights: map[right]bool{mayRead: true, mayPublish: true}}

// check says whether the key allows something. The error is errRights.
func (k *key) check(r right, stream message.StreamID) error {
	if !k.rights[r] {
		return fmt.Errorf("%w: it has no right to %s", errRights, r)
	}
	if k.all || k.streams[stream] {
		return nil
	}
	for _, b := range k.begins {
		if strings.HasPrefix(string(stream), b) {
			return nil
		}
	}
	return fmt.Errorf("%w: it is for other streams", errRights)
}

// keyring is the keys of one plug-in.
type keyring []*key

func newKeyring(entries []APIKey, owner message.UserID) (keyring, error) {
	ring := make(keyring, 0, len(entries))
	for _, e := range entries {
		k, err := newKey(e, owner)
		if err != nil {
			return nil, err
		}
		ring = append(ring, k)
	}
	return ring, nil
}

// isOpen says that no key is needed.
func (r keyring) isOpen() bool { return len(r) == 0 }

// find returns the key with the given text. Errors are errNoKey, without any text, and
// errWrongKey. How long it takes says nothing about the keys.
func (r keyring) find(text string, given bool) (*key, error) {
	if r.isOpen() {
		return anybody, nil
	}
	if !given {
		return nil, errNoKey
	}
	sum := sha256.Sum256([]byte(text))
	var found *key
	for _, k := range r { // all of them, whichever fits
		if subtle.ConstantTimeCompare(sum[:], k.sum[:]) == 1 {
			found = k
		}
	}
	if found == nil {
		return nil, errWrongKey
	}
	return found, nil
}
