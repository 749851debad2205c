//go:build interop

package interop

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// A devnet's accounts, so that no two tests send transactions from the same one.
const (
	moneyAccount = iota
	toolAccount
	ethersAccount
	ethersStranger
	sdkAccount
	sdkStranger
	poorAccount // never sends any
)

// devnet is what the devnet writes when it is up.
type devnet struct {
	raw      json.RawMessage
	Accounts []struct{ Address, PrivateKey string }
	Brokers  []struct{ URL string }
}

// chainTask is what the scripts are told that work on a devnet.
type chainTask struct {
	Devnet   json.RawMessage `json:"devnet"`
	Account  int             `json:"account"`
	Stranger int             `json:"stranger"`
	StreamID string          `json:"streamId,omitempty"`
	Messages []published     `json:"messages,omitempty"`
}

// The clients that were published for the original contracts work on a devnet: its
// contracts stand where they look for them, and answer them as the originals do; the
// broker answers what they ask graph indexes, and lets those query who have paid.
func TestDevnet(t *testing.T) {
	t.Parallel()
	d := startDevnet(t)
	for _, c := range []struct {
		name, dir, script string
		account, stranger int
		after             func(t *testing.T)
	}{
		{"original client", "original", "money.mjs", moneyAccount, poorAccount, func(t *testing.T) {
			queryPaid(t, d)
		}},
		{"original tool", "original", "cli.mjs", toolAccount, poorAccount, nil},
		{"original ABI", "streamr", "contracts.mjs", ethersAccount, ethersStranger, nil},
		{"Streamr SDK", "streamr", "registry.mjs", sdkAccount, sdkStranger, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			runScript(t, c.dir, c.script, chainTask{Devnet: d.raw, Account: c.account, Stranger: c.stranger})
			if c.after != nil {
				c.after(t)
			}
		})
	}
}

// queryPaid publishes to the stream that the original client has made and staked for, and
// lets that client query it.
func queryPaid(t *testing.T, d *devnet) {
	t.Helper()
	owner := d.Accounts[moneyAccount]
	key, err := logstore.KeyFromHex(strings.TrimPrefix(owner.PrivateKey, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	client, err := logstore.New(logstore.Config{URL: d.Brokers[0].URL, Key: key})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	stream, err := message.ParseStreamID("/original-client", key.UserID())
	if err != nil {
		t.Fatal(err)
	}
	messages, list := signMessages(t, key, stream)
	res, err := client.PublishSigned(t.Context(), messages)
	if err != nil {
		t.Fatal(err)
	}
	if res.Stored != len(messages) {
		t.Fatalf("stored %d of %d messages: %+v", res.Stored, len(messages), res)
	}
	runScript(t, "original", "paid.mjs", chainTask{
		Devnet: d.raw, Account: moneyAccount, Stranger: poorAccount, StreamID: string(stream), Messages: list,
	})
}

// startDevnet runs a devnet that is thrown away, on free ports.
func startDevnet(t *testing.T) *devnet {
	t.Helper()
	binary := os.Getenv("LOGSTORE_BIN")
	if binary == "" {
		t.Fatal("LOGSTORE_BIN does not name the program; run the tests with \"make interop\"")
	}
	ready := filepath.Join(t.TempDir(), "ready.json")
	var log bytes.Buffer
	cmd := exec.Command(binary, "devnet", "--rpc-listen", "127.0.0.1:0", "--listen", "127.0.0.1:0", "--streamr-listen", "127.0.0.1:0", "--ready-file", ready)
	cmd.Stdout, cmd.Stderr = &log, &log
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }()
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM) // fails if it has ended, which is seen below
		select {
		case err := <-ended:
			if err != nil {
				t.Errorf("devnet: %v", err)
			}
		case <-time.After(30 * time.Second):
			t.Error("devnet does not stop")
			_ = cmd.Process.Kill()
			<-ended
		}
		if t.Failed() {
			t.Logf("devnet:\n%s", &log)
		}
	})
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	raw, err := waitForFile(ctx, ready, ended)
	if err != nil {
		t.Fatal(err)
	}
	d := &devnet{raw: raw}
	if err := json.Unmarshal(raw, d); err != nil {
		t.Fatalf("%v in %s", err, raw)
	}
	if len(d.Accounts) <= poorAccount || len(d.Brokers) == 0 {
		t.Fatalf("want a broker and more than %d accounts: %s", poorAccount, raw)
	}
	return d
}

// waitForFile returns a file's JSON as soon as it is there and whole.
func waitForFile(ctx context.Context, name string, ended chan error) (json.RawMessage, error) {
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		raw, err := os.ReadFile(name)
		if err == nil && json.Valid(raw) {
			return raw, nil
		}
		if err != nil && !errors.Is(err, os.ErrNotExist) {
			return nil, err
		}
		select {
		case err := <-ended:
			ended <- err
			return nil, fmt.Errorf("devnet ended before it was up: %w", err)
		case <-ctx.Done():
			return nil, fmt.Errorf("devnet is not up: %w", ctx.Err())
		case <-tick.C:
		}
	}
}
