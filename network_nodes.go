package logstore

import (
	"context"
	"math/big"
	"time"

	"github.com/logstore/logstore/internal/chain/wallet"
)

// NetworkNode is a node of the network.
type NetworkNode struct {
	Address  string // with its checksum
	URL      string // of its HTTP API, "" if its metadata names none
	Metadata string
	// Stake is what is delegated to it, its own included, in base units.
	Stake *big.Int
	// IsStaked tells whether that is enough to take part.
	IsStaked bool
}

func nodeOf(n *wallet.Node) *NetworkNode {
	return &NetworkNode{
		Address: n.Address.Hex(), URL: n.URL(), Metadata: n.Metadata,
		Stake: n.Stake, IsStaked: n.IsStaked,
	}
}

// Nodes reads all nodes of the network.
func (n *Network) Nodes(ctx context.Context) ([]NetworkNode, error) {
	list, err := n.wallet.Nodes(ctx)
	if err != nil {
		return nil, err
	}
	nodes := make([]NetworkNode, len(list))
	for i := range list {
		nodes[i] = *nodeOf(&list[i])
	}
	return nodes, nil
}

// Node reads what the chain says about a node, "" being the account itself, or
// [ErrNoSuchNode].
func (n *Network) Node(ctx context.Context, address string) (*NetworkNode, error) {
	account, err := n.address(address)
	if err != nil {
		return nil, err
	}
	node, err := n.wallet.Node(ctx, account)
	if err != nil {
		return nil, err
	}
	return nodeOf(node), nil
}

// NodeStake is what an account has in the node manager, in base units.
type NodeStake struct {
	// Free can be delegated or withdrawn.
	Free *big.Int
	// Waiting was taken back from nodes and becomes free later.
	Waiting []WaitingStake
	// Own is delegated to the account itself as a node.
	Own *big.Int
	// Required is what a node needs to take part.
	Required *big.Int
	// Unbonding is how long what is taken back from a node has to wait.
	Unbonding time.Duration
}

// WaitingStake becomes free at a time.
type WaitingStake struct {
	Amount *big.Int // base units
	Free   time.Time
}

// NodeStake reads what an account has in the node manager, "" being the own one.
func (n *Network) NodeStake(ctx context.Context, address string) (*NodeStake, error) {
	account, err := n.address(address)
	if err != nil {
		return nil, err
	}
	s, err := n.wallet.NodeStake(ctx, account)
	if err != nil {
		return nil, err
	}
	stake := &NodeStake{Free: s.Free, Own: s.Own, Required: s.Required, Unbonding: s.Unbonding}
	for _, w := range s.Waiting {
		stake.Waiting = append(stake.Waiting, WaitingStake(w))
	}
	return stake, nil
}

// JoinNetwork makes the account a node, with metadata that names its URL
// ({"http":"https://…"}), and stakes base units of LSAN on itself. Joining again changes
// the metadata and adds to the stake.
func (n *Network) JoinNetwork(ctx context.Context, base *big.Int, metadata string) (*Outcome, error) {
	return outcomeOf(n.wallet.Join(ctx, base, metadata))
}

// LeaveNetwork ends being a node. What is free of the account's stake comes back at
// once; its stake on its own node can be withdrawn after the unbonding period.
func (n *Network) LeaveNetwork(ctx context.Context) (*Outcome, error) {
	return outcomeOf(n.wallet.Leave(ctx))
}

// StakeNode moves base units of LSAN into the node manager, to be delegated.
func (n *Network) StakeNode(ctx context.Context, base *big.Int) (*Outcome, error) {
	return outcomeOf(n.wallet.StakeNode(ctx, base))
}

// Delegate puts base units of the account's free stake on a node.
func (n *Network) Delegate(ctx context.Context, base *big.Int, node string) (*Outcome, error) {
	address, err := n.address(node)
	if err != nil {
		return nil, err
	}
	return outcomeOf(n.wallet.Delegate(ctx, base, address))
}

// Undelegate takes base units back from a node; they are free after the unbonding
// period.
func (n *Network) Undelegate(ctx context.Context, base *big.Int, node string) (*Outcome, error) {
	address, err := n.address(node)
	if err != nil {
		return nil, err
	}
	return outcomeOf(n.wallet.Undelegate(ctx, base, address))
}

// WithdrawStake takes base units of the account's free stake out of the node manager.
func (n *Network) WithdrawStake(ctx context.Context, base *big.Int) (*Outcome, error) {
	return outcomeOf(n.wallet.Withdraw(ctx, base))
}
