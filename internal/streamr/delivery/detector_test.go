package delivery

import (
	"encoding/json"
	"os"
	"slices"
	"testing"

	"github.com/logstore/logstore/message"
)

// TestDetectorVectors runs what the official detector said (testdata/duplicates.json).
func TestDetectorVectors(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/duplicates.json")
	if err != nil {
		t.Fatal(err)
	}
	var file struct {
		Vectors []struct {
			Name    string
			MaxGaps int
			Steps   []struct {
				Previous *[2]int64
				Ref      [2]int64
				Result   string
			}
		}
	}
	if err := json.Unmarshal(b, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Vectors) == 0 {
		t.Fatal("no vectors")
	}
	words := map[novelty]string{isNew: "new", isDuplicate: "duplicate", isImpossible: "error"}
	for _, v := range file.Vectors {
		t.Run(v.Name, func(t *testing.T) {
			t.Parallel()
			var d detector
			for i, s := range v.Steps {
				var prev *message.Ref
				if s.Previous != nil {
					prev = &message.Ref{Timestamp: s.Previous[0], Sequence: int32(s.Previous[1])}
				}
				ref := message.Ref{Timestamp: s.Ref[0], Sequence: int32(s.Ref[1])}
				if got := words[d.look(prev, ref)]; got != s.Result {
					t.Errorf("step %d, %v after %v: looks %s, want %s", i, ref, prev, got, s.Result)
				}
				if got := words[d.add(prev, ref, v.MaxGaps)]; got != s.Result {
					t.Errorf("step %d, %v after %v: %s, want %s", i, ref, prev, got, s.Result)
				}
			}
		})
	}
}

// linearDetector is the detector in the words of §6.5: it goes through its gaps one by one.
type linearDetector struct{ gaps []gap }

func (d *linearDetector) add(prev *message.Ref, ref message.Ref, limit int) novelty {
	if prev != nil && prev.Compare(ref) >= 0 {
		return isImpossible
	}
	if len(d.gaps) == 0 {
		d.gaps = []gap{{from: ref, open: true}}
		return isNew
	}
	if prev == nil {
		g := &d.gaps[len(d.gaps)-1]
		if ref.Compare(g.from) <= 0 {
			return isDuplicate
		}
		g.from = ref
		return isNew
	}
	for i := len(d.gaps) - 1; i >= 0; i-- {
		g := d.gaps[i]
		if !g.open && prev.Compare(g.to) >= 0 {
			return isDuplicate
		}
		if ref.Compare(g.from) <= 0 {
			continue
		}
		if prev.Compare(g.from) < 0 || !g.open && ref.Compare(g.to) > 0 {
			return isImpossible
		}
		var kept []gap
		kept = append(kept, d.gaps[:i]...)
		if g.from.Compare(*prev) < 0 {
			kept = append(kept, gap{from: g.from, to: *prev})
		}
		if g.open || ref.Compare(g.to) < 0 {
			kept = append(kept, gap{from: ref, to: g.to, open: g.open})
		}
		kept = append(kept, d.gaps[i+1:]...)
		d.gaps = kept[max(0, len(kept)-limit):]
		return isNew
	}
	return isDuplicate
}

// FuzzDetector compares the detector with its plain twin. Three bytes are a message: its
// previous ref, 255 for none, its ref, and how much it may remember.
func FuzzDetector(f *testing.F) {
	f.Add([]byte{255, 1, 9, 3, 4, 9, 6, 7, 9, 1, 3, 9, 4, 6, 9})
	f.Add([]byte{255, 50, 2, 90, 91, 2, 60, 61, 2, 70, 71, 2, 61, 70, 2, 50, 60, 2})
	f.Fuzz(func(t *testing.T, steps []byte) {
		var d detector
		var twin linearDetector
		for i := 0; i+2 < len(steps); i += 3 {
			ref := message.Ref{Timestamp: int64(steps[i+1] / 3), Sequence: int32(steps[i+1] % 3)}
			var prev *message.Ref
			if steps[i] != 255 {
				prev = &message.Ref{Timestamp: int64(steps[i] / 3), Sequence: int32(steps[i] % 3)}
			}
			limit := 1 + int(steps[i+2]%20)
			look := d.look(prev, ref)
			got, want := d.add(prev, ref, limit), twin.add(prev, ref, limit)
			if got != want || look != want {
				t.Fatalf("step %d, %v after %v: looks %d, is %d, want %d", i/3, ref, prev, look, got, want)
			}
			if !slices.Equal(d.gaps, twin.gaps) {
				t.Fatalf("step %d: gaps %v, want %v", i/3, d.gaps, twin.gaps)
			}
			if got == isNew && d.look(prev, ref) == isNew {
				t.Fatalf("step %d: %v is new again", i/3, ref)
			}
		}
	})
}

func TestDetectorRemembersInOrderWithoutAllocating(t *testing.T) {
	var d detector
	at := int64(1)
	d.add(nil, message.Ref{Timestamp: at}, maxGaps)
	if n := testing.AllocsPerRun(100, func() {
		prev := message.Ref{Timestamp: at}
		at++
		d.add(&prev, message.Ref{Timestamp: at}, maxGaps)
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
