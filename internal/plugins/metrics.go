package plugins

import (
	"errors"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics of all plug-ins of a hub; the label plugin is http, websocket or mqtt.
type metrics struct {
	reg         prometheus.Registerer // nil: not registered
	connections *prometheus.GaugeVec
	refused     *prometheus.CounterVec
	signIns     *prometheus.CounterVec
	published   *prometheus.CounterVec
	seconds     *prometheus.HistogramVec
	delivered   *prometheus.CounterVec
	ended       *prometheus.CounterVec
	parts       prometheus.Gauge
	unshown     prometheus.Counter
}

func newMetrics(reg prometheus.Registerer) (*metrics, error) {
	m := &metrics{
		reg: reg,
		connections: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "logstore_plugin_connections", Help: "Connections of devices that are open.",
		}, []string{"plugin"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_plugin_refused_connections_total", Help: "Connections closed at once because there were too many.",
		}, []string{"plugin"}),
		signIns: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_plugin_authentications_total", Help: "API keys looked at, by outcome: accepted, no_key, wrong_key, no_right.",
		}, []string{"plugin", "outcome"}),
		published: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_plugin_published_messages_total", Help: "Messages that devices wanted to publish, by outcome.",
		}, []string{"plugin", "outcome"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "logstore_plugin_publish_seconds", Help: "Time to hand a device's message to the network.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30},
		}, []string{"plugin"}),
		delivered: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_plugin_delivered_messages_total", Help: "Messages put into the queues of devices that read.",
		}, []string{"plugin"}),
		ended: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_plugin_disconnects_total", Help: "Connections that the node ended, by reason.",
		}, []string{"plugin", "reason"}),
		parts: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "logstore_plugin_subscribed_parts", Help: "Stream parts that are subscribed to for devices.",
		}),
		unshown: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "logstore_plugin_unshown_messages_total", Help: "Messages of the network that devices are not shown because their content is no JSON object.",
		}),
	}
	if reg == nil {
		return m, nil
	}
	for i, c := range m.all() {
		if err := reg.Register(c); err != nil {
			for _, done := range m.all()[:i] {
				reg.Unregister(done)
			}
			return nil, errors.Join(errors.New("register metrics of the plug-ins"), err)
		}
	}
	return m, nil
}

func (m *metrics) all() []prometheus.Collector {
	return []prometheus.Collector{m.connections, m.refused, m.signIns, m.published, m.seconds, m.delivered, m.ended, m.parts, m.unshown}
}

func (m *metrics) unregister() {
	if m.reg == nil {
		return
	}
	for _, c := range m.all() {
		m.reg.Unregister(c)
	}
}

// publication counts one attempt to publish.
func (m *metrics) publication(plugin string, began time.Time, err error) {
	if err != nil {
		m.published.WithLabelValues(plugin, classify(err).name).Inc()
		return
	}
	m.published.WithLabelValues(plugin, "published").Inc()
	m.seconds.WithLabelValues(plugin).Observe(time.Since(began).Seconds())
}

// signIn counts what was said to an API key.
func (m *metrics) signIn(plugin string, err error) {
	outcome := "accepted"
	if err != nil {
		outcome = classify(err).name
	}
	m.signIns.WithLabelValues(plugin, outcome).Inc()
}
