// Command logstore runs a LogStore node and talks to one: it publishes signed
// events, queries them between two timestamps and checks what comes back.
//
// See docs/cli.md for every command, its output and its exit codes.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, newApp(), os.Args[1:])
	stop()
	os.Exit(code)
}
