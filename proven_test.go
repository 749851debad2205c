package logstore_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// provable lists every kind of query that can be proven, over a hundred messages a
// second apart, with what it selects.
func provable() map[string]struct {
	q    logstore.Query
	want []int
} {
	at := func(n int) time.Time { return t0.Add(time.Duration(n) * time.Second) }
	return map[string]struct {
		q    logstore.Query
		want []int
	}{
		"everything":                {logstore.Query{}, numbers(0, 100)},
		"everything, reversed":      {logstore.Query{Reverse: true}, reversed(numbers(0, 100))},
		"last":                      {logstore.Query{Last: 7}, numbers(93, 100)},
		"last one":                  {logstore.Query{Last: 1}, numbers(99, 100)},
		"last of fewer":             {logstore.Query{Last: 200}, numbers(0, 100)},
		"from":                      {logstore.Query{From: at(40)}, numbers(40, 100)},
		"from an exact place":       {logstore.Query{FromRef: message.Ref{Timestamp: at(40).UnixMilli(), Sequence: 1}}, numbers(41, 100)},
		"from after the end":        {logstore.Query{From: at(1000)}, nil},
		"from, limited":             {logstore.Query{From: at(40), Limit: 9}, numbers(40, 49)},
		"from, newest by limit":     {logstore.Query{From: at(40), Limit: 9, Reverse: true}, reversed(numbers(91, 100))},
		"limit above what is there": {logstore.Query{From: at(90), Limit: 50}, numbers(90, 100)},
		"limit that just fits":      {logstore.Query{From: at(90), Limit: 10}, numbers(90, 100)},
		"range":                     {logstore.Query{From: at(20), To: at(29)}, numbers(20, 30)},
		"range, reversed":           {logstore.Query{From: at(20), To: at(29), Reverse: true}, reversed(numbers(20, 30))},
		"range, limited":            {logstore.Query{From: at(20), To: at(29), Limit: 3}, numbers(20, 23)},
		"range, reversed, limited":  {logstore.Query{From: at(20), To: at(29), Limit: 3, Reverse: true}, reversed(numbers(27, 30))},
		"range of one millisecond":  {logstore.Query{From: at(20), To: at(20)}, numbers(20, 21)},
		"range with nothing in it":  {logstore.Query{From: at(20).Add(1e6), To: at(21).Add(-1e6)}, nil},
		"range to an exact place": {logstore.Query{
			ToRef: message.Ref{Timestamp: at(3).UnixMilli(), Sequence: 5},
		}, numbers(0, 4)},
	}
}

func TestHonestAnswersAreProven(t *testing.T) {
	t.Parallel()
	kept := signedMessages(t, newKey(t), "/s", 100)
	for name, tc := range provable() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newProver(t, kept)
			c := ask(t, p, logstore.Config{Node: p.key.UserID().String()})
			testProven(t, c, string(kept[0].Stream), tc.q, tc.want, p.key.UserID())
		})
	}
}

// testProven asks, and wants the answer proven to be complete by the node's signature.
func testProven(t *testing.T, c *logstore.Client, stream string, q logstore.Query, want []int, node message.UserID) {
	t.Helper()
	q.Stream = stream
	got, res, err := collect(t, c, q)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("messages (-want +got):\n%s", d)
	}
	r := res.Report()
	if !r.OK() || r.Proof == nil || r.Proof.Status != proof.Proven || r.Proof.Node != node.String() ||
		r.Range.Count != uint64(len(want)) || r.Proof.Checkpoint.Count != 100 {
		t.Errorf("not proven:\n%s", r)
	}
	if res.Certificate() == nil {
		t.Error("no certificate")
	}
}

func TestLiesAreProven(t *testing.T) {
	t.Parallel()
	// Publishers that start a chain for each message: no link shows what is missing.
	key := newKey(t)
	var kept []*message.Message
	for i, m := range signedMessages(t, key, "/s", 20) {
		m.Chain, m.PrevRef = "abcdefghijklmnopqrs"+string(rune('a'+i)), nil
		if err := message.Sign(m, key); err != nil {
			t.Fatal(err)
		}
		kept = append(kept, m)
	}
	at := func(n int) time.Time { return t0.Add(time.Duration(n) * time.Second) }
	withhold := func(from, to int) func(*prover, *reply) {
		return func(_ *prover, r *reply) { r.messages = slices.Delete(slices.Clone(r.messages), from, to) }
	}
	for _, tc := range []struct {
		name string
		q    logstore.Query
		lie  func(*prover, *reply)
		want string
	}{
		{"withholds the beginning", logstore.Query{}, withhold(0, 1), "something was left out"},
		{"withholds the middle", logstore.Query{}, withhold(9, 11), "something was left out"},
		{"withholds the end", logstore.Query{}, withhold(19, 20), "something was left out"},
		{"withholds the end of a range", logstore.Query{From: at(3), To: at(8)}, withhold(5, 6), "something was left out"},
		{"withholds in a descending answer", logstore.Query{Reverse: true}, withhold(0, 1), "something was left out"},
		{"withholds the newest of the last", logstore.Query{Last: 5}, withhold(4, 5), "something was left out"},
		{"withholds everything", logstore.Query{}, withhold(0, 20), "something was left out"},
		{"proves the shorter range that it answers", logstore.Query{}, func(p *prover, r *reply) {
			r.messages = r.messages[:19]
			rg := proof.FullRange()
			rg.To = r.messages[18].Key()
			r.cert = p.certify(p.kept, rg, false)
		}, "ends before"},
		{"proves a range that begins later", logstore.Query{}, func(p *prover, r *reply) {
			r.messages = r.messages[1:]
			rg := proof.FullRange()
			rg.From = r.messages[0].Key()
			r.cert = p.certify(p.kept, rg, false)
		}, "begins after"},
		{"gives fewer than the limit", logstore.Query{Limit: 10}, func(p *prover, r *reply) {
			r.messages = r.messages[:9]
			rg := proof.FullRange()
			rg.To = r.messages[8].Key()
			r.cert = p.certify(p.kept, rg, false)
		}, "ends before"},
		{"gives fewer than the newest", logstore.Query{Last: 10}, func(p *prover, r *reply) {
			r.messages = r.messages[1:]
			rg := proof.FullRange()
			rg.From = r.messages[0].Key()
			r.cert = p.certify(p.kept, rg, false)
		}, "begins after"},
		{"adds a message that is not in its tree", logstore.Query{}, func(p *prover, r *reply) {
			r.cert = p.certify(p.kept[:19], proof.FullRange(), false)
		}, "something was left out, added"},
		{"signs with another key", logstore.Query{}, func(p *prover, r *reply) {
			r.cert = (&prover{tb: p.tb, key: nodeKey(p.tb, 2), kept: p.kept}).certify(p.kept, proof.FullRange(), false)
		}, "is signed by"},
		{"forges the root", logstore.Query{}, func(_ *prover, r *reply) { r.cert.Checkpoint.Sum.Digest[0] ^= 1 }, "FAILED"},
		{"signs another root", logstore.Query{}, func(p *prover, r *reply) {
			root := r.cert.Checkpoint.Sum
			root.Digest[0] ^= 1
			r.cert.Checkpoint = p.checkpoint(root)
		}, "something was left out"},
		{"signs another number", logstore.Query{}, func(p *prover, r *reply) {
			root := r.cert.Checkpoint.Sum
			root.Count--
			r.cert.Checkpoint = p.checkpoint(root)
		}, "something was left out"},
		{"signs about another stream part", logstore.Query{}, func(p *prover, r *reply) {
			a := r.cert.Checkpoint.Attestation
			a.Part.Partition = 3
			signed, err := a.Sign(p.key)
			if err != nil {
				p.tb.Error(err)
			}
			r.cert.Checkpoint = signed
		}, "is about"},
		{"claims to have pruned", logstore.Query{}, func(_ *prover, r *reply) { r.cert.Checkpoint.Floor = at(1).UnixMilli() }, "FAILED"},
		{"gives no certificate", logstore.Query{}, func(_ *prover, r *reply) { r.cert = nil }, "NOT GIVEN"},
		{"gives garbage", logstore.Query{}, func(_ *prover, r *reply) { r.header = func(string) string { return "garbage!" } }, "cannot be read"},
		{"gives a cut certificate", logstore.Query{}, func(_ *prover, r *reply) {
			r.header = func(s string) string { return s[:len(s)/4*2] }
		}, "cannot be read"},
		{"gives an unknown version", logstore.Query{}, func(_ *prover, r *reply) {
			r.header = func(s string) string { return "Ag" + s[2:] }
		}, "cannot be read"},
		{"drops the subtrees beside the range", logstore.Query{From: at(3), To: at(8)}, func(_ *prover, r *reply) { r.cert.Proof.Before = nil }, "FAILED"},
		{"gives a summary", logstore.Query{}, func(p *prover, r *reply) {
			r.cert = p.certify(p.kept, proof.FullRange(), true)
		}, "FAILED"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			p := newProver(t, kept)
			p.lie = func(r *reply) { tc.lie(p, r) }
			c := ask(t, p, logstore.Config{Node: p.key.UserID().String()})
			q := tc.q
			q.Stream = string(kept[0].Stream)

			got, res, err := collect(t, c, q)
			var verr *logstore.VerificationError
			if !errors.As(err, &verr) || verr.Problem.Kind != proof.Unproven || verr.Message != nil || !strings.Contains(err.Error(), tc.want) {
				t.Errorf("iteration ends with %v, want %q", err, tc.want)
			}
			r := res.Report()
			if r.OK() || r.Proof.Status == proof.Proven || r.Unproven != 1 || r.Messages != uint64(len(got)) || !strings.Contains(r.String(), tc.want) {
				t.Errorf("want %q:\n%s", tc.want, r)
			}
			if len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Detail, tc.want) {
				t.Errorf("problems %v, want %q", r.Problems, tc.want)
			}

			q.Verification = logstore.VerifySkip
			skipped, res, err := collect(t, c, q)
			if r := res.Report(); err != nil || !slices.Equal(skipped, got) || r.OK() || !strings.Contains(r.String(), tc.want) {
				t.Errorf("skipping: %v\n%s", err, r)
			}

			// The publishers' signatures and links alone do not show it.
			q.Verification, q.WithoutProof = logstore.VerifyStrict, true
			if _, res, err := collect(t, c, q); err != nil || !res.Report().OK() || res.Report().Proof != nil || res.Certificate() != nil {
				t.Errorf("without a proof: %v", err)
			}
		})
	}
}

func TestPrunedBeginningIsNamed(t *testing.T) {
	t.Parallel()
	kept := signedMessages(t, newKey(t), "/s", 20)
	p := newProver(t, kept)
	p.floor = t0.Add(5 * time.Second).UnixMilli()
	c := ask(t, p, logstore.Config{})
	got, res, err := collect(t, c, logstore.Query{Stream: string(kept[0].Stream)})
	if r := res.Report(); err != nil || !slices.Equal(got, numbers(5, 20)) || !r.OK() || r.Proof.PrunedBefore != p.floor {
		t.Errorf("%v, %v\n%s", got, err, r)
	}
}

func TestProofsAreAskedForWhereTheyCanBe(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	kept := signedMessages(t, key, "/s", 5)
	for _, tc := range []struct {
		name string
		q    logstore.Query
		want bool
	}{
		{"everything", logstore.Query{}, true},
		{"last", logstore.Query{Last: 1}, true},
		{"skipping", logstore.Query{Verification: logstore.VerifySkip}, true},
		{"not verified", logstore.Query{Verification: logstore.VerifyOff}, false},
		{"one publisher", logstore.Query{Publisher: key.Address()}, false},
		{"one chain", logstore.Query{Publisher: key.Address(), Chain: kept[0].Chain}, false},
		{"without", logstore.Query{WithoutProof: true}, false},
	} {
		p := newProver(t, kept)
		tc.q.Stream = string(kept[0].Stream)
		_, res, err := collect(t, ask(t, p, logstore.Config{}), tc.q)
		if err != nil || p.asked.Has("proof") != tc.want || (res.Certificate() != nil) != tc.want || (res.Report().Proof != nil) != tc.want {
			t.Errorf("%s: %v, asked %v\n%s", tc.name, err, p.asked, res.Report())
		}
	}
}

// A proof is not claimed for an answer that was left before its end.
func TestProofIsOpenUntilTheEnd(t *testing.T) {
	t.Parallel()
	kept := signedMessages(t, newKey(t), "/s", 5)
	c := ask(t, newProver(t, kept), logstore.Config{})
	res, err := c.Query(t.Context(), logstore.Query{Stream: string(kept[0].Stream)})
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	for range res.All() {
		break
	}
	if r := res.Report(); r.OK() || r.Proof.Status != proof.ProofOpen {
		t.Errorf("report:\n%s", r)
	}
}

func TestNodeAddressIsChecked(t *testing.T) {
	t.Parallel()
	for _, node := range []string{"me", "0x12", "0x00000000000000000000000000000000000000", "00000000000000000000000000000000000000aa"} {
		if _, err := logstore.New(logstore.Config{Node: node}); err == nil || !strings.Contains(err.Error(), "config Node") {
			t.Errorf("%q: %v", node, err)
		}
	}
}
