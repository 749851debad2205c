package dht

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// vectors are what the official code gives (testdata/vectors.json says more).
type vectors struct {
	Rings   []struct{ Protobuf, RingID string }
	Distant []struct{ NodeID, Distant string }
	Closest []struct {
		Target           string
		Nodes, Ascending []string
	}
	StreamPart  string
	Transcripts map[string][]recordedFrame
}

type recordedFrame struct {
	T     int
	From  string // "A" is the entry point, "B" joins
	Frame string
}

func loadVectors(t *testing.T) (v vectors) {
	t.Helper()
	b, err := os.ReadFile("testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRingVectors(t *testing.T) {
	t.Parallel()
	vs := loadVectors(t).Rings
	if len(vs) == 0 {
		t.Fatal("no vectors")
	}
	for _, v := range vs {
		d := new(wire.PeerDescriptor)
		if err := proto.Unmarshal(unhex(t, v.Protobuf), d); err != nil {
			t.Fatal(err)
		}
		p, err := wire.NewPeer(d)
		if err != nil {
			t.Fatal(err)
		}
		if got := ringBytes(p); !bytes.Equal(got, unhex(t, v.RingID)) {
			t.Errorf("ring id of %v is %x, want %s", p, got, v.RingID)
		}
		if r, ok := parseRingID(unhex(t, v.RingID)); !ok || r != ringIDOf(p) {
			t.Errorf("ring id of %v is %v, want %v", p, ringIDOf(p), r)
		}
	}
}

func TestDistanceVectors(t *testing.T) {
	t.Parallel()
	v := loadVectors(t)
	if len(v.Distant) == 0 || len(v.Closest) == 0 {
		t.Fatal("no vectors")
	}
	for _, d := range v.Distant {
		if got := wire.NodeID(unhex(t, d.NodeID)).Flipped().String(); got != d.Distant {
			t.Errorf("the id distant from %s is %s, want %s", d.NodeID, got, d.Distant)
		}
	}
	for _, c := range v.Closest {
		n := newNearest(wire.NodeID(unhex(t, c.Target)), 5)
		for _, id := range c.Nodes {
			n.add(peerOf(t, wire.NodeID(unhex(t, id))))
		}
		var got []string
		for _, p := range n.list {
			got = append(got, p.String())
		}
		if !slices.Equal(got, c.Ascending[:5]) {
			t.Errorf("closest to %s are %v, want %v", c.Target, got, c.Ascending[:5])
		}
	}
}
