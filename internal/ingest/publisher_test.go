package ingest_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/logstore/logstore/internal/ingest"
	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/internal/streams"
	"github.com/logstore/logstore/message"
)

func newPublisher(t testing.TB, cfg ingest.PublisherConfig) *ingest.ValidationPublisher {
	t.Helper()
	if cfg.Signer == nil {
		cfg.Signer = signer(t, 9)
	}
	cfg.Part = message.StreamPart{Stream: message.StreamID(cfg.Signer.UserID().String() + "/validation-errors")}
	cfg.Random, cfg.Clock = rand.Reader, clock
	p, err := ingest.NewValidationPublisher(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What the schema refuses is not stored, and comes out on the stream of validation
// errors, signed by the node, in the original's form.
func TestValidationErrors(t *testing.T) {
	t.Parallel()
	alice, node := signer(t, 1), signer(t, 9)
	st := openStore(t)
	typed := streams.StreamConfig{ID: alice.UserID().String() + "/events", Schema: []byte(`{"required":["m"],"properties":{"n":{"type":"string"}}}`)}
	published := make(chan *message.Message, 1)
	var p *ingest.ValidationPublisher
	reg := prometheus.NewRegistry()
	in := open(t, ingest.Config{}, ingest.Deps{
		Store: st, Streams: registry(t, st, typed), Registerer: reg,
		ValidationErrors: func(ctx context.Context, e ingest.ValidationError) { p.Report(ctx, e) },
	})
	p = newPublisher(t, ingest.PublisherConfig{Signer: node, Registerer: reg,
		Submit: func(ctx context.Context, ms []*message.Message) ([]ingest.Result, error) {
			results, err := in.Submit(ctx, ms)
			if err == nil {
				published <- ms[0]
			}
			return results, err
		}})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- p.Run(ctx) }()

	bad := signed(t, alice, 0)
	encrypted := unsigned(alice, 1)
	encrypted.EncryptionType, encrypted.GroupKeyID = message.EncryptionAES, "k"
	results := submit(t, in, bad, sign(t, alice, encrypted))
	if got := outcomes(results); got != "rejected(schema_violation) stored" {
		t.Fatalf("got %s", got)
	}
	var detail *ingest.ValidationError
	if !errors.As(results[0].Err, &detail) || len(detail.Violations) != 2 || detail.Violations[1].Path != "/n" {
		t.Errorf("details: %+v", detail)
	}
	first := <-published
	want := `{"streamId":"` + alice.UserID().String() + `/events","errors":["must have required property 'm'","must be string"]}`
	if string(first.Content) != want {
		t.Errorf("published %s\nwant %s", first.Content, want)
	}
	if first.Publisher != node.UserID() || first.PrevRef != nil {
		t.Errorf("published by %v after %v", first.Publisher, first.PrevRef)
	}
	// The same message again is refused again, but no news; another one is.
	submit(t, in, bad)
	submit(t, in, signed(t, alice, 2))
	second := <-published
	if second.PrevRef == nil || *second.PrevRef != first.Ref() || second.Sequence != 1 || second.Chain != first.Chain {
		t.Errorf("second is %+v, does not follow the first", second.ID)
	}
	if n := metrics(t, reg)["logstore_ingest_schema_violations_total"]; n != 3 {
		t.Errorf("%v violations counted, want 3", n)
	}
	cancel()
	if err := <-done; err != nil {
		t.Error(err)
	}
	if n := count(t, st, first.Part()); n != 2 {
		t.Errorf("%d reports stored, want 2", n)
	}
}

func report(i byte, part message.StreamPart) ingest.ValidationError {
	return ingest.ValidationError{Part: part, Key: message.Key{i}, Violations: []schema.Violation{{Message: "must be object"}}}
}

// Reporting never waits; what is too much is counted.
func TestReportsAreBounded(t *testing.T) {
	t.Parallel()
	elsewhere := message.StreamPart{Stream: "x.eth/a"}
	synctest.Test(t, func(t *testing.T) {
		reg := prometheus.NewRegistry()
		var got []string
		cfg := ingest.PublisherConfig{Queue: 3, Registerer: reg, Submit: func(ctx context.Context, ms []*message.Message) ([]ingest.Result, error) {
			got = append(got, string(ms[0].Content))
			switch len(got) {
			case 1: // never answers
				<-ctx.Done()
				return nil, ctx.Err()
			case 2:
				return []ingest.Result{{Outcome: ingest.Rejected, Err: &ingest.Rejection{Reason: "no"}}}, nil
			}
			return []ingest.Result{{Outcome: ingest.Stored}}, nil
		}}
		p := newPublisher(t, cfg)
		for i := range byte(5) {
			p.Report(t.Context(), report(i, elsewhere))
		}
		// About its own stream it says nothing.
		p.Report(t.Context(), report(9, message.StreamPart{Stream: message.StreamID(signer(t, 9).UserID().String() + "/validation-errors")}))
		ctx, cancel := context.WithCancel(t.Context())
		done := make(chan error, 1)
		go func() { done <- p.Run(ctx) }()
		<-time.After(time.Minute) // on the bubble's clock: past the first one's time-out
		synctest.Wait()
		if len(got) != 3 {
			t.Errorf("%d submitted, want 3: %q", len(got), got)
		}
		// Two for want of room, one without an answer, one rejected.
		if n := metrics(t, reg)["logstore_ingest_dropped_reports_total"]; n != 4 {
			t.Errorf("%v dropped, want 4", n)
		}
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
}

func TestPublisherNeedsRandomness(t *testing.T) {
	t.Parallel()
	if _, err := ingest.NewValidationPublisher(ingest.PublisherConfig{Random: bytes.NewReader(nil)}); err == nil {
		t.Error("no error")
	}
}
