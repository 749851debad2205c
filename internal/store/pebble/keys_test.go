package pebble

import (
	"bytes"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

// drawKey draws keys that are near to each other, of every kind and length.
func drawKey(t *rapid.T) []byte {
	kind := rapid.SampledFrom([]byte{kindArrival, kindPart, kindPage, kindMessage, kindMessage, kindMessage, kindMeta, 'l', 'n'}).Draw(t, "kind")
	n := rapid.SampledFrom([]int{0, 1, 4, 31, 32, 33, 63, 64, 65, 80}).Draw(t, "length")
	key := append([]byte{kind}, make([]byte, n)...)
	for range rapid.IntRange(0, 3).Draw(t, "changes") {
		key[rapid.IntRange(0, len(key)-1).Draw(t, "at")] = rapid.SampledFrom([]byte{0, 1, 0xfe, 0xff, kindMessage}).Draw(t, "byte")
	}
	return key
}

// TestComparer checks the rules that Pebble demands of a comparer with prefixes.
func TestComparer(t *testing.T) {
	t.Parallel()
	c := comparer()
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawKey(t), drawKey(t)
		pa, pb := a[:c.Split(a)], b[:c.Split(b)]
		want := bytes.Compare(pa, pb)
		if want == 0 {
			want = c.ComparePointSuffixes(a[len(pa):], b[len(pb):])
		}
		if got := c.Compare(a, b); got != want {
			t.Fatalf("compare(%x, %x) is %d, by prefix and suffix it is %d", a, b, got, want)
		}
		if len(pa) < len(a) && c.Compare(pa, a) >= 0 {
			t.Fatalf("prefix %x is not before its key %x", pa, a)
		}
		if c.Compare(a, b) <= 0 && c.Compare(pa, pb) > 0 {
			t.Fatalf("prefixes of %x and %x are in another order", a, b)
		}
		if c.Compare(a, b) < 0 {
			sep := c.Separator(nil, a, b)
			if c.Compare(a, sep) > 0 || c.Compare(sep, b) >= 0 {
				t.Fatalf("separator of %x and %x is %x", a, b, sep)
			}
		}
		if next := c.ImmediateSuccessor(nil, pa); c.Compare(pa, next) >= 0 || c.Split(next) != len(next) ||
			c.Compare(pa, pb) < 0 && c.Compare(next, pb) > 0 {
			t.Fatalf("successor of %x is %x; %x lies between", pa, next, pb)
		}
	})
}

func TestKeys(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		var key message.Key
		copy(key[:], rapid.SliceOfN(rapid.Byte(), message.KeyLen, message.KeyLen).Draw(t, "key"))
		part := partID(rapid.Uint32().Draw(t, "part"))
		k := appendMessageKey(nil, part, &key)
		if p, got := parseMessageKey(k); p != part || got != key || len(k) != messageLen || split(k) != prefixLen {
			t.Fatalf("message key %x", k)
		}
		if end := appendPartEnd(nil, kindMessage, part); bytes.Compare(k, end) >= 0 || bytes.Compare(k, appendPart(nil, kindMessage, part)) <= 0 {
			t.Fatalf("key %x is outside of its part", k)
		}
		name := message.StreamPart{
			Stream:    message.StreamID(rapid.StringN(1, 40, -1).Draw(t, "stream")),
			Partition: rapid.Int32Range(0, 99).Draw(t, "partition"),
		}
		if got, ok := parseDirectoryKey(appendDirectoryKey(nil, name)); !ok || got != name {
			t.Fatalf("directory key of %v gives %v, %v", name, got, ok)
		}
	})
}

func TestValues(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		u64 := func(name string) uint64 { return rapid.Uint64().Draw(t, name) }
		c := counts{u64("a"), u64("b"), u64("c"), u64("d"), u64("e")}
		if got, ok := decodeCounts(c.encode(nil)); !ok || got != c {
			t.Fatalf("counts %+v", got)
		}
		old := counts{u64("a"), u64("b"), u64("c"), u64("d"), 0} // of version 1
		if got, ok := decodeCounts(old.encode(nil)[:countsLen1]); !ok || got != old {
			t.Fatalf("counts of version 1 %+v", got)
		}
		st := state{store.Seq(u64("g")), partID(rapid.Uint32().Draw(t, "h")), u64("i")}
		if got, ok := decodeState(st.encode(nil)); !ok || got != st {
			t.Fatalf("state %+v", got)
		}
		seqs := rapid.SliceOfNDistinct(rapid.Uint64Range(1, 1<<40), 1, 20, rapid.ID).Draw(t, "seqs")
		slices.Sort(seqs)
		var b []byte
		for i, seq := range seqs {
			previous := seqs[0]
			if i > 0 {
				previous = seqs[i-1]
			}
			b = appendArrival(b, store.Seq(previous), &arrival{store.Seq(seq), message.Key{byte(i)}})
		}
		a := arrival{seq: store.Seq(seqs[0])}
		for i, seq := range seqs {
			var ok bool
			if a, b, ok = nextArrival(b, a.seq); !ok || a.seq != store.Seq(seq) || a.key[0] != byte(i) {
				t.Fatalf("entry %d is %+v, %v", i, a, ok)
			}
		}
		if len(b) != 0 {
			t.Fatalf("%d bytes are left over", len(b))
		}
	})
}

func FuzzDecode(f *testing.F) {
	key := message.Key{1, 2, 3}
	f.Add([]byte{})
	f.Add(appendArrival(nil, 5, &arrival{7, key}))
	f.Add(appendDirectoryKey(nil, message.StreamPart{Stream: "a.eth/b", Partition: 7}))
	f.Add(counts{1, 2, 3, 4, 5}.encode(nil))
	f.Add(counts{1, 2, 3, 4, 0}.encode(nil)[:countsLen1])
	f.Add(state{1, 2, 3}.encode(nil))
	f.Add(encodeWatermark(ID{1}, 9))
	f.Add(quarantined{since: 7, reason: "because"}.encode(nil))
	f.Add(progress{began: 1, ended: 2, last: 3, file: 4, next: []byte{kindMessage, 1}}.encode(nil))
	f.Add(progress{ended: 2}.encode(nil))
	f.Fuzz(func(t *testing.T, b []byte) {
		if part, ok := parseDirectoryKey(b); ok && !bytes.Equal(appendDirectoryKey(nil, part), b) {
			t.Errorf("directory key %x", b)
		}
		if c, ok := decodeCounts(b); ok && !bytes.Equal(c.encode(nil)[:len(b)], b) {
			t.Errorf("counts %x", b)
		}
		if s, ok := decodeState(b); ok && !bytes.Equal(s.encode(nil), b) {
			t.Errorf("state %x", b)
		}
		if id, n, ok := decodeWatermark(b); ok && !bytes.Equal(encodeWatermark(id, n), b) {
			t.Errorf("watermark %x", b)
		}
		if q, ok := decodeQuarantined(b); ok && !bytes.Equal(q.encode(nil), b) {
			t.Errorf("quarantine record %x", b)
		}
		if p, ok := decodeProgress(b); ok && !bytes.Equal(p.encode(nil), b) {
			t.Errorf("progress %x", b)
		}
		for a, rest, ok := nextArrival(b, 0); ok; a, rest, ok = nextArrival(rest, a.seq) {
			if len(rest) >= len(b) {
				t.Fatal("an entry without bytes")
			}
			b = rest
		}
	})
}
