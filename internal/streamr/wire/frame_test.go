package wire

import (
	"bytes"
	"strings"
	"testing"

	"google.golang.org/protobuf/encoding/protowire"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"
)

// frames are messages of all kinds, usual and unusual.
func frames() map[string]*Message {
	call := func(change func(*Message, *RpcMessage)) *Message {
		r := &RpcMessage{
			Header:    map[string]string{"method": "sendStreamMessage", "request": "request", "notification": "notification"},
			RequestId: "00000000-0000-0000-0000-000000000001",
			Body:      &anypb.Any{TypeUrl: "type.googleapis.com/StreamMessage", Value: bytes.Repeat([]byte{7}, 300)},
		}
		m := &Message{MessageId: "00000000-0000-0000-0000-000000000002", ServiceId: "layer0", Body: &Message_RpcMessage{RpcMessage: r}}
		if change != nil {
			change(m, r)
		}
		return m
	}
	return map[string]*Message{
		"call":         call(nil),
		"empty":        {},
		"empty call":   {Body: &Message_RpcMessage{RpcMessage: &RpcMessage{}}},
		"no body":      call(func(_ *Message, r *RpcMessage) { r.Body = nil }),
		"empty body":   call(func(_ *Message, r *RpcMessage) { r.Body = &anypb.Any{} }),
		"empty value":  call(func(_ *Message, r *RpcMessage) { r.Body.Value = nil }),
		"empty header": call(func(_ *Message, r *RpcMessage) { r.Header = map[string]string{"notification": "", "": "x"} }),
		"five headers": call(func(_ *Message, r *RpcMessage) { r.Header["a"], r.Header["zz"] = "1", "2" }),
		"large":        call(func(_ *Message, r *RpcMessage) { r.Body.Value = make([]byte, 70_000) }),
		"error":        call(func(_ *Message, r *RpcMessage) { r.ErrorType = RpcErrorType_SERVER_TIMEOUT.Enum() }),
		"descriptors":  call(func(m *Message, _ *RpcMessage) { m.SourceDescriptor = &PeerDescriptor{NodeId: []byte{1}} }),
		"handshake":    {MessageId: "1", Body: &Message_HandshakeRequest{HandshakeRequest: &HandshakeRequest{ProtocolVersion: "1.1"}}},
		"unknown field": call(func(m *Message, _ *RpcMessage) {
			m.ProtoReflect().SetUnknown(protowire.AppendVarint(protowire.AppendTag(nil, 99, protowire.VarintType), 1))
		}),
		"unknown inner": call(func(_ *Message, r *RpcMessage) {
			r.Body.ProtoReflect().SetUnknown(protowire.AppendVarint(protowire.AppendTag(nil, 99, protowire.VarintType), 1))
		}),
	}
}

func TestEncodeFrame(t *testing.T) {
	t.Parallel()
	for name, m := range frames() {
		want, err := proto.MarshalOptions{Deterministic: true}.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		got, err := EncodeFrame(m)
		if err != nil || len(got) != len(want) {
			t.Errorf("%s: %d bytes (%v), want %d", name, len(got), err, len(want))
		}
		back := new(Message)
		if err := proto.Unmarshal(got, back); err != nil || !proto.Equal(back, m) {
			t.Errorf("%s: %v\n%v, want\n%v", name, err, back, m)
		}
		if again, _ := EncodeFrame(m); m.GetRpcMessage() != nil && isUsual(m, m.GetRpcMessage()) && !bytes.Equal(got, again) {
			t.Errorf("%s: not the same bytes each time", name)
		}
	}
	bad := &Message{MessageId: "\xff", Body: &Message_RpcMessage{RpcMessage: &RpcMessage{}}}
	if _, err := EncodeFrame(bad); err == nil {
		t.Error("encoded a string that is not UTF-8")
	}
	for _, change := range []func(*RpcMessage){
		func(r *RpcMessage) { r.RequestId = "\xff" }, func(r *RpcMessage) { r.Body = &anypb.Any{TypeUrl: "\xff"} },
		func(r *RpcMessage) { r.Header = map[string]string{"\xff": ""} }, func(r *RpcMessage) { r.Header = map[string]string{"": "\xff"} },
	} {
		r := new(RpcMessage)
		change(r)
		if _, err := EncodeFrame(&Message{Body: &Message_RpcMessage{RpcMessage: r}}); err == nil {
			t.Errorf("encoded a string that is not UTF-8: %v", r)
		}
	}
}

// checkDecode compares DecodeFrame with package proto.
func checkDecode(t *testing.T, b []byte) {
	t.Helper()
	want := new(Message)
	wantErr := proto.Unmarshal(b, want)
	kept := bytes.Clone(b)
	got, err := DecodeFrame(b)
	if wantErr != nil {
		// What is not even looked at, the descriptors, may be wrong.
		return
	}
	if err != nil {
		t.Fatalf("%x: %v", b, err)
	}
	clear(b) // nothing of it may be in use
	want.SourceDescriptor, want.TargetDescriptor = nil, nil
	if !proto.Equal(got, want) {
		t.Fatalf("%x is\n%v, want\n%v", kept, got, want)
	}
}

func TestDecodeFrame(t *testing.T) {
	t.Parallel()
	for name, m := range frames() {
		b, err := proto.Marshal(m)
		if err != nil {
			t.Fatal(err)
		}
		t.Run(name, func(t *testing.T) {
			checkDecode(t, bytes.Clone(b))
			checkDecode(t, append(bytes.Clone(b), b...)) // merges
		})
		for i := range b {
			if _, err := DecodeFrame(b[:i]); err == nil {
				if proto.Unmarshal(b[:i], new(Message)) != nil {
					t.Errorf("%s: took the first %d bytes", name, i)
				}
			}
		}
	}
}

func FuzzDecodeFrame(f *testing.F) {
	for _, m := range frames() {
		b, err := proto.Marshal(m)
		if err != nil {
			f.Fatal(err)
		}
		if len(b) < 10_000 {
			f.Add(b)
		}
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		checkDecode(t, bytes.Clone(b))
		m, err := DecodeFrame(b)
		if err != nil {
			return
		}
		e, err := EncodeFrame(m)
		if err != nil {
			t.Fatal(err)
		}
		checkDecode(t, e)
		again, err := DecodeFrame(mustMarshal(t, m))
		if err != nil || !proto.Equal(m, again) {
			t.Fatalf("%v came back as %v (%v)", m, again, err)
		}
	})
}

func mustMarshal(t *testing.T, m *Message) []byte {
	t.Helper()
	b, err := proto.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func BenchmarkFrame(b *testing.B) {
	m := frames()["call"]
	m.ServiceId = "stream-part-delivery-" + strings.Repeat("x", 60) + "#0"
	e, err := EncodeFrame(m)
	if err != nil {
		b.Fatal(err)
	}
	for name, f := range map[string]func() error{
		"decode":       func() error { _, err := DecodeFrame(e); return err },
		"decode-proto": func() error { return proto.Unmarshal(e, new(Message)) },
		"encode":       func() error { _, err := EncodeFrame(m); return err },
		"encode-proto": func() error { _, err := proto.Marshal(m); return err },
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
