package logstore

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/logstore/logstore/message"
)

// countingAuthority permits what it is told, and counts the questions.
type countingAuthority struct {
	asked      atomic.Int32
	permission StreamPermission
	urls       []string
	err        error
	hold       chan struct{} // if not nil, questions wait for its end
}

func (a *countingAuthority) answer(ctx context.Context) error {
	a.asked.Add(1)
	if a.hold != nil {
		select {
		case <-a.hold:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return a.err
}

func (a *countingAuthority) Partitions(ctx context.Context, _ string) (int, error) {
	return 3, a.answer(ctx)
}

func (a *countingAuthority) Permission(ctx context.Context, _, _ string) (StreamPermission, error) {
	return a.permission, a.answer(ctx)
}

func (a *countingAuthority) StorageURLs(ctx context.Context, _ string) ([]string, error) {
	return a.urls, a.answer(ctx)
}

// testTime is a clock that is set by hand.
type testTime struct{ at time.Time }

func (c *testTime) now() time.Time       { return c.at }
func (c *testTime) pass(d time.Duration) { c.at = c.at.Add(d) }
func newTestTime() *testTime             { return &testTime{time.UnixMilli(1_700_000_000_000)} }
func (a *countingAuthority) expect(t *testing.T, what string, n int32) {
	t.Helper()
	if got := a.asked.Swap(0); got != n {
		t.Errorf("%s: asked %d times, want %d", what, got, n)
	}
}

func TestAuthorityAsksSeldom(t *testing.T) {
	t.Parallel()
	clock, from := newTestTime(), &countingAuthority{permission: StreamPermission{Publish: Forever}}
	a := newAuthority(from, clock.now)
	const id, user = message.StreamID("a.eth/x"), message.UserID("aaaaaaaaaaaaaaaaaaaa")
	may := func(what string, publish bool, asks int32) {
		t.Helper()
		if ok, err := a.MayPublish(t.Context(), id, user); err != nil || ok != publish {
			t.Errorf("%s: %v, %v", what, ok, err)
		}
		from.expect(t, what, asks)
	}
	may("first", true, 1)
	may("again", true, 0)
	clock.pass(permittedTTL - 1)
	may("before its time is over", true, 0)
	from.permission.Publish = time.Time{}
	clock.pass(1)
	may("revoked", false, 1)
	may("again", false, 0)
	from.permission.Publish = Forever
	clock.pass(refusedTTL)
	may("granted", true, 1)
	// The right to subscribe is not there, and may just have been granted.
	from.permission.Subscribe = Forever
	clock.pass(refusedTTL)
	if ok, err := a.MaySubscribe(t.Context(), id, user); err != nil || !ok {
		t.Errorf("granted to subscribe: %v, %v", ok, err)
	}
	from.expect(t, "the other right", 1)
	// After a change, what was said before counts for nothing, not even if nobody answers.
	from.permission.Publish = time.Time{}
	a.Doubt("b.eth/x")
	may("another stream is doubted", true, 0)
	clock.pass(1)
	a.Doubt(id)
	from.err = errors.New("the chain is down")
	if _, err := a.MayPublish(t.Context(), id, user); err == nil {
		t.Error("an old answer is believed")
	}
	from.expect(t, "doubted, and nobody answers", 1)
	from.err = nil
	clock.pass(failureTTL)
	may("doubted", false, 1)
	from.permission.Publish = Forever
	clock.pass(refusedTTL)
	may("granted once more", true, 1)
	// A permission that ends, ends.
	from.permission.Publish = clock.at.Add(permittedTTL)
	clock.pass(permittedTTL)
	may("expired", false, 1)
}

func TestAuthorityBelievesOldAnswersWhileNobodyAnswers(t *testing.T) {
	t.Parallel()
	clock, from := newTestTime(), &countingAuthority{permission: StreamPermission{Publish: Forever, Subscribe: Forever}}
	a := newAuthority(from, clock.now)
	const id = message.StreamID("a.eth/x")
	rules := func() error {
		r, err := a.Rules(t.Context(), id)
		if err == nil && (r.partitions != 3 || !r.public) {
			t.Errorf("rules %+v", r)
		}
		return err
	}
	if err := rules(); err != nil {
		t.Fatal(err)
	}
	from.expect(t, "first", 2)
	down := errors.New("the chain is down")
	from.err = down
	clock.pass(rulesTTL)
	for range 3 {
		if err := rules(); err != nil {
			t.Errorf("an old answer is there: %v", err)
		}
	}
	from.expect(t, "down", 1) // and not each time
	clock.pass(failureTTL)
	if err := rules(); err != nil {
		t.Error(err)
	}
	from.expect(t, "later", 1)
	from.err = ErrNoSuchStream
	clock.pass(failureTTL)
	if err := rules(); !errors.Is(err, ErrNoSuchStream) {
		t.Errorf("deleted: %v", err)
	}
	from.err = down
	clock.pass(staleTTL)
	if err := rules(); !errors.Is(err, down) {
		t.Errorf("too old: %v", err)
	}
}

// Who asks the same at the same time waits for one answer, and who gives up does not spoil
// it for the others.
func TestAuthorityAsksOnceForAll(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		from := &countingAuthority{hold: make(chan struct{}), urls: []string{"http://x"}}
		a := newAuthority(from, time.Now)
		const id = message.StreamID("a.eth/x")
		gaveUp, cancel := context.WithCancel(t.Context())
		go func() {
			if _, err := a.StorageURLs(gaveUp, id); !errors.Is(err, context.Canceled) {
				t.Errorf("gave up: %v", err)
			}
		}()
		synctest.Wait() // it asks
		for range 10 {
			go func() {
				if urls, err := a.StorageURLs(t.Context(), id); err != nil || len(urls) != 1 {
					t.Errorf("%v, %v", urls, err)
				}
			}()
		}
		synctest.Wait()
		from.expect(t, "eleven at a time", 1)
		cancel()
		synctest.Wait()
		from.expect(t, "the second, when the first gave up", 1)
		close(from.hold)
		synctest.Wait()
		from.expect(t, "the others", 0)
	})
}

func TestInbox(t *testing.T) {
	t.Parallel()
	var b inbox
	m := &message.Message{Content: make([]byte, 100)}
	if !b.add(m) || b.add(m) {
		t.Error("the loop is not told once")
	}
	b.looked()
	if !b.isWaiting() || b.isWaiting() {
		t.Error("what is left is not told of once")
	}
	for range maxInbox {
		b.add(m)
	}
	if b.dropped != 2 {
		t.Errorf("dropped %d", b.dropped)
	}
	if n := len(b.take(60)); n != 60 {
		t.Errorf("took %d", n)
	}
	if !b.reset() || b.reset() || len(b.take(1)) != 0 || b.bytes != 0 {
		t.Error("what overflowed is not dropped, once")
	}
	b.add(m)
	if b.reset() || len(b.take(10)) != 1 || b.queue != nil || b.bytes != 0 {
		t.Error("what did not overflow is dropped")
	}
	b.add(&message.Message{Content: make([]byte, maxInboxBytes)})
	b.add(&message.Message{Content: make([]byte, 1)})
	if b.dropped != 3 {
		t.Errorf("dropped %d", b.dropped)
	}
}
