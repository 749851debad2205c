package contracts

import (
	"iter"
	"os"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Clients of Streamr's registries and of the original's contracts must not notice that
// they talk to ours.
func TestContractsHaveTheInterfaceThatClientsKnow(t *testing.T) {
	t.Parallel()
	for name, count := range map[string]int{"testdata/streamr-abi.txt": 73, "testdata/logstore-abi.txt": 135} {
		lines := 0
		for fields := range table(t, name) {
			lines++
			contract, kind, signature, want := fields[0], fields[1], fields[2], fields[3]
			if got := identify(t, contract, kind, signature); !strings.HasPrefix(got, want) {
				t.Errorf("%s: %s %s is %q, want %s", contract, kind, signature, got, want)
			}
		}
		if lines != count {
			t.Errorf("%s has %d lines, want %d", name, lines, count)
		}
	}
}

// table yields the lines of a file as their words.
func table(t *testing.T, name string) iter.Seq[[]string] {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func([]string) bool) {
		for line := range strings.Lines(string(content)) {
			if !strings.HasPrefix(line, "#") && !yield(strings.Fields(line)) {
				return
			}
		}
	}
}

// identify returns the selector or topic of what a contract has, "" if it has no such.
func identify(t *testing.T, contract, kind, signature string) string {
	t.Helper()
	a := abiOf(t, contract)
	if kind == "event" {
		for _, e := range a.Events {
			if e.Sig == signature {
				return e.ID.Hex()
			}
		}
		return ""
	}
	for _, m := range a.Methods {
		if m.Sig == signature {
			return hexutil.Encode(m.ID)
		}
	}
	return ""
}

func abiOf(t *testing.T, contract string) *abi.ABI {
	t.Helper()
	a, err := map[string]*bind.MetaData{
		"LSAN": &LSANMetaData, "NodeManager": &NodeManagerMetaData, "StoreManager": &StoreManagerMetaData,
		"QueryManager": &QueryManagerMetaData, "ReportManager": &ReportManagerMetaData,
		"StreamRegistry": &StreamRegistryMetaData, "StreamStorageRegistry": &StreamStorageRegistryMetaData, "NodeRegistry": &NodeRegistryMetaData,
	}[contract].ParseABI()
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// Filters of clients depend on which parameters are topics.
func TestEventsHaveTheTopicsThatClientsKnow(t *testing.T) {
	t.Parallel()
	indexed := func(e abi.Event) string {
		var names []string
		for _, in := range e.Inputs {
			if in.Indexed {
				names = append(names, in.Name)
			}
		}
		return strings.Join(names, " ")
	}
	for name, want := range map[string]string{
		"StreamRegistry StreamCreated": "", "StreamRegistry StreamUpdated": "", "StreamRegistry StreamDeleted": "",
		"StreamRegistry PermissionUpdated": "", "StreamRegistry PermissionUpdatedForUserId": "",
		"StreamStorageRegistry Added": "nodeAddress", "StreamStorageRegistry Removed": "nodeAddress",
		"NodeRegistry NodeUpdated": "nodeAddress isNew", "NodeRegistry NodeRemoved": "nodeAddress",
	} {
		contract, event, _ := strings.Cut(name, " ")
		if got := indexed(abiOf(t, contract).Events[event]); got != want {
			t.Errorf("%s: indexed are %q, want %q", name, got, want)
		}
	}
}
