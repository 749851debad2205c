package timetree

import "github.com/prometheus/client_golang/prometheus"

type metrics struct {
	seconds                   prometheus.Histogram
	messages, pages, failures prometheus.Counter
}

func newMetrics(t *Tree, r prometheus.Registerer) (*metrics, error) {
	m := &metrics{
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name:    "logstore_timetree_update_seconds",
			Help:    "Time to bring the time trees of some stream parts up to date.",
			Buckets: prometheus.ExponentialBuckets(0.0005, 4, 9),
		}),
		messages: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "logstore_timetree_messages_total", Help: "Messages added to time trees.",
		}),
		pages: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "logstore_timetree_pages_total", Help: "Pages of time trees written or removed.",
		}),
		failures: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "logstore_timetree_failures_total", Help: "Updates of time trees that failed and will be tried again.",
		}),
	}
	if r == nil {
		return m, nil
	}
	pending := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "logstore_timetree_dirty_parts", Help: "Stream parts whose time tree on disk is behind their messages.",
	}, func() float64 {
		t.mu.Lock()
		defer t.mu.Unlock()
		return float64(len(t.dirty))
	})
	for _, c := range []prometheus.Collector{m.seconds, m.messages, m.pages, m.failures, pending} {
		if err := r.Register(c); err != nil {
			return nil, err
		}
	}
	return m, nil
}
