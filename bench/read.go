package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	barepebble "github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/internal/timetree"
	"github.com/logstore/logstore/message"
)

// benchRead fills a store with n messages, starts a node on it, and reads all of
// them over HTTP; the baseline is a bare Pebble database with the same bytes. The
// messages carry filler where the signature would be: nothing on the way out looks
// at it, and signing ten million would take longer than everything else.
func benchRead(n int) ([]figure, error) {
	dir, err := os.MkdirTemp("", "logstore-bench-read-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	bare := filepath.Join(dir, "bare")
	part := benchPart("read")
	logf("writing %d messages to a store and to a bare Pebble database", n)
	total, err := fill(dir, bare, part, n)
	if err != nil {
		return nil, err
	}
	node, err := startNode(dir)
	if err != nil {
		return nil, err
	}
	defer node.stop()
	logf("node ready after %v", node.startup)

	var raw, scan float64
	for round := range 2 {
		got, err := readRaw(node.url, part, total+4*int64(n))
		if err != nil {
			return nil, err
		}
		base, err := scanBare(bare, total)
		if err != nil {
			return nil, err
		}
		logf("round %d: %.0f MB/s over HTTP, %.0f MB/s scanned", round+1, got, base)
		raw, scan = max(raw, got), max(scan, base)
	}
	memory, err := node.peakMemory()
	if err != nil {
		return nil, err
	}
	object, err := readObjects(node.url, part, n, total)
	if err != nil {
		return nil, err
	}
	tree, err := benchTree(node.url, part, n)
	if err != nil {
		return nil, err
	}
	return append([]figure{
		{name: "range read over HTTP, raw", value: raw, unit: "MB/s",
			baseline: scan, baselineUnit: "MB/s bare scan", target: 0.5},
		{name: "range read over HTTP, object", value: object, unit: "MB/s",
			baseline: scan, baselineUnit: "MB/s bare scan", target: 0.15},
		{name: fmt.Sprintf("start-up with %d messages", n), value: node.startup.Seconds(), unit: "s",
			baseline: 1, baselineUnit: "s allowed", target: 1, smallerBetter: true},
		{name: fmt.Sprintf("peak memory, streaming %d twice", n), value: memory, unit: "MB",
			baseline: 200, baselineUnit: "MB allowed", target: 1, smallerBetter: true},
	}, tree...), nil
}

// fill writes the same messages to the store of a node in dir and to a bare database,
// and returns how many bytes of messages that is.
func fill(dir, bare string, part message.StreamPart, n int) (total int64, err error) {
	cfg := config.Default()
	cfg.DataDir = config.Path(dir)
	st, err := pebble.Open(cfg.StoreDir(), pebble.Options{})
	if err != nil {
		return 0, err
	}
	defer st.Close()
	tree, err := timetree.New(st, timetree.Config{})
	if err != nil {
		return 0, err
	}
	db, err := barepebble.Open(bare, bareOptions())
	if err != nil {
		return 0, err
	}
	defer db.Close()

	filler := make([]byte, 65)
	for i := range filler {
		filler[i] = byte(i)
	}
	const batch = 5000
	entries := make([]store.Entry, 0, batch)
	for i := 0; i < n; i += batch {
		entries = entries[:min(batch, n-i)]
		onAllCores(len(entries), func(j int) {
			m := unsigned(part, i+j)
			m.Signature, m.SignatureType = filler, message.SignatureSecp256k1EVM
			entries[j] = store.Entry{Part: part, Key: m.Key(), Wire: m.AppendWire(nil)}
		})
		if _, err := st.Append(context.Background(), entries); err != nil {
			return 0, err
		}
		b := db.NewBatch()
		for j := range entries {
			if err := b.Set(entries[j].Key[:], entries[j].Wire, nil); err != nil {
				return 0, err
			}
			total += int64(len(entries[j].Wire))
		}
		if err := b.Commit(barepebble.NoSync); err != nil {
			return 0, err
		}
	}
	if err := tree.Update(context.Background(), part); err != nil {
		return 0, err
	}
	return total, db.Flush()
}

func bareOptions() *barepebble.Options {
	return &barepebble.Options{Logger: quiet{}, CacheSize: 64 << 20}
}

type quiet struct{}

func (quiet) Infof(string, ...any)         {}
func (quiet) Errorf(f string, args ...any) { fmt.Fprintf(os.Stderr, f+"\n", args...) }
func (quiet) Fatalf(f string, args ...any) { panic(fmt.Sprintf(f, args...)) }

// scanBare iterates over the bare database, touching every value's bytes by adding
// up their lengths, and returns MB/s of values.
func scanBare(dir string, want int64) (float64, error) {
	db, err := barepebble.Open(dir, bareOptions())
	if err != nil {
		return 0, err
	}
	defer db.Close()
	start := time.Now()
	it, err := db.NewIter(nil)
	if err != nil {
		return 0, err
	}
	var got int64
	for valid := it.First(); valid; valid = it.Next() {
		v, err := it.ValueAndErr()
		if err != nil {
			return 0, err
		}
		got += int64(len(v))
	}
	if err := it.Close(); err != nil {
		return 0, err
	}
	if got != want {
		return 0, fmt.Errorf("bare scan saw %d bytes, want %d", got, want)
	}
	return float64(got) / 1e6 / time.Since(start).Seconds(), nil
}

// readRaw asks the node for the whole stream part as raw frames and returns MB/s.
func readRaw(nodeURL string, part message.StreamPart, want int64) (float64, error) {
	got, took, err := readAll(partURL(nodeURL, part, "range", 0, 1<<40) + "&format=raw&limit=0")
	if err == nil && got != want {
		err = fmt.Errorf("range answered %d bytes, want %d", got, want)
	}
	return float64(got) / 1e6 / took.Seconds(), err
}

// readObjects asks for the first tenth of the n messages as JSON objects and returns
// how many MB/s of the total that they are stored in it has made into JSON.
func readObjects(nodeURL string, part message.StreamPart, n int, total int64) (float64, error) {
	best := 0.0
	for range 2 {
		got, took, err := readAll(partURL(nodeURL, part, "range", 0, n/10-1) + "&format=object&limit=0")
		if err != nil {
			return 0, err
		}
		if got < total/10 {
			return 0, fmt.Errorf("range answered %d bytes of JSON for %d stored", got, total/10)
		}
		best = max(best, float64(total)/10/1e6/took.Seconds())
	}
	return best, nil
}

// readAll reads an answer and throws it away.
func readAll(u string) (n int64, took time.Duration, err error) {
	start := time.Now()
	resp, err := get(u)
	if err != nil {
		return 0, 0, err
	}
	defer resp.Body.Close()
	n, err = io.CopyBuffer(struct{ io.Writer }{io.Discard}, resp.Body, make([]byte, 256<<10))
	return n, time.Since(start), err
}

// basicAuth is the header that the original's clients send.
func basicAuth() string {
	signer := benchSigner()
	address := signer.UserID().String()
	sig, err := signer.SignPayload([]byte(address))
	if err != nil {
		panic(err)
	}
	password := base64.StdEncoding.EncodeToString(sig)
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(address+":"+password))
}
