package deploy_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/deploy"
)

func devnet(t *testing.T) contracts.Network {
	t.Helper()
	n, err := contracts.Lookup("devnet")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

func TestDevnetIsSetUp(t *testing.T) {
	t.Parallel()
	ctx, network, who := testContext(t), devnet(t), accounts(t)
	alloc := types.GenesisAlloc{}
	owner := who[0]
	if err := deploy.Genesis(alloc, owner.Address); err != nil {
		t.Fatal(err)
	}
	chain := startChain(t, network.ChainID, alloc)
	params := deploy.DefaultParams(owner.Address)

	// Cut off after each transaction, it goes on where it was.
	total := 0
	for {
		sender := newSender(t, chain, owner)
		sender.limit = 1
		err := deploy.Initialize(ctx, chain.Client(), sender, network.Contracts, params)
		total += int(sender.sent.Load())
		if err == nil {
			break
		}
		if !errors.Is(err, errCut) {
			t.Fatal(err)
		}
	}
	if total != 11 {
		t.Errorf("%d transactions, want 11: eight initialisers and three managers", total)
	}
	sender := newSender(t, chain, owner)
	if err := deploy.Initialize(ctx, chain.Client(), sender, network.Contracts, params); err != nil {
		t.Fatal(err)
	}
	if n := sender.sent.Load(); n != 0 {
		t.Errorf("the second time sends %d transactions", n)
	}
	mustVerify(t, ctx, chain, network, params)
}

func TestSetUpRefusesWhatIsNotItsOwn(t *testing.T) {
	t.Parallel()
	ctx, network, who := testContext(t), devnet(t), accounts(t)
	alloc := types.GenesisAlloc{}
	if err := deploy.Genesis(alloc, who[0].Address); err != nil {
		t.Fatal(err)
	}
	chain := startChain(t, network.ChainID, alloc)

	err := deploy.Initialize(ctx, chain.Client(), newSender(t, chain, who[1]), network.Contracts, deploy.DefaultParams(who[0].Address))
	if !errors.Is(err, deploy.ErrNotOwner) {
		t.Errorf("by somebody else: %v", err)
	}
	other := network.Contracts
	other.QueryManager = address(9)
	err = deploy.Initialize(ctx, chain.Client(), newSender(t, chain, who[0]), other, deploy.DefaultParams(who[0].Address))
	if err == nil || !strings.Contains(err.Error(), "there is no QueryManager at") {
		t.Errorf("at a wrong address: %v", err)
	}
	// A stranger is faster.
	stranger := newSender(t, chain, who[1])
	if err := deploy.Initialize(ctx, chain.Client(), stranger, network.Contracts, deploy.DefaultParams(who[1].Address)); err == nil {
		t.Error("registries that were set up before by somebody else are accepted")
	} else if !strings.Contains(err.Error(), "set up by somebody else") {
		t.Error(err)
	}
}
