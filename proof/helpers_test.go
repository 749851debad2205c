package proof_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

const t0 = 1_700_000_000_000

var part = message.StreamPart{Stream: "0x1234567890123456789012345678901234567890/quakes", Partition: 2}

// signer returns a key that is the same in every run.
func signer(t testing.TB, n byte) message.Signer {
	t.Helper()
	s, err := message.NewEVMSigner([32]byte{31: n + 1})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// chainID makes a canonical chain id.
func chainID(n int) string { return fmt.Sprintf("chain%015d", n) }

// unsigned makes the messages of one chain at the given offsets (ms) from t0.
// Equal offsets get rising sequence numbers.
func unsigned(publisher message.UserID, id string, offsets ...int64) []*message.Message {
	c := message.NewChain(id)
	var ms []*message.Message
	for i, off := range offsets {
		ref, prev, err := c.Next(t0 + off)
		if err != nil {
			panic(err) // the test's own mistake
		}
		ms = append(ms, &message.Message{
			ID: message.ID{
				Stream: part.Stream, Partition: part.Partition, Timestamp: ref.Timestamp, Sequence: ref.Sequence,
				Publisher: publisher, Chain: id,
			},
			PrevRef: prev, Content: fmt.Appendf(nil, `{"n":%d}`, i),
		})
	}
	return ms
}

// signed is unsigned, signed.
func signed(t testing.TB, s message.Signer, id string, offsets ...int64) []*message.Message {
	t.Helper()
	ms := unsigned(s.UserID(), id, offsets...)
	for _, m := range ms {
		sign(t, m, s)
	}
	return ms
}

func sign(t testing.TB, m *message.Message, s message.Signer) {
	t.Helper()
	if err := message.Sign(m, s); err != nil {
		t.Fatal(err)
	}
}

func sortByKey(ms []*message.Message) []*message.Message {
	slices.SortFunc(ms, func(a, b *message.Message) int {
		x, y := a.Key(), b.Key()
		return bytes.Compare(x[:], y[:])
	})
	return ms
}

// check feeds an answer without looking at signatures.
func check(cfg proof.Config, ms []*message.Message) proof.Report {
	if cfg.Part == (message.StreamPart{}) {
		cfg.Part = part
	}
	c := proof.NewChecker(cfg)
	for _, m := range ms {
		c.Observe(m, 100, nil)
	}
	c.Finish()
	return c.Report()
}

// drawChains draws what some publishers published, sorted.
func drawChains(t *rapid.T) []*message.Message {
	var ms []*message.Message
	for n := range rapid.IntRange(1, 5).Draw(t, "chains") {
		publisher := message.UserID(bytes.Repeat([]byte{byte(1 + n%3)}, 20))
		offsets := rapid.SliceOfN(rapid.Int64Range(0, 40), 1, 12).Draw(t, "offsets")
		slices.Sort(offsets)
		ms = append(ms, unsigned(publisher, chainID(n), offsets...)...)
	}
	return sortByKey(ms)
}

// drawQuery draws a question and answers it honestly.
func drawQuery(t *rapid.T, all []*message.Message) (proof.Config, []*message.Message) {
	cfg := proof.Config{Part: part}
	ms := slices.Clone(all)
	if rapid.Bool().Draw(t, "newest") {
		cfg.Newest = rapid.IntRange(1, len(ms)+3).Draw(t, "count")
		return cfg, ms[max(0, len(ms)-cfg.Newest):]
	}
	ref := rapid.Custom(func(t *rapid.T) message.Ref {
		return message.Ref{
			Timestamp: t0 + rapid.Int64Range(0, 40).Draw(t, "ms"),
			Sequence:  rapid.Int32Range(0, 2).Draw(t, "sequence"),
		}
	})
	if rapid.Bool().Draw(t, "bounded below") {
		cfg.From = ref.Draw(t, "from")
	}
	if rapid.Bool().Draw(t, "bounded above") {
		cfg.To = ref.Draw(t, "to")
	}
	ms = slices.DeleteFunc(ms, func(m *message.Message) bool {
		return m.Ref().Compare(cfg.From) < 0 || cfg.To != (message.Ref{}) && m.Ref().Compare(cfg.To) > 0
	})
	if cfg.Descending = rapid.Bool().Draw(t, "descending"); cfg.Descending {
		slices.Reverse(ms)
	}
	if rapid.Bool().Draw(t, "limited") {
		cfg.Limit = rapid.IntRange(1, 20).Draw(t, "limit")
		ms = ms[:min(len(ms), cfg.Limit)]
	}
	return cfg, ms
}
