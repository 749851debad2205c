package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
)

const (
	natsStream  = "EVENTS"
	natsSubject = "events"
	natsTimeout = 30 * time.Second
)

// natsConfig configures a server of its own on a free port of loopback. Batches may
// be larger than a server allows by default (1000 events), so that this can be tried.
const natsConfig = `listen: "127.0.0.1:-1"
ports_file_dir: %q
jetstream {
  store_dir: %q
  sync_interval: %s
  max_file_store: 32GB
  limits { batch { max_msgs: 10000 } }
}
`

// natsServer is a NATS server, a process of its own, with one stream: on disk, with
// one replica, on one subject.
type natsServer struct {
	cmd   *exec.Cmd
	ended chan struct{} // closed when the process has ended
	conns []*nats.Conn

	publish func(ctx context.Context, conn *nats.Conn, events [][]byte) error
}

// startNATS starts a server with an empty stream, and connects to it.
func startNATS(ctx context.Context, program, dir, syncInterval string, connections int) (*natsServer, error) {
	config := filepath.Join(dir, "nats.conf")
	if err := os.WriteFile(config, fmt.Appendf(nil, natsConfig, dir, dir, syncInterval), 0o600); err != nil {
		return nil, err
	}
	log, err := os.Create(filepath.Join(dir, "nats.log"))
	if err != nil {
		return nil, err
	}
	defer log.Close() // the process has its own
	s := &natsServer{cmd: exec.Command(program, "-c", config), ended: make(chan struct{})}
	s.cmd.Stdout, s.cmd.Stderr = log, log
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	go func() {
		s.cmd.Wait() // how it ended does not matter: whoever needs it has an error by then
		close(s.ended)
	}()
	if err := s.connect(ctx, dir, connections); err != nil {
		out, _ := os.ReadFile(log.Name())
		return nil, errors.Join(fmt.Errorf("%w; the server said:\n%s", err, out), s.stop())
	}
	return s, nil
}

// connect waits for the server and makes the connections and the stream.
func (s *natsServer) connect(ctx context.Context, dir string, connections int) error {
	url, err := s.waitReady(ctx, dir)
	if err != nil {
		return err
	}
	for range connections {
		conn, err := nats.Connect(url)
		if err != nil {
			return err
		}
		s.conns = append(s.conns, conn)
	}
	js, err := jetstream.New(s.conns[0])
	if err != nil {
		return err
	}
	_, err = js.CreateStream(ctx, jetstream.StreamConfig{
		Name: natsStream, Subjects: []string{natsSubject},
		Storage: jetstream.FileStorage, Replicas: 1,
		AllowAtomicPublish: true, AllowBatchPublish: true,
	})
	return err
}

// waitReady waits for the file in which the server says its address.
func (s *natsServer) waitReady(ctx context.Context, dir string) (url string, err error) {
	ctx, cancel := context.WithTimeout(ctx, natsTimeout)
	defer cancel()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	path := filepath.Join(dir, fmt.Sprintf("%s_%d.ports", filepath.Base(s.cmd.Path), s.cmd.Process.Pid))
	for {
		var ports struct {
			NATS []string `json:"nats"`
		}
		raw, err := os.ReadFile(path)
		if err == nil && json.Unmarshal(raw, &ports) == nil && len(ports.NATS) > 0 {
			return ports.NATS[0], nil
		}
		select {
		case <-tick.C:
		case <-s.ended:
			return "", errors.New("the NATS server ended before it was ready")
		case <-ctx.Done():
			return "", fmt.Errorf("wait for the NATS server: %w", ctx.Err())
		}
	}
}

func (s *natsServer) stop() error {
	for _, c := range s.conns {
		c.Close()
	}
	s.cmd.Process.Signal(os.Interrupt) // fails only if it has ended
	select {
	case <-s.ended:
		return nil
	case <-time.After(natsTimeout):
		err := s.cmd.Process.Kill()
		<-s.ended
		return errors.Join(errors.New("the NATS server did not stop and was killed"), err)
	}
}

// write divides the events among the connections and makes sure that the stream
// then has them.
func (s *natsServer) write(ctx context.Context, events [][]byte) error {
	before, err := s.stored(ctx)
	if err != nil {
		return err
	}
	share := (len(events) + len(s.conns) - 1) / len(s.conns)
	parts := slices.Collect(slices.Chunk(events, share))
	if err := together(len(parts), func(i int) error { return s.publish(ctx, s.conns[i], parts[i]) }); err != nil {
		return err
	}
	after, err := s.stored(ctx)
	if err == nil && after-before != uint64(len(events)) {
		err = fmt.Errorf("%d of %d events are in the stream", after-before, len(events))
	}
	return err
}

func (s *natsServer) stored(ctx context.Context) (uint64, error) {
	js, err := jetstream.New(s.conns[0])
	if err != nil {
		return 0, err
	}
	stream, err := js.Stream(ctx, natsStream)
	if err != nil {
		return 0, err
	}
	return stream.CachedInfo().State.Msgs, nil
}
