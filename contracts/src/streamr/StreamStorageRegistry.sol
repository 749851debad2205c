// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ContextUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/ContextUpgradeable.sol";
import {IStreamRegistry} from "../logstore/IStreamRegistry.sol";
import {LogStoreProxied} from "../logstore/LogStoreProxied.sol";
import {NodeRegistry} from "./NodeRegistry.sol";
import {StreamRegistry} from "./StreamRegistry.sol";
import {TrustedForwarder} from "./TrustedForwarder.sol";

/// @title Which storage nodes keep which streams
/// @notice For chains without a Streamr network: clients of Streamr's registry of stored
/// streams (version 2) can use this one. Whoever may edit a stream assigns nodes to it.
/// @dev Loops go over what the caller sends only.
contract StreamStorageRegistry is LogStoreProxied, TrustedForwarder {
    /// @custom:storage-location erc7201:logstore.StreamStorageRegistry
    struct StreamStorageRegistryStorage {
        StreamRegistry streamRegistry;
        NodeRegistry nodeRegistry;
        // hash of the stream's id => node => Unix time in seconds
        mapping(bytes32 => mapping(address => uint256)) created;
    }

    // ERC-7201 slot of "logstore.StreamStorageRegistry".
    bytes32 private constant STREAM_STORAGE_REGISTRY_SLOT =
        0xba7e6ea12c9d4631def48ab45489124e825287184ce801662191af1f156a1f00;

    /// @notice A node keeps a stream from now on.
    /// @param streamId the stream
    /// @param nodeAddress the node
    event Added(string streamId, address indexed nodeAddress);

    /// @notice A node does not keep a stream any more.
    /// @param streamId the stream
    /// @param nodeAddress the node
    event Removed(string streamId, address indexed nodeAddress);

    modifier onlyEditorOrTrusted(string calldata streamId) {
        StreamRegistry registry = streamRegistry();
        require(registry.exists(streamId), "error_streamDoesNotExist");
        address sender = _msgSender();
        require(
            registry.hasPermission(streamId, sender, IStreamRegistry.PermissionType.Edit)
                || registry.hasRole(registry.getTrustedRole(), sender),
            "error_noEditPermission"
        );
        _;
    }

    /// @notice Sets up the registry behind its proxy.
    /// @param owner_ its owner
    /// @param streamRegistryAddress the registry that knows the streams
    /// @param nodeRegistryAddress the registry that knows the storage nodes
    /// @param trustedForwarderAddress who may call for others, zero for none
    function initialize(
        address owner_,
        address streamRegistryAddress,
        address nodeRegistryAddress,
        address trustedForwarderAddress
    ) external initializer {
        __Ownable_init(owner_);
        StreamStorageRegistryStorage storage $ = _streamStorageRegistry();
        $.streamRegistry = StreamRegistry(streamRegistryAddress);
        $.nodeRegistry = NodeRegistry(nodeRegistryAddress);
        _setTrustedForwarder(trustedForwarderAddress);
    }

    /// @notice Assigns a node to a stream; the caller needs the permission Edit, or
    /// TRUSTED_ROLE.
    /// @param streamId the stream
    /// @param nodeAddress a node of the node registry
    function addStorageNode(string calldata streamId, address nodeAddress) external onlyEditorOrTrusted(streamId) {
        _add(streamId, nodeAddress);
    }

    /// @notice Ends the assignment of a node to a stream; the caller needs the permission
    /// Edit, or TRUSTED_ROLE.
    /// @param streamId the stream
    /// @param nodeAddress the node
    function removeStorageNode(string calldata streamId, address nodeAddress) external onlyEditorOrTrusted(streamId) {
        _remove(streamId, nodeAddress);
    }

    /// @notice Assigns nodes to a stream and ends the assignment of others; the caller
    /// needs the permission Edit, or TRUSTED_ROLE.
    /// @param streamId the stream
    /// @param addNodes nodes of the node registry
    /// @param removeNodes the others
    function addAndRemoveStorageNodes(
        string calldata streamId,
        address[] calldata addNodes,
        address[] calldata removeNodes
    ) external onlyEditorOrTrusted(streamId) {
        for (uint256 i = 0; i < addNodes.length; i++) {
            _add(streamId, addNodes[i]);
        }
        for (uint256 i = 0; i < removeNodes.length; i++) {
            _remove(streamId, removeNodes[i]);
        }
    }

    /// @notice Sets who may call for others. The owner only.
    /// @param forwarder the forwarder (ERC-2771), zero for none
    function setTrustedForwarder(address forwarder) external onlyOwner {
        _setTrustedForwarder(forwarder);
    }

    /// @notice Whether a node is assigned to a stream, and both exist.
    /// @param streamId the stream
    /// @param nodeAddress the node
    /// @return whether it keeps the stream
    function isStorageNodeOf(string calldata streamId, address nodeAddress) external view returns (bool) {
        return streamRegistry().exists(streamId) && _isNode(nodeAddress) && pairs(streamId, nodeAddress) != 0;
    }

    /// @notice Since when a node is assigned to a stream.
    /// @param streamId the stream
    /// @param nodeAddress the node
    /// @return dateCreated Unix time in seconds, 0 when it is not
    function pairs(string calldata streamId, address nodeAddress) public view returns (uint256 dateCreated) {
        return _streamStorageRegistry().created[keccak256(bytes(streamId))][nodeAddress];
    }

    /// @notice The registry that knows the streams.
    /// @return its address
    function streamRegistry() public view returns (StreamRegistry) {
        return _streamStorageRegistry().streamRegistry;
    }

    /// @notice The registry that knows the storage nodes.
    /// @return its address
    function nodeRegistry() public view returns (NodeRegistry) {
        return _streamStorageRegistry().nodeRegistry;
    }

    /// @dev A node that is assigned already keeps the date.
    function _add(string calldata streamId, address nodeAddress) private {
        require(_isNode(nodeAddress), "error_storageNodeNotRegistered");
        mapping(address => uint256) storage created = _streamStorageRegistry().created[keccak256(bytes(streamId))];
        if (created[nodeAddress] == 0) created[nodeAddress] = block.timestamp;
        emit Added(streamId, nodeAddress);
    }

    function _remove(string calldata streamId, address nodeAddress) private {
        delete _streamStorageRegistry().created[keccak256(bytes(streamId))][nodeAddress];
        emit Removed(streamId, nodeAddress);
    }

    function _isNode(address nodeAddress) private view returns (bool) {
        return nodeRegistry().getNode(nodeAddress).lastSeen != 0;
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

    function _streamStorageRegistry() private pure returns (StreamStorageRegistryStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := STREAM_STORAGE_REGISTRY_SLOT
        }
    }
}
