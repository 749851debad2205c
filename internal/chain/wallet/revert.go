package wallet

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
)

// RevertedError tells that a contract refused a call.
type RevertedError struct {
	// Reason is what the contract says, such as "error_invalidStream".
	Reason string
	// Advice explains the well-known reasons, "" if there is nothing to add.
	Advice string

	cause error
}

func (e *RevertedError) Error() string {
	s := "the contract refuses: " + e.Reason
	if e.Reason == "" {
		s = "the contract refuses without a reason"
	}
	if e.Advice != "" {
		s += " (" + e.Advice + ")"
	}
	return s
}

// Is makes every RevertedError an ErrReverted.
func (e *RevertedError) Is(target error) bool { return target == ErrReverted }

func (e *RevertedError) Unwrap() error { return e.cause }

// advice explains reasons that operations of a wallet can meet.
var advice = map[string]string{
	"error_invalidStream":        "the stream does not exist",
	"error_notApproved":          "the network admits approved nodes only, and this one is not or was rejected",
	"error_invalidNode":          "the address is no node",
	"error_notEnoughStake":       "less than that is free; stake that was taken back from a node has to wait first",
	"error_streamDoesNotExist":   "the stream does not exist",
	"error_noSharePermission":    "the account may not give permissions for this stream",
	"error_noEditPermission":     "the account may not edit this stream",
	"error_streamAlreadyExists":  "the stream exists already",
	"EnforcedPause":              "the token is paused",
	"TransferNotPermitted":       "the token's operator has to admit this account first",
	"ERC20InsufficientAllowance": "somebody else used the allowance meanwhile; try again",
}

// Errors knows the errors of the network's contracts.
func Errors() (*tx.Errors, error) {
	var abis []abi.ABI
	for _, m := range []*bind.MetaData{
		&contracts.LSANMetaData, &contracts.NodeManagerMetaData, &contracts.StoreManagerMetaData,
		&contracts.QueryManagerMetaData, &contracts.StreamRegistryMetaData,
	} {
		parsed, err := m.ParseABI()
		if err != nil {
			return nil, fmt.Errorf("parse the ABI of %s: %w", m.ID, err)
		}
		abis = append(abis, *parsed)
	}
	return tx.NewErrors(abis...), nil
}

// explain brings what a contract or an endpoint says into the errors of this package.
func (w *Wallet) explain(err error) error {
	var short *tx.InsufficientFundsError
	if errors.As(err, &short) {
		return &FundsError{"coin", short.Need, short.Have}
	}
	var r *tx.RevertError
	if !errors.As(w.errs.Explain(err), &r) {
		return err
	}
	key := r.Name
	if key == "Error" {
		key = r.Reason
	}
	return &RevertedError{Reason: r.Reason, Advice: advice[key], cause: err}
}
