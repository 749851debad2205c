package pebble

import (
	"bytes"
	"fmt"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/message"
)

// recount is the state of the walk over the messages.
type recount struct {
	c     *checker
	part  partID
	cp    *checkedPart
	order message.OrderKey
	same  int // messages seen with this order key
	hours map[uint64]hourCount

	batch []*message.Message // to verify
	keys  []message.Key
	wires []byte // what the batch shares memory with
}

// messages checks every message and recounts what depends on them.
func (c *checker) messages() error {
	r := &recount{c: c}
	err := c.walk(kindMessage, "messages", func(key, value []byte) error {
		if len(key) != messageLen || c.parts[partOfKey(key)] == nil {
			c.problem("message key %x", key)
			return nil
		}
		part, itemKey := parseMessageKey(key)
		if part != r.part {
			if err := r.endPart(); err != nil {
				return err
			}
			r.part, r.cp, r.same, r.hours = part, c.parts[part], 0, make(map[uint64]hourCount)
		}
		return r.message(itemKey, value)
	})
	if err != nil {
		return err
	}
	return r.endPart()
}

func (r *recount) message(key message.Key, value []byte) error {
	c := r.c
	if c.read++; c.read%checkEvery == 0 {
		c.o.Progress(c.read)
	}
	if len(value) <= seqLen {
		c.report1(Problem{r.cp.name, key, fmt.Sprintf("its value has %d bytes", len(value))})
		return nil
	}
	wire := value[seqLen:]
	n := uint64(len(wire))
	r.cp.found.messages++
	r.cp.found.bytes += n
	c.report.Messages++
	c.report.Bytes += n
	h := r.hours[hourOf(&key)]
	r.hours[hourOf(&key)] = hourCount{h.messages + 1, h.bytes + n}
	if seqOf(value) == 0 {
		c.report1(Problem{r.cp.name, key, "it has no sequence number"})
	}
	r.equivocation(key)

	from := len(r.wires)
	r.wires = append(r.wires, wire...)
	wire = r.wires[from:len(r.wires):len(r.wires)]
	m, err := message.Decode(wire)
	switch {
	case err != nil:
		c.report1(Problem{r.cp.name, key, err.Error()})
	case m.Part() != r.cp.name:
		c.report1(Problem{r.cp.name, key, fmt.Sprintf("it says that it belongs to %s", m.Part())})
	case m.Key() != key:
		c.report1(Problem{r.cp.name, key, fmt.Sprintf("its content gives the key %v", m.Key())})
	case !bytes.Equal(m.AppendWire(nil), wire):
		c.report1(Problem{r.cp.name, key, "its wire form is not the canonical one"})
	case c.o.Verify != nil:
		r.batch, r.keys = append(r.batch, m), append(r.keys, key)
		if len(r.batch) == verifyBatch {
			return r.verify()
		}
		return nil
	}
	if len(r.batch) == 0 {
		r.wires = r.wires[:0]
	}
	return nil
}

// equivocation counts the messages of an order key and looks for the evidence when
// there is a second one.
func (r *recount) equivocation(key message.Key) {
	if r.same == 0 || key.OrderKey() != r.order {
		r.order, r.same = key.OrderKey(), 1
		return
	}
	if r.same++; r.same != 2 {
		return
	}
	r.cp.found.equivocations++
	r.c.report.Equivocations++
	evidence, err := get(r.c.s.db, append(appendPart(nil, kindEvidence, r.part), r.order[:]...))
	if err != nil {
		r.c.unreadable("evidence", err)
	} else if evidence == nil {
		r.c.report1(Problem{r.cp.name, key, "it is an equivocation without evidence"})
	}
}

func (r *recount) verify() error {
	if len(r.batch) == 0 {
		return nil
	}
	for i, err := range r.c.o.Verify(r.c.ctx, r.batch) {
		if err != nil {
			r.c.report1(Problem{r.cp.name, r.keys[i], err.Error()})
		}
	}
	r.batch, r.keys, r.wires = r.batch[:0], r.keys[:0], r.wires[:0]
	return r.c.ctx.Err()
}

// endPart compares the hour counters of a part with the recount.
func (r *recount) endPart() error {
	if r.cp == nil {
		return nil
	}
	if err := r.verify(); err != nil {
		return err
	}
	it, err := r.c.s.db.NewIter(&pebble.IterOptions{
		LowerBound: appendPart(nil, kindHour, r.part),
		UpperBound: appendPartEnd(nil, kindHour, r.part),
	})
	if err != nil {
		r.c.unreadable("hour counters", err)
		return nil
	}
	for valid := it.First(); valid; valid = it.Next() {
		value, err := it.ValueAndErr()
		n, ok := decodeHour(value)
		if err != nil || !ok || len(it.Key()) != hourLen {
			r.c.problem("hour counter %x of %s cannot be read", it.Key(), r.cp.name)
			continue
		}
		hour := hourOfKey(it.Key())
		if found := r.hours[hour]; found != n && !r.c.broken {
			r.c.problem("hour %d of %s has counters %+v, a recount gives %+v", hour, r.cp.name, n, found)
		}
		delete(r.hours, hour)
	}
	if err := it.Close(); err != nil {
		r.c.unreadable("hour counters", err)
		return nil
	}
	for hour, found := range r.hours {
		if !r.c.broken {
			r.c.problem("hour %d of %s has no counters, a recount gives %+v", hour, r.cp.name, found)
		}
	}
	return nil
}

// leftovers looks for records that belong to nothing.
func (c *checker) leftovers() error {
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
	for id, n := range evidence {
		if cp := c.parts[id]; n != cp.found.equivocations && !c.broken {
			c.problem("%s has evidence for %d equivocations, a recount gives %d", cp.name, n, cp.found.equivocations)
		}
	}
	err = c.walk(kindHour, "hour counters", func(key, _ []byte) error {
		if len(key) != hourLen {
			c.problem("hour counter key %x has %d bytes", key, len(key))
			return nil
		}
		// Those of parts with messages were compared already.
		if cp := c.parts[partOfKey(key)]; cp == nil || cp.found.messages == 0 && !c.broken {
			c.problem("hour counter %x belongs to no message", key)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return c.unknownKinds()
}

// unknownKinds looks for keys that this format does not have.
func (c *checker) unknownKinds() error {
	const known = string(kindArrival) + string(kindPart) + string(kindEvidence) + string(kindHour) +
		string(kindInfo) + string(kindMessage) + string(kindStats) + string(kindState) + string(kindMeta)
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
