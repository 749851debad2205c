package ingest_test

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// gate is a store that is empty, and whose Append waits for the test.
type gate struct {
	store.Store
	arrived chan int   // number of entries of an Append that begins
	leave   chan error // what it returns; nil stores them
}

func newGate() *gate { return &gate{arrived: make(chan int), leave: make(chan error)} }

func (g *gate) Has(_ context.Context, _ message.StreamPart, keys []message.Key) ([]bool, error) {
	return make([]bool, len(keys)), nil
}

func (g *gate) GetMeta(context.Context, string) ([]byte, error) { return nil, nil }

func (g *gate) Append(ctx context.Context, batch []store.Entry) ([]store.Outcome, error) {
	select {
	case g.arrived <- len(batch):
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	select {
	case err := <-g.leave:
		outcomes := make([]store.Outcome, len(batch))
		for i := range outcomes {
			outcomes[i] = store.Added
		}
		return outcomes, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

type answer struct {
	results []ingest.Result
	err     error
}

func submitAsync(ctx context.Context, in *ingest.Ingester, ms ...*message.Message) <-chan answer {
	done := make(chan answer, 1)
	go func() {
		results, err := in.Submit(ctx, ms)
		done <- answer{results, err}
	}()
	return done
}

func TestFullQueue(t *testing.T) {
	t.Parallel()
	alice := signer(t, 1)
	ms := many(t, alice, 0, 20)
	for _, cfg := range []ingest.Config{
		{QueueMessages: 4, MaxWait: 3 * time.Second},
		{QueueBytes: 3000, MaxMessageBytes: 2000, MaxWait: 3 * time.Second}, // a message weighs about 700
	} {
		synctest.Test(t, func(t *testing.T) {
			g := newGate()
			reg := prometheus.NewRegistry()
			in := open(t, cfg, ingest.Deps{Store: g, Registerer: reg})
			first := submitAsync(t.Context(), in, ms[:4]...)
			if n := <-g.arrived; n != 4 {
				t.Fatalf("%d entries", n)
			}

			// No room: the wait ends after MaxWait.
			start := time.Now()
			if _, err := in.Submit(t.Context(), ms[4:8]); !errors.Is(err, ingest.ErrBusy) {
				t.Errorf("got %v, want ErrBusy", err)
			}
			if d := time.Since(start); d != 3*time.Second {
				t.Errorf("waited %v, want 3s", d)
			}
			// The caller's own deadline is shorter.
			ctx, cancel := context.WithTimeout(t.Context(), time.Second)
			defer cancel()
			if _, err := in.Submit(ctx, ms[4:8]); !errors.Is(err, ingest.ErrBusy) {
				t.Errorf("got %v, want ErrBusy", err)
			}
			// The caller goes away.
			ctx, cancel = context.WithCancel(t.Context())
			gone := submitAsync(ctx, in, ms[4:8]...)
			synctest.Wait()
			cancel()
			if a := <-gone; !errors.Is(a.err, context.Canceled) || errors.Is(a.err, ingest.ErrBusy) {
				t.Errorf("got %v, want Canceled", a.err)
			}

			// Who waits is let in, in order, when there is room.
			second := submitAsync(t.Context(), in, ms[8:12]...)
			synctest.Wait()
			third := submitAsync(t.Context(), in, ms[12:13]...)
			synctest.Wait()
			if n := metrics(t, reg)["logstore_ingest_queue_messages"]; n != 4 {
				t.Errorf("queue of %v messages, want 4", n)
			}
			for i, done := range []<-chan answer{first, second, third} {
				if i > 0 {
					<-g.arrived
				}
				g.leave <- nil
				if a := <-done; a.err != nil || a.results[0].Outcome != ingest.Stored {
					t.Errorf("submit %d: %v", i, a.err)
				}
			}
			for name, want := range map[string]float64{
				"logstore_ingest_queue_messages": 0, "logstore_ingest_queue_bytes": 0, "logstore_ingest_busy_total": 2,
			} {
				if got := metrics(t, reg)[name]; got != want {
					t.Errorf("%s is %v, want %v", name, got, want)
				}
			}
		})
	}
}

// A small batch must not overtake a large one for ever.
func TestQueueIsFair(t *testing.T) {
	t.Parallel()
	ms := many(t, signer(t, 1), 0, 12)
	synctest.Test(t, func(t *testing.T) {
		g := newGate()
		in := open(t, ingest.Config{QueueMessages: 4}, ingest.Deps{Store: g})
		first := submitAsync(t.Context(), in, ms[:3]...)
		<-g.arrived
		large := submitAsync(t.Context(), in, ms[3:7]...)
		synctest.Wait()
		small := submitAsync(t.Context(), in, ms[7]) // there would be room
		synctest.Wait()
		for _, want := range []struct {
			done <-chan answer
			next int // entries of the Append that follows
		}{{first, 4}, {large, 1}, {small, 0}} {
			g.leave <- nil
			if a := <-want.done; a.err != nil {
				t.Fatal(a.err)
			}
			if want.next > 0 {
				if n := <-g.arrived; n != want.next {
					t.Errorf("%d entries came next, want %d", n, want.next)
				}
			}
		}
	})
}

func TestStoreErrors(t *testing.T) {
	t.Parallel()
	alice := signer(t, 1)
	for _, want := range []error{store.ErrDiskFull, store.ErrClosed, errors.New("strange")} {
		synctest.Test(t, func(t *testing.T) {
			g := newGate()
			in := open(t, ingest.Config{QueueMessages: 2}, ingest.Deps{Store: g})
			done := submitAsync(t.Context(), in, append(many(t, alice, 0, 3), nil)...)
			// The first slice is stored, the second is not.
			<-g.arrived
			g.leave <- nil
			<-g.arrived
			g.leave <- fmt.Errorf("wrapped: %w", want)
			a := <-done
			if !errors.Is(a.err, want) {
				t.Fatalf("got %v, want %v", a.err, want)
			}
			if got := outcomes(a.results); got != "stored stored undecided rejected(malformed)" {
				t.Errorf("got %s", got)
			}
			// Nothing is left in the queue.
			again := submitAsync(t.Context(), in, many(t, alice, 0, 2)...)
			<-g.arrived
			g.leave <- nil
			if a := <-again; a.err != nil {
				t.Error(a.err)
			}
		})
	}
}

func TestCloseDrains(t *testing.T) {
	t.Parallel()
	ms := many(t, signer(t, 1), 0, 8)
	synctest.Test(t, func(t *testing.T) {
		g := newGate()
		in := open(t, ingest.Config{QueueMessages: 4}, ingest.Deps{Store: g})
		working := submitAsync(t.Context(), in, ms[:4]...)
		<-g.arrived
		waiting := submitAsync(t.Context(), in, ms[4:]...)
		synctest.Wait()
		closed := make(chan error, 1)
		go func() { closed <- in.Close(t.Context()) }()
		if a := <-waiting; !errors.Is(a.err, ingest.ErrClosed) {
			t.Errorf("who waits gets %v, want ErrClosed", a.err)
		}
		if _, err := in.Submit(t.Context(), ms); !errors.Is(err, ingest.ErrClosed) {
			t.Errorf("who comes later gets %v, want ErrClosed", err)
		}
		synctest.Wait()
		select {
		case err := <-closed:
			t.Fatalf("closed in the middle of an append: %v", err)
		default:
		}
		g.leave <- nil
		if a := <-working; a.err != nil {
			t.Error(a.err)
		}
		if err := <-closed; err != nil {
			t.Error(err)
		}
	})
}

// A store that does not answer cannot hold the end of the node up.
func TestCloseGivesUp(t *testing.T) {
	t.Parallel()
	ms := many(t, signer(t, 1), 0, 1)
	synctest.Test(t, func(t *testing.T) {
		g := newGate()
		in := open(t, ingest.Config{}, ingest.Deps{Store: g})
		working := submitAsync(t.Context(), in, ms...)
		<-g.arrived
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		start := time.Now()
		if err := in.Close(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		if d := time.Since(start); d != 10*time.Second {
			t.Errorf("took %v", d)
		}
		if a := <-working; !errors.Is(a.err, ingest.ErrClosed) {
			t.Errorf("got %v, want ErrClosed", a.err)
		}
	})
}

// A caller that goes away while its signatures are checked gets its messages back
// only when no worker uses them any more.
func TestCancelWhileChecking(t *testing.T) {
	t.Parallel()
	alice := signer(t, 1)
	ms := many(t, alice, 0, 40)
	for _, m := range ms {
		m.SignatureType = message.SignatureERC1271
	}
	synctest.Test(t, func(t *testing.T) {
		asked := make(chan struct{}, len(ms))
		in := open(t, ingest.Config{Workers: 2}, ingest.Deps{
			Store:    newGate(),
			Verifier: &message.Verifier{Contracts: silent(asked)},
		})
		ctx, cancel := context.WithCancel(t.Context())
		done := submitAsync(ctx, in, ms...)
		<-asked
		synctest.Wait()
		cancel()
		a := <-done
		if !errors.Is(a.err, context.Canceled) {
			t.Errorf("got %v", a.err)
		}
		clear(ms) // a data race if a worker were still at it
	})
}

// silent is a chain that answers only when the question is withdrawn.
type silent chan struct{}

func (s silent) IsValidSignature(ctx context.Context, _ message.UserID, _ [32]byte, _ []byte) (bool, error) {
	s <- struct{}{}
	<-ctx.Done()
	return false, ctx.Err()
}
