// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IStreamRegistry} from "../../src/logstore/IStreamRegistry.sol";

/// @dev Stands in for a stream registry in the tests: it keeps what it is told and checks
/// only that streams exist. It can be told to refuse, to burn all gas that it gets, or to need much of it.
contract StandInStreamRegistry is IStreamRegistry {
    enum Mood {
        Willing,
        Refusing,
        Burning,
        Costly
    }

    mapping(string => bool) public exists;
    mapping(string => mapping(address => mapping(PermissionType => bool))) public permitted;
    mapping(string => mapping(PermissionType => bool)) public permittedToAll;
    uint256 public changes;
    Mood public mood;

    function setMood(Mood mood_) external {
        mood = mood_;
    }

    /// @dev A stream that somebody else made.
    function addStream(string calldata streamId) external {
        exists[streamId] = true;
    }

    function createStream(string calldata path, string calldata) external {
        string memory id = string.concat(Strings.toHexString(msg.sender), path);
        require(!exists[id], "stream exists");
        exists[id] = true;
    }

    function deleteStream(string calldata streamId) external {
        require(exists[streamId], "no stream");
        exists[streamId] = false;
    }

    function grantPermission(string calldata streamId, address user, PermissionType what) external {
        _change(streamId, user, what, true);
    }

    function grantPublicPermission(string calldata streamId, PermissionType what) external {
        require(exists[streamId], "no stream");
        permittedToAll[streamId][what] = true;
    }

    function revokePermission(string calldata streamId, address user, PermissionType what) external {
        _change(streamId, user, what, false);
    }

    function _change(string calldata streamId, address user, PermissionType what, bool granted) private {
        if (mood == Mood.Burning) {
            assembly {
                invalid()
            }
        }
        require(mood != Mood.Refusing, "not in the mood");
        if (mood == Mood.Costly) {
            uint256 until = gasleft() - 350_000;
            while (gasleft() > until) {}
        }
        require(exists[streamId], "no stream");
        permitted[streamId][user][what] = granted;
        changes++;
    }
}
