// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AccessControlUpgradeable} from "@openzeppelin/contracts-upgradeable/access/AccessControlUpgradeable.sol";
import {ContextUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/ContextUpgradeable.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {LogStoreProxied} from "../logstore/LogStoreProxied.sol";
import {StreamPermissions} from "./StreamPermissions.sol";
import {Permission} from "./StreamRecords.sol";
import {TrustedForwarder} from "./TrustedForwarder.sol";

/// @title Who owns an ENS name, as far as this chain knows
/// @notice What the stream registry needs of Streamr's ENS cache.
interface IEnsCache {
    /// @notice The owner of a name that was looked up before.
    /// @param ensName the name
    /// @return its owner, zero when it was not looked up
    function owners(string calldata ensName) external view returns (address);

    /// @notice Asks for the owner of a name; the answer comes by ENScreateStreamCallback.
    /// @param ensName the name
    /// @param streamIdPath path of the stream to create
    /// @param metadataJsonString its metadata
    /// @param requestorAddress who has to be the owner
    function requestENSOwnerAndCreateStream(
        string calldata ensName,
        string calldata streamIdPath,
        string calldata metadataJsonString,
        address requestorAddress
    ) external;
}

/// @title Streams, their metadata, and who may do what with them
/// @notice For chains without a Streamr network: clients of Streamr's stream registry
/// (version 5) can use this one. Anybody creates streams below his own address. Where it
/// differs from Streamr's: permissions on several streams at once need Grant on each of
/// them, everybody can never get more than Publish and Subscribe, metadata cannot be made
/// empty by an update, and nobody has permissions on a stream that was deleted.
/// @dev Loops go over what the caller sends only.
contract StreamRegistry is LogStoreProxied, AccessControlUpgradeable, StreamPermissions {
    /// @custom:storage-location erc7201:logstore.StreamRegistry
    struct StreamRegistryStorage {
        address ensCache;
    }

    // ERC-7201 slot of "logstore.StreamRegistry".
    bytes32 private constant STREAM_REGISTRY_SLOT =
        0x47d38d325a431f6062df6f0f24dfae2a55905ab7717c56f5098302d2c1911a00;

    /// @notice Contracts and scripts that may set permissions and say who owns ENS names.
    bytes32 public constant TRUSTED_ROLE = keccak256("TRUSTED_ROLE");

    /// @notice Another ENS cache serves from now on.
    /// @param ensCache its address, zero for none
    event EnsCacheChanged(address indexed ensCache);

    /// @notice No ENS names here: create the stream below your address with createStream.
    error EnsNotSupported();

    modifier isTrusted() {
        require(hasRole(TRUSTED_ROLE, _msgSender()), "error_mustBeTrustedRole");
        _;
    }

    /// @notice Sets up the registry behind its proxy.
    /// @param owner_ its owner, who also says who has roles
    /// @param ensCacheAddr the ENS cache, zero for none
    /// @param trustedForwarderAddress who may call for others, zero for none
    function initialize(address owner_, address ensCacheAddr, address trustedForwarderAddress) external initializer {
        __Ownable_init(owner_);
        _grantRole(DEFAULT_ADMIN_ROLE, owner_);
        _setEnsCache(ensCacheAddr);
        _setTrustedForwarder(trustedForwarderAddress);
    }

    /// @notice Creates the stream `<caller in lower case><path>`; the caller gets all
    /// permissions on it.
    /// @param streamIdPath a slash, and then letters, digits and the characters - . / _
    /// @param metadataJsonString metadata, a JSON object
    function createStream(string calldata streamIdPath, string calldata metadataJsonString) external {
        _create(_msgSender(), Strings.toHexString(_msgSender()), streamIdPath, metadataJsonString);
    }

    /// @notice Creates the stream `<caller in lower case><path>` and gives permissions on
    /// it. The caller gets all, if it is not among the users.
    /// @param streamIdPath a slash, and then letters, digits and the characters - . / _
    /// @param metadataJsonString metadata, a JSON object
    /// @param users who gets permissions, address(0) for everybody
    /// @param permissions what each of them may do
    function createStreamWithPermissions(
        string calldata streamIdPath,
        string calldata metadataJsonString,
        address[] calldata users,
        Permission[] calldata permissions
    ) public {
        string memory id = _create(_msgSender(), Strings.toHexString(_msgSender()), streamIdPath, metadataJsonString);
        _setAll(_stream(id), id, users, permissions);
    }

    /// @notice Creates several streams, each as createStreamWithPermissions does.
    /// @param streamIdPaths their paths
    /// @param metadataJsonStrings their metadata
    /// @param users for each stream who gets permissions
    /// @param permissions for each stream what each of them may do
    function createMultipleStreamsWithPermissions(
        string[] calldata streamIdPaths,
        string[] calldata metadataJsonStrings,
        address[][] calldata users,
        Permission[][] calldata permissions
    ) external {
        _checkLengths(streamIdPaths.length, metadataJsonStrings.length, users.length);
        _checkLengths(users.length, permissions.length, permissions.length);
        for (uint256 i = 0; i < streamIdPaths.length; i++) {
            createStreamWithPermissions(streamIdPaths[i], metadataJsonStrings[i], users[i], permissions[i]);
        }
    }

    /// @notice Creates the stream `<ENS name><path>`, at once if the caller is known to
    /// own the name, else when the ENS cache has found that it does.
    /// @param ensName the name
    /// @param streamIdPath a slash, and then letters, digits and the characters - . / _
    /// @param metadataJsonString metadata, a JSON object
    function createStreamWithENS(
        string calldata ensName,
        string calldata streamIdPath,
        string calldata metadataJsonString
    ) external {
        IEnsCache cache = _requireEnsCache();
        if (cache.owners(ensName) == _msgSender()) {
            _create(_msgSender(), ensName, streamIdPath, metadataJsonString);
        } else {
            cache.requestENSOwnerAndCreateStream(ensName, streamIdPath, metadataJsonString, _msgSender());
        }
    }

    // solhint-disable func-name-mixedcase
    /// @notice Creates the stream `<ENS name><path>` for the owner of the name. TRUSTED_ROLE
    /// only.
    /// @param ownerAddress who owns the name, according to the ENS cache as well
    /// @param ensName the name
    /// @param streamIdPath a slash, and then letters, digits and the characters - . / _
    /// @param metadataJsonString metadata, a JSON object
    function ENScreateStreamCallback(
        address ownerAddress,
        string calldata ensName,
        string calldata streamIdPath,
        string calldata metadataJsonString
    ) external isTrusted {
        require(_requireEnsCache().owners(ensName) == ownerAddress, "error_notOwnerOfENSName");
        _create(ownerAddress, ensName, streamIdPath, metadataJsonString);
    }
    // solhint-enable func-name-mixedcase

    /// @notice Changes the metadata of a stream; the caller needs the permission Edit.
    /// @param streamId the stream
    /// @param metadata metadata, a JSON object
    function updateStreamMetadata(string calldata streamId, string calldata metadata) external {
        Stream storage s = _existing(streamId);
        require(_mine(s).canEdit, "error_noEditPermission");
        require(bytes(metadata).length != 0, "error_metadataJsonStringIsEmpty");
        s.metadata = metadata;
        emit StreamUpdated(streamId, metadata);
    }

    /// @notice Deletes a stream; the caller needs the permission Delete. All permissions
    /// on it end, also when it is created again.
    /// @param streamId the stream
    function deleteStream(string calldata streamId) external {
        Stream storage s = _existing(streamId);
        require(_mine(s).canDelete, "error_noDeletePermission");
        delete s.metadata;
        emit StreamDeleted(streamId);
    }

    /// @notice Whether there is such a stream.
    /// @param streamId the stream
    /// @return whether it exists
    function exists(string calldata streamId) external view returns (bool) {
        return bytes(_stream(streamId).metadata).length != 0;
    }

    /// @notice The metadata of a stream, which must exist.
    /// @param streamId the stream
    /// @return des its metadata
    function getStreamMetadata(string calldata streamId) external view returns (string memory des) {
        return _existing(streamId).metadata;
    }

    /// @notice The metadata of a stream, empty when there is no such stream.
    /// @param streamId the stream
    /// @return its metadata
    function streamIdToMetadata(string calldata streamId) external view returns (string memory) {
        return _stream(streamId).metadata;
    }

    /// @notice How often a stream was created.
    /// @param streamId the stream
    /// @return the number
    function streamIdToVersion(string calldata streamId) external view returns (uint32) {
        return _stream(streamId).version;
    }

    /// @notice Sets all permissions of a user. TRUSTED_ROLE only.
    /// @param streamId the stream
    /// @param user the user, address(0) for everybody
    /// @param canEdit whether he may change the metadata
    /// @param deletePerm whether he may delete the stream
    /// @param publishExpiration until when he may publish, Unix time in seconds
    /// @param subscribeExpiration until when he may subscribe, Unix time in seconds
    /// @param canGrant whether he may change permissions
    function trustedSetPermissionsForUser(
        string calldata streamId,
        address user,
        bool canEdit,
        bool deletePerm,
        uint256 publishExpiration,
        uint256 subscribeExpiration,
        bool canGrant
    ) external isTrusted {
        Permission memory p = Permission(canEdit, deletePerm, publishExpiration, subscribeExpiration, canGrant);
        _setForAddress(_existing(streamId), streamId, user, p);
    }

    /// @notice Sets the ENS cache. TRUSTED_ROLE only.
    /// @param ensCacheAddr its address, zero for none
    function setEnsCache(address ensCacheAddr) external isTrusted {
        _setEnsCache(ensCacheAddr);
    }

    /// @notice Sets who may call for others. The owner only.
    /// @param forwarder the forwarder (ERC-2771), zero for none
    function setTrustedForwarder(address forwarder) external onlyOwner {
        _setTrustedForwarder(forwarder);
    }

    /// @notice The ENS cache.
    /// @return its address, zero when there is none
    function ensCache() public view returns (address) {
        return _streamRegistry().ensCache;
    }

    /// @notice The role that may set permissions, for contracts beside this one.
    /// @return TRUSTED_ROLE
    function getTrustedRole() external pure returns (bytes32) {
        return TRUSTED_ROLE;
    }

    function _setEnsCache(address cache) private {
        _streamRegistry().ensCache = cache;
        emit EnsCacheChanged(cache);
    }

    function _requireEnsCache() private view returns (IEnsCache) {
        address cache = ensCache();
        if (cache == address(0)) revert EnsNotSupported();
        return IEnsCache(cache);
    }

    function _msgSender() internal view override(ContextUpgradeable, TrustedForwarder) returns (address) {
        return TrustedForwarder._msgSender();
    }

    function _msgData() internal view override(ContextUpgradeable, TrustedForwarder) returns (bytes calldata) {
        return TrustedForwarder._msgData();
    }

    function _contextSuffixLength() internal view override(ContextUpgradeable, TrustedForwarder) returns (uint256) {
        return TrustedForwarder._contextSuffixLength();
    }

    function _streamRegistry() private pure returns (StreamRegistryStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := STREAM_REGISTRY_SLOT
        }
    }
}
