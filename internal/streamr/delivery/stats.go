package delivery

import "maps"

// maxReasons bounds the words that Stats.Bad counts by.
const maxReasons = 64

// Stats are counts since the part was made.
type Stats struct {
	Received   uint64 // messages from other nodes that could be read
	Accepted   uint64 // messages that went on, own ones included
	Sent       uint64 // copies handed to others
	Duplicates uint64 // copies of what was known
	Variants   uint64 // different copies of one ref beyond those that are looked at
	Overloaded uint64 // messages that nobody had time for
	Replaced   uint64 // neighbours given up because nearly all that they sent was bad
	// Bad counts what went no further, by reason.
	Bad map[string]uint64
}

func (s *Stats) bad(reason string) {
	if s.Bad == nil {
		s.Bad = make(map[string]uint64)
	}
	if _, ok := s.Bad[reason]; !ok && len(s.Bad) >= maxReasons {
		reason = "other"
	}
	s.Bad[reason]++
}

func (s *Stats) clone() Stats {
	c := *s
	c.Bad = maps.Clone(s.Bad)
	return c
}

// Add adds the counts of another part.
func (s *Stats) Add(o Stats) {
	s.Received += o.Received
	s.Accepted += o.Accepted
	s.Sent += o.Sent
	s.Duplicates += o.Duplicates
	s.Variants += o.Variants
	s.Overloaded += o.Overloaded
	s.Replaced += o.Replaced
	for reason, n := range o.Bad {
		if s.Bad == nil {
			s.Bad = make(map[string]uint64)
		}
		s.Bad[reason] += n
	}
}
