package api

import (
	"math"
	"net/url"
	"strings"
	"testing"
	"time"
)

// TestParseInt has what Node.js prints for parseInt.
func TestParseInt(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in   string
		want int64
		ok   bool
	}{
		{"7", 7, true}, {"2.7", 2, true}, {"3abc", 3, true}, {"0x1", 1, true}, {"0XfF", 255, true}, {" 3", 3, true},
		{"\t\n\ufeff\u00a03", 3, true}, {"1e2", 1, true}, {"2023-11-14T22:13:20.000Z", 2023, true}, {"-5", -5, true}, {"+5", 5, true},
		{"-0x10", -16, true}, {"0", 0, true}, {"-0", 0, true}, {"007", 7, true}, {"9223372036854775807", math.MaxInt64, true},
		{"99999999999999999999999", math.MaxInt64, true}, {"-99999999999999999999999", -math.MaxInt64, true},
		{"", 0, false}, {" ", 0, false}, {"abc", 0, false}, {"-", 0, false}, {"0x", 0, false}, {"0xg", 0, false}, {".5", 0, false},
		{"NaN", 0, false}, {"Infinity", 0, false}, {"--1", 0, false},
	} {
		if got, ok := parseInt(tt.in); got != tt.want || ok != tt.ok {
			t.Errorf("parseInt(%q) = %d, %v, want %d, %v", tt.in, got, ok, tt.want, tt.ok)
		}
	}
}

func TestParseMoment(t *testing.T) {
	t.Parallel()
	now := testTime.UnixMilli()
	for in, want := range map[string]int64{
		"0": 0, "1700000000000": 1700000000000, "now": now, "-1h": now - 3600_000, "-90m": now - 5400_000, "-1h30m": now - 5400_000,
		"-2d": now - 2*86400_000, "-1w": now - 7*86400_000, "-30000d": 0,
		"2023-11-14T22:13:20Z": 1700000000000, "2023-11-14T22:13:20.5Z": 1700000000500,
		"2023-11-14T23:13:20+01:00": 1700000000000, "2023-11-14T23:13:20 01:00": 1700000000000,
	} {
		if got, ok := parseMoment(in, testTime); !ok || got != want {
			t.Errorf("%q: %d, %v, want %d", in, got, ok, want)
		}
	}
	for _, in := range []string{"", "-", "-5", "-h", "-65000w", "1h", "--1h", "yesterday", "2023-11-14", "1e3", "NaN", "99999999999999999999", "253402300800000", "1969-12-31T23:59:59Z"} {
		if got, ok := parseMoment(in, testTime); ok {
			t.Errorf("%q: accepted as %d", in, got)
		}
	}
}

func TestRouter(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	for _, tt := range []struct{ path, pattern, id string }{
		{"/", "/", ""},
		{"/stores", "/stores", ""},
		{"/STORES/", "/stores", ""},
		{"/stores/a%2Fb", "/stores/{id}", "a/b"},
		{"/Stores/a%2fb/DATA/partitions/0/last", "/stores/{id}/data/partitions/{partition}/{type}", "a/b"},
		{"/stores/a/data/partitions/0/last/", "/stores/{id}/data/partitions/{partition}/{type}", "a"},
		{"/streams/a/data/partitions/0/LIVE", "/streams/{id}/data/partitions/{partition}/live", "a"},
		{"/stores/a/schema", "/stores/{id}/schema", "a"},
		{"/stores/%2525", "/stores/{id}", "%25"},
		{"/stores/..%2f..%2fetc", "/stores/{id}", "../../etc"},
		{"//", "", ""}, {"/stores//", "", ""}, {"//stores", "", ""}, {"/stores/a//data", "", ""},
		{"/stores/a/b/c", "", ""}, {"/nothing", "", ""},
	} {
		u, err := url.ParseRequestURI(tt.path)
		if err != nil {
			t.Fatal(err)
		}
		rt, a, err := n.server.router.find(u)
		if tt.pattern == "" {
			if err == nil {
				t.Errorf("%s: found %s", tt.path, rt.pattern)
			}
			continue
		}
		if err != nil || rt.pattern != tt.pattern || a["id"] != tt.id {
			t.Errorf("%s: %+v %v %v", tt.path, rt, a, err)
		}
	}
}

// TestUnencodedSlashes: the answer says how to write the id.
func TestUnencodedSlashes(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	for _, path := range []string{"/stores/0xab/c/d/data/partitions/0/last", "/streams/0xab/c/d", "/stores/0xab/c/d/schema", "/stores/0xab/c/d/data/partitions/0/live?from=1"} {
		r := n.get(path, "Authorization", basicAuth(t, 0x99))
		if code, text := r.problem(t); r.status != 404 || code != "not_found" || !strings.Contains(text, "0xab%2Fc%2Fd") {
			t.Errorf("%s: %d %s", path, r.status, r.body)
		}
	}
	if code, text := n.get("/nothing").problem(t); code != "not_found" || strings.Contains(text, "%2F") {
		t.Errorf("%s", text)
	}
}

func FuzzRouter(f *testing.F) {
	var rt router
	for _, p := range []string{"/stores/{id}/data/partitions/{partition}/{type}", "/stores/{id}", "/"} {
		rt.handle("GET", p, nil)
	}
	f.Add("/stores/a%2Fb/data/partitions/0/last")
	f.Add("/stores/%")
	f.Add("//")
	f.Fuzz(func(t *testing.T, path string) {
		u, err := url.ParseRequestURI(path)
		if err != nil {
			return
		}
		found, a, err := rt.find(u)
		if (found == nil) != (err != nil) {
			t.Fatalf("%v %v", found, err)
		}
		if err == nil {
			_, _ = a.streamID()
			_, _ = a.partition()
		}
	})
}

func FuzzParams(f *testing.F) {
	f.Add("count=1&count=2&format=raw")
	f.Add("fromTimestamp=-1h;x=%ff&%=")
	f.Fuzz(func(t *testing.T, query string) {
		p, err := parseParams(query)
		if err != nil {
			return
		}
		for name := range p.values {
			_, _ = p.integer(name, 0)
			if n, err := p.natural(name, 0, 10); err == nil && (n < 0 || n > 10) {
				t.Errorf("%s: %d", name, n)
			}
			if ms, given, err := p.moment(name, time.Time{}); err == nil && given && (ms < 0 || ms > maxMillis) {
				t.Errorf("%s: %d", name, ms)
			}
		}
	})
}
