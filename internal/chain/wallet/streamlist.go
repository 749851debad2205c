package wallet

import (
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/message"
)

// streamList follows which streams of an owner there are.
type streamList struct {
	registry *contracts.StreamRegistry
	prefix   string
	ids      map[message.StreamID]bool
}

func newStreamList(owner common.Address) *streamList {
	return &streamList{contracts.NewStreamRegistry(), message.UserID(owner.Bytes()).String() + "/", make(map[message.StreamID]bool)}
}

// topics of the events that matter. None of their fields is indexed, so the owner
// cannot be asked for.
func (s *streamList) topics() []common.Hash {
	parsed, err := contracts.StreamRegistryMetaData.ParseABI()
	if err != nil {
		panic("wallet: the generated bindings have no valid ABI: " + err.Error()) // checked by a test
	}
	return []common.Hash{parsed.Events["StreamCreated"].ID, parsed.Events["StreamDeleted"].ID}
}

// add takes in an event, in the order of the chain.
func (s *streamList) add(l *types.Log) {
	if e, err := s.registry.UnpackStreamCreatedEvent(l); err == nil {
		if strings.HasPrefix(e.Id, s.prefix) {
			s.ids[message.StreamID(e.Id)] = true
		}
		return
	}
	if e, err := s.registry.UnpackStreamDeletedEvent(l); err == nil {
		delete(s.ids, message.StreamID(e.Id))
	}
}

func (s *streamList) list() []message.StreamID {
	ids := make([]message.StreamID, 0, len(s.ids))
	for id := range s.ids {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
