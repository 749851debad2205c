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
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"LastAdmin\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"MetadataTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotEnoughGas\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint8\",\"name\":\"bits\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"SafeCastOverflowedUintDowncast\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"StringsInsufficientHexLength\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"TooManySystemStreams\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"period\",\"type\":\"uint256\"}],\"name\":\"UnbondingPeriodTooLong\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeRemoved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"bool\",\"name\":\"isNew\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"}],\"name\":\"NodeUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeWhitelistApproved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"NodeWhitelistRejected\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"granted\",\"type\":\"bool\"}],\"name\":\"PublishPermissionFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"queryManager\",\"type\":\"address\"}],\"name\":\"QueryManagerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"reportManager\",\"type\":\"address\"}],\"name\":\"ReportManagerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"name\":\"RequiresWhitelistChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"delegate\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalStake\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"totalDelegated\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"delegated\",\"type\":\"bool\"}],\"name\":\"StakeDelegateUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Staked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"storeManager\",\"type\":\"address\"}],\"name\":\"StoreManagerRegistered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"path\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"StreamAdded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"path\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"StreamRemoved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"TreasuryWithdrawn\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"period\",\"type\":\"uint256\"}],\"name\":\"UnbondingPeriodChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"releaseTime\",\"type\":\"uint256\"}],\"name\":\"UnbondingStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Withdrawn\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"DEFAULT_UNBONDING_PERIOD\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_METADATA_BYTES\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_SYSTEM_STREAMS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_UNBONDING_PERIOD\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"NODES_AT_CREATION\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PERMISSION_GAS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamPath\",\"type\":\"string\"}],\"name\":\"_generateStreamId\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"adminCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"path\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"}],\"name\":\"createStream\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"delegate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"delegatesOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"}],\"name\":\"deleteStream\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getAllStreams\",\"outputs\":[{\"internalType\":\"string[]\",\"name\":\"\",\"type\":\"string[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"enumRankedAccess.Role\",\"name\":\"role\",\"type\":\"uint8\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"headNode\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"requiresWhitelist_\",\"type\":\"bool\"},{\"internalType\":\"address\",\"name\":\"stakeTokenAddress_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"stakeRequiredAmount_\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"streamrRegistryAddress_\",\"type\":\"address\"},{\"internalType\":\"address[]\",\"name\":\"initialNodes\",\"type\":\"address[]\"},{\"internalType\":\"string[]\",\"name\":\"initialMetadata\",\"type\":\"string[]\"},{\"internalType\":\"string[3][]\",\"name\":\"initialStreams\",\"type\":\"string[3][]\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"isStaked\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"metadata_\",\"type\":\"string\"}],\"name\":\"join\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"kickNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"leave\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"nodeAddresses\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"resultAddresses\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"offset\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"limit\",\"type\":\"uint256\"}],\"name\":\"nodePage\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"addresses\",\"type\":\"address[]\"},{\"internalType\":\"string[]\",\"name\":\"metadata\",\"type\":\"string[]\"},{\"internalType\":\"uint256[]\",\"name\":\"stakes\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"nodeStake\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"nodes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"lastSeen\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"next\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"prev\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"stake\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"queryManager\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"refreshPermissions\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"contractAddress\",\"type\":\"address\"}],\"name\":\"registerQueryManager\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"contractAddress\",\"type\":\"address\"}],\"name\":\"registerReportManager\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"contractAddress\",\"type\":\"address\"}],\"name\":\"registerStoreManager\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"removeNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"removeNodeAdmin\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"reportManager\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"requiresWhitelist\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"roles\",\"outputs\":[{\"internalType\":\"enumRankedAccess.Role\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bool\",\"name\":\"value\",\"type\":\"bool\"}],\"name\":\"setRequiresWhitelist\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"period\",\"type\":\"uint256\"}],\"name\":\"setUnbondingPeriod\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"stake\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"stakeAndDelegate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"stakeRequiredAmount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"stakeTokenAddress\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"offset\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"limit\",\"type\":\"uint256\"}],\"name\":\"stakedNodes\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"staked\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"startBlockNumber\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"storeManager\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"streamExists\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"key_\",\"type\":\"string\"}],\"name\":\"streamInformation\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"key\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"path\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"}],\"name\":\"streams\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"tailNode\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalNodes\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"treasurySupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"treasuryWithdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"unbonding\",\"outputs\":[{\"components\":[{\"internalType\":\"uint192\",\"name\":\"amount\",\"type\":\"uint192\"},{\"internalType\":\"uint64\",\"name\":\"releaseTime\",\"type\":\"uint64\"}],\"internalType\":\"structUnbonding.Entry[]\",\"name\":\"entries\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unbondingPeriod\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"undelegate\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"undelegateWithdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"upgradeTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"metadata_\",\"type\":\"string\"}],\"name\":\"upsertNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"metadata_\",\"type\":\"string\"}],\"name\":\"upsertNodeAdmin\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"node\",\"type\":\"address\"}],\"name\":\"whitelist\",\"outputs\":[{\"internalType\":\"enumNodeManager.WhitelistState\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"whitelistApproveNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"nodeAddress\",\"type\":\"address\"}],\"name\":\"whitelistRejectNode\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"withdrawable\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"}]",
	ID:  "NodeManager",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b608051615b9a6100f95f395f818161316a0152818161319301526132bc0152615b9a5ff3fe608060405260043610610416575f3560e01c806370a0823111610220578063b043f6ba11610129578063d0d3f5ba116100b3578063e7b5895311610078578063e7b5895314610cb1578063e8d88aba14610cd0578063f2fde38b14610cef578063fe500b6e14610d0e578063fed30ac714610d24575f5ffd5b8063d0d3f5ba14610c28578063d5c7096614610c3c578063d66d9e1914610c50578063dcc1a49a14610c64578063e5de625514610c83575f5ffd5b8063c30649ba116100f9578063c30649ba14610b80578063cc54421a14610b9f578063cd23d26814610bbe578063ce513b6f14610bdd578063ced4cd2e14610bfc575f5ffd5b8063b043f6ba14610ae5578063b2a52fef14610b11578063bfdf086614610b30578063c10b522214610b6c575f5ffd5b80638ee6535f116101aa578063a5ee5b411161017a578063a5ee5b4114610a44578063a694fc3a14610a58578063abad29a814610a77578063ad3cb1cc14610a96578063ae68f21014610ac6575f5ffd5b80638ee6535f146109c45780639592d424146109d857806399374642146109ec5780639b19251a14610a18575f5ffd5b806379e574cb116101f057806379e574cb1461091557806380e52e3f146109345780638ce15586146109535780638da5cb5b146109725780638e445d33146109ae575f5ffd5b806370a08231146108a4578063715018a6146108c3578063735e6c7a146108d757806375ed25dc146108f6575f5ffd5b80633cfb3d8a116103225780635d5664e1116102ac57806364d60d911161027c57806364d60d91146107f7578063652671391461082357806366cdbcf2146108425780636bfff682146108715780636cf6d67514610890575f5ffd5b80635d5664e1146107865780635fc1a4b8146107a55780636177fd18146107b95780636453cbd7146107d8575f5ffd5b8063498a4c2d116102f2578063498a4c2d146106f95780634f1ef2861461072c57806350d850771461073f57806352d1902d146107535780635888799c14610767575f5ffd5b80633cfb3d8a146106605780634108ed151461067f57806345e863e01461069e57806346c198f6146106bd575f5ffd5b80631f7979a2116103a35780632b7832b3116103735780632b7832b3146105d95780632e1a7d4d146105ed5780633659cfe61461060c57806337fa92b61461062b5780633bd84c0c1461063f575f5ffd5b80631f7979a21461057057806320a59a031461058557806327c57e6e146105a45780632af57580146105ba575f5ffd5b8063114eaf55116103e9578063114eaf55146104c05780631204c486146104df57806318160ddd146104fe578063189a5a17146105205780631ad603d014610551575f5ffd5b80630106395f1461041a57806301ffc9a71461044b57806308bbb8241461048b5780630a6c8cb8146104ac575b5f5ffd5b348015610425575f5ffd5b5061042e610d38565b6040516001600160a01b0390911681526020015b60405180910390f35b348015610456575f5ffd5b5061047b610465366004614c03565b6001600160e01b0319166301ffc9a760e01b1490565b6040519015158152602001610442565b348015610496575f5ffd5b506104aa6104a5366004614c45565b610d50565b005b3480156104b7575f5ffd5b5061042e610d77565b3480156104cb575f5ffd5b506104aa6104da366004614c6f565b610d92565b3480156104ea575f5ffd5b506104aa6104f9366004614cca565b610e2f565b348015610509575f5ffd5b50610512610e98565b604051908152602001610442565b34801561052b575f5ffd5b5061053f61053a366004614d18565b610eaa565b60405161044296959493929190614d5f565b34801561055c575f5ffd5b506104aa61056b366004614d18565b61100a565b34801561057b575f5ffd5b5061051261100081565b348015610590575f5ffd5b506104aa61059f366004614dbb565b611038565b3480156105af575f5ffd5b5061051262061a8081565b3480156105c5575f5ffd5b506104aa6105d4366004614d18565b611092565b3480156105e4575f5ffd5b506105126110a6565b3480156105f8575f5ffd5b506104aa610607366004614c6f565b6110bf565b348015610617575f5ffd5b506104aa610626366004614d18565b6110e3565b348015610636575f5ffd5b50610512602081565b34801561064a575f5ffd5b506106536110fb565b6040516104429190614e30565b34801561066b575f5ffd5b506104aa61067a366004614e42565b6111de565b34801561068a575f5ffd5b506104aa610699366004614d18565b61125f565b3480156106a9575f5ffd5b506104aa6106b8366004614c45565b6112ad565b3480156106c8575f5ffd5b507fce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a01546001600160a01b031661042e565b348015610704575f5ffd5b507fce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a0454610512565b6104aa61073a366004614f34565b6112bf565b34801561074a575f5ffd5b50610512601081565b34801561075e575f5ffd5b506105126112da565b348015610772575f5ffd5b506104aa610781366004614d18565b6112f5565b348015610791575f5ffd5b506104aa6107a0366004614f91565b61137b565b3480156107b0575f5ffd5b50610512611390565b3480156107c4575f5ffd5b5061047b6107d3366004614d18565b6113a2565b3480156107e3575f5ffd5b506104aa6107f2366004614fbe565b6113d1565b348015610802575f5ffd5b50610816610811366004614c6f565b61141f565b6040516104429190614ffc565b34801561082e575f5ffd5b506104aa61083d366004614c6f565b6114d9565b34801561084d575f5ffd5b5061086161085c366004614fbe565b611588565b604051610442949392919061500e565b34801561087c575f5ffd5b5061081661088b366004615076565b61177f565b34801561089b575f5ffd5b506105126117b2565b3480156108af575f5ffd5b506105126108be366004614d18565b6117d1565b3480156108ce575f5ffd5b506104aa6117fd565b3480156108e2575f5ffd5b506104aa6108f1366004614c45565b611810565b348015610901575f5ffd5b506104aa610910366004614d18565b61183d565b348015610920575f5ffd5b506104aa61092f366004614d18565b61189a565b34801561093f575f5ffd5b506104aa61094e366004614d18565b6118f7565b34801561095e575f5ffd5b506104aa61096d366004614d18565b61190b565b34801561097d575f5ffd5b507f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031661042e565b3480156109b9575f5ffd5b506105126276a70081565b3480156109cf575f5ffd5b5061042e61191e565b3480156109e3575f5ffd5b50610512611939565b3480156109f7575f5ffd5b50610a0b610a06366004614d18565b61194d565b60405161044291906150bb565b348015610a23575f5ffd5b50610a37610a32366004614d18565b611976565b60405161044291906150d5565b348015610a4f575f5ffd5b5061047b6119a3565b348015610a63575f5ffd5b506104aa610a72366004614c6f565b6119bc565b348015610a82575f5ffd5b50610512610a913660046150e9565b6119d6565b348015610aa1575f5ffd5b50610816604051806040016040528060058152602001640352e302e360dc1b81525081565b348015610ad1575f5ffd5b5061047b610ae0366004614fbe565b611a0e565b348015610af0575f5ffd5b50610b04610aff366004615103565b611a92565b6040516104429190615166565b348015610b1c575f5ffd5b506104aa610b2b366004614fbe565b611bea565b348015610b3b575f5ffd5b507fce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a02546001600160a01b031661042e565b348015610b77575f5ffd5b50610b04611c42565b348015610b8b575f5ffd5b506104aa610b9a366004615364565b611c64565b348015610baa575f5ffd5b506104aa610bb936600461543a565b611f85565b348015610bc9575f5ffd5b50610512610bd8366004614d18565b6120ca565b348015610be8575f5ffd5b50610512610bf7366004614d18565b6120f3565b348015610c07575f5ffd5b50610c1b610c16366004614d18565b61211f565b60405161044291906154d6565b348015610c33575f5ffd5b506104aa6121bb565b348015610c47575f5ffd5b506105126121dd565b348015610c5b575f5ffd5b506104aa6121e6565b348015610c6f575f5ffd5b506104aa610c7e366004614d18565b612244565b348015610c8e575f5ffd5b50610ca2610c9d366004615103565b6122a5565b60405161044293929190615536565b348015610cbc575f5ffd5b506104aa610ccb366004614c45565b61247d565b348015610cdb575f5ffd5b506104aa610cea366004614d18565b6124b8565b348015610cfa575f5ffd5b506104aa610d09366004614d18565b612515565b348015610d19575f5ffd5b5061051262093a8081565b348015610d2f575f5ffd5b5061042e61254f565b5f610d4161256a565b546001600160a01b0316919050565b610d5861258e565b610d6282826125c3565b610d6b8161275d565b610d736127b9565b5050565b5f610d8061256a565b600801546001600160a01b0316919050565b610d9a6127e3565b6276a700811115610dc657604051635392fde360e01b8152600481018290526024015b60405180910390fd5b80610dcf61256a565b80546001600160401b0392909216600160a81b0267ffffffffffffffff60a81b199092169190911790556040518181527f973ab1df0c9b2165dcb81d574979367ab11356799b8d4d088bc243ffe2a79a8e9060200160405180910390a150565b6002610e3a8161283e565b610e4261258e565b610e818484848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128b892505050565b610e8a8461275d565b610e926127b9565b50505050565b5f610ea161256a565b60020154905090565b5f606081808080805f516020615b7a5f395f51905f526001600160a01b0389165f908152602082905260409020600181015491925090600160a01b90046001600160401b031615610f2757600181810154610f1a90600585019063ffffffff600160e01b90910481169061296616565b610f2491906155b3565b97505b60018101546002820154600383015483548b938593600160a01b82046001600160401b0316936001600160a01b039283169392909116918590610f69906155c6565b80601f0160208091040260200160405190810160405280929190818152602001828054610f95906155c6565b8015610fe05780601f10610fb757610100808354040283529160200191610fe0565b820191905f5260205f20905b815481529060010190602001808311610fc357829003601f168201915b50505050509450836001600160401b03169350975097509750975097509750505091939550919395565b60026110158161283e565b61101d61258e565b6110268261299e565b61102f82612a18565b610d6b8261275d565b6110406127e3565b8061104961256a565b8054911515600160a01b0260ff60a01b19909216919091179055604051811515907f7623db9c426686f05cec977c4cadb8ff9657502540ca665ae347731114dac69d905f90a250565b600261109d8161283e565b610d738261299e565b5f5f516020615b5a5f395f51905f525b60010154905090565b6110c761258e565b6110d86110d382612c28565b612cbf565b6110e06127b9565b50565b6110e08160405180602001604052805f8152506112bf565b60605f516020615b1a5f395f51905f52600101805480602002602001604051908101604052809291908181526020015f905b828210156111d5578382905f5260205f2001805461114a906155c6565b80601f0160208091040260200160405190810160405280929190818152602001828054611176906155c6565b80156111c15780601f10611198576101008083540402835291602001916111c1565b820191905f5260205f20905b8154815290600101906020018083116111a457829003601f168201915b50505050508152602001906001019061112d565b50505050905090565b6111e661258e565b6111ee612cdd565b61122d3383838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128b892505050565b61123683612d65565b61124083336125c3565b6112493361275d565b61125283612e2b565b61125a6127b9565b505050565b61126761258e565b5f611271826113a2565b90508061127d83612e4b565b6002018054911515600160a01b0260ff60a01b199092169190911790556112a48282612e70565b506110e06127b9565b6112b561258e565b610d628282612f92565b6112c761315f565b6112d0826131ed565b610d7382826131f5565b5f6112e36132b1565b505f516020615b3a5f395f51905f5290565b60026113008161283e565b600161130a61256a565b6001600160a01b0384165f90815260049190910160205260409020805460ff1916600183600281111561133f5761133f6150a7565b02179055506040516001600160a01b038316907fdfe83f699699403a4b116b6f9504680228c3f319bbf5ab26b48a81d3005d98b2905f90a25050565b60036113868161283e565b61125a82846132fa565b5f61139961256a565b60030154905090565b5f6113ac82613460565b80156113cb57506113bb61256a565b600101546113c8836120ca565b10155b92915050565b6113d96127e3565b6113e161258e565b610d6b82828080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061349b92505050565b60605f516020615b1a5f395f51905f526001018281548110611443576114436155fe565b905f5260205f20018054611456906155c6565b80601f0160208091040260200160405190810160405280929190818152602001828054611482906155c6565b80156114cd5780601f106114a4576101008083540402835291602001916114cd565b820191905f5260205f20905b8154815290600101906020018083116114b057829003601f168201915b50505050509050919050565b6114e16127e3565b6114e961258e565b5f6114f261256a565b905080600301548211156115185760405162461bcd60e51b8152600401610dbd90615612565b81816003015f82825461152b91906155b3565b9250508190555081816002015f82825461154591906155b3565b909155505060405182815233907f41fdd680478135993bc53fb2ffaf9560951b57ef62ff6badd02b61e018b4f17f9060200160405180910390a26112a482612cbf565b606080805f805f516020615b1a5f395f51905f5260020187876040516115af929190615640565b90815260200160405180910390209050805f01816001018260020183600301548380546115db906155c6565b80601f0160208091040260200160405190810160405280929190818152602001828054611607906155c6565b80156116525780601f1061162957610100808354040283529160200191611652565b820191905f5260205f20905b81548152906001019060200180831161163557829003601f168201915b50505050509350828054611665906155c6565b80601f0160208091040260200160405190810160405280929190818152602001828054611691906155c6565b80156116dc5780601f106116b3576101008083540402835291602001916116dc565b820191905f5260205f20905b8154815290600101906020018083116116bf57829003601f168201915b505050505092508180546116ef906155c6565b80601f016020809104026020016040519081016040528092919081815260200182805461171b906155c6565b80156117665780601f1061173d57610100808354040283529160200191611766565b820191905f5260205f20905b81548152906001019060200180831161174957829003601f168201915b5050505050915094509450945094505092959194509250565b606061178a306137f7565b8260405160200161179c929190615666565b6040516020818303038152906040529050919050565b5f6117bb61256a565b54600160a81b90046001600160401b0316919050565b5f6113cb6117dd61256a565b6001600160a01b0384165f9081526005919091016020526040902061380d565b6118056127e3565b61180e5f613862565b565b61181861258e565b61182182612d65565b61182b82826125c3565b6118348161275d565b610d6b82612e2b565b6118456127e3565b8061184e61256a565b60070180546001600160a01b0319166001600160a01b03928316179055604051908216907f09db7c0f09046771f6bb1ab66cc157e8b496dadfd653686f24390f78d841b3ad905f90a250565b6118a26127e3565b806118ab61256a565b60080180546001600160a01b0319166001600160a01b03928316179055604051908216907ffe7ae8a0d6d72258ead88a197e1f077cab46d9560be03a8d77292bfd223d0859905f90a250565b60036119028161283e565b610d73826138d2565b60026119168161283e565b61102661258e565b5f61192761256a565b600901546001600160a01b0316919050565b5f5f516020615b7a5f395f51905f52611399565b6001600160a01b03165f9081525f516020615b5a5f395f51905f52602052604090205460ff1690565b5f61197f61256a565b6001600160a01b039092165f90815260049290920160205250604090205460ff1690565b5f6119ac61256a565b54600160a01b900460ff16919050565b6119c461258e565b6119cd81612d65565b6110d881612e2b565b5f6119df61256a565b6001600160a01b039384165f908152600691909101602090815260408083209490951682529290925250205490565b5f516020615b1a5f395f51905f525460405163130d191f60e11b81525f916001600160a01b03169063261a323e90611a4c908690869060040161567a565b602060405180830381865afa158015611a67573d5f5f3e3d5ffd5b505050506040513d601f19601f82011682018060405250810190611a8b91906156a8565b9392505050565b60605f611a9f8484613967565b90505f611aaa61256a565b6001015490505f805b8351811015611b455782611adf858381518110611ad257611ad26155fe565b60200260200101516120ca565b10611b3d57838181518110611af657611af66155fe565b6020026020010151848380611b0a906156c3565b945081518110611b1c57611b1c6155fe565b60200260200101906001600160a01b031690816001600160a01b0316815250505b600101611ab3565b50806001600160401b03811115611b5e57611b5e614e70565b604051908082528060200260200182016040528015611b87578160200160208202803683370190505b5093505f5b81811015611be057838181518110611ba657611ba66155fe565b6020026020010151858281518110611bc057611bc06155fe565b6001600160a01b0390921660209283029190910190910152600101611b8c565b5050505092915050565b611bf261258e565b611bfa612cdd565b611c393383838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128b892505050565b610d6b3361275d565b6060611c5f5f5f516020615b7a5f395f51905f5260030154613967565b905090565b5f611c6d613aa2565b805490915060ff600160401b82041615906001600160401b03165f81158015611c935750825b90505f826001600160401b03166001148015611cae5750303b155b905081158015611cbc575080155b15611cda5760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff191660011785558315611d0457845460ff60401b1916600160401b1785555b8651885114611d255760405162461bcd60e51b8152600401610dbd906156db565b6001600160a01b038b1615801590611d3c57505f8a115b611d585760405162461bcd60e51b8152600401610dbd906156db565b611d618d613aca565b611d6a8d613adb565b5f611d7361256a565b90508b815f015f6101000a8154816001600160a01b0302191690836001600160a01b031602179055508c815f0160146101000a81548160ff0219169083151502179055508a816001018190555062093a80815f0160156101000a8154816001600160401b0302191690836001600160401b031602179055507f973ab1df0c9b2165dcb81d574979367ab11356799b8d4d088bc243ffe2a79a8e62093a80604051611e1f91815260200190565b60405180910390a1611e308a613aee565b5f5b8951811015611e7f57611e778a8281518110611e5057611e506155fe565b60200260200101518a8381518110611e6a57611e6a6155fe565b60200260200101516128b8565b600101611e32565b505f5b8751811015611f2e57611f25888281518110611ea057611ea06155fe565b60200260200101515f60038110611eb957611eb96155fe565b6020020151898381518110611ed057611ed06155fe565b6020026020010151600160038110611eea57611eea6155fe565b60200201518a8481518110611f0157611f016155fe565b6020026020010151600260038110611f1b57611f1b6155fe565b6020020151613b1f565b50600101611e82565b50508315611f7657845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50505050505050505050505050565b611f8d6127e3565b611f9561258e565b5f61203a87878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8b0181900481028201810190925289815292508991508890819084018382808284375f9201919091525050604080516020601f8a0181900481028201810190925288815292508891508790819084018382808284375f92019190915250613b1f92505050565b90505f6120485f6020613967565b90505f5b81518110156120b75761207782828151811061206a5761206a6155fe565b6020026020010151612e4b565b60020154600160a01b900460ff16156120af576120af838383815181106120a0576120a06155fe565b60200260200101516001613d83565b60010161204c565b5050506120c26127b9565b505050505050565b6001600160a01b03165f9081525f516020615b7a5f395f51905f52602052604090206003015490565b5f6113cb6120ff61256a565b6001600160a01b0384165f90815260059190910160205260409020613f16565b606061212961256a565b6001600160a01b0383165f9081526005919091016020908152604080832060010180548251818502810185019093528083529193909284015b828210156121b0575f84815260209081902060408051808201909152908401546001600160c01b0381168252600160c01b90046001600160401b031681830152825260019092019101612162565b505050509050919050565b6121c361258e565b6121cc33612a18565b6121d53361275d565b61180e6127b9565b5f6110b661256a565b6121ee61258e565b5f6121f933336119d6565b9050801561220b5761220b8133612f92565b61221433612a18565b5f612226612221336120f3565b612c28565b90506122313361275d565b61223a81612cbf565b505061180e6127b9565b6001600160a01b038116331461229c5760405162461bcd60e51b815260206004820181905260248201527f416363657373436f6e74726f6c3a204e4f545f4143434f554e545f4f574e45526044820152606401610dbd565b6110e0816138d2565b606080805f516020615b7a5f395f51905f526122c18686613967565b935083516001600160401b038111156122dc576122dc614e70565b60405190808252806020026020018201604052801561230f57816020015b60608152602001906001900390816122fa5790505b50925083516001600160401b0381111561232b5761232b614e70565b604051908082528060200260200182016040528015612354578160200160208202803683370190505b5091505f5b8451811015612474575f825f015f878481518110612379576123796155fe565b60200260200101516001600160a01b03166001600160a01b031681526020019081526020015f209050805f0180546123b0906155c6565b80601f01602080910402602001604051908101604052809291908181526020018280546123dc906155c6565b80156124275780601f106123fe57610100808354040283529160200191612427565b820191905f5260205f20905b81548152906001019060200180831161240a57829003601f168201915b505050505085838151811061243e5761243e6155fe565b60200260200101819052508060030154848381518110612460576124606155fe565b602090810291909101015250600101612359565b50509250925092565b61248561258e565b61248f8282612f92565b6124a46122218361249f336120f3565b613f84565b91506124af8161275d565b610d6b82612cbf565b6124c06127e3565b806124c961256a565b60090180546001600160a01b0319166001600160a01b03928316179055604051908216907fde570736981f35f7a5189d40d8aa9967c38fcbe2767f20e346bd02b69df30b7a905f90a250565b61251d6127e3565b6001600160a01b03811661254657604051631e4fbdf760e01b81525f6004820152602401610dbd565b6110e081613862565b5f61255861256a565b600701546001600160a01b0316919050565b7f2ef7c292d520815c76be19d0858c8d6e4bbc8787b95ebaf5e818468aaaf67f0090565b612596613f93565b61180e60017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005b90613fd3565b5f82116126125760405162461bcd60e51b815260206004820181905260248201527f6572726f725f696e73756666696369656e7444656c6567617465416d6f756e746044820152606401610dbd565b61261b81613460565b61265b5760405162461bcd60e51b81526020600482015260116024820152706572726f725f696e76616c69644e6f646560781b6044820152606401610dbd565b5f61266461256a565b335f90815260058201602052604090209091506126819084613fda565b61269d5760405162461bcd60e51b8152600401610dbd90615612565b335f90815260068201602090815260408083206001600160a01b03861684529091528120805485919083906126d3908490615709565b92505081905590505f846126e685612e4b565b6003015f8282546126f79190615709565b91829055506040805188815260208101839052908101859052600160608201529092506001600160a01b038616915033907f4c2cbb7d33d36a22e34970133436a2156c82cefc2dadfd9537fcfc177b40f035906080015b60405180910390a35050505050565b5f612767826113a2565b90505f61277383612e4b565b90508115158160020160149054906101000a900460ff1615150361279657505050565b60028101805460ff60a01b1916600160a01b8415150217905561125a8383612e70565b61180e5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f006125bd565b336128157f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031690565b6001600160a01b03161461180e5760405163118cdaa760e01b8152336004820152602401610dbd565b806003811115612850576128506150a7565b6128593361194d565b600381111561286a5761286a6150a7565b10156110e05760405162461bcd60e51b815260206004820152601d60248201527f416363657373436f6e74726f6c3a204e4f545f415554484f52495a45440000006044820152606401610dbd565b60026128c261256a565b6001600160a01b0384165f908152600491909101602052604090205460ff1660028111156128f2576128f26150a7565b036129335760405162461bcd60e51b8152602060048201526011602482015270195c9c9bdc97db9bdd105c1c1c9bdd9959607a1b6044820152606401610dbd565b6110008151111561295c5780516040516310940ba160e01b8152600401610dbd91815260200190565b610d738282614010565b5f5b81156113cb575f8281526001840160205260409020546129889082615709565b90506129956001836155b3565b82169150612968565b60026129a861256a565b6001600160a01b0383165f90815260049190910160205260409020805460ff191660018360028111156129dd576129dd6150a7565b02179055506040516001600160a01b038216907fbbe2a784aa6240d8175fa65a8459058efd8f44c5ab66caa2525fe9d634210878905f90a250565b5f5f516020615b7a5f395f51905f526001600160a01b0383165f908152602082905260408120600181015492935091600160a01b90046001600160401b03169003612a965760405162461bcd60e51b815260206004820152600e60248201526d195c9c9bdc97db9bdd119bdd5b9960921b6044820152606401610dbd565b600181015460028201546001600160a01b0380831692911690600160e01b900463ffffffff1681612ae3576001850180546001600160a01b0319166001600160a01b038516179055612b14565b6001600160a01b038281165f90815260208790526040902060010180546001600160a01b0319169185169190911790555b6001600160a01b038316612b44576002850180546001600160a01b0319166001600160a01b038416179055612b75565b6001600160a01b038381165f90815260208790526040902060020180546001600160a01b0319169184169190911790555b612b84600586018260016141db565b5f818152600786016020526040812080546001600160a01b0319169055612bac908590614bbd565b6002840180546001600160a01b03191690555f6001850181905560038601805491612bd68361571c565b919050555084600301545f03612bed575f60048601555b6040516001600160a01b038716907fcfc24166db4bb677e857cacabd1541fb2b30645021b27c5130419589b84db52b905f90a2505050505050565b5f5f612c3261256a565b335f9081526005820160205260409020909150612c4f9084613fda565b612c6b5760405162461bcd60e51b8152600401610dbd90615612565b82816002015f828254612c7e91906155b3565b909155505060405183815233907f7084f5476618d8e60b11ef0d7d3f06914655adb8793e28ff7f018d4c76d505d59060200160405180910390a25090919050565b6110e03382612ccc61256a565b546001600160a01b03169190614229565b5f612ce661256a565b8054909150600160a01b900460ff161580612d2557506001335f90815260048301602052604090205460ff166002811115612d2357612d236150a7565b145b6110e05760405162461bcd60e51b8152602060048201526011602482015270195c9c9bdc97db9bdd105c1c1c9bdd9959607a1b6044820152606401610dbd565b5f8111612db45760405162461bcd60e51b815260206004820152601760248201527f6572726f725f696e73756666696369656e745374616b650000000000000000006044820152606401610dbd565b5f612dbd61256a565b335f9081526005820160205260409020909150612dda908361425e565b81816002015f828254612ded9190615709565b909155505060405182815233907f9e71bc8eea02a63969f509818f2dafb9254532904319f9dbda79b67bd34a5f3d9060200160405180910390a25050565b6110e0333083612e3961256a565b546001600160a01b0316929190614279565b6001600160a01b03165f9081525f516020615b7a5f395f51905f526020526040902090565b7fc460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed401545f516020615b1a5f395f51905f52905f5b81811015612f8b57612f83612f7c84600201856001018481548110612eca57612eca6155fe565b905f5260205f2001604051612edf9190615731565b90815260200160405180910390206001018054612efb906155c6565b80601f0160208091040260200160405190810160405280929190818152602001828054612f27906155c6565b8015612f725780601f10612f4957610100808354040283529160200191612f72565b820191905f5260205f20905b815481529060010190602001808311612f5557829003601f168201915b505050505061177f565b8686613d83565b600101612ea3565b5050505050565b5f8211612fe15760405162461bcd60e51b815260206004820181905260248201527f6572726f725f696e73756666696369656e7444656c6567617465416d6f756e746044820152606401610dbd565b5f612fea61256a565b335f90815260068201602090815260408083206001600160a01b0387168452909152902054909150808411156130325760405162461bcd60e51b8152600401610dbd90615612565b61303c84826155b3565b335f90815260068401602090815260408083206001600160a01b038816845290915281208290559091508461307085612e4b565b6003015f82825461308191906155b3565b91829055508454335f9081526005870160205260409020919350600160a81b90046001600160401b031691506130b89087836142af565b60408051878152602081018490529081018490525f60608201526001600160a01b0386169033907f4c2cbb7d33d36a22e34970133436a2156c82cefc2dadfd9537fcfc177b40f0359060800160405180910390a380156120c257337f5ad597052c81401d1be7a42f51243743fafa38387310bd50dd52c679d3ba91be8761313f8442615709565b6040805192835260208301919091520160405180910390a2505050505050565b306001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001614806131cf57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03166131c3614453565b6001600160a01b031614155b1561180e5760405163703e46dd60e11b815260040160405180910390fd5b6110e06127e3565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa92505050801561324f575060408051601f3d908101601f1916820190925261324c918101906157a2565b60015b61327757604051634c9c8ce360e01b81526001600160a01b0383166004820152602401610dbd565b5f516020615b3a5f395f51905f5281146132a757604051632a87526960e21b815260048101829052602401610dbd565b61125a8383614467565b306001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000161461180e5760405163703e46dd60e11b815260040160405180910390fd5b6001600160a01b0382165f9081525f516020615b5a5f395f51905f52602081905260409091205460ff16826003811115613336576133366150a7565b816003811115613348576133486150a7565b036133a15760405162461bcd60e51b8152602060048201526024808201527f416363657373436f6e74726f6c3a20524f4c455f414c52454144595f4153534960448201526311d3915160e21b6064820152608401610dbd565b6133ac8285836144bc565b60038360038111156133c0576133c06150a7565b036133dc57600182018054905f6133d6836156c3565b91905055505b6001600160a01b0384165f908152602083905260409020805484919060ff19166001836003811115613410576134106150a7565b0217905550336001600160a01b038516846003811115613432576134326150a7565b6040517f570d3756e5b890fbf84c01fc2daf898fa7e95ae3ca9f1ed5edf012eacb5c6ce6905f90a450505050565b6001600160a01b03165f9081525f516020615b7a5f395f51905f526020526040902060010154600160a01b90046001600160401b0316151590565b6040515f516020615b1a5f395f51905f52905f907fc460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed402906134dc9085906157b9565b908152602001604051809103902090505f815f0180546134fb906155c6565b9050116135425760405162461bcd60e51b815260206004820152601560248201527414d51491505357d393d517d49151d254d511549151605a1b6044820152606401610dbd565b5f613555826001018054612efb906155c6565b90507f2bf3f2e340d92786feb9f74a51d40fa8d90bae166b913d4817942216723e73a4848360010184600201846040516135929493929190615843565b60405180910390a16003820154600180850180545f926135b1916155b3565b815481106135c1576135c16155fe565b905f5260205f200180546135d4906155c6565b80601f0160208091040260200160405190810160405280929190818152602001828054613600906155c6565b801561364b5780601f106136225761010080835404028352916020019161364b565b820191905f5260205f20905b81548152906001019060200180831161362e57829003601f168201915b5050505050905080856001018381548110613668576136686155fe565b905f5260205f2001908161367c91906158e8565b5081856002018260405161369091906157b9565b90815260405190819003602001902060030155600185018054806136b6576136b66159a2565b600190038181905f5260205f20015f6136cf9190614bbd565b905584600201866040516136e391906157b9565b9081526040519081900360200190205f6136fd8282614bbd565b61370a600183015f614bbd565b613717600283015f614bbd565b505f60039190910155845460405163130d191f60e11b81526001600160a01b039091169063261a323e9061374f908690600401614ffc565b602060405180830381865afa15801561376a573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061378e91906156a8565b156120c2578454604051636453cbd760e01b81526001600160a01b0390911690636453cbd7906137c2908690600401614ffc565b5f604051808303815f87803b1580156137d9575f5ffd5b505af11580156137eb573d5f5f3e3d5ffd5b50505050505050505050565b60606113cb6001600160a01b0383166014614525565b805460018201545f5b8181101561385b57836001018181548110613833576138336155fe565b5f91825260209091200154613851906001600160c01b031684615709565b9250600101613816565b5050919050565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b6001600160a01b0381165f9081525f516020615b5a5f395f51905f52602081905260409091205460ff166139078284836144bc565b6001600160a01b0383165f818152602084905260409020805460ff19169055339082600381111561393a5761393a6150a7565b6040517f5a8379f4a3380f87fd5924475f76a3471ac8d775668601653e3f9ef69a3dd271905f90a4505050565b7fce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a03546060905f516020615b7a5f395f51905f52908085106139a95750506113cb565b5f6139b486836155b3565b85106139c9576139c486836155b3565b6139cb565b845b9050806001600160401b038111156139e5576139e5614e70565b604051908082528060200260200182016040528015613a0e578160200160208202803683370190505b5093505f6007840181613a24600587018a61469e565b815260208101919091526040015f908120546001600160a01b031691505b82811015613a975781868281518110613a5d57613a5d6155fe565b6001600160a01b039283166020918202929092018101919091529281165f9081529286905260409092206001908101549092169101613a42565b505050505092915050565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a006113cb565b613ad261472c565b6110e081614751565b613ae361472c565b6110e08160036132fa565b805f516020615b1a5f395f51905f525b80546001600160a01b0319166001600160a01b039290921691909117905550565b6040516060905f516020615b1a5f395f51905f52905f907fc460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed40290613b639088906157b9565b908152602001604051809103902090505f865111613b935760405162461bcd60e51b8152600401610dbd906156db565b80548190613ba0906155c6565b159050613bef5760405162461bcd60e51b815260206004820152601960248201527f53545245414d5f414c52454144595f52454749535445524544000000000000006044820152606401610dbd565b600182015460108110613c1557604051636328f7df60e11b815260040160405180910390fd5b6001808401805491820181555f9081526020902001613c3488826158e8565b506003820181905586868683855f600182018160028401613c5587826158e8565b50613c62905086826158e8565b50613c6f905085826158e8565b5050505050613c7d8661177f565b93507fa84ba88bc4cba6bd0c14537f17962f752feed22dd30806af432e8df8d6a7fe0387878787604051613cb494939291906159b6565b60405180910390a18254604051630ef8cdc760e01b81526001600160a01b0390911690630ef8cdc790613ced90899089906004016159ee565b5f604051808303815f87803b158015613d04575f5ffd5b505af1158015613d16573d5f5f3e3d5ffd5b50508454604051632337c3c760e11b81526001600160a01b03909116925063466f878e9150613d4c908790600390600401615a2f565b5f604051808303815f87803b158015613d63575f5ffd5b505af1158015613d75573d5f5f3e3d5ffd5b505050505050509392505050565b5f516020615b1a5f395f51905f52546001600160a01b0316613da9602062061a80615a50565b613db69062061a80615709565b5a1015613dd657604051636eb14fc360e11b815260040160405180910390fd5b60025f83613e2257858583604051602401613df393929190615a6f565b60408051601f198184030181529190526020810180516001600160e01b0316631f1cbd7560e11b179052613e62565b858583604051602401613e3793929190615a6f565b60408051601f198184030181529190526020810180516001600160e01b0316634cbf455560e11b1790525b90505f836001600160a01b031662061a8083604051613e8191906157b9565b5f604051808303815f8787f1925050503d805f8114613ebb576040519150601f19603f3d011682016040523d82523d5f602084013e613ec0565b606091505b5050905080613f0d57856001600160a01b03167f738a16894af1f4bc3069c7cd50db7fcc41ba2bd04ffe856462b8d50042f02d1d8887604051613f04929190615a9f565b60405180910390a25b50505050505050565b805460018201545f5b8181101561385b575f846001018281548110613f3d57613f3d6155fe565b5f918252602090912001805490915042600160c01b9091046001600160401b031611613f7b578054613f78906001600160c01b031685615709565b93505b50600101613f1f565b5f828218828410028218611a8b565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c1561180e57604051633ee5aeb560e01b815260040160405180910390fd5b80825d5050565b81545f90821115613fee57613fee83614759565b508154808211801591906140095761400683826155b3565b84555b5092915050565b6001600160a01b0382165f9081525f516020615b7a5f395f51905f52602081905260409091206001810154600160a01b90046001600160401b03161580156141685760028301546001600160a01b03168061408d576001840180546001600160a01b0319166001600160a01b0388161790554360048501556140c9565b6001600160a01b038082165f81815260208790526040902060010180549289166001600160a01b03199384161790556002850180549092161790555b6002840180546001600160a01b0319166001600160a01b038816179055600384018054905f6140f7836156c3565b909155505f905061410c6005860160016148b4565b905061411781614936565b6001850180546001600160e01b0316600160e01b63ffffffff93909316929092029190911790555f908152600785016020526040902080546001600160a01b0319166001600160a01b038816179055505b8161417385826158e8565b50428260010160146101000a8154816001600160401b0302191690836001600160401b03160217905550801515856001600160a01b03167f5efa14ec2c459017dc330f0b3e8f2f26bee624ba1c66a50805faf6bf28bfb0b5864260405161274e929190615ac2565b82545b808311610e92575f838152600185016020526040812080548492906142049084906155b3565b90915550614216905083196001615709565b61422290841684615709565b92506141de565b614236838383600161496a565b61125a57604051635274afe760e01b81526001600160a01b0384166004820152602401610dbd565b80825f015f8282546142709190615709565b90915550505050565b6142878484848460016149cc565b610e9257604051635274afe760e01b81526001600160a01b0385166004820152602401610dbd565b805f036142d25781835f015f8282546142c89190615709565b9091555050505050565b6142db83614759565b5f6142e68242615709565b600185015490915080156143ec575f8560010160018361430691906155b3565b81548110614316576143166155fe565b5f91825260209091200180549091506001600160401b03848116600160c01b909204161480614346575060208210155b156143ea5761435485614a39565b815482905f9061436e9084906001600160c01b0316615ae3565b92506101000a8154816001600160c01b0302191690836001600160c01b03160217905550805f0160189054906101000a90046001600160401b03166001600160401b0316836001600160401b031611156120c25780546001600160401b038416600160c01b026001600160c01b03909116178155505050505050565b505b84600101604051806040016040528061440487614a39565b6001600160c01b0390811682526001600160401b0395861660209283015283546001810185555f9485529382902083519390920151909516600160c01b02919094161792019190915550505050565b5f5f516020615b3a5f395f51905f52610d41565b61447082614a6c565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a28051156144b45761125a8282614ab5565b610d73614b4e565b60038160038111156144d0576144d06150a7565b146144da57505050565b826001015460010361450a576040516356aae60b60e01b81526001600160a01b0383166004820152602401610dbd565b600183018054905f61451b8361571c565b9190505550505050565b6060825f614534846002615b02565b61453f906002615709565b6001600160401b0381111561455657614556614e70565b6040519080825280601f01601f191660200182016040528015614580576020820181803683370190505b509050600360fc1b815f8151811061459a5761459a6155fe565b60200101906001600160f81b03191690815f1a905350600f60fb1b816001815181106145c8576145c86155fe565b60200101906001600160f81b03191690815f1a9053505f6145ea856002615b02565b6145f5906001615709565b90505b600181111561466c576f181899199a1a9b1b9c1cb0b131b232b360811b83600f1660108110614629576146296155fe565b1a60f81b82828151811061463f5761463f6155fe565b60200101906001600160f81b03191690815f1a90535060049290921c916146658161571c565b90506145f8565b5081156146965760405163e22e27eb60e01b81526004810186905260248101859052604401610dbd565b949350505050565b81545f9060015b6146b0600283615a50565b81116146be5760011b6146a5565b5f5b8115614717575f6146d18383615709565b9050838111156146e1575061470b565b5f8181526001880160205260409020548681116147085761470281886155b3565b96508192505b50505b600182901c91506146c0565b614722816001615709565b9695505050505050565b614734614b6d565b61180e57604051631afcd79f60e31b815260040160405180910390fd5b61251d61472c565b60018101545f80805b83811015614846575f856001018281548110614780576147806155fe565b5f918252602091829020604080518082019091529101546001600160c01b0381168252600160c01b90046001600160401b0316918101829052915042106147de5780516147d6906001600160c01b031684615709565b92505061483e565b8184101561482f57808660010185815481106147fc576147fc6155fe565b5f918252602091829020835193909201516001600160401b0316600160c01b026001600160c01b03909316929092179101555b83614839816156c3565b945050505b600101614762565b50805f036148545750505050565b81831115614897578360010180548061486f5761486f6159a2565b5f8281526020812082015f19908101919091550190558261488f8161571c565b935050614854565b80845f015f8282546148a99190615709565b909155505050505050565b5f825f015f81546148c4906156c3565b918290555090505f6148d76001836155b3565b821690505f6148e76001846155b3565b90505b8181111561491f575f81815260018601602052604090205461490c9085615709565b93506149196001826155b3565b166148ea565b50505f818152600190930160205260409092205590565b5f63ffffffff821115614966576040516306dfcc6560e41b81526020600482015260248101839052604401610dbd565b5090565b60405163a9059cbb60e01b5f8181526001600160a01b038616600452602485905291602083604481808b5af1925060015f511483166149c05783831516156149b4573d5f823e3d81fd5b5f873b113d1516831692505b60405250949350505050565b6040516323b872dd60e01b5f8181526001600160a01b038781166004528616602452604485905291602083606481808c5af1925060015f51148316614a28578383151615614a1c573d5f823e3d81fd5b5f883b113d1516831692505b604052505f60605295945050505050565b5f6001600160c01b03821115614966576040516306dfcc6560e41b815260c0600482015260248101839052604401610dbd565b806001600160a01b03163b5f03614aa157604051634c9c8ce360e01b81526001600160a01b0382166004820152602401610dbd565b805f516020615b3a5f395f51905f52613afe565b60605f614ac28484614b86565b9050808015614ae357505f3d1180614ae357505f846001600160a01b03163b115b15614af857614af0614b99565b9150506113cb565b8015614b2257604051639996b31560e01b81526001600160a01b0385166004820152602401610dbd565b3d15614b3557614b30614bb2565b614009565b60405163d6bda27560e01b815260040160405180910390fd5b341561180e5760405163b398979f60e01b815260040160405180910390fd5b5f614b76613aa2565b54600160401b900460ff16919050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b508054614bc9906155c6565b5f825580601f10614bd8575050565b601f0160209004905f5260205f209061180e91905f5b8082111561125a575f81840155600101614bee565b5f60208284031215614c13575f5ffd5b81356001600160e01b031981168114611a8b575f5ffd5b80356001600160a01b0381168114614c40575f5ffd5b919050565b5f5f60408385031215614c56575f5ffd5b82359150614c6660208401614c2a565b90509250929050565b5f60208284031215614c7f575f5ffd5b5035919050565b5f5f83601f840112614c96575f5ffd5b5081356001600160401b03811115614cac575f5ffd5b602083019150836020828501011115614cc3575f5ffd5b9250929050565b5f5f5f60408486031215614cdc575f5ffd5b614ce584614c2a565b925060208401356001600160401b03811115614cff575f5ffd5b614d0b86828701614c86565b9497909650939450505050565b5f60208284031215614d28575f5ffd5b611a8b82614c2a565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b86815260c060208201525f614d7760c0830188614d31565b6040830196909652506001600160a01b03938416606082015291909216608082015260a0015292915050565b80151581146110e0575f5ffd5b8035614c4081614da3565b5f60208284031215614dcb575f5ffd5b8135611a8b81614da3565b5f82825180855260208501945060208160051b830101602085015f5b83811015614e2457601f19858403018852614e0e838351614d31565b6020988901989093509190910190600101614df2565b50909695505050505050565b602081525f611a8b6020830184614dd6565b5f5f5f60408486031215614e54575f5ffd5b8335925060208401356001600160401b03811115614cff575f5ffd5b634e487b7160e01b5f52604160045260245ffd5b604051606081016001600160401b0381118282101715614ea657614ea6614e70565b60405290565b604051601f8201601f191681016001600160401b0381118282101715614ed457614ed4614e70565b604052919050565b5f5f6001600160401b03841115614ef557614ef5614e70565b50601f8301601f1916602001614f0a81614eac565b915050828152838383011115614f1e575f5ffd5b828260208301375f602084830101529392505050565b5f5f60408385031215614f45575f5ffd5b614f4e83614c2a565b915060208301356001600160401b03811115614f68575f5ffd5b8301601f81018513614f78575f5ffd5b614f8785823560208401614edc565b9150509250929050565b5f5f60408385031215614fa2575f5ffd5b823560048110614fb0575f5ffd5b9150614c6660208401614c2a565b5f5f60208385031215614fcf575f5ffd5b82356001600160401b03811115614fe4575f5ffd5b614ff085828601614c86565b90969095509350505050565b602081525f611a8b6020830184614d31565b608081525f6150206080830187614d31565b82810360208401526150328187614d31565b905082810360408401526150468186614d31565b91505082606083015295945050505050565b5f82601f830112615067575f5ffd5b611a8b83833560208501614edc565b5f60208284031215615086575f5ffd5b81356001600160401b0381111561509b575f5ffd5b61469684828501615058565b634e487b7160e01b5f52602160045260245ffd5b60208101600483106150cf576150cf6150a7565b91905290565b60208101600383106150cf576150cf6150a7565b5f5f604083850312156150fa575f5ffd5b614fb083614c2a565b5f5f60408385031215615114575f5ffd5b50508035926020909101359150565b5f8151808452602084019350602083015f5b8281101561515c5781516001600160a01b0316865260209586019590910190600101615135565b5093949350505050565b602081525f611a8b6020830184615123565b5f6001600160401b0382111561519057615190614e70565b5060051b60200190565b5f82601f8301126151a9575f5ffd5b81356151bc6151b782615178565b614eac565b8082825260208201915060208360051b8601019250858311156151dd575f5ffd5b602085015b83811015615201576151f381614c2a565b8352602092830192016151e2565b5095945050505050565b5f82601f83011261521a575f5ffd5b81356152286151b782615178565b8082825260208201915060208360051b860101925085831115615249575f5ffd5b602085015b838110156152015780356001600160401b0381111561526b575f5ffd5b61527a886020838a0101615058565b8452506020928301920161524e565b5f82601f830112615298575f5ffd5b81356152a66151b782615178565b8082825260208201915060208360051b8601019250858311156152c7575f5ffd5b602085015b838110156152015780356001600160401b038111156152e9575f5ffd5b8601603f810188136152f9575f5ffd5b615301614e84565b80608083018a811115615312575f5ffd5b602084015b818110156153525780356001600160401b03811115615334575f5ffd5b6153438d602083890101615058565b85525060209384019301615317565b505085525050602092830192016152cc565b5f5f5f5f5f5f5f5f610100898b03121561537c575f5ffd5b61538589614c2a565b975061539360208a01614db0565b96506153a160408a01614c2a565b9550606089013594506153b660808a01614c2a565b935060a08901356001600160401b038111156153d0575f5ffd5b6153dc8b828c0161519a565b93505060c08901356001600160401b038111156153f7575f5ffd5b6154038b828c0161520b565b92505060e08901356001600160401b0381111561541e575f5ffd5b61542a8b828c01615289565b9150509295985092959890939650565b5f5f5f5f5f5f6060878903121561544f575f5ffd5b86356001600160401b03811115615464575f5ffd5b61547089828a01614c86565b90975095505060208701356001600160401b0381111561548e575f5ffd5b61549a89828a01614c86565b90955093505060408701356001600160401b038111156154b8575f5ffd5b6154c489828a01614c86565b979a9699509497509295939492505050565b602080825282518282018190525f918401906040840190835b8181101561552b57835180516001600160c01b031684526020908101516001600160401b031681850152909301926040909201916001016154ef565b509095945050505050565b606081525f6155486060830186615123565b828103602084015261555a8186614dd6565b8381036040850152845180825260208087019350909101905f5b81811015615592578351835260209384019390920191600101615574565b5090979650505050505050565b634e487b7160e01b5f52601160045260245ffd5b818103818111156113cb576113cb61559f565b600181811c908216806155da57607f821691505b6020821081036155f857634e487b7160e01b5f52602260045260245ffd5b50919050565b634e487b7160e01b5f52603260045260245ffd5b6020808252601490820152736572726f725f6e6f74456e6f7567685374616b6560601b604082015260600190565b818382375f9101908152919050565b5f81518060208401855e5f93019283525090919050565b5f614696615674838661564f565b8461564f565b60208152816020820152818360408301375f818301604090810191909152601f909201601f19160101919050565b5f602082840312156156b8575f5ffd5b8151611a8b81614da3565b5f600182016156d4576156d461559f565b5060010190565b6020808252601490820152736572726f725f626164547261636b65724461746160601b604082015260600190565b808201808211156113cb576113cb61559f565b5f8161572a5761572a61559f565b505f190190565b5f5f835461573e816155c6565b600182168015615755576001811461576a57615797565b60ff1983168652811515820286019350615797565b865f5260205f205f5b8381101561578f57815488820152600190910190602001615773565b505081860193505b509195945050505050565b5f602082840312156157b2575f5ffd5b5051919050565b5f611a8b828461564f565b5f81546157d0816155c6565b8085526001821680156157ea57600181146158065761583a565b60ff1983166020870152602082151560051b870101935061583a565b845f5260205f205f5b838110156158315781546020828a01015260018201915060208101905061580f565b87016020019450505b50505092915050565b608081525f6158556080830187614d31565b828103602084015261586781876157c4565b9050828103604084015261587b81866157c4565b9050828103606084015261588f8185614d31565b979650505050505050565b601f82111561125a578282111561125a57805f5260205f20601f840160051c60208510156158c557505f5b90810190601f840160051c035f5b818110156120c2575f838201556001016158d3565b81516001600160401b0381111561590157615901614e70565b6159158161590f84546155c6565b8461589a565b6020601f821160018114615947575f83156159305750848201515b5f19600385901b1c1916600184901b178455612f8b565b5f84815260208120601f198516915b828110156159765787850151825560209485019460019092019101615956565b508482101561599357868401515f19600387901b60f8161c191681555b50505050600190811b01905550565b634e487b7160e01b5f52603160045260245ffd5b608081525f6159c86080830187614d31565b82810360208401526159da8187614d31565b9050828103604084015261587b8186614d31565b604081525f615a006040830185614d31565b8281036020840152615a128185614d31565b95945050505050565b60058110615a2b57615a2b6150a7565b9052565b604081525f615a416040830185614d31565b9050611a8b6020830184615a1b565b5f82615a6a57634e487b7160e01b5f52601260045260245ffd5b500490565b606081525f615a816060830186614d31565b6001600160a01b038516602084015290506146966040830184615a1b565b604081525f615ab16040830185614d31565b905082151560208301529392505050565b604081525f615ad46040830185614d31565b90508260208301529392505050565b6001600160c01b0381811683821601908111156113cb576113cb61559f565b80820281158282048414176113cb576113cb61559f56fec460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed400360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc90823da23b9a926e179776d17ff1331502f5569028b856ff1c858dabf15b1500ce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a00",
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

// PackMAXMETADATABYTES is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1f7979a2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_METADATA_BYTES() view returns(uint256)
func (nodeManager *NodeManager) PackMAXMETADATABYTES() []byte {
	enc, err := nodeManager.abi.Pack("MAX_METADATA_BYTES")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXMETADATABYTES is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1f7979a2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_METADATA_BYTES() view returns(uint256)
func (nodeManager *NodeManager) TryPackMAXMETADATABYTES() ([]byte, error) {
	return nodeManager.abi.Pack("MAX_METADATA_BYTES")
}

// UnpackMAXMETADATABYTES is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1f7979a2.
//
// Solidity: function MAX_METADATA_BYTES() view returns(uint256)
func (nodeManager *NodeManager) UnpackMAXMETADATABYTES(data []byte) (*big.Int, error) {
	out, err := nodeManager.abi.Unpack("MAX_METADATA_BYTES", data)
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
	if bytes.Equal(raw[:4], nodeManager.abi.Errors["MetadataTooLong"].ID.Bytes()[:4]) {
		return nodeManager.UnpackMetadataTooLongError(raw[4:])
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
	return nil, errors.New("unknown error")
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

// NodeManagerMetadataTooLong represents a MetadataTooLong error raised by the NodeManager contract.
type NodeManagerMetadataTooLong struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error MetadataTooLong(uint256 length)
func NodeManagerMetadataTooLongErrorID() common.Hash {
	return common.HexToHash("0x10940ba17ee3363641e89f25bf971b7658044829415881d32c60609ef0cd9779")
}

// UnpackMetadataTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error MetadataTooLong(uint256 length)
func (nodeManager *NodeManager) UnpackMetadataTooLongError(raw []byte) (*NodeManagerMetadataTooLong, error) {
	out := new(NodeManagerMetadataTooLong)
	if err := nodeManager.abi.UnpackIntoInterface(out, "MetadataTooLong", raw); err != nil {
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
