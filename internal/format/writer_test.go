package format

import (
	"bytes"
	"encoding/csv"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/logstore/logstore/message"
)

// example is a message with everything in it that the forms show.
func example() *message.Message {
	return &message.Message{
		ID: message.ID{
			Stream: "example.eth/a", Partition: 7, Timestamp: 1700000000001, Sequence: 2,
			Publisher: message.UserID(strings.Repeat("\xab", 20)), Chain: `ch"1`,
		},
		PrevRef:       &message.Ref{Timestamp: 1700000000000, Sequence: 9},
		Content:       []byte("{ \"b\": 1.0,\n \"1\": \"x,y\" }"),
		Signature:     []byte{1, 2, 0xff},
		SignatureType: message.SignatureSecp256k1EVM,
	}
}

func encryptedExample() *message.Message {
	m := example()
	m.PrevRef = nil
	m.Chain = "c"
	m.Content = []byte{0, 0xfe}
	m.EncryptionType = message.EncryptionAES
	m.GroupKeyID = "key-1"
	m.NewGroupKey = &message.EncryptedGroupKey{ID: "key-2", Data: []byte{0xde, 0xad}}
	return m
}

const publisherHex = "0xabababababababababababababababababababab"

func TestObjectForms(t *testing.T) {
	t.Parallel()
	protocolLine := `[32,["example.eth/a",7,1700000000001,2,"` + publisherHex + `","ch\"1"],[1700000000000,9],27,0,0,null,"{ \"b\": 1.0,\n \"1\": \"x,y\" }",null,2,"0x0102ff"]`
	for _, c := range []struct {
		name string
		got  func() ([]byte, error)
		want string
	}{
		{"flat", func() ([]byte, error) { return AppendObject(nil, example()) },
			`{"streamId":"example.eth/a","streamPartition":7,"timestamp":1700000000001,"sequenceNumber":2,"publisherId":"` + publisherHex + `","msgChainId":"ch\"1",` +
				`"messageType":27,"contentType":0,"encryptionType":0,"content":{"1":"x,y","b":1},"signatureType":1,"signature":"0102ff"}`},
		{"flat, encrypted", func() ([]byte, error) { return AppendObject(nil, encryptedExample()) },
			`{"streamId":"example.eth/a","streamPartition":7,"timestamp":1700000000001,"sequenceNumber":2,"publisherId":"` + publisherHex + `","msgChainId":"c",` +
				`"messageType":27,"contentType":0,"encryptionType":2,"content":"00fe","signatureType":1,"signature":"0102ff","groupKeyId":"key-1"}`},
		{"nested", func() ([]byte, error) { return AppendObjectG2(nil, example()) },
			`{"metadata":{"id":{"streamId":"example.eth/a","streamPartition":7,"timestamp":1700000000001,"sequenceNumber":2,"publisherId":"` + publisherHex + `","msgChainId":"ch\"1"},` +
				`"prevMsgRef":{"timestamp":1700000000000,"sequenceNumber":9},"messageType":27,"contentType":0,"encryptionType":0,"groupKeyId":null,"newGroupKey":null,"signature":"0x0102ff"},"content":{"1":"x,y","b":1}}`},
		{"nested, encrypted", func() ([]byte, error) { return AppendObjectG2(nil, encryptedExample()) },
			`{"metadata":{"id":{"streamId":"example.eth/a","streamPartition":7,"timestamp":1700000000001,"sequenceNumber":2,"publisherId":"` + publisherHex + `","msgChainId":"c"},` +
				`"prevMsgRef":null,"messageType":27,"contentType":0,"encryptionType":2,"groupKeyId":"key-1","newGroupKey":{"groupKeyId":"key-2","encryptedGroupKeyHex":"dead","serialized":"[\"key-2\",\"dead\"]"},"signature":"0x0102ff"},"content":"00fe"}`},
		{"array", func() ([]byte, error) { return AppendArray(nil, example()), nil }, protocolLine},
		{"array, encrypted", func() ([]byte, error) { return AppendArray(nil, encryptedExample()), nil },
			`[32,["example.eth/a",7,1700000000001,2,"` + publisherHex + `","c"],null,27,0,2,"key-1","00fe","[\"key-2\",\"dead\"]",2,"0x0102ff"]`},
		{"signed", func() ([]byte, error) { return AppendSigned(nil, example()), nil },
			`{"streamId":"example.eth/a","streamPartition":7,"timestamp":1700000000001,"sequenceNumber":2,"publisherId":"` + publisherHex + `","msgChainId":"ch\"1","prevMsgRef":{"timestamp":1700000000000,"sequenceNumber":9},` +
				`"messageType":27,"contentType":0,"encryptionType":0,"contentText":"{ \"b\": 1.0,\n \"1\": \"x,y\" }","signatureType":1,"signature":"0102ff"}`},
		{"csv", func() ([]byte, error) { return AppendCSV(nil, example()), nil },
			"example.eth/a,7,1700000000001,2," + publisherHex + `,"ch""1",0,0,"{ ""b"": 1.0,` + "\n" + ` ""1"": ""x,y"" }",1,0102ff,1700000000000,9` + "\r\n"},
		{"csv, encrypted", func() ([]byte, error) { return AppendCSV(nil, encryptedExample()), nil },
			"example.eth/a,7,1700000000001,2," + publisherHex + ",c,0,2,00fe,1,0102ff,,\r\n"},
	} {
		got, err := c.got()
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %v\ngot  %s\nwant %s", c.name, err, got, c.want)
		}
	}
}

func TestContentThatIsNoJSON(t *testing.T) {
	t.Parallel()
	for name, change := range map[string]func(*message.Message){
		"garbage":           func(m *message.Message) { m.Content = []byte("{not json") },
		"empty":             func(m *message.Message) { m.Content = nil },
		"group key request": func(m *message.Message) { m.Request = &message.GroupKeyRequest{RequestID: "r"} },
	} {
		m := example()
		change(m)
		for form, f := range map[string]func([]byte, *message.Message) ([]byte, error){"flat": AppendObject, "nested": AppendObjectG2} {
			if got, err := f([]byte("kept"), m); !errors.Is(err, ErrContent) || string(got) != "kept" {
				t.Errorf("%s, %s: %q, %v; want ErrContent", name, form, got, err)
			}
		}
	}
}

// body writes the messages and returns what came out.
func body(t *testing.T, kind Kind, meta Meta, messages ...*message.Message) string {
	t.Helper()
	var out bytes.Buffer
	w := New(kind, &out, Options{})
	for _, m := range messages {
		if err := w.WriteMessage(Record{Wire: m.AppendWire(nil), Cursor: []byte("CUR")}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(meta); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestBodies(t *testing.T) {
	t.Parallel()
	m := example()
	flat, _ := AppendObject(nil, m)
	nested, _ := AppendObjectG2(nil, m)
	line := string(AppendArray(nil, m))
	lineText, _ := json.Marshal(line)
	row := string(AppendCSV(nil, m))
	header := string(AppendCSVHeader(nil))
	F, N := string(flat), string(nested)
	more := Meta{HasNext: true, Next: message.Ref{Timestamp: 5, Sequence: 6}, Cursor: "END"}
	asked := Meta{RequestID: "req", Nodes: []string{"0x1", "0x2"}}
	const plain2 = `{"hasNext":false,"totalMessages":2,"type":"metadata"}`
	const plain0 = `{"hasNext":false,"totalMessages":0,"type":"metadata"}`
	for _, c := range []struct {
		name string
		kind Kind
		n    int
		meta Meta
		want string
	}{
		{"object", Object, 2, Meta{}, `{"messages":[` + F + `,` + F + `],"metadata":` + plain2 + `}`},
		{"object, none", Object, 0, Meta{}, `{"messages":[],"metadata":` + plain0 + `}`},
		{"object, total given", Object, 1, Meta{Total: 77}, `{"messages":[` + F + `],"metadata":{"hasNext":false,"totalMessages":77,"type":"metadata"}}`},
		{"object, more", Object, 1, more, `{"messages":[` + F + `],"metadata":{"hasNext":true,"nextTimestamp":5,"nextSequenceNumber":6,"totalMessages":1,"type":"metadata"}}`},
		{"object run", ObjectRun, 2, more, F + F + `{"type":"metadata"}`},
		{"object G2", ObjectG2, 2, Meta{}, `{"messages":[` + N + `,` + N + `],"metadata":` + plain2 + `}`},
		{"object G2, verified", ObjectG2, 0, asked, `{"messages":[],"metadata":{"hasNext":false,"participatingNodesAddress":["0x1","0x2"],"requestId":"req","totalMessages":0,"type":"metadata"}}`},
		{"object G2 run", ObjectG2Run, 2, asked, N + N + `{"participatingNodesAddress":["0x1","0x2"],"requestId":"req","type":"metadata"}`},
		{"lines", Lines, 2, Meta{}, line + "\n" + line + "\n" + plain2},
		{"lines, none", Lines, 0, Meta{}, plain0},
		{"lines run", LinesRun, 2, Meta{}, line + line + `{"type":"metadata"}`},
		{"protocol", Protocol, 2, Meta{}, `{"messages":[` + string(lineText) + `,` + string(lineText) + `],"metadata":` + plain2 + `}`},
		{"protocol run", ProtocolRun, 1, Meta{}, string(lineText) + `{"type":"metadata"}`},
		{"ndjson", NDJSON, 2, more, F + "\n" + F + "\n" + `{"type":"metadata","hasNext":true,"nextTimestamp":5,"nextSequenceNumber":6,"totalMessages":2,"cursor":"END"}` + "\n"},
		{"ndjson, none", NDJSON, 0, Meta{}, `{"type":"metadata","hasNext":false,"totalMessages":0}` + "\n"},
		{"csv", CSV, 2, more, header + row + row},
		{"csv, none", CSV, 0, Meta{}, header},
		{"sse", SSE, 2, Meta{Cursor: "END"}, "event: message\nid: CUR\ndata: " + F + "\n\nevent: message\nid: CUR\ndata: " + F + "\n\n" +
			"event: metadata\ndata: {\"type\":\"metadata\",\"hasNext\":false,\"totalMessages\":2,\"cursor\":\"END\"}\n\n"},
		{"frames, none", Frames, 0, more, ""},
	} {
		got := body(t, c.kind, c.meta, []*message.Message{m, m}[:c.n]...)
		if got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestCSVReadsBack(t *testing.T) {
	t.Parallel()
	var buf bytes.Buffer
	w := New(CSV, &buf, Options{})
	var want []*message.Message
	for _, wire := range goldenMessages(t) {
		m, err := message.Decode(wire)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(m.Content, []byte("\r\n")) {
			continue // the reader of encoding/csv turns these to \n
		}
		want = append(want, m)
		if err := w.WriteMessage(Record{Wire: wire}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(Meta{}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&buf).ReadAll()
	if err != nil || len(rows) != len(want)+1 {
		t.Fatalf("%d rows of %d messages, %v", len(rows), len(want), err)
	}
	for i, m := range want {
		row := rows[i+1]
		content := string(m.Content)
		if !isPlainJSON(m) {
			content = hex.EncodeToString(m.Content)
		}
		if row[0] != string(m.Stream) || row[4] != m.Publisher.String() || row[5] != m.Chain || row[8] != content || row[10] != hex.EncodeToString(m.Signature) {
			t.Errorf("row %q for %+v", row, m)
		}
	}
}

func TestWriterStopsAtBadMessage(t *testing.T) {
	t.Parallel()
	good, bad := example(), example()
	bad.Content = []byte("{not json")
	flat, _ := AppendObject(nil, good)
	for _, c := range []struct {
		kind Kind
		want string
	}{
		{Object, `{"messages":[` + string(flat) + ","}, // as the original breaks off
		{NDJSON, string(flat) + "\n"},
		{SSE, "event: message\ndata: " + string(flat) + "\n\n"},
	} {
		var out bytes.Buffer
		w := New(c.kind, &out, Options{})
		if err := w.WriteMessage(Record{Wire: good.AppendWire(nil)}); err != nil {
			t.Fatal(err)
		}
		if err := w.WriteMessage(Record{Wire: bad.AppendWire(nil)}); !errors.Is(err, ErrContent) || !strings.Contains(err.Error(), "1700000000001/2 of example.eth/a#7") {
			t.Errorf("%v: %v, want ErrContent with the message named", c.kind, err)
		}
		for name, err := range map[string]error{"WriteMessage": w.WriteMessage(Record{Wire: good.AppendWire(nil)}), "Flush": w.Flush(), "Close": w.Close(Meta{})} {
			if !errors.Is(err, ErrContent) {
				t.Errorf("%v: %s afterwards: %v, want the same error", c.kind, name, err)
			}
		}
		if out.String() != c.want {
			t.Errorf("%v: sent %s\nwant %s", c.kind, out.String(), c.want)
		}
	}
	// What is no message at all.
	w := New(Object, io.Discard, Options{})
	if err := w.WriteMessage(Record{Wire: []byte("\xff\xff")}); !errors.Is(err, message.ErrMalformed) {
		t.Errorf("garbage: %v, want ErrMalformed", err)
	}
	// These kinds do not look, or have a place for any content.
	for _, kind := range []Kind{Frames, Lines, CSV, Protocol} {
		if err := New(kind, io.Discard, Options{}).WriteMessage(Record{Wire: bad.AppendWire(nil)}); err != nil {
			t.Errorf("%v: %v", kind, err)
		}
	}
}

type brokenPipe struct{ after int }

func (b *brokenPipe) Write(p []byte) (int, error) {
	if b.after--; b.after < 0 {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

func TestWriterKeepsTheErrorOfTheConnection(t *testing.T) {
	t.Parallel()
	w := New(Frames, &brokenPipe{after: 2}, Options{BufferSize: 1})
	wire := example().AppendWire(nil)
	for i := range 2 {
		if err := w.WriteMessage(Record{Wire: wire}); err != nil {
			t.Fatal(i, err)
		}
	}
	for range 2 {
		if err := w.WriteMessage(Record{Wire: wire}); err != io.ErrClosedPipe {
			t.Errorf("got %v", err)
		}
	}
	if err := w.Close(Meta{}); err != io.ErrClosedPipe {
		t.Errorf("got %v", err)
	}
}

// chunks records the sizes of writes.
type chunks []int

func (c *chunks) Write(p []byte) (int, error) {
	*c = append(*c, len(p))
	return len(p), nil
}

func TestWriterBuffers(t *testing.T) {
	t.Parallel()
	var out chunks
	w := New(Frames, &out, Options{BufferSize: 1000})
	wire := make([]byte, 96)
	for range 25 {
		if err := w.WriteMessage(Record{Wire: wire}); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Flush(), w.Close(Meta{})); err != nil {
		t.Fatal(err)
	}
	if want := []int{1000, 1000, 500}; len(out) != 3 || out[0] != want[0] || out[1] != want[1] || out[2] != want[2] {
		t.Errorf("writes of %v bytes, want %v", out, want)
	}
	if err := w.WriteMessage(Record{Wire: make([]byte, 1<<20)}); err != nil {
		t.Fatal(err)
	}
	if c := cap(w.(*writer).buf); c > 4000 {
		t.Errorf("keeps %d bytes after a large message", c)
	}
}

func TestParseKind(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		gen  Generation
		text string
		want Kind // 0 for ErrKind
	}{
		{G3, "", Object}, {G3, "object", Object}, {G3, "raw", Frames}, {G3, "ndjson", NDJSON}, {G3, "csv", CSV}, {G3, "sse", SSE},
		{G3, "protocol", 0}, {G3, "OBJECT", 0}, {G3, "json", 0}, {G3, "constructor", 0}, {G3, "__proto__", 0},
		{G2, "", ObjectG2}, {G2, "object", ObjectG2}, {G2, "raw", Lines}, {G2, "protocol", Protocol}, {G2, "xml", ObjectG2}, {G2, "csv", CSV},
		{Resend, "", Frames}, {Resend, "raw", Frames}, {Resend, "object", Frames}, {Resend, "xml", Frames},
	} {
		got, err := ParseKind(c.gen, c.text)
		if got != c.want || errors.Is(err, ErrKind) != (c.want == 0) {
			t.Errorf("ParseKind(%d, %q) = %v, %v; want %v", c.gen, c.text, got, err, c.want)
		}
	}
	for k := Object; k.valid(); k++ {
		run := k.ServerSent()
		if k.ContentType() == "" || run == 0 || (run != k && (run.ContentType() != "text/event-stream" || run.Limited() || !k.Limited())) {
			t.Errorf("%v: %q, server-sent %v", k, k.ContentType(), run)
		}
	}
}

func TestAppendFormsAllocate(t *testing.T) {
	dst := make([]byte, 0, 4096)
	m := example()
	m.Content = []byte(`{"a":1,"b":[true,null,"é"]}`)
	m.Chain = "chain"
	for name, f := range map[string]func(){
		"AppendObject":   func() { _, _ = AppendObject(dst, m) },
		"AppendObjectG2": func() { _, _ = AppendObjectG2(dst, m) },
		"AppendArray":    func() { AppendArray(dst, m) },
		"AppendSigned":   func() { AppendSigned(dst, m) },
		"AppendCSV":      func() { AppendCSV(dst, m) },
	} {
		if n := testing.AllocsPerRun(100, f); n > 0 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
}

func BenchmarkWriter(b *testing.B) {
	wires := make([][]byte, 1000)
	size := 0
	for i := range wires {
		m := example()
		m.Chain, m.Timestamp = "3Dzsn1f0Fs27WxqMFePN", m.Timestamp+int64(i)
		m.Signature = make([]byte, 65)
		m.Content = []byte(`{"place":"8 km NW of The Geysers, CA","mag":1.38,"time":1700000000000,"updated":1700000093412,"tz":null,"url":"https://earthquake.example/eventpage/nc73964001","felt":null,"tsunami":0,"sig":29,"net":"nc","code":"73964001","types":",nearby-cities,origin,","nst":21,"dmin":0.00982,"rms":0.03,"gap":61,"type":"earthquake"}`)
		wires[i] = m.AppendWire(nil)
		size += len(wires[i])
	}
	for _, kind := range []Kind{Frames, Object, ObjectG2, Lines, NDJSON, CSV, SSE} {
		b.Run(kind.String(), func(b *testing.B) {
			b.SetBytes(int64(size)) // of wire forms, so that kinds compare
			b.ReportAllocs()
			for b.Loop() {
				w := New(kind, io.Discard, Options{})
				for _, wire := range wires {
					if err := w.WriteMessage(Record{Wire: wire}); err != nil {
						b.Fatal(err)
					}
				}
				if err := w.Close(Meta{}); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(len(wires)*b.N)/b.Elapsed().Seconds(), "messages/s")
		})
	}
	b.Run("decode-only", func(b *testing.B) {
		b.SetBytes(int64(size))
		b.ReportAllocs()
		for b.Loop() {
			for _, wire := range wires {
				if _, err := message.Decode(wire); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
}
