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

// ReportManagerMetaData contains all meta data concerning the ReportManager contract.
var ReportManagerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"BufferNotPositive\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"}],\"name\":\"NotATestChain\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"parent\",\"type\":\"address\"}],\"name\":\"ParentChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reportTimeBuffer\",\"type\":\"uint256\"}],\"name\":\"ReportTimeBufferChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"MATH_PRECISION\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"blockTimestamp\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getReporters\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"reporters\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"offset\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"limit\",\"type\":\"uint256\"}],\"name\":\"getReportersPage\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"reporters\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"parent_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"reportTimeBuffer_\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"__test_block_timestamp\",\"type\":\"uint256\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"parent\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"reportTimeBuffer\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"_parent\",\"type\":\"address\"}],\"name\":\"setParent\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"_reportTimeBuffer\",\"type\":\"uint256\"}],\"name\":\"setReportTimeBuffer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"upgradeTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "ReportManager",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b608051610ff46100f95f395f81816107fa0152818161082301526109510152610ff45ff3fe6080604052600436106100ef575f3560e01c8063715018a611610087578063d91b99e811610057578063d91b99e8146102ad578063dbc2d370146102c5578063eb990c59146102e4578063f2fde38b14610303575f5ffd5b8063715018a61461020c5780638da5cb5b14610220578063ad3cb1cc1461025c578063adb6183214610299575f5ffd5b80634f1ef286116100c25780634f1ef286146101a557806352d1902d146101b857806360f96a8f146101cc57806370f46202146101f8575f5ffd5b80630548309d146100f35780631499c5921461012857806331c74e01146101495780633659cfe614610186575b5f5ffd5b3480156100fe575f5ffd5b5061011261010d366004610ca9565b610322565b60405161011f9190610cc9565b60405180910390f35b348015610133575f5ffd5b50610147610142366004610d28565b6103ad565b005b348015610154575f5ffd5b507f1d744853b384f8d95138d81ec7860757f057c4cf32241dc3d6e7e0eeef521d01545b60405190815260200161011f565b348015610191575f5ffd5b506101476101a0366004610d28565b6103c1565b6101476101b3366004610d8f565b6103d5565b3480156101c3575f5ffd5b506101786103f4565b3480156101d7575f5ffd5b506101e061040f565b6040516001600160a01b03909116815260200161011f565b348015610203575f5ffd5b5061011261042e565b348015610217575f5ffd5b5061014761051d565b34801561022b575f5ffd5b507f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b03166101e0565b348015610267575f5ffd5b5061028c604051806040016040528060058152602001640352e302e360dc1b81525081565b60405161011f9190610e36565b3480156102a4575f5ffd5b50610178610530565b3480156102b8575f5ffd5b506101786402540be40081565b3480156102d0575f5ffd5b506101476102df366004610e6b565b61057e565b3480156102ef575f5ffd5b506101476102fe366004610e82565b61058f565b34801561030e575f5ffd5b5061014761031d366004610d28565b610705565b60605f516020610fb45f395f51905f5254604051635821fb5d60e11b815260048101859052602481018490526001600160a01b039091169063b043f6ba906044015f60405180830381865afa15801561037d573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526103a49190810190610ec5565b90505b92915050565b6103b561073f565b6103be8161079a565b50565b6103be8160405180602001604052805f8152505b6103dd6107ef565b6103e68261087d565b6103f08282610885565b5050565b5f6103fd610946565b505f516020610fd45f395f51905f5290565b5f5f516020610fb45f395f51905f525b546001600160a01b0316919050565b5f516020610fb45f395f51905f525460408051632564b50960e21b815290516060926001600160a01b031691829163b043f6ba915f918491639592d4249160048083019260209291908290030181865afa15801561048e573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906104b29190610f79565b6040516001600160e01b031960e085901b168152600481019290925260248201526044015f60405180830381865afa1580156104f0573d5f5f3e3d5ffd5b505050506040513d5f823e601f3d908101601f191682016040526105179190810190610ec5565b91505090565b61052561073f565b61052e5f61098f565b565b7f1d744853b384f8d95138d81ec7860757f057c4cf32241dc3d6e7e0eeef521d02545f906402540be40081156105665781610568565b425b610574906103e8610f90565b6105179190610f90565b61058661073f565b6103be816109ff565b5f610598610a68565b805490915060ff600160401b820416159067ffffffffffffffff165f811580156105bf5750825b90505f8267ffffffffffffffff1660011480156105db5750303b155b9050811580156105e9575080155b156106075760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff19166001178555831561063157845460ff60401b1916600160401b1785555b8515801590610642575046617a6914155b801561065057504661053914155b1561067557604051636903843960e11b81524660048201526024015b60405180910390fd5b61067e89610a90565b6106878861079a565b610690876109ff565b7f1d744853b384f8d95138d81ec7860757f057c4cf32241dc3d6e7e0eeef521d0286905583156106fa57845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b505050505050505050565b61070d61073f565b6001600160a01b03811661073657604051631e4fbdf760e01b81525f600482015260240161066c565b6103be8161098f565b336107717f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031690565b6001600160a01b03161461052e5760405163118cdaa760e01b815233600482015260240161066c565b5f516020610fb45f395f51905f5280546001600160a01b0319166001600160a01b0383169081179091556040517f8dbd94bacd880536b5d4d6fa6716c7b6a937bb62746ee76c4dd2b4fb6d540151905f90a250565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148061085f57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316610853610aa1565b6001600160a01b031614155b1561052e5760405163703e46dd60e11b815260040160405180910390fd5b6103be61073f565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa9250505080156108df575060408051601f3d908101601f191682019092526108dc91810190610f79565b60015b61090757604051634c9c8ce360e01b81526001600160a01b038316600482015260240161066c565b5f516020610fd45f395f51905f52811461093757604051632a87526960e21b81526004810182905260240161066c565b6109418383610ab5565b505050565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461052e5760405163703e46dd60e11b815260040160405180910390fd5b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b805f03610a1f5760405163d264d90d60e01b815260040160405180910390fd5b805f516020610fb45f395f51905f52600101556040518181527fceaac262f781c2e60c7cd8e53f431ca8a182729b017c231dc9da2994d0a4d6ec9060200160405180910390a150565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a006103a7565b610a98610b0a565b6103be81610b2f565b5f5f516020610fd45f395f51905f5261041f565b610abe82610b37565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a2805115610b02576109418282610b9a565b6103f0610c3a565b610b12610c59565b61052e57604051631afcd79f60e31b815260040160405180910390fd5b61070d610b0a565b806001600160a01b03163b5f03610b6c57604051634c9c8ce360e01b81526001600160a01b038216600482015260240161066c565b5f516020610fd45f395f51905f5280546001600160a01b0319166001600160a01b0392909216919091179055565b60605f610ba78484610c72565b9050808015610bc857505f3d1180610bc857505f846001600160a01b03163b115b15610bdd57610bd5610c85565b9150506103a7565b8015610c0757604051639996b31560e01b81526001600160a01b038516600482015260240161066c565b3d15610c1a57610c15610c9e565b610c33565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b341561052e5760405163b398979f60e01b815260040160405180910390fd5b5f610c62610a68565b54600160401b900460ff16919050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b5f5f60408385031215610cba575f5ffd5b50508035926020909101359150565b602080825282518282018190525f918401906040840190835b81811015610d095783516001600160a01b0316835260209384019390920191600101610ce2565b509095945050505050565b6001600160a01b03811681146103be575f5ffd5b5f60208284031215610d38575f5ffd5b8135610d4381610d14565b9392505050565b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f1916810167ffffffffffffffff81118282101715610d8757610d87610d4a565b604052919050565b5f5f60408385031215610da0575f5ffd5b8235610dab81610d14565b9150602083013567ffffffffffffffff811115610dc6575f5ffd5b8301601f81018513610dd6575f5ffd5b803567ffffffffffffffff811115610df057610df0610d4a565b610e03601f8201601f1916602001610d5e565b818152866020838501011115610e17575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b5f60208284031215610e7b575f5ffd5b5035919050565b5f5f5f5f60808587031215610e95575f5ffd5b8435610ea081610d14565b93506020850135610eb081610d14565b93969395505050506040820135916060013590565b5f60208284031215610ed5575f5ffd5b815167ffffffffffffffff811115610eeb575f5ffd5b8201601f81018413610efb575f5ffd5b805167ffffffffffffffff811115610f1557610f15610d4a565b8060051b610f2560208201610d5e565b91825260208184018101929081019087841115610f40575f5ffd5b6020850194505b83851015610f6e5784519250610f5c83610d14565b82825260209485019490910190610f47565b979650505050505050565b5f60208284031215610f89575f5ffd5b5051919050565b80820281158282048414176103a757634e487b7160e01b5f52601160045260245ffdfe1d744853b384f8d95138d81ec7860757f057c4cf32241dc3d6e7e0eeef521d00360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc",
}

// ReportManager is an auto generated Go binding around an Ethereum contract.
type ReportManager struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ReportManager) GetABI() abi.ABI {
	return c.abi
}

// NewReportManager creates a new instance of ReportManager.
func NewReportManager() *ReportManager {
	parsed, err := ReportManagerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ReportManager{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ReportManager) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackMATHPRECISION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd91b99e8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MATH_PRECISION() view returns(uint256)
func (reportManager *ReportManager) PackMATHPRECISION() []byte {
	enc, err := reportManager.abi.Pack("MATH_PRECISION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMATHPRECISION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd91b99e8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MATH_PRECISION() view returns(uint256)
func (reportManager *ReportManager) TryPackMATHPRECISION() ([]byte, error) {
	return reportManager.abi.Pack("MATH_PRECISION")
}

// UnpackMATHPRECISION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd91b99e8.
//
// Solidity: function MATH_PRECISION() view returns(uint256)
func (reportManager *ReportManager) UnpackMATHPRECISION(data []byte) (*big.Int, error) {
	out, err := reportManager.abi.Unpack("MATH_PRECISION", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (reportManager *ReportManager) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := reportManager.abi.Pack("UPGRADE_INTERFACE_VERSION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (reportManager *ReportManager) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return reportManager.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (reportManager *ReportManager) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := reportManager.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackBlockTimestamp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadb61832.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function blockTimestamp() view returns(uint256)
func (reportManager *ReportManager) PackBlockTimestamp() []byte {
	enc, err := reportManager.abi.Pack("blockTimestamp")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBlockTimestamp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xadb61832.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function blockTimestamp() view returns(uint256)
func (reportManager *ReportManager) TryPackBlockTimestamp() ([]byte, error) {
	return reportManager.abi.Pack("blockTimestamp")
}

// UnpackBlockTimestamp is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xadb61832.
//
// Solidity: function blockTimestamp() view returns(uint256)
func (reportManager *ReportManager) UnpackBlockTimestamp(data []byte) (*big.Int, error) {
	out, err := reportManager.abi.Unpack("blockTimestamp", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetReporters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70f46202.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getReporters() view returns(address[] reporters)
func (reportManager *ReportManager) PackGetReporters() []byte {
	enc, err := reportManager.abi.Pack("getReporters")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetReporters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70f46202.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getReporters() view returns(address[] reporters)
func (reportManager *ReportManager) TryPackGetReporters() ([]byte, error) {
	return reportManager.abi.Pack("getReporters")
}

// UnpackGetReporters is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70f46202.
//
// Solidity: function getReporters() view returns(address[] reporters)
func (reportManager *ReportManager) UnpackGetReporters(data []byte) ([]common.Address, error) {
	out, err := reportManager.abi.Unpack("getReporters", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackGetReportersPage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0548309d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getReportersPage(uint256 offset, uint256 limit) view returns(address[] reporters)
func (reportManager *ReportManager) PackGetReportersPage(offset *big.Int, limit *big.Int) []byte {
	enc, err := reportManager.abi.Pack("getReportersPage", offset, limit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetReportersPage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0548309d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getReportersPage(uint256 offset, uint256 limit) view returns(address[] reporters)
func (reportManager *ReportManager) TryPackGetReportersPage(offset *big.Int, limit *big.Int) ([]byte, error) {
	return reportManager.abi.Pack("getReportersPage", offset, limit)
}

// UnpackGetReportersPage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0548309d.
//
// Solidity: function getReportersPage(uint256 offset, uint256 limit) view returns(address[] reporters)
func (reportManager *ReportManager) UnpackGetReportersPage(data []byte) ([]common.Address, error) {
	out, err := reportManager.abi.Unpack("getReportersPage", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb990c59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_, address parent_, uint256 reportTimeBuffer_, uint256 __test_block_timestamp) returns()
func (reportManager *ReportManager) PackInitialize(owner common.Address, parent common.Address, reportTimeBuffer *big.Int, testBlockTimestamp *big.Int) []byte {
	enc, err := reportManager.abi.Pack("initialize", owner, parent, reportTimeBuffer, testBlockTimestamp)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb990c59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_, address parent_, uint256 reportTimeBuffer_, uint256 __test_block_timestamp) returns()
func (reportManager *ReportManager) TryPackInitialize(owner common.Address, parent common.Address, reportTimeBuffer *big.Int, testBlockTimestamp *big.Int) ([]byte, error) {
	return reportManager.abi.Pack("initialize", owner, parent, reportTimeBuffer, testBlockTimestamp)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (reportManager *ReportManager) PackOwner() []byte {
	enc, err := reportManager.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (reportManager *ReportManager) TryPackOwner() ([]byte, error) {
	return reportManager.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (reportManager *ReportManager) UnpackOwner(data []byte) (common.Address, error) {
	out, err := reportManager.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackParent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x60f96a8f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function parent() view returns(address)
func (reportManager *ReportManager) PackParent() []byte {
	enc, err := reportManager.abi.Pack("parent")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackParent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x60f96a8f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function parent() view returns(address)
func (reportManager *ReportManager) TryPackParent() ([]byte, error) {
	return reportManager.abi.Pack("parent")
}

// UnpackParent is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x60f96a8f.
//
// Solidity: function parent() view returns(address)
func (reportManager *ReportManager) UnpackParent(data []byte) (common.Address, error) {
	out, err := reportManager.abi.Unpack("parent", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (reportManager *ReportManager) PackProxiableUUID() []byte {
	enc, err := reportManager.abi.Pack("proxiableUUID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (reportManager *ReportManager) TryPackProxiableUUID() ([]byte, error) {
	return reportManager.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (reportManager *ReportManager) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := reportManager.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (reportManager *ReportManager) PackRenounceOwnership() []byte {
	enc, err := reportManager.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (reportManager *ReportManager) TryPackRenounceOwnership() ([]byte, error) {
	return reportManager.abi.Pack("renounceOwnership")
}

// PackReportTimeBuffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31c74e01.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reportTimeBuffer() view returns(uint256)
func (reportManager *ReportManager) PackReportTimeBuffer() []byte {
	enc, err := reportManager.abi.Pack("reportTimeBuffer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReportTimeBuffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31c74e01.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reportTimeBuffer() view returns(uint256)
func (reportManager *ReportManager) TryPackReportTimeBuffer() ([]byte, error) {
	return reportManager.abi.Pack("reportTimeBuffer")
}

// UnpackReportTimeBuffer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x31c74e01.
//
// Solidity: function reportTimeBuffer() view returns(uint256)
func (reportManager *ReportManager) UnpackReportTimeBuffer(data []byte) (*big.Int, error) {
	out, err := reportManager.abi.Unpack("reportTimeBuffer", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSetParent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1499c592.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setParent(address _parent) returns()
func (reportManager *ReportManager) PackSetParent(parent common.Address) []byte {
	enc, err := reportManager.abi.Pack("setParent", parent)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetParent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1499c592.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setParent(address _parent) returns()
func (reportManager *ReportManager) TryPackSetParent(parent common.Address) ([]byte, error) {
	return reportManager.abi.Pack("setParent", parent)
}

// PackSetReportTimeBuffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdbc2d370.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setReportTimeBuffer(uint256 _reportTimeBuffer) returns()
func (reportManager *ReportManager) PackSetReportTimeBuffer(reportTimeBuffer *big.Int) []byte {
	enc, err := reportManager.abi.Pack("setReportTimeBuffer", reportTimeBuffer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetReportTimeBuffer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdbc2d370.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setReportTimeBuffer(uint256 _reportTimeBuffer) returns()
func (reportManager *ReportManager) TryPackSetReportTimeBuffer(reportTimeBuffer *big.Int) ([]byte, error) {
	return reportManager.abi.Pack("setReportTimeBuffer", reportTimeBuffer)
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (reportManager *ReportManager) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := reportManager.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (reportManager *ReportManager) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return reportManager.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (reportManager *ReportManager) PackUpgradeTo(newImplementation common.Address) []byte {
	enc, err := reportManager.abi.Pack("upgradeTo", newImplementation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (reportManager *ReportManager) TryPackUpgradeTo(newImplementation common.Address) ([]byte, error) {
	return reportManager.abi.Pack("upgradeTo", newImplementation)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (reportManager *ReportManager) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := reportManager.abi.Pack("upgradeToAndCall", newImplementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (reportManager *ReportManager) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return reportManager.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// ReportManagerInitialized represents a Initialized event raised by the ReportManager contract.
type ReportManagerInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const ReportManagerInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (ReportManagerInitialized) ContractEventName() string {
	return ReportManagerInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (reportManager *ReportManager) UnpackInitializedEvent(log *types.Log) (*ReportManagerInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != reportManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ReportManagerInitialized)
	if len(log.Data) > 0 {
		if err := reportManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range reportManager.abi.Events[event].Inputs {
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

// ReportManagerOwnershipTransferred represents a OwnershipTransferred event raised by the ReportManager contract.
type ReportManagerOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const ReportManagerOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (ReportManagerOwnershipTransferred) ContractEventName() string {
	return ReportManagerOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (reportManager *ReportManager) UnpackOwnershipTransferredEvent(log *types.Log) (*ReportManagerOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != reportManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ReportManagerOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := reportManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range reportManager.abi.Events[event].Inputs {
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

// ReportManagerParentChanged represents a ParentChanged event raised by the ReportManager contract.
type ReportManagerParentChanged struct {
	Parent common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const ReportManagerParentChangedEventName = "ParentChanged"

// ContractEventName returns the user-defined event name.
func (ReportManagerParentChanged) ContractEventName() string {
	return ReportManagerParentChangedEventName
}

// UnpackParentChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ParentChanged(address indexed parent)
func (reportManager *ReportManager) UnpackParentChangedEvent(log *types.Log) (*ReportManagerParentChanged, error) {
	event := "ParentChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != reportManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ReportManagerParentChanged)
	if len(log.Data) > 0 {
		if err := reportManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range reportManager.abi.Events[event].Inputs {
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

// ReportManagerReportTimeBufferChanged represents a ReportTimeBufferChanged event raised by the ReportManager contract.
type ReportManagerReportTimeBufferChanged struct {
	ReportTimeBuffer *big.Int
	Raw              *types.Log // Blockchain specific contextual infos
}

const ReportManagerReportTimeBufferChangedEventName = "ReportTimeBufferChanged"

// ContractEventName returns the user-defined event name.
func (ReportManagerReportTimeBufferChanged) ContractEventName() string {
	return ReportManagerReportTimeBufferChangedEventName
}

// UnpackReportTimeBufferChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ReportTimeBufferChanged(uint256 reportTimeBuffer)
func (reportManager *ReportManager) UnpackReportTimeBufferChangedEvent(log *types.Log) (*ReportManagerReportTimeBufferChanged, error) {
	event := "ReportTimeBufferChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != reportManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ReportManagerReportTimeBufferChanged)
	if len(log.Data) > 0 {
		if err := reportManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range reportManager.abi.Events[event].Inputs {
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

// ReportManagerUpgraded represents a Upgraded event raised by the ReportManager contract.
type ReportManagerUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const ReportManagerUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (ReportManagerUpgraded) ContractEventName() string {
	return ReportManagerUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (reportManager *ReportManager) UnpackUpgradedEvent(log *types.Log) (*ReportManagerUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != reportManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ReportManagerUpgraded)
	if len(log.Data) > 0 {
		if err := reportManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range reportManager.abi.Events[event].Inputs {
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
func (reportManager *ReportManager) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], reportManager.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return reportManager.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["BufferNotPositive"].ID.Bytes()[:4]) {
		return reportManager.UnpackBufferNotPositiveError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return reportManager.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return reportManager.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return reportManager.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return reportManager.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["NotATestChain"].ID.Bytes()[:4]) {
		return reportManager.UnpackNotATestChainError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return reportManager.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return reportManager.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return reportManager.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return reportManager.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return reportManager.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], reportManager.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return reportManager.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// ReportManagerAddressEmptyCode represents a AddressEmptyCode error raised by the ReportManager contract.
type ReportManagerAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func ReportManagerAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (reportManager *ReportManager) UnpackAddressEmptyCodeError(raw []byte) (*ReportManagerAddressEmptyCode, error) {
	out := new(ReportManagerAddressEmptyCode)
	if err := reportManager.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerBufferNotPositive represents a BufferNotPositive error raised by the ReportManager contract.
type ReportManagerBufferNotPositive struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BufferNotPositive()
func ReportManagerBufferNotPositiveErrorID() common.Hash {
	return common.HexToHash("0xd264d90d642c2bf5204d6b5107de216baa838f644480d5e5473212cd3c5c5970")
}

// UnpackBufferNotPositiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BufferNotPositive()
func (reportManager *ReportManager) UnpackBufferNotPositiveError(raw []byte) (*ReportManagerBufferNotPositive, error) {
	out := new(ReportManagerBufferNotPositive)
	if err := reportManager.abi.UnpackIntoInterface(out, "BufferNotPositive", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the ReportManager contract.
type ReportManagerERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func ReportManagerERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (reportManager *ReportManager) UnpackERC1967InvalidImplementationError(raw []byte) (*ReportManagerERC1967InvalidImplementation, error) {
	out := new(ReportManagerERC1967InvalidImplementation)
	if err := reportManager.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerERC1967NonPayable represents a ERC1967NonPayable error raised by the ReportManager contract.
type ReportManagerERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func ReportManagerERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (reportManager *ReportManager) UnpackERC1967NonPayableError(raw []byte) (*ReportManagerERC1967NonPayable, error) {
	out := new(ReportManagerERC1967NonPayable)
	if err := reportManager.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerFailedCall represents a FailedCall error raised by the ReportManager contract.
type ReportManagerFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func ReportManagerFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (reportManager *ReportManager) UnpackFailedCallError(raw []byte) (*ReportManagerFailedCall, error) {
	out := new(ReportManagerFailedCall)
	if err := reportManager.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerInvalidInitialization represents a InvalidInitialization error raised by the ReportManager contract.
type ReportManagerInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func ReportManagerInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (reportManager *ReportManager) UnpackInvalidInitializationError(raw []byte) (*ReportManagerInvalidInitialization, error) {
	out := new(ReportManagerInvalidInitialization)
	if err := reportManager.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerNotATestChain represents a NotATestChain error raised by the ReportManager contract.
type ReportManagerNotATestChain struct {
	ChainId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotATestChain(uint256 chainId)
func ReportManagerNotATestChainErrorID() common.Hash {
	return common.HexToHash("0xd20708726254020711b874168089ddd7bf294abc07c3be1bc0b0b32a57575ceb")
}

// UnpackNotATestChainError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotATestChain(uint256 chainId)
func (reportManager *ReportManager) UnpackNotATestChainError(raw []byte) (*ReportManagerNotATestChain, error) {
	out := new(ReportManagerNotATestChain)
	if err := reportManager.abi.UnpackIntoInterface(out, "NotATestChain", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerNotInitializing represents a NotInitializing error raised by the ReportManager contract.
type ReportManagerNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func ReportManagerNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (reportManager *ReportManager) UnpackNotInitializingError(raw []byte) (*ReportManagerNotInitializing, error) {
	out := new(ReportManagerNotInitializing)
	if err := reportManager.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the ReportManager contract.
type ReportManagerOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func ReportManagerOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (reportManager *ReportManager) UnpackOwnableInvalidOwnerError(raw []byte) (*ReportManagerOwnableInvalidOwner, error) {
	out := new(ReportManagerOwnableInvalidOwner)
	if err := reportManager.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the ReportManager contract.
type ReportManagerOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func ReportManagerOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (reportManager *ReportManager) UnpackOwnableUnauthorizedAccountError(raw []byte) (*ReportManagerOwnableUnauthorizedAccount, error) {
	out := new(ReportManagerOwnableUnauthorizedAccount)
	if err := reportManager.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the ReportManager contract.
type ReportManagerReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func ReportManagerReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (reportManager *ReportManager) UnpackReentrancyGuardReentrantCallError(raw []byte) (*ReportManagerReentrancyGuardReentrantCall, error) {
	out := new(ReportManagerReentrancyGuardReentrantCall)
	if err := reportManager.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the ReportManager contract.
type ReportManagerUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func ReportManagerUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (reportManager *ReportManager) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*ReportManagerUUPSUnauthorizedCallContext, error) {
	out := new(ReportManagerUUPSUnauthorizedCallContext)
	if err := reportManager.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ReportManagerUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the ReportManager contract.
type ReportManagerUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func ReportManagerUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (reportManager *ReportManager) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*ReportManagerUUPSUnsupportedProxiableUUID, error) {
	out := new(ReportManagerUUPSUnsupportedProxiableUUID)
	if err := reportManager.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}
