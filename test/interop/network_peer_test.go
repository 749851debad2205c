//go:build interop

package interop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"
)

// peerTimeout ends requests to peers that are not answered. The longest that the official
// software takes by itself is 30 s, for an encryption key that nobody sends.
const peerTimeout = time.Minute

// contact is where a node is found.
type contact struct {
	NodeID string `json:"nodeId"`
	URL    string `json:"url"`
}

// part names a partition of a stream.
type part struct {
	Stream    string `json:"stream"`
	Partition int    `json:"partition"`
}

func (p part) String() string { return fmt.Sprintf("%s#%d", p.Stream, p.Partition) }

// networkMessage is what is told about a message that was published or received: its
// digest stands for the content, the text of JSON as JSON.stringify writes it.
type networkMessage struct {
	Timestamp int64  `json:"ts"`
	Sequence  int32  `json:"seq"`
	Publisher string `json:"pub"` // lower-case
	Chain     string `json:"chain"`
	Partition int    `json:"part"`
	Type      string `json:"type"` // "json" or "binary"
	Size      int    `json:"size"` // bytes of content
	Digest    string `json:"sha"`  // of the content: the first 16 digits of its SHA-256
}

// batch is what a peer is to publish, see the protocol. Without a partition the SDK draws
// one, or takes the partition key's.
type batch struct {
	Stream       string        `json:"stream"`
	Partition    *int          `json:"partition,omitempty"`
	PartitionKey string        `json:"partitionKey,omitempty"`
	Count        int           `json:"count,omitempty"`
	First        int           `json:"first,omitempty"`
	Size         int           `json:"size,omitempty"`
	EveryMS      int           `json:"everyMs,omitempty"`
	Items        []contentItem `json:"items,omitempty"`
}

type contentItem struct {
	Text   string `json:"text,omitempty"`
	Base64 []byte `json:"base64,omitempty"`
}

// to makes a batch for one stream part.
func (b batch) to(p part) batch {
	b.Stream, b.Partition = p.Stream, &p.Partition
	return b
}

// peerConfig is how a client takes part in a network.
type peerConfig struct {
	Kind          string      `json:"kind"`
	Chain         *chainFacts `json:"chain,omitempty"`
	PrivateKey    string      `json:"privateKey,omitempty"`
	KeyType       string      `json:"keyType,omitempty"`
	EntryPoints   []contact   `json:"entryPoints"`
	Listen        int         `json:"listen,omitempty"`
	NodeID        string      `json:"nodeId,omitempty"`
	AcceptProxies bool        `json:"acceptProxies,omitempty"`
	Quantum       bool        `json:"quantum,omitempty"`
	GapFillMS     int         `json:"gapFillMs"`
	KeyTimeoutMS  int         `json:"keyTimeoutMs,omitempty"`
	Broker        string      `json:"broker,omitempty"`
}

// peer is one participant of a network, in a worker of either side. What fails, fails the
// test at once.
type peer struct {
	t      testing.TB
	worker *worker
	name   string
	user   string
}

func (p *peer) try(do string, args, out any) error {
	p.t.Helper()
	ctx, cancel := context.WithTimeoutCause(p.t.Context(), peerTimeout, fmt.Errorf("no answer within %s", peerTimeout))
	defer cancel()
	return p.worker.request(ctx, p.name, do, args, out)
}

func (p *peer) must(do string, args, out any) {
	p.t.Helper()
	if err := p.try(do, args, out); err != nil {
		p.t.Fatal(err)
	}
}

// joinArgs asks a peer to take part in a stream part.
type joinArgs struct {
	part
	Neighbours int `json:"neighbours,omitempty"`
	TimeoutMS  int `json:"timeoutMs,omitempty"`
}

// join takes part in a stream part and waits for neighbours there.
func (p *peer) join(at part, neighbours int) {
	p.t.Helper()
	p.must("join", joinArgs{at, neighbours, 20_000}, nil)
}

func (p *peer) neighbours(at part) []string {
	p.t.Helper()
	var out struct{ Neighbours []string }
	p.must("neighbours", at, &out)
	return out.Neighbours
}

func (p *peer) subscribe(sub string, at part, resend any) {
	p.t.Helper()
	p.must("subscribe", struct {
		part
		Sub    string `json:"sub"`
		Resend any    `json:"resend,omitempty"`
	}{at, sub, resend}, nil)
}

// reception is what a subscription got.
type reception struct {
	Messages []networkMessage
	Errors   []string
	Resent   bool
}

// received waits for so many messages of a subscription, and not longer.
func (p *peer) received(sub string, count int, within time.Duration) reception {
	p.t.Helper()
	var out reception
	p.must("received", map[string]any{"sub": sub, "count": count, "timeoutMs": within.Milliseconds()}, &out)
	return out
}

func (p *peer) publish(b batch) []networkMessage {
	p.t.Helper()
	var out struct{ Messages []networkMessage }
	p.must("publish", b, &out)
	return out.Messages
}

func (p *peer) unsubscribe(sub string) {
	p.t.Helper()
	p.must("unsubscribe", map[string]string{"sub": sub}, nil)
}

// inspect asks whether a node passes on what others do.
func (p *peer) inspect(at part, node contact) bool {
	p.t.Helper()
	var out struct{ Served bool }
	p.must("inspect", struct {
		part
		Node contact `json:"node"`
	}{at, node}, &out)
	return out.Served
}

func (p *peer) changeKey(stream, how string) {
	p.t.Helper()
	p.must("changeKey", map[string]string{"stream": stream, "how": how}, nil)
}

func (p *peer) proxies(at part, direction string, nodes ...contact) {
	p.t.Helper()
	p.must("proxies", struct {
		part
		Nodes       []contact `json:"nodes"`
		Direction   string    `json:"direction,omitempty"`
		Connections int       `json:"connections"`
	}{at, append([]contact{}, nodes...), direction, len(nodes)}, nil)
}

func (p *peer) resend(at part, query any) []networkMessage {
	p.t.Helper()
	var out struct{ Messages []networkMessage }
	p.must("resend", struct {
		part
		Query any `json:"query"`
	}{at, query}, &out)
	return out.Messages
}

// closeQuietly ends a peer at the end of a test, when nothing depends on it any more.
func (p *peer) closeQuietly() {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second) // the test's own has ended
	defer cancel()
	if err := p.worker.request(ctx, p.name, "close", struct{}{}, nil); err != nil && !errors.Is(err, errWorkerEnded) {
		p.t.Logf("close: %v", err)
	}
}

// text is JSON for messages about what went wrong.
func text(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(b)
}
