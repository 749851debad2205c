package pebble

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"runtime"
	"slices"
	"sync"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// recount is the state of the walk over the messages. What depends on their order is
// done as they come; what can be said of each by itself is left to workers.
type recount struct {
	c     *checker
	part  partID
	cp    *checkedPart
	order message.OrderKey
	same  int // messages seen with this order key

	jobs   chan *checkJob
	queued []*checkJob // oldest first
	free   []*checkJob
	job    *checkJob // being filled
}

// checkJob is a batch of messages on its way through a worker.
type checkJob struct {
	judge
	done chan struct{}
}

// messages checks every message and recounts what depends on them.
func (c *checker) messages() error {
	workers := runtime.GOMAXPROCS(0)
	r := &recount{c: c, jobs: make(chan *checkJob, workers)}
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			var decoder message.Decoder
			for job := range r.jobs {
				job.run(c.ctx, &decoder, c.o.Verify)
				job.done <- struct{}{}
			}
		})
	}
	// One batch for each worker, one that waits for each, and one to fill.
	for range 2*workers + 1 {
		r.free = append(r.free, &checkJob{done: make(chan struct{}, 1)})
	}
	err := r.walk()
	close(r.jobs)
	running.Wait()
	return err
}

func (r *recount) walk() error {
	c := r.c
	if err := r.take(); err != nil {
		return err
	}
	err := r.walkMessages(func(key, value []byte) error {
		if len(key) != messageLen || c.parts[partOfKey(key)] == nil {
			c.problem("message key %x", key)
			return nil
		}
		part, itemKey := parseMessageKey(key)
		if part != r.part {
			r.part, r.cp, r.same = part, c.parts[part], 0
		}
		return r.message(itemKey, value)
	})
	if err != nil {
		return err
	}
	r.send()
	for len(r.queued) > 0 {
		if err := r.collect(); err != nil {
			return err
		}
	}
	return nil
}

// walkMessages visits the messages. It passes over damaged places.
func (r *recount) walkMessages(visit func(key, value []byte) error) error {
	c := r.c
	parts := partID(0)
	if ids := c.sortedParts(); len(ids) > 0 {
		parts = ids[len(ids)-1]
	}
	for from := []byte{kindMessage}; from[0] == kindMessage; {
		gap, failed, err := c.walkFrom(kindMessage, from, visit)
		if err != nil || failed == nil {
			return err
		}
		if gap.upper == nil {
			gap.upper = skip(c.s.db, parts, gap.lower)
		}
		c.gaps = append(c.gaps, gap)
		c.unreadable(fmt.Sprintf("messages from %s up to %s", c.place(gap.lower), c.place(gap.upper)), failed)
		from = gap.upper
	}
	return nil
}

// place says where a message key is.
func (c *checker) place(key []byte) string {
	if key[0] != kindMessage {
		return "the end"
	}
	id, ref := placeOf(key)
	if cp := c.parts[id]; cp != nil {
		return fmt.Sprintf("%s %v", cp.name, ref)
	}
	return fmt.Sprintf("key %x", key)
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
	seq, wire := seqOf(value), value[seqLen:]
	n := uint64(len(wire))
	r.cp.found.messages++
	r.cp.found.bytes += n
	c.report.Messages++
	c.report.Bytes += n
	r.cp.held += c.arrivalHash(seq, &key)
	if seq == 0 {
		c.report1(Problem{r.cp.name, key, "it has no sequence number"})
	}
	r.equivocation(key)
	r.job.add(r.cp.name, key, wire)
	if r.job.full() {
		r.send()
		return r.take()
	}
	return nil
}

// send gives the batch that was filled to the workers.
func (r *recount) send() {
	r.queued = append(r.queued, r.job)
	r.jobs <- r.job
	r.job = nil
}

// take gets a batch to fill, and waits for one if all are under way.
func (r *recount) take() error {
	if len(r.free) == 0 {
		if err := r.collect(); err != nil {
			return err
		}
	}
	n := len(r.free) - 1
	r.job, r.free = r.free[n], r.free[:n]
	return nil
}

// collect reports what a worker found in the oldest batch, so that problems come in
// the order of the messages.
func (r *recount) collect() error {
	job := r.queued[0]
	r.queued = slices.Delete(r.queued, 0, 1)
	<-job.done
	if err := r.c.ctx.Err(); err != nil {
		return err
	}
	slices.SortFunc(job.verdicts, func(a, b verdict) int { return a.index - b.index })
	for _, v := range job.verdicts {
		it := &job.items[v.index]
		r.c.report1(Problem{it.part, it.key, v.text})
	}
	job.reset()
	r.free = append(r.free, job)
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

// arrivalHash hashes a message's place in the arrival log. The sums of these over the
// messages and over the log agree if both are the same set, and if they are not, then
// only by one chance in 2^64.
func (c *checker) arrivalHash(seq store.Seq, key *message.Key) uint64 {
	var buf [seqLen + message.KeyLen]byte
	binary.BigEndian.PutUint64(buf[:], uint64(seq))
	copy(buf[seqLen:], key[:])
	return maphash.Bytes(c.seed, buf[:])
}

// arrivals compares the arrival log with the messages. The seqs must rise, and the
// entries must be the messages; where they are not, each is looked up.
func (c *checker) arrivals() error {
	var last store.Seq
	var part partID
	err := c.walk(kindArrival, "arrival log", func(key, value []byte) error {
		if len(key) != arrivalLen || c.parts[partOfKey(key)] == nil {
			c.problem("arrival key %x", key)
			return nil
		}
		if p := partOfKey(key); p != part {
			part, last = p, 0
		}
		cp := c.parts[part]
		for a := (arrival{seq: firstSeq(key)}); len(value) > 0; {
			var ok bool
			if a, value, ok = nextArrival(value, a.seq); !ok {
				c.problem("arrival record %x of %s cannot be read", key, cp.name)
				break
			}
			if a.seq <= last {
				c.problem("arrival log of %s: seq %d comes after seq %d", cp.name, a.seq, last)
			}
			last = a.seq
			cp.arrivals++
			cp.arrived += c.arrivalHash(a.seq, &a.key)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(c.sortedParts(), func(id partID) bool { return c.parts[id].held != c.parts[id].arrived }) {
		return nil
	}
	err = c.walk(kindArrival, "arrival log", func(key, value []byte) error {
		if len(key) == arrivalLen {
			if cp := c.parts[partOfKey(key)]; cp != nil && cp.held != cp.arrived {
				c.lookUpArrivals(cp, key, value)
			}
		}
		return nil
	})
	for _, id := range c.sortedParts() {
		if cp := c.parts[id]; cp.unreadable > 0 {
			c.problem("%d messages of %s are where reading fails or was passed over", cp.unreadable, cp.name)
		}
	}
	return err
}

// lookUpArrivals looks for the messages of an arrival record.
func (c *checker) lookUpArrivals(cp *checkedPart, key, value []byte) {
	for a := (arrival{seq: firstSeq(key)}); len(value) > 0; {
		var ok bool
		if a, value, ok = nextArrival(value, a.seq); !ok {
			return
		}
		at := appendMessageKey(nil, partOfKey(key), &a.key)
		if slices.ContainsFunc(c.gaps, func(gap bounds) bool {
			return bytes.Compare(at, gap.lower) >= 0 && bytes.Compare(at, gap.upper) < 0
		}) {
			cp.unreadable++
			continue
		}
		stored, err := get(c.s.db, at)
		switch {
		case err != nil:
			c.unreadable("message of the arrival log", err)
		case stored == nil:
			c.report1(Problem{cp.name, a.key, fmt.Sprintf("in the arrival log with seq %d, but not there", a.seq)})
		case len(stored) <= seqLen || seqOf(stored) != a.seq:
			c.report1(Problem{cp.name, a.key, fmt.Sprintf("does not have the seq %d of the arrival log", a.seq)})
		}
	}
}
