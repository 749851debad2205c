// Package noderun runs the logstore program as a child process, the way a user
// would, and waits until it serves. The demonstration and the tests against other
// people's software start their nodes with it.
//
//	node, err := noderun.Start(ctx, noderun.Config{Binary: "bin/logstore", Dir: dir})
//	defer node.Stop()
//	client, err := logstore.New(logstore.Config{URL: node.URL})
package noderun

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// Config says which node to run.
type Config struct {
	// Binary is the logstore program.
	Binary string
	// Dir is the node's directory. If it has no configuration yet, "logstore init" makes one.
	Dir string
	// Settings are given to "broker start" as --set key=value.
	Settings []string
}

// Node is a running node, a child process of this one.
type Node struct {
	// URL is the public address, AdminURL the one for operators.
	URL      string `json:"url"`
	AdminURL string `json:"adminUrl"`
	// Address is the Ethereum address of the node's key.
	Address string `json:"address"`

	*process
}

// Start makes the node's directory if there is none, starts the node and waits
// until it answers. Its log goes to node.log in the directory. The node lives until
// Stop, whatever happens to ctx, which only bounds the start.
func Start(ctx context.Context, cfg Config) (*Node, error) {
	if !HasNode(cfg.Dir) {
		if err := initNode(ctx, cfg); err != nil {
			return nil, err
		}
	}
	args := []string{"broker", "start", "--dir", cfg.Dir}
	for _, s := range cfg.Settings {
		args = append(args, "--set", s)
	}
	n := new(Node)
	var err error
	n.process, err = start(ctx, cfg.Binary, cfg.Dir, args, n)
	if err != nil {
		return nil, err
	}
	return n, nil
}

// HasNode reports whether a node was made in dir, so that Start will not make one.
func HasNode(dir string) bool {
	_, err := os.Stat(filepath.Join(dir, "config.yaml"))
	return err == nil
}

// InitCommand is what Start runs to make a node. The password of its key lies
// beside it, so a slow key derivation would only cost time.
func InitCommand(binary, dir string) []string {
	return []string{binary, "init", "--dir", dir, "--insecure-light-kdf"}
}

func initNode(ctx context.Context, cfg Config) error {
	args := InitCommand(cfg.Binary, cfg.Dir)
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", cmd, err, bytes.TrimSpace(out))
	}
	return nil
}
