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

// Permission is an auto generated low-level Go binding around an user-defined struct.
type Permission struct {
	CanEdit             bool
	CanDelete           bool
	PublishExpiration   *big.Int
	SubscribeExpiration *big.Int
	CanGrant            bool
}

// StreamRegistryMetaData contains all meta data concerning the StreamRegistry contract.
var StreamRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"AccessControlBadConfirmation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"neededRole\",\"type\":\"bytes32\"}],\"name\":\"AccessControlUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EnsNotSupported\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ReentrancyGuardReentrantCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"StringsInsufficientHexLength\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"}],\"name\":\"UserIdIsNoAddress\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UserIdMissing\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"ensCache\",\"type\":\"address\"}],\"name\":\"EnsCacheChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"name\":\"PermissionUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"name\":\"PermissionUpdatedForUserId\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"previousAdminRole\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"newAdminRole\",\"type\":\"bytes32\"}],\"name\":\"RoleAdminChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"id\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"}],\"name\":\"StreamCreated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"id\",\"type\":\"string\"}],\"name\":\"StreamDeleted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"string\",\"name\":\"id\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"}],\"name\":\"StreamUpdated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"forwarder\",\"type\":\"address\"}],\"name\":\"TrustedForwarderChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"DEFAULT_ADMIN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"ownerAddress\",\"type\":\"address\"},{\"internalType\":\"string\",\"name\":\"ensName\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"streamIdPath\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"}],\"name\":\"ENScreateStreamCallback\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PUBLIC_PERMISSION_USER_ID\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"TRUSTED_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string[]\",\"name\":\"streamIdPaths\",\"type\":\"string[]\"},{\"internalType\":\"string[]\",\"name\":\"metadataJsonStrings\",\"type\":\"string[]\"},{\"internalType\":\"address[][]\",\"name\":\"users\",\"type\":\"address[][]\"},{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission[][]\",\"name\":\"permissions\",\"type\":\"tuple[][]\"}],\"name\":\"createMultipleStreamsWithPermissions\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamIdPath\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"}],\"name\":\"createStream\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"ensName\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"streamIdPath\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"}],\"name\":\"createStreamWithENS\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamIdPath\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadataJsonString\",\"type\":\"string\"},{\"internalType\":\"address[]\",\"name\":\"users\",\"type\":\"address[]\"},{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission[]\",\"name\":\"permissions\",\"type\":\"tuple[]\"}],\"name\":\"createStreamWithPermissions\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"deleteStream\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"ensCache\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"exists\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"}],\"name\":\"getAddressKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"}],\"name\":\"getDirectPermissionsForUser\",\"outputs\":[{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission\",\"name\":\"permission\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"}],\"name\":\"getDirectPermissionsForUserId\",\"outputs\":[{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission\",\"name\":\"permission\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"}],\"name\":\"getPermissionsForUser\",\"outputs\":[{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission\",\"name\":\"permission\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"}],\"name\":\"getPermissionsForUserId\",\"outputs\":[{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission\",\"name\":\"permission\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"}],\"name\":\"getRoleAdmin\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"getStreamMetadata\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"des\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getTrustedRole\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"}],\"name\":\"getUserKeyForUserId\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"grantPermission\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"grantPermissionForUserId\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"grantPublicPermission\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"hasDirectPermission\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"userHasPermission\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"hasPermission\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"userHasPermission\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"hasPublicPermission\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"userHasPermission\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"hasRole\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"ensCacheAddr\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"trustedForwarderAddress\",\"type\":\"address\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"forwarder\",\"type\":\"address\"}],\"name\":\"isTrustedForwarder\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"callerConfirmation\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"}],\"name\":\"revokeAllPermissionsForUser\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"}],\"name\":\"revokeAllPermissionsForUserId\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"revokePermission\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"revokePermissionForUserId\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"}],\"name\":\"revokePublicPermission\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"ensCacheAddr\",\"type\":\"address\"}],\"name\":\"setEnsCache\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"expirationTime\",\"type\":\"uint256\"}],\"name\":\"setExpirationTime\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes\",\"name\":\"user\",\"type\":\"bytes\"},{\"internalType\":\"enumIStreamRegistry.PermissionType\",\"name\":\"permissionType\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"expirationTime\",\"type\":\"uint256\"}],\"name\":\"setExpirationTimeForUserId\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string[]\",\"name\":\"streamIds\",\"type\":\"string[]\"},{\"internalType\":\"bytes[][]\",\"name\":\"users\",\"type\":\"bytes[][]\"},{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission[][]\",\"name\":\"permissions\",\"type\":\"tuple[][]\"}],\"name\":\"setMultipleStreamPermissionsForUserIds\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address[]\",\"name\":\"users\",\"type\":\"address[]\"},{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission[]\",\"name\":\"permissions\",\"type\":\"tuple[]\"}],\"name\":\"setPermissions\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"name\":\"setPermissionsForUser\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes[]\",\"name\":\"users\",\"type\":\"bytes[]\"},{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission[]\",\"name\":\"permissions\",\"type\":\"tuple[]\"}],\"name\":\"setPermissionsForUserIds\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string[]\",\"name\":\"streamIds\",\"type\":\"string[]\"},{\"internalType\":\"address[][]\",\"name\":\"users\",\"type\":\"address[][]\"},{\"components\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"internalType\":\"structPermission[][]\",\"name\":\"permissions\",\"type\":\"tuple[][]\"}],\"name\":\"setPermissionsMultipleStreams\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"}],\"name\":\"setPublicPermission\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"forwarder\",\"type\":\"address\"}],\"name\":\"setTrustedForwarder\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"streamIdToMetadata\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"key\",\"type\":\"bytes32\"}],\"name\":\"streamIdToPermissions\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"canDelete\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"}],\"name\":\"streamIdToVersion\",\"outputs\":[{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"address\",\"name\":\"user\",\"type\":\"address\"},{\"internalType\":\"bool\",\"name\":\"canEdit\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"deletePerm\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"publishExpiration\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"subscribeExpiration\",\"type\":\"uint256\"},{\"internalType\":\"bool\",\"name\":\"canGrant\",\"type\":\"bool\"}],\"name\":\"trustedSetPermissionsForUser\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"streamId\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"metadata\",\"type\":\"string\"}],\"name\":\"updateStreamMetadata\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"}],\"name\":\"upgradeTo\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"}]",
	ID:  "StreamRegistry",
	Bin: "0x60a060405230608052348015610013575f5ffd5b5061001c610021565b6100d3565b7ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00805468010000000000000000900460ff16156100715760405163f92ee8a960e01b815260040160405180910390fd5b80546001600160401b03908116146100d05780546001600160401b0319166001600160401b0390811782556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b50565b6080516150d16100f95f395f81816130b7015281816130e0015261320901526150d15ff3fe608060405260043610610387575f3560e01c80637b3681b5116101d3578063c0c53b8b116100fd578063dbfc1d871161009d578063f2fde38b1161006d578063f2fde38b14610ae3578063f36d484914610b02578063f7f5078c14610b4d578063fb5642a014610b6c575f5ffd5b8063dbfc1d8714610a67578063dffb8f8214610a86578063e8f3828e14610aa5578063f0b51b0e14610ac4575f5ffd5b8063d547741f116100d8578063d547741f146109eb578063d7243b6914610a0a578063d9fc6c7b14610a29578063da74222814610a48575f5ffd5b8063c0c53b8b1461098e578063c15211ef146109ad578063d2d78c3e146109cc575f5ffd5b8063997e8aaa11610173578063a8989d3f11610143578063a8989d3f14610901578063ad3cb1cc14610920578063b6a9159714610950578063bd0305991461096f575f5ffd5b8063997e8aaa146108915780639f967a70146108b0578063a020aa97146108cf578063a217fddf146108ee575f5ffd5b806388b21038116101ae57806388b21038146107f85780638da5cb5b1461081757806391d1485414610853578063931a314d14610872575f5ffd5b80637b3681b51461078657806384e524e8146107a557806386902fe9146107d9575f5ffd5b8063466f878e116102b4578063635f041711610254578063760526841161022457806376052684146106c357806378800c76146106e257806379afefcd146107015780637aa31f8c14610720575f5ffd5b8063635f0417146106455780636394fbd2146106645780636453cbd714610690578063715018a6146106af575f5ffd5b806351ecceb71161028f57806351ecceb7146105df57806352d1902d146105f2578063572b6c05146106065780635901692e14610625575f5ffd5b8063466f878e1461058e5780634f1ef286146105ad57806350b5422b146105c0575f5ffd5b8063272cc9931161032a5780633659cfe6116102fa5780633659cfe6146105055780633c6cffa9146105245780633e397aea1461055057806342617fe71461056f575f5ffd5b8063272cc993146104895780632f2ff15d146104a8578063353f8500146104c757806336568abe146104e6575f5ffd5b80630843564a116103655780630843564a146103ff5780630ef8cdc71461042c578063248a9ca31461044b578063261a323e1461046a575f5ffd5b806301ffc9a71461038b578063022bf1d1146103bf57806303dd31f8146103e0575b5f5ffd5b348015610396575f5ffd5b506103aa6103a5366004613ee4565b610b8b565b60405190151581526020015b60405180910390f35b3480156103ca575f5ffd5b506103de6103d9366004613fcf565b610bc1565b005b3480156103eb575f5ffd5b506103de6103fa36600461406b565b610c4b565b34801561040a575f5ffd5b5061041e610419366004614109565b610ce0565b6040519081526020016103b6565b348015610437575f5ffd5b506103de61044636600461415b565b610d32565b348015610456575f5ffd5b5061041e6104653660046141c5565b610dc2565b348015610475575f5ffd5b506103aa6104843660046141dc565b610de2565b348015610494575f5ffd5b506103de6104a3366004614228565b610e36565b3480156104b3575f5ffd5b506103de6104c2366004614277565b610e47565b3480156104d2575f5ffd5b505f5160206150915f395f51905f5261041e565b3480156104f1575f5ffd5b506103de610500366004614277565b610e69565b348015610510575f5ffd5b506103de61051f3660046142a5565b610eac565b34801561052f575f5ffd5b50610538610ec7565b6040516001600160a01b0390911681526020016103b6565b34801561055b575f5ffd5b506103de61056a3660046142c0565b610ef9565b34801561057a575f5ffd5b506103de61058936600461415b565b610fc0565b348015610599575f5ffd5b506103de6105a8366004614228565b6110f9565b6103de6105bb366004614365565b611105565b3480156105cb575f5ffd5b506103de6105da366004614109565b611124565b3480156105ea575f5ffd5b506105385f81565b3480156105fd575f5ffd5b5061041e6111ea565b348015610611575f5ffd5b506103aa6106203660046142a5565b611205565b348015610630575f5ffd5b5061041e5f5160206150915f395f51905f5281565b348015610650575f5ffd5b506103de61065f36600461406b565b61124d565b34801561066f575f5ffd5b5061068361067e3660046141dc565b6112d9565b6040516103b69190614438565b34801561069b575f5ffd5b506103de6106aa3660046141dc565b6113a8565b3480156106ba575f5ffd5b506103de61148f565b3480156106ce575f5ffd5b506103de6106dd36600461444a565b6114a2565b3480156106ed575f5ffd5b506103de6106fc3660046144c8565b6115a1565b34801561070c575f5ffd5b506103de61071b3660046142a5565b61175f565b34801561072b575f5ffd5b5061073f61073a36600461415b565b61179d565b6040516103b691905f60a082019050825115158252602083015115156020830152604083015160408301526060830151606083015260808301511515608083015292915050565b348015610791575f5ffd5b506103de6107a0366004614552565b61183a565b3480156107b0575f5ffd5b506107c46107bf3660046141dc565b6118d6565b60405163ffffffff90911681526020016103b6565b3480156107e4575f5ffd5b506106836107f33660046141dc565b611926565b348015610803575f5ffd5b506103aa6108123660046142c0565b611966565b348015610822575f5ffd5b507f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b0316610538565b34801561085e575f5ffd5b506103aa61086d366004614277565b6119c4565b34801561087d575f5ffd5b5061041e61088c36600461415b565b6119fa565b34801561089c575f5ffd5b506103de6108ab3660046142c0565b611a80565b3480156108bb575f5ffd5b5061073f6108ca36600461415b565b611b0c565b3480156108da575f5ffd5b5061073f6108e9366004614109565b611bfd565b3480156108f9575f5ffd5b5061041e5f81565b34801561090c575f5ffd5b506103de61091b3660046145ba565b611cb8565b34801561092b575f5ffd5b50610683604051806040016040528060058152602001640352e302e360dc1b81525081565b34801561095b575f5ffd5b506103de61096a366004614615565b611d5e565b34801561097a575f5ffd5b506103de6109893660046146a8565b611e4e565b348015610999575f5ffd5b506103de6109a8366004614772565b611eeb565b3480156109b8575f5ffd5b506103de6109c73660046147af565b612001565b3480156109d7575f5ffd5b506103de6109e6366004614615565b6120bc565b3480156109f6575f5ffd5b506103de610a05366004614277565b61212d565b348015610a15575f5ffd5b506103de610a2436600461415b565b612149565b348015610a34575f5ffd5b506103de610a43366004613fcf565b612258565b348015610a53575f5ffd5b506103de610a623660046142a5565b612374565b348015610a72575f5ffd5b506103de610a81366004614865565b612385565b348015610a91575f5ffd5b506103de610aa036600461444a565b612533565b348015610ab0575f5ffd5b5061073f610abf366004614109565b612658565b348015610acf575f5ffd5b506103de610ade366004614913565b6126af565b348015610aee575f5ffd5b506103de610afd3660046142a5565b6127aa565b348015610b0d575f5ffd5b50610b21610b1c36600461499b565b6127e4565b60408051951515865293151560208601529284019190915260608301521515608082015260a0016103b6565b348015610b58575f5ffd5b506103aa610b673660046142c0565b61286c565b348015610b77575f5ffd5b506103aa610b86366004614228565b6128b5565b5f6001600160e01b03198216637965db0b60e01b1480610bbb57506301ffc9a760e01b6001600160e01b03198316145b92915050565b610c43610c0287878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128fe92505050565b87878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525089925088915087905086612965565b505050505050565b610c568584836129d6565b5f5b85811015610cd757610ccf878783818110610c7557610c756149e2565b9050602002810190610c8791906149f6565b878785818110610c9957610c996149e2565b9050602002810190610cab9190614a38565b878787818110610cbd57610cbd6149e2565b90506020028101906103d99190614a7d565b600101610c58565b50505050505050565b5f610d28610d2285858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b83612a67565b90505b9392505050565b610dbb610d3d612aaf565b610d4d610d48612aaf565b612abd565b86868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8a0181900481028201810190925288815292508891508790819084018382808284375f92019190915250612ad392505050565b5050505050565b5f9081525f5160206150b15f395f51905f52602052604090206001015490565b5f610e2183838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b8054610e2c90614ac1565b1515949350505050565b610e4283835f84610ef9565b505050565b610e5082610dc2565b610e5981612c7c565b610e638383612c8d565b50505050565b610e71612aaf565b6001600160a01b0316816001600160a01b031614610ea25760405163334bd91960e11b815260040160405180910390fd5b610e428282612d36565b610ec48160405180602001604052805f815250611105565b50565b5f7f47d38d325a431f6062df6f0f24dfae2a55905ab7717c56f5098302d2c1911a005b546001600160a01b0316919050565b5f610f6785858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250506040516001600160601b0319606089901b1660208201526034019150610f539050565b604051602081830303815290604052612dcd565b9050610dbb8186868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250889250610fbb9150869050610fb48184612a67565b885f612e52565b612fae565b5f610fff85858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061301c92505050565b905061100a81613086565b5460ff166110585760405162461bcd60e51b815260206004820152601660248201527532b93937b92fb737a2b234ba2832b936b4b9b9b4b7b760511b60448201526064015b60405180910390fd5b5f8290036110a85760405162461bcd60e51b815260206004820152601f60248201527f6572726f725f6d657461646174614a736f6e537472696e674973456d70747900604482015260640161104f565b806110b4838583614b47565b507fa60b7935888a7ab31214282090f1ab7207ab6d7abbf3c11080b75ce91d9a36d0858585856040516110ea9493929190614c28565b60405180910390a15050505050565b610e4283835f84611a80565b61110d6130ac565b6111168261313a565b6111208282613142565b5050565b5f61117e84848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250506040516001600160601b0319606088901b1660208201526034019150610f539050565b9050610e638185858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201829052506040805160a081018252828152602081018390529081018290526060810182905260808101919091528893509150612fae9050565b5f6111f36131fe565b505f5160206150715f395f51905f5290565b5f6001600160a01b03821615801590610bbb5750507f605d14bf92bc61cba2711f00f38e6e1ac7032ca59232ebe15b01dd55136fc000546001600160a01b0390811691161490565b6112588584836129d6565b5f5b85811015610cd7576112d1878783818110611277576112776149e2565b905060200281019061128991906149f6565b87878581811061129b5761129b6149e2565b90506020028101906112ad9190614a38565b8787878181106112bf576112bf6149e2565b9050602002810190610a439190614a7d565b60010161125a565b606061131983838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061301c92505050565b805461132490614ac1565b80601f016020809104026020016040519081016040528092919081815260200182805461135090614ac1565b801561139b5780601f106113725761010080835404028352916020019161139b565b820191905f5260205f20905b81548152906001019060200180831161137e57829003601f168201915b5050505050905092915050565b5f6113e783838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061301c92505050565b90506113f281613086565b54610100900460ff166114475760405162461bcd60e51b815260206004820152601860248201527f6572726f725f6e6f44656c6574655065726d697373696f6e0000000000000000604482015260640161104f565b611451815f613e6c565b7f74b7395f46349d84fba706c4d226c68bbf9206c2567ae3ec2a001b5a98128eae8383604051611482929190614c59565b60405180910390a1505050565b611497613247565b6114a05f6132c4565b565b5f6114e186868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128fe92505050565b9050610c438187878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8b0181900481028201810190925289815292508991508890819084018382808284375f9201919091525050604080516020601f8c018190048102820181019092528a815261159c9350889250611594918391908d908d90819084018382808284375f9201919091525061333492505050565b885f19612e52565b613357565b5f6115aa613408565b90506115b4612aaf565b6001600160a01b0316816001600160a01b0316632b1fd99589896040518363ffffffff1660e01b81526004016115eb929190614c59565b602060405180830381865afa158015611606573d5f5f3e3d5ffd5b505050506040513d601f19601f8201168201806040525081019061162a9190614c6c565b6001600160a01b0316036116ea576116e4611643612aaf565b88888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8c018190048102820181019092528a815292508a91508990819084018382808284375f9201919091525050604080516020601f8b0181900481028201810190925289815292508991508890819084018382808284375f92019190915250612ad392505050565b50610cd7565b806001600160a01b0316631877e534888888888888611707612aaf565b6040518863ffffffff1660e01b81526004016117299796959493929190614c87565b5f604051808303815f87803b158015611740575f5ffd5b505af1158015611752573d5f5f3e3d5ffd5b5050505050505050505050565b6117785f5160206150915f395f51905f5261086d612aaf565b6117945760405162461bcd60e51b815260040161104f90614cdf565b610ec48161343b565b6117a5613ea0565b5f6117e486868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061301c92505050565b905061182e816118298387878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061333492505050565b6134a3565b9150505b949350505050565b5f61187986868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128fe92505050565b90506118848361357d565b610c438187878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250899250610fbb91508690506118cf8184612a67565b8989612e52565b5f61191583838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b6001015463ffffffff169392505050565b606061131983838080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b5f5f6119a686868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b90506119b38185856135f3565b8061182e575061182e815f856135f3565b5f9182525f5160206150b15f395f51905f52602090815260408084206001600160a01b0393909316845291905290205460ff1690565b5f611a77611a3c86868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b84848080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061333492505050565b95945050505050565b5f611abf85858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128fe92505050565b9050610dbb8186868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250889250610fbb91508690506115948184612a67565b611b14613ea0565b5f611b5386868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061301c92505050565b9050806002015f611b998387878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061333492505050565b815260208082019290925260409081015f20815160a081018352815460ff8082161515835261010090910481161515948201949094526001820154928101929092526002810154606083015260030154909116151560808201529695505050505050565b611c05613ea0565b5f611c4485858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061301c92505050565b9050806002015f611c558386612a67565b815260208082019290925260409081015f20815160a081018352815460ff80821615158352610100909104811615159482019490945260018201549281019290925260028101546060830152600301549091161515608082015295945050505050565b610e63611cf985858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128fe92505050565b85858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201829052506040805160a081018252828152602081018390529081018a905260608101899052608081018290529093509150612fae9050565b611d775f5160206150915f395f51905f5261086d612aaf565b611d935760405162461bcd60e51b815260040161104f90614cdf565b5f6040518060a00160405280871515815260200186151581526020018581526020018481526020018315158152509050611e43611e048a8a8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061301c92505050565b8a8a8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508c9250869150612fae9050565b505050505050505050565b5f611ed3611e5a612aaf565b611e65610d48612aaf565b8b8b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8f018190048102820181019092528d815292508d91508c90819084018382808284375f92019190915250612ad392505050565b9050611e43611ee182612a30565b8287878787612965565b5f611ef46136de565b805490915060ff600160401b82041615906001600160401b03165f81158015611f1a5750825b90505f826001600160401b03166001148015611f355750303b155b905081158015611f43575080155b15611f615760405163f92ee8a960e01b815260040160405180910390fd5b845467ffffffffffffffff191660011785558315611f8b57845460ff60401b1916600160401b1785555b611f9488613706565b611f9e5f89612c8d565b50611fa88761343b565b611fb186613717565b8315611ff757845460ff60401b19168555604051600181527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d29060200160405180910390a15b5050505050505050565b61200c8786856129d6565b6120178382806129d6565b5f5b87811015611e43576120b4898983818110612036576120366149e2565b905060200281019061204891906149f6565b89898581811061205a5761205a6149e2565b905060200281019061206c91906149f6565b89898781811061207e5761207e6149e2565b90506020028101906120909190614a38565b8989898181106120a2576120a26149e2565b90506020028101906109899190614a7d565b600101612019565b5f6040518060a00160405280871515815260200186151581526020018581526020018481526020018315158152509050611e43611e048a8a8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128fe92505050565b61213682610dc2565b61213f81612c7c565b610e638383612d36565b5f6121bb85858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f890181900481028201810190925287815292508791508690819084018382808284375f92019190915250612dcd92505050565b9050610dbb8186868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8a0181900481028201810190925288815292508891508790819084018382808284375f9201829052506040805160a081018252828152602081018390529081018290526060810182905260808101919091529250613357915050565b5f61229787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128fe92505050565b90506122a48483806129d6565b5f5b84811015611ff75761236c8289898080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508b92508a91508690508181106122fc576122fc6149e2565b905060200281019061230e91906149f6565b8080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152508a9250899150879050818110612356576123566149e2565b905060a0020180360381019061159c9190614d16565b6001016122a6565b61237c613247565b610ec481613717565b61239e5f5160206150915f395f51905f5261086d612aaf565b6123ba5760405162461bcd60e51b815260040161104f90614cdf565b866001600160a01b03166123cc613408565b6001600160a01b0316632b1fd99588886040518363ffffffff1660e01b81526004016123f9929190614c59565b602060405180830381865afa158015612414573d5f5f3e3d5ffd5b505050506040513d601f19601f820116820180604052508101906124389190614c6c565b6001600160a01b03161461248e5760405162461bcd60e51b815260206004820152601760248201527f6572726f725f6e6f744f776e65724f66454e534e616d65000000000000000000604482015260640161104f565b611ff78787878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8b0181900481028201810190925289815292508991508890819084018382808284375f9201919091525050604080516020601f8a0181900481028201810190925288815292508891508790819084018382808284375f92019190915250612ad392505050565b5f6125a586868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8a0181900481028201810190925288815292508891508790819084018382808284375f92019190915250612dcd92505050565b9050610c438187878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8b0181900481028201810190925289815292508991508890819084018382808284375f9201919091525050604080516020601f8c018190048102820181019092528a815261159c9350889250610fb4918391908d908d90819084018382808284375f9201919091525061333492505050565b612660613ea0565b5f61269f85858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525061301c92505050565b9050611a77816118298386612a67565b5f6126ee87878080601f0160208091040260200160405190810160405280939291908181526020018383808284375f920191909152506128fe92505050565b90506126f98361357d565b610cd78188888080601f0160208091040260200160405190810160405280939291908181526020018383808284375f9201919091525050604080516020601f8c018190048102820181019092528a815292508a91508990819084018382808284375f9201919091525050604080516020601f8d018190048102820181019092528b815261159c93508892506118cf918391908e908e90819084018382808284375f9201919091525061333492505050565b6127b2613247565b6001600160a01b0381166127db57604051631e4fbdf760e01b81525f600482015260240161104f565b610ec4816132c4565b5f5f5f5f5f5f61282889898080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b5f97885260029081016020526040909720805460018201549882015460039092015460ff8083169d61010090930481169c50999a5091989091169650945050505050565b5f611a776128ae86868080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b84846135f3565b5f610d286128f785858080601f0160208091040260200160405190810160405280939291908181526020018383808284375f92019190915250612a3092505050565b5f846135f3565b5f6129088261301c565b905061291381613086565b6003015460ff166129605760405162461bcd60e51b815260206004820152601760248201527632b93937b92fb737a9b430b932a832b936b4b9b9b4b7b760491b604482015260640161104f565b919050565b6129708382806129d6565b5f5b83811015610cd7576129ce8787878785818110612991576129916149e2565b90506020020160208101906129a691906142a5565b8686868181106129b8576129b86149e2565b905060a00201803603810190610fbb9190614d16565b600101612972565b81831480156129e457508082145b610e425760405162461bcd60e51b815260206004820152601e60248201527f6572726f725f696e76616c6964496e70757441727261794c656e677468730000604482015260640161104f565b80516020918201205f9081527f8b8c70abfef392f20326eb6fa58c266f503e6b2febfbcf419a9f1689c55818009091526040902090565b60018201546040805163ffffffff90921660208301526001600160a01b038316908201525f906060015b60405160208183030381529060405280519060200120905092915050565b5f612ab861377f565b905090565b6060610bbb6001600160a01b03831660146137ba565b606081515f03612b255760405162461bcd60e51b815260206004820152601f60248201527f6572726f725f6d657461646174614a736f6e537472696e674973456d70747900604482015260640161104f565b612b2e8361392b565b8383604051602001612b41929190614dac565b60405160208183030381529060405290505f612b5c82612a30565b9050805f018054612b6c90614ac1565b159050612bbb5760405162461bcd60e51b815260206004820152601960248201527f6572726f725f73747265616d416c726561647945786973747300000000000000604482015260640161104f565b80612bc68482614dc0565b5060018101805463ffffffff16905f612bde83614e8e565b91906101000a81548163ffffffff021916908363ffffffff160217905550507f0db027888a30ca08149af1347f6ce2f48daffedd9d6d21ab6249c4d802ce592f8284604051612c2e929190614eb2565b60405180910390a1612c738183886040518060a001604052806001151581526020016001151581526020015f1981526020015f19815260200160011515815250612fae565b50949350505050565b610ec481612c88612aaf565b613acd565b5f5f5160206150b15f395f51905f52612ca684846119c4565b612d26575f848152602082815260408083206001600160a01b03871684529091529020805460ff19166001179055612cdc612aaf565b6001600160a01b0316836001600160a01b0316857f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d60405160405180910390a46001915050610bbb565b5f915050610bbb565b5092915050565b5f5f5160206150b15f395f51905f52612d4f84846119c4565b15612d26575f848152602082815260408083206001600160a01b03871684529091529020805460ff19169055612d83612aaf565b6001600160a01b0316836001600160a01b0316857ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b60405160405180910390a46001915050610bbb565b5f612dd78361301c565b9050612de281613086565b6003015460ff1680612e0c5750612e0081612dfb612aaf565b612a67565b612e0a8284613334565b145b610bbb5760405162461bcd60e51b815260206004820152601760248201527632b93937b92fb737a9b430b932a832b936b4b9b9b4b7b760491b604482015260640161104f565b612e5a613ea0565b505f83815260028086016020908152604092839020835160a081018552815460ff808216151583526101009091048116151593820193909352600182015494810194909452808301546060850152600301541615156080830152836004811115612ec657612ec6614ed6565b03612ed75760408101829052611832565b6003836004811115612eeb57612eeb614ed6565b03612efc5760608101829052611832565b612f06855f612a67565b8403612f545760405162461bcd60e51b815260206004820152601b60248201527f6572726f725f7075626c696343616e4f6e6c79537562735075626c0000000000604482015260640161104f565b8115155f846004811115612f6a57612f6a614ed6565b03612f79578015158252612c73565b6001846004811115612f8d57612f8d614ed6565b03612f9f578015156020830152612c73565b15156080820152949350505050565b612fc284612fbc8685612a67565b83613b06565b805160208201516040808401516060850151608086015192517fd22d58032f55c61c3896b3f67eb399b25071b61e122a23d4cd06bc87d4b7b8c19561300e958a958a9592949193614eea565b60405180910390a150505050565b5f61302682612a30565b9050805f01805461303690614ac1565b90505f036129605760405162461bcd60e51b815260206004820152601860248201527f6572726f725f73747265616d446f65734e6f7445786973740000000000000000604482015260640161104f565b5f816002015f61309884612dfb612aaf565b81526020019081526020015f209050919050565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016148061311c57507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316613110613c37565b6001600160a01b031614155b156114a05760405163703e46dd60e11b815260040160405180910390fd5b610ec4613247565b816001600160a01b03166352d1902d6040518163ffffffff1660e01b8152600401602060405180830381865afa92505050801561319c575060408051601f3d908101601f1916820190925261319991810190614f38565b60015b6131c457604051634c9c8ce360e01b81526001600160a01b038316600482015260240161104f565b5f5160206150715f395f51905f5281146131f457604051632a87526960e21b81526004810182905260240161104f565b610e428383613c4b565b306001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016146114a05760405163703e46dd60e11b815260040160405180910390fd5b61324f612aaf565b6001600160a01b03166132897f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300546001600160a01b031690565b6001600160a01b0316146114a05761329f612aaf565b60405163118cdaa760e01b81526001600160a01b03909116600482015260240161104f565b7f9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c19930080546001600160a01b031981166001600160a01b03848116918217845560405192169182907f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e0905f90a3505050565b60018201546040515f91612a919163ffffffff9091169083908590602001614f4f565b81515f036133785760405163c739b80d60e01b815260040160405180910390fd5b815160141415801561338e575061338e81613ca0565b156133ae5781604051630b62463560e31b815260040161104f9190614438565b6133bc84612fbc8685613334565b805160208201516040808401516060850151608086015192517fd7c1097f3fd7d3ed5e2ed13f20679b83d528af948c2e5341971c4c7a7fe9ffd29561300e958a958a9592949193614f70565b5f5f613412610ec7565b90506001600160a01b03811661296057604051631fee2bc360e11b815260040160405180910390fd5b7f47d38d325a431f6062df6f0f24dfae2a55905ab7717c56f5098302d2c1911a0080546001600160a01b0319166001600160a01b0383169081179091556040517ffab0806e85f4fc8f21c1139b8e07c2e59438929195559e7b25da1cc12e88b1e1905f90a250565b6134ab613ea0565b505f818152600280840160208181526040808520815160a081018352815460ff8082161515835261010090910481161515948201949094526001820154928101929092529384015460608201526003909301541615156080830152909190816135148682612a67565b81526020019081526020015f209050613531826040015142111590565b158015613542575060018101544211155b1561355257600181015460408301525b606082015142118015613569575060028101544211155b15612d2f5760020154606082015292915050565b600281600481111561359157613591614ed6565b14806135ae575060038160048111156135ac576135ac614ed6565b145b610ec45760405162461bcd60e51b815260206004820152601660248201527532b93937b92fba34b6b2a7b7363ca7b1283ab129bab160511b604482015260640161104f565b5f835f01805461360290614ac1565b90505f0361361157505f610d2b565b5f846002015f6136218787612a67565b815260208101919091526040015f908120915083600481111561364657613646614ed6565b03613656575460ff169050610d2b565b600183600481111561366a5761366a614ed6565b0361367f5754610100900460ff169050610d2b565b600283600481111561369357613693614ed6565b036136a95760018101544211155b915050610d2b565b60038360048111156136bd576136bd614ed6565b036136cf5760028101544211156136a1565b6003015460ff16949350505050565b5f807ff0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00610bbb565b61370e613cbe565b610ec481613ce3565b7f605d14bf92bc61cba2711f00f38e6e1ac7032ca59232ebe15b01dd55136fc00080546001600160a01b0319166001600160a01b0383169081179091556040517f871264f4293af7d2865ae7eae628b228f4991c57cb45b39c99f0b774ebe29018905f90a250565b5f613788613ceb565b61379157503390565b5f3661379e601482614fc1565b6137a9928290614fd4565b6137b291614ffb565b60601c905090565b6060825f6137c9846002615031565b6137d4906002615048565b6001600160401b038111156137eb576137eb614321565b6040519080825280601f01601f191660200182016040528015613815576020820181803683370190505b509050600360fc1b815f8151811061382f5761382f6149e2565b60200101906001600160f81b03191690815f1a905350600f60fb1b8160018151811061385d5761385d6149e2565b60200101906001600160f81b03191690815f1a9053505f61387f856002615031565b61388a906001615048565b90505b6001811115613901576f181899199a1a9b1b9c1cb0b131b232b360811b83600f16601081106138be576138be6149e2565b1a60f81b8282815181106138d4576138d46149e2565b60200101906001600160f81b03191690815f1a90535060049290921c916138fa8161505b565b905061388d565b5081156118325760405163e22e27eb60e01b8152600481018690526024810185905260440161104f565b60015b8151811015613a4c575f82828151811061394a5761394a6149e2565b01602001516001600160f81b03191690505f602d60f81b821080159061397e5750603960f81b6001600160f81b0319831611155b806139b05750604160f81b6001600160f81b03198316108015906139b05750602d60f91b6001600160f81b0319831611155b806139e25750606160f81b6001600160f81b03198316108015906139e25750603d60f91b6001600160f81b0319831611155b806139fa5750605f60f81b6001600160f81b03198316145b905080613a425760405162461bcd60e51b81526020600482015260166024820152756572726f725f696e76616c696450617468436861727360501b604482015260640161104f565b505060010161392e565b505f8151118015613a815750805f81518110613a6a57613a6a6149e2565b6020910101516001600160f81b031916602f60f81b145b610ec45760405162461bcd60e51b815260206004820152601c60248201527f6572726f725f706174684d757374537461727457697468536c61736800000000604482015260640161104f565b613ad782826119c4565b6111205760405163e2517d3f60e01b81526001600160a01b03821660048201526024810183905260440161104f565b5f613b1082613ca0565b9050801580613b285750613b24845f612a67565b8314155b613b745760405162461bcd60e51b815260206004820152601b60248201527f6572726f725f7075626c696343616e4f6e6c79537562735075626c0000000000604482015260640161104f565b8080613b84575060408201514211155b80613b93575060608201514211155b15613c04575f83815260028581016020908152604092839020855181549287015161ffff1990931690151561ff001916176101009215159290920291909117815591840151600183015560608401519082015560808301516003909101805460ff1916911515919091179055610e63565b50505f908152600291820160205260408120805461ffff191681556001810182905591820155600301805460ff19169055565b5f5f5160206150715f395f51905f52610eea565b613c5482613d01565b6040516001600160a01b038316907fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b905f90a2805115613c9857610e428282613d64565b611120613dfd565b80515f9080613cb0575081602001515b80610bbb5750506080015190565b613cc6613e1c565b6114a057604051631afcd79f60e31b815260040160405180910390fd5b6127b2613cbe565b5f60143610801590612ab85750612ab833611205565b806001600160a01b03163b5f03613d3657604051634c9c8ce360e01b81526001600160a01b038216600482015260240161104f565b5f5160206150715f395f51905f5280546001600160a01b0319166001600160a01b0392909216919091179055565b60605f613d718484613e35565b9050808015613d9257505f3d1180613d9257505f846001600160a01b03163b115b15613da757613d9f613e48565b915050610bbb565b8015613dd157604051639996b31560e01b81526001600160a01b038516600482015260240161104f565b3d15613de457613ddf613e61565b612d2f565b60405163d6bda27560e01b815260040160405180910390fd5b34156114a05760405163b398979f60e01b815260040160405180910390fd5b5f613e256136de565b54600160401b900460ff16919050565b5f5f5f835160208501865af49392505050565b6040513d81523d5f602083013e3d602001810160405290565b6040513d5f823e3d81fd5b508054613e7890614ac1565b5f825580601f10613e87575050565b601f0160209004905f5260205f20906114a09190613ecd565b6040805160a0810182525f8082526020820181905291810182905260608101829052608081019190915290565b5f5b80821115610e42575f81840155600101613ecf565b5f60208284031215613ef4575f5ffd5b81356001600160e01b031981168114610d2b575f5ffd5b5f5f83601f840112613f1b575f5ffd5b5081356001600160401b03811115613f31575f5ffd5b602083019150836020828501011115613f48575f5ffd5b9250929050565b5f5f83601f840112613f5f575f5ffd5b5081356001600160401b03811115613f75575f5ffd5b6020830191508360208260051b8501011115613f48575f5ffd5b5f5f83601f840112613f9f575f5ffd5b5081356001600160401b03811115613fb5575f5ffd5b60208301915083602060a083028501011115613f48575f5ffd5b5f5f5f5f5f5f60608789031215613fe4575f5ffd5b86356001600160401b03811115613ff9575f5ffd5b61400589828a01613f0b565b90975095505060208701356001600160401b03811115614023575f5ffd5b61402f89828a01613f4f565b90955093505060408701356001600160401b0381111561404d575f5ffd5b61405989828a01613f8f565b979a9699509497509295939492505050565b5f5f5f5f5f5f60608789031215614080575f5ffd5b86356001600160401b03811115614095575f5ffd5b6140a189828a01613f4f565b90975095505060208701356001600160401b038111156140bf575f5ffd5b6140cb89828a01613f4f565b90955093505060408701356001600160401b038111156140e9575f5ffd5b61405989828a01613f4f565b6001600160a01b0381168114610ec4575f5ffd5b5f5f5f6040848603121561411b575f5ffd5b83356001600160401b03811115614130575f5ffd5b61413c86828701613f0b565b9094509250506020840135614150816140f5565b809150509250925092565b5f5f5f5f6040858703121561416e575f5ffd5b84356001600160401b03811115614183575f5ffd5b61418f87828801613f0b565b90955093505060208501356001600160401b038111156141ad575f5ffd5b6141b987828801613f0b565b95989497509550505050565b5f602082840312156141d5575f5ffd5b5035919050565b5f5f602083850312156141ed575f5ffd5b82356001600160401b03811115614202575f5ffd5b61420e85828601613f0b565b90969095509350505050565b803560058110612960575f5ffd5b5f5f5f6040848603121561423a575f5ffd5b83356001600160401b0381111561424f575f5ffd5b61425b86828701613f0b565b909450925061426e90506020850161421a565b90509250925092565b5f5f60408385031215614288575f5ffd5b82359150602083013561429a816140f5565b809150509250929050565b5f602082840312156142b5575f5ffd5b8135610d2b816140f5565b5f5f5f5f606085870312156142d3575f5ffd5b84356001600160401b038111156142e8575f5ffd5b6142f487828801613f0b565b9095509350506020850135614308816140f5565b91506143166040860161421a565b905092959194509250565b634e487b7160e01b5f52604160045260245ffd5b604051601f8201601f191681016001600160401b038111828210171561435d5761435d614321565b604052919050565b5f5f60408385031215614376575f5ffd5b8235614381816140f5565b915060208301356001600160401b0381111561439b575f5ffd5b8301601f810185136143ab575f5ffd5b80356001600160401b038111156143c4576143c4614321565b6143d7601f8201601f1916602001614335565b8181528660208385010111156143eb575f5ffd5b816020840160208301375f602083830101528093505050509250929050565b5f81518084528060208401602086015e5f602082860101526020601f19601f83011685010191505092915050565b602081525f610d2b602083018461440a565b5f5f5f5f5f6060868803121561445e575f5ffd5b85356001600160401b03811115614473575f5ffd5b61447f88828901613f0b565b90965094505060208601356001600160401b0381111561449d575f5ffd5b6144a988828901613f0b565b90945092506144bc90506040870161421a565b90509295509295909350565b5f5f5f5f5f5f606087890312156144dd575f5ffd5b86356001600160401b038111156144f2575f5ffd5b6144fe89828a01613f0b565b90975095505060208701356001600160401b0381111561451c575f5ffd5b61452889828a01613f0b565b90955093505060408701356001600160401b03811115614546575f5ffd5b61405989828a01613f0b565b5f5f5f5f5f60808688031215614566575f5ffd5b85356001600160401b0381111561457b575f5ffd5b61458788828901613f0b565b909650945050602086013561459b816140f5565b92506145a96040870161421a565b949793965091946060013592915050565b5f5f5f5f606085870312156145cd575f5ffd5b84356001600160401b038111156145e2575f5ffd5b6145ee87828801613f0b565b90989097506020870135966040013595509350505050565b80358015158114612960575f5ffd5b5f5f5f5f5f5f5f5f60e0898b03121561462c575f5ffd5b88356001600160401b03811115614641575f5ffd5b61464d8b828c01613f0b565b9099509750506020890135614661816140f5565b955061466f60408a01614606565b945061467d60608a01614606565b93506080890135925060a0890135915061469960c08a01614606565b90509295985092959890939650565b5f5f5f5f5f5f5f5f6080898b0312156146bf575f5ffd5b88356001600160401b038111156146d4575f5ffd5b6146e08b828c01613f0b565b90995097505060208901356001600160401b038111156146fe575f5ffd5b61470a8b828c01613f0b565b90975095505060408901356001600160401b03811115614728575f5ffd5b6147348b828c01613f4f565b90955093505060608901356001600160401b03811115614752575f5ffd5b61475e8b828c01613f8f565b999c989b5096995094979396929594505050565b5f5f5f60608486031215614784575f5ffd5b833561478f816140f5565b9250602084013561479f816140f5565b91506040840135614150816140f5565b5f5f5f5f5f5f5f5f6080898b0312156147c6575f5ffd5b88356001600160401b038111156147db575f5ffd5b6147e78b828c01613f4f565b90995097505060208901356001600160401b03811115614805575f5ffd5b6148118b828c01613f4f565b90975095505060408901356001600160401b0381111561482f575f5ffd5b61483b8b828c01613f4f565b90955093505060608901356001600160401b03811115614859575f5ffd5b61475e8b828c01613f4f565b5f5f5f5f5f5f5f6080888a03121561487b575f5ffd5b8735614886816140f5565b965060208801356001600160401b038111156148a0575f5ffd5b6148ac8a828b01613f0b565b90975095505060408801356001600160401b038111156148ca575f5ffd5b6148d68a828b01613f0b565b90955093505060608801356001600160401b038111156148f4575f5ffd5b6149008a828b01613f0b565b989b979a50959850939692959293505050565b5f5f5f5f5f5f60808789031215614928575f5ffd5b86356001600160401b0381111561493d575f5ffd5b61494989828a01613f0b565b90975095505060208701356001600160401b03811115614967575f5ffd5b61497389828a01613f0b565b909550935061498690506040880161421a565b95989497509295919493606090920135925050565b5f5f5f604084860312156149ad575f5ffd5b83356001600160401b038111156149c2575f5ffd5b6149ce86828701613f0b565b909790965060209590950135949350505050565b634e487b7160e01b5f52603260045260245ffd5b5f5f8335601e19843603018112614a0b575f5ffd5b8301803591506001600160401b03821115614a24575f5ffd5b602001915036819003821315613f48575f5ffd5b5f5f8335601e19843603018112614a4d575f5ffd5b8301803591506001600160401b03821115614a66575f5ffd5b6020019150600581901b3603821315613f48575f5ffd5b5f5f8335601e19843603018112614a92575f5ffd5b8301803591506001600160401b03821115614aab575f5ffd5b602001915060a081023603821315613f48575f5ffd5b600181811c90821680614ad557607f821691505b602082108103614af357634e487b7160e01b5f52602260045260245ffd5b50919050565b601f821115610e425782821115610e4257805f5260205f20601f840160051c6020851015614b2457505f5b90810190601f840160051c035f5b81811015610c43575f83820155600101614b32565b6001600160401b03831115614b5e57614b5e614321565b614b7283614b6c8354614ac1565b83614af9565b5f601f841160018114614ba3575f8515614b8c5750838201355b5f19600387901b1c1916600186901b178355610dbb565b5f83815260208120601f198716915b82811015614bd25786850135825560209485019460019092019101614bb2565b5086821015614bee575f1960f88860031b161c19848701351681555b505060018560011b0183555050505050565b81835281816020850137505f828201602090810191909152601f909101601f19169091010190565b604081525f614c3b604083018688614c00565b8281036020840152614c4e818587614c00565b979650505050505050565b602081525f610d28602083018486614c00565b5f60208284031215614c7c575f5ffd5b8151610d2b816140f5565b608081525f614c9a60808301898b614c00565b8281036020840152614cad81888a614c00565b90508281036040840152614cc2818688614c00565b91505060018060a01b038316606083015298975050505050505050565b60208082526017908201527f6572726f725f6d757374426554727573746564526f6c65000000000000000000604082015260600190565b5f60a0828403128015614d27575f5ffd5b5060405160a081016001600160401b0381118282101715614d4a57614d4a614321565b604052614d5683614606565b8152614d6460208401614606565b60208201526040838101359082015260608084013590820152614d8960808401614606565b60808201529392505050565b5f81518060208401855e5f93019283525090919050565b5f610d28614dba8386614d95565b84614d95565b81516001600160401b03811115614dd957614dd9614321565b614ded81614de78454614ac1565b84614af9565b6020601f821160018114614e1f575f8315614e085750848201515b5f19600385901b1c1916600184901b178455610dbb565b5f84815260208120601f198516915b82811015614e4e5787850151825560209485019460019092019101614e2e565b5084821015614e6b57868401515f19600387901b60f8161c191681555b50505050600190811b01905550565b634e487b7160e01b5f52601160045260245ffd5b5f63ffffffff821663ffffffff8103614ea957614ea9614e7a565b60010192915050565b604081525f614ec4604083018561440a565b8281036020840152611a77818561440a565b634e487b7160e01b5f52602160045260245ffd5b60e081525f614efc60e083018a61440a565b6001600160a01b039890981660208301525094151560408601529215156060850152608084019190915260a0830152151560c090910152919050565b5f60208284031215614f48575f5ffd5b5051919050565b8381526001600160a01b0319831660208201525f611a77602c830184614d95565b60e081525f614f8260e083018a61440a565b8281036020840152614f94818a61440a565b971515604084015250509315156060850152608084019290925260a0830152151560c09091015292915050565b81810381811115610bbb57610bbb614e7a565b5f5f85851115614fe2575f5ffd5b83861115614fee575f5ffd5b5050820193919092039150565b80356001600160601b03198116906014841015612d2f576001600160601b031960149490940360031b84901b1690921692915050565b8082028115828204841417610bbb57610bbb614e7a565b80820180821115610bbb57610bbb614e7a565b5f8161506957615069614e7a565b505f19019056fe360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc2de84d9fbdf6d06e2cc584295043dbd76046423b9f8bae9426d4fa5e7c03f4a702dd7bc7dec4dceedda775e58dd541e08a116c6c53815c0bd028192f7b626800",
}

// StreamRegistry is an auto generated Go binding around an Ethereum contract.
type StreamRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *StreamRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewStreamRegistry creates a new instance of StreamRegistry.
func NewStreamRegistry() *StreamRegistry {
	parsed, err := StreamRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &StreamRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *StreamRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (streamRegistry *StreamRegistry) PackDEFAULTADMINROLE() []byte {
	enc, err := streamRegistry.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (streamRegistry *StreamRegistry) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return streamRegistry.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (streamRegistry *StreamRegistry) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := streamRegistry.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackENScreateStreamCallback is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdbfc1d87.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ENScreateStreamCallback(address ownerAddress, string ensName, string streamIdPath, string metadataJsonString) returns()
func (streamRegistry *StreamRegistry) PackENScreateStreamCallback(ownerAddress common.Address, ensName string, streamIdPath string, metadataJsonString string) []byte {
	enc, err := streamRegistry.abi.Pack("ENScreateStreamCallback", ownerAddress, ensName, streamIdPath, metadataJsonString)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackENScreateStreamCallback is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdbfc1d87.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ENScreateStreamCallback(address ownerAddress, string ensName, string streamIdPath, string metadataJsonString) returns()
func (streamRegistry *StreamRegistry) TryPackENScreateStreamCallback(ownerAddress common.Address, ensName string, streamIdPath string, metadataJsonString string) ([]byte, error) {
	return streamRegistry.abi.Pack("ENScreateStreamCallback", ownerAddress, ensName, streamIdPath, metadataJsonString)
}

// PackPUBLICPERMISSIONUSERID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51ecceb7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PUBLIC_PERMISSION_USER_ID() view returns(address)
func (streamRegistry *StreamRegistry) PackPUBLICPERMISSIONUSERID() []byte {
	enc, err := streamRegistry.abi.Pack("PUBLIC_PERMISSION_USER_ID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPUBLICPERMISSIONUSERID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x51ecceb7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PUBLIC_PERMISSION_USER_ID() view returns(address)
func (streamRegistry *StreamRegistry) TryPackPUBLICPERMISSIONUSERID() ([]byte, error) {
	return streamRegistry.abi.Pack("PUBLIC_PERMISSION_USER_ID")
}

// UnpackPUBLICPERMISSIONUSERID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x51ecceb7.
//
// Solidity: function PUBLIC_PERMISSION_USER_ID() view returns(address)
func (streamRegistry *StreamRegistry) UnpackPUBLICPERMISSIONUSERID(data []byte) (common.Address, error) {
	out, err := streamRegistry.abi.Unpack("PUBLIC_PERMISSION_USER_ID", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTRUSTEDROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5901692e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function TRUSTED_ROLE() view returns(bytes32)
func (streamRegistry *StreamRegistry) PackTRUSTEDROLE() []byte {
	enc, err := streamRegistry.abi.Pack("TRUSTED_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTRUSTEDROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5901692e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function TRUSTED_ROLE() view returns(bytes32)
func (streamRegistry *StreamRegistry) TryPackTRUSTEDROLE() ([]byte, error) {
	return streamRegistry.abi.Pack("TRUSTED_ROLE")
}

// UnpackTRUSTEDROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5901692e.
//
// Solidity: function TRUSTED_ROLE() view returns(bytes32)
func (streamRegistry *StreamRegistry) UnpackTRUSTEDROLE(data []byte) ([32]byte, error) {
	out, err := streamRegistry.abi.Unpack("TRUSTED_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (streamRegistry *StreamRegistry) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := streamRegistry.abi.Pack("UPGRADE_INTERFACE_VERSION")
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
func (streamRegistry *StreamRegistry) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return streamRegistry.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (streamRegistry *StreamRegistry) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := streamRegistry.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackCreateMultipleStreamsWithPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc15211ef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createMultipleStreamsWithPermissions(string[] streamIdPaths, string[] metadataJsonStrings, address[][] users, (bool,bool,uint256,uint256,bool)[][] permissions) returns()
func (streamRegistry *StreamRegistry) PackCreateMultipleStreamsWithPermissions(streamIdPaths []string, metadataJsonStrings []string, users [][]common.Address, permissions [][]Permission) []byte {
	enc, err := streamRegistry.abi.Pack("createMultipleStreamsWithPermissions", streamIdPaths, metadataJsonStrings, users, permissions)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateMultipleStreamsWithPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc15211ef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createMultipleStreamsWithPermissions(string[] streamIdPaths, string[] metadataJsonStrings, address[][] users, (bool,bool,uint256,uint256,bool)[][] permissions) returns()
func (streamRegistry *StreamRegistry) TryPackCreateMultipleStreamsWithPermissions(streamIdPaths []string, metadataJsonStrings []string, users [][]common.Address, permissions [][]Permission) ([]byte, error) {
	return streamRegistry.abi.Pack("createMultipleStreamsWithPermissions", streamIdPaths, metadataJsonStrings, users, permissions)
}

// PackCreateStream is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0ef8cdc7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createStream(string streamIdPath, string metadataJsonString) returns()
func (streamRegistry *StreamRegistry) PackCreateStream(streamIdPath string, metadataJsonString string) []byte {
	enc, err := streamRegistry.abi.Pack("createStream", streamIdPath, metadataJsonString)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateStream is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0ef8cdc7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createStream(string streamIdPath, string metadataJsonString) returns()
func (streamRegistry *StreamRegistry) TryPackCreateStream(streamIdPath string, metadataJsonString string) ([]byte, error) {
	return streamRegistry.abi.Pack("createStream", streamIdPath, metadataJsonString)
}

// PackCreateStreamWithENS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x78800c76.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createStreamWithENS(string ensName, string streamIdPath, string metadataJsonString) returns()
func (streamRegistry *StreamRegistry) PackCreateStreamWithENS(ensName string, streamIdPath string, metadataJsonString string) []byte {
	enc, err := streamRegistry.abi.Pack("createStreamWithENS", ensName, streamIdPath, metadataJsonString)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateStreamWithENS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x78800c76.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createStreamWithENS(string ensName, string streamIdPath, string metadataJsonString) returns()
func (streamRegistry *StreamRegistry) TryPackCreateStreamWithENS(ensName string, streamIdPath string, metadataJsonString string) ([]byte, error) {
	return streamRegistry.abi.Pack("createStreamWithENS", ensName, streamIdPath, metadataJsonString)
}

// PackCreateStreamWithPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd030599.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function createStreamWithPermissions(string streamIdPath, string metadataJsonString, address[] users, (bool,bool,uint256,uint256,bool)[] permissions) returns()
func (streamRegistry *StreamRegistry) PackCreateStreamWithPermissions(streamIdPath string, metadataJsonString string, users []common.Address, permissions []Permission) []byte {
	enc, err := streamRegistry.abi.Pack("createStreamWithPermissions", streamIdPath, metadataJsonString, users, permissions)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreateStreamWithPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbd030599.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function createStreamWithPermissions(string streamIdPath, string metadataJsonString, address[] users, (bool,bool,uint256,uint256,bool)[] permissions) returns()
func (streamRegistry *StreamRegistry) TryPackCreateStreamWithPermissions(streamIdPath string, metadataJsonString string, users []common.Address, permissions []Permission) ([]byte, error) {
	return streamRegistry.abi.Pack("createStreamWithPermissions", streamIdPath, metadataJsonString, users, permissions)
}

// PackDeleteStream is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6453cbd7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deleteStream(string streamId) returns()
func (streamRegistry *StreamRegistry) PackDeleteStream(streamId string) []byte {
	enc, err := streamRegistry.abi.Pack("deleteStream", streamId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeleteStream is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6453cbd7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deleteStream(string streamId) returns()
func (streamRegistry *StreamRegistry) TryPackDeleteStream(streamId string) ([]byte, error) {
	return streamRegistry.abi.Pack("deleteStream", streamId)
}

// PackEnsCache is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3c6cffa9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ensCache() view returns(address)
func (streamRegistry *StreamRegistry) PackEnsCache() []byte {
	enc, err := streamRegistry.abi.Pack("ensCache")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEnsCache is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3c6cffa9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ensCache() view returns(address)
func (streamRegistry *StreamRegistry) TryPackEnsCache() ([]byte, error) {
	return streamRegistry.abi.Pack("ensCache")
}

// UnpackEnsCache is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3c6cffa9.
//
// Solidity: function ensCache() view returns(address)
func (streamRegistry *StreamRegistry) UnpackEnsCache(data []byte) (common.Address, error) {
	out, err := streamRegistry.abi.Unpack("ensCache", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackExists is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x261a323e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function exists(string streamId) view returns(bool)
func (streamRegistry *StreamRegistry) PackExists(streamId string) []byte {
	enc, err := streamRegistry.abi.Pack("exists", streamId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExists is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x261a323e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function exists(string streamId) view returns(bool)
func (streamRegistry *StreamRegistry) TryPackExists(streamId string) ([]byte, error) {
	return streamRegistry.abi.Pack("exists", streamId)
}

// UnpackExists is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x261a323e.
//
// Solidity: function exists(string streamId) view returns(bool)
func (streamRegistry *StreamRegistry) UnpackExists(data []byte) (bool, error) {
	out, err := streamRegistry.abi.Unpack("exists", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackGetAddressKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0843564a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getAddressKey(string streamId, address user) view returns(bytes32)
func (streamRegistry *StreamRegistry) PackGetAddressKey(streamId string, user common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("getAddressKey", streamId, user)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetAddressKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0843564a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getAddressKey(string streamId, address user) view returns(bytes32)
func (streamRegistry *StreamRegistry) TryPackGetAddressKey(streamId string, user common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("getAddressKey", streamId, user)
}

// UnpackGetAddressKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0843564a.
//
// Solidity: function getAddressKey(string streamId, address user) view returns(bytes32)
func (streamRegistry *StreamRegistry) UnpackGetAddressKey(data []byte) ([32]byte, error) {
	out, err := streamRegistry.abi.Unpack("getAddressKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetDirectPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa020aa97.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getDirectPermissionsForUser(string streamId, address user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) PackGetDirectPermissionsForUser(streamId string, user common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("getDirectPermissionsForUser", streamId, user)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetDirectPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa020aa97.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getDirectPermissionsForUser(string streamId, address user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) TryPackGetDirectPermissionsForUser(streamId string, user common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("getDirectPermissionsForUser", streamId, user)
}

// UnpackGetDirectPermissionsForUser is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa020aa97.
//
// Solidity: function getDirectPermissionsForUser(string streamId, address user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) UnpackGetDirectPermissionsForUser(data []byte) (Permission, error) {
	out, err := streamRegistry.abi.Unpack("getDirectPermissionsForUser", data)
	if err != nil {
		return *new(Permission), err
	}
	out0 := *abi.ConvertType(out[0], new(Permission)).(*Permission)
	return out0, nil
}

// PackGetDirectPermissionsForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f967a70.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getDirectPermissionsForUserId(string streamId, bytes user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) PackGetDirectPermissionsForUserId(streamId string, user []byte) []byte {
	enc, err := streamRegistry.abi.Pack("getDirectPermissionsForUserId", streamId, user)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetDirectPermissionsForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9f967a70.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getDirectPermissionsForUserId(string streamId, bytes user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) TryPackGetDirectPermissionsForUserId(streamId string, user []byte) ([]byte, error) {
	return streamRegistry.abi.Pack("getDirectPermissionsForUserId", streamId, user)
}

// UnpackGetDirectPermissionsForUserId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9f967a70.
//
// Solidity: function getDirectPermissionsForUserId(string streamId, bytes user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) UnpackGetDirectPermissionsForUserId(data []byte) (Permission, error) {
	out, err := streamRegistry.abi.Unpack("getDirectPermissionsForUserId", data)
	if err != nil {
		return *new(Permission), err
	}
	out0 := *abi.ConvertType(out[0], new(Permission)).(*Permission)
	return out0, nil
}

// PackGetPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe8f3828e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPermissionsForUser(string streamId, address user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) PackGetPermissionsForUser(streamId string, user common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("getPermissionsForUser", streamId, user)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe8f3828e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPermissionsForUser(string streamId, address user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) TryPackGetPermissionsForUser(streamId string, user common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("getPermissionsForUser", streamId, user)
}

// UnpackGetPermissionsForUser is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe8f3828e.
//
// Solidity: function getPermissionsForUser(string streamId, address user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) UnpackGetPermissionsForUser(data []byte) (Permission, error) {
	out, err := streamRegistry.abi.Unpack("getPermissionsForUser", data)
	if err != nil {
		return *new(Permission), err
	}
	out0 := *abi.ConvertType(out[0], new(Permission)).(*Permission)
	return out0, nil
}

// PackGetPermissionsForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7aa31f8c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPermissionsForUserId(string streamId, bytes user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) PackGetPermissionsForUserId(streamId string, user []byte) []byte {
	enc, err := streamRegistry.abi.Pack("getPermissionsForUserId", streamId, user)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPermissionsForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7aa31f8c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPermissionsForUserId(string streamId, bytes user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) TryPackGetPermissionsForUserId(streamId string, user []byte) ([]byte, error) {
	return streamRegistry.abi.Pack("getPermissionsForUserId", streamId, user)
}

// UnpackGetPermissionsForUserId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7aa31f8c.
//
// Solidity: function getPermissionsForUserId(string streamId, bytes user) view returns((bool,bool,uint256,uint256,bool) permission)
func (streamRegistry *StreamRegistry) UnpackGetPermissionsForUserId(data []byte) (Permission, error) {
	out, err := streamRegistry.abi.Unpack("getPermissionsForUserId", data)
	if err != nil {
		return *new(Permission), err
	}
	out0 := *abi.ConvertType(out[0], new(Permission)).(*Permission)
	return out0, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (streamRegistry *StreamRegistry) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := streamRegistry.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (streamRegistry *StreamRegistry) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return streamRegistry.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (streamRegistry *StreamRegistry) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := streamRegistry.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetStreamMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6394fbd2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getStreamMetadata(string streamId) view returns(string des)
func (streamRegistry *StreamRegistry) PackGetStreamMetadata(streamId string) []byte {
	enc, err := streamRegistry.abi.Pack("getStreamMetadata", streamId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetStreamMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6394fbd2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getStreamMetadata(string streamId) view returns(string des)
func (streamRegistry *StreamRegistry) TryPackGetStreamMetadata(streamId string) ([]byte, error) {
	return streamRegistry.abi.Pack("getStreamMetadata", streamId)
}

// UnpackGetStreamMetadata is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6394fbd2.
//
// Solidity: function getStreamMetadata(string streamId) view returns(string des)
func (streamRegistry *StreamRegistry) UnpackGetStreamMetadata(data []byte) (string, error) {
	out, err := streamRegistry.abi.Unpack("getStreamMetadata", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackGetTrustedRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x353f8500.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getTrustedRole() pure returns(bytes32)
func (streamRegistry *StreamRegistry) PackGetTrustedRole() []byte {
	enc, err := streamRegistry.abi.Pack("getTrustedRole")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetTrustedRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x353f8500.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getTrustedRole() pure returns(bytes32)
func (streamRegistry *StreamRegistry) TryPackGetTrustedRole() ([]byte, error) {
	return streamRegistry.abi.Pack("getTrustedRole")
}

// UnpackGetTrustedRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x353f8500.
//
// Solidity: function getTrustedRole() pure returns(bytes32)
func (streamRegistry *StreamRegistry) UnpackGetTrustedRole(data []byte) ([32]byte, error) {
	out, err := streamRegistry.abi.Unpack("getTrustedRole", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetUserKeyForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x931a314d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getUserKeyForUserId(string streamId, bytes user) view returns(bytes32)
func (streamRegistry *StreamRegistry) PackGetUserKeyForUserId(streamId string, user []byte) []byte {
	enc, err := streamRegistry.abi.Pack("getUserKeyForUserId", streamId, user)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetUserKeyForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x931a314d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getUserKeyForUserId(string streamId, bytes user) view returns(bytes32)
func (streamRegistry *StreamRegistry) TryPackGetUserKeyForUserId(streamId string, user []byte) ([]byte, error) {
	return streamRegistry.abi.Pack("getUserKeyForUserId", streamId, user)
}

// UnpackGetUserKeyForUserId is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x931a314d.
//
// Solidity: function getUserKeyForUserId(string streamId, bytes user) view returns(bytes32)
func (streamRegistry *StreamRegistry) UnpackGetUserKeyForUserId(data []byte) ([32]byte, error) {
	out, err := streamRegistry.abi.Unpack("getUserKeyForUserId", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGrantPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x997e8aaa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantPermission(string streamId, address user, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) PackGrantPermission(streamId string, user common.Address, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("grantPermission", streamId, user, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x997e8aaa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantPermission(string streamId, address user, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) TryPackGrantPermission(streamId string, user common.Address, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("grantPermission", streamId, user, permissionType)
}

// PackGrantPermissionForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x76052684.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantPermissionForUserId(string streamId, bytes user, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) PackGrantPermissionForUserId(streamId string, user []byte, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("grantPermissionForUserId", streamId, user, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantPermissionForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x76052684.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantPermissionForUserId(string streamId, bytes user, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) TryPackGrantPermissionForUserId(streamId string, user []byte, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("grantPermissionForUserId", streamId, user, permissionType)
}

// PackGrantPublicPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x466f878e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantPublicPermission(string streamId, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) PackGrantPublicPermission(streamId string, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("grantPublicPermission", streamId, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantPublicPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x466f878e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantPublicPermission(string streamId, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) TryPackGrantPublicPermission(streamId string, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("grantPublicPermission", streamId, permissionType)
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (streamRegistry *StreamRegistry) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (streamRegistry *StreamRegistry) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("grantRole", role, account)
}

// PackHasDirectPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7f5078c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasDirectPermission(string streamId, address user, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) PackHasDirectPermission(streamId string, user common.Address, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("hasDirectPermission", streamId, user, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasDirectPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf7f5078c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasDirectPermission(string streamId, address user, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) TryPackHasDirectPermission(streamId string, user common.Address, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("hasDirectPermission", streamId, user, permissionType)
}

// UnpackHasDirectPermission is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf7f5078c.
//
// Solidity: function hasDirectPermission(string streamId, address user, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) UnpackHasDirectPermission(data []byte) (bool, error) {
	out, err := streamRegistry.abi.Unpack("hasDirectPermission", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHasPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88b21038.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasPermission(string streamId, address user, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) PackHasPermission(streamId string, user common.Address, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("hasPermission", streamId, user, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x88b21038.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasPermission(string streamId, address user, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) TryPackHasPermission(streamId string, user common.Address, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("hasPermission", streamId, user, permissionType)
}

// UnpackHasPermission is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x88b21038.
//
// Solidity: function hasPermission(string streamId, address user, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) UnpackHasPermission(data []byte) (bool, error) {
	out, err := streamRegistry.abi.Unpack("hasPermission", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHasPublicPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb5642a0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasPublicPermission(string streamId, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) PackHasPublicPermission(streamId string, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("hasPublicPermission", streamId, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasPublicPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb5642a0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasPublicPermission(string streamId, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) TryPackHasPublicPermission(streamId string, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("hasPublicPermission", streamId, permissionType)
}

// UnpackHasPublicPermission is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfb5642a0.
//
// Solidity: function hasPublicPermission(string streamId, uint8 permissionType) view returns(bool userHasPermission)
func (streamRegistry *StreamRegistry) UnpackHasPublicPermission(data []byte) (bool, error) {
	out, err := streamRegistry.abi.Unpack("hasPublicPermission", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (streamRegistry *StreamRegistry) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (streamRegistry *StreamRegistry) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (streamRegistry *StreamRegistry) UnpackHasRole(data []byte) (bool, error) {
	out, err := streamRegistry.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc0c53b8b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner_, address ensCacheAddr, address trustedForwarderAddress) returns()
func (streamRegistry *StreamRegistry) PackInitialize(owner common.Address, ensCacheAddr common.Address, trustedForwarderAddress common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("initialize", owner, ensCacheAddr, trustedForwarderAddress)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc0c53b8b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner_, address ensCacheAddr, address trustedForwarderAddress) returns()
func (streamRegistry *StreamRegistry) TryPackInitialize(owner common.Address, ensCacheAddr common.Address, trustedForwarderAddress common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("initialize", owner, ensCacheAddr, trustedForwarderAddress)
}

// PackIsTrustedForwarder is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x572b6c05.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isTrustedForwarder(address forwarder) view returns(bool)
func (streamRegistry *StreamRegistry) PackIsTrustedForwarder(forwarder common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("isTrustedForwarder", forwarder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsTrustedForwarder is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x572b6c05.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isTrustedForwarder(address forwarder) view returns(bool)
func (streamRegistry *StreamRegistry) TryPackIsTrustedForwarder(forwarder common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("isTrustedForwarder", forwarder)
}

// UnpackIsTrustedForwarder is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x572b6c05.
//
// Solidity: function isTrustedForwarder(address forwarder) view returns(bool)
func (streamRegistry *StreamRegistry) UnpackIsTrustedForwarder(data []byte) (bool, error) {
	out, err := streamRegistry.abi.Unpack("isTrustedForwarder", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (streamRegistry *StreamRegistry) PackOwner() []byte {
	enc, err := streamRegistry.abi.Pack("owner")
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
func (streamRegistry *StreamRegistry) TryPackOwner() ([]byte, error) {
	return streamRegistry.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (streamRegistry *StreamRegistry) UnpackOwner(data []byte) (common.Address, error) {
	out, err := streamRegistry.abi.Unpack("owner", data)
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
func (streamRegistry *StreamRegistry) PackProxiableUUID() []byte {
	enc, err := streamRegistry.abi.Pack("proxiableUUID")
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
func (streamRegistry *StreamRegistry) TryPackProxiableUUID() ([]byte, error) {
	return streamRegistry.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (streamRegistry *StreamRegistry) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := streamRegistry.abi.Unpack("proxiableUUID", data)
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
func (streamRegistry *StreamRegistry) PackRenounceOwnership() []byte {
	enc, err := streamRegistry.abi.Pack("renounceOwnership")
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
func (streamRegistry *StreamRegistry) TryPackRenounceOwnership() ([]byte, error) {
	return streamRegistry.abi.Pack("renounceOwnership")
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (streamRegistry *StreamRegistry) PackRenounceRole(role [32]byte, callerConfirmation common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("renounceRole", role, callerConfirmation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (streamRegistry *StreamRegistry) TryPackRenounceRole(role [32]byte, callerConfirmation common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("renounceRole", role, callerConfirmation)
}

// PackRevokeAllPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50b5422b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeAllPermissionsForUser(string streamId, address user) returns()
func (streamRegistry *StreamRegistry) PackRevokeAllPermissionsForUser(streamId string, user common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("revokeAllPermissionsForUser", streamId, user)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeAllPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x50b5422b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeAllPermissionsForUser(string streamId, address user) returns()
func (streamRegistry *StreamRegistry) TryPackRevokeAllPermissionsForUser(streamId string, user common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("revokeAllPermissionsForUser", streamId, user)
}

// PackRevokeAllPermissionsForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7243b69.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeAllPermissionsForUserId(string streamId, bytes user) returns()
func (streamRegistry *StreamRegistry) PackRevokeAllPermissionsForUserId(streamId string, user []byte) []byte {
	enc, err := streamRegistry.abi.Pack("revokeAllPermissionsForUserId", streamId, user)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeAllPermissionsForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7243b69.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeAllPermissionsForUserId(string streamId, bytes user) returns()
func (streamRegistry *StreamRegistry) TryPackRevokeAllPermissionsForUserId(streamId string, user []byte) ([]byte, error) {
	return streamRegistry.abi.Pack("revokeAllPermissionsForUserId", streamId, user)
}

// PackRevokePermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e397aea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokePermission(string streamId, address user, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) PackRevokePermission(streamId string, user common.Address, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("revokePermission", streamId, user, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokePermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3e397aea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokePermission(string streamId, address user, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) TryPackRevokePermission(streamId string, user common.Address, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("revokePermission", streamId, user, permissionType)
}

// PackRevokePermissionForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdffb8f82.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokePermissionForUserId(string streamId, bytes user, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) PackRevokePermissionForUserId(streamId string, user []byte, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("revokePermissionForUserId", streamId, user, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokePermissionForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdffb8f82.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokePermissionForUserId(string streamId, bytes user, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) TryPackRevokePermissionForUserId(streamId string, user []byte, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("revokePermissionForUserId", streamId, user, permissionType)
}

// PackRevokePublicPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x272cc993.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokePublicPermission(string streamId, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) PackRevokePublicPermission(streamId string, permissionType uint8) []byte {
	enc, err := streamRegistry.abi.Pack("revokePublicPermission", streamId, permissionType)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokePublicPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x272cc993.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokePublicPermission(string streamId, uint8 permissionType) returns()
func (streamRegistry *StreamRegistry) TryPackRevokePublicPermission(streamId string, permissionType uint8) ([]byte, error) {
	return streamRegistry.abi.Pack("revokePublicPermission", streamId, permissionType)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (streamRegistry *StreamRegistry) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (streamRegistry *StreamRegistry) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("revokeRole", role, account)
}

// PackSetEnsCache is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79afefcd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setEnsCache(address ensCacheAddr) returns()
func (streamRegistry *StreamRegistry) PackSetEnsCache(ensCacheAddr common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("setEnsCache", ensCacheAddr)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetEnsCache is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79afefcd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setEnsCache(address ensCacheAddr) returns()
func (streamRegistry *StreamRegistry) TryPackSetEnsCache(ensCacheAddr common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("setEnsCache", ensCacheAddr)
}

// PackSetExpirationTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b3681b5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setExpirationTime(string streamId, address user, uint8 permissionType, uint256 expirationTime) returns()
func (streamRegistry *StreamRegistry) PackSetExpirationTime(streamId string, user common.Address, permissionType uint8, expirationTime *big.Int) []byte {
	enc, err := streamRegistry.abi.Pack("setExpirationTime", streamId, user, permissionType, expirationTime)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetExpirationTime is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b3681b5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setExpirationTime(string streamId, address user, uint8 permissionType, uint256 expirationTime) returns()
func (streamRegistry *StreamRegistry) TryPackSetExpirationTime(streamId string, user common.Address, permissionType uint8, expirationTime *big.Int) ([]byte, error) {
	return streamRegistry.abi.Pack("setExpirationTime", streamId, user, permissionType, expirationTime)
}

// PackSetExpirationTimeForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0b51b0e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setExpirationTimeForUserId(string streamId, bytes user, uint8 permissionType, uint256 expirationTime) returns()
func (streamRegistry *StreamRegistry) PackSetExpirationTimeForUserId(streamId string, user []byte, permissionType uint8, expirationTime *big.Int) []byte {
	enc, err := streamRegistry.abi.Pack("setExpirationTimeForUserId", streamId, user, permissionType, expirationTime)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetExpirationTimeForUserId is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0b51b0e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setExpirationTimeForUserId(string streamId, bytes user, uint8 permissionType, uint256 expirationTime) returns()
func (streamRegistry *StreamRegistry) TryPackSetExpirationTimeForUserId(streamId string, user []byte, permissionType uint8, expirationTime *big.Int) ([]byte, error) {
	return streamRegistry.abi.Pack("setExpirationTimeForUserId", streamId, user, permissionType, expirationTime)
}

// PackSetMultipleStreamPermissionsForUserIds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x635f0417.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setMultipleStreamPermissionsForUserIds(string[] streamIds, bytes[][] users, (bool,bool,uint256,uint256,bool)[][] permissions) returns()
func (streamRegistry *StreamRegistry) PackSetMultipleStreamPermissionsForUserIds(streamIds []string, users [][][]byte, permissions [][]Permission) []byte {
	enc, err := streamRegistry.abi.Pack("setMultipleStreamPermissionsForUserIds", streamIds, users, permissions)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetMultipleStreamPermissionsForUserIds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x635f0417.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setMultipleStreamPermissionsForUserIds(string[] streamIds, bytes[][] users, (bool,bool,uint256,uint256,bool)[][] permissions) returns()
func (streamRegistry *StreamRegistry) TryPackSetMultipleStreamPermissionsForUserIds(streamIds []string, users [][][]byte, permissions [][]Permission) ([]byte, error) {
	return streamRegistry.abi.Pack("setMultipleStreamPermissionsForUserIds", streamIds, users, permissions)
}

// PackSetPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022bf1d1.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPermissions(string streamId, address[] users, (bool,bool,uint256,uint256,bool)[] permissions) returns()
func (streamRegistry *StreamRegistry) PackSetPermissions(streamId string, users []common.Address, permissions []Permission) []byte {
	enc, err := streamRegistry.abi.Pack("setPermissions", streamId, users, permissions)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x022bf1d1.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPermissions(string streamId, address[] users, (bool,bool,uint256,uint256,bool)[] permissions) returns()
func (streamRegistry *StreamRegistry) TryPackSetPermissions(streamId string, users []common.Address, permissions []Permission) ([]byte, error) {
	return streamRegistry.abi.Pack("setPermissions", streamId, users, permissions)
}

// PackSetPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2d78c3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPermissionsForUser(string streamId, address user, bool canEdit, bool canDelete, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant) returns()
func (streamRegistry *StreamRegistry) PackSetPermissionsForUser(streamId string, user common.Address, canEdit bool, canDelete bool, publishExpiration *big.Int, subscribeExpiration *big.Int, canGrant bool) []byte {
	enc, err := streamRegistry.abi.Pack("setPermissionsForUser", streamId, user, canEdit, canDelete, publishExpiration, subscribeExpiration, canGrant)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd2d78c3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPermissionsForUser(string streamId, address user, bool canEdit, bool canDelete, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant) returns()
func (streamRegistry *StreamRegistry) TryPackSetPermissionsForUser(streamId string, user common.Address, canEdit bool, canDelete bool, publishExpiration *big.Int, subscribeExpiration *big.Int, canGrant bool) ([]byte, error) {
	return streamRegistry.abi.Pack("setPermissionsForUser", streamId, user, canEdit, canDelete, publishExpiration, subscribeExpiration, canGrant)
}

// PackSetPermissionsForUserIds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd9fc6c7b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPermissionsForUserIds(string streamId, bytes[] users, (bool,bool,uint256,uint256,bool)[] permissions) returns()
func (streamRegistry *StreamRegistry) PackSetPermissionsForUserIds(streamId string, users [][]byte, permissions []Permission) []byte {
	enc, err := streamRegistry.abi.Pack("setPermissionsForUserIds", streamId, users, permissions)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPermissionsForUserIds is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd9fc6c7b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPermissionsForUserIds(string streamId, bytes[] users, (bool,bool,uint256,uint256,bool)[] permissions) returns()
func (streamRegistry *StreamRegistry) TryPackSetPermissionsForUserIds(streamId string, users [][]byte, permissions []Permission) ([]byte, error) {
	return streamRegistry.abi.Pack("setPermissionsForUserIds", streamId, users, permissions)
}

// PackSetPermissionsMultipleStreams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x03dd31f8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPermissionsMultipleStreams(string[] streamIds, address[][] users, (bool,bool,uint256,uint256,bool)[][] permissions) returns()
func (streamRegistry *StreamRegistry) PackSetPermissionsMultipleStreams(streamIds []string, users [][]common.Address, permissions [][]Permission) []byte {
	enc, err := streamRegistry.abi.Pack("setPermissionsMultipleStreams", streamIds, users, permissions)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPermissionsMultipleStreams is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x03dd31f8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPermissionsMultipleStreams(string[] streamIds, address[][] users, (bool,bool,uint256,uint256,bool)[][] permissions) returns()
func (streamRegistry *StreamRegistry) TryPackSetPermissionsMultipleStreams(streamIds []string, users [][]common.Address, permissions [][]Permission) ([]byte, error) {
	return streamRegistry.abi.Pack("setPermissionsMultipleStreams", streamIds, users, permissions)
}

// PackSetPublicPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa8989d3f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setPublicPermission(string streamId, uint256 publishExpiration, uint256 subscribeExpiration) returns()
func (streamRegistry *StreamRegistry) PackSetPublicPermission(streamId string, publishExpiration *big.Int, subscribeExpiration *big.Int) []byte {
	enc, err := streamRegistry.abi.Pack("setPublicPermission", streamId, publishExpiration, subscribeExpiration)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetPublicPermission is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa8989d3f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setPublicPermission(string streamId, uint256 publishExpiration, uint256 subscribeExpiration) returns()
func (streamRegistry *StreamRegistry) TryPackSetPublicPermission(streamId string, publishExpiration *big.Int, subscribeExpiration *big.Int) ([]byte, error) {
	return streamRegistry.abi.Pack("setPublicPermission", streamId, publishExpiration, subscribeExpiration)
}

// PackSetTrustedForwarder is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda742228.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setTrustedForwarder(address forwarder) returns()
func (streamRegistry *StreamRegistry) PackSetTrustedForwarder(forwarder common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("setTrustedForwarder", forwarder)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetTrustedForwarder is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xda742228.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setTrustedForwarder(address forwarder) returns()
func (streamRegistry *StreamRegistry) TryPackSetTrustedForwarder(forwarder common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("setTrustedForwarder", forwarder)
}

// PackStreamIdToMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86902fe9.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function streamIdToMetadata(string streamId) view returns(string)
func (streamRegistry *StreamRegistry) PackStreamIdToMetadata(streamId string) []byte {
	enc, err := streamRegistry.abi.Pack("streamIdToMetadata", streamId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStreamIdToMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x86902fe9.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function streamIdToMetadata(string streamId) view returns(string)
func (streamRegistry *StreamRegistry) TryPackStreamIdToMetadata(streamId string) ([]byte, error) {
	return streamRegistry.abi.Pack("streamIdToMetadata", streamId)
}

// UnpackStreamIdToMetadata is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x86902fe9.
//
// Solidity: function streamIdToMetadata(string streamId) view returns(string)
func (streamRegistry *StreamRegistry) UnpackStreamIdToMetadata(data []byte) (string, error) {
	out, err := streamRegistry.abi.Unpack("streamIdToMetadata", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackStreamIdToPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf36d4849.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function streamIdToPermissions(string streamId, bytes32 key) view returns(bool canEdit, bool canDelete, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant)
func (streamRegistry *StreamRegistry) PackStreamIdToPermissions(streamId string, key [32]byte) []byte {
	enc, err := streamRegistry.abi.Pack("streamIdToPermissions", streamId, key)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStreamIdToPermissions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf36d4849.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function streamIdToPermissions(string streamId, bytes32 key) view returns(bool canEdit, bool canDelete, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant)
func (streamRegistry *StreamRegistry) TryPackStreamIdToPermissions(streamId string, key [32]byte) ([]byte, error) {
	return streamRegistry.abi.Pack("streamIdToPermissions", streamId, key)
}

// StreamRegistryStreamIdToPermissionsOutput serves as a container for the return parameters of contract
// method StreamIdToPermissions.
type StreamRegistryStreamIdToPermissionsOutput struct {
	CanEdit             bool
	CanDelete           bool
	PublishExpiration   *big.Int
	SubscribeExpiration *big.Int
	CanGrant            bool
}

// UnpackStreamIdToPermissions is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf36d4849.
//
// Solidity: function streamIdToPermissions(string streamId, bytes32 key) view returns(bool canEdit, bool canDelete, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant)
func (streamRegistry *StreamRegistry) UnpackStreamIdToPermissions(data []byte) (StreamRegistryStreamIdToPermissionsOutput, error) {
	out, err := streamRegistry.abi.Unpack("streamIdToPermissions", data)
	outstruct := new(StreamRegistryStreamIdToPermissionsOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.CanEdit = *abi.ConvertType(out[0], new(bool)).(*bool)
	outstruct.CanDelete = *abi.ConvertType(out[1], new(bool)).(*bool)
	outstruct.PublishExpiration = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.SubscribeExpiration = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.CanGrant = *abi.ConvertType(out[4], new(bool)).(*bool)
	return *outstruct, nil
}

// PackStreamIdToVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84e524e8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function streamIdToVersion(string streamId) view returns(uint32)
func (streamRegistry *StreamRegistry) PackStreamIdToVersion(streamId string) []byte {
	enc, err := streamRegistry.abi.Pack("streamIdToVersion", streamId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStreamIdToVersion is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84e524e8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function streamIdToVersion(string streamId) view returns(uint32)
func (streamRegistry *StreamRegistry) TryPackStreamIdToVersion(streamId string) ([]byte, error) {
	return streamRegistry.abi.Pack("streamIdToVersion", streamId)
}

// UnpackStreamIdToVersion is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84e524e8.
//
// Solidity: function streamIdToVersion(string streamId) view returns(uint32)
func (streamRegistry *StreamRegistry) UnpackStreamIdToVersion(data []byte) (uint32, error) {
	out, err := streamRegistry.abi.Unpack("streamIdToVersion", data)
	if err != nil {
		return *new(uint32), err
	}
	out0 := *abi.ConvertType(out[0], new(uint32)).(*uint32)
	return out0, nil
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (streamRegistry *StreamRegistry) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := streamRegistry.abi.Pack("supportsInterface", interfaceId)
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
func (streamRegistry *StreamRegistry) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return streamRegistry.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (streamRegistry *StreamRegistry) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := streamRegistry.abi.Unpack("supportsInterface", data)
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
func (streamRegistry *StreamRegistry) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("transferOwnership", newOwner)
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
func (streamRegistry *StreamRegistry) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("transferOwnership", newOwner)
}

// PackTrustedSetPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6a91597.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function trustedSetPermissionsForUser(string streamId, address user, bool canEdit, bool deletePerm, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant) returns()
func (streamRegistry *StreamRegistry) PackTrustedSetPermissionsForUser(streamId string, user common.Address, canEdit bool, deletePerm bool, publishExpiration *big.Int, subscribeExpiration *big.Int, canGrant bool) []byte {
	enc, err := streamRegistry.abi.Pack("trustedSetPermissionsForUser", streamId, user, canEdit, deletePerm, publishExpiration, subscribeExpiration, canGrant)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTrustedSetPermissionsForUser is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb6a91597.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function trustedSetPermissionsForUser(string streamId, address user, bool canEdit, bool deletePerm, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant) returns()
func (streamRegistry *StreamRegistry) TryPackTrustedSetPermissionsForUser(streamId string, user common.Address, canEdit bool, deletePerm bool, publishExpiration *big.Int, subscribeExpiration *big.Int, canGrant bool) ([]byte, error) {
	return streamRegistry.abi.Pack("trustedSetPermissionsForUser", streamId, user, canEdit, deletePerm, publishExpiration, subscribeExpiration, canGrant)
}

// PackUpdateStreamMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42617fe7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function updateStreamMetadata(string streamId, string metadata) returns()
func (streamRegistry *StreamRegistry) PackUpdateStreamMetadata(streamId string, metadata string) []byte {
	enc, err := streamRegistry.abi.Pack("updateStreamMetadata", streamId, metadata)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpdateStreamMetadata is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42617fe7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function updateStreamMetadata(string streamId, string metadata) returns()
func (streamRegistry *StreamRegistry) TryPackUpdateStreamMetadata(streamId string, metadata string) ([]byte, error) {
	return streamRegistry.abi.Pack("updateStreamMetadata", streamId, metadata)
}

// PackUpgradeTo is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3659cfe6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeTo(address newImplementation) returns()
func (streamRegistry *StreamRegistry) PackUpgradeTo(newImplementation common.Address) []byte {
	enc, err := streamRegistry.abi.Pack("upgradeTo", newImplementation)
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
func (streamRegistry *StreamRegistry) TryPackUpgradeTo(newImplementation common.Address) ([]byte, error) {
	return streamRegistry.abi.Pack("upgradeTo", newImplementation)
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (streamRegistry *StreamRegistry) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := streamRegistry.abi.Pack("upgradeToAndCall", newImplementation, data)
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
func (streamRegistry *StreamRegistry) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return streamRegistry.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// StreamRegistryEnsCacheChanged represents a EnsCacheChanged event raised by the StreamRegistry contract.
type StreamRegistryEnsCacheChanged struct {
	EnsCache common.Address
	Raw      *types.Log // Blockchain specific contextual infos
}

const StreamRegistryEnsCacheChangedEventName = "EnsCacheChanged"

// ContractEventName returns the user-defined event name.
func (StreamRegistryEnsCacheChanged) ContractEventName() string {
	return StreamRegistryEnsCacheChangedEventName
}

// UnpackEnsCacheChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EnsCacheChanged(address indexed ensCache)
func (streamRegistry *StreamRegistry) UnpackEnsCacheChangedEvent(log *types.Log) (*StreamRegistryEnsCacheChanged, error) {
	event := "EnsCacheChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryEnsCacheChanged)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryInitialized represents a Initialized event raised by the StreamRegistry contract.
type StreamRegistryInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const StreamRegistryInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (StreamRegistryInitialized) ContractEventName() string {
	return StreamRegistryInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (streamRegistry *StreamRegistry) UnpackInitializedEvent(log *types.Log) (*StreamRegistryInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryInitialized)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryOwnershipTransferred represents a OwnershipTransferred event raised by the StreamRegistry contract.
type StreamRegistryOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const StreamRegistryOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (StreamRegistryOwnershipTransferred) ContractEventName() string {
	return StreamRegistryOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (streamRegistry *StreamRegistry) UnpackOwnershipTransferredEvent(log *types.Log) (*StreamRegistryOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryPermissionUpdated represents a PermissionUpdated event raised by the StreamRegistry contract.
type StreamRegistryPermissionUpdated struct {
	StreamId            string
	User                common.Address
	CanEdit             bool
	CanDelete           bool
	PublishExpiration   *big.Int
	SubscribeExpiration *big.Int
	CanGrant            bool
	Raw                 *types.Log // Blockchain specific contextual infos
}

const StreamRegistryPermissionUpdatedEventName = "PermissionUpdated"

// ContractEventName returns the user-defined event name.
func (StreamRegistryPermissionUpdated) ContractEventName() string {
	return StreamRegistryPermissionUpdatedEventName
}

// UnpackPermissionUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PermissionUpdated(string streamId, address user, bool canEdit, bool canDelete, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant)
func (streamRegistry *StreamRegistry) UnpackPermissionUpdatedEvent(log *types.Log) (*StreamRegistryPermissionUpdated, error) {
	event := "PermissionUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryPermissionUpdated)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryPermissionUpdatedForUserId represents a PermissionUpdatedForUserId event raised by the StreamRegistry contract.
type StreamRegistryPermissionUpdatedForUserId struct {
	StreamId            string
	User                []byte
	CanEdit             bool
	CanDelete           bool
	PublishExpiration   *big.Int
	SubscribeExpiration *big.Int
	CanGrant            bool
	Raw                 *types.Log // Blockchain specific contextual infos
}

const StreamRegistryPermissionUpdatedForUserIdEventName = "PermissionUpdatedForUserId"

// ContractEventName returns the user-defined event name.
func (StreamRegistryPermissionUpdatedForUserId) ContractEventName() string {
	return StreamRegistryPermissionUpdatedForUserIdEventName
}

// UnpackPermissionUpdatedForUserIdEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PermissionUpdatedForUserId(string streamId, bytes user, bool canEdit, bool canDelete, uint256 publishExpiration, uint256 subscribeExpiration, bool canGrant)
func (streamRegistry *StreamRegistry) UnpackPermissionUpdatedForUserIdEvent(log *types.Log) (*StreamRegistryPermissionUpdatedForUserId, error) {
	event := "PermissionUpdatedForUserId"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryPermissionUpdatedForUserId)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryRoleAdminChanged represents a RoleAdminChanged event raised by the StreamRegistry contract.
type StreamRegistryRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const StreamRegistryRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (StreamRegistryRoleAdminChanged) ContractEventName() string {
	return StreamRegistryRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (streamRegistry *StreamRegistry) UnpackRoleAdminChangedEvent(log *types.Log) (*StreamRegistryRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryRoleGranted represents a RoleGranted event raised by the StreamRegistry contract.
type StreamRegistryRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const StreamRegistryRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (StreamRegistryRoleGranted) ContractEventName() string {
	return StreamRegistryRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (streamRegistry *StreamRegistry) UnpackRoleGrantedEvent(log *types.Log) (*StreamRegistryRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryRoleGranted)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryRoleRevoked represents a RoleRevoked event raised by the StreamRegistry contract.
type StreamRegistryRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const StreamRegistryRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (StreamRegistryRoleRevoked) ContractEventName() string {
	return StreamRegistryRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (streamRegistry *StreamRegistry) UnpackRoleRevokedEvent(log *types.Log) (*StreamRegistryRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryRoleRevoked)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryStreamCreated represents a StreamCreated event raised by the StreamRegistry contract.
type StreamRegistryStreamCreated struct {
	Id       string
	Metadata string
	Raw      *types.Log // Blockchain specific contextual infos
}

const StreamRegistryStreamCreatedEventName = "StreamCreated"

// ContractEventName returns the user-defined event name.
func (StreamRegistryStreamCreated) ContractEventName() string {
	return StreamRegistryStreamCreatedEventName
}

// UnpackStreamCreatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StreamCreated(string id, string metadata)
func (streamRegistry *StreamRegistry) UnpackStreamCreatedEvent(log *types.Log) (*StreamRegistryStreamCreated, error) {
	event := "StreamCreated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryStreamCreated)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryStreamDeleted represents a StreamDeleted event raised by the StreamRegistry contract.
type StreamRegistryStreamDeleted struct {
	Id  string
	Raw *types.Log // Blockchain specific contextual infos
}

const StreamRegistryStreamDeletedEventName = "StreamDeleted"

// ContractEventName returns the user-defined event name.
func (StreamRegistryStreamDeleted) ContractEventName() string {
	return StreamRegistryStreamDeletedEventName
}

// UnpackStreamDeletedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StreamDeleted(string id)
func (streamRegistry *StreamRegistry) UnpackStreamDeletedEvent(log *types.Log) (*StreamRegistryStreamDeleted, error) {
	event := "StreamDeleted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryStreamDeleted)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryStreamUpdated represents a StreamUpdated event raised by the StreamRegistry contract.
type StreamRegistryStreamUpdated struct {
	Id       string
	Metadata string
	Raw      *types.Log // Blockchain specific contextual infos
}

const StreamRegistryStreamUpdatedEventName = "StreamUpdated"

// ContractEventName returns the user-defined event name.
func (StreamRegistryStreamUpdated) ContractEventName() string {
	return StreamRegistryStreamUpdatedEventName
}

// UnpackStreamUpdatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StreamUpdated(string id, string metadata)
func (streamRegistry *StreamRegistry) UnpackStreamUpdatedEvent(log *types.Log) (*StreamRegistryStreamUpdated, error) {
	event := "StreamUpdated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryStreamUpdated)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryTrustedForwarderChanged represents a TrustedForwarderChanged event raised by the StreamRegistry contract.
type StreamRegistryTrustedForwarderChanged struct {
	Forwarder common.Address
	Raw       *types.Log // Blockchain specific contextual infos
}

const StreamRegistryTrustedForwarderChangedEventName = "TrustedForwarderChanged"

// ContractEventName returns the user-defined event name.
func (StreamRegistryTrustedForwarderChanged) ContractEventName() string {
	return StreamRegistryTrustedForwarderChangedEventName
}

// UnpackTrustedForwarderChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event TrustedForwarderChanged(address indexed forwarder)
func (streamRegistry *StreamRegistry) UnpackTrustedForwarderChangedEvent(log *types.Log) (*StreamRegistryTrustedForwarderChanged, error) {
	event := "TrustedForwarderChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryTrustedForwarderChanged)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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

// StreamRegistryUpgraded represents a Upgraded event raised by the StreamRegistry contract.
type StreamRegistryUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const StreamRegistryUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (StreamRegistryUpgraded) ContractEventName() string {
	return StreamRegistryUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (streamRegistry *StreamRegistry) UnpackUpgradedEvent(log *types.Log) (*StreamRegistryUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != streamRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(StreamRegistryUpgraded)
	if len(log.Data) > 0 {
		if err := streamRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range streamRegistry.abi.Events[event].Inputs {
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
func (streamRegistry *StreamRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["EnsNotSupported"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackEnsNotSupportedError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["ReentrancyGuardReentrantCall"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackReentrancyGuardReentrantCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["StringsInsufficientHexLength"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackStringsInsufficientHexLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["UserIdIsNoAddress"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackUserIdIsNoAddressError(raw[4:])
	}
	if bytes.Equal(raw[:4], streamRegistry.abi.Errors["UserIdMissing"].ID.Bytes()[:4]) {
		return streamRegistry.UnpackUserIdMissingError(raw[4:])
	}
	return nil, errors.New("unknown error")
}

// StreamRegistryAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the StreamRegistry contract.
type StreamRegistryAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func StreamRegistryAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (streamRegistry *StreamRegistry) UnpackAccessControlBadConfirmationError(raw []byte) (*StreamRegistryAccessControlBadConfirmation, error) {
	out := new(StreamRegistryAccessControlBadConfirmation)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the StreamRegistry contract.
type StreamRegistryAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func StreamRegistryAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (streamRegistry *StreamRegistry) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*StreamRegistryAccessControlUnauthorizedAccount, error) {
	out := new(StreamRegistryAccessControlUnauthorizedAccount)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryAddressEmptyCode represents a AddressEmptyCode error raised by the StreamRegistry contract.
type StreamRegistryAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func StreamRegistryAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (streamRegistry *StreamRegistry) UnpackAddressEmptyCodeError(raw []byte) (*StreamRegistryAddressEmptyCode, error) {
	out := new(StreamRegistryAddressEmptyCode)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the StreamRegistry contract.
type StreamRegistryERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func StreamRegistryERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (streamRegistry *StreamRegistry) UnpackERC1967InvalidImplementationError(raw []byte) (*StreamRegistryERC1967InvalidImplementation, error) {
	out := new(StreamRegistryERC1967InvalidImplementation)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryERC1967NonPayable represents a ERC1967NonPayable error raised by the StreamRegistry contract.
type StreamRegistryERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func StreamRegistryERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (streamRegistry *StreamRegistry) UnpackERC1967NonPayableError(raw []byte) (*StreamRegistryERC1967NonPayable, error) {
	out := new(StreamRegistryERC1967NonPayable)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryEnsNotSupported represents a EnsNotSupported error raised by the StreamRegistry contract.
type StreamRegistryEnsNotSupported struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EnsNotSupported()
func StreamRegistryEnsNotSupportedErrorID() common.Hash {
	return common.HexToHash("0x3fdc57867b9d25a64fb4840cc1d3019b42dadf9f28cc9511e5bd9ae5393eb275")
}

// UnpackEnsNotSupportedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EnsNotSupported()
func (streamRegistry *StreamRegistry) UnpackEnsNotSupportedError(raw []byte) (*StreamRegistryEnsNotSupported, error) {
	out := new(StreamRegistryEnsNotSupported)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "EnsNotSupported", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryFailedCall represents a FailedCall error raised by the StreamRegistry contract.
type StreamRegistryFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func StreamRegistryFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (streamRegistry *StreamRegistry) UnpackFailedCallError(raw []byte) (*StreamRegistryFailedCall, error) {
	out := new(StreamRegistryFailedCall)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryInvalidInitialization represents a InvalidInitialization error raised by the StreamRegistry contract.
type StreamRegistryInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func StreamRegistryInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (streamRegistry *StreamRegistry) UnpackInvalidInitializationError(raw []byte) (*StreamRegistryInvalidInitialization, error) {
	out := new(StreamRegistryInvalidInitialization)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryNotInitializing represents a NotInitializing error raised by the StreamRegistry contract.
type StreamRegistryNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func StreamRegistryNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (streamRegistry *StreamRegistry) UnpackNotInitializingError(raw []byte) (*StreamRegistryNotInitializing, error) {
	out := new(StreamRegistryNotInitializing)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the StreamRegistry contract.
type StreamRegistryOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func StreamRegistryOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (streamRegistry *StreamRegistry) UnpackOwnableInvalidOwnerError(raw []byte) (*StreamRegistryOwnableInvalidOwner, error) {
	out := new(StreamRegistryOwnableInvalidOwner)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the StreamRegistry contract.
type StreamRegistryOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func StreamRegistryOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (streamRegistry *StreamRegistry) UnpackOwnableUnauthorizedAccountError(raw []byte) (*StreamRegistryOwnableUnauthorizedAccount, error) {
	out := new(StreamRegistryOwnableUnauthorizedAccount)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryReentrancyGuardReentrantCall represents a ReentrancyGuardReentrantCall error raised by the StreamRegistry contract.
type StreamRegistryReentrancyGuardReentrantCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ReentrancyGuardReentrantCall()
func StreamRegistryReentrancyGuardReentrantCallErrorID() common.Hash {
	return common.HexToHash("0x3ee5aeb571de7fc460830b4d0017439a1ca56fb0bc39062227ade4fe4a24c1ca")
}

// UnpackReentrancyGuardReentrantCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ReentrancyGuardReentrantCall()
func (streamRegistry *StreamRegistry) UnpackReentrancyGuardReentrantCallError(raw []byte) (*StreamRegistryReentrancyGuardReentrantCall, error) {
	out := new(StreamRegistryReentrancyGuardReentrantCall)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "ReentrancyGuardReentrantCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryStringsInsufficientHexLength represents a StringsInsufficientHexLength error raised by the StreamRegistry contract.
type StreamRegistryStringsInsufficientHexLength struct {
	Value  *big.Int
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringsInsufficientHexLength(uint256 value, uint256 length)
func StreamRegistryStringsInsufficientHexLengthErrorID() common.Hash {
	return common.HexToHash("0xe22e27eb9593f9947dc34771120a3349dd201c662753f0b60502fc1d8e422233")
}

// UnpackStringsInsufficientHexLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringsInsufficientHexLength(uint256 value, uint256 length)
func (streamRegistry *StreamRegistry) UnpackStringsInsufficientHexLengthError(raw []byte) (*StreamRegistryStringsInsufficientHexLength, error) {
	out := new(StreamRegistryStringsInsufficientHexLength)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "StringsInsufficientHexLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the StreamRegistry contract.
type StreamRegistryUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func StreamRegistryUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (streamRegistry *StreamRegistry) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*StreamRegistryUUPSUnauthorizedCallContext, error) {
	out := new(StreamRegistryUUPSUnauthorizedCallContext)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the StreamRegistry contract.
type StreamRegistryUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func StreamRegistryUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (streamRegistry *StreamRegistry) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*StreamRegistryUUPSUnsupportedProxiableUUID, error) {
	out := new(StreamRegistryUUPSUnsupportedProxiableUUID)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryUserIdIsNoAddress represents a UserIdIsNoAddress error raised by the StreamRegistry contract.
type StreamRegistryUserIdIsNoAddress struct {
	User []byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UserIdIsNoAddress(bytes user)
func StreamRegistryUserIdIsNoAddressErrorID() common.Hash {
	return common.HexToHash("0x5b1231a81fa6c8a3dbfa0d0bc3080756f8ea613dbf9785e596fbb0b4b8ea0533")
}

// UnpackUserIdIsNoAddressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UserIdIsNoAddress(bytes user)
func (streamRegistry *StreamRegistry) UnpackUserIdIsNoAddressError(raw []byte) (*StreamRegistryUserIdIsNoAddress, error) {
	out := new(StreamRegistryUserIdIsNoAddress)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "UserIdIsNoAddress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// StreamRegistryUserIdMissing represents a UserIdMissing error raised by the StreamRegistry contract.
type StreamRegistryUserIdMissing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UserIdMissing()
func StreamRegistryUserIdMissingErrorID() common.Hash {
	return common.HexToHash("0xc739b80d26208ba83b221eba75e9dc45d70a2cb3ee6115041ca8f04faa896353")
}

// UnpackUserIdMissingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UserIdMissing()
func (streamRegistry *StreamRegistry) UnpackUserIdMissingError(raw []byte) (*StreamRegistryUserIdMissing, error) {
	out := new(StreamRegistryUserIdMissing)
	if err := streamRegistry.abi.UnpackIntoInterface(out, "UserIdMissing", raw); err != nil {
		return nil, err
	}
	return out, nil
}
