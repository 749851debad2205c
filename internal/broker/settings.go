package broker

import (
	"context"
	"crypto/rand"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/logstore/logstore/internal/api"
	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

func (b *Broker) streamsConfig() streams.Config {
	c := streams.Config{
		Policy:            streams.Policy(b.cfg.Streams.Policy),
		DefaultPartitions: b.cfg.Streams.DefaultPartitions,
		Owner:             b.o.Key.Address(),
	}
	for _, s := range b.cfg.Streams.List {
		c.Streams = append(c.Streams, streams.StreamConfig{
			ID: s.ID, Partitions: s.Partitions, Publishers: s.Publishers,
			Schema: s.Schema, SchemaFile: string(s.SchemaFile),
		})
	}
	return c
}

func (b *Broker) ingestConfig() ingest.Config {
	i := b.cfg.Ingest
	c := ingest.Config{
		MaxFuture:         time.Duration(i.MaxFuture),
		MaxAge:            time.Duration(i.MaxAge),
		AllowNonCanonical: i.AllowNonCanonical,
		MaxMessageBytes:   int(i.MaxMessage),
		QueueMessages:     i.QueueMessages,
		QueueBytes:        int64(i.QueueBytes),
		Workers:           i.Workers,
	}
	if c.MaxFuture == 0 {
		c.MaxFuture = -1 // none at all; 0 would be the default
	}
	return c
}

func (b *Broker) apiConfig() (api.Config, error) {
	h, a := b.cfg.HTTP, b.cfg.Auth
	c := api.DefaultConfig()
	c.CORSOrigins = h.CORSOrigins
	c.MaxBodyBytes = int64(h.MaxBody)
	c.MaxMessageBytes = int(b.cfg.Ingest.MaxMessage)
	c.MaxFuture = max(time.Duration(b.cfg.Ingest.MaxFuture), time.Millisecond)
	c.ReadTimeout = time.Duration(h.ReadTimeout)
	c.WriteTimeout = time.Duration(h.WriteTimeout)
	c.MaxQueries, c.MaxQueriesPerClient = h.MaxQueries, h.MaxClientQueries
	c.MaxLive, c.MaxLivePerClient = h.MaxLive, h.MaxClientLive
	c.RateRequests, c.RateBurst = h.RateRequests, h.RateBurst
	c.RateMessages, c.RateBytes = h.RateMessages, int64(h.RateBytes)
	c.TrustedProxies = h.TrustedProxies
	c.LegacyBasic, c.AnonymousResend = a.LegacyBasic, a.AnonymousResend
	c.SessionTTL, c.Domains = time.Duration(a.SessionTTL), a.Domains
	for i, k := range a.APIKeys {
		key := api.APIKey{Name: k.Name, SHA256: k.SHA256, Rights: k.Rights}
		for _, s := range k.Streams {
			id, err := b.streamPattern(s)
			if err != nil {
				return c, fmt.Errorf("auth.api_keys[%d].streams: %w", i, err)
			}
			key.Streams = append(key.Streams, id)
		}
		c.APIKeys = append(c.APIKeys, key)
	}
	return c, nil
}

// streamPattern puts path-only ids, and beginnings of such, under the node's own
// address.
func (b *Broker) streamPattern(s string) (string, error) {
	if prefix, ok := strings.CutSuffix(s, "*"); ok {
		if strings.HasPrefix(prefix, "/") {
			prefix = b.o.Key.String() + prefix
		}
		return prefix + "*", nil
	}
	id, err := message.ParseStreamID(s, b.o.Key.Address())
	return string(id), err
}

func (b *Broker) validationPublisher(id string, submit func(context.Context, []*message.Message) ([]ingest.Result, error)) (*ingest.ValidationPublisher, error) {
	stream, err := message.ParseStreamID(id, b.o.Key.Address())
	if err != nil {
		return nil, fmt.Errorf("ingest.validation_errors_stream: %w", err)
	}
	return ingest.NewValidationPublisher(ingest.PublisherConfig{
		Signer: b.o.Key.Signer(), Part: message.StreamPart{Stream: stream}, Submit: submit, Random: rand.Reader,
		Logger: b.log.With(slog.String("part", "validation")), Registerer: b.o.Registry,
	})
}
