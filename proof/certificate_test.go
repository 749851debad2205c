package proof_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// node is a key that signs checkpoints.
func node(t testing.TB) message.DigestSigner {
	t.Helper()
	s, err := message.NewEVMSigner([32]byte{31: 200})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// certify makes the certificate that an honest node gives for a range of what it has.
func certify(t testing.TB, all []*message.Message, r proof.Range, floor int64) *proof.Certificate {
	t.Helper()
	sorted := slices.SortedFunc(slices.Values(all), func(a, b *message.Message) int {
		x, y := a.Key(), b.Key()
		return bytes.Compare(x[:], y[:])
	})
	p := proof.NewProver(r, false)
	for _, m := range sorted {
		key := m.Key()
		if err := p.Add(proof.RegionOf(key, proof.KeyBits), proof.LeafSum(&key, uint64(m.Size()))); err != nil {
			t.Fatal(err)
		}
	}
	rp, root := p.Finish()
	signed, err := proof.Attestation{Part: part, Range: proof.FullRange(), Sum: root, Floor: floor, AsOf: t0 + 1000}.Sign(node(t))
	if err != nil {
		t.Fatal(err)
	}
	return &proof.Certificate{Checkpoint: signed, Proof: *rp}
}

// reread puts a certificate through its encoding.
func reread(t testing.TB, c *proof.Certificate) *proof.Certificate {
	t.Helper()
	b, err := c.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	var got proof.Certificate
	if err := got.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	return &got
}

func finished(t testing.TB, cfg proof.Config, answer []*message.Message) proof.Report {
	t.Helper()
	cfg.Part, cfg.WantProof = part, true
	c := proof.NewChecker(cfg)
	if err := c.Add(context.Background(), answer...); err != nil {
		t.Fatal(err)
	}
	problem := c.Finish()
	r := c.Report()
	if (problem == nil) != (r.Proof.Status == proof.Proven) {
		t.Errorf("Finish blames %v, the report says %q", problem, r.Proof.Status)
	}
	return r
}

func ref(ts int64) message.Ref { return message.Ref{Timestamp: t0 + ts} }

func TestCertificate(t *testing.T) {
	t.Parallel()
	all := signed(t, signer(t, 1), chainID(1), 0, 10, 20, 30, 40, 50)
	full := proof.FullRange()
	between := func(from, to int64) proof.Range { return proof.RangeOf(ref(from), ref(to)) }
	after := func(m *message.Message) proof.Range { return proof.Range{From: m.Key(), To: full.To} }
	upTo := func(m *message.Message) proof.Range { return proof.Range{From: full.From, To: m.Key()} }
	reversed := slices.Clone(all)
	slices.Reverse(reversed)
	toEnd := ref(30)
	toEnd.Sequence = 1<<31 - 1
	wrongNode := signer(t, 9).UserID()
	for _, test := range []struct {
		name   string
		cfg    proof.Config
		cert   *proof.Certificate
		answer []*message.Message
		want   string // "" is proven
	}{
		{"everything", proof.Config{}, certify(t, all, full, 0), all, ""},
		{"nothing there", proof.Config{}, certify(t, nil, full, 0), nil, ""},
		{"a range", proof.Config{From: ref(10), To: toEnd}, certify(t, all, proof.RangeOf(ref(10), toEnd), 0), all[1:4], ""},
		{"an empty range", proof.Config{From: ref(11), To: ref(12)}, certify(t, all, between(11, 12), 0), nil, ""},
		{"descending", proof.Config{Descending: true}, certify(t, all, full, 0), reversed, ""},
		{"limited", proof.Config{Limit: 3}, certify(t, all, upTo(all[2]), 0), all[:3], ""},
		{"limited, descending", proof.Config{Limit: 2, Descending: true}, certify(t, all, after(all[4]), 0), reversed[:2], ""},
		{"newest", proof.Config{Newest: 2}, certify(t, all, after(all[4]), 0), all[4:], ""},
		{"newest of fewer", proof.Config{Newest: 20}, certify(t, all, full, 0), all, ""},
		{"pruned", proof.Config{}, certify(t, all, proof.RangeOf(ref(20), message.Ref{}), t0+20), all[2:], ""},
		{"the right node", proof.Config{Node: node(t).UserID()}, certify(t, all, full, 0), all, ""},

		{"withheld", proof.Config{}, certify(t, all, full, 0), all[:5], "something was left out"},
		{"withheld in the middle", proof.Config{}, certify(t, all, full, 0), slices.Delete(slices.Clone(all), 2, 3), "something was left out"},
		{"withheld from a range", proof.Config{From: ref(10), To: toEnd}, certify(t, all, proof.RangeOf(ref(10), toEnd), 0), all[1:3], "something was left out"},
		{"newer left out as if limited", proof.Config{Limit: 4}, certify(t, all, upTo(all[2]), 0), all[:3], "ends before"},
		{"older left out of the newest", proof.Config{Newest: 3}, certify(t, all, after(all[4]), 0), all[4:], "begins after"},
		{"beginning left out", proof.Config{}, certify(t, all, after(all[1]), 0), all[1:], "begins after"},
		{"beginning left out, wrong floor", proof.Config{}, certify(t, all, proof.RangeOf(ref(20), message.Ref{}), t0+10), all[2:], "begins after"},
		{"end left out", proof.Config{}, certify(t, all, upTo(all[4]), 0), all[:5], "ends before"},
		{"another node", proof.Config{Node: wrongNode}, certify(t, all, full, 0), all, "signed by"},
		{"filtered", proof.Config{Publisher: all[0].Publisher}, certify(t, all, full, 0), all, "cannot be proven"},
		{"no certificate", proof.Config{}, nil, all, "NOT GIVEN"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if test.cert != nil {
				test.cert = reread(t, test.cert)
			}
			test.cfg.Certificate = test.cert
			r := finished(t, test.cfg, test.answer)
			if test.want == "" {
				if !r.OK() || r.Proof.Status != proof.Proven {
					t.Errorf("not proven: %s", r)
				}
				if r.Range.Count != uint64(len(test.answer)) || *r.Proof.Range != *r.Range {
					t.Errorf("range is %+v", r.Range)
				}
				return
			}
			if r.OK() || r.Unproven != 1 || !strings.Contains(r.String(), test.want) {
				t.Errorf("want %q: %s", test.want, r)
			}
		})
	}
	if r := finished(t, proof.Config{Certificate: certify(t, all, proof.RangeOf(ref(20), message.Ref{}), t0+20)}, all[2:]); r.Proof.PrunedBefore != t0+20 {
		t.Errorf("pruned before %d: %s", r.Proof.PrunedBefore, r)
	}
}

// A signature over one statement must not do for another.
func TestCheckpointSignatureCoversEverything(t *testing.T) {
	t.Parallel()
	all := signed(t, signer(t, 1), chainID(1), 0, 10)
	good := certify(t, all, proof.FullRange(), 0).Checkpoint
	if s, err := good.Signer(); err != nil || s != node(t).UserID() {
		t.Fatalf("signer is %v (%v)", s, err)
	}
	for name, change := range map[string]func(a *proof.SignedAttestation){
		"stream":    func(a *proof.SignedAttestation) { a.Part.Stream += "x" },
		"partition": func(a *proof.SignedAttestation) { a.Part.Partition++ },
		"from":      func(a *proof.SignedAttestation) { a.Range.From[59]++ },
		"to":        func(a *proof.SignedAttestation) { a.Range.To[0]-- },
		"digest":    func(a *proof.SignedAttestation) { a.Sum.Digest[3] ^= 1 },
		"count":     func(a *proof.SignedAttestation) { a.Sum.Count++ },
		"bytes":     func(a *proof.SignedAttestation) { a.Sum.Bytes-- },
		"floor":     func(a *proof.SignedAttestation) { a.Floor++ },
		"time":      func(a *proof.SignedAttestation) { a.AsOf++ },
		"chain":     func(a *proof.SignedAttestation) { a.ChainID++ },
		"signature": func(a *proof.SignedAttestation) { a.Signature[40] ^= 4 },
	} {
		bad := good
		change(&bad)
		if s, err := bad.Signer(); err == nil && s == node(t).UserID() {
			t.Errorf("%s is not signed", name)
		}
	}
}

func TestReportWithoutCertificateHasTheDigest(t *testing.T) {
	t.Parallel()
	all := signed(t, signer(t, 1), chainID(1), 0, 10, 20)
	c := proof.NewChecker(proof.Config{Part: part})
	if err := c.Add(context.Background(), all...); err != nil {
		t.Fatal(err)
	}
	if p := c.Finish(); p != nil {
		t.Errorf("blamed for %v", p)
	}
	r := c.Report()
	if want := certify(t, all, proof.FullRange(), 0).Checkpoint.Sum; !r.OK() || r.Proof != nil || r.Range == nil || *r.Range != want {
		t.Errorf("range %+v, want %+v", r.Range, want)
	}
	b, err := json.Marshal(r)
	if err != nil || !strings.Contains(string(b), `"range":{"digest":"`) {
		t.Errorf("%s (%v)", b, err)
	}
}

func proofFile(t testing.TB, cert *proof.Certificate, answer []*message.Message, descending bool) []byte {
	t.Helper()
	var b bytes.Buffer
	w, err := proof.NewFileWriter(&b, cert, descending)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range answer {
		if err := w.Write(m.AppendWire(nil)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestProofFile(t *testing.T) {
	t.Parallel()
	all := signed(t, signer(t, 1), chainID(1), 0, 10, 20, 30)
	reversed := slices.Clone(all)
	slices.Reverse(reversed)
	for _, test := range []struct {
		name       string
		r          proof.Range
		answer     []*message.Message
		descending bool
	}{
		{"all", proof.FullRange(), all, false},
		{"descending", proof.FullRange(), reversed, true},
		{"range", proof.RangeOf(ref(10), ref(20)), all[1:3], false},
		{"newest", proof.Range{From: all[2].Key(), To: proof.FullRange().To}, all[2:], false},
		{"oldest", proof.Range{To: all[1].Key()}, all[:2], false},
		{"none", proof.RangeOf(ref(1), ref(2)), nil, false},
	} {
		file := proofFile(t, certify(t, all, test.r, 0), test.answer, test.descending)
		r, err := proof.CheckFile(context.Background(), bytes.NewReader(file), proof.Config{})
		if err != nil || !r.OK() || r.Proof.Status != proof.Proven || r.Messages != uint64(len(test.answer)) {
			t.Errorf("%s: %v\n%s", test.name, err, r)
		}
	}
	_, err := proof.CheckFile(context.Background(), strings.NewReader("something else entirely"), proof.Config{})
	if !errors.Is(err, proof.ErrFile) {
		t.Errorf("a file of another kind: %v", err)
	}
}

// TestNoMutatedFileIsAccepted changes saved answers at random. Only what nobody signs
// may change: the hints of a message, and the way its signature is written.
func TestNoMutatedFileIsAccepted(t *testing.T) {
	t.Parallel()
	tries := 1500
	if s := os.Getenv("LOGSTORE_MUTATIONS"); s != "" {
		tries, _ = strconv.Atoi(s)
		tries /= 20
	}
	rng := rand.New(rand.NewPCG(1, 2))
	all := signed(t, signer(t, 1), chainID(1), 0, 10, 20, 30, 40, 50)
	file := proofFile(t, certify(t, all, proof.RangeOf(ref(10), ref(40)), 0), all[1:5], false)
	honest, err := proof.CheckFile(context.Background(), bytes.NewReader(file), proof.Config{})
	if err != nil || !honest.OK() {
		t.Fatal(honest, err)
	}
	refused := 0
	for range tries {
		bad := bytes.Clone(file)
		for again := true; again; again = rng.IntN(3) == 0 {
			at := rng.IntN(len(bad))
			switch rng.IntN(5) {
			case 0, 1:
				bad[at] ^= 1 << rng.IntN(8)
			case 2:
				bad = bad[:at+1]
			case 3:
				bad = slices.Insert(bad, at, byte(rng.Uint32()))
			case 4:
				to := rng.IntN(len(bad))
				bad[at], bad[to] = bad[to], bad[at]
			}
		}
		r, err := proof.CheckFile(context.Background(), bytes.NewReader(bad), proof.Config{Node: node(t).UserID()})
		if err != nil || !r.OK() {
			refused++
			continue
		}
		if *r.Range != *honest.Range || *r.Proof.Checkpoint != *honest.Proof.Checkpoint || r.Valid != honest.Valid {
			t.Fatalf("accepted: %s", r)
		}
	}
	if refused < tries*9/10 {
		t.Errorf("only %d of %d mutations were refused", refused, tries)
	}
}

func FuzzCertificate(f *testing.F) {
	all := signed(f, signer(f, 1), chainID(1), 0, 10, 20)
	for _, r := range []proof.Range{proof.FullRange(), proof.RangeOf(ref(5), ref(15))} {
		b, err := certify(f, all, r, 7).MarshalBinary()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		var c proof.Certificate
		if err := c.UnmarshalBinary(b); err != nil {
			if !errors.Is(err, proof.ErrProof) {
				t.Errorf("error of another kind: %v", err)
			}
			return
		}
		if again, _ := c.MarshalBinary(); !bytes.Equal(again, b) {
			t.Error("two encodings of one certificate")
		}
	})
}

func FuzzCheckFile(f *testing.F) {
	all := signed(f, signer(f, 1), chainID(1), 0, 10, 20)
	f.Add(proofFile(f, certify(f, all, proof.FullRange(), 0), all, false))
	f.Fuzz(func(t *testing.T, b []byte) {
		if _, err := proof.CheckFile(context.Background(), bytes.NewReader(b), proof.Config{Workers: 1}); err != nil && !errors.Is(err, proof.ErrFile) {
			t.Errorf("error of another kind: %v", err)
		}
	})
}
