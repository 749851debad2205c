// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStreamRegistry} from "../logstore/IStreamRegistry.sol";
import {TrustedForwarder} from "./TrustedForwarder.sol";

/// @notice What a user may do with a stream. Expirations are Unix times in seconds: until
/// then, that second included, the user may; 2^256-1 is for ever.
struct Permission {
    bool canEdit;
    bool canDelete;
    uint256 publishExpiration;
    uint256 subscribeExpiration;
    bool canGrant;
}

/// @title Streams and who may do what with them
/// @dev The books of the stream registry, and the rules that every change keeps, whatever
/// function it comes by:
///
/// - Permissions are kept under a key of the user and the stream's version. A stream that
///   is created anew has a new version, so that nobody keeps what he had in the old one.
/// - Users are addresses, or ids of any other length. An address and its 20 bytes are the
///   same user.
/// - The user address(0) is everybody. Everybody may publish and subscribe at most, and
///   so may users that are no addresses, because they cannot call.
abstract contract StreamRecords is TrustedForwarder {
    struct Stream {
        // Empty: there is no such stream.
        string metadata;
        uint32 version;
        mapping(bytes32 => Permission) permissions;
    }

    /// @custom:storage-location erc7201:logstore.StreamRecords
    struct StreamRecordsStorage {
        // By the hash of the id.
        mapping(bytes32 => Stream) streams;
    }

    // ERC-7201 slot of "logstore.StreamRecords".
    bytes32 private constant STREAM_RECORDS_SLOT =
        0x8b8c70abfef392f20326eb6fa58c266f503e6b2febfbcf419a9f1689c5581800;

    /// @notice The user that stands for everybody.
    address public constant PUBLIC_PERMISSION_USER_ID = address(0);

    /// @notice A stream was created.
    /// @param id its id
    /// @param metadata its metadata
    event StreamCreated(string id, string metadata);

    /// @notice A stream was deleted, and all permissions on it ended.
    /// @param id its id
    event StreamDeleted(string id);

    /// @notice A stream has new metadata.
    /// @param id its id
    /// @param metadata its metadata from now on
    event StreamUpdated(string id, string metadata);

    /// @notice A user has other permissions; they were changed by his address.
    /// @param streamId the stream
    /// @param user the user, address(0) for everybody
    /// @param canEdit whether he may change the metadata
    /// @param canDelete whether he may delete the stream
    /// @param publishExpiration until when he may publish, Unix time in seconds
    /// @param subscribeExpiration until when he may subscribe, Unix time in seconds
    /// @param canGrant whether he may change permissions
    event PermissionUpdated(
        string streamId,
        address user,
        bool canEdit,
        bool canDelete,
        uint256 publishExpiration,
        uint256 subscribeExpiration,
        bool canGrant
    );

    /// @notice A user has other permissions; they were changed by his id.
    /// @param streamId the stream
    /// @param user the user's id, 20 bytes if it is an address
    /// @param canEdit whether he may change the metadata
    /// @param canDelete whether he may delete the stream
    /// @param publishExpiration until when he may publish, Unix time in seconds
    /// @param subscribeExpiration until when he may subscribe, Unix time in seconds
    /// @param canGrant whether he may change permissions
    event PermissionUpdatedForUserId(
        string streamId,
        bytes user,
        bool canEdit,
        bool canDelete,
        uint256 publishExpiration,
        uint256 subscribeExpiration,
        bool canGrant
    );

    /// @notice A user's id must not be empty.
    error UserIdMissing();

    /// @notice Only addresses may edit, delete and grant: a user with such an id cannot
    /// send a transaction.
    /// @param user the user's id
    error UserIdIsNoAddress(bytes user);

    // --- streams ---

    /// @dev Creates a stream and gives its owner everything.
    function _create(address owner, string memory prefix, string memory path, string memory metadata)
        internal
        returns (string memory id)
    {
        require(bytes(metadata).length != 0, "error_metadataJsonStringIsEmpty");
        _checkPath(bytes(path));
        id = string.concat(prefix, path);
        Stream storage s = _stream(id);
        require(bytes(s.metadata).length == 0, "error_streamAlreadyExists");
        s.metadata = metadata;
        s.version++;
        emit StreamCreated(id, metadata);
        _setForAddress(s, id, owner, Permission(true, true, type(uint256).max, type(uint256).max, true));
    }

    function _checkPath(bytes memory path) private pure {
        for (uint256 i = 1; i < path.length; i++) {
            bytes1 c = path[i];
            // "-", ".", "/" and the digits follow one another.
            bool allowed = (c >= "-" && c <= "9") || (c >= "A" && c <= "Z") || (c >= "a" && c <= "z") || c == "_";
            require(allowed, "error_invalidPathChars");
        }
        require(path.length > 0 && path[0] == "/", "error_pathMustStartWithSlash");
    }

    function _stream(string memory id) internal view returns (Stream storage) {
        return _streamRecords().streams[keccak256(bytes(id))];
    }

    function _existing(string memory id) internal view returns (Stream storage s) {
        s = _stream(id);
        require(bytes(s.metadata).length != 0, "error_streamDoesNotExist");
    }

    // --- users ---

    function _key(Stream storage s, address user) internal view returns (bytes32) {
        return keccak256(abi.encode(uint256(s.version), user));
    }

    /// @dev The same as the other one for 20 bytes; other lengths cannot give its keys.
    function _key(Stream storage s, bytes memory user) internal view returns (bytes32) {
        return keccak256(abi.encodePacked(uint256(s.version), bytes12(0), user));
    }

    function _mine(Stream storage s) internal view returns (Permission storage) {
        return s.permissions[_key(s, _msgSender())];
    }

    /// @dev A stream on which the caller may change permissions.
    function _grantable(string memory id) internal view returns (Stream storage s) {
        s = _existing(id);
        require(_mine(s).canGrant, "error_noSharePermission");
    }

    /// @dev The same; also everybody may give up what he has himself.
    function _revocable(string memory id, bytes memory user) internal view returns (Stream storage s) {
        s = _existing(id);
        require(_mine(s).canGrant || _key(s, user) == _key(s, _msgSender()), "error_noSharePermission");
    }

    // --- changes of permissions; whoever calls these has checked that the caller may ---

    function _setForAddress(Stream storage s, string memory id, address user, Permission memory p) internal {
        _write(s, _key(s, user), p);
        emit PermissionUpdated(
            id, user, p.canEdit, p.canDelete, p.publishExpiration, p.subscribeExpiration, p.canGrant
        );
    }

    function _setForUserId(Stream storage s, string memory id, bytes memory user, Permission memory p) internal {
        if (user.length == 0) revert UserIdMissing();
        if (user.length != 20 && _manages(p)) revert UserIdIsNoAddress(user);
        _write(s, _key(s, user), p);
        emit PermissionUpdatedForUserId(
            id, user, p.canEdit, p.canDelete, p.publishExpiration, p.subscribeExpiration, p.canGrant
        );
    }

    /// @dev What the user has now, with one permission changed: until a time, or for ever
    /// or not at all.
    function _changed(Stream storage s, bytes32 key, IStreamRegistry.PermissionType what, uint256 until)
        internal
        view
        returns (Permission memory p)
    {
        p = s.permissions[key];
        if (what == IStreamRegistry.PermissionType.Publish) {
            p.publishExpiration = until;
        } else if (what == IStreamRegistry.PermissionType.Subscribe) {
            p.subscribeExpiration = until;
        } else {
            require(key != _key(s, PUBLIC_PERMISSION_USER_ID), "error_publicCanOnlySubsPubl");
            bool granted = until != 0;
            if (what == IStreamRegistry.PermissionType.Edit) p.canEdit = granted;
            else if (what == IStreamRegistry.PermissionType.Delete) p.canDelete = granted;
            else p.canGrant = granted;
        }
    }

    function _write(Stream storage s, bytes32 key, Permission memory p) private {
        bool manages = _manages(p);
        require(!manages || key != _key(s, PUBLIC_PERMISSION_USER_ID), "error_publicCanOnlySubsPubl");
        if (manages || _lasts(p.publishExpiration) || _lasts(p.subscribeExpiration)) s.permissions[key] = p;
        else delete s.permissions[key];
    }

    // --- looking up ---

    function _lasts(uint256 expiration) internal view returns (bool) {
        return expiration >= block.timestamp;
    }

    /// @dev Publish and subscribe are also everybody's.
    function _withPublic(Stream storage s, bytes32 key) internal view returns (Permission memory p) {
        p = s.permissions[key];
        Permission storage all = s.permissions[_key(s, PUBLIC_PERMISSION_USER_ID)];
        if (!_lasts(p.publishExpiration) && _lasts(all.publishExpiration)) {
            p.publishExpiration = all.publishExpiration;
        }
        if (!_lasts(p.subscribeExpiration) && _lasts(all.subscribeExpiration)) {
            p.subscribeExpiration = all.subscribeExpiration;
        }
    }

    function _has(Stream storage s, address user, IStreamRegistry.PermissionType what) internal view returns (bool) {
        if (bytes(s.metadata).length == 0) return false;
        Permission storage p = s.permissions[_key(s, user)];
        if (what == IStreamRegistry.PermissionType.Edit) return p.canEdit;
        if (what == IStreamRegistry.PermissionType.Delete) return p.canDelete;
        if (what == IStreamRegistry.PermissionType.Publish) return _lasts(p.publishExpiration);
        if (what == IStreamRegistry.PermissionType.Subscribe) return _lasts(p.subscribeExpiration);
        return p.canGrant;
    }

    function _manages(Permission memory p) private pure returns (bool) {
        return p.canEdit || p.canDelete || p.canGrant;
    }

    function _streamRecords() private pure returns (StreamRecordsStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := STREAM_RECORDS_SLOT
        }
    }
}
