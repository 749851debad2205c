package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"sync"

	"github.com/logstore/logstore/internal/noderun"
)

const logStoreConnections = 8

// logStore is the node, a process of its own, spoken to over HTTP.
type logStore struct {
	node   *noderun.Node
	client *http.Client
	load   *workload
}

func (b *bench) logStoreWrites() candidate {
	return candidate{
		setting: fmt.Sprintf("LogStore: %d connections, requests of %d events", logStoreConnections, requestBatch),
		share:   1,
		open: func(ctx context.Context, dir string) (writer, error) {
			return b.startLogStore(ctx, dir)
		},
	}
}

// startLogStore starts a node with its defaults on free ports. Only the limits that
// protect it from a single client are off: here there is only one.
func (b *bench) startLogStore(ctx context.Context, dir string) (*logStore, error) {
	node, err := noderun.Start(ctx, noderun.Config{Binary: b.logstore, Dir: dir, Settings: []string{
		"http.listen=127.0.0.1:0", "admin.listen=127.0.0.1:0", "http.rate_requests=0", "http.rate_bytes=0",
	}})
	if err != nil {
		return nil, err
	}
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: logStoreConnections}}
	return &logStore{node: node, client: client, load: b.load}, nil
}

func (l *logStore) stop() error {
	l.client.CloseIdleConnections()
	return l.node.Stop()
}

func (l *logStore) write(ctx context.Context, events [][]byte) error {
	requests := make(chan [][]byte, len(events)/requestBatch+1)
	for batch := range slices.Chunk(events, requestBatch) {
		requests <- batch
	}
	close(requests)
	return together(logStoreConnections, func(int) error {
		var body []byte
		for batch := range requests {
			body = appendFrames(body[:0], batch)
			if err := l.post(ctx, body, len(batch)); err != nil {
				return err
			}
		}
		return nil
	})
}

// post publishes one request and makes sure that all of it was stored.
func (l *logStore) post(ctx context.Context, body []byte, want int) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, l.node.URL+"/messages", bytes.NewReader(body))
	if err != nil {
		return err
	}
	req.Header.Set("Content-Type", "application/octet-stream")
	resp, err := l.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	raw, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var answer struct{ Accepted int }
	if err := json.Unmarshal(raw, &answer); err != nil || resp.StatusCode != http.StatusOK || answer.Accepted != want {
		return fmt.Errorf("publish %d events: status %d: %.300s", want, resp.StatusCode, raw)
	}
	return nil
}

// replay asks for the whole stream part in the node's raw format and cuts the answer
// into events.
func (l *logStore) replay(ctx context.Context, want int, visit func(event []byte)) error {
	u := fmt.Sprintf("%s/stores/%s/data/partitions/%d/range?fromTimestamp=0&toTimestamp=%d&format=raw&limit=0",
		l.node.URL, url.PathEscape(string(l.load.part.Stream)), l.load.part.Partition, int64(1)<<52)
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u, nil)
	if err != nil {
		return err
	}
	auth, err := l.basicAuth()
	if err != nil {
		return err
	}
	req.Header.Set("Authorization", auth)
	req.Header.Set("Accept-Encoding", "identity") // the peers do not compress either
	resp, err := l.client.Do(req)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		raw, _ := io.ReadAll(io.LimitReader(resp.Body, 1000))
		return fmt.Errorf("range: status %d: %s", resp.StatusCode, raw)
	}
	r := bufio.NewReaderSize(resp.Body, 256<<10)
	for n := 0; ; n++ {
		size, err := r.Peek(4)
		if errors.Is(err, io.EOF) && len(size) == 0 && n == want {
			return nil
		}
		if err != nil {
			return fmt.Errorf("range ended after %d of %d events: %w", n, want, err)
		}
		length := 4 + int(binary.BigEndian.Uint32(size))
		frame, err := r.Peek(length)
		if err != nil {
			return fmt.Errorf("event %d of %d bytes: %w", n, length-4, err)
		}
		visit(frame[4:])
		if _, err := r.Discard(length); err != nil {
			return err
		}
	}
}

// basicAuth is the header that the original's clients send.
func (l *logStore) basicAuth() (string, error) {
	address := l.load.signer.UserID().String()
	sig, err := l.load.signer.SignPayload([]byte(address))
	if err != nil {
		return "", err
	}
	password := base64.StdEncoding.EncodeToString(sig)
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(address+":"+password)), nil
}

// together runs f n times at once and returns one of the things that went wrong.
func together(n int, f func(i int) error) error {
	errs := make([]error, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { errs[i] = f(i) })
	}
	wg.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
