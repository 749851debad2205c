package ingest

import (
	"github.com/prometheus/client_golang/prometheus"
)

// metrics is what an operator can watch. All counters exist from the start, so that
// a rate over one is never missing.
type metrics struct {
	received, stored, duplicates prometheus.Counter
	equivocations, violations    prometheus.Counter
	storedBytes, busy            prometheus.Counter
	verify                       prometheus.Histogram
	byCode                       map[Code]prometheus.Counter

	registerer prometheus.Registerer
	collectors []prometheus.Collector
}

func newMetrics(r prometheus.Registerer, q *admission) *metrics {
	m := &metrics{registerer: r, byCode: make(map[Code]prometheus.Counter)}
	counter := func(name, help string) prometheus.Counter {
		c := prometheus.NewCounter(prometheus.CounterOpts{Name: name, Help: help})
		m.collectors = append(m.collectors, c)
		return c
	}
	gauge := func(name, help string, value func() int64) {
		m.collectors = append(m.collectors, prometheus.NewGaugeFunc(
			prometheus.GaugeOpts{Name: name, Help: help}, func() float64 { return float64(value()) }))
	}
	m.received = counter("logstore_ingest_received_messages_total", "Messages handed in, whatever became of them.")
	m.stored = counter("logstore_ingest_stored_messages_total", "New messages that were stored.")
	m.storedBytes = counter("logstore_ingest_stored_bytes_total", "Bytes of the wire forms of new messages that were stored.")
	m.duplicates = counter("logstore_ingest_duplicate_messages_total", "Messages that were stored already.")
	m.equivocations = counter("logstore_ingest_equivocations_total", "Stored messages whose place in the order was taken by another message.")
	m.violations = counter("logstore_ingest_schema_violations_total", "Messages whose content did not fit the schema of their stream.")
	m.busy = counter("logstore_ingest_busy_total", "Batches sent away because the queue stayed full.")
	gauge("logstore_ingest_queue_messages", "Messages being worked on.", func() int64 { n, _ := q.load(); return n })
	gauge("logstore_ingest_queue_bytes", "Bytes of the messages being worked on.", func() int64 { _, n := q.load(); return n })

	rejected := prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "logstore_ingest_rejected_messages_total",
		Help: "Messages that were not taken in, by the reason's code.",
	}, []string{"code"})
	for _, code := range Codes() {
		m.byCode[code] = rejected.WithLabelValues(string(code))
	}
	m.verify = prometheus.NewHistogram(prometheus.HistogramOpts{
		Name:    "logstore_ingest_verify_seconds",
		Help:    "Time to check the signatures of one chunk of up to 256 messages.",
		Buckets: prometheus.ExponentialBuckets(0.0001, 2, 14), // 0.1 ms … 0.8 s
	})
	m.collectors = append(m.collectors, rejected, m.verify)
	if r != nil {
		r.MustRegister(m.collectors...)
	}
	return m
}

func (m *metrics) rejected(code Code) prometheus.Counter { return m.byCode[code] }

// unregister makes room for a successor in the same registry.
func (m *metrics) unregister() {
	if m.registerer == nil {
		return
	}
	for _, c := range m.collectors {
		m.registerer.Unregister(c)
	}
}
