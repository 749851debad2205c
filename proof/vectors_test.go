package proof

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"testing"

	"github.com/logstore/logstore/message"
)

var update = flag.Bool("update", false, "write the vectors anew")

const vectorFile = "testdata/timetree.json"

// vectors are for other implementations of docs/spec/timetree.md.
type vectors struct {
	Comment      string              `json:"comment"`
	Sets         []setVector         `json:"sets"`
	Refused      []refusedVector     `json:"refused"`
	Attestations []attestationVector `json:"attestations"`
	Files        []fileVector        `json:"files"`
}

type setVector struct {
	Name   string        `json:"name"`
	Items  []itemVector  `json:"items"` // in no order
	Root   Sum           `json:"root"`
	Ranges []rangeVector `json:"ranges"`
}

type itemVector struct {
	Key  string `json:"key"`
	Size uint64 `json:"size"`
}

type rangeVector struct {
	From    string `json:"from"`
	To      string `json:"to"`
	Sum     Sum    `json:"sum"`
	Proof   string `json:"proof"`
	Summary string `json:"summary"`
}

type refusedVector struct {
	Why   string `json:"why"`
	Set   string `json:"set"`
	Proof string `json:"proof"`
	// Answer has the indexes of the items that are given with it, in this order.
	Answer []int `json:"answer"`
}

type attestationVector struct {
	StreamID  string `json:"streamId"`
	Partition int32  `json:"partition"`
	From      string `json:"from"`
	To        string `json:"to"`
	Sum       Sum    `json:"sum"`
	Floor     int64  `json:"floor"`
	AsOf      int64  `json:"asOf"`
	ChainID   uint64 `json:"chainId"`
	Key       string `json:"privateKey"`
	Signer    string `json:"signer"`
	Digest    string `json:"typedDataDigest"`
	Signature string `json:"signature"`
}

type fileVector struct {
	Name   string `json:"name"`
	File   string `json:"file"`
	Signer string `json:"signer"`
	OK     bool   `json:"ok"`
}

func hexKey(k message.Key) string { return hex.EncodeToString(k[:]) }

func parseKey(t *testing.T, s string) message.Key {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != message.KeyLen {
		t.Fatalf("key %q: %v", s, err)
	}
	return message.Key(b)
}

// makeVectors builds everything from the definition; the clever code is held against
// it by TestVectors.
func makeVectors(t *testing.T) vectors {
	v := vectors{Comment: "Vectors of docs/spec/timetree.md. Byte strings are hex; the items of a set are in no order."}
	r := rand.New(rand.NewPCG(2024, 1))
	for i, n := range []int{0, 1, 2, 3, 7, 24, 60, 60, 60} {
		leaves := randomLeaves(r, n)
		s := setVector{Name: fmt.Sprintf("set %d, %d items", i, n), Root: naiveSum(leaves), Items: []itemVector{}}
		for _, l := range leaves {
			s.Items = append(s.Items, itemVector{hexKey(l.key), l.size})
		}
		r.Shuffle(len(s.Items), func(a, b int) { s.Items[a], s.Items[b] = s.Items[b], s.Items[a] })
		ranges := []Range{FullRange()}
		for range min(6, n+1) {
			ranges = append(ranges, randomRange(r, leaves))
		}
		if n > 0 { // inclusion, absence, and a place in the order
			there := leaves[r.IntN(n)].key
			absent := there
			absent[r.IntN(len(absent))] ^= 1 << r.IntN(8)
			ranges = append(ranges, KeyRange(there), KeyRange(absent), PlaceRange(there.OrderKey()))
		}
		for _, rg := range ranges {
			p, _ := prove(t, leaves, rg, false)
			q, _ := prove(t, leaves, rg, true)
			s.Ranges = append(s.Ranges, rangeVector{
				hexKey(rg.From), hexKey(rg.To), naiveSum(within(leaves, rg)), hex.EncodeToString(encoded(t, p)), hex.EncodeToString(encoded(t, q)),
			})
		}
		v.Sets = append(v.Sets, s)
	}
	v.Refused = makeRefused(t)
	v.Attestations, v.Files = makeSigned(t)
	return v
}

// refusedSet is the set that the refused proofs are about.
func refusedSet() []leaf {
	var leaves []leaf
	for i := range 8 {
		var k message.Key
		k[7], k[59] = byte(i*16), 1
		leaves = append(leaves, leaf{k, uint64(100 + i)})
	}
	return leaves
}

func makeRefused(t *testing.T) (list []refusedVector) {
	leaves := refusedSet()
	rg := Range{leaves[2].key, leaves[5].key}
	good, _ := prove(t, leaves, rg, false)
	answer := []int{2, 3, 4, 5}
	add := func(why string, answer []int, change func(p *RangeProof)) {
		p := *good
		p.Before, p.After = slices.Clone(p.Before), slices.Clone(p.After)
		change(&p)
		list = append(list, refusedVector{why, "refused", hex.EncodeToString(encoded(t, &p)), answer})
	}
	none := func(*RangeProof) {}
	add("a message is missing", []int{2, 3, 5}, none)
	add("the first message is missing", []int{3, 4, 5}, none)
	add("the last message is missing", []int{2, 3, 4}, none)
	add("messages are out of order", []int{3, 2, 4, 5}, none)
	add("a message comes twice", []int{2, 3, 3, 4, 5}, none)
	add("a message lies outside the range", []int{1, 2, 3, 4, 5}, none)
	add("a subtree's count is wrong", answer, func(p *RangeProof) { p.Before[0].Sum.Count++ })
	add("a subtree's bytes are wrong", answer, func(p *RangeProof) { p.After[0].Sum.Bytes-- })
	add("a subtree is missing", answer, func(p *RangeProof) { p.After = nil })
	add("a subtree is given twice", answer, func(p *RangeProof) { p.Before = append(p.Before, p.Before[0]) })
	add("a subtree is given in pieces", answer, func(p *RangeProof) {
		p.Before = []Part{{Region{leaves[0].key, KeyBits}, LeafSum(&leaves[0].key, leaves[0].size)}, {Region{leaves[1].key, KeyBits}, LeafSum(&leaves[1].key, leaves[1].size)}}
	})
	add("a subtree's place has too many bits", answer, func(p *RangeProof) { p.Before[0].At = RegionOf(leaves[0].key, p.Before[0].At.Bits+1) })
	add("messages of the range are passed off as a subtree before it", []int{4, 5}, func(p *RangeProof) {
		p.Before = []Part{{RegionOf(leaves[0].key, commonBits(&leaves[0].key, &leaves[4].key)+1), naiveSum(leaves[:4])}}
	})
	wire := encoded(t, good)
	for _, raw := range []struct {
		why   string
		bytes []byte
	}{
		{"cut off", wire[:len(wire)-1]},
		{"a byte too many", append(bytes.Clone(wire), 0)},
		{"unknown version", append([]byte{2}, wire[1:]...)},
		{"unknown kind", append([]byte{1, 2}, wire[2:]...)},
	} {
		list = append(list, refusedVector{raw.why, "refused", hex.EncodeToString(raw.bytes), answer})
	}
	return list
}

func makeSigned(t *testing.T) (attestations []attestationVector, files []fileVector) {
	key := [32]byte{31: 7}
	signer, err := message.NewEVMSigner(key)
	if err != nil {
		t.Fatal(err)
	}
	publisher, err := message.NewEVMSigner([32]byte{31: 9})
	if err != nil {
		t.Fatal(err)
	}
	part := message.StreamPart{Stream: message.StreamID(publisher.UserID().String() + "/vectors"), Partition: 5}
	chain := message.NewChain("abcdefghijklmnopqrst")
	var ms []*message.Message
	var leaves []leaf
	for i := range 6 {
		ref, prev, err := chain.Next(1_700_000_000_000 + int64(i/2)*1000)
		if err != nil {
			t.Fatal(err)
		}
		m := &message.Message{
			ID:      message.ID{Stream: part.Stream, Partition: part.Partition, Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain.ID()},
			PrevRef: prev, Content: fmt.Appendf(nil, `{"n":%d}`, i),
		}
		if err := message.Sign(m, publisher); err != nil {
			t.Fatal(err)
		}
		ms, leaves = append(ms, m), append(leaves, leaf{m.Key(), uint64(m.Size())})
	}
	for _, a := range []Attestation{
		{Part: part, Range: FullRange(), Sum: naiveSum(leaves), AsOf: 1_700_000_100_000},
		{Part: part, Range: Range{leaves[1].key, leaves[4].key}, Sum: naiveSum(leaves[1:5]), Floor: 1_700_000_000_000, AsOf: 1_700_000_100_000, ChainID: 137},
	} {
		signed, err := a.Sign(signer)
		if err != nil {
			t.Fatal(err)
		}
		digest := a.SigningDigest()
		attestations = append(attestations, attestationVector{
			string(part.Stream), part.Partition, hexKey(a.Range.From), hexKey(a.Range.To), a.Sum, a.Floor, a.AsOf, a.ChainID,
			hex.EncodeToString(key[:]), signer.UserID().String(), hex.EncodeToString(digest[:]), hex.EncodeToString(signed.Signature[:]),
		})
	}
	rg := RangeOf(message.Ref{Timestamp: 1_700_000_001_000}, message.Ref{Timestamp: 1_700_000_001_000, Sequence: 1})
	p, root := prove(t, leaves, rg, false)
	checkpoint, err := Attestation{Part: part, Range: FullRange(), Sum: root, AsOf: 1_700_000_100_000}.Sign(signer)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct {
		name   string
		answer []*message.Message
		ok     bool
	}{
		{"whole", ms[2:4], true},
		{"a message is missing", ms[2:3], false},
	} {
		var b bytes.Buffer
		w, err := NewFileWriter(&b, &Certificate{checkpoint, *p}, false)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range f.answer {
			if err := w.Write(m.AppendWire(nil)); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Flush(); err != nil {
			t.Fatal(err)
		}
		files = append(files, fileVector{f.name, hex.EncodeToString(b.Bytes()), signer.UserID().String(), f.ok})
	}
	return attestations, files
}

func TestVectors(t *testing.T) {
	t.Parallel()
	if *update {
		b, err := json.MarshalIndent(makeVectors(t), "", " ")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(vectorFile, append(b, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(vectorFile)
	if err != nil {
		t.Fatal(err)
	}
	var v vectors
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	for _, s := range v.Sets {
		t.Run(s.Name, func(t *testing.T) { s.check(t) })
	}
	leaves := refusedSet()
	for _, rv := range v.Refused {
		var answer []leaf
		for _, i := range rv.Answer {
			answer = append(answer, leaves[i])
		}
		wire, err := hex.DecodeString(rv.Proof)
		if err != nil {
			t.Fatal(err)
		}
		var p RangeProof
		if p.UnmarshalBinary(wire) != nil {
			continue
		}
		if o, err := check(&p, answer, false); err == nil && o.Root == naiveSum(leaves) {
			t.Errorf("accepted although %s", rv.Why)
		}
	}
	for _, a := range v.Attestations {
		a.check(t)
	}
	for _, f := range v.Files {
		file, err := hex.DecodeString(f.File)
		if err != nil {
			t.Fatal(err)
		}
		signer, err := message.ParseUserID(f.Signer)
		if err != nil {
			t.Fatal(err)
		}
		if report, err := CheckFile(t.Context(), bytes.NewReader(file), Config{Node: signer}); err != nil || report.OK() != f.OK {
			t.Errorf("file %q: %v\n%s", f.Name, err, report)
		}
	}
	if len(v.Sets) == 0 || len(v.Refused) == 0 || len(v.Attestations) == 0 || len(v.Files) == 0 {
		t.Error("vectors are missing")
	}
}

func (s *setVector) check(t *testing.T) {
	var leaves []leaf
	for _, it := range s.Items {
		leaves = append(leaves, leaf{parseKey(t, it.Key), it.Size})
	}
	slices.SortFunc(leaves, compareLeaves)
	d := NewDigester(false)
	for i := range leaves {
		if err := d.Add(&leaves[i].key, leaves[i].size); err != nil {
			t.Fatal(err)
		}
	}
	if got := d.Sum(); got != s.Root {
		t.Errorf("root %+v, want %+v", got, s.Root)
	}
	for _, rv := range s.Ranges {
		rg := Range{parseKey(t, rv.From), parseKey(t, rv.To)}
		for _, kind := range []struct {
			summary bool
			want    string
			answer  []leaf
		}{{false, rv.Proof, within(leaves, rg)}, {true, rv.Summary, nil}} {
			p, _ := prove(t, leaves, rg, kind.summary)
			if got := hex.EncodeToString(encoded(t, p)); got != kind.want {
				t.Errorf("proof %s, want %s", got, kind.want)
			}
			if o, err := check(decoded(t, p), kind.answer, false); err != nil || o != (Outcome{s.Root, rv.Sum}) {
				t.Errorf("outcome %+v (%v), want %+v", o, err, Outcome{s.Root, rv.Sum})
			}
		}
	}
}

func (a *attestationVector) check(t *testing.T) {
	got := Attestation{
		Part:  message.StreamPart{Stream: message.StreamID(a.StreamID), Partition: a.Partition},
		Range: Range{parseKey(t, a.From), parseKey(t, a.To)}, Sum: a.Sum, Floor: a.Floor, AsOf: a.AsOf, ChainID: a.ChainID,
	}
	if digest := got.SigningDigest(); hex.EncodeToString(digest[:]) != a.Digest {
		t.Errorf("typed data digest %x, want %s", digest, a.Digest)
	}
	key, err := hex.DecodeString(a.Key)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := message.NewEVMSigner([32]byte(key))
	if err != nil {
		t.Fatal(err)
	}
	signed, err := got.Sign(signer)
	if err != nil || hex.EncodeToString(signed.Signature[:]) != a.Signature {
		t.Errorf("signature %x (%v), want %s", signed.Signature, err, a.Signature)
	}
	if s, err := signed.Signer(); err != nil || s.String() != a.Signer {
		t.Errorf("signer %v (%v), want %s", s, err, a.Signer)
	}
}
