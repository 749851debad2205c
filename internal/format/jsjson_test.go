package format

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"
)

//go:generate sh -c "node testdata/gen_jsjson.mjs > testdata/jsjson.json"

// jsVector is an entry of testdata/jsjson.json, which gen_jsjson.mjs makes with
// Node: a text and what JSON.stringify(JSON.parse(text)) gave, nil for an error.
type jsVector struct {
	text []byte
	want *string
}

func jsVectors(tb testing.TB) []jsVector {
	tb.Helper()
	data, err := os.ReadFile("testdata/jsjson.json")
	if err != nil {
		tb.Fatal(err)
	}
	var raw [][2]json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		tb.Fatal(err)
	}
	vectors := make([]jsVector, 0, len(raw))
	for _, r := range raw {
		var v jsVector
		var text string
		if json.Unmarshal(r[0], &text) == nil {
			v.text = []byte(text)
		} else {
			var bin struct{ Hex string }
			if err := json.Unmarshal(r[0], &bin); err != nil {
				tb.Fatal(err)
			}
			if v.text, err = hex.DecodeString(bin.Hex); err != nil {
				tb.Fatal(err)
			}
		}
		if err := json.Unmarshal(r[1], &v.want); err != nil {
			tb.Fatal(err)
		}
		vectors = append(vectors, v)
	}
	return vectors
}

func TestAppendJSLikeNode(t *testing.T) {
	t.Parallel()
	vectors := jsVectors(t)
	if len(vectors) < 1000 {
		t.Fatalf("only %d vectors", len(vectors))
	}
	for _, v := range vectors {
		for name, f := range map[string]func(dst, text []byte) ([]byte, error){
			"AppendJS": AppendJS,
			"tree":     func(dst, text []byte) ([]byte, error) { return appendTree(dst, trimBOM(text)) },
		} {
			got, err := f([]byte("before"), v.text)
			switch {
			case v.want == nil:
				if !errors.Is(err, ErrJSON) || string(got) != "before" {
					t.Errorf("%s(%q) = %q, %v; want ErrJSON", name, v.text, got, err)
				}
			case err != nil || string(got) != "before"+*v.want:
				t.Errorf("%s(%q) = %q, %v; want %q", name, v.text, got, err, *v.want)
			}
		}
	}
}

func TestAppendJSDepth(t *testing.T) {
	t.Parallel()
	nest := func(n int) []byte {
		return []byte(strings.Repeat("[", n) + strings.Repeat("]", n))
	}
	deepest := nest(maxDepth)
	if !json.Valid(deepest) || json.Valid(nest(maxDepth+1)) {
		t.Error("encoding/json nests to another depth than maxDepth")
	}
	if got, err := AppendJS(nil, deepest); err != nil || !bytes.Equal(got, deepest) {
		t.Errorf("%d levels: %v", maxDepth, err)
	}
	for _, text := range [][]byte{
		nest(maxDepth + 1),
		[]byte(strings.Repeat(`{"a":`, maxDepth+1) + "1" + strings.Repeat("}", maxDepth+1)),
		[]byte(`[{"a":1,"a":2},` + string(deepest) + "]"),
		bytes.Repeat([]byte("["), 1<<20),
	} {
		if _, err := AppendJS(nil, text); !errors.Is(err, ErrJSON) || !strings.Contains(err.Error(), "nesting") {
			t.Errorf("%.20s…: %v, want the depth named", text, err)
		}
	}
}

func TestAppendJSErrorNamesThePlace(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		`{"a":1,}`:  `invalid JSON: at byte 7 want a key in double quotes, got '}'`,
		`{not json`: `invalid JSON: at byte 1 want a key in double quotes, got 'n'`,
		`[1`:        `invalid JSON: at byte 2 want ',' or ']', got end of text`,
		"\"a\xff":   `invalid JSON: at byte 0 want a string that ends, got end of text`,
		"[\xff]":    `invalid JSON: at byte 1 want a value, got byte 0xff`,
		`01`:        `invalid JSON: at byte 1 want end of text, got '1'`,
	} {
		if _, err := AppendJS(nil, []byte(text)); err == nil || err.Error() != want {
			t.Errorf("%q: %v\nwant %s", text, err, want)
		}
	}
}

func TestAppendJSAllocates(t *testing.T) {
	dst := make([]byte, 0, 4096)
	for _, text := range [][]byte{
		[]byte(`{"station":"B-17","temperature":21.25,"tags":["a","b"],"at":{"lat":50.0755,"lon":14.4378}}`),
		[]byte(`{ "spaced" : 1.0, "x": "\u00e9\/" }`),
	} {
		if n := testing.AllocsPerRun(100, func() {
			if _, err := AppendJS(dst, text); err != nil {
				t.Fatal(err)
			}
		}); n > 0 {
			t.Errorf("%s: %v allocations", text, n)
		}
	}
}

// FuzzAppendJS holds the streaming pass against the tree and both against
// encoding/json.
func FuzzAppendJS(f *testing.F) {
	for _, v := range jsVectors(f) {
		f.Add(v.text)
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := AppendJS(nil, text)
		if want := json.Valid(trimBOM(text)); (err == nil) != want {
			t.Fatalf("%q: %v, but encoding/json says %v", text, err, want)
		}
		tree, treeErr := appendTree(nil, trimBOM(text))
		if (err == nil) != (treeErr == nil) || !bytes.Equal(got, tree) {
			t.Fatalf("%q: %q %v, the tree says %q %v", text, got, err, tree, treeErr)
		}
		if err != nil {
			return
		}
		again, err := AppendJS(nil, got)
		if err != nil || !bytes.Equal(got, again) {
			t.Fatalf("%q: not stable: %q, then %q (%v)", text, got, again, err)
		}
	})
}

func BenchmarkAppendJS(b *testing.B) {
	canonical := []byte(`{"place":"8 km NW of The Geysers, CA","mag":1.38,"time":1700000000000,"updated":1700000093412,"tz":null,"url":"https://earthquake.example/eventpage/nc73964001","felt":null,"tsunami":0,"sig":29,"net":"nc","code":"73964001","ids":",nc73964001,","types":",nearby-cities,origin,phase-data,","nst":21,"dmin":0.00982,"rms":0.03,"gap":61,"magType":"md","type":"earthquake"}`)
	spaced, err := json.MarshalIndent(json.RawMessage(canonical), "", " ")
	if err != nil {
		b.Fatal(err)
	}
	dst := make([]byte, 0, 8192)
	run := func(name string, text []byte, f func(dst, text []byte) ([]byte, error)) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f(dst, text); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	run("canonical", canonical, AppendJS)
	run("spaced", spaced, AppendJS)
	run("tree", canonical, appendTree)
	run("encoding-json-valid", canonical, func(dst, text []byte) ([]byte, error) {
		if !json.Valid(text) {
			return nil, ErrJSON
		}
		return dst, nil
	})
}
