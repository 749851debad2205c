package main

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/url"
	"time"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

const (
	digestRounds = 300
	proofRounds  = 100
	// attempts is how often each range is asked for. The best one counts, for what
	// else runs on the machine only takes away; of the ranges the worst counts.
	attempts = 3
	// proofMessages is the length of the ranges whose proofs are verified.
	proofMessages = 500
)

// benchTree asks a node with n messages, one a millisecond, for digests and proofs of
// random ranges.
func benchTree(nodeURL string, part message.StreamPart, n int) ([]figure, error) {
	r := rand.New(rand.NewPCG(1, 2))
	var slowest time.Duration
	for range digestRounds {
		from := r.IntN(n)
		to := from + r.IntN(n-from)
		took, err := best(func() (time.Duration, error) { return askDigest(nodeURL, part, from, to) })
		if err != nil {
			return nil, err
		}
		slowest = max(slowest, took)
	}

	longest := 0
	var extra time.Duration
	for range proofRounds {
		from := r.IntN(n - proofMessages)
		// The proof of any range has the same two paths; a short one is read in whole.
		beyond, err := best(func() (time.Duration, error) {
			return verifyProof(nodeURL, part, from, from+proofMessages-1)
		})
		if err != nil {
			return nil, err
		}
		extra = max(extra, beyond)
		wide, err := proofSize(nodeURL, part, from, from+r.IntN(n-from))
		if err != nil {
			return nil, err
		}
		longest = max(longest, wide)
	}
	return []figure{
		{name: fmt.Sprintf("digest of a range of %d messages, slowest", n), value: slowest.Seconds() * 1e3, unit: "ms",
			baseline: 5, baselineUnit: "ms allowed", target: 1, smallerBetter: true},
		{name: "range proof, longest", value: float64(longest), unit: "bytes",
			baseline: 2500, baselineUnit: "bytes allowed", target: 1, smallerBetter: true},
		{name: "range proof, verified beyond hashing, slowest", value: extra.Seconds() * 1e3, unit: "ms",
			baseline: 1, baselineUnit: "ms allowed", target: 1, smallerBetter: true},
	}, nil
}

func best(measure func() (time.Duration, error)) (time.Duration, error) {
	fastest, err := measure()
	for range attempts - 1 {
		again, e := measure()
		fastest, err = min(fastest, again), errors.Join(err, e)
	}
	return fastest, err
}

func partURL(nodeURL string, part message.StreamPart, kind string, from, to int) string {
	return fmt.Sprintf("%s/stores/%s/data/partitions/%d/%s?fromTimestamp=%d&toTimestamp=%d",
		nodeURL, url.PathEscape(string(part.Stream)), part.Partition, kind, firstEvent+int64(from), firstEvent+int64(to))
}

// get asks the node and returns the answer, whose body must be closed.
func get(u string) (*http.Response, error) {
	req, err := http.NewRequest(http.MethodGet, u, nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("Authorization", basicAuth())
	req.Header.Set("Accept-Encoding", "identity")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		b, _ := io.ReadAll(io.LimitReader(resp.Body, 1000))
		resp.Body.Close()
		return nil, fmt.Errorf("%s: status %d: %s", u, resp.StatusCode, b)
	}
	return resp, nil
}

// askDigest times one request for a digest, the node's signature included, and checks
// what it says.
func askDigest(nodeURL string, part message.StreamPart, from, to int) (time.Duration, error) {
	u := partURL(nodeURL, part, "digest", from, to)
	start := time.Now()
	resp, err := get(u)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	took := time.Since(start)
	var answer struct{ Count int }
	if err := json.Unmarshal(b, &answer); err != nil {
		return 0, err
	}
	if answer.Count != to-from+1 {
		return 0, fmt.Errorf("digest of %d messages counts %d", to-from+1, answer.Count)
	}
	return took, nil
}

func certificate(resp *http.Response) (*proof.Certificate, error) {
	c := new(proof.Certificate)
	return c, c.UnmarshalText([]byte(resp.Header.Get("LogStore-Proof")))
}

// proofSize returns the length of the proof of a range, without reading the range.
func proofSize(nodeURL string, part message.StreamPart, from, to int) (int, error) {
	resp, err := get(partURL(nodeURL, part, "range", from, to) + "&format=raw&limit=0&proof=range")
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	c, err := certificate(resp)
	if err != nil {
		return 0, err
	}
	b, err := c.Proof.MarshalBinary()
	return len(b), err
}

// verifyProof checks the proof of a range against its messages, and returns how much
// longer this takes than to hash the messages alone.
func verifyProof(nodeURL string, part message.StreamPart, from, to int) (beyond time.Duration, err error) {
	resp, err := get(partURL(nodeURL, part, "range", from, to) + "&format=raw&limit=0&proof=range")
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	type item struct {
		key  message.Key
		size uint64
	}
	var items []item
	for len(body) > 0 {
		n := binary.BigEndian.Uint32(body)
		m, err := message.Decode(body[4 : 4+n])
		if err != nil {
			return 0, err
		}
		items, body = append(items, item{m.Key(), uint64(m.Size())}), body[4+n:]
	}
	header := []byte(resp.Header.Get("LogStore-Proof"))
	hash := func() (proof.Sum, error) {
		d := proof.NewDigester(false)
		for i := range items {
			if err := d.Add(&items[i].key, items[i].size); err != nil {
				return proof.Sum{}, err
			}
		}
		return d.Sum(), nil
	}
	if _, err := hash(); err != nil { // once, so that neither has cold caches
		return 0, err
	}
	start := time.Now()
	sum, err := hash()
	if err != nil {
		return 0, err
	}
	hashing := time.Since(start)

	start = time.Now()
	var c proof.Certificate
	if err := c.UnmarshalText(header); err != nil {
		return 0, err
	}
	if _, err := c.Checkpoint.Signer(); err != nil {
		return 0, err
	}
	v := proof.NewVerifier(&c.Proof, false)
	for i := range items {
		if err := v.Add(&items[i].key, items[i].size); err != nil {
			return 0, err
		}
	}
	o, err := v.Finish()
	beyond = time.Since(start) - hashing
	if err != nil || o.Root != c.Checkpoint.Sum || o.Range != sum {
		return 0, fmt.Errorf("the proof of %d messages does not hold: %+v (%v)", len(items), o, err)
	}
	return beyond, nil
}
