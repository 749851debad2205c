package demo

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"github.com/logstore/logstore/internal/sample"
	"github.com/logstore/logstore/message"
)

// chainID names the message chain of one group of events. It is the same in every
// run, so that publishing again gives the same messages.
func chainID(group string) string {
	sum := sha256.Sum256([]byte("logstore demo\n" + group))
	return hex.EncodeToString(sum[:message.CanonicalChainIDLen/2])
}

// sign makes a signed message of each event, at the time it happened, on partition
// 0 of the stream. Events of one group form a chain: each message names the one
// before it, which later shows whether one is missing.
func sign(stream message.StreamID, key message.Signer, events []sample.Event) ([]*message.Message, error) {
	chains := make(map[string]*message.Chain)
	messages := make([]*message.Message, 0, len(events))
	for i, e := range events {
		chain, ok := chains[e.Key]
		if !ok {
			chain = message.NewChain(chainID(e.Key))
			chains[e.Key] = chain
		}
		ref, prev, err := chain.Next(e.Time)
		if err != nil {
			return nil, fmt.Errorf("event %d: %w", i, err)
		}
		m := &message.Message{
			ID:      message.ID{Stream: stream, Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain.ID()},
			PrevRef: prev, Content: e.Content,
		}
		if err := message.Sign(m, key); err != nil {
			return nil, fmt.Errorf("event %d: %w", i, err)
		}
		messages = append(messages, m)
	}
	return messages, nil
}
