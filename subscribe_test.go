package logstore_test

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/nodetest"
)

// take reads n deliveries.
func take(t testing.TB, next func() (logstore.Delivery, error, bool), n int) []logstore.Delivery {
	t.Helper()
	var out []logstore.Delivery
	for range n {
		d, err, ok := next()
		if err != nil || !ok {
			t.Fatalf("after %d of %d deliveries: %v, more: %v", len(out), n, err, ok)
		}
		out = append(out, d)
	}
	return out
}

func numbersOf(t testing.TB, ds []logstore.Delivery) []int {
	t.Helper()
	var out []int
	for _, d := range ds {
		var r reading
		if err := d.Unmarshal(&r); err != nil {
			t.Fatal(err)
		}
		out = append(out, r.N)
	}
	return out
}

// pull is iter.Pull2 that stops with the test.
func pull(t testing.TB, seq iter.Seq2[logstore.Delivery, error]) func() (logstore.Delivery, error, bool) {
	t.Helper()
	next, stop := iter.Pull2(seq)
	t.Cleanup(stop)
	return next
}

func TestSubscriptionGoesFromHistoryIntoLive(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	es := events(700)
	publish(t, c, "/follow", es[:300])
	live := 0
	next := pull(t, c.Subscribe(t.Context(), logstore.SubscribeOptions{
		Stream: "/follow", From: t0.Add(100 * time.Second), OnLive: func() { live++ },
	}))
	history := take(t, next, 200)
	if d := cmp.Diff(numbers(100, 300), numbersOf(t, history)); d != "" {
		t.Errorf("history (-want +got):\n%s", d)
	}
	publish(t, c, "/follow", es[300:])
	news := take(t, next, 400)
	if d := cmp.Diff(numbers(300, 700), numbersOf(t, news)); d != "" {
		t.Errorf("news (-want +got):\n%s", d)
	}
	if history[199].Live || !news[0].Live || live != 1 {
		t.Errorf("live: %v, %v, OnLive called %d times", history[199].Live, news[0].Live, live)
	}
}

func TestSubscriptionBeginsWithNews(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t)})
	publish(t, c, "/news", events(10))
	isLive := make(chan struct{})
	got := make(chan error, 1)
	go func() {
		for d, err := range c.Subscribe(t.Context(), logstore.SubscribeOptions{Stream: "/news", OnLive: func() { close(isLive) }}) {
			var r reading
			if err == nil {
				err = d.Unmarshal(&r)
			}
			if err == nil && r.N != 10 {
				err = errors.New("not the new event")
			}
			got <- err
			return
		}
	}()
	<-isLive
	publish(t, c, "/news", events(11)[10:])
	if err := <-got; err != nil {
		t.Error(err)
	}
}

// The network breaks again and again; nothing may be lost or come twice, neither
// within a subscription nor between two that hand over by cursor.
func TestSubscriptionSurvivesBrokenConnections(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t), MinBackoff: time.Millisecond, MaxBackoff: 5 * time.Millisecond})
	const total, half = 1000, 50
	es := events(total)
	var got []int
	cursor := ""
	for start := 0; start < total; start += 2 * half {
		publish(t, c, "/rough", es[start:start+half])
		opts := logstore.SubscribeOptions{Stream: "/rough", From: t0, Cursor: cursor}
		next, stop := iter.Pull2(c.Subscribe(t.Context(), opts))
		ds := take(t, next, half)
		if node.CutConnections() == 0 {
			t.Fatal("there was no connection to break")
		}
		publish(t, c, "/rough", es[start+half:start+2*half])
		ds = append(ds, take(t, next, half)...)
		stop()
		got = append(got, numbersOf(t, ds)...)
		cursor = ds[len(ds)-1].Cursor
	}
	if d := cmp.Diff(numbers(0, total), got); d != "" {
		t.Errorf("messages (-want +got):\n%s", d)
	}
}

func TestSubscriptionEnds(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	key := newKey(t)
	c := newClient(t, logstore.Config{URL: node.URL, Key: key})
	publish(t, c, "/end", events(3))

	t.Run("with its context", func(t *testing.T) {
		t.Parallel()
		ctx, cancel := context.WithCancel(t.Context())
		var last error
		for _, err := range c.Subscribe(ctx, logstore.SubscribeOptions{Stream: "/end", From: t0, OnLive: cancel}) {
			last = err
		}
		if !errors.Is(last, context.Canceled) {
			t.Error(last)
		}
	})
	for _, tc := range []struct {
		name string
		cfg  logstore.Config
		o    logstore.SubscribeOptions
		want error
	}{
		{"when nobody may read", logstore.Config{}, logstore.SubscribeOptions{Stream: key.UserID().String() + "/end"}, logstore.ErrUnauthorized},
		{"at a cursor that means nothing", logstore.Config{Key: key}, logstore.SubscribeOptions{Stream: "/end", Cursor: "abc"}, logstore.ErrInvalid},
		{"at a stream id that is none", logstore.Config{Key: key}, logstore.SubscribeOptions{Stream: "a b"}, logstore.ErrInvalid},
		{"at a chain without a publisher", logstore.Config{Key: key}, logstore.SubscribeOptions{Stream: "/end", Chain: "x"}, logstore.ErrInvalid},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			tc.cfg.URL = node.URL
			n := 0
			for _, err := range newClient(t, tc.cfg).Subscribe(t.Context(), tc.o) {
				if n++; !errors.Is(err, tc.want) {
					t.Errorf("error %v, want %v", err, tc.want)
				}
			}
			if n != 1 {
				t.Errorf("%d elements, want the error", n)
			}
		})
	}
}

func TestSubscriptionFiltersByPublisher(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{Policy: "any"})
	alice, bob := newKey(t), newKey(t)
	stream := alice.UserID().String() + "/shared"
	publish(t, newClient(t, logstore.Config{URL: node.URL, Key: alice}), stream, events(10)[:5])
	c := newClient(t, logstore.Config{URL: node.URL, Key: bob})
	publish(t, c, stream, events(10)[5:])
	next := pull(t, c.Subscribe(t.Context(), logstore.SubscribeOptions{Stream: stream, From: t0, Publisher: bob.Address()}))
	if d := cmp.Diff(numbers(5, 10), numbersOf(t, take(t, next, 5))); d != "" {
		t.Errorf("messages (-want +got):\n%s", d)
	}
}
