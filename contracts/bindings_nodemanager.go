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

// UnbondingEntry is an auto generated low-level Go binding around an user-defined struct.
type UnbondingEntry struct {
	Amount      *big.Int
	ReleaseTime uint64
}

// NodeManagerMetaData contains all meta data concerning the NodeManager contract.
var NodeManagerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"LastAdmin\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotEnoughGas\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"bits\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeCastOverflowedUintDowncast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"StringsInsufficientHexLength\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TooManySystemStreams\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"period\",\"type\":\"uint256\"}],\"name\":\"UnbondingPeriodTooLong\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeRemoved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"bool\",\"name\":\"isNew\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"}],\"name\":\"NodeUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeWhitelistApproved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeWhitelistRejected\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"granted\",\"type\":\"bool\"}],\"name\":\"PublishPermissionFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"queryManager\",\"type\":\"address\"}],\"name\":\"QueryManagerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"reportManager\",\"type\":\"address\"}],\"name\":\"ReportManagerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"name\":\"RequiresWhitelistChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"delegate\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalStake\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalDelegated\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"delegated\",\"type\":\"bool\"}],\"name\":\"StakeDelegateUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Staked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"storeManager\",\"type\":\"address\"}],\"name\":\"StoreManagerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"path\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"StreamAdded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"path\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"StreamRemoved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"TreasuryWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"period\",\"type\":\"uint256\"}],\"name\":\"UnbondingPeriodChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"releaseTime\",\"type\":\"uint256\"}],\"name\":\"UnbondingStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"DEFAULT_UNBONDING_PERIOD\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_SYSTEM_STREAMS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_UNBONDING_PERIOD\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"NODES_AT_CREATION\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PERMISSION_GAS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamPath\",\"type\":\"string\"}],\"name\":\"_generateStreamId\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"adminCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"path\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"}],\"name\":\"createStream\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"delegate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"delegatesOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"}],\"name\":\"deleteStream\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getAllStreams\",\"outputs\":[{\"internalType\":\"string[]\",\"name\":\"\",\"type\":\"string[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"headNode\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"requiresWhitelist_\",\"type\":\"bool\"},{\"internalType\":\"address\",\"name\":\"stakeTokenAddress_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"stakeRequiredAmount_\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"streamrRegistryAddress_\",\"type\":\"address\"},{\"internalType\":\"address[]\",\"name\":\"initialNodes\",\"type\":\"address[]\"},{\"internalType\":\"string[]\",\"name\":\"initialMetadata\",\"type\":\"string[]\"},{\"internalType\":\"string[3][]\",\"name\":\"initialStreams\",\"type\":\"string[3][]\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"isStaked\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"metadata_\",\"type\":\"string\"}],\"name\":\"join\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"kickNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"leave\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"nodeAddresses\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"resultAddresses\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"offset\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"limit\",\"type\":\"uint256\"}],\"name\":\"nodePage\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"addresses\",\"type\":\"address[]\"},{\"internalType\":\"string[]\",\"name\":\"metadata\",\"type\":\"string[]\"},{\"internalType\":\"uint256[]\",\"name\":\"stakes\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"nodeStake\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"nodes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"next\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"prev\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"stake\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"queryManager\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"refreshPermissions\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"contractAddress\",\"type\":\"address\"}],\"name\":\"registerQueryManager\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"contractAddress\",\"type\":\"address\"}],\"name\":\"registerReportManager\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"contractAddress\",\"type\":\"address\"}],\"name\":\"registerStoreManager\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"removeNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"removeNodeAdmin\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"reportManager\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"requiresWhitelist\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"roles\",\"outputs\":[{\"internalType\":\"enumRankedAccess.Role\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"name\":\"setRequiresWhitelist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"period\",\"type\":\"uint256\"}],\"name\":\"setUnbondingPeriod\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"stake\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"stakeAndDelegate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"stakeRequiredAmount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"stakeTokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"offset\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"limit\",\"type\":\"uint256\"}],\"name\":\"stakedNodes\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"staked\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"startBlockNumber\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"storeManager\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"streamExists\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"key_\",\"type\":\"string\"}],\"name\":\"streamInformation\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"path\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"name\":\"streams\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tailNode\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalNodes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"treasurySupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"treasuryWithdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"unbonding\",\"outputs\":[{\"components\":[{\"internalType\":\"uint192\",\"name\":\"amount\",\"type\":\"uint192\"},{\"internalType\":\"uint64\",\"name\":\"releaseTime\",\"type\":\"uint64\"}],\"internalType\":\"structUnbonding.Entry[]\",\"name\":\"entries\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unbondingPeriod\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"undelegate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"undelegateWithdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"upgradeTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"metadata_\",\"type\":\"string\"}],\"name\":\"upsertNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"metadata_\",\"type\":\"string\"}],\"name\":\"upsertNodeAdmin\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"whitelist\",\"outputs\":[{\"internalType\":\"enumNodeManager.WhitelistState\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"whitelistApproveNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"whitelistRejectNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"withdrawable\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "NodeManager",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b608051615ab36100f95f395f8181612e1101528181612e3a0152612f630152615ab35ff3fe60806040526004361061040b575f3560e01c8063715018a611610215578063b2a52fef1161011e578063d5c70966116100a8578063e7b5895311610078578063e7b5895314610c91578063e8d88aba14610cb0578063f2fde38b14610ccf578063fe500b6e14610cee578063fed30ac714610d04575f5ffd5b8063d5c7096614610c1c578063d66d9e1914610c30578063dcc1a49a14610c44578063e5de625514610c63575f5ffd5b8063cc54421a116100ee578063cc54421a14610b7f578063cd23d26814610b9e578063ce513b6f14610bbd578063ced4cd2e14610bdc578063d0d3f5ba14610c08575f5ffd5b8063b2a52fef14610af1578063bfdf086614610b10578063c10b522214610b4c578063c30649ba14610b60575f5ffd5b80639592d4241161019f578063a694fc3a1161016f578063a694fc3a14610a38578063abad29a814610a57578063ad3cb1cc14610a76578063ae68f21014610aa6578063b043f6ba14610ac5575f5ffd5b80639592d424146109b857806399374642146109cc5780639b19251a146109f8578063a5ee5b4114610a24575f5ffd5b806380e52e3f116101e557806380e52e3f146109145780638ce15586146109335780638da5cb5b146109525780638e445d331461098e5780638ee6535f146109a4575f5ffd5b8063715018a6146108a3578063735e6c7a146108b757806375ed25dc146108d657806379e574cb146108f5575f5ffd5b80634108ed15116103175780635fc1a4b8116102a15780636526713911610271578063652671391461080357806366cdbcf2146108225780636bfff682146108515780636cf6d6751461087057806370a0823114610884575f5ffd5b80635fc1a4b8146107855780636177fd18146107995780636453cbd7146107b857806364d60d91146107d7575f5ffd5b80634f1ef286116102e75780634f1ef2861461070c57806350d850771461071f57806352d1902d146107335780635888799c146107475780635d5664e114610766575f5ffd5b80634108ed151461065f57806345e863e01461067e57806346c198f61461069d578063498a4c2d146106d9575f5ffd5b806320a59a03116103985780632e1a7d4d116103685780632e1a7d4d146105cd5780633659cfe6146105ec57806337fa92b61461060b5780633bd84c0c1461061f5780633cfb3d8a14610640575f5ffd5b806320a59a031461056557806327c57e6e146105845780632af575801461059a5780632b7832b3146105b9575f5ffd5b8063114eaf55116103de578063114eaf55146104b55780631204c486146104d457806318160ddd146104f3578063189a5a17146105155780631ad603d014610546575f5ffd5b80630106395f1461040f57806301ffc9a71461044057806308bbb824146104805780630a6c8cb8146104a1575b5f5ffd5b34801561041a575f5ffd5b50610423610d18565b6040516001600160a01b0390911681526020015b60405180910390f35b34801561044b575f5ffd5b5061047061045a366004614b1c565b6001600160e01b0319166301ffc9a760e01b1490565b6040519015158152602001610437565b34801561048b575f5ffd5b5061049f61049a366004614b5e565b610d30565b005b3480156104ac575f5ffd5b50610423610d4e565b3480156104c0575f5ffd5b5061049f6104cf366004614b88565b610d69565b3480156104df575f5ffd5b5061049f6104ee366004614be3565b610e06565b3480156104fe575f5ffd5b50610507610e66565b604051908152602001610437565b348015610520575f5ffd5b5061053461052f366004614c31565b610e78565b60405161043796959493929190614c78565b348015610551575f5ffd5b5061049f610560366004614c31565b610fd8565b348015610570575f5ffd5b5061049f61057f366004614cd4565b610ffd565b34801561058f575f5ffd5b5061050762061a8081565b3480156105a5575f5ffd5b5061049f6105b4366004614c31565b611057565b3480156105c4575f5ffd5b5061050761106b565b3480156105d8575f5ffd5b5061049f6105e7366004614b88565b611084565b3480156105f7575f5ffd5b5061049f610606366004614c31565b6110a0565b348015610616575f5ffd5b50610507602081565b34801561062a575f5ffd5b506106336110b8565b6040516104379190614d49565b34801561064b575f5ffd5b5061049f61065a366004614d5b565b61119b565b34801561066a575f5ffd5b5061049f610679366004614c31565b611213565b348015610689575f5ffd5b5061049f610698366004614b5e565b611261565b3480156106a8575f5ffd5b507fce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a01546001600160a01b0316610423565b3480156106e4575f5ffd5b507fce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a0454610507565b61049f61071a366004614e4d565b611273565b34801561072a575f5ffd5b50610507601081565b34801561073e575f5ffd5b5061050761128e565b348015610752575f5ffd5b5061049f610761366004614c31565b6112a9565b348015610771575f5ffd5b5061049f610780366004614eaa565b61132f565b348015610790575f5ffd5b50610507611344565b3480156107a4575f5ffd5b506104706107b3366004614c31565b611356565b3480156107c3575f5ffd5b5061049f6107d2366004614ed7565b611385565b3480156107e2575f5ffd5b506107f66107f1366004614b88565b6113d3565b6040516104379190614f15565b34801561080e575f5ffd5b5061049f61081d366004614b88565b61148d565b34801561082d575f5ffd5b5061084161083c366004614ed7565b611522565b6040516104379493929190614f27565b34801561085c575f5ffd5b506107f661086b366004614f8f565b611719565b34801561087b575f5ffd5b5061050761174c565b34801561088f575f5ffd5b5061050761089e366004614c31565b61176b565b3480156108ae575f5ffd5b5061049f611797565b3480156108c2575f5ffd5b5061049f6108d1366004614b5e565b6117aa565b3480156108e1575f5ffd5b5061049f6108f0366004614c31565b6117ce565b348015610900575f5ffd5b5061049f61090f366004614c31565b61182b565b34801561091f575f5ffd5b5061049f61092e366004614c31565b611888565b34801561093e575f5ffd5b5061049f61094d366004614c31565b61189c565b34801561095d575f5ffd5b507f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b0316610423565b348015610999575f5ffd5b506105076276a70081565b3480156109af575f5ffd5b506104236118af565b3480156109c3575f5ffd5b506105076118ca565b3480156109d7575f5ffd5b506109eb6109e6366004614c31565b6118de565b6040516104379190614fd4565b348015610a03575f5ffd5b50610a17610a12366004614c31565b611907565b6040516104379190614fee565b348015610a2f575f5ffd5b50610470611934565b348015610a43575f5ffd5b5061049f610a52366004614b88565b61194d565b348015610a62575f5ffd5b50610507610a71366004615002565b611967565b348015610a81575f5ffd5b506107f6604051806040016040528060058152602001640352e302e360dc1b81525081565b348015610ab1575f5ffd5b50610470610ac0366004614ed7565b61199f565b348015610ad0575f5ffd5b50610ae4610adf36600461501c565b611a23565b604051610437919061507f565b348015610afc575f5ffd5b5061049f610b0b366004614ed7565b611b7b565b348015610b1b575f5ffd5b507fce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a02546001600160a01b0316610423565b348015610b57575f5ffd5b50610ae4611bca565b348015610b6b575f5ffd5b5061049f610b7a36600461527d565b611bec565b348015610b8a575f5ffd5b5061049f610b99366004615353565b611f0d565b348015610ba9575f5ffd5b50610507610bb8366004614c31565b612052565b348015610bc8575f5ffd5b50610507610bd7366004614c31565b61207b565b348015610be7575f5ffd5b50610bfb610bf6366004614c31565b6120a7565b60405161043791906153ef565b348015610c13575f5ffd5b5061049f612143565b348015610c27575f5ffd5b5061050761215c565b348015610c3b575f5ffd5b5061049f612165565b348015610c4f575f5ffd5b5061049f610c5e366004614c31565b6121ad565b348015610c6e575f5ffd5b50610c82610c7d36600461501c565b61220e565b6040516104379392919061544f565b348015610c9c575f5ffd5b5061049f610cab366004614b5e565b6123e6565b348015610cbb575f5ffd5b5061049f610cca366004614c31565b61240d565b348015610cda575f5ffd5b5061049f610ce9366004614c31565b61246a565b348015610cf9575f5ffd5b5061050762093a8081565b348015610d0f575f5ffd5b506104236124a4565b5f610d216124bf565b546001600160a01b0316919050565b610d386124e3565b610d428282612518565b610d4a6126ba565b5050565b5f610d576124bf565b600801546001600160a01b0316919050565b610d716126e4565b6276a700811115610d9d57604051635392fde360e01b8152600481018290526024015b60405180910390fd5b80610da66124bf565b80546001600160401b0392909216600160a81b0267ffffffffffffffff60a81b199092169190911790556040518181527f973ab1df0c9b2165dcb81d574979367ab11356799b8d4d088bc243ffe2a79a8e9060200160405180910390a150565b6002610e118161273f565b610e196124e3565b610e588484848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506127b992505050565b610e606126ba565b50505050565b5f610e6f6124bf565b60020154905090565b5f606081808080805f516020615a935f395f51905f526001600160a01b0389165f908152602082905260409020600181015491925090600160a01b90046001600160401b031615610ef557600181810154610ee890600585019063ffffffff600160e01b90910481169061284716565b610ef291906154cc565b97505b60018101546002820154600383015483548b938593600160a01b82046001600160401b0316936001600160a01b039283169392909116918590610f37906154df565b80601f0160208091040260200160405190810160405280929190818152602001828054610f63906154df565b8015610fae5780601f10610f8557610100808354040283529160200191610fae565b820191905f5260205f20905b815481529060010190602001808311610f9157829003601f168201915b50505050509450836001600160401b03169350975097509750975097509750505091939550919395565b6002610fe38161273f565b610feb6124e3565b610ff48261287f565b610d42826128f9565b6110056126e4565b8061100e6124bf565b8054911515600160a01b0260ff60a01b19909216919091179055604051811515907f7623db9c426686f05cec977c4cadb8ff9657502540ca665ae347731114dac69d905f90a250565b60026110628161273f565b610d4a8261287f565b5f5f516020615a735f395f51905f525b60010154905090565b61108c6124e3565b6110958161290b565b61109d6126ba565b50565b61109d8160405180602001604052805f815250611273565b60605f516020615a335f395f51905f52600101805480602002602001604051908101604052809291908181526020015f905b82821015611192578382905f5260205f20018054611107906154df565b80601f0160208091040260200160405190810160405280929190818152602001828054611133906154df565b801561117e5780601f106111555761010080835404028352916020019161117e565b820191905f5260205f20905b81548152906001019060200180831161116157829003601f168201915b5050505050815260200190600101906110ea565b50505050905090565b6111a36124e3565b6111ab612989565b6111ea3383838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506127b992505050565b6111f383612a11565b6111fd8333612518565b61120683612ad7565b61120e6126ba565b505050565b61121b6124e3565b5f61122582611356565b90508061123183612af7565b6002018054911515600160a01b0260ff60a01b199092169190911790556112588282612b1c565b5061109d6126ba565b6112696124e3565b610d428282612c37565b61127b612e06565b61128482612e94565b610d4a8282612e9c565b5f611297612f58565b505f516020615a535f395f51905f5290565b60026112b48161273f565b60016112be6124bf565b6001600160a01b0384165f90815260049190910160205260409020805460ff191660018360028111156112f3576112f3614fc0565b02179055506040516001600160a01b038316907fdfe83f699699403a4b116b6f9504680228c3f319bbf5ab26b48a81d3005d98b2905f90a25050565b600361133a8161273f565b61120e8284612fa1565b5f61134d6124bf565b60030154905090565b5f61136082613107565b801561137f575061136f6124bf565b6001015461137c83612052565b10155b92915050565b61138d6126e4565b6113956124e3565b610d4282828080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061314292505050565b60605f516020615a335f395f51905f5260010182815481106113f7576113f7615517565b905f5260205f2001805461140a906154df565b80601f0160208091040260200160405190810160405280929190818152602001828054611436906154df565b80156114815780601f1061145857610100808354040283529160200191611481565b820191905f5260205f20905b81548152906001019060200180831161146457829003601f168201915b50505050509050919050565b6114956126e4565b61149d6124e3565b5f6114a66124bf565b905080600301548211156114cc5760405162461bcd60e51b8152600401610d949061552b565b81816003015f8282546114df91906154cc565b909155505060405182815233907f41fdd680478135993bc53fb2ffaf9560951b57ef62ff6badd02b61e018b4f17f9060200160405180910390a26112588261349e565b606080805f805f516020615a335f395f51905f526002018787604051611549929190615559565b90815260200160405180910390209050805f0181600101826002018360030154838054611575906154df565b80601f01602080910402602001604051908101604052809291908181526020018280546115a1906154df565b80156115ec5780601f106115c3576101008083540402835291602001916115ec565b820191905f5260205f20905b8154815290600101906020018083116115cf57829003601f168201915b505050505093508280546115ff906154df565b80601f016020809104026020016040519081016040528092919081815260200182805461162b906154df565b80156116765780601f1061164d57610100808354040283529160200191611676565b820191905f5260205f20905b81548152906001019060200180831161165957829003601f168201915b50505050509250818054611689906154df565b80601f01602080910402602001604051908101604052809291908181526020018280546116b5906154df565b80156117005780601f106116d757610100808354040283529160200191611700565b820191905f5260205f20905b8154815290600101906020018083116116e357829003601f168201915b5050505050915094509450945094505092959194509250565b6060611724306134d7565b8260405160200161173692919061557f565b6040516020818303038152906040529050919050565b5f6117556124bf565b54600160a81b90046001600160401b0316919050565b5f61137f6117776124bf565b6001600160a01b0384165f908152600591909101602052604090206134ed565b61179f6126e4565b6117a85f613542565b565b6117b26124e3565b6117bb82612a11565b6117c58282612518565b610d4282612ad7565b6117d66126e4565b806117df6124bf565b60070180546001600160a01b0319166001600160a01b03928316179055604051908216907f09db7c0f09046771f6bb1ab66cc157e8b496dadfd653686f24390f78d841b3ad905f90a250565b6118336126e4565b8061183c6124bf565b60080180546001600160a01b0319166001600160a01b03928316179055604051908216907ffe7ae8a0d6d72258ead88a197e1f077cab46d9560be03a8d77292bfd223d0859905f90a250565b60036118938161273f565b610d4a826135b2565b60026118a78161273f565b610ff46124e3565b5f6118b86124bf565b600901546001600160a01b0316919050565b5f5f516020615a935f395f51905f5261134d565b6001600160a01b03165f9081525f516020615a735f395f51905f52602052604090205460ff1690565b5f6119106124bf565b6001600160a01b039092165f90815260049290920160205250604090205460ff1690565b5f61193d6124bf565b54600160a01b900460ff16919050565b6119556124e3565b61195e81612a11565b61109581612ad7565b5f6119706124bf565b6001600160a01b039384165f908152600691909101602090815260408083209490951682529290925250205490565b5f516020615a335f395f51905f525460405163130d191f60e11b81525f916001600160a01b03169063261a323e906119dd9086908690600401615593565b602060405180830381865afa1580156119f8573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611a1c91906155c1565b9392505050565b60605f611a308484613647565b90505f611a3b6124bf565b6001015490505f805b8351811015611ad65782611a70858381518110611a6357611a63615517565b6020026020010151612052565b10611ace57838181518110611a8757611a87615517565b6020026020010151848380611a9b906155dc565b945081518110611aad57611aad615517565b60200260200101906001600160a01b031690816001600160a01b0316815250505b600101611a44565b50806001600160401b03811115611aef57611aef614d89565b604051908082528060200260200182016040528015611b18578160200160208202803683370190505b5093505f5b81811015611b7157838181518110611b3757611b37615517565b6020026020010151858281518110611b5157611b51615517565b6001600160a01b0390921660209283029190910190910152600101611b1d565b5050505092915050565b611b836124e3565b611b8b612989565b610d423383838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506127b992505050565b6060611be75f5f516020615a935f395f51905f5260030154613647565b905090565b5f611bf5613782565b805490915060ff600160401b82041615906001600160401b03165f81158015611c1b5750825b90505f826001600160401b03166001148015611c365750303b155b905081158015611c44575080155b15611c625760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff191660011785558315611c8c57845460ff60401b1916600160401b1785555b8651885114611cad5760405162461bcd60e51b8152600401610d94906155f4565b6001600160a01b038b1615801590611cc457505f8a115b611ce05760405162461bcd60e51b8152600401610d94906155f4565b611ce98d6137aa565b611cf28d6137bb565b5f611cfb6124bf565b90508b815f015f6101000a8154816001600160a01b0302191690836001600160a01b031602179055508c815f0160146101000a81548160ff0219169083151502179055508a816001018190555062093a80815f0160156101000a8154816001600160401b0302191690836001600160401b031602179055507f973ab1df0c9b2165dcb81d574979367ab11356799b8d4d088bc243ffe2a79a8e62093a80604051611da791815260200190565b60405180910390a1611db88a6137ce565b5f5b8751811015611e6657611e5d888281518110611dd857611dd8615517565b60200260200101515f60038110611df157611df1615517565b6020020151898381518110611e0857611e08615517565b6020026020010151600160038110611e2257611e22615517565b60200201518a8481518110611e3957611e39615517565b6020026020010151600260038110611e5357611e53615517565b60200201516137ff565b50600101611dba565b505f5b8951811015611eb657611eae8a8281518110611e8757611e87615517565b60200260200101518a8381518110611ea157611ea1615517565b60200260200101516127b9565b600101611e69565b50508315611efe57845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50505050505050505050505050565b611f156126e4565b611f1d6124e3565b5f611fc287878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8b0181900481028201810190925289815292508991508890819084018382808284375f9201919091525050604080516020601f8a0181900481028201810190925288815292508891508790819084018382808284375f920191909152506137ff92505050565b90505f611fd05f6020613647565b90505f5b815181101561203f57611fff828281518110611ff257611ff2615517565b6020026020010151612af7565b60020154600160a01b900460ff1615612037576120378383838151811061202857612028615517565b60200260200101516001613a63565b600101611fd4565b50505061204a6126ba565b505050505050565b6001600160a01b03165f9081525f516020615a935f395f51905f52602052604090206003015490565b5f61137f6120876124bf565b6001600160a01b0384165f90815260059190910160205260409020613bf6565b60606120b16124bf565b6001600160a01b0383165f9081526005919091016020908152604080832060010180548251818502810185019093528083529193909284015b82821015612138575f84815260209081902060408051808201909152908401546001600160c01b0381168252600160c01b90046001600160401b0316818301528252600190920191016120ea565b505050509050919050565b61214b6124e3565b612154336128f9565b6117a86126ba565b5f61107b6124bf565b61216d6124e3565b5f6121783333611967565b9050801561218a5761218a8133612c37565b612193336128f9565b6121a461219f3361207b565b61290b565b506117a86126ba565b6001600160a01b03811633146122055760405162461bcd60e51b815260206004820181905260248201527f416363657373436f6e74726f6c3a204e4f545f4143434f554e545f4f574e45526044820152606401610d94565b61109d816135b2565b606080805f516020615a935f395f51905f5261222a8686613647565b935083516001600160401b0381111561224557612245614d89565b60405190808252806020026020018201604052801561227857816020015b60608152602001906001900390816122635790505b50925083516001600160401b0381111561229457612294614d89565b6040519080825280602002602001820160405280156122bd578160200160208202803683370190505b5091505f5b84518110156123dd575f825f015f8784815181106122e2576122e2615517565b60200260200101516001600160a01b03166001600160a01b031681526020019081526020015f209050805f018054612319906154df565b80601f0160208091040260200160405190810160405280929190818152602001828054612345906154df565b80156123905780601f1061236757610100808354040283529160200191612390565b820191905f5260205f20905b81548152906001019060200180831161237357829003601f168201915b50505050508583815181106123a7576123a7615517565b602002602001018190525080600301548483815181106123c9576123c9615517565b6020908102919091010152506001016122c2565b50509250925092565b6123ee6124e3565b6123f88282612c37565b610d4261219f836124083361207b565b613c64565b6124156126e4565b8061241e6124bf565b60090180546001600160a01b0319166001600160a01b03928316179055604051908216907fde570736981f35f7a5189d40d8aa9967c38fcbe2767f20e346bd02b69df30b7a905f90a250565b6124726126e4565b6001600160a01b03811661249b57604051631e4fbdf760e01b81525f6004820152602401610d94565b61109d81613542565b5f6124ad6124bf565b600701546001600160a01b0316919050565b7f2ef7c292d520815c76be19d0858c8d6e4bbc8787b95ebaf5e818468aaaf67f0090565b6124eb613c73565b6117a860017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90613cb3565b5f82116125675760405162461bcd60e51b815260206004820181905260248201527f6572726f725f696e73756666696369656e7444656c6567617465416d6f756e746044820152606401610d94565b61257081613107565b6125b05760405162461bcd60e51b81526020600482015260116024820152706572726f725f696e76616c69644e6f646560781b6044820152606401610d94565b5f6125b96124bf565b335f90815260058201602052604090209091506125d69084613cba565b6125f25760405162461bcd60e51b8152600401610d949061552b565b335f90815260068201602090815260408083206001600160a01b0386168452909152812080548591908390612628908490615622565b92505081905590505f8461263b85612af7565b6003015f82825461264c9190615622565b91829055506040805188815260208101839052908101859052600160608201529092506001600160a01b038616915033907f4c2cbb7d33d36a22e34970133436a2156c82cefc2dadfd9537fcfc177b40f0359060800160405180910390a36126b384613cf0565b5050505050565b6117a85f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f00612512565b336127167f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031690565b6001600160a01b0316146117a85760405163118cdaa760e01b8152336004820152602401610d94565b80600381111561275157612751614fc0565b61275a336118de565b600381111561276b5761276b614fc0565b101561109d5760405162461bcd60e51b815260206004820152601d60248201527f416363657373436f6e74726f6c3a204e4f545f415554484f52495a45440000006044820152606401610d94565b60026127c36124bf565b6001600160a01b0384165f908152600491909101602052604090205460ff1660028111156127f3576127f3614fc0565b036128345760405162461bcd60e51b8152602060048201526011602482015270195c9c9bdc97db9bdd105c1c1c9bdd9959607a1b6044820152606401610d94565b61283e8282613d4c565b610d4a82613cf0565b5f5b811561137f575f8281526001840160205260409020546128699082615622565b90506128766001836154cc565b82169150612849565b60026128896124bf565b6001600160a01b0383165f90815260049190910160205260409020805460ff191660018360028111156128be576128be614fc0565b02179055506040516001600160a01b038216907fbbe2a784aa6240d8175fa65a8459058efd8f44c5ab66caa2525fe9d634210878905f90a250565b61290281613f14565b61109d81613cf0565b61292f816129176124bf565b335f9081526005919091016020526040902090613cba565b61294b5760405162461bcd60e51b8152600401610d949061552b565b60405181815233907f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d59060200160405180910390a261109d8161349e565b5f6129926124bf565b8054909150600160a01b900460ff1615806129d157506001335f90815260048301602052604090205460ff1660028111156129cf576129cf614fc0565b145b61109d5760405162461bcd60e51b8152602060048201526011602482015270195c9c9bdc97db9bdd105c1c1c9bdd9959607a1b6044820152606401610d94565b5f8111612a605760405162461bcd60e51b815260206004820152601760248201527f6572726f725f696e73756666696369656e745374616b650000000000000000006044820152606401610d94565b5f612a696124bf565b335f9081526005820160205260409020909150612a869083614124565b81816002015f828254612a999190615622565b909155505060405182815233907f9e71bc8eea02a63969f509818f2dafb9254532904319f9dbda79b67bd34a5f3d9060200160405180910390a25050565b61109d333083612ae56124bf565b546001600160a01b031692919061413f565b6001600160a01b03165f9081525f516020615a935f395f51905f526020526040902090565b7fc460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed401545f516020615a335f395f51905f52905f5b818110156126b357612c2f612c2884600201856001018481548110612b7657612b76615517565b905f5260205f2001604051612b8b9190615635565b90815260200160405180910390206001018054612ba7906154df565b80601f0160208091040260200160405190810160405280929190818152602001828054612bd3906154df565b8015612c1e5780601f10612bf557610100808354040283529160200191612c1e565b820191905f5260205f20905b815481529060010190602001808311612c0157829003601f168201915b5050505050611719565b8686613a63565b600101612b4f565b5f8211612c865760405162461bcd60e51b815260206004820181905260248201527f6572726f725f696e73756666696369656e7444656c6567617465416d6f756e746044820152606401610d94565b5f612c8f6124bf565b335f90815260068201602090815260408083206001600160a01b038716845290915290205490915080841115612cd75760405162461bcd60e51b8152600401610d949061552b565b612ce184826154cc565b335f90815260068401602090815260408083206001600160a01b0388168452909152812082905590915084612d1585612af7565b6003015f828254612d2691906154cc565b91829055508454335f9081526005870160205260409020919350600160a81b90046001600160401b03169150612d5d908783614175565b60408051878152602081018490529081018490525f60608201526001600160a01b0386169033907f4c2cbb7d33d36a22e34970133436a2156c82cefc2dadfd9537fcfc177b40f0359060800160405180910390a38015612dfd57337f5ad597052c81401d1be7a42f51243743fafa38387310bd50dd52c679d3ba91be87612de48442615622565b6040805192835260208301919091520160405180910390a25b61204a85613cf0565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161480612e7657507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316612e6a614319565b6001600160a01b031614155b156117a85760405163703e46dd60e11b815260040160405180910390fd5b61109d6126e4565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa925050508015612ef6575060408051601f3d908101601f19168201909252612ef3918101906156a6565b60015b612f1e57604051634c9c8ce360e01b81526001600160a01b0383166004820152602401610d94565b5f516020615a535f395f51905f528114612f4e57604051632a87526960e21b815260048101829052602401610d94565b61120e838361432d565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146117a85760405163703e46dd60e11b815260040160405180910390fd5b6001600160a01b0382165f9081525f516020615a735f395f51905f52602081905260409091205460ff16826003811115612fdd57612fdd614fc0565b816003811115612fef57612fef614fc0565b036130485760405162461bcd60e51b8152602060048201526024808201527f416363657373436f6e74726f6c3a20524f4c455f414c52454144595f4153534960448201526311d3915160e21b6064820152608401610d94565b613053828583614382565b600383600381111561306757613067614fc0565b0361308357600182018054905f61307d836155dc565b91905055505b6001600160a01b0384165f908152602083905260409020805484919060ff191660018360038111156130b7576130b7614fc0565b0217905550336001600160a01b0385168460038111156130d9576130d9614fc0565b6040517f570d3756e5b890fbf84c01fc2daf898fa7e95ae3ca9f1ed5edf012eacb5c6ce6905f90a450505050565b6001600160a01b03165f9081525f516020615a935f395f51905f526020526040902060010154600160a01b90046001600160401b0316151590565b6040515f516020615a335f395f51905f52905f907fc460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed402906131839085906156bd565b908152602001604051809103902090505f815f0180546131a2906154df565b9050116131e95760405162461bcd60e51b815260206004820152601560248201527414d51491505357d393d517d49151d254d511549151605a1b6044820152606401610d94565b5f6131fc826001018054612ba7906154df565b90507f2bf3f2e340d92786feb9f74a51d40fa8d90bae166b913d4817942216723e73a4848360010184600201846040516132399493929190615747565b60405180910390a16003820154600180850180545f92613258916154cc565b8154811061326857613268615517565b905f5260205f2001805461327b906154df565b80601f01602080910402602001604051908101604052809291908181526020018280546132a7906154df565b80156132f25780601f106132c9576101008083540402835291602001916132f2565b820191905f5260205f20905b8154815290600101906020018083116132d557829003601f168201915b505050505090508085600101838154811061330f5761330f615517565b905f5260205f2001908161332391906157ec565b5081856002018260405161333791906156bd565b908152604051908190036020019020600301556001850180548061335d5761335d6158a6565b600190038181905f5260205f20015f6133769190614ad6565b9055846002018660405161338a91906156bd565b9081526040519081900360200190205f6133a48282614ad6565b6133b1600183015f614ad6565b6133be600283015f614ad6565b505f60039190910155845460405163130d191f60e11b81526001600160a01b039091169063261a323e906133f6908690600401614f15565b602060405180830381865afa158015613411573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061343591906155c1565b1561204a578454604051636453cbd760e01b81526001600160a01b0390911690636453cbd790613469908690600401614f15565b5f604051808303815f87803b158015613480575f5ffd5b505af1158015613492573d5f5f3e3d5ffd5b50505050505050505050565b5f6134a76124bf565b905081816002015f8282546134bc91906154cc565b90915550508054610d4a906001600160a01b031633846143eb565b606061137f6001600160a01b0383166014614420565b805460018201545f5b8181101561353b5783600101818154811061351357613513615517565b5f91825260209091200154613531906001600160c01b031684615622565b92506001016134f6565b5050919050565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b6001600160a01b0381165f9081525f516020615a735f395f51905f52602081905260409091205460ff166135e7828483614382565b6001600160a01b0383165f818152602084905260409020805460ff19169055339082600381111561361a5761361a614fc0565b6040517f5a8379f4a3380f87fd5924475f76a3471ac8d775668601653e3f9ef69a3dd271905f90a4505050565b7fce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a03546060905f516020615a935f395f51905f529080851061368957505061137f565b5f61369486836154cc565b85106136a9576136a486836154cc565b6136ab565b845b9050806001600160401b038111156136c5576136c5614d89565b6040519080825280602002602001820160405280156136ee578160200160208202803683370190505b5093505f6007840181613704600587018a614599565b815260208101919091526040015f908120546001600160a01b031691505b82811015613777578186828151811061373d5761373d615517565b6001600160a01b039283166020918202929092018101919091529281165f9081529286905260409092206001908101549092169101613722565b505050505092915050565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a0061137f565b6137b2614627565b61109d8161464c565b6137c3614627565b61109d816003612fa1565b805f516020615a335f395f51905f525b80546001600160a01b0319166001600160a01b039290921691909117905550565b6040516060905f516020615a335f395f51905f52905f907fc460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed402906138439088906156bd565b908152602001604051809103902090505f8651116138735760405162461bcd60e51b8152600401610d94906155f4565b80548190613880906154df565b1590506138cf5760405162461bcd60e51b815260206004820152601960248201527f53545245414d5f414c52454144595f52454749535445524544000000000000006044820152606401610d94565b6001820154601081106138f557604051636328f7df60e11b815260040160405180910390fd5b6001808401805491820181555f908152602090200161391488826157ec565b506003820181905586868683855f60018201816002840161393587826157ec565b50613942905086826157ec565b5061394f905085826157ec565b505050505061395d86611719565b93507fa84ba88bc4cba6bd0c14537f17962f752feed22dd30806af432e8df8d6a7fe038787878760405161399494939291906158ba565b60405180910390a18254604051630ef8cdc760e01b81526001600160a01b0390911690630ef8cdc7906139cd90899089906004016158f2565b5f604051808303815f87803b1580156139e4575f5ffd5b505af11580156139f6573d5f5f3e3d5ffd5b50508454604051632337c3c760e11b81526001600160a01b03909116925063466f878e9150613a2c908790600390600401615933565b5f604051808303815f87803b158015613a43575f5ffd5b505af1158015613a55573d5f5f3e3d5ffd5b505050505050509392505050565b5f516020615a335f395f51905f52546001600160a01b0316613a89602062061a80615954565b613a969062061a80615622565b5a1015613ab657604051636eb14fc360e11b815260040160405180910390fd5b60025f83613b0257858583604051602401613ad393929190615973565b60408051601f198184030181529190526020810180516001600160e01b0316631f1cbd7560e11b179052613b42565b858583604051602401613b1793929190615973565b60408051601f198184030181529190526020810180516001600160e01b0316634cbf455560e11b1790525b90505f836001600160a01b031662061a8083604051613b6191906156bd565b5f604051808303815f8787f1925050503d805f8114613b9b576040519150601f19603f3d011682016040523d82523d5f602084013e613ba0565b606091505b5050905080613bed57856001600160a01b03167f738a16894af1f4bc3069c7cd50db7fcc41ba2bd04ffe856462b8d50042f02d1d8887604051613be49291906159a3565b60405180910390a25b50505050505050565b805460018201545f5b8181101561353b575f846001018281548110613c1d57613c1d615517565b5f918252602090912001805490915042600160c01b9091046001600160401b031611613c5b578054613c58906001600160c01b031685615622565b93505b50600101613bff565b5f828218828410028218611a1c565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c156117a857604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b81545f90821115613cce57613cce83614654565b50815480821180159190613ce957613ce683826154cc565b84555b5092915050565b5f613cfa82611356565b90505f613d0683612af7565b90508115158160020160149054906101000a900460ff16151503613d2957505050565b60028101805460ff60a01b1916600160a01b8415150217905561120e8383612b1c565b6001600160a01b0382165f9081525f516020615a935f395f51905f52602081905260409091206001810154600160a01b90046001600160401b0316158015613e925760028301546001600160a01b031680613dc9576001840180546001600160a01b0319166001600160a01b038816179055436004850155613e05565b6001600160a01b038082165f81815260208790526040902060010180549289166001600160a01b03199384161790556002850180549092161790555b6002840180546001600160a01b0319166001600160a01b038816179055600384018054905f613e33836155dc565b909155505f9050613e486005860160016147af565b6001850180546001600160e01b0316600160e01b63ffffffff8416021790555f908152600786016020526040902080546001600160a01b0319166001600160a01b03891617905550505b81613e9d85826157ec565b50428260010160146101000a8154816001600160401b0302191690836001600160401b03160217905550801515856001600160a01b03167f5efa14ec2c459017dc330f0b3e8f2f26bee624ba1c66a50805faf6bf28bfb0b58642604051613f059291906159c6565b60405180910390a35050505050565b5f5f516020615a935f395f51905f526001600160a01b0383165f908152602082905260408120600181015492935091600160a01b90046001600160401b03169003613f925760405162461bcd60e51b815260206004820152600e60248201526d195c9c9bdc97db9bdd119bdd5b9960921b6044820152606401610d94565b600181015460028201546001600160a01b0380831692911690600160e01b900463ffffffff1681613fdf576001850180546001600160a01b0319166001600160a01b038516179055614010565b6001600160a01b038281165f90815260208790526040902060010180546001600160a01b0319169185169190911790555b6001600160a01b038316614040576002850180546001600160a01b0319166001600160a01b038416179055614071565b6001600160a01b038381165f90815260208790526040902060020180546001600160a01b0319169184169190911790555b61408060058601826001614831565b5f818152600786016020526040812080546001600160a01b03191690556140a8908590614ad6565b6002840180546001600160a01b03191690555f60018501819055600386018054916140d2836159e7565b919050555084600301545f036140e9575f60048601555b6040516001600160a01b038716907fcfc24166db4bb677e857cacabd1541fb2b30645021b27c5130419589b84db52b905f90a2505050505050565b80825f015f8282546141369190615622565b90915550505050565b61414d84848484600161487f565b610e6057604051635274afe760e01b81526001600160a01b0385166004820152602401610d94565b805f036141985781835f015f82825461418e9190615622565b9091555050505050565b6141a183614654565b5f6141ac8242615622565b600185015490915080156142b2575f856001016001836141cc91906154cc565b815481106141dc576141dc615517565b5f91825260209091200180549091506001600160401b03848116600160c01b90920416148061420c575060208210155b156142b05761421a856148ec565b815482905f906142349084906001600160c01b03166159fc565b92506101000a8154816001600160c01b0302191690836001600160c01b03160217905550805f0160189054906101000a90046001600160401b03166001600160401b0316836001600160401b0316111561204a5780546001600160401b038416600160c01b026001600160c01b03909116178155505050505050565b505b8460010160405180604001604052806142ca876148ec565b6001600160c01b0390811682526001600160401b0395861660209283015283546001810185555f9485529382902083519390920151909516600160c01b02919094161792019190915550505050565b5f5f516020615a535f395f51905f52610d21565b61433682614923565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a280511561437a5761120e828261496c565b610d4a614a05565b600381600381111561439657614396614fc0565b146143a057505050565b82600101546001036143d0576040516356aae60b60e01b81526001600160a01b0383166004820152602401610d94565b600183018054905f6143e1836159e7565b9190505550505050565b6143f88383836001614a24565b61120e57604051635274afe760e01b81526001600160a01b0384166004820152602401610d94565b6060825f61442f846002615a1b565b61443a906002615622565b6001600160401b0381111561445157614451614d89565b6040519080825280601f01601f19166020018201604052801561447b576020820181803683370190505b509050600360fc1b815f8151811061449557614495615517565b60200101906001600160f81b03191690815f1a905350600f60fb1b816001815181106144c3576144c3615517565b60200101906001600160f81b03191690815f1a9053505f6144e5856002615a1b565b6144f0906001615622565b90505b6001811115614567576f181899199a1a9b1b9c1cb0b131b232b360811b83600f166010811061452457614524615517565b1a60f81b82828151811061453a5761453a615517565b60200101906001600160f81b03191690815f1a90535060049290921c91614560816159e7565b90506144f3565b5081156145915760405163e22e27eb60e01b81526004810186905260248101859052604401610d94565b949350505050565b81545f9060015b6145ab600283615954565b81116145b95760011b6145a0565b5f5b8115614612575f6145cc8383615622565b9050838111156145dc5750614606565b5f818152600188016020526040902054868111614603576145fd81886154cc565b96508192505b50505b600182901c91506145bb565b61461d816001615622565b9695505050505050565b61462f614a86565b6117a857604051631afcd79f60e31b815260040160405180910390fd5b612472614627565b60018101545f80805b83811015614741575f85600101828154811061467b5761467b615517565b5f918252602091829020604080518082019091529101546001600160c01b0381168252600160c01b90046001600160401b0316918101829052915042106146d95780516146d1906001600160c01b031684615622565b925050614739565b8184101561472a57808660010185815481106146f7576146f7615517565b5f918252602091829020835193909201516001600160401b0316600160c01b026001600160c01b03909316929092179101555b83614734816155dc565b945050505b60010161465d565b50805f0361474f5750505050565b81831115614792578360010180548061476a5761476a6158a6565b5f8281526020812082015f19908101919091550190558261478a816159e7565b93505061474f565b80845f015f8282546147a49190615622565b909155505050505050565b5f825f015f81546147bf906155dc565b918290555090505f6147d26001836154cc565b821690505f6147e26001846154cc565b90505b8181111561481a575f8181526001860160205260409020546148079085615622565b93506148146001826154cc565b166147e5565b50505f818152600190930160205260409092205590565b82545b808311610e60575f8381526001850160205260408120805484929061485a9084906154cc565b9091555061486c905083196001615622565b61487890841684615622565b9250614834565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f511483166148db5783831516156148cf573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f6001600160c01b0382111561491f576040516306dfcc6560e41b815260c0600482015260248101839052604401610d94565b5090565b806001600160a01b03163b5f0361495857604051634c9c8ce360e01b81526001600160a01b0382166004820152602401610d94565b805f516020615a535f395f51905f526137de565b60605f6149798484614a9f565b905080801561499a57505f3d118061499a57505f846001600160a01b03163b115b156149af576149a7614ab2565b91505061137f565b80156149d957604051639996b31560e01b81526001600160a01b0385166004820152602401610d94565b3d156149ec576149e7614acb565b613ce9565b60405163d6bda27560e01b815260040160405180910390fd5b34156117a85760405163b398979f60e01b815260040160405180910390fd5b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f51148316614a7a578383151615614a6e573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b5f614a8f613782565b54600160401b900460ff16919050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b508054614ae2906154df565b5f825580601f10614af1575050565b601f0160209004905f5260205f20906117a891905f5b8082111561120e575f81840155600101614b07565b5f60208284031215614b2c575f5ffd5b81356001600160e01b031981168114611a1c575f5ffd5b80356001600160a01b0381168114614b59575f5ffd5b919050565b5f5f60408385031215614b6f575f5ffd5b82359150614b7f60208401614b43565b90509250929050565b5f60208284031215614b98575f5ffd5b5035919050565b5f5f83601f840112614baf575f5ffd5b5081356001600160401b03811115614bc5575f5ffd5b602083019150836020828501011115614bdc575f5ffd5b9250929050565b5f5f5f60408486031215614bf5575f5ffd5b614bfe84614b43565b925060208401356001600160401b03811115614c18575f5ffd5b614c2486828701614b9f565b9497909650939450505050565b5f60208284031215614c41575f5ffd5b611a1c82614b43565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b86815260c060208201525f614c9060c0830188614c4a565b6040830196909652506001600160a01b03938416606082015291909216608082015260a0015292915050565b801515811461109d575f5ffd5b8035614b5981614cbc565b5f60208284031215614ce4575f5ffd5b8135611a1c81614cbc565b5f82825180855260208501945060208160051b830101602085015f5b83811015614d3d57601f19858403018852614d27838351614c4a565b6020988901989093509190910190600101614d0b565b50909695505050505050565b602081525f611a1c6020830184614cef565b5f5f5f60408486031215614d6d575f5ffd5b8335925060208401356001600160401b03811115614c18575f5ffd5b634e487b7160e01b5f52604160045260245ffd5b604051606081016001600160401b0381118282101715614dbf57614dbf614d89565b60405290565b604051601f8201601f191681016001600160401b0381118282101715614ded57614ded614d89565b604052919050565b5f5f6001600160401b03841115614e0e57614e0e614d89565b50601f8301601f1916602001614e2381614dc5565b915050828152838383011115614e37575f5ffd5b828260208301375f602084830101529392505050565b5f5f60408385031215614e5e575f5ffd5b614e6783614b43565b915060208301356001600160401b03811115614e81575f5ffd5b8301601f81018513614e91575f5ffd5b614ea085823560208401614df5565b9150509250929050565b5f5f60408385031215614ebb575f5ffd5b823560048110614ec9575f5ffd5b9150614b7f60208401614b43565b5f5f60208385031215614ee8575f5ffd5b82356001600160401b03811115614efd575f5ffd5b614f0985828601614b9f565b90969095509350505050565b602081525f611a1c6020830184614c4a565b608081525f614f396080830187614c4a565b8281036020840152614f4b8187614c4a565b90508281036040840152614f5f8186614c4a565b91505082606083015295945050505050565b5f82601f830112614f80575f5ffd5b611a1c83833560208501614df5565b5f60208284031215614f9f575f5ffd5b81356001600160401b03811115614fb4575f5ffd5b61459184828501614f71565b634e487b7160e01b5f52602160045260245ffd5b6020810160048310614fe857614fe8614fc0565b91905290565b6020810160038310614fe857614fe8614fc0565b5f5f60408385031215615013575f5ffd5b614ec983614b43565b5f5f6040838503121561502d575f5ffd5b50508035926020909101359150565b5f8151808452602084019350602083015f5b828110156150755781516001600160a01b031686526020958601959091019060010161504e565b5093949350505050565b602081525f611a1c602083018461503c565b5f6001600160401b038211156150a9576150a9614d89565b5060051b60200190565b5f82601f8301126150c2575f5ffd5b81356150d56150d082615091565b614dc5565b8082825260208201915060208360051b8601019250858311156150f6575f5ffd5b602085015b8381101561511a5761510c81614b43565b8352602092830192016150fb565b5095945050505050565b5f82601f830112615133575f5ffd5b81356151416150d082615091565b8082825260208201915060208360051b860101925085831115615162575f5ffd5b602085015b8381101561511a5780356001600160401b03811115615184575f5ffd5b615193886020838a0101614f71565b84525060209283019201615167565b5f82601f8301126151b1575f5ffd5b81356151bf6150d082615091565b8082825260208201915060208360051b8601019250858311156151e0575f5ffd5b602085015b8381101561511a5780356001600160401b03811115615202575f5ffd5b8601603f81018813615212575f5ffd5b61521a614d9d565b80608083018a81111561522b575f5ffd5b602084015b8181101561526b5780356001600160401b0381111561524d575f5ffd5b61525c8d602083890101614f71565b85525060209384019301615230565b505085525050602092830192016151e5565b5f5f5f5f5f5f5f5f610100898b031215615295575f5ffd5b61529e89614b43565b97506152ac60208a01614cc9565b96506152ba60408a01614b43565b9550606089013594506152cf60808a01614b43565b935060a08901356001600160401b038111156152e9575f5ffd5b6152f58b828c016150b3565b93505060c08901356001600160401b03811115615310575f5ffd5b61531c8b828c01615124565b92505060e08901356001600160401b03811115615337575f5ffd5b6153438b828c016151a2565b9150509295985092959890939650565b5f5f5f5f5f5f60608789031215615368575f5ffd5b86356001600160401b0381111561537d575f5ffd5b61538989828a01614b9f565b90975095505060208701356001600160401b038111156153a7575f5ffd5b6153b389828a01614b9f565b90955093505060408701356001600160401b038111156153d1575f5ffd5b6153dd89828a01614b9f565b979a9699509497509295939492505050565b602080825282518282018190525f918401906040840190835b8181101561544457835180516001600160c01b031684526020908101516001600160401b03168185015290930192604090920191600101615408565b509095945050505050565b606081525f615461606083018661503c565b82810360208401526154738186614cef565b8381036040850152845180825260208087019350909101905f5b818110156154ab57835183526020938401939092019160010161548d565b5090979650505050505050565b634e487b7160e01b5f52601160045260245ffd5b8181038181111561137f5761137f6154b8565b600181811c908216806154f357607f821691505b60208210810361551157634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52603260045260245ffd5b6020808252601490820152736572726f725f6e6f74456e6f7567685374616b6560601b604082015260600190565b818382375f9101908152919050565b5f81518060208401855e5f93019283525090919050565b5f61459161558d8386615568565b84615568565b60208152816020820152818360408301375f818301604090810191909152601f909201601f19160101919050565b5f602082840312156155d1575f5ffd5b8151611a1c81614cbc565b5f600182016155ed576155ed6154b8565b5060010190565b6020808252601490820152736572726f725f626164547261636b65724461746160601b604082015260600190565b8082018082111561137f5761137f6154b8565b5f5f8354615642816154df565b600182168015615659576001811461566e5761569b565b60ff198316865281151582028601935061569b565b865f5260205f205f5b8381101561569357815488820152600190910190602001615677565b505081860193505b509195945050505050565b5f602082840312156156b6575f5ffd5b5051919050565b5f611a1c8284615568565b5f81546156d4816154df565b8085526001821680156156ee576001811461570a5761573e565b60ff1983166020870152602082151560051b870101935061573e565b845f5260205f205f5b838110156157355781546020828a010152600182019150602081019050615713565b87016020019450505b50505092915050565b608081525f6157596080830187614c4a565b828103602084015261576b81876156c8565b9050828103604084015261577f81866156c8565b905082810360608401526157938185614c4a565b979650505050505050565b601f82111561120e578282111561120e57805f5260205f20601f840160051c60208510156157c957505f5b90810190601f840160051c035f5b8181101561204a575f838201556001016157d7565b81516001600160401b0381111561580557615805614d89565b6158198161581384546154df565b8461579e565b6020601f82116001811461584b575f83156158345750848201515b5f19600385901b1c1916600184901b1784556126b3565b5f84815260208120601f198516915b8281101561587a578785015182556020948501946001909201910161585a565b508482101561589757868401515f19600387901b60f8161c191681555b50505050600190811b01905550565b634e487b7160e01b5f52603160045260245ffd5b608081525f6158cc6080830187614c4a565b82810360208401526158de8187614c4a565b9050828103604084015261577f8186614c4a565b604081525f6159046040830185614c4a565b82810360208401526159168185614c4a565b95945050505050565b6005811061592f5761592f614fc0565b9052565b604081525f6159456040830185614c4a565b9050611a1c602083018461591f565b5f8261596e57634e487b7160e01b5f52601260045260245ffd5b500490565b606081525f6159856060830186614c4a565b6001600160a01b03851660208401529050614591604083018461591f565b604081525f6159b56040830185614c4a565b905082151560208301529392505050565b604081525f6159d86040830185614c4a565b90508260208301529392505050565b5f816159f5576159f56154b8565b505f190190565b6001600160c01b03818116838216019081111561137f5761137f6154b8565b808202811582820484141761137f5761137f6154b856fec460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed400360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc90823da23b9a926e179776d17ff1331502f5569028b856ff1c858dabf15b1500ce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a00",
}

// NodeManager is an auto generated Go binding around an Ethereum contract.
type NodeManager struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *NodeManager) GetABI() abi.ABI {
	return c.abi
}

// NewNodeManager creates a new instance of NodeManager.
func NewNodeManager() *NodeManager {
	parsed, err := NodeManagerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &NodeManager{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *NodeManager) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDEFAULTUNBONDINGPERIOD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe500b6e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_UNBONDING_PERIOD() view returns(uint256)
func (nodeManager *NodeManager) PackDEFAULTUNBONDINGPERIOD() []byte {
	enc, err := nodeManager.abi.Pack("DEFAULT_UNBONDING_PERIOD")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTUNBONDINGPERIOD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe500b6e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_UNBONDING_PERIOD() view returns(uint256)
func (nodeManager *NodeManager) TryPackDEFAULTUNBONDINGPERIOD() ([]byte, error) {
	return nodeManager.abi.Pack("DEFAULT_UNBONDING_PERIOD")
}

// UnpackDEFAULTUNBONDINGPERIOD is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe500b6e.
//
// Solidity: function DEFAULT_UNBONDING_PERIOD() view returns(uint256)
func (nodeManager *NodeManager) UnpackDEFAULTUNBONDINGPERIOD(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("DEFAULT_UNBONDING_PERIOD", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXSYSTEMSTREAMS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50d85077.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_SYSTEM_STREAMS() view returns(uint256)
func (nodeManager *NodeManager) PackMAXSYSTEMSTREAMS() []byte {
	enc, err := nodeManager.abi.Pack("MAX_SYSTEM_STREAMS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXSYSTEMSTREAMS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50d85077.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_SYSTEM_STREAMS() view returns(uint256)
func (nodeManager *NodeManager) TryPackMAXSYSTEMSTREAMS() ([]byte, error) {
	return nodeManager.abi.Pack("MAX_SYSTEM_STREAMS")
}

// UnpackMAXSYSTEMSTREAMS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x50d85077.
//
// Solidity: function MAX_SYSTEM_STREAMS() view returns(uint256)
func (nodeManager *NodeManager) UnpackMAXSYSTEMSTREAMS(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("MAX_SYSTEM_STREAMS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXUNBONDINGPERIOD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e445d33.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_UNBONDING_PERIOD() view returns(uint256)
func (nodeManager *NodeManager) PackMAXUNBONDINGPERIOD() []byte {
	enc, err := nodeManager.abi.Pack("MAX_UNBONDING_PERIOD")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXUNBONDINGPERIOD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8e445d33.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_UNBONDING_PERIOD() view returns(uint256)
func (nodeManager *NodeManager) TryPackMAXUNBONDINGPERIOD() ([]byte, error) {
	return nodeManager.abi.Pack("MAX_UNBONDING_PERIOD")
}

// UnpackMAXUNBONDINGPERIOD is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8e445d33.
//
// Solidity: function MAX_UNBONDING_PERIOD() view returns(uint256)
func (nodeManager *NodeManager) UnpackMAXUNBONDINGPERIOD(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("MAX_UNBONDING_PERIOD", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackNODESATCREATION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37fa92b6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function NODES_AT_CREATION() view returns(uint256)
func (nodeManager *NodeManager) PackNODESATCREATION() []byte {
	enc, err := nodeManager.abi.Pack("NODES_AT_CREATION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNODESATCREATION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x37fa92b6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function NODES_AT_CREATION() view returns(uint256)
func (nodeManager *NodeManager) TryPackNODESATCREATION() ([]byte, error) {
	return nodeManager.abi.Pack("NODES_AT_CREATION")
}

// UnpackNODESATCREATION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x37fa92b6.
//
// Solidity: function NODES_AT_CREATION() view returns(uint256)
func (nodeManager *NodeManager) UnpackNODESATCREATION(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("NODES_AT_CREATION", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackPERMISSIONGAS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x27c57e6e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PERMISSION_GAS() view returns(uint256)
func (nodeManager *NodeManager) PackPERMISSIONGAS() []byte {
	enc, err := nodeManager.abi.Pack("PERMISSION_GAS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPERMISSIONGAS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x27c57e6e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PERMISSION_GAS() view returns(uint256)
func (nodeManager *NodeManager) TryPackPERMISSIONGAS() ([]byte, error) {
	return nodeManager.abi.Pack("PERMISSION_GAS")
}

// UnpackPERMISSIONGAS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x27c57e6e.
//
// Solidity: function PERMISSION_GAS() view returns(uint256)
func (nodeManager *NodeManager) UnpackPERMISSIONGAS(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("PERMISSION_GAS", data)
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
func (nodeManager *NodeManager) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := nodeManager.abi.Pack("UPGRADE_INTERFACE_VERSION")
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
func (nodeManager *NodeManager) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return nodeManager.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (nodeManager *NodeManager) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := nodeManager.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackGenerateStreamId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6bfff682.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function _generateStreamId(string streamPath) view returns(string)
func (nodeManager *NodeManager) PackGenerateStreamId(streamPath string) []byte {
	enc, err := nodeManager.abi.Pack("_generateStreamId", streamPath)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGenerateStreamId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6bfff682.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function _generateStreamId(string streamPath) view returns(string)
func (nodeManager *NodeManager) TryPackGenerateStreamId(streamPath string) ([]byte, error) {
	return nodeManager.abi.Pack("_generateStreamId", streamPath)
}

// UnpackGenerateStreamId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6bfff682.
//
// Solidity: function _generateStreamId(string streamPath) view returns(string)
func (nodeManager *NodeManager) UnpackGenerateStreamId(data []byte) (string, error) {
	out, err := nodeManager.abi.Unpack("_generateStreamId", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackAdminCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2b7832b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function adminCount() view returns(uint256)
func (nodeManager *NodeManager) PackAdminCount() []byte {
	enc, err := nodeManager.abi.Pack("adminCount")
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
func (nodeManager *NodeManager) TryPackAdminCount() ([]byte, error) {
	return nodeManager.abi.Pack("adminCount")
}

// UnpackAdminCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2b7832b3.
//
// Solidity: function adminCount() view returns(uint256)
func (nodeManager *NodeManager) UnpackAdminCount(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("adminCount", data)
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
func (nodeManager *NodeManager) PackBalanceOf(account common.Address) []byte {
	enc, err := nodeManager.abi.Pack("balanceOf", account)
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
func (nodeManager *NodeManager) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (nodeManager *NodeManager) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackCreateStream is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc54421a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createStream(string key, string path, string metadataJsonString) returns()
func (nodeManager *NodeManager) PackCreateStream(key string, path string, metadataJsonString string) []byte {
	enc, err := nodeManager.abi.Pack("createStream", key, path, metadataJsonString)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateStream is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcc54421a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createStream(string key, string path, string metadataJsonString) returns()
func (nodeManager *NodeManager) TryPackCreateStream(key string, path string, metadataJsonString string) ([]byte, error) {
	return nodeManager.abi.Pack("createStream", key, path, metadataJsonString)
}

// PackDelegate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08bbb824.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delegate(uint256 amount, address node) returns()
func (nodeManager *NodeManager) PackDelegate(amount *big.Int, node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("delegate", amount, node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelegate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x08bbb824.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delegate(uint256 amount, address node) returns()
func (nodeManager *NodeManager) TryPackDelegate(amount *big.Int, node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("delegate", amount, node)
}

// PackDelegatesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xabad29a8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function delegatesOf(address account, address node) view returns(uint256)
func (nodeManager *NodeManager) PackDelegatesOf(account common.Address, node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("delegatesOf", account, node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDelegatesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xabad29a8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function delegatesOf(address account, address node) view returns(uint256)
func (nodeManager *NodeManager) TryPackDelegatesOf(account common.Address, node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("delegatesOf", account, node)
}

// UnpackDelegatesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xabad29a8.
//
// Solidity: function delegatesOf(address account, address node) view returns(uint256)
func (nodeManager *NodeManager) UnpackDelegatesOf(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("delegatesOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDeleteStream is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6453cbd7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deleteStream(string key) returns()
func (nodeManager *NodeManager) PackDeleteStream(key string) []byte {
	enc, err := nodeManager.abi.Pack("deleteStream", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeleteStream is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6453cbd7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deleteStream(string key) returns()
func (nodeManager *NodeManager) TryPackDeleteStream(key string) ([]byte, error) {
	return nodeManager.abi.Pack("deleteStream", key)
}

// PackGetAllStreams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3bd84c0c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAllStreams() view returns(string[])
func (nodeManager *NodeManager) PackGetAllStreams() []byte {
	enc, err := nodeManager.abi.Pack("getAllStreams")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAllStreams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3bd84c0c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAllStreams() view returns(string[])
func (nodeManager *NodeManager) TryPackGetAllStreams() ([]byte, error) {
	return nodeManager.abi.Pack("getAllStreams")
}

// UnpackGetAllStreams is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3bd84c0c.
//
// Solidity: function getAllStreams() view returns(string[])
func (nodeManager *NodeManager) UnpackGetAllStreams(data []byte) ([]string, error) {
	out, err := nodeManager.abi.Unpack("getAllStreams", data)
	if err != nil {
		return *new([]string), err
	}
	out0 := *abi.ConvertType(out[0], new([]string)).(*[]string)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5d5664e1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(uint8 role, address account) returns()
func (nodeManager *NodeManager) PackGrantRole(role uint8, account common.Address) []byte {
	enc, err := nodeManager.abi.Pack("grantRole", role, account)
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
func (nodeManager *NodeManager) TryPackGrantRole(role uint8, account common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("grantRole", role, account)
}

// PackHeadNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46c198f6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function headNode() view returns(address)
func (nodeManager *NodeManager) PackHeadNode() []byte {
	enc, err := nodeManager.abi.Pack("headNode")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHeadNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x46c198f6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function headNode() view returns(address)
func (nodeManager *NodeManager) TryPackHeadNode() ([]byte, error) {
	return nodeManager.abi.Pack("headNode")
}

// UnpackHeadNode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x46c198f6.
//
// Solidity: function headNode() view returns(address)
func (nodeManager *NodeManager) UnpackHeadNode(data []byte) (common.Address, error) {
	out, err := nodeManager.abi.Unpack("headNode", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc30649ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_, bool requiresWhitelist_, address stakeTokenAddress_, uint256 stakeRequiredAmount_, address streamrRegistryAddress_, address[] initialNodes, string[] initialMetadata, string[3][] initialStreams) returns()
func (nodeManager *NodeManager) PackInitialize(owner common.Address, requiresWhitelist bool, stakeTokenAddress common.Address, stakeRequiredAmount *big.Int, streamrRegistryAddress common.Address, initialNodes []common.Address, initialMetadata []string, initialStreams [][3]string) []byte {
	enc, err := nodeManager.abi.Pack("initialize", owner, requiresWhitelist, stakeTokenAddress, stakeRequiredAmount, streamrRegistryAddress, initialNodes, initialMetadata, initialStreams)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc30649ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_, bool requiresWhitelist_, address stakeTokenAddress_, uint256 stakeRequiredAmount_, address streamrRegistryAddress_, address[] initialNodes, string[] initialMetadata, string[3][] initialStreams) returns()
func (nodeManager *NodeManager) TryPackInitialize(owner common.Address, requiresWhitelist bool, stakeTokenAddress common.Address, stakeRequiredAmount *big.Int, streamrRegistryAddress common.Address, initialNodes []common.Address, initialMetadata []string, initialStreams [][3]string) ([]byte, error) {
	return nodeManager.abi.Pack("initialize", owner, requiresWhitelist, stakeTokenAddress, stakeRequiredAmount, streamrRegistryAddress, initialNodes, initialMetadata, initialStreams)
}

// PackIsStaked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6177fd18.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isStaked(address node) view returns(bool)
func (nodeManager *NodeManager) PackIsStaked(node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("isStaked", node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsStaked is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6177fd18.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isStaked(address node) view returns(bool)
func (nodeManager *NodeManager) TryPackIsStaked(node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("isStaked", node)
}

// UnpackIsStaked is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6177fd18.
//
// Solidity: function isStaked(address node) view returns(bool)
func (nodeManager *NodeManager) UnpackIsStaked(data []byte) (bool, error) {
	out, err := nodeManager.abi.Unpack("isStaked", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackJoin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cfb3d8a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function join(uint256 amount, string metadata_) returns()
func (nodeManager *NodeManager) PackJoin(amount *big.Int, metadata string) []byte {
	enc, err := nodeManager.abi.Pack("join", amount, metadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackJoin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3cfb3d8a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function join(uint256 amount, string metadata_) returns()
func (nodeManager *NodeManager) TryPackJoin(amount *big.Int, metadata string) ([]byte, error) {
	return nodeManager.abi.Pack("join", amount, metadata)
}

// PackKickNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1ad603d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function kickNode(address nodeAddress) returns()
func (nodeManager *NodeManager) PackKickNode(nodeAddress common.Address) []byte {
	enc, err := nodeManager.abi.Pack("kickNode", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackKickNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1ad603d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function kickNode(address nodeAddress) returns()
func (nodeManager *NodeManager) TryPackKickNode(nodeAddress common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("kickNode", nodeAddress)
}

// PackLeave is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd66d9e19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function leave() returns()
func (nodeManager *NodeManager) PackLeave() []byte {
	enc, err := nodeManager.abi.Pack("leave")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackLeave is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd66d9e19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function leave() returns()
func (nodeManager *NodeManager) TryPackLeave() ([]byte, error) {
	return nodeManager.abi.Pack("leave")
}

// PackNodeAddresses is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc10b5222.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodeAddresses() view returns(address[] resultAddresses)
func (nodeManager *NodeManager) PackNodeAddresses() []byte {
	enc, err := nodeManager.abi.Pack("nodeAddresses")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodeAddresses is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc10b5222.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodeAddresses() view returns(address[] resultAddresses)
func (nodeManager *NodeManager) TryPackNodeAddresses() ([]byte, error) {
	return nodeManager.abi.Pack("nodeAddresses")
}

// UnpackNodeAddresses is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc10b5222.
//
// Solidity: function nodeAddresses() view returns(address[] resultAddresses)
func (nodeManager *NodeManager) UnpackNodeAddresses(data []byte) ([]common.Address, error) {
	out, err := nodeManager.abi.Unpack("nodeAddresses", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackNodePage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5de6255.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodePage(uint256 offset, uint256 limit) view returns(address[] addresses, string[] metadata, uint256[] stakes)
func (nodeManager *NodeManager) PackNodePage(offset *big.Int, limit *big.Int) []byte {
	enc, err := nodeManager.abi.Pack("nodePage", offset, limit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodePage is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5de6255.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodePage(uint256 offset, uint256 limit) view returns(address[] addresses, string[] metadata, uint256[] stakes)
func (nodeManager *NodeManager) TryPackNodePage(offset *big.Int, limit *big.Int) ([]byte, error) {
	return nodeManager.abi.Pack("nodePage", offset, limit)
}

// NodeManagerNodePageOutput serves as a container for the return parameters of contract
// method NodePage.
type NodeManagerNodePageOutput struct {
	Addresses []common.Address
	Metadata  []string
	Stakes    []*big.Int
}

// UnpackNodePage is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe5de6255.
//
// Solidity: function nodePage(uint256 offset, uint256 limit) view returns(address[] addresses, string[] metadata, uint256[] stakes)
func (nodeManager *NodeManager) UnpackNodePage(data []byte) (NodeManagerNodePageOutput, error) {
	out, err := nodeManager.abi.Unpack("nodePage", data)
	outstruct := new(NodeManagerNodePageOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Addresses = *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	outstruct.Metadata = *abi.ConvertType(out[1], new([]string)).(*[]string)
	outstruct.Stakes = *abi.ConvertType(out[2], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackNodeStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcd23d268.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodeStake(address node) view returns(uint256)
func (nodeManager *NodeManager) PackNodeStake(node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("nodeStake", node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodeStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xcd23d268.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodeStake(address node) view returns(uint256)
func (nodeManager *NodeManager) TryPackNodeStake(node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("nodeStake", node)
}

// UnpackNodeStake is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xcd23d268.
//
// Solidity: function nodeStake(address node) view returns(uint256)
func (nodeManager *NodeManager) UnpackNodeStake(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("nodeStake", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x189a5a17.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nodes(address node) view returns(uint256 index, string metadata, uint256 lastSeen, address next, address prev, uint256 stake)
func (nodeManager *NodeManager) PackNodes(node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("nodes", node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x189a5a17.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nodes(address node) view returns(uint256 index, string metadata, uint256 lastSeen, address next, address prev, uint256 stake)
func (nodeManager *NodeManager) TryPackNodes(node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("nodes", node)
}

// NodeManagerNodesOutput serves as a container for the return parameters of contract
// method Nodes.
type NodeManagerNodesOutput struct {
	Index    *big.Int
	Metadata string
	LastSeen *big.Int
	Next     common.Address
	Prev     common.Address
	Stake    *big.Int
}

// UnpackNodes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x189a5a17.
//
// Solidity: function nodes(address node) view returns(uint256 index, string metadata, uint256 lastSeen, address next, address prev, uint256 stake)
func (nodeManager *NodeManager) UnpackNodes(data []byte) (NodeManagerNodesOutput, error) {
	out, err := nodeManager.abi.Unpack("nodes", data)
	outstruct := new(NodeManagerNodesOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Index = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Metadata = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.LastSeen = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.Next = *abi.ConvertType(out[3], new(common.Address)).(*common.Address)
	outstruct.Prev = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Stake = abi.ConvertType(out[5], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (nodeManager *NodeManager) PackOwner() []byte {
	enc, err := nodeManager.abi.Pack("owner")
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
func (nodeManager *NodeManager) TryPackOwner() ([]byte, error) {
	return nodeManager.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (nodeManager *NodeManager) UnpackOwner(data []byte) (common.Address, error) {
	out, err := nodeManager.abi.Unpack("owner", data)
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
func (nodeManager *NodeManager) PackProxiableUUID() []byte {
	enc, err := nodeManager.abi.Pack("proxiableUUID")
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
func (nodeManager *NodeManager) TryPackProxiableUUID() ([]byte, error) {
	return nodeManager.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (nodeManager *NodeManager) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := nodeManager.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackQueryManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0a6c8cb8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function queryManager() view returns(address)
func (nodeManager *NodeManager) PackQueryManager() []byte {
	enc, err := nodeManager.abi.Pack("queryManager")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackQueryManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0a6c8cb8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function queryManager() view returns(address)
func (nodeManager *NodeManager) TryPackQueryManager() ([]byte, error) {
	return nodeManager.abi.Pack("queryManager")
}

// UnpackQueryManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0a6c8cb8.
//
// Solidity: function queryManager() view returns(address)
func (nodeManager *NodeManager) UnpackQueryManager(data []byte) (common.Address, error) {
	out, err := nodeManager.abi.Unpack("queryManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRefreshPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4108ed15.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refreshPermissions(address node) returns()
func (nodeManager *NodeManager) PackRefreshPermissions(node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("refreshPermissions", node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefreshPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4108ed15.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refreshPermissions(address node) returns()
func (nodeManager *NodeManager) TryPackRefreshPermissions(node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("refreshPermissions", node)
}

// PackRegisterQueryManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79e574cb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerQueryManager(address contractAddress) returns()
func (nodeManager *NodeManager) PackRegisterQueryManager(contractAddress common.Address) []byte {
	enc, err := nodeManager.abi.Pack("registerQueryManager", contractAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterQueryManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79e574cb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerQueryManager(address contractAddress) returns()
func (nodeManager *NodeManager) TryPackRegisterQueryManager(contractAddress common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("registerQueryManager", contractAddress)
}

// PackRegisterReportManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe8d88aba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerReportManager(address contractAddress) returns()
func (nodeManager *NodeManager) PackRegisterReportManager(contractAddress common.Address) []byte {
	enc, err := nodeManager.abi.Pack("registerReportManager", contractAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterReportManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe8d88aba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerReportManager(address contractAddress) returns()
func (nodeManager *NodeManager) TryPackRegisterReportManager(contractAddress common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("registerReportManager", contractAddress)
}

// PackRegisterStoreManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75ed25dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerStoreManager(address contractAddress) returns()
func (nodeManager *NodeManager) PackRegisterStoreManager(contractAddress common.Address) []byte {
	enc, err := nodeManager.abi.Pack("registerStoreManager", contractAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterStoreManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x75ed25dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerStoreManager(address contractAddress) returns()
func (nodeManager *NodeManager) TryPackRegisterStoreManager(contractAddress common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("registerStoreManager", contractAddress)
}

// PackRemoveNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0d3f5ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeNode() returns()
func (nodeManager *NodeManager) PackRemoveNode() []byte {
	enc, err := nodeManager.abi.Pack("removeNode")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd0d3f5ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeNode() returns()
func (nodeManager *NodeManager) TryPackRemoveNode() ([]byte, error) {
	return nodeManager.abi.Pack("removeNode")
}

// PackRemoveNodeAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8ce15586.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function removeNodeAdmin(address nodeAddress) returns()
func (nodeManager *NodeManager) PackRemoveNodeAdmin(nodeAddress common.Address) []byte {
	enc, err := nodeManager.abi.Pack("removeNodeAdmin", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRemoveNodeAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8ce15586.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function removeNodeAdmin(address nodeAddress) returns()
func (nodeManager *NodeManager) TryPackRemoveNodeAdmin(nodeAddress common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("removeNodeAdmin", nodeAddress)
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (nodeManager *NodeManager) PackRenounceOwnership() []byte {
	enc, err := nodeManager.abi.Pack("renounceOwnership")
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
func (nodeManager *NodeManager) TryPackRenounceOwnership() ([]byte, error) {
	return nodeManager.abi.Pack("renounceOwnership")
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdcc1a49a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(address account) returns()
func (nodeManager *NodeManager) PackRenounceRole(account common.Address) []byte {
	enc, err := nodeManager.abi.Pack("renounceRole", account)
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
func (nodeManager *NodeManager) TryPackRenounceRole(account common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("renounceRole", account)
}

// PackReportManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8ee6535f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function reportManager() view returns(address)
func (nodeManager *NodeManager) PackReportManager() []byte {
	enc, err := nodeManager.abi.Pack("reportManager")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackReportManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8ee6535f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function reportManager() view returns(address)
func (nodeManager *NodeManager) TryPackReportManager() ([]byte, error) {
	return nodeManager.abi.Pack("reportManager")
}

// UnpackReportManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8ee6535f.
//
// Solidity: function reportManager() view returns(address)
func (nodeManager *NodeManager) UnpackReportManager(data []byte) (common.Address, error) {
	out, err := nodeManager.abi.Unpack("reportManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRequiresWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa5ee5b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requiresWhitelist() view returns(bool)
func (nodeManager *NodeManager) PackRequiresWhitelist() []byte {
	enc, err := nodeManager.abi.Pack("requiresWhitelist")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequiresWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa5ee5b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requiresWhitelist() view returns(bool)
func (nodeManager *NodeManager) TryPackRequiresWhitelist() ([]byte, error) {
	return nodeManager.abi.Pack("requiresWhitelist")
}

// UnpackRequiresWhitelist is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa5ee5b41.
//
// Solidity: function requiresWhitelist() view returns(bool)
func (nodeManager *NodeManager) UnpackRequiresWhitelist(data []byte) (bool, error) {
	out, err := nodeManager.abi.Unpack("requiresWhitelist", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x80e52e3f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(address account) returns()
func (nodeManager *NodeManager) PackRevokeRole(account common.Address) []byte {
	enc, err := nodeManager.abi.Pack("revokeRole", account)
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
func (nodeManager *NodeManager) TryPackRevokeRole(account common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("revokeRole", account)
}

// PackRoles is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x99374642.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function roles(address account) view returns(uint8)
func (nodeManager *NodeManager) PackRoles(account common.Address) []byte {
	enc, err := nodeManager.abi.Pack("roles", account)
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
func (nodeManager *NodeManager) TryPackRoles(account common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("roles", account)
}

// UnpackRoles is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x99374642.
//
// Solidity: function roles(address account) view returns(uint8)
func (nodeManager *NodeManager) UnpackRoles(data []byte) (uint8, error) {
	out, err := nodeManager.abi.Unpack("roles", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackSetRequiresWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20a59a03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setRequiresWhitelist(bool value) returns()
func (nodeManager *NodeManager) PackSetRequiresWhitelist(value bool) []byte {
	enc, err := nodeManager.abi.Pack("setRequiresWhitelist", value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetRequiresWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20a59a03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setRequiresWhitelist(bool value) returns()
func (nodeManager *NodeManager) TryPackSetRequiresWhitelist(value bool) ([]byte, error) {
	return nodeManager.abi.Pack("setRequiresWhitelist", value)
}

// PackSetUnbondingPeriod is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x114eaf55.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setUnbondingPeriod(uint256 period) returns()
func (nodeManager *NodeManager) PackSetUnbondingPeriod(period *big.Int) []byte {
	enc, err := nodeManager.abi.Pack("setUnbondingPeriod", period)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetUnbondingPeriod is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x114eaf55.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setUnbondingPeriod(uint256 period) returns()
func (nodeManager *NodeManager) TryPackSetUnbondingPeriod(period *big.Int) ([]byte, error) {
	return nodeManager.abi.Pack("setUnbondingPeriod", period)
}

// PackStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa694fc3a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stake(uint256 amount) returns()
func (nodeManager *NodeManager) PackStake(amount *big.Int) []byte {
	enc, err := nodeManager.abi.Pack("stake", amount)
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
func (nodeManager *NodeManager) TryPackStake(amount *big.Int) ([]byte, error) {
	return nodeManager.abi.Pack("stake", amount)
}

// PackStakeAndDelegate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x735e6c7a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeAndDelegate(uint256 amount, address node) returns()
func (nodeManager *NodeManager) PackStakeAndDelegate(amount *big.Int, node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("stakeAndDelegate", amount, node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeAndDelegate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x735e6c7a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeAndDelegate(uint256 amount, address node) returns()
func (nodeManager *NodeManager) TryPackStakeAndDelegate(amount *big.Int, node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("stakeAndDelegate", amount, node)
}

// PackStakeRequiredAmount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5c70966.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeRequiredAmount() view returns(uint256)
func (nodeManager *NodeManager) PackStakeRequiredAmount() []byte {
	enc, err := nodeManager.abi.Pack("stakeRequiredAmount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeRequiredAmount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd5c70966.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeRequiredAmount() view returns(uint256)
func (nodeManager *NodeManager) TryPackStakeRequiredAmount() ([]byte, error) {
	return nodeManager.abi.Pack("stakeRequiredAmount")
}

// UnpackStakeRequiredAmount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd5c70966.
//
// Solidity: function stakeRequiredAmount() view returns(uint256)
func (nodeManager *NodeManager) UnpackStakeRequiredAmount(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("stakeRequiredAmount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackStakeTokenAddress is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0106395f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeTokenAddress() view returns(address)
func (nodeManager *NodeManager) PackStakeTokenAddress() []byte {
	enc, err := nodeManager.abi.Pack("stakeTokenAddress")
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
func (nodeManager *NodeManager) TryPackStakeTokenAddress() ([]byte, error) {
	return nodeManager.abi.Pack("stakeTokenAddress")
}

// UnpackStakeTokenAddress is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0106395f.
//
// Solidity: function stakeTokenAddress() view returns(address)
func (nodeManager *NodeManager) UnpackStakeTokenAddress(data []byte) (common.Address, error) {
	out, err := nodeManager.abi.Unpack("stakeTokenAddress", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackStakedNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb043f6ba.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakedNodes(uint256 offset, uint256 limit) view returns(address[] staked)
func (nodeManager *NodeManager) PackStakedNodes(offset *big.Int, limit *big.Int) []byte {
	enc, err := nodeManager.abi.Pack("stakedNodes", offset, limit)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakedNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb043f6ba.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakedNodes(uint256 offset, uint256 limit) view returns(address[] staked)
func (nodeManager *NodeManager) TryPackStakedNodes(offset *big.Int, limit *big.Int) ([]byte, error) {
	return nodeManager.abi.Pack("stakedNodes", offset, limit)
}

// UnpackStakedNodes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb043f6ba.
//
// Solidity: function stakedNodes(uint256 offset, uint256 limit) view returns(address[] staked)
func (nodeManager *NodeManager) UnpackStakedNodes(data []byte) ([]common.Address, error) {
	out, err := nodeManager.abi.Unpack("stakedNodes", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackStartBlockNumber is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x498a4c2d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function startBlockNumber() view returns(uint256)
func (nodeManager *NodeManager) PackStartBlockNumber() []byte {
	enc, err := nodeManager.abi.Pack("startBlockNumber")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStartBlockNumber is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x498a4c2d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function startBlockNumber() view returns(uint256)
func (nodeManager *NodeManager) TryPackStartBlockNumber() ([]byte, error) {
	return nodeManager.abi.Pack("startBlockNumber")
}

// UnpackStartBlockNumber is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x498a4c2d.
//
// Solidity: function startBlockNumber() view returns(uint256)
func (nodeManager *NodeManager) UnpackStartBlockNumber(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("startBlockNumber", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackStoreManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfed30ac7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function storeManager() view returns(address)
func (nodeManager *NodeManager) PackStoreManager() []byte {
	enc, err := nodeManager.abi.Pack("storeManager")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStoreManager is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfed30ac7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function storeManager() view returns(address)
func (nodeManager *NodeManager) TryPackStoreManager() ([]byte, error) {
	return nodeManager.abi.Pack("storeManager")
}

// UnpackStoreManager is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfed30ac7.
//
// Solidity: function storeManager() view returns(address)
func (nodeManager *NodeManager) UnpackStoreManager(data []byte) (common.Address, error) {
	out, err := nodeManager.abi.Unpack("storeManager", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackStreamExists is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae68f210.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function streamExists(string streamId) view returns(bool)
func (nodeManager *NodeManager) PackStreamExists(streamId string) []byte {
	enc, err := nodeManager.abi.Pack("streamExists", streamId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStreamExists is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xae68f210.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function streamExists(string streamId) view returns(bool)
func (nodeManager *NodeManager) TryPackStreamExists(streamId string) ([]byte, error) {
	return nodeManager.abi.Pack("streamExists", streamId)
}

// UnpackStreamExists is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xae68f210.
//
// Solidity: function streamExists(string streamId) view returns(bool)
func (nodeManager *NodeManager) UnpackStreamExists(data []byte) (bool, error) {
	out, err := nodeManager.abi.Unpack("streamExists", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackStreamInformation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66cdbcf2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function streamInformation(string key_) view returns(string key, string path, string metadata, uint256 index)
func (nodeManager *NodeManager) PackStreamInformation(key string) []byte {
	enc, err := nodeManager.abi.Pack("streamInformation", key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStreamInformation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66cdbcf2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function streamInformation(string key_) view returns(string key, string path, string metadata, uint256 index)
func (nodeManager *NodeManager) TryPackStreamInformation(key string) ([]byte, error) {
	return nodeManager.abi.Pack("streamInformation", key)
}

// NodeManagerStreamInformationOutput serves as a container for the return parameters of contract
// method StreamInformation.
type NodeManagerStreamInformationOutput struct {
	Key      string
	Path     string
	Metadata string
	Index    *big.Int
}

// UnpackStreamInformation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x66cdbcf2.
//
// Solidity: function streamInformation(string key_) view returns(string key, string path, string metadata, uint256 index)
func (nodeManager *NodeManager) UnpackStreamInformation(data []byte) (NodeManagerStreamInformationOutput, error) {
	out, err := nodeManager.abi.Unpack("streamInformation", data)
	outstruct := new(NodeManagerStreamInformationOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Key = *abi.ConvertType(out[0], new(string)).(*string)
	outstruct.Path = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Metadata = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.Index = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackStreams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64d60d91.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function streams(uint256 index) view returns(string)
func (nodeManager *NodeManager) PackStreams(index *big.Int) []byte {
	enc, err := nodeManager.abi.Pack("streams", index)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStreams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64d60d91.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function streams(uint256 index) view returns(string)
func (nodeManager *NodeManager) TryPackStreams(index *big.Int) ([]byte, error) {
	return nodeManager.abi.Pack("streams", index)
}

// UnpackStreams is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x64d60d91.
//
// Solidity: function streams(uint256 index) view returns(string)
func (nodeManager *NodeManager) UnpackStreams(data []byte) (string, error) {
	out, err := nodeManager.abi.Unpack("streams", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (nodeManager *NodeManager) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := nodeManager.abi.Pack("supportsInterface", interfaceId)
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
func (nodeManager *NodeManager) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return nodeManager.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (nodeManager *NodeManager) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := nodeManager.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTailNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfdf0866.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tailNode() view returns(address)
func (nodeManager *NodeManager) PackTailNode() []byte {
	enc, err := nodeManager.abi.Pack("tailNode")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTailNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbfdf0866.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tailNode() view returns(address)
func (nodeManager *NodeManager) TryPackTailNode() ([]byte, error) {
	return nodeManager.abi.Pack("tailNode")
}

// UnpackTailNode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbfdf0866.
//
// Solidity: function tailNode() view returns(address)
func (nodeManager *NodeManager) UnpackTailNode(data []byte) (common.Address, error) {
	out, err := nodeManager.abi.Unpack("tailNode", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTotalNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9592d424.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalNodes() view returns(uint256)
func (nodeManager *NodeManager) PackTotalNodes() []byte {
	enc, err := nodeManager.abi.Pack("totalNodes")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalNodes is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9592d424.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalNodes() view returns(uint256)
func (nodeManager *NodeManager) TryPackTotalNodes() ([]byte, error) {
	return nodeManager.abi.Pack("totalNodes")
}

// UnpackTotalNodes is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9592d424.
//
// Solidity: function totalNodes() view returns(uint256)
func (nodeManager *NodeManager) UnpackTotalNodes(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("totalNodes", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (nodeManager *NodeManager) PackTotalSupply() []byte {
	enc, err := nodeManager.abi.Pack("totalSupply")
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
func (nodeManager *NodeManager) TryPackTotalSupply() ([]byte, error) {
	return nodeManager.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (nodeManager *NodeManager) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("totalSupply", data)
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
func (nodeManager *NodeManager) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := nodeManager.abi.Pack("transferOwnership", newOwner)
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
func (nodeManager *NodeManager) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("transferOwnership", newOwner)
}

// PackTreasurySupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fc1a4b8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function treasurySupply() view returns(uint256)
func (nodeManager *NodeManager) PackTreasurySupply() []byte {
	enc, err := nodeManager.abi.Pack("treasurySupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTreasurySupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5fc1a4b8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function treasurySupply() view returns(uint256)
func (nodeManager *NodeManager) TryPackTreasurySupply() ([]byte, error) {
	return nodeManager.abi.Pack("treasurySupply")
}

// UnpackTreasurySupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5fc1a4b8.
//
// Solidity: function treasurySupply() view returns(uint256)
func (nodeManager *NodeManager) UnpackTreasurySupply(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("treasurySupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTreasuryWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x65267139.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function treasuryWithdraw(uint256 amount) returns()
func (nodeManager *NodeManager) PackTreasuryWithdraw(amount *big.Int) []byte {
	enc, err := nodeManager.abi.Pack("treasuryWithdraw", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTreasuryWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x65267139.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function treasuryWithdraw(uint256 amount) returns()
func (nodeManager *NodeManager) TryPackTreasuryWithdraw(amount *big.Int) ([]byte, error) {
	return nodeManager.abi.Pack("treasuryWithdraw", amount)
}

// PackUnbonding is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xced4cd2e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unbonding(address account) view returns((uint192,uint64)[] entries)
func (nodeManager *NodeManager) PackUnbonding(account common.Address) []byte {
	enc, err := nodeManager.abi.Pack("unbonding", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnbonding is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xced4cd2e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unbonding(address account) view returns((uint192,uint64)[] entries)
func (nodeManager *NodeManager) TryPackUnbonding(account common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("unbonding", account)
}

// UnpackUnbonding is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xced4cd2e.
//
// Solidity: function unbonding(address account) view returns((uint192,uint64)[] entries)
func (nodeManager *NodeManager) UnpackUnbonding(data []byte) ([]UnbondingEntry, error) {
	out, err := nodeManager.abi.Unpack("unbonding", data)
	if err != nil {
		return *new([]UnbondingEntry), err
	}
	out0 := *abi.ConvertType(out[0], new([]UnbondingEntry)).(*[]UnbondingEntry)
	return out0, nil
}

// PackUnbondingPeriod is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6cf6d675.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unbondingPeriod() view returns(uint256)
func (nodeManager *NodeManager) PackUnbondingPeriod() []byte {
	enc, err := nodeManager.abi.Pack("unbondingPeriod")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnbondingPeriod is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6cf6d675.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unbondingPeriod() view returns(uint256)
func (nodeManager *NodeManager) TryPackUnbondingPeriod() ([]byte, error) {
	return nodeManager.abi.Pack("unbondingPeriod")
}

// UnpackUnbondingPeriod is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6cf6d675.
//
// Solidity: function unbondingPeriod() view returns(uint256)
func (nodeManager *NodeManager) UnpackUnbondingPeriod(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("unbondingPeriod", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUndelegate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45e863e0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function undelegate(uint256 amount, address node) returns()
func (nodeManager *NodeManager) PackUndelegate(amount *big.Int, node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("undelegate", amount, node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUndelegate is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x45e863e0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function undelegate(uint256 amount, address node) returns()
func (nodeManager *NodeManager) TryPackUndelegate(amount *big.Int, node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("undelegate", amount, node)
}

// PackUndelegateWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7b58953.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function undelegateWithdraw(uint256 amount, address node) returns()
func (nodeManager *NodeManager) PackUndelegateWithdraw(amount *big.Int, node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("undelegateWithdraw", amount, node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUndelegateWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe7b58953.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function undelegateWithdraw(uint256 amount, address node) returns()
func (nodeManager *NodeManager) TryPackUndelegateWithdraw(amount *big.Int, node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("undelegateWithdraw", amount, node)
}

// PackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (nodeManager *NodeManager) PackUpgradeTo(newImplementation common.Address) []byte {
	enc, err := nodeManager.abi.Pack("upgradeTo", newImplementation)
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
func (nodeManager *NodeManager) TryPackUpgradeTo(newImplementation common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("upgradeTo", newImplementation)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (nodeManager *NodeManager) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := nodeManager.abi.Pack("upgradeToAndCall", newImplementation, data)
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
func (nodeManager *NodeManager) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return nodeManager.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// PackUpsertNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2a52fef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upsertNode(string metadata_) returns()
func (nodeManager *NodeManager) PackUpsertNode(metadata string) []byte {
	enc, err := nodeManager.abi.Pack("upsertNode", metadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpsertNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb2a52fef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upsertNode(string metadata_) returns()
func (nodeManager *NodeManager) TryPackUpsertNode(metadata string) ([]byte, error) {
	return nodeManager.abi.Pack("upsertNode", metadata)
}

// PackUpsertNodeAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1204c486.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upsertNodeAdmin(address node, string metadata_) returns()
func (nodeManager *NodeManager) PackUpsertNodeAdmin(node common.Address, metadata string) []byte {
	enc, err := nodeManager.abi.Pack("upsertNodeAdmin", node, metadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpsertNodeAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1204c486.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upsertNodeAdmin(address node, string metadata_) returns()
func (nodeManager *NodeManager) TryPackUpsertNodeAdmin(node common.Address, metadata string) ([]byte, error) {
	return nodeManager.abi.Pack("upsertNodeAdmin", node, metadata)
}

// PackWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b19251a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function whitelist(address node) view returns(uint8)
func (nodeManager *NodeManager) PackWhitelist(node common.Address) []byte {
	enc, err := nodeManager.abi.Pack("whitelist", node)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWhitelist is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9b19251a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function whitelist(address node) view returns(uint8)
func (nodeManager *NodeManager) TryPackWhitelist(node common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("whitelist", node)
}

// UnpackWhitelist is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9b19251a.
//
// Solidity: function whitelist(address node) view returns(uint8)
func (nodeManager *NodeManager) UnpackWhitelist(data []byte) (uint8, error) {
	out, err := nodeManager.abi.Unpack("whitelist", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackWhitelistApproveNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5888799c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function whitelistApproveNode(address nodeAddress) returns()
func (nodeManager *NodeManager) PackWhitelistApproveNode(nodeAddress common.Address) []byte {
	enc, err := nodeManager.abi.Pack("whitelistApproveNode", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWhitelistApproveNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5888799c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function whitelistApproveNode(address nodeAddress) returns()
func (nodeManager *NodeManager) TryPackWhitelistApproveNode(nodeAddress common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("whitelistApproveNode", nodeAddress)
}

// PackWhitelistRejectNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2af57580.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function whitelistRejectNode(address nodeAddress) returns()
func (nodeManager *NodeManager) PackWhitelistRejectNode(nodeAddress common.Address) []byte {
	enc, err := nodeManager.abi.Pack("whitelistRejectNode", nodeAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWhitelistRejectNode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2af57580.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function whitelistRejectNode(address nodeAddress) returns()
func (nodeManager *NodeManager) TryPackWhitelistRejectNode(nodeAddress common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("whitelistRejectNode", nodeAddress)
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e1a7d4d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw(uint256 amount) returns()
func (nodeManager *NodeManager) PackWithdraw(amount *big.Int) []byte {
	enc, err := nodeManager.abi.Pack("withdraw", amount)
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
func (nodeManager *NodeManager) TryPackWithdraw(amount *big.Int) ([]byte, error) {
	return nodeManager.abi.Pack("withdraw", amount)
}

// PackWithdrawable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce513b6f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdrawable(address account) view returns(uint256)
func (nodeManager *NodeManager) PackWithdrawable(account common.Address) []byte {
	enc, err := nodeManager.abi.Pack("withdrawable", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdrawable is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xce513b6f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdrawable(address account) view returns(uint256)
func (nodeManager *NodeManager) TryPackWithdrawable(account common.Address) ([]byte, error) {
	return nodeManager.abi.Pack("withdrawable", account)
}

// UnpackWithdrawable is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xce513b6f.
//
// Solidity: function withdrawable(address account) view returns(uint256)
func (nodeManager *NodeManager) UnpackWithdrawable(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("withdrawable", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// NodeManagerInitialized represents a Initialized event raised by the NodeManager contract.
type NodeManagerInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeManagerInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (NodeManagerInitialized) ContractEventName() string {
	return NodeManagerInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (nodeManager *NodeManager) UnpackInitializedEvent(log *types.Log) (*NodeManagerInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerInitialized)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerNodeRemoved represents a NodeRemoved event raised by the NodeManager contract.
type NodeManagerNodeRemoved struct {
	NodeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeManagerNodeRemovedEventName = "NodeRemoved"

// ContractEventName returns the user-defined event name.
func (NodeManagerNodeRemoved) ContractEventName() string {
	return NodeManagerNodeRemovedEventName
}

// UnpackNodeRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeRemoved(address indexed nodeAddress)
func (nodeManager *NodeManager) UnpackNodeRemovedEvent(log *types.Log) (*NodeManagerNodeRemoved, error) {
	event := "NodeRemoved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerNodeRemoved)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerNodeUpdated represents a NodeUpdated event raised by the NodeManager contract.
type NodeManagerNodeUpdated struct {
	NodeAddress common.Address
	Metadata    string
	IsNew       bool
	LastSeen    *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeManagerNodeUpdatedEventName = "NodeUpdated"

// ContractEventName returns the user-defined event name.
func (NodeManagerNodeUpdated) ContractEventName() string {
	return NodeManagerNodeUpdatedEventName
}

// UnpackNodeUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeUpdated(address indexed nodeAddress, string metadata, bool indexed isNew, uint256 lastSeen)
func (nodeManager *NodeManager) UnpackNodeUpdatedEvent(log *types.Log) (*NodeManagerNodeUpdated, error) {
	event := "NodeUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerNodeUpdated)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerNodeWhitelistApproved represents a NodeWhitelistApproved event raised by the NodeManager contract.
type NodeManagerNodeWhitelistApproved struct {
	NodeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeManagerNodeWhitelistApprovedEventName = "NodeWhitelistApproved"

// ContractEventName returns the user-defined event name.
func (NodeManagerNodeWhitelistApproved) ContractEventName() string {
	return NodeManagerNodeWhitelistApprovedEventName
}

// UnpackNodeWhitelistApprovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeWhitelistApproved(address indexed nodeAddress)
func (nodeManager *NodeManager) UnpackNodeWhitelistApprovedEvent(log *types.Log) (*NodeManagerNodeWhitelistApproved, error) {
	event := "NodeWhitelistApproved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerNodeWhitelistApproved)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerNodeWhitelistRejected represents a NodeWhitelistRejected event raised by the NodeManager contract.
type NodeManagerNodeWhitelistRejected struct {
	NodeAddress common.Address
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeManagerNodeWhitelistRejectedEventName = "NodeWhitelistRejected"

// ContractEventName returns the user-defined event name.
func (NodeManagerNodeWhitelistRejected) ContractEventName() string {
	return NodeManagerNodeWhitelistRejectedEventName
}

// UnpackNodeWhitelistRejectedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NodeWhitelistRejected(address indexed nodeAddress)
func (nodeManager *NodeManager) UnpackNodeWhitelistRejectedEvent(log *types.Log) (*NodeManagerNodeWhitelistRejected, error) {
	event := "NodeWhitelistRejected"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerNodeWhitelistRejected)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerOwnershipTransferred represents a OwnershipTransferred event raised by the NodeManager contract.
type NodeManagerOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const NodeManagerOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (NodeManagerOwnershipTransferred) ContractEventName() string {
	return NodeManagerOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (nodeManager *NodeManager) UnpackOwnershipTransferredEvent(log *types.Log) (*NodeManagerOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerPublishPermissionFailed represents a PublishPermissionFailed event raised by the NodeManager contract.
type NodeManagerPublishPermissionFailed struct {
	StreamId string
	Node     common.Address
	Granted  bool
	Raw      *types.Log // Blockchain specific contextual infos
}

const NodeManagerPublishPermissionFailedEventName = "PublishPermissionFailed"

// ContractEventName returns the user-defined event name.
func (NodeManagerPublishPermissionFailed) ContractEventName() string {
	return NodeManagerPublishPermissionFailedEventName
}

// UnpackPublishPermissionFailedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PublishPermissionFailed(string streamId, address indexed node, bool granted)
func (nodeManager *NodeManager) UnpackPublishPermissionFailedEvent(log *types.Log) (*NodeManagerPublishPermissionFailed, error) {
	event := "PublishPermissionFailed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerPublishPermissionFailed)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerQueryManagerRegistered represents a QueryManagerRegistered event raised by the NodeManager contract.
type NodeManagerQueryManagerRegistered struct {
	QueryManager common.Address
	Raw          *types.Log // Blockchain specific contextual infos
}

const NodeManagerQueryManagerRegisteredEventName = "QueryManagerRegistered"

// ContractEventName returns the user-defined event name.
func (NodeManagerQueryManagerRegistered) ContractEventName() string {
	return NodeManagerQueryManagerRegisteredEventName
}

// UnpackQueryManagerRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event QueryManagerRegistered(address indexed queryManager)
func (nodeManager *NodeManager) UnpackQueryManagerRegisteredEvent(log *types.Log) (*NodeManagerQueryManagerRegistered, error) {
	event := "QueryManagerRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerQueryManagerRegistered)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerReportManagerRegistered represents a ReportManagerRegistered event raised by the NodeManager contract.
type NodeManagerReportManagerRegistered struct {
	ReportManager common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const NodeManagerReportManagerRegisteredEventName = "ReportManagerRegistered"

// ContractEventName returns the user-defined event name.
func (NodeManagerReportManagerRegistered) ContractEventName() string {
	return NodeManagerReportManagerRegisteredEventName
}

// UnpackReportManagerRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ReportManagerRegistered(address indexed reportManager)
func (nodeManager *NodeManager) UnpackReportManagerRegisteredEvent(log *types.Log) (*NodeManagerReportManagerRegistered, error) {
	event := "ReportManagerRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerReportManagerRegistered)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerRequiresWhitelistChanged represents a RequiresWhitelistChanged event raised by the NodeManager contract.
type NodeManagerRequiresWhitelistChanged struct {
	Value bool
	Raw   *types.Log // Blockchain specific contextual infos
}

const NodeManagerRequiresWhitelistChangedEventName = "RequiresWhitelistChanged"

// ContractEventName returns the user-defined event name.
func (NodeManagerRequiresWhitelistChanged) ContractEventName() string {
	return NodeManagerRequiresWhitelistChangedEventName
}

// UnpackRequiresWhitelistChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RequiresWhitelistChanged(bool indexed value)
func (nodeManager *NodeManager) UnpackRequiresWhitelistChangedEvent(log *types.Log) (*NodeManagerRequiresWhitelistChanged, error) {
	event := "RequiresWhitelistChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerRequiresWhitelistChanged)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerRoleGranted represents a RoleGranted event raised by the NodeManager contract.
type NodeManagerRoleGranted struct {
	Role    uint8
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeManagerRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (NodeManagerRoleGranted) ContractEventName() string {
	return NodeManagerRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(uint8 indexed role, address indexed account, address indexed sender)
func (nodeManager *NodeManager) UnpackRoleGrantedEvent(log *types.Log) (*NodeManagerRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerRoleGranted)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerRoleRevoked represents a RoleRevoked event raised by the NodeManager contract.
type NodeManagerRoleRevoked struct {
	Role    uint8
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeManagerRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (NodeManagerRoleRevoked) ContractEventName() string {
	return NodeManagerRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(uint8 indexed role, address indexed account, address indexed sender)
func (nodeManager *NodeManager) UnpackRoleRevokedEvent(log *types.Log) (*NodeManagerRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerRoleRevoked)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerStakeDelegateUpdated represents a StakeDelegateUpdated event raised by the NodeManager contract.
type NodeManagerStakeDelegateUpdated struct {
	Delegate       common.Address
	Node           common.Address
	Amount         *big.Int
	TotalStake     *big.Int
	TotalDelegated *big.Int
	Delegated      bool
	Raw            *types.Log // Blockchain specific contextual infos
}

const NodeManagerStakeDelegateUpdatedEventName = "StakeDelegateUpdated"

// ContractEventName returns the user-defined event name.
func (NodeManagerStakeDelegateUpdated) ContractEventName() string {
	return NodeManagerStakeDelegateUpdatedEventName
}

// UnpackStakeDelegateUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StakeDelegateUpdated(address indexed delegate, address indexed node, uint256 amount, uint256 totalStake, uint256 totalDelegated, bool delegated)
func (nodeManager *NodeManager) UnpackStakeDelegateUpdatedEvent(log *types.Log) (*NodeManagerStakeDelegateUpdated, error) {
	event := "StakeDelegateUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerStakeDelegateUpdated)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerStaked represents a Staked event raised by the NodeManager contract.
type NodeManagerStaked struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeManagerStakedEventName = "Staked"

// ContractEventName returns the user-defined event name.
func (NodeManagerStaked) ContractEventName() string {
	return NodeManagerStakedEventName
}

// UnpackStakedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Staked(address indexed account, uint256 amount)
func (nodeManager *NodeManager) UnpackStakedEvent(log *types.Log) (*NodeManagerStaked, error) {
	event := "Staked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerStaked)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerStoreManagerRegistered represents a StoreManagerRegistered event raised by the NodeManager contract.
type NodeManagerStoreManagerRegistered struct {
	StoreManager common.Address
	Raw          *types.Log // Blockchain specific contextual infos
}

const NodeManagerStoreManagerRegisteredEventName = "StoreManagerRegistered"

// ContractEventName returns the user-defined event name.
func (NodeManagerStoreManagerRegistered) ContractEventName() string {
	return NodeManagerStoreManagerRegisteredEventName
}

// UnpackStoreManagerRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StoreManagerRegistered(address indexed storeManager)
func (nodeManager *NodeManager) UnpackStoreManagerRegisteredEvent(log *types.Log) (*NodeManagerStoreManagerRegistered, error) {
	event := "StoreManagerRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerStoreManagerRegistered)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerStreamAdded represents a StreamAdded event raised by the NodeManager contract.
type NodeManagerStreamAdded struct {
	Key                string
	Path               string
	MetadataJsonString string
	StreamId           string
	Raw                *types.Log // Blockchain specific contextual infos
}

const NodeManagerStreamAddedEventName = "StreamAdded"

// ContractEventName returns the user-defined event name.
func (NodeManagerStreamAdded) ContractEventName() string {
	return NodeManagerStreamAddedEventName
}

// UnpackStreamAddedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StreamAdded(string key, string path, string metadataJsonString, string streamId)
func (nodeManager *NodeManager) UnpackStreamAddedEvent(log *types.Log) (*NodeManagerStreamAdded, error) {
	event := "StreamAdded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerStreamAdded)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerStreamRemoved represents a StreamRemoved event raised by the NodeManager contract.
type NodeManagerStreamRemoved struct {
	Key                string
	Path               string
	MetadataJsonString string
	StreamId           string
	Raw                *types.Log // Blockchain specific contextual infos
}

const NodeManagerStreamRemovedEventName = "StreamRemoved"

// ContractEventName returns the user-defined event name.
func (NodeManagerStreamRemoved) ContractEventName() string {
	return NodeManagerStreamRemovedEventName
}

// UnpackStreamRemovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StreamRemoved(string key, string path, string metadataJsonString, string streamId)
func (nodeManager *NodeManager) UnpackStreamRemovedEvent(log *types.Log) (*NodeManagerStreamRemoved, error) {
	event := "StreamRemoved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerStreamRemoved)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerTreasuryWithdrawn represents a TreasuryWithdrawn event raised by the NodeManager contract.
type NodeManagerTreasuryWithdrawn struct {
	To     common.Address
	Amount *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const NodeManagerTreasuryWithdrawnEventName = "TreasuryWithdrawn"

// ContractEventName returns the user-defined event name.
func (NodeManagerTreasuryWithdrawn) ContractEventName() string {
	return NodeManagerTreasuryWithdrawnEventName
}

// UnpackTreasuryWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TreasuryWithdrawn(address indexed to, uint256 amount)
func (nodeManager *NodeManager) UnpackTreasuryWithdrawnEvent(log *types.Log) (*NodeManagerTreasuryWithdrawn, error) {
	event := "TreasuryWithdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerTreasuryWithdrawn)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerUnbondingPeriodChanged represents a UnbondingPeriodChanged event raised by the NodeManager contract.
type NodeManagerUnbondingPeriodChanged struct {
	Period *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const NodeManagerUnbondingPeriodChangedEventName = "UnbondingPeriodChanged"

// ContractEventName returns the user-defined event name.
func (NodeManagerUnbondingPeriodChanged) ContractEventName() string {
	return NodeManagerUnbondingPeriodChangedEventName
}

// UnpackUnbondingPeriodChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UnbondingPeriodChanged(uint256 period)
func (nodeManager *NodeManager) UnpackUnbondingPeriodChangedEvent(log *types.Log) (*NodeManagerUnbondingPeriodChanged, error) {
	event := "UnbondingPeriodChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerUnbondingPeriodChanged)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerUnbondingStarted represents a UnbondingStarted event raised by the NodeManager contract.
type NodeManagerUnbondingStarted struct {
	Account     common.Address
	Amount      *big.Int
	ReleaseTime *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const NodeManagerUnbondingStartedEventName = "UnbondingStarted"

// ContractEventName returns the user-defined event name.
func (NodeManagerUnbondingStarted) ContractEventName() string {
	return NodeManagerUnbondingStartedEventName
}

// UnpackUnbondingStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UnbondingStarted(address indexed account, uint256 amount, uint256 releaseTime)
func (nodeManager *NodeManager) UnpackUnbondingStartedEvent(log *types.Log) (*NodeManagerUnbondingStarted, error) {
	event := "UnbondingStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerUnbondingStarted)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerUpgraded represents a Upgraded event raised by the NodeManager contract.
type NodeManagerUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const NodeManagerUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (NodeManagerUpgraded) ContractEventName() string {
	return NodeManagerUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (nodeManager *NodeManager) UnpackUpgradedEvent(log *types.Log) (*NodeManagerUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerUpgraded)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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

// NodeManagerWithdrawn represents a Withdrawn event raised by the NodeManager contract.
type NodeManagerWithdrawn struct {
	Account common.Address
	Amount  *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const NodeManagerWithdrawnEventName = "Withdrawn"

// ContractEventName returns the user-defined event name.
func (NodeManagerWithdrawn) ContractEventName() string {
	return NodeManagerWithdrawnEventName
}

// UnpackWithdrawnEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Withdrawn(address indexed account, uint256 amount)
func (nodeManager *NodeManager) UnpackWithdrawnEvent(log *types.Log) (*NodeManagerWithdrawn, error) {
	event := "Withdrawn"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != nodeManager.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(NodeManagerWithdrawn)
	if len(log.Data) > 0 {
		if err := nodeManager.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range nodeManager.abi.Events[event].Inputs {
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
func (nodeManager *NodeManager) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return nodeManager.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return nodeManager.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return nodeManager.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return nodeManager.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return nodeManager.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["LastAdmin"].ID.Bytes()[:4]) {
		return nodeManager.UnpackLastAdminError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["NotEnoughGas"].ID.Bytes()[:4]) {
		return nodeManager.UnpackNotEnoughGasError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return nodeManager.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return nodeManager.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return nodeManager.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return nodeManager.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["SafeCastOverflowedUintDowncast"].ID.Bytes()[:4]) {
		return nodeManager.UnpackSafeCastOverflowedUintDowncastError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return nodeManager.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["StringsInsufficientHexLength"].ID.Bytes()[:4]) {
		return nodeManager.UnpackStringsInsufficientHexLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["TooManySystemStreams"].ID.Bytes()[:4]) {
		return nodeManager.UnpackTooManySystemStreamsError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return nodeManager.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return nodeManager.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["UnbondingPeriodTooLong"].ID.Bytes()[:4]) {
		return nodeManager.UnpackUnbondingPeriodTooLongError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// NodeManagerAddressEmptyCode represents a AddressEmptyCode error raised by the NodeManager contract.
type NodeManagerAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func NodeManagerAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (nodeManager *NodeManager) UnpackAddressEmptyCodeError(raw []byte) (*NodeManagerAddressEmptyCode, error) {
	out := new(NodeManagerAddressEmptyCode)
	if err := nodeManager.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the NodeManager contract.
type NodeManagerERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func NodeManagerERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (nodeManager *NodeManager) UnpackERC1967InvalidImplementationError(raw []byte) (*NodeManagerERC1967InvalidImplementation, error) {
	out := new(NodeManagerERC1967InvalidImplementation)
	if err := nodeManager.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerERC1967NonPayable represents a ERC1967NonPayable error raised by the NodeManager contract.
type NodeManagerERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func NodeManagerERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (nodeManager *NodeManager) UnpackERC1967NonPayableError(raw []byte) (*NodeManagerERC1967NonPayable, error) {
	out := new(NodeManagerERC1967NonPayable)
	if err := nodeManager.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerFailedCall represents a FailedCall error raised by the NodeManager contract.
type NodeManagerFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func NodeManagerFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (nodeManager *NodeManager) UnpackFailedCallError(raw []byte) (*NodeManagerFailedCall, error) {
	out := new(NodeManagerFailedCall)
	if err := nodeManager.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerInvalidInitialization represents a InvalidInitialization error raised by the NodeManager contract.
type NodeManagerInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func NodeManagerInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (nodeManager *NodeManager) UnpackInvalidInitializationError(raw []byte) (*NodeManagerInvalidInitialization, error) {
	out := new(NodeManagerInvalidInitialization)
	if err := nodeManager.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerLastAdmin represents a LastAdmin error raised by the NodeManager contract.
type NodeManagerLastAdmin struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error LastAdmin(address account)
func NodeManagerLastAdminErrorID() common.Hash {
	return common.HexToHash("0x56aae60b547fae265ac4db27c5a31bf3e1cf1f3519450d28787a431febc5d3ee")
}

// UnpackLastAdminError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error LastAdmin(address account)
func (nodeManager *NodeManager) UnpackLastAdminError(raw []byte) (*NodeManagerLastAdmin, error) {
	out := new(NodeManagerLastAdmin)
	if err := nodeManager.abi.UnpackIntoInterface(out, "LastAdmin", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerNotEnoughGas represents a NotEnoughGas error raised by the NodeManager contract.
type NodeManagerNotEnoughGas struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotEnoughGas()
func NodeManagerNotEnoughGasErrorID() common.Hash {
	return common.HexToHash("0xdd629f8664827703a13438883cba7294fb2b2057f7fa393127a266a71f468b41")
}

// UnpackNotEnoughGasError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotEnoughGas()
func (nodeManager *NodeManager) UnpackNotEnoughGasError(raw []byte) (*NodeManagerNotEnoughGas, error) {
	out := new(NodeManagerNotEnoughGas)
	if err := nodeManager.abi.UnpackIntoInterface(out, "NotEnoughGas", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerNotInitializing represents a NotInitializing error raised by the NodeManager contract.
type NodeManagerNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func NodeManagerNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (nodeManager *NodeManager) UnpackNotInitializingError(raw []byte) (*NodeManagerNotInitializing, error) {
	out := new(NodeManagerNotInitializing)
	if err := nodeManager.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the NodeManager contract.
type NodeManagerOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func NodeManagerOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (nodeManager *NodeManager) UnpackOwnableInvalidOwnerError(raw []byte) (*NodeManagerOwnableInvalidOwner, error) {
	out := new(NodeManagerOwnableInvalidOwner)
	if err := nodeManager.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the NodeManager contract.
type NodeManagerOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func NodeManagerOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (nodeManager *NodeManager) UnpackOwnableUnauthorizedAccountError(raw []byte) (*NodeManagerOwnableUnauthorizedAccount, error) {
	out := new(NodeManagerOwnableUnauthorizedAccount)
	if err := nodeManager.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the NodeManager contract.
type NodeManagerReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func NodeManagerReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (nodeManager *NodeManager) UnpackReentrancyGuardReentrantCallError(raw []byte) (*NodeManagerReentrancyGuardReentrantCall, error) {
	out := new(NodeManagerReentrancyGuardReentrantCall)
	if err := nodeManager.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerSafeCastOverflowedUintDowncast represents a SafeCastOverflowedUintDowncast error raised by the NodeManager contract.
type NodeManagerSafeCastOverflowedUintDowncast struct {
	Bits  uint8
	Value *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func NodeManagerSafeCastOverflowedUintDowncastErrorID() common.Hash {
	return common.HexToHash("0x6dfcc6503a32754ce7a89698e18201fc5294fd4aad43edefee786f88423b1a12")
}

// UnpackSafeCastOverflowedUintDowncastError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeCastOverflowedUintDowncast(uint8 bits, uint256 value)
func (nodeManager *NodeManager) UnpackSafeCastOverflowedUintDowncastError(raw []byte) (*NodeManagerSafeCastOverflowedUintDowncast, error) {
	out := new(NodeManagerSafeCastOverflowedUintDowncast)
	if err := nodeManager.abi.UnpackIntoInterface(out, "SafeCastOverflowedUintDowncast", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the NodeManager contract.
type NodeManagerSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func NodeManagerSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (nodeManager *NodeManager) UnpackSafeERC20FailedOperationError(raw []byte) (*NodeManagerSafeERC20FailedOperation, error) {
	out := new(NodeManagerSafeERC20FailedOperation)
	if err := nodeManager.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerStringsInsufficientHexLength represents a StringsInsufficientHexLength error raised by the NodeManager contract.
type NodeManagerStringsInsufficientHexLength struct {
	Value  *big.Int
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringsInsufficientHexLength(uint256 value, uint256 length)
func NodeManagerStringsInsufficientHexLengthErrorID() common.Hash {
	return common.HexToHash("0xe22e27eb9593f9947dc34771120a3349dd201c662753f0b60502fc1d8e422233")
}

// UnpackStringsInsufficientHexLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringsInsufficientHexLength(uint256 value, uint256 length)
func (nodeManager *NodeManager) UnpackStringsInsufficientHexLengthError(raw []byte) (*NodeManagerStringsInsufficientHexLength, error) {
	out := new(NodeManagerStringsInsufficientHexLength)
	if err := nodeManager.abi.UnpackIntoInterface(out, "StringsInsufficientHexLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerTooManySystemStreams represents a TooManySystemStreams error raised by the NodeManager contract.
type NodeManagerTooManySystemStreams struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TooManySystemStreams()
func NodeManagerTooManySystemStreamsErrorID() common.Hash {
	return common.HexToHash("0xc651efbef3949e512c8e44e8e33febc355a9a30c0d219c00ddc05672ed318d5d")
}

// UnpackTooManySystemStreamsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TooManySystemStreams()
func (nodeManager *NodeManager) UnpackTooManySystemStreamsError(raw []byte) (*NodeManagerTooManySystemStreams, error) {
	out := new(NodeManagerTooManySystemStreams)
	if err := nodeManager.abi.UnpackIntoInterface(out, "TooManySystemStreams", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the NodeManager contract.
type NodeManagerUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func NodeManagerUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (nodeManager *NodeManager) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*NodeManagerUUPSUnauthorizedCallContext, error) {
	out := new(NodeManagerUUPSUnauthorizedCallContext)
	if err := nodeManager.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the NodeManager contract.
type NodeManagerUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func NodeManagerUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (nodeManager *NodeManager) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*NodeManagerUUPSUnsupportedProxiableUUID, error) {
	out := new(NodeManagerUUPSUnsupportedProxiableUUID)
	if err := nodeManager.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// NodeManagerUnbondingPeriodTooLong represents a UnbondingPeriodTooLong error raised by the NodeManager contract.
type NodeManagerUnbondingPeriodTooLong struct {
	Period *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UnbondingPeriodTooLong(uint256 period)
func NodeManagerUnbondingPeriodTooLongErrorID() common.Hash {
	return common.HexToHash("0x5392fde3b291d1c6039f44ba246b68f6aba82eb4e93052840b1fcdc56414cdfd")
}

// UnpackUnbondingPeriodTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UnbondingPeriodTooLong(uint256 period)
func (nodeManager *NodeManager) UnpackUnbondingPeriodTooLongError(raw []byte) (*NodeManagerUnbondingPeriodTooLong, error) {
	out := new(NodeManagerUnbondingPeriodTooLong)
	if err := nodeManager.abi.UnpackIntoInterface(out, "UnbondingPeriodTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}
