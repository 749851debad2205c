package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
)

// ErrDeployed: the network has contracts already, and they are not those of the plan.
var ErrDeployed = errors.New("the contracts are deployed already")

// Plan is a deployment: what will be where, and the transactions that bring it there.
type Plan struct {
	// From sends the transactions. Everything's address depends on it.
	From     common.Address
	Params   Params
	Deployer common.Address
	// Steps in their order, those that are done included.
	Steps []Step

	network contracts.Network
}

// Step is one transaction of a plan.
type Step struct {
	Name string
	// Address is that of the contract that it creates.
	Address common.Address
	// Done: the contract was there when the plan was made.
	Done bool
	// Gas that it uses, as tried out in memory.
	Gas uint64

	to   common.Address
	data []byte
	code []byte // of the contract
}

// NewPlan plans the deployment of all contracts that a network does not have: of ours,
// and of Streamr's registries where there are none. It sends nothing. Contracts of ours
// that the network has already must be those of the plan; else it is an [ErrDeployed].
func NewPlan(ctx context.Context, c Chain, network contracts.Network, from common.Address, p Params) (*Plan, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if err := checkChainID(ctx, c, network); err != nil {
		return nil, err
	}
	plan := &Plan{From: from, Params: p, network: network}
	if err := plan.checkBase(ctx, c); err != nil {
		return nil, err
	}
	if err := plan.lay(); err != nil {
		return nil, err
	}
	if err := plan.rehearse(); err != nil {
		return nil, err
	}
	for i := range plan.Steps {
		done, err := plan.Steps[i].isDone(ctx, c)
		if err != nil {
			return nil, err
		}
		plan.Steps[i].Done = done
	}
	return plan, nil
}

// Network is the network with the addresses that the plan gives the contracts.
func (p *Plan) Network() contracts.Network { return p.network }

// Gas of the steps that are not done.
func (p *Plan) Gas() (gas uint64) {
	for _, s := range p.Steps {
		if !s.Done {
			gas += s.Gas
		}
	}
	return gas
}

// Cost of the steps that are not done, in wei, at a price of wei per gas.
func (p *Plan) Cost(gasPrice *big.Int) *big.Int {
	return new(big.Int).Mul(gasPrice, new(big.Int).SetUint64(p.Gas()))
}

// checkBase looks for what has to be there before.
func (p *Plan) checkBase(ctx context.Context, c Chain) error {
	needed := []contracts.Named{{Name: "factory for deterministic addresses", Address: Factory}}
	for _, part := range parts() {
		if at := of(p.network.Contracts, part.name); part.streamr && at != (common.Address{}) {
			needed = append(needed, contracts.Named{Name: part.name, Address: at})
		}
	}
	if feed := p.network.Contracts.PriceFeed; feed != (common.Address{}) {
		needed = append(needed, contracts.Named{Name: "PriceFeed", Address: feed})
	}
	for _, n := range needed {
		code, err := c.CodeAt(ctx, n.Address, nil)
		if err != nil {
			return fmt.Errorf("look for the %s: %w", n.Name, err)
		}
		if len(code) == 0 {
			return fmt.Errorf("there is no %s at %s on chain %d: it has to be there first", n.Name, n.Address, p.network.ChainID)
		}
	}
	return nil
}

// lay works out addresses, and from them the transactions.
func (p *Plan) lay() error {
	creation := append(common.FromHex(contracts.DeployerMetaData.Bin), contracts.NewDeployer().PackConstructor(p.From)...)
	deployer := factoryStep("Deployer", creation)
	p.Deployer = deployer.Address
	p.Steps = []Step{deployer}

	before := p.network.Contracts
	var missing []part
	for _, part := range parts() {
		if part.streamr && of(before, part.name) != (common.Address{}) {
			continue
		}
		missing = append(missing, part)
		p.Steps = append(p.Steps, factoryStep(part.name+" implementation", part.creation))
		at := crypto.CreateAddress2(p.Deployer, p.salt(part.name), crypto.Keccak256(proxyCreation(implementationAddress(part.creation))))
		if other := of(before, part.name); other != (common.Address{}) && other != at {
			return fmt.Errorf("%w on %s: %s is at %s, and this account's would be at %s", ErrDeployed, p.network.Name, part.name, other, at)
		}
		if err := p.network.Contracts.Set(part.name, at); err != nil {
			return err
		}
	}
	b := contracts.NewDeployer()
	for _, part := range missing {
		var calls [][]byte
		for _, call := range part.calls(setup{p.network.Contracts, p.Params}, p.Deployer) {
			calls = append(calls, call.data)
		}
		p.Steps = append(p.Steps, Step{
			Name: part.name, Address: of(p.network.Contracts, part.name), to: p.Deployer,
			data: b.PackDeploy(p.salt(part.name), implementationAddress(part.creation), calls),
		})
	}
	return nil
}

func (p *Plan) salt(name string) [32]byte {
	return crypto.Keccak256Hash([]byte("logstore proxy"), crypto.Keccak256([]byte(p.Params.Salt)), []byte(name))
}

// factoryStep creates a contract through the factory, which takes the salt and the
// creation code.
func factoryStep(name string, creation []byte) Step {
	return Step{Name: name, Address: implementationAddress(creation), to: Factory, data: append(implementationSalt[:], creation...)}
}

// rehearse tries all steps out in memory, and learns their gas and the code that they
// leave.
func (p *Plan) rehearse() error {
	s, err := newStage(p.network.ChainID)
	if err != nil {
		return err
	}
	if err := p.lendRegistry(s); err != nil {
		return err
	}
	for i := range p.Steps {
		step := &p.Steps[i]
		if step.Gas, err = s.send(p.From, step.to, step.data); err != nil {
			return fmt.Errorf("try out the deployment of %s: %w", step.Name, err)
		}
		if step.code = s.code(step.Address); len(step.code) == 0 {
			return fmt.Errorf("try out the deployment of %s: it leaves no code at %s", step.Name, step.Address)
		}
	}
	return nil
}

// lendRegistry puts ours where the chain has Streamr's stream registry: that one is not
// at hand, and this one costs about as much.
func (p *Plan) lendRegistry(s *stage) error {
	creates := false
	for _, step := range p.Steps {
		creates = creates || step.Name == "StreamRegistry"
	}
	if creates {
		return nil
	}
	step := factoryStep("", common.FromHex(contracts.StreamRegistryMetaData.Bin))
	if _, err := s.send(p.From, step.to, step.data); err != nil {
		return fmt.Errorf("try out the deployment: %w", err)
	}
	s.put(p.network.Contracts.StreamRegistry, s.code(step.Address))
	return nil
}

// isDone tells whether the contract is there. What is there can only have been put by
// the factory or the account's deployer; other code would be a defect.
func (s Step) isDone(ctx context.Context, c Chain) (bool, error) {
	code, err := c.CodeAt(ctx, s.Address, nil)
	if err != nil {
		return false, fmt.Errorf("look for %s: %w", s.Name, err)
	}
	if len(code) > 0 && !bytes.Equal(code, s.code) {
		return false, fmt.Errorf("at %s there is another contract than %s: its code differs", s.Address, s.Name)
	}
	return len(code) > 0, nil
}

func (s Step) call() tx.Call {
	return tx.Call{To: s.to, Data: s.data, What: "deploy " + s.Name}
}
