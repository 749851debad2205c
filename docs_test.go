package logstore_test

import (
	"os"
	"strings"
	"testing"
)

// The guide shows nothing that the examples do not run.
func TestGuideShowsCodeOfTheExamples(t *testing.T) {
	t.Parallel()
	guide, err := os.ReadFile("docs/sdk.md")
	if err != nil {
		t.Fatal(err)
	}
	var code string
	for _, file := range []string{"example_test.go", "example_network_test.go", "example_peer_test.go"} {
		examples, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		code += strings.ReplaceAll(string(examples), "\n\t", "\n") // as if outside of functions
	}
	blocks := strings.Split(string(guide), "```go\n")[1:]
	if len(blocks) < 8 {
		t.Fatalf("%d pieces of code in the guide", len(blocks))
	}
	for _, b := range blocks {
		snippet, _, ok := strings.Cut(b, "```")
		if !ok {
			t.Fatal("a piece of code has no end")
		}
		if s := strings.TrimRight(snippet, "\n"); !strings.Contains(code, s) {
			t.Errorf("not in an example:\n%s", s)
		}
	}
}
