package logstore_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/nodetest"
	"github.com/logstore/logstore/message"
)

// storedStream is a stream of a key that a real node keeps, which the chain names.
func (n *peerNet) storedStream(t *testing.T, key *logstore.Key, path string, subscribers ...string) (stream string, uploader *logstore.Client) {
	t.Helper()
	storage := nodetest.Start(t, nodetest.Config{})
	stream = strings.ToLower(key.Address()) + path
	n.streams[stream] = &simulatedStream{
		partitions: 1, publishers: []string{strings.ToLower(key.Address())}, subscribers: subscribers, storage: []string{storage.URL},
	}
	return stream, newClient(t, logstore.Config{URL: storage.URL, Key: key})
}

// recent makes a chain of n messages, a millisecond apart, the last one now.
func recent(t *testing.T, key message.Signer, path string, n int) []*message.Message {
	t.Helper()
	id, err := message.RandomChainID(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	chain := message.NewChain(id)
	start := time.Now().UnixMilli() - int64(n)
	var ms []*message.Message
	for i := range n {
		m := &message.Message{
			ID:      message.ID{Stream: message.StreamID(key.UserID().String() + path), Timestamp: start + int64(i)},
			Content: fmt.Appendf(nil, `{"n":%d}`, i),
		}
		if err := chain.SignNext(m, key); err != nil {
			t.Fatal(err)
		}
		ms = append(ms, m)
	}
	return ms
}

func send(t *testing.T, c *logstore.Client, ms ...*message.Message) {
	t.Helper()
	if _, err := c.PublishSigned(t.Context(), ms); err != nil {
		t.Fatal(err)
	}
}

// with sets the key of a client, and how it fills gaps.
func with(key message.Signer, gapWait time.Duration, tries int) func(*logstore.Config) {
	return func(c *logstore.Config) { c.Key, c.Peer.GapWait, c.Peer.GapTries = key, gapWait, tries }
}

// What the network did not bring comes from storage, in its place.
func TestGapsAreFilledFromStorage(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	key := newKey(t)
	stream, uploader := net.storedStream(t, key, "/gaps", logstore.Public)
	reader, writer := net.client(t, with(newKey(t), 50*time.Millisecond, 5)), net.client(t, with(key, 0, 0))
	f := follow(t, reader, logstore.SubscribeOptions{Stream: stream})
	if err := writer.JoinPart(t.Context(), stream, 0, 1); err != nil {
		t.Fatal(err)
	}
	ms := recent(t, key, "/gaps", 60)
	send(t, uploader, ms...)
	for i, m := range ms {
		if i%20 < 3 || i%20 == 10 { // the others get lost
			send(t, writer, m)
		}
	}
	send(t, writer, ms[59])
	if got := f.numbers(60); !slices.Equal(got, numbers(0, 60)) {
		t.Errorf("got %v", got)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.problems) != 0 {
		t.Errorf("problems %v", f.problems)
	}
}

// The beginning of a chain that began after the subscription is not missing either.
func TestBeginningsAreFilledFromStorage(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	key := newKey(t)
	stream, uploader := net.storedStream(t, key, "/begin", logstore.Public)
	reader, writer := net.client(t, with(newKey(t), 50*time.Millisecond, 5)), net.client(t, with(key, 0, 0))
	f := follow(t, reader, logstore.SubscribeOptions{Stream: stream})
	if err := writer.JoinPart(t.Context(), stream, 0, 1); err != nil {
		t.Fatal(err)
	}
	ms := recent(t, key, "/begin", 5)
	chain := message.NewChain("abcdefghijklmnopqrst")
	for i, m := range ms {
		m.Timestamp = time.Now().UnixMilli() + int64(i)
		if err := chain.SignNext(m, key); err != nil {
			t.Fatal(err)
		}
	}
	send(t, uploader, ms...)
	send(t, writer, ms[3:]...)
	if got := f.numbers(5); !slices.Equal(got, numbers(0, 5)) {
		t.Errorf("got %v", got)
	}
}

// What nobody has is reported, and the rest goes on.
func TestGapsAreGivenUp(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	key := newKey(t)
	stream, uploader := net.storedStream(t, key, "/gaps", logstore.Public)
	reader, writer := net.client(t, with(newKey(t), 20*time.Millisecond, 2)), net.client(t, with(key, 0, 0))
	f := follow(t, reader, logstore.SubscribeOptions{Stream: stream})
	if err := writer.JoinPart(t.Context(), stream, 0, 1); err != nil {
		t.Fatal(err)
	}
	ms := recent(t, key, "/gaps", 10)
	send(t, uploader, ms[4]) // of 3, 4 and 5, storage has one only
	send(t, writer, append(slices.Clone(ms[:3]), ms[6:]...)...)
	if got := f.numbers(8); !slices.Equal(got, []int{0, 1, 2, 4, 6, 7, 8, 9}) {
		t.Errorf("got %v", got)
	}
	f.until("two gaps are reported", func() bool { return len(f.problems) == 2 })
	f.mu.Lock()
	defer f.mu.Unlock()
	for i, missing := range []int{3, 5} {
		var gap *logstore.GapError
		if !errors.As(f.problems[i], &gap) || !errors.Is(gap, logstore.ErrIncomplete) || gap.After != ms[missing-1].Ref() || gap.Through != ms[missing].Ref() || gap.Chain != ms[0].Chain {
			t.Errorf("problem %d: %v", i, f.problems[i])
		}
	}
}

// A subscription begins in the past, wherever it is told, and goes on in the present
// without a gap and without a message twice.
func TestSubscriptionsBeginInThePast(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	key := newKey(t)
	stream, uploader := net.storedStream(t, key, "/past", logstore.Public)
	ms := recent(t, key, "/past", 60)
	send(t, uploader, ms[:50]...)
	writer := net.client(t, with(key, 0, 0))
	followers := map[string]*follower{}
	from := map[string]int{}
	for name, c := range map[string]struct {
		o     logstore.SubscribeOptions
		first int
	}{
		"from a time":         {logstore.SubscribeOptions{From: time.UnixMilli(ms[20].Timestamp)}, 20},
		"from a message":      {logstore.SubscribeOptions{FromRef: ms[33].Ref()}, 33},
		"the last":            {logstore.SubscribeOptions{Last: 7}, 43},
		"more than all":       {logstore.SubscribeOptions{Last: 1000}, 0},
		"of the publisher":    {logstore.SubscribeOptions{Last: 5, Publisher: key.Address(), Chain: ms[0].Chain}, 45},
		"nothing that is old": {logstore.SubscribeOptions{FromRef: ms[50].Ref()}, 50},
	} {
		c.o.Stream = stream
		followers[name], from[name] = follow(t, net.client(t, with(newKey(t), 50*time.Millisecond, 5)), c.o), c.first
	}
	if err := writer.JoinPart(t.Context(), stream, 0, 1); err != nil {
		t.Fatal(err)
	}
	send(t, uploader, ms[50:]...)
	send(t, writer, ms[45:]...) // some of them once more
	for name, f := range followers {
		if got, want := f.numbers(60-from[name]), numbers(from[name], 60); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
		f.mu.Lock()
		for _, d := range f.got {
			if d.Live != (d.Timestamp >= ms[50].Timestamp) {
				t.Errorf("%s: message %s is live: %v", name, d.Ref(), d.Live)
			}
		}
		if len(f.problems) > 0 {
			t.Errorf("%s: %v", name, f.problems)
		}
		f.mu.Unlock()
	}
	other := follow(t, net.client(t, nil), logstore.SubscribeOptions{Stream: stream, Last: 1, Publisher: knownAddress})
	send(t, writer, recent(t, key, "/past", 1)...)
	other.mu.Lock()
	defer other.mu.Unlock()
	if len(other.got) > 0 {
		t.Errorf("of another publisher: %d messages", len(other.got))
	}
}

// A storage node that breaks off is asked once more, and what it makes up is left out.
func TestStorageNodesAreNotTrusted(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	key := newKey(t)
	ms := recent(t, key, "/storage", 30)
	forged := *ms[10]
	forged.Content = []byte(`{"n":99}`)
	stranger := recent(t, newKey(t), "/storage", 1)[0]
	stranger.Stream = ms[0].Stream
	if err := message.Sign(stranger, newKey(t)); err != nil {
		t.Fatal(err)
	}
	var asked atomic.Int32
	storage := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasSuffix(r.URL.EscapedPath(), "%2Fstorage/data/partitions/0/last") && !strings.HasSuffix(r.URL.EscapedPath(), "%2Fstorage/data/partitions/0/from") {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/octet-stream")
		switch asked.Add(1) {
		case 1:
			w.WriteHeader(http.StatusServiceUnavailable)
		case 2:
			_, _ = w.Write(frames(ms[:10]))
			_, _ = w.Write([]byte{0, 0}) // and no more
		default:
			if got := r.URL.Query().Get("fromTimestamp"); got != fmt.Sprint(ms[9].Timestamp) {
				t.Errorf("goes on from %s, want %d", got, ms[9].Timestamp)
			}
			_, _ = w.Write(frames(append([]*message.Message{ms[9], &forged, stranger}, ms[10:]...)))
		}
	}))
	t.Cleanup(storage.Close)
	stream := string(ms[0].Stream)
	net.streams[stream] = &simulatedStream{
		partitions: 1, publishers: []string{strings.ToLower(key.Address())}, subscribers: []string{logstore.Public}, storage: []string{"ftp://useless", storage.URL},
	}
	reader := net.client(t, func(c *logstore.Config) { c.MinBackoff, c.MaxBackoff = time.Millisecond, time.Millisecond })
	f := follow(t, reader, logstore.SubscribeOptions{Stream: stream, Last: 100})
	if got := f.numbers(30); !slices.Equal(got, numbers(0, 30)) {
		t.Errorf("got %v", got)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if len(f.problems) != 2 || !errors.Is(f.problems[0], logstore.ErrVerification) || !errors.Is(f.problems[0], message.ErrInvalidSignature) || !errors.Is(f.problems[1], logstore.ErrNotPermitted) {
		t.Errorf("problems %v", f.problems)
	}
}

// Queries go to a node that the chain names, and can be proven there.
func TestPeersQueryStorageNodes(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	key := newKey(t)
	stream, uploader := net.storedStream(t, key, "/query", logstore.Public)
	publish(t, uploader, "/query", events(100))
	c := net.client(t, nil)
	got, res, err := collect(t, c, logstore.Query{Stream: stream, From: t0.Add(10 * time.Second), To: t0.Add(19 * time.Second)})
	if err != nil || !slices.Equal(got, numbers(10, 20)) || !res.Report().OK() || res.Certificate() == nil {
		t.Errorf("%v, %v", got, err)
	}
	net.streams[stream].storage = nil
	none := net.client(t, nil)
	if _, err := none.Query(t.Context(), logstore.Query{Stream: stream}); !errors.Is(err, logstore.ErrNoStorage) {
		t.Errorf("kept nowhere: %v", err)
	}
	for _, err := range none.Subscribe(t.Context(), logstore.SubscribeOptions{Stream: stream, Last: 1}) {
		if !errors.Is(err, logstore.ErrNoStorage) {
			t.Errorf("kept nowhere: %v", err)
		}
	}
}
