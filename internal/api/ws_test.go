package api

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"

	"github.com/logstore/logstore/message"
)

func (n *node) dial(ctx context.Context, query string, header ...string) (*websocket.Conn, *http.Response, error) {
	h := http.Header{"Authorization": {basicAuth(n.t, 0x99)}}
	for i := 0; i < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	conn, resp, err := websocket.Dial(ctx, strings.Replace(n.http.URL, "http", "ws", 1)+testPart+"/live?"+query, &websocket.DialOptions{HTTPHeader: h, HTTPClient: n.client})
	return conn, resp, err
}

type wsFrame struct {
	Type    string
	Cursor  string
	Message *struct {
		MsgChainID string
	}
	Problem *struct{ Code string }
}

func readFrame(ctx context.Context, t *testing.T, conn *websocket.Conn) wsFrame {
	t.Helper()
	kind, b, err := conn.Read(ctx)
	if err != nil || kind != websocket.MessageText {
		t.Fatalf("%v %v %q", kind, err, b)
	}
	var f wsFrame
	if err := json.Unmarshal(b, &f); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	return f
}

func TestWebSocket(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	ctx := context.Background()
	n.append(plain(liveBase, 0, "a"), plain(liveBase+1, 0, "b"))
	conn, _, err := n.dial(ctx, "from="+strconv.Itoa(liveBase))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	var cursor string
	for i, want := range []string{"a", "b", "live", "c"} {
		f := readFrame(ctx, t, conn)
		got := f.Type
		if f.Message != nil {
			got = f.Message.MsgChainID
		}
		if got != want {
			t.Fatalf("frame %d is %+v, want %s", i, f, want)
		}
		if want == "a" {
			cursor = f.Cursor
		}
		if want == "live" {
			n.append(plain(liveBase-1, 0, "before"), plain(liveBase, 1, "c"))
		}
	}

	// Binary frames, from the first message on.
	raw, _, err := n.dial(ctx, "format=raw&cursor="+cursor)
	if err != nil {
		t.Fatal(err)
	}
	defer raw.CloseNow()
	kind, b, err := raw.Read(ctx)
	if err != nil || kind != websocket.MessageBinary {
		t.Fatal(kind, err)
	}
	size, head := binary.Uvarint(b)
	m, err := message.Decode(b[head+int(size):])
	if err != nil || m.Chain != "b" {
		t.Errorf("%+v %v", m, err)
	}
	if len(b[head:head+int(size)]) < 20 {
		t.Errorf("cursor %q", b[head:head+int(size)])
	}
}

func TestWebSocketEndsWithTheNode(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	ctx := context.Background()
	conn, _, err := n.dial(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	defer conn.CloseNow()
	readFrame(ctx, t, conn)
	n.server.Shutdown()
	if f := readFrame(ctx, t, conn); f.Type != "error" || f.Problem == nil || f.Problem.Code != "shutting_down" {
		t.Errorf("%+v", f)
	}
	if _, _, err := conn.Read(ctx); websocket.CloseStatus(err) != websocket.StatusGoingAway {
		t.Errorf("closed with %v", err)
	}
}

// TestWebSocketClientLeaves frees what the stream held.
func TestWebSocketClientLeaves(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	ctx := context.Background()
	conn, _, err := n.dial(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	readFrame(ctx, t, conn)
	if err := conn.Close(websocket.StatusNormalClosure, ""); err != nil {
		t.Error(err)
	}
	eventually(t, "the slot", func() bool {
		n.server.lives.mu.Lock()
		defer n.server.lives.mu.Unlock()
		return n.server.lives.taken == 0
	})
}

func TestWebSocketRefusals(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.CORSOrigins = []string{"https://app.example"} }))
	ctx := context.Background()
	for _, tt := range []struct {
		name, query string
		header      []string
		status      int
	}{
		{"no caller", "", []string{"Authorization", ""}, 401},
		{"bad parameter", "from=x", nil, 400},
		{"origin of another site", "", []string{"Origin", "https://evil.example"}, 403},
	} {
		_, resp, err := n.dial(ctx, tt.query, tt.header...)
		if err == nil || resp == nil || resp.StatusCode != tt.status {
			t.Errorf("%s: %v %+v, want %d", tt.name, err, resp, tt.status)
		}
	}
	conn, _, err := n.dial(ctx, "", "Origin", "https://app.example")
	if err != nil {
		t.Fatal(err)
	}
	conn.CloseNow()
}

// TestSlotsAreReleasedOnce: releasing twice must not free somebody else's slot.
func TestSlotsAreReleasedOnce(t *testing.T) {
	t.Parallel()
	s := newSlots(2, 1)
	release, err := s.take("a")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.take("a"); err == nil {
		t.Error("a client got more than its share")
	}
	if _, err := s.take("b"); err != nil {
		t.Error(err)
	}
	if _, err := s.take("c"); err == nil {
		t.Error("more than all slots")
	}
	release()
	release()
	if s.taken != 1 || len(s.by) != 1 {
		t.Errorf("%d taken, %v", s.taken, s.by)
	}
}

// TestSpendWaitsAndRefuses runs the publish rate on a virtual clock.
func TestSpendWaitsAndRefuses(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		cfg := DefaultConfig()
		cfg.RateMessages = 100
		l, err := newLimits(cfg, time.Now)
		if err != nil {
			t.Fatal(err)
		}
		ctx := context.Background()
		began := time.Now()
		for range 2 { // the burst of 512, and as many again
			if err := l.publish(ctx, "a", sliceMessages, 1); err != nil {
				t.Fatal(err)
			}
		}
		if took := time.Since(began); took < 5*time.Second || took > 6*time.Second {
			t.Errorf("512 messages beyond the burst took %v at 100 a second", took)
		}
		if err := l.publish(ctx, "b", 1, 1); err != nil {
			t.Errorf("another client is held back: %v", err)
		}
		if err := l.publish(ctx, "a", sliceMessages, 1); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(ctx, time.Second)
		defer cancel()
		if err := l.publish(ctx, "a", sliceMessages, 1); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("waits longer than its request: %v", err)
		}
		cfg.RateMessages = 10
		if l, err = newLimits(cfg, time.Now); err != nil {
			t.Fatal(err)
		}
		if err := l.publish(context.Background(), "a", sliceMessages, 1); err != nil {
			t.Fatal(err)
		}
		if p := asProblem(l.publish(context.Background(), "a", sliceMessages, 1)); p.code != codeRateLimited || p.retryAfter < 30*time.Second {
			t.Errorf("%v, retry after %v", p, p.retryAfter)
		}
	})
}
