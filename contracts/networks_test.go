package contracts

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
)

func TestNetworksAreAsKnown(t *testing.T) {
	t.Parallel()
	ids := map[string]uint64{}
	for _, n := range Networks() {
		ids[n.Name] = n.ChainID
	}
	if want := (map[string]uint64{"devnet": 31337, "polygon": 137, "amoy": 80002}); !reflect.DeepEqual(ids, want) {
		t.Errorf("networks %v, want %v", ids, want)
	}
	devnet, err := Lookup("devnet")
	if err != nil {
		t.Fatal(err)
	}
	if err := devnet.Complete(); err != nil {
		t.Errorf("the devnet is not complete: %v", err)
	}
	// Clients of the original have these built in for chain 31337.
	if got, want := devnet.Contracts.StoreManager, common.HexToAddress("0x29DAE06145698A4Af8D54B91D0c6391C4B28102E"); got != want {
		t.Errorf("store manager of the devnet at %s, want %s", got, want)
	}
}

// A mistyped address in the file would cost money; checksums find it.
func TestNetworkAddressesHaveChecksums(t *testing.T) {
	t.Parallel()
	var networks []struct{ Contracts map[string]string }
	if err := json.Unmarshal(networksJSON, &networks); err != nil {
		t.Fatal(err)
	}
	for _, n := range networks {
		for name, text := range n.Contracts {
			if want := common.HexToAddress(text).Hex(); text != want {
				t.Errorf("%s is %s, with checksum %s", name, text, want)
			}
		}
	}
}

func TestNetworkWithoutContractsSaysWhatToDo(t *testing.T) {
	t.Parallel()
	n, err := Lookup("polygon")
	if err != nil {
		t.Fatal(err)
	}
	err = n.Complete()
	if !errors.Is(err, ErrNotDeployed) || !strings.Contains(err.Error(), "logstore contracts deploy --network polygon") {
		t.Errorf("without contracts: %v", err)
	}
	if strings.Contains(err.Error(), "StreamRegistry") {
		t.Errorf("Streamr's registries are on polygon: %v", err)
	}
	var given []string
	for i, name := range n.Contracts.Missing() {
		given = append(given, name+"="+common.Address{1, byte(i)}.Hex())
	}
	if err := n.Override(nil, given); err != nil {
		t.Fatal(err)
	}
	if err := n.Complete(); err != nil {
		t.Errorf("with all contracts: %v", err)
	}
	n.RPC = nil
	if err := n.Complete(); err == nil || !strings.Contains(err.Error(), "chain.rpc") {
		t.Errorf("without endpoint: %v", err)
	}
	if err := n.Override([]string{"https://rpc.example"}, nil); err != nil {
		t.Fatal(err)
	}
	if err := n.Complete(); err != nil || n.RPC[0] != "https://rpc.example" {
		t.Errorf("with an endpoint of the user's: %v", err)
	}
}

func TestOverridesThatMeanNothingAreRefused(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"LSAN", "LSAN=", "LSAN=0x12", "lsan=0x813cb73aaEcBE7df1879B454fDa23Ef3d979D22a", "Other=0x813cb73aaEcBE7df1879B454fDa23Ef3d979D22a"} {
		n, err := Lookup("devnet")
		if err != nil {
			t.Fatal(err)
		}
		if err := n.Override(nil, []string{text}); err == nil {
			t.Errorf("%q is accepted", text)
		}
	}
	if _, err := Lookup("mainnet"); err == nil || !strings.Contains(err.Error(), "devnet, polygon, amoy") {
		t.Errorf("unknown network: %v", err)
	}
}

func TestBadNetworkFilesAreRefused(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"not JSON":      `[`,
		"unknown field": `[{"name":"a","chainId":1,"colour":"red"}]`,
		"no name":       `[{"chainId":1}]`,
		"odd name":      `[{"name":"A b","chainId":1}]`,
		"no chain":      `[{"name":"a"}]`,
		"same name":     `[{"name":"a","chainId":1},{"name":"a","chainId":2}]`,
		"same chain":    `[{"name":"a","chainId":1},{"name":"b","chainId":1}]`,
		"endpoint":      `[{"name":"a","chainId":1,"rpc":["ftp://x"]}]`,
		"explorer":      `[{"name":"a","chainId":1,"explorer":"http://x"}]`,
		"unknown name":  `[{"name":"a","chainId":1,"contracts":{"Other":"0x813cb73aaEcBE7df1879B454fDa23Ef3d979D22a"}}]`,
		"short address": `[{"name":"a","chainId":1,"contracts":{"LSAN":"0x12"}}]`,
		"same address":  `[{"name":"a","chainId":1,"contracts":{"LSAN":"0x813cb73aaEcBE7df1879B454fDa23Ef3d979D22a","PriceFeed":"0x813cb73aaEcBE7df1879B454fDa23Ef3d979D22a"}}]`,
		"no list":       `{"name":"a","chainId":1}`,
	} {
		if _, err := parseNetworks([]byte(text)); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	good := `[{"name":"a","chainId":1,"rpc":["ws://x:1"],"explorer":"https://x","contracts":{"LSAN":"0x813cb73aaEcBE7df1879B454fDa23Ef3d979D22a"}}]`
	if _, err := parseNetworks([]byte(good)); err != nil {
		t.Errorf("good: %v", err)
	}
}

// Every field can be named by the user, by the name that JSON gives it.
func TestAddressesByName(t *testing.T) {
	t.Parallel()
	var a Addresses
	fields := reflect.TypeFor[Addresses]()
	if len(a.All()) != fields.NumField() || len(a.Missing()) != fields.NumField() {
		t.Fatalf("%d names for %d fields", len(a.All()), fields.NumField())
	}
	for i, c := range a.All() {
		if c.Name != fields.Field(i).Name {
			t.Errorf("field %d is called %s, want %s", i, c.Name, fields.Field(i).Name)
		}
		want := common.Address{byte(i + 1)}
		if err := a.Set(c.Name, want); err != nil {
			t.Error(err)
		}
		if got := reflect.ValueOf(a).Field(i).Interface(); got != want {
			t.Errorf("%s is %s, want %s", c.Name, got, want)
		}
	}
}
