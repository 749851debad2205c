package delivery

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// maxIdleBytes is what a part may take that is in the network and has nothing to do, without the
// layers below.
const maxIdleBytes = 8 << 10

// idleParts makes parts with four neighbours each.
func idleParts(l *simulatedLayers, n int) []*Part {
	ps := make([]*Part, n)
	for i := range ps {
		c := l.config()
		c.ID = message.StreamPart{Stream: message.StreamID(fmt.Sprintf("0x0000000000000000000000000000000000000001/%d", i))}
		c.Validator = &simulatedCheck{loop: l.env.Loop}
		c.Deliver = func(*message.Message, []byte, wire.NodeID) {}
		ps[i] = New(c)
		ps[i].Join(nil)
		for k := range byte(defaultTarget) {
			ps[i].neighbors.add(peerOf(nodeID(k)))
		}
	}
	l.clock.RunFor(time.Second)
	return ps
}

func heapInUse() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// The test measures the heap, so it does not run beside others.
func TestIdlePartsAreSmall(t *testing.T) {
	const n = 2000
	l := newLayers(1)
	before := heapInUse()
	ps := idleParts(l, n)
	each := (heapInUse() - before) / n
	t.Logf("%d bytes for each idle part", each)
	if each > maxIdleBytes {
		t.Errorf("an idle part takes %d bytes, want at most %d", each, maxIdleBytes)
	}
	for _, p := range ps {
		p.Leave()
	}
}

// BenchmarkIdlePart measures the memory and the making of idle parts.
func BenchmarkIdlePart(b *testing.B) {
	b.ReportAllocs()
	l := newLayers(1)
	before := heapInUse()
	ps := idleParts(l, b.N)
	b.ReportMetric(float64(heapInUse()-before)/float64(b.N), "bytes/part")
	runtime.KeepAlive(ps)
}

// benchPart is a part with four neighbours, and messages to receive.
func benchPart(b *testing.B, count int) (*Part, *simulatedLayers, [][]byte) {
	l := newLayers(1)
	c := l.config()
	c.Decoder = new(message.Decoder)
	c.Deliver = func(*message.Message, []byte, wire.NodeID) {}
	p := New(c)
	for k := range byte(defaultTarget) {
		p.neighbors.add(peerOf(nodeID(k)))
	}
	n := &network{clock: l.clock}
	publisher := n.newPublisher()
	raws := make([][]byte, count)
	for i := range raws {
		m := publisher.next(l.clock.Now().Add(time.Duration(i) * time.Millisecond))
		m.Content = make([]byte, 200)
		m.Content[0] = byte(i)
		raws[i] = m.AppendWire(nil)
	}
	b.ReportAllocs()
	b.ResetTimer()
	return p, l, raws
}

// BenchmarkReceive measures what a new message costs between its arrival and its sending,
// the making of what is sent included.
func BenchmarkReceive(b *testing.B) {
	for _, kind := range []string{"undecided", "judged"} {
		b.Run(kind, func(b *testing.B) {
			p, _, raws := benchPart(b, b.N)
			if kind == "judged" {
				p.inbox.validator = goodAtOnce{}
			}
			from := nodeID(1)
			for _, raw := range raws {
				p.inbox.receive(raw, from, nil)
			}
			if p.stats.Accepted != uint64(b.N) {
				b.Fatalf("%d of %d accepted", p.stats.Accepted, b.N)
			}
		})
	}
}

// BenchmarkDuplicate measures what the copies of a message cost.
func BenchmarkDuplicate(b *testing.B) {
	p, _, raws := benchPart(b, 100)
	for _, raw := range raws {
		p.inbox.receive(raw, nodeID(1), nil)
	}
	b.ResetTimer()
	for i := range b.N {
		p.inbox.receive(raws[i%len(raws)], nodeID(2), nil)
	}
}

// BenchmarkOldDuplicate measures copies that come when the memory of their bytes has faded.
func BenchmarkOldDuplicate(b *testing.B) {
	p, _, raws := benchPart(b, 100)
	for _, raw := range raws {
		p.inbox.receive(raw, nodeID(1), nil)
	}
	p.inbox.validator = goodAtOnce{}
	b.ResetTimer()
	for i := range b.N {
		p.inbox.recent.seen = halves[uint64, bool]{}
		p.inbox.receive(raws[i%len(raws)], nodeID(2), nil)
	}
}

type goodAtOnce struct{}

func (goodAtOnce) Validate(_ *message.Message, done func(Verdict)) { done(Good) }
