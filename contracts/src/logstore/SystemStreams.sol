// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IStreamRegistry} from "./IStreamRegistry.sol";

/// @title The streams through which the nodes talk to each other
/// @notice They belong to this contract, everybody may subscribe to them, and nodes with
/// enough stake may publish to them.
abstract contract SystemStreams {
    /// @notice More would make joining and leaving too dear.
    uint256 public constant MAX_SYSTEM_STREAMS = 16;

    /// @notice Gas for one change of a permission. A registry that needs more, or that
    /// refuses, does not hold up anybody's joining or leaving.
    uint256 public constant PERMISSION_GAS = 400_000;

    struct Stream {
        string key;
        string path;
        string metadata;
        uint256 index;
    }

    /// @custom:storage-location erc7201:logstore.SystemStreams
    struct SystemStreamsStorage {
        IStreamRegistry registry;
        string[] keys;
        mapping(string => Stream) streams;
    }

    // ERC-7201 slot of "logstore.SystemStreams".
    bytes32 private constant SYSTEM_STREAMS_SLOT =
        0xc460906363bc95c84f295be9b9f5b1e7e96861b6e30ae24af7f1f4204eeed400;

    /// @notice A system stream was created.
    /// @param key the name by which the contracts know it
    /// @param path the path of its id
    /// @param metadataJsonString its metadata
    /// @param streamId its id
    event StreamAdded(string key, string path, string metadataJsonString, string streamId);

    /// @notice A system stream was deleted.
    /// @param key the name by which the contracts knew it
    /// @param path the path of its id
    /// @param metadataJsonString its metadata
    /// @param streamId its id
    event StreamRemoved(string key, string path, string metadataJsonString, string streamId);

    /// @notice The registry did not change a permission; refreshPermissions tries again.
    /// @param streamId the stream
    /// @param node whose permission to publish
    /// @param granted whether it was to be granted, or revoked
    event PublishPermissionFailed(string streamId, address indexed node, bool granted);

    /// @notice There are MAX_SYSTEM_STREAMS already: delete one first.
    error TooManySystemStreams();

    /// @notice Call again with a higher gas limit: what is left would not let the stream
    /// registry do its part.
    error NotEnoughGas();

    /// @notice Whether the stream registry knows a stream.
    /// @param streamId any stream
    /// @return whether it exists
    function streamExists(string calldata streamId) external view returns (bool) {
        return _systemStreams().registry.exists(streamId);
    }

    /// @notice The keys of all system streams.
    /// @return their keys, at most MAX_SYSTEM_STREAMS
    function getAllStreams() external view returns (string[] memory) {
        return _systemStreams().keys;
    }

    /// @notice The key of one system stream.
    /// @param index its place in getAllStreams
    /// @return its key
    function streams(uint256 index) external view returns (string memory) {
        return _systemStreams().keys[index];
    }

    /// @notice What is known of a system stream; all empty when there is none.
    /// @param key_ its key
    /// @return key its key
    /// @return path the path of its id
    /// @return metadata its metadata as of its creation
    /// @return index its place in getAllStreams
    function streamInformation(string calldata key_)
        external
        view
        returns (string memory key, string memory path, string memory metadata, uint256 index)
    {
        Stream storage s = _systemStreams().streams[key_];
        return (s.key, s.path, s.metadata, s.index);
    }

    /// @notice The id of a system stream: the address of this contract in lower case,
    /// followed by the path.
    /// @param streamPath the path
    /// @return the id
    // solhint-disable-next-line func-name-mixedcase
    function _generateStreamId(string memory streamPath) public view returns (string memory) {
        return string.concat(Strings.toHexString(address(this)), streamPath);
    }

    function _setStreamRegistry(address registry) internal {
        _systemStreams().registry = IStreamRegistry(registry);
    }

    function _addStream(string memory key, string memory path, string memory metadata)
        internal
        returns (string memory streamId)
    {
        SystemStreamsStorage storage $ = _systemStreams();
        Stream storage s = $.streams[key];
        require(bytes(key).length > 0, "error_badTrackerData");
        require(bytes(s.key).length == 0, "STREAM_ALREADY_REGISTERED");
        uint256 index = $.keys.length;
        if (index >= MAX_SYSTEM_STREAMS) revert TooManySystemStreams();
        $.keys.push(key);
        (s.key, s.path, s.metadata, s.index) = (key, path, metadata, index);
        streamId = _generateStreamId(path);
        emit StreamAdded(key, path, metadata, streamId);
        $.registry.createStream(path, metadata);
        $.registry.grantPublicPermission(streamId, IStreamRegistry.PermissionType.Subscribe);
    }

    function _removeStream(string memory key) internal {
        SystemStreamsStorage storage $ = _systemStreams();
        Stream storage s = $.streams[key];
        require(bytes(s.key).length > 0, "STREAM_NOT_REGISTERED");
        string memory streamId = _generateStreamId(s.path);
        emit StreamRemoved(key, s.path, s.metadata, streamId);
        uint256 index = s.index;
        string memory last = $.keys[$.keys.length - 1];
        $.keys[index] = last;
        $.streams[last].index = index;
        $.keys.pop();
        delete $.streams[key];
        if ($.registry.exists(streamId)) $.registry.deleteStream(streamId);
    }

    /// @dev Lets a node publish to all system streams, or to none.
    function _setPublisher(address node, bool granted) internal {
        SystemStreamsStorage storage $ = _systemStreams();
        uint256 count = $.keys.length;
        for (uint256 i = 0; i < count; i++) {
            _setPermission(_generateStreamId($.streams[$.keys[i]].path), node, granted);
        }
    }

    /// @dev The registry's refusal is only told, but not made: whoever wants to keep his
    /// permission cannot do so by giving the call too little gas.
    function _setPermission(string memory streamId, address node, bool granted) internal {
        address registry = address(_systemStreams().registry);
        if (gasleft() < PERMISSION_GAS + PERMISSION_GAS / 32) revert NotEnoughGas();
        IStreamRegistry.PermissionType publish = IStreamRegistry.PermissionType.Publish;
        bytes memory change = granted
            ? abi.encodeCall(IStreamRegistry.grantPermission, (streamId, node, publish))
            : abi.encodeCall(IStreamRegistry.revokePermission, (streamId, node, publish));
        // solhint-disable-next-line avoid-low-level-calls
        (bool done,) = registry.call{gas: PERMISSION_GAS}(change);
        if (!done) emit PublishPermissionFailed(streamId, node, granted);
    }

    function _systemStreams() private pure returns (SystemStreamsStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := SYSTEM_STREAMS_SLOT
        }
    }
}
