package api

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
)

type metrics struct {
	requests  *prometheus.CounterVec
	seconds   *prometheus.HistogramVec
	bytes     *prometheus.CounterVec
	refused   *prometheus.CounterVec
	live      *prometheus.GaugeVec
	published *prometheus.CounterVec
	signIns   *prometheus.CounterVec
}

func newMetrics(reg prometheus.Registerer) (*metrics, error) {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_http_requests_total", Help: "Requests answered, by route, method and status.",
		}, []string{"route", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "logstore_http_request_seconds", Help: "Time to answer requests, live streams excluded.",
			Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10, 30, 60},
		}, []string{"route"}),
		bytes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_http_response_bytes_total", Help: "Bytes of answers' bodies, as sent.",
		}, []string{"route"}),
		refused: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_http_limited_total", Help: "Requests refused because of a limit on the client or the node.",
		}, []string{"limit"}),
		live: prometheus.NewGaugeVec(prometheus.GaugeOpts{
			Name: "logstore_http_live_clients", Help: "Live streams that are open, by transport.",
		}, []string{"transport"}),
		published: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_http_published_messages_total", Help: "Messages in publish requests, by outcome.",
		}, []string{"outcome"}),
		signIns: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "logstore_http_authentications_total", Help: "Authorization headers seen, by kind and whether they were accepted.",
		}, []string{"kind", "outcome"}),
	}
	for _, c := range []prometheus.Collector{m.requests, m.seconds, m.bytes, m.refused, m.live, m.published, m.signIns} {
		if err := reg.Register(c); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// methodLabel keeps the label's values few whatever clients send.
func methodLabel(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodDelete, http.MethodOptions:
		return method
	}
	return "other"
}

func (m *metrics) authenticated(c *caller) {
	kind := "basic"
	switch {
	case c.key != nil:
		kind = "api_key"
	case c.session != nil:
		kind = "session"
	}
	outcome := "accepted"
	if c.denied != nil {
		kind, outcome = "unknown", "refused"
	}
	m.signIns.WithLabelValues(kind, outcome).Inc()
}
