package pebble

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// flipsEnv is how many bits TestBitFlips flips, each in a copy of its own.
const flipsEnv = "LOGSTORE_TEST_FLIPS"

// flipStore makes a store with a bit of everything: tables of several levels, a log
// with the newest messages, several parts, equivocations, pages, what was pruned.
func flipStore(t testing.TB, fs vfs.FS) {
	t.Helper()
	ctx := context.Background()
	s := open(t, "store", flipOptions(fs))
	rng := rand.New(rand.NewPCG(5, 6))
	n := int64(0)
	batch := func(size int) (entries []store.Entry) {
		for range size {
			e := sampleEntry(rng, n)
			switch n % 10 {
			case 3:
				e = storetest.Spec{Timestamp: storetest.Base + n - 1, Content: fmt.Sprint("second ", n)}.Entry()
			case 4, 5:
				e = storetest.Spec{
					Part:      message.StreamPart{Stream: storetest.Part.Stream, Partition: int32(n % 3)},
					Timestamp: storetest.Base + n, Chain: storetest.ChainB, Content: strings.Repeat("x", rng.IntN(900)),
				}.Entry()
			case 6:
				e = storetest.Spec{Timestamp: e.Key.Ref().Timestamp - 4, Content: "again"}.Entry()
			}
			entries = append(entries, e)
			n++
		}
		return entries
	}
	for i := range 12 {
		for range 5 {
			mustAppend(t, s, batch(40)...)
		}
		mustAppend(t, s, batch(1)...)
		if err := s.PutPages(ctx, []store.Page{
			{Part: storetest.Part, Key: fmt.Append(nil, "page ", i), Value: []byte(strings.Repeat("page", 100*i+1))},
			{Part: storetest.Part, Key: []byte("root"), Value: fmt.Append(nil, i)},
		}); err != nil {
			t.Fatal(err)
		}
		if err := s.PutMeta(ctx, fmt.Sprint("meta/", i%3), fmt.Append(nil, i)); err != nil {
			t.Fatal(err)
		}
		switch i {
		case 5:
			if err := s.db.Compact(ctx, []byte{0}, []byte{0xff}, false); err != nil {
				t.Fatal(err)
			}
		case 8:
			if _, err := storetest.PruneBefore(ctx, s, storetest.Part, storetest.Base+200); err != nil {
				t.Fatal(err)
			}
		}
		if i < 11 {
			if err := s.db.Flush(); err != nil {
				t.Fatal(err)
			}
		}
	}
	closeStore(t, s)
}

// flipOptions are those of other tests with smaller blocks: a damaged one costs time by
// the square of its size.
func flipOptions(fs vfs.FS) Options {
	o := testOptions(fs)
	o.blockBytes = 2 << 10
	return o
}

// contents reads everything that a store holds, a text for each thing in the order in
// which it is read. What cannot be read is left out and its error returned; the texts
// of a list that ends early stay. want is what there is, as far as that is known.
func contents(s *Store, want map[string][]string) (texts map[string][]string, errs []error) {
	texts = make(map[string][]string)
	ctx := context.Background()
	sn, err := s.Snapshot()
	if err != nil {
		return texts, []error{err}
	}
	defer sn.Close()
	add := func(what string, err error, text func() string) bool {
		if err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", what, err))
			texts[what] = append(texts[what], "…") // it ends early
			return false
		}
		texts[what] = append(texts[what], text())
		return true
	}
	put := func(what string, err error, format string, args ...any) bool {
		return add(what, err, func() string { return fmt.Sprintf(format, args...) })
	}
	putRecord := func(what string, err error, r *store.Record) bool {
		return add(what, err, func() string { return fmt.Sprint(r.Seq, " ") + string(r.Key[:]) + string(r.Wire) })
	}
	var parts []message.StreamPart
	for part, err := range sn.Parts(ctx) {
		if put("parts", err, "%v", part) {
			parts = append(parts, part)
		}
	}
	for _, part := range parts {
		name := part.String()
		var keys []message.Key
		for r, err := range sn.Scan(ctx, store.Query{Part: part}) {
			if putRecord("scan "+name, err, &r) {
				keys = append(keys, r.Key)
			}
		}
		for r, err := range sn.Scan(ctx, store.Query{Part: part, Reverse: true, Publisher: storetest.Alice}) {
			putRecord("reverse "+name, err, &r)
		}
		for a, err := range sn.Arrivals(ctx, part, 0) {
			put("arrivals "+name, err, "%d %v", a.Seq, a.Key)
		}
		there := len(want["follow "+name])
		if want == nil {
			there = len(texts["arrivals "+name])
		}
		follow, cancel := context.WithTimeout(ctx, time.Minute) // so that what is missing does not hang
		for r, err := range s.Follow(follow, part, 0) {
			if !putRecord("follow "+name, err, &r) || len(texts["follow "+name]) == there {
				break
			}
		}
		cancel()
		for p, err := range sn.Pages(ctx, part) {
			put("pages "+name, err, "%q %q", p.Key, p.Value)
		}
		for key, err := range sn.Equivocations(ctx, part) {
			put("equivocations "+name, err, "%x", key)
		}
		st, err := sn.Stats(ctx, part)
		put("stats "+name, err, "%+v", st)
		has, err := s.Has(ctx, part, keys)
		put("has "+name, err, "%v", !slices.Contains(has, false))
		root, err := sn.Page(ctx, part, []byte("root"))
		put("root "+name, err, "%q", root)
	}
	for i := range 4 {
		value, err := s.GetMeta(ctx, fmt.Sprint("meta/", i))
		put(fmt.Sprint("meta ", i), err, "%q", value)
	}
	return texts, errs
}

// wantContents fails if anything was read that is wrong, or less than there is without
// an error.
func wantContents(t testing.TB, where string, got, want map[string][]string) {
	t.Helper()
	for what, have := range got {
		if want[what] == nil && have[0] != "…" {
			t.Errorf("%s: %s appears", where, what)
		}
	}
	parts := got["parts"]
	whole := len(parts) > 0 && parts[len(parts)-1] != "…"
	for what, texts := range want {
		have := got[what]
		short := len(have) > 0 && have[len(have)-1] == "…"
		if short {
			have = have[:len(have)-1]
		}
		if len(have) > len(texts) || !slices.Equal(have, texts[:len(have)]) {
			t.Errorf("%s: %s is wrong", where, what)
		} else if len(have) < len(texts) && !short && (whole || what == "parts") {
			t.Errorf("%s: %s has %d of %d entries, and no error", where, what, len(have), len(texts))
		}
	}
}

func flips(t testing.TB) int {
	text := os.Getenv(flipsEnv)
	if text == "" {
		return 200
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("%s: %v", flipsEnv, err)
	}
	return n
}

// TestBitFlips flips single bits anywhere in the files of a store that was closed.
// Reading must give what was written or an error, never anything else or less; and
// Check must find every flip in what the store lives on.
func TestBitFlips(t *testing.T) {
	t.Parallel()
	mem := vfs.NewMem()
	flipStore(t, mem)
	s := open(t, "store", flipOptions(cloneFS(t, mem, "store")))
	want, errs := contents(s, nil)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	closeStore(t, s)
	files := flipFiles(t, mem, want)
	total := int64(0)
	for _, f := range files {
		total += f.size
		t.Logf("%s has %d bytes; dead ones: %s", f.path, f.size, f.whyDead)
	}

	rng := rand.New(rand.NewPCG(9, 9))
	refused, reported := 0, 0
	silent := make(map[string]int) // by reason
	for range flips(t) {
		// Half of the flips hit files by their size, half hit each file alike.
		f := &files[rng.IntN(len(files))]
		if rng.IntN(2) == 0 {
			at := rng.Int64N(total)
			for i := 0; ; i++ {
				if f = &files[i]; at < f.size {
					break
				}
				at -= f.size
			}
		}
		offset, bit := rng.Int64N(f.size), uint(rng.IntN(8))
		where := fmt.Sprintf("%s byte %d bit %d", f.path, offset, bit)
		fs := cloneFS(t, mem, "store")
		damage(t, fs, f.path, offset, 1<<bit)
		found, errs, open := readFlipped(t, fs, where, want)
		switch {
		case !found && len(errs) > 0:
			t.Errorf("%s: reading says %v, check says nothing", where, errs[0])
		case !open:
			refused++
		case found:
			reported++
		case f.isDead(offset):
			silent[f.whyDead]++
		default:
			t.Errorf("%s: nothing found", where)
		}
	}
	t.Logf("%d flips were refused, %d reported", refused, reported)
	for _, why := range slices.Sorted(maps.Keys(silent)) {
		t.Logf("%d were in %s", silent[why], why)
	}
}

// readFlipped checks a store and reads everything in it, which must be what it was or
// an error.
func readFlipped(t testing.TB, fs vfs.FS, where string, want map[string][]string) (found bool, errs []error, isOpen bool) {
	t.Helper()
	o := CheckOptions{Options: flipOptions(fs), Problem: func(Problem) { found = true }}
	if _, err := Check(context.Background(), "store", o); err != nil {
		found = true
	}
	s, err := Open("store", flipOptions(fs))
	if err != nil {
		return found, []error{err}, false
	}
	got, errs := contents(s, want)
	wantContents(t, where, got, want)
	for _, err := range errs {
		wantOneOf(t, where, err, store.ErrCorrupt)
	}
	_ = s.Close() // may complain about the file as well
	return found, errs, true
}
