package deploy

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/logstore/logstore/contracts"
)

// Deviation is a difference between what is on a chain and what should be.
type Deviation struct {
	Contract string // as in contracts.Addresses, or "" for the whole network
	What     string
	Got      string
	Want     string
}

func (d Deviation) String() string {
	text := fmt.Sprintf("%s is %s, want %s", d.What, d.Got, d.Want)
	if d.Contract == "" {
		return text
	}
	return d.Contract + ": " + text
}

// Verify reads back what is deployed on a network and lists what is not as it should
// be: code of proxies and implementations, owners, roles, settings, and what the
// contracts know of each other. Registries that are Streamr's and not ours are only
// asked whether they answer. An error says that the chain could not be read.
func Verify(ctx context.Context, c Chain, network contracts.Network, p Params) ([]Deviation, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if err := checkChainID(ctx, c, network); err != nil {
		return nil, err
	}
	v := &verifier{c: c, a: network.Contracts, p: p}
	if err := v.expectCode(network.ChainID); err != nil {
		return nil, err
	}
	for _, part := range parts() {
		ours, err := v.proxy(ctx, part)
		if err != nil {
			return v.found, err
		}
		if ours {
			v.contract(ctx, part.name)
		}
	}
	v.priceFeed(ctx)
	return v.found, v.err
}

type verifier struct {
	c     Chain
	a     contracts.Addresses
	p     Params
	found []Deviation
	err   error // that ended the reading

	proxyCode       []byte
	implementations map[string][]byte // by name, as at their usual addresses
}

// implementationSlot is where ERC-1967 keeps the implementation's address.
var implementationSlot = common.BigToHash(new(big.Int).Sub(new(big.Int).SetBytes(crypto.Keccak256([]byte("eip1967.proxy.implementation"))), common.Big1))

// expectCode learns the code that constructors leave.
func (v *verifier) expectCode(chainID uint64) error {
	s, err := newStage(chainID)
	if err != nil {
		return err
	}
	code := func(name string, creation []byte) ([]byte, error) {
		step := factoryStep(name, creation)
		if _, err := s.send(common.Address{}, step.to, step.data); err != nil {
			return nil, fmt.Errorf("work out the code of %s: %w", name, err)
		}
		return s.code(step.Address), nil
	}
	v.implementations = map[string][]byte{}
	for _, part := range parts() {
		if v.implementations[part.name], err = code(part.name, part.creation); err != nil {
			return err
		}
	}
	v.proxyCode, err = code("proxy", proxyCreation(implementationAddress(parts()[0].creation)))
	return err
}

// proxy checks a proxy and the implementation behind it. It returns whether the contract
// is one of ours, to be looked at further.
func (v *verifier) proxy(ctx context.Context, part part) (ours bool, err error) {
	at := of(v.a, part.name)
	code, err := v.c.CodeAt(ctx, at, nil)
	if err != nil {
		return false, fmt.Errorf("read the code of %s: %w", part.name, err)
	}
	if at == (common.Address{}) || len(code) == 0 {
		v.add(part.name, "the contract", "missing at "+at.String(), "deployed")
		return false, nil
	}
	if !bytes.Equal(code, v.proxyCode) {
		if part.streamr {
			v.foreign(ctx, part.name)
			return false, v.err
		}
		v.add(part.name, "the code at "+at.String(), "another contract", "our proxy")
		return false, nil
	}
	raw, err := v.c.StorageAt(ctx, at, implementationSlot, nil)
	if err != nil {
		return false, fmt.Errorf("read the implementation of %s: %w", part.name, err)
	}
	implementation := common.BytesToAddress(raw)
	if code, err = v.c.CodeAt(ctx, implementation, nil); err != nil {
		return false, fmt.Errorf("read the implementation of %s: %w", part.name, err)
	}
	if want := codeAt(v.implementations[part.name], implementationAddress(part.creation), implementation); !bytes.Equal(code, want) {
		v.add(part.name, "the implementation at "+implementation.String(), "other code ("+crypto.Keccak256Hash(code).String()+")",
			"that of this program ("+crypto.Keccak256Hash(want).String()+")")
	}
	return true, nil
}

// codeAt is an implementation's code at another address: it has its own address inside,
// as a word, to know when it is called without a proxy.
func codeAt(code []byte, usual, at common.Address) []byte {
	return bytes.ReplaceAll(code, common.LeftPadBytes(usual[:], 32), common.LeftPadBytes(at[:], 32))
}

// foreign checks that a registry that is not ours answers as one.
func (v *verifier) foreign(ctx context.Context, name string) {
	switch name {
	case "StreamRegistry":
		b := contracts.NewStreamRegistry()
		check(ctx, v, name, "exists", b.PackExists("none/none"), b.UnpackExists, false)
	case "NodeRegistry":
		b := contracts.NewNodeRegistry()
		ask(ctx, v, name, "nodeCount", b.PackNodeCount(), b.UnpackNodeCount, func(uint64) {})
	case "StreamStorageRegistry":
		v.storageRegistry(ctx)
	}
}

func (v *verifier) add(contract, what, got, want string) {
	v.found = append(v.found, Deviation{Contract: contract, What: what, Got: got, Want: want})
}

// check compares what a view returns.
func check[T comparable](ctx context.Context, v *verifier, name, what string, data []byte, unpack func([]byte) (T, error), want T) {
	ask(ctx, v, name, what, data, unpack, func(got T) {
		if got != want {
			v.add(name, what, fmt.Sprint(got), fmt.Sprint(want))
		}
	})
}

// checkInt does so for numbers.
func checkInt(ctx context.Context, v *verifier, name, what string, data []byte, unpack func([]byte) (*big.Int, error), want *big.Int) {
	ask(ctx, v, name, what, data, unpack, func(got *big.Int) {
		if got.Cmp(want) != 0 {
			v.add(name, what, got.String(), want.String())
		}
	})
}

// ask calls a view. A contract that does not answer deviates. After an error nothing is
// asked any more.
func ask[T any](ctx context.Context, v *verifier, name, what string, data []byte, unpack func([]byte) (T, error), then func(T)) {
	if v.err != nil {
		return
	}
	got, err := read(ctx, v.c, of(v.a, name), data, unpack)
	switch {
	case errors.Is(err, errNoAnswer):
		v.add(name, what, fmt.Sprintf("not to be had (%v)", err), "answered")
	case err != nil:
		v.err = err
	default:
		then(got)
	}
}
