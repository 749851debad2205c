package logstore

import (
	"context"
	"encoding/binary"
	"errors"
	"net/http"
	"net/http/httptest"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/logstore/logstore/message"
)

// storageOf serves messages as a storage node does; asked counts the requests of each kind.
type storageOf struct {
	ms           []*message.Message
	from, ranges atomic.Int32
	onFrom       func(n int32) // called before the n-th answer to "from"
}

func (s *storageOf) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	ref := func(ts, seq string) message.Ref {
		t, _ := strconv.ParseInt(q.Get(ts), 10, 64)
		n, _ := strconv.ParseInt(q.Get(seq), 10, 32)
		return message.Ref{Timestamp: t, Sequence: int32(n)}
	}
	from, to := ref("fromTimestamp", "fromSequenceNumber"), message.Ref{Timestamp: 1 << 52}
	if q.Has("toTimestamp") {
		to = ref("toTimestamp", "toSequenceNumber")
		s.ranges.Add(1)
	} else if n := s.from.Add(1); s.onFrom != nil {
		s.onFrom(n)
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	for _, m := range s.ms {
		if m.Ref().Compare(from) >= 0 && m.Ref().Compare(to) <= 0 {
			wire := m.AppendWire(nil)
			_, _ = w.Write(append(binary.BigEndian.AppendUint32(nil, uint32(len(wire))), wire...))
		}
	}
}

// collectSub runs a subscription on its own, without a network, until it has want messages.
// progress is told how many there are.
func collectSub(t *testing.T, s *peerSubscription, want int, progress func(int)) []int64 {
	t.Helper()
	var got []int64
	err := s.run(func(d Delivery, err error) bool {
		if err != nil {
			t.Error(err)
		}
		got = append(got, d.Timestamp)
		progress(len(got))
		return len(got) < want
	})
	if !errors.Is(err, errDone) {
		t.Errorf("ended with %v", err)
	}
	s.p.loop.Do(s.close)
	return got
}

func testSubscription(t *testing.T, c *Client, from *countingAuthority, st *storageOf, o SubscribeOptions) *peerSubscription {
	t.Helper()
	server := httptest.NewServer(st)
	t.Cleanup(server.Close)
	from.urls = []string{server.URL}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	t.Cleanup(cancel)
	o.Stream = "/s"
	s, err := c.peer.newSubscription(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func refsOf(ms []*message.Message) []int64 {
	var out []int64
	for _, m := range ms {
		out = append(out, m.Timestamp)
	}
	return out
}

// While the past is read, more is published than the inbox holds. Storage is asked once
// more, from the last message on, and nothing is missing or comes twice.
func TestReplayGoesOnWhenTheInboxOverflows(t *testing.T) {
	t.Parallel()
	c, from := testPeer(t, nil)
	at := time.Now().Add(-time.Second).UnixMilli()
	ms := signed(t, c, 0, at, 300)
	st := &storageOf{ms: ms[:100]}
	s := testSubscription(t, c, from, st, SubscribeOptions{FromRef: ms[0].Ref()})
	s.in.limit = 50
	st.onFrom = func(n int32) {
		switch n {
		case 1: // too much for the inbox
			for _, m := range ms[100:200] {
				s.receive(m)
			}
		case 2:
			st.ms = ms[:200]
			for _, m := range ms[200:240] {
				s.receive(m)
			}
		}
	}
	got := collectSub(t, s, 240, func(int) {})
	if want := refsOf(ms[:240]); !slices.Equal(got, want) {
		t.Errorf("got %d messages: %v", len(got), got)
	}
	if st.from.Load() != 2 || st.ranges.Load() != 0 {
		t.Errorf("storage was asked %d times, and %d times for gaps", st.from.Load(), st.ranges.Load())
	}
}

// What a slow consumer has no room for is dropped, shows as a gap, and comes from storage.
func TestSlowConsumersLoseNothingThatIsStored(t *testing.T) {
	t.Parallel()
	c, from := testPeer(t, func(c *Config) { c.Peer.GapWait = 10 * time.Millisecond })
	const n = 3 * maxBacklog
	ms := signed(t, c, 0, time.Now().UnixMilli(), n+1)
	st := &storageOf{ms: ms}
	s := testSubscription(t, c, from, st, SubscribeOptions{})
	s.in.limit = 100
	s.p.loop.Do(s.goLive)
	for i := 0; i < n; i += 64 {
		for _, m := range ms[i : i+64] {
			s.receive(m) // nobody reads
		}
		s.p.loop.Do(func() {})
	}
	if s.in.dropped == 0 || s.out.len() > maxBacklog+64+1 {
		t.Errorf("%d were dropped, and %d wait for the consumer", s.in.dropped, s.out.len())
	}
	// When all that was not dropped has been read, the newest message shows the gap.
	kept := n - int(s.in.dropped)
	got := collectSub(t, s, n+1, func(have int) {
		if have == kept {
			s.receive(ms[n])
		}
	})
	if !slices.Equal(got, refsOf(ms)) {
		t.Errorf("got %d messages of %d", len(got), len(ms))
	}
}
