package logstore_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// Many goroutines publish at the same time, one by one and in batches: every message
// arrives, in the order of its chain.
func TestPublishersDoNotOvertakeEachOther(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	alice, bob := net.client(t, nil), net.client(t, nil)
	stream := alice.Address() + "/busy"
	net.streams[stream] = &simulatedStream{partitions: 1, publishers: []string{alice.Address()}, subscribers: []string{logstore.Public}}
	f := follow(t, bob, logstore.SubscribeOptions{Stream: stream})
	if err := alice.JoinPart(t.Context(), stream, 0, 1); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for g := range 8 {
		wg.Go(func() {
			for i := range 10 {
				if _, err := alice.Publish(t.Context(), stream, reading{g*100 + i}); err != nil {
					t.Error(err)
				}
			}
			var batch []logstore.Event
			for i := 10; i < 50; i++ {
				batch = append(batch, logstore.Event{Content: reading{g*100 + i}})
			}
			if _, err := alice.PublishBatch(t.Context(), stream, batch); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	got := f.numbers(400)
	slices.Sort(got)
	if len(slices.Compact(got)) != 400 {
		t.Errorf("%d different messages", len(slices.Compact(got)))
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	for i := 1; i < len(f.got); i++ {
		if a, b := f.got[i-1].Ref(), f.got[i].Ref(); a.Compare(b) >= 0 {
			t.Errorf("%s comes before %s", a, b)
		}
	}
}

// The chain says how many partitions there are for partition keys, and a publisher's own
// subscription gets what it publishes.
func TestPartitionKeysAndOwnMessages(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	alice := net.client(t, nil)
	stream := alice.Address() + "/parts"
	net.streams[stream] = &simulatedStream{partitions: 5, publishers: []string{alice.Address()}, subscribers: []string{alice.Address()}}
	at := int(message.PartitionOf("device-17", 5))
	f := follow(t, alice, logstore.SubscribeOptions{Stream: stream, Partition: at})
	var batch []logstore.Event
	for i := range 5 {
		batch = append(batch, logstore.Event{Content: reading{i}, PartitionKey: "device-17"})
	}
	res, err := alice.PublishBatch(t.Context(), stream, batch)
	if err != nil || int(res.Events[0].Part.Partition) != at {
		t.Fatalf("%+v, %v", res, err)
	}
	if got := f.numbers(5); !slices.Equal(got, numbers(0, 5)) {
		t.Errorf("got %v", got)
	}
}

// What is published before anybody is there, is there for who comes soon.
func TestFirstMessagesWaitForSomebody(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	alice, bob := net.client(t, nil), net.client(t, nil)
	stream := alice.Address() + "/early"
	net.streams[stream] = &simulatedStream{partitions: 1, publishers: []string{alice.Address()}, subscribers: []string{logstore.Public}}
	done := make(chan struct{})
	go func() {
		defer close(done)
		publishNumbers(t, alice, stream, 0, 20) // the first one waits
	}()
	f := follow(t, bob, logstore.SubscribeOptions{Stream: stream})
	if got := f.numbers(20); !slices.Equal(got, numbers(0, 20)) {
		t.Errorf("got %v", got)
	}
	<-done
}
