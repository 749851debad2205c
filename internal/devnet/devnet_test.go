package devnet_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/devnet"
)

// running is a devnet that runs in a test.
type running struct {
	devnet.Info
	stop func() error
}

// start runs a devnet until the test ends, or stop is called.
func start(t *testing.T, dir string) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	up, done := make(chan devnet.Info, 1), make(chan error, 1)
	go func() {
		done <- devnet.Run(ctx, devnet.Config{
			DataDir: dir, RPCListen: "127.0.0.1:0", HTTPListen: "127.0.0.1:0", StreamrListen: "127.0.0.1:0", Version: "test",
			Ready: func(i devnet.Info) error { up <- i; return nil },
		})
	}()
	r := &running{}
	stopped := false
	r.stop = func() error {
		if stopped {
			return nil
		}
		stopped = true
		cancel()
		return <-done
	}
	t.Cleanup(func() {
		if err := r.stop(); err != nil {
			t.Errorf("stop: %v", err)
		}
	})
	select {
	case r.Info = <-up:
	case err := <-done:
		stopped = true
		cancel()
		t.Fatalf("the devnet ended: %v", err)
	case <-time.After(time.Minute):
		t.Fatal(errors.New("the devnet is not up after a minute"))
	}
	return r
}

func TestUp(t *testing.T) {
	t.Parallel()
	began := time.Now()
	d := start(t, "")
	t.Logf("up in %v", time.Since(began))
	if len(d.Accounts) != 10 || len(d.Brokers) != 1 || d.ChainID != 31337 {
		t.Errorf("%+v", d.Info)
	}
	if err := d.stop(); err != nil {
		t.Error(err)
	}
}
