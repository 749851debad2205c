//go:build interop

package interop

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/noderun"
	"github.com/logstore/logstore/message"
)

// task is what a script is told; see the scripts for which fields they use.
type task struct {
	URL        string      `json:"url"`
	PrivateKey string      `json:"privateKey,omitempty"`
	Publisher  string      `json:"publisher"`
	StreamID   string      `json:"streamId"`
	Path       string      `json:"path"`
	Messages   []published `json:"messages"`
}

// published names a message that is in the broker; its content is {"n":N}.
type published struct {
	Timestamp int64  `json:"timestamp"`
	Sequence  int32  `json:"sequenceNumber"`
	Chain     string `json:"chain"`
	N         int    `json:"n"`
}

const streamPath = "/interop/messages"

// The official SDK reads, as from a Streamr storage node, what Go code signed; the
// broker stores what the SDK signed; and our own client agrees about all of it.
func TestStreamrSDK(t *testing.T) {
	t.Parallel()
	// A standalone node does not ask a chain who may publish to a stream.
	node := startNode(t, "streams.policy=any")
	task, client := publish(t, node)
	runScript(t, "streamr", "resend.mjs", task)

	for stream, want := range map[string]uint64{
		streamPath: uint64(len(task.Messages)) + 26, // by the SDK: 20, the honest one beside the forged, 5 with a gap
		"/binary":  1,
		"/secret":  4,
		"/shared":  3,
	} {
		if got := verified(t, client, stream); got != want {
			t.Errorf("%s: our client verified %d messages, expected %d", stream, got, want)
		}
	}
}

// The original's client, unmodified, queries the broker in the form of its generation.
func TestOriginalClient(t *testing.T) {
	t.Parallel()
	node := startNode(t)
	task, _ := publish(t, node)
	task.PrivateKey = ""
	runScript(t, "original", "query.mjs", task)
}

// startNode runs the broker program with a fresh store on free ports.
func startNode(t *testing.T, settings ...string) *noderun.Node {
	t.Helper()
	binary := os.Getenv("LOGSTORE_BIN")
	if binary == "" {
		t.Fatal("LOGSTORE_BIN does not name the broker program; run the tests with \"make interop\"")
	}
	node, err := noderun.Start(t.Context(), noderun.Config{
		Binary: binary, Dir: filepath.Join(t.TempDir(), "node"),
		Settings: append(settings, "http.listen=127.0.0.1:0", "admin.listen=127.0.0.1:0", "http.rate_requests=0"),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := node.Stop(); err != nil {
			t.Errorf("stop the node: %v", err)
		}
	})
	return node
}

// publish signs messages with a fresh key and stores them.
func publish(t *testing.T, node *noderun.Node) (task, *logstore.Client) {
	t.Helper()
	var private [32]byte
	rand.Read(private[:])
	key, err := logstore.KeyFromHex(hex.EncodeToString(private[:]))
	if err != nil {
		t.Fatal(err)
	}
	client, err := logstore.New(logstore.Config{URL: node.URL, Key: key})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	stream, err := message.ParseStreamID(streamPath, key.UserID())
	if err != nil {
		t.Fatal(err)
	}
	out := task{
		URL: node.URL, PrivateKey: "0x" + hex.EncodeToString(private[:]), Publisher: key.UserID().String(),
		StreamID: string(stream), Path: streamPath,
	}

	messages, list := signMessages(t, key, stream)
	out.Messages = list
	res, err := client.PublishSigned(t.Context(), messages)
	if err != nil {
		t.Fatal(err)
	}
	if res.Stored != len(messages) {
		t.Fatalf("stored %d messages, expected %d: %+v", res.Stored, len(messages), res)
	}
	return out, client
}

// signMessages signs 100 messages on two chains, two with the same time each.
func signMessages(t *testing.T, key *logstore.Key, stream message.StreamID) (messages []*message.Message, list []published) {
	t.Helper()
	const count = 100
	chains := []*message.Chain{message.NewChain("interopinteropinter0"), message.NewChain("interopinteropinter1")}
	start := time.Now().Add(-10 * time.Minute).UnixMilli()
	for n := range count {
		chain := chains[n*len(chains)/count]
		ref, prev, err := chain.Next(start + int64(n/2)*10)
		if err != nil {
			t.Fatal(err)
		}
		m := &message.Message{
			ID:      message.ID{Stream: stream, Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain.ID()},
			PrevRef: prev, Content: fmt.Appendf(nil, `{"n":%d}`, n),
		}
		if err := message.Sign(m, key); err != nil {
			t.Fatal(err)
		}
		messages = append(messages, m)
		list = append(list, published{ref.Timestamp, ref.Sequence, chain.ID(), n})
	}
	return messages, list
}

// verified reads a whole stream with our own client and returns how many messages
// it found valid.
func verified(t *testing.T, client *logstore.Client, stream string) uint64 {
	t.Helper()
	res, err := client.Query(t.Context(), logstore.Query{Stream: stream})
	if err != nil {
		t.Fatalf("%s: %v", stream, err)
	}
	for _, err := range res.All() {
		if err != nil {
			t.Fatalf("%s: %v", stream, err)
		}
	}
	report := res.Report()
	if !report.OK() {
		t.Errorf("%s: %v", stream, report.Problems)
	}
	return report.Valid
}

var closingLine = regexp.MustCompile(`(?m)^(\d+) passed, (\d+) failed$`)

// runScript gives a Node script its task and fails with everything that it said.
func runScript(t *testing.T, dir, script string, in any) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(dir, "node_modules")); err != nil {
		t.Fatalf("test/interop/%s is not installed: run the tests with \"make interop\"", dir)
	}
	input, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "node", script)
	cmd.Dir = dir
	cmd.Stdin = bytes.NewReader(input)
	out, err := cmd.CombinedOutput()
	t.Logf("%s/%s:\n%s", dir, script, out)
	if err != nil {
		t.Fatalf("%s/%s: %v", dir, script, err)
	}
	// A script that ends well and checked nothing is no success.
	m := closingLine.FindStringSubmatch(strings.TrimSpace(string(out)))
	if m == nil {
		t.Fatalf("%s/%s ended without saying how many checks passed", dir, script)
	}
	if passed, _ := strconv.Atoi(m[1]); passed == 0 || m[2] != "0" {
		t.Fatalf("%s/%s: %s", dir, script, m[0])
	}
}
