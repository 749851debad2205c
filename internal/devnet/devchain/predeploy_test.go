package devchain

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/program"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/holiman/uint256"
)

var (
	one = common.HexToAddress("0x1111111111111111111111111111111111111111")
	two = common.HexToAddress("0x2222222222222222222222222222222222222222")
)

func slot(n int64) common.Hash { return common.BigToHash(big.NewInt(n)) }

// returnsSelf is creation code whose runtime code returns what address(this) was
// while the constructor ran, as an immutable does, and whose constructor writes 42 to
// slot 0 and clears slot 7.
func returnsSelf() []byte {
	// PUSH20 self, PUSH1 0, MSTORE, PUSH1 32, PUSH1 0, RETURN: 29 bytes, which the
	// constructor assembles in a word.
	tail := program.New().Push(0).Op(vm.MSTORE).Push(32).Push(0).Op(vm.RETURN).Bytes()
	frame := make([]byte, 32)
	frame[0] = byte(vm.PUSH20)
	copy(frame[21:], tail)
	return program.New().
		Sstore(0, 42).Sstore(7, 0).
		Op(vm.ADDRESS).Push(88).Op(vm.SHL).
		Push(frame).Op(vm.OR).
		Push(0).Op(vm.MSTORE).
		Return(0, 21+len(tail)).Bytes()
}

func TestPredeployRunsTheConstructorAtTheAddress(t *testing.T) {
	t.Parallel()
	alloc := types.GenesisAlloc{
		one: {Balance: big.NewInt(5), Storage: map[common.Hash]common.Hash{slot(7): slot(1), slot(8): slot(2)}},
		two: {Balance: big.NewInt(6)},
	}
	if err := Predeploy(alloc, Contract{one, returnsSelf()}); err != nil {
		t.Fatal(err)
	}
	want := types.GenesisAlloc{
		one: {
			Code:    append(append([]byte{byte(vm.PUSH20)}, one[:]...), program.New().Push(0).Op(vm.MSTORE).Push(32).Push(0).Op(vm.RETURN).Bytes()...),
			Storage: map[common.Hash]common.Hash{slot(0): slot(42), slot(8): slot(2)},
			Balance: big.NewInt(5),
			Nonce:   1,
		},
		two: {Balance: big.NewInt(6)},
	}
	bigs := cmp.Comparer(func(a, b *big.Int) bool { return a.Cmp(b) == 0 })
	if diff := cmp.Diff(want, alloc, bigs, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}

	// And on a chain it is what a call sees.
	chain := start(t, Config{Alloc: alloc})
	got := call[common.Hash](t, chain.Client(), "eth_call", map[string]any{"to": one}, "latest")
	if got != common.BytesToHash(one[:]) {
		t.Errorf("address(this) was %s, want %s", got, one)
	}
	if got := call[common.Hash](t, chain.Client(), "eth_getStorageAt", one, slot(0), "latest"); got != slot(42) {
		t.Errorf("slot 0 has %s, want 42", got)
	}
}

// proxyOf is creation code of a contract that delegates every call, and whose
// constructor demands, as ERC1967Proxy does, that the implementation has code.
func proxyOf(implementation common.Address) []byte {
	runtime := program.New().
		DelegateCall(nil, implementation, 0, 0, 0, 32).
		Return(0, 32).Bytes()
	p := program.New()
	p.Push(implementation).Op(vm.EXTCODESIZE)
	p.Push(40).Op(vm.JUMPI).Push(0).Push(0).Op(vm.REVERT)
	for p.Size() < 40 {
		p.Op(vm.INVALID)
	}
	p.Jumpdest()
	// Initialise through the implementation, in the proxy's own storage.
	return p.DelegateCall(nil, implementation, 0, 0, 0, 32).Op(vm.POP).ReturnViaCodeCopy(runtime).Bytes()
}

func TestPredeployProxies(t *testing.T) {
	t.Parallel()
	// The implementation writes 9 to slot 3 and returns the caller.
	implementation := program.New().ReturnViaCodeCopy(
		program.New().Sstore(3, 9).Op(vm.CALLER).Push(0).Op(vm.MSTORE).Return(0, 32).Bytes()).Bytes()

	alloc := make(types.GenesisAlloc)
	if err := Predeploy(alloc, Contract{two, proxyOf(one)}, Contract{one, implementation}); err == nil {
		t.Error("a proxy before its implementation is no error")
	}
	if len(alloc) != 0 {
		t.Errorf("after an error alloc has %d accounts", len(alloc))
	}
	if err := Predeploy(alloc, Contract{one, implementation}, Contract{two, proxyOf(one)}); err != nil {
		t.Fatal(err)
	}
	if got := alloc[two].Storage[slot(3)]; got != slot(9) {
		t.Errorf("the proxy's slot 3 has %s, want what the implementation wrote", got)
	}
	if len(alloc[one].Storage) != 0 {
		t.Errorf("the implementation has storage: %v", alloc[one].Storage)
	}
	// The same in two calls.
	again := make(types.GenesisAlloc)
	for _, contract := range []Contract{{one, implementation}, {two, proxyOf(one)}} {
		if err := Predeploy(again, contract); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(alloc, again, cmp.Comparer(func(a, b *big.Int) bool { return a.Cmp(b) == 0 })); diff != "" {
		t.Errorf("one call and two give different genesis:\n%s", diff)
	}
}

func TestPredeployIsLikeCreation(t *testing.T) {
	t.Parallel()
	p := program.New()
	for i, op := range []vm.OpCode{vm.CALLER, vm.ORIGIN, vm.CHAINID, vm.TIMESTAMP, vm.CALLVALUE, vm.CALLDATASIZE, vm.NUMBER, vm.CODESIZE} {
		p.Op(op).Push(i).Op(vm.SSTORE)
	}
	// OpenZeppelin's Initializable takes code at its own address for the end of construction.
	p.Op(vm.ADDRESS, vm.EXTCODESIZE).Push(20).Op(vm.SSTORE)
	code := p.ReturnViaCodeCopy([]byte{byte(vm.STOP)}).Bytes()

	alloc := make(types.GenesisAlloc)
	if err := Predeploy(alloc, Contract{one, code}); err != nil {
		t.Fatal(err)
	}
	factory := common.BytesToHash(params.DeterministicFactoryAddress[:])
	want := map[common.Hash]common.Hash{ // slots of zero are left out
		slot(0): factory,
		slot(1): factory,
		slot(2): slot(DefaultChainID),
		slot(3): slot(genesisTime),
		slot(7): slot(int64(len(code))),
	}
	if diff := cmp.Diff(want, alloc[one].Storage); diff != "" {
		t.Error(diff)
	}
}

func TestPredeployHasNoLimitOfSize(t *testing.T) {
	t.Parallel()
	runtime := bytes.Repeat([]byte{byte(vm.STOP)}, params.MaxCodeSize+1)
	alloc := make(types.GenesisAlloc)
	padding := make([]byte, params.MaxInitCodeSize)
	if err := Predeploy(alloc, Contract{one, append(program.New().ReturnViaCodeCopy(runtime).Bytes(), padding...)}); err != nil {
		t.Fatal(err)
	}
	if len(alloc[one].Code) != len(runtime) {
		t.Errorf("%d bytes of code, want %d", len(alloc[one].Code), len(runtime))
	}
}

func TestPredeployRefuses(t *testing.T) {
	t.Parallel()
	empty := program.New().ReturnViaCodeCopy([]byte{byte(vm.STOP)}).Bytes()
	reason := append(crypto.Keccak256([]byte("Error(string)"))[:4],
		common.Hex2Bytes(strings.Repeat("0", 62)+"20"+strings.Repeat("0", 62)+"07"+common.Bytes2Hex([]byte("no luck"))+strings.Repeat("0", 50))...)
	writer := program.New().ReturnViaCodeCopy(program.New().Sstore(1, 1).Bytes()).Bytes()
	withWriter := func() types.GenesisAlloc {
		alloc := make(types.GenesisAlloc)
		if err := Predeploy(alloc, Contract{two, writer}); err != nil {
			t.Fatal(err)
		}
		return alloc
	}
	callsTwo := program.New().Call(nil, two, 0, 0, 0, 0, 0).ReturnViaCodeCopy([]byte{byte(vm.STOP)}).Bytes()

	for _, c := range []struct {
		name      string
		alloc     types.GenesisAlloc
		contracts []Contract
		want      string
	}{
		{"no code", nil, []Contract{{Address: one}}, "no creation code"},
		{"runtime code", nil, []Contract{{one, []byte{byte(vm.STOP)}}}, "left no code"},
		{"a revert", nil, []Contract{{one, program.New().Mstore(reason, 0).Push(len(reason)).Push(0).Op(vm.REVERT).Bytes()}}, "reverted: no luck"},
		{"a custom error", nil, []Contract{{one, program.New().Mstore([]byte{0xde, 0xad, 0xbe, 0xef}, 0).Push(4).Push(0).Op(vm.REVERT).Bytes()}}, "0xdeadbeef"},
		{"an invalid instruction", nil, []Contract{{one, []byte{byte(vm.INVALID)}}}, "constructor failed"},
		{"an endless loop", nil, []Contract{{one, endless()}}, "out of gas"},
		{"the same address twice", nil, []Contract{{one, empty}, {one, empty}}, "already"},
		{"a taken address", types.GenesisAlloc{one: {Code: []byte{0}}}, []Contract{{one, empty}}, "already"},
		{"a used account", types.GenesisAlloc{one: {Nonce: 1}}, []Contract{{one, empty}}, "already"},
		{"a child contract", nil, []Contract{{one, program.New().Create2(empty, 1).Op(vm.POP).ReturnViaCodeCopy([]byte{0}).Bytes()}}, "creates another contract"},
		{"a change elsewhere", withWriter(), []Contract{{one, callsTwo}}, "changes the account"},
		{"money to elsewhere", types.GenesisAlloc{one: {Balance: big.NewInt(9)}}, []Contract{{one, program.New().Call(nil, two, 1, 0, 0, 0, 0).ReturnViaCodeCopy([]byte{0}).Bytes()}}, "changes the account"},
		{"a negative balance", types.GenesisAlloc{two: {Balance: big.NewInt(-1)}}, []Contract{{one, empty}}, "balance"},
		{"a balance too large", types.GenesisAlloc{two: {Balance: new(big.Int).Lsh(big.NewInt(1), 256)}}, []Contract{{one, empty}}, "balance"},
	} {
		alloc := c.alloc
		if alloc == nil {
			alloc = make(types.GenesisAlloc)
		}
		before := len(alloc)
		err := Predeploy(alloc, c.contracts...)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want an error with %q", c.name, err, c.want)
		}
		if len(alloc) != before {
			t.Errorf("%s: alloc has %d accounts, had %d", c.name, len(alloc), before)
		}
	}
	// What is refused above because the other is not in the same call.
	if err := Predeploy(make(types.GenesisAlloc), Contract{two, writer}, Contract{one, callsTwo}); err != nil {
		t.Errorf("both in one call: %v", err)
	}
}

// endless reads another storage slot in every round, which uses gas up faster than time.
func endless() []byte {
	p, dest := program.New().Jumpdest()
	return p.Op(vm.GAS, vm.SLOAD, vm.POP).Jump(dest).Bytes()
}

// A change that was undone is none.
func TestPredeployForgetsWhatWasReverted(t *testing.T) {
	t.Parallel()
	reverter := program.New().ReturnViaCodeCopy(program.New().Sstore(1, 1).Push(0).Push(0).Op(vm.REVERT).Bytes()).Bytes()
	alloc := make(types.GenesisAlloc)
	if err := Predeploy(alloc, Contract{two, reverter}); err != nil {
		t.Fatal(err)
	}
	calls := program.New().Call(uint256.NewInt(100_000), two, 0, 0, 0, 0, 0).Op(vm.POP).ReturnViaCodeCopy([]byte{0}).Bytes()
	if err := Predeploy(alloc, Contract{one, calls}); err != nil {
		t.Fatal(err)
	}
	if len(alloc[two].Storage) != 0 {
		t.Errorf("the reverted write is there: %v", alloc[two].Storage)
	}
}
