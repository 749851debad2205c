// Package nodemetrics shows what a node of the Streamr network counts as Prometheus
// metrics. It is apart from package node so that the SDK does without Prometheus.
package nodemetrics

import (
	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/streamr/node"
)

// collector shows a node's counts. They are read when somebody asks for them.
type collector struct{ node *node.Node }

// New makes the metrics of a node, for a registry.
func New(n *node.Node) prometheus.Collector { return collector{n} }

func desc(name, help string, labels ...string) *prometheus.Desc {
	return prometheus.NewDesc("logstore_streamr_"+name, help, labels, nil)
}

var (
	descConnections = desc("connections", "Open connections to nodes of the Streamr network.")
	descNeighbors   = desc("control_neighbors", "Nodes that this node looks others up at.")
	descParts       = desc("stream_parts", "Stream parts that the node is in.")
	descFrames      = desc("frames_total", "Messages between nodes, everything included.", "direction")
	descBytes       = desc("bytes_total", "Bytes of messages between nodes.", "direction")
	descRefused     = desc("refused_connections_total", "Connections that were refused, for a limit or a wrong handshake.")
	descSlow        = desc("overflows_total", "Messages that were not sent because a peer reads too slowly or is gone.")
	descMessages    = desc("messages_total", "Messages of streams, by what became of them.", "outcome")
	descBad         = desc("bad_messages_total", "Messages of streams that went no further, by reason.", "reason")
)

// Describe implements [prometheus.Collector].
func (collector) Describe(out chan<- *prometheus.Desc) {
	for _, d := range []*prometheus.Desc{descConnections, descNeighbors, descParts, descFrames, descBytes, descRefused, descSlow, descMessages, descBad} {
		out <- d
	}
}

// Collect implements [prometheus.Collector].
func (c collector) Collect(out chan<- prometheus.Metric) {
	s, ok := c.node.Stats()
	if !ok {
		return
	}
	gauge := func(d *prometheus.Desc, v int) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, float64(v))
	}
	counter := func(d *prometheus.Desc, v uint64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.CounterValue, float64(v), labels...)
	}
	gauge(descConnections, s.Connections.Open)
	gauge(descNeighbors, s.ControlNeighbors)
	gauge(descParts, s.Parts)
	counter(descFrames, s.Connections.FramesIn, "in")
	counter(descFrames, s.Connections.FramesOut, "out")
	counter(descBytes, s.Connections.BytesIn, "in")
	counter(descBytes, s.Connections.BytesOut, "out")
	counter(descRefused, s.Connections.Refused)
	counter(descSlow, s.Connections.Overflows)
	counter(descMessages, s.Messages.Accepted, "accepted")
	counter(descMessages, s.Messages.Duplicates, "duplicate")
	counter(descMessages, s.Messages.Overloaded, "overloaded")
	for reason, n := range s.Messages.Bad {
		counter(descBad, n, reason)
	}
}
