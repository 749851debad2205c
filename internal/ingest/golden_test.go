package ingest_test

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"testing"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

// world is the chain that the golden vectors were made against.
type world struct {
	Partitions map[message.StreamID]int `json:"partitions"`
	Publishers map[message.StreamID]any `json:"publishers"`
	ERC1271    map[string]string        `json:"erc1271"`
}

func (w *world) Stream(_ context.Context, id message.StreamID) (streams.Stream, error) {
	n, ok := w.Partitions[id]
	if !ok {
		return streams.Stream{}, fmt.Errorf("%w %s", streams.ErrUnknownStream, id)
	}
	return streams.Stream{ID: id, Partitions: n}, nil
}

func (w *world) MayPublish(_ context.Context, id message.StreamID, publisher message.UserID, _ int64) (int64, error) {
	if list, ok := w.Publishers[id].([]any); ok {
		for _, p := range list {
			if p == publisher.String() {
				return math.MaxInt64, nil
			}
		}
		return 0, streams.ErrNotPermitted
	}
	return math.MaxInt64, nil
}

// The verdicts about odd messages are those of the official SDK, but where the SDK
// decrypts: a storage node cannot.
func TestGoldenVerdicts(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../message/testdata/negative.json")
	if err != nil {
		t.Fatal(err)
	}
	var golden struct {
		World   world
		Vectors []struct {
			Name, Protobuf string
			Verdict        struct {
				Accepted bool
				Code     string
			}
		}
	}
	if err := json.Unmarshal(raw, &golden); err != nil {
		t.Fatal(err)
	}
	acceptedHere := map[string]bool{
		"encrypted, key unknown and nobody answers": true,
		"group key id replaced":                     true,
	}
	codes := map[string]ingest.Code{
		"INVALID_SIGNATURE": ingest.CodeInvalidSignature, "MISSING_PERMISSION": ingest.CodeNotPermitted,
		"INVALID_PARTITION": ingest.CodePartitionOutOfRange, "INVALID_MESSAGE_CONTENT": ingest.CodeInvalidContent,
		"": ingest.CodeMalformed,
	}
	// Rejected by both, but here something cheaper is seen first, or the chain
	// stand-in has no answer.
	otherCode := map[string]ingest.Code{
		"unknown signature type 5":        ingest.CodeUnsupportedSignature,
		"partition 100":                   ingest.CodeMalformed,
		"EVM signature labelled ERC-1271": ingest.CodeSignatureCheckFailed,
	}
	known := make(contracts)
	for address, answer := range golden.World.ERC1271 {
		id, err := message.ParseUserID(address)
		if err != nil {
			t.Fatal(err)
		}
		known[id] = answer == "0x1626ba7e"
	}
	if len(golden.Vectors) < 50 {
		t.Fatalf("%d vectors", len(golden.Vectors))
	}
	for _, v := range golden.Vectors {
		t.Run(v.Name, func(t *testing.T) {
			t.Parallel()
			in := open(t, ingest.Config{AllowNonCanonical: true}, ingest.Deps{
				Streams: &golden.World, Verifier: &message.Verifier{Contracts: known},
			})
			wire, err := hex.DecodeString(v.Protobuf)
			if err != nil {
				t.Fatal(err)
			}
			want := v.Verdict.Accepted || acceptedHere[v.Name]
			m, err := message.Decode(wire)
			if err != nil {
				if want || (v.Verdict.Code != "" && otherCode[v.Name] != ingest.CodeMalformed) {
					t.Errorf("not read: %v", err)
				}
				return
			}
			r := submit(t, in, m)[0]
			if (r.Outcome == ingest.Stored) != want {
				t.Fatalf("%v (%v), want accepted %v", r.Outcome, r.Err, want)
			}
			if want {
				return
			}
			code, other := otherCode[v.Name]
			if !other {
				code = codes[v.Verdict.Code]
			}
			if r.Err.Code != code {
				t.Errorf("rejected as %s (%v), want %s", r.Err.Code, r.Err, code)
			}
		})
	}
}
