package node

import (
	"strings"
	"testing"
)

func TestParseEntryPoint(t *testing.T) {
	id := strings.Repeat("0f", 20)
	for _, s := range []string{"ws://127.0.0.1:30300/#" + id, "wss://node.example:443/#" + id, "ws://[::1]:1/#" + id} {
		e, err := ParseEntryPoint(s)
		if err != nil {
			t.Errorf("%s: %v", s, err)
			continue
		}
		if e.String() != s {
			t.Errorf("%s came out as %s", s, e)
		}
		if _, err := e.peer(); err != nil {
			t.Errorf("%s: %v", s, err)
		}
	}
	for _, s := range []string{"", "http://h:1/#" + id, "ws://h/#" + id, "ws://h:0/#" + id, "ws://h:1", "ws://h:1/#12", "ws://h:1/x#" + id, "ws://u@h:1/#" + id, "ws://h:99999/#" + id, "ws://:1/#" + id} {
		if e, err := ParseEntryPoint(s); err == nil {
			t.Errorf("%q was read as %v", s, e)
		}
	}
}

func FuzzParseEntryPoint(f *testing.F) {
	f.Add("ws://127.0.0.1:30300/#" + strings.Repeat("0f", 20))
	f.Fuzz(func(t *testing.T, s string) {
		e, err := ParseEntryPoint(s)
		if err != nil {
			return
		}
		again, err := ParseEntryPoint(e.String())
		if err != nil || again != e {
			t.Fatalf("%q: %v, then %v, %v", s, e, again, err)
		}
	})
}
