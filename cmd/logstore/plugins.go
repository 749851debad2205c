package main

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/broker"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/devices"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/internal/plugins"
	"github.com/logstore/logstore/message"
)

// devicePlugins are the plug-ins of a broker with what they publish through: a client of
// the SDK that enters the Streamr network at the broker.
type devicePlugins struct {
	network *logstore.Network
	client  *logstore.Client
	plugins *plugins.Plugins
}

// startPlugins starts the plug-ins that are switched on.
func startPlugins(ctx context.Context, c *config.Config, key *keys.Key, info broker.Info, registry prometheus.Registerer, log *slog.Logger) (_ *devicePlugins, err error) {
	d := new(devicePlugins)
	defer func() {
		if err != nil {
			err = errors.Join(fmt.Errorf("start plug-ins: %w", err), d.stop(context.WithoutCancel(ctx)))
		}
	}()
	d.network, err = logstore.OpenNetwork(ctx, logstore.NetworkConfig{
		Name: c.Chain.Network, RPC: c.Chain.RPC, Quorum: c.Chain.Quorum, Contracts: contractMap(c.Chain.Contracts), Key: key.Signer(),
	})
	if err != nil {
		return nil, err
	}
	secret, err := groupKeySecret(key.Signer())
	if err != nil {
		return nil, err
	}
	entryPoints := c.Streamr.EntryPoints
	if info.EntryPoint != "" {
		entryPoints = append([]string{info.EntryPoint}, entryPoints...)
	}
	d.client, err = logstore.New(logstore.Config{
		Key: key.Signer(), URL: info.URL, Network: d.network, Logger: log,
		Peer: &logstore.PeerConfig{EntryPoints: entryPoints},
		Keys: logstore.KeyStoreConfig{Dir: filepath.Join(string(c.DataDir), "group-keys"), Secret: secret},
	})
	if err != nil {
		return nil, err
	}
	network, err := devices.New(d.client, d.network, log)
	if err != nil {
		return nil, err
	}
	d.plugins, err = plugins.Start(pluginConfig(c.Plugins), plugins.HubConfig{
		Network: network, Owner: key.Address(), Logger: log, Registerer: registry,
	})
	return d, err
}

// stop ends the plug-ins and what they used, in this order.
func (d *devicePlugins) stop(ctx context.Context) error {
	var errs []error
	if d.plugins != nil {
		errs = append(errs, d.plugins.Shutdown(ctx))
	}
	if d.client != nil {
		errs = append(errs, d.client.Close())
	}
	if d.network != nil {
		errs = append(errs, d.network.Close())
	}
	return errors.Join(errs...)
}

// runWithPlugins runs a broker whose plug-ins start when it is ready and end before it.
func runWithPlugins(ctx context.Context, c *config.Config, key *keys.Key, o broker.Options, log *slog.Logger) error {
	running, stopBroker := context.WithCancel(context.WithoutCancel(ctx))
	defer stopBroker()
	started := make(chan *devicePlugins, 1)
	ready := o.Ready
	o.Ready = func(info broker.Info) error {
		d, err := startPlugins(ctx, c, key, info, o.Registry, log.With(slog.String("part", "plugins")))
		if err != nil {
			return err
		}
		started <- d
		return ready(info)
	}
	b, err := broker.New(c, o)
	if err != nil {
		return err
	}
	var failure error
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer stopBroker()
		var d *devicePlugins
		select {
		case d = <-started:
		case <-ctx.Done():
			return
		case <-running.Done():
			return
		}
		select {
		case <-ctx.Done():
		case <-running.Done():
		case failure = <-d.plugins.Failed():
		}
		stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Duration(c.HTTP.ShutdownTimeout))
		defer cancel()
		if err := d.stop(stop); err != nil {
			log.Warn("plug-ins were cut off", slog.Any("error", err))
		}
	}()
	err = b.Run(running)
	stopBroker()
	<-ended
	// Started, but too late to be seen above.
	select {
	case d := <-started:
		err = errors.Join(err, d.stop(context.WithoutCancel(ctx)))
	default:
	}
	return errors.Join(err, failure)
}

// groupKeySecret encrypts the group keys of private streams that devices publish to. It
// comes from the node's key, so that there is no second secret to keep.
func groupKeySecret(signer message.DigestSigner) ([]byte, error) {
	signature, err := signer.SignDigest(sha256.Sum256([]byte("LogStore: secret of this node's group key store, version 1")))
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(signature)
	return sum[:], nil
}

// contractMap takes the entries Name=0x… of a configuration apart.
func contractMap(entries []string) map[string]string {
	out := make(map[string]string)
	for _, entry := range entries {
		name, address, _ := strings.Cut(entry, "=")
		out[name] = address
	}
	return out
}

func pluginConfig(c config.Plugins) plugins.Config {
	out := plugins.DefaultConfig()
	out.APIKeys = pluginKeys(c.APIKeys)
	out.HTTP.Endpoint = pluginEndpoint(c.HTTP)
	out.WebSocket.Endpoint = pluginEndpoint(c.WebSocket.Plugin)
	out.WebSocket.PayloadMetadata = c.WebSocket.PayloadMetadata
	out.WebSocket.PingInterval = time.Duration(c.WebSocket.PingInterval)
	out.WebSocket.PingTimeout = time.Duration(c.WebSocket.PingTimeout)
	out.MQTT.Endpoint = pluginEndpoint(c.MQTT.Plugin)
	out.MQTT.PayloadMetadata, out.MQTT.StreamIDDomain = c.MQTT.PayloadMetadata, c.MQTT.StreamIDDomain
	return out
}

func pluginEndpoint(c config.Plugin) plugins.Endpoint {
	return plugins.Endpoint{
		Enabled: c.Enabled, Listen: c.Listen, TLSCert: string(c.TLSCert), TLSKey: string(c.TLSKey),
		APIKeys: pluginKeys(c.APIKeys), MaxConnections: c.MaxConnections,
	}
}

func pluginKeys(keys []config.APIKey) []plugins.APIKey {
	var out []plugins.APIKey
	for _, k := range keys {
		out = append(out, plugins.APIKey{Name: k.Name, SHA256: k.SHA256, Streams: k.Streams, Rights: k.Rights})
	}
	return out
}
