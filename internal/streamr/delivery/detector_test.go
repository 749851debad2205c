package delivery

import (
	"encoding/json"
	"os"
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
