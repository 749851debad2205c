package api

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"slices"
	"sync"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/message"
)

// nodeWriter signs what others publish through the node, and links it into message
// chains, one for each stream part.
type nodeWriter struct {
	signer message.Signer
	rand   io.Reader

	mu    sync.Mutex // guards parts
	parts *lru.Cache[message.StreamPart, *partWriter]
}

// partWriter is the chain of one stream part. Its lock is held from signing until
// the messages are stored, so that a link never points at what was not.
type partWriter struct {
	mu    sync.Mutex
	chain *message.Chain // nil: begin a new one
}

// maxChains bounds the chains that are kept. A part that was quiet for longest
// begins a new chain when its next message comes.
const maxChains = 4096

func newNodeWriter(signer message.Signer, rand io.Reader) (*nodeWriter, error) {
	parts, err := lru.New[message.StreamPart, *partWriter](maxChains)
	return &nodeWriter{signer: signer, rand: rand, parts: parts}, err
}

func (n *nodeWriter) part(part message.StreamPart) *partWriter {
	n.mu.Lock()
	defer n.mu.Unlock()
	w, ok := n.parts.Get(part)
	if !ok {
		w = new(partWriter)
		n.parts.Add(part, w)
	}
	return w
}

// submit signs the events that are not rejected yet and takes them in. Verdicts are
// in the order of the events, errors of ingest in the slice.
func (n *nodeWriter) submit(ctx context.Context, in Ingester, part message.StreamPart, events []event) (*slice, error) {
	sl := &slice{items: make([]item, len(events))}
	// Signed in the order of time: a chain cannot go back.
	order := make([]int, 0, len(events))
	for i := range events {
		sl.items[i] = events[i].item
		if events[i].rejected == nil {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(events[a].timestamp, events[b].timestamp) })

	w := n.part(part)
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, i := range order {
		m, err := n.sign(w, part, &events[i])
		if err != nil {
			w.chain = nil
			return nil, &problem{code: codeSignatureUnusable, detail: "the node could not sign", cause: err}
		}
		sl.items[i].message = m
	}
	ms := sl.messages()
	if len(ms) == 0 {
		return sl, nil
	}
	sl.results, sl.err = in.Submit(context.WithoutCancel(ctx), ms)
	next := 0
	for i := range events {
		if events[i].rejected != nil {
			continue
		}
		// What is linked to must be there; after a refusal nobody knows.
		if next >= len(sl.results) || sl.results[next].Outcome != ingest.Stored && !events[i].violates {
			w.chain = nil
		}
		next++
	}
	return sl, nil
}

// sign makes the message of an event. One that ingest will refuse gets a chain of
// its own, where nothing misses it.
func (n *nodeWriter) sign(w *partWriter, part message.StreamPart, e *event) (*message.Message, error) {
	chain := w.chain
	if e.violates {
		chain = nil
	}
	for {
		fresh := chain == nil
		if fresh {
			id, err := message.RandomChainID(n.rand)
			if err != nil {
				return nil, err
			}
			chain = message.NewChain(id)
		}
		ref, prev, err := chain.Next(e.timestamp)
		if err != nil && !fresh { // the event is older than the chain's last
			chain = nil
			continue
		} else if err != nil {
			return nil, fmt.Errorf("begin a message chain: %w", err)
		}
		m := &message.Message{
			ID: message.ID{
				Stream: part.Stream, Partition: part.Partition,
				Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain.ID(),
			},
			PrevRef: prev,
			Content: e.content,
		}
		if !e.violates {
			w.chain = chain
		}
		return m, message.Sign(m, n.signer)
	}
}
