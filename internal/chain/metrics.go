package chain

import (
	"errors"

	"github.com/prometheus/client_golang/prometheus"
)

type metrics struct {
	registerer                 prometheus.Registerer
	all                        []prometheus.Collector
	events, unreadable, reorgs prometheus.Counter
}

func newMetrics(r prometheus.Registerer, v *View) (*metrics, error) {
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
	}
	gauge := func(name, help string, f func(Status) float64) prometheus.Collector {
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return f(v.Status()) })
	}
	m := &metrics{
		registerer: r,
		events:     counter("logstore_chain_events_total", "Contract events taken into the view of the chain."),
		unreadable: counter("logstore_chain_unreadable_events_total", "Contract events that could not be read and were left out."),
		reorgs:     counter("logstore_chain_reorganisations_total", "Times that the view went back because the chain dropped blocks."),
	}
	m.all = []prometheus.Collector{
		m.events, m.unreadable, m.reorgs,
		gauge("logstore_chain_block", "Newest block of the view.", func(s Status) float64 { return float64(s.At.Number) }),
		gauge("logstore_chain_head_block", "Newest block that the chain is known to have.", func(s Status) float64 { return float64(s.Head.Number) }),
		gauge("logstore_chain_agreed_timestamp_seconds", "When the view last agreed with the chain.", func(s Status) float64 {
			if s.Since.IsZero() {
				return 0
			}
			return float64(s.Since.UnixMilli()) / 1000
		}),
	}
	if r == nil {
		return m, nil
	}
	var errs []error
	for _, c := range m.all {
		errs = append(errs, r.Register(c))
	}
	return m, errors.Join(errs...)
}

func (m *metrics) unregister() {
	if m.registerer == nil {
		return
	}
	for _, c := range m.all {
		m.registerer.Unregister(c)
	}
}
