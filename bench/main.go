// Command bench measures a node against baselines of the same run and prints one
// figure a line:
//
//	name  value unit  baseline value unit  ratio  target  ok|SHORT
//
// It needs about 12 GB in the temporary directory, and a few minutes. -quick takes
// a tenth of both; its figures are for a first look only. The exit code is 1 if a
// figure falls short of its target.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"time"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == serveCommand {
		if err := serveNode(os.Args[2]); err != nil {
			fmt.Fprintln(os.Stderr, "node:", err)
			os.Exit(1)
		}
		return
	}
	quick := flag.Bool("quick", false, "a tenth of the messages")
	flag.Parse()
	scale := 1
	if *quick {
		scale = 10
	}
	figures, err := run(scale)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	fmt.Println()
	if !printTable(os.Stdout, figures) {
		os.Exit(1)
	}
}

func run(scale int) ([]figure, error) {
	logf("%s/%s, %s, %d cores", runtime.GOOS, runtime.GOARCH, runtime.Version(), runtime.GOMAXPROCS(0))
	verify, err := benchVerify(verifyRounds / scale)
	if err != nil {
		return nil, fmt.Errorf("verify: %w", err)
	}
	ingest, err := benchIngest(200_000 / scale)
	if err != nil {
		return nil, fmt.Errorf("ingest: %w", err)
	}
	read, err := benchRead(10_000_000 / scale)
	if err != nil {
		return nil, fmt.Errorf("read: %w", err)
	}
	return append([]figure{verify, ingest}, read...), nil
}

var started = time.Now()

// logf tells on standard error what is going on, so that standard output is the
// table alone.
func logf(format string, args ...any) {
	fmt.Fprintf(os.Stderr, "%6.1fs  %s\n", time.Since(started).Seconds(), fmt.Sprintf(format, args...))
}
