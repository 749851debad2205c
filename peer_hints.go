package logstore

import (
	"encoding/json"
	"errors"
	"sync"
	"unicode/utf8"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/logstore/logstore/message"
)

// How a content is encrypted, and with which key, is not signed. A relay can make a copy
// that says something else, has a good signature, and would take the place of the true
// one. So what says the wrong thing is refused as far as it shows; then the true copy is
// still taken when it comes. Where it does not show, other copies are handed on as well,
// and tried if the first one cannot be read. What never shows is whether a content is JSON
// or binary.

// errUndecided is the check of a message whose content cannot be read here: it may be true.
var errUndecided = errors.New("nobody here can tell whether the message names its key")

// checkHints refuses a copy of a message that a relay has altered.
func (p *peer) checkHints(m *message.Message, isPublic bool) error {
	switch {
	case m.EncryptionType != message.EncryptionNone:
		if m.ContentType != message.ContentJSON {
			return errUndecided
		}
		if looksLikeJSON(m.Content) { // as ciphertext does not, which begins with 16 random bytes
			return refuse("encryption", "a content that is not encrypted is called encrypted")
		}
		return p.checkKeyID(m)
	case !isPublic:
		return refuse("encryption", "a content of a private stream is not encrypted, or is called so")
	}
	if err := m.CheckContent(); err != nil {
		return &refusal{"content", err}
	}
	return nil
}

// checkKeyID refuses a JSON content that names a key which is not its own.
func (p *peer) checkKeyID(m *message.Message) error {
	e, err := p.c.keys.Get(m.Publisher, m.GroupKeyID)
	if err == nil {
		plain, err := e.Decrypt(m.Content)
		switch {
		case err == nil && json.Valid(plain):
			return nil
		case e.Confirmed:
			return refuse("key", "the key that the message names does not decrypt it")
		}
		return errUndecided
	}
	last, ok := p.lastKeys.get(m)
	if !ok {
		return errUndecided
	}
	if e, err = p.c.keys.Get(m.Publisher, last); err != nil {
		return errUndecided
	}
	if plain, err := e.Decrypt(m.Content); err == nil && len(plain) >= minTelling && looksLikeJSON(plain) {
		return refuse("key", "the message names another key than the one it is encrypted with")
	}
	return errUndecided
}

// minTelling is the length from which on random bytes are practically never JSON.
const minTelling = 6

// looksLikeJSON is true for what publishers write, and for few other bytes: readers of JSON
// are lenient about text that is not UTF-8.
func looksLikeJSON(b []byte) bool { return utf8.Valid(b) && json.Valid(b) }

// lastKeys remembers with which key the last message of each chain was encrypted.
type lastKeys struct {
	mu  sync.Mutex // guards lru
	lru *simplelru.LRU[chainName, string]
}

type chainName struct {
	stream    message.StreamID
	publisher message.UserID
	chain     string
}

func newLastKeys() *lastKeys { return &lastKeys{lru: newLRU[chainName, string]()} }

func nameOf(m *message.Message) chainName { return chainName{m.Stream, m.Publisher, m.Chain} }

// read says that a message could be read.
func (k *lastKeys) read(m *message.Message) {
	if m.EncryptionType == message.EncryptionNone {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.lru.Add(nameOf(m), m.GroupKeyID)
}

func (k *lastKeys) get(m *message.Message) (string, bool) {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.lru.Get(nameOf(m))
}
