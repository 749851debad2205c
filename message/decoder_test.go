package message

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// decodesAlike holds a decoder that has seen other messages against the plain way.
func decodesAlike(t interface{ Fatalf(string, ...any) }, d *Decoder, wire []byte) {
	want, wantErr := Decode(wire)
	for range 2 { // before and after the decoder knows it
		got, err := d.Decode(wire)
		if (err == nil) != (wantErr == nil) || err != nil && err.Error() != wantErr.Error() {
			t.Fatalf("decoder: %v; plain: %v", err, wantErr)
		}
		if !reflect.DeepEqual(got, want) {
			t.Fatalf("decoder: %+v\nplain: %+v", got, want)
		}
		if err == nil && d.Key(got) != want.Key() {
			t.Fatalf("keys differ: %v, %v", d.Key(got), want.Key())
		}
	}
}

func TestDecoderAgreesWithDecode(t *testing.T) {
	t.Parallel()
	vectors, _ := readMessages(t)
	var d Decoder
	for range 2 {
		for _, g := range vectors {
			decodesAlike(t, &d, g.Protobuf)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		m := drawContentMessage(t)
		if rapid.Bool().Draw(t, "valid stream") {
			m.Stream = StreamID(rapid.SampledFrom([]string{"example.eth/a", "example.eth/b", "legacy"}).Draw(t, "stream id"))
		}
		decodesAlike(t, &d, m.AppendWire(nil))
	})
}

// The same field twice: the last one counts, and no validity is taken over from the
// other.
func TestDecoderWithRepeatedFields(t *testing.T) {
	t.Parallel()
	var d Decoder
	good := signed(t, nil).AppendWire(nil)
	decodesAlike(t, &d, good)
	for _, stream := range []string{"example.eth/s", "Example.eth/s", "example.eth/../s", "\xff", ""} {
		id := append([]byte{1<<3 | wireBytes, byte(len(stream))}, stream...)
		wire := append(bytes.Clone(good), fieldMessageID<<3|wireBytes, byte(len(id)))
		decodesAlike(t, &d, append(wire, id...))
		wire = append([]byte{fieldMessageID<<3 | wireBytes, byte(len(id))}, id...)
		decodesAlike(t, &d, append(wire, good...))
	}
	for _, field := range []byte{1, 5, 6} { // of another wire type
		wire := append(bytes.Clone(good), fieldMessageID<<3|wireBytes, 2, field<<3|wireVarint, 1)
		decodesAlike(t, &d, wire)
	}
}

func FuzzDecoder(f *testing.F) {
	vectors, _ := readMessages(f)
	for _, g := range vectors[:20] {
		f.Add([]byte(g.Protobuf), []byte(vectors[20].Protobuf))
	}
	f.Fuzz(func(t *testing.T, first, second []byte) {
		var d Decoder
		_, _ = d.Decode(first)
		decodesAlike(t, &d, second)
		decodesAlike(t, &d, first)
	})
}

func TestDecoderAllocations(t *testing.T) {
	wire := signed(t, nil).AppendWire(nil)
	var d Decoder
	n := testing.AllocsPerRun(100, func() {
		m, err := d.Decode(wire)
		if err != nil {
			t.Fatal(err)
		}
		d.Key(m)
	})
	if n > 1 {
		t.Errorf("%v allocations, want 1", n)
	}
}

// Whoever sends ever new names does not fill the memory.
func TestDecoderMemoryIsBounded(t *testing.T) {
	t.Parallel()
	var d Decoder
	for i := range 3 * maxKept {
		m := &Message{
			ID: ID{
				Stream: StreamID(fmt.Sprintf("example.eth/%d", i)), Timestamp: 1, Chain: fmt.Sprintf("%0256d", i),
				Publisher: UserID(strings.Repeat("p", maxPublisherLen-8) + fmt.Sprintf("%08d", i)),
			},
			Content: []byte("x"),
		}
		decodesAlike(t, &d, m.AppendWire(nil))
		for name, table := range map[string]*table{"streams": &d.streams, "publishers": &d.publishers, "texts": &d.texts} {
			if len(table.known) > maxKept || table.bytes > maxKeptBytes {
				t.Fatalf("%s: %d entries, %d bytes", name, len(table.known), table.bytes)
			}
		}
		if len(d.tags) > maxKept || d.tagBytes > maxKeptBytes {
			t.Fatalf("%d chain tags, %d bytes", len(d.tags), d.tagBytes)
		}
	}
}

func BenchmarkDecoder(b *testing.B) {
	wire := signed(b, func(m *Message) { m.Content = bytes.Repeat([]byte("x"), 300) }).AppendWire(nil)
	var d Decoder
	m, err := d.Decode(wire)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := d.Decode(wire); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("decode plain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Decode(wire); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			d.Key(m)
		}
	})
	b.Run("key plain", func(b *testing.B) {
		for b.Loop() {
			m.Key()
		}
	})
}
