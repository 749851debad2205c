package graph

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

// simulatedView is a View that is written down instead of read from a chain.
type simulatedView struct {
	at       chain.Block
	metadata map[message.StreamID]string
	grants   map[message.StreamID]map[message.UserID]chain.Permission
	stores   []message.StreamID // in order
	nodes    []chain.StorageNode
	assigned map[message.StreamID][]common.Address
	broken   error // what every look-up fails with, if not nil
}

func (v *simulatedView) Status() chain.Status { return chain.Status{At: v.at, Head: v.at} }

func (v *simulatedView) Stream(id message.StreamID) (chain.Stream, error) {
	m, ok := v.metadata[id]
	if !ok {
		return chain.Stream{}, fmt.Errorf("%w: %s", chain.ErrNoStream, id)
	}
	return chain.Stream{ID: id, Metadata: m}, v.broken
}

// list goes through what lies behind after, in order, and ends with the view's error.
func list[T ~string](v *simulatedView, ids iter.Seq[T], after T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, id := range slices.Sorted(ids) {
			if id > after && !yield(id, nil) {
				return
			}
		}
		if v.broken != nil {
			yield("", v.broken)
		}
	}
}

func (v *simulatedView) Streams(after message.StreamID) iter.Seq2[message.StreamID, error] {
	return list(v, maps.Keys(v.metadata), after)
}

func (v *simulatedView) StreamsOf(user message.UserID, after message.StreamID) iter.Seq2[message.StreamID, error] {
	return list(v, func(yield func(message.StreamID) bool) {
		for id, users := range v.grants {
			_, exists := v.metadata[id]
			if _, ok := users[user]; ok && exists && !yield(id) {
				return
			}
		}
	}, after)
}

func (v *simulatedView) Users(id message.StreamID, after message.UserID) iter.Seq2[message.UserID, error] {
	return list(v, maps.Keys(v.grants[id]), after)
}

func (v *simulatedView) DirectPermission(id message.StreamID, user message.UserID) (chain.Permission, error) {
	return v.grants[id][user], v.broken
}

func (v *simulatedView) Stores(after message.StreamID) iter.Seq2[chain.Store, error] {
	return func(yield func(chain.Store, error) bool) {
		for id, err := range list(v, slices.Values(v.stores), after) {
			if !yield(chain.Store{Stream: id, Stake: big.NewInt(1)}, err) {
				return
			}
		}
	}
}

func (v *simulatedView) StorageNode(a common.Address) (chain.StorageNode, bool, error) {
	for _, n := range v.nodes {
		if n.Address == a {
			return n, true, v.broken
		}
	}
	return chain.StorageNode{}, false, v.broken
}

func (v *simulatedView) RegisteredStorageNodes() ([]chain.StorageNode, error) {
	return v.nodes, v.broken
}

func (v *simulatedView) StorageNodes(id message.StreamID) ([]common.Address, error) {
	return v.assigned[id], v.broken
}

func (v *simulatedView) AssignedStreams(node common.Address) ([]message.StreamID, error) {
	var ids []message.StreamID
	for id, nodes := range v.assigned {
		if slices.Contains(nodes, node) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids, v.broken
}

var errDisk = errors.New("the disk of machine 7 is broken")

const (
	alice   = "0x1a642f0e3c3af545e7acbd38b07251b3990914f1"
	bob     = "0x2b5ad5c4795c026514f8317c7a215e218dccd6cf"
	public  = "0x0000000000000000000000000000000000000000"
	nodeOne = "0x5050a4f4b3f9338c3472dcc01a87c76a144b3c9c"
	nodeTwo = "0x6060a4f4b3f9338c3472dcc01a87c76a144b3c9c"
	// A user whose id is a public key.
	keyUser = "0x02aabbccddeeff00112233445566778899aabbccddeeff00112233445566778899"

	weather = alice + "/weather"
	// In the order of ids it stands before weather.
	weatherDash = alice + "/weather-station"
	heath       = bob + "/heath"
	quiet       = bob + "/quiet"
	dns         = "weather.eth/station"
	deleted     = alice + "/deleted"

	longPast = 1_000_000_000
	future   = 4_000_000_000
)

func user(text string) message.UserID {
	id, err := message.ParseUserID(text)
	if err != nil {
		panic(err)
	}
	return id
}

// simulatedWorld is a view with a bit of everything.
func simulatedWorld() *simulatedView {
	all := chain.Permission{Edit: true, Delete: true, Grant: true, Publish: chain.Forever, Subscribe: chain.Forever}
	one, two := common.HexToAddress(nodeOne), common.HexToAddress(nodeTwo)
	v := &simulatedView{
		at: chain.Block{Number: 4711, Hash: common.HexToHash("0xb1"), Time: 1_795_000_000},
		metadata: map[message.StreamID]string{
			weather: `{"partitions":3}`, weatherDash: `{}`, heath: `{"description":"\"wide\" and dry"}`, quiet: `{}`, dns: "not JSON",
		},
		grants: map[message.StreamID]map[message.UserID]chain.Permission{
			weather: {
				user(alice): all, user(public): {Subscribe: chain.Forever}, user(bob): {Publish: longPast, Subscribe: future},
				user(keyUser): {Publish: future},
			},
			weatherDash: {user(alice): all, user(bob): {}},
			heath:       {user(bob): all, user(alice): {Publish: longPast}, user(public): {Publish: chain.Forever}},
			quiet:       {user(bob): all, user(alice): {Grant: true, Publish: future}},
			dns:         {user(alice): all},
		},
		stores: []message.StreamID{weather, heath},
		nodes: []chain.StorageNode{
			{Address: one, Metadata: `{"urls":["http://127.0.0.1:1"]}`, LastSeen: 1_790_000_000}, {Address: two, Metadata: ""},
		},
		assigned: map[message.StreamID][]common.Address{
			weather: {one, two, common.HexToAddress("0x77")}, weatherDash: {two}, deleted: {one}, heath: {one},
		},
	}
	slices.SortFunc(v.nodes, func(a, b chain.StorageNode) int { return bytes.Compare(a.Address[:], b.Address[:]) })
	return v
}

// crowdedView has a stream with n users, and n streams of one of them.
func crowdedView(n int) *simulatedView {
	v := simulatedWorld()
	v.grants[weather] = make(map[message.UserID]chain.Permission)
	for i := range n {
		u := message.UserID(common.BigToAddress(big.NewInt(int64(i + 1))).Bytes())
		v.grants[weather][u] = chain.Permission{Publish: chain.Forever}
		id := message.StreamID(fmt.Sprintf("%s/crowd/%06d", bob, i))
		v.metadata[id] = `{"description":"` + strings.Repeat("x", 100) + `"}`
		v.grants[id] = map[message.UserID]chain.Permission{user(bob): {Publish: chain.Forever}}
	}
	return v
}
