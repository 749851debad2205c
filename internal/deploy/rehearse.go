package deploy

import (
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/tracing"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/params"
)

// stage is a chain in memory on which transactions are tried out. It has the factory and
// nothing else.
type stage struct {
	cfg runtime.Config
}

// stageTime is any time after the forks and before now.
const stageTime = 1_735_689_600

func newStage(chainID uint64) (*stage, error) {
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	if err != nil {
		return nil, err
	}
	db.SetCode(Factory, params.DeterministicFactoryCode, tracing.CodeChangeUnspecified)
	forks := *params.MergedTestChainConfig // all that public chains have by now
	forks.ChainID = new(big.Int).SetUint64(chainID)
	return &stage{runtime.Config{
		ChainConfig: &forks, State: db, Random: new(common.Hash), BlockNumber: common.Big1, Time: stageTime,
		GasLimit: params.MaxTxGas,
	}}, nil
}

// send makes a transaction and returns the gas that it uses.
func (s *stage) send(from, to common.Address, data []byte) (gas uint64, err error) {
	cfg := s.cfg
	cfg.Origin = from
	rules := s.rules()
	intrinsic, err := core.IntrinsicGas(data, nil, nil, from, &to, nil, rules)
	if err != nil {
		return 0, err
	}
	floor, err := core.FloorDataGas(rules, from, &to, nil, data, nil)
	if err != nil {
		return 0, err
	}
	cfg.GasLimit -= intrinsic
	out, left, err := runtime.Call(to, data, &cfg)
	if err != nil {
		return 0, callError(err, out)
	}
	refund := cfg.State.GetRefund()
	cfg.State.Finalise(rules)
	used := cfg.GasLimit - left + intrinsic
	used -= min(refund, used/params.RefundQuotientEIP3529)
	return max(used, floor), nil
}

func (s *stage) rules() params.Rules {
	return s.cfg.ChainConfig.Rules(s.cfg.BlockNumber, true, s.cfg.Time)
}

func (s *stage) code(at common.Address) []byte { return s.cfg.State.GetCode(at) }

// put puts a contract at an address, as if it had been there.
func (s *stage) put(at common.Address, code []byte) {
	s.cfg.State.SetCode(at, code, tracing.CodeChangeUnspecified)
	s.cfg.State.Finalise(s.rules())
}

func callError(err error, output []byte) error {
	if !errors.Is(err, vm.ErrExecutionReverted) {
		return err
	}
	if reason, unpackErr := abi.UnpackRevert(output); unpackErr == nil {
		return fmt.Errorf("reverted: %s", reason)
	}
	return fmt.Errorf("reverted with the data %#x", output)
}
