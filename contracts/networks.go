package contracts

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
)

// ErrNotDeployed: a network's contracts, or some of them, have no known address.
var ErrNotDeployed = errors.New("not deployed yet")

// Addresses are the contracts of one network. The JSON keys are the fields' names; the
// zero address says that there is none.
type Addresses struct {
	LSAN          common.Address
	NodeManager   common.Address
	StoreManager  common.Address
	QueryManager  common.Address
	ReportManager common.Address
	// StreamRegistry, StreamStorageRegistry and NodeRegistry are Streamr's, or ours with
	// the same interface where there are none. NodeRegistry lists storage nodes.
	StreamRegistry        common.Address
	StreamStorageRegistry common.Address
	NodeRegistry          common.Address
	// PriceFeed is an [AggregatorV3] with the price of one native coin in US dollars.
	PriceFeed common.Address
}

// Named is one contract of a network.
type Named struct {
	Name    string
	Address common.Address
}

// All lists the contracts by name, in the order of the fields.
func (a Addresses) All() []Named {
	var all []Named
	for _, f := range a.fields() {
		all = append(all, Named{f.name, *f.address})
	}
	return all
}

// Set changes the address of the contract with that name.
func (a *Addresses) Set(name string, address common.Address) error {
	var names []string
	for _, f := range a.fields() {
		if f.name == name {
			*f.address = address
			return nil
		}
		names = append(names, f.name)
	}
	return fmt.Errorf("there is no contract %q: use one of %s", name, strings.Join(names, ", "))
}

// Missing names the contracts without address.
func (a Addresses) Missing() []string {
	var missing []string
	for _, c := range a.All() {
		if c.Address == (common.Address{}) {
			missing = append(missing, c.Name)
		}
	}
	return missing
}

type field struct {
	name    string
	address *common.Address
}

func (a *Addresses) fields() []field {
	return []field{
		{"LSAN", &a.LSAN},
		{"NodeManager", &a.NodeManager},
		{"StoreManager", &a.StoreManager},
		{"QueryManager", &a.QueryManager},
		{"ReportManager", &a.ReportManager},
		{"StreamRegistry", &a.StreamRegistry},
		{"StreamStorageRegistry", &a.StreamStorageRegistry},
		{"NodeRegistry", &a.NodeRegistry},
		{"PriceFeed", &a.PriceFeed},
	}
}

// Network is a chain and what stands on it.
type Network struct {
	Name    string `json:"name"`
	ChainID uint64 `json:"chainId"`
	// RPC are JSON-RPC endpoints to use when the user names none.
	RPC []string `json:"rpc"`
	// Explorer is a web site that shows transactions, "" if there is none.
	Explorer string `json:"explorer,omitempty"`
	// StartBlock is a block before all events of the contracts, 0 if none is known.
	StartBlock uint64    `json:"startBlock"`
	Contracts  Addresses `json:"contracts"`
}

//go:embed networks.json
var networksJSON []byte

// Networks lists the known networks.
func Networks() []Network {
	networks, err := parseNetworks(networksJSON)
	if err != nil {
		panic(err) // the embedded file is tested
	}
	return networks
}

// Lookup finds a network by its name.
func Lookup(name string) (Network, error) {
	var names []string
	for _, n := range Networks() {
		if n.Name == name {
			return n, nil
		}
		names = append(names, n.Name)
	}
	return Network{}, fmt.Errorf("there is no network %q: use one of %s", name, strings.Join(names, ", "))
}

// Override puts the user's settings above the known ones: endpoints, if there are any,
// and addresses of contracts in the form Name=0x….
func (n *Network) Override(rpc, addresses []string) error {
	if len(rpc) > 0 {
		n.RPC = slices.Clone(rpc)
	}
	for _, text := range addresses {
		name, hex, ok := strings.Cut(text, "=")
		if !ok || !common.IsHexAddress(hex) {
			return fmt.Errorf("contract address %q: want Name=0x… with 40 hex digits, for example LSAN=0x…", text)
		}
		if err := n.Contracts.Set(name, common.HexToAddress(hex)); err != nil {
			return fmt.Errorf("contract address %q: %w", text, err)
		}
	}
	return nil
}

// Complete says what a node needs that the network does not have: endpoints, or
// contracts, which is an [ErrNotDeployed].
func (n Network) Complete() error {
	if len(n.RPC) == 0 {
		return fmt.Errorf("no JSON-RPC endpoint is known for %s: name one in chain.rpc", n.Name)
	}
	missing := n.Contracts.Missing()
	if len(missing) == 0 {
		return nil
	}
	return fmt.Errorf("%s: %w on %s: deploy with `logstore contracts deploy --network %s` and put the addresses in chain.contracts",
		strings.Join(missing, ", "), ErrNotDeployed, n.Name, n.Name)
}

func parseNetworks(raw []byte) ([]Network, error) {
	var networks []Network
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&networks); err != nil {
		return nil, fmt.Errorf("networks.json: %w", err)
	}
	names, ids := map[string]bool{}, map[uint64]bool{}
	for _, n := range networks {
		if err := n.validate(); err != nil {
			return nil, fmt.Errorf("networks.json: network %q: %w", n.Name, err)
		}
		if names[n.Name] || ids[n.ChainID] {
			return nil, fmt.Errorf("networks.json: network %q: name or chain id is that of another network", n.Name)
		}
		names[n.Name], ids[n.ChainID] = true, true
	}
	return networks, nil
}

func (n Network) validate() error {
	if n.Name == "" || strings.Trim(n.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return errors.New("the name must have small letters, digits and hyphens only")
	}
	if n.ChainID == 0 {
		return errors.New("chainId is missing")
	}
	for _, text := range n.RPC {
		if u, err := url.Parse(text); err != nil || u.Host == "" || !slices.Contains([]string{"http", "https", "ws", "wss"}, u.Scheme) {
			return fmt.Errorf("rpc %q is no http(s) or ws(s) address", text)
		}
	}
	if u, err := url.Parse(n.Explorer); err != nil || n.Explorer != "" && u.Scheme != "https" {
		return fmt.Errorf("explorer %q is no https address", n.Explorer)
	}
	seen := map[common.Address]string{}
	for _, c := range n.Contracts.All() {
		if c.Address == (common.Address{}) {
			continue
		}
		if other := seen[c.Address]; other != "" {
			return fmt.Errorf("%s and %s have the same address", other, c.Name)
		}
		seen[c.Address] = c.Name
	}
	return nil
}
