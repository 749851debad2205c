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

// DeployerMetaData contains all meta data concerning the Deployer contract.
var DeployerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"reason\",\"type\":\"bytes\"}],\"name\":\"CallFailed\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Create2EmptyBytecode\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedDeployment\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"NoImplementation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"NotOwner\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"OwnerMissing\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"proxy\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Deployed\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"},{\"internalType\":\"bytes[]\",\"name\":\"calls\",\"type\":\"bytes[]\"}],\"name\":\"deploy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"proxy\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"proxyAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "Deployer",
	Bin: "0x60a0604052348015600e575f5ffd5b506040516108cf3803806108cf833981016040819052602b916061565b6001600160a01b038116605157604051639f7d56a360e01b815260040160405180910390fd5b6001600160a01b0316608052608c565b5f602082840312156070575f5ffd5b81516001600160a01b03811681146085575f5ffd5b9392505050565b6080516108266100a95f395f81816048015260b801526108265ff3fe608060405234801561000f575f5ffd5b506004361061003f575f3560e01c80638da5cb5b14610043578063aba009ae14610086578063ce3c61e614610099575b5f5ffd5b61006a7f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b03909116815260200160405180910390f35b61006a6100943660046103d1565b6100ac565b61006a6100a7366004610457565b610247565b5f336001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146100fd5760405163245aecd360e01b81523360048201526024015b60405180910390fd5b836001600160a01b03163b5f0361013257604051635111551d60e01b81526001600160a01b03851660048201526024016100f4565b6101455f8661014087610268565b6102d3565b9050836001600160a01b0316816001600160a01b03167f09e48df7857bd0c1e0d31bb8a85d42cf1874817895f171c917f6ee2cea73ec2060405160405180910390a35f5b8281101561023e575f5f836001600160a01b03168686858181106101af576101af610481565b90506020028101906101c19190610495565b6040516101cf9291906104df565b5f604051808303815f865af19150503d805f8114610208576040519150601f19603f3d011682016040523d82523d5f602084013e61020d565b606091505b509150915081610234578281604051635c0dee5d60e01b81526004016100f49291906104ee565b5050600101610189565b50949350505050565b5f6102618361025584610268565b80519060200120610360565b9392505050565b60606040518060200161027a906103a9565b601f1982820381018352601f9091011660408181526001600160a01b03851660208301520160408051601f19818403018152908290526102bd9291602001610541565b6040516020818303038152906040529050919050565b5f834710156102fe5760405163cf47918160e01b8152476004820152602481018590526044016100f4565b81515f0361031f57604051631328927760e21b815260040160405180910390fd5b8282516020840186f590506001600160a01b038116610261573d5f036103585760405163b06ebf3d60e01b815260040160405180910390fd5b61026161036c565b5f610261838330610377565b6040513d5f823e3d81fd5b5f604051836040820152846020820152828152600b8101905060ff8153605590206001600160a01b0316949350505050565b6102c88061055e83390190565b80356001600160a01b03811681146103cc575f5ffd5b919050565b5f5f5f5f606085870312156103e4575f5ffd5b843593506103f4602086016103b6565b9250604085013567ffffffffffffffff81111561040f575f5ffd5b8501601f8101871361041f575f5ffd5b803567ffffffffffffffff811115610435575f5ffd5b8760208260051b8401011115610449575f5ffd5b949793965060200194505050565b5f5f60408385031215610468575f5ffd5b82359150610478602084016103b6565b90509250929050565b634e487b7160e01b5f52603260045260245ffd5b5f5f8335601e198436030181126104aa575f5ffd5b83018035915067ffffffffffffffff8211156104c4575f5ffd5b6020019150368190038213156104d8575f5ffd5b9250929050565b818382375f9101908152919050565b828152604060208201525f82518060408401528060208501606085015e5f606082850101526060601f19601f8301168401019150509392505050565b5f81518060208401855e5f93019283525090919050565b5f61055561054f838661052a565b8461052a565b94935050505056fe608060405234801561000f575f5ffd5b506040516102c83803806102c883398101604081905261002e91610222565b60408051602081019091525f815281906100488282610050565b50505061024f565b610059826100ae565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a28051156100a25761009d8282610129565b505050565b6100aa6101ca565b5050565b806001600160a01b03163b5f036100e857604051634c9c8ce360e01b81526001600160a01b03821660048201526024015b60405180910390fd5b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b0319166001600160a01b0392909216919091179055565b60605f61013684846101eb565b905080801561015757505f3d118061015757505f846001600160a01b03163b115b1561016c576101646101fe565b9150506101c4565b801561019657604051639996b31560e01b81526001600160a01b03851660048201526024016100df565b3d156101a9576101a4610217565b6101c2565b60405163d6bda27560e01b815260040160405180910390fd5b505b92915050565b34156101e95760405163b398979f60e01b815260040160405180910390fd5b565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b5f60208284031215610232575f5ffd5b81516001600160a01b0381168114610248575f5ffd5b9392505050565b606d8061025b5f395ff3fe6080604052600a600c565b005b60186014601a565b6050565b565b5f604b7f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc546001600160a01b031690565b905090565b365f5f375f5f365f845af43d5f5f3e8080156069573d5ff35b3d5ffd",
}

// Deployer is an auto generated Go binding around an Ethereum contract.
type Deployer struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Deployer) GetABI() abi.ABI {
	return c.abi
}

// NewDeployer creates a new instance of Deployer.
func NewDeployer() *Deployer {
	parsed, err := DeployerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Deployer{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Deployer) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner_) returns()
func (deployer *Deployer) PackConstructor(owner_ common.Address) []byte {
	enc, err := deployer.abi.Pack("", owner_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDeploy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaba009ae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deploy(bytes32 salt, address implementation, bytes[] calls) returns(address proxy)
func (deployer *Deployer) PackDeploy(salt [32]byte, implementation common.Address, calls [][]byte) []byte {
	enc, err := deployer.abi.Pack("deploy", salt, implementation, calls)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeploy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xaba009ae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deploy(bytes32 salt, address implementation, bytes[] calls) returns(address proxy)
func (deployer *Deployer) TryPackDeploy(salt [32]byte, implementation common.Address, calls [][]byte) ([]byte, error) {
	return deployer.abi.Pack("deploy", salt, implementation, calls)
}

// UnpackDeploy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xaba009ae.
//
// Solidity: function deploy(bytes32 salt, address implementation, bytes[] calls) returns(address proxy)
func (deployer *Deployer) UnpackDeploy(data []byte) (common.Address, error) {
	out, err := deployer.abi.Unpack("deploy", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (deployer *Deployer) PackOwner() []byte {
	enc, err := deployer.abi.Pack("owner")
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
func (deployer *Deployer) TryPackOwner() ([]byte, error) {
	return deployer.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (deployer *Deployer) UnpackOwner(data []byte) (common.Address, error) {
	out, err := deployer.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProxyAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce3c61e6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxyAddress(bytes32 salt, address implementation) view returns(address)
func (deployer *Deployer) PackProxyAddress(salt [32]byte, implementation common.Address) []byte {
	enc, err := deployer.abi.Pack("proxyAddress", salt, implementation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProxyAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce3c61e6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proxyAddress(bytes32 salt, address implementation) view returns(address)
func (deployer *Deployer) TryPackProxyAddress(salt [32]byte, implementation common.Address) ([]byte, error) {
	return deployer.abi.Pack("proxyAddress", salt, implementation)
}

// UnpackProxyAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce3c61e6.
//
// Solidity: function proxyAddress(bytes32 salt, address implementation) view returns(address)
func (deployer *Deployer) UnpackProxyAddress(data []byte) (common.Address, error) {
	out, err := deployer.abi.Unpack("proxyAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// DeployerDeployed represents a Deployed event raised by the Deployer contract.
type DeployerDeployed struct {
	Proxy          common.Address
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const DeployerDeployedEventName = "Deployed"

// ContractEventName returns the user-defined event name.
func (DeployerDeployed) ContractEventName() string {
	return DeployerDeployedEventName
}

// UnpackDeployedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Deployed(address indexed proxy, address indexed implementation)
func (deployer *Deployer) UnpackDeployedEvent(log *types.Log) (*DeployerDeployed, error) {
	event := "Deployed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != deployer.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(DeployerDeployed)
	if len(log.Data) > 0 {
		if err := deployer.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range deployer.abi.Events[event].Inputs {
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
func (deployer *Deployer) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], deployer.abi.Errors["CallFailed"].ID.Bytes()[:4]) {
		return deployer.UnpackCallFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], deployer.abi.Errors["Create2EmptyBytecode"].ID.Bytes()[:4]) {
		return deployer.UnpackCreate2EmptyBytecodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], deployer.abi.Errors["FailedDeployment"].ID.Bytes()[:4]) {
		return deployer.UnpackFailedDeploymentError(raw[4:])
	}
	if bytes.Equal(raw[:4], deployer.abi.Errors["InsufficientBalance"].ID.Bytes()[:4]) {
		return deployer.UnpackInsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], deployer.abi.Errors["NoImplementation"].ID.Bytes()[:4]) {
		return deployer.UnpackNoImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], deployer.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return deployer.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], deployer.abi.Errors["OwnerMissing"].ID.Bytes()[:4]) {
		return deployer.UnpackOwnerMissingError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// DeployerCallFailed represents a CallFailed error raised by the Deployer contract.
type DeployerCallFailed struct {
	Index  *big.Int
	Reason []byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CallFailed(uint256 index, bytes reason)
func DeployerCallFailedErrorID() common.Hash {
	return common.HexToHash("0x5c0dee5d32a1e145396705da49c1e64a2b1d63387f78c2697100f655567f5de9")
}

// UnpackCallFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CallFailed(uint256 index, bytes reason)
func (deployer *Deployer) UnpackCallFailedError(raw []byte) (*DeployerCallFailed, error) {
	out := new(DeployerCallFailed)
	if err := deployer.abi.UnpackIntoInterface(out, "CallFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DeployerCreate2EmptyBytecode represents a Create2EmptyBytecode error raised by the Deployer contract.
type DeployerCreate2EmptyBytecode struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Create2EmptyBytecode()
func DeployerCreate2EmptyBytecodeErrorID() common.Hash {
	return common.HexToHash("0x4ca249dcffe41558ef8b961d71c905e4fa4317a1663f377b9610642e4e0abdb6")
}

// UnpackCreate2EmptyBytecodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Create2EmptyBytecode()
func (deployer *Deployer) UnpackCreate2EmptyBytecodeError(raw []byte) (*DeployerCreate2EmptyBytecode, error) {
	out := new(DeployerCreate2EmptyBytecode)
	if err := deployer.abi.UnpackIntoInterface(out, "Create2EmptyBytecode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DeployerFailedDeployment represents a FailedDeployment error raised by the Deployer contract.
type DeployerFailedDeployment struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedDeployment()
func DeployerFailedDeploymentErrorID() common.Hash {
	return common.HexToHash("0xb06ebf3d5067824a3fe5d5ba19471e035a7de6c88dac362c77b162830a5b9093")
}

// UnpackFailedDeploymentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedDeployment()
func (deployer *Deployer) UnpackFailedDeploymentError(raw []byte) (*DeployerFailedDeployment, error) {
	out := new(DeployerFailedDeployment)
	if err := deployer.abi.UnpackIntoInterface(out, "FailedDeployment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DeployerInsufficientBalance represents a InsufficientBalance error raised by the Deployer contract.
type DeployerInsufficientBalance struct {
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func DeployerInsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xcf4791818fba6e019216eb4864093b4947f674afada5d305e57d598b641dad1d")
}

// UnpackInsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InsufficientBalance(uint256 balance, uint256 needed)
func (deployer *Deployer) UnpackInsufficientBalanceError(raw []byte) (*DeployerInsufficientBalance, error) {
	out := new(DeployerInsufficientBalance)
	if err := deployer.abi.UnpackIntoInterface(out, "InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DeployerNoImplementation represents a NoImplementation error raised by the Deployer contract.
type DeployerNoImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoImplementation(address implementation)
func DeployerNoImplementationErrorID() common.Hash {
	return common.HexToHash("0x5111551d7e444abe17866a3e0aefdc55bfef67fa4d73b6f6d967666a6071a306")
}

// UnpackNoImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoImplementation(address implementation)
func (deployer *Deployer) UnpackNoImplementationError(raw []byte) (*DeployerNoImplementation, error) {
	out := new(DeployerNoImplementation)
	if err := deployer.abi.UnpackIntoInterface(out, "NoImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DeployerNotOwner represents a NotOwner error raised by the Deployer contract.
type DeployerNotOwner struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner(address caller)
func DeployerNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x245aecd3fabbd17d6c3c92dc7f0ab916ea8cbf6fc1862c8b56893090ac3fff4c")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner(address caller)
func (deployer *Deployer) UnpackNotOwnerError(raw []byte) (*DeployerNotOwner, error) {
	out := new(DeployerNotOwner)
	if err := deployer.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// DeployerOwnerMissing represents a OwnerMissing error raised by the Deployer contract.
type DeployerOwnerMissing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnerMissing()
func DeployerOwnerMissingErrorID() common.Hash {
	return common.HexToHash("0x9f7d56a358b48bc2b5f1fc21a241d34608426aef986e99e90ba36a97cae48581")
}

// UnpackOwnerMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnerMissing()
func (deployer *Deployer) UnpackOwnerMissingError(raw []byte) (*DeployerOwnerMissing, error) {
	out := new(DeployerOwnerMissing)
	if err := deployer.abi.UnpackIntoInterface(out, "OwnerMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}
