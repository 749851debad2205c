package graph

import (
	"iter"
	"slices"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

// search goes through the grants of the view in the order of their ids. What it looks
// at it pays for.
type search struct {
	view   View
	budget *budget
	where  *permissionFilter
	// users are those that can pass the filter, in order; nil if anybody can.
	users []message.UserID
	named bool
}

func newSearch(view View, b *budget, where *permissionFilter) (*search, error) {
	if err := where.check(); err != nil {
		return nil, err
	}
	s := &search{view: view, budget: b, where: where}
	s.users, s.named = where.only()
	slices.Sort(s.users)
	s.users = slices.Compact(s.users)
	return s, nil
}

// grants goes through the grants that pass the filter, from the first one behind user
// on the stream after.
func (s *search) grants(after message.StreamID, user message.UserID) iter.Seq2[grant, error] {
	return func(yield func(grant, error) bool) {
		if after != "" {
			for g, err := range s.grantsOn(after, user) {
				if !yield(g, err) || err != nil {
					return
				}
			}
		}
		for id, err := range s.streams(after) {
			if err != nil {
				yield(grant{}, err)
				return
			}
			for g, err := range s.grantsOn(id, "") {
				if !yield(g, err) || err != nil {
					return
				}
			}
		}
	}
}

// grantsOn goes through the grants on one stream that pass the filter.
func (s *search) grantsOn(id message.StreamID, after message.UserID) iter.Seq2[grant, error] {
	return func(yield func(grant, error) bool) {
		if !s.where.ofStream(id) {
			return
		}
		for user, err := range s.usersOf(id, after) {
			if err == nil {
				err = s.budget.look(1)
			}
			g := grant{stream: id, user: user}
			if err == nil {
				g.Permission, err = s.view.DirectPermission(id, user)
			}
			if err != nil {
				yield(grant{}, err)
				return
			}
			if g.Permission != (chain.Permission{}) && s.where.pass(&g) && !yield(g, nil) {
				return
			}
		}
	}
}

// any tells whether a grant on a stream passes the filter.
func (s *search) any(id message.StreamID) (bool, error) {
	for _, err := range s.grantsOn(id, "") {
		return err == nil, err
	}
	return false, nil
}

func (s *search) usersOf(id message.StreamID, after message.UserID) iter.Seq2[message.UserID, error] {
	if !s.named {
		return s.view.Users(id, after)
	}
	return func(yield func(message.UserID, error) bool) {
		for _, u := range s.users {
			if u > after && !yield(u, nil) {
				return
			}
		}
	}
}

// streams goes through the streams on which grants may pass the filter.
func (s *search) streams(after message.StreamID) iter.Seq2[message.StreamID, error] {
	var all iter.Seq2[message.StreamID, error]
	switch {
	case s.where != nil && s.where.Stream != nil:
		return func(yield func(message.StreamID, error) bool) {
			if id := message.StreamID(*s.where.Stream); id > after {
				yield(id, nil)
			}
		}
	case s.named:
		lists := make([]iter.Seq2[message.StreamID, error], len(s.users))
		for i, u := range s.users {
			lists[i] = s.view.StreamsOf(u, after)
		}
		all = merge(lists)
	default:
		all = s.view.Streams(after)
	}
	return paid(s.budget, all)
}

// paid pays for every entry of a list of the view.
func paid[T any](b *budget, list iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for v, err := range list {
			if err == nil {
				err = b.look(1)
			}
			if !yield(v, err) || err != nil {
				return
			}
		}
	}
}

// merge makes one list in order, without repetitions, of lists that are in order.
func merge(lists []iter.Seq2[message.StreamID, error]) iter.Seq2[message.StreamID, error] {
	return func(yield func(message.StreamID, error) bool) {
		type source struct {
			next func() (message.StreamID, error, bool)
			id   message.StreamID
		}
		var sources []source
		for _, l := range lists {
			next, stop := iter.Pull2(l)
			defer stop()
			id, err, ok := next()
			if err != nil {
				yield("", err)
				return
			}
			if ok {
				sources = append(sources, source{next, id})
			}
		}
		for len(sources) > 0 {
			least := sources[0].id
			for _, s := range sources {
				least = min(least, s.id)
			}
			if !yield(least, nil) {
				return
			}
			for i := 0; i < len(sources); {
				s := &sources[i]
				if s.id != least {
					i++
					continue
				}
				id, err, ok := s.next()
				if err != nil {
					yield("", err)
					return
				}
				if s.id = id; ok {
					i++
				} else {
					sources = slices.Delete(sources, i, i+1)
				}
			}
		}
	}
}
