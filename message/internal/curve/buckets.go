package curve

// fillBuckets sums up what belongs into the buckets of some places, and puts the
// sums into the arena from base on.
func (s *Summer) fillBuckets(from, to, buckets, base int) {
	s.sortParts(from, to, buckets)
	firstFree := len(s.arena)
	for {
		s.pairs = s.pairs[:0]
		start := int32(0)
		for i, end := range s.ends {
			if s.sizes[i] > 1 {
				s.sizes[i] = s.pairUp(s.list[start:start+s.sizes[i]], int32(firstFree))
			}
			start = end
		}
		if len(s.pairs) == 0 {
			break
		}
		s.adder.addAll(s.arena, s.pairs)
	}
	start := int32(0)
	for i, end := range s.ends {
		if s.sizes[i] == 1 {
			s.arena[base+i] = s.arena[s.list[start]]
		}
		start = end
	}
	s.arena = s.arena[:firstFree]
}

// sortParts lists the parts' points by bucket, those of negative digits as their
// negatives.
func (s *Summer) sortParts(from, to, buckets int) {
	n := len(s.parts)
	s.sizes = resize(s.sizes, (to-from)*buckets)
	clear(s.sizes)
	for place := from; place < to; place++ {
		sizes := s.sizes[(place-from)*buckets:][:buckets]
		for _, d := range s.digits[place*n:][:n] {
			if d != 0 {
				sizes[max(d, -d)-1]++
			}
		}
	}
	s.ends = resize(s.ends, len(s.sizes))
	total := int32(0)
	for i, size := range s.sizes {
		s.ends[i] = total // the start, which moves to the end below
		total += size
	}
	s.list = resize(s.list, int(total))
	for place := from; place < to; place++ {
		ends := s.ends[(place-from)*buckets:][:buckets]
		for i, d := range s.digits[place*n:][:n] {
			switch {
			case d > 0:
				s.list[ends[d-1]] = int32(2 * i)
				ends[d-1]++
			case d < 0:
				s.list[ends[-d-1]] = int32(2*i + 1)
				ends[-d-1]++
			}
		}
	}
}

// pairUp orders the additions that halve a bucket's list, and returns its new size.
// Sums go where a summand was, unless that is a part's point, which other buckets
// need too.
func (s *Summer) pairUp(list []int32, firstFree int32) int32 {
	n := len(list)
	for i := 0; i+1 < n; i += 2 {
		t := pair{list[i], list[i+1], list[i]}
		if t.a < firstFree {
			if t.to = t.b; t.b < firstFree {
				t.to = int32(len(s.arena))
				s.arena = grow(s.arena, 1)
			}
		}
		s.pairs = append(s.pairs, t)
		list[i/2] = t.to
	}
	if n%2 == 1 {
		list[n/2] = list[n-1]
	}
	return int32((n + 1) / 2)
}

// weighBuckets turns the buckets of each place into one point for each bit.
//
// Let the sum be over (i+1)·B[i], i from 0. Take the buckets in twos, left and right:
// the sum is twice the same sum over the twos (B[0]+B[1], B[2]+B[3], …), less the
// sum of the left ones. Then the same again, until one bucket is left: T, the sum
// of all. With E[k] for the sum of those that were left ones in step k, the whole is
// 2^(bits−1)·T − ΣE[k]·2^k.
//
// All of this happens in place: after the steps that make blocks of size s, the
// last of a block holds T, and that 2^k before it E[k], for the block alone.
func (s *Summer) weighBuckets(b []Point, buckets int) {
	for step, size := 0, 1; size < buckets; step, size = step+1, 2*size {
		s.pairs = s.pairs[:0]
		for block := 0; block < len(b); block += 2 * size {
			left, right := int32(block+size-1), int32(block+2*size-1)
			s.pairs = append(s.pairs, pair{left, right, right})
			for k := range step {
				s.pairs = append(s.pairs, pair{left - 1<<k, right - 1<<k, right - 1<<k})
			}
		}
		s.adder.addAll(b, s.pairs)
	}
}

// horner adds up what weighBuckets left, from the highest bit to the lowest.
func horner(b []Point, places, bits int) (sum Jacobian) {
	buckets := 1 << (bits - 1)
	for place := places - 1; place >= 0; place-- {
		last := (place+1)*buckets - 1
		sum.double()
		sum.add(&b[last])
		for k := bits - 2; k >= 0; k-- {
			sum.double()
			var minus Point
			minus.negate(&b[last-1<<k])
			sum.add(&minus)
		}
	}
	return sum
}
