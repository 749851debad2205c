package deploy

import (
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"

	"github.com/logstore/logstore/contracts"
)

// Factory puts contracts at addresses that depend on their creation code only. It has
// the same address on all public chains (EIP-7997).
var Factory = params.DeterministicFactoryAddress

// part is one of the contracts that stand behind proxies.
type part struct {
	name     string // as in contracts.Addresses
	creation []byte // of the implementation
	// streamr: there is one already on networks that have Streamr.
	streamr bool
	// calls sets the contract up and gives it to its owner. by is who calls.
	calls func(s setup, by common.Address) []call
}

// setup is what calls depend on.
type setup struct {
	contracts.Addresses
	Params
}

// parts lists the contracts in an order in which they can be set up.
func parts() []part {
	return []part{
		{"StreamRegistry", common.FromHex(contracts.StreamRegistryMetaData.Bin), true, streamRegistryCalls},
		{"NodeRegistry", common.FromHex(contracts.NodeRegistryMetaData.Bin), true, nodeRegistryCalls},
		{"StreamStorageRegistry", common.FromHex(contracts.StreamStorageRegistryMetaData.Bin), true, streamStorageRegistryCalls},
		{"LSAN", common.FromHex(contracts.LSANMetaData.Bin), false, tokenCalls},
		{"StoreManager", common.FromHex(contracts.StoreManagerMetaData.Bin), false, storeManagerCalls},
		{"QueryManager", common.FromHex(contracts.QueryManagerMetaData.Bin), false, queryManagerCalls},
		{"ReportManager", common.FromHex(contracts.ReportManagerMetaData.Bin), false, reportManagerCalls},
		{"NodeManager", common.FromHex(contracts.NodeManagerMetaData.Bin), false, nodeManagerCalls},
	}
}

// of finds the address of the contract with that name.
func of(a contracts.Addresses, name string) common.Address {
	for _, c := range a.All() {
		if c.Name == name {
			return c.Address
		}
	}
	panic("no contract " + name) // names are those of parts
}

// implementationAddress is where the factory puts an implementation.
func implementationAddress(creation []byte) common.Address {
	return crypto.CreateAddress2(Factory, implementationSalt, crypto.Keccak256(creation))
}

var implementationSalt = [32]byte(crypto.Keccak256([]byte("logstore implementation")))

func proxyCreation(implementation common.Address) []byte {
	return append(common.FromHex(contracts.BareProxyMetaData.Bin), contracts.NewBareProxy().PackConstructor(implementation)...)
}
