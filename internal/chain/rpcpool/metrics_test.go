package rpcpool

import (
	"testing"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/chain/rpcpool/poolmetrics"
)

func TestMetrics(t *testing.T) {
	simulate(t, func(t *testing.T, n *simulatedNet) {
		n.endpoint("a", 100).down = true
		n.endpoint("b", 100)
		registry := prometheus.NewPedanticRegistry()
		// Two keys of one host are two endpoints.
		urls := []string{"http://a/s3cretkey", "http://b/one", "http://b/two"}
		p := n.pool(Config{URLs: urls, ChainID: 137, Metrics: poolmetrics.New(registry)})
		if _, err := New(Config{URLs: urls, Metrics: poolmetrics.New(registry)}); err == nil {
			t.Error("two pools have the same metrics")
		}
		balance(t, p)
		if _, err := p.BlockNumber(t.Context()); err != nil {
			t.Fatal(err)
		}
		families, err := registry.Gather()
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]float64{}
		for _, f := range families {
			for _, m := range f.Metric {
				name := f.GetName()
				for _, l := range m.Label {
					name += " " + l.GetValue()
				}
				got[name] = m.GetCounter().GetValue() + m.GetGauge().GetValue()
			}
		}
		for name, want := range map[string]float64{
			"logstore_chain_rpc_calls_total http://a failed":       1,
			"logstore_chain_rpc_calls_total http://b answered":     2,
			"logstore_chain_rpc_calls_total http://b (2) answered": 0,
			"logstore_chain_rpc_healthy http://a":                  0,
			"logstore_chain_rpc_healthy http://b":                  1,
			"logstore_chain_rpc_head http://b":                     100,
		} {
			if value, ok := got[name]; !ok || value != want {
				t.Errorf("%s is %v (%v), want %v", name, value, ok, want)
			}
		}
		p.Close()
		if families, err := registry.Gather(); err != nil || len(families) != 0 {
			t.Errorf("a closed pool leaves %d metrics, %v", len(families), err)
		}
	})
}
