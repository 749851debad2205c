package dht

import (
	"errors"
	"slices"

	"google.golang.org/protobuf/types/known/anypb"
	"google.golang.org/protobuf/types/known/timestamppb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// distribute stores data at the closest nodes of a key. done gets those that have it.
func (s *storage) distribute(key wire.NodeID, data *anypb.Any, creator wire.NodeID, closest []*wire.Peer, done func([]*wire.Peer)) {
	now := timestamppb.New(s.env.Loop.Now())
	d := &distribution{s: s, next: closest, done: done, request: &wire.StoreDataRequest{
		Key: key[:], Data: data, Creator: creator[:], CreatedAt: now, Ttl: uint32(maxTTL.Milliseconds()),
	}}
	d.deadline = s.env.Loop.After(storeTimeout, d.finish)
	d.more()
}

// distribution is data on its way to its storers.
type distribution struct {
	s        *storage
	request  *wire.StoreDataRequest
	next     []*wire.Peer // not asked yet, closest first
	open     int          // questions that wait for their answers, without late ones
	late     int
	storers  []*wire.Peer
	done     func([]*wire.Peer)
	deadline *loop.Timer
	finished bool
}

func (d *distribution) more() {
	for !d.finished && len(d.next) > 0 && d.open+len(d.storers) < copies {
		p := d.next[0]
		d.next = d.next[1:]
		if p.ID == d.s.self.ID {
			key := wire.NodeID(d.request.Key)
			e := &wire.DataEntry{
				Key: d.request.Key, Data: d.request.Data, Creator: d.request.Creator, CreatedAt: d.request.CreatedAt,
				StoredAt: d.request.CreatedAt, Ttl: d.request.Ttl,
			}
			if d.s.put(key, e, true) {
				d.storers = append(d.storers, p)
			}
			continue
		}
		d.ask(p)
	}
	if d.open == 0 && d.late == 0 || len(d.storers) >= copies {
		d.finish()
	}
}

// ask has one node store. Another one is asked as well if it takes long.
func (d *distribution) ask(p *wire.Peer) {
	d.open++
	isLate := false
	late := d.s.env.Loop.After(lateAfter, func() {
		isLate = true
		d.open--
		d.late++
		d.more()
	})
	rpc.Invoke(d.s.endpoint, p, methodStore, d.request, rpc.Options{}, func(_ *wire.StoreDataResponse, err error) {
		if late.Stop(); isLate {
			d.late--
		} else {
			d.open--
		}
		switch {
		case err == nil:
			d.s.heard(p)
			d.storers = append(d.storers, p)
		case errors.Is(err, rpc.ErrTimeout):
			d.s.silent(p)
		}
		d.more()
	})
}

func (d *distribution) finish() {
	if d.finished {
		return
	}
	d.finished = true
	d.deadline.Stop()
	slices.SortFunc(d.storers, func(a, b *wire.Peer) int {
		return wire.NodeID(d.request.Key).CompareDistance(a.ID, b.ID)
	})
	d.done(d.storers)
}
