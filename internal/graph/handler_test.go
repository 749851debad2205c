package graph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/logstore/logstore/internal/chain"
)

// What cannot be answered is an error that says why, never a part of an answer.
func TestRefusals(t *testing.T) {
	t.Parallel()
	deep := "{ node(id: \"" + nodeOne + "\") { " + strings.Repeat("storedStreams { storageNodes { ", 10) + "id" + strings.Repeat(" } }", 10) + " } }"
	aliases := "{ " + strings.Repeat("a: stream(id: \"x\") { id } ", 4000)
	var many, users strings.Builder
	for i := range maxSelections + 1 {
		fmt.Fprintf(&many, "f%d: __typename ", i)
	}
	for i := range maxUsers + 1 {
		fmt.Fprintf(&users, `"0x%040x", `, i)
	}
	for _, c := range []struct{ name, query, want string }{
		{"syntax", "{ stream(", "syntax error"},
		{"no such root", "{ flags { id } }", "answers only a part of the graph indexes"},
		{"no such field", "{ streams { createdAt } }", "answers only a part of the graph indexes"},
		{"mutation", "mutation { x }", "mutation"},
		{"subscription", "subscription { x }", "no subscriptions are offered"},
		{"order", `{ streams(orderBy: metadata) { id } }`, `orderBy "metadata" is not possible here: this list is in the order of id`},
		{"order as text", `{ storeUpdateds(orderBy: "id") { store } }`, `this list is in the order of store`},
		{"first too large", `{ nodes(first: 1001) { id } }`, "first is 1001: want 0…1000"},
		{"first negative", `{ storeUpdateds(first: -1) { store } }`, "first is -1"},
		{"first no number", `{ streams(first: "10") { id } }`, "Int"},
		{"first huge", `{ streams(first: 99999999999) { id } }`, "Int"},
		{"user", `{ permissions(where: {userAddress: "bob"}) { id } }`, "invalid user id"},
		{"expiration", `{ permissions(where: {publishExpiration_gt: "soon"}) { id } }`, "want a whole number"},
		{"expiration huge", `{ permissions(where: {publishExpiration_gt: ` + strings.Repeat("9", 40) + `}) { id } }`, "cannot be read"},
		{"cursor", `{ permissions(where: {id_gt: "a b"}) { id } }`, `id_gt: "a b" is not an id of this list`},
		{"cursor inside", `{ permissions(where: {or: [{id_gt: "a"}]}) { id } }`, "not possible inside"},
		{"stream inside", `{ streams(where: {permissions_: {and: [{stream: "a"}]}}) { id } }`, "not possible inside"},
		{"many filters", `{ permissions(where: {or: [` + strings.Repeat("{}, ", maxFilters) + `]}) { id } }`, "more than 100 filters"},
		{"deep filters", `{ permissions(where: ` + strings.Repeat("{or: [", maxFilters) + "{}" + strings.Repeat("]}", maxFilters) + `) { id } }`, "more than 100 filters"},
		{"many users", `{ permissions(where: {userAddress_in: [` + users.String() + `]}) { id } }`, "more than 100 users"},
		{"depth", deep, "depth"},
		{"selections", "{ " + many.String() + " }", "selections"},
		{"aliases", aliases + "}", ""},
		{"fragments that double", doubling(20), ""},
		{"fragment in a circle", "{ ...f } fragment f on Query { ...f }", "within itself"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := ask(t, newHandler(t, simulatedWorld()), c.query)
			var res struct {
				Data   json.RawMessage
				Errors []struct{ Message string }
			}
			if err := json.Unmarshal([]byte(got), &res); err != nil {
				t.Fatalf("%v in %s", err, got)
			}
			if res.Data != nil || len(res.Errors) == 0 || len(res.Errors) > maxErrors || len(got) > 20_000 {
				t.Fatalf("want errors only, and few, got %.500s", got)
			}
			if !strings.Contains(got, strings.ReplaceAll(c.want, `"`, `\"`)) {
				t.Errorf("got %.500s, want %q in it", got, c.want)
			}
		})
	}
}

// doubling is a query whose fragments would be 2ⁿ fields.
func doubling(n int) string {
	var b strings.Builder
	b.WriteString("{ ...f0 } ")
	for i := range n {
		fmt.Fprintf(&b, "fragment f%d on Query { ...f%d ...f%d } ", i, i+1, i+1)
	}
	fmt.Fprintf(&b, "fragment f%d on Query { __typename }", n)
	return b.String()
}

func TestBodies(t *testing.T) {
	t.Parallel()
	h := newHandler(t, simulatedWorld())
	for _, c := range []struct{ name, body, want string }{
		{"empty", "", "not a JSON object"},
		{"no JSON", "{ _meta { block { number } } }", "not a JSON object"},
		{"a list", `[{"query":"{ _meta { block { number } } }"}]`, "not a JSON object"},
		{"no query", `{"variables":{}}`, "no query"},
		{"query of another type", `{"query":1}`, "not a JSON object"},
		{"too large", `{"query":"` + strings.Repeat(" ", maxBody) + `"}`, "larger than 64 KiB"},
		{"variables", `{"query":"query($id: ID!) { stream(id: $id) { idAsString } }","variables":{"id":"` + quiet + `"}}`, `{"data":{"stream":{"idAsString":"` + quiet + `"}}}`},
		{"variable missing", `{"query":"query($id: ID!) { stream(id: $id) { id } }"}`, "errors"},
		{"operation", `{"query":"query a { a: __typename } query b { b: __typename }","operationName":"b"}`, `{"data":{"b":"Query"}}`},
		{"no operation of several", `{"query":"query a { a: __typename } query b { b: __typename }"}`, "errors"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := post(t, h, c.body); !strings.Contains(got, c.want) {
				t.Errorf("got %.500s, want %q in it", got, c.want)
			}
		})
	}
}

func TestGet(t *testing.T) {
	t.Parallel()
	h := newHandler(t, simulatedWorld())
	get := func(params url.Values) string {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/graphql?"+params.Encode(), nil))
		return w.Body.String()
	}
	got := get(url.Values{
		"query":         {"query a { __typename } query b($id: ID!) { node(id: $id) { lastSeen } }"},
		"operationName": {"b"}, "variables": {`{"id":"` + nodeTwo + `"}`},
	})
	if want := `{"data":{"node":{"lastSeen":"0"}}}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if got := get(url.Values{"query": {"{ __typename }"}, "variables": {"["}}); !strings.Contains(got, "errors") {
		t.Errorf("variables that are not JSON: got %s", got)
	}
	if got := get(nil); !strings.Contains(got, "no query") {
		t.Errorf("without a query: got %s", got)
	}
}

func TestAnswers(t *testing.T) {
	t.Parallel()
	h := newHandler(t, simulatedWorld())
	for _, c := range []struct{ name, query, want string }{
		{"block", "{ _meta { block { number hash timestamp } } }",
			`{"_meta":{"block":{"number":4711,"hash":"0x00000000000000000000000000000000000000000000000000000000000000b1","timestamp":1795000000}}}`},
		{"no such stream", `{ stream(id: "` + alice + `/none") { id } }`, `{"stream":null}`},
		{"deleted stream", `{ stream(id: "` + deleted + `") { id } }`, `{"stream":null}`},
		{"not a stream id", `{ stream(id: "a b/../c") { id } }`, `{"stream":null}`},
		{"address in capitals", `{ stream(id: "` + strings.Replace(strings.ToUpper(alice), "0X", "0x", 1) + `/weather") { metadata } }`, `{"stream":{"metadata":"{\"partitions\":3}"}}`},
		{"no such node", `{ node(id: "0x77") { id } }`, `{"node":null}`},
		{"not registered", `{ node(id: "0x0000000000000000000000000000000000000077") { id } }`, `{"node":null}`},
		{"node in capitals", `{ node(id: "` + strings.Replace(strings.ToUpper(nodeOne), "0X", "0x", 1) + `") { id } }`, `{"node":{"id":"` + nodeOne + `"}}`},
		{"nodes after", `{ nodes(where: {id_gt: "` + nodeOne + `"}) { id } }`, `{"nodes":[{"id":"` + nodeTwo + `"}]}`},
		{"nodes first", `{ nodes(first: 1) { id } }`, `{"nodes":[{"id":"` + nodeOne + `"}]}`},
		{"storage nodes after", `{ stream(id: "` + weather + `") { storageNodes(where: {id_gt: "` + nodeOne + `"}) { id } } }`, `{"stream":{"storageNodes":[{"id":"` + nodeTwo + `"}]}}`},
		{"stored after", `{ node(id: "` + nodeOne + `") { storedStreams(where: {id_gt: "` + weather + `"}) { id } } }`, `{"node":{"storedStreams":[{"id":"` + heath + `"}]}}`},
		{"stored after another", `{ node(id: "` + nodeOne + `") { storedStreams(first: 1, where: {id_gt: "0x1"}) { id } } }`, `{"node":{"storedStreams":[{"id":"` + weather + `"}]}}`},
		{"stores after", `{ storeUpdateds(where: {store_gt: "` + weather + `"}) { id store } }`, `{"storeUpdateds":[{"id":"` + heath + `","store":"` + heath + `"}]}`},
		{"none at all", `{ streams(first: 0) { id } permissions(first: 0) { id } storeUpdateds(first: 0) { id } }`, `{"streams":[],"permissions":[],"storeUpdateds":[]}`},
		{"anyOf nothing", `{ streams(where: {permissions_: {or: []}}) { id } }`, `{"streams":[]}`},
		{"anyOf in one place", `{ streams(where: {id_gt: "` + heath + `", permissions_: {userId: "` + alice + `", or: [{canEdit: true}, {canGrant: true}]}}) { id } }`,
			`{"streams":[{"id":"` + quiet + `"},{"id":"` + dns + `"}]}`},
		{"the public's only", `{ streamPermissions(where: {userId: "` + public + `", publishExpiration_gt: 0}) { stream { id } canGrant } }`,
			`{"streamPermissions":[{"stream":{"id":"` + heath + `"},"canGrant":false}]}`},
		{"number beyond 32 bits", `{ streamPermissions(where: {stream: "` + quiet + `", publishExpiration_gt: 4000000000}) { userId } }`, `{"streamPermissions":[{"userId":"` + bob + `"}]}`},
		{"not canEdit", `{ streamPermissions(where: {stream: "` + quiet + `", canEdit: false}) { userId } }`, `{"streamPermissions":[{"userId":"` + alice + `"}]}`},
		{"of another stream", `{ stream(id: "` + quiet + `") { permissions(where: {stream: "` + heath + `"}) { id } } }`, `{"stream":{"permissions":[]}}`},
		{"for ever is the largest", `{ streamPermissions(where: {stream: "` + heath + `", publishExpiration_gt: "18446744073709551615"}) { userId } }`,
			`{"streamPermissions":[{"userId":"` + public + `"},{"userId":"` + bob + `"}]}`},
		{"skip", `query($no: Boolean = false) { node(id: "` + nodeOne + `") { lastSeen metadata @include(if: $no) } }`, `{"node":{"lastSeen":"1790000000"}}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got, want := ask(t, h, c.query), `{"data":`+c.want+`}`; got != want {
				t.Errorf("got\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// Editors and code generators ask this first.
func TestIntrospection(t *testing.T) {
	t.Parallel()
	const typeRef = "fragment R on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }"
	got := ask(t, newHandler(t, simulatedWorld()), `query IntrospectionQuery { __schema { queryType { name } mutationType { name } subscriptionType { name }
		types { ...T } directives { name description locations args { ...I } } } }
		fragment T on __Type { kind name description fields(includeDeprecated: true) { name description args { ...I } type { ...R } isDeprecated deprecationReason }
			inputFields { ...I } interfaces { ...R } enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason } possibleTypes { ...R } }
		fragment I on __InputValue { name description type { ...R } defaultValue } `+typeRef)
	if strings.Contains(got, `"errors"`) || !strings.Contains(got, "StreamPermission_filter") || !strings.Contains(got, "as text in decimal") {
		t.Errorf("got %.1000s", got)
	}
}

func TestBudgets(t *testing.T) {
	t.Parallel()
	t.Run("fields", func(t *testing.T) {
		t.Parallel()
		var fields strings.Builder
		for i := range 150 {
			fmt.Fprintf(&fields, "f%d: id ", i)
		}
		got := ask(t, newHandler(t, crowdedView(1000)), "{ streams(first: 1000) { "+fields.String()+" } }")
		if want := "more than 100000 fields"; !strings.Contains(got, want) {
			t.Errorf("got %.500s, want %q in it", got, want)
		}
	})
	t.Run("text", func(t *testing.T) {
		t.Parallel()
		v := crowdedView(60)
		for id := range v.metadata {
			v.metadata[id] = strings.Repeat("x", 1<<20)
		}
		h := newHandler(t, v)
		if got, want := ask(t, h, "{ streams { metadata } }"), "larger than 32 MiB"; !strings.Contains(got, want) {
			t.Errorf("got %.500s, want %q in it", got, want)
		}
		if got := ask(t, h, "{ streams(first: 20) { metadata } }"); strings.Contains(got, "errors") || len(got) < 20<<20 {
			t.Errorf("20 MiB: got %d bytes, %.500s", len(got), got)
		}
	})
	t.Run("records", func(t *testing.T) {
		t.Parallel()
		h := newHandler(t, &endlessView{simulatedWorld()})
		got := ask(t, h, `{ streams(where: {idAsString_contains: "nowhere"}) { id } }`)
		if want := "went through 200000 records"; !strings.Contains(got, want) {
			t.Errorf("got %.500s, want %q in it", got, want)
		}
		got = ask(t, h, `{ streamPermissions(where: {userId: "`+alice+`"}) { id } }`)
		if strings.Contains(got, "errors") {
			t.Errorf("a user's permissions cost what others have: %.500s", got)
		}
	})
	t.Run("time", func(t *testing.T) {
		t.Parallel()
		h, err := New(crowdedView(1000), Config{Timeout: time.Nanosecond})
		if err != nil {
			t.Fatal(err)
		}
		if got := ask(t, h, "{ streams { id } }"); !strings.Contains(got, "took longer than 1ns") && !strings.Contains(got, "too many look-ups") {
			t.Errorf("got %.500s", got)
		}
	})
}

// endlessView has more streams than anybody can look at.
type endlessView struct{ *simulatedView }

func (v *endlessView) Streams(streamID) iter.Seq2[streamID, error] {
	return func(yield func(streamID, error) bool) {
		for i := 0; yield(streamID(fmt.Sprintf("%s/%012d", alice, i)), nil); i++ {
		}
	}
}

// waitingView lets a look-up wait.
type waitingView struct {
	*simulatedView
	wait func()
}

func (v *waitingView) Stores(after streamID) iter.Seq2[chain.Store, error] {
	v.wait()
	return v.simulatedView.Stores(after)
}

// No more than a few look-ups run at once; the others wait for their turn, not for ever.
func TestConcurrency(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		h, err := New(&waitingView{simulatedWorld(), func() { <-release }}, Config{MaxConcurrent: 2, Timeout: time.Second})
		if err != nil {
			t.Fatal(err)
		}
		answers := make(chan string, 2)
		for range 2 {
			go func() { answers <- ask(t, h, "{ storeUpdateds { store } }") }()
		}
		synctest.Wait()
		if got := ask(t, h, "{ __typename }"); !strings.Contains(got, "too many look-ups at once") {
			t.Errorf("the third of two: got %s", got)
		}
		close(release)
		for range 2 {
			<-answers
		}
		if got := ask(t, h, "{ __typename }"); got != `{"data":{"__typename":"Query"}}` {
			t.Errorf("afterwards: got %s", got)
		}
	})
}

// What is wrong inside is for the operator, not for the world.
func TestBrokenView(t *testing.T) {
	t.Parallel()
	for _, query := range []string{
		"{ streams { id } }", "{ permissions { id } }", `{ permissions(where: {userAddress_in: ["` + alice + `", "` + bob + `"]}) { id } }`,
		`{ stream(id: "` + weather + `") { id } }`, "{ nodes { id } }", `{ node(id: "` + nodeOne + `") { id } }`, "{ storeUpdateds { store } }",
	} {
		v := simulatedWorld()
		v.broken = errDisk
		var log bytes.Buffer
		h, err := New(v, Config{Timeout: time.Minute, Logger: slog.New(slog.NewTextHandler(&log, nil))})
		if err != nil {
			t.Fatal(err)
		}
		got := ask(t, h, query)
		if !strings.Contains(got, `"errors"`) || strings.Contains(got, `"data"`) || strings.Contains(got, "machine 7") {
			t.Errorf("%s: got %s", query, got)
		}
		if !strings.Contains(log.String(), "machine 7") {
			t.Errorf("%s: the log says %q", query, &log)
		}
	}
}

func TestPanics(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	h, err := New(&waitingView{simulatedWorld(), func() { panic("secret") }}, Config{Timeout: time.Minute, Logger: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := ask(t, h, "{ storeUpdateds { store } }"), `"message":"internal error"`; !strings.Contains(got, want) || strings.Contains(got, "secret") {
		t.Errorf("got %s, want %s in it", got, want)
	}
	if !strings.Contains(log.String(), "secret") {
		t.Errorf("the log says %q", &log)
	}
}

// A node that has not read the chain knows nothing, which is not the same as "there is
// nothing".
func TestUnread(t *testing.T) {
	t.Parallel()
	v := simulatedWorld()
	v.at = chain.Block{}
	if got, want := ask(t, newHandler(t, v), "{ streams { id } }"), "the chain has not been read yet"; !strings.Contains(got, want) {
		t.Errorf("got %s, want %q in it", got, want)
	}
}
