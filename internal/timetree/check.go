package timetree

import (
	"bytes"
	"context"
	"fmt"
	"iter"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// CheckReport says what [Check] found.
type CheckReport struct {
	Parts    int
	Pages    int
	Messages uint64 // whose leaves were computed anew
	// Leftover counts pages that nothing leads to: a pruning that was interrupted
	// leaves some. They do no harm.
	Leftover int
	Problems []string // the first few
	Omitted  int      // of these, not listed
}

// maxProblems bounds the listed problems.
const maxProblems = 100

func (r *CheckReport) problem(format string, args ...any) {
	if len(r.Problems) >= maxProblems {
		r.Omitted++
		return
	}
	r.Problems = append(r.Problems, fmt.Sprintf(format, args...))
}

// Check computes all trees of a snapshot anew from the messages, and compares every
// page and every sum in them. It reads each message once. Errors are those of ctx and
// of closing; what cannot be read is a problem in the report.
func Check(ctx context.Context, snap store.Snapshot) (*CheckReport, error) {
	r := new(CheckReport)
	for part, err := range snap.Parts(ctx) {
		if ctx.Err() != nil {
			return r, ctx.Err()
		}
		if err != nil {
			r.problem("stream parts cannot be read: %v", err)
			break
		}
		r.Parts++
		if err := checkPart(ctx, snap, part, r); err != nil {
			if ctx.Err() != nil {
				return r, ctx.Err()
			}
			r.problem("%v", err)
		}
	}
	return r, nil
}

// checkPart returns an error for what keeps it from going on with the part.
func checkPart(ctx context.Context, snap store.Snapshot, part message.StreamPart, r *CheckReport) error {
	src, err := openSource(ctx, snap, part)
	if err != nil {
		return err
	}
	c := &partCheck{ctx: ctx, src: src, report: r, seen: make(map[string]bool)}
	if src.upTo > 0 {
		next, stop := iter.Pull2(snap.Scan(ctx, store.Query{Part: part, UpTo: src.upTo, From: message.Ref{Timestamp: src.floor}}))
		defer stop()
		c.next = next
		if err := c.advance(); err != nil {
			return err
		}
		if src.live.Count > 0 {
			if err := c.subtree(proof.Region{}, &src.live); err != nil {
				return err
			}
		}
		if c.has {
			r.problem("time tree of %s: message %v is not in it", part, c.leaf.At.Key)
		}
	}
	return c.pages()
}

// partCheck goes through the tree and the messages side by side.
type partCheck struct {
	ctx    context.Context
	src    *source
	report *CheckReport
	next   func() (store.Record, error, bool)
	leaf   proof.Part // the next message
	has    bool
	seen   map[string]bool // keys of pages that something leads to
}

func (c *partCheck) advance() error {
	rec, err, ok := c.next()
	if c.has = ok && err == nil; !c.has {
		if err != nil {
			return fmt.Errorf("messages of %s: %w", c.src.part, err)
		}
		return nil
	}
	size, err := message.SizeOfWire(rec.Wire)
	if err != nil {
		return c.src.corrupt("message %v: %v", rec.Key, err)
	}
	c.leaf = proof.Part{At: proof.Region{Key: rec.Key, Bits: proof.KeyBits}, Sum: proof.LeafSum(&rec.Key, uint64(size))}
	c.report.Messages++
	return nil
}

// subtree checks that what is listed with a sum has that sum.
func (c *partCheck) subtree(at proof.Region, sum *proof.Sum) error {
	if err := c.ctx.Err(); err != nil {
		return err
	}
	for c.has && bytes.Compare(c.leaf.At.Key[:], at.Key[:]) < 0 {
		c.report.problem("time tree of %s: message %v is not in it", c.src.part, c.leaf.At.Key)
		if err := c.advance(); err != nil {
			return err
		}
	}
	d := proof.NewDigester(false)
	if levelOf(sum.Count) == 0 {
		last := at.Last()
		for c.has && bytes.Compare(c.leaf.At.Key[:], last[:]) <= 0 {
			if err := d.AddSum(c.leaf.At, c.leaf.Sum); err != nil {
				return c.src.corrupt("messages are %v", err)
			}
			if err := c.advance(); err != nil {
				return err
			}
		}
		c.compare("the messages", at, d.Sum(), *sum)
		return nil
	}
	p, err := c.src.load(c.ctx, at)
	if err != nil {
		return err
	}
	c.report.Pages++
	c.seen[string(appendPageKey(nil, at))] = true
	for i := range p {
		if err := d.AddSum(p[i].At, p[i].Sum); err != nil {
			return c.src.corrupt("what the page at %x, %d bits, lists is %v", at.Key[:(at.Bits+7)/8], at.Bits, err)
		}
	}
	c.compare("the page", at, d.Sum(), *sum)
	for i := range p {
		if err := c.subtree(p[i].At, &p[i].Sum); err != nil {
			return err
		}
	}
	return nil
}

func (c *partCheck) compare(what string, at proof.Region, got, want proof.Sum) {
	if got != want {
		c.report.problem("time tree of %s: %s at %x, %d bits: %d messages with digest %v, listed are %d with %v",
			c.src.part, what, at.Key[:(at.Bits+7)/8], at.Bits, got.Count, got.Digest, want.Count, want.Digest)
	}
}

// pages looks for pages that cannot be read and that nothing leads to.
func (c *partCheck) pages() error {
	for p, err := range c.src.snap.Pages(c.ctx, c.src.part) {
		if err != nil {
			return fmt.Errorf("pages of %s: %w", c.src.part, err)
		}
		if bytes.Equal(p.Key, recordKey) || c.seen[string(p.Key)] {
			continue
		}
		if _, ok := parsePageKey(p.Key); !ok {
			c.report.problem("time tree of %s: page key %x is none", c.src.part, p.Key)
			continue
		}
		c.report.Leftover++
	}
	return nil
}
