// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStreamRegistry} from "../logstore/IStreamRegistry.sol";
import {Permission, StreamRecords} from "./StreamRecords.sol";

/// @title The functions that change and tell permissions on streams
/// @notice Each exists for users as addresses, and for users as ids ("ForUserId").
abstract contract StreamPermissions is StreamRecords {
    // --- users as addresses: changes ---

    /// @notice Gives a user a permission for ever; the caller needs the permission Grant.
    /// @param streamId the stream
    /// @param user who gets it, address(0) for everybody
    /// @param permissionType what he may do
    function grantPermission(string calldata streamId, address user, IStreamRegistry.PermissionType permissionType)
        public
    {
        Stream storage s = _grantable(streamId);
        _setForAddress(s, streamId, user, _changed(s, _key(s, user), permissionType, type(uint256).max));
    }

    /// @notice Takes a permission from a user; the caller is that user, or needs the
    /// permission Grant.
    /// @param streamId the stream
    /// @param user who loses it, address(0) for everybody
    /// @param permissionType what he may do no longer
    function revokePermission(string calldata streamId, address user, IStreamRegistry.PermissionType permissionType)
        public
    {
        Stream storage s = _revocable(streamId, abi.encodePacked(user));
        _setForAddress(s, streamId, user, _changed(s, _key(s, user), permissionType, 0));
    }

    /// @notice Takes all permissions from a user; the caller is that user, or needs the
    /// permission Grant.
    /// @param streamId the stream
    /// @param user who loses them, address(0) for everybody
    function revokeAllPermissionsForUser(string calldata streamId, address user) external {
        Stream storage s = _revocable(streamId, abi.encodePacked(user));
        _setForAddress(s, streamId, user, Permission(false, false, 0, 0, false));
    }

    /// @notice Gives everybody a permission; the caller needs the permission Grant.
    /// @param streamId the stream
    /// @param permissionType Publish or Subscribe
    function grantPublicPermission(string calldata streamId, IStreamRegistry.PermissionType permissionType) external {
        grantPermission(streamId, PUBLIC_PERMISSION_USER_ID, permissionType);
    }

    /// @notice Takes from everybody what was given to everybody; the caller needs the
    /// permission Grant.
    /// @param streamId the stream
    /// @param permissionType Publish or Subscribe
    function revokePublicPermission(string calldata streamId, IStreamRegistry.PermissionType permissionType) external {
        revokePermission(streamId, PUBLIC_PERMISSION_USER_ID, permissionType);
    }

    /// @notice Sets what everybody may do; the caller needs the permission Grant.
    /// @param streamId the stream
    /// @param publishExpiration until when everybody may publish, Unix time in seconds
    /// @param subscribeExpiration until when everybody may subscribe, Unix time in seconds
    function setPublicPermission(string calldata streamId, uint256 publishExpiration, uint256 subscribeExpiration)
        external
    {
        _setForAddress(
            _grantable(streamId),
            streamId,
            PUBLIC_PERMISSION_USER_ID,
            Permission(false, false, publishExpiration, subscribeExpiration, false)
        );
    }

    /// @notice Sets until when a user may do something; the caller needs the permission
    /// Grant.
    /// @param streamId the stream
    /// @param user the user, address(0) for everybody
    /// @param permissionType Publish or Subscribe
    /// @param expirationTime Unix time in seconds
    function setExpirationTime(
        string calldata streamId,
        address user,
        IStreamRegistry.PermissionType permissionType,
        uint256 expirationTime
    ) external {
        Stream storage s = _grantable(streamId);
        _checkExpires(permissionType);
        _setForAddress(s, streamId, user, _changed(s, _key(s, user), permissionType, expirationTime));
    }

    /// @notice Sets all permissions of a user; the caller needs the permission Grant.
    /// @param streamId the stream
    /// @param user the user, address(0) for everybody
    /// @param canEdit whether he may change the metadata
    /// @param canDelete whether he may delete the stream
    /// @param publishExpiration until when he may publish, Unix time in seconds
    /// @param subscribeExpiration until when he may subscribe, Unix time in seconds
    /// @param canGrant whether he may change permissions
    function setPermissionsForUser(
        string calldata streamId,
        address user,
        bool canEdit,
        bool canDelete,
        uint256 publishExpiration,
        uint256 subscribeExpiration,
        bool canGrant
    ) external {
        Permission memory p = Permission(canEdit, canDelete, publishExpiration, subscribeExpiration, canGrant);
        _setForAddress(_grantable(streamId), streamId, user, p);
    }

    /// @notice Sets all permissions of several users; the caller needs the permission
    /// Grant.
    /// @param streamId the stream
    /// @param users the users, address(0) for everybody
    /// @param permissions what each of them may do
    function setPermissions(string calldata streamId, address[] calldata users, Permission[] calldata permissions)
        public
    {
        _setAll(_grantable(streamId), streamId, users, permissions);
    }

    /// @notice Sets all permissions of several users on several streams; the caller needs
    /// the permission Grant on each.
    /// @param streamIds the streams
    /// @param users for each stream the users, address(0) for everybody
    /// @param permissions for each stream what each of them may do
    function setPermissionsMultipleStreams(
        string[] calldata streamIds,
        address[][] calldata users,
        Permission[][] calldata permissions
    ) external {
        _checkLengths(streamIds.length, users.length, permissions.length);
        for (uint256 i = 0; i < streamIds.length; i++) {
            setPermissions(streamIds[i], users[i], permissions[i]);
        }
    }

    // --- users as ids: changes ---

    /// @notice Gives a user a permission for ever; the caller needs the permission Grant.
    /// @param streamId the stream
    /// @param user who gets it
    /// @param permissionType what he may do, Publish or Subscribe if he is no address
    function grantPermissionForUserId(
        string calldata streamId,
        bytes calldata user,
        IStreamRegistry.PermissionType permissionType
    ) external {
        Stream storage s = _grantable(streamId);
        _setForUserId(s, streamId, user, _changed(s, _key(s, user), permissionType, type(uint256).max));
    }

    /// @notice Takes a permission from a user; the caller is that user, or needs the
    /// permission Grant.
    /// @param streamId the stream
    /// @param user who loses it
    /// @param permissionType what he may do no longer
    function revokePermissionForUserId(
        string calldata streamId,
        bytes calldata user,
        IStreamRegistry.PermissionType permissionType
    ) external {
        Stream storage s = _revocable(streamId, user);
        _setForUserId(s, streamId, user, _changed(s, _key(s, user), permissionType, 0));
    }

    /// @notice Takes all permissions from a user; the caller is that user, or needs the
    /// permission Grant.
    /// @param streamId the stream
    /// @param user who loses them
    function revokeAllPermissionsForUserId(string calldata streamId, bytes calldata user) external {
        Stream storage s = _revocable(streamId, user);
        _setForUserId(s, streamId, user, Permission(false, false, 0, 0, false));
    }

    /// @notice Sets until when a user may do something; the caller needs the permission
    /// Grant.
    /// @param streamId the stream
    /// @param user the user
    /// @param permissionType Publish or Subscribe
    /// @param expirationTime Unix time in seconds
    function setExpirationTimeForUserId(
        string calldata streamId,
        bytes calldata user,
        IStreamRegistry.PermissionType permissionType,
        uint256 expirationTime
    ) external {
        Stream storage s = _grantable(streamId);
        _checkExpires(permissionType);
        _setForUserId(s, streamId, user, _changed(s, _key(s, user), permissionType, expirationTime));
    }

    /// @notice Sets all permissions of several users; the caller needs the permission
    /// Grant.
    /// @param streamId the stream
    /// @param users the users
    /// @param permissions what each of them may do
    function setPermissionsForUserIds(
        string calldata streamId,
        bytes[] calldata users,
        Permission[] calldata permissions
    ) public {
        Stream storage s = _grantable(streamId);
        _checkLengths(users.length, permissions.length, permissions.length);
        for (uint256 i = 0; i < users.length; i++) {
            _setForUserId(s, streamId, users[i], permissions[i]);
        }
    }

    /// @notice Sets all permissions of several users on several streams; the caller needs
    /// the permission Grant on each.
    /// @param streamIds the streams
    /// @param users for each stream the users
    /// @param permissions for each stream what each of them may do
    function setMultipleStreamPermissionsForUserIds(
        string[] calldata streamIds,
        bytes[][] calldata users,
        Permission[][] calldata permissions
    ) external {
        _checkLengths(streamIds.length, users.length, permissions.length);
        for (uint256 i = 0; i < streamIds.length; i++) {
            setPermissionsForUserIds(streamIds[i], users[i], permissions[i]);
        }
    }

    // --- looking up ---

    /// @notice What a user may do, what everybody may do included.
    /// @param streamId the stream, which must exist
    /// @param user the user
    /// @return permission what he may do
    function getPermissionsForUser(string calldata streamId, address user)
        external
        view
        returns (Permission memory permission)
    {
        Stream storage s = _existing(streamId);
        return _withPublic(s, _key(s, user));
    }

    /// @notice What a user may do, what everybody may do not included.
    /// @param streamId the stream, which must exist
    /// @param user the user
    /// @return permission what he may do
    function getDirectPermissionsForUser(string calldata streamId, address user)
        external
        view
        returns (Permission memory permission)
    {
        Stream storage s = _existing(streamId);
        return s.permissions[_key(s, user)];
    }

    /// @notice What a user may do, what everybody may do included.
    /// @param streamId the stream, which must exist
    /// @param user the user
    /// @return permission what he may do
    function getPermissionsForUserId(string calldata streamId, bytes calldata user)
        external
        view
        returns (Permission memory permission)
    {
        Stream storage s = _existing(streamId);
        return _withPublic(s, _key(s, user));
    }

    /// @notice What a user may do, what everybody may do not included.
    /// @param streamId the stream, which must exist
    /// @param user the user
    /// @return permission what he may do
    function getDirectPermissionsForUserId(string calldata streamId, bytes calldata user)
        external
        view
        returns (Permission memory permission)
    {
        Stream storage s = _existing(streamId);
        return s.permissions[_key(s, user)];
    }

    /// @notice Whether a user may do something now, be it because everybody may. False
    /// when there is no such stream.
    /// @param streamId the stream
    /// @param user the user
    /// @param permissionType what
    /// @return userHasPermission whether he may
    function hasPermission(string calldata streamId, address user, IStreamRegistry.PermissionType permissionType)
        external
        view
        returns (bool userHasPermission)
    {
        Stream storage s = _stream(streamId);
        return _has(s, user, permissionType) || _has(s, PUBLIC_PERMISSION_USER_ID, permissionType);
    }

    /// @notice Whether everybody may do something now. False when there is no such
    /// stream.
    /// @param streamId the stream
    /// @param permissionType what
    /// @return userHasPermission whether everybody may
    function hasPublicPermission(string calldata streamId, IStreamRegistry.PermissionType permissionType)
        external
        view
        returns (bool userHasPermission)
    {
        return _has(_stream(streamId), PUBLIC_PERMISSION_USER_ID, permissionType);
    }

    /// @notice Whether a user may do something now, whatever everybody may. False when
    /// there is no such stream.
    /// @param streamId the stream
    /// @param user the user
    /// @param permissionType what
    /// @return userHasPermission whether he may
    function hasDirectPermission(string calldata streamId, address user, IStreamRegistry.PermissionType permissionType)
        external
        view
        returns (bool userHasPermission)
    {
        return _has(_stream(streamId), user, permissionType);
    }

    /// @notice The key under which a user's permissions are kept.
    /// @param streamId the stream
    /// @param user the user
    /// @return the key, another one after the stream was created anew
    function getAddressKey(string calldata streamId, address user) external view returns (bytes32) {
        return _key(_stream(streamId), user);
    }

    /// @notice The key under which a user's permissions are kept.
    /// @param streamId the stream
    /// @param user the user
    /// @return the key, another one after the stream was created anew
    function getUserKeyForUserId(string calldata streamId, bytes calldata user) external view returns (bytes32) {
        return _key(_stream(streamId), user);
    }

    /// @notice What is kept under a key.
    /// @param streamId the stream
    /// @param key the key
    /// @return canEdit whether the user may change the metadata
    /// @return canDelete whether he may delete the stream
    /// @return publishExpiration until when he may publish, Unix time in seconds
    /// @return subscribeExpiration until when he may subscribe, Unix time in seconds
    /// @return canGrant whether he may change permissions
    function streamIdToPermissions(string calldata streamId, bytes32 key)
        external
        view
        returns (
            bool canEdit,
            bool canDelete,
            uint256 publishExpiration,
            uint256 subscribeExpiration,
            bool canGrant
        )
    {
        Permission storage p = _stream(streamId).permissions[key];
        return (p.canEdit, p.canDelete, p.publishExpiration, p.subscribeExpiration, p.canGrant);
    }

    function _setAll(
        Stream storage s,
        string memory streamId,
        address[] calldata users,
        Permission[] calldata permissions
    ) internal {
        _checkLengths(users.length, permissions.length, permissions.length);
        for (uint256 i = 0; i < users.length; i++) {
            _setForAddress(s, streamId, users[i], permissions[i]);
        }
    }

    function _checkLengths(uint256 a, uint256 b, uint256 c) internal pure {
        require(a == b && b == c, "error_invalidInputArrayLengths");
    }

    function _checkExpires(IStreamRegistry.PermissionType what) private pure {
        require(
            what == IStreamRegistry.PermissionType.Publish || what == IStreamRegistry.PermissionType.Subscribe,
            "error_timeOnlyObPubSub"
        );
    }
}
