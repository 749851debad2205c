package logstore

import (
	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/internal/chain/wallet"
	"github.com/logstore/logstore/internal/units"
)

// Errors of [Network], to branch on with errors.Is. A missing key is [ErrNoKey], what
// makes no sense [ErrInvalid].
var (
	// ErrInsufficientFunds: the account has too little coin, LSAN or free stake;
	// [FundsError] says how much.
	ErrInsufficientFunds = wallet.ErrInsufficientFunds
	// ErrTooLittle: the amount is 0 or below a minimum of the contracts.
	ErrTooLittle = wallet.ErrTooLittle
	// ErrNoSuchStream: the stream is not in the network's stream registry.
	ErrNoSuchStream = wallet.ErrNoSuchStream
	// ErrStreamExists: a stream of this name is in the registry already.
	ErrStreamExists = wallet.ErrStreamExists
	// ErrMetadata: the metadata of a stream or node is not JSON, or lacks something.
	ErrMetadata = wallet.ErrMetadata
	// ErrNotPermitted: the account may not do that with the stream.
	ErrNotPermitted = wallet.ErrNotPermitted
	// ErrNoSuchNode: the address is no node of the network.
	ErrNoSuchNode = wallet.ErrNoSuchNode
	// ErrNoPriceFeed: the network knows no price of its coin in US dollars.
	ErrNoPriceFeed = wallet.ErrNoPriceFeed
	// ErrStalePrice: the price in US dollars is too old, or makes no sense.
	ErrStalePrice = wallet.ErrStalePrice
	// ErrAmount: a text is no amount.
	ErrAmount = units.ErrAmount
	// ErrNoContract: there is no contract at the address where one should be: wrong
	// network, or wrong address.
	ErrNoContract = wallet.ErrNoContract
	// ErrWrongChain: the RPC endpoint belongs to another chain.
	ErrWrongChain = wallet.ErrWrongChain
	// ErrChainUnavailable: no RPC endpoint answers.
	ErrChainUnavailable = rpcpool.ErrUnavailable
	// ErrReverted: a contract refused a call, usually before anything was sent. The
	// text has its reason.
	ErrReverted = wallet.ErrReverted
)

// FundsError says what is missing: Need and Have are in wei of the coin, else in base
// units.
type FundsError = wallet.FundsError
