package logstore_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/nodetest"
)

// A publisher that was restarted gives out the keys of its former run, and a subscriber
// that was restarted reads with those it has, whether or not the publisher is there.
func TestKeysSurviveRestarts(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	aliceKey, bobKey := newKey(t), newKey(t)
	storage := nodetest.Start(t, nodetest.Config{})
	stream := strings.ToLower(aliceKey.Address()) + "/private"
	net.streams[stream] = &simulatedStream{
		partitions: 1, publishers: []string{strings.ToLower(aliceKey.Address())}, subscribers: []string{strings.ToLower(bobKey.Address())}, storage: []string{storage.URL},
	}
	aliceDir, bobDir := t.TempDir(), t.TempDir()
	open := func(key *logstore.Key, dir string) *logstore.Client {
		return net.client(t, func(c *logstore.Config) {
			c.Key, c.Keys = key, logstore.KeyStoreConfig{Dir: dir, Secret: bytes.Repeat([]byte{7}, 32)}
		})
	}
	// What the network's storage node would do, a subscriber without keys does here.
	uploader := newClient(t, logstore.Config{URL: storage.URL, Key: aliceKey})
	run := func(from, to int) {
		t.Helper()
		alice := open(aliceKey, aliceDir)
		publishNumbers(t, alice, stream, from, to)
		if err := alice.Close(); err != nil {
			t.Error(err)
		}
	}
	relay := net.relay(t, stream, uploader)
	run(0, 5)
	run(5, 10)
	relay.until("both runs are stored", func() bool { return len(relay.got) == 10 })

	alice := open(aliceKey, aliceDir) // a third run, with keys of its own
	if err := alice.JoinPart(t.Context(), stream, 0, 1); err != nil {
		t.Fatal(err)
	}
	bob := open(bobKey, bobDir)
	f := follow(t, bob, logstore.SubscribeOptions{Stream: stream, Last: 100})
	// The runs have chains of their own, between which there is no order.
	if got := slices.Sorted(slices.Values(f.numbers(10))); !slices.Equal(got, numbers(0, 10)) {
		t.Errorf("got %v", got)
	}
	f.stop()
	<-f.done
	for _, c := range []*logstore.Client{alice, bob} {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	}

	again := follow(t, open(bobKey, bobDir), logstore.SubscribeOptions{Stream: stream, Last: 100})
	if got := slices.Sorted(slices.Values(again.numbers(10))); !slices.Equal(got, numbers(0, 10)) {
		t.Errorf("without the publisher: %v", got)
	}
	// The files give nothing away.
	for _, dir := range []string{aliceDir, bobDir} {
		if err := filepath.WalkDir(dir, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			raw, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			if bytes.Contains(raw, []byte(stream)) || bytes.Contains(raw, []byte(aliceKey.UserID())) {
				t.Errorf("%s names the stream or the publisher", path)
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
	}
}

// relay keeps in storage what it sees of a stream, as a storage node does, and reads nothing.
func (n *peerNet) relay(t *testing.T, stream string, to *logstore.Client) *follower {
	t.Helper()
	// Without a key it cannot even ask for keys, so that every message is a problem.
	c := n.client(t, func(c *logstore.Config) { c.Key = nil })
	f := &follower{t: t, news: make(chan struct{}, 1)}
	live := make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, err := range c.Subscribe(t.Context(), logstore.SubscribeOptions{
			Stream: stream, OnLive: func() { close(live) },
			OnProblem: func(err error) {
				var unread *logstore.UnreadableError
				if !errors.As(err, &unread) || !errors.Is(err, logstore.ErrNoKey) || !errors.Is(err, logstore.ErrEncrypted) {
					t.Errorf("problem %v", err)
					return
				}
				send(t, to, unread.Message)
				f.change(func() { f.got = append(f.got, logstore.Delivery{Message: logstore.Message{Message: unread.Message}}) })
			},
		}) {
			if !errors.Is(err, logstore.ErrClosed) && t.Context().Err() == nil {
				t.Errorf("the relay reads: %v", err)
			}
		}
	}()
	t.Cleanup(func() { <-done })
	<-live
	return f
}

// A query asks publishers for the keys that are missing.
func TestQueriesAskForKeys(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	aliceKey, bobKey := newKey(t), newKey(t)
	stream, uploader := net.storedStream(t, aliceKey, "/private", strings.ToLower(bobKey.Address()))
	ms, _ := privateMessages(t, aliceKey, "/private", 6)
	send(t, uploader, ms...)
	alice := net.client(t, with(aliceKey, 0, 0))
	for id, secret := range map[string][32]byte{"one": {1}, "two": {2}} {
		if err := alice.AddGroupKey("", stream, id, secret); err != nil {
			t.Fatal(err)
		}
	}
	if err := alice.JoinPart(t.Context(), stream, 0, 0); err != nil {
		t.Fatal(err)
	}
	bob := net.client(t, with(bobKey, 0, 0))
	if err := bob.JoinPart(t.Context(), stream, 0, 1); err != nil {
		t.Fatal(err)
	}
	if got, _, err := collect(t, bob, logstore.Query{Stream: stream, Decrypt: true, From: t0}); err != nil || !slices.Equal(got, numbers(0, 6)) {
		t.Errorf("%v, %v", got, err)
	}
}
