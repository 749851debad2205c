package deploy_test

import (
	"context"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/deploy"
)

func TestVerifyFindsWhatIsWrong(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	network, chain := emptyNetwork(t)
	owner, stranger := who[0].Address, who[1].Address
	params := deploy.DefaultParams(owner)
	plan := mustPlan(t, ctx, chain, network, owner, params)
	sender := newSender(t, chain, who[0])
	if err := deploy.Deploy(ctx, chain.Client(), sender, plan, nil); err != nil {
		t.Fatal(err)
	}
	network = plan.Network()
	a := network.Contracts
	mustVerify(t, ctx, chain, network, params)

	token, nodes, query := contracts.NewLSAN(), contracts.NewNodeManager(), contracts.NewQueryManager()
	store, report := contracts.NewStoreManager(), contracts.NewReportManager()
	streams := contracts.NewStreamRegistry()
	// The address of an implementation that the plan has put there.
	var otherCode common.Address
	for _, s := range plan.Steps {
		if s.Name == "QueryManager implementation" {
			otherCode = s.Address
		}
	}
	// Each change adds its deviations to those before.
	for _, c := range []struct {
		to   common.Address
		data []byte
		want []string
	}{
		{a.LSAN, token.PackSetWeiPerByte(big.NewInt(7)), []string{"LSAN: weiPerByte is 7, want 1000000000"}},
		{a.LSAN, token.PackSetSafeAddress(stranger), []string{"LSAN: SAFE_ADDRESS is " + stranger.String()}},
		{a.LSAN, token.PackGrantRole(3, stranger), []string{"LSAN: adminCount is 2, want 1"}},
		{a.LSAN, token.PackAddBlacklist(a.NodeManager), []string{"LSAN: isPermitted (anybody, NodeManager) is false"}},
		{a.LSAN, token.PackPause(), []string{"LSAN: paused is true"}},
		{a.LSAN, token.PackRenounceRole(owner), []string{"LSAN: role of " + owner.String() + " is 0, want 3", "-adminCount"}},
		{a.NodeManager, nodes.PackRegisterStoreManager(stranger), []string{"NodeManager: storeManager is " + stranger.String()}},
		{a.NodeManager, nodes.PackSetUnbondingPeriod(big.NewInt(60)), []string{"NodeManager: unbondingPeriod is 60, want 604800"}},
		{a.NodeManager, nodes.PackSetRequiresWhitelist(true), []string{"NodeManager: requiresWhitelist is true"}},
		{a.NodeManager, nodes.PackDeleteStream("LOGSTORE_TOPICS_STREAM"), []string{
			"NodeManager: system streams is", `NodeManager: path of LOGSTORE_TOPICS_STREAM is ""`, "StreamRegistry: everybody's permission to subscribe to",
		}},
		{a.StoreManager, store.PackSetParent(stranger), []string{"StoreManager: parent is " + stranger.String()}},
		{a.ReportManager, report.PackSetReportTimeBuffer(big.NewInt(1)), []string{"ReportManager: reportTimeBuffer is 1, want 60000"}},
		{a.StreamRegistry, streams.PackRenounceRole([32]byte{}, owner), []string{"StreamRegistry: hasRole (DEFAULT_ADMIN_ROLE, owner) is false"}},
		{a.QueryManager, query.PackTransferOwnership(stranger), []string{"QueryManager: owner is " + stranger.String() + ", want " + owner.String()}},
		{a.ReportManager, report.PackUpgradeTo(otherCode), []string{"ReportManager: the implementation at " + otherCode.String() + " is other code", "ReportManager: reportTimeBuffer is not to be had", "-reportTimeBuffer is 1"}},
	} {
		if _, err := sender.Send(ctx, tx.Call{To: c.to, Data: c.data}); err != nil {
			t.Fatal(err)
		}
		found := verify(t, ctx, chain.Client(), network, params)
		for _, want := range c.want {
			absent, isAbsent := strings.CutPrefix(want, "-")
			if isAbsent == strings.Contains(found, absent) || !isAbsent && !strings.Contains(found, want) {
				t.Errorf("want %q in the deviations:\n%s", want, found)
			}
		}
	}
}

func verify(t *testing.T, ctx context.Context, c deploy.Chain, n contracts.Network, p deploy.Params) string {
	t.Helper()
	found, err := deploy.Verify(ctx, c, n, p)
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, d := range found {
		text.WriteString(d.String() + "\n")
	}
	return text.String()
}

// Addresses that were mixed up, or are of another network.
func TestVerifyOfOtherContracts(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	network, chain := emptyNetwork(t)
	params := deploy.DefaultParams(who[0].Address)

	text := verify(t, ctx, chain.Client(), network, params)
	for _, name := range []string{"LSAN", "NodeManager", "StreamRegistry", "NodeRegistry"} {
		if !strings.Contains(text, name+": the contract is missing at 0x") {
			t.Errorf("%s is not missed:\n%s", name, text)
		}
	}
	plan := mustPlan(t, ctx, chain, network, who[0].Address, params)
	if err := deploy.Deploy(ctx, chain.Client(), newSender(t, chain, who[0]), plan, nil); err != nil {
		t.Fatal(err)
	}
	network = plan.Network()
	a := &network.Contracts
	a.StoreManager, a.QueryManager = a.QueryManager, a.StoreManager
	a.NodeRegistry = a.PriceFeed
	a.LSAN = deploy.Factory
	a.PriceFeed = common.Address{}
	text = verify(t, ctx, chain.Client(), network, params)
	for _, want := range []string{
		"StoreManager: the implementation at", "StoreManager: its stream registry is " + (common.Address{}).String(),
		"QueryManager: the implementation at",
		"NodeManager: storeManager is", "NodeManager: queryManager is", "NodeManager: stakeTokenAddress is",
		"NodeRegistry: nodeCount is not to be had", "StreamStorageRegistry: nodeRegistry is",
		"LSAN: the code at " + deploy.Factory.String() + " is another contract", "PriceFeed: the contract is not known",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("want %q in the deviations:\n%s", want, text)
		}
	}
	network.ChainID++
	if _, err := deploy.Verify(ctx, chain.Client(), network, params); err == nil {
		t.Error("the wrong chain is accepted")
	}
}

// An implementation may stand anywhere: its own address is in its code.
func TestVerifyFollowsImplementations(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	network, chain := emptyNetwork(t)
	params := deploy.DefaultParams(who[0].Address)
	plan := mustPlan(t, ctx, chain, network, who[0].Address, params)
	sender := newSender(t, chain, who[0])
	if err := deploy.Deploy(ctx, chain.Client(), sender, plan, nil); err != nil {
		t.Fatal(err)
	}
	receipt, err := sender.Send(ctx, tx.Call{Create: true, Data: common.FromHex(contracts.QueryManagerMetaData.Bin)})
	if err != nil {
		t.Fatal(err)
	}
	proxy := plan.Network().Contracts.QueryManager
	if _, err := sender.Send(ctx, tx.Call{To: proxy, Data: contracts.NewQueryManager().PackUpgradeTo(receipt.ContractAddress)}); err != nil {
		t.Fatal(err)
	}
	mustVerify(t, ctx, chain, plan.Network(), params)
}

func TestVerifyTellsWhenTheChainCannotBeRead(t *testing.T) {
	t.Parallel()
	ctx, who := testContext(t), accounts(t)
	network, chain := emptyNetwork(t)
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := deploy.Verify(ended, chain.Client(), network, deploy.DefaultParams(who[0].Address)); err == nil {
		t.Error("no error")
	}
}
