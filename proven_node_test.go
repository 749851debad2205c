package logstore_test

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/nodetest"
	"github.com/logstore/logstore/proof"
)

// hundred runs a node that keeps a hundred messages of "/s", and returns a client that
// trusts its key.
func hundred(t *testing.T, compression logstore.Compression) (*nodetest.Node, *logstore.Client) {
	t.Helper()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t), Node: node.Key.UserID().String(), Compression: compression})
	publish(t, c, "/s", events(100))
	return node, c
}

func TestNodeProvesItsAnswers(t *testing.T) {
	t.Parallel()
	node, c := hundred(t, logstore.ZstdCompression)
	for name, tc := range provable() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			testProven(t, c, "/s", tc.q, tc.want, node.Key.UserID())
		})
	}
}

func TestNodeProvesDigests(t *testing.T) {
	t.Parallel()
	node, c := hundred(t, logstore.NoCompression)
	testDigests(t, c, "/s", node.Key.UserID())
	sum, err := c.Digest(t.Context(), "/none", 0, t0, t0)
	if err != nil || sum.Count != 0 || sum.Checkpoint != (proof.Sum{}) {
		t.Errorf("of an unknown stream: %+v, %v", sum, err)
	}
}

func TestNodeSignsCheckpoints(t *testing.T) {
	t.Parallel()
	node, c := hundred(t, logstore.NoCompression)
	stats, err := c.Stats(t.Context(), "/s", logstore.StatsOptions{})
	if err != nil || len(stats.Partitions) != 1 || stats.Partitions[0].Checkpoint == nil {
		t.Fatalf("%+v, %v", stats, err)
	}
	cp := stats.Partitions[0].Checkpoint
	if err := cp.Verify(stats.Part(0), node.Key.UserID()); err != nil || cp.Count != 100 {
		t.Errorf("%+v, %v", cp, err)
	}
	all, err := c.Digest(t.Context(), "/s", 0, t0, t0.AddDate(1, 0, 0))
	if err != nil || all.Sum != cp.Sum {
		t.Errorf("digest %+v, checkpoint %+v, %v", all, cp.Sum, err)
	}
}

// Another key than the one that is trusted signs: all of it is refused.
func TestUnknownNodeIsNotTrusted(t *testing.T) {
	t.Parallel()
	node, trusting := hundred(t, logstore.NoCompression)
	stream := trusting.Address() + "/s"
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t), Node: nodeKey(t, 9).UserID().String()})
	if got, _, err := collect(t, c, logstore.Query{Stream: stream}); !errors.Is(err, logstore.ErrVerification) || len(got) != 100 {
		t.Errorf("%d messages, %v", len(got), err)
	}
	if _, err := c.Digest(t.Context(), stream, 0, t0, t0); !errors.Is(err, logstore.ErrVerification) {
		t.Errorf("digest: %v", err)
	}
}

// savedAnswer asks a node and keeps what it says as a proof file.
func savedAnswer(t *testing.T, c *logstore.Client, q logstore.Query) []byte {
	t.Helper()
	res, err := c.Query(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Close()
	var file bytes.Buffer
	w, err := proof.NewFileWriter(&file, res.Certificate(), q.Reverse)
	if err != nil {
		t.Fatal(err)
	}
	for m, err := range res.All() {
		if err == nil {
			err = w.Write(m.AppendWire(nil))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return file.Bytes()
}

func TestSavedAnswersAreProvenOffline(t *testing.T) {
	t.Parallel()
	node, c := hundred(t, logstore.NoCompression)
	cfg := proof.Config{Node: node.Key.UserID(), Workers: 1}
	for name, tc := range provable() {
		tc.q.Stream = "/s"
		r, err := proof.CheckFile(t.Context(), bytes.NewReader(savedAnswer(t, c, tc.q)), cfg)
		if err != nil || !r.OK() || r.Proof.Status != proof.Proven || r.Messages != uint64(len(tc.want)) {
			t.Errorf("%s: %v\n%s", name, err, r)
		}
	}

	// Whatever byte is changed: it is refused, or it was one that nobody signs.
	file := savedAnswer(t, c, logstore.Query{Stream: "/s", From: t0, Limit: 3})
	honest, err := proof.CheckFile(t.Context(), bytes.NewReader(file), cfg)
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for i := range file {
		bad := slices.Clone(file)
		bad[i] ^= 1 << (i % 8)
		r, err := proof.CheckFile(t.Context(), bytes.NewReader(bad), cfg)
		switch {
		case err != nil || !r.OK():
			refused++
		case *r.Range != *honest.Range || r.Valid != honest.Valid || *r.Proof.Checkpoint != *honest.Proof.Checkpoint:
			t.Errorf("byte %d changed, accepted:\n%s", i, r)
		}
	}
	if refused < len(file)*9/10 {
		t.Errorf("only %d of %d changes were refused", refused, len(file))
	}
}

// Answers are proven while more is being published.
func TestAnswersAreProvenWhileMessagesComeIn(t *testing.T) {
	t.Parallel()
	node := nodetest.Start(t, nodetest.Config{})
	c := newClient(t, logstore.Config{URL: node.URL, Key: newKey(t), BatchMessages: 50})
	publish(t, c, "/busy", events(50))
	done := make(chan struct{})
	go func() {
		defer close(done)
		if _, err := c.PublishBatch(t.Context(), "/busy", events(2000)[50:]); err != nil {
			t.Error(err)
		}
	}()
	defer func() { <-done }()
	for n, last := 0, false; !last; {
		select {
		case <-done:
			last = true
		default:
		}
		got, res, err := collect(t, c, logstore.Query{Stream: "/busy"})
		if r := res.Report(); err != nil || !r.OK() || r.Proof.Checkpoint.Count != uint64(len(got)) || len(got) < n || last && len(got) != 2000 {
			t.Fatalf("%d messages after %d, %v\n%s", len(got), n, err, r)
		}
		n = len(got)
	}
}
