package demo

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"os/exec"
	"strings"
)

// What is bought and staked, in base units of LSAN: bytes of storage at the devnet's
// price.
const (
	storeStake = "1000000000"
	queryStake = "50000000"
)

// environment is what commands need to act on the network as an account.
func (r *run) environment(privateKey string) []string {
	return []string{
		"LOGSTORE_CHAIN_NETWORK=devnet", "LOGSTORE_CHAIN_RPC=" + r.devnet.RPC,
		"LOGSTORE_NODE=" + r.devnet.Brokers[0].URL, "LOGSTORE_PRIVATE_KEY=" + privateKey,
	}
}

// command runs the logstore program as a user would and returns what it said.
func (r *run) command(ctx context.Context, args ...string) ([]byte, error) {
	cmd := exec.CommandContext(ctx, r.cfg.Binary, args...)
	for _, kv := range os.Environ() {
		if !strings.HasPrefix(kv, "LOGSTORE_") { // the user's own settings are for other networks
			cmd.Env = append(cmd.Env, kv)
		}
	}
	cmd.Env = append(cmd.Env, append(r.env, "LOGSTORE_HOME="+r.dir)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("%s %s: %w\n%s%s", r.cfg.Binary, strings.Join(args, " "), err, out, bytes.TrimSpace(stderr.Bytes()))
	}
	return out, nil
}

// show runs a command and shows it with what it said.
func (r *run) show(ctx context.Context, args ...string) error {
	r.say.command("%s %s", r.cfg.Binary, strings.Join(args, " "))
	out, err := r.command(ctx, args...)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(out)) {
		r.say.line("  %s", strings.TrimRight(line, "\n"))
	}
	return nil
}

// amount asks a command for a balance.
func (r *run) amount(ctx context.Context, field string, args ...string) (*big.Int, error) {
	out, err := r.command(ctx, append(args, "--json")...)
	if err != nil {
		return nil, err
	}
	var answer map[string]any
	if err := json.Unmarshal(out, &answer); err != nil {
		return nil, fmt.Errorf("%s: %w", strings.Join(args, " "), err)
	}
	text, _ := answer[field].(string)
	n, ok := new(big.Int).SetString(text, 10)
	if !ok {
		return nil, fmt.Errorf("%s: no amount %q in %s", strings.Join(args, " "), field, out)
	}
	return n, nil
}

// payForStorage buys tokens, makes the stream, and stakes on it. A second run finds
// all that.
func (r *run) payForStorage(ctx context.Context) error {
	r.say.step("Storage: tokens for coins, a stream on the chain, a stake that pays for keeping it")
	if _, err := r.command(ctx, "stream", "show", Stream); err == nil {
		r.say.line("the stream and its stake are there from an earlier run")
		return nil
	}
	for _, args := range [][]string{
		{"price"},
		{"mint", "--usd", "5", "--yes"},
		{"stream", "create", Stream, "--yes"},
		{"store", "stake", Stream, storeStake, "--yes"},
	} {
		if err := r.show(ctx, args...); err != nil {
			return err
		}
	}
	return nil
}

// payForQueries stakes for queries, unless an earlier run did.
func (r *run) payForQueries(ctx context.Context) error {
	r.say.step("Queries: a stake that pays for answers")
	staked, err := r.amount(ctx, "lsan", "query", "balance")
	if err != nil {
		return err
	}
	if staked.Sign() > 0 {
		r.say.line("the stake is there from an earlier run")
		return nil
	}
	return r.show(ctx, "query", "stake", queryStake, "--yes")
}
