// Package poolmetrics watches the endpoints of an RPC pool with Prometheus. It stands
// apart so that programs which only use a chain do not come with Prometheus.
//
//	pool, err := rpcpool.New(rpcpool.Config{URLs: urls, Metrics: poolmetrics.New(registry)})
package poolmetrics

import (
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Metrics is what an operator can watch of one pool, by endpoint.
type Metrics struct {
	registerer prometheus.Registerer
	calls      *prometheus.CounterVec
	seconds    *prometheus.HistogramVec
	registered []prometheus.Collector
}

// New makes the metrics of one pool, which registers them when it is made and
// unregisters them when it is closed.
func New(r prometheus.Registerer) *Metrics {
	return &Metrics{
		registerer: r,
		calls: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_chain_rpc_calls_total", Help: "Calls to RPC endpoints of the chain, by what became of them.",
		}, []string{"endpoint", "outcome"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "logstore_chain_rpc_call_seconds", Help: "Time of calls to RPC endpoints of the chain, failed ones included.",
			Buckets: prometheus.ExponentialBuckets(0.002, 3, 9), // 2 ms … 13 s
		}, []string{"endpoint"}),
	}
}

// Watch adds an endpoint.
func (m *Metrics) Watch(endpoint string, outcomes []string, state func() (isHealthy bool, head uint64)) error {
	labels := prometheus.Labels{"endpoint": endpoint}
	m.seconds.With(labels)
	for _, outcome := range outcomes {
		m.calls.WithLabelValues(endpoint, outcome)
	}
	collectors := []prometheus.Collector{
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "logstore_chain_rpc_healthy", Help: "1 if the last call to the RPC endpoint worked.", ConstLabels: labels,
		}, func() float64 {
			if isHealthy, _ := state(); isHealthy {
				return 1
			}
			return 0
		}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "logstore_chain_rpc_head", Help: "Number of the last block that the RPC endpoint told of.", ConstLabels: labels,
		}, func() float64 {
			_, head := state()
			return float64(head)
		}),
	}
	if len(m.registered) == 0 {
		collectors = append(collectors, m.calls, m.seconds)
	}
	for _, c := range collectors {
		if err := m.registerer.Register(c); err != nil {
			return errors.Join(err, m.Close())
		}
		m.registered = append(m.registered, c)
	}
	return nil
}

// Call counts a call that an endpoint took so long for. One that the caller ended says
// nothing about the endpoint's time.
func (m *Metrics) Call(endpoint, outcome string, took time.Duration) {
	m.calls.WithLabelValues(endpoint, outcome).Inc()
	if outcome != "aborted" {
		m.seconds.WithLabelValues(endpoint).Observe(took.Seconds())
	}
}

// Close unregisters what was registered.
func (m *Metrics) Close() error {
	for _, c := range m.registered {
		m.registerer.Unregister(c)
	}
	m.registered = nil
	return nil
}
