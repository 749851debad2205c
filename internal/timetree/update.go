package timetree

import (
	"bytes"
	"context"
	"slices"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// update grows a tree by new messages, or cuts off what is below a floor. It reads
// the old tree, and writes nothing: the result is the changed pages.
type update struct {
	ctx    context.Context
	src    *source
	keys   []message.Key // of new messages, in order; what follows is still to come
	cut    message.Key   // what is below it is dropped
	fold   *proof.Fold[node]
	pages  map[proof.Region]page // to write; nil to delete
	failed error                 // of join, which cannot return one
}

// node is a subtree while pages are made.
type node struct {
	sum proof.Sum
	at  proof.Region // of an unopened subtree: where it has been so far
	// list is what the subtree's page will list; nil for buckets and for unopened
	// subtrees, whose pages are there already.
	list   page
	opened bool
}

// grow returns the tree of src with the messages of arrivals, which are all that the
// store took in after src.upTo and up to upTo. The result shares src's snapshot and
// has the changed pages in its overlay, nil for those that are gone.
func grow(ctx context.Context, src *source, arrivals []message.Key, upTo store.Seq) (*source, error) {
	slices.SortFunc(arrivals, compareKeys)
	next := *src
	next.upTo = upTo
	u := newUpdate(ctx, &next)
	u.keys = arrivals
	return u.run()
}

func newUpdate(ctx context.Context, src *source) *update {
	u := &update{ctx: ctx, src: src, pages: make(map[proof.Region]page)}
	u.fold = proof.NewFold(u.join)
	return u
}

func (u *update) run() (*source, error) {
	err := u.src.walk(u.ctx, u)
	if err == nil {
		err = u.flush(proof.FullRange().To)
	}
	if err != nil {
		return nil, err
	}
	root, ok := u.fold.Finish()
	if ok {
		u.settle(&root, proof.Region{})
	}
	if u.failed != nil {
		return nil, u.failed
	}
	next := *u.src
	next.live = root.sum
	next.overlay = make(map[proof.Region]page, len(u.src.overlay)+len(u.pages))
	for at, p := range u.src.overlay {
		next.overlay[at] = p
	}
	for at, p := range u.pages {
		next.overlay[at] = p
	}
	return &next, nil
}

func compareKeys(a, b message.Key) int { return bytes.Compare(a[:], b[:]) }

// subtree implements [visitor]: it opens what new messages lie in.
func (u *update) subtree(at proof.Region, sum *proof.Sum) (open bool, err error) {
	if before, ok := predecessor(at.Key); ok {
		if err := u.flush(before); err != nil {
			return false, err
		}
	}
	last := at.Last()
	if bytes.Compare(last[:], u.cut[:]) < 0 {
		return false, u.drop(at, sum)
	}
	if bytes.Compare(at.Key[:], u.cut[:]) >= 0 && (len(u.keys) == 0 || bytes.Compare(u.keys[0][:], last[:]) > 0) {
		return false, u.add(at, node{sum: *sum, at: at})
	}
	if levelOf(sum.Count) == 0 {
		return false, u.openBucket(at, sum)
	}
	u.pages[at] = nil // unless it is written again
	return true, nil
}

// leaf implements [visitor]. Buckets are opened by openBucket.
func (u *update) leaf(*message.Key, uint64) error { return nil }

// flush adds the new messages up to a key: they lie between the subtrees there are.
func (u *update) flush(last message.Key) error {
	n := 0
	for n < len(u.keys) && bytes.Compare(u.keys[n][:], last[:]) <= 0 {
		n++
	}
	if n == 0 {
		return nil
	}
	return u.addLeaves(proof.Range{From: u.keys[0], To: u.keys[n-1]}, n, uint64(n))
}

// openBucket adds the messages of a bucket, old and new.
func (u *update) openBucket(at proof.Region, sum *proof.Sum) error {
	r := proof.Range{From: at.Key, To: at.Last()}
	n := 0
	for n < len(u.keys) && bytes.Compare(u.keys[n][:], r.To[:]) <= 0 {
		n++
	}
	want := sum.Count + uint64(n)
	if bytes.Compare(r.From[:], u.cut[:]) < 0 {
		want = 0 // some of them go
	}
	return u.addLeaves(r, n, want)
}

// addLeaves adds the messages of a range and counts n new ones as done. want is how
// many there must be, 0 if that is not known.
func (u *update) addLeaves(r proof.Range, n int, want uint64) error {
	found := uint64(0)
	err := u.src.scan(u.ctx, r, func(key *message.Key, size uint64) error {
		found++
		return u.add(proof.Region{Key: *key, Bits: proof.KeyBits}, node{sum: proof.LeafSum(key, size), opened: true})
	})
	if err != nil {
		return err
	}
	if want != 0 && found != want {
		return u.src.corrupt("%d messages are between %v and %v, there must be %d", found, r.From, r.To, want)
	}
	u.keys = u.keys[n:]
	return nil
}

func (u *update) add(at proof.Region, n node) error {
	if err := u.fold.Add(at, n); err != nil {
		return u.src.corrupt("what is at %v, %d bits, is %v", at.Key, at.Bits, err)
	}
	return nil
}

// drop removes the pages of a subtree that is below the floor.
func (u *update) drop(at proof.Region, sum *proof.Sum) error {
	if levelOf(sum.Count) == 0 {
		return nil
	}
	p, err := u.src.load(u.ctx, at)
	if err != nil {
		return err
	}
	u.pages[at] = nil
	for i := range p {
		if err := u.drop(p[i].At, &p[i].Sum); err != nil {
			return err
		}
	}
	return nil
}

// join makes an inner node. Below a page's root it collects what the page will list.
func (u *update) join(prefix *message.Key, depth int, left, right node) node {
	n := node{sum: proof.JoinSums(prefix, depth, &left.sum, &right.sum), opened: true}
	level := levelOf(n.sum.Count)
	if level == 0 {
		return n
	}
	at := proof.RegionOf(*prefix, depth)
	n.list = u.list(nil, &left, at.Child(0), level)
	n.list = u.list(n.list, &right, at.Child(1), level)
	return n
}

// list appends to a page of a level what it says of a child: what the child's own
// list has, if the child is of the same level, or else the child as a whole, which
// gets its page then.
func (u *update) list(dst page, c *node, at proof.Region, level int) page {
	if c.opened && c.list != nil && levelOf(c.sum.Count) == level {
		if dst == nil {
			return c.list
		}
		return append(dst, c.list...)
	}
	u.settle(c, at)
	return append(dst, proof.Part{At: at, Sum: c.sum})
}

// settle gives a subtree the page at its place.
func (u *update) settle(c *node, at proof.Region) {
	if levelOf(c.sum.Count) == 0 {
		return
	}
	if !c.opened && c.at != at {
		// What stood beside it was cut off: it has moved up.
		p, err := u.src.load(u.ctx, c.at)
		if err != nil && u.failed == nil {
			u.failed = err
		}
		u.pages[c.at] = nil
		c.list, c.opened = p, true
	}
	if c.opened {
		u.pages[at] = c.list
	}
}
