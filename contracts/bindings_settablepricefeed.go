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

// SettablePriceFeedMetaData contains all meta data concerning the SettablePriceFeed contract.
var SettablePriceFeedMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"decimals_\",\"type\":\"uint8\"},{\"internalType\":\"string\",\"name\":\"description_\",\"type\":\"string\"},{\"internalType\":\"int256\",\"name\":\"answer_\",\"type\":\"int256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"NoDataPresent\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotOwner\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"PriceNotPositive\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"int256\",\"name\":\"current\",\"type\":\"int256\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"roundId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"updatedAt\",\"type\":\"uint256\"}],\"name\":\"AnswerUpdated\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"description\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint80\",\"name\":\"round\",\"type\":\"uint80\"}],\"name\":\"getRoundData\",\"outputs\":[{\"internalType\":\"uint80\",\"name\":\"roundId\",\"type\":\"uint80\"},{\"internalType\":\"int256\",\"name\":\"answer\",\"type\":\"int256\"},{\"internalType\":\"uint256\",\"name\":\"startedAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"updatedAt\",\"type\":\"uint256\"},{\"internalType\":\"uint80\",\"name\":\"answeredInRound\",\"type\":\"uint80\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"latestAnswer\",\"outputs\":[{\"internalType\":\"int256\",\"name\":\"\",\"type\":\"int256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"latestRoundData\",\"outputs\":[{\"internalType\":\"uint80\",\"name\":\"roundId\",\"type\":\"uint80\"},{\"internalType\":\"int256\",\"name\":\"answer\",\"type\":\"int256\"},{\"internalType\":\"uint256\",\"name\":\"startedAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"updatedAt\",\"type\":\"uint256\"},{\"internalType\":\"uint80\",\"name\":\"answeredInRound\",\"type\":\"uint80\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"int256\",\"name\":\"answer_\",\"type\":\"int256\"}],\"name\":\"setAnswer\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"version\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "SettablePriceFeed",
	Bin: "0x60c060405234801561000f575f5ffd5b506040516108af3803806108af83398101604081905261002e91610144565b6001600160a01b03841660805260ff831660a0525f61004d83826102c1565b5061005781610060565b505050506103b6565b5f81136100805760405163249730af60e21b815260040160405180910390fd5b600180545f9190829061009b906001600160501b031661037f565b82546001600160501b038083166101009490940a848102910219909116179092556040805180820182528581524260208083018281525f8681526002909252908490209251835551600192909201919091559051929350909184917f0559884fd3a460db3073b7fc896cc77986f16e378210ded43186175bf646fc5f9161012491815260200190565b60405180910390a35050565b634e487b7160e01b5f52604160045260245ffd5b5f5f5f5f60808587031215610157575f5ffd5b84516001600160a01b038116811461016d575f5ffd5b602086015190945060ff81168114610183575f5ffd5b60408601519093506001600160401b0381111561019e575f5ffd5b8501601f810187136101ae575f5ffd5b80516001600160401b038111156101c7576101c7610130565b604051601f8201601f19908116603f011681016001600160401b03811182821017156101f5576101f5610130565b60405281815282820160200189101561020c575f5ffd5b8160208401602083015e5f91810160200191909152606096909601519497939650505050565b600181811c9082168061024657607f821691505b60208210810361026457634e487b7160e01b5f52602260045260245ffd5b50919050565b601f8211156102bc57828211156102bc57805f5260205f20601f840160051c602085101561029557505f5b90810190601f840160051c035f5b818110156102b8575f838201556001016102a3565b5050505b505050565b81516001600160401b038111156102da576102da610130565b6102ee816102e88454610232565b8461026a565b6020601f821160018114610320575f83156103095750848201515b5f19600385901b1c1916600184901b178455610378565b5f84815260208120601f198516915b8281101561034f578785015182556020948501946001909201910161032f565b508482101561036c57868401515f19600387901b60f8161c191681555b505060018360011b0184555b5050505050565b5f6001600160501b0382166002600160501b031981016103ad57634e487b7160e01b5f52601160045260245ffd5b60010192915050565b60805160a0516104d26103dd5f395f608e01525f8181610112015261024601526104d25ff3fe608060405234801561000f575f5ffd5b5060043610610085575f3560e01c80638da5cb5b116100585780638da5cb5b1461010d57806399213cd81461014c5780639a6fc8f514610161578063feaf968c146101a8575f5ffd5b8063313ce5671461008957806350d25bcd146100c757806354fd4d50146100f05780637284e416146100f8575b5f5ffd5b6100b07f000000000000000000000000000000000000000000000000000000000000000081565b60405160ff90911681526020015b60405180910390f35b6001546001600160501b03165f908152600260205260409020545b6040519081526020016100be565b6100e2600481565b6101006101b0565b6040516100be91906103eb565b6101347f000000000000000000000000000000000000000000000000000000000000000081565b6040516001600160a01b0390911681526020016100be565b61015f61015a366004610420565b61023b565b005b61017461016f366004610437565b610290565b604080516001600160501b03968716815260208101959095528401929092526060830152909116608082015260a0016100be565b6101746102eb565b5f80546101bc90610464565b80601f01602080910402602001604051908101604052809291908181526020018280546101e890610464565b80156102335780601f1061020a57610100808354040283529160200191610233565b820191905f5260205f20905b81548152906001019060200180831161021657829003601f168201915b505050505081565b336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614610284576040516330cd747160e01b815260040160405180910390fd5b61028d8161031b565b50565b6001600160501b0381165f9081526002602052604081206001810154829182918291829182036102d25760405162bb258760e81b815260040160405180910390fd5b8054600190910154969790969550859450879350915050565b6001545f90819081908190819061030a906001600160501b0316610290565b945094509450945094509091929394565b5f811361033b5760405163249730af60e21b815260040160405180910390fd5b600180545f91908290610356906001600160501b031661049c565b82546001600160501b038083166101009490940a848102910219909116179092556040805180820182528581524260208083018281525f8681526002909252908490209251835551600192909201919091559051929350909184917f0559884fd3a460db3073b7fc896cc77986f16e378210ded43186175bf646fc5f916103df91815260200190565b60405180910390a35050565b602081525f82518060208401528060208501604085015e5f604082850101526040601f19601f83011684010191505092915050565b5f60208284031215610430575f5ffd5b5035919050565b5f60208284031215610447575f5ffd5b81356001600160501b038116811461045d575f5ffd5b9392505050565b600181811c9082168061047857607f821691505b60208210810361049657634e487b7160e01b5f52602260045260245ffd5b50919050565b5f6001600160501b0382166001600160501b0381036104c957634e487b7160e01b5f52601160045260245ffd5b6001019291505056",
}

// SettablePriceFeed is an auto generated Go binding around an Ethereum contract.
type SettablePriceFeed struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *SettablePriceFeed) GetABI() abi.ABI {
	return c.abi
}

// NewSettablePriceFeed creates a new instance of SettablePriceFeed.
func NewSettablePriceFeed() *SettablePriceFeed {
	parsed, err := SettablePriceFeedMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &SettablePriceFeed{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *SettablePriceFeed) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address owner_, uint8 decimals_, string description_, int256 answer_) returns()
func (settablePriceFeed *SettablePriceFeed) PackConstructor(owner_ common.Address, decimals_ uint8, description_ string, answer_ *big.Int) []byte {
	enc, err := settablePriceFeed.abi.Pack("", owner_, decimals_, description_, answer_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (settablePriceFeed *SettablePriceFeed) PackDecimals() []byte {
	enc, err := settablePriceFeed.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (settablePriceFeed *SettablePriceFeed) TryPackDecimals() ([]byte, error) {
	return settablePriceFeed.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (settablePriceFeed *SettablePriceFeed) UnpackDecimals(data []byte) (uint8, error) {
	out, err := settablePriceFeed.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackDescription is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7284e416.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function description() view returns(string)
func (settablePriceFeed *SettablePriceFeed) PackDescription() []byte {
	enc, err := settablePriceFeed.abi.Pack("description")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDescription is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7284e416.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function description() view returns(string)
func (settablePriceFeed *SettablePriceFeed) TryPackDescription() ([]byte, error) {
	return settablePriceFeed.abi.Pack("description")
}

// UnpackDescription is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7284e416.
//
// Solidity: function description() view returns(string)
func (settablePriceFeed *SettablePriceFeed) UnpackDescription(data []byte) (string, error) {
	out, err := settablePriceFeed.abi.Unpack("description", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackGetRoundData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a6fc8f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoundData(uint80 round) view returns(uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
func (settablePriceFeed *SettablePriceFeed) PackGetRoundData(round *big.Int) []byte {
	enc, err := settablePriceFeed.abi.Pack("getRoundData", round)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoundData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a6fc8f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoundData(uint80 round) view returns(uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
func (settablePriceFeed *SettablePriceFeed) TryPackGetRoundData(round *big.Int) ([]byte, error) {
	return settablePriceFeed.abi.Pack("getRoundData", round)
}

// SettablePriceFeedGetRoundDataOutput serves as a container for the return parameters of contract
// method GetRoundData.
type SettablePriceFeedGetRoundDataOutput struct {
	RoundId         *big.Int
	Answer          *big.Int
	StartedAt       *big.Int
	UpdatedAt       *big.Int
	AnsweredInRound *big.Int
}

// UnpackGetRoundData is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9a6fc8f5.
//
// Solidity: function getRoundData(uint80 round) view returns(uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
func (settablePriceFeed *SettablePriceFeed) UnpackGetRoundData(data []byte) (SettablePriceFeedGetRoundDataOutput, error) {
	out, err := settablePriceFeed.abi.Unpack("getRoundData", data)
	outstruct := new(SettablePriceFeedGetRoundDataOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.RoundId = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Answer = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.StartedAt = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.UpdatedAt = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.AnsweredInRound = abi.ConvertType(out[4], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackLatestAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50d25bcd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function latestAnswer() view returns(int256)
func (settablePriceFeed *SettablePriceFeed) PackLatestAnswer() []byte {
	enc, err := settablePriceFeed.abi.Pack("latestAnswer")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLatestAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50d25bcd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function latestAnswer() view returns(int256)
func (settablePriceFeed *SettablePriceFeed) TryPackLatestAnswer() ([]byte, error) {
	return settablePriceFeed.abi.Pack("latestAnswer")
}

// UnpackLatestAnswer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x50d25bcd.
//
// Solidity: function latestAnswer() view returns(int256)
func (settablePriceFeed *SettablePriceFeed) UnpackLatestAnswer(data []byte) (*big.Int, error) {
	out, err := settablePriceFeed.abi.Unpack("latestAnswer", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackLatestRoundData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfeaf968c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function latestRoundData() view returns(uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
func (settablePriceFeed *SettablePriceFeed) PackLatestRoundData() []byte {
	enc, err := settablePriceFeed.abi.Pack("latestRoundData")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLatestRoundData is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfeaf968c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function latestRoundData() view returns(uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
func (settablePriceFeed *SettablePriceFeed) TryPackLatestRoundData() ([]byte, error) {
	return settablePriceFeed.abi.Pack("latestRoundData")
}

// SettablePriceFeedLatestRoundDataOutput serves as a container for the return parameters of contract
// method LatestRoundData.
type SettablePriceFeedLatestRoundDataOutput struct {
	RoundId         *big.Int
	Answer          *big.Int
	StartedAt       *big.Int
	UpdatedAt       *big.Int
	AnsweredInRound *big.Int
}

// UnpackLatestRoundData is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfeaf968c.
//
// Solidity: function latestRoundData() view returns(uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
func (settablePriceFeed *SettablePriceFeed) UnpackLatestRoundData(data []byte) (SettablePriceFeedLatestRoundDataOutput, error) {
	out, err := settablePriceFeed.abi.Unpack("latestRoundData", data)
	outstruct := new(SettablePriceFeedLatestRoundDataOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.RoundId = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Answer = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.StartedAt = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.UpdatedAt = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.AnsweredInRound = abi.ConvertType(out[4], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (settablePriceFeed *SettablePriceFeed) PackOwner() []byte {
	enc, err := settablePriceFeed.abi.Pack("owner")
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
func (settablePriceFeed *SettablePriceFeed) TryPackOwner() ([]byte, error) {
	return settablePriceFeed.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (settablePriceFeed *SettablePriceFeed) UnpackOwner(data []byte) (common.Address, error) {
	out, err := settablePriceFeed.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackSetAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99213cd8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setAnswer(int256 answer_) returns()
func (settablePriceFeed *SettablePriceFeed) PackSetAnswer(answer *big.Int) []byte {
	enc, err := settablePriceFeed.abi.Pack("setAnswer", answer)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetAnswer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99213cd8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setAnswer(int256 answer_) returns()
func (settablePriceFeed *SettablePriceFeed) TryPackSetAnswer(answer *big.Int) ([]byte, error) {
	return settablePriceFeed.abi.Pack("setAnswer", answer)
}

// PackVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54fd4d50.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function version() view returns(uint256)
func (settablePriceFeed *SettablePriceFeed) PackVersion() []byte {
	enc, err := settablePriceFeed.abi.Pack("version")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x54fd4d50.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function version() view returns(uint256)
func (settablePriceFeed *SettablePriceFeed) TryPackVersion() ([]byte, error) {
	return settablePriceFeed.abi.Pack("version")
}

// UnpackVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x54fd4d50.
//
// Solidity: function version() view returns(uint256)
func (settablePriceFeed *SettablePriceFeed) UnpackVersion(data []byte) (*big.Int, error) {
	out, err := settablePriceFeed.abi.Unpack("version", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// SettablePriceFeedAnswerUpdated represents a AnswerUpdated event raised by the SettablePriceFeed contract.
type SettablePriceFeedAnswerUpdated struct {
	Current   *big.Int
	RoundId   *big.Int
	UpdatedAt *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const SettablePriceFeedAnswerUpdatedEventName = "AnswerUpdated"

// ContractEventName returns the user-defined event name.
func (SettablePriceFeedAnswerUpdated) ContractEventName() string {
	return SettablePriceFeedAnswerUpdatedEventName
}

// UnpackAnswerUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt)
func (settablePriceFeed *SettablePriceFeed) UnpackAnswerUpdatedEvent(log *types.Log) (*SettablePriceFeedAnswerUpdated, error) {
	event := "AnswerUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != settablePriceFeed.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(SettablePriceFeedAnswerUpdated)
	if len(log.Data) > 0 {
		if err := settablePriceFeed.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range settablePriceFeed.abi.Events[event].Inputs {
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
func (settablePriceFeed *SettablePriceFeed) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], settablePriceFeed.abi.Errors["NoDataPresent"].ID.Bytes()[:4]) {
		return settablePriceFeed.UnpackNoDataPresentError(raw[4:])
	}
	if bytes.Equal(raw[:4], settablePriceFeed.abi.Errors["NotOwner"].ID.Bytes()[:4]) {
		return settablePriceFeed.UnpackNotOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], settablePriceFeed.abi.Errors["PriceNotPositive"].ID.Bytes()[:4]) {
		return settablePriceFeed.UnpackPriceNotPositiveError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// SettablePriceFeedNoDataPresent represents a NoDataPresent error raised by the SettablePriceFeed contract.
type SettablePriceFeedNoDataPresent struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NoDataPresent()
func SettablePriceFeedNoDataPresentErrorID() common.Hash {
	return common.HexToHash("0xbb258700699f4449978821f51700c766295ef133e7bb6177607142c8d88db786")
}

// UnpackNoDataPresentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NoDataPresent()
func (settablePriceFeed *SettablePriceFeed) UnpackNoDataPresentError(raw []byte) (*SettablePriceFeedNoDataPresent, error) {
	out := new(SettablePriceFeedNoDataPresent)
	if err := settablePriceFeed.abi.UnpackIntoInterface(out, "NoDataPresent", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettablePriceFeedNotOwner represents a NotOwner error raised by the SettablePriceFeed contract.
type SettablePriceFeedNotOwner struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotOwner()
func SettablePriceFeedNotOwnerErrorID() common.Hash {
	return common.HexToHash("0x30cd74712f59d478562d48e2d35de830db72c60a63dd08ae59199eec990b5bc4")
}

// UnpackNotOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotOwner()
func (settablePriceFeed *SettablePriceFeed) UnpackNotOwnerError(raw []byte) (*SettablePriceFeedNotOwner, error) {
	out := new(SettablePriceFeedNotOwner)
	if err := settablePriceFeed.abi.UnpackIntoInterface(out, "NotOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// SettablePriceFeedPriceNotPositive represents a PriceNotPositive error raised by the SettablePriceFeed contract.
type SettablePriceFeedPriceNotPositive struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PriceNotPositive()
func SettablePriceFeedPriceNotPositiveErrorID() common.Hash {
	return common.HexToHash("0x925cc2bcdd3fb7f87fde284e013d18e9ef2dca770698a99b7f9483a6adae8477")
}

// UnpackPriceNotPositiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PriceNotPositive()
func (settablePriceFeed *SettablePriceFeed) UnpackPriceNotPositiveError(raw []byte) (*SettablePriceFeedPriceNotPositive, error) {
	out := new(SettablePriceFeedPriceNotPositive)
	if err := settablePriceFeed.abi.UnpackIntoInterface(out, "PriceNotPositive", raw); err != nil {
		return nil, err
	}
	return out, nil
}
