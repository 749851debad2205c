package groupkeys

import (
	"errors"
	"fmt"

	"github.com/logstore/logstore/message"
)

// DefaultReaderWaiting is how many messages a [Reader] lets wait if nothing else is
// asked for.
const DefaultReaderWaiting = 10_000

// Reader turns the messages of a subscription into contents, in the order of each
// message chain. Where a key is missing it has the exchange fetch it, and holds the
// rest of the chain until then; other chains go on. It belongs to the event loop of
// its exchange.
type Reader struct {
	// Exchange fetches keys, into its store.
	Exchange *Exchange
	// Deliver gets every message once: with its content, or with why there is none. It
	// may push messages, but not change the reader.
	Deliver func(m *message.Message, content []byte, err error)
	// AllowPlain lets contents through that are not encrypted, for streams that everybody
	// may subscribe to. Otherwise they are [ErrNotEncrypted].
	AllowPlain bool
	// MaxWaiting bounds the messages that wait for keys; those beyond are delivered with
	// [ErrBusy], before their turn. 0 stands for [DefaultReaderWaiting].
	MaxWaiting int

	chains  map[chainKey]*chain // those in which something waits
	waiting int
}

type chainKey struct {
	part      message.StreamPart
	publisher message.UserID
	chain     string
}

// chain is the messages of a message chain that wait, in their order.
type chain struct {
	queue []*item
	busy  bool // the first one waits for a key, or is being delivered
}

type item struct {
	*message.Message
	fetched bool  // its key was fetched already
	err     error // set if its key could not be fetched
}

// Push takes the next message of a chain, whose signature and permission have been
// checked. Deliver may be called before Push returns.
func (r *Reader) Push(m *message.Message) {
	most := r.MaxWaiting
	if most == 0 {
		most = DefaultReaderWaiting
	}
	if r.waiting >= most {
		r.Deliver(m, nil, fmt.Errorf("%w: %d messages wait in this subscription", ErrBusy, r.waiting))
		return
	}
	key := chainKey{m.Part(), m.Publisher, m.Chain}
	c := r.chains[key]
	if c == nil {
		c = new(chain)
		if r.chains == nil {
			r.chains = map[chainKey]*chain{}
		}
		r.chains[key] = c
	}
	c.queue = append(c.queue, &item{Message: m})
	r.waiting++
	r.advance(key, c)
}

// Waiting returns how many messages wait for keys. Who reads history should pause
// while it grows.
func (r *Reader) Waiting() int { return r.waiting }

// advance delivers messages of a chain until one has to wait.
func (r *Reader) advance(key chainKey, c *chain) {
	for !c.busy && len(c.queue) > 0 {
		first := c.queue[0]
		content, err := r.read(first)
		var needed *KeyNeededError
		if first.err == nil && !first.fetched && errors.As(err, &needed) {
			c.busy = true
			r.Exchange.Need(needed.Want, func(err error) {
				c.busy = false
				first.fetched = true
				if err != nil {
					c.fail(first.GroupKeyID, err)
				}
				r.advance(key, c)
			})
			return // if the key is there by now, the callback did the rest
		}
		c.queue[0] = nil
		c.queue = c.queue[1:]
		r.waiting--
		c.busy = true // Deliver may push to this chain
		r.Deliver(first.Message, content, err)
		c.busy = false
	}
	if len(c.queue) == 0 {
		delete(r.chains, key)
	}
}

// fail gives up on all messages that wait under a key: each waiting for the timeout in
// turn would hold up the chain for hours.
func (c *chain) fail(keyID string, err error) {
	for _, i := range c.queue {
		if i.EncryptionType == message.EncryptionAES && i.GroupKeyID == keyID {
			i.err = err
		}
	}
}

func (r *Reader) read(i *item) ([]byte, error) {
	if r.AllowPlain && i.IsContent() && i.EncryptionType == message.EncryptionNone {
		if err := i.CheckContent(); err != nil {
			return nil, err
		}
		return i.Content, nil
	}
	content, e, err := decrypt(r.Exchange.c.Store, i.Message)
	if err != nil {
		return nil, errors.Join(i.err, err)
	}
	// A wrong key shows in JSON, but not in binary content. So have the publisher confirm
	// a key that was announced only, without making anybody wait for it.
	if !e.Confirmed && i.ContentType == message.ContentBinary {
		r.Exchange.confirm(Want{Part: i.Part(), Publisher: i.Publisher, KeyID: i.GroupKeyID})
	}
	return content, nil
}
