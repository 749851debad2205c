package chain

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"math"
	"math/big"

	"github.com/cockroachdb/pebble/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/message"
)

// Stream returns what the registry says about a stream now. It returns [ErrNoStream]
// for one that does not exist.
func (v *View) Stream(id message.StreamID) (Stream, error) {
	snap := v.db.p.NewSnapshot()
	defer snap.Close()
	l, ok, err := lastLife(snap, id)
	if err != nil {
		return Stream{}, err
	}
	if !ok || !l.Exists {
		return Stream{}, fmt.Errorf("%w: %s", ErrNoStream, id)
	}
	s := Stream{ID: id, Metadata: l.Metadata}
	s.readMetadata()
	return s, nil
}

func lastLife(r reader, id message.StreamID) (l life, ok bool, err error) {
	prefix := lifePrefix(id)
	it, err := r.NewIter(&pebble.IterOptions{LowerBound: prefix, UpperBound: after(prefix)})
	if err != nil {
		return l, false, fmt.Errorf("read chain view: %w", err)
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	if !it.Last() {
		return l, false, it.Error()
	}
	raw, err := it.ValueAndErr()
	if err == nil {
		err = json.Unmarshal(raw, &l)
	}
	return l, err == nil, err
}

// granted is a permission and when it holds, in seconds since 1970: from begin on,
// before end.
type granted struct {
	at         string // the place, as its key has it
	begin, end uint64
	Permission
}

// history returns a user's permissions on a stream, the oldest first. A deletion of
// the stream ends what was granted before it.
func history(r reader, id message.StreamID, user message.UserID) ([]granted, error) {
	var list []granted
	err := scan(r, permissionPrefix(id, user), func(k, raw []byte) (bool, error) {
		g := granted{at: string(k[len(k)-placeBytes:]), begin: placeTime(k), end: Forever}
		if err := json.Unmarshal(raw, &g.Permission); err != nil {
			return false, fmt.Errorf("read permission: %w", err)
		}
		if n := len(list); n > 0 {
			list[n-1].end = g.begin
		}
		list = append(list, g)
		return true, nil
	})
	if err != nil || len(list) == 0 {
		return nil, err
	}
	err = scan(r, lifePrefix(id), func(k, raw []byte) (bool, error) {
		var l life
		if err := json.Unmarshal(raw, &l); err != nil {
			return false, fmt.Errorf("read life of stream: %w", err)
		}
		if l.Exists {
			return true, nil
		}
		deleted := string(k[len(k)-placeBytes:])
		for i := range list {
			if list[i].at < deleted {
				list[i].end = min(list[i].end, placeTime(k))
			}
		}
		return true, nil
	})
	return list, err
}

// PublishUntil returns the moment, in milliseconds since 1970, until which a user has
// had, or has, permission to publish to a stream, its own or everybody's;
// [math.MaxInt64] if it has no end, 0 if there never was one.
//
// A message may be kept if its timestamp is before that moment: its publisher had the
// permission at that time, or got it later and brings what happened before. Both can
// be said of a message for ever, whenever it is looked at.
func (v *View) PublishUntil(id message.StreamID, user message.UserID) (int64, error) {
	snap := v.db.p.NewSnapshot()
	defer snap.Close()
	var until uint64
	for _, who := range []message.UserID{user, Public} {
		list, err := history(snap, id, who)
		if err != nil {
			return 0, err
		}
		for _, g := range list {
			if end := min(g.end, g.Publish); end > g.begin {
				until = max(until, end)
			}
		}
	}
	if until > math.MaxInt64/1000 {
		return math.MaxInt64, nil
	}
	return int64(until) * 1000, nil
}

// PermissionAt returns what a user could do with a stream at a time, in seconds since
// 1970, everybody's permissions included. Expired permissions are 0.
func (v *View) PermissionAt(id message.StreamID, user message.UserID, at uint64) (Permission, error) {
	snap := v.db.p.NewSnapshot()
	defer snap.Close()
	var sum Permission
	for _, who := range []message.UserID{user, Public} {
		list, err := history(snap, id, who)
		if err != nil {
			return Permission{}, err
		}
		for _, g := range list {
			if at < g.begin || at >= g.end {
				continue
			}
			sum.Edit = sum.Edit || g.Edit
			sum.Delete = sum.Delete || g.Delete
			sum.Grant = sum.Grant || g.Grant
			if g.Publish > at {
				sum.Publish = max(sum.Publish, g.Publish)
			}
			if g.Subscribe > at {
				sum.Subscribe = max(sum.Subscribe, g.Subscribe)
			}
		}
	}
	return sum, nil
}

// DirectPermission returns what a user itself, without everybody, was given last on the
// stream as it lives now. Expirations that have passed are left as they are.
func (v *View) DirectPermission(id message.StreamID, user message.UserID) (Permission, error) {
	snap := v.db.p.NewSnapshot()
	defer snap.Close()
	list, err := history(snap, id, user)
	if err != nil || len(list) == 0 {
		return Permission{}, err
	}
	last := list[len(list)-1]
	if last.end != Forever {
		return Permission{}, nil // the stream was deleted since
	}
	return last.Permission, nil
}

// StoreStake returns what is staked for storing a stream, in base units of LSAN.
func (v *View) StoreStake(id message.StreamID) (*big.Int, error) { return v.amount(storeKey(id)) }

// QueryStake returns what a consumer has staked for queries, in base units of LSAN.
func (v *View) QueryStake(a common.Address) (*big.Int, error) { return v.amount(consumerKey(a)) }

func (v *View) amount(k []byte) (*big.Int, error) {
	amount := new(big.Int)
	_, err := get(v.db.p, k, amount)
	return amount, err
}

// IsAssigned reports whether a stream is assigned to a Streamr storage node.
func (v *View) IsAssigned(id message.StreamID, node common.Address) (bool, error) {
	var yes bool
	return get(v.db.p, append(assignedPrefix(id), node[:]...), &yes)
}

// StorageNodes returns the Streamr storage nodes that a stream is assigned to, in the
// order of their addresses.
func (v *View) StorageNodes(id message.StreamID) ([]common.Address, error) {
	var nodes []common.Address
	err := scan(v.db.p, assignedPrefix(id), func(k, _ []byte) (bool, error) {
		nodes = append(nodes, common.BytesToAddress(k[len(k)-common.AddressLength:]))
		return true, nil
	})
	return nodes, err
}

// AssignedStreams returns the streams that are assigned to a Streamr storage node, in
// order.
func (v *View) AssignedStreams(node common.Address) ([]message.StreamID, error) {
	var ids []message.StreamID
	err := scan(v.db.p, assignmentPrefix(node), func(k, _ []byte) (bool, error) {
		ids = append(ids, message.StreamID(k[1+common.AddressLength:]))
		return true, nil
	})
	return ids, err
}

// Stores goes through the streams that have a stake, in the order of their ids, from
// the first one behind after.
func (v *View) Stores(after message.StreamID) iter.Seq2[Store, error] {
	return func(yield func(Store, error) bool) {
		snap := v.db.p.NewSnapshot()
		defer snap.Close()
		err := scan(snap, []byte{prefixStore}, func(k, raw []byte) (bool, error) {
			s := Store{message.StreamID(k[1:]), new(big.Int)}
			if s.Stream <= after {
				return true, nil
			}
			if err := json.Unmarshal(raw, s.Stake); err != nil {
				return false, fmt.Errorf("read stake: %w", err)
			}
			return yield(s, nil), nil
		})
		if err != nil {
			yield(Store{}, err)
		}
	}
}

// Node returns a node, and whether it takes part in the network.
func (v *View) Node(a common.Address) (Node, bool, error) {
	n := Node{Address: a, Stake: new(big.Int)}
	_, err := get(v.db.p, nodeKey(a), &n)
	return n, err == nil && n.Joined != 0, err
}

// Nodes returns the nodes that take part in the network, in the order of their
// addresses.
func (v *View) Nodes() ([]Node, error) {
	var nodes []Node
	err := scan(v.db.p, []byte{prefixNode}, func(_, raw []byte) (bool, error) {
		var n Node
		if err := json.Unmarshal(raw, &n); err != nil {
			return false, fmt.Errorf("read node: %w", err)
		}
		if n.Joined != 0 {
			nodes = append(nodes, n)
		}
		return true, nil
	})
	return nodes, err
}

// StorageNode returns a Streamr storage node, and whether it is registered.
func (v *View) StorageNode(a common.Address) (StorageNode, bool, error) {
	var n StorageNode
	ok, err := get(v.db.p, storageKey(a), &n)
	return n, ok, err
}

// RegisteredStorageNodes returns all registered Streamr storage nodes, in the order of
// their addresses.
func (v *View) RegisteredStorageNodes() ([]StorageNode, error) {
	var nodes []StorageNode
	err := scan(v.db.p, []byte{prefixStorage}, func(_, raw []byte) (bool, error) {
		var n StorageNode
		if err := json.Unmarshal(raw, &n); err != nil {
			return false, fmt.Errorf("read storage node: %w", err)
		}
		nodes = append(nodes, n)
		return true, nil
	})
	return nodes, err
}
