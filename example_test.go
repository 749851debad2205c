package logstore_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/nodetest"
	"github.com/logstore/logstore/proof"
)

// exampleKey is the first account of the well-known test mnemonic of EVM
// developers. Never put anything of value under it.
const exampleKey = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"

// Weather is what the examples publish.
type Weather struct {
	Station string  `json:"station"`
	Celsius float64 `json:"celsius"`
}

// exampleClient returns a client of a node that runs in this process, with a
// function that ends both.
func exampleClient() (*logstore.Client, func()) {
	node, err := nodetest.New(nodetest.Config{})
	if err != nil {
		log.Fatal(err)
	}
	key, err := logstore.KeyFromHex(exampleKey)
	if err != nil {
		log.Fatal(err)
	}
	client, err := logstore.New(logstore.Config{URL: node.URL, Key: key})
	if err != nil {
		log.Fatal(err)
	}
	return client, func() {
		if err := errors.Join(client.Close(), node.Close()); err != nil {
			log.Fatal(err)
		}
	}
}

var (
	ctx  = context.Background()
	noon = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
)

// hourly publishes one event an hour from noon on.
func hourly(client *logstore.Client, hours int) {
	var events []logstore.Event
	for h := range hours {
		events = append(events, logstore.Event{
			Content: Weather{"Helsinki", 20 - float64(h)},
			Time:    noon.Add(time.Duration(h) * time.Hour),
		})
	}
	if _, err := client.PublishBatch(ctx, "/weather", events); err != nil {
		log.Fatal(err)
	}
}

// Publish events with their own times, ask for a range of time, and see what the
// answer proves.
func Example() {
	client, stop := exampleClient()
	defer stop()

	events := []logstore.Event{
		{Content: Weather{"Helsinki", 18.5}, Time: noon},
		{Content: Weather{"Helsinki", 19.1}, Time: noon.Add(time.Hour)},
		{Content: Weather{"Helsinki", 18.9}, Time: noon.Add(2 * time.Hour)},
	}
	if _, err := client.PublishBatch(ctx, "/weather", events); err != nil {
		log.Fatal(err)
	}

	res, err := client.Query(ctx, logstore.Query{
		Stream: "/weather",
		From:   noon,
		To:     noon.Add(time.Hour),
	})
	if err != nil {
		log.Fatal(err)
	}
	defer res.Close()
	for m, err := range res.All() {
		if err != nil {
			log.Fatal(err) // forged, misplaced, incomplete, …
		}
		fmt.Println(m.Time().UTC().Format(time.TimeOnly), string(m.Content))
	}
	fmt.Println("proven:", res.Report().OK())
	// Output:
	// 12:00:00 {"station":"Helsinki","celsius":18.5}
	// 13:00:00 {"station":"Helsinki","celsius":19.1}
	// proven: true
}

// A key comes from an encrypted file, as geth and many wallets write it.
func ExampleKeyFromKeystore() {
	dir, err := os.MkdirTemp("", "keys")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "key.json")

	key, err := logstore.GenerateKey()
	if err != nil {
		log.Fatal(err)
	}
	if err := key.SaveKeystore(file, "correct horse battery staple"); err != nil {
		log.Fatal(err)
	}
	again, err := logstore.KeyFromKeystore(file, "correct horse battery staple")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(again.Address() == key.Address())
	// Output: true
}

// One event, at the time when it happened, on the partition of its sensor.
func ExampleClient_Publish() {
	client, stop := exampleClient()
	defer stop()

	receipt, err := client.Publish(ctx, "/weather", Weather{"Helsinki", 18.5},
		logstore.At(noon), logstore.ByKey("Helsinki", 16))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(receipt.Part, receipt.Ref)
	// Output: 0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266/weather#4 1780315200000/0
}

// A node refuses single events of a batch; the others are stored.
func ExampleClient_PublishBatch() {
	client, stop := exampleClient()
	defer stop()
	schema := json.RawMessage(`{"type": "object", "properties": {"celsius": {"type": "number", "minimum": -273.15}}}`)
	if err := client.SetSchema(ctx, "/weather", schema); err != nil {
		log.Fatal(err)
	}

	res, err := client.PublishBatch(ctx, "/weather", []logstore.Event{
		{Content: Weather{"Helsinki", 18.5}, Time: noon},
		{Content: Weather{"Helsinki", -300}, Time: noon.Add(time.Minute)},
	})
	var rejected *logstore.RejectedError
	if err != nil && !errors.As(err, &rejected) {
		log.Fatal(err)
	}
	fmt.Println(res.Stored, "stored,", res.Rejected, "rejected")
	if rejected != nil {
		fmt.Println("event", rejected.Index, "has a", rejected.Code)
	}
	// Output:
	// 1 stored, 1 rejected
	// event 1 has a schema_violation
}

// The newest events, oldest first.
func ExampleClient_Query() {
	client, stop := exampleClient()
	defer stop()
	hourly(client, 24)

	res, err := client.Query(ctx, logstore.Query{Stream: "/weather", Last: 2})
	if err != nil {
		log.Fatal(err)
	}
	defer res.Close()
	for m, err := range res.All() {
		if err != nil {
			log.Fatal(err)
		}
		var w Weather
		if err := m.Unmarshal(&w); err != nil {
			log.Fatal(err)
		}
		fmt.Println(m.Time().UTC().Format(time.TimeOnly), w.Celsius)
	}
	// Output:
	// 10:00:00 -2
	// 11:00:00 -3
}

// What an answer proves is more than yes or no.
func ExampleResult_Report() {
	client, stop := exampleClient()
	defer stop()
	hourly(client, 24)

	res, err := client.Query(ctx, logstore.Query{Stream: "/weather", From: noon.Add(6 * time.Hour)})
	if err != nil {
		log.Fatal(err)
	}
	defer res.Close()
	for _, err := range res.All() {
		if err != nil {
			log.Fatal(err)
		}
	}
	report := res.Report()
	fmt.Println("signatures:", report.Valid, "of", report.Messages)
	fmt.Println("complete:", report.Proof.Status, "by", report.Proof.Node)
	fmt.Println("of all that the node has:", report.Proof.Checkpoint.Count)
	fmt.Println("links checked:", report.LinksKept, "gaps:", report.ChainGaps)
	// Output:
	// signatures: 18 of 18
	// complete: proven by 0x73e4fe27659c999325f5c29ee2362e8ef7f72f9c
	// of all that the node has: 24
	// links checked: 17 gaps: 0
}

// An answer and its proof make a file that anybody can check, without the node.
func ExampleResult_Certificate() {
	client, stop := exampleClient()
	defer stop()
	hourly(client, 24)

	res, err := client.Query(ctx, logstore.Query{Stream: "/weather", From: noon, To: noon.Add(2 * time.Hour)})
	if err != nil {
		log.Fatal(err)
	}
	defer res.Close()
	var file bytes.Buffer
	saved, err := proof.NewFileWriter(&file, res.Certificate(), false)
	if err != nil {
		log.Fatal(err)
	}
	for m, err := range res.All() {
		if err != nil {
			log.Fatal(err)
		}
		if err := saved.Write(m.AppendWire(nil)); err != nil {
			log.Fatal(err)
		}
	}
	if err := saved.Flush(); err != nil {
		log.Fatal(err)
	}

	report, err := proof.CheckFile(ctx, &file, proof.Config{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Proof.Status, report.OK())
	// Output: proven true
}

// How many messages there are in a day, and their digest, without reading them.
func ExampleClient_Digest() {
	client, stop := exampleClient()
	defer stop()
	hourly(client, 48)

	day, err := client.Digest(ctx, "/weather", 0, noon, noon.Add(24*time.Hour-time.Millisecond))
	if err != nil {
		log.Fatal(err) // also if the proof does not hold
	}
	fmt.Println(day.Count, "of", day.Checkpoint.Count, "messages,", day.Bytes, "bytes")
	// Output: 24 of 48 messages, 4490 bytes
}

// Follow a stream from the past into the present, and go on later where this
// stopped.
func ExampleClient_Subscribe() {
	client, stop := exampleClient()
	defer stop()
	hourly(client, 4)

	saved := "" // keep it where it survives a restart
	for d, err := range client.Subscribe(ctx, logstore.SubscribeOptions{Stream: "/weather", From: noon}) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("first run:", string(d.Content))
		saved = d.Cursor
		if d.Timestamp >= noon.Add(time.Hour).UnixMilli() {
			break
		}
	}
	for d, err := range client.Subscribe(ctx, logstore.SubscribeOptions{Stream: "/weather", Cursor: saved}) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println("second run:", string(d.Content))
		break
	}
	// Output:
	// first run: {"station":"Helsinki","celsius":20}
	// first run: {"station":"Helsinki","celsius":19}
	// second run: {"station":"Helsinki","celsius":18}
}

// What a node holds, by its own account, and signed.
func ExampleClient_Stats() {
	client, stop := exampleClient()
	defer stop()
	hourly(client, 48)

	stats, err := client.Stats(ctx, "/weather", logstore.StatsOptions{From: noon, To: noon.Add(48*time.Hour - 1), Buckets: 2})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(stats.Messages, "messages")
	for _, p := range stats.Partitions {
		fmt.Println("partition", p.Partition, "from", p.First, "to", p.Last)
		if err := p.Checkpoint.Verify(stats.Part(p.Partition), ""); err != nil {
			log.Fatal(err)
		}
	}
	// Output:
	// 48 messages
	// partition 0 from 1780315200000/0 to 1780484400000/0
}

// errors.Is tells cases apart, errors.As gives the details.
func ExampleAPIError() {
	client, stop := exampleClient()
	defer stop()

	_, err := client.Schema(ctx, "/weather")
	var refusal *logstore.APIError
	switch {
	case errors.Is(err, logstore.ErrNotFound):
		fmt.Println("no schema")
	case errors.As(err, &refusal):
		fmt.Println(refusal.Status, refusal.Code, refusal.Detail)
	case err != nil:
		fmt.Println("the node was not reached:", err)
	}
	// Output: no schema
}
