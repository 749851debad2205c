package main

import (
	"context"
	"runtime"
	"sync"

	"github.com/logstore/logstore/message"
)

// verifyAll checks signatures on all cores; the errors are in the order of ms.
func verifyAll(ctx context.Context, v *message.Verifier, ms []*message.Message) []error {
	workers := min(runtime.GOMAXPROCS(0), (len(ms)+63)/64)
	if workers <= 1 {
		return v.VerifyBatch(ctx, ms)
	}
	errs := make([]error, len(ms))
	share := (len(ms) + workers - 1) / workers
	var wg sync.WaitGroup
	for from := 0; from < len(ms); from += share {
		to := min(from+share, len(ms))
		wg.Go(func() { copy(errs[from:to], v.VerifyBatch(ctx, ms[from:to])) })
	}
	wg.Wait()
	return errs
}
