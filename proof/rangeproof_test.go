package proof

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"testing"
)

func TestRangeProofHolds(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(5, 6))
	for range 2000 {
		leaves := randomLeaves(r, r.IntN(40))
		rg := randomRange(r, leaves)
		in := within(leaves, rg)
		root, rangeSum := naiveSum(leaves), naiveSum(in)

		p, provenRoot := prove(t, leaves, rg, false)
		if provenRoot != root {
			t.Fatalf("prover has root %v, want %v", provenRoot, root)
		}
		for _, descending := range []bool{false, true} {
			o, err := check(decoded(t, p), in, descending)
			if err != nil || o != (Outcome{root, rangeSum}) {
				t.Fatalf("%d of %d leaves, descending %v: outcome %+v, error %v", len(in), len(leaves), descending, o, err)
			}
		}
		p, _ = prove(t, leaves, rg, true)
		for _, descending := range []bool{false, true} {
			if o, err := check(decoded(t, p), nil, descending); err != nil || o != (Outcome{root, rangeSum}) {
				t.Fatalf("summary of %d leaves, descending %v: outcome %+v, error %v", len(leaves), descending, o, err)
			}
		}
	}
}

// A range of one key proves that a message is there, or that it is not.
func TestInclusionAndAbsence(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(17, 18))
	for range 100 {
		leaves := randomLeaves(r, 1+r.IntN(40))
		root := naiveSum(leaves)
		there := leaves[r.IntN(len(leaves))]
		for _, rg := range []Range{KeyRange(there.key), PlaceRange(there.key.OrderKey())} {
			in := within(leaves, rg)
			p, _ := prove(t, leaves, rg, false)
			if o, err := check(decoded(t, p), in, false); err != nil || o.Root != root || len(in) == 0 {
				t.Fatalf("a message that is there is not proven: %+v (%v)", o, err)
			}
			if o, err := check(decoded(t, p), nil, false); err == nil && o.Root == root {
				t.Fatal("a message that is there was proven to be absent")
			}
		}
		absent := there.key
		bit := r.IntN(KeyBits)
		absent[bit/8] ^= 1 << (bit % 8)
		if len(within(leaves, KeyRange(absent))) > 0 {
			continue
		}
		p, _ := prove(t, leaves, KeyRange(absent), false)
		if o, err := check(decoded(t, p), nil, false); err != nil || o.Root != root {
			t.Fatalf("absence is not proven: %+v (%v)", o, err)
		}
		if o, err := check(decoded(t, p), []leaf{{absent, there.size}}, false); err == nil && o.Root == root {
			t.Fatal("a message that is absent was proven to be there")
		}
	}
}

// A broker may feed the prover finer pieces than it must; the proof is the same.
func TestProofDoesNotDependOnThePieces(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		leaves := randomLeaves(r, r.IntN(40))
		rg := randomRange(r, leaves)
		for _, summary := range []bool{false, true} {
			coarse, _ := prove(t, leaves, rg, summary)
			fine := NewProver(rg, summary)
			for i := range leaves {
				if err := fine.Add(Region{leaves[i].key, KeyBits}, LeafSum(&leaves[i].key, leaves[i].size)); err != nil {
					t.Fatal(err)
				}
			}
			got, _ := fine.Finish()
			if !bytes.Equal(encoded(t, got), encoded(t, coarse)) {
				t.Fatal("leaves and subtrees give different proofs")
			}
		}
	}
}

func encoded(t testing.TB, p *RangeProof) []byte {
	t.Helper()
	b, err := p.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func decoded(t testing.TB, p *RangeProof) *RangeProof {
	t.Helper()
	var q RangeProof
	if err := q.UnmarshalBinary(encoded(t, p)); err != nil {
		t.Fatal(err)
	}
	return &q
}

// mutations is how many random mutations are tried; LOGSTORE_MUTATIONS asks for more.
func mutations(t *testing.T, n int) int {
	if s := os.Getenv("LOGSTORE_MUTATIONS"); s != "" {
		var err error
		if n, err = strconv.Atoi(s); err != nil {
			t.Fatalf("LOGSTORE_MUTATIONS: %v", err)
		}
	}
	return n
}

// Whatever is changed in an answer or in its proof, the root is not reached any more.
func TestNoMutationIsAccepted(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(9, 10))
	const perAnswer = 200
	tried := 0
	for want := mutations(t, 20_000); tried < want; {
		leaves := randomLeaves(r, 1+r.IntN(60))
		rg := randomRange(r, leaves)
		in := within(leaves, rg)
		summary := r.IntN(8) == 0
		p, root := prove(t, leaves, rg, summary)
		if summary {
			in = nil
		}
		wire := encoded(t, p)
		for range perAnswer {
			answer, proof := mutate(r, in, wire, leaves)
			if slices.Equal(answer, in) && bytes.Equal(proof, wire) {
				continue
			}
			tried++
			var q RangeProof
			if q.UnmarshalBinary(proof) != nil {
				continue
			}
			// A reader also knows the range that it asked for.
			o, err := check(&q, answer, false)
			if err == nil && o.Root == root && q.Range == rg {
				t.Fatalf("accepted: %d of %d messages (were %d), proof %x (was %x)", len(answer), len(leaves), len(in), proof, wire)
			}
		}
	}
	t.Logf("%d mutations, none accepted", tried)
}

// mutate changes an answer or its proof in one of the ways in which a node could
// lie, or several.
func mutate(r *rand.Rand, in []leaf, wire []byte, all []leaf) (answer []leaf, proof []byte) {
	answer, proof = slices.Clone(in), bytes.Clone(wire)
	for again := true; again; again = r.IntN(4) == 0 {
		i, at := 0, r.IntN(len(proof)+1)
		if len(answer) > 0 {
			i = r.IntN(len(answer))
		}
		switch op := r.IntN(12); {
		case op == 0 && len(answer) > 0: // drop
			answer = slices.Delete(answer, i, i+1)
		case op == 1 && len(answer) > 0: // alter the key
			bit := r.IntN(KeyBits)
			answer[i].key[bit/8] ^= 1 << (bit % 8)
		case op == 2 && len(answer) > 0: // alter the size
			answer[i].size ^= 1 << r.IntN(64)
		case op == 3: // insert
			extra := randomLeaves(r, 1)[0]
			if r.IntN(2) == 0 {
				extra = all[r.IntN(len(all))]
			}
			answer = slices.Insert(answer, i, extra)
			if r.IntN(2) == 0 {
				slices.SortFunc(answer, compareLeaves)
			}
		case op == 4 && len(answer) > 1: // reorder
			j := r.IntN(len(answer))
			answer[i], answer[j] = answer[j], answer[i]
		case op == 5 && len(answer) > 0: // truncate
			answer = answer[:i]
		case op == 6 && len(answer) > 0: // leave out the beginning
			answer = answer[i:]
		case op == 7 && len(proof) > 0: // flip a bit
			at %= len(proof)
			proof[at] ^= 1 << r.IntN(8)
		case op == 8: // cut the proof
			proof = proof[:at]
		case op == 9: // insert a byte
			proof = slices.Insert(proof, at, byte(r.Uint32()))
		case op == 10 && len(proof) > 0: // remove some
			at %= len(proof)
			proof = slices.Delete(proof, at, min(len(proof), at+1+r.IntN(40)))
		case op == 11: // move subtrees about, or their figures
			var p RangeProof
			if p.UnmarshalBinary(proof) == nil {
				shuffleParts(r, &p)
				proof, _ = p.MarshalBinary()
			}
		}
	}
	return answer, proof
}

func shuffleParts(r *rand.Rand, p *RangeProof) {
	lists := []*[]Part{&p.Before, &p.Inside, &p.After}
	from, to := lists[r.IntN(3)], lists[r.IntN(3)]
	if len(*from) == 0 {
		return
	}
	i := r.IntN(len(*from))
	part := (*from)[i]
	switch r.IntN(5) {
	case 0: // to another place
		*from = slices.Delete(slices.Clone(*from), i, i+1)
		*to = slices.Insert(slices.Clone(*to), r.IntN(len(*to)+1), part)
	case 1: // twice
		*from = slices.Insert(slices.Clone(*from), i, part)
	case 2: // gone
		*from = slices.Delete(slices.Clone(*from), i, i+1)
	case 3: // figures moved between two
		j := r.IntN(len(*from))
		(*from)[i].Sum.Count--
		(*from)[j].Sum.Count++
	case 4: // another place
		(*from)[i].At = RegionOf(part.At.Key, r.IntN(part.At.Bits+1))
	}
}

func TestProofIsSmall(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(11, 12))
	leaves := make([]leaf, 0, 1<<17)
	for i := range cap(leaves) {
		l := leaf{size: 400}
		l.key[5], l.key[6], l.key[7] = byte(i>>16), byte(i>>8), byte(i)
		for j := 12; j < len(l.key); j++ {
			l.key[j] = byte(r.Uint32())
		}
		leaves = append(leaves, l)
	}
	d := NewDigester(false)
	for i := range leaves {
		if err := d.Add(&leaves[i].key, leaves[i].size); err != nil {
			t.Fatal(err)
		}
	}
	root := d.Sum()
	longest := 0
	for range 5 {
		rg := randomRange(r, leaves)
		p := NewProver(rg, false)
		for i := range leaves {
			if err := p.Add(Region{leaves[i].key, KeyBits}, LeafSum(&leaves[i].key, leaves[i].size)); err != nil {
				t.Fatal(err)
			}
		}
		got, sum := p.Finish()
		if sum != root {
			t.Fatal("another root")
		}
		longest = max(longest, len(encoded(t, got)))
	}
	// Two paths of 17 levels with a subtree of at most 48 bytes beside each.
	if limit := 2*17*48 + 200; longest > limit {
		t.Errorf("a proof over %d messages has %d bytes, want at most %d", len(leaves), longest, limit)
	}
}

func TestSubtreesThatReachIntoTheRangeAreRefused(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(13, 14))
	refused := 0
	for range 500 {
		leaves := randomLeaves(r, 2+r.IntN(20))
		rg := randomRange(r, leaves)
		in := within(leaves, rg)
		if len(in) == 0 {
			continue
		}
		// A node that hides messages claims that a subtree with them lies before the
		// range, whatever place it gives to it.
		depth := commonBits(&leaves[0].key, &in[len(in)-1].key)
		cut, _ := slices.BinarySearchFunc(leaves, in[len(in)-1], compareLeaves)
		hidden := leaves[:cut+1]
		for bits := depth; bits <= KeyBits; bits++ {
			lie := &RangeProof{Range: rg, Before: []Part{{RegionOf(leaves[0].key, bits), naiveSum(hidden)}}}
			for _, l := range leaves[cut+1:] {
				lie.After = append(lie.After, Part{Region{l.key, KeyBits}, LeafSum(&l.key, l.size)})
			}
			if o, err := check(lie, nil, false); err == nil && o.Root == naiveSum(leaves) && len(hidden) > 0 {
				t.Fatal("a subtree that reaches into the range was taken for one before it")
			} else if errors.Is(err, ErrProof) {
				refused++
			}
		}
	}
	if refused == 0 {
		t.Error("no lie was told")
	}
}

func FuzzRangeProof(f *testing.F) {
	r := rand.New(rand.NewPCG(15, 16))
	for range 20 {
		leaves := randomLeaves(r, r.IntN(20))
		p, _ := prove(f, leaves, randomRange(r, leaves), r.IntN(2) == 0)
		f.Add(encoded(f, p))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var p RangeProof
		if err := p.UnmarshalBinary(b); err != nil {
			if !errors.Is(err, ErrProof) {
				t.Errorf("error of another kind: %v", err)
			}
			return
		}
		if !bytes.Equal(encoded(t, &p), b) {
			t.Error("two encodings of one proof")
		}
		_, _ = NewVerifier(&p, false).Finish()
	})
}
