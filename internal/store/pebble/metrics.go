package pebble

import (
	"errors"
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics is what an operator can see of a store.
type metrics struct {
	registerer prometheus.Registerer
	registered []prometheus.Collector

	messages, bytes, duplicates, equivocations prometheus.Counter
	refused, belowFloor, pruned, repaired      prometheus.Counter
	group, latency                             prometheus.Histogram
	followers                                  prometheus.Gauge

	scrubBytes, scrubMessages, scrubProblems, scrubPasses prometheus.Counter
}

func newMetrics(s *Store, r prometheus.Registerer) (*metrics, error) {
	m := &metrics{
		registerer: r,
		messages:   counter("appended_messages_total", "Messages that were new and are durable."),
		bytes:      counter("appended_bytes_total", "Bytes of the wire forms of the messages that were new."),
		duplicates: counter("duplicate_messages_total", "Messages given to append that were there already."),
		equivocations: counter("equivocations_total",
			"New messages whose place in the order was taken by another message of the same publisher."),
		refused: counter("refused_appends_total", "Appends refused because the disk is nearly full or takes no writes."),
		belowFloor: counter("below_floor_messages_total",
			"Messages given to append that were not stored because they are older than what is kept of their stream part."),
		repaired: counter("repaired_messages_total",
			"Messages in quarantine that were given to append again and stored anew."),
		pruned: counter("pruned_messages_total", "Messages removed by pruning."),
		group: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "logstore_store_group_messages", Help: "New messages that shared one fsync.",
			Buckets: prometheus.ExponentialBuckets(1, 4, 8),
		}),
		latency: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "logstore_store_commit_seconds", Help: "Time from writing a group to the end of its fsync.",
			Buckets: prometheus.ExponentialBuckets(0.0001, 2, 16),
		}),
		followers: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "logstore_store_followers", Help: "Readers that follow a stream part.",
		}),
	}
	m.scrubBytes = scrubCounter("bytes_total", "Bytes that were read to find damage.")
	m.scrubMessages = scrubCounter("messages_total", "Messages that were compared with their keys and signatures.")
	m.scrubProblems = scrubCounter("problems_total", "Damaged files, unreadable ranges and bad messages that were found.")
	m.scrubPasses = scrubCounter("passes_total", "Passes over everything in the store that came to their end.")
	collectors := []prometheus.Collector{
		m.messages, m.bytes, m.duplicates, m.equivocations, m.refused, m.belowFloor, m.pruned, m.repaired, m.group, m.latency, m.followers,
		m.scrubBytes, m.scrubMessages, m.scrubProblems, m.scrubPasses,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "logstore_scrub_age_seconds",
			Help: "Time since the last complete scrub ended; if there was none, since the store was opened.",
		}, func() float64 {
			s.scrubbed.mu.Lock()
			defer s.scrubbed.mu.Unlock()
			return s.opts.Clock().Sub(s.scrubbed.ended).Seconds()
		}),
		gauge("watermark", "The last sequence number that is durable and visible.",
			func() float64 { return float64(s.Watermark()) }),
		gauge("quarantined_messages", "Messages that were found not to be what was stored, and are not served.",
			func() float64 {
				n := 0
				s.quarantine.each(func(quarantineID, quarantined) { n++ })
				return float64(n)
			}),
		gauge("disk_bytes", "Bytes that the database occupies on disk.",
			s.ask(func() float64 { return float64(s.db.Metrics().DiskSpaceUsage()) })),
		gauge("read_amplification", "Sorted runs that a read has to look at.",
			s.ask(func() float64 { return float64(s.db.Metrics().ReadAmp()) })),
		gauge("compaction_debt_bytes", "Estimate of the bytes that wait for compaction.",
			s.ask(func() float64 { return float64(s.db.Metrics().Compact.EstimatedDebt) })),
	}
	if r == nil {
		return m, nil
	}
	for _, c := range collectors {
		if err := r.Register(c); err != nil {
			m.close()
			return nil, fmt.Errorf("register metrics of store %s: %w", s.dir, errors.Join(err))
		}
		m.registered = append(m.registered, c)
	}
	return m, nil
}

func counter(name, help string) prometheus.Counter {
	return prometheus.NewCounter(prometheus.CounterOpts{Name: "logstore_store_" + name, Help: help})
}

func scrubCounter(name, help string) prometheus.Counter {
	return prometheus.NewCounter(prometheus.CounterOpts{Name: "logstore_scrub_" + name, Help: help})
}

func gauge(name, help string, f func() float64) prometheus.Collector {
	return prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "logstore_store_" + name, Help: help}, f)
}

// ask guards a question to the database; once it is closed the answer is 0.
func (s *Store) ask(f func() float64) func() float64 {
	return func() float64 {
		if s.enter() != nil {
			return 0
		}
		defer s.leave()
		return f()
	}
}

func (m *metrics) committed(co *commit, took time.Duration) {
	m.duplicates.Add(float64(co.duplicates))
	m.belowFloor.Add(float64(co.belowFloor))
	if co.batch == nil {
		return
	}
	m.messages.Add(float64(co.added))
	m.bytes.Add(float64(co.addedBytes))
	m.equivocations.Add(float64(co.equivocations))
	m.pruned.Add(float64(co.pruned))
	m.repaired.Add(float64(co.repaired))
	m.latency.Observe(took.Seconds())
	if co.added > 0 {
		m.group.Observe(float64(co.added))
	}
}

func (m *metrics) close() {
	for _, c := range m.registered {
		m.registerer.Unregister(c)
	}
}
