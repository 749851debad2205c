package ws

import (
	"fmt"
	"testing"
	"time"

	"github.com/gorilla/websocket"
	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// foreign connects with a foreign library to a side, and waits for the link there.
func foreign(t *testing.T, s *side) (*websocket.Conn, *testLink) {
	t.Helper()
	s.mu.Lock()
	before := len(s.links)
	s.mu.Unlock()
	c, _, err := websocket.DefaultDialer.Dial("ws://"+s.Addr().String(), nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	s.wait("a link", func() bool { return len(s.links) > before })
	return c, s.links[before]
}

func message(t testing.TB, id string, padding int) []byte {
	t.Helper()
	b, err := proto.Marshal(&wire.Message{MessageId: id, ServiceId: string(make([]byte, padding))})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTextIsIgnoredAndNonsenseCountsOnlyAFewTimes(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	c, l := foreign(t, s)
	write := func(kind int, b []byte) {
		if err := c.WriteMessage(kind, b); err != nil {
			t.Fatal(err)
		}
	}
	for range 10 {
		write(websocket.TextMessage, []byte("text"))
	}
	for range maxMalformed {
		write(websocket.BinaryMessage, []byte{0xff})
	}
	write(websocket.BinaryMessage, message(t, "0", 0))
	l.wantInOrder(1)
	write(websocket.BinaryMessage, []byte{0xff})
	s.wait("the end", func() bool { return len(l.closed) == 1 })
	if l.closed[0] || s.Stats().Malformed != maxMalformed+1 {
		t.Errorf("graceful %v, %+v", l.closed[0], s.Stats())
	}
}

func TestFragmentsAndPings(t *testing.T) {
	t.Parallel()
	s := newSide(t)
	c, l := foreign(t, s)
	pong := make(chan string, 100)
	c.SetPongHandler(func(data string) error { pong <- data; return nil })
	frame := message(t, "0", 1000)
	w, err := c.NextWriter(websocket.BinaryMessage)
	if err != nil {
		t.Fatal(err)
	}
	for len(frame) > 0 {
		n := min(100, len(frame))
		if _, err := w.Write(frame[:n]); err != nil {
			t.Fatal(err)
		}
		frame = frame[n:]
		if err := c.WriteControl(websocket.PingMessage, []byte("are you there"), time.Now().Add(patience)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	l.wantInOrder(1)
	go func() { _, _, _ = c.NextReader() }() // ends with the connection
	if got := <-pong; got != "are you there" {
		t.Errorf("pong %q", got)
	}
}

func TestPeerGetsTheCloseCode(t *testing.T) {
	t.Parallel()
	for graceful, code := range map[bool]int{true: 1001, false: 1005} {
		s := newSide(t)
		c, l := foreign(t, s)
		s.loop.Do(func() { l.Close(graceful) })
		_, _, err := c.NextReader()
		if !websocket.IsCloseError(err, code) {
			t.Errorf("graceful %v: %v, want %d", graceful, err, code)
		}
	}
	// And the other way: its own code comes back, as the protocol wants it.
	s := newSide(t)
	c, l := foreign(t, s)
	if err := c.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(3001, "bye"), time.Now().Add(patience)); err != nil {
		t.Fatal(err)
	}
	if _, _, err := c.NextReader(); !websocket.IsCloseError(err, 3001) {
		t.Errorf("echo: %v", err)
	}
	s.wait("the end", func() bool { return len(l.closed) == 1 })
	if !l.closed[0] {
		t.Error("3001 is not taken for graceful")
	}
}

func TestFrameHeaders(t *testing.T) {
	t.Parallel()
	for size, want := range map[int]string{
		0: "8200", 125: "827d", 126: "827e007e", 65_535: "827effff", 65_536: "827f0000000000010000",
	} {
		plain := appendFrame(nil, opBinary, make([]byte, size), false)
		if got := fmt.Sprintf("%x", plain[:len(plain)-size]); got != want {
			t.Errorf("header of %d bytes is %s, want %s", size, got, want)
		}
		if masked := appendFrame(nil, opBinary, make([]byte, size), true); len(masked) != len(plain)+4 || masked[1] != plain[1]|maskBit {
			t.Errorf("masked header of %d bytes: %x", size, masked[:len(masked)-size])
		}
	}
}
