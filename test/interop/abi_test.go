//go:build interop

package interop

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	"github.com/logstore/logstore/contracts"
)

const (
	logsnArtifacts   = "original/node_modules/@logsn/contracts/artifacts/src"
	streamrArtifacts = "streamr/node_modules/streamr-contract-artifacts/dist/artifacts/contracts"
)

// What the originals offer and ours does not, and why.
const (
	settlement = "accepting and executing usage reports comes with settlement"
	setUp      = "is called once, by who deploys; ours need other things"
	unused     = "no client calls it"
)

// openZeppelin4 are events of the proxies' library, whose next version, which ours are
// made with, does not have them or has them in another form. No client listens to them.
var openZeppelin4 = map[string]bool{
	"event AdminChanged(address,address)": true, "event BeaconUpgraded(address)": true, "event Initialized(uint8)": true,
}

// Every function and event of the original contracts is in ours with the same selector or
// topic, and gives and takes the same types: what was compiled against the originals
// calls ours, and understands it.
func TestOriginalInterfaces(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		artifact string
		ours     *bind.MetaData
		missing  map[string]string // signature → reason
	}{
		{logsnArtifacts + "/alpha/Token.sol/LSAN.json", &contracts.LSANMetaData, nil},
		{logsnArtifacts + "/NodeManager.sol/LogStoreNodeManager.json", &contracts.NodeManagerMetaData, map[string]string{
			"function processReport(string)": settlement, "event ReportProcessed(string)": settlement,
		}},
		{logsnArtifacts + "/StoreManager.sol/LogStoreManager.json", &contracts.StoreManagerMetaData, nil},
		{logsnArtifacts + "/QueryManager.sol/LogStoreQueryManager.json", &contracts.QueryManagerMetaData, nil},
		{logsnArtifacts + "/ReportManager.sol/LogStoreReportManager.json", &contracts.ReportManagerMetaData, map[string]string{
			"function report(string,uint256,string[],uint256[],uint256[],address[],uint256[],uint256[],address[],int256[],address[],address[][],int256[][],int256,address[],uint256[],bytes[])": settlement,
			"function getReport(string)":                settlement,
			"function getLastReport()":                  settlement,
			"function getProofOfReport(string)":         settlement,
			"function processReport(string)":            settlement,
			"function canReport(uint256[])":             settlement,
			"function aggregateTimestamps(uint256[])":   settlement,
			"function quorumIsMet(address[],address[])": settlement,
			"function reputationOf(address)":            settlement,
			"event ReportAccepted(string)":              settlement,
		}},
		{streamrArtifacts + "/StreamRegistry/StreamRegistryV5.sol/StreamRegistryV5.json", &contracts.StreamRegistryMetaData, map[string]string{
			"function initialize(address,address)": setUp, "function addressToString(address)": unused, "function MAX_INT()": unused,
		}},
		{streamrArtifacts + "/StreamStorageRegistry/StreamStorageRegistryV2.sol/StreamStorageRegistryV2.json", &contracts.StreamStorageRegistryMetaData, map[string]string{
			"function initialize(address,address,address)": setUp,
		}},
		{streamrArtifacts + "/NodeRegistry/NodeRegistry.sol/NodeRegistry.json", &contracts.NodeRegistryMetaData, nil},
	} {
		name := strings.TrimSuffix(filepath.Base(c.artifact), ".json")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			theirs, ours := readABI(t, c.artifact), parseABI(t, c.ours)
			has := describe(ours)
			for sig, want := range describe(theirs) {
				got, ok := has[sig]
				reason, excused := c.missing[sig]
				if openZeppelin4[sig] {
					continue
				}
				// Who expects nothing back does not look at what comes.
				if before, ok := strings.CutSuffix(want, " returns ()"); ok && strings.HasPrefix(got, before+" returns (") {
					want = got
				}
				switch {
				case !ok && !excused:
					t.Errorf("%s is missing", sig)
				case ok && excused:
					t.Errorf("%s is there now: take it out of the list of what is not, where it says %q", sig, reason)
				case ok && got != want:
					t.Errorf("%s is %q, the original's is %q", sig, got, want)
				}
			}
			for sig := range c.missing {
				if _, ok := describe(theirs)[sig]; !ok {
					t.Errorf("%s is not of the original", sig)
				}
			}
		})
	}
}

func readABI(t *testing.T, file string) abi.ABI {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run the tests with \"make interop\"", err)
	}
	var artifact struct{ ABI json.RawMessage }
	if err := json.Unmarshal(raw, &artifact); err != nil {
		t.Fatal(err)
	}
	parsed, err := abi.JSON(strings.NewReader(string(artifact.ABI)))
	if err != nil {
		t.Fatal(err)
	}
	return parsed
}

func parseABI(t *testing.T, m *bind.MetaData) abi.ABI {
	t.Helper()
	parsed, err := m.ParseABI()
	if err != nil {
		t.Fatal(err)
	}
	return *parsed
}

// describe maps what a contract offers to what a caller has to know of it besides.
func describe(a abi.ABI) map[string]string {
	all := make(map[string]string)
	for _, m := range a.Methods {
		var out []string
		for _, o := range m.Outputs {
			out = append(out, o.Type.String())
		}
		mutability := m.StateMutability
		if mutability == "pure" {
			mutability = "view" // is the same to a caller
		}
		all["function "+m.Sig] = fmt.Sprintf("%x %s returns (%s)", m.ID, mutability, strings.Join(out, ","))
	}
	for _, e := range a.Events {
		var indexed []string
		for _, in := range e.Inputs {
			indexed = append(indexed, fmt.Sprint(in.Indexed))
		}
		all["event "+e.Sig] = fmt.Sprintf("%x indexed (%s)", e.ID, strings.Join(indexed, ","))
	}
	return all
}
