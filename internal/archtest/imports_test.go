package archtest

import (
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// allowed says which packages of the project each package may import. A pattern
// that ends in /... stands for a folder with everything below it, "." for the SDK
// in the module's root. A package that is not listed here fails the test: decide
// where it belongs.
//
// The order is the way of the data: api → ingest → store, and message below
// everything. Nothing imports what stands above it.
var allowed = map[string][]string{
	// Verification: usable alone, by anybody.
	"message":              {"message/internal/..."},
	"message/internal/...": {},
	"proof":                {"message"},
	// The SDK: what a user's program imports; nothing of the server.
	".": {"message", "proof", "contracts", "internal/groupkeys", "internal/keys", "internal/order", "internal/schema", "internal/units", "internal/chain/rpcpool", "internal/chain/tx", "internal/chain/wallet",
		"internal/streamr/node", "internal/streamr/delivery", "internal/streamr/loop", "internal/streamr/wire"},

	// Leaves without any knowledge of the rest.
	"internal/schema":    {},
	"internal/units":     {},
	"internal/sample":    {},
	"internal/archtest":  {},
	"internal/keys":      {"message"},
	"internal/groupkeys": {"message"},
	"internal/plugins":   {"message"},
	"internal/order":     {"message"},
	"internal/format":    {"message"},
	"internal/config":    {"message", "internal/schema"},

	// The devnet's parts: each stands for an outside system, and knows nothing of us.
	"internal/devnet/devchain": {},
	// The devnet itself runs what a production network runs.
	"internal/devnet": {"message", "contracts", "internal/..."},

	// The contracts, as the programs know them.
	"contracts":              {},
	"contracts/internal/...": {"contracts/internal/..."},

	// The way to the chain.
	"internal/chain/rpcpool":     {},
	"internal/chain/rpcpool/...": {},
	"internal/chain/tx":          {"message"},
	"internal/deploy":            {"contracts", "internal/chain/tx", "internal/devnet/devchain"},
	"internal/chain":             {"message", "contracts"},
	// One account and what it can do.
	"internal/chain/wallet": {"message", "contracts", "internal/units", "internal/chain/rpcpool", "internal/chain/tx"},

	// Storage.
	"internal/store":           {"message"},
	"internal/store/storetest": {"message", "internal/store"},
	"internal/store/...":       {"message", "internal/store"},
	"internal/timetree":        {"message", "proof", "internal/store"},

	// The Streamr network, from the wire up. Each layer knows those above it in this list.
	"internal/streamr/wire":          {},
	"internal/streamr/loop":          {},
	"internal/streamr/transport":     {"internal/streamr/wire", "internal/streamr/loop"},
	"internal/streamr/transport/...": {"internal/streamr/wire", "internal/streamr/loop", "internal/streamr/transport"},
	"internal/streamr/rpc":           {"internal/streamr/wire", "internal/streamr/loop", "internal/streamr/transport"},
	"internal/streamr/connection":    {"message", "internal/streamr/wire", "internal/streamr/loop", "internal/streamr/transport", "internal/streamr/rpc", "internal/streamr/transport/..."},
	"internal/streamr/dht":           {"internal/streamr/wire", "internal/streamr/loop", "internal/streamr/transport", "internal/streamr/rpc"},
	"internal/streamr/delivery":      {"message", "internal/streamr/wire", "internal/streamr/loop", "internal/streamr/transport", "internal/streamr/rpc", "internal/streamr/dht"},
	"internal/streamr/node":          {"message", "internal/streamr/..."},
	"internal/streamr/node/...":      {"internal/streamr/node"},
	"internal/streamr/sim":           {"message", "internal/streamr/..."},

	// What may come in.
	"internal/streams": {"message", "internal/schema", "internal/store"},
	"internal/ingest":  {"message", "internal/schema", "internal/store", "internal/streams"},
	// The same questions, answered by the chain.
	"internal/streams/onchain": {"message", "internal/schema", "internal/streams", "internal/chain"},

	// What the world sees.
	"internal/graph": {"message", "internal/chain"},
	"internal/api":   {"message", "proof", "internal/timetree", "internal/format", "internal/ingest", "internal/keys", "internal/schema", "internal/store", "internal/streams"},

	// A broker owns its parts and wires them.
	"internal/broker": {"message", "proof", "contracts", "internal/..."},

	// A whole node inside a test, and its likes: never part of a program, see below.
	"internal/nodetest": {"message", "internal/..."},
	// A chain inside a test, with the contracts.
	"internal/chaintest": {"message", "contracts", "internal/chain/tx", "internal/deploy", "internal/devnet/devchain"},

	// Programs that use the others from outside.
	"internal/noderun": {},
	"internal/devices": {"message", ".", "internal/plugins"},
	"internal/demo":    {"message", "proof", ".", "internal/sample", "internal/keys", "internal/noderun"},

	// Programs wire; nothing imports them.
	"cmd/...":           {"message", "proof", ".", "contracts", "internal/...", "cmd/..."},
	"bench":             {"message", "proof", ".", "internal/..."},
	"bench/...":         {"message", "proof", ".", "internal/..."},
	"test/interop":      {"message", "proof", ".", "contracts", "internal/noderun"},
	"test/interop/peer": {"message", "."},
}

// external says which packages besides the standard library and their own the
// verification packages may import, and what for.
var external = map[string][]string{
	"message": {
		"filippo.io/mldsa",                          // ML-DSA-87; not in a browser
		"github.com/decred/dcrd/dcrec/secp256k1/v4", // secp256k1 without C
		"github.com/decred/dcrd/dcrec/secp256k1/v4/ecdsa",
		"github.com/ethereum/go-ethereum/crypto/secp256k1", // libsecp256k1, where there is a C compiler
	},
	"message/internal/curve":  {},
	"message/internal/keccak": {},
	"proof":                   {},
}

// inBrowser is the one library that comes along, besides the standard library, when
// the verification packages are compiled for a browser.
const inBrowser = "github.com/decred/dcrd/dcrec/secp256k1/v4"

// neverWith lists what must not be among everything that the verification
// packages and the SDK bring into a program.
var neverWith = map[string][]string{
	"message": {"net/http", "database/sql", "github.com/cockroachdb/", "github.com/prometheus/", "github.com/spf13/", "github.com/ethereum/go-ethereum/ethclient", "github.com/ethereum/go-ethereum/rpc"},
	"proof":   {"net/http", "database/sql", "github.com/cockroachdb/", "github.com/prometheus/", "github.com/spf13/", "github.com/ethereum/go-ethereum/ethclient", "github.com/ethereum/go-ethereum/rpc"},
	".":       {"github.com/cockroachdb/", "github.com/prometheus/", "github.com/spf13/", module + "/internal/store", module + "/internal/api", module + "/internal/broker"},
}

// ruleFor finds the rule of a package: its own, or the one of the closest folder above.
func ruleFor(rel string) ([]string, bool) {
	if rule, ok := allowed[rel]; ok {
		return rule, true
	}
	for dir := path.Dir(rel); dir != "."; dir = path.Dir(dir) {
		if rule, ok := allowed[dir+"/..."]; ok {
			return rule, true
		}
	}
	return nil, false
}

func matches(rel, pattern string) bool {
	if dir, ok := strings.CutSuffix(pattern, "/..."); ok {
		return rel == dir || strings.HasPrefix(rel, dir+"/")
	}
	return rel == pattern
}

func TestProjectImportsGoOneWay(t *testing.T) {
	t.Parallel()
	for _, p := range project(t) {
		rule, ok := ruleFor(p.rel())
		if !ok {
			t.Errorf("package %s has no rule: add it to the table, at the place in the data's way where it belongs", p.rel())
			continue
		}
		for _, path := range p.Imports {
			to, ok := own(path)
			if !ok {
				continue
			}
			if !slices.ContainsFunc(rule, func(pattern string) bool { return matches(to, pattern) }) {
				t.Errorf("%s imports %s; it may import %s", p.rel(), to, orNothing(rule))
			}
		}
	}
}

func TestVerificationImportsFewLibraries(t *testing.T) {
	t.Parallel()
	for _, p := range project(t) {
		list, ok := external[p.rel()]
		if !ok {
			continue
		}
		for _, path := range p.Imports {
			if _, mine := own(path); mine || path == "C" || standard(path) ||
				slices.ContainsFunc(list, func(pattern string) bool { return matches(path, pattern) }) {
				continue
			}
			t.Errorf("%s imports %s; besides the standard library it may import %s", p.rel(), path, orNothing(list))
		}
	}
}

// A browser that verifies loads all of it over the network.
func TestBrowsersGetOneCurveLibrary(t *testing.T) {
	t.Parallel()
	goForBrowser := func(args ...string) string {
		cmd := exec.Command("go", append(args, "./message", "./proof")...)
		cmd.Dir = "../.."
		cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
		var stderr strings.Builder
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("%v: %v\n%s", cmd, err, stderr.String())
		}
		return string(out)
	}
	for _, path := range strings.Fields(goForBrowser("list", "-deps")) {
		if _, mine := own(path); !mine && !standard(path) && !matches(path, inBrowser+"/...") {
			t.Errorf("%s comes into a browser's build; besides the standard library it may have %s", path, inBrowser)
		}
	}
	goForBrowser("build")
}

func TestUsersDoNotGetTheServer(t *testing.T) {
	t.Parallel()
	for _, p := range project(t) {
		for _, bad := range neverWith[p.rel()] {
			for _, dep := range p.Deps {
				if dep == bad || strings.HasPrefix(dep, strings.TrimSuffix(bad, "/")+"/") {
					t.Errorf("%s brings %s into every program that uses it", p.rel(), dep)
				}
			}
		}
	}
}

// Packages for tests are named so, and no program is built with them.
func TestProgramsHaveNoTestCode(t *testing.T) {
	t.Parallel()
	for _, p := range project(t) {
		if strings.HasSuffix(p.Name, "test") {
			continue
		}
		for _, path := range p.Imports {
			if _, mine := own(path); mine && strings.HasSuffix(path, "test") || path == "testing" {
				t.Errorf("%s imports %s outside of its tests", p.rel(), path)
			}
		}
	}
}

// The rules must not outlive the packages that they are about.
func TestRulesAreAboutPackagesThatExist(t *testing.T) {
	t.Parallel()
	for _, rel := range []string{"message", "proof", ".", "internal/store", "internal/ingest", "internal/api", "internal/broker", "cmd/logstore"} {
		if !slices.ContainsFunc(project(t), func(p *pkg) bool { return p.rel() == rel }) {
			t.Errorf("there is no package %s", rel)
		}
	}
}

func orNothing(list []string) string {
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, ", ")
}
