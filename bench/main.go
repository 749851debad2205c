// Command bench measures a node against baselines of the same run and prints one
// figure a line:
//
//	name  value unit  baseline value unit  ratio  target  ok|SHORT
//
// It needs about 12 GB in the temporary directory, and a few minutes. -quick takes
// a tenth of both; its figures are for a first look only. -only store and -only overlay leave
// out the other half: the overlay alone takes more time for larger simulations. The exit
// code is 1 if a figure falls short of its target.
package main

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"time"
)

func main() {
	if served, err := serve(os.Args[1:]); served {
		if err != nil {
			fmt.Fprintln(os.Stderr, os.Args[1]+":", err)
			os.Exit(1)
		}
		return
	}
	quick := flag.Bool("quick", false, "a tenth of the messages")
	only := flag.String("only", "", "store or overlay: one half alone")
	nodes := flag.Int("nodes", 0, "nodes of the simulated overlay (default 2048 with -only overlay, else 512)")
	flag.Parse()
	scale := 1
	if *quick {
		scale = 10
	}
	figures, err := run(scale, *only, *nodes)
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
	fmt.Println()
	if !printTable(os.Stdout, figures) {
		os.Exit(1)
	}
}

// serve runs what is to be measured, if the program was started again for that.
func serve(args []string) (served bool, err error) {
	switch {
	case len(args) == 2 && args[0] == serveCommand:
		return true, serveNode(args[1])
	case len(args) == 2 && args[0] == overlayCommand:
		return true, serveOverlay(args[1])
	case len(args) == 1 && args[0] == bareCommand:
		return true, serveBare()
	}
	return false, nil
}

func run(scale int, only string, nodes int) (figures []figure, err error) {
	logf("%s/%s, %s, %d cores", runtime.GOOS, runtime.GOARCH, runtime.Version(), runtime.GOMAXPROCS(0))
	if only != "" && only != "store" && only != "overlay" {
		return nil, fmt.Errorf("-only %s: want store or overlay", only)
	}
	if only != "overlay" {
		if figures, err = runStore(scale); err != nil {
			return nil, err
		}
	}
	if only == "store" {
		return figures, nil
	}
	if nodes == 0 {
		nodes = overlaySimShort
		if only == "overlay" {
			nodes = overlaySimFull
		}
	}
	overlay, err := benchOverlay(scale, nodes)
	if err != nil {
		return nil, fmt.Errorf("overlay: %w", err)
	}
	return append(figures, overlay...), nil
}

func runStore(scale int) ([]figure, error) {
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
