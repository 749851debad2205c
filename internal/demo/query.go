package demo

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/sample"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

const day = 24 * time.Hour

// query asks for one day, checks the answer in every way there is, and shows it.
func (r *run) query(ctx context.Context) error {
	from := busiestDay(r.events)
	to := from.Add(day - time.Millisecond)
	start := time.Now()
	res, err := r.client.Query(ctx, logstore.Query{Stream: Stream, From: from, To: to})
	if err != nil {
		return fmt.Errorf("query: %w", err)
	}
	defer res.Close()
	var got []*message.Message
	for m, err := range res.All() {
		if err != nil {
			return fmt.Errorf("query: %w", err)
		}
		got = append(got, m.Message)
	}
	took := time.Since(start)
	report := res.Report()

	r.say.step("Query: between two timestamps")
	r.say.line("%s to %s: %s messages in %s, checked while they came", clock(from.UnixMilli()), clock(to.UnixMilli()), count(len(got)), seconds(took))
	if err := r.showStrongest(got); err != nil {
		return err
	}
	if err := sameEvents(got, r.events, from, to); err != nil {
		return err
	}
	if !report.OK() {
		return fmt.Errorf("%w: %v", ErrWrongAnswer, report.Problems)
	}
	if report.Proof == nil || report.Proof.Status != proof.Proven {
		return fmt.Errorf("%w: it is not proven complete", ErrWrongAnswer)
	}
	if len(got) == 0 {
		return fmt.Errorf("%w: no message", ErrWrongAnswer)
	}
	if err := refusesForgery(ctx, got[len(got)/2]); err != nil {
		return err
	}
	if err := refusesOmission(got, res.Certificate()); err != nil {
		return err
	}
	r.showReport(report)
	return nil
}

// busiestDay is the UTC day with the most events.
func busiestDay(events []sample.Event) time.Time {
	counts := make(map[int64]int)
	var best int64
	for _, e := range events {
		d := e.Time / day.Milliseconds()
		counts[d]++
		if counts[d] > counts[best] || counts[d] == counts[best] && d < best {
			best = d
		}
	}
	return time.UnixMilli(best * day.Milliseconds()).UTC()
}

// sameEvents compares the answer with the source, byte for byte.
func sameEvents(got []*message.Message, events []sample.Event, from, to time.Time) error {
	want := slices.DeleteFunc(slices.Clone(events), func(e sample.Event) bool {
		return e.Time < from.UnixMilli() || e.Time > to.UnixMilli()
	})
	if len(got) != len(want) {
		return fmt.Errorf("%w: %d messages, the source has %d in this range", ErrWrongAnswer, len(got), len(want))
	}
	for i, m := range got {
		if m.Timestamp != want[i].Time || !bytes.Equal(m.Content, want[i].Content) {
			return fmt.Errorf("%w: message %d (%s) is not event %d of the source", ErrWrongAnswer, i, m.Ref(), i)
		}
	}
	return nil
}

// refusesForgery changes one message as a lying node could, and returns an error if
// that is not noticed.
func refusesForgery(ctx context.Context, m *message.Message) error {
	forged := *m
	forged.Content = bytes.Replace(m.Content, []byte(`"magnitude":`), []byte(`"magnitude":1`), 1)
	refused := new(message.Verifier).Verify(ctx, &forged)
	if !errors.Is(refused, message.ErrInvalidSignature) {
		return fmt.Errorf("%w: the check of a changed message says: %v", ErrWrongAnswer, refused)
	}
	return nil
}

// refusesOmission leaves one message out as a lying node could, and returns an error if
// the node's certificate is still taken for a proof of the rest.
func refusesOmission(got []*message.Message, cert *proof.Certificate) error {
	v := proof.NewVerifier(&cert.Proof, false)
	for i, m := range got {
		if i == len(got)/2 {
			continue
		}
		key := m.Key()
		if err := v.Add(&key, uint64(m.Size())); err != nil {
			return fmt.Errorf("%w: message %s has no place in the proof: %w", ErrWrongAnswer, m.Ref(), err)
		}
	}
	if outcome, err := v.Finish(); err == nil && outcome.Root == cert.Checkpoint.Sum {
		return fmt.Errorf("%w: it is called complete without one of its messages", ErrWrongAnswer)
	}
	return nil
}

// quakeShown is what the table shows of an event.
type quakeShown struct {
	Time      int64    `json:"time"`
	Magnitude *float64 `json:"magnitude"`
	Place     string   `json:"place"`
}

func (r *run) showStrongest(got []*message.Message) error {
	const most = 5
	quakes := make([]quakeShown, len(got))
	for i, m := range got {
		if err := json.Unmarshal(m.Content, &quakes[i]); err != nil {
			return fmt.Errorf("%w: content of %s: %w", ErrWrongAnswer, m.Ref(), err)
		}
	}
	quakes = slices.DeleteFunc(quakes, func(q quakeShown) bool { return q.Magnitude == nil })
	slices.SortStableFunc(quakes, func(a, b quakeShown) int {
		switch {
		case *a.Magnitude > *b.Magnitude:
			return -1
		case *a.Magnitude < *b.Magnitude:
			return 1
		}
		return 0
	})
	r.say.line("the strongest of them:")
	for _, q := range quakes[:min(most, len(quakes))] {
		r.say.line("  %s  %3.1f  %s", clock(q.Time), *q.Magnitude, q.Place)
	}
	return nil
}

func (r *run) showReport(report proof.Report) {
	r.say.step("Verify: without trusting the node")
	r.say.proven("%s of %s publisher signatures are valid", count(report.Valid), count(report.Messages))
	r.say.proven("in order, none twice, none that was not asked for")
	r.say.proven("nothing left out: the %s messages, and a few hashes of the rest, give the digest of all %s in the stream that the node signed", count(report.Range.Count), count(report.Proof.Checkpoint.Count))
	r.say.proven("no gap: on %s message chains, %s messages follow the one that they name", count(report.Chains), count(report.LinksKept))
	r.say.proven("the same %s events as in the source, byte for byte", count(report.Messages))
	r.say.proven("a digit added to one message, as a lying node could: refused, not what the publisher signed")
	r.say.proven("one message left out, as a lying node could: refused, not the digest that the node signed")
}
