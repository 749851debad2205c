// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package contracts

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// BareProxyMetaData contains all meta data concerning the BareProxy contract.
var BareProxyMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967ProxyUninitialized\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"stateMutability\":\"payable\",\"type\":\"fallback\"}]",
	ID:  "BareProxy",
	Bin: "0x608060405234801561000f575f5ffd5b506040516102c83803806102c883398101604081905261002e91610222565b60408051602081019091525f815281906100488282610050565b50505061024f565b610059826100ae565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a28051156100a25761009d8282610129565b505050565b6100aa6101ca565b5050565b806001600160a01b03163b5f036100e857604051634c9c8ce360e01b81526001600160a01b03821660048201526024015b60405180910390fd5b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0392909216919091179055565b60605f61013684846101eb565b905080801561015757505f3d118061015757505f846001600160a01b03163b115b1561016c576101646101fe565b9150506101c4565b801561019657604051639996b31560e01b81526001600160a01b03851660048201526024016100df565b3d156101a9576101a4610217565b6101c2565b60405163d6bda27560e01b815260040160405180910390fd5b505b92915050565b34156101e95760405163b398979f60e01b815260040160405180910390fd5b565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b5f60208284031215610232575f5ffd5b81516001600160a01b0381168114610248575f5ffd5b9392505050565b606d8061025b5f395ff3fe6080604052600a600c565b005b60186014601a565b6050565b565b5f604b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc546001600160a01b031690565b905090565b365f5f375f5f365f845af43d5f5f3e8080156069573d5ff35b3d5ffd",
}

// BareProxy is an auto generated Go binding around an Ethereum contract.
type BareProxy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BareProxy) GetABI() abi.ABI {
	return c.abi
}

// NewBareProxy creates a new instance of BareProxy.
func NewBareProxy() *BareProxy {
	parsed, err := BareProxyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BareProxy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BareProxy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address implementation) returns()
func (bareProxy *BareProxy) PackConstructor(implementation common.Address) []byte {
	enc, err := bareProxy.abi.Pack("", implementation)
	if err != nil {
		panic(err)
	}
	return enc
}

// BareProxyUpgraded represents a Upgraded event raised by the BareProxy contract.
type BareProxyUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const BareProxyUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (BareProxyUpgraded) ContractEventName() string {
	return BareProxyUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (bareProxy *BareProxy) UnpackUpgradedEvent(log *types.Log) (*BareProxyUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != bareProxy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(BareProxyUpgraded)
	if len(log.Data) > 0 {
		if err := bareProxy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range bareProxy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (bareProxy *BareProxy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], bareProxy.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return bareProxy.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], bareProxy.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return bareProxy.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], bareProxy.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return bareProxy.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], bareProxy.abi.Errors["ERC1967ProxyUninitialized"].ID.Bytes()[:4]) {
		return bareProxy.UnpackERC1967ProxyUninitializedError(raw[4:])
	}
	if bytes.Equal(raw[:4], bareProxy.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return bareProxy.UnpackFailedCallError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// BareProxyAddressEmptyCode represents a AddressEmptyCode error raised by the BareProxy contract.
type BareProxyAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func BareProxyAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (bareProxy *BareProxy) UnpackAddressEmptyCodeError(raw []byte) (*BareProxyAddressEmptyCode, error) {
	out := new(BareProxyAddressEmptyCode)
	if err := bareProxy.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BareProxyERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the BareProxy contract.
type BareProxyERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func BareProxyERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (bareProxy *BareProxy) UnpackERC1967InvalidImplementationError(raw []byte) (*BareProxyERC1967InvalidImplementation, error) {
	out := new(BareProxyERC1967InvalidImplementation)
	if err := bareProxy.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BareProxyERC1967NonPayable represents a ERC1967NonPayable error raised by the BareProxy contract.
type BareProxyERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func BareProxyERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (bareProxy *BareProxy) UnpackERC1967NonPayableError(raw []byte) (*BareProxyERC1967NonPayable, error) {
	out := new(BareProxyERC1967NonPayable)
	if err := bareProxy.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BareProxyERC1967ProxyUninitialized represents a ERC1967ProxyUninitialized error raised by the BareProxy contract.
type BareProxyERC1967ProxyUninitialized struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967ProxyUninitialized()
func BareProxyERC1967ProxyUninitializedErrorID() common.Hash {
	return common.HexToHash("0xc28a273c3fe16468cad2234091c09b146f46a93b2ad4069739c7beddfa5b3529")
}

// UnpackERC1967ProxyUninitializedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967ProxyUninitialized()
func (bareProxy *BareProxy) UnpackERC1967ProxyUninitializedError(raw []byte) (*BareProxyERC1967ProxyUninitialized, error) {
	out := new(BareProxyERC1967ProxyUninitialized)
	if err := bareProxy.abi.UnpackIntoInterface(out, "ERC1967ProxyUninitialized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BareProxyFailedCall represents a FailedCall error raised by the BareProxy contract.
type BareProxyFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func BareProxyFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (bareProxy *BareProxy) UnpackFailedCallError(raw []byte) (*BareProxyFailedCall, error) {
	out := new(BareProxyFailedCall)
	if err := bareProxy.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}
