// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IStreamRegistry} from "../src/logstore/IStreamRegistry.sol";
import {NodeManager} from "../src/logstore/NodeManager.sol";
import {SystemStreams} from "../src/logstore/SystemStreams.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";
import {StandInStreamRegistry} from "./base/StandInStreamRegistry.sol";

contract SystemStreamsTest is LogStoreTest {
    event StreamAdded(string key, string path, string metadataJsonString, string streamId);
    event StreamRemoved(string key, string path, string metadataJsonString, string streamId);
    event PublishPermissionFailed(string streamId, address indexed node, bool granted);

    function _id(string memory path) private view returns (string memory) {
        return nodeManager._generateStreamId(path);
    }

    function testIdsAreTheContractInLowerCaseAndThePath() public view {
        assertEq(_id("/system"), string.concat(Strings.toHexString(address(nodeManager)), "/system"));
        for (uint256 i = 2; i < 42; i++) {
            bytes1 c = bytes(_id(""))[i];
            assertTrue((c >= "0" && c <= "9") || (c >= "a" && c <= "f"));
        }
    }

    function testInitialStreamsExistAndAllMaySubscribe() public view {
        string[] memory keys = nodeManager.getAllStreams();
        assertEq(keys.length, 2);
        assertEq(keys[0], "LOGSTORE_SYSTEM_STREAM");
        assertEq(nodeManager.streams(1), "LOGSTORE_HEARTBEAT_STREAM");
        (string memory key, string memory path, string memory metadata, uint256 index) =
            nodeManager.streamInformation("LOGSTORE_HEARTBEAT_STREAM");
        assertEq(key, "LOGSTORE_HEARTBEAT_STREAM");
        assertEq(path, "/heartbeat");
        assertEq(metadata, '{ "partitions": 1}');
        assertEq(index, 1);
        assertTrue(nodeManager.streamExists(_id("/system")));
        assertTrue(registry.permittedToAll(_id("/heartbeat"), IStreamRegistry.PermissionType.Subscribe));
        assertFalse(registry.permittedToAll(_id("/heartbeat"), IStreamRegistry.PermissionType.Publish));
    }

    function testStreamsComeAndGo() public {
        vm.startPrank(owner);
        vm.expectRevert(bytes("STREAM_ALREADY_REGISTERED"));
        nodeManager.createStream("LOGSTORE_SYSTEM_STREAM", "/x", "{}");
        vm.expectRevert(bytes("error_badTrackerData"));
        nodeManager.createStream("", "/x", "{}");
        vm.expectEmit(address(nodeManager));
        emit StreamAdded("THIRD", "/third", "{}", _id("/third"));
        nodeManager.createStream("THIRD", "/third", "{}");
        vm.expectEmit(address(nodeManager));
        emit StreamRemoved("LOGSTORE_SYSTEM_STREAM", "/system", '{ "partitions": 1}', _id("/system"));
        nodeManager.deleteStream("LOGSTORE_SYSTEM_STREAM");
        assertFalse(nodeManager.streamExists(_id("/system")));
        string[] memory keys = nodeManager.getAllStreams();
        assertEq(keys.length, 2);
        assertEq(keys[0], "THIRD");
        (,,, uint256 index) = nodeManager.streamInformation("THIRD");
        assertEq(index, 0);
        vm.expectRevert(bytes("STREAM_NOT_REGISTERED"));
        nodeManager.deleteStream("LOGSTORE_SYSTEM_STREAM");
        nodeManager.deleteStream("THIRD");
        nodeManager.deleteStream("LOGSTORE_HEARTBEAT_STREAM");
        assertEq(nodeManager.getAllStreams().length, 0);
        nodeManager.createStream("LOGSTORE_SYSTEM_STREAM", "/system", "{}");
    }

    function testAStreamThatIsGoneFromTheRegistryCanBeForgotten() public {
        vm.startPrank(address(nodeManager));
        registry.deleteStream(_id("/system"));
        vm.stopPrank();
        vm.prank(owner);
        nodeManager.deleteStream("LOGSTORE_SYSTEM_STREAM");
        assertEq(nodeManager.getAllStreams().length, 1);
    }

    function testTheirNumberIsBounded() public {
        vm.startPrank(owner);
        for (uint256 i = 2; i < nodeManager.MAX_SYSTEM_STREAMS(); i++) {
            string memory n = Strings.toString(i);
            nodeManager.createStream(n, string.concat("/", n), "{}");
        }
        vm.expectRevert(SystemStreams.TooManySystemStreams.selector);
        nodeManager.createStream("more", "/more", "{}");
    }

    function testPermissionFollowsTheThreshold() public {
        _join(alice, STAKE_REQUIRED - 1);
        assertFalse(_mayPublish(alice));
        assertFalse(nodeManager.isStaked(alice));
        uint256 changes = registry.changes();
        vm.prank(bob);
        nodeManager.stakeAndDelegate(1, alice);
        assertTrue(_mayPublish(alice));
        assertTrue(nodeManager.isStaked(alice));
        assertEq(registry.changes(), changes + 2);
        vm.prank(bob);
        nodeManager.stakeAndDelegate(5e18, alice);
        vm.prank(bob);
        nodeManager.undelegate(5e18, alice);
        assertEq(registry.changes(), changes + 2); // the threshold was not crossed
        vm.prank(bob);
        nodeManager.undelegate(1, alice);
        assertFalse(_mayPublish(alice));
        assertEq(registry.changes(), changes + 4);
    }

    function testANewStreamIsOpenToStakedNodes() public {
        _join(alice, STAKE_REQUIRED);
        _join(bob, STAKE_REQUIRED - 1);
        vm.prank(owner);
        nodeManager.createStream("THIRD", "/third", "{}");
        assertTrue(_mayPublish("/third", alice));
        assertFalse(_mayPublish("/third", bob));
    }

    function testWithManyNodesTheLaterOnesRefresh() public {
        uint256 many = nodeManager.NODES_AT_CREATION() + 1;
        for (uint256 i = 1; i <= many; i++) {
            _fund(vm.addr(i), STAKE_REQUIRED);
            _join(vm.addr(i), STAKE_REQUIRED);
        }
        vm.prank(owner);
        nodeManager.createStream("THIRD", "/third", "{}");
        assertTrue(_mayPublish("/third", vm.addr(many - 1)));
        assertFalse(_mayPublish("/third", vm.addr(many)));
        vm.prank(stranger);
        nodeManager.refreshPermissions(vm.addr(many));
        assertTrue(_mayPublish("/third", vm.addr(many)));
    }

    function testRefreshGivesNothingToTheUnstaked() public {
        nodeManager.refreshPermissions(stranger);
        assertFalse(_mayPublish("/system", stranger));
    }

    function testARefusalIsToldAndMadeGood() public {
        registry.setMood(StandInStreamRegistry.Mood.Refusing);
        vm.expectEmit(address(nodeManager));
        emit PublishPermissionFailed(_id("/system"), alice, true);
        _join(alice, STAKE_REQUIRED);
        assertFalse(_mayPublish(alice));
        registry.setMood(StandInStreamRegistry.Mood.Willing);
        nodeManager.refreshPermissions(alice);
        assertTrue(_mayPublish(alice));
    }

    /// @dev Whoever leaves could otherwise send just so much gas that the registry's part
    /// fails and all else goes through: a call passes on 63 of 64 parts of the gas, and the
    /// last one may be enough for the rest.
    function testTooLittleGasDoesNotKeepThePermission() public {
        vm.prank(owner);
        nodeManager.deleteStream("LOGSTORE_HEARTBEAT_STREAM");
        _join(alice, STAKE_REQUIRED);
        registry.setMood(StandInStreamRegistry.Mood.Costly);
        bool left = false;
        for (uint256 gas = 300_000; gas < 1_000_000 && !left; gas += 500) {
            vm.prank(alice);
            (left,) = address(nodeManager).call{gas: gas}(abi.encodeCall(NodeManager.removeNode, ()));
        }
        assertTrue(left);
        assertFalse(_mayPublish("/system", alice));
    }
}
