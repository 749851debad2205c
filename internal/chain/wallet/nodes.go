package wallet

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"net/url"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
)

// Node is a node of the network. Stake is what is delegated to it, its own included,
// in base units.
type Node struct {
	Address  common.Address
	Metadata string
	Stake    *big.Int
	// IsStaked tells whether that is enough to take part.
	IsStaked bool
}

// URL is the address of the node's HTTP API as its metadata says, "" if it says none.
func (n *Node) URL() string { return urlOf(n.Metadata) }

func urlOf(metadata string) string {
	var meta struct {
		HTTP string   `json:"http"`
		URLs []string `json:"urls"`
	}
	if json.Unmarshal([]byte(metadata), &meta) != nil {
		return ""
	}
	if meta.HTTP == "" && len(meta.URLs) > 0 {
		return meta.URLs[0]
	}
	return meta.HTTP
}

// NodeStake is what an account has in the node manager, in base units.
type NodeStake struct {
	// Free can be delegated or withdrawn.
	Free *big.Int
	// Waiting was taken back from nodes and is not free yet.
	Waiting []Waiting
	// Own is delegated to the account itself as a node.
	Own *big.Int
	// Required is what a node needs to take part.
	Required *big.Int
	// Unbonding is how long what is taken back from a node has to wait.
	Unbonding time.Duration
}

// Waiting is stake that becomes free at a time.
type Waiting struct {
	Amount *big.Int
	Free   time.Time
}

// NodeStake reads what an account has in the node manager.
func (w *Wallet) NodeStake(ctx context.Context, account common.Address) (NodeStake, error) {
	var s NodeStake
	c := contracts.NewNodeManager()
	var err error
	if s.Free, err = w.withdrawable(ctx, account); err != nil {
		return s, err
	}
	entries, err := read(ctx, w, w.nodeManager(), c.PackUnbonding(account), c.UnpackUnbonding)
	if err != nil {
		return s, err
	}
	for _, e := range entries {
		if free := time.Unix(int64(min(e.ReleaseTime, math.MaxInt64)), 0).UTC(); free.After(w.cfg.Now()) {
			s.Waiting = append(s.Waiting, Waiting{e.Amount, free})
		}
	}
	if s.Own, err = w.Delegated(ctx, account, account); err != nil {
		return s, err
	}
	if s.Required, err = w.requiredStake(ctx); err != nil {
		return s, err
	}
	s.Unbonding, err = w.unbonding(ctx)
	return s, err
}

func (w *Wallet) requiredStake(ctx context.Context) (*big.Int, error) {
	c := contracts.NewNodeManager()
	return read(ctx, w, w.nodeManager(), c.PackStakeRequiredAmount(), c.UnpackStakeRequiredAmount)
}

func (w *Wallet) withdrawable(ctx context.Context, account common.Address) (*big.Int, error) {
	c := contracts.NewNodeManager()
	return read(ctx, w, w.nodeManager(), c.PackWithdrawable(account), c.UnpackWithdrawable)
}

func (w *Wallet) unbonding(ctx context.Context) (time.Duration, error) {
	c := contracts.NewNodeManager()
	seconds, err := read(ctx, w, w.nodeManager(), c.PackUnbondingPeriod(), c.UnpackUnbondingPeriod)
	if err != nil {
		return 0, err
	}
	const most = math.MaxInt64 / int64(time.Second)
	if !seconds.IsInt64() || seconds.Int64() > most {
		seconds = big.NewInt(most)
	}
	return time.Duration(seconds.Int64()) * time.Second, nil
}

// nodesPerPage keeps answers far below what endpoints allow.
const nodesPerPage = 100

// Nodes reads all nodes in the order in which they joined. Of a node that joins or
// leaves meanwhile it may miss one.
func (w *Wallet) Nodes(ctx context.Context) ([]Node, error) {
	required, err := w.requiredStake(ctx)
	if err != nil {
		return nil, err
	}
	c := contracts.NewNodeManager()
	var nodes []Node
	for {
		page, err := read(ctx, w, w.nodeManager(), c.PackNodePage(big.NewInt(int64(len(nodes))), big.NewInt(nodesPerPage)), c.UnpackNodePage)
		if err != nil {
			return nil, err
		}
		n := len(page.Addresses)
		if len(page.Metadata) != n || len(page.Stakes) != n || n > nodesPerPage {
			return nil, fmt.Errorf("read %s: a page of %d nodes, %d metadata and %d stakes", w.nodeManager().name, n, len(page.Metadata), len(page.Stakes))
		}
		for i, address := range page.Addresses {
			nodes = append(nodes, Node{
				Address: address, Metadata: page.Metadata[i], Stake: page.Stakes[i],
				IsStaked: page.Stakes[i].Cmp(required) >= 0,
			})
		}
		if n < nodesPerPage {
			return nodes, nil
		}
	}
}

// Delegated reads what an account has delegated to a node, in base units.
func (w *Wallet) Delegated(ctx context.Context, account, node common.Address) (*big.Int, error) {
	c := contracts.NewNodeManager()
	return read(ctx, w, w.nodeManager(), c.PackDelegatesOf(account, node), c.UnpackDelegatesOf)
}

// Node reads what the chain says about a node.
func (w *Wallet) Node(ctx context.Context, address common.Address) (*Node, error) {
	c := contracts.NewNodeManager()
	n, err := read(ctx, w, w.nodeManager(), c.PackNodes(address), c.UnpackNodes)
	if err != nil {
		return nil, err
	}
	if n.LastSeen.Sign() == 0 {
		return nil, fmt.Errorf("%w: %s", ErrNoSuchNode, address)
	}
	node := &Node{Address: address, Metadata: n.Metadata, Stake: n.Stake}
	node.IsStaked, err = read(ctx, w, w.nodeManager(), c.PackIsStaked(address), c.UnpackIsStaked)
	return node, err
}

// checkNodeMetadata wants what clients look for: the URL of the node's HTTP API.
func checkNodeMetadata(metadata string) error {
	if len(metadata) > MaxMetadata {
		return fmt.Errorf("%w: metadata of %d bytes, at most %d", ErrMetadata, len(metadata), MaxMetadata)
	}
	const want = `want a JSON object such as {"http":"https://node.example:7771"}`
	if !json.Valid([]byte(metadata)) {
		return fmt.Errorf("%w: the node's metadata is not JSON; %s", ErrMetadata, want)
	}
	text := urlOf(metadata)
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("%w: clients find no node at %q; %s", ErrMetadata, text, want)
	}
	return nil
}

// Join makes the account a node with this metadata, and stakes base units of its LSAN
// on itself. A node that joined already changes its metadata and adds to its stake.
func (w *Wallet) Join(ctx context.Context, amount *big.Int, metadata string) (*Done, error) {
	if err := checkNodeMetadata(metadata); err != nil {
		return nil, err
	}
	if err := positive(amount); err != nil {
		return nil, err
	}
	if err := w.begin(ctx, w.lsan(), w.nodeManager()); err != nil {
		return nil, err
	}
	p := w.newPlan("join the network as the node %s with %v base units of LSAN", w.cfg.Account, amount)
	call := w.nodeManager().call("join", contracts.NewNodeManager().PackJoin(amount, metadata))
	return w.pay(ctx, p, w.nodeManager(), call, amount, gasOfJoin)
}

// StakeNode moves base units of the account's LSAN into the node manager, from where
// they can be delegated.
func (w *Wallet) StakeNode(ctx context.Context, amount *big.Int) (*Done, error) {
	if err := positive(amount); err != nil {
		return nil, err
	}
	if err := w.begin(ctx, w.lsan(), w.nodeManager()); err != nil {
		return nil, err
	}
	p := w.newPlan("stake %v base units of LSAN for nodes", amount)
	call := w.nodeManager().call("stake", contracts.NewNodeManager().PackStake(amount))
	return w.pay(ctx, p, w.nodeManager(), call, amount, gasOfStake)
}

// Delegate puts base units that are staked and free on a node.
func (w *Wallet) Delegate(ctx context.Context, amount *big.Int, node common.Address) (*Done, error) {
	if err := w.beginNode(ctx, amount); err != nil {
		return nil, err
	}
	if _, err := w.Node(ctx, node); err != nil {
		return nil, err
	}
	if err := w.needFree(ctx, amount); err != nil {
		return nil, err
	}
	what := fmt.Sprintf("delegate %v base units of LSAN to the node %s", amount, node)
	return w.single(ctx, what, w.nodeManager().call("delegate", contracts.NewNodeManager().PackDelegate(amount, node)))
}

// Undelegate takes base units back from a node. They are free after the unbonding
// period ([NodeStake]).
func (w *Wallet) Undelegate(ctx context.Context, amount *big.Int, node common.Address) (*Done, error) {
	if err := w.beginNode(ctx, amount); err != nil {
		return nil, err
	}
	have, err := w.Delegated(ctx, w.cfg.Account, node)
	if err != nil {
		return nil, err
	}
	if have.Cmp(amount) < 0 {
		return nil, &FundsError{"delegation", amount, have}
	}
	wait, err := w.unbonding(ctx)
	if err != nil {
		return nil, err
	}
	what := fmt.Sprintf("undelegate %v base units of LSAN from the node %s, to be withdrawn after %v", amount, node, wait)
	return w.single(ctx, what, w.nodeManager().call("undelegate", contracts.NewNodeManager().PackUndelegate(amount, node)))
}

// Withdraw takes base units that are free out of the node manager.
func (w *Wallet) Withdraw(ctx context.Context, amount *big.Int) (*Done, error) {
	if err := w.beginNode(ctx, amount); err != nil {
		return nil, err
	}
	if err := w.needFree(ctx, amount); err != nil {
		return nil, err
	}
	what := fmt.Sprintf("withdraw %v base units of LSAN from the node manager", amount)
	return w.single(ctx, what, w.nodeManager().call("withdraw", contracts.NewNodeManager().PackWithdraw(amount)))
}

// Leave ends being a node: the account's own stake is taken back from it, and what is
// free comes back at once; the rest can be withdrawn after the unbonding period.
func (w *Wallet) Leave(ctx context.Context) (*Done, error) {
	if err := w.begin(ctx, w.nodeManager()); err != nil {
		return nil, err
	}
	if _, err := w.Node(ctx, w.cfg.Account); err != nil {
		return nil, err
	}
	what := fmt.Sprintf("leave the network as the node %s", w.cfg.Account)
	return w.single(ctx, what, w.nodeManager().call("leave", contracts.NewNodeManager().PackLeave()))
}

func (w *Wallet) beginNode(ctx context.Context, amount *big.Int) error {
	if err := positive(amount); err != nil {
		return err
	}
	return w.begin(ctx, w.nodeManager())
}

func (w *Wallet) needFree(ctx context.Context, amount *big.Int) error {
	have, err := w.withdrawable(ctx, w.cfg.Account)
	if err == nil && have.Cmp(amount) < 0 {
		err = &FundsError{"node stake", amount, have}
	}
	return err
}
