package logstore_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/url"
	"path"
	"slices"
	"strconv"
	"testing"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// prover is a node that proves its answers, the simple way: from everything it keeps.
// It may be told to lie.
type prover struct {
	tb   testing.TB
	key  message.DigestSigner
	kept []*message.Message // all of one stream part, in order
	// floor is the time before which messages were pruned, 0 for none.
	floor int64
	// lie changes what it answers.
	lie func(*reply)
	// asked are the parameters of the last query.
	asked url.Values
}

// reply is an answer on its way.
type reply struct {
	messages []*message.Message
	cert     *proof.Certificate
	header   func(string) string // changes the text of the certificate
}

func newProver(tb testing.TB, kept []*message.Message) *prover {
	return &prover{tb: tb, key: nodeKey(tb, 1), kept: kept}
}

func nodeKey(tb testing.TB, n byte) message.DigestSigner {
	tb.Helper()
	key, err := message.NewEVMSigner([32]byte{0: 7, 31: n})
	if err != nil {
		tb.Fatal(err)
	}
	return key
}

// certify makes the certificate of a range over messages.
func (p *prover) certify(of []*message.Message, r proof.Range, summary bool) *proof.Certificate {
	pr := proof.NewProver(r, summary)
	for _, m := range of {
		key := m.Key()
		if err := pr.Add(proof.RegionOf(key, proof.KeyBits), proof.LeafSum(&key, uint64(m.Size()))); err != nil {
			p.tb.Error(err)
		}
	}
	rp, root := pr.Finish()
	return &proof.Certificate{Checkpoint: p.checkpoint(root), Proof: *rp}
}

func (p *prover) checkpoint(root proof.Sum) proof.SignedAttestation {
	signed, err := proof.Attestation{
		Part: p.kept[0].Part(), Range: proof.FullRange(), Sum: root, Floor: p.floor, AsOf: t0.UnixMilli(),
	}.Sign(p.key)
	if err != nil {
		p.tb.Error(err)
	}
	return signed
}

func (p *prover) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	p.asked = q
	if path.Base(r.URL.Path) == "digest" {
		p.answerDigest(w, q)
		return
	}
	ans := p.answer(path.Base(r.URL.Path), q)
	if p.lie != nil {
		p.lie(&ans)
	}
	h := w.Header()
	if ans.cert != nil && q.Get("proof") == "range" {
		text := certText(p.tb, ans.cert)
		if ans.header != nil {
			text = ans.header(text)
		}
		h.Set("LogStore-Proof", text)
	}
	answerer{body: frames(ans.messages)}.ServeHTTP(w, r)
}

func certText(tb testing.TB, c *proof.Certificate) string {
	b, err := c.MarshalBinary()
	if err != nil {
		tb.Error(err)
	}
	return base64.RawURLEncoding.EncodeToString(b)
}

func number(q url.Values, name string, def int64) int64 {
	if n, err := strconv.ParseInt(q.Get(name), 10, 64); err == nil {
		return n
	}
	return def
}

// answer is the honest one.
func (p *prover) answer(kind string, q url.Values) reply {
	r := proof.FullRange()
	if kind != "last" {
		from := message.Ref{Timestamp: number(q, "fromTimestamp", 0), Sequence: int32(number(q, "fromSequenceNumber", 0))}
		var to message.Ref
		if kind == "range" {
			to = message.Ref{Timestamp: number(q, "toTimestamp", 0), Sequence: int32(number(q, "toSequenceNumber", 0))}
		}
		r = proof.RangeOf(from, to)
	}
	if floor := proof.RangeOf(message.Ref{Timestamp: p.floor}, message.Ref{}).From; bytes.Compare(r.From[:], floor[:]) < 0 {
		r.From = floor
	}
	ms := slices.DeleteFunc(slices.Clone(p.kept), func(m *message.Message) bool {
		key := m.Key()
		return !r.Contains(&key)
	})
	n, newest := int(number(q, "limit", 0)), q.Get("order") == "desc"
	if kind == "last" {
		n, newest = int(number(q, "count", 1)), true
	}
	if n > 0 && len(ms) > n {
		if newest {
			ms = ms[len(ms)-n:]
			r.From = ms[0].Key()
		} else {
			ms = ms[:n]
			r.To = ms[n-1].Key()
		}
	}
	cert := p.certify(p.kept, r, false)
	if q.Get("order") == "desc" {
		slices.Reverse(ms)
	}
	return reply{messages: ms, cert: cert}
}

// answerDigest proves the sum of a range. A lie sees the certificate only.
func (p *prover) answerDigest(w http.ResponseWriter, q url.Values) {
	from, to := number(q, "fromTimestamp", -1), number(q, "toTimestamp", -1)
	ans := reply{cert: p.certify(p.kept, proof.RangeOf(message.Ref{Timestamp: from}, message.Ref{Timestamp: to, Sequence: 1<<31 - 1}), true)}
	sum := proof.NewVerifier(&ans.cert.Proof, false)
	outcome, err := sum.Finish()
	if err != nil {
		p.tb.Error(err)
	}
	if p.lie != nil {
		p.lie(&ans)
	}
	text := certText(p.tb, ans.cert)
	if ans.header != nil {
		text = ans.header(text)
	}
	w.Header().Set("Content-Type", "application/json")
	err = json.NewEncoder(w).Encode(map[string]any{
		"fromTimestamp": from, "toTimestamp": to, "certificate": text,
		"digest": outcome.Range.Digest, "count": outcome.Range.Count, "bytes": outcome.Range.Bytes,
	})
	if err != nil {
		p.tb.Error(err)
	}
}
