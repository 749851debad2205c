package plugins

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
	"time"

	mqtt "github.com/mochi-mqtt/server/v2"
)

// MQTTServer is the plug-in mqtt: a broker for MQTT 3.1, 3.1.1 and 5 whose topics are
// streams. What is published goes to the Streamr network and comes from there; nothing is
// kept: no retained messages, and no sessions beyond a connection.
//
// The library reads and acknowledges packets and keeps the protocol. Sessions, topics and
// the way of messages to clients are this package's: a message reaches an MQTT client like
// a WebSocket client, through one bounded queue, with quality of service 0.
type MQTTServer struct {
	hub    *Hub
	cfg    MQTTConfig
	keys   keyring
	broker *mqtt.Server
	ctx    context.Context // of publications; ends when a shutdown runs out of time
	cancel context.CancelFunc
	gates  gates
	wg     sync.WaitGroup // devices
	closed sync.Once      // broker

	mu      sync.Mutex // guards what follows
	closing bool
	serial  uint64
	devices map[*device]struct{}
	named   map[deviceName]*device // those that were let in
}

// deviceName is a client id of those who have the same key: who has another key cannot
// take a connection over.
type deviceName struct {
	key *key
	id  string
}

// maxPacket is the longest packet: a payload with its topic and properties.
const maxPacket = MaxPayload + 128<<10

// NewMQTT makes the plug-in.
func NewMQTT(c MQTTConfig, hub *Hub) (*MQTTServer, error) {
	if err := c.checkDomain(); err != nil {
		return nil, err
	}
	keys, err := newKeyring(c.APIKeys, hub.owner)
	if err != nil {
		return nil, fmt.Errorf("plugin mqtt: %w", err)
	}
	s := &MQTTServer{hub: hub, cfg: c, keys: keys, devices: make(map[*device]struct{}), named: make(map[deviceName]*device)}
	s.ctx, s.cancel = context.WithCancel(context.Background())
	able := mqtt.NewDefaultServerCapabilities()
	able.MaximumClientWritesPending = 1 // the library's queue is not used
	able.MaximumSessionExpiryInterval = 0
	able.MaximumPacketSize = maxPacket
	able.RetainAvailable = 0
	able.WildcardSubAvailable = 0
	able.SharedSubAvailable = 0
	able.Compatibilities.NoInheritedPropertiesOnAck = true
	s.broker = mqtt.New(&mqtt.Options{
		Capabilities: able,
		// The library logs packets as they are, with passwords: the keys.
		Logger: slog.New(slog.DiscardHandler),
	})
	if err := s.broker.AddHook(&hook{server: s}, nil); err != nil {
		return nil, fmt.Errorf("plugin mqtt: %w", err)
	}
	return s, nil
}

// Serve answers on l until [MQTTServer.Shutdown], which makes it return nil. The error is
// [ErrOpenToAll] if l is no loopback address and there are no keys.
func (s *MQTTServer) Serve(l net.Listener) error {
	tlsConfig, err := s.cfg.loadTLS()
	if err != nil {
		return fmt.Errorf("plugin mqtt: %w", err)
	}
	g, err := newGate(l, "mqtt", s.cfg.Endpoint, s.keys.isOpen(), s.hub.metrics)
	if err != nil {
		return err
	}
	g.greeting, g.writing = s.hub.limits.ReadTimeout, s.hub.limits.WriteTimeout
	if !s.open(g) {
		return g.Close()
	}
	for pause := time.Duration(0); ; {
		c, err := g.Accept()
		switch {
		case err == nil:
			pause = 0
			s.serve(c.(*gateConn), tlsConfig)
		case errors.Is(err, net.ErrClosed):
			if s.isClosing() {
				return nil
			}
			return fmt.Errorf("plugin mqtt: %w", err)
		default: // too few open files, most likely
			pause = min(max(2*pause, 5*time.Millisecond), time.Second)
			s.hub.log.Warn("plugin mqtt takes no connection", slog.Any("error", err))
			select {
			case <-time.After(pause):
			case <-s.ctx.Done():
			}
		}
	}
}

func (s *MQTTServer) open(g *gate) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return false
	}
	s.gates.add(g)
	return true
}

func (s *MQTTServer) isClosing() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.closing
}

// serve runs a connection in a goroutine of its own.
func (s *MQTTServer) serve(raw *gateConn, tlsConfig *tls.Config) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		_ = raw.Close()
		return
	}
	s.serial++
	d := newDevice(s, raw, s.serial)
	s.devices[d] = struct{}{}
	s.wg.Go(func() {
		defer s.remove(d)
		conn := net.Conn(raw)
		if tlsConfig != nil {
			conn = tls.Server(raw, tlsConfig)
		}
		d.run(conn)
	})
}

func (s *MQTTServer) remove(d *device) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.devices, d)
	if s.named[d.name] == d {
		delete(s.named, d.name)
	}
}

// admit notes a device under its name. Another connection with the same name ends.
// (MQTT 5, 3.1.4-3.)
func (s *MQTTServer) admit(d *device, in admission) {
	s.mu.Lock()
	d.admission = in
	old := s.named[in.name]
	s.named[in.name] = d
	s.mu.Unlock()
	if old != nil {
		old.end(endTakenOver)
	}
}

// Shutdown stops listening, tells clients that the node goes away, lets publications under
// way finish until ctx ends, then cuts them off, and returns the end of ctx in that case.
func (s *MQTTServer) Shutdown(ctx context.Context) error {
	s.mu.Lock()
	s.closing = true
	devices := make([]*device, 0, len(s.devices))
	for d := range s.devices {
		devices = append(devices, d)
	}
	s.mu.Unlock()
	s.gates.each(func(g *gate) { _ = g.Listener.Close() })
	for _, d := range devices {
		d.end(endShutdown)
	}
	done := make(chan struct{})
	go func() {
		s.wg.Wait()
		close(done)
	}()
	var err error
	select {
	case <-done:
	case <-ctx.Done():
		err = fmt.Errorf("plugin mqtt: shut down: %w", ctx.Err())
	}
	s.cancel()
	s.gates.cut()
	<-done // nothing that they wait for is left
	s.closed.Do(func() { err = errors.Join(err, s.broker.Close()) })
	return err
}
