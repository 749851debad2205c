package pebble

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"sync"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/store/storetest"
	"github.com/logstore/logstore/message"
)

// Environment of the kill test. With killDirEnv set the test binary is the process
// that gets killed. killRoundsEnv says how often a process is killed.
const (
	killDirEnv    = "LOGSTORE_KILL_CHILD_DIR"
	killSeedEnv   = "LOGSTORE_KILL_CHILD_SEED"
	killRoundsEnv = "LOGSTORE_KILL_ROUNDS"
)

func killOptions() Options {
	return Options{CacheBytes: 8 << 20, MemTableBytes: 1 << 20, BallastBytes: -1, MinFreeBytes: -1}
}

const killWriters = 6

// killChild appends as fast as it can and writes every key to standard output once
// it was acknowledged: partition (1 byte) ‖ key. It ends only by being killed.
func killChild(dir string) int {
	seed, _ := strconv.ParseUint(os.Getenv(killSeedEnv), 10, 64)
	s, err := Open(dir, killOptions())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	var mu sync.Mutex // one write to the pipe at a time
	var wg sync.WaitGroup
	for w := range killWriters {
		rng := rand.New(rand.NewPCG(seed, uint64(w)))
		n := int64(seed) << 32
		wg.Go(func() {
			for {
				batch := randomBatch(rng, w, &n)
				if _, err := s.Append(context.Background(), batch); err != nil {
					fmt.Fprintln(os.Stderr, err)
					os.Exit(1)
				}
				var out []byte
				for i := range batch {
					out = append(out, byte(batch[i].Part.Partition))
					out = append(out, batch[i].Key[:]...)
				}
				out = append(binary.BigEndian.AppendUint32(nil, uint32(len(out))), out...)
				mu.Lock()
				_, err := os.Stdout.Write(out)
				mu.Unlock()
				if err != nil {
					os.Exit(1)
				}
			}
		})
	}
	wg.Wait()
	return 0
}

// TestKill kills a process that appends, with SIGKILL and at any moment, opens its
// store and looks for every message that the process was told is stored. The store
// of one round is the start of the next.
func TestKill(t *testing.T) {
	t.Parallel()
	rounds := 10
	if v := os.Getenv(killRoundsEnv); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil {
			t.Fatalf("%s: %v", killRoundsEnv, err)
		}
		rounds = n
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	seed := rand.Uint64N(1 << 20)
	t.Logf("seed %d", seed)
	rng := rand.New(rand.NewPCG(seed, 99))
	acks := &acknowledged{keys: make(map[message.StreamPart][]message.Key)}
	for round := range rounds {
		killOnce(t, exe, dir, seed+uint64(round), time.Duration(rng.Int64N(int64(250*time.Millisecond))), acks)
		check(t, dir, killOptions())
		s := open(t, dir, killOptions())
		acks.mustHold(t, s)
		closeStore(t, s)
		if t.Failed() {
			t.Fatalf("round %d", round)
		}
		if round%5 == 4 { // begin anew before checking takes long
			if err := os.RemoveAll(dir); err != nil {
				t.Fatal(err)
			}
			t.Logf("round %d: %d messages were acknowledged and are there", round, acks.n)
			acks = &acknowledged{keys: make(map[message.StreamPart][]message.Key)}
		}
	}
}

// killOnce runs a child until a while after its first acknowledgement and collects
// what it acknowledged.
func killOnce(t *testing.T, exe, dir string, seed uint64, after time.Duration, acks *acknowledged) {
	t.Helper()
	cmd := exec.Command(exe)
	cmd.Env = append(os.Environ(), killDirEnv+"="+dir, fmt.Sprintf("%s=%d", killSeedEnv, seed))
	cmd.Stderr = os.Stderr
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	r := bufio.NewReaderSize(pipe, 1<<20)
	var timer *time.Timer
	for {
		var head [4]byte
		if _, err := io.ReadFull(r, head[:]); err != nil {
			break // killed; a torn frame was not acknowledged to anybody
		}
		frame := make([]byte, binary.BigEndian.Uint32(head[:]))
		if _, err := io.ReadFull(r, frame); err != nil {
			break
		}
		if timer == nil {
			timer = time.AfterFunc(after, func() { _ = cmd.Process.Kill() })
			defer timer.Stop()
		}
		for ; len(frame) > 0; frame = frame[1+message.KeyLen:] {
			part := message.StreamPart{Stream: storetest.Part.Stream, Partition: int32(frame[0])}
			acks.keys[part] = append(acks.keys[part], message.Key(frame[1:]))
			acks.n++
		}
	}
	err = cmd.Wait()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != -1 {
		t.Fatalf("the child was not killed, it ended with: %v", err)
	}
}
