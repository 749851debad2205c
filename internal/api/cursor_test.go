package api

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore/message"
)

var cursorPart = message.StreamPart{Stream: testStream, Partition: 3}

func TestCursorRoundTrip(t *testing.T) {
	t.Parallel()
	scope := newCursorScope([16]byte{1, 2}, cursorPart)
	key := message.Key{1, 2, 3}
	for _, want := range []position{
		{phase: phaseHistory, seq: 1, from: 2, key: &key},
		{phase: phaseHistory},
		{phase: phaseLive, seq: 1<<64 - 1, from: maxMillis},
	} {
		got, err := scope.parse(scope.text(want))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got, cmp.AllowUnexported(position{})); d != "" {
			t.Error(d)
		}
	}
}

func TestCursorRefusals(t *testing.T) {
	t.Parallel()
	scope := newCursorScope([16]byte{1}, cursorPart)
	text := scope.text(position{phase: phaseLive, seq: 5})
	for i := range text { // no single character may be another one
		b := []byte(text)
		b[i] ^= 1
		if _, err := scope.parse(string(b)); err == nil {
			t.Errorf("accepted with character %d changed", i)
		}
		if _, err := scope.parse(text[:i]); err == nil {
			t.Errorf("accepted when cut at %d", i)
		}
	}
	otherPart := cursorPart
	otherPart.Partition++
	for name, other := range map[string]*cursorScope{
		"store": newCursorScope([16]byte{2}, cursorPart), "part": newCursorScope([16]byte{1}, otherPart),
	} {
		if p := asProblem(func() error { _, err := other.parse(text); return err }()); p.code != codeForeignCursor {
			t.Errorf("of another %s: %v", name, p)
		}
	}
}

func FuzzCursor(f *testing.F) {
	scope := newCursorScope([16]byte{1}, cursorPart)
	key := message.Key{9}
	f.Add(scope.text(position{phase: phaseHistory, seq: 7, from: 8, key: &key}))
	f.Add(scope.text(position{phase: phaseLive, seq: 7}))
	f.Add("")
	f.Add("AAAA")
	f.Fuzz(func(t *testing.T, text string) {
		p, err := scope.parse(text)
		if err != nil {
			return
		}
		again, err := scope.parse(scope.text(p))
		if err != nil || cmp.Diff(p, again, cmp.AllowUnexported(position{})) != "" {
			t.Errorf("%+v became %+v (%v)", p, again, err)
		}
	})
}
