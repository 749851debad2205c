package storetest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/message"
)

func testScanCases(t *testing.T, b Backend) {
	s := openStore(t, b)
	entry := func(ts int64, seq int32, p message.UserID, chain string) store.Entry {
		return Spec{Timestamp: Base + ts, Sequence: seq, Publisher: p, Chain: chain, Content: fmt.Sprint(ts, seq)}.Entry()
	}
	all := []store.Entry{
		entry(0, 0, Alice, ChainA),
		entry(10, 0, Alice, ChainA), entry(10, 1, Alice, ChainA), entry(10, 2, Bob, ChainA),
		entry(20, 0, Alice, ChainB), entry(20, 1, Bob, ChainB),
		entry(30, 0, Bob, ChainA), entry(30, math.MaxInt32, Alice, ChainA),
	}
	// In another order than that of the keys.
	appendAll(t, s, all[5], all[2], all[7], all[0])
	half := snapshotOf(t, s).Seq()
	appendAll(t, s, all[6], all[1], all[4], all[3])
	appendAll(t, s, Spec{Part: message.StreamPart{Stream: Part.Stream, Partition: 1}, Timestamp: Base + 10}.Entry())
	appendAll(t, s, Spec{Part: message.StreamPart{Stream: Part.Stream + "/x"}, Timestamp: Base + 10}.Entry())
	sn := snapshotOf(t, s)

	ref := func(ts int64, seq int32) message.Ref { return message.Ref{Timestamp: Base + ts, Sequence: seq} }
	chainA, chainB := ChainA, ChainB
	for name, test := range map[string]struct {
		q    store.Query
		want []int
	}{
		"all":                      {store.Query{}, []int{0, 1, 2, 3, 4, 5, 6, 7}},
		"reverse":                  {store.Query{Reverse: true}, []int{7, 6, 5, 4, 3, 2, 1, 0}},
		"from":                     {store.Query{From: ref(10, 1)}, []int{2, 3, 4, 5, 6, 7}},
		"to":                       {store.Query{To: ref(10, 1)}, []int{0, 1, 2}},
		"to the end":               {store.Query{To: ref(30, math.MaxInt32)}, []int{0, 1, 2, 3, 4, 5, 6, 7}},
		"range":                    {store.Query{From: ref(10, 2), To: ref(20, 0)}, []int{3, 4}},
		"one ref":                  {store.Query{From: ref(20, 1), To: ref(20, 1)}, []int{5}},
		"between":                  {store.Query{From: ref(11, 0), To: ref(19, 0)}, nil},
		"to before from":           {store.Query{From: ref(20, 0), To: ref(10, 0)}, nil},
		"negative from":            {store.Query{From: message.Ref{Timestamp: -5, Sequence: -1}}, []int{0, 1, 2, 3, 4, 5, 6, 7}},
		"negative to":              {store.Query{To: message.Ref{Timestamp: -5}}, nil},
		"to with negative seq":     {store.Query{To: ref(10, -1)}, []int{0}},
		"from with negative seq":   {store.Query{From: ref(30, -7)}, []int{6, 7}},
		"publisher":                {store.Query{Publisher: Bob}, []int{3, 5, 6}},
		"unknown publisher":        {store.Query{Publisher: "x"}, nil},
		"chain":                    {store.Query{Publisher: Alice, Chain: &chainA}, []int{0, 1, 2, 7}},
		"other chain":              {store.Query{Publisher: Bob, Chain: &chainB}, []int{5}},
		"last":                     {store.Query{Last: 3}, []int{5, 6, 7}},
		"last of more than all":    {store.Query{Last: 100}, []int{0, 1, 2, 3, 4, 5, 6, 7}},
		"last reverse":             {store.Query{Last: 3, Reverse: true}, []int{7, 6, 5}},
		"last of a publisher":      {store.Query{Last: 2, Publisher: Bob}, []int{5, 6}},
		"last with limit":          {store.Query{Last: 3, Limit: 2}, []int{5, 6}},
		"last reverse with limit":  {store.Query{Last: 3, Limit: 2, Reverse: true}, []int{7, 6}},
		"last of a range":          {store.Query{Last: 2, To: ref(20, 0)}, []int{3, 4}},
		"limit":                    {store.Query{Limit: 2}, []int{0, 1}},
		"limit reverse":            {store.Query{Limit: 2, Reverse: true}, []int{7, 6}},
		"limit of a publisher":     {store.Query{Limit: 2, Publisher: Bob}, []int{3, 5}},
		"after":                    {store.Query{After: &all[3].Key}, []int{4, 5, 6, 7}},
		"after reverse":            {store.Query{After: &all[3].Key, Reverse: true}, []int{2, 1, 0}},
		"after before from":        {store.Query{After: &all[1].Key, From: ref(20, 0)}, []int{4, 5, 6, 7}},
		"after past to":            {store.Query{After: &all[6].Key, To: ref(20, 0)}, nil},
		"after past to in reverse": {store.Query{After: &all[6].Key, To: ref(10, 0), Reverse: true}, []int{1, 0}},
		"after with last":          {store.Query{After: &all[3].Key, Last: 2}, []int{6, 7}},
		"after with last reverse":  {store.Query{After: &all[3].Key, Last: 2, Reverse: true}, []int{2, 1}},
		"up to":                    {store.Query{UpTo: half}, []int{0, 2, 5, 7}},
		"up to with last":          {store.Query{UpTo: half, Last: 2}, []int{5, 7}},
		"up to with publisher":     {store.Query{UpTo: half, Publisher: Alice, Reverse: true}, []int{7, 2, 0}},
		"up to the future":         {store.Query{UpTo: 1000}, []int{0, 1, 2, 3, 4, 5, 6, 7}},
	} {
		q := test.q
		q.Part = Part
		var want []store.Entry
		for _, i := range test.want {
			want = append(want, all[i])
		}
		t.Run(name, func(t *testing.T) { wantEntries(t, scan(t, sn, q), want) })
	}
	unknown := store.Query{Part: message.StreamPart{Stream: "x.eth/unknown"}}
	if records := scan(t, sn, unknown); len(records) != 0 {
		t.Errorf("an unknown part has %d records", len(records))
	}
}

func testScanInvalid(t *testing.T, b Backend) {
	s := openStore(t, b)
	appendAll(t, s, Range(0, 3)...)
	sn := snapshotOf(t, s)
	chain := ChainA
	for name, q := range map[string]store.Query{
		"chain without publisher": {Part: Part, Chain: &chain},
		"negative last":           {Part: Part, Last: -1},
		"negative limit":          {Part: Part, Limit: -1},
	} {
		if records, err := collect(sn.Scan(context.Background(), q), -1); !errors.Is(err, store.ErrInvalid) || len(records) != 0 {
			t.Errorf("%s: %d records, %v; want ErrInvalid", name, len(records), err)
		}
	}
}

// testScanMany reads ranges that are much longer than any buffer, with messages of
// very different sizes.
// A selective scan passes over far more messages than it yields, and a histogram
// over a long range yields none: neither may lose one on the way.
func testScanSparse(t *testing.T, b Backend) {
	s := openStore(t, b)
	const n = 20_000
	var all, bobs []store.Entry
	for i := range int64(n) {
		p := Alice
		// Also the places just before, at and after powers of two, where a
		// backend might break off to look at something else.
		if i%997 == 0 || i&(i-1) == 0 || i&(i+1) == 0 || (i+2)&(i+1) == 0 {
			p = Bob
		}
		e := Spec{Timestamp: Base + i, Publisher: p, Content: fmt.Sprint(i)}.Entry()
		if all = append(all, e); p == Bob {
			bobs = append(bobs, e)
		}
	}
	appendAll(t, s, all...)
	sn := snapshotOf(t, s)
	chain := ChainA
	for _, q := range []store.Query{{}, {Chain: &chain}, {Last: len(bobs)}} {
		q.Part, q.Publisher = Part, Bob
		wantEntries(t, scan(t, sn, q), bobs)
	}
	slices.Reverse(bobs)
	wantEntries(t, scan(t, sn, store.Query{Part: Part, Publisher: Bob, Reverse: true}), bobs)
}

func testScanMany(t *testing.T, b Backend) {
	s := openStore(t, b)
	var all []store.Entry
	for i := range int64(5000) {
		content := fmt.Sprintf("%0*d", int(i*i%701), i)
		if i%1000 == 500 {
			content = fmt.Sprintf("%0300000d", i)
		}
		p := Alice
		if i%3 == 0 {
			p = Bob
		}
		all = append(all, Spec{Timestamp: Base + i*1000, Publisher: p, Content: content}.Entry())
	}
	for batch := range slices.Chunk(all, 333) {
		appendAll(t, s, batch...)
	}
	sn := snapshotOf(t, s)
	wantEntries(t, scan(t, sn, store.Query{Part: Part}), all)
	wantEntries(t, scan(t, sn, store.Query{Part: Part, Last: 1234}), all[5000-1234:])
	wantEntries(t, scan(t, sn, store.Query{Part: Part, Limit: 321, After: &all[1000].Key}), all[1001:1322])
	var bobs []store.Entry
	for i := 0; i < len(all); i += 3 {
		bobs = append(bobs, all[i])
	}
	wantEntries(t, scan(t, sn, store.Query{Part: Part, Publisher: Bob}), bobs)
	slices.Reverse(all)
	wantEntries(t, scan(t, sn, store.Query{Part: Part, Reverse: true}), all)

	// A reader may stop anywhere.
	for _, n := range []int{1, 2, 100, 127, 128, 129, 4999} {
		records, err := collect(sn.Scan(context.Background(), store.Query{Part: Part, Reverse: true}), n)
		if err != nil {
			t.Fatal(err)
		}
		wantEntries(t, records, all[:n])
	}
	// Two readers of one snapshot do not disturb each other.
	n := 0
	for r, err := range sn.Scan(context.Background(), store.Query{Part: Part, Reverse: true}) {
		if err != nil {
			t.Fatal(err)
		}
		if n%500 == 0 {
			wantEntries(t, scan(t, sn, store.Query{Part: Part, Reverse: true, Limit: 200}), all[:200])
		}
		if r.Key != all[n].Key || string(r.Wire) != string(all[n].Wire) {
			t.Fatalf("record %d is %v", n, r.Key.Ref())
		}
		n++
	}
}

func testScanContext(t *testing.T, b Backend) {
	s := openStore(t, b)
	appendAll(t, s, Range(0, 2000)...)
	sn := snapshotOf(t, s)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	var last error
	for _, err := range sn.Scan(ctx, store.Query{Part: Part}) {
		if last = err; err != nil {
			break
		}
		if n++; n == 10 {
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) || n >= 2000 {
		t.Errorf("after %d records: %v, want context.Canceled before the end", n, last)
	}
	if _, err := sn.Stats(ctx, Part); !errors.Is(err, context.Canceled) {
		t.Errorf("stats: %v", err)
	}
	if _, err := sn.Page(ctx, Part, []byte("k")); !errors.Is(err, context.Canceled) {
		t.Errorf("page: %v", err)
	}
	for _, err := range sn.Arrivals(ctx, Part, 0) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("arrivals: %v", err)
		}
	}
}
