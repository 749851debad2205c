package deploy_test

import (
	"context"
	"errors"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/deploy"
	"github.com/logstore/logstore/internal/devnet/devchain"
)

// emptyNetwork is a network that has nothing but a price feed, on a chain of its own.
func emptyNetwork(t *testing.T) (contracts.Network, *devchain.Chain) {
	t.Helper()
	alloc := types.GenesisAlloc{}
	network := contracts.Network{Name: "test", ChainID: testChainID}
	network.Contracts.PriceFeed = address(0xfe)
	creation := append(common.FromHex(contracts.SettablePriceFeedMetaData.Bin),
		contracts.NewSettablePriceFeed().PackConstructor(address(1), 8, "TEST / USD", big.NewInt(1))...)
	if err := devchain.Predeploy(alloc, devchain.Contract{Address: network.Contracts.PriceFeed, Creation: creation}); err != nil {
		t.Fatal(err)
	}
	return network, startChain(t, testChainID, alloc)
}

func mustPlan(t *testing.T, ctx context.Context, c *devchain.Chain, n contracts.Network, from common.Address, p deploy.Params) *deploy.Plan {
	t.Helper()
	plan, err := deploy.NewPlan(ctx, c.Client(), n, from, p)
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

func mustVerify(t *testing.T, ctx context.Context, c *devchain.Chain, n contracts.Network, p deploy.Params) {
	t.Helper()
	found, err := deploy.Verify(ctx, c.Client(), n, p)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		t.Errorf("deviation: %s", d)
	}
}

func TestDeployment(t *testing.T) {
	t.Parallel()
	for name, other := range map[string]bool{"for the sender": false, "for another owner": true} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			ctx, who := testContext(t), accounts(t)
			network, chain := emptyNetwork(t)
			params := deploy.DefaultParams(who[0].Address)
			if other {
				params = deploy.DefaultParams(address(0x77))
				params.Safe = address(0x78)
				params.UnbondingPeriod = 0
			}
			plan := mustPlan(t, ctx, chain, network, who[0].Address, params)
			if missing := plan.Network().Contracts.Missing(); len(missing) > 0 {
				t.Fatalf("no address for %v", missing)
			}
			if nonce, err := chain.Client().PendingNonceAt(ctx, who[0].Address); err != nil || nonce != 0 {
				t.Fatalf("planning sent %d transactions (%v)", nonce, err)
			}
			sender := newSender(t, chain, who[0])
			err := deploy.Deploy(ctx, chain.Client(), sender, plan, func(s deploy.Step, r *types.Receipt) {
				// The plan's costs are those of the chain, but for a few per cent.
				if d := int64(s.Gas) - int64(r.GasUsed); d > int64(r.GasUsed)/50 || d < -int64(r.GasUsed)/50 {
					t.Errorf("%s used %d gas, %d were planned", s.Name, r.GasUsed, s.Gas)
				}
			})
			if err != nil {
				t.Fatal(err)
			}
			mustVerify(t, ctx, chain, plan.Network(), params)

			again := mustPlan(t, ctx, chain, plan.Network(), who[0].Address, params)
			if again.Network().Contracts != plan.Network().Contracts || again.Gas() != 0 || again.Cost(common.Big2).Sign() != 0 {
				t.Errorf("a second plan costs %d gas for %+v", again.Gas(), again.Network())
			}
			second := newSender(t, chain, who[0])
			if err := deploy.Deploy(ctx, chain.Client(), second, again, nil); err != nil {
				t.Fatal(err)
			}
			if n := second.sent.Load(); n != 0 {
				t.Errorf("the second time sends %d transactions", n)
			}
		})
	}
}

func TestInterruptedDeploymentGoesOn(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	network, chain := emptyNetwork(t)
	params := deploy.DefaultParams(address(0x77))
	first := mustPlan(t, ctx, chain, network, who[0].Address, params)
	total := int64(0)
	for done := 0; ; done++ {
		plan := mustPlan(t, ctx, chain, network, who[0].Address, params)
		if plan.Network().Contracts != first.Network().Contracts {
			t.Fatalf("after %d steps the addresses are %+v, at first they were %+v", done, plan.Network().Contracts, first.Network().Contracts)
		}
		for i, step := range plan.Steps {
			if step.Done != (i < done) {
				t.Errorf("after %d steps, step %d (%s): done %v", done, i, step.Name, step.Done)
			}
		}
		sender := newSender(t, chain, who[0])
		sender.limit = 1
		err := deploy.Deploy(ctx, chain.Client(), sender, plan, nil)
		total += sender.sent.Load()
		if err == nil {
			break
		}
		if !errors.Is(err, errCut) {
			t.Fatal(err)
		}
	}
	if total != int64(len(first.Steps)) {
		t.Errorf("%d transactions for %d steps", total, len(first.Steps))
	}
	mustVerify(t, ctx, chain, first.Network(), params)
}

// On a network with Streamr its registries are used. Ours, which somebody else has
// deployed, stand in for them.
func TestDeploymentBesideStreamr(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	network, chain := emptyNetwork(t)
	streamr := mustPlan(t, ctx, chain, network, who[1].Address, deploy.DefaultParams(who[1].Address))
	if err := deploy.Deploy(ctx, chain.Client(), newSender(t, chain, who[1]), streamr, nil); err != nil {
		t.Fatal(err)
	}
	there := streamr.Network().Contracts
	network.Contracts.StreamRegistry = there.StreamRegistry
	network.Contracts.StreamStorageRegistry = there.StreamStorageRegistry
	network.Contracts.NodeRegistry = there.NodeRegistry

	params := deploy.DefaultParams(who[0].Address)
	plan := mustPlan(t, ctx, chain, network, who[0].Address, params)
	for _, step := range plan.Steps {
		if strings.Contains(step.Name, "Registry") {
			t.Errorf("the plan has %s", step.Name)
		}
	}
	if err := deploy.Deploy(ctx, chain.Client(), newSender(t, chain, who[0]), plan, nil); err != nil {
		t.Fatal(err)
	}
	found, err := deploy.Verify(ctx, chain.Client(), plan.Network(), params)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		// They are told apart from Streamr's by their code only, and have another owner.
		if !strings.HasSuffix(d.Contract, "Registry") || d.Got != who[1].Address.String() && d.Got != "false" {
			t.Errorf("deviation: %s", d)
		}
	}
	if len(found) != 4 {
		t.Errorf("%d deviations, want 4: three owners and one role", len(found))
	}
}

func TestPlansThatCannotBe(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	network, chain := emptyNetwork(t)
	good := deploy.DefaultParams(who[0].Address)

	for name, c := range map[string]struct {
		change func(*contracts.Network, *deploy.Params)
		want   string
	}{
		"other chain": {func(n *contracts.Network, _ *deploy.Params) { n.ChainID = 137 }, "the endpoint is of chain 424242, but test is chain 137"},
		"deployed":    {func(n *contracts.Network, _ *deploy.Params) { n.Contracts.LSAN = address(1) }, "deployed already on test: LSAN is at"},
		"no registry": {func(n *contracts.Network, _ *deploy.Params) { n.Contracts.StreamRegistry = address(1) }, "there is no StreamRegistry at"},
		"no feed":     {func(n *contracts.Network, _ *deploy.Params) { n.Contracts.PriceFeed = address(1) }, "there is no PriceFeed at"},
		"bad params":  {func(_ *contracts.Network, p *deploy.Params) { p.Owner = common.Address{} }, "owner is missing"},
		"bad stream path": {func(_ *contracts.Network, p *deploy.Params) {
			p.Streams = append(p.Streams[:1:1], deploy.SystemStream{"A", "/ö", "{}"})
		}, "try out the deployment of NodeManager: reverted"},
	} {
		n, p := network, good
		c.change(&n, &p)
		_, err := deploy.NewPlan(ctx, chain.Client(), n, who[0].Address, p)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
	plan := mustPlan(t, ctx, chain, network, who[0].Address, good)
	if err := deploy.Deploy(ctx, chain.Client(), newSender(t, chain, who[1]), plan, nil); err == nil || !strings.Contains(err.Error(), "the plan is one of") {
		t.Errorf("another sender: %v", err)
	}
	second := good
	second.Salt = "2"
	other := mustPlan(t, ctx, chain, network, who[0].Address, second)
	if a, b := other.Network().Contracts, plan.Network().Contracts; a.LSAN == b.LSAN || a.NodeManager == b.NodeManager {
		t.Error("another salt gives the same addresses")
	}
}

func TestPlanNeedsTheFactory(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	chain := startChain(t, testChainID, types.GenesisAlloc{deploy.Factory: {Balance: common.Big1}})
	_, err := deploy.NewPlan(ctx, chain.Client(), contracts.Network{Name: "test", ChainID: testChainID}, who[0].Address, deploy.DefaultParams(who[0].Address))
	if err == nil || !strings.Contains(err.Error(), "there is no factory for deterministic addresses") {
		t.Error(err)
	}
}

// Whoever watches the transactions gains nothing by copying them.
func TestNobodyElseCanDeployOrInitialize(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	network, chain := emptyNetwork(t)
	params := deploy.DefaultParams(who[0].Address)
	plan := mustPlan(t, ctx, chain, network, who[0].Address, params)
	if err := deploy.Deploy(ctx, chain.Client(), newSender(t, chain, who[0]), plan, nil); err != nil {
		t.Fatal(err)
	}
	a := plan.Network().Contracts
	stranger := newSender(t, chain, who[1])
	for name, call := range map[string]tx.Call{
		"deploy":                    {To: plan.Deployer, Data: contracts.NewDeployer().PackDeploy([32]byte{1}, a.LSAN, nil)},
		"initialize LSAN":           {To: a.LSAN, Data: contracts.NewLSAN().PackInitialize(who[1].Address, common.Big1, nil, nil)},
		"initialize NodeRegistry":   {To: a.NodeRegistry, Data: contracts.NewNodeRegistry().PackInitialize(who[1].Address, false, nil, nil)},
		"initialize QueryManager":   {To: a.QueryManager, Data: contracts.NewQueryManager().PackInitialize(who[1].Address, a.NodeManager, a.LSAN)},
		"initialize StreamRegistry": {To: a.StreamRegistry, Data: contracts.NewStreamRegistry().PackInitialize(who[1].Address, common.Address{}, common.Address{})},
	} {
		var reverted *tx.RevertError
		if _, err := stranger.Send(ctx, call); !errors.As(err, &reverted) {
			t.Errorf("%s by a stranger: %v", name, err)
		}
	}
}
