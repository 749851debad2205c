package wallet_test

import (
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/chain/wallet"
)

// send makes a transaction that the wallet has no operation for.
func send(t *testing.T, cfg wallet.Config, to common.Address, data []byte) {
	t.Helper()
	r, err := cfg.Sender.Send(testContext(t), tx.Call{To: to, Data: data, What: t.Name()})
	if err != nil || r.Status != types.ReceiptStatusSuccessful {
		t.Fatalf("%+v, %v", r, err)
	}
}

func TestStorageNodes(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	user, other := configFor(t, chain, chain.User), configFor(t, chain, chain.Other)
	w := open(t, user)
	stream, _, err := w.CreateStream(testContext(t), "/weather", "", 0)
	if err != nil {
		t.Fatal(err)
	}
	nodes, assign := contracts.NewNodeRegistry(), contracts.NewStreamStorageRegistry()
	send(t, user, chain.Network.Contracts.NodeRegistry, nodes.PackCreateOrUpdateNodeSelf(`{"urls":["https://one.example","ftp://x","https://two.example/s"]}`))
	send(t, other, chain.Network.Contracts.NodeRegistry, nodes.PackCreateOrUpdateNodeSelf(`{"http":"http://other.example:7771"}`))
	if got, err := w.StorageNodes(testContext(t), stream); err != nil || len(got) != 0 {
		t.Fatalf("before the assignment: %v, %v", got, err)
	}
	send(t, user, chain.Network.Contracts.StreamStorageRegistry, assign.PackAddStorageNode(string(stream), chain.User.Address))
	got, err := w.StorageNodes(testContext(t), stream)
	if err != nil || len(got) != 1 || got[0].Address != chain.User.Address || !slices.Equal(got[0].URLs, []string{"https://one.example", "https://two.example/s"}) {
		t.Errorf("one assigned: %v, %v", got, err)
	}
	send(t, user, chain.Network.Contracts.StreamStorageRegistry, assign.PackAddStorageNode(string(stream), chain.Other.Address))
	got, err = w.StorageNodes(testContext(t), stream)
	if err != nil || len(got) != 2 || !slices.ContainsFunc(got, func(n wallet.StorageNode) bool { return slices.Equal(n.URLs, []string{"http://other.example:7771"}) }) {
		t.Errorf("two assigned: %v, %v", got, err)
	}
	if got, err := w.StorageNodes(testContext(t), stream+"/none"); err != nil || len(got) != 0 {
		t.Errorf("no such stream: %v, %v", got, err)
	}
}

// signatureContract is the creation code of a contract that answers isValidSignature with
// the signature's first word: a signature says itself whether it is valid.
var signatureContract = common.FromHex("0x" +
	"600b600c600039600b6000f3" + // returns what follows as the contract's code
	"606435" + "600052" + "60206000f3") // memory[0] = calldata[4+3*32]; return memory[0]

func TestIsValidSignature(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	cfg := configFor(t, chain, chain.User)
	w := open(t, cfg)
	ctx := testContext(t)
	r, err := cfg.Sender.Send(ctx, tx.Call{Create: true, Data: signatureContract, What: "make a contract"})
	if err != nil {
		t.Fatal(err)
	}
	digest := [32]byte{1, 2, 3}
	yes := make([]byte, 65)
	copy(yes, []byte{0x16, 0x26, 0xba, 0x7e})
	for name, c := range map[string]struct {
		account   common.Address
		signature []byte
		want      bool
	}{
		"valid":       {r.ContractAddress, yes, true},
		"invalid":     {r.ContractAddress, make([]byte, 65), false},
		"no contract": {chain.Other.Address, yes, false},
		"refuses":     {chain.Network.Contracts.StreamRegistry, yes, false},
	} {
		if got, err := w.IsValidSignature(ctx, c.account, digest, c.signature); err != nil || got != c.want {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}
