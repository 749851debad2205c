package streams_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
	"go.uber.org/goleak"

	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const (
	alice = "0x1111111111111111111111111111111111111111"
	bob   = "0x2222222222222222222222222222222222222222"
	node  = "0x3333333333333333333333333333333333333333"
)

func user(t testing.TB, s string) message.UserID {
	t.Helper()
	id, err := message.ParseUserID(s)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func openStore(t testing.TB) store.Store {
	t.Helper()
	st, err := pebble.Open("store", pebble.Options{FS: vfs.NewMem(), BallastBytes: -1, MinFreeBytes: -1})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := st.Close(); err != nil {
			t.Error(err)
		}
	})
	return st
}

func open(t testing.TB, cfg streams.Config) *streams.Registry {
	t.Helper()
	r, err := streams.New(cfg, openStore(t))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestPolicies(t *testing.T) {
	t.Parallel()
	list := []streams.StreamConfig{
		{ID: "/own", Partitions: 3},
		{ID: "x.eth/a", Publishers: []string{bob}},
		{ID: alice + "/open", Partitions: 1, Publishers: []string{"*"}},
		{ID: alice + "/Two", Partitions: 2, Publishers: []string{bob, "0x" + strings.Repeat("02", 33)}},
	}
	for _, c := range []struct {
		policy     streams.Policy
		id         string
		publisher  string
		partitions int
		want       error
	}{
		{"", node + "/own", node, 3, nil},
		{"", node + "/own", alice, 3, streams.ErrNotPermitted},
		{"", "x.eth/a", bob, 100, nil},
		{"", "x.eth/a", alice, 100, streams.ErrNotPermitted},
		{"", alice + "/open", bob, 1, nil},
		{"", alice + "/Two", bob, 2, nil},
		{"", alice + "/Two", "0x" + strings.Repeat("02", 33), 2, nil},
		{"", alice + "/Two", alice, 2, streams.ErrNotPermitted},
		{"", alice + "/two", alice, 100, nil}, // paths keep their case
		{"", alice + "/two", bob, 100, streams.ErrNotPermitted},
		{streams.Any, alice + "/two", bob, 100, nil},
		{streams.Any, node + "/own", bob, 3, streams.ErrNotPermitted},
		{streams.Listed, alice + "/two", alice, 0, streams.ErrUnknownStream},
		{streams.Listed, alice + "/open", bob, 1, nil},
		{streams.Any, "y.eth/a", bob, 0, streams.ErrUnknownStream},
		{streams.Any, "legacy-id", bob, 0, streams.ErrUnknownStream},
		{streams.Any, "0X" + strings.ToUpper(alice[2:41]) + "A/x", bob, 0, message.ErrStreamID},
		{streams.Any, alice + "/../x", bob, 0, message.ErrStreamID},
		{streams.Any, alice + "/a\u202eb", bob, 0, message.ErrStreamID},
		{streams.Any, "", bob, 0, message.ErrStreamID},
	} {
		r := open(t, streams.Config{Policy: c.policy, Owner: user(t, node), Streams: list})
		s, err := r.Stream(t.Context(), message.StreamID(c.id))
		if (err == nil) != (c.partitions > 0) {
			t.Errorf("%s %s: %v", c.policy, c.id, err)
		}
		if s.Partitions != c.partitions {
			t.Errorf("%s %s: %d partitions, want %d", c.policy, c.id, s.Partitions, c.partitions)
		}
		_, err = r.MayPublish(t.Context(), message.StreamID(c.id), user(t, c.publisher), 0)
		if !errors.Is(err, c.want) || (c.want == nil) != (err == nil) {
			t.Errorf("%s %s by %s: %v, want %v", c.policy, c.id, c.publisher, err, c.want)
		}
		if err != nil && c.want != message.ErrStreamID && !strings.Contains(err.Error(), "streams.list") {
			t.Errorf("the text does not say what to configure: %v", err)
		}
	}
}

func TestNewRefuses(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "schema.json")
	if err := os.WriteFile(file, []byte(`[]`), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		cfg  streams.Config
		want string
	}{
		{"policy", streams.Config{Policy: "all"}, `streams.policy "all": want listed, owned or any`},
		{"default partitions", streams.Config{DefaultPartitions: 101}, "streams.default_partitions: 101 partitions: want 1…100"},
		{"partitions", streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a", Partitions: -1}}}, "streams.list[0] (" + alice + "/a).partitions: -1"},
		{"id", streams.Config{Streams: []streams.StreamConfig{{ID: "a b"}}}, "streams.list[0].id"},
		{"path without owner", streams.Config{Streams: []streams.StreamConfig{{ID: "/a"}}}, "needs an owner"},
		{"twice", streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a"}, {ID: alice + "/a"}}}, "streams.list[1] (" + alice + "/a): listed twice"},
		{"publisher", streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a", Publishers: []string{"bob"}}}}, ".publishers: invalid user id"},
		{"ENS without publishers", streams.Config{Streams: []streams.StreamConfig{{ID: "x.eth/a"}}}, "list addresses"},
		{"schema", streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a", Schema: []byte(`{"type":1}`)}}}, ".schema: invalid schema"},
		{"schema file", streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a", SchemaFile: file}}}, ".schema_file: invalid schema"},
		{"no schema file", streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a", SchemaFile: file + "x"}}}, ".schema_file: open"},
		{"two schemas", streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a", SchemaFile: file, Schema: []byte(`true`)}}}, "not both"},
	} {
		_, err := streams.New(c.cfg, nil)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: got %v, want %q", c.name, err, c.want)
		}
	}
}

func TestSchema(t *testing.T) {
	t.Parallel()
	st := openStore(t)
	file := filepath.Join(t.TempDir(), "schema.json")
	configured := `{"type":"object"}`
	if err := os.WriteFile(file, []byte(configured), 0o600); err != nil {
		t.Fatal(err)
	}
	cfg := streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a", SchemaFile: file}}}
	r, err := streams.New(cfg, st)
	if err != nil {
		t.Fatal(err)
	}
	ctx := t.Context()
	check := func(r *streams.Registry, id message.StreamID, want string) {
		t.Helper()
		got, err := r.Schema(ctx, id)
		if err != nil || string(got) != want {
			t.Fatalf("schema of %s is %q (%v), want %q", id, got, err, want)
		}
		s, err := r.Stream(ctx, id)
		if err != nil || (s.Validator != nil) != (want != "") {
			t.Fatalf("validator %v, %v", s.Validator, err)
		}
	}
	set := func(id message.StreamID, raw []byte) {
		t.Helper()
		if err := r.SetSchema(ctx, id, raw); err != nil {
			t.Fatal(err)
		}
	}
	check(r, alice+"/a", configured)
	check(r, alice+"/b", "")

	set(alice+"/a", []byte(`{"type":"array"}`))
	set(alice+"/b", []byte(`true`))
	check(r, alice+"/a", `{"type":"array"}`)
	check(r, alice+"/b", `true`)

	if err := r.SetSchema(ctx, alice+"/a", []byte(`[]`)); !errors.Is(err, schema.ErrSchema) {
		t.Fatalf("got %v", err)
	}
	if err := r.SetSchema(ctx, "y.eth/a", []byte(`true`)); !errors.Is(err, streams.ErrUnknownStream) {
		t.Fatalf("got %v", err)
	}
	check(r, alice+"/a", `{"type":"array"}`)

	// What was set while the node ran survives a restart and wins over the file.
	again, err := streams.New(cfg, st)
	if err != nil {
		t.Fatal(err)
	}
	check(again, alice+"/a", `{"type":"array"}`)

	set(alice+"/a", nil)
	set(alice+"/b", nil)
	check(r, alice+"/a", configured)
	check(r, alice+"/b", "")
}

func TestMayManage(t *testing.T) {
	t.Parallel()
	r := open(t, streams.Config{Owner: user(t, node)})
	for _, c := range []struct {
		id   message.StreamID
		user message.UserID
		want bool
	}{
		{alice + "/a", user(t, alice), true},
		{alice + "/a", user(t, node), true},
		{alice + "/a", user(t, bob), false},
		{"x.eth/a", user(t, node), true},
		{"x.eth/a", "", false},
		{"x.eth/a", user(t, alice), false},
	} {
		if got := r.MayManage(c.id, c.user); got != c.want {
			t.Errorf("MayManage(%s, %v) = %v", c.id, c.user, got)
		}
	}
}

// Schemas are bounded in memory, and none is lost by it.
func TestManySchemas(t *testing.T) {
	t.Parallel()
	r := open(t, streams.Config{})
	large := []byte(`{"description":"` + strings.Repeat("x", 200_000) + `"}`)
	id := func(i int) message.StreamID { return message.StreamID(fmt.Sprintf("%s/%d", alice, i)) }
	for i := range 50 {
		if err := r.SetSchema(t.Context(), id(i), large); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		for i := range 50 {
			if got, err := r.Schema(t.Context(), id(i)); err != nil || !bytes.Equal(got, large) {
				t.Fatalf("schema %d: %d bytes, %v", i, len(got), err)
			}
		}
	}
	if n := r.CachedSchemaBytes(); n <= 0 || n > streams.MaxCachedSchemaBytes {
		t.Errorf("%d bytes of schemas in the cache", n)
	}
}

func TestConcurrentSetSchema(t *testing.T) {
	t.Parallel()
	r := open(t, streams.Config{})
	const id = message.StreamID(alice + "/a")
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for i := range 50 {
				if err := r.SetSchema(context.Background(), id, fmt.Appendf(nil, `{"minimum":%d}`, w*1000+i)); err != nil {
					t.Error(err)
				}
				if _, err := r.Stream(context.Background(), id); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	last := []byte(`{"title":"last"}`)
	if err := r.SetSchema(t.Context(), id, last); err != nil {
		t.Fatal(err)
	}
	if got, err := r.Schema(t.Context(), id); err != nil || !bytes.Equal(got, last) {
		t.Fatalf("got %s, %v", got, err)
	}
}

type failing struct{ store.Store }

var errDisk = errors.New("disk on fire")

func (failing) GetMeta(context.Context, string) ([]byte, error) { return nil, errDisk }
func (failing) PutMeta(context.Context, string, []byte) error   { return errDisk }

func TestStoreErrors(t *testing.T) {
	t.Parallel()
	r, err := streams.New(streams.Config{}, failing{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Stream(t.Context(), alice+"/a"); !errors.Is(err, errDisk) {
		t.Errorf("got %v", err)
	}
	if err := r.SetSchema(t.Context(), alice+"/a", []byte(`true`)); !errors.Is(err, errDisk) {
		t.Errorf("got %v", err)
	}
}

// A stored schema that no longer compiles refuses, and does not let everything pass.
func TestUnusableStoredSchema(t *testing.T) {
	t.Parallel()
	st := openStore(t)
	if err := st.PutMeta(t.Context(), "streams/schema/"+alice+"/a", []byte(`[]`)); err != nil {
		t.Fatal(err)
	}
	r, err := streams.New(streams.Config{}, st)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Stream(t.Context(), alice+"/a"); !errors.Is(err, schema.ErrSchema) {
		t.Errorf("got %v", err)
	}
}

func BenchmarkStream(b *testing.B) {
	r := open(b, streams.Config{Streams: []streams.StreamConfig{{ID: alice + "/a", Schema: []byte(`{"type":"object"}`)}}})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Stream(context.Background(), alice+"/a"); err != nil {
			b.Fatal(err)
		}
	}
}
