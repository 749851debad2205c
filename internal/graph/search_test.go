package graph

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

type streamID = message.StreamID

// pages goes through a list as the clients do: on from the last id, until a page is not
// full.
func pages(t *testing.T, v View, size int, list, where string) []string {
	t.Helper()
	h := newHandler(t, v)
	ids := []string{}
	for after := ""; ; after = ids[len(ids)-1] {
		got := ask(t, h, fmt.Sprintf("{ list: %s(first: %d, where: {id_gt: %q %s}) { id } }", list, size, after, where))
		var res struct {
			Data struct{ List []struct{ ID string } }
		}
		if err := json.Unmarshal([]byte(got), &res); err != nil || res.Data.List == nil {
			t.Fatalf("%v in %.500s", err, got)
		}
		for _, e := range res.Data.List {
			ids = append(ids, e.ID)
		}
		if len(res.Data.List) < size {
			return ids
		}
	}
}

// Whatever the size of a page, the pages make the whole list, in order, each entry once;
// and a search by user finds what a search through everything would.
func TestPages(t *testing.T) {
	t.Parallel()
	v := simulatedWorld()
	var grants []grant
	for id, users := range v.grants {
		for u, p := range users {
			if p != (chain.Permission{}) {
				grants = append(grants, grant{id, u, p})
			}
		}
	}
	for _, c := range []struct {
		name, where string
		pass        func(g grant) bool
	}{
		{"all", "", func(grant) bool { return true }},
		{"of one", `userId: "` + bob + `"`, func(g grant) bool { return g.user == user(bob) }},
		{"of three", `userAddress_in: ["` + keyUser + `", "` + public + `", "` + alice + `", "` + alice + `"]`, func(g grant) bool { return g.user != user(bob) }},
		{"of nobody", `userId_in: []`, func(grant) bool { return false }},
		{"of two who are one", `and: [{userId: "` + bob + `"}, {userId: "` + alice + `"}]`, func(grant) bool { return false }},
		{"on some", `stream_contains: "weather"`, func(g grant) bool { return g.stream == weather || g.stream == weatherDash || g.stream == dns }},
		{"on one", `stream: "` + weather + `"`, func(g grant) bool { return g.stream == weather }},
		{"who may grant or publish", `or: [{canGrant: true}, {publishExpiration_gt: "2000000000"}]`, func(g grant) bool { return g.Grant || g.Publish > 2_000_000_000 }},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			grantIDs, streamIDs := []string{}, []string{}
			for _, g := range grants {
				if c.pass(g) {
					grantIDs, streamIDs = append(grantIDs, g.id()), append(streamIDs, string(g.stream))
				}
			}
			slices.Sort(grantIDs)
			slices.Sort(streamIDs)
			streamIDs = slices.Compact(streamIDs)
			for _, size := range []int{1, 2, 3, 1000} {
				for _, list := range []string{"permissions", "streamPermissions"} {
					if diff := cmp.Diff(grantIDs, pages(t, v, size, list, c.where)); diff != "" {
						t.Errorf("%s in pages of %d (-want +got):\n%s", list, size, diff)
					}
				}
				if c.name == "on one" {
					continue // is not possible for streams
				}
				if diff := cmp.Diff(streamIDs, pages(t, v, size, "streams", "permissions_: {"+c.where+"}")); diff != "" {
					t.Errorf("streams in pages of %d (-want +got):\n%s", size, diff)
				}
			}
		})
	}
}

// A page may end with a stream that is gone when the next one is asked for.
func TestPagesAfterDeletion(t *testing.T) {
	t.Parallel()
	answer := ask(t, newHandler(t, simulatedWorld()), `{ permissions(first: 1, where: {id_gt: "`+deleted+` `+alice+`"}) { id } }`)
	if want := `{"data":{"permissions":[{"id":"` + weather + ` ` + public + `"}]}}`; answer != want {
		t.Errorf("got %s, want %s", answer, want)
	}
}
