package graph

import (
	"strings"
	"testing"
)

func TestWithoutVariables(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, text, want string }{
		{"first", "query ($a: Int, $b: Int) { f(x: $b) }", "query ($b: Int) { f(x: $b) }"},
		{"last", "query ($b: Int $a: Int) { f(x: $b) }", "query ($b: Int ) { f(x: $b) }"},
		{"all", "query q($a: Int $aa: Int) { f }", "query q { f }"},
		{"default", `query ($a: F = {x: ["$b: )", {y: "\")"}]} $b: Int) { f(x: $b) }`, "query ($b: Int) { f(x: $b) }"},
		{"block string", `query ($a: S = """ $b "" ) \""" (" """ $b: Int) { f(x: $b) }`, "query ($b: Int) { f(x: $b) }"},
		{"comment", "query ($a: S # $b )\n $b: Int) { f(x: $b) }", "query ( $b: Int) { f(x: $b) }"},
		{"directive", `query ($a: S @d(x: 1) $b: Int @d(y: "")) @e(z: $b) { f(x: $b) }`, `query ($b: Int @d(y: "")) @e(z: $b) { f(x: $b) }`},
		{"uses stay", "query ($a: Int $b: Int) { f(x: $b, y: {z: $a}) }", "query ($b: Int) { f(x: $b, y: {z: $a}) }"},
		{"directive of the operation", "query @e(z: $a) { f }", "query @e(z: $a) { f }"},
		{"several operations", "query x($a: Int) { f } query y($b: Int $a: Int) { f(x: $b) }", "query x { f } query y($b: Int ) { f(x: $b) }"},
		{"ends in between", `query ($a: S = "`, `query (`},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := withoutVariables(c.text, map[string]bool{"a": true, "aa": true})
			if len(got) != len(c.text) {
				t.Errorf("%d bytes became %d", len(c.text), len(got))
			}
			if squeeze(got) != squeeze(c.want) && c.name != "ends in between" {
				t.Errorf("got %s, want %s", squeeze(got), squeeze(c.want))
			}
		})
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// An unused variable is forgiven, anything else that is wrong beside it is not.
func TestUnusedVariables(t *testing.T) {
	t.Parallel()
	h := newHandler(t, simulatedWorld())
	if got := ask(t, h, `query ($a: Int) { __typename }`); got != `{"data":{"__typename":"Query"}}` {
		t.Errorf("got %s", got)
	}
	for _, query := range []string{
		`query ($a: Int) { __typename nothing }`, `query ($a: Int) { stream(id: $b) { id } }`,
		// Used in one operation and not in the other.
		`query x($a: ID!) { stream(id: $a) { id } } query y($a: ID!) { __typename }`,
	} {
		if got := ask(t, h, query); !strings.Contains(got, `"errors"`) {
			t.Errorf("%s: got %s", query, got)
		}
	}
}
