package devnet

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/deploy"
	"github.com/logstore/logstore/internal/keys"
)

// What differs from a real network, so that an account of the devnet can afford a node
// and does not wait a week for its stake.
const (
	stakeRequired   = 1_000_000_000_000 // base units of LSAN: a thousand coins at the first price
	unbondingPeriod = time.Minute
)

// The stream on which a storage node tells that it has joined the parts of a stream; see
// package broker.
const (
	assignmentsPath = "/assignments"
	subscribeRight  = 3 // StreamRegistry's PermissionType.Subscribe
)

// receiptPoll is the time between looks for a receipt; blocks come within milliseconds.
const receiptPoll = 20 * time.Millisecond

// initialize sets up the contracts of the genesis, unless an earlier run did.
func (d *devnet) initialize(ctx context.Context) error {
	owner := d.accounts[ownerIndex]
	key, err := keyOf(owner)
	if err != nil {
		return err
	}
	p := deploy.DefaultParams(owner.Address)
	p.StakeRequired, p.UnbondingPeriod = big.NewInt(stakeRequired), unbondingPeriod
	return deploy.Initialize(ctx, d.chain.Client(), d.sender(key), d.network.Contracts, p)
}

func (d *devnet) sender(key *keys.Key) *tx.Sender {
	return tx.New(d.chain.Client(), key.Signer(), tx.NewErrors(), tx.Config{PollInterval: receiptPoll})
}

// join makes the broker a node of the network with enough stake, and a Streamr storage
// node, both under the URL that it has now.
func (d *devnet) join(ctx context.Context, key *keys.Key, url string) error {
	s, c := d.sender(key), d.network.Contracts
	manager, registry := contracts.NewNodeManager(), contracts.NewNodeRegistry()
	raw, err := d.call(ctx, c.NodeManager, manager.PackNodes(s.From()))
	if err != nil {
		return fmt.Errorf("look up the broker: %w", err)
	}
	node, err := manager.UnpackNodes(raw)
	if err != nil {
		return fmt.Errorf("look up the broker: %w", err)
	}
	metadata, err := json.Marshal(map[string]string{"http": url})
	if err != nil {
		return err
	}
	storage, err := json.Marshal(map[string][]string{"urls": {url}})
	if err != nil {
		return err
	}
	var calls []tx.Call
	stake := big.NewInt(stakeRequired)
	switch {
	case node.LastSeen.Sign() == 0:
		token := contracts.NewLSAN()
		price := deploy.DefaultParams(s.From()).WeiPerByte
		calls = append(calls,
			tx.Call{To: c.LSAN, Data: token.PackMint(), Value: new(big.Int).Mul(stake, price), What: "mint the broker's stake"},
			tx.Call{To: c.LSAN, Data: token.PackApprove(c.NodeManager, stake), What: "approve the broker's stake"},
			tx.Call{To: c.NodeManager, Data: manager.PackJoin(stake, string(metadata)), What: "join the network"})
		streams, id := contracts.NewStreamRegistry(), strings.ToLower(s.From().Hex())+assignmentsPath
		calls = append(calls,
			tx.Call{To: c.StreamRegistry, Data: streams.PackCreateStream(assignmentsPath, `{"partitions":1}`), What: "make the broker's assignment stream"},
			tx.Call{To: c.StreamRegistry, Data: streams.PackGrantPublicPermission(id, subscribeRight), What: "let everybody read the broker's assignment stream"})
	case node.Metadata != string(metadata):
		calls = append(calls, tx.Call{To: c.NodeManager, Data: manager.PackUpsertNode(string(metadata)), What: "tell the broker's address"})
	default:
		return nil
	}
	calls = append(calls, tx.Call{To: c.NodeRegistry, Data: registry.PackCreateOrUpdateNodeSelf(string(storage)), What: "register the storage node"})
	for _, call := range calls {
		if _, err := s.Send(ctx, call); err != nil {
			return err
		}
	}
	return nil
}

func (d *devnet) call(ctx context.Context, to common.Address, data []byte) ([]byte, error) {
	return d.chain.Client().CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
}
