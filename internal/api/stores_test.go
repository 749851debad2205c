package api

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/logstore/logstore/message"
)

func TestStores(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	auth := []string{"Authorization", basicAuth(t, 0x99)}
	var empty storesAnswer
	r := n.get("/stores", auth...)
	r.decode(t, &empty)
	if r.status != 200 || string(r.body) != `{"stores":[]}` {
		t.Errorf("%d %s", r.status, r.body)
	}
	for i := range int64(3) {
		n.append(plain(liveBase+i*1000, int32(i), "a"))
	}
	far := plain(liveBase-60_000, 4, "a")
	far.Partition = 7
	other := plain(liveBase, 0, "a")
	other.Stream = "other.eth/x"
	n.append(far, other)

	var list storesAnswer
	n.get("/stores", auth...).decode(t, &list)
	if len(list.Stores) != 2 || list.Next != "" {
		t.Fatalf("%+v", list)
	}
	first := list.Stores[0]
	if first.StreamID != testStream || first.Messages != 4 || first.Bytes == 0 || len(first.Partitions) != 2 || first.Partitions[1] != 7 ||
		*first.First != (refJSON{liveBase - 60_000, 4}) || *first.Last != (refJSON{liveBase + 2000, 2}) {
		t.Errorf("%+v %v %v", first, first.First, first.Last)
	}
	var page storesAnswer
	n.get("/stores?limit=1", auth...).decode(t, &page)
	if len(page.Stores) != 1 || page.Next != testStream {
		t.Fatalf("%+v", page)
	}
	next := page.Next
	page = storesAnswer{}
	n.get("/stores?limit=1&after="+escapeID(next), auth...).decode(t, &page)
	if len(page.Stores) != 1 || page.Stores[0].StreamID != "other.eth/x" || page.Next != "" {
		t.Errorf("%+v", page)
	}
	if r := n.get("/stores"); r.status != 401 {
		t.Errorf("without a header: %d", r.status)
	}
	if r := n.get("/stores?limit=10001", auth...); r.status != 400 {
		t.Errorf("limit=10001: %d %s", r.status, r.body)
	}
}

func TestStore(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	auth := []string{"Authorization", basicAuth(t, 0x99)}
	for i := range int64(100) {
		m := plain(liveBase+i*60_000, 0, "a")
		m.Partition = int32(i % 3)
		n.append(m)
	}
	twin := plain(liveBase, 0, "a")
	twin.Content = []byte(`"another"`)
	n.append(twin)

	path := "/stores/" + escapeID(testStream)
	var out storeAnswer
	r := n.get(path, auth...)
	r.decode(t, &out)
	if out.StreamID != testStream || out.Messages != 101 || len(out.Partitions) != 3 || out.Partitions[0].Equivocations != 1 ||
		out.Partitions[0].Messages != 35 || out.Partitions[2].First.Timestamp != liveBase+120_000 {
		t.Errorf("%s", r.body)
	}
	if h := out.Histogram; h == nil || len(h.Buckets) == 0 || len(h.Buckets) > 61 || h.WidthMillis < 60_000 {
		t.Errorf("histogram %+v", h)
	} else {
		var sum uint64
		last := int64(-1)
		for _, b := range h.Buckets {
			sum += b.Messages
			if b.Start <= last || b.Start%h.WidthMillis != 0 || b.Bytes == 0 {
				t.Errorf("bucket %+v after %d", b, last)
			}
			last = b.Start
		}
		if sum != 101 {
			t.Errorf("%d messages in buckets", sum)
		}
	}
	out = storeAnswer{}
	n.get(path+"?partition=1&buckets=5&from="+strconv.FormatInt(liveBase+600_000, 10)+"&to="+strconv.FormatInt(liveBase+1_200_000, 10), auth...).decode(t, &out)
	if len(out.Partitions) != 1 || out.Partitions[0].Partition != 1 || out.Messages != 33 || out.Histogram == nil {
		t.Errorf("%+v", out)
	}
	out = storeAnswer{}
	n.get(path+"?buckets=0", auth...).decode(t, &out)
	if out.Histogram != nil {
		t.Error("a histogram that nobody wants")
	}
	r = n.get("/stores/nobody.eth%2Fx", auth...)
	if string(r.body) != `{"streamId":"nobody.eth/x","partitions":[],"messages":0,"bytes":0}` {
		t.Errorf("unknown stream: %d %s", r.status, r.body)
	}
	for _, query := range []string{"partition=100", "partition=x", "buckets=1001", "buckets=-1", "from=x", "to=x", "from=5&to=4"} {
		if r := n.get(path+"?"+query, auth...); r.status != 400 {
			t.Errorf("%s: %d %s", query, r.status, r.body)
		}
	}
}

func TestSchemas(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	owner := signerOf(t, 0x11) // of testStream's domain
	if owner.UserID() != testStream.Owner() {
		t.Fatal("the test's keys changed")
	}
	path := "/stores/" + escapeID(testStream) + "/schema"
	_, session := n.signIn(owner, nil)
	own := []string{"Authorization", "Bearer " + session.Token}
	stranger := []string{"Authorization", basicAuth(t, 0x99)}
	put := func(path, schema string, header []string) reply {
		return n.do(http.MethodPut, path, strings.NewReader(schema), append([]string{"Content-Type", "application/json"}, header...)...)
	}
	if r := n.get(path, own...); r.status != 404 {
		t.Errorf("none yet: %d", r.status)
	}
	const schema = `{"type":"object","required":["a"]}`
	if r := put(path, schema, stranger); r.status != 403 {
		t.Errorf("by a stranger: %d", r.status)
	}
	if r := put(path, schema, nil); r.status != 401 {
		t.Errorf("by nobody: %d", r.status)
	}
	if r := put(path, schema, own); r.status != 204 {
		t.Fatalf("by the owner: %d %s", r.status, r.body)
	}
	if r := n.get(path); r.status != 200 || string(r.body) != schema {
		t.Errorf("%d %s", r.status, r.body)
	}
	if r, out := n.publish("application/octet-stream", frames(signed(t, owner, liveBase, 0, `{"b":1}`))); r.status != 422 || out.Results[0].Code != "schema_violation" {
		t.Errorf("%d %s", r.status, r.body)
	}
	for _, bad := range []string{"", "{", `{"type":"nothing"}`, `7`, `{"$ref":"https://example.com/x"}`} {
		r := put(path, bad, own)
		if code, _ := r.problem(t); r.status != 400 || code != "invalid_schema" {
			t.Errorf("%q: %d %s", bad, r.status, r.body)
		}
	}
	if r := put(path, strings.Repeat(" ", maxSchemaBody+1), own); r.status != 413 {
		t.Errorf("huge: %d", r.status)
	}
	if r := n.do(http.MethodDelete, path, nil, own...); r.status != 204 {
		t.Errorf("delete: %d %s", r.status, r.body)
	}
	if r := n.get(path, own...); r.status != 404 {
		t.Errorf("after delete: %d", r.status)
	}
	// The node's own address may manage every stream.
	if r := put(path, schema, []string{"Authorization", basicAuth(t, 0x77)}); r.status != 204 {
		t.Errorf("by the operator: %d %s", r.status, r.body)
	}
	if r := put("/stores/"+escapeID(message.StreamID("name.eth/x"))+"/schema", schema, []string{"Authorization", basicAuth(t, 0x77)}); r.status != 404 {
		t.Errorf("of an unknown stream: %d %s", r.status, r.body)
	}
}
