package chain_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

// follow runs a view until the test ends or stop is called, and waits for its first
// look at the chain.
func follow(t *testing.T, v *chain.View) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- v.Run(ctx) }()
	synctest.Wait()
	return func() {
		t.Helper()
		cancel()
		if err := <-done; err != nil {
			t.Errorf("run: %v", err)
		}
		if err := v.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	}
}

// look lets a running view look at the chain.
func look(t *testing.T, v *chain.View) {
	t.Helper()
	v.Refresh(t.Context())
}

func wantStake(t *testing.T, v *chain.View, id string, want int64) {
	t.Helper()
	got, err := v.StoreStake(message.StreamID(id))
	if err != nil || got.Cmp(big.NewInt(want)) != 0 {
		t.Errorf("stake of %s: %v, %v; want %d", id, got, err, want)
	}
}

func TestFollowsStakes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		id := streamOf(userOf("owner"), "/a")
		c.mine(c.created(id, `{"partitions":3}`), c.staked(id, 100))
		v := c.open(vfs.NewMem())
		stop := follow(t, v)
		defer stop()
		wantStake(t, v, id, 100)
		s, err := v.Stream(message.StreamID(id))
		if err != nil || s.Partitions != 3 || s.MetadataErr != nil {
			t.Errorf("stream: %+v, %v", s, err)
		}
		c.mine(c.captured(id, 30))
		time.Sleep(3 * time.Second)
		wantStake(t, v, id, 70)
		c.mine(c.captured(id, 70))
		look(t, v)
		wantStake(t, v, id, 0)
		for range v.Stores("") {
			t.Error("an exhausted store is listed")
		}
		c.mine(c.staked(id, 5), c.queryStaked(userOf("consumer"), 7))
		look(t, v)
		wantStake(t, v, id, 5)
		if q, err := v.QueryStake(userOf("consumer")); err != nil || q.Int64() != 7 {
			t.Errorf("query stake: %v, %v", q, err)
		}
	})
}

func TestRefreshSeesWhatWasJustMined(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		v := c.open(vfs.NewMem())
		defer follow(t, v)()
		id := streamOf(userOf("owner"), "/a")
		for i := range 20 {
			c.mine(c.staked(id, 1))
			begin := time.Now()
			v.Refresh(t.Context())
			wantStake(t, v, id, int64(i+1))
			if d := time.Since(begin); d > 250*time.Millisecond {
				t.Errorf("a refresh took %v", d)
			}
		}
	})
}

func TestReorganisationTakesStakesBack(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		owner := userOf("owner")
		kept, lost := streamOf(owner, "/kept"), streamOf(owner, "/lost")
		c.mineMany(200)
		base := c.mine(c.created(kept, "{}"), c.staked(kept, 10))
		v := c.open(vfs.NewMem())
		var changes []chain.Change
		v.Observe(func(ch chain.Change) { changes = append(changes, ch) })
		defer follow(t, v)()
		c.mine(c.created(lost, "{}"), c.staked(lost, 99))
		c.mine(c.staked(kept, 5), c.permitted(lost, owner, forever))
		c.mineMany(3)
		look(t, v)
		wantStake(t, v, lost, 99)
		wantStake(t, v, kept, 15)
		changes = nil

		c.dropAfter(base.Number)
		c.mine(c.staked(kept, 1))
		look(t, v)
		wantStake(t, v, lost, 0)
		wantStake(t, v, kept, 11)
		if _, err := v.Stream(message.StreamID(lost)); !errors.Is(err, chain.ErrNoStream) {
			t.Errorf("a stream that was never made: %v", err)
		}
		if until, err := v.PublishUntil(message.StreamID(lost), message.UserID(owner[:])); until != 0 || err != nil {
			t.Errorf("a permission that was never given: %d, %v", until, err)
		}
		if len(changes) == 0 || !changes[0].All {
			t.Errorf("observers were told %+v", changes)
		}
		c.mineMany(10)
		look(t, v)
		wantStake(t, v, kept, 11)
		if st := v.Status(); st.At != st.Head || st.Err != nil {
			t.Errorf("status %+v", st)
		}
	})
}

func TestReorganisationDeeperThanKeptBuildsAnew(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		a, b := streamOf(userOf("owner"), "/a"), streamOf(userOf("owner"), "/b")
		c.mine(c.staked(a, 10))
		c.mineMany(1400)
		v := c.open(vfs.NewMem())
		defer follow(t, v)()
		wantStake(t, v, a, 10)
		c.dropAfter(0)
		c.mine(c.staked(b, 3))
		c.mineMany(1500)
		look(t, v)
		wantStake(t, v, a, 0)
		wantStake(t, v, b, 3)
	})
}

// An endpoint behind the view must not make it forget.
func TestLaggingEndpointIsNoReorganisation(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		id := streamOf(userOf("owner"), "/a")
		c.mineMany(10)
		c.mine(c.staked(id, 4))
		v := c.open(vfs.NewMem())
		defer follow(t, v)()
		c.set(func(c *simulatedChain) { c.lag = 5 })
		look(t, v)
		wantStake(t, v, id, 4)
		if err := v.Status().Err; err != nil {
			t.Error(err)
		}
		c.set(func(c *simulatedChain) { c.lag = 0 })
		c.mine(c.staked(id, 1))
		look(t, v)
		wantStake(t, v, id, 5)
	})
}

func TestGoesOnWhenTheChainIsDown(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		id := streamOf(userOf("owner"), "/a")
		c.mine(c.staked(id, 4))
		fs := vfs.NewMem()
		v := c.open(fs)
		stop := follow(t, v)
		c.set(func(c *simulatedChain) { c.down = errors.New("no route") })
		time.Sleep(5 * time.Second)
		wantStake(t, v, id, 4)
		if st := v.Status(); st.Err == nil || !st.Synced {
			t.Errorf("status %+v", st)
		}
		begin := time.Now()
		v.Refresh(t.Context())
		if d := time.Since(begin); d != 0 {
			t.Errorf("a refresh waited %v for a chain that is down", d)
		}
		stop()

		// It starts without the chain, too, and says that it knows something.
		v = c.open(fs)
		stop = follow(t, v)
		defer stop()
		if st := v.Status(); st.Err == nil || !st.Synced {
			t.Errorf("status after a start %+v", st)
		}
		wantStake(t, v, id, 4)
		c.set(func(c *simulatedChain) { c.down = nil })
		c.mine(c.staked(id, 1))
		time.Sleep(5 * time.Second)
		wantStake(t, v, id, 5)
		if err := v.Status().Err; err != nil {
			t.Error(err)
		}
	})
}

func TestResumesWhereItStopped(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		id := streamOf(userOf("owner"), "/a")
		c.mine(c.staked(id, 4))
		c.mineMany(500)
		fs := vfs.NewMem()
		v := c.open(fs)
		follow(t, v)()
		c.mine(c.staked(id, 1))
		c.set(func(c *simulatedChain) { clear(c.calls) })
		v = c.open(fs)
		defer follow(t, v)()
		wantStake(t, v, id, 5)
		if n := c.calls["FilterLogs"]; n != 1 {
			t.Errorf("%d searches for events after a restart, want 1", n)
		}
	})
}

// A devnet that was thrown away and begun anew has the same chain id and addresses.
func TestAnotherChainOfTheSameNameIsReadAnew(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		a, b := streamOf(userOf("owner"), "/a"), streamOf(userOf("owner"), "/b")
		c.mine(c.staked(a, 4))
		c.mineMany(10)
		fs := vfs.NewMem()
		follow(t, c.open(fs))()

		other := newSimulatedChain(t)
		other.fork = 9
		other.blocks = nil
		other.mine()
		other.mine(other.staked(b, 1))
		other.mineMany(300)
		v := other.open(fs)
		defer follow(t, v)()
		wantStake(t, v, a, 0)
		wantStake(t, v, b, 1)
	})
}

func TestRangesShrinkUntilAccepted(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		id := streamOf(userOf("owner"), "/a")
		for range 50 {
			c.mine(c.staked(id, 1))
			c.mineMany(9)
		}
		c.maxRange = 7
		v := c.open(vfs.NewMem())
		defer follow(t, v)()
		wantStake(t, v, id, 50)
		if err := v.Status().Err; err != nil {
			t.Error(err)
		}
	})
}

func TestWrongChainIsSaid(t *testing.T) {
	t.Parallel()
	for name, wrong := range map[string]struct {
		id     uint64
		change func(*contracts.Addresses)
		want   string
	}{
		"chain id": {id: 1, want: "reports chain 1, want 31337"},
		"address":  {id: chainID, change: func(a *contracts.Addresses) { a.StoreManager = common.Address{9} }, want: "no contract at 0x0900"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				c := newSimulatedChain(t)
				c.id = wrong.id
				a := addresses
				if wrong.change != nil {
					wrong.change(&a)
				}
				v, err := chain.Open("view", chain.Config{ChainID: chainID, Contracts: a}, chain.Deps{Source: c, FS: vfs.NewMem()})
				if err != nil {
					t.Fatal(err)
				}
				defer follow(t, v)()
				st := v.Status()
				if st.Synced || st.Err == nil || !strings.Contains(st.Err.Error(), wrong.want) {
					t.Errorf("status %+v, want %q", st, wrong.want)
				}
			})
		})
	}
}

func TestPermissionsInTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		owner, other := userOf("owner"), userOf("other")
		id := streamOf(owner, "/a")
		sid := message.StreamID(id)
		user := message.UserID(other[:])
		c.mine(c.created(id, "{}"))
		c.mineMany(5)
		granted := c.mine(c.permitted(id, other, forever))
		c.mineMany(5)
		revoked := c.mine(c.permitted(id, other, new(big.Int)))
		v := c.open(vfs.NewMem())
		defer follow(t, v)()

		until := func(u message.UserID, want int64) {
			t.Helper()
			look(t, v)
			got, err := v.PublishUntil(sid, u)
			if err != nil || got != want {
				t.Errorf("publish until %d, %v; want %d", got, err, want)
			}
		}
		at := func(time uint64, want bool) {
			t.Helper()
			p, err := v.PermissionAt(sid, user, time)
			if err != nil || (p.Publish > time) != want {
				t.Errorf("at %d: %+v, %v; want publish %v", time, p, err, want)
			}
		}
		until(user, int64(revoked.Time)*1000)
		at(granted.Time-1, false)
		at(granted.Time, true)
		at(revoked.Time-1, true)
		at(revoked.Time, false)

		// With an end, for everybody, and for ever.
		c.mine(c.permitted(id, other, new(big.Int).SetUint64(revoked.Time+1000)))
		until(user, int64(revoked.Time+1000)*1000)
		at(revoked.Time+999, true)
		at(revoked.Time+1000, false)
		until(message.UserID(owner[:]), 0)
		c.mine(c.permitted(id, common.Address{}, forever))
		until(message.UserID(owner[:]), math.MaxInt64)

		// Deleting a stream ends all permissions; making it again brings none back.
		gone := c.mine(c.deleted(id))
		until(user, int64(gone.Time)*1000)
		c.mine(c.created(id, "{}"))
		until(user, int64(gone.Time)*1000)
		// In one block, the order counts.
		c.mine(c.permitted(id, other, forever), c.deleted(id), c.created(id, "{}"))
		until(user, int64(gone.Time)*1000)
	})
}

func TestMetadata(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		for i, m := range []struct {
			text       string
			partitions int
			schema     string
			ref        *chain.SchemaRef
			bad        bool
		}{
			{`{}`, 1, "", nil, false},
			{`{"partitions":100}`, 100, "", nil, false},
			{`{"partitions":0}`, 1, "", nil, true},
			{`{"partitions":101}`, 1, "", nil, true},
			{`{"partitions":2.5}`, 1, "", nil, true},
			{`{"partitions":"3"}`, 3, "", nil, false}, // json.Number reads a quoted number too
			{`not JSON`, 1, "", nil, true},
			{`[]`, 1, "", nil, true},
			{``, 1, "", nil, true},
			{`{"logstore":{"schema":{"protocol":"RAW","schemaOrHash":{"type":"object"}}}}`, 1, `{"type":"object"}`, nil, false},
			{`{"logstore":{"schema":{"protocol":"RAW","schemaOrHash":"{\"type\":\"object\"}"}}}`, 1, `{"type":"object"}`, nil, false},
			{`{"logstore":{"schema":{"protocol":"IPFS","schemaOrHash":"Qm1"}}}`, 1, "", &chain.SchemaRef{Protocol: "IPFS", Hash: "Qm1"}, false},
			{`{"logstore":{"schema":{"protocol":"IPFS","schemaOrHash":7}}}`, 1, "", nil, true},
		} {
			id := streamOf(userOf("owner"), fmt.Sprintf("/m%d", i))
			c.mine(c.created(id, m.text))
			v := c.open(vfs.NewMem())
			stop := follow(t, v)
			s, err := v.Stream(message.StreamID(id))
			stop()
			if err != nil || s.Partitions != m.partitions || string(s.Schema) != m.schema || !reflect.DeepEqual(s.SchemaRef, m.ref) || (s.MetadataErr != nil) != m.bad {
				t.Errorf("%s: %+v, %v", m.text, s, err)
			}
		}
	})
}

// What an endpoint sends that no contract can have written is left out, and the rest
// of the block is not.
func TestUnreadableEventsAreLeftOut(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		id := streamOf(userOf("owner"), "/a")
		torn := c.staked(id, 1)
		torn.Data = torn.Data[:40]
		c.mine(torn, c.staked("no stream id", 5), c.staked(id, 2), c.staked(strings.ToUpper(id[2:]), 5))
		v := c.open(vfs.NewMem())
		defer follow(t, v)()
		wantStake(t, v, id, 2)
		n := 0
		for range v.Stores("") {
			n++
		}
		if n != 1 {
			t.Errorf("%d stores", n)
		}
	})
}

func TestNodesAndAssignments(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		node, stranger := userOf("node"), userOf("stranger")
		id := streamOf(userOf("owner"), "/a")
		manager, storage := &contracts.NodeManagerMetaData, &contracts.StreamStorageRegistryMetaData
		c.mine(
			c.event(addresses.NodeManager, manager, "StakeDelegateUpdated", userOf("d"), node, big.NewInt(5), big.NewInt(5), big.NewInt(5), true),
			c.event(addresses.NodeManager, manager, "NodeUpdated", node, `{"http":"http://n"}`, true, big.NewInt(77)),
			c.event(addresses.StreamStorageRegistry, storage, "Added", id, node),
		)
		v := c.open(vfs.NewMem())
		defer follow(t, v)()
		n, joined, err := v.Node(node)
		if err != nil || !joined || n.URL() != "http://n" || n.Stake.Int64() != 5 || n.LastSeen != 77 {
			t.Errorf("%+v, %v, %v", n, joined, err)
		}
		for _, a := range []common.Address{node, stranger} {
			if ok, err := v.IsAssigned(message.StreamID(id), a); err != nil || ok != (a == node) {
				t.Errorf("assigned to %v: %v, %v", a, ok, err)
			}
		}
		if ids, err := v.AssignedStreams(node); err != nil || len(ids) != 1 || string(ids[0]) != id {
			t.Errorf("assigned: %v, %v", ids, err)
		}
		c.mine(
			c.event(addresses.NodeManager, manager, "NodeRemoved", node),
			c.event(addresses.StreamStorageRegistry, storage, "Removed", id, node),
		)
		look(t, v)
		if nodes, err := v.Nodes(); err != nil || len(nodes) != 0 {
			t.Errorf("nodes: %v, %v", nodes, err)
		}
		if n, joined, err := v.Node(node); err != nil || joined || n.Stake.Int64() != 5 {
			t.Errorf("a node that left, with a delegation: %+v, %v, %v", n, joined, err)
		}
		if nodes, err := v.StorageNodes(message.StreamID(id)); err != nil || len(nodes) != 0 {
			t.Errorf("storage nodes: %v, %v", nodes, err)
		}
	})
}
