// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStreamRegistry} from "../src/logstore/IStreamRegistry.sol";
import {NodeManager} from "../src/logstore/NodeManager.sol";
import {StoreManager} from "../src/logstore/StoreManager.sol";
import {StreamRegistry} from "../src/streamr/StreamRegistry.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

/// @dev The managers with our own stream registry in place of the stand-in.
contract WithStreamRegistryTest is LogStoreTest {
    StreamRegistry private streams;
    NodeManager private nodes;
    StoreManager private stores;

    function setUp() public override {
        super.setUp();
        streams = StreamRegistry(
            _proxy(
                address(new StreamRegistry()), abi.encodeCall(StreamRegistry.initialize, (owner, address(0), address(0)))
            )
        );
        address[] memory none = new address[](0);
        nodes = NodeManager(
            _proxy(
                address(new NodeManager()),
                abi.encodeCall(
                    NodeManager.initialize,
                    (
                        owner,
                        false,
                        address(token),
                        STAKE_REQUIRED,
                        address(streams),
                        none,
                        new string[](0),
                        _defaultStreams()
                    )
                )
            )
        );
        stores = StoreManager(
            _proxy(
                address(new StoreManager()),
                abi.encodeCall(StoreManager.initialize, (owner, address(nodes), address(token), address(streams)))
            )
        );
        vm.startPrank(alice);
        token.approve(address(nodes), type(uint256).max);
        token.approve(address(stores), type(uint256).max);
        vm.stopPrank();
    }

    function _may(address user, string memory path) private view returns (bool) {
        return streams.hasDirectPermission(
            nodes._generateStreamId(path), user, IStreamRegistry.PermissionType.Publish
        );
    }

    function testAStakedNodeMayPublishUntilItLeaves() public {
        assertTrue(nodes.streamExists(nodes._generateStreamId("/system")));
        vm.startPrank(alice);
        nodes.join(STAKE_REQUIRED, "u");
        assertTrue(_may(alice, "/system") && _may(alice, "/heartbeat"));
        nodes.leave();
        assertFalse(_may(alice, "/system") || _may(alice, "/heartbeat"));
        nodes.join(STAKE_REQUIRED, "u");
        assertTrue(_may(alice, "/system"));
        vm.stopPrank();
        vm.startPrank(owner);
        nodes.createStream("THIRD", "/third", "{}");
        assertTrue(_may(alice, "/third"));
        nodes.deleteStream("THIRD");
        assertFalse(nodes.streamExists(nodes._generateStreamId("/third")));
    }

    function testStakingNeedsAStreamOfTheRegistry() public {
        vm.startPrank(alice);
        vm.expectRevert(bytes("error_invalidStream"));
        stores.stake(STREAM, 1);
        streams.createStream("/temperatures", "{}");
        string memory id = string.concat(_lower(alice), "/temperatures");
        stores.stake(id, 5);
        assertEq(stores.stores(id), 5);
    }

    function _lower(address account) private pure returns (string memory) {
        bytes memory digits = "0123456789abcdef";
        bytes memory text = new bytes(42);
        (text[0], text[1]) = ("0", "x");
        for (uint256 i = 0; i < 40; i++) {
            text[2 + i] = digits[(uint160(account) >> (156 - 4 * i)) & 15];
        }
        return string(text);
    }
}
