package node

import (
	"github.com/prometheus/client_golang/prometheus"
)

// collector shows a node's counts. They are read when somebody asks for them.
type collector struct{ node *Node }

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
	s, ok := c.node.snapshot()
	if !ok {
		return
	}
	gauge := func(d *prometheus.Desc, v int) {
		out <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, float64(v))
	}
	counter := func(d *prometheus.Desc, v uint64, labels ...string) {
		out <- prometheus.MustNewConstMetric(d, prometheus.CounterValue, float64(v), labels...)
	}
	gauge(descConnections, s.connections.Open)
	gauge(descNeighbors, s.controlNeighbors)
	gauge(descParts, s.parts)
	counter(descFrames, s.connections.FramesIn, "in")
	counter(descFrames, s.connections.FramesOut, "out")
	counter(descBytes, s.connections.BytesIn, "in")
	counter(descBytes, s.connections.BytesOut, "out")
	counter(descRefused, s.connections.Refused)
	counter(descSlow, s.connections.Overflows)
	counter(descMessages, s.messages.Accepted, "accepted")
	counter(descMessages, s.messages.Duplicates, "duplicate")
	counter(descMessages, s.messages.Overloaded, "overloaded")
	for reason, n := range s.messages.Bad {
		counter(descBad, n, reason)
	}
}
