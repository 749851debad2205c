package message

import (
	"sync"

	"github.com/logstore/logstore/message/internal/curve"
)

// maxKeys bounds the cache of public keys (about 350 bytes each).
const maxKeys = 1 << 16

// publicKey is a publisher's key as the batch check needs it.
type publicKey struct {
	point   curve.Point
	prepare sync.Once
	key     *curve.Key
}

// prepared returns the key in the form that sums take. That costs something only
// the first time: a publisher who is seen once should not pay for it.
func (k *publicKey) prepared() *curve.Key {
	k.prepare.Do(func() { k.key = curve.NewKey(&k.point) })
	return k.key
}

// keyCache remembers the keys of publishers whose signature was checked. The zero
// value is ready for use.
type keyCache struct {
	mu   sync.RWMutex
	keys map[UserID]*publicKey
}

func (c *keyCache) get(publisher UserID) *publicKey {
	c.mu.RLock()
	defer c.mu.RUnlock()
	return c.keys[publisher]
}

// learn keeps the uncompressed public key of a publisher.
func (c *keyCache) learn(publisher UserID, uncompressed *[curve.PointLen]byte) {
	if c.get(publisher) != nil {
		return
	}
	point, ok := curve.ParsePoint(uncompressed)
	if !ok {
		return // it was recovered from a signature, so this cannot be
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.keys == nil || len(c.keys) >= maxKeys {
		c.keys = make(map[UserID]*publicKey)
	}
	c.keys[publisher] = &publicKey{point: point}
}
