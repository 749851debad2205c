package devchain

import (
	"errors"
	"fmt"
	"maps"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
)

// constructorGas is several blocks' worth, and so little that a constructor without
// an end is over within a second or two.
const constructorGas = 200_000_000

// Contract that exists from the genesis on.
type Contract struct {
	Address common.Address
	// Creation is the code that a transaction without recipient would carry: the
	// constructor with its ABI-encoded arguments appended.
	Creation []byte
}

// Predeploy puts contracts into a genesis at the addresses that they name. It runs
// their constructors, in order, on the state that alloc describes, as the CREATE
// instruction would, with address(this) the contract's address and without limits of
// code size; what they return is the code, and what they wrote the storage. A
// constructor may call the contracts before it and those in alloc.
//
// Constructors see the chain id [DefaultChainID], block 0 at the genesis' time, no
// value, and as msg.sender the factory for deterministic addresses, as if it had
// deployed them.
//
// Only the contracts named get into alloc. A constructor that changes any other
// account, or creates one, is an error: alloc would miss a part. After an error alloc
// is as before. Neither a contract at the address of another nor empty code is
// accepted. Not for use while somebody else uses alloc.
func Predeploy(alloc types.GenesisAlloc, contracts ...Contract) error {
	if err := checkAlloc(alloc); err != nil {
		return err
	}
	scratch, err := newScratch(alloc)
	if err != nil {
		return fmt.Errorf("prepare scratch state: %w", err)
	}
	named := make(map[common.Address]bool)
	for _, contract := range contracts {
		named[contract.Address] = true
		if err := scratch.deploy(contract); err != nil {
			return fmt.Errorf("predeploy contract %s: %w", contract.Address, err)
		}
		// At once and not at the end, to know who did it.
		if err := scratch.checkOthers(alloc, named); err != nil {
			return fmt.Errorf("predeploy contract %s: %w", contract.Address, err)
		}
	}
	result := make(types.GenesisAlloc)
	for address := range named {
		account, err := scratch.account(address, alloc[address])
		if err != nil {
			return fmt.Errorf("predeploy contract %s: %w", address, err)
		}
		result[address] = account
	}
	maps.Copy(alloc, result)
	return nil
}

// scratch is a state that remembers which places were written to.
type scratch struct {
	state *state.StateDB
	evm   *vm.EVM
	rules params.Rules
	// touched has every account that was changed, and which storage slots of it;
	// also those whose change was reverted.
	touched map[common.Address]map[common.Hash]bool
}

func newScratch(alloc types.GenesisAlloc) (*scratch, error) {
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		return nil, err
	}
	for address, account := range alloc {
		if account.Balance != nil {
			db.SetBalance(address, uint256.MustFromBig(account.Balance), tracing.BalanceIncreaseGenesisBalance)
		}
		db.SetNonce(address, account.Nonce, tracing.NonceChangeGenesis)
		db.SetCode(address, account.Code, tracing.CodeChangeGenesis)
		for slot, value := range account.Storage {
			db.SetState(address, slot, value)
		}
	}
	config := rules(DefaultChainID)
	s := &scratch{
		state:   db,
		rules:   config.Rules(new(big.Int), true, genesisTime),
		touched: make(map[common.Address]map[common.Hash]bool),
	}
	db.Finalise(s.rules)
	s.evm = vm.NewEVM(vm.BlockContext{
		CanTransfer: core.CanTransfer,
		Transfer:    core.Transfer,
		GetHash:     func(uint64) common.Hash { return common.Hash{} },
		GasLimit:    DefaultGasLimit,
		BlockNumber: new(big.Int),
		Time:        genesisTime,
		Difficulty:  new(big.Int),
		BaseFee:     big.NewInt(params.InitialBaseFee),
		BlobBaseFee: big.NewInt(params.BlobTxMinBlobGasprice),
		Random:      new(common.Hash),
	}, state.NewHookedState(db, s.hooks()), config, vm.Config{})
	return s, nil
}

func (s *scratch) hooks() *tracing.Hooks {
	touch := func(address common.Address) map[common.Hash]bool {
		slots, ok := s.touched[address]
		if !ok {
			slots = make(map[common.Hash]bool)
			s.touched[address] = slots
		}
		return slots
	}
	return &tracing.Hooks{
		OnBalanceChange: func(address common.Address, _, _ *big.Int, _ tracing.BalanceChangeReason) { touch(address) },
		OnNonceChange:   func(address common.Address, _, _ uint64) { touch(address) },
		OnCodeChange: func(address common.Address, _ common.Hash, _ []byte, _ common.Hash, _ []byte) {
			touch(address)
		},
		OnStorageChange: func(address common.Address, slot, _, _ common.Hash) { touch(address)[slot] = true },
	}
}

// deploy does what the EVM does for CREATE, except that the address is given and
// that sizes are not limited. The constructor's code is not the account's code while
// it runs: contracts look at that to know that they are being constructed.
func (s *scratch) deploy(contract Contract) error {
	address := contract.Address
	if len(contract.Creation) == 0 {
		return errors.New("no creation code")
	}
	if s.state.GetNonce(address) != 0 || s.state.GetCodeSize(address) != 0 {
		return errors.New("there is a contract or a used account at this address already")
	}
	sender := params.DeterministicFactoryAddress
	s.evm.SetTxContext(vm.TxContext{Origin: sender, GasPrice: new(uint256.Int)})
	s.state.Prepare(s.rules, sender, common.Address{}, &address, vm.ActivePrecompiles(s.rules), nil)
	if !s.state.Exist(address) {
		s.state.CreateAccount(address)
	}
	s.state.CreateContract(address)
	s.state.SetNonce(address, 1, tracing.NonceChangeNewContract)

	frame := vm.NewContract(sender, address, new(uint256.Int), vm.NewGasBudget(constructorGas, 0), nil)
	frame.SetCallCode(common.Hash{}, contract.Creation)
	frame.IsDeployment = true
	code, err := s.evm.Run(frame, nil, false)
	if err != nil {
		return constructorError(err, code)
	}
	s.state.SetCode(address, code, tracing.CodeChangeContractCreation)
	s.state.Finalise(s.rules)
	if s.state.GetCodeSize(address) == 0 {
		return errors.New("the constructor left no code: is this creation code, and not runtime code?")
	}
	return nil
}

func constructorError(err error, output []byte) error {
	if !errors.Is(err, vm.ErrExecutionReverted) {
		return fmt.Errorf("constructor failed: %w", err)
	}
	if reason, unpackErr := abi.UnpackRevert(output); unpackErr == nil {
		return fmt.Errorf("constructor reverted: %s", reason)
	}
	return fmt.Errorf("constructor reverted with the data %#x", output)
}

// checkOthers finds changes in accounts that will not be in the result.
func (s *scratch) checkOthers(alloc types.GenesisAlloc, named map[common.Address]bool) error {
	for address, slots := range s.touched {
		if named[address] {
			continue
		}
		before := alloc[address]
		if slices.Compare(before.Code, s.state.GetCode(address)) != 0 {
			return fmt.Errorf("its constructor creates another contract, %s, which is not supported: deploy that first and hand over its address", address)
		}
		balance := new(uint256.Int)
		if before.Balance != nil {
			balance = uint256.MustFromBig(before.Balance)
		}
		changed := before.Nonce != s.state.GetNonce(address) || !balance.Eq(s.state.GetBalance(address))
		for slot := range slots {
			changed = changed || before.Storage[slot] != s.state.GetState(address, slot)
		}
		if changed {
			return fmt.Errorf("its constructor changes the account %s: predeploy both together, that one first", address)
		}
	}
	return nil
}

// account is the genesis entry of a contract that was deployed on what before says.
func (s *scratch) account(address common.Address, before types.Account) (types.Account, error) {
	code := s.state.GetCode(address)
	if len(code) == 0 {
		return types.Account{}, errors.New("a later constructor destroyed it")
	}
	account := types.Account{
		Code:    slices.Clone(code),
		Storage: maps.Clone(before.Storage),
		Balance: s.state.GetBalance(address).ToBig(),
		Nonce:   s.state.GetNonce(address),
	}
	if account.Storage == nil {
		account.Storage = make(map[common.Hash]common.Hash)
	}
	for slot := range s.touched[address] {
		if value := s.state.GetState(address, slot); value != (common.Hash{}) {
			account.Storage[slot] = value
		} else {
			delete(account.Storage, slot)
		}
	}
	return account, nil
}
