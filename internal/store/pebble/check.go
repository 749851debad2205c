package pebble

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/maphash"
	"maps"
	"slices"
	"strings"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// Problem is one thing that [Check] found wrong.
type Problem struct {
	// Part and Key say which message it is about; they are zero if it is about
	// none.
	Part message.StreamPart
	Key  message.Key
	// Text says what is wrong.
	Text string
}

func (p Problem) String() string {
	var b strings.Builder
	if p.Part.Stream != "" {
		fmt.Fprintf(&b, "%s: ", p.Part)
	}
	if p.Key != (message.Key{}) {
		fmt.Fprintf(&b, "message %v %v: ", p.Key.Ref(), p.Key.Hash())
	}
	b.WriteString(p.Text)
	return b.String()
}

// Report sums up what [Check] looked at.
type Report struct {
	ID            ID
	Watermark     store.Seq
	Files         int // whose checksums were read
	Parts         int
	Messages      uint64
	Bytes         uint64 // of the wire forms
	Equivocations uint64
	Pruned        uint64
	Problems      int
}

// CheckOptions adjusts [Check].
type CheckOptions struct {
	// Options says how to open the store.
	Options
	// Verify checks signatures, if it is set. Batches of messages go to as many
	// goroutines as there are cores.
	Verify VerifyFunc
	// Examine, if it is set, looks at the store in its own way, after everything
	// else. It returns what it found wrong; its error ends the check.
	Examine func(ctx context.Context, snap store.Snapshot) (problems []string, err error)
	// Problem hears of every problem as it is found.
	Problem func(Problem)
	// Progress hears how many messages were read, every few thousand.
	Progress func(messages uint64)
}

// Check reads the whole store in dir and compares everything in it with everything
// else: the checksums of the files, every message with its key, the counts with a
// recount, the arrival log with the messages, the evidence with the equivocations. It
// changes nothing. A store with problems gives a report and no
// error; the error is for a store that cannot be opened at all or a ctx that ended.
func Check(ctx context.Context, dir string, o CheckOptions) (report Report, err error) {
	o.Options = o.Options.withDefaults()
	if o.Problem == nil {
		o.Problem = func(Problem) {}
	}
	if o.Progress == nil {
		o.Progress = func(uint64) {}
	}
	// What corrupt files make the database say is a problem, not the end.
	o.Fatal = func(string) {}
	events := newListener(&o.Options)
	db, id, err := openDB(dir, &o.Options, o.FS, events, true)
	if err != nil {
		return report, err
	}
	defer func() {
		if e := db.Close(); err == nil {
			err = wrapError(dir, e, "close store %s", dir)
		}
	}()
	c := &checker{
		ctx: ctx, o: &o, s: &Store{dir: dir, opts: o.Options, db: db}, report: &report,
		parts: make(map[partID]*checkedPart), seed: maphash.MakeSeed(),
	}
	report.ID = id
	if info, err := get(db, infoKey); err == nil && len(info) == infoLen {
		c.version = binary.BigEndian.Uint32(info)
	}
	for _, step := range []func() error{c.files, c.directory, c.stats, c.messages, c.arrivals, c.leftovers, c.totals, c.examine} {
		if err := step(); err != nil {
			return report, err
		}
	}
	if err := events.failure(); err != nil {
		c.problem("%v", err)
	}
	return report, nil
}

// examine shows the store to who wants to check more of it.
func (c *checker) examine() error {
	if c.o.Examine == nil {
		return nil
	}
	st, err := c.s.readState(c.s.db)
	if err != nil {
		return nil // totals has said so
	}
	s := c.s
	s.views, s.cursors = make(map[*view]struct{}), make(map[*cursor]struct{})
	if err := s.quarantine.load(s); err != nil {
		c.problem("%v", err)
		return nil
	}
	sn := &snapshot{s: s, v: &view{seq: st.last, commits: st.commits, snap: s.db.NewSnapshot(), refs: 1}}
	problems, err := c.o.Examine(c.ctx, sn)
	for _, text := range problems {
		c.problem("%s", text)
	}
	return errors.Join(err, sn.Close())
}

// checker is one run of [Check].
type checker struct {
	ctx     context.Context // of the one call that the checker lives for
	o       *CheckOptions
	s       *Store // only to read from
	report  *Report
	version uint32 // of the format
	parts   map[partID]*checkedPart
	broken  bool // something could not be read, so that totals say nothing
	read    uint64
	seed    maphash.Seed
	gaps    []bounds // of message keys that could not be read
}

// checkedPart is what the check knows of a stream part.
type checkedPart struct {
	name     message.StreamPart
	counts   counts // as stored
	found    counts // as recounted
	arrivals uint64

	held, arrived uint64 // sums of arrivalHash over the messages and over the log
	unreadable    uint64 // messages of the arrival log that lie in gaps
}

// sortedParts lists the ids of the parts in order.
func (c *checker) sortedParts() []partID { return slices.Sorted(maps.Keys(c.parts)) }

func (c *checker) problem(format string, args ...any) {
	c.report1(Problem{Text: fmt.Sprintf(format, args...)})
}

func (c *checker) report1(p Problem) {
	c.report.Problems++
	c.o.Problem(p)
}

// unreadable notes that a walk ended early.
func (c *checker) unreadable(what string, err error) {
	c.broken = true
	c.problem("%s: %v", what, err)
}

// walk visits all keys of a kind. A read error is a problem and ends the walk; an
// error of visit ends the check.
func (c *checker) walk(kind byte, what string, visit func(key, value []byte) error) (err error) {
	_, failed, err := c.walkFrom(kind, []byte{kind}, visit)
	if failed != nil {
		c.unreadable(what, failed)
	}
	return err
}

// walkFrom visits the keys of a kind from a key on. failed is why reading ended early,
// and the gap is what cannot be read; its upper bound is nil if it is not known.
func (c *checker) walkFrom(kind byte, from []byte, visit func(key, value []byte) error) (gap bounds, failed, err error) {
	gap.lower = from
	it, failed := c.s.db.NewIter(&pebble.IterOptions{LowerBound: from, UpperBound: []byte{kind + 1}})
	if failed != nil {
		return gap, failed, nil
	}
	defer func() {
		if e := it.Close(); failed == nil {
			failed = e
		}
	}()
	var last []byte
	n := 0
	for valid := it.First(); valid; valid = it.Next() {
		if n++; n%checkEvery == 0 && c.ctx.Err() != nil {
			return gap, nil, c.ctx.Err()
		}
		last = append(append(last[:0], it.Key()...), 0)
		value, failed := it.ValueAndErr()
		if failed != nil { // the value has a block of its own; the next key can be read
			return bounds{last[:len(last)-1], last}, failed, nil
		}
		if err := visit(it.Key(), value); err != nil {
			return gap, nil, err
		}
		gap.lower = last
	}
	return gap, nil, nil // Close tells whether the walk was whole
}

// directory reads the names of the parts.
func (c *checker) directory() error {
	return c.walk(kindPart, "directory", func(key, value []byte) error {
		name, ok := parseDirectoryKey(key)
		if !ok || len(value) != 4 {
			c.problem("directory entry %x = %x", key, value)
			return nil
		}
		id := partOfKey(append([]byte{0}, value...))
		if other := c.parts[id]; other != nil || id == 0 {
			c.problem("part id %d of %s is taken", id, name)
			return nil
		}
		c.parts[id] = &checkedPart{name: name}
		c.report.Parts++
		return nil
	})
}

// stats reads the counts that the recount is compared with.
func (c *checker) stats() error {
	return c.walk(kindStats, "counts", func(key, value []byte) error {
		n, ok := decodeCounts(value)
		if !ok || len(key) != partLen || c.parts[partOfKey(key)] == nil {
			c.problem("counts %x = %x", key, value)
			return nil
		}
		c.parts[partOfKey(key)].counts = n
		c.report.Pruned += n.pruned
		return nil
	})
}

// totals compares what is only known at the end.
func (c *checker) totals() error {
	st, err := c.s.readState(c.s.db)
	if err != nil {
		c.problem("%v", err)
		return nil
	}
	c.report.Watermark = st.last
	if err := checkWatermark(c.o.FS, c.s.dir, c.report.ID, st); err != nil {
		c.problem("%v", err)
	}
	if c.broken {
		return nil // what could not be read is missing from every total
	}
	for _, id := range c.sortedParts() {
		cp := c.parts[id]
		cp.found.pruned, cp.found.floor = cp.counts.pruned, cp.counts.floor // of these there is no trace
		if cp.found != cp.counts {
			c.problem("counts of %s are %+v, a recount gives %+v", cp.name, cp.counts, cp.found)
		}
		if cp.arrivals != cp.found.messages {
			c.problem("arrival log of %s has %d entries for %d messages", cp.name, cp.arrivals, cp.found.messages)
		}
		if id > st.parts {
			c.problem("%s has part id %d, but only %d were given out", cp.name, id, st.parts)
		}
	}
	if int(st.parts) != len(c.parts) {
		c.problem("%d part ids were given out, the directory has %d", st.parts, len(c.parts))
	}
	if n := c.report.Messages + c.report.Pruned; n != uint64(st.last) {
		c.problem("%d messages are there and %d were pruned, but %d were ever added", c.report.Messages, c.report.Pruned, st.last)
	}
	return nil
}
