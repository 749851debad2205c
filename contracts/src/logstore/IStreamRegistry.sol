// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title What the LogStore contracts need of a Streamr stream registry
/// @notice Streams are named by text ids of the form `0x<owner>/<path>`; whoever
/// creates one gets all permissions on it.
interface IStreamRegistry {
    /// @notice What a user may do with a stream.
    enum PermissionType {
        Edit,
        Delete,
        Publish,
        Subscribe,
        Grant
    }

    /// @notice Creates the stream `<caller in lower case><path>`.
    /// @param streamIdPath the path, beginning with a slash
    /// @param metadataJsonString metadata, a JSON object
    function createStream(string calldata streamIdPath, string calldata metadataJsonString) external;

    /// @notice Deletes a stream; the caller needs the permission Delete.
    /// @param streamId the stream
    function deleteStream(string calldata streamId) external;

    /// @notice Whether there is such a stream.
    /// @param streamId the stream
    /// @return whether it exists
    function exists(string calldata streamId) external view returns (bool);

    /// @notice Gives a user a permission for ever; the caller needs the permission Grant.
    /// @param streamId the stream
    /// @param user who gets it
    /// @param permissionType what he may do
    function grantPermission(string calldata streamId, address user, PermissionType permissionType) external;

    /// @notice Gives everybody a permission; the caller needs the permission Grant.
    /// @param streamId the stream
    /// @param permissionType what everybody may do
    function grantPublicPermission(string calldata streamId, PermissionType permissionType) external;

    /// @notice Takes a permission from a user; the caller needs the permission Grant.
    /// @param streamId the stream
    /// @param user who loses it
    /// @param permissionType what he may do no longer
    function revokePermission(string calldata streamId, address user, PermissionType permissionType) external;
}
