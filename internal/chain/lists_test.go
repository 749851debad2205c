package chain_test

import (
	"iter"
	"math/big"
	"reflect"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/cockroachdb/pebble/v2/vfs"
	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

func collect[T any](t *testing.T, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var all []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

func TestLists(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		owner, x, y := userOf("owner"), common.Address{0x10}, common.Address{0x20}
		// Ids that begin with each other must not hide each other.
		ids := []string{streamOf(owner, "/a"), streamOf(owner, "/a/b"), streamOf(owner, "/ab"), streamOf(owner, "/b")}
		for _, id := range ids {
			c.mine(c.created(id, "{}"), c.permitted(id, y, forever), c.permitted(id, x, big.NewInt(7)), c.permitted(id, common.Address{}, forever))
		}
		c.mine(c.deleted(ids[2]))
		v := c.open(vfs.NewMem())
		defer follow(t, v)()
		left := []message.StreamID{message.StreamID(ids[0]), message.StreamID(ids[1]), message.StreamID(ids[3])}
		for name, got := range map[string][]message.StreamID{
			"streams":       collect(t, v.Streams("")),
			"streams of x":  collect(t, v.StreamsOf(message.UserID(x[:]), "")),
			"of everybody":  collect(t, v.StreamsOf(chain.Public, "")),
			"of a stranger": append(collect(t, v.StreamsOf("nobody", "")), left...),
		} {
			if !slices.Equal(got, left) {
				t.Errorf("%s: %v, want %v", name, got, left)
			}
		}
		for i := range left {
			if got := collect(t, v.Streams(left[i])); !slices.Equal(got, left[i+1:]) {
				t.Errorf("behind %s: %v", left[i], got)
			}
		}
		if got := collect(t, v.Streams(message.StreamID(ids[2]))); !slices.Equal(got, left[2:]) {
			t.Errorf("behind a deleted one: %v", got)
		}
		users := []message.UserID{chain.Public, message.UserID(x[:]), message.UserID(y[:])}
		if got := collect(t, v.Users(left[0], "")); !slices.Equal(got, users) {
			t.Errorf("users: %v, want %v", got, users)
		}
		if got := collect(t, v.Users(left[0], users[1])); !slices.Equal(got, users[2:]) {
			t.Errorf("users behind one: %v", got)
		}
		if got := collect(t, v.Users(message.StreamID(ids[2]), "")); len(got) != 0 {
			t.Errorf("users of a deleted stream: %v", got)
		}
		for range v.Streams("") {
			break // an early end lets go of everything
		}
		if p, err := v.DirectPermission(left[0], users[1]); err != nil || p.Publish != 7 {
			t.Errorf("an expired permission: %+v, %v", p, err)
		}
		for _, none := range []message.StreamID{message.StreamID(ids[2]), "0x/none"} {
			if p, err := v.DirectPermission(none, users[1]); err != nil || p != (chain.Permission{}) {
				t.Errorf("%s: %+v, %v", none, p, err)
			}
		}
	})
}

func TestStorageNodes(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		c := newSimulatedChain(t)
		node := userOf("node")
		meta := &contracts.NodeRegistryMetaData
		updated := func(text string) { // its last indexed argument is a number
			e := c.event(addresses.NodeRegistry, meta, "NodeUpdated", node, text, true, big.NewInt(9))
			c.mine(e)
		}
		updated(`{"urls":["http://a"]}`)
		v := c.open(vfs.NewMem())
		defer follow(t, v)()
		want := chain.StorageNode{Address: node, Metadata: `{"urls":["http://a"]}`, LastSeen: 9}
		if got, ok, err := v.StorageNode(node); err != nil || !ok || got != want {
			t.Errorf("%+v, %v, %v", got, ok, err)
		}
		if all, err := v.RegisteredStorageNodes(); err != nil || !reflect.DeepEqual(all, []chain.StorageNode{want}) {
			t.Errorf("%+v, %v", all, err)
		}
		c.mine(c.event(addresses.NodeRegistry, meta, "NodeRemoved", node))
		look(t, v)
		if _, ok, err := v.StorageNode(node); err != nil || ok {
			t.Errorf("after it was removed: %v, %v", ok, err)
		}
	})
}
