package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"time"
)

const (
	connections  = 8
	ingestBatch  = 1000
	ingestRounds = 3
)

// benchIngest publishes signed messages over HTTP from several connections and
// compares with what recovering the keys alone would take on the same cores. What
// the client does runs on these cores too.
func benchIngest(n int) (figure, error) {
	dir, err := os.MkdirTemp("", "logstore-bench-ingest-")
	if err != nil {
		return figure{}, err
	}
	defer os.RemoveAll(dir)
	node, err := startNode(dir)
	if err != nil {
		return figure{}, err
	}
	defer node.stop()

	logf("signing %d messages", n*ingestRounds)
	ms := signedMessages(benchPart("ingest"), n*ingestRounds)
	var rate, baseline float64
	for round := range ingestRounds {
		part := ms[round*n : (round+1)*n]
		base := recoverRate(part)
		got, err := publishAll(node.url, frames(part, ingestBatch), n)
		if err != nil {
			return figure{}, err
		}
		base = (base + recoverRate(part)) / 2
		logf("round %d: %.0f messages/s stored, %.0f recovered", round+1, got, base)
		// The best round of each: what else runs on the machine only takes away.
		rate, baseline = max(rate, got), max(baseline, base)
	}
	return figure{
		name: "ingest over HTTP, verified, in the tree, fsynced", value: rate, unit: "msg/s",
		baseline: baseline, baselineUnit: "recover/s", target: 1.3,
	}, nil
}

// publishAll posts the bodies and returns the acknowledged messages per second.
func publishAll(url string, bodies [][]byte, want int) (float64, error) {
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: connections}}
	defer client.CloseIdleConnections()
	queue := make(chan []byte, len(bodies))
	for _, b := range bodies {
		queue <- b
	}
	close(queue)
	var (
		wg     sync.WaitGroup
		mu     sync.Mutex
		stored int
		failed error
	)
	start := time.Now()
	for range connections {
		wg.Go(func() {
			for body := range queue {
				n, err := post(client, url+"/messages", body)
				mu.Lock()
				stored += n
				if err != nil {
					failed = err
				}
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	took := time.Since(start)
	if failed != nil {
		return 0, failed
	}
	if stored != want {
		return 0, fmt.Errorf("%d of %d messages were stored", stored, want)
	}
	return float64(stored) / took.Seconds(), nil
}

func post(client *http.Client, url string, body []byte) (accepted int, err error) {
	resp, err := client.Post(url, "application/octet-stream", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil {
		return 0, err
	}
	if resp.StatusCode != http.StatusOK {
		return 0, fmt.Errorf("publish: status %d: %s", resp.StatusCode, b)
	}
	var answer struct{ Accepted int }
	return answer.Accepted, json.Unmarshal(b, &answer)
}
