package plugins

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"sync"
)

// server is a plug-in that runs.
type server interface {
	Serve(net.Listener) error
	Shutdown(context.Context) error
}

// Plugins are the plug-ins of a node that are switched on.
type Plugins struct {
	hub     *Hub
	servers []server
	addrs   map[string]net.Addr
	wg      sync.WaitGroup
	failed  chan error
	once    sync.Once
	err     error
}

// Start checks the configuration, listens, and serves what is enabled; with nothing
// enabled it does nothing. The limits in cfg are used. Errors are those of
// [Config.Validate], of listening, and of metrics.
func Start(cfg Config, hc HubConfig) (_ *Plugins, err error) {
	if err := cfg.Validate(); err != nil {
		return nil, err
	}
	p := &Plugins{addrs: make(map[string]net.Addr), failed: make(chan error, 3)}
	if !cfg.HTTP.Enabled && !cfg.WebSocket.Enabled && !cfg.MQTT.Enabled {
		return p, nil
	}
	hc.Limits = cfg.Limits
	if p.hub, err = NewHub(hc); err != nil {
		return nil, err
	}
	var listeners []net.Listener
	defer func() {
		if err != nil {
			for _, l := range listeners {
				_ = l.Close()
			}
			p.hub.Close()
		}
	}()
	cfg.HTTP.Endpoint, cfg.WebSocket.Endpoint, cfg.MQTT.Endpoint = cfg.with(cfg.HTTP.Endpoint), cfg.with(cfg.WebSocket.Endpoint), cfg.with(cfg.MQTT.Endpoint)
	for _, plugin := range []struct {
		name string
		Endpoint
		make func() (server, error)
	}{
		{"http", cfg.HTTP.Endpoint, func() (server, error) { return NewHTTP(cfg.HTTP, p.hub) }},
		{"websocket", cfg.WebSocket.Endpoint, func() (server, error) { return NewWebSocket(cfg.WebSocket, p.hub) }},
		{"mqtt", cfg.MQTT.Endpoint, func() (server, error) { return NewMQTT(cfg.MQTT, p.hub) }},
	} {
		if !plugin.Enabled {
			continue
		}
		if _, err := plugin.loadTLS(); err != nil { // before anything is served
			return nil, fmt.Errorf("plugins.%s: %w", plugin.name, err)
		}
		s, err := plugin.make()
		if err != nil {
			return nil, err
		}
		l, err := net.Listen("tcp", plugin.Listen)
		if err != nil {
			return nil, fmt.Errorf("plugins.%s.listen: %w", plugin.name, err)
		}
		listeners = append(listeners, l)
		p.servers = append(p.servers, s)
		p.addrs[plugin.name] = l.Addr()
	}
	for i, s := range p.servers {
		p.wg.Go(func() {
			if err := s.Serve(listeners[i]); err != nil {
				p.failed <- err
			}
		})
	}
	for name, addr := range p.addrs {
		p.hub.log.Info("plug-in for devices is on", slog.String("plugin", name), slog.String("address", addr.String()))
	}
	return p, nil
}

// Addr is where a plug-in listens: http, websocket or mqtt; nil if it is off.
func (p *Plugins) Addr(plugin string) net.Addr { return p.addrs[plugin] }

// Failed tells of plug-ins that stopped serving before [Plugins.Shutdown].
func (p *Plugins) Failed() <-chan error { return p.failed }

// Shutdown ends all plug-ins at once and everything that they have started, at the latest
// when ctx ends; then it returns the end of ctx, and nothing is left running all the same.
func (p *Plugins) Shutdown(ctx context.Context) error {
	p.once.Do(func() {
		errs := make([]error, len(p.servers))
		var wg sync.WaitGroup
		for i, s := range p.servers {
			wg.Go(func() { errs[i] = s.Shutdown(ctx) })
		}
		wg.Wait()
		p.wg.Wait()
		if p.hub != nil {
			p.hub.Close()
		}
		p.err = errors.Join(errs...)
	})
	return p.err
}
