//go:build interop

package interop

import (
	"context"
	"maps"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
)

// TestNetworkOnStreamrContracts runs a part of the scenarios with Streamr's own stream
// registries, from their npm package, in the place of ours.
func TestNetworkOnStreamrContracts(t *testing.T) {
	l := startLab(t)
	l.Contracts = maps.Clone(l.Contracts)
	maps.Copy(l.Contracts, deployStreamrContracts(t, l))
	l.openOwner(t)
	for _, tp := range []topology{{official, official, official}, {ours, ours, official}, {ours, official, ours}} {
		t.Run(tp.String(), func(t *testing.T) {
			needs(t, tp.entry, tp.publisher, tp.subscribers)
			for _, s := range []scenario{
				{"partition keys", partitionKeys},
				{"encrypted, keys by RSA", func(t testing.TB, l *lab, tp topology) { encrypted(t, l, tp, false) }},
			} {
				t.Run(s.name, func(t *testing.T) {
					twice(t, func(t testing.TB) { s.run(t, l, tp) })
				})
			}
		})
	}
}

// deployStreamrContracts puts Streamr's contracts on the lab's chain and returns their
// addresses by our names.
func deployStreamrContracts(t *testing.T, l *lab) map[string]string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	client, err := ethclient.DialContext(ctx, l.RPC)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	key, err := crypto.HexToECDSA(strings.TrimPrefix(l.ownerKey, "0x"))
	if err != nil {
		t.Fatal(err)
	}
	auth := bind.NewKeyedTransactor(key, new(big.Int).SetUint64(l.ChainID))
	auth.Context = ctx
	deploy := func(file string, settings ...any) common.Address {
		t.Helper()
		at, tx, err := bind.DeployContract(auth, streamrCode(t, streamrArtifacts+file), client, nil)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if _, err := bind.WaitDeployed(ctx, client, tx.Hash()); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		parsed := readABI(t, streamrArtifacts+file)
		data, err := parsed.Pack("initialize", settings...)
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		if tx, err = bind.Transact(bind.NewBoundContract(at, parsed, client, client, client), auth, data); err != nil {
			t.Fatalf("%s: initialize: %v", file, err)
		}
		if receipt, err := bind.WaitMined(ctx, client, tx.Hash()); err != nil || receipt.Status != 1 {
			t.Fatalf("%s: initialize: %v, %+v", file, err, receipt)
		}
		return at
	}
	none := common.Address{}
	nodes := deploy("/NodeRegistry/NodeRegistry.sol/NodeRegistry.json", auth.From, false, []common.Address{}, []string{})
	registry := deploy("/StreamRegistry/StreamRegistryV5.sol/StreamRegistryV5.json", none, none)
	storage := deploy("/StreamStorageRegistry/StreamStorageRegistryV2.sol/StreamStorageRegistryV2.json", registry, nodes, none)
	return map[string]string{streams: registry.Hex(), storages: storage.Hex(), nodeList: nodes.Hex()}
}
