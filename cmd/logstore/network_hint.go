package main

import (
	"errors"
	"math/big"

	"github.com/logstore/logstore"
)

// networkHint says what to do about an error of a network, "" if there is nothing to
// add.
func networkHint(err error) string {
	var funds *logstore.FundsError
	switch {
	case errors.As(err, &funds):
		switch funds.What {
		case "coin":
			return "send coins of the chain to the account, or use another one with --key; \"logstore balance --json\" shows what it has"
		case "LSAN":
			return "buy more with \"logstore mint AMOUNT\", for example logstore mint --bytes " + needed(funds)
		case "node stake":
			return "add with \"logstore broker stake AMOUNT\"; \"logstore broker list\" shows what is free and when the rest will be"
		}
		return "\"logstore broker list\" shows the nodes and your stake"
	case errors.Is(err, logstore.ErrNoSuchStream):
		return "make a stream of your own with \"logstore stream create /path\"; is it the right network?"
	case errors.Is(err, logstore.ErrNoKey):
		return "make a key with \"logstore init\", or name one with --key FILE or LOGSTORE_PRIVATE_KEY"
	case errors.Is(err, logstore.ErrWrongChain), errors.Is(err, logstore.ErrNoContract):
		return "\"logstore config print\" shows chain.network, chain.rpc and chain.contracts, and where they come from"
	case errors.Is(err, logstore.ErrChainUnavailable):
		return "is the chain's endpoint right? name it with --rpc URL or chain.rpc"
	case errors.Is(err, logstore.ErrNoPriceFeed), errors.Is(err, logstore.ErrStalePrice):
		return "give the amount in bytes (--bytes), LSAN (1.5lsan) or wei instead"
	case errors.Is(err, logstore.ErrNotPermitted):
		return "whoever holds the grant permission gives it with \"logstore stream grant STREAM ADDRESS RIGHT\""
	}
	return ""
}

// needed is the number of base units that are missing, which are as many bytes.
func needed(e *logstore.FundsError) string {
	missing := new(big.Int).Sub(e.Need, e.Have)
	return missing.String()
}
