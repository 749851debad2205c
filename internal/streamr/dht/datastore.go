package dht

import (
	"bytes"
	"slices"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// Limits bound what others can store at a node. Zero values stand for the defaults.
type Limits struct {
	EntryBytes     int // of one entry's data, 2,048
	EntriesPerKey  int // creators per key, 32
	KeysPerCreator int // 16,384
	TotalBytes     int // of all entries with what it costs to keep them, 64 MiB
}

func (l Limits) withDefaults() Limits {
	set := func(n *int, value int) {
		if *n <= 0 {
			*n = value
		}
	}
	set(&l.EntryBytes, 2048)
	set(&l.EntriesPerKey, 32)
	set(&l.KeysPerCreator, 16_384)
	set(&l.TotalBytes, 64<<20)
	return l
}

const (
	maxTTL = time.Minute
	// entryOverhead is what an entry costs in memory besides its data.
	entryOverhead = 512
	peerTypeURL   = "type.googleapis.com/dht.PeerDescriptor"
)

// acceptable is the rule for what is stored and believed: the descriptor of the node
// that is said to have stored it. The protocol knows no other use of the store (§5.9), and what is
// no descriptor only takes room.
func acceptable(e *wire.DataEntry, key wire.NodeID, maxBytes int) bool {
	if !bytes.Equal(e.GetKey(), key[:]) || len(e.GetCreator()) != wire.NodeIDLen || len(e.GetData().GetValue()) > maxBytes {
		return false
	}
	p := describedBy(e.GetData())
	return p != nil && p.ID == wire.NodeID(e.GetCreator()) && (e.CreatedAt == nil || e.CreatedAt.IsValid())
}

// describedBy reads the descriptor out of stored data, nil if there is none.
func describedBy(data *anypb.Any) *wire.Peer {
	if data.GetTypeUrl() != peerTypeURL {
		return nil
	}
	d := new(wire.PeerDescriptor)
	if proto.Unmarshal(data.GetValue(), d) != nil {
		return nil
	}
	p, err := wire.NewPeer(d)
	if err != nil {
		return nil
	}
	return p
}

// entry is stored data.
type entry struct {
	data *wire.DataEntry // shared with answers that are being encoded: replaced, not changed
	// first-hand: the creator itself has brought it.
	firstHand bool
	expires   time.Time
	bytes     int
}

func (e *entry) creator() wire.NodeID { return wire.NodeID(e.data.Creator) }

// dataStore is what one node stores of the DHT.
type dataStore struct {
	self     wire.NodeID
	limits   Limits
	now      func() time.Time
	keys     map[wire.NodeID][]*entry // in the order in which the creators came
	creators map[wire.NodeID]int      // keys of each
	bytes    int
	refused  int
	evicted  int
}

func newDataStore(self wire.NodeID, limits Limits, now func() time.Time) *dataStore {
	return &dataStore{
		self: self, limits: limits.withDefaults(), now: now,
		keys: make(map[wire.NodeID][]*entry), creators: make(map[wire.NodeID]int),
	}
}

// put stores an entry unless there is a newer one of its creator, or no room for it. It
// must be acceptable. It counts as stored now, for at most a minute.
//
// A key that is full of creators takes another one only if it comes itself, in the
// place of one that did not; so a stranger must open a connection for each id that it crowds a key with.
func (s *dataStore) put(key wire.NodeID, e *wire.DataEntry, firstHand bool) (stored bool) {
	s.expire(key)
	creator := wire.NodeID(e.Creator)
	list := s.keys[key]
	i := slices.IndexFunc(list, func(x *entry) bool { return x.creator() == creator })
	x := &entry{
		data: e, firstHand: firstHand, bytes: proto.Size(e) + entryOverhead,
		expires: s.now().Add(min(time.Duration(e.Ttl)*time.Millisecond, maxTTL)),
	}
	switch {
	case i >= 0:
		if !list[i].data.GetCreatedAt().AsTime().Before(e.GetCreatedAt().AsTime()) {
			return false
		}
		s.bytes += x.bytes - list[i].bytes
		x.firstHand = firstHand || list[i].firstHand
		list[i] = x
	case s.creators[creator] >= s.limits.KeysPerCreator:
		s.refused++
		return false
	default:
		if len(list) >= s.limits.EntriesPerKey {
			j := slices.IndexFunc(list, func(x *entry) bool { return !x.firstHand })
			if !firstHand || j < 0 {
				s.refused++
				return false
			}
			s.evicted++
			s.drop(key, j)
		}
		s.keys[key] = append(s.keys[key], x)
		s.creators[creator]++
		s.bytes += x.bytes
	}
	if s.bytes > s.limits.TotalBytes {
		s.evict()
	}
	return true
}

// has is whether there is an entry of a creator.
func (s *dataStore) has(key, creator wire.NodeID) bool {
	return slices.ContainsFunc(s.keys[key], func(x *entry) bool { return x.creator() == creator })
}

// get lists the entries of a key. They must not be changed.
func (s *dataStore) get(key wire.NodeID) []*wire.DataEntry {
	s.expire(key)
	var es []*wire.DataEntry
	for _, x := range s.keys[key] {
		es = append(es, x.data)
	}
	return es
}

// markDeleted keeps an entry of a creator from being used.
func (s *dataStore) markDeleted(key, creator wire.NodeID) {
	s.change(key, func(x *entry) bool { return !x.data.Deleted && x.creator() == creator },
		func(e *wire.DataEntry) { e.Deleted = true })
}

// markStale says that the node is no longer the right one to ask for a key.
func (s *dataStore) markStale(key wire.NodeID) {
	s.change(key, func(x *entry) bool { return !x.data.Stale }, func(e *wire.DataEntry) { e.Stale = true })
}

func (s *dataStore) change(key wire.NodeID, which func(*entry) bool, f func(*wire.DataEntry)) {
	for _, x := range s.keys[key] {
		if which(x) {
			x.data = proto.CloneOf(x.data)
			f(x.data)
		}
	}
}

// sortedKeys lists the keys in an order that is always the same.
func (s *dataStore) sortedKeys() []wire.NodeID {
	keys := make([]wire.NodeID, 0, len(s.keys))
	for key := range s.keys {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, s.self.CompareDistance)
	return keys
}

// sweep drops everything that has expired.
func (s *dataStore) sweep() {
	for _, key := range s.sortedKeys() {
		s.expire(key)
	}
}

func (s *dataStore) expire(key wire.NodeID) {
	now := s.now()
	for i := len(s.keys[key]) - 1; i >= 0; i-- {
		if !now.Before(s.keys[key][i].expires) {
			s.drop(key, i)
		}
	}
}

func (s *dataStore) drop(key wire.NodeID, i int) {
	x := s.keys[key][i]
	s.bytes -= x.bytes
	if s.creators[x.creator()]--; s.creators[x.creator()] == 0 {
		delete(s.creators, x.creator())
	}
	if s.keys[key] = slices.Delete(s.keys[key], i, i+1); len(s.keys[key]) == 0 {
		delete(s.keys, key)
	}
}

// evict makes room for a tenth of the limit: keys go that are furthest from this node, as
// others are closer to them; first what their creators have not brought themselves.
func (s *dataStore) evict() {
	keys := s.sortedKeys()
	room := s.limits.TotalBytes / 10 * 9
	for _, firstHand := range []bool{false, true} {
		for _, key := range slices.Backward(keys) {
			for i := len(s.keys[key]) - 1; i >= 0; i-- {
				if s.bytes <= room {
					return
				}
				if s.keys[key][i].firstHand == firstHand {
					s.evicted++
					s.drop(key, i)
				}
			}
		}
	}
}

// remaining is an entry as it is given to others: it lives there only as long as it would have
// here, or entries that are passed around would never die.
func (s *dataStore) remaining(x *entry) *wire.DataEntry {
	e := proto.CloneOf(x.data)
	e.Ttl = uint32(max(0, x.expires.Sub(s.now()).Milliseconds()))
	return e
}
