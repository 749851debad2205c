package main

import (
	"bytes"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"

	"github.com/logstore/logstore/message"
)

const officialNodeID = "00000000000000000000000000000000000000aa"

// startOfficial starts the official node, which the interop tests install. An error says
// why it cannot be compared with.
func startOfficial(part message.StreamPart) (*overlayNode, error) {
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return nil, fmt.Errorf("the official node was not found: run the benchmark in the project's folder: %w", err)
	}
	dir := string(bytes.TrimSpace(root))
	if _, err := os.Stat(filepath.Join(dir, "test/interop/streamr/node_modules/.installed")); err != nil {
		return nil, errors.New("the official node is not installed: run scripts/interop-install.sh")
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command("node", filepath.Join(dir, "bench/overlay/official.mjs"),
		strconv.Itoa(port), officialNodeID, string(part.Stream), strconv.Itoa(int(part.Partition)))
	cmd.Env = append(os.Environ(), "LOG_LEVEL=error", "NODE_ENV=production")
	return startOverlayProcess(cmd)
}

func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return 0, err
	}
	_, port, err := net.SplitHostPort(l.Addr().String())
	if err := errors.Join(err, l.Close()); err != nil {
		return 0, err
	}
	return strconv.Atoi(port)
}
