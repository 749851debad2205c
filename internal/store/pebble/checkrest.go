package pebble

import (
	"bytes"

	"github.com/logstore/logstore/internal/store"
)

// leftovers looks at the records beside messages and arrivals, and for those that
// belong to nothing.
func (c *checker) leftovers() error {
	for _, step := range []func() error{c.evidence, c.pages, c.quarantine} {
		if err := step(); err != nil {
			return err
		}
	}
	return c.unknownKinds()
}

func (c *checker) evidence() error {
	evidence := make(map[partID]uint64)
	err := c.walk(kindEvidence, "evidence", func(key, _ []byte) error {
		if len(key) != prefixLen || c.parts[partOfKey(key)] == nil {
			c.problem("evidence key %x", key)
			return nil
		}
		evidence[partOfKey(key)]++
		return nil
	})
	if err != nil {
		return err
	}
	for _, id := range c.sortedParts() {
		n := evidence[id]
		if cp := c.parts[id]; n > 0 && n != cp.found.equivocations && !c.broken {
			c.problem("%s has evidence for %d equivocations, a recount gives %d", cp.name, n, cp.found.equivocations)
		}
	}
	return nil
}

func (c *checker) pages() error {
	return c.walk(kindPage, "pages", func(key, value []byte) error {
		if n := len(key) - partLen; n < 1 || n > store.MaxPageKey || c.parts[partOfKey(key)] == nil {
			c.problem("page key %x", key)
		} else if len(value) > store.MaxPageValue {
			c.problem("page %x of %s has %d bytes", key[partLen:], c.parts[partOfKey(key)].name, len(value))
		}
		return nil
	})
}

// quarantine reports what was set aside. That the message is bad may have been said
// already; that it is not served is a problem of its own.
func (c *checker) quarantine() error {
	return c.walk(kindQuarantine, "quarantine", func(key, value []byte) error {
		entry, ok := decodeQuarantined(value)
		if !ok || len(key) != messageLen || c.parts[partOfKey(key)] == nil {
			c.problem("quarantine record %x = %x", key, value)
			return nil
		}
		part, itemKey := parseMessageKey(key)
		text := entry.text()
		stored, err := get(c.s.db, appendMessageKey(nil, part, &itemKey))
		if err != nil {
			c.unreadable("message in quarantine", err)
		} else if stored == nil {
			text += " (but there is no such message)"
		}
		c.report1(Problem{c.parts[part].name, itemKey, text})
		return nil
	})
}

// unknownKinds looks for keys that this format does not have.
func (c *checker) unknownKinds() error {
	known := string(kindArrival) + string(kindPart) + string(kindEvidence) + string(kindInfo) +
		string(kindMessage) + string(kindStats) + string(kindQuarantine) + string(kindState) + string(kindPage) + string(kindMeta)
	if c.version == 1 {
		known += string(kindHour)
	}
	it, err := c.s.db.NewIter(nil)
	if err != nil {
		c.unreadable("keys", err)
		return nil
	}
	for valid := it.First(); valid; {
		kind := it.Key()[0]
		if !bytes.ContainsRune([]byte(known), rune(kind)) {
			c.problem("key %x is of no known kind", it.Key())
		}
		if kind == 0xff {
			break
		}
		valid = it.SeekGE([]byte{kind + 1})
	}
	if err := it.Close(); err != nil {
		c.unreadable("keys", err)
	}
	return nil
}
