package broker

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/message"
)

// assignments tells publishers that the broker is in the parts of streams that were
// assigned to its storage node: a message for each part on the storage node's
// assignment stream, which the official SDK's addToStorageNode waits for.
type assignments struct {
	view   assignmentView
	node   *node.Node
	signer message.Signer
	stream message.StreamID
	self   common.Address
	log    *slog.Logger

	chain *message.Chain
	last  int64 // timestamp of the last message, ms
	part  *node.Part
	told  map[message.StreamPart]bool
	quiet bool // that the stream is missing has been said
}

type assignmentView interface {
	AssignedStreams(common.Address) ([]message.StreamID, error)
	Stream(message.StreamID) (chain.Stream, error)
}

// neighbourWait is how long an announcement waits for somebody who could hear it.
const neighbourWait = 5 * time.Second

func newAssignments(view assignmentView, n *node.Node, signer message.Signer, storageNode common.Address, log *slog.Logger) (*assignments, error) {
	id, err := message.RandomChainID(rand.Reader)
	if err != nil {
		return nil, err
	}
	owner := message.UserID(storageNode.Bytes())
	return &assignments{
		view: view, node: n, signer: signer, self: storageNode, log: log,
		stream: message.StreamID(owner.String() + "/assignments"),
		chain:  message.NewChain(id), told: make(map[message.StreamPart]bool),
	}, nil
}

// announce tells of the parts of assigned streams that the broker has joined and that have
// not been told of.
func (a *assignments) announce(ctx context.Context, kept map[message.StreamID]int, joined func(message.StreamPart) *node.Part) error {
	ids, err := a.view.AssignedStreams(a.self)
	if err != nil {
		return err
	}
	// It is there before the first assignment, so that who waits for one has a neighbour.
	if err := a.join(ctx, len(ids) > 0); err != nil {
		return err
	}
	assigned := make(map[message.StreamPart]bool)
	var news []message.StreamPart
	slices.Sort(ids)
	for _, id := range ids {
		for p := range kept[id] {
			part := message.StreamPart{Stream: id, Partition: int32(p)}
			if joined(part) == nil {
				continue
			}
			assigned[part] = true
			if !a.told[part] {
				news = append(news, part)
			}
		}
	}
	for part := range a.told {
		if !assigned[part] {
			delete(a.told, part) // a later assignment is told again
		}
	}
	if len(news) == 0 || a.part == nil {
		return nil
	}
	wait, cancel := context.WithTimeout(ctx, neighbourWait)
	defer cancel()
	// Alone in the part, the node keeps what it publishes for the first who comes.
	_ = a.part.WaitNeighbors(wait, 1)
	for _, part := range news {
		if err := a.publish(ctx, part); err != nil {
			return fmt.Errorf("announce %s: %w", part, err)
		}
		a.told[part] = true
	}
	return nil
}

// join takes part in the assignment stream, if it exists. needed is whether somebody waits
// for it.
func (a *assignments) join(ctx context.Context, needed bool) error {
	if a.part != nil {
		return nil
	}
	_, err := a.view.Stream(a.stream)
	if errors.Is(err, chain.ErrNoStream) {
		if needed && !a.quiet {
			a.quiet = true
			a.log.Warn("streams are assigned to this node, but its assignment stream does not exist, so that official clients wait in vain; make it with: logstore stream create /assignments",
				slog.String("stream", string(a.stream)))
		}
		return nil
	}
	if err != nil {
		return err
	}
	a.part, err = a.node.Join(ctx, message.StreamPart{Stream: a.stream}, node.JoinOptions{})
	return err
}

func (a *assignments) publish(ctx context.Context, part message.StreamPart) error {
	content, err := json.Marshal(map[string]string{"streamPart": part.String()})
	if err != nil {
		return err
	}
	// A clock that was set back must not break the chain.
	a.last = max(a.last, time.Now().UnixMilli())
	m := &message.Message{
		ID:      message.ID{Stream: a.stream, Timestamp: a.last},
		Content: content,
	}
	if err := a.chain.SignNext(m, a.signer); err != nil {
		return err
	}
	return a.part.Publish(ctx, m)
}
