package logstore_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

func TestDigestIsThatOfTheMessages(t *testing.T) {
	t.Parallel()
	kept := signedMessages(t, newKey(t), "/s", 100)
	p := newProver(t, kept)
	testDigests(t, ask(t, p, logstore.Config{Node: p.key.UserID().String()}), string(kept[0].Stream), p.key.UserID())
}

// testDigests compares proven sums with those of answers, over a hundred messages a
// second apart.
func testDigests(t *testing.T, c *logstore.Client, stream string, node message.UserID) {
	t.Helper()
	at := func(n int) time.Time { return t0.Add(time.Duration(n) * time.Second) }
	for _, r := range [][2]time.Time{{}, {at(10), {}}, {{}, at(10)}, {at(10), at(19)}, {at(10), at(10)}, {at(1000), at(2000)}} {
		sum, err := c.Digest(t.Context(), stream, 0, r[0], r[1])
		if err != nil {
			t.Fatal(err)
		}
		_, res, err := collect(t, c, logstore.Query{Stream: stream, From: r[0], To: r[1]})
		if err != nil {
			t.Fatal(err)
		}
		if sum.Sum != *res.Report().Range || sum.Checkpoint.Count != 100 || sum.Node != node.String() || sum.Certificate == nil {
			t.Errorf("%v: %+v, the answer has %+v", r, sum, res.Report().Range)
		}
	}
	for _, bad := range []error{
		func() error { _, err := c.Digest(t.Context(), stream, 100, t0, t0); return err }(),
		func() error { _, err := c.Digest(t.Context(), stream, 0, at(1), at(0)); return err }(),
		func() error { _, err := c.Digest(t.Context(), stream, 0, time.UnixMilli(-1), at(0)); return err }(),
	} {
		if !errors.Is(bad, logstore.ErrInvalid) {
			t.Errorf("error %v", bad)
		}
	}
}

func TestFalseDigestsAreRefused(t *testing.T) {
	t.Parallel()
	kept := signedMessages(t, newKey(t), "/s", 20)
	from, to := t0.Add(3*time.Second), t0.Add(9*time.Second)
	asked := proof.RangeOf(message.Ref{Timestamp: from.UnixMilli()}, message.Ref{Timestamp: to.UnixMilli(), Sequence: 1<<31 - 1})
	for _, tc := range []struct {
		name string
		lie  func(*prover, *reply)
		want string
	}{
		{"garbage", func(_ *prover, r *reply) { r.header = func(string) string { return "*" } }, "cannot be read"},
		{"none", func(_ *prover, r *reply) { r.header = func(string) string { return "" } }, "cannot be read"},
		{"another range", func(p *prover, r *reply) { r.cert = p.certify(p.kept, proof.FullRange(), true) }, "another range"},
		{"fewer messages", func(p *prover, r *reply) { r.cert = p.certify(slices.Delete(slices.Clone(p.kept), 5, 6), asked, true) }, "its proof 6"},
		{"without the messages inside", func(_ *prover, r *reply) { r.cert.Proof.Inside = nil }, "invalid proof"},
		{"more bytes", func(_ *prover, r *reply) { r.cert.Proof.Inside[0].Sum.Bytes++ }, "gives the root"},
		{"another signer", func(p *prover, r *reply) {
			r.cert = (&prover{tb: p.tb, key: nodeKey(p.tb, 2), kept: p.kept}).certify(p.kept, asked, true)
		}, "is signed by"},
		{"another stream part", func(p *prover, r *reply) {
			a := r.cert.Checkpoint.Attestation
			a.Part.Partition = 3
			signed, err := a.Sign(p.key)
			if err != nil {
				p.tb.Error(err)
			}
			r.cert.Checkpoint = signed
		}, "the checkpoint is about"},
		{"forged root", func(_ *prover, r *reply) { r.cert.Checkpoint.Sum.Count++ }, "the checkpoint"},
	} {
		p := newProver(t, kept)
		p.lie = func(r *reply) { tc.lie(p, r) }
		c := ask(t, p, logstore.Config{Node: p.key.UserID().String()})
		_, err := c.Digest(t.Context(), string(kept[0].Stream), 0, from, to)
		if !errors.Is(err, logstore.ErrVerification) || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: %v, want %q", tc.name, err, tc.want)
		}
	}
}

func TestCheckpointsOfStats(t *testing.T) {
	t.Parallel()
	kept := signedMessages(t, newKey(t), "/s", 4)
	p := newProver(t, kept)
	part, node := kept[0].Part(), p.key.UserID()
	cert := p.certify(kept, proof.FullRange(), false)
	honest := func() logstore.Checkpoint {
		return logstore.Checkpoint{
			Sum: cert.Checkpoint.Sum, AsOf: cert.Checkpoint.AsOf, Node: node.String(),
			Signature: message.UserID(cert.Checkpoint.Signature[:]).String(), // 0x and hex
		}
	}
	good := honest()
	for _, want := range []message.UserID{"", node} {
		if err := good.Verify(part, want); err != nil {
			t.Error(err)
		}
	}
	if err := good.Verify(part, nodeKey(t, 2).UserID()); err == nil {
		t.Error("taken for one of another node")
	}
	for name, change := range map[string]func(c *logstore.Checkpoint){
		"digest":         func(c *logstore.Checkpoint) { c.Digest[5]++ },
		"count":          func(c *logstore.Checkpoint) { c.Count++ },
		"bytes":          func(c *logstore.Checkpoint) { c.Bytes++ },
		"floor":          func(c *logstore.Checkpoint) { c.Floor++ },
		"time":           func(c *logstore.Checkpoint) { c.AsOf++ },
		"chain":          func(c *logstore.Checkpoint) { c.ChainID++ },
		"node":           func(c *logstore.Checkpoint) { c.Node = nodeKey(t, 2).UserID().String() },
		"no node":        func(c *logstore.Checkpoint) { c.Node = "" },
		"long node":      func(c *logstore.Checkpoint) { c.Node += "00" },
		"signature":      func(c *logstore.Checkpoint) { c.Signature = strings.Replace(c.Signature, "0x", "0x00", 1)[:132] },
		"cut signature":  func(c *logstore.Checkpoint) { c.Signature = c.Signature[:20] },
		"text signature": func(c *logstore.Checkpoint) { c.Signature = "signed" },
	} {
		bad := honest()
		change(&bad)
		if err := bad.Verify(part, ""); err == nil {
			t.Errorf("another %s is accepted", name)
		}
	}
	other := part
	other.Partition++
	if err := good.Verify(other, ""); err == nil {
		t.Error("taken for one of another stream part")
	}
}
