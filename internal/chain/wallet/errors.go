package wallet

import (
	"errors"
	"fmt"
	"math/big"
)

// Errors to branch on with errors.Is.
var (
	// ErrNoKey: the wallet can only read, because it was made without a key.
	ErrNoKey = errors.New("no key configured")
	// ErrNoContract: there is no code at the address of a contract.
	ErrNoContract = errors.New("there is no contract")
	// ErrWrongChain: the endpoint belongs to another chain than the network.
	ErrWrongChain = errors.New("wrong chain")
	// ErrInsufficientFunds: the account has too little of the coin, of LSAN, or of
	// its own stake; see [FundsError].
	ErrInsufficientFunds = errors.New("insufficient funds")
	// ErrNoSuchStream: the stream is not in the stream registry.
	ErrNoSuchStream = errors.New("no such stream")
	// ErrStreamExists: there is a stream of this name already.
	ErrStreamExists = errors.New("the stream exists already")
	// ErrMetadata: the metadata of a stream or node is not what it must be.
	ErrMetadata = errors.New("unusable metadata")
	// ErrTooLittle: the amount is 0, or below a minimum of the contracts.
	ErrTooLittle = errors.New("too little")
	// ErrNotPermitted: the account may not do that with the stream.
	ErrNotPermitted = errors.New("not permitted")
	// ErrNoPriceFeed: the network has no source of the coin's price in US dollars.
	ErrNoPriceFeed = errors.New("no source of prices in US dollars")
	// ErrStalePrice: the source's price is too old or makes no sense.
	ErrStalePrice = errors.New("no usable price in US dollars")
	// ErrNoSuchNode: the address is no node of the network.
	ErrNoSuchNode = errors.New("no such node")
	// ErrReverted: a contract refused a call; see [RevertedError].
	ErrReverted = errors.New("the contract refuses")
	// ErrDeclined: whoever was asked said no; nothing was sent.
	ErrDeclined = errors.New("declined")
)

// FundsError says what is missing, in the smallest units.
type FundsError struct {
	What       string // "coin", "LSAN", "node stake", "delegation"
	Need, Have *big.Int
}

func (e *FundsError) Error() string {
	unit := "base units"
	if e.What == "coin" {
		unit = "wei"
	}
	return fmt.Sprintf("insufficient %s: need %v %s, have %v, %v are missing", e.What, e.Need, unit, e.Have, new(big.Int).Sub(e.Need, e.Have))
}

// Is makes every FundsError an ErrInsufficientFunds.
func (e *FundsError) Is(target error) bool { return target == ErrInsufficientFunds }
