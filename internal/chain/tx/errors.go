package tx

import (
	"errors"
	"fmt"
	"math/big"
	"regexp"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

var (
	// ErrInsufficientFunds is what an [InsufficientFundsError] is.
	ErrInsufficientFunds = errors.New("insufficient funds")
	// ErrFeeTooHigh: the chain asks for more per gas than Config.MaxFeeWei.
	ErrFeeTooHigh = errors.New("the chain's fee is above the limit")
)

// InsufficientFundsError tells that an account cannot pay for a transaction.
type InsufficientFundsError struct {
	Account common.Address
	Need    *big.Int // wei: the value and, as far as it is known, the highest possible fee
	Have    *big.Int // wei
}

func (e *InsufficientFundsError) Error() string {
	if e.Need.Cmp(e.Have) <= 0 {
		return fmt.Sprintf("%v: %s has %v wei, of which other transactions that wait need some; %v wei are needed", ErrInsufficientFunds, e.Account, e.Have, e.Need)
	}
	return fmt.Sprintf("%v: %s has %v wei, up to %v wei are needed", ErrInsufficientFunds, e.Account, e.Have, e.Need)
}

// Is makes it an [ErrInsufficientFunds].
func (e *InsufficientFundsError) Is(target error) bool { return target == ErrInsufficientFunds }

// PendingError tells that nobody waits for a transaction any more that may still be
// mined.
type PendingError struct {
	Hash  common.Hash // of the version with the highest fee
	Nonce uint64
	// Sent: an endpoint has taken it. Else it is only not known that none has.
	Sent bool
	Err  error // why the waiting ended
}

func (e *PendingError) Error() string {
	state := "is sent but not confirmed"
	if !e.Sent {
		state = "may have been sent or not"
	}
	return fmt.Sprintf("transaction %s %s, look it up before you repeat it: %v", e.Hash, state, e.Err)
}

func (e *PendingError) Unwrap() error { return e.Err }

// FailedError tells that a transaction was mined and failed there. The fee is paid.
type FailedError struct {
	Receipt *types.Receipt
	// Reason is a [RevertError] where the chain tells it.
	Reason error
}

func (e *FailedError) Error() string {
	return fmt.Sprintf("transaction %s failed in block %v: %v", e.Receipt.TxHash, e.Receipt.BlockNumber, e.Reason)
}

func (e *FailedError) Unwrap() error { return e.Reason }

// ReplacedError tells that another transaction of the account was mined with the nonce
// of this one, which will therefore never be, if the endpoints tell the truth.
type ReplacedError struct {
	Account common.Address
	Hash    common.Hash
	Nonce   uint64
}

func (e *ReplacedError) Error() string {
	return fmt.Sprintf("transaction %s has no receipt, and another one of %s took its nonce %d: look the account up before you repeat it, and let only one program use the key", e.Hash, e.Account, e.Nonce)
}

// Nodes have no codes for these, only texts: those of geth, erigon, nethermind, besu
// and reth.
var (
	textTaken = regexp.MustCompile(`(?i)nonce (is )?too low|old ?nonce|nonce has already been used|replacement .{0,40}(underpriced|not allowed)|could not replace|already ?known|already imported|known transaction`)
	textKnown = regexp.MustCompile(`(?i)already ?known|already imported|known transaction`)
	textCheap = regexp.MustCompile(`(?i)underpriced|less than block base fee|fee ?too ?low|gas price (is )?(too low|below)|minimum needed`)
	textFunds = regexp.MustCompile(`(?i)insufficient (funds|balance)|enough (funds|balance)`)
)

// refused tells whether err is the chain's answer to a transaction, not the trouble of
// a connection, and fits the pattern.
func refused(err error, pattern *regexp.Regexp) bool {
	return fromChain(err) && pattern.MatchString(err.Error())
}

func fromChain(err error) bool {
	var answer rpc.Error
	return errors.As(err, &answer)
}
