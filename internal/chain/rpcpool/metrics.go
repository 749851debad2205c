package rpcpool

import (
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics is what an operator can watch, by endpoint.
type metrics struct {
	calls   *prometheus.CounterVec
	seconds *prometheus.HistogramVec
	state   []prometheus.Collector
}

// outcomes are the verdicts' names in the metrics.
var outcomes = [...]string{answered: "answered", missing: "missing", behind: "behind", unable: "unable", failed: "failed", aborted: "aborted"}

func newMetrics(p *Pool) *metrics {
	m := &metrics{
		calls: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_chain_rpc_calls_total", Help: "Calls to RPC endpoints of the chain, by what became of them.",
		}, []string{"endpoint", "outcome"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "logstore_chain_rpc_call_seconds", Help: "Time of calls to RPC endpoints of the chain, failed ones included.",
			Buckets: prometheus.ExponentialBuckets(0.002, 3, 9), // 2 ms … 13 s
		}, []string{"endpoint"}),
	}
	for _, e := range p.endpoints {
		labels := prometheus.Labels{"endpoint": e.name}
		m.seconds.With(labels)
		for _, outcome := range outcomes {
			m.calls.WithLabelValues(e.name, outcome)
		}
		m.state = append(m.state,
			prometheus.NewGaugeFunc(prometheus.GaugeOpts{
				Name: "logstore_chain_rpc_healthy", Help: "1 if the last call to the RPC endpoint worked.", ConstLabels: labels,
			}, func() float64 {
				if e.status().Healthy {
					return 1
				}
				return 0
			}),
			prometheus.NewGaugeFunc(prometheus.GaugeOpts{
				Name: "logstore_chain_rpc_head", Help: "Number of the last block that the RPC endpoint told of.", ConstLabels: labels,
			}, func() float64 { return float64(e.head.Load()) }))
	}
	return m
}

func (m *metrics) call(e *endpoint, v verdict, took time.Duration) {
	m.calls.WithLabelValues(e.name, outcomes[v]).Inc()
	if v != aborted {
		m.seconds.WithLabelValues(e.name).Observe(took.Seconds())
	}
}

func (m *metrics) collectors() []prometheus.Collector {
	return append([]prometheus.Collector{m.calls, m.seconds}, m.state...)
}

func (m *metrics) register(r prometheus.Registerer) error {
	if r == nil {
		return nil
	}
	var all []error
	for _, c := range m.collectors() {
		all = append(all, r.Register(c))
	}
	return errors.Join(all...)
}

func (m *metrics) unregister(r prometheus.Registerer) {
	if r == nil {
		return
	}
	for _, c := range m.collectors() {
		r.Unregister(c)
	}
}
