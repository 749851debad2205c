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

// LSANMetaData contains all meta data concerning the LSAN contract.
var LSANMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"CoinNotTaken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"sent\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"least\",\"type\":\"uint256\"}],\"name\":\"DepositTooSmall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ECDSAInvalidSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ECDSAInvalidSignatureLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"ECDSAInvalidSignatureS\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientAllowance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSpender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"ERC2612ExpiredSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC2612InvalidSigner\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnforcedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ExpectedPause\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"currentNonce\",\"type\":\"uint256\"}],\"name\":\"InvalidAccountNonce\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"LastAdmin\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ListsDiffer\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"asked\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"}],\"name\":\"MintCapExceeded\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"PriceNotPositive\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"SafeAddressMissing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"TransferNotPermitted\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"listed\",\"type\":\"bool\"}],\"name\":\"BlacklistChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"minimumDeposit\",\"type\":\"uint256\"}],\"name\":\"MinimumDepositChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"mintCap\",\"type\":\"uint256\"}],\"name\":\"MintCapChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"paid\",\"type\":\"uint256\"}],\"name\":\"Minted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"weiPerByte\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"multiplier\",\"type\":\"uint256\"}],\"name\":\"PriceChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"safeAddress\",\"type\":\"address\"}],\"name\":\"SafeAddressChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"allowed\",\"type\":\"bool\"}],\"name\":\"WhitelistChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"safeAddress\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"DEPLOYED_TIME\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"DOMAIN_SEPARATOR\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"SAFE_ADDRESS\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"_address\",\"type\":\"address\"}],\"name\":\"addBlacklist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"_from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"_to\",\"type\":\"address\"}],\"name\":\"addWhitelist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"adminCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"balance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"burn\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"subtractedValue\",\"type\":\"uint256\"}],\"name\":\"decreaseAllowance\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"eip712Domain\",\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"fields\",\"type\":\"bytes1\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"version\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"verifyingContract\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256[]\",\"name\":\"extensions\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"addedValue\",\"type\":\"uint256\"}],\"name\":\"increaseAllowance\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"_safeAddress\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"_weiPerByte\",\"type\":\"uint256\"},{\"internalType\":\"address[]\",\"name\":\"_blacklist\",\"type\":\"address[]\"},{\"internalType\":\"address[][]\",\"name\":\"_whitelist\",\"type\":\"address[][]\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"_from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"_to\",\"type\":\"address\"}],\"name\":\"isPermitted\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"_fromAddresses\",\"type\":\"address[]\"},{\"internalType\":\"address[]\",\"name\":\"_toAddresses\",\"type\":\"address[]\"}],\"name\":\"massAddWhitelist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"_fromAddresses\",\"type\":\"address[]\"},{\"internalType\":\"address[]\",\"name\":\"_toAddresses\",\"type\":\"address[]\"}],\"name\":\"massRemoveWhitelist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minimumDeposit\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"mintCap\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"_addresses\",\"type\":\"address[]\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mintManyTokens\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mintTokens\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"mintedByRole\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"multiplier\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"nonces\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"permit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"price\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"_address\",\"type\":\"address\"}],\"name\":\"removeBlacklist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"_from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"_to\",\"type\":\"address\"}],\"name\":\"removeWhitelist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"roles\",\"outputs\":[{\"internalType\":\"enumRankedAccess.Role\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"_minimumDeposit\",\"type\":\"uint256\"}],\"name\":\"setMinimumDeposit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"cap\",\"type\":\"uint256\"}],\"name\":\"setMintCap\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"_multiplier\",\"type\":\"uint256\"}],\"name\":\"setMultipler\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"safeAddress\",\"type\":\"address\"}],\"name\":\"setSafeAddress\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"_weiPerByte\",\"type\":\"uint256\"}],\"name\":\"setWeiPerByte\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"upgradeTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"weiPerByte\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"}]",
	ID:  "LSAN",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b6080516134536100f95f395f8181611c7901528181611ca20152611dcb01526134535ff3fe60806040526004361061036f575f3560e01c806376c71ca1116101c8578063a457c2d7116100fd578063d505accf1161009d578063e78ec42e1161006d578063e78ec42e146109cf578063eb91e651146109ee578063f0dda65c14610a0d578063f2fde38b14610a2c575f5ffd5b8063d505accf14610953578063d7ff225a14610972578063dcc1a49a14610991578063dd62ed3e146109b0575f5ffd5b8063ad3cb1cc116100d8578063ad3cb1cc146108d3578063afc2afa614610903578063b69ef8a814610922578063bec9947114610934575f5ffd5b8063a457c2d714610876578063a73d633c14610895578063a9059cbb146108b4575f5ffd5b80638da5cb5b116101685780639cfe42da116101435780639cfe42da146108105780639dc29fac1461082f578063a035b1fe1461084e578063a091a79414610862575f5ffd5b80638da5cb5b1461079457806395d89b41146107d057806399374642146107e4575f5ffd5b806380e52e3f116101a357806380e52e3f1461070e5780638456cb591461072d57806384b0196e1461074157806385d38f8014610768575f5ffd5b806376c71ca1146106bc5780637d6b4028146106d05780637ecebe00146106ef575f5ffd5b8063313ce567116102a957806352d1902d11610249578063650177961161021957806365017796146106565780636f8bd82c1461066a57806370a0823114610689578063715018a6146106a8575f5ffd5b806352d1902d146105ec5780635c975abb146106005780635d5664e114610623578063636bfbab14610642575f5ffd5b8063395093511161028457806339509351146105875780633f4ba83a146105a65780634070a0c9146105ba5780634f1ef286146105d9575f5ffd5b8063313ce567146105395780633644e515146105545780633659cfe614610568575f5ffd5b806318160ddd116103145780632241c86d116102ef5780632241c86d146104c857806323b872dd146104e75780632b7832b3146105065780632e1a7d4d1461051a575f5ffd5b806318160ddd146104625780631b3ed722146104955780631ec49909146104a9575f5ffd5b806306fdde031161034f57806306fdde03146103f8578063095ea7b3146104195780631217a760146104385780631249c58b1461045a575f5ffd5b80626d355914610373578062e0294d146103a757806301ffc9a7146103c8575b5f5ffd5b34801561037e575f5ffd5b5061039261038d366004612c90565b610a4b565b60405190151581526020015b60405180910390f35b3480156103b2575f5ffd5b506103c66103c1366004612d08565b610ac3565b005b3480156103d3575f5ffd5b506103926103e2366004612d72565b6001600160e01b0319166301ffc9a760e01b1490565b348015610403575f5ffd5b5061040c610ae2565b60405161039e9190612dc7565b348015610424575f5ffd5b50610392610433366004612dd9565b610b87565b348015610443575f5ffd5b5061044c610b9e565b60405190815260200161039e565b6103c6610bb0565b34801561046d575f5ffd5b507f52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace025461044c565b3480156104a0575f5ffd5b5061044c610c91565b3480156104b4575f5ffd5b506103c66104c3366004612e01565b610ca3565b3480156104d3575f5ffd5b506103c66104e2366004612e1a565b610cb7565b3480156104f2575f5ffd5b50610392610501366004612e61565b610d16565b348015610511575f5ffd5b5061044c610d39565b348015610525575f5ffd5b506103c6610534366004612e9b565b610d52565b348015610544575f5ffd5b506040516012815260200161039e565b34801561055f575f5ffd5b5061044c610e1d565b348015610573575f5ffd5b506103c6610582366004612e01565b610e2b565b348015610592575f5ffd5b506103926105a1366004612dd9565b610e43565b3480156105b1575f5ffd5b506103c6610e6c565b3480156105c5575f5ffd5b506103c66105d4366004612e9b565b610e7f565b6103c66105e7366004612ec6565b610ecb565b3480156105f7575f5ffd5b5061044c610eea565b34801561060b575f5ffd5b505f5160206134335f395f51905f525460ff16610392565b34801561062e575f5ffd5b506103c661063d366004612f87565b610f05565b34801561064d575f5ffd5b5061044c610f1f565b348015610661575f5ffd5b5061044c610f31565b348015610675575f5ffd5b506103c6610684366004612e9b565b610f3a565b348015610694575f5ffd5b5061044c6106a3366004612e01565b610f57565b3480156106b3575f5ffd5b506103c6610f87565b3480156106c7575f5ffd5b5061044c610f98565b3480156106db575f5ffd5b506103c66106ea366004612d08565b610faa565b3480156106fa575f5ffd5b5061044c610709366004612e01565b610fc3565b348015610719575f5ffd5b506103c6610728366004612e01565b610fcd565b348015610738575f5ffd5b506103c6610fe1565b34801561074c575f5ffd5b50610755610ff4565b60405161039e9796959493929190612fa6565b348015610773575f5ffd5b5061077c611036565b6040516001600160a01b03909116815260200161039e565b34801561079f575f5ffd5b507f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031661077c565b3480156107db575f5ffd5b5061040c61104e565b3480156107ef575f5ffd5b506108036107fe366004612e01565b61108c565b60405161039e9190613050565b34801561081b575f5ffd5b506103c661082a366004612e01565b6110b5565b34801561083a575f5ffd5b506103c6610849366004612dd9565b6110cb565b348015610859575f5ffd5b5061044c6110fb565b34801561086d575f5ffd5b5061044c611121565b348015610881575f5ffd5b50610392610890366004612dd9565b611133565b3480156108a0575f5ffd5b506103c66108af366004612c90565b61118a565b3480156108bf575f5ffd5b506103926108ce366004612dd9565b6111a1565b3480156108de575f5ffd5b5061040c604051806040016040528060058152602001640352e302e360dc1b81525081565b34801561090e575f5ffd5b506103c661091d366004612e9b565b6111ae565b34801561092d575f5ffd5b504761044c565b34801561093f575f5ffd5b506103c661094e366004612c90565b6111cb565b34801561095e575f5ffd5b506103c661096d366004613076565b6111e1565b34801561097d575f5ffd5b506103c661098c3660046130e3565b611336565b34801561099c575f5ffd5b506103c66109ab366004612e01565b61160b565b3480156109bb575f5ffd5b5061044c6109ca366004612c90565b61166c565b3480156109da575f5ffd5b506103c66109e9366004612e9b565b6116b5565b3480156109f9575f5ffd5b506103c6610a08366004612e01565b6116fa565b348015610a18575f5ffd5b506103c6610a27366004612dd9565b61170f565b348015610a37575f5ffd5b506103c6610a46366004612e01565b61172d565b6001600160a01b0381165f9081527f965af2cb71f79c90606de0d2b0d3c377e52e35c38d9f9806ae39dd9fb5d1f2006020819052604082205460ff161580610ab957506001600160a01b038084165f90815260018301602090815260408083209388168352929052205460ff165b9150505b92915050565b6002610ace81611767565b610adb858585855f6117e1565b5050505050565b60605f5f5160206133d35f395f51905f525b9050806003018054610b059061316a565b80601f0160208091040260200160405190810160405280929190818152602001828054610b319061316a565b8015610b7c5780601f10610b5357610100808354040283529160200191610b7c565b820191905f5260205f20905b815481529060010190602001808311610b5f57829003601f168201915b505050505091505090565b5f33610b948185856118b2565b5060019392505050565b5f610ba76118bf565b60020154905090565b610bb86118e3565b5f610bc16110fb565b90505f610bd982610bd06118bf565b60040154611918565b905080341015610c0a5760405163253bf97d60e11b8152346004820152602481018290526044015b60405180910390fd5b5f610c1583346131ca565b90505f610c2284346131dd565b9050610c2e338361192a565b337f25b428dfde728ccfaddad7e29e4ac23c24ed7fd1a6e3e3f91894a9a073f5dfff83610c5b84346131f0565b6040805192835260208301919091520160405180910390a28015610c8357610c83338261195e565b50505050610c8f6119e0565b565b5f610c9a6118bf565b60030154905090565b610cab611a0a565b610cb481611a65565b50565b6002610cc281611767565b610cd4610ccf8484613203565b611ade565b5f5b83811015610adb57610d0e858583818110610cf357610cf361321a565b9050602002016020810190610d089190612e01565b8461192a565b600101610cd6565b5f33610d23858285611b4b565b610d2e858585611baf565b506001949350505050565b5f5f5160206134135f395f51905f525b60010154905090565b610d5a611a0a565b610d626118e3565b80471015610dbe5760405162461bcd60e51b815260206004820152602360248201527f4c53414e3a20496e73756666696369656e7420636f6e74726163742062616c616044820152626e636560e81b6064820152608401610c01565b5f610dc76118bf565b546040518381526001600160a01b03909116915081907f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d59060200160405180910390a2610e14818361195e565b50610cb46119e0565b5f610e26611c0c565b905090565b610cb48160405180602001604052805f815250610ecb565b5f610e63338484610e54338861166c565b610e5e919061322e565b6118b2565b50600192915050565b6003610e7781611767565b610cb4611c15565b610e87611a0a565b80610e906118bf565b600501556040518181527f1b3897f919a5b5973b0bc01ddfa5fd686de127a16ad08e0b8618dc493aad5462906020015b60405180910390a150565b610ed3611c6e565b610edc82611cfc565b610ee68282611d04565b5050565b5f610ef3611dc0565b505f5160206133f35f395f51905f5290565b6003610f1081611767565b610f1a8284611e09565b505050565b5f610f286118bf565b60040154905090565b5f610d496118bf565b610f42611a0a565b610cb481610f4e6118bf565b60030154611f6f565b5f805f5160206133d35f395f51905f525b6001600160a01b039093165f9081526020939093525050604090205490565b610f8f611a0a565b610c8f5f611ff8565b5f610fa16118bf565b60050154905090565b6002610fb581611767565b610adb8585858560016117e1565b5f610abd82612068565b6003610fd881611767565b610ee682612090565b6003610fec81611767565b610cb4612125565b5f6060805f5f5f606061100561216d565b61100d6121be565b604080515f80825260208201909252600f60f81b9b939a50919850469750309650945092509050565b5f61103f6118bf565b546001600160a01b0316919050565b7f52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace0480546060915f5160206133d35f395f51905f5291610b059061316a565b6001600160a01b03165f9081525f5160206134135f395f51905f52602052604090205460ff1690565b60026110c081611767565b610ee68260016121e7565b60026110d681611767565b6001600160a01b03831633146110f1576110f1833384611b4b565b610f1a8383612265565b5f5f6111056118bf565b90508060030154816002015461111b9190613203565b91505090565b5f61112a6118bf565b60060154905090565b5f5f61113f338561166c565b90508281101561117b57604051637dc7a0d960e11b81526001600160a01b03851660048201526024810182905260448101849052606401610c01565b610b943385610e5e86856131f0565b600261119581611767565b610f1a83836001612299565b5f33610b94818585611baf565b6111b6611a0a565b610cb46111c16118bf565b6002015482611f6f565b60026111d681611767565b610f1a83835f612299565b834211156112055760405163313c898160e11b815260048101859052602401610c01565b5f7f6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c988888861126f8c6001600160a01b03165f9081527f5ab42ced628888259c08ac98db1eb0cf702fc1501344311d8b100cd1bfe4bb006020526040902080546001810190915590565b6040805160208101969096526001600160a01b0394851690860152929091166060840152608083015260a082015260c0810186905260e0016040516020818303038152906040528051906020012090505f6112c982612328565b90505f6112d882878787612354565b9050896001600160a01b0316816001600160a01b03161461131f576040516325c0072360e11b81526001600160a01b0380831660048301528b166024820152604401610c01565b61132a8a8a8a6118b2565b50505050505050505050565b5f61133f612380565b805490915060ff600160401b82041615906001600160401b03165f811580156113655750825b90505f826001600160401b031660011480156113805750303b155b90508115801561138e575080155b156113ac5760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff1916600117855583156113d657845460ff60401b1916600160401b1785555b8786146113f657604051632e77c43960e11b815260040160405180910390fd5b6113ff336123a8565b611408336123b9565b6114636040518060400160405280601d81526020017f4c6f672053746f726520416c706861204e6574776f726b20546f6b656e000000815250604051806040016040528060048152602001632629a0a760e11b8152506123cc565b6114a16040518060400160405280601d81526020017f4c6f672053746f726520416c706861204e6574776f726b20546f6b656e0000008152506123de565b426114aa6118bf565b600101556114b78b611a65565b6114c28a6001611f6f565b5f5b888110156115b7576114fd8a8a838181106114e1576114e161321a565b90506020020160208101906114f69190612e01565b60016121e7565b5f5b8888838181106115115761151161321a565b90506020028101906115239190613241565b90508110156115ae576115a68989848181106115415761154161321a565b90506020028101906115539190613241565b838181106115635761156361321a565b90506020020160208101906115789190612e01565b8c8c8581811061158a5761158a61321a565b905060200201602081019061159f9190612e01565b6001612299565b6001016114ff565b506001016114c4565b5083156115fe57845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b5050505050505050505050565b6001600160a01b03811633146116635760405162461bcd60e51b815260206004820181905260248201527f416363657373436f6e74726f6c3a204e4f545f4143434f554e545f4f574e45526044820152606401610c01565b610cb481612090565b6001600160a01b039182165f9081527f52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace016020908152604080832093909416825291909152205490565b6116bd611a0a565b806116c66118bf565b600401556040518181527f505ef1171e5f0d40e4db6458251e0f04d569b2573dc6dc166c714c8a93b5682690602001610ec0565b600261170581611767565b610ee6825f6121e7565b600261171a81611767565b61172382611ade565b610f1a838361192a565b611735611a0a565b6001600160a01b03811661175e57604051631e4fbdf760e01b81525f6004820152602401610c01565b610cb481611ff8565b8060038111156117795761177961303c565b6117823361108c565b60038111156117935761179361303c565b1015610cb45760405162461bcd60e51b815260206004820152601d60248201527f416363657373436f6e74726f6c3a204e4f545f415554484f52495a45440000006044820152606401610c01565b8382146118415760405162461bcd60e51b815260206004820152602860248201527f4c53414e3a20496e76616c696420706172616d657465727320666f72206d6173604482015267732075706461746560c01b6064820152608401610c01565b5f5b848110156118aa576118a28686838181106118605761186061321a565b90506020020160208101906118759190612e01565b8585848181106118875761188761321a565b905060200201602081019061189c9190612e01565b84612299565b600101611843565b505050505050565b610f1a8383836001612409565b7f614e6c23fb2a4b04b10f390b969c11a42793cbeba1622e352493435a9502b10090565b6118eb6124ec565b610c8f60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b9061252c565b5f8282188284110282185b9392505050565b6001600160a01b0382166119535760405163ec442f0560e01b81525f6004820152602401610c01565b610ee65f8383612533565b5f826001600160a01b0316826040515f6040518083038185875af1925050503d805f81146119a7576040519150601f19603f3d011682016040523d82523d5f602084013e6119ac565b606091505b5050905080610f1a57604051636143ee5560e01b81526001600160a01b038416600482015260248101839052604401610c01565b610c8f5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00611912565b33611a3c7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031690565b6001600160a01b031614610c8f5760405163118cdaa760e01b8152336004820152602401610c01565b6001600160a01b038116611a8c57604051631d4db1a560e31b815260040160405180910390fd5b80611a956118bf565b80546001600160a01b0319166001600160a01b03928316179055604051908216907ffe0f163669b39521dc14b7e5c70e2eb39ef825e52576b3caf37bf8ff28f244c0905f90a250565b5f611ae76118bf565b90505f611b01826005015483600601548103908111150290565b905080831115611b2e57604051637c2e2b2b60e11b81526004810184905260248101829052604401610c01565b82826006015f828254611b41919061322e565b9091555050505050565b5f611b56848461166c565b90505f19811015611ba95781811015611b9b57604051637dc7a0d960e11b81526001600160a01b03841660048201526024810182905260448101839052606401610c01565b611ba984848484035f612409565b50505050565b6001600160a01b038316611bd857604051634b637e8f60e11b81525f6004820152602401610c01565b6001600160a01b038216611c015760405163ec442f0560e01b81525f6004820152602401610c01565b610f1a838383612533565b5f610e2661256e565b611c1d6125e1565b5f5160206134335f395f51905f52805460ff191681557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa335b6040516001600160a01b039091168152602001610ec0565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480611cde57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316611cd2612610565b6001600160a01b031614155b15610c8f5760405163703e46dd60e11b815260040160405180910390fd5b610cb4611a0a565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015611d5e575060408051601f3d908101601f19168201909252611d5b91810190613286565b60015b611d8657604051634c9c8ce360e01b81526001600160a01b0383166004820152602401610c01565b5f5160206133f35f395f51905f528114611db657604051632a87526960e21b815260048101829052602401610c01565b610f1a8383612624565b306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614610c8f5760405163703e46dd60e11b815260040160405180910390fd5b6001600160a01b0382165f9081525f5160206134135f395f51905f52602081905260409091205460ff16826003811115611e4557611e4561303c565b816003811115611e5757611e5761303c565b03611eb05760405162461bcd60e51b8152602060048201526024808201527f416363657373436f6e74726f6c3a20524f4c455f414c52454144595f4153534960448201526311d3915160e21b6064820152608401610c01565b611ebb828583612679565b6003836003811115611ecf57611ecf61303c565b03611eeb57600182018054905f611ee58361329d565b91905055505b6001600160a01b0384165f908152602083905260409020805484919060ff19166001836003811115611f1f57611f1f61303c565b0217905550336001600160a01b038516846003811115611f4157611f4161303c565b6040517f570d3756e5b890fbf84c01fc2daf898fa7e95ae3ca9f1ed5edf012eacb5c6ce6905f90a450505050565b811580611f7a575080155b15611f985760405163249730af60e21b815260040160405180910390fd5b5f611fa16118bf565b60028101849055600381018390559050611fb96110fb565b5060408051848152602081018490527f8aa4fa52648a6d15edce8a179c792c86f3719d0cc3c572cf90f91948f0f2cb68910160405180910390a1505050565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b5f807f5ab42ced628888259c08ac98db1eb0cf702fc1501344311d8b100cd1bfe4bb00610f68565b6001600160a01b0381165f9081525f5160206134135f395f51905f52602081905260409091205460ff166120c5828483612679565b6001600160a01b0383165f818152602084905260409020805460ff1916905533908260038111156120f8576120f861303c565b6040517f5a8379f4a3380f87fd5924475f76a3471ac8d775668601653e3f9ef69a3dd271905f90a4505050565b61212d6126e2565b5f5160206134335f395f51905f52805460ff191660011781557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a25833611c56565b7fa16a46d94261c7517cc8ff89f61c0ce93598e3c849801011dee649a6a557d10280546060917fa16a46d94261c7517cc8ff89f61c0ce93598e3c849801011dee649a6a557d10091610b059061316a565b60605f7fa16a46d94261c7517cc8ff89f61c0ce93598e3c849801011dee649a6a557d100610af4565b6001600160a01b0382165f8181527f965af2cb71f79c90606de0d2b0d3c377e52e35c38d9f9806ae39dd9fb5d1f2006020908152604091829020805460ff1916851515908117909155825190815291517f4e2837d4cea358eb5b2222f9a430cc0411445782d01b0dbb84f8c729304d10379281900390910190a25050565b6001600160a01b03821661228e57604051634b637e8f60e11b81525f6004820152602401610c01565b610ee6825f83612533565b6001600160a01b038281165f8181527f965af2cb71f79c90606de0d2b0d3c377e52e35c38d9f9806ae39dd9fb5d1f2016020908152604080832094881680845294825291829020805460ff1916861515908117909155825190815291519293927f7fb589bcaef7c710c29bc4a421d0dca5fe1c351a4ffa6ced6c422da5f8e074e79281900390910190a3505050565b5f610abd612334611c0c565b8360405161190160f01b8152600281019290925260228201526042902090565b5f5f5f5f61236488888888612712565b92509250925061237482826127da565b50909695505050505050565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00610abd565b6123b0612892565b610cb4816128b7565b6123c1612892565b610cb4816003611e09565b6123d4612892565b610ee682826128bf565b6123e6612892565b610cb481604051806040016040528060018152602001603160f81b81525061290f565b5f5160206133d35f395f51905f526001600160a01b0385166124405760405163e602df0560e01b81525f6004820152602401610c01565b6001600160a01b03841661246957604051634a1406b160e11b81525f6004820152602401610c01565b6001600160a01b038086165f90815260018301602090815260408083209388168352929052208390558115610adb57836001600160a01b0316856001600160a01b03167f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b925856040516124dd91815260200190565b60405180910390a35050505050565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c15610c8f57604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b6001600160a01b038216156125635761254a6126e2565b6001600160a01b03831615612563576125638383612972565b610f1a8383836129ac565b5f7f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f612598612ae5565b6125a0612afa565b60408051602081019490945283019190915260608201524660808201523060a082015260c00160405160208183030381529060405280519060200120905090565b5f5160206134335f395f51905f525460ff16610c8f57604051638dfc202b60e01b815260040160405180910390fd5b5f5f5160206133f35f395f51905f5261103f565b61262d82612b03565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a280511561267157610f1a8282612b66565b610ee6612c06565b600381600381111561268d5761268d61303c565b1461269757505050565b82600101546001036126c7576040516356aae60b60e01b81526001600160a01b0383166004820152602401610c01565b600183018054905f6126d8836132b5565b9190505550505050565b5f5160206134335f395f51905f525460ff1615610c8f5760405163d93c066560e01b815260040160405180910390fd5b5f80807f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084111561274b57505f915060039050826127d0565b604080515f808252602082018084528a905260ff891692820192909252606081018790526080810186905260019060a0016020604051602081039080840390855afa15801561279c573d5f5f3e3d5ffd5b5050604051601f1901519150506001600160a01b0381166127c757505f9250600191508290506127d0565b92505f91508190505b9450945094915050565b5f8260038111156127ed576127ed61303c565b036127f6575050565b600182600381111561280a5761280a61303c565b036128285760405163f645eedf60e01b815260040160405180910390fd5b600282600381111561283c5761283c61303c565b0361285d5760405163fce698f760e01b815260048101829052602401610c01565b60038260038111156128715761287161303c565b03610ee6576040516335e2f38360e21b815260048101829052602401610c01565b61289a612c25565b610c8f57604051631afcd79f60e31b815260040160405180910390fd5b611735612892565b6128c7612892565b5f5160206133d35f395f51905f527f52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace036129008482613318565b5060048101611ba98382613318565b612917612892565b7fa16a46d94261c7517cc8ff89f61c0ce93598e3c849801011dee649a6a557d1007fa16a46d94261c7517cc8ff89f61c0ce93598e3c849801011dee649a6a557d1026129638482613318565b5060038101611ba98382613318565b61297c8282610a4b565b610ee657604051637001f53b60e11b81526001600160a01b03808416600483015282166024820152604401610c01565b5f5160206133d35f395f51905f526001600160a01b0384166129e65781816002015f8282546129db919061322e565b90915550612a569050565b6001600160a01b0384165f9081526020829052604090205482811015612a385760405163391434e360e21b81526001600160a01b03861660048201526024810182905260448101849052606401610c01565b6001600160a01b0385165f9081526020839052604090209083900390555b6001600160a01b038316612a74576002810180548390039055612a92565b6001600160a01b0383165f9081526020829052604090208054830190555b826001600160a01b0316846001600160a01b03167fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef84604051612ad791815260200190565b60405180910390a350505050565b5f612aee61216d565b80519060200120905090565b5f612aee6121be565b806001600160a01b03163b5f03612b3857604051634c9c8ce360e01b81526001600160a01b0382166004820152602401610c01565b5f5160206133f35f395f51905f5280546001600160a01b0319166001600160a01b0392909216919091179055565b60605f612b738484612c3e565b9050808015612b9457505f3d1180612b9457505f846001600160a01b03163b115b15612ba957612ba1612c51565b915050610abd565b8015612bd357604051639996b31560e01b81526001600160a01b0385166004820152602401610c01565b3d15612be657612be1612c6a565b612bff565b60405163d6bda27560e01b815260040160405180910390fd5b5092915050565b3415610c8f5760405163b398979f60e01b815260040160405180910390fd5b5f612c2e612380565b54600160401b900460ff16919050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b80356001600160a01b0381168114612c8b575f5ffd5b919050565b5f5f60408385031215612ca1575f5ffd5b612caa83612c75565b9150612cb860208401612c75565b90509250929050565b5f5f83601f840112612cd1575f5ffd5b5081356001600160401b03811115612ce7575f5ffd5b6020830191508360208260051b8501011115612d01575f5ffd5b9250929050565b5f5f5f5f60408587031215612d1b575f5ffd5b84356001600160401b03811115612d30575f5ffd5b612d3c87828801612cc1565b90955093505060208501356001600160401b03811115612d5a575f5ffd5b612d6687828801612cc1565b95989497509550505050565b5f60208284031215612d82575f5ffd5b81356001600160e01b031981168114611923575f5ffd5b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f6119236020830184612d99565b5f5f60408385031215612dea575f5ffd5b612df383612c75565b946020939093013593505050565b5f60208284031215612e11575f5ffd5b61192382612c75565b5f5f5f60408486031215612e2c575f5ffd5b83356001600160401b03811115612e41575f5ffd5b612e4d86828701612cc1565b909790965060209590950135949350505050565b5f5f5f60608486031215612e73575f5ffd5b612e7c84612c75565b9250612e8a60208501612c75565b929592945050506040919091013590565b5f60208284031215612eab575f5ffd5b5035919050565b634e487b7160e01b5f52604160045260245ffd5b5f5f60408385031215612ed7575f5ffd5b612ee083612c75565b915060208301356001600160401b03811115612efa575f5ffd5b8301601f81018513612f0a575f5ffd5b80356001600160401b03811115612f2357612f23612eb2565b604051601f8201601f19908116603f011681016001600160401b0381118282101715612f5157612f51612eb2565b604052818152828201602001871015612f68575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f5f60408385031215612f98575f5ffd5b823560048110612caa575f5ffd5b60ff60f81b8816815260e060208201525f612fc460e0830189612d99565b8281036040840152612fd68189612d99565b606084018890526001600160a01b038716608085015260a0840186905283810360c0850152845180825260208087019350909101905f5b8181101561302b57835183526020938401939092019160010161300d565b50909b9a5050505050505050505050565b634e487b7160e01b5f52602160045260245ffd5b602081016004831061307057634e487b7160e01b5f52602160045260245ffd5b91905290565b5f5f5f5f5f5f5f60e0888a03121561308c575f5ffd5b61309588612c75565b96506130a360208901612c75565b95506040880135945060608801359350608088013560ff811681146130c6575f5ffd5b9699959850939692959460a0840135945060c09093013592915050565b5f5f5f5f5f5f608087890312156130f8575f5ffd5b61310187612c75565b95506020870135945060408701356001600160401b03811115613122575f5ffd5b61312e89828a01612cc1565b90955093505060608701356001600160401b0381111561314c575f5ffd5b61315889828a01612cc1565b979a9699509497509295939492505050565b600181811c9082168061317e57607f821691505b60208210810361319c57634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52601260045260245ffd5b634e487b7160e01b5f52601160045260245ffd5b5f826131d8576131d86131a2565b500490565b5f826131eb576131eb6131a2565b500690565b81810381811115610abd57610abd6131b6565b8082028115828204841417610abd57610abd6131b6565b634e487b7160e01b5f52603260045260245ffd5b80820180821115610abd57610abd6131b6565b5f5f8335601e19843603018112613256575f5ffd5b8301803591506001600160401b0382111561326f575f5ffd5b6020019150600581901b3603821315612d01575f5ffd5b5f60208284031215613296575f5ffd5b5051919050565b5f600182016132ae576132ae6131b6565b5060010190565b5f816132c3576132c36131b6565b505f190190565b601f821115610f1a5782821115610f1a57805f5260205f20601f840160051c60208510156132f557505f5b90810190601f840160051c035f5b818110156118aa575f83820155600101613303565b81516001600160401b0381111561333157613331612eb2565b6133458161333f845461316a565b846132ca565b6020601f821160018114613377575f83156133605750848201515b5f19600385901b1c1916600184901b178455610adb565b5f84815260208120601f198516915b828110156133a65787850151825560209485019460019092019101613386565b50848210156133c357868401515f19600387901b60f8161c191681555b50505050600190811b0190555056fe52c63247e1f47db19d5ce0460030c497f067ca4cebf71ba98eeadabe20bace00360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc90823da23b9a926e179776d17ff1331502f5569028b856ff1c858dabf15b1500cd5ed15c6e187e77e9aee88184c21f4f2182ab5827cb3b7e07fbedcd63f03300",
}

// LSAN is an auto generated Go binding around an Ethereum contract.
type LSAN struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *LSAN) GetABI() abi.ABI {
	return c.abi
}

// NewLSAN creates a new instance of LSAN.
func NewLSAN() *LSAN {
	parsed, err := LSANMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &LSAN{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *LSAN) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDEPLOYEDTIME is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x65017796.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEPLOYED_TIME() view returns(uint256)
func (lSAN *LSAN) PackDEPLOYEDTIME() []byte {
	enc, err := lSAN.abi.Pack("DEPLOYED_TIME")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEPLOYEDTIME is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x65017796.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEPLOYED_TIME() view returns(uint256)
func (lSAN *LSAN) TryPackDEPLOYEDTIME() ([]byte, error) {
	return lSAN.abi.Pack("DEPLOYED_TIME")
}

// UnpackDEPLOYEDTIME is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x65017796.
//
// Solidity: function DEPLOYED_TIME() view returns(uint256)
func (lSAN *LSAN) UnpackDEPLOYEDTIME(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("DEPLOYED_TIME", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (lSAN *LSAN) PackDOMAINSEPARATOR() []byte {
	enc, err := lSAN.abi.Pack("DOMAIN_SEPARATOR")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (lSAN *LSAN) TryPackDOMAINSEPARATOR() ([]byte, error) {
	return lSAN.abi.Pack("DOMAIN_SEPARATOR")
}

// UnpackDOMAINSEPARATOR is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3644e515.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (lSAN *LSAN) UnpackDOMAINSEPARATOR(data []byte) ([32]byte, error) {
	out, err := lSAN.abi.Unpack("DOMAIN_SEPARATOR", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackSAFEADDRESS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85d38f80.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SAFE_ADDRESS() view returns(address)
func (lSAN *LSAN) PackSAFEADDRESS() []byte {
	enc, err := lSAN.abi.Pack("SAFE_ADDRESS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSAFEADDRESS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x85d38f80.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SAFE_ADDRESS() view returns(address)
func (lSAN *LSAN) TryPackSAFEADDRESS() ([]byte, error) {
	return lSAN.abi.Pack("SAFE_ADDRESS")
}

// UnpackSAFEADDRESS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x85d38f80.
//
// Solidity: function SAFE_ADDRESS() view returns(address)
func (lSAN *LSAN) UnpackSAFEADDRESS(data []byte) (common.Address, error) {
	out, err := lSAN.abi.Unpack("SAFE_ADDRESS", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (lSAN *LSAN) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := lSAN.abi.Pack("UPGRADE_INTERFACE_VERSION")
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
func (lSAN *LSAN) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return lSAN.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (lSAN *LSAN) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := lSAN.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackAddBlacklist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cfe42da.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addBlacklist(address _address) returns()
func (lSAN *LSAN) PackAddBlacklist(address common.Address) []byte {
	enc, err := lSAN.abi.Pack("addBlacklist", address)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddBlacklist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9cfe42da.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addBlacklist(address _address) returns()
func (lSAN *LSAN) TryPackAddBlacklist(address common.Address) ([]byte, error) {
	return lSAN.abi.Pack("addBlacklist", address)
}

// PackAddWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa73d633c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function addWhitelist(address _from, address _to) returns()
func (lSAN *LSAN) PackAddWhitelist(from common.Address, to common.Address) []byte {
	enc, err := lSAN.abi.Pack("addWhitelist", from, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAddWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa73d633c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function addWhitelist(address _from, address _to) returns()
func (lSAN *LSAN) TryPackAddWhitelist(from common.Address, to common.Address) ([]byte, error) {
	return lSAN.abi.Pack("addWhitelist", from, to)
}

// PackAdminCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b7832b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function adminCount() view returns(uint256)
func (lSAN *LSAN) PackAdminCount() []byte {
	enc, err := lSAN.abi.Pack("adminCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAdminCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b7832b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function adminCount() view returns(uint256)
func (lSAN *LSAN) TryPackAdminCount() ([]byte, error) {
	return lSAN.abi.Pack("adminCount")
}

// UnpackAdminCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b7832b3.
//
// Solidity: function adminCount() view returns(uint256)
func (lSAN *LSAN) UnpackAdminCount(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("adminCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (lSAN *LSAN) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := lSAN.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (lSAN *LSAN) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return lSAN.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (lSAN *LSAN) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (lSAN *LSAN) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := lSAN.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (lSAN *LSAN) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (lSAN *LSAN) UnpackApprove(data []byte) (bool, error) {
	out, err := lSAN.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb69ef8a8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balance() view returns(uint256)
func (lSAN *LSAN) PackBalance() []byte {
	enc, err := lSAN.abi.Pack("balance")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb69ef8a8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balance() view returns(uint256)
func (lSAN *LSAN) TryPackBalance() ([]byte, error) {
	return lSAN.abi.Pack("balance")
}

// UnpackBalance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb69ef8a8.
//
// Solidity: function balance() view returns(uint256)
func (lSAN *LSAN) UnpackBalance(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("balance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (lSAN *LSAN) PackBalanceOf(account common.Address) []byte {
	enc, err := lSAN.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (lSAN *LSAN) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return lSAN.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (lSAN *LSAN) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9dc29fac.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burn(address account, uint256 amount) returns()
func (lSAN *LSAN) PackBurn(account common.Address, amount *big.Int) []byte {
	enc, err := lSAN.abi.Pack("burn", account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9dc29fac.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burn(address account, uint256 amount) returns()
func (lSAN *LSAN) TryPackBurn(account common.Address, amount *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("burn", account, amount)
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (lSAN *LSAN) PackDecimals() []byte {
	enc, err := lSAN.abi.Pack("decimals")
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
func (lSAN *LSAN) TryPackDecimals() ([]byte, error) {
	return lSAN.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (lSAN *LSAN) UnpackDecimals(data []byte) (uint8, error) {
	out, err := lSAN.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackDecreaseAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa457c2d7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decreaseAllowance(address spender, uint256 subtractedValue) returns(bool)
func (lSAN *LSAN) PackDecreaseAllowance(spender common.Address, subtractedValue *big.Int) []byte {
	enc, err := lSAN.abi.Pack("decreaseAllowance", spender, subtractedValue)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecreaseAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa457c2d7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decreaseAllowance(address spender, uint256 subtractedValue) returns(bool)
func (lSAN *LSAN) TryPackDecreaseAllowance(spender common.Address, subtractedValue *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("decreaseAllowance", spender, subtractedValue)
}

// UnpackDecreaseAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa457c2d7.
//
// Solidity: function decreaseAllowance(address spender, uint256 subtractedValue) returns(bool)
func (lSAN *LSAN) UnpackDecreaseAllowance(data []byte) (bool, error) {
	out, err := lSAN.abi.Unpack("decreaseAllowance", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (lSAN *LSAN) PackEip712Domain() []byte {
	enc, err := lSAN.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (lSAN *LSAN) TryPackEip712Domain() ([]byte, error) {
	return lSAN.abi.Pack("eip712Domain")
}

// LSANEip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type LSANEip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (lSAN *LSAN) UnpackEip712Domain(data []byte) (LSANEip712DomainOutput, error) {
	out, err := lSAN.abi.Unpack("eip712Domain", data)
	outstruct := new(LSANEip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d5664e1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(uint8 role, address account) returns()
func (lSAN *LSAN) PackGrantRole(role uint8, account common.Address) []byte {
	enc, err := lSAN.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d5664e1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(uint8 role, address account) returns()
func (lSAN *LSAN) TryPackGrantRole(role uint8, account common.Address) ([]byte, error) {
	return lSAN.abi.Pack("grantRole", role, account)
}

// PackIncreaseAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39509351.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function increaseAllowance(address spender, uint256 addedValue) returns(bool)
func (lSAN *LSAN) PackIncreaseAllowance(spender common.Address, addedValue *big.Int) []byte {
	enc, err := lSAN.abi.Pack("increaseAllowance", spender, addedValue)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIncreaseAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39509351.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function increaseAllowance(address spender, uint256 addedValue) returns(bool)
func (lSAN *LSAN) TryPackIncreaseAllowance(spender common.Address, addedValue *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("increaseAllowance", spender, addedValue)
}

// UnpackIncreaseAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x39509351.
//
// Solidity: function increaseAllowance(address spender, uint256 addedValue) returns(bool)
func (lSAN *LSAN) UnpackIncreaseAllowance(data []byte) (bool, error) {
	out, err := lSAN.abi.Unpack("increaseAllowance", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7ff225a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address _safeAddress, uint256 _weiPerByte, address[] _blacklist, address[][] _whitelist) returns()
func (lSAN *LSAN) PackInitialize(safeAddress common.Address, weiPerByte *big.Int, blacklist []common.Address, whitelist [][]common.Address) []byte {
	enc, err := lSAN.abi.Pack("initialize", safeAddress, weiPerByte, blacklist, whitelist)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7ff225a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address _safeAddress, uint256 _weiPerByte, address[] _blacklist, address[][] _whitelist) returns()
func (lSAN *LSAN) TryPackInitialize(safeAddress common.Address, weiPerByte *big.Int, blacklist []common.Address, whitelist [][]common.Address) ([]byte, error) {
	return lSAN.abi.Pack("initialize", safeAddress, weiPerByte, blacklist, whitelist)
}

// PackIsPermitted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x006d3559.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isPermitted(address _from, address _to) view returns(bool)
func (lSAN *LSAN) PackIsPermitted(from common.Address, to common.Address) []byte {
	enc, err := lSAN.abi.Pack("isPermitted", from, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsPermitted is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x006d3559.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isPermitted(address _from, address _to) view returns(bool)
func (lSAN *LSAN) TryPackIsPermitted(from common.Address, to common.Address) ([]byte, error) {
	return lSAN.abi.Pack("isPermitted", from, to)
}

// UnpackIsPermitted is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x006d3559.
//
// Solidity: function isPermitted(address _from, address _to) view returns(bool)
func (lSAN *LSAN) UnpackIsPermitted(data []byte) (bool, error) {
	out, err := lSAN.abi.Unpack("isPermitted", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMassAddWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d6b4028.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function massAddWhitelist(address[] _fromAddresses, address[] _toAddresses) returns()
func (lSAN *LSAN) PackMassAddWhitelist(fromAddresses []common.Address, toAddresses []common.Address) []byte {
	enc, err := lSAN.abi.Pack("massAddWhitelist", fromAddresses, toAddresses)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMassAddWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7d6b4028.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function massAddWhitelist(address[] _fromAddresses, address[] _toAddresses) returns()
func (lSAN *LSAN) TryPackMassAddWhitelist(fromAddresses []common.Address, toAddresses []common.Address) ([]byte, error) {
	return lSAN.abi.Pack("massAddWhitelist", fromAddresses, toAddresses)
}

// PackMassRemoveWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00e0294d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function massRemoveWhitelist(address[] _fromAddresses, address[] _toAddresses) returns()
func (lSAN *LSAN) PackMassRemoveWhitelist(fromAddresses []common.Address, toAddresses []common.Address) []byte {
	enc, err := lSAN.abi.Pack("massRemoveWhitelist", fromAddresses, toAddresses)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMassRemoveWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x00e0294d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function massRemoveWhitelist(address[] _fromAddresses, address[] _toAddresses) returns()
func (lSAN *LSAN) TryPackMassRemoveWhitelist(fromAddresses []common.Address, toAddresses []common.Address) ([]byte, error) {
	return lSAN.abi.Pack("massRemoveWhitelist", fromAddresses, toAddresses)
}

// PackMinimumDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x636bfbab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minimumDeposit() view returns(uint256)
func (lSAN *LSAN) PackMinimumDeposit() []byte {
	enc, err := lSAN.abi.Pack("minimumDeposit")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinimumDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x636bfbab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minimumDeposit() view returns(uint256)
func (lSAN *LSAN) TryPackMinimumDeposit() ([]byte, error) {
	return lSAN.abi.Pack("minimumDeposit")
}

// UnpackMinimumDeposit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x636bfbab.
//
// Solidity: function minimumDeposit() view returns(uint256)
func (lSAN *LSAN) UnpackMinimumDeposit(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("minimumDeposit", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1249c58b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint() payable returns()
func (lSAN *LSAN) PackMint() []byte {
	enc, err := lSAN.abi.Pack("mint")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1249c58b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint() payable returns()
func (lSAN *LSAN) TryPackMint() ([]byte, error) {
	return lSAN.abi.Pack("mint")
}

// PackMintCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x76c71ca1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintCap() view returns(uint256)
func (lSAN *LSAN) PackMintCap() []byte {
	enc, err := lSAN.abi.Pack("mintCap")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x76c71ca1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintCap() view returns(uint256)
func (lSAN *LSAN) TryPackMintCap() ([]byte, error) {
	return lSAN.abi.Pack("mintCap")
}

// UnpackMintCap is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x76c71ca1.
//
// Solidity: function mintCap() view returns(uint256)
func (lSAN *LSAN) UnpackMintCap(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("mintCap", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMintManyTokens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2241c86d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintManyTokens(address[] _addresses, uint256 amount) returns()
func (lSAN *LSAN) PackMintManyTokens(addresses []common.Address, amount *big.Int) []byte {
	enc, err := lSAN.abi.Pack("mintManyTokens", addresses, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintManyTokens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2241c86d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintManyTokens(address[] _addresses, uint256 amount) returns()
func (lSAN *LSAN) TryPackMintManyTokens(addresses []common.Address, amount *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("mintManyTokens", addresses, amount)
}

// PackMintTokens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0dda65c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintTokens(address account, uint256 amount) returns()
func (lSAN *LSAN) PackMintTokens(account common.Address, amount *big.Int) []byte {
	enc, err := lSAN.abi.Pack("mintTokens", account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintTokens is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0dda65c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintTokens(address account, uint256 amount) returns()
func (lSAN *LSAN) TryPackMintTokens(account common.Address, amount *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("mintTokens", account, amount)
}

// PackMintedByRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa091a794.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintedByRole() view returns(uint256)
func (lSAN *LSAN) PackMintedByRole() []byte {
	enc, err := lSAN.abi.Pack("mintedByRole")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintedByRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa091a794.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintedByRole() view returns(uint256)
func (lSAN *LSAN) TryPackMintedByRole() ([]byte, error) {
	return lSAN.abi.Pack("mintedByRole")
}

// UnpackMintedByRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa091a794.
//
// Solidity: function mintedByRole() view returns(uint256)
func (lSAN *LSAN) UnpackMintedByRole(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("mintedByRole", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMultiplier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b3ed722.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function multiplier() view returns(uint256)
func (lSAN *LSAN) PackMultiplier() []byte {
	enc, err := lSAN.abi.Pack("multiplier")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMultiplier is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1b3ed722.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function multiplier() view returns(uint256)
func (lSAN *LSAN) TryPackMultiplier() ([]byte, error) {
	return lSAN.abi.Pack("multiplier")
}

// UnpackMultiplier is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1b3ed722.
//
// Solidity: function multiplier() view returns(uint256)
func (lSAN *LSAN) UnpackMultiplier(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("multiplier", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (lSAN *LSAN) PackName() []byte {
	enc, err := lSAN.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (lSAN *LSAN) TryPackName() ([]byte, error) {
	return lSAN.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (lSAN *LSAN) UnpackName(data []byte) (string, error) {
	out, err := lSAN.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (lSAN *LSAN) PackNonces(owner common.Address) []byte {
	enc, err := lSAN.abi.Pack("nonces", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (lSAN *LSAN) TryPackNonces(owner common.Address) ([]byte, error) {
	return lSAN.abi.Pack("nonces", owner)
}

// UnpackNonces is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7ecebe00.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (lSAN *LSAN) UnpackNonces(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("nonces", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (lSAN *LSAN) PackOwner() []byte {
	enc, err := lSAN.abi.Pack("owner")
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
func (lSAN *LSAN) TryPackOwner() ([]byte, error) {
	return lSAN.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (lSAN *LSAN) UnpackOwner(data []byte) (common.Address, error) {
	out, err := lSAN.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (lSAN *LSAN) PackPause() []byte {
	enc, err := lSAN.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (lSAN *LSAN) TryPackPause() ([]byte, error) {
	return lSAN.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (lSAN *LSAN) PackPaused() []byte {
	enc, err := lSAN.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (lSAN *LSAN) TryPackPaused() ([]byte, error) {
	return lSAN.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (lSAN *LSAN) UnpackPaused(data []byte) (bool, error) {
	out, err := lSAN.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (lSAN *LSAN) PackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) []byte {
	enc, err := lSAN.abi.Pack("permit", owner, spender, value, deadline, v, r, s)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (lSAN *LSAN) TryPackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) ([]byte, error) {
	return lSAN.abi.Pack("permit", owner, spender, value, deadline, v, r, s)
}

// PackPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa035b1fe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function price() view returns(uint256)
func (lSAN *LSAN) PackPrice() []byte {
	enc, err := lSAN.abi.Pack("price")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPrice is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa035b1fe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function price() view returns(uint256)
func (lSAN *LSAN) TryPackPrice() ([]byte, error) {
	return lSAN.abi.Pack("price")
}

// UnpackPrice is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa035b1fe.
//
// Solidity: function price() view returns(uint256)
func (lSAN *LSAN) UnpackPrice(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("price", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (lSAN *LSAN) PackProxiableUUID() []byte {
	enc, err := lSAN.abi.Pack("proxiableUUID")
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
func (lSAN *LSAN) TryPackProxiableUUID() ([]byte, error) {
	return lSAN.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (lSAN *LSAN) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := lSAN.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRemoveBlacklist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb91e651.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeBlacklist(address _address) returns()
func (lSAN *LSAN) PackRemoveBlacklist(address common.Address) []byte {
	enc, err := lSAN.abi.Pack("removeBlacklist", address)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveBlacklist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb91e651.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeBlacklist(address _address) returns()
func (lSAN *LSAN) TryPackRemoveBlacklist(address common.Address) ([]byte, error) {
	return lSAN.abi.Pack("removeBlacklist", address)
}

// PackRemoveWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbec99471.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeWhitelist(address _from, address _to) returns()
func (lSAN *LSAN) PackRemoveWhitelist(from common.Address, to common.Address) []byte {
	enc, err := lSAN.abi.Pack("removeWhitelist", from, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbec99471.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeWhitelist(address _from, address _to) returns()
func (lSAN *LSAN) TryPackRemoveWhitelist(from common.Address, to common.Address) ([]byte, error) {
	return lSAN.abi.Pack("removeWhitelist", from, to)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (lSAN *LSAN) PackRenounceOwnership() []byte {
	enc, err := lSAN.abi.Pack("renounceOwnership")
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
func (lSAN *LSAN) TryPackRenounceOwnership() ([]byte, error) {
	return lSAN.abi.Pack("renounceOwnership")
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcc1a49a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(address account) returns()
func (lSAN *LSAN) PackRenounceRole(account common.Address) []byte {
	enc, err := lSAN.abi.Pack("renounceRole", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcc1a49a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(address account) returns()
func (lSAN *LSAN) TryPackRenounceRole(account common.Address) ([]byte, error) {
	return lSAN.abi.Pack("renounceRole", account)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e52e3f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(address account) returns()
func (lSAN *LSAN) PackRevokeRole(account common.Address) []byte {
	enc, err := lSAN.abi.Pack("revokeRole", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e52e3f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(address account) returns()
func (lSAN *LSAN) TryPackRevokeRole(account common.Address) ([]byte, error) {
	return lSAN.abi.Pack("revokeRole", account)
}

// PackRoles is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99374642.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function roles(address account) view returns(uint8)
func (lSAN *LSAN) PackRoles(account common.Address) []byte {
	enc, err := lSAN.abi.Pack("roles", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRoles is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99374642.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function roles(address account) view returns(uint8)
func (lSAN *LSAN) TryPackRoles(account common.Address) ([]byte, error) {
	return lSAN.abi.Pack("roles", account)
}

// UnpackRoles is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x99374642.
//
// Solidity: function roles(address account) view returns(uint8)
func (lSAN *LSAN) UnpackRoles(data []byte) (uint8, error) {
	out, err := lSAN.abi.Unpack("roles", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackSetMinimumDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe78ec42e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMinimumDeposit(uint256 _minimumDeposit) returns()
func (lSAN *LSAN) PackSetMinimumDeposit(minimumDeposit *big.Int) []byte {
	enc, err := lSAN.abi.Pack("setMinimumDeposit", minimumDeposit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMinimumDeposit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe78ec42e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMinimumDeposit(uint256 _minimumDeposit) returns()
func (lSAN *LSAN) TryPackSetMinimumDeposit(minimumDeposit *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("setMinimumDeposit", minimumDeposit)
}

// PackSetMintCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4070a0c9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMintCap(uint256 cap) returns()
func (lSAN *LSAN) PackSetMintCap(cap *big.Int) []byte {
	enc, err := lSAN.abi.Pack("setMintCap", cap)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMintCap is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4070a0c9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMintCap(uint256 cap) returns()
func (lSAN *LSAN) TryPackSetMintCap(cap *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("setMintCap", cap)
}

// PackSetMultipler is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xafc2afa6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMultipler(uint256 _multiplier) returns()
func (lSAN *LSAN) PackSetMultipler(multiplier *big.Int) []byte {
	enc, err := lSAN.abi.Pack("setMultipler", multiplier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMultipler is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xafc2afa6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMultipler(uint256 _multiplier) returns()
func (lSAN *LSAN) TryPackSetMultipler(multiplier *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("setMultipler", multiplier)
}

// PackSetSafeAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1ec49909.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setSafeAddress(address safeAddress) returns()
func (lSAN *LSAN) PackSetSafeAddress(safeAddress common.Address) []byte {
	enc, err := lSAN.abi.Pack("setSafeAddress", safeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetSafeAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1ec49909.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setSafeAddress(address safeAddress) returns()
func (lSAN *LSAN) TryPackSetSafeAddress(safeAddress common.Address) ([]byte, error) {
	return lSAN.abi.Pack("setSafeAddress", safeAddress)
}

// PackSetWeiPerByte is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6f8bd82c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setWeiPerByte(uint256 _weiPerByte) returns()
func (lSAN *LSAN) PackSetWeiPerByte(weiPerByte *big.Int) []byte {
	enc, err := lSAN.abi.Pack("setWeiPerByte", weiPerByte)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetWeiPerByte is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6f8bd82c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setWeiPerByte(uint256 _weiPerByte) returns()
func (lSAN *LSAN) TryPackSetWeiPerByte(weiPerByte *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("setWeiPerByte", weiPerByte)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (lSAN *LSAN) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := lSAN.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (lSAN *LSAN) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return lSAN.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (lSAN *LSAN) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := lSAN.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (lSAN *LSAN) PackSymbol() []byte {
	enc, err := lSAN.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (lSAN *LSAN) TryPackSymbol() ([]byte, error) {
	return lSAN.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (lSAN *LSAN) UnpackSymbol(data []byte) (string, error) {
	out, err := lSAN.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (lSAN *LSAN) PackTotalSupply() []byte {
	enc, err := lSAN.abi.Pack("totalSupply")
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
func (lSAN *LSAN) TryPackTotalSupply() ([]byte, error) {
	return lSAN.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (lSAN *LSAN) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (lSAN *LSAN) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := lSAN.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (lSAN *LSAN) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (lSAN *LSAN) UnpackTransfer(data []byte) (bool, error) {
	out, err := lSAN.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (lSAN *LSAN) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := lSAN.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (lSAN *LSAN) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (lSAN *LSAN) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := lSAN.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (lSAN *LSAN) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := lSAN.abi.Pack("transferOwnership", newOwner)
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
func (lSAN *LSAN) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return lSAN.abi.Pack("transferOwnership", newOwner)
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (lSAN *LSAN) PackUnpause() []byte {
	enc, err := lSAN.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (lSAN *LSAN) TryPackUnpause() ([]byte, error) {
	return lSAN.abi.Pack("unpause")
}

// PackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (lSAN *LSAN) PackUpgradeTo(newImplementation common.Address) []byte {
	enc, err := lSAN.abi.Pack("upgradeTo", newImplementation)
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
func (lSAN *LSAN) TryPackUpgradeTo(newImplementation common.Address) ([]byte, error) {
	return lSAN.abi.Pack("upgradeTo", newImplementation)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (lSAN *LSAN) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := lSAN.abi.Pack("upgradeToAndCall", newImplementation, data)
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
func (lSAN *LSAN) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return lSAN.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// PackWeiPerByte is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1217a760.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function weiPerByte() view returns(uint256)
func (lSAN *LSAN) PackWeiPerByte() []byte {
	enc, err := lSAN.abi.Pack("weiPerByte")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWeiPerByte is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1217a760.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function weiPerByte() view returns(uint256)
func (lSAN *LSAN) TryPackWeiPerByte() ([]byte, error) {
	return lSAN.abi.Pack("weiPerByte")
}

// UnpackWeiPerByte is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1217a760.
//
// Solidity: function weiPerByte() view returns(uint256)
func (lSAN *LSAN) UnpackWeiPerByte(data []byte) (*big.Int, error) {
	out, err := lSAN.abi.Unpack("weiPerByte", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e1a7d4d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(uint256 amount) returns()
func (lSAN *LSAN) PackWithdraw(amount *big.Int) []byte {
	enc, err := lSAN.abi.Pack("withdraw", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e1a7d4d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw(uint256 amount) returns()
func (lSAN *LSAN) TryPackWithdraw(amount *big.Int) ([]byte, error) {
	return lSAN.abi.Pack("withdraw", amount)
}

// LSANApproval represents a Approval event raised by the LSAN contract.
type LSANApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (LSANApproval) ContractEventName() string {
	return LSANApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (lSAN *LSAN) UnpackApprovalEvent(log *types.Log) (*LSANApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANApproval)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANBlacklistChanged represents a BlacklistChanged event raised by the LSAN contract.
type LSANBlacklistChanged struct {
	Account common.Address
	Listed  bool
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANBlacklistChangedEventName = "BlacklistChanged"

// ContractEventName returns the user-defined event name.
func (LSANBlacklistChanged) ContractEventName() string {
	return LSANBlacklistChangedEventName
}

// UnpackBlacklistChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlacklistChanged(address indexed account, bool listed)
func (lSAN *LSAN) UnpackBlacklistChangedEvent(log *types.Log) (*LSANBlacklistChanged, error) {
	event := "BlacklistChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANBlacklistChanged)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANEIP712DomainChanged represents a EIP712DomainChanged event raised by the LSAN contract.
type LSANEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const LSANEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (LSANEIP712DomainChanged) ContractEventName() string {
	return LSANEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (lSAN *LSAN) UnpackEIP712DomainChangedEvent(log *types.Log) (*LSANEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANInitialized represents a Initialized event raised by the LSAN contract.
type LSANInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (LSANInitialized) ContractEventName() string {
	return LSANInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (lSAN *LSAN) UnpackInitializedEvent(log *types.Log) (*LSANInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANInitialized)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANMinimumDepositChanged represents a MinimumDepositChanged event raised by the LSAN contract.
type LSANMinimumDepositChanged struct {
	MinimumDeposit *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const LSANMinimumDepositChangedEventName = "MinimumDepositChanged"

// ContractEventName returns the user-defined event name.
func (LSANMinimumDepositChanged) ContractEventName() string {
	return LSANMinimumDepositChangedEventName
}

// UnpackMinimumDepositChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MinimumDepositChanged(uint256 minimumDeposit)
func (lSAN *LSAN) UnpackMinimumDepositChangedEvent(log *types.Log) (*LSANMinimumDepositChanged, error) {
	event := "MinimumDepositChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANMinimumDepositChanged)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANMintCapChanged represents a MintCapChanged event raised by the LSAN contract.
type LSANMintCapChanged struct {
	MintCap *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANMintCapChangedEventName = "MintCapChanged"

// ContractEventName returns the user-defined event name.
func (LSANMintCapChanged) ContractEventName() string {
	return LSANMintCapChangedEventName
}

// UnpackMintCapChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MintCapChanged(uint256 mintCap)
func (lSAN *LSAN) UnpackMintCapChangedEvent(log *types.Log) (*LSANMintCapChanged, error) {
	event := "MintCapChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANMintCapChanged)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANMinted represents a Minted event raised by the LSAN contract.
type LSANMinted struct {
	Account common.Address
	Amount  *big.Int
	Paid    *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANMintedEventName = "Minted"

// ContractEventName returns the user-defined event name.
func (LSANMinted) ContractEventName() string {
	return LSANMintedEventName
}

// UnpackMintedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Minted(address indexed account, uint256 amount, uint256 paid)
func (lSAN *LSAN) UnpackMintedEvent(log *types.Log) (*LSANMinted, error) {
	event := "Minted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANMinted)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANOwnershipTransferred represents a OwnershipTransferred event raised by the LSAN contract.
type LSANOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const LSANOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (LSANOwnershipTransferred) ContractEventName() string {
	return LSANOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (lSAN *LSAN) UnpackOwnershipTransferredEvent(log *types.Log) (*LSANOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANPaused represents a Paused event raised by the LSAN contract.
type LSANPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (LSANPaused) ContractEventName() string {
	return LSANPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (lSAN *LSAN) UnpackPausedEvent(log *types.Log) (*LSANPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANPaused)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANPriceChanged represents a PriceChanged event raised by the LSAN contract.
type LSANPriceChanged struct {
	WeiPerByte *big.Int
	Multiplier *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const LSANPriceChangedEventName = "PriceChanged"

// ContractEventName returns the user-defined event name.
func (LSANPriceChanged) ContractEventName() string {
	return LSANPriceChangedEventName
}

// UnpackPriceChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PriceChanged(uint256 weiPerByte, uint256 multiplier)
func (lSAN *LSAN) UnpackPriceChangedEvent(log *types.Log) (*LSANPriceChanged, error) {
	event := "PriceChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANPriceChanged)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANRoleGranted represents a RoleGranted event raised by the LSAN contract.
type LSANRoleGranted struct {
	Role    uint8
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (LSANRoleGranted) ContractEventName() string {
	return LSANRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(uint8 indexed role, address indexed account, address indexed sender)
func (lSAN *LSAN) UnpackRoleGrantedEvent(log *types.Log) (*LSANRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANRoleGranted)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANRoleRevoked represents a RoleRevoked event raised by the LSAN contract.
type LSANRoleRevoked struct {
	Role    uint8
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (LSANRoleRevoked) ContractEventName() string {
	return LSANRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(uint8 indexed role, address indexed account, address indexed sender)
func (lSAN *LSAN) UnpackRoleRevokedEvent(log *types.Log) (*LSANRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANRoleRevoked)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANSafeAddressChanged represents a SafeAddressChanged event raised by the LSAN contract.
type LSANSafeAddressChanged struct {
	SafeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const LSANSafeAddressChangedEventName = "SafeAddressChanged"

// ContractEventName returns the user-defined event name.
func (LSANSafeAddressChanged) ContractEventName() string {
	return LSANSafeAddressChangedEventName
}

// UnpackSafeAddressChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SafeAddressChanged(address indexed safeAddress)
func (lSAN *LSAN) UnpackSafeAddressChangedEvent(log *types.Log) (*LSANSafeAddressChanged, error) {
	event := "SafeAddressChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANSafeAddressChanged)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANTransfer represents a Transfer event raised by the LSAN contract.
type LSANTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const LSANTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (LSANTransfer) ContractEventName() string {
	return LSANTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (lSAN *LSAN) UnpackTransferEvent(log *types.Log) (*LSANTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANTransfer)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANUnpaused represents a Unpaused event raised by the LSAN contract.
type LSANUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (LSANUnpaused) ContractEventName() string {
	return LSANUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (lSAN *LSAN) UnpackUnpausedEvent(log *types.Log) (*LSANUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANUnpaused)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANUpgraded represents a Upgraded event raised by the LSAN contract.
type LSANUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const LSANUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (LSANUpgraded) ContractEventName() string {
	return LSANUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (lSAN *LSAN) UnpackUpgradedEvent(log *types.Log) (*LSANUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANUpgraded)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANWhitelistChanged represents a WhitelistChanged event raised by the LSAN contract.
type LSANWhitelistChanged struct {
	From    common.Address
	To      common.Address
	Allowed bool
	Raw     *types.Log // Blockchain specific contextual infos
}

const LSANWhitelistChangedEventName = "WhitelistChanged"

// ContractEventName returns the user-defined event name.
func (LSANWhitelistChanged) ContractEventName() string {
	return LSANWhitelistChangedEventName
}

// UnpackWhitelistChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event WhitelistChanged(address indexed from, address indexed to, bool allowed)
func (lSAN *LSAN) UnpackWhitelistChangedEvent(log *types.Log) (*LSANWhitelistChanged, error) {
	event := "WhitelistChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANWhitelistChanged)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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

// LSANWithdrawn represents a Withdrawn event raised by the LSAN contract.
type LSANWithdrawn struct {
	SafeAddress common.Address
	Amount      *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const LSANWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (LSANWithdrawn) ContractEventName() string {
	return LSANWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed safeAddress, uint256 amount)
func (lSAN *LSAN) UnpackWithdrawnEvent(log *types.Log) (*LSANWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != lSAN.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(LSANWithdrawn)
	if len(log.Data) > 0 {
		if err := lSAN.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range lSAN.abi.Events[event].Inputs {
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
func (lSAN *LSAN) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], lSAN.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return lSAN.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["CoinNotTaken"].ID.Bytes()[:4]) {
		return lSAN.UnpackCoinNotTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["DepositTooSmall"].ID.Bytes()[:4]) {
		return lSAN.UnpackDepositTooSmallError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ECDSAInvalidSignature"].ID.Bytes()[:4]) {
		return lSAN.UnpackECDSAInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ECDSAInvalidSignatureLength"].ID.Bytes()[:4]) {
		return lSAN.UnpackECDSAInvalidSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ECDSAInvalidSignatureS"].ID.Bytes()[:4]) {
		return lSAN.UnpackECDSAInvalidSignatureSError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC20InvalidSpenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC2612ExpiredSignature"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC2612ExpiredSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ERC2612InvalidSigner"].ID.Bytes()[:4]) {
		return lSAN.UnpackERC2612InvalidSignerError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["EnforcedPause"].ID.Bytes()[:4]) {
		return lSAN.UnpackEnforcedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ExpectedPause"].ID.Bytes()[:4]) {
		return lSAN.UnpackExpectedPauseError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return lSAN.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["InvalidAccountNonce"].ID.Bytes()[:4]) {
		return lSAN.UnpackInvalidAccountNonceError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return lSAN.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["LastAdmin"].ID.Bytes()[:4]) {
		return lSAN.UnpackLastAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ListsDiffer"].ID.Bytes()[:4]) {
		return lSAN.UnpackListsDifferError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["MintCapExceeded"].ID.Bytes()[:4]) {
		return lSAN.UnpackMintCapExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return lSAN.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return lSAN.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return lSAN.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["PriceNotPositive"].ID.Bytes()[:4]) {
		return lSAN.UnpackPriceNotPositiveError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return lSAN.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["SafeAddressMissing"].ID.Bytes()[:4]) {
		return lSAN.UnpackSafeAddressMissingError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["TransferNotPermitted"].ID.Bytes()[:4]) {
		return lSAN.UnpackTransferNotPermittedError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return lSAN.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], lSAN.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return lSAN.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// LSANAddressEmptyCode represents a AddressEmptyCode error raised by the LSAN contract.
type LSANAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func LSANAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (lSAN *LSAN) UnpackAddressEmptyCodeError(raw []byte) (*LSANAddressEmptyCode, error) {
	out := new(LSANAddressEmptyCode)
	if err := lSAN.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANCoinNotTaken represents a CoinNotTaken error raised by the LSAN contract.
type LSANCoinNotTaken struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CoinNotTaken(address to, uint256 amount)
func LSANCoinNotTakenErrorID() common.Hash {
	return common.HexToHash("0x6143ee55ff7d2d0bafbace221b9a37af5e767247c5e92e96fdaebeb2ab5db2fd")
}

// UnpackCoinNotTakenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CoinNotTaken(address to, uint256 amount)
func (lSAN *LSAN) UnpackCoinNotTakenError(raw []byte) (*LSANCoinNotTaken, error) {
	out := new(LSANCoinNotTaken)
	if err := lSAN.abi.UnpackIntoInterface(out, "CoinNotTaken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANDepositTooSmall represents a DepositTooSmall error raised by the LSAN contract.
type LSANDepositTooSmall struct {
	Sent  *big.Int
	Least *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error DepositTooSmall(uint256 sent, uint256 least)
func LSANDepositTooSmallErrorID() common.Hash {
	return common.HexToHash("0x4a77f2fa62296c5cc216025004b03ed11b511d575baed7939c8b78bbe939738d")
}

// UnpackDepositTooSmallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error DepositTooSmall(uint256 sent, uint256 least)
func (lSAN *LSAN) UnpackDepositTooSmallError(raw []byte) (*LSANDepositTooSmall, error) {
	out := new(LSANDepositTooSmall)
	if err := lSAN.abi.UnpackIntoInterface(out, "DepositTooSmall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANECDSAInvalidSignature represents a ECDSAInvalidSignature error raised by the LSAN contract.
type LSANECDSAInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignature()
func LSANECDSAInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0xf645eedf0193584640b6b90cb9477e4c95b98636c148a891d4c0a146dc46e75a")
}

// UnpackECDSAInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignature()
func (lSAN *LSAN) UnpackECDSAInvalidSignatureError(raw []byte) (*LSANECDSAInvalidSignature, error) {
	out := new(LSANECDSAInvalidSignature)
	if err := lSAN.abi.UnpackIntoInterface(out, "ECDSAInvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANECDSAInvalidSignatureLength represents a ECDSAInvalidSignatureLength error raised by the LSAN contract.
type LSANECDSAInvalidSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func LSANECDSAInvalidSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0xfce698f7e8e5342cd615f641317bc45fe7e1e4a8b0a14dd1383ff8dc9c41917f")
}

// UnpackECDSAInvalidSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func (lSAN *LSAN) UnpackECDSAInvalidSignatureLengthError(raw []byte) (*LSANECDSAInvalidSignatureLength, error) {
	out := new(LSANECDSAInvalidSignatureLength)
	if err := lSAN.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANECDSAInvalidSignatureS represents a ECDSAInvalidSignatureS error raised by the LSAN contract.
type LSANECDSAInvalidSignatureS struct {
	S [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func LSANECDSAInvalidSignatureSErrorID() common.Hash {
	return common.HexToHash("0xd78bce0cccb935155ed6428d1c13e50b7f3550fd2b66b9fe266006fea4a5e1eb")
}

// UnpackECDSAInvalidSignatureSError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func (lSAN *LSAN) UnpackECDSAInvalidSignatureSError(raw []byte) (*LSANECDSAInvalidSignatureS, error) {
	out := new(LSANECDSAInvalidSignatureS)
	if err := lSAN.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureS", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the LSAN contract.
type LSANERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func LSANERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (lSAN *LSAN) UnpackERC1967InvalidImplementationError(raw []byte) (*LSANERC1967InvalidImplementation, error) {
	out := new(LSANERC1967InvalidImplementation)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC1967NonPayable represents a ERC1967NonPayable error raised by the LSAN contract.
type LSANERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func LSANERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (lSAN *LSAN) UnpackERC1967NonPayableError(raw []byte) (*LSANERC1967NonPayable, error) {
	out := new(LSANERC1967NonPayable)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the LSAN contract.
type LSANERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func LSANERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (lSAN *LSAN) UnpackERC20InsufficientAllowanceError(raw []byte) (*LSANERC20InsufficientAllowance, error) {
	out := new(LSANERC20InsufficientAllowance)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the LSAN contract.
type LSANERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func LSANERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (lSAN *LSAN) UnpackERC20InsufficientBalanceError(raw []byte) (*LSANERC20InsufficientBalance, error) {
	out := new(LSANERC20InsufficientBalance)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC20InvalidApprover represents a ERC20InvalidApprover error raised by the LSAN contract.
type LSANERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func LSANERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (lSAN *LSAN) UnpackERC20InvalidApproverError(raw []byte) (*LSANERC20InvalidApprover, error) {
	out := new(LSANERC20InvalidApprover)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the LSAN contract.
type LSANERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func LSANERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (lSAN *LSAN) UnpackERC20InvalidReceiverError(raw []byte) (*LSANERC20InvalidReceiver, error) {
	out := new(LSANERC20InvalidReceiver)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC20InvalidSender represents a ERC20InvalidSender error raised by the LSAN contract.
type LSANERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func LSANERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (lSAN *LSAN) UnpackERC20InvalidSenderError(raw []byte) (*LSANERC20InvalidSender, error) {
	out := new(LSANERC20InvalidSender)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC20InvalidSpender represents a ERC20InvalidSpender error raised by the LSAN contract.
type LSANERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func LSANERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (lSAN *LSAN) UnpackERC20InvalidSpenderError(raw []byte) (*LSANERC20InvalidSpender, error) {
	out := new(LSANERC20InvalidSpender)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC2612ExpiredSignature represents a ERC2612ExpiredSignature error raised by the LSAN contract.
type LSANERC2612ExpiredSignature struct {
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC2612ExpiredSignature(uint256 deadline)
func LSANERC2612ExpiredSignatureErrorID() common.Hash {
	return common.HexToHash("0x627913023c184eaad13735d5a3d2657ae76ec9a872a70e0fc57522ef1a114d58")
}

// UnpackERC2612ExpiredSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC2612ExpiredSignature(uint256 deadline)
func (lSAN *LSAN) UnpackERC2612ExpiredSignatureError(raw []byte) (*LSANERC2612ExpiredSignature, error) {
	out := new(LSANERC2612ExpiredSignature)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC2612ExpiredSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANERC2612InvalidSigner represents a ERC2612InvalidSigner error raised by the LSAN contract.
type LSANERC2612InvalidSigner struct {
	Signer common.Address
	Owner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC2612InvalidSigner(address signer, address owner)
func LSANERC2612InvalidSignerErrorID() common.Hash {
	return common.HexToHash("0x4b800e463b323b1d856edf9dec70329a639d13874a57f5c28219ff57128756db")
}

// UnpackERC2612InvalidSignerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC2612InvalidSigner(address signer, address owner)
func (lSAN *LSAN) UnpackERC2612InvalidSignerError(raw []byte) (*LSANERC2612InvalidSigner, error) {
	out := new(LSANERC2612InvalidSigner)
	if err := lSAN.abi.UnpackIntoInterface(out, "ERC2612InvalidSigner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANEnforcedPause represents a EnforcedPause error raised by the LSAN contract.
type LSANEnforcedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnforcedPause()
func LSANEnforcedPauseErrorID() common.Hash {
	return common.HexToHash("0xd93c0665d6c96d04a8f174024fc4ddd66c250604aff22bbec808de86dd3637e3")
}

// UnpackEnforcedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnforcedPause()
func (lSAN *LSAN) UnpackEnforcedPauseError(raw []byte) (*LSANEnforcedPause, error) {
	out := new(LSANEnforcedPause)
	if err := lSAN.abi.UnpackIntoInterface(out, "EnforcedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANExpectedPause represents a ExpectedPause error raised by the LSAN contract.
type LSANExpectedPause struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ExpectedPause()
func LSANExpectedPauseErrorID() common.Hash {
	return common.HexToHash("0x8dfc202bcfe9a735b559bee70674422512bc5c30f687046ae8778315fb81da44")
}

// UnpackExpectedPauseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ExpectedPause()
func (lSAN *LSAN) UnpackExpectedPauseError(raw []byte) (*LSANExpectedPause, error) {
	out := new(LSANExpectedPause)
	if err := lSAN.abi.UnpackIntoInterface(out, "ExpectedPause", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANFailedCall represents a FailedCall error raised by the LSAN contract.
type LSANFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func LSANFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (lSAN *LSAN) UnpackFailedCallError(raw []byte) (*LSANFailedCall, error) {
	out := new(LSANFailedCall)
	if err := lSAN.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANInvalidAccountNonce represents a InvalidAccountNonce error raised by the LSAN contract.
type LSANInvalidAccountNonce struct {
	Account      common.Address
	CurrentNonce *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidAccountNonce(address account, uint256 currentNonce)
func LSANInvalidAccountNonceErrorID() common.Hash {
	return common.HexToHash("0x752d88c0de02638abf10e8e31861e4c68dc1f3a1e7d840e580683f2c282bfc7a")
}

// UnpackInvalidAccountNonceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidAccountNonce(address account, uint256 currentNonce)
func (lSAN *LSAN) UnpackInvalidAccountNonceError(raw []byte) (*LSANInvalidAccountNonce, error) {
	out := new(LSANInvalidAccountNonce)
	if err := lSAN.abi.UnpackIntoInterface(out, "InvalidAccountNonce", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANInvalidInitialization represents a InvalidInitialization error raised by the LSAN contract.
type LSANInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func LSANInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (lSAN *LSAN) UnpackInvalidInitializationError(raw []byte) (*LSANInvalidInitialization, error) {
	out := new(LSANInvalidInitialization)
	if err := lSAN.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANLastAdmin represents a LastAdmin error raised by the LSAN contract.
type LSANLastAdmin struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LastAdmin(address account)
func LSANLastAdminErrorID() common.Hash {
	return common.HexToHash("0x56aae60b547fae265ac4db27c5a31bf3e1cf1f3519450d28787a431febc5d3ee")
}

// UnpackLastAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LastAdmin(address account)
func (lSAN *LSAN) UnpackLastAdminError(raw []byte) (*LSANLastAdmin, error) {
	out := new(LSANLastAdmin)
	if err := lSAN.abi.UnpackIntoInterface(out, "LastAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANListsDiffer represents a ListsDiffer error raised by the LSAN contract.
type LSANListsDiffer struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ListsDiffer()
func LSANListsDifferErrorID() common.Hash {
	return common.HexToHash("0x5cef887235938376d63b2ea2792767c07c161b214f74bf4771c6fd33262b8fc2")
}

// UnpackListsDifferError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ListsDiffer()
func (lSAN *LSAN) UnpackListsDifferError(raw []byte) (*LSANListsDiffer, error) {
	out := new(LSANListsDiffer)
	if err := lSAN.abi.UnpackIntoInterface(out, "ListsDiffer", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANMintCapExceeded represents a MintCapExceeded error raised by the LSAN contract.
type LSANMintCapExceeded struct {
	Asked *big.Int
	Left  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MintCapExceeded(uint256 asked, uint256 left)
func LSANMintCapExceededErrorID() common.Hash {
	return common.HexToHash("0xf85c56569a51055d6e2a2ed9b3a9b61989cde0a4befd03f8fef244fe32cd24cc")
}

// UnpackMintCapExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MintCapExceeded(uint256 asked, uint256 left)
func (lSAN *LSAN) UnpackMintCapExceededError(raw []byte) (*LSANMintCapExceeded, error) {
	out := new(LSANMintCapExceeded)
	if err := lSAN.abi.UnpackIntoInterface(out, "MintCapExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANNotInitializing represents a NotInitializing error raised by the LSAN contract.
type LSANNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func LSANNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (lSAN *LSAN) UnpackNotInitializingError(raw []byte) (*LSANNotInitializing, error) {
	out := new(LSANNotInitializing)
	if err := lSAN.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the LSAN contract.
type LSANOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func LSANOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (lSAN *LSAN) UnpackOwnableInvalidOwnerError(raw []byte) (*LSANOwnableInvalidOwner, error) {
	out := new(LSANOwnableInvalidOwner)
	if err := lSAN.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the LSAN contract.
type LSANOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func LSANOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (lSAN *LSAN) UnpackOwnableUnauthorizedAccountError(raw []byte) (*LSANOwnableUnauthorizedAccount, error) {
	out := new(LSANOwnableUnauthorizedAccount)
	if err := lSAN.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANPriceNotPositive represents a PriceNotPositive error raised by the LSAN contract.
type LSANPriceNotPositive struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PriceNotPositive()
func LSANPriceNotPositiveErrorID() common.Hash {
	return common.HexToHash("0x925cc2bcdd3fb7f87fde284e013d18e9ef2dca770698a99b7f9483a6adae8477")
}

// UnpackPriceNotPositiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PriceNotPositive()
func (lSAN *LSAN) UnpackPriceNotPositiveError(raw []byte) (*LSANPriceNotPositive, error) {
	out := new(LSANPriceNotPositive)
	if err := lSAN.abi.UnpackIntoInterface(out, "PriceNotPositive", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the LSAN contract.
type LSANReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func LSANReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (lSAN *LSAN) UnpackReentrancyGuardReentrantCallError(raw []byte) (*LSANReentrancyGuardReentrantCall, error) {
	out := new(LSANReentrancyGuardReentrantCall)
	if err := lSAN.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANSafeAddressMissing represents a SafeAddressMissing error raised by the LSAN contract.
type LSANSafeAddressMissing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeAddressMissing()
func LSANSafeAddressMissingErrorID() common.Hash {
	return common.HexToHash("0xea6d8d286a2b728ab2d7e6ceef4778ae61c83e8e5703fa816f32938fa0b4fa13")
}

// UnpackSafeAddressMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeAddressMissing()
func (lSAN *LSAN) UnpackSafeAddressMissingError(raw []byte) (*LSANSafeAddressMissing, error) {
	out := new(LSANSafeAddressMissing)
	if err := lSAN.abi.UnpackIntoInterface(out, "SafeAddressMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANTransferNotPermitted represents a TransferNotPermitted error raised by the LSAN contract.
type LSANTransferNotPermitted struct {
	From common.Address
	To   common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TransferNotPermitted(address from, address to)
func LSANTransferNotPermittedErrorID() common.Hash {
	return common.HexToHash("0xe003ea764a93f0222043d78cac8399ed083cd8c51944fcd902a0b80d01236f00")
}

// UnpackTransferNotPermittedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TransferNotPermitted(address from, address to)
func (lSAN *LSAN) UnpackTransferNotPermittedError(raw []byte) (*LSANTransferNotPermitted, error) {
	out := new(LSANTransferNotPermitted)
	if err := lSAN.abi.UnpackIntoInterface(out, "TransferNotPermitted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the LSAN contract.
type LSANUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func LSANUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (lSAN *LSAN) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*LSANUUPSUnauthorizedCallContext, error) {
	out := new(LSANUUPSUnauthorizedCallContext)
	if err := lSAN.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// LSANUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the LSAN contract.
type LSANUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func LSANUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (lSAN *LSAN) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*LSANUUPSUnsupportedProxiableUUID, error) {
	out := new(LSANUUPSUnsupportedProxiableUUID)
	if err := lSAN.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}
