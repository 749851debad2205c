package api

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// proofNode is a node with 50 messages, one every 10 ms, and their part.
func proofNode(t *testing.T) (*node, message.StreamPart, []*message.Message) {
	t.Helper()
	n := newNode(t)
	s := signerOf(t, 0x21)
	part := message.StreamPart{Stream: message.StreamID(s.UserID().String() + "/proofs"), Partition: 3}
	chain := message.NewChain("cccccccccccccccccccc")
	var ms []*message.Message
	var wires [][]byte
	for i := range 50 {
		ref, prev, err := chain.Next(1_700_000_000_000 + int64(i)*10)
		if err != nil {
			t.Fatal(err)
		}
		m := &message.Message{
			ID: message.ID{
				Stream: part.Stream, Partition: part.Partition, Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain.ID(),
			},
			PrevRef: prev, Content: fmt.Appendf(nil, `{"n":%d}`, i),
		}
		if err := message.Sign(m, s); err != nil {
			t.Fatal(err)
		}
		ms, wires = append(ms, m), append(wires, m.AppendWire(nil))
	}
	n.fill(wires...)
	return n, part, ms
}

func (n *node) partPath(part message.StreamPart) string {
	return "/streams/" + url.PathEscape(string(part.Stream)) + fmt.Sprintf("/data/partitions/%d", part.Partition)
}

// readFrames cuts the body of format=raw into messages.
func readFrames(t *testing.T, body []byte) (wires [][]byte) {
	t.Helper()
	for len(body) > 0 {
		size := binary.BigEndian.Uint32(body)
		wires = append(wires, body[4:4+size])
		body = body[4+size:]
	}
	return wires
}

func certificateOf(t *testing.T, text string) *proof.Certificate {
	t.Helper()
	c := new(proof.Certificate)
	if err := c.UnmarshalText([]byte(text)); err != nil {
		t.Fatal(err)
	}
	return c
}

func TestAnswersAreProven(t *testing.T) {
	t.Parallel()
	n, part, _ := proofNode(t)
	const t0 = 1_700_000_000_000
	at := func(ms int64) message.Ref { return message.Ref{Timestamp: t0 + ms} }
	end := func(ms int64) message.Ref { return message.Ref{Timestamp: t0 + ms, Sequence: 1<<31 - 1} }
	for _, test := range []struct {
		query string
		cfg   proof.Config
		want  int
	}{
		{"/from?fromTimestamp=0", proof.Config{}, 50},
		{fmt.Sprintf("/from?fromTimestamp=%d", t0+105), proof.Config{From: at(105)}, 39},
		{fmt.Sprintf("/range?fromTimestamp=%d&toTimestamp=%d", t0+100, t0+199), proof.Config{From: at(100), To: end(199)}, 10},
		{fmt.Sprintf("/range?fromTimestamp=%d&toTimestamp=%d&order=desc", t0+100, t0+199), proof.Config{From: at(100), To: end(199), Descending: true}, 10},
		{fmt.Sprintf("/range?fromTimestamp=%d&toTimestamp=%d&limit=4", t0+100, t0+199), proof.Config{From: at(100), To: end(199), Limit: 4}, 4},
		{fmt.Sprintf("/range?fromTimestamp=%d&toTimestamp=%d&limit=10", t0+100, t0+199), proof.Config{From: at(100), To: end(199), Limit: 10}, 10},
		{fmt.Sprintf("/range?fromTimestamp=%d&toTimestamp=%d&limit=4&order=desc", t0+100, t0+199), proof.Config{From: at(100), To: end(199), Limit: 4, Descending: true}, 4},
		{fmt.Sprintf("/range?fromTimestamp=%d&toTimestamp=%d", t0+101, t0+102), proof.Config{From: at(101), To: end(102)}, 0},
		{"/last?count=7", proof.Config{Newest: 7}, 7},
		{"/last?count=500", proof.Config{Newest: 500}, 50},
	} {
		r := n.get(n.partPath(part) + test.query + "&format=raw&proof=range")
		if r.status != 200 {
			t.Errorf("%s: %d %s", test.query, r.status, r.body)
			continue
		}
		test.cfg.Part, test.cfg.WantProof, test.cfg.Node = part, true, n.signer.UserID()
		test.cfg.Certificate = certificateOf(t, r.header.Get(headerProof))
		c := proof.NewChecker(test.cfg)
		if err := c.AddWire(context.Background(), readFrames(t, rawBody(t, r))...); err != nil {
			t.Fatal(err)
		}
		c.Finish()
		if report := c.Report(); !report.OK() || report.Messages != uint64(test.want) {
			t.Errorf("%s: %s", test.query, report)
		}
	}
}

// rawBody returns the frames of an answer, whichever generation it is of.
func rawBody(t *testing.T, r reply) []byte {
	t.Helper()
	if ct := r.header.Get("Content-Type"); ct != "application/octet-stream" {
		t.Fatalf("content type %s", ct)
	}
	return r.body
}

func TestPrunedAnswersSaySo(t *testing.T) {
	t.Parallel()
	n, part, _ := proofNode(t)
	const floor = 1_700_000_000_000 + 200
	if removed, err := n.tree.PruneBefore(context.Background(), part, floor); err != nil || removed != 20 {
		t.Fatal(removed, err)
	}
	r := n.get(n.partPath(part) + "/from?fromTimestamp=0&format=raw&proof=range")
	c := proof.NewChecker(proof.Config{Part: part, WantProof: true, Certificate: certificateOf(t, r.header.Get(headerProof))})
	if err := c.AddWire(context.Background(), readFrames(t, rawBody(t, r))...); err != nil {
		t.Fatal(err)
	}
	c.Finish()
	report := c.Report()
	if !report.OK() || report.Messages != 30 || report.Proof.PrunedBefore != floor || report.Proof.Checkpoint.Count != 50 {
		t.Error(report)
	}
	r = n.get(n.partPath(part) + fmt.Sprintf("/range?fromTimestamp=0&toTimestamp=%d&format=raw&proof=range", floor-1))
	if r.status != 410 || !strings.Contains(string(r.body), "pruned") {
		t.Errorf("a range that is gone: %d %s", r.status, r.body)
	}
}

func TestProofIsRefusedWhereItProvesNothing(t *testing.T) {
	t.Parallel()
	n, part, ms := proofNode(t)
	publisher := ms[0].Publisher.String()
	for _, query := range []string{
		"/from?fromTimestamp=0&proof=range&publisherId=" + publisher,
		"/range?fromTimestamp=0&toTimestamp=1&proof=range&msgChainId=cccccccccccccccccccc&publisherId=" + publisher,
		"/from?cursor=AAAA&proof=range",
		"/from?fromTimestamp=0&proof=everything",
		"/from?fromTimestamp=0&proof=",
	} {
		if r := n.get(n.partPath(part) + query + "&format=ndjson"); r.status != 400 || !strings.Contains(string(r.body), "proof") || r.header.Get(headerProof) != "" {
			t.Errorf("%s: %d %s", query, r.status, r.body)
		}
	}
}

func TestStoreTellsTheRoot(t *testing.T) {
	t.Parallel()
	n, part, _ := proofNode(t)
	r := n.get("/stores/"+url.PathEscape(string(part.Stream)), "Authorization", basicAuth(t, 0x99))
	var out struct {
		Partitions []struct {
			Partition  int32
			Checkpoint struct {
				Digest          proof.Digest
				Count, Bytes    uint64
				Floor, AsOf     int64
				ChainID         uint64 `json:"chainId"`
				Node, Signature string
			}
		}
	}
	if err := json.Unmarshal(r.body, &out); err != nil || len(out.Partitions) != 1 {
		t.Fatalf("%s (%v)", r.body, err)
	}
	cp := out.Partitions[0].Checkpoint
	signed := proof.SignedAttestation{Attestation: proof.Attestation{
		Part: part, Range: proof.FullRange(), Sum: proof.Sum{Digest: cp.Digest, Count: cp.Count, Bytes: cp.Bytes},
		Floor: cp.Floor, AsOf: cp.AsOf, ChainID: cp.ChainID,
	}}
	sig, err := hex.DecodeString(strings.TrimPrefix(cp.Signature, "0x"))
	if err != nil || copy(signed.Signature[:], sig) != 65 {
		t.Fatal(cp.Signature, err)
	}
	if signer, err := signed.Signer(); err != nil || signer != n.signer.UserID() || cp.Node != signer.String() || cp.Count != 50 {
		t.Errorf("checkpoint %+v is signed by %v (%v)", cp, signer, err)
	}
}

func TestDigest(t *testing.T) {
	t.Parallel()
	n, part, ms := proofNode(t)
	const t0 = 1_700_000_000_000
	r := n.get(n.partPath(part)+fmt.Sprintf("/digest?fromTimestamp=%d&toTimestamp=%d", t0+100, t0+199), "Authorization", basicAuth(t, 0x99))
	var out struct {
		Digest       proof.Digest
		Count, Bytes uint64
		Certificate  string
	}
	if err := json.Unmarshal(r.body, &out); err != nil || r.status != 200 {
		t.Fatalf("%d %s (%v)", r.status, r.body, err)
	}
	d := proof.NewDigester(false)
	for _, m := range ms[10:20] {
		key := m.Key()
		if err := d.Add(&key, uint64(m.Size())); err != nil {
			t.Fatal(err)
		}
	}
	want := d.Sum()
	if got := (proof.Sum{Digest: out.Digest, Count: out.Count, Bytes: out.Bytes}); got != want {
		t.Errorf("digest %+v, want %+v", got, want)
	}
	cert := certificateOf(t, out.Certificate)
	o, err := proof.NewVerifier(&cert.Proof, false).Finish()
	if err != nil || o.Range != want || o.Root != cert.Checkpoint.Sum {
		t.Errorf("the summary proves %+v (%v), want %+v of %+v", o, err, want, cert.Checkpoint.Sum)
	}
	if r := n.get(n.partPath(part)+"/digest?fromTimestamp=5&toTimestamp=4", "Authorization", basicAuth(t, 0x99)); r.status != 400 {
		t.Errorf("a range that ends before it begins: %d", r.status)
	}
	if !bytes.Contains(n.get(n.partPath(part)+"/digest", "Authorization", basicAuth(t, 0x99)).body, []byte(`"count":50`)) {
		t.Error("no bounds are not everything")
	}
}
