package chain

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/message"
)

// place is where in the chain something was said: seconds since 1970, block, and
// position in the block. Places sort as they happened.
type place struct {
	time, block uint64
	index       uint
}

func (p place) bytes() []byte {
	b := binary.BigEndian.AppendUint64(nil, p.time)
	b = binary.BigEndian.AppendUint64(b, p.block)
	return binary.BigEndian.AppendUint32(b, uint32(p.index))
}

// placeBytes is the length of a place in a key.
const placeBytes = 20

// placeTime reads the time back from the end of a key.
func placeTime(key []byte) uint64 {
	return binary.BigEndian.Uint64(key[len(key)-placeBytes:])
}

// life is a moment in the life of a stream: it is made, changed, or deleted.
type life struct {
	Exists   bool   `json:"exists"`
	Metadata string `json:"metadata,omitempty"`
}

func lifePrefix(id message.StreamID) []byte {
	return key(prefixLife, []byte(id), []byte{0})
}

func permissionPrefix(id message.StreamID, user message.UserID) []byte {
	return key(prefixPermission, []byte(id), []byte{0}, hex.AppendEncode(nil, []byte(user)), []byte{0})
}

func userPrefix(user message.UserID) []byte {
	return key(prefixUser, hex.AppendEncode(nil, []byte(user)), []byte{0})
}

func storageKey(a common.Address) []byte       { return key(prefixStorage, a[:]) }
func storeKey(id message.StreamID) []byte      { return key(prefixStore, []byte(id)) }
func consumerKey(a common.Address) []byte      { return key(prefixConsumer, a[:]) }
func nodeKey(a common.Address) []byte          { return key(prefixNode, a[:]) }
func assignmentPrefix(n common.Address) []byte { return key(prefixAssignment, n[:]) }
func assignedPrefix(id message.StreamID) []byte {
	return key(prefixAssigned, []byte(id), []byte{0})
}

// handler folds one kind of event into the database.
type handler func(t *txn, at place, l *types.Log) error

// event is a contract and the first topic of one of its events.
type event struct {
	contract common.Address
	topic    common.Hash
}

// unreadable is an event that its contract cannot have written. It is skipped: an
// endpoint that sends such must not stop the view.
type unreadable struct{ cause error }

func (u *unreadable) Error() string { return "unreadable event: " + u.cause.Error() }

// on makes a handler from the unpacking and the meaning of an event.
func on[E any](unpack func(*types.Log) (*E, error), fold func(*txn, place, *E) error) handler {
	return func(t *txn, at place, l *types.Log) error {
		e, err := unpack(l)
		if err != nil {
			return &unreadable{err}
		}
		return fold(t, at, e)
	}
}

// handlers is the table of all events that mean something to the view.
func handlers(a contracts.Addresses) (map[event]handler, error) {
	registry, stores, queries := contracts.NewStreamRegistry(), contracts.NewStoreManager(), contracts.NewQueryManager()
	nodes, storage, storageNodes := contracts.NewNodeManager(), contracts.NewStreamStorageRegistry(), contracts.NewNodeRegistry()
	table := make(map[event]handler)
	for _, c := range []struct {
		address common.Address
		meta    *bind.MetaData
		events  map[string]handler
	}{
		{a.StreamRegistry, &contracts.StreamRegistryMetaData, map[string]handler{
			"StreamCreated":              on(registry.UnpackStreamCreatedEvent, foldStreamCreated),
			"StreamUpdated":              on(registry.UnpackStreamUpdatedEvent, foldStreamUpdated),
			"StreamDeleted":              on(registry.UnpackStreamDeletedEvent, foldStreamDeleted),
			"PermissionUpdated":          on(registry.UnpackPermissionUpdatedEvent, foldPermission),
			"PermissionUpdatedForUserId": on(registry.UnpackPermissionUpdatedForUserIdEvent, foldPermissionForUserID),
		}},
		{a.StoreManager, &contracts.StoreManagerMetaData, map[string]handler{
			"StoreUpdated": on(stores.UnpackStoreUpdatedEvent, foldStoreUpdated),
			"DataStored":   on(stores.UnpackDataStoredEvent, foldDataStored),
		}},
		{a.QueryManager, &contracts.QueryManagerMetaData, map[string]handler{
			"Stake":       on(queries.UnpackStakeEvent, foldQueryStake),
			"DataQueried": on(queries.UnpackDataQueriedEvent, foldDataQueried),
		}},
		{a.NodeManager, &contracts.NodeManagerMetaData, map[string]handler{
			"NodeUpdated":          on(nodes.UnpackNodeUpdatedEvent, foldNodeUpdated),
			"NodeRemoved":          on(nodes.UnpackNodeRemovedEvent, foldNodeRemoved),
			"StakeDelegateUpdated": on(nodes.UnpackStakeDelegateUpdatedEvent, foldDelegation),
		}},
		{a.StreamStorageRegistry, &contracts.StreamStorageRegistryMetaData, map[string]handler{
			"Added":   on(storage.UnpackAddedEvent, foldAssigned),
			"Removed": on(storage.UnpackRemovedEvent, foldUnassigned),
		}},
		{a.NodeRegistry, &contracts.NodeRegistryMetaData, map[string]handler{
			"NodeUpdated": on(storageNodes.UnpackNodeUpdatedEvent, foldStorageNode),
			"NodeRemoved": on(storageNodes.UnpackNodeRemovedEvent, foldStorageNodeRemoved),
		}},
	} {
		parsed, err := c.meta.ParseABI()
		if err != nil {
			return nil, fmt.Errorf("read contract interface: %w", err)
		}
		for name, h := range c.events {
			e, ok := parsed.Events[name]
			if !ok {
				return nil, fmt.Errorf("contract interface has no event %s", name)
			}
			table[event{c.address, e.ID}] = h
		}
	}
	return table, nil
}

// streamID reads the id of an event. One that is no stream id in its canonical form
// cannot be published to, so nothing is known of it here.
func streamID(text string) (message.StreamID, error) {
	id, err := message.ParseStreamID(text, "")
	if err != nil {
		return "", &unreadable{err}
	}
	if string(id) != text {
		return "", &unreadable{fmt.Errorf("stream id %q: want its domain in lower case", text)}
	}
	return id, nil
}

func foldStreamCreated(t *txn, at place, e *contracts.StreamRegistryStreamCreated) error {
	return foldLife(t, at, e.Id, life{true, e.Metadata})
}

func foldStreamUpdated(t *txn, at place, e *contracts.StreamRegistryStreamUpdated) error {
	return foldLife(t, at, e.Id, life{true, e.Metadata})
}

func foldStreamDeleted(t *txn, at place, e *contracts.StreamRegistryStreamDeleted) error {
	return foldLife(t, at, e.Id, life{})
}

func foldLife(t *txn, at place, text string, l life) error {
	id, err := streamID(text)
	if err != nil {
		return err
	}
	t.touched.stream(id)
	return t.put(append(lifePrefix(id), at.bytes()...), l)
}

func foldPermission(t *txn, at place, e *contracts.StreamRegistryPermissionUpdated) error {
	return foldPermissionOf(t, at, e.StreamId, message.UserID(e.User[:]), Permission{
		e.CanEdit, e.CanDelete, e.CanGrant, expiration(e.PublishExpiration), expiration(e.SubscribeExpiration),
	})
}

func foldPermissionForUserID(t *txn, at place, e *contracts.StreamRegistryPermissionUpdatedForUserId) error {
	return foldPermissionOf(t, at, e.StreamId, message.UserID(e.User), Permission{
		e.CanEdit, e.CanDelete, e.CanGrant, expiration(e.PublishExpiration), expiration(e.SubscribeExpiration),
	})
}

func foldPermissionOf(t *txn, at place, text string, user message.UserID, p Permission) error {
	id, err := streamID(text)
	if err != nil {
		return err
	}
	t.touched.stream(id)
	if err := t.put(append(userPrefix(user), id...), true); err != nil {
		return err
	}
	return t.put(append(permissionPrefix(id, user), at.bytes()...), p)
}

// addAmount changes an amount and drops it when nothing is left.
func addAmount(t *txn, k []byte, delta *big.Int) error {
	amount := new(big.Int)
	if _, err := get(t, k, amount); err != nil {
		return err
	}
	if amount.Add(amount, delta).Sign() <= 0 {
		return t.remove(k)
	}
	return t.put(k, amount)
}

func foldStoreUpdated(t *txn, _ place, e *contracts.StoreManagerStoreUpdated) error {
	return foldStore(t, e.Store, e.Amount)
}

func foldDataStored(t *txn, _ place, e *contracts.StoreManagerDataStored) error {
	return foldStore(t, e.Store, new(big.Int).Neg(e.Fees))
}

func foldStore(t *txn, text string, delta *big.Int) error {
	id, err := streamID(text)
	if err != nil {
		return err
	}
	t.touched.stream(id)
	return addAmount(t, storeKey(id), delta)
}

func foldQueryStake(t *txn, _ place, e *contracts.QueryManagerStake) error {
	t.touched.consumer(e.Consumer)
	return addAmount(t, consumerKey(e.Consumer), e.Amount)
}

func foldDataQueried(t *txn, _ place, e *contracts.QueryManagerDataQueried) error {
	t.touched.consumer(e.Consumer)
	return addAmount(t, consumerKey(e.Consumer), new(big.Int).Neg(e.Fees))
}

// changeNode reads, changes and writes a node. Delegations may come before it joins
// and after it left; it is a node while Joined is set.
func changeNode(t *txn, a common.Address, f func(*Node)) error {
	n := Node{Address: a, Stake: new(big.Int)}
	if _, err := get(t, nodeKey(a), &n); err != nil {
		return err
	}
	f(&n)
	t.touched.Nodes = true
	return t.put(nodeKey(a), n)
}

func foldNodeUpdated(t *txn, at place, e *contracts.NodeManagerNodeUpdated) error {
	return changeNode(t, e.NodeAddress, func(n *Node) {
		if e.IsNew || n.Joined == 0 {
			n.Joined = at.block
		}
		n.Metadata, n.LastSeen = e.Metadata, expiration(e.LastSeen)
	})
}

func foldNodeRemoved(t *txn, _ place, e *contracts.NodeManagerNodeRemoved) error {
	return changeNode(t, e.NodeAddress, func(n *Node) { n.Joined, n.Metadata, n.LastSeen = 0, "", 0 })
}

func foldDelegation(t *txn, _ place, e *contracts.NodeManagerStakeDelegateUpdated) error {
	return changeNode(t, e.Node, func(n *Node) { n.Stake = e.TotalStake })
}

func foldAssigned(t *txn, _ place, e *contracts.StreamStorageRegistryAdded) error {
	id, err := streamID(e.StreamId)
	if err != nil {
		return err
	}
	t.touched.stream(id)
	if err := t.put(append(assignedPrefix(id), e.NodeAddress[:]...), true); err != nil {
		return err
	}
	return t.put(append(assignmentPrefix(e.NodeAddress), id...), true)
}

func foldUnassigned(t *txn, _ place, e *contracts.StreamStorageRegistryRemoved) error {
	id, err := streamID(e.StreamId)
	if err != nil {
		return err
	}
	t.touched.stream(id)
	if err := t.remove(append(assignedPrefix(id), e.NodeAddress[:]...)); err != nil {
		return err
	}
	return t.remove(append(assignmentPrefix(e.NodeAddress), id...))
}

func foldStorageNode(t *txn, _ place, e *contracts.NodeRegistryNodeUpdated) error {
	return t.put(storageKey(e.NodeAddress), StorageNode{e.NodeAddress, e.Metadata, expiration(e.LastSeen)})
}

func foldStorageNodeRemoved(t *txn, _ place, e *contracts.NodeRegistryNodeRemoved) error {
	return t.remove(storageKey(e.NodeAddress))
}
