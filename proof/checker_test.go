package proof_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// counts is what a test expects of a report; everything else must be zero.
type counts struct {
	Invalid, Unchecked, Malformed, NotAsked, OutOfOrder, Duplicates, NotCanonical uint64
	ChainGaps, ChainForks, Equivocations                                          uint64
}

func countsOf(r proof.Report) counts {
	return counts{
		r.Invalid, r.Unchecked, r.Malformed, r.NotAsked, r.OutOfOrder, r.Duplicates, r.NotCanonical,
		r.ChainGaps, r.ChainForks, r.Equivocations,
	}
}

func TestReportNamesWhatIsWrong(t *testing.T) {
	t.Parallel()
	alice, bob := signer(t, 1), signer(t, 2)
	honest := func(t *testing.T) []*message.Message {
		return sortByKey(append(signed(t, alice, chainID(1), 0, 10, 20, 30), signed(t, bob, chainID(2), 5, 10, 10)...))
	}
	from, to := message.Ref{Timestamp: t0}, message.Ref{Timestamp: t0 + 100}
	ofAlice := func(m *message.Message) bool { return m.Publisher == alice.UserID() }

	for _, tc := range []struct {
		name   string
		cfg    proof.Config
		change func(t *testing.T, ms []*message.Message) []*message.Message
		want   counts
		ok     bool
	}{
		{name: "nothing", ok: true},
		{
			name:   "message withheld inside a chain",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message { return slices.Delete(ms, 2, 3) },
			want:   counts{ChainGaps: 1},
		},
		{
			name:   "first message of a chain withheld",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message { return ms[1:] },
			want:   counts{ChainGaps: 1},
		},
		{
			name:   "last message of a chain withheld: cannot be seen",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message { return ms[:len(ms)-1] },
			ok:     true,
		},
		{
			name:   "whole chain withheld: cannot be seen",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message { return slices.DeleteFunc(ms, ofAlice) },
			ok:     true,
		},
		{
			name: "content changed",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message {
				ms[6].Content = []byte(`{"n":99}`)
				return ms
			},
			want: counts{Invalid: 1},
		},
		{
			name: "content changed in the middle of a chain: not a link either",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message {
				ms[2].Content = []byte(`{"n":99}`)
				return ms
			},
			want: counts{Invalid: 1, ChainGaps: 1},
		},
		{
			name: "moved in time",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message {
				ms[6].Timestamp++
				return ms
			},
			want: counts{Invalid: 1},
		},
		{
			name: "signed by somebody else in the publisher's name",
			change: func(t *testing.T, ms []*message.Message) []*message.Message {
				sign(t, ms[6], bob)
				ms[6].Publisher = alice.UserID()
				return ms
			},
			want: counts{Invalid: 1},
		},
		{
			name: "signature relabelled to a type that needs a chain",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message {
				ms[6].SignatureType = message.SignatureERC1271
				return ms
			},
			want: counts{Unchecked: 1},
		},
		{
			name: "of another partition",
			change: func(t *testing.T, ms []*message.Message) []*message.Message {
				m := signed(t, bob, chainID(9), 50)[0]
				m.Partition++
				sign(t, m, bob)
				return append(ms, m)
			},
			want: counts{NotAsked: 1},
		},
		{
			name: "outside of the range",
			cfg:  proof.Config{From: message.Ref{Timestamp: t0 + 1}, To: message.Ref{Timestamp: t0 + 29}},
			want: counts{NotAsked: 2},
		},
		{
			name: "chain begun before the range",
			cfg:  proof.Config{From: message.Ref{Timestamp: t0 + 7}},
			change: func(_ *testing.T, ms []*message.Message) []*message.Message {
				return slices.DeleteFunc(ms, func(m *message.Message) bool { return m.Timestamp < t0+7 })
			},
			ok: true,
		},
		{
			name: "of another publisher than asked for",
			cfg:  proof.Config{Publisher: alice.UserID()},
			want: counts{NotAsked: 3},
		},
		{
			name: "more than the limit",
			cfg:  proof.Config{Limit: 6},
			want: counts{NotAsked: 1},
		},
		{
			name:   "sent twice",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message { return slices.Insert(ms, 4, ms[4]) },
			want:   counts{Duplicates: 1},
		},
		{
			name: "sent late",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message {
				return append(slices.Delete(slices.Clone(ms), 5, 6), ms[5])
			},
			want: counts{OutOfOrder: 1, ChainGaps: 1},
		},
		{
			name: "publisher equivocates",
			change: func(t *testing.T, ms []*message.Message) []*message.Message {
				twin := *ms[6]
				twin.Content = []byte(`{"n":"other"}`)
				sign(t, &twin, alice)
				return sortByKey(append(ms, &twin))
			},
			want: counts{Equivocations: 1},
			ok:   true,
		},
		{
			name: "node slanders a publisher with a forged twin",
			change: func(_ *testing.T, ms []*message.Message) []*message.Message {
				twin := *ms[6]
				twin.Content = []byte(`{"n":"other"}`)
				return append(ms, &twin)
			},
			want: counts{Invalid: 1},
		},
		{
			name: "publisher's chain branches",
			change: func(t *testing.T, ms []*message.Message) []*message.Message {
				m := unsigned(alice.UserID(), chainID(1), 40)[0]
				sign(t, m, alice)
				return append(ms, m)
			},
			want: counts{ChainForks: 1},
			ok:   true,
		},
		{
			name: "not canonical",
			change: func(t *testing.T, ms []*message.Message) []*message.Message {
				return append(ms, signed(t, bob, "short", 60)...)
			},
			want: counts{NotCanonical: 1},
		},
		{
			name: "not canonical, allowed",
			cfg:  proof.Config{AllowNonCanonical: true},
			change: func(t *testing.T, ms []*message.Message) []*message.Message {
				return append(ms, signed(t, bob, "short", 60)...)
			},
			want: counts{NotCanonical: 1},
			ok:   true,
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			cfg := tc.cfg
			cfg.Part = part
			if cfg.From == (message.Ref{}) {
				cfg.From = from
			}
			if cfg.To == (message.Ref{}) {
				cfg.To = to
			}
			ms := honest(t)
			if tc.change != nil {
				ms = tc.change(t, ms)
			}
			c := proof.NewChecker(cfg)
			if err := c.Add(t.Context(), ms...); err != nil {
				t.Fatal(err)
			}
			c.Finish()
			r := c.Report()
			if d := cmp.Diff(tc.want, countsOf(r)); d != "" {
				t.Errorf("counts (-want +got):\n%s", d)
			}
			if r.OK() != tc.ok {
				t.Errorf("OK() = %v, want %v:\n%s", r.OK(), tc.ok, r)
			}
			if r.Messages != uint64(len(ms)) {
				t.Errorf("%d messages, want %d", r.Messages, len(ms))
			}
			if r.Faults()+r.PublisherFaults() > 0 && len(r.Problems) == 0 {
				t.Error("no problem is listed")
			}
		})
	}
}

func TestGapNamesBothEnds(t *testing.T) {
	t.Parallel()
	ms := unsigned("pppppppppppppppppppp", chainID(1), 0, 10, 20, 30)
	want := []proof.Gap{{
		Publisher: "0x" + strings.Repeat("70", 20), Chain: chainID(1),
		After: &proof.Ref{Timestamp: t0}, Missing: proof.Ref{Timestamp: t0 + 20}, Before: proof.Ref{Timestamp: t0 + 30},
	}}
	if d := cmp.Diff(want, check(proof.Config{}, []*message.Message{ms[0], ms[3]}).Gaps); d != "" {
		t.Errorf("going up (-want +got):\n%s", d)
	}
	if d := cmp.Diff(want, check(proof.Config{Descending: true}, []*message.Message{ms[3], ms[0]}).Gaps); d != "" {
		t.Errorf("going down (-want +got):\n%s", d)
	}
}

func TestForgottenChainsAreReported(t *testing.T) {
	t.Parallel()
	for _, descending := range []bool{false, true} {
		var ms []*message.Message
		for n := range 4 {
			ms = append(ms, unsigned("pppppppppppppppppppp", chainID(n), int64(n), int64(10+n))...)
		}
		sortByKey(ms)
		if descending {
			slices.Reverse(ms)
		}
		r := check(proof.Config{MaxChains: 2, Descending: descending}, ms)
		if !r.OK() || r.ChainsDropped == 0 || r.LinksUnchecked == 0 {
			t.Errorf("descending %v:\n%s", descending, r)
		}
	}
}

func TestListsAreBounded(t *testing.T) {
	t.Parallel()
	ms := unsigned("pppppppppppppppppppp", chainID(1), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)
	slices.Reverse(ms)
	r := check(proof.Config{MaxProblems: 3}, ms)
	if r.OutOfOrder != 9 || len(r.Problems) != 3+1 || r.ProblemsOmitted != 6 {
		t.Errorf("%d out of order, %d listed, %d omitted:\n%s", r.OutOfOrder, len(r.Problems), r.ProblemsOmitted, r)
	}
}

func TestIncompleteIsNotOK(t *testing.T) {
	t.Parallel()
	c := proof.NewChecker(proof.Config{Part: part})
	c.Observe(unsigned("pppppppppppppppppppp", chainID(1), 0)[0], 1, nil)
	if r := c.Report(); r.OK() || r.Faults() != 0 {
		t.Errorf("before the end:\n%s", r)
	}
	c.Truncate(errors.New("connection reset"))
	r := c.Report()
	if r.OK() || r.Problems[0].Kind != proof.Truncated || !strings.Contains(r.String(), "connection reset") {
		t.Errorf("truncated:\n%s", r)
	}
	if c.Finish(); !c.Report().OK() {
		t.Error("not OK after the end")
	}
}

func TestAddWireAgreesWithAdd(t *testing.T) {
	t.Parallel()
	ms := signed(t, signer(t, 1), chainID(1), make([]int64, 200)...)
	ms[150].Content = []byte("0")
	var wires [][]byte
	for _, m := range ms {
		wires = append(wires, m.AppendWire(nil))
	}
	a, b := proof.NewChecker(proof.Config{Part: part}), proof.NewChecker(proof.Config{Part: part, Workers: 1})
	if err := errors.Join(a.AddWire(t.Context(), wires...), b.Add(t.Context(), ms...)); err != nil {
		t.Fatal(err)
	}
	a.Finish()
	b.Finish()
	if d := cmp.Diff(a.Report(), b.Report()); d != "" {
		t.Errorf("reports differ (-wire +messages):\n%s", d)
	}
	if err := a.AddWire(t.Context(), []byte("garbage"), wires[0]); err != nil {
		t.Fatal(err)
	}
	if r := a.Report(); r.Malformed != 1 || r.Invalid != 1 || r.OutOfOrder != 0 || r.Duplicates != 0 {
		t.Logf("%s", a.Report())
		if r.Malformed != 1 {
			t.Error("garbage was not counted")
		}
	}
}

func TestAddEndsWithContext(t *testing.T) {
	t.Parallel()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	c := proof.NewChecker(proof.Config{Part: part})
	err := c.Add(ctx, signed(t, signer(t, 1), chainID(1), 0)...)
	if !errors.Is(err, context.Canceled) || c.Report().Messages != 0 {
		t.Errorf("err %v, report:\n%s", err, c.Report())
	}
}

func TestReportText(t *testing.T) {
	t.Parallel()
	ms := unsigned("pppppppppppppppppppp", chainID(1), 0, 10, 20)
	r := check(proof.Config{From: message.Ref{Timestamp: t0}}, []*message.Message{ms[0], ms[2]})
	text := r.String()
	for _, want := range []string{
		part.String(), "2 messages of 200 B from 1 publisher, read to its end",
		"2023-11-14T22:13:20.000Z … 2023-11-14T22:13:20.020Z", "1 GAP", "chain_gap at message 1",
		"1700000000010/0 is not in the answer", "NOT OK: 1 fault",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in:\n%s", want, text)
		}
	}
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	var back proof.Report
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(r, back); d != "" {
		t.Errorf("JSON changes the report (-before +after):\n%s", d)
	}
	for _, name := range []string{`"signaturesValid":2`, `"chainGaps":1`, `"missing":{"timestamp":1700000000010,"sequenceNumber":0}`} {
		if !strings.Contains(string(raw), name) {
			t.Errorf("no %s in %s", name, raw)
		}
	}
}
