package noderun

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
)

// DevnetConfig says which devnet to run.
type DevnetConfig struct {
	// Binary is the logstore program.
	Binary string
	// Dir gets the devnet's log and, below it, its data.
	Dir string
	// Args are further arguments of "logstore devnet".
	Args []string
}

// Devnet is a running development network, a child process of this one.
type Devnet struct {
	ChainID   uint64            `json:"chainId"`
	RPC       string            `json:"evmRpc"`
	Contracts map[string]string `json:"contracts"`
	// Accounts are funded; everybody knows their keys.
	Accounts []struct {
		Address    string `json:"address"`
		PrivateKey string `json:"privateKey"`
	} `json:"accounts"`
	Brokers []struct {
		Address string `json:"address"`
		URL     string `json:"url"`
	} `json:"brokers"`
	GraphURL string `json:"graphUrl"`

	*process
}

// DevnetCommand is what StartDevnet runs, without the ready file.
func DevnetCommand(cfg DevnetConfig) []string {
	return append([]string{cfg.Binary, "devnet", "--data", filepath.Join(cfg.Dir, "data")}, cfg.Args...)
}

// StartDevnet starts a devnet that keeps its data in the directory, and waits until all
// is up. It lives until Stop, whatever happens to ctx, which only bounds the start.
func StartDevnet(ctx context.Context, cfg DevnetConfig) (*Devnet, error) {
	if err := os.MkdirAll(cfg.Dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the devnet's directory: %w", err)
	}
	d := new(Devnet)
	var err error
	d.process, err = start(ctx, cfg.Binary, cfg.Dir, DevnetCommand(cfg)[1:], d)
	if err != nil {
		return nil, err
	}
	if len(d.Accounts) == 0 || len(d.Brokers) == 0 {
		return nil, fmt.Errorf("the devnet's ready file names no account or no broker (%w)", d.Stop())
	}
	return d, nil
}
