package plugins

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"

	"github.com/logstore/logstore/message"
)

type wsRig struct {
	*rig
	url    string
	server *WebSocketServer
}

func newWSRig(t *testing.T, change func(*WebSocketConfig), limits ...func(*Limits)) *wsRig {
	t.Helper()
	r := newRig(t, limits...)
	cfg := DefaultConfig().WebSocket
	if change != nil {
		change(&cfg)
	}
	s, err := NewWebSocket(cfg, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	return &wsRig{rig: r, url: "ws://" + r.serve(t, s), server: s}
}

// dial connects; without success it returns the status of the answer and its body.
func (w *wsRig) dial(t *testing.T, path string, headers ...string) (*websocket.Conn, int, string) {
	t.Helper()
	o := &websocket.DialOptions{HTTPHeader: make(http.Header)}
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			o.Host = headers[i+1]
			continue
		}
		o.HTTPHeader.Set(headers[i], headers[i+1])
	}
	conn, res, err := websocket.Dial(timeLimit(t), w.url+path, o)
	if err == nil {
		t.Cleanup(func() { _ = conn.CloseNow() })
		return conn, http.StatusSwitchingProtocols, ""
	}
	if res == nil {
		t.Fatal(err)
	}
	body, _ := io.ReadAll(res.Body)
	return nil, res.StatusCode, string(body)
}

func (w *wsRig) mustDial(t *testing.T, path string, headers ...string) *websocket.Conn {
	t.Helper()
	conn, status, body := w.dial(t, path, headers...)
	if conn == nil {
		t.Fatalf("%s: %d %s", path, status, body)
	}
	return conn
}

// subscribe connects and waits until a message would arrive.
func (w *wsRig) subscribe(t *testing.T, stream message.StreamID, query string, parts ...int32) *websocket.Conn {
	t.Helper()
	conn := w.mustDial(t, wsPath(stream, actSubscribe)+query)
	for _, p := range parts {
		w.waitReaders(t, message.StreamPart{Stream: stream, Partition: p}, 1)
	}
	return conn
}

func (w *wsRig) waitReaders(t *testing.T, part message.StreamPart, n int) {
	t.Helper()
	w.net.waitReaders(t, part, n)
}

// timeLimit ends with the test, or when it takes too long.
func timeLimit(t testing.TB) context.Context {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func wsPath(id message.StreamID, a action) string {
	return "/streams/" + url.QueryEscape(string(id)) + "/" + string(a)
}

func send(t *testing.T, conn *websocket.Conn, text string) {
	t.Helper()
	if err := conn.Write(timeLimit(t), websocket.MessageText, []byte(text)); err != nil {
		t.Fatal(err)
	}
}

func receive(t *testing.T, conn *websocket.Conn) string {
	t.Helper()
	kind, b, err := conn.Read(timeLimit(t))
	if err != nil {
		t.Fatal(err)
	}
	if kind != websocket.MessageText {
		t.Errorf("a message of kind %v", kind)
	}
	return string(b)
}

// closing reads until the connection is closed and returns the code and reason.
func closing(t *testing.T, conn *websocket.Conn) (websocket.StatusCode, string) {
	t.Helper()
	for {
		if _, _, err := conn.Read(timeLimit(t)); err != nil {
			var ce websocket.CloseError
			if !errors.As(err, &ce) {
				return -1, err.Error()
			}
			return ce.Code, ce.Reason
		}
	}
}

func TestWebSocketPublishes(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	for _, tt := range []struct {
		name, query, payload string
		partition            int32
	}{
		{"no choice", "", `{"foo":"bar"}`, 0},
		{"partition", "?partition=2", `{"foo":"bar"}`, 2},
		{"key", "?partitionKey=mock", `{"foo":"bar"}`, message.PartitionOf("mock", 4)},
		{"key field", "?partitionKeyField=foo", `{"foo":"bar"}`, message.PartitionOf("bar", 4)},
		{"key field that holds a number", "?partitionKeyField=foo", `{"foo":-7}`, 3},
		{"key field that is missing", "?partitionKeyField=other", `{"foo":"bar"}`, 0},
	} {
		before := w.net.count()
		conn := w.mustDial(t, wsPath(stream4, actPublish)+tt.query)
		send(t, conn, tt.payload)
		p := w.net.waitPublished(t, before+1)
		if p.content != tt.payload || p.message.Partition != tt.partition || p.message.Stream != stream4 {
			t.Errorf("%s: %s to %s, want partition %d", tt.name, p.content, p.message.Part(), tt.partition)
		}
	}
}

func TestWebSocketChains(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	one, two := w.mustDial(t, wsPath(stream1, actPublish)), w.mustDial(t, wsPath(stream1, actPublish))
	for i, conn := range []*websocket.Conn{one, two, one, two} {
		send(t, conn, fmt.Sprintf(`{"i":%d}`, i))
		w.net.waitPublished(t, i+1)
	}
	p := w.net.published
	if p[0].message.Chain != p[2].message.Chain || p[1].message.Chain != p[3].message.Chain || p[0].message.Chain == p[1].message.Chain {
		t.Error("not one chain for each connection")
	}
	_ = one.Close(websocket.StatusNormalClosure, "")
	w.net.wait(t, "the chain of a connection that is gone is forgotten", func() bool { return w.net.chains[p[0].message.Chain] == nil })
}

func TestWebSocketMetadata(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, func(c *WebSocketConfig) { c.PayloadMetadata = true })
	reader := w.subscribe(t, stream1, "", 0)
	writer := w.mustDial(t, wsPath(stream1, actPublish))
	send(t, writer, `{"content": {"foo": 1}, "metadata": {"timestamp": 1600000000001, "sequenceNumber": 5, "publisherId": "0x99", "msgChainId": "mine"}}`)
	m := w.net.waitPublished(t, 1).message
	if m.Timestamp != 1600000000001 || m.Sequence != 0 || m.Chain == "mine" {
		t.Errorf("published as %+v", m.ID)
	}
	want := fmt.Sprintf(`{"content":{"foo":1},"metadata":{"timestamp":1600000000001,"sequenceNumber":0,"publisherId":"%s","msgChainId":"%s"}}`, m.Publisher, m.Chain)
	if got := receive(t, reader); got != want {
		t.Errorf("received\n%s\nwant\n%s", got, want)
	}
	other := w.net.inject(message.StreamPart{Stream: stream1}, `{"x":[1, 2]}`)
	want = fmt.Sprintf(`{"content":{"x":[1, 2]},"metadata":{"timestamp":1700000000000,"sequenceNumber":3,"publisherId":"%s","msgChainId":"abcdefghijABCDEFGHIJ"}}`, other.Publisher)
	if got := receive(t, reader); got != want {
		t.Errorf("received\n%s\nwant\n%s", got, want)
	}
}

func TestWebSocketSubscribes(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	all := w.subscribe(t, stream4, "?partitions=0,2,2,3", 0, 2, 3)
	zero := w.mustDial(t, wsPath(stream4, actSubscribe))
	w.waitShown(t, partOf(stream4, 0), 2)
	for _, p := range []int32{0, 1, 2, 3} {
		w.net.inject(message.StreamPart{Stream: stream4, Partition: p}, fmt.Sprintf(`{"p":%d}`, p))
	}
	for _, want := range []string{`{"p":0}`, `{"p":2}`, `{"p":3}`} {
		if got := receive(t, all); got != want {
			t.Errorf("received %s, want %s", got, want)
		}
	}
	if got := receive(t, zero); got != `{"p":0}` {
		t.Errorf("received %s", got)
	}
	if w.net.opened != 3 {
		t.Errorf("the network was asked %d times for 3 partitions", w.net.opened)
	}
	_ = all.Close(websocket.StatusNormalClosure, "")
	w.waitReaders(t, message.StreamPart{Stream: stream4, Partition: 3}, 0)
	w.waitReaders(t, message.StreamPart{Stream: stream4, Partition: 0}, 1) // zero reads on
	_ = zero.CloseNow()
	w.waitReaders(t, message.StreamPart{Stream: stream4, Partition: 0}, 0)
}

// What no device could use is left out; the connection goes on.
func TestWebSocketShowsOnlyJSONObjects(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	conn := w.subscribe(t, stream1, "", 0)
	part := message.StreamPart{Stream: stream1}
	for _, content := range []string{`[1]`, `{"half":`, "{\"a\":\"\xff\"}", ``, `"text"`} {
		w.net.inject(part, content)
	}
	binary := &message.Message{ID: message.ID{Stream: stream1}, ContentType: message.ContentBinary}
	w.net.injectMessage(binary, `{"binary":true}`)
	w.net.inject(part, `{"good":1}`)
	if got := receive(t, conn); got != `{"good":1}` {
		t.Errorf("received %s", got)
	}
	w.metric(t, w.hub.metrics.unshown, 6)
}

func TestWebSocketPing(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	for _, a := range []action{actPublish, actSubscribe} {
		conn := w.mustDial(t, wsPath(stream1, a))
		send(t, conn, "ping")
		if got := receive(t, conn); got != "pong" {
			t.Errorf("%s: received %q", a, got)
		}
	}
	if w.net.count() != 0 {
		t.Error("a ping was published")
	}
}

func TestWebSocketPublishGoesOnAfterBadMessages(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	conn := w.mustDial(t, wsPath(stream1, actPublish))
	for _, bad := range []string{"", "nonsense", "[]", `{"a":`} {
		send(t, conn, bad)
	}
	send(t, conn, `{"good":1}`)
	if p := w.net.waitPublished(t, 1); p.content != `{"good":1}` {
		t.Errorf("published %s", p.content)
	}
	w.metric(t, w.hub.metrics.published.WithLabelValues("websocket", "malformed"), 4)
}

func TestWebSocketRefusesAddresses(t *testing.T) {
	t.Parallel()
	limited := keyOf("limited-key")
	limited.Streams = []string{string(stream4)}
	w := newWSRig(t, func(c *WebSocketConfig) {
		c.APIKeys = []APIKey{keyOf("device-key"), keyOf("reader-key", "read"), keyOf("writer-key", "publish"), limited}
	})
	publish, subscribe := wsPath(stream1, actPublish), wsPath(stream1, actSubscribe)
	for _, tt := range []struct {
		name, path string
		status     int
		headers    []string
	}{
		{"unknown action", "/streams/dummy/other?apiKey=device-key", 400, nil},
		{"other path", "/other?apiKey=device-key", 400, nil},
		{"root", "/?apiKey=device-key", 400, nil},
		{"stream id", "/streams/a%00b/publish?apiKey=device-key", 400, nil},
		{"partition", publish + "?apiKey=device-key&partition=-1", 400, nil},
		{"partitions", subscribe + "?apiKey=device-key&partitions=1,-2,3", 400, nil},
		{"partitions empty", subscribe + "?apiKey=device-key&partitions=", 400, nil},
		{"partition and key", publish + "?apiKey=device-key&partition=1&partitionKey=x", 422, nil},
		{"partition and field", publish + "?apiKey=device-key&partition=1&partitionKeyField=x", 422, nil},
		{"key and field", publish + "?apiKey=device-key&partitionKey=1&partitionKeyField=x", 422, nil},
		{"no key", publish, 401, nil},
		{"wrong key", publish + "?apiKey=other", 403, nil},
		{"empty key", publish + "?apiKey=", 403, nil},
		{"two keys", publish + "?apiKey=device-key&apiKey=other", 400, nil},
		{"right key", publish + "?apiKey=device-key", 101, nil},
		{"key in a header", publish, 101, []string{"Authorization", "Bearer device-key"}},
		{"wrong key in a header", publish, 403, []string{"Authorization", "Bearer other"}},
		{"may only read", publish + "?apiKey=reader-key", 403, nil},
		{"reads", subscribe + "?apiKey=reader-key", 101, nil},
		{"may only publish", subscribe + "?apiKey=writer-key", 403, nil},
		{"other stream", publish + "?apiKey=limited-key", 403, nil},
		{"any page, with a key", publish + "?apiKey=device-key", 101, []string{"Origin", "https://page.example"}},
		{"behind a proxy's path", "/devices" + publish + "?apiKey=device-key", 101, nil},
	} {
		conn, status, body := w.dial(t, tt.path, tt.headers...)
		if status != tt.status {
			t.Errorf("%s: %d %s, want %d", tt.name, status, body, tt.status)
		}
		if conn != nil {
			_ = conn.CloseNow()
		}
	}
}

func TestWebSocketWithoutKeysIsClosedToOtherSites(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	for _, tt := range []struct {
		headers []string
		status  int
	}{
		{[]string{"Origin", "https://page.example"}, 403},
		{[]string{"Host", "page.example"}, 403},
		{[]string{"Origin", "http://127.0.0.1:8080"}, 101},
		{nil, 101},
	} {
		if _, status, body := w.dial(t, wsPath(stream1, actSubscribe), tt.headers...); status != tt.status {
			t.Errorf("%v: %d %s", tt.headers, status, body)
		}
	}
}

func TestWebSocketCloses(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	unknown := message.StreamID("0x1234567890123456789012345678901234567890/other")
	for _, tt := range []struct {
		name    string
		stream  message.StreamID
		act     action
		query   string
		payload string
		fail    error
		code    websocket.StatusCode
		says    string
	}{
		{"unknown stream", unknown, actSubscribe, "", "", nil, 1008, "no such stream"},
		{"publish to an unknown stream", unknown, actPublish, "", `{}`, nil, 1008, "no such stream"},
		{"partition", stream4, actSubscribe, "?partitions=0,2,4", "", nil, 1008, "numbered from 0"},
		{"publish to a partition", stream4, actPublish, "?partition=4", `{}`, nil, 1008, "numbered from 0"},
		{"no permission", stream1, actSubscribe, "", "", ErrNoPermission, 1008, "no permission"},
		{"no permission to publish", stream1, actPublish, "", `{}`, ErrNoPermission, 1008, "no permission"},
		{"unavailable", stream1, actSubscribe, "", "", ErrUnavailable, 1013, "cannot be reached"},
		{"failure", stream1, actPublish, "", `{}`, errors.New("fire"), 1011, "the node's log"},
		{"too large", stream1, actPublish, "", `{"a":"` + strings.Repeat("a", MaxPayload) + `"}`, nil, 1009, ""},
	} {
		w.net.setFail(tt.fail)
		conn := w.mustDial(t, wsPath(tt.stream, tt.act)+tt.query)
		if tt.payload != "" {
			_ = conn.Write(timeLimit(t), websocket.MessageText, []byte(tt.payload)) // the answer may come in its midst
		}
		if code, reason := closing(t, conn); code != tt.code || !strings.Contains(reason, tt.says) {
			t.Errorf("%s: closed with %d %q, want %d %q", tt.name, code, reason, tt.code, tt.says)
		}
	}
	w.net.setFail(nil)
	// Partitions that were subscribed to before one failed are left.
	w.waitReaders(t, message.StreamPart{Stream: stream4}, 0)
	if n := w.net.count(); n != 0 {
		t.Errorf("%d messages were published", n)
	}
}

// A client that reads too slowly is cut off, hears why, and others do not notice.
func TestWebSocketSlowSubscriber(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil, func(l *Limits) { l.QueueMessages, l.QueueBytes = 100, 4<<20 })
	slow := w.subscribe(t, stream1, "", 0)
	slow.SetReadLimit(-1)
	fast := w.mustDial(t, wsPath(stream1, actSubscribe))
	w.waitShown(t, partOf(stream1, 0), 2)
	fast.SetReadLimit(-1)
	big := `{"x":"` + strings.Repeat("x", 1<<20) + `"}`
	var sent int
	for ended := w.hub.metrics.ended.WithLabelValues("websocket", "slow"); counter(ended) == 0; sent++ {
		if sent == 1000 {
			t.Fatal("a thousand MiB wait for a client")
		}
		w.net.inject(message.StreamPart{Stream: stream1}, big)
		if got := receive(t, fast); got != big {
			t.Fatal("the fast client got something else")
		}
		w.server.mu.Lock()
		gone := len(w.server.sockets) == 1
		w.server.mu.Unlock()
		if gone {
			break
		}
	}
	code, reason := closing(t, slow)
	if code != websocket.StatusTryAgainLater || !strings.Contains(reason, "too slow") {
		t.Errorf("closed with %d %q", code, reason)
	}
	w.net.inject(message.StreamPart{Stream: stream1}, `{"after":1}`)
	if got := receive(t, fast); got != `{"after":1}` {
		t.Errorf("the fast client got %s", clip(got))
	}
	w.metric(t, w.hub.metrics.ended.WithLabelValues("websocket", "slow"), 1)
}

func TestWebSocketReconnects(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	for i := range 20 {
		conn := w.subscribe(t, stream1, "", 0)
		want := fmt.Sprintf(`{"i":%d}`, i)
		w.net.inject(message.StreamPart{Stream: stream1}, want)
		if got := receive(t, conn); got != want {
			t.Fatalf("received %s, want %s", got, want)
		}
		_ = conn.CloseNow()
		w.waitReaders(t, message.StreamPart{Stream: stream1}, 0)
	}
}

func TestWebSocketManyClients(t *testing.T) {
	t.Parallel()
	w := newWSRig(t, nil)
	const readers, messages = 100, 50
	conns := make([]*websocket.Conn, readers)
	for i := range conns {
		conns[i] = w.mustDial(t, wsPath(stream1, actSubscribe))
	}
	w.waitShown(t, partOf(stream1, 0), readers)
	writer := w.mustDial(t, wsPath(stream1, actPublish))
	for i := range messages {
		send(t, writer, fmt.Sprintf(`{"i":%d}`, i))
	}
	var wg sync.WaitGroup
	for _, conn := range conns {
		wg.Go(func() {
			for i := range messages {
				var got struct{ I int }
				_, b, err := conn.Read(timeLimit(t))
				if err != nil || json.Unmarshal(b, &got) != nil || got.I != i {
					t.Errorf("message %d: %s, %v", i, b, err)
					return
				}
			}
		})
	}
	wg.Wait()
	if w.net.opened != 1 {
		t.Errorf("the network was asked %d times for one part", w.net.opened)
	}
}

func TestWebSocketShutdown(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	s, err := NewWebSocket(DefaultConfig().WebSocket, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	served := make(chan error, 1)
	go func() { served <- s.Serve(l) }()
	w := &wsRig{rig: r, url: "ws://" + l.Addr().String(), server: s}
	polite := w.subscribe(t, stream1, "", 0)
	stalled := w.subscribe(t, stream4, "", 0) // does not read, and so does not say goodbye
	_ = stalled
	said := make(chan string, 1)
	go func() {
		_, _, err := polite.Read(context.Background())
		var ce websocket.CloseError
		errors.As(err, &ce)
		said <- fmt.Sprint(ce.Code, " ", ce.Reason)
	}()
	ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
	defer cancel()
	began := time.Now()
	if err := s.Shutdown(ctx); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("shut down beside a client that does not go: %v", err)
	}
	if took := time.Since(began); took > 3*time.Second {
		t.Errorf("it took %v", took)
	}
	if got := <-said; got != fmt.Sprint(websocket.StatusGoingAway, " the node is shutting down") {
		t.Errorf("a client was told %s", got)
	}
	if err := <-served; err != nil {
		t.Error(err)
	}
	w.waitReaders(t, message.StreamPart{Stream: stream4}, 0)
	if err := s.Shutdown(context.Background()); err != nil {
		t.Errorf("a second time: %v", err)
	}
}
