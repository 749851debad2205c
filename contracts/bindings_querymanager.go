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

// QueryManagerMetaData contains all meta data concerning the QueryManager contract.
var QueryManagerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotParent\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"consumer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"stake\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"capture\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"overflow\",\"type\":\"uint256\"}],\"name\":\"CaptureOverflow\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"consumer\",\"type\":\"address\"}],\"name\":\"ConsumerExhausted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"consumer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"fees\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"bytesProcessed\",\"type\":\"uint256\"}],\"name\":\"DataQueried\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"parent\",\"type\":\"address\"}],\"name\":\"ParentChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"consumer\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Stake\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"supply\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"capture\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"overflow\",\"type\":\"uint256\"}],\"name\":\"SupplyOverflow\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"consumer\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"consumer\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"bytesProcessed\",\"type\":\"uint256\"}],\"name\":\"capture\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"captured\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"parent_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"stakeTokenAddress_\",\"type\":\"address\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"parent\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"_parent\",\"type\":\"address\"}],\"name\":\"setParent\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"stake\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"stakeTokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"upgradeTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "QueryManager",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b6080516112c26100f95f395f8181610889015281816108b201526109e001526112c25ff3fe6080604052600436106100e4575f3560e01c806370a0823111610087578063ad3cb1cc11610057578063ad3cb1cc146102bb578063c0c53b8b146102f8578063f2fde38b14610317578063f7177d1814610336575f5ffd5b806370a08231146101f9578063715018a61461024c5780638da5cb5b14610260578063a694fc3a1461029c575f5ffd5b80633659cfe6116100c25780633659cfe6146101775780634f1ef2861461019657806352d1902d146101a957806360f96a8f146101bd575f5ffd5b80630106395f146100e85780631499c5921461011957806318160ddd1461013a575b5f5ffd5b3480156100f3575f5ffd5b506100fc610355565b6040516001600160a01b0390911681526020015b60405180910390f35b348015610124575f5ffd5b50610138610133366004611083565b610374565b005b348015610145575f5ffd5b507f99d300ae042097845166b16dfdd4e3eb5f0c3e2c91465048e6967cf4a4c58902545b604051908152602001610110565b348015610182575f5ffd5b50610138610191366004611083565b610388565b6101386101a43660046110b0565b61039c565b3480156101b4575f5ffd5b506101696103bb565b3480156101c8575f5ffd5b507f99d300ae042097845166b16dfdd4e3eb5f0c3e2c91465048e6967cf4a4c58901546001600160a01b03166100fc565b348015610204575f5ffd5b50610169610213366004611083565b6001600160a01b03165f9081527fbc1d4bd9cb83496671a260bb74c81ae0c938790b7abffa84d7a16d4bb97d7200602052604090205490565b348015610257575f5ffd5b506101386103d6565b34801561026b575f5ffd5b507f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b03166100fc565b3480156102a7575f5ffd5b506101386102b6366004611174565b6103e9565b3480156102c6575f5ffd5b506102eb604051806040016040528060058152602001640352e302e360dc1b81525081565b604051610110919061118b565b348015610303575f5ffd5b506101386103123660046111c0565b6104cd565b348015610322575f5ffd5b50610138610331366004611083565b6105ca565b348015610341575f5ffd5b50610169610350366004611200565b610604565b5f5f5160206112825f395f51905f525b546001600160a01b0316919050565b61037c6107bb565b61038581610816565b50565b6103858160405180602001604052805f8152505b6103a461087e565b6103ad8261090c565b6103b78282610914565b5050565b5f6103c46109d5565b505f5160206112a25f395f51905f5290565b6103de6107bb565b6103e75f610a1e565b565b6103f1610a8e565b5f81116104455760405162461bcd60e51b815260206004820152601760248201527f6572726f725f696e73756666696369656e745374616b6500000000000000000060448201526064015b60405180910390fd5b335f9081527fbc1d4bd9cb83496671a260bb74c81ae0c938790b7abffa84d7a16d4bb97d7200602052604081208054839290610482908490611244565b909155505060405181815233907febedb8b3c678666e7f36970bc8f57abf6d8fa2e828c0da91ea5b75bf68ed101a9060200160405180910390a26104c581610ac3565b610385610b20565b5f6104d6610b4a565b805490915060ff600160401b820416159067ffffffffffffffff165f811580156104fd5750825b90505f8267ffffffffffffffff1660011480156105195750303b155b905081158015610527575080155b156105455760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff19166001178555831561056f57845460ff60401b1916600160401b1785555b61057a888888610b74565b83156105c057845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b5050505050505050565b6105d26107bb565b6001600160a01b0381166105fb57604051631e4fbdf760e01b81525f600482015260240161043c565b61038581610a1e565b5f5f5160206112825f395f51905f52600101546001600160a01b03163314610641576040516314b14df760e01b815233600482015260240161043c565b610649610a8e565b6001600160a01b0384165f9081527fbc1d4bd9cb83496671a260bb74c81ae0c938790b7abffa84d7a16d4bb97d7200602081905260409091205461068d8582610c02565b92506106998382611257565b6001600160a01b0387165f9081526020849052604090205584831015610715577f638ca29f0074141e8351581577c72b6a496ec69db5a9518aafc1938d857cd0ca8682876106e78782611257565b604080516001600160a01b039095168552602085019390935291830152606082015260800160405180910390a15b60408051848152602081018690526001600160a01b038816917f7c9e10d161637aa47a4ee991d967b5313029fdac1cf0e44d7fbc74b40c9e072e910160405180910390a25f8311801561076757508083145b156107a0576040516001600160a01b038716907fb74576d808ccb2b1e68e806f6ae1405f2c32d9b7084296efca11fa885e5f860b905f90a25b6107aa8584610c11565b50506107b4610b20565b9392505050565b336107ed7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031690565b6001600160a01b0316146103e75760405163118cdaa760e01b815233600482015260240161043c565b7f99d300ae042097845166b16dfdd4e3eb5f0c3e2c91465048e6967cf4a4c5890180546001600160a01b0319166001600160a01b0383169081179091556040517f8dbd94bacd880536b5d4d6fa6716c7b6a937bb62746ee76c4dd2b4fb6d540151905f90a250565b306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614806108ee57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166108e2610cce565b6001600160a01b031614155b156103e75760405163703e46dd60e11b815260040160405180910390fd5b6103856107bb565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa92505050801561096e575060408051601f3d908101601f1916820190925261096b9181019061126a565b60015b61099657604051634c9c8ce360e01b81526001600160a01b038316600482015260240161043c565b5f5160206112a25f395f51905f5281146109c657604051632a87526960e21b81526004810182905260240161043c565b6109d08383610ce2565b505050565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146103e75760405163703e46dd60e11b815260040160405180910390fd5b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b610a96610d37565b6103e760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90610d77565b7f99d300ae042097845166b16dfdd4e3eb5f0c3e2c91465048e6967cf4a4c5890280545f5160206112825f395f51905f529183915f90610b04908490611244565b909155505080546103b7906001600160a01b0316333085610d7e565b6103e75f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00610abd565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a005b92915050565b610b7c610db4565b6001600160a01b038116610bc95760405162461bcd60e51b81526020600482015260146024820152736572726f725f626164547261636b65724461746160601b604482015260640161043c565b610bd283610dd9565b5f5160206112825f395f51905f5280546001600160a01b0319166001600160a01b0383161790556109d082610816565b5f8282188284100282186107b4565b7f99d300ae042097845166b16dfdd4e3eb5f0c3e2c91465048e6967cf4a4c58902545f5160206112825f395f51905f529080841115610c96577fe7f554bdb4965a65d3bdf0779e5752fedff7e451afeb9ce70e315933e0630a1c8185610c778282611257565b6040805193845260208401929092529082015260600160405180910390a15b825f03610ca35750505050565b610cad8382611257565b60028301558154610cc8906001600160a01b03163385610dea565b50505050565b5f5f5160206112a25f395f51905f52610365565b610ceb82610e1f565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a2805115610d2f576109d08282610e82565b6103b7610f22565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c156103e757604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b610d8c848484846001610f41565b610cc857604051635274afe760e01b81526001600160a01b038516600482015260240161043c565b610dbc610fae565b6103e757604051631afcd79f60e31b815260040160405180910390fd5b610de1610db4565b61038581610fc7565b610df78383836001610fcf565b6109d057604051635274afe760e01b81526001600160a01b038416600482015260240161043c565b806001600160a01b03163b5f03610e5457604051634c9c8ce360e01b81526001600160a01b038216600482015260240161043c565b5f5160206112a25f395f51905f5280546001600160a01b0319166001600160a01b0392909216919091179055565b60605f610e8f8484611031565b9050808015610eb057505f3d1180610eb057505f846001600160a01b03163b115b15610ec557610ebd611044565b915050610b6e565b8015610eef57604051639996b31560e01b81526001600160a01b038516600482015260240161043c565b3d15610f0257610efd61105d565b610f1b565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b34156103e75760405163b398979f60e01b815260040160405180910390fd5b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f51148316610f9d578383151615610f91573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f610fb7610b4a565b54600160401b900460ff16919050565b6105d2610db4565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f51148316611025578383151615611019573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b80356001600160a01b038116811461107e575f5ffd5b919050565b5f60208284031215611093575f5ffd5b6107b482611068565b634e487b7160e01b5f52604160045260245ffd5b5f5f604083850312156110c1575f5ffd5b6110ca83611068565b9150602083013567ffffffffffffffff8111156110e5575f5ffd5b8301601f810185136110f5575f5ffd5b803567ffffffffffffffff81111561110f5761110f61109c565b604051601f8201601f19908116603f0116810167ffffffffffffffff8111828210171561113e5761113e61109c565b604052818152828201602001871015611155575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f60208284031215611184575f5ffd5b5035919050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b5f5f5f606084860312156111d2575f5ffd5b6111db84611068565b92506111e960208501611068565b91506111f760408501611068565b90509250925092565b5f5f5f60608486031215611212575f5ffd5b61121b84611068565b95602085013595506040909401359392505050565b634e487b7160e01b5f52601160045260245ffd5b80820180821115610b6e57610b6e611230565b81810381811115610b6e57610b6e611230565b5f6020828403121561127a575f5ffd5b505191905056fe99d300ae042097845166b16dfdd4e3eb5f0c3e2c91465048e6967cf4a4c58900360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc",
}

// QueryManager is an auto generated Go binding around an Ethereum contract.
type QueryManager struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *QueryManager) GetABI() abi.ABI {
	return c.abi
}

// NewQueryManager creates a new instance of QueryManager.
func NewQueryManager() *QueryManager {
	parsed, err := QueryManagerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &QueryManager{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *QueryManager) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (queryManager *QueryManager) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := queryManager.abi.Pack("UPGRADE_INTERFACE_VERSION")
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
func (queryManager *QueryManager) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return queryManager.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (queryManager *QueryManager) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := queryManager.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address consumer) view returns(uint256)
func (queryManager *QueryManager) PackBalanceOf(consumer common.Address) []byte {
	enc, err := queryManager.abi.Pack("balanceOf", consumer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address consumer) view returns(uint256)
func (queryManager *QueryManager) TryPackBalanceOf(consumer common.Address) ([]byte, error) {
	return queryManager.abi.Pack("balanceOf", consumer)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address consumer) view returns(uint256)
func (queryManager *QueryManager) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := queryManager.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCapture is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7177d18.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function capture(address consumer, uint256 amount, uint256 bytesProcessed) returns(uint256 captured)
func (queryManager *QueryManager) PackCapture(consumer common.Address, amount *big.Int, bytesProcessed *big.Int) []byte {
	enc, err := queryManager.abi.Pack("capture", consumer, amount, bytesProcessed)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCapture is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7177d18.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function capture(address consumer, uint256 amount, uint256 bytesProcessed) returns(uint256 captured)
func (queryManager *QueryManager) TryPackCapture(consumer common.Address, amount *big.Int, bytesProcessed *big.Int) ([]byte, error) {
	return queryManager.abi.Pack("capture", consumer, amount, bytesProcessed)
}

// UnpackCapture is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf7177d18.
//
// Solidity: function capture(address consumer, uint256 amount, uint256 bytesProcessed) returns(uint256 captured)
func (queryManager *QueryManager) UnpackCapture(data []byte) (*big.Int, error) {
	out, err := queryManager.abi.Unpack("capture", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc0c53b8b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_, address parent_, address stakeTokenAddress_) returns()
func (queryManager *QueryManager) PackInitialize(owner common.Address, parent common.Address, stakeTokenAddress common.Address) []byte {
	enc, err := queryManager.abi.Pack("initialize", owner, parent, stakeTokenAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc0c53b8b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_, address parent_, address stakeTokenAddress_) returns()
func (queryManager *QueryManager) TryPackInitialize(owner common.Address, parent common.Address, stakeTokenAddress common.Address) ([]byte, error) {
	return queryManager.abi.Pack("initialize", owner, parent, stakeTokenAddress)
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (queryManager *QueryManager) PackOwner() []byte {
	enc, err := queryManager.abi.Pack("owner")
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
func (queryManager *QueryManager) TryPackOwner() ([]byte, error) {
	return queryManager.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (queryManager *QueryManager) UnpackOwner(data []byte) (common.Address, error) {
	out, err := queryManager.abi.Unpack("owner", data)
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
func (queryManager *QueryManager) PackParent() []byte {
	enc, err := queryManager.abi.Pack("parent")
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
func (queryManager *QueryManager) TryPackParent() ([]byte, error) {
	return queryManager.abi.Pack("parent")
}

// UnpackParent is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x60f96a8f.
//
// Solidity: function parent() view returns(address)
func (queryManager *QueryManager) UnpackParent(data []byte) (common.Address, error) {
	out, err := queryManager.abi.Unpack("parent", data)
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
func (queryManager *QueryManager) PackProxiableUUID() []byte {
	enc, err := queryManager.abi.Pack("proxiableUUID")
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
func (queryManager *QueryManager) TryPackProxiableUUID() ([]byte, error) {
	return queryManager.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (queryManager *QueryManager) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := queryManager.abi.Unpack("proxiableUUID", data)
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
func (queryManager *QueryManager) PackRenounceOwnership() []byte {
	enc, err := queryManager.abi.Pack("renounceOwnership")
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
func (queryManager *QueryManager) TryPackRenounceOwnership() ([]byte, error) {
	return queryManager.abi.Pack("renounceOwnership")
}

// PackSetParent is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1499c592.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setParent(address _parent) returns()
func (queryManager *QueryManager) PackSetParent(parent common.Address) []byte {
	enc, err := queryManager.abi.Pack("setParent", parent)
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
func (queryManager *QueryManager) TryPackSetParent(parent common.Address) ([]byte, error) {
	return queryManager.abi.Pack("setParent", parent)
}

// PackStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa694fc3a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stake(uint256 amount) returns()
func (queryManager *QueryManager) PackStake(amount *big.Int) []byte {
	enc, err := queryManager.abi.Pack("stake", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa694fc3a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stake(uint256 amount) returns()
func (queryManager *QueryManager) TryPackStake(amount *big.Int) ([]byte, error) {
	return queryManager.abi.Pack("stake", amount)
}

// PackStakeTokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0106395f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeTokenAddress() view returns(address)
func (queryManager *QueryManager) PackStakeTokenAddress() []byte {
	enc, err := queryManager.abi.Pack("stakeTokenAddress")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeTokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0106395f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeTokenAddress() view returns(address)
func (queryManager *QueryManager) TryPackStakeTokenAddress() ([]byte, error) {
	return queryManager.abi.Pack("stakeTokenAddress")
}

// UnpackStakeTokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0106395f.
//
// Solidity: function stakeTokenAddress() view returns(address)
func (queryManager *QueryManager) UnpackStakeTokenAddress(data []byte) (common.Address, error) {
	out, err := queryManager.abi.Unpack("stakeTokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (queryManager *QueryManager) PackTotalSupply() []byte {
	enc, err := queryManager.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (queryManager *QueryManager) TryPackTotalSupply() ([]byte, error) {
	return queryManager.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (queryManager *QueryManager) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := queryManager.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (queryManager *QueryManager) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := queryManager.abi.Pack("transferOwnership", newOwner)
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
func (queryManager *QueryManager) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return queryManager.abi.Pack("transferOwnership", newOwner)
}

// PackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (queryManager *QueryManager) PackUpgradeTo(newImplementation common.Address) []byte {
	enc, err := queryManager.abi.Pack("upgradeTo", newImplementation)
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
func (queryManager *QueryManager) TryPackUpgradeTo(newImplementation common.Address) ([]byte, error) {
	return queryManager.abi.Pack("upgradeTo", newImplementation)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (queryManager *QueryManager) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := queryManager.abi.Pack("upgradeToAndCall", newImplementation, data)
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
func (queryManager *QueryManager) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return queryManager.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// QueryManagerCaptureOverflow represents a CaptureOverflow event raised by the QueryManager contract.
type QueryManagerCaptureOverflow struct {
	Consumer common.Address
	Stake    *big.Int
	Capture  *big.Int
	Overflow *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const QueryManagerCaptureOverflowEventName = "CaptureOverflow"

// ContractEventName returns the user-defined event name.
func (QueryManagerCaptureOverflow) ContractEventName() string {
	return QueryManagerCaptureOverflowEventName
}

// UnpackCaptureOverflowEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CaptureOverflow(address consumer, uint256 stake, uint256 capture, uint256 overflow)
func (queryManager *QueryManager) UnpackCaptureOverflowEvent(log *types.Log) (*QueryManagerCaptureOverflow, error) {
	event := "CaptureOverflow"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerCaptureOverflow)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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

// QueryManagerConsumerExhausted represents a ConsumerExhausted event raised by the QueryManager contract.
type QueryManagerConsumerExhausted struct {
	Consumer common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const QueryManagerConsumerExhaustedEventName = "ConsumerExhausted"

// ContractEventName returns the user-defined event name.
func (QueryManagerConsumerExhausted) ContractEventName() string {
	return QueryManagerConsumerExhaustedEventName
}

// UnpackConsumerExhaustedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ConsumerExhausted(address indexed consumer)
func (queryManager *QueryManager) UnpackConsumerExhaustedEvent(log *types.Log) (*QueryManagerConsumerExhausted, error) {
	event := "ConsumerExhausted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerConsumerExhausted)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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

// QueryManagerDataQueried represents a DataQueried event raised by the QueryManager contract.
type QueryManagerDataQueried struct {
	Consumer       common.Address
	Fees           *big.Int
	BytesProcessed *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const QueryManagerDataQueriedEventName = "DataQueried"

// ContractEventName returns the user-defined event name.
func (QueryManagerDataQueried) ContractEventName() string {
	return QueryManagerDataQueriedEventName
}

// UnpackDataQueriedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event DataQueried(address indexed consumer, uint256 fees, uint256 bytesProcessed)
func (queryManager *QueryManager) UnpackDataQueriedEvent(log *types.Log) (*QueryManagerDataQueried, error) {
	event := "DataQueried"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerDataQueried)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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

// QueryManagerInitialized represents a Initialized event raised by the QueryManager contract.
type QueryManagerInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const QueryManagerInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (QueryManagerInitialized) ContractEventName() string {
	return QueryManagerInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (queryManager *QueryManager) UnpackInitializedEvent(log *types.Log) (*QueryManagerInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerInitialized)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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

// QueryManagerOwnershipTransferred represents a OwnershipTransferred event raised by the QueryManager contract.
type QueryManagerOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const QueryManagerOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (QueryManagerOwnershipTransferred) ContractEventName() string {
	return QueryManagerOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (queryManager *QueryManager) UnpackOwnershipTransferredEvent(log *types.Log) (*QueryManagerOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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

// QueryManagerParentChanged represents a ParentChanged event raised by the QueryManager contract.
type QueryManagerParentChanged struct {
	Parent common.Address
	Raw    *types.Log // Blockchain specific contextual infos
}

const QueryManagerParentChangedEventName = "ParentChanged"

// ContractEventName returns the user-defined event name.
func (QueryManagerParentChanged) ContractEventName() string {
	return QueryManagerParentChangedEventName
}

// UnpackParentChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ParentChanged(address indexed parent)
func (queryManager *QueryManager) UnpackParentChangedEvent(log *types.Log) (*QueryManagerParentChanged, error) {
	event := "ParentChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerParentChanged)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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

// QueryManagerStake represents a Stake event raised by the QueryManager contract.
type QueryManagerStake struct {
	Consumer common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const QueryManagerStakeEventName = "Stake"

// ContractEventName returns the user-defined event name.
func (QueryManagerStake) ContractEventName() string {
	return QueryManagerStakeEventName
}

// UnpackStakeEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Stake(address indexed consumer, uint256 amount)
func (queryManager *QueryManager) UnpackStakeEvent(log *types.Log) (*QueryManagerStake, error) {
	event := "Stake"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerStake)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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

// QueryManagerSupplyOverflow represents a SupplyOverflow event raised by the QueryManager contract.
type QueryManagerSupplyOverflow struct {
	Supply   *big.Int
	Capture  *big.Int
	Overflow *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const QueryManagerSupplyOverflowEventName = "SupplyOverflow"

// ContractEventName returns the user-defined event name.
func (QueryManagerSupplyOverflow) ContractEventName() string {
	return QueryManagerSupplyOverflowEventName
}

// UnpackSupplyOverflowEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SupplyOverflow(uint256 supply, uint256 capture, uint256 overflow)
func (queryManager *QueryManager) UnpackSupplyOverflowEvent(log *types.Log) (*QueryManagerSupplyOverflow, error) {
	event := "SupplyOverflow"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerSupplyOverflow)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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

// QueryManagerUpgraded represents a Upgraded event raised by the QueryManager contract.
type QueryManagerUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const QueryManagerUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (QueryManagerUpgraded) ContractEventName() string {
	return QueryManagerUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (queryManager *QueryManager) UnpackUpgradedEvent(log *types.Log) (*QueryManagerUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != queryManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(QueryManagerUpgraded)
	if len(log.Data) > 0 {
		if err := queryManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range queryManager.abi.Events[event].Inputs {
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
func (queryManager *QueryManager) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], queryManager.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return queryManager.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return queryManager.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return queryManager.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return queryManager.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return queryManager.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return queryManager.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["NotParent"].ID.Bytes()[:4]) {
		return queryManager.UnpackNotParentError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return queryManager.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return queryManager.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return queryManager.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return queryManager.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return queryManager.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], queryManager.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return queryManager.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// QueryManagerAddressEmptyCode represents a AddressEmptyCode error raised by the QueryManager contract.
type QueryManagerAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func QueryManagerAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (queryManager *QueryManager) UnpackAddressEmptyCodeError(raw []byte) (*QueryManagerAddressEmptyCode, error) {
	out := new(QueryManagerAddressEmptyCode)
	if err := queryManager.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the QueryManager contract.
type QueryManagerERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func QueryManagerERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (queryManager *QueryManager) UnpackERC1967InvalidImplementationError(raw []byte) (*QueryManagerERC1967InvalidImplementation, error) {
	out := new(QueryManagerERC1967InvalidImplementation)
	if err := queryManager.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerERC1967NonPayable represents a ERC1967NonPayable error raised by the QueryManager contract.
type QueryManagerERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func QueryManagerERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (queryManager *QueryManager) UnpackERC1967NonPayableError(raw []byte) (*QueryManagerERC1967NonPayable, error) {
	out := new(QueryManagerERC1967NonPayable)
	if err := queryManager.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerFailedCall represents a FailedCall error raised by the QueryManager contract.
type QueryManagerFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func QueryManagerFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (queryManager *QueryManager) UnpackFailedCallError(raw []byte) (*QueryManagerFailedCall, error) {
	out := new(QueryManagerFailedCall)
	if err := queryManager.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerInvalidInitialization represents a InvalidInitialization error raised by the QueryManager contract.
type QueryManagerInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func QueryManagerInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (queryManager *QueryManager) UnpackInvalidInitializationError(raw []byte) (*QueryManagerInvalidInitialization, error) {
	out := new(QueryManagerInvalidInitialization)
	if err := queryManager.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerNotInitializing represents a NotInitializing error raised by the QueryManager contract.
type QueryManagerNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func QueryManagerNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (queryManager *QueryManager) UnpackNotInitializingError(raw []byte) (*QueryManagerNotInitializing, error) {
	out := new(QueryManagerNotInitializing)
	if err := queryManager.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerNotParent represents a NotParent error raised by the QueryManager contract.
type QueryManagerNotParent struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotParent(address caller)
func QueryManagerNotParentErrorID() common.Hash {
	return common.HexToHash("0x14b14df793c24e50b0819843eb30ddefd08e8c3971cc079345f58525dd379154")
}

// UnpackNotParentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotParent(address caller)
func (queryManager *QueryManager) UnpackNotParentError(raw []byte) (*QueryManagerNotParent, error) {
	out := new(QueryManagerNotParent)
	if err := queryManager.abi.UnpackIntoInterface(out, "NotParent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the QueryManager contract.
type QueryManagerOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func QueryManagerOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (queryManager *QueryManager) UnpackOwnableInvalidOwnerError(raw []byte) (*QueryManagerOwnableInvalidOwner, error) {
	out := new(QueryManagerOwnableInvalidOwner)
	if err := queryManager.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the QueryManager contract.
type QueryManagerOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func QueryManagerOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (queryManager *QueryManager) UnpackOwnableUnauthorizedAccountError(raw []byte) (*QueryManagerOwnableUnauthorizedAccount, error) {
	out := new(QueryManagerOwnableUnauthorizedAccount)
	if err := queryManager.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the QueryManager contract.
type QueryManagerReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func QueryManagerReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (queryManager *QueryManager) UnpackReentrancyGuardReentrantCallError(raw []byte) (*QueryManagerReentrancyGuardReentrantCall, error) {
	out := new(QueryManagerReentrancyGuardReentrantCall)
	if err := queryManager.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the QueryManager contract.
type QueryManagerSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func QueryManagerSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (queryManager *QueryManager) UnpackSafeERC20FailedOperationError(raw []byte) (*QueryManagerSafeERC20FailedOperation, error) {
	out := new(QueryManagerSafeERC20FailedOperation)
	if err := queryManager.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the QueryManager contract.
type QueryManagerUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func QueryManagerUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (queryManager *QueryManager) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*QueryManagerUUPSUnauthorizedCallContext, error) {
	out := new(QueryManagerUUPSUnauthorizedCallContext)
	if err := queryManager.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// QueryManagerUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the QueryManager contract.
type QueryManagerUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func QueryManagerUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (queryManager *QueryManager) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*QueryManagerUUPSUnsupportedProxiableUUID, error) {
	out := new(QueryManagerUUPSUnsupportedProxiableUUID)
	if err := queryManager.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}
