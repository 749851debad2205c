//go:build interop

package interop

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"

	"github.com/logstore/logstore/contracts"
)

// world is a chain in memory with three registries, Streamr's or ours.
type world struct {
	t     *testing.T
	cfg   runtime.Config
	at    map[string]common.Address
	abis  map[string]abi.ABI
	ours  bool
	nonce uint64
}

const (
	streams  = "StreamRegistry"
	storages = "StreamStorageRegistry"
	nodeList = "NodeRegistry"

	registriesNow = 1_700_000_000
)

var registryOwner = common.Address{0xee}

func newWorld(t *testing.T, ours bool) *world {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		t.Fatal(err)
	}
	w := &world{
		t: t, ours: ours, at: map[string]common.Address{}, abis: map[string]abi.ABI{},
		cfg: runtime.Config{ChainConfig: params.MergedTestChainConfig, State: db, Random: new(common.Hash), BlockNumber: common.Big1, Time: registriesNow, GasLimit: 50_000_000},
	}
	none := common.Address{}
	if !ours {
		for name, file := range map[string]string{
			streams:  "/StreamRegistry/StreamRegistryV5.sol/StreamRegistryV5.json",
			storages: "/StreamStorageRegistry/StreamStorageRegistryV2.sol/StreamStorageRegistryV2.json",
			nodeList: "/NodeRegistry/NodeRegistry.sol/NodeRegistry.json",
		} {
			w.abis[name] = readABI(t, streamrArtifacts+file)
			w.at[name] = w.create(streamrCode(t, streamrArtifacts+file))
		}
		w.mustCall(registryOwner, streams, "initialize", none, none)
		w.mustCall(registryOwner, nodeList, "initialize", registryOwner, false, []common.Address{}, []string{})
		w.mustCall(registryOwner, storages, "initialize", w.at[streams], w.at[nodeList], none)
		return w
	}
	w.abis[streams], w.abis[storages], w.abis[nodeList] = parseABI(t, &contracts.StreamRegistryMetaData), parseABI(t, &contracts.StreamStorageRegistryMetaData), parseABI(t, &contracts.NodeRegistryMetaData)
	for name, bin := range map[string]string{
		streams: contracts.StreamRegistryMetaData.Bin, storages: contracts.StreamStorageRegistryMetaData.Bin, nodeList: contracts.NodeRegistryMetaData.Bin,
	} {
		implementation := w.create(common.FromHex(bin))
		w.at[name] = w.create(append(common.FromHex(contracts.BareProxyMetaData.Bin), contracts.NewBareProxy().PackConstructor(implementation)...))
	}
	w.mustCall(registryOwner, streams, "initialize", registryOwner, none, none)
	w.mustCall(registryOwner, nodeList, "initialize", registryOwner, false, []common.Address{}, []string{})
	w.mustCall(registryOwner, storages, "initialize", registryOwner, w.at[streams], w.at[nodeList], none)
	return w
}

func streamrCode(t *testing.T, file string) []byte {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v; run the tests with \"make interop\"", err)
	}
	var artifact struct{ Bytecode string }
	if err := json.Unmarshal(raw, &artifact); err != nil {
		t.Fatal(err)
	}
	return common.FromHex(artifact.Bytecode)
}

func (w *world) create(code []byte) common.Address {
	w.t.Helper()
	cfg := w.cfg
	w.nonce++
	cfg.Origin = common.BigToAddress(new(big.Int).SetUint64(0xc0de0000 + w.nonce)) // a fresh account, a fresh address
	_, at, _, err := runtime.Create(code, &cfg)
	if err != nil {
		w.t.Fatal(err)
	}
	w.settle()
	return at
}

func (w *world) settle() {
	w.cfg.State.Finalise(w.cfg.ChainConfig.Rules(w.cfg.BlockNumber, true, w.cfg.Time))
}

func (w *world) mustCall(from common.Address, contract, method string, args ...any) {
	w.t.Helper()
	if got := w.call(from, contract, method, args...); strings.HasPrefix(got, "error") {
		w.t.Fatalf("%s: %s", method, got)
	}
}

// call makes a transaction, or asks a view, and tells what came of it: events and the
// values returned, or why not.
func (w *world) call(from common.Address, contract, method string, args ...any) string {
	w.t.Helper()
	data, err := w.abis[contract].Pack(method, args...)
	if err != nil {
		w.t.Fatal(err)
	}
	cfg := w.cfg
	cfg.Origin = from
	before := len(w.cfg.State.Logs())
	out, _, err := runtime.Call(w.at[contract], data, &cfg)
	logs := w.cfg.State.Logs()[before:]
	w.settle()
	if err != nil {
		reason, unpackErr := abi.UnpackRevert(out)
		if unpackErr != nil {
			reason = "" // an error of another library; that it is one is what counts
		}
		if !errors.Is(err, vm.ErrExecutionReverted) {
			w.t.Fatalf("%s: %v", method, err)
		}
		return "error " + reason
	}
	var events []string
	known := w.abis[contract]
	for _, log := range logs {
		if event, err := known.EventByID(log.Topics[0]); err == nil {
			events = append(events, fmt.Sprintf("%s %x %x", event.Sig, log.Topics[1:], log.Data))
		}
	}
	slices.Sort(events)
	return fmt.Sprintf("%x %v", out, events)
}

type registryPermission struct {
	CanEdit             bool
	CanDelete           bool
	PublishExpiration   *big.Int
	SubscribeExpiration *big.Int
	CanGrant            bool
}

// sequence draws calls that both registries have to answer alike. Left out are the
// differences of TestDifferencesFromStreamr.
type sequence struct {
	*rand.Rand
	users []common.Address
}

func (s sequence) user() common.Address { return s.users[s.IntN(len(s.users))] }

func (s sequence) path() string {
	return []string{"/a", "/b/c", "/Z_-.9", "no-slash", "/ä", "/ ", "/", "é"}[s.IntN(8)]
}

func (s sequence) stream() string {
	return strings.ToLower(s.user().Hex()) + []string{"/a", "/b/c"}[s.IntN(2)]
}

func (s sequence) expiration() *big.Int {
	return []*big.Int{common.Big0, big.NewInt(registriesNow), big.NewInt(registriesNow + 100), abi.MaxUint256}[s.IntN(4)]
}

// permission of a user; everybody's is for publishing and subscribing. With fewer,
// streams would soon have nobody left who may change anything.
func (s sequence) permission(user common.Address) registryPermission {
	may := func() bool { return user != common.Address{} && s.IntN(5) > 0 }
	return registryPermission{may(), may(), s.expiration(), s.expiration(), may()}
}

func (s sequence) userOrAll() common.Address {
	if s.IntN(4) == 0 {
		return common.Address{}
	}
	return s.user()
}

// longID is the id of a user that is no address.
func (s sequence) longID() []byte { return slices.Repeat([]byte{byte(s.IntN(3))}, 33) }

func (s sequence) pubSub() uint8 { return uint8(2 + s.IntN(2)) }
func (s sequence) kind() uint8   { return uint8(s.IntN(5)) }

// next draws one transaction: its contract, method and arguments.
func (s sequence) next() (contract, method string, args []any) {
	id, who := s.stream(), s.userOrAll()
	p := s.permission(who)
	switch s.IntN(22) {
	case 0, 1, 2:
		return streams, "createStream", []any{s.path(), []string{`{"partitions":1}`, "{}", ""}[s.IntN(3)]}
	case 3:
		return streams, "updateStreamMetadata", []any{id, fmt.Sprintf(`{"partitions":%d}`, s.IntN(9))}
	case 4:
		return streams, "deleteStream", []any{id}
	case 5, 6:
		return streams, "grantPermission", []any{id, who, s.kind()}
	case 7:
		return streams, "revokePermission", []any{id, who, s.kind()}
	case 8:
		return streams, "revokeAllPermissionsForUser", []any{id, who}
	case 9:
		return streams, []string{"grantPublicPermission", "revokePublicPermission"}[s.IntN(2)], []any{id, []uint8{0, 2, 3, 2, 3}[s.IntN(5)]}
	case 10:
		return streams, "setPublicPermission", []any{id, s.expiration(), s.expiration()}
	case 11:
		return streams, "setExpirationTime", []any{id, who, s.kind(), abi.MaxUint256}
	case 12:
		return streams, "setPermissionsForUser", []any{id, who, p.CanEdit, p.CanDelete, p.PublishExpiration, p.SubscribeExpiration, p.CanGrant}
	case 13:
		return streams, "setPermissions", []any{id, []common.Address{who}, []registryPermission{p}}
	case 14:
		return streams, "createStreamWithPermissions", []any{s.path(), "{}", []common.Address{who}, []registryPermission{p}}
	case 15:
		return streams, "grantPermissionForUserId", []any{id, s.longID(), s.pubSub()}
	case 16:
		return streams, "setExpirationTimeForUserId", []any{id, s.longID(), s.pubSub(), abi.MaxUint256}
	case 17:
		q := s.permission(common.Address{})
		return streams, "setMultipleStreamPermissionsForUserIds", []any{[]string{id, s.stream()}, [][][]byte{{who[:]}, {s.longID()}}, [][]registryPermission{{p}, {q}}}
	case 18:
		if s.IntN(3) == 0 {
			return nodeList, "removeNodeSelf", nil
		}
		return nodeList, "createOrUpdateNodeSelf", []any{fmt.Sprint("node ", s.IntN(9))}
	case 19, 20:
		return storages, []string{"addStorageNode", "removeStorageNode"}[s.IntN(2)], []any{id, s.user()}
	}
	return storages, "addAndRemoveStorageNodes", []any{id, []common.Address{s.user()}, []common.Address{s.user()}}
}

func first(args []any) any {
	if len(args) == 0 {
		return nil
	}
	return args[0]
}

// The same random calls by the same users are answered alike, and leave the same
// behind, as any view sees it.
func TestRegistriesBehaveLikeStreamrs(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			t.Parallel()
			s := sequence{rand.New(rand.NewPCG(seed, 8)), []common.Address{{0xa1}, {0xb2}, {0xc3}}}
			theirs, ours := newWorld(t, false), newWorld(t, true)
			done := map[string]int{}
			for i := range 3000 {
				contract, method, args := s.next()
				from := s.user()
				if id, ok := first(args).(string); ok && len(id) > 42 && s.IntN(3) > 0 {
					from = common.HexToAddress(id[:42]) // who made the stream may do most
				}
				want, got := theirs.call(from, contract, method, args...), ours.call(from, contract, method, args...)
				if want != got {
					t.Fatalf("call %d: %s %s %v\n  Streamr's: %s\n  ours:      %s", i, from, method, args, want, got)
				}
				if !strings.HasPrefix(got, "error") {
					done[method]++
				}
				if i%250 == 249 {
					compareViews(t, s, theirs, ours)
				}
			}
			// Calls that all fail compare nothing.
			for _, method := range []string{"createStream", "deleteStream", "setPermissions", "setMultipleStreamPermissionsForUserIds", "addStorageNode", "removeNodeSelf", "grantPublicPermission"} {
				if done[method] < 3 {
					t.Errorf("%s succeeded %d times", method, done[method])
				}
			}
		})
	}
}

// compareViews asks everything about all streams and users.
func compareViews(t *testing.T, s sequence, theirs, ours *world) {
	t.Helper()
	ask := func(contract, method string, args ...any) {
		t.Helper()
		want, got := theirs.call(registryOwner, contract, method, args...), ours.call(registryOwner, contract, method, args...)
		if want != got {
			t.Errorf("%s %v\n  Streamr's: %s\n  ours:      %s", method, args, want, got)
		}
	}
	ask(nodeList, "getNodes")
	ask(nodeList, "nodeCount")
	ask(nodeList, "headNode")
	ask(nodeList, "tailNode")
	for _, who := range append(s.users, common.Address{}) {
		ask(nodeList, "nodes", who)
		for _, owner := range s.users {
			for _, path := range []string{"/a", "/b/c", "/Z_-.9"} {
				id := strings.ToLower(owner.Hex()) + path
				ask(streams, "exists", id)
				ask(streams, "streamIdToVersion", id)
				ask(streams, "getStreamMetadata", id)
				ask(streams, "getAddressKey", id, who)
				ask(streams, "getUserKeyForUserId", id, s.longID())
				ask(streams, "getPermissionsForUser", id, who)
				ask(streams, "getDirectPermissionsForUserId", id, who[:])
				ask(streams, "getPermissionsForUserId", id, s.longID())
				ask(storages, "isStorageNodeOf", id, who)
				ask(storages, "pairs", id, who)
				if strings.HasSuffix(ours.call(registryOwner, streams, "exists", id), "1 []") {
					for kind := range uint8(5) {
						ask(streams, "hasPermission", id, who, kind)
						ask(streams, "hasPublicPermission", id, kind)
					}
				}
			}
		}
	}
}

// Where ours is stricter. If Streamr's changes, this tells.
func TestDifferencesFromStreamr(t *testing.T) {
	t.Parallel()
	alice, bob := common.Address{0xa1}, common.Address{0xb2}
	id := strings.ToLower(alice.Hex()) + "/a"
	all := registryPermission{true, true, abi.MaxUint256, abi.MaxUint256, true}
	for name, c := range map[string]struct {
		from   common.Address
		method string
		args   []any
		ours   string // how ours begins its answer; Streamr's succeeds
	}{
		// Anybody takes over any stream there.
		"several streams without Grant": {bob, "setPermissionsMultipleStreams", []any{[]string{id}, [][]common.Address{{bob}}, [][]registryPermission{{all}}}, "error error_noSharePermission"},
		// A stream that exists no more, though nobody has deleted it.
		"empty metadata": {alice, "updateStreamMetadata", []any{id, ""}, "error error_metadataJsonStringIsEmpty"},
		// Nobody can ever use it.
		"an id that manages": {alice, "grantPermissionForUserId", []any{id, []byte("a user"), uint8(4)}, "error "},
	} {
		theirs, ours := newWorld(t, false), newWorld(t, true)
		for _, w := range []*world{theirs, ours} {
			w.mustCall(alice, streams, "createStream", "/a", "{}")
		}
		if got := theirs.call(c.from, streams, c.method, c.args...); strings.HasPrefix(got, "error") {
			t.Errorf("%s: Streamr's refuses it as well: %s", name, got)
		}
		if got := ours.call(c.from, streams, c.method, c.args...); !strings.HasPrefix(got, c.ours) {
			t.Errorf("%s: ours says %s", name, got)
		}
	}
	theirs, ours := newWorld(t, false), newWorld(t, true)
	for w, want := range map[*world]string{theirs: "1 []", ours: "0 []"} {
		w.mustCall(alice, streams, "createStream", "/a", "{}")
		w.mustCall(alice, streams, "deleteStream", id)
		if got := w.call(bob, streams, "hasPermission", id, alice, uint8(2)); !strings.HasSuffix(got, want) {
			t.Errorf("permission on a deleted stream, ours %v: %s", w.ours, got)
		}
	}
}
