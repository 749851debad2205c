package onchain_test

import (
	"context"
	"errors"
	"math"
	"math/big"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/internal/streams/onchain"
	"github.com/logstore/logstore/message"
)

const (
	owner = "0x00000000000000000000000000000000000000aa"
	id    = message.StreamID(owner + "/a")
)

var (
	storageNode = common.Address{7}
	publisher   = message.UserID([]byte("a publisher's 20byte"))
)

// simulatedView is a view of the chain that a test writes.
type simulatedView struct {
	mu        sync.Mutex
	streams   map[message.StreamID]chain.Stream
	stakes    map[message.StreamID]int64
	assigned  map[message.StreamID]common.Address
	until     map[message.UserID]int64
	observers []func(chain.Change)
	refreshed int
	onRefresh func() // news that the next refresh brings
	looks     int
}

func newView() *simulatedView {
	return &simulatedView{
		streams: map[message.StreamID]chain.Stream{}, stakes: map[message.StreamID]int64{},
		assigned: map[message.StreamID]common.Address{}, until: map[message.UserID]int64{},
	}
}

func (v *simulatedView) Stream(id message.StreamID) (chain.Stream, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	v.looks++
	s, ok := v.streams[id]
	if !ok {
		return s, chain.ErrNoStream
	}
	return s, nil
}

func (v *simulatedView) StoreStake(id message.StreamID) (*big.Int, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return big.NewInt(v.stakes[id]), nil
}

func (v *simulatedView) IsAssigned(id message.StreamID, node common.Address) (bool, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.assigned[id] == node, nil
}

func (v *simulatedView) PublishUntil(_ message.StreamID, user message.UserID) (int64, error) {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.until[user], nil
}

func (v *simulatedView) Observe(f func(chain.Change)) { v.observers = append(v.observers, f) }

func (v *simulatedView) Refresh(context.Context) {
	v.mu.Lock()
	v.refreshed++
	f := v.onRefresh
	v.onRefresh = nil
	v.mu.Unlock()
	if f != nil {
		v.change(f)
	}
}

// change changes the view as a block does.
func (v *simulatedView) change(f func()) {
	v.mu.Lock()
	f()
	v.mu.Unlock()
	for _, o := range v.observers {
		o(chain.Change{Streams: map[message.StreamID]bool{id: true}})
	}
}

func newRegistry(t *testing.T, v *simulatedView) *onchain.Registry {
	t.Helper()
	r, err := onchain.New(v, storageNode)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestKeepsWhatHasStakeAndWhatIsAssigned(t *testing.T) {
	t.Parallel()
	v := newView()
	r := newRegistry(t, v)
	refused := func(part string) {
		t.Helper()
		if _, err := r.Stream(t.Context(), id); !errors.Is(err, streams.ErrUnknownStream) || !strings.Contains(err.Error(), part) {
			t.Errorf("got %v, want %q", err, part)
		}
	}
	refused("logstore stream create")
	v.change(func() { v.streams[id] = chain.Stream{ID: id, Partitions: 3} })
	refused("logstore store stake " + string(id))
	v.change(func() { v.stakes[id] = 1 })
	s, err := r.Stream(t.Context(), id)
	if err != nil || s.Partitions != 3 {
		t.Errorf("%+v, %v", s, err)
	}
	looks := v.looks
	if _, err := r.Stream(t.Context(), id); err != nil || v.looks != looks {
		t.Errorf("%v, %d looks at the view for what is known", err, v.looks-looks)
	}
	v.change(func() { v.stakes[id] = 0 })
	refused("store stake")
	v.change(func() { v.assigned[id] = common.Address{8} })
	refused("store stake")
	v.change(func() { v.assigned[id] = storageNode })
	if _, err := r.Stream(t.Context(), id); err != nil {
		t.Error(err)
	}
}

func TestLooksAgainBeforeItSaysNo(t *testing.T) {
	t.Parallel()
	v := newView()
	r := newRegistry(t, v)
	v.onRefresh = func() {
		v.streams[id] = chain.Stream{ID: id, Partitions: 1}
		v.stakes[id] = 1
	}
	if _, err := r.Stream(t.Context(), id); err != nil {
		t.Errorf("a stake that was just mined: %v", err)
	}
	v.onRefresh = func() { v.until[publisher] = math.MaxInt64 }
	if until, err := r.MayPublish(t.Context(), id, publisher, 1); err != nil || until != math.MaxInt64 {
		t.Errorf("a permission that was just mined: %v", err)
	}
	// A request with many unknown streams looks once.
	before := v.refreshed
	ctx := streams.ForRequest(t.Context())
	for range 50 {
		if _, err := r.Stream(ctx, owner+"/unknown"); !errors.Is(err, streams.ErrUnknownStream) {
			t.Error(err)
		}
	}
	if n := v.refreshed - before; n != 1 {
		t.Errorf("looked at the chain %d times for one request", n)
	}
}

func TestPermissionDependsOnTheMessagesTime(t *testing.T) {
	t.Parallel()
	v := newView()
	r := newRegistry(t, v)
	v.change(func() {
		v.streams[id] = chain.Stream{ID: id, Partitions: 1}
		v.stakes[id] = 1
		v.until[publisher] = 5000
	})
	if until, err := r.MayPublish(t.Context(), id, publisher, 4999); err != nil || until != 5000 {
		t.Errorf("%d, %v", until, err)
	}
	for who, part := range map[message.UserID]string{publisher: "has ended", "somebody else's twenty": "may not publish"} {
		_, err := r.MayPublish(t.Context(), id, who, 5000)
		if !errors.Is(err, streams.ErrNotPermitted) || !strings.Contains(err.Error(), part) || !strings.Contains(err.Error(), "logstore stream grant "+string(id)+" publish "+who.String()) {
			t.Errorf("got %v, want %q", err, part)
		}
	}
	v.change(func() { v.until[publisher] = 0 })
	if _, err := r.MayPublish(t.Context(), id, publisher, 1); !errors.Is(err, streams.ErrNotPermitted) {
		t.Errorf("after the permission was taken back by a reorganisation: %v", err)
	}
}

func TestSchemas(t *testing.T) {
	t.Parallel()
	v := newView()
	r := newRegistry(t, v)
	set := func(s chain.Stream) {
		s.ID, s.Partitions = id, 1
		v.change(func() { v.streams[id], v.stakes[id] = s, 1 })
	}
	set(chain.Stream{Schema: []byte(`{"type":"object"}`)})
	s, err := r.Stream(t.Context(), id)
	if err != nil || s.Validator == nil || s.Validator.Validate([]byte(`1`)) == nil {
		t.Errorf("%+v, %v", s, err)
	}
	set(chain.Stream{Schema: []byte(`{"type":7}`)})
	if _, err := r.Stream(t.Context(), id); !errors.Is(err, schema.ErrSchema) {
		t.Errorf("what is no schema: %v", err)
	}
	set(chain.Stream{SchemaRef: &chain.SchemaRef{Protocol: "IPFS", Hash: "Qm"}})
	if _, err := r.Stream(t.Context(), id); !errors.Is(err, schema.ErrSchema) || !strings.Contains(err.Error(), "IPFS") {
		t.Errorf("a schema kept elsewhere: %v", err)
	}
	if err := r.SetSchema(t.Context(), id, nil); !errors.Is(err, streams.ErrOnChain) || !strings.Contains(err.Error(), "set-schema") {
		t.Error(err)
	}
}

func TestCanonicalIDsOnly(t *testing.T) {
	t.Parallel()
	r := newRegistry(t, newView())
	for _, bad := range []message.StreamID{"0x00000000000000000000000000000000000000AA/a", "x/y", ""} {
		if _, err := r.Stream(t.Context(), bad); !errors.Is(err, message.ErrStreamID) {
			t.Errorf("%q: %v", bad, err)
		}
	}
}
