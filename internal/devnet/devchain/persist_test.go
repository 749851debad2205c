package devchain

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

func TestChainSurvivesAClose(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	chain := start(t, Config{DataDir: dir})
	client := chain.Client()
	call[any](t, client, "evm_increaseTime", 1_000_000)
	first := send(t, client, rich(t)[0], &one, nil)
	second := send(t, client, rich(t)[1], &one, nil)
	before := head(t, client)
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}

	began := time.Now()
	chain = start(t, Config{DataDir: dir})
	t.Logf("started again in %v", time.Since(began))
	client = chain.Client()
	for _, want := range []*types.Receipt{first, second} {
		if got := receipt(t, client, want.TxHash); got.BlockHash != want.BlockHash {
			t.Errorf("the transaction is in block %s, was in %s", got.BlockHash, want.BlockHash)
		}
	}
	now := head(t, client)
	if now.ParentHash != before.Hash() {
		t.Errorf("block %d of the start is not on the last one, %d", now.Number, before.Number)
	}
	if moved := now.Time - before.Time; moved < 1 || moved > 100 {
		t.Errorf("the start's block is %d s after the last one: time was not kept", moved)
	}
	balance, err := client.BalanceAt(testContext(t), one, first.BlockNumber)
	if err != nil || balance.Int64() != 1 {
		t.Errorf("the balance at block %d is %v, %v, want 1", first.BlockNumber, balance, err)
	}
	if got := send(t, client, rich(t)[0], &one, nil); got.BlockNumber.Uint64() != now.Number.Uint64()+1 {
		t.Errorf("the next transaction is in block %d, want %d", got.BlockNumber, now.Number.Uint64()+1)
	}
}

// victimEnv names the data directory of a chain in a process that will be killed.
const victimEnv = "LOGSTORE_DEVCHAIN_VICTIM"

// runAsVictim runs a chain instead of the tests, if the environment says so, until
// standard input ends.
func runAsVictim() bool {
	dir := os.Getenv(victimEnv)
	if dir == "" {
		return false
	}
	accounts, err := Accounts(Mnemonic, 3)
	if err != nil {
		panic(err)
	}
	alloc := make(types.GenesisAlloc)
	for _, account := range accounts {
		alloc[account.Address] = types.Account{Balance: new(big.Int).Mul(big.NewInt(10_000), big.NewInt(1e18))}
	}
	chain, err := Start(context.Background(), Config{Alloc: alloc, DataDir: dir, Listen: "127.0.0.1:0"})
	if err != nil {
		panic(err)
	}
	fmt.Println(chain.URL())
	_, _ = io.Copy(io.Discard, os.Stdin)
	return true
}

// victim starts a chain in a process of its own; kill is kill -9.
func victim(t *testing.T, dir string) (client *ethclient.Client, kill func()) {
	t.Helper()
	cmd := exec.CommandContext(testContext(t), os.Args[0])
	cmd.Env = append(os.Environ(), victimEnv+"="+dir)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	killed := false
	kill = func() {
		if !killed {
			killed = true
			_ = cmd.Process.Kill()
			_ = cmd.Wait()
			stdin.Close()
		}
	}
	t.Cleanup(kill)
	url, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatalf("the process did not start its chain: %v", err)
	}
	client, err = ethclient.DialContext(testContext(t), strings.TrimSpace(url))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client, kill
}

// Whatever was seen is there after kill -9, in the moment after it was seen.
func TestChainSurvivesAKill(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	seen := make(map[common.Hash]common.Hash) // transaction: block
	for round := range 4 {
		client, kill := victim(t, dir)
		for range 1 + 5*round {
			receipt := send(t, client, rich(t)[0], &one, nil)
			seen[receipt.TxHash] = receipt.BlockHash
		}
		kill()
	}
	chain := start(t, Config{DataDir: dir})
	for tx, block := range seen {
		if got := receipt(t, chain.Client(), tx); got.BlockHash != block {
			t.Errorf("transaction %s is in block %s, was in %s", tx, got.BlockHash, block)
		}
	}
	if balance, err := chain.Client().BalanceAt(testContext(t), one, nil); err != nil || balance.Int64() != int64(len(seen)) {
		t.Errorf("the balance is %v, %v, want %d", balance, err, len(seen))
	}
}

// A block can be on disk before it is the latest one: that is when it becomes
// visible. A crash in between must not lose it.
func TestABlockWithoutAMarkIsTakenUp(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	chain := start(t, Config{DataDir: dir})
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}

	halfway := new(Chain)
	cfg := Config{DataDir: dir, ChainID: DefaultChainID, GasLimit: DefaultGasLimit, Alloc: richAlloc(t), Logger: quiet}
	backend, err := halfway.openNode(cfg)
	if err != nil {
		t.Fatal(err)
	}
	p := &producer{eth: backend, durable: true, log: quiet, clock: clock{now: time.Now}}
	block, err := p.build()
	if err == nil {
		_, err = backend.BlockChain().InsertBlockWithoutSetHead(testContext(t), block, false)
	}
	if err = errors.Join(err, halfway.Close()); err != nil {
		t.Fatal(err)
	}

	chain = start(t, Config{DataDir: dir})
	if got := head(t, chain.Client()); got.ParentHash != block.Hash() {
		t.Errorf("the start's block %d is not on the one that was on disk, %d", got.Number, block.Number())
	}
}

func TestOtherGenesis(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := start(t, Config{DataDir: dir}).Close(); err != nil {
		t.Fatal(err)
	}
	poor := richAlloc(t)
	delete(poor, rich(t)[0].Address)
	for name, cfg := range map[string]Config{
		"accounts":  {Alloc: poor},
		"chain id":  {Alloc: richAlloc(t), ChainID: 5},
		"gas limit": {Alloc: richAlloc(t), GasLimit: 15_000_000},
	} {
		cfg.DataDir, cfg.Listen = dir, "127.0.0.1:0"
		_, err := Start(testContext(t), cfg)
		if !errors.Is(err, ErrOtherGenesis) {
			t.Errorf("other %s: %v, want ErrOtherGenesis", name, err)
		} else if !strings.Contains(err.Error(), "remove the directory "+dir) {
			t.Errorf("the error does not name the directory: %v", err)
		}
	}
	// The attempts did no harm.
	start(t, Config{DataDir: dir})
}

func TestDataDirInUse(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	start(t, Config{DataDir: dir})
	_, err := Start(testContext(t), Config{DataDir: dir, Alloc: richAlloc(t), Listen: "127.0.0.1:0"})
	if !errors.Is(err, ErrInUse) || !strings.Contains(err.Error(), dir) {
		t.Errorf("%v, want ErrInUse with the directory", err)
	}

	elsewhere := t.TempDir()
	_, kill := victim(t, elsewhere)
	_, err = Start(testContext(t), Config{DataDir: elsewhere, Alloc: richAlloc(t), Listen: "127.0.0.1:0"})
	if !errors.Is(err, ErrInUse) {
		t.Errorf("in use by another process: %v, want ErrInUse", err)
	}
	kill()
	start(t, Config{DataDir: elsewhere})
}

func TestDataDirCannotBeUsed(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Start(testContext(t), Config{DataDir: file, Listen: "127.0.0.1:0"}); err == nil {
		t.Error("a file as data directory is no error")
	}
}

// Nothing but the chain is written: no keys, no list of peers.
func TestDataDirHasOneFolder(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	start(t, Config{DataDir: dir})
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 || entries[0].Name() != "evm" {
		t.Errorf("the directory has %v, want evm alone", entries)
	}
}
