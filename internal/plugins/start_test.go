package plugins

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/eclipse/paho.golang/packets"
	"github.com/eclipse/paho.golang/paho"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/message"
)

// certificate makes a certificate for 127.0.0.1 in files, and a pool that trusts it.
func certificate(t *testing.T) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	keyDER, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	cert, key = filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	for file, block := range map[string]*pem.Block{cert: {Type: "CERTIFICATE", Bytes: der}, key: {Type: "PRIVATE KEY", Bytes: keyDER}} {
		if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	parsed, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool = x509.NewCertPool()
	pool.AddCert(parsed)
	return cert, key, pool
}

func TestStartServesAllWithTLSAndKeys(t *testing.T) {
	t.Parallel()
	cert, keyFile, pool := certificate(t)
	cfg := DefaultConfig()
	cfg.APIKeys = []APIKey{keyOf("device-key")}
	for _, e := range []*Endpoint{&cfg.HTTP.Endpoint, &cfg.WebSocket.Endpoint, &cfg.MQTT.Endpoint} {
		e.Enabled, e.Listen, e.TLSCert, e.TLSKey = true, "127.0.0.1:0", cert, keyFile
	}
	cfg.MQTT.APIKeys = []APIKey{keyOf("mqtt-key")} // instead of the shared one
	network, reg := newSimulatedNetwork(t), prometheus.NewPedanticRegistry()
	p, err := Start(cfg, HubConfig{Network: network, Owner: network.signer.UserID(), Registerer: reg})
	if err != nil {
		t.Fatal(err)
	}
	clientTLS := &tls.Config{RootCAs: pool}
	transport := &http.Transport{TLSClientConfig: clientTLS}
	client := &http.Client{Transport: transport}

	conn, _, err := websocket.Dial(timeLimit(t), "wss://"+p.Addr("websocket").String()+wsPath(stream1, actSubscribe)+"?apiKey=device-key", &websocket.DialOptions{HTTPClient: client})
	if err != nil {
		t.Fatal(err)
	}
	network.waitReaders(t, message.StreamPart{Stream: stream1}, 1)

	req, err := http.NewRequest(http.MethodPost, "https://"+p.Addr("http").String()+pathOf(stream1), strings.NewReader(`{"by":"http"}`))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "Bearer device-key")
	res, err := client.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	if body, _ := io.ReadAll(res.Body); res.StatusCode != 200 {
		t.Error(res.StatusCode, string(body))
	}
	_ = res.Body.Close()
	if got := receive(t, conn); got != `{"by":"http"}` {
		t.Errorf("received %s", got)
	}

	raw, err := tls.Dial("tcp", p.Addr("mqtt").String(), clientTLS)
	if err != nil {
		t.Fatal(err)
	}
	k := paho.NewClient(paho.ClientConfig{Conn: packets.NewThreadSafeConn(raw)})
	if _, err := k.Connect(timeLimit(t), &paho.Connect{CleanStart: true, KeepAlive: 30, Username: "x", UsernameFlag: true, Password: []byte("mqtt-key"), PasswordFlag: true}); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Publish(timeLimit(t), &paho.Publish{QoS: 1, Topic: string(stream1), Payload: []byte(`{"by":"mqtt"}`)}); err != nil {
		t.Error(err)
	}
	if got := receive(t, conn); got != `{"by":"mqtt"}` {
		t.Errorf("received %s", got)
	}
	families, err := reg.Gather()
	if err != nil || len(families) == 0 {
		t.Errorf("%d metrics, %v", len(families), err)
	}

	go func() { _, _, _ = conn.Read(context.Background()) }() // says goodbye
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := p.Shutdown(ctx); err != nil {
		t.Error(err)
	}
	if err := p.Shutdown(ctx); err != nil {
		t.Errorf("a second time: %v", err)
	}
	<-k.Done()
	transport.CloseIdleConnections()
	select {
	case err := <-p.Failed():
		t.Errorf("failed: %v", err)
	default:
	}
	if families, _ := reg.Gather(); len(families) != 0 {
		t.Error("metrics are left")
	}
	if len(network.subs) != 0 || len(network.chains) != 0 {
		t.Errorf("%d subscriptions and %d chains are left", len(network.subs), len(network.chains))
	}
}

func TestStartWithNothingEnabled(t *testing.T) {
	t.Parallel()
	p, err := Start(DefaultConfig(), HubConfig{})
	if err != nil {
		t.Fatal(err)
	}
	if p.Addr("http") != nil {
		t.Error("it listens")
	}
	if err := p.Shutdown(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestStartThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = taken.Close() }()
	for name, change := range map[string]func(*Config){
		"port in use": func(c *Config) { c.MQTT.Enabled, c.MQTT.Listen = true, taken.Addr().String() },
		"no certificate": func(c *Config) {
			c.MQTT.Enabled, c.MQTT.Listen, c.MQTT.TLSCert, c.MQTT.TLSKey = true, "127.0.0.1:0", "none.pem", "none.pem"
		},
		"open to all": func(c *Config) { c.MQTT.Enabled, c.MQTT.Listen = true, "0.0.0.0:0" },
	} {
		reg := prometheus.NewPedanticRegistry()
		cfg := DefaultConfig()
		cfg.HTTP.Enabled, cfg.HTTP.Listen = true, "127.0.0.1:0"
		change(&cfg)
		if _, err := Start(cfg, HubConfig{Network: newSimulatedNetwork(t), Registerer: reg}); err == nil || !strings.Contains(err.Error(), "plugins.mqtt") {
			t.Errorf("%s: %v", name, err)
		}
		if families, _ := reg.Gather(); len(families) != 0 {
			t.Errorf("%s: metrics are left", name)
		}
	}
}

// Whatever the configuration says, a listener decides who can reach it.
func TestServersRefuseListenersThatAreOpenToAll(t *testing.T) {
	t.Parallel()
	r := newRig(t)
	cfg := DefaultConfig()
	h, err := NewHTTP(cfg.HTTP, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	w, err := NewWebSocket(cfg.WebSocket, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	m, err := NewMQTT(cfg.MQTT, r.hub)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []server{h, w, m} {
		l := addressedListener{newPipeListener(), &net.TCPAddr{IP: net.IPv4zero, Port: 7171}}
		if err := s.Serve(l); !errors.Is(err, ErrOpenToAll) {
			t.Errorf("%T: %v", s, err)
		}
		if err := s.Shutdown(context.Background()); err != nil {
			t.Error(err)
		}
	}
}

// addressedListener says that it is somewhere else.
type addressedListener struct {
	net.Listener
	addr net.Addr
}

func (l addressedListener) Addr() net.Addr { return l.addr }
