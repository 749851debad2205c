package main

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"

	"github.com/nats-io/nats.go"
	"github.com/nats-io/nats.go/jetstream"
	"github.com/nats-io/nuid"
)

// fastBatchFlow is after how many events the server may answer in a fast batch; a
// publisher keeps a few times as many in flight.
const fastBatchFlow = 500

// jetStreamSingle are the ways to publish in which every event stands for itself.
// With sync_interval: always the server syncs the stream's file after each of them.
func (b *bench) jetStreamSingle() []candidate {
	const share = 4 // it takes that much longer
	var all []candidate
	for _, c := range []struct{ connections, pending int }{{1, 4000}, {8, 4000}, {32, 4000}} {
		all = append(all, candidate{
			setting: fmt.Sprintf("JetStream: PublishAsync, %d connections, %d events in flight on each", c.connections, c.pending),
			share:   share,
			open:    b.openJetStream(c.connections, publishAsync(c.pending)),
		})
	}
	for _, connections := range []int{1, 8} {
		all = append(all, candidate{
			setting: fmt.Sprintf("JetStream: fast batch, %d connections", connections),
			share:   share,
			open:    b.openJetStream(connections, publishFast),
		})
	}
	return all
}

// jetStreamBatches are atomic batches: all of a batch or nothing, one answer, and
// the stream's file is synced once for the whole batch.
func (b *bench) jetStreamBatches() []candidate {
	var all []candidate
	for _, c := range []struct{ connections, batch int }{{8, 1000}, {1, 10000}, {8, 10000}} {
		all = append(all, candidate{
			setting: fmt.Sprintf("JetStream: atomic batches of %d, %d connections", c.batch, c.connections),
			share:   1,
			open:    b.openJetStream(c.connections, publishAtomic(c.batch)),
		})
	}
	return all
}

func (b *bench) openJetStream(connections int, publish func(context.Context, *nats.Conn, [][]byte) error) func(context.Context, string) (writer, error) {
	return func(ctx context.Context, dir string) (writer, error) {
		s, err := startNATS(ctx, b.natsServer, dir, "always", connections)
		if err != nil {
			return nil, err
		}
		s.publish = publish
		return s, nil
	}
}

// publishAsync publishes the events one by one without waiting for each one's
// acknowledgement, up to so many at once.
func publishAsync(pending int) func(context.Context, *nats.Conn, [][]byte) error {
	return func(ctx context.Context, conn *nats.Conn, events [][]byte) error {
		var failed atomic.Pointer[error]
		js, err := jetstream.New(conn,
			jetstream.WithPublishAsyncMaxPending(pending),
			jetstream.WithPublishAsyncErrHandler(func(_ jetstream.JetStream, _ *nats.Msg, err error) { failed.Store(&err) }))
		if err != nil {
			return err
		}
		for _, e := range events {
			if _, err := js.PublishAsync(natsSubject, e, jetstream.WithStallWait(natsTimeout)); err != nil {
				return err
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
		select {
		case <-js.PublishAsyncComplete():
		case <-ctx.Done():
			return ctx.Err()
		}
		if err := failed.Load(); err != nil {
			return *err
		}
		return nil
	}
}

// publishAtomic publishes the events in atomic batches, one after the other. The Go
// client has no call for it: a batch is in the headers of its messages (ADR-50).
func publishAtomic(size int) func(context.Context, *nats.Conn, [][]byte) error {
	return func(ctx context.Context, conn *nats.Conn, events [][]byte) error {
		for batch := range slices.Chunk(events, size) {
			id := nuid.Next()
			for i, e := range batch[:len(batch)-1] {
				if err := conn.PublishMsg(batchMessage(id, i+1, e)); err != nil {
					return err
				}
			}
			last := batchMessage(id, len(batch), batch[len(batch)-1])
			last.Header["Nats-Batch-Commit"] = []string{"1"}
			answer, err := conn.RequestMsgWithContext(ctx, last)
			if err != nil {
				return err
			}
			if err := checkBatch(answer.Data, len(batch)); err != nil {
				return err
			}
		}
		return nil
	}
}

func batchMessage(id string, sequence int, event []byte) *nats.Msg {
	return &nats.Msg{Subject: natsSubject, Data: event, Header: nats.Header{
		"Nats-Batch-Id":       {id},
		"Nats-Batch-Sequence": {strconv.Itoa(sequence)},
	}}
}

// checkBatch makes sure that the answer acknowledges a batch of so many events.
func checkBatch(answer []byte, want int) error {
	var ack struct {
		Count int             `json:"count"`
		Error json.RawMessage `json:"error"`
	}
	if err := json.Unmarshal(answer, &ack); err != nil || ack.Error != nil || ack.Count != want {
		return fmt.Errorf("a batch of %d events was answered with %s", want, answer)
	}
	return nil
}

// publishFast publishes the events as one fast batch: no event is answered by
// itself, the server says now and then how far it is. Sequence and operation are in
// the reply subject (ADR-50): 0 starts, 1 goes on, 2 commits.
func publishFast(ctx context.Context, conn *nats.Conn, events [][]byte) error {
	inbox := conn.NewInbox()
	answers, err := conn.SubscribeSync(inbox + ".>")
	if err != nil {
		return err
	}
	defer answers.Unsubscribe()
	prefix := fmt.Sprintf("%s.%s.%d.fail.", inbox, nuid.Next(), fastBatchFlow)
	acknowledged := 0
	for i, e := range events {
		operation := ".1.$FI"
		switch sequence := i + 1; {
		case sequence == len(events):
			operation = ".2.$FI"
		case sequence == 1:
			operation = ".0.$FI"
		}
		// The first answer gives leave for the rest.
		for i == 1 && acknowledged == 0 || i-acknowledged > 4*fastBatchFlow {
			m, err := answers.NextMsgWithContext(ctx)
			if err != nil {
				return err
			}
			var flow struct {
				Type     string `json:"type"`
				Sequence int    `json:"seq"`
			}
			if json.Unmarshal(m.Data, &flow) != nil || flow.Type != "ack" {
				return fmt.Errorf("a fast batch was answered with %s", m.Data)
			}
			if i == 1 {
				break
			}
			acknowledged = flow.Sequence
		}
		if err := conn.PublishRequest(natsSubject, prefix+strconv.Itoa(i+1)+operation, e); err != nil {
			return err
		}
	}
	for {
		m, err := answers.NextMsgWithContext(ctx)
		if err != nil {
			return err
		}
		if !strings.Contains(string(m.Data), `"type":"ack"`) {
			return checkBatch(m.Data, len(events))
		}
	}
}
