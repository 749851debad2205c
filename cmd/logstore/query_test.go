package main

import (
	"bytes"
	"encoding/base64"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// fakeNode gives one answer to every query, with a certificate unless it has none.
type fakeNode struct {
	messages []*message.Message
	cert     *proof.Certificate
	isCut    bool // does not say that the answer is whole
}

func (n fakeNode) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "application/octet-stream")
	h.Set("Trailer", "Logstore-Complete")
	if n.cert != nil {
		b, err := n.cert.MarshalBinary()
		if err != nil {
			panic(err) // the test's own mistake
		}
		h.Set("Logstore-Proof", base64.RawURLEncoding.EncodeToString(b))
	}
	var body []byte
	for _, m := range n.messages {
		body = format.AppendFrame(body, m.AppendWire(nil))
	}
	if _, err := w.Write(body); err == nil && !n.isCut {
		h.Set("Logstore-Complete", "true")
	}
}

// newFakeNode keeps three messages and proves them.
func newFakeNode(t *testing.T) fakeNode {
	t.Helper()
	key, err := message.NewEVMSigner([32]byte{31: 9})
	if err != nil {
		t.Fatal(err)
	}
	chain := message.NewChain("abcdefghijklmnopqrst")
	var n fakeNode
	p := proof.NewProver(proof.FullRange(), false)
	for i := range int64(3) {
		ref, prev, err := chain.Next(1_700_000_000_000 + i)
		if err != nil {
			t.Fatal(err)
		}
		m := &message.Message{
			ID:      message.ID{Stream: "a.eth/s", Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain.ID()},
			PrevRef: prev, Content: []byte(`{"n":1}`),
		}
		if err := message.Sign(m, key); err != nil {
			t.Fatal(err)
		}
		itemKey := m.Key()
		if err := p.Add(proof.RegionOf(itemKey, proof.KeyBits), proof.LeafSum(&itemKey, uint64(m.Size()))); err != nil {
			t.Fatal(err)
		}
		n.messages = append(n.messages, m)
	}
	rp, root := p.Finish()
	signed, err := proof.Attestation{Part: n.messages[0].Part(), Range: proof.FullRange(), Sum: root, AsOf: 1}.Sign(key)
	if err != nil {
		t.Fatal(err)
	}
	n.cert = &proof.Certificate{Checkpoint: signed, Proof: *rp}
	return n
}

// ask runs a query command against a node and returns exit code, standard output and
// standard error.
func ask(t *testing.T, n http.Handler, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	srv := httptest.NewServer(n)
	defer srv.Close()
	var out, errs bytes.Buffer
	a := &app{
		in: strings.NewReader(""), out: &out, err: &errs, now: time.Now,
		getenv: func(string) string { return "" }, environ: func() []string { return nil },
	}
	code = run(t.Context(), a, append([]string{"--dir", t.TempDir(), "--node", srv.URL}, args...))
	return code, out.String(), errs.String()
}

func TestProofFilesAppearOnlyWhenProven(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name   string
		change func(*fakeNode)
		code   int
		want   string // on standard error
		lines  int    // on standard output
		exists bool
	}{
		{"honest", func(*fakeNode) {}, exitOK, "verdict    OK", 3, true},
		{"no certificate", func(n *fakeNode) { n.cert = nil }, exitVerification, "is not written: the answer is not proven: NOT GIVEN", 3, false},
		{"withholds", func(n *fakeNode) { n.messages = n.messages[:2] }, exitVerification, "is not written: the answer is not proven: FAILED", 2, false},
		{"breaks off", func(n *fakeNode) { n.isCut = true }, exitFailure, "answer is incomplete", 3, false},
		{"forges the root", func(n *fakeNode) { n.cert.Checkpoint.Sum.Count = 4 }, exitVerification, "is not written: the answer is not proven: FAILED", 3, false},
		{"hides behind a signature type", func(n *fakeNode) {
			// Its key, and so the proof, is the same; what it is cannot be checked.
			n.messages[1].SignatureType = message.SignatureERC1271
		}, exitVerification, "is not written: 1 message of the answer failed their own checks", 2, false},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			file := filepath.Join(dir, "a.proof")
			n := newFakeNode(t)
			tc.change(&n)
			code, stdout, stderr := ask(t, n, "query", "from", "a.eth/s", "--from", "2020-01-01", "--format", "ndjson", "--proof", file)
			if code != tc.code || !strings.Contains(stderr, tc.want) || strings.Count(stdout, "\n") != tc.lines {
				t.Errorf("exit code %d, %d lines\n%s", code, strings.Count(stdout, "\n"), stderr)
			}
			left, err := os.ReadDir(dir)
			if err != nil || len(left) != map[bool]int{true: 1}[tc.exists] {
				t.Errorf("files %v, %v", left, err)
			}
			if tc.exists {
				if code, stdout, _ := ask(t, n, "verify", file); code != exitOK || !strings.Contains(stdout, "over 3 messages") {
					t.Errorf("exit code %d\n%s", code, stdout)
				}
			}
		})
	}
}

func TestNodesWithoutProofs(t *testing.T) {
	t.Parallel()
	n := newFakeNode(t)
	n.cert = nil
	code, stdout, stderr := ask(t, n, "query", "last", "a.eth/s", "--count", "3", "--format", "content")
	if code != exitVerification || strings.Count(stdout, "\n") != 3 || !strings.Contains(stderr, "NOT GIVEN") || !strings.Contains(stderr, "--without-proof") {
		t.Errorf("exit code %d\n%s%s", code, stdout, stderr)
	}
	code, _, stderr = ask(t, n, "query", "last", "a.eth/s", "--count", "3", "--format", "content", "--without-proof")
	if code != exitOK || strings.Contains(stderr, "proof") {
		t.Errorf("exit code %d\n%s", code, stderr)
	}
}
