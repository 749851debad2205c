// Command demo is what `make run` runs: a network on loopback with a real data set,
// paid for, queried and verified, then left running until Ctrl-C. See internal/demo.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/logstore/logstore/internal/demo"
)

func main() {
	cfg := demo.Config{Out: os.Stdout}
	flag.StringVar(&cfg.Binary, "logstore", "bin/logstore", "the logstore program")
	flag.StringVar(&cfg.CacheDir, "cache", ".cache", "folder for the downloaded data and the network")
	flag.StringVar(&cfg.RPCListen, "rpc-listen", demo.DefaultRPCListen, "address of the chain's JSON-RPC")
	flag.StringVar(&cfg.StreamrListen, "streamr-listen", demo.DefaultStreamrListen, "address at which clients of the Streamr network enter it")
	flag.StringVar(&cfg.HTTPListen, "listen", demo.DefaultHTTPListen, "address of the broker")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := demo.Run(ctx, cfg); err != nil {
		fmt.Fprintln(os.Stderr, "demo:", err)
		os.Exit(1)
	}
}
