package logstore

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strconv"

	"github.com/logstore/logstore/internal/order"
	"github.com/logstore/logstore/message"
)

// Storage nodes are asked in the way of the Streamr network (§7.3 of its protocol), which
// LogStore nodes and official ones answer alike.

// storageNodes returns clients of the nodes that keep a stream: the configured one first,
// then the others by chance.
func (p *peer) storageNodes(ctx context.Context, id message.StreamID) ([]*Client, error) {
	urls, err := p.authority.StorageURLs(ctx, id)
	if err != nil && !p.c.hasURL {
		return nil, fmt.Errorf("look for storage nodes of %s: %w", id, err)
	}
	urls = slices.Clone(urls)
	rand.Shuffle(len(urls), func(i, j int) { urls[i], urls[j] = urls[j], urls[i] })
	if p.c.hasURL {
		urls = append([]string{p.c.cfg.URL}, urls...)
	}
	var nodes []*Client
	for _, u := range urls {
		if node := p.c.at(u); node != nil {
			nodes = append(nodes, node)
		}
	}
	if len(nodes) == 0 {
		return nil, fmt.Errorf("stream %s: %w", id, ErrNoStorage)
	}
	return nodes, nil
}

// maxStorageClients bounds the nodes whose sessions are remembered.
const maxStorageClients = 64

// at returns a client of another node, with the same key and connections; nil if its URL
// is of no use.
func (c *Client) at(base string) *Client {
	c.othersMu.Lock()
	defer c.othersMu.Unlock()
	if other, ok := c.others[base]; ok {
		return other
	}
	cfg := c.cfg
	cfg.URL, cfg.Node, cfg.APIKey, cfg.LegacyBasic, cfg.AuthDomain = base, "", "", false, ""
	cfg.Peer, cfg.Network, cfg.Keys, cfg.HTTPClient = nil, nil, KeyStoreConfig{}, c.http
	if base == c.cfg.URL {
		cfg.Node, cfg.APIKey, cfg.LegacyBasic, cfg.AuthDomain = c.cfg.Node, c.cfg.APIKey, c.cfg.LegacyBasic, c.cfg.AuthDomain
	}
	// Two tries: there are other nodes.
	cfg.MaxRetries = 1
	other, err := New(cfg)
	if err != nil {
		c.cfg.Logger.Warn("a storage node has no usable URL", "url", base, "error", err)
		other = nil
	} else {
		other.keys, other.verifier = c.keys, c.verifier
	}
	if len(c.others) >= maxStorageClients || c.others == nil {
		c.others = make(map[string]*Client)
	}
	c.others[base] = other
	return other
}

// resendParams asks for what a subscription begins with.
func resendParams(o SubscribeOptions, from message.Ref) (kind string, params url.Values) {
	if o.Last > 0 && from == (message.Ref{}) {
		return "last", url.Values{"count": {strconv.Itoa(o.Last)}}
	}
	return "from", url.Values{
		"fromTimestamp":      {strconv.FormatInt(from.Timestamp, 10)},
		"fromSequenceNumber": {strconv.Itoa(int(from.Sequence))},
	}
}

// gapParams asks for the messages of a gap.
func gapParams(g order.Gap) url.Values {
	from := g.After
	if from.Sequence < maxSequence {
		from.Sequence++
	} else {
		from = message.Ref{Timestamp: from.Timestamp + 1}
	}
	return url.Values{
		"fromTimestamp":      {strconv.FormatInt(from.Timestamp, 10)},
		"fromSequenceNumber": {strconv.Itoa(int(from.Sequence))},
		"toTimestamp":        {strconv.FormatInt(g.Through.Timestamp, 10)},
		"toSequenceNumber":   {strconv.Itoa(int(g.Through.Sequence))},
		"publisherId":        {g.Publisher.String()},
		"msgChainId":         {g.Chain.ID},
	}
}

// resend is a storage node's answer, message by message.
type resend struct {
	p    *peer
	part message.StreamPart
	pipe *pipeline
	node *Client
	end  error // when all before it has been returned
}

// openResend asks one node after the other until one answers.
func (p *peer) openResend(ctx context.Context, part message.StreamPart, kind string, params url.Values) (*resend, error) {
	nodes, err := p.storageNodes(ctx, part.Stream)
	if err != nil {
		return nil, err
	}
	var errs []error
	for _, node := range nodes {
		pipe, err := node.openStorage(ctx, part, kind, params)
		if err == nil {
			return &resend{p: p, part: part, pipe: pipe, node: node}, nil
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		errs = append(errs, fmt.Errorf("storage node %s: %w", node.base.Redacted(), err))
	}
	return nil, errors.Join(errs...)
}

func storageRequest(part message.StreamPart, kind string, params url.Values) request {
	return request{
		method: http.MethodGet, query: params,
		path:   "/streams/" + url.PathEscape(string(part.Stream)) + "/data/partitions/" + strconv.Itoa(int(part.Partition)) + "/" + kind,
		accept: "application/octet-stream, application/problem+json",
	}
}

// openStorage makes a resend request.
func (c *Client) openStorage(ctx context.Context, part message.StreamPart, kind string, params url.Values) (*pipeline, error) {
	params.Set("format", "raw")
	r := storageRequest(part, kind, params)
	src, err := c.openForeign(ctx, r)
	if err != nil {
		return nil, err
	}
	return startPipeline(ctx, storageSource{src}, c.verifier), nil
}

// openForeign makes a request of a node that may be of any make: it signs in only if asked
// to.
func (c *Client) openForeign(ctx context.Context, r request) (*frameSource, error) {
	src, err := c.openStream(ctx, r)
	if errors.Is(err, ErrUnauthorized) && c.cfg.Key != nil {
		r.auth = true
		src, err = c.openStream(ctx, r)
	}
	return src, err
}

// query asks nodes that the chain names, one after the other until one answers.
func (p *peer) query(ctx context.Context, plan queryPlan) (*Result, error) {
	nodes, err := p.storageNodes(ctx, plan.part.Stream)
	if err != nil {
		return nil, err
	}
	var errs []error
	for _, node := range nodes {
		r := storageRequest(plan.part, plan.kind, plan.params)
		src, err := node.openForeign(ctx, r)
		if err == nil {
			return p.c.newResult(ctx, plan, storageSource{src}, src.resp.Header), nil
		}
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		errs = append(errs, fmt.Errorf("storage node %s: %w", node.base.Redacted(), err))
	}
	return nil, errors.Join(errs...)
}

// storageSource is an answer whose end says nothing, unless the node has announced that it
// will say something.
type storageSource struct{ *frameSource }

func (s storageSource) next() (frame, error) {
	if _, announced := s.resp.Trailer[headerComplete]; announced {
		return s.frameSource.next()
	}
	wire, err := s.read()
	return frame{wire: wire}, err
}

// next returns the next messages, of which those that a subscriber would refuse are left
// out and reported. The error is io.EOF at the end.
func (r *resend) next(ctx context.Context, report func(error)) ([]*message.Message, error) {
	if r.end != nil {
		return nil, r.end
	}
	b, err := r.pipe.next()
	if err != nil {
		return nil, err
	}
	r.end = b.end
	var ms []*message.Message
	var verdicts []error
	for i, m := range b.messages {
		switch {
		case m == nil:
			report(fmt.Errorf("%w: storage node %s: %w", ErrVerification, r.node.base.Redacted(), b.verdicts[i]))
		case !m.IsContent():
			report(fmt.Errorf("%w: storage node %s: message %s has no content", ErrVerification, r.node.base.Redacted(), m.Ref()))
		default:
			ms, verdicts = append(ms, m), append(verdicts, b.verdicts[i])
		}
	}
	good := ms[:0]
	for i, err := range r.p.judge(ctx, r.part, ms, verdicts) {
		var refused *refusal
		switch {
		case err == nil, errors.Is(err, errUndecided):
			good = append(good, ms[i])
		case errors.As(err, &refused):
			report(fmt.Errorf("%w: storage node %s: message %s of %s: %w", ErrVerification, r.node.base.Redacted(), ms[i].Ref(), shortUser(ms[i].Publisher), err))
		default:
			return nil, fmt.Errorf("message %s could not be checked: %w", ms[i].Ref(), err)
		}
	}
	return good, nil
}

func (r *resend) close() { r.pipe.stop() }

// Bounds of what one try to fill a gap brings.
const (
	maxGapMessages = order.DefaultMaxHeld
	maxGapBytes    = order.DefaultMaxBytes
)

// fetchGap looks for the messages of a gap.
func (p *peer) fetchGap(ctx context.Context, part message.StreamPart, g order.Gap) ([]*message.Message, error) {
	nodes, err := p.storageNodes(ctx, part.Stream)
	if err != nil {
		return nil, err
	}
	var errs []error
	for _, node := range nodes {
		ms, err := p.fetchGapAt(ctx, node, part, g)
		if len(ms) > 0 {
			return ms, nil
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("storage node %s: %w", node.base.Redacted(), err))
		}
	}
	return nil, errors.Join(errs...)
}

func (p *peer) fetchGapAt(ctx context.Context, node *Client, part message.StreamPart, g order.Gap) ([]*message.Message, error) {
	pipe, err := node.openStorage(ctx, part, "range", gapParams(g))
	if err != nil {
		return nil, err
	}
	r := &resend{p: p, part: part, pipe: pipe, node: node}
	defer r.close()
	var found []*message.Message
	size := 0
	for len(found) < maxGapMessages && size < maxGapBytes {
		ms, err := r.next(ctx, func(err error) { p.c.cfg.Logger.Warn("message for a gap left out", "error", err) })
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return found, err
		}
		for _, m := range ms {
			if m.Publisher == g.Publisher && m.Chain == g.Chain.ID && m.Ref().Compare(g.After) > 0 && m.Ref().Compare(g.Through) <= 0 {
				found = append(found, m)
				size += len(m.Content)
			}
		}
	}
	return found, nil
}
