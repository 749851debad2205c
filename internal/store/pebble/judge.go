package pebble

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/logstore/logstore/message"
)

// A batch of messages that are judged together ends when it has this much. The
// verifier gains little from more.
const (
	judgeMessages = 1024
	judgeBytes    = 1 << 20
)

// VerifyFunc checks the signatures of messages; it returns one error or nil for each
// of them. An error must mean that the message is not its publisher's, not that this
// could not be found out. It may change the messages and must be safe for use by many
// goroutines at once.
type VerifyFunc func(context.Context, []*message.Message) []error

// StillValid makes a [VerifyFunc] of a verifier. Signatures that only a chain can judge
// were judged when they came, and say nothing about the store: they pass, and skipped,
// if it is not nil, hears of each.
func StillValid(v *message.Verifier, skipped func()) VerifyFunc {
	return func(ctx context.Context, ms []*message.Message) []error {
		errs := v.VerifyBatch(ctx, ms)
		for i, err := range errs {
			if !errors.Is(err, message.ErrUnsupportedSignature) && !errors.Is(err, message.ErrSignatureCheck) {
				continue
			}
			if errs[i] = nil; skipped != nil {
				skipped()
			}
		}
		return errs
	}
}

// judge finds out which of a batch of stored messages are not what they should be,
// each seen by itself: wire form, key, signature. It is reused.
type judge struct {
	items    []judged
	wires    []byte
	verdicts []verdict // in order of items

	messages []*message.Message // to verify
	indexes  []int              // of the messages in items
	wire     []byte
}

type judged struct {
	part     message.StreamPart
	key      message.Key
	from, to int // in wires
}

// verdict says what is wrong with an item.
type verdict struct {
	index int
	text  string
}

func (j *judge) reset() {
	clear(j.messages)
	j.items, j.wires, j.verdicts = j.items[:0], j.wires[:0], j.verdicts[:0]
	j.messages, j.indexes = j.messages[:0], j.indexes[:0]
	if cap(j.wires) > 4*judgeBytes { // a large message came by
		j.wires = nil
	}
}

// add takes a copy of a message into the batch.
func (j *judge) add(part message.StreamPart, key message.Key, wire []byte) {
	from := len(j.wires)
	j.wires = append(j.wires, wire...)
	j.items = append(j.items, judged{part, key, from, len(j.wires)})
}

func (j *judge) full() bool { return len(j.items) >= judgeMessages || len(j.wires) >= judgeBytes }

// run fills verdicts. Without verify it leaves the signatures alone. When ctx ends
// the verdicts mean nothing. The decoder is the caller's, because it may hold much.
func (j *judge) run(ctx context.Context, d *message.Decoder, verify VerifyFunc) {
	for i := range j.items {
		m, text := j.decode(d, &j.items[i])
		if text != "" {
			j.verdicts = append(j.verdicts, verdict{i, text})
		} else if verify != nil {
			j.messages, j.indexes = append(j.messages, m), append(j.indexes, i)
		}
	}
	if len(j.messages) == 0 || ctx.Err() != nil {
		return
	}
	for i, err := range verify(ctx, j.messages) {
		if err != nil {
			j.verdicts = append(j.verdicts, verdict{j.indexes[i], err.Error()})
		}
	}
}

// decode reads a message and compares it with its place. The text says what is
// wrong, "" is nothing.
func (j *judge) decode(d *message.Decoder, it *judged) (_ *message.Message, text string) {
	wire := j.wires[it.from:it.to:it.to]
	m, err := d.Decode(wire)
	switch {
	case err != nil:
		return nil, err.Error()
	case m.Part() != it.part:
		return nil, fmt.Sprintf("it says that it belongs to %s", m.Part())
	}
	if key := d.Key(m); key != it.key {
		return nil, fmt.Sprintf("its content gives the key %v", key)
	}
	if j.wire = m.AppendWire(j.wire[:0]); !bytes.Equal(j.wire, wire) {
		return nil, "its wire form is not the canonical one"
	}
	return m, ""
}
