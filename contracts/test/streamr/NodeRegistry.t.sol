// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NodeRegistry} from "../../src/streamr/NodeRegistry.sol";
import {Vm} from "../base/Test.sol";
import {StreamrTest} from "./StreamrTest.sol";

/// @dev The list of storage nodes.
contract NodeRegistryTest is StreamrTest {
    address[] private _expected;

    function testListAndUpdate() public {
        vm.recordLogs();
        vm.startPrank(bob);
        nodes.createOrUpdateNodeSelf("one");
        vm.warp(block.timestamp + 5);
        nodes.createOrUpdateNodeSelf("two");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 2);
        for (uint256 i = 0; i < 2; i++) {
            assertEq(logs[i].topics[0], NodeRegistry.NodeUpdated.selector);
            assertEq(logs[i].topics[1], bytes32(uint256(uint160(bob))));
            assertEq(uint256(logs[i].topics[2]), 1 - i);
        }
        assertEq(logs[1].data, abi.encode("two", block.timestamp));
        NodeRegistry.Node memory node = nodes.getNode(bob);
        assertEq(node.nodeAddress, bob);
        assertEq(node.metadata, "two");
        assertEq(node.lastSeen, block.timestamp);
        assertEq(uint256(nodes.nodeCount()), 1);
    }

    function testUnknownNodeIsAllZero() public view {
        NodeRegistry.Node memory node = nodes.getNode(bob);
        assertEq(abi.encode(node), abi.encode(NodeRegistry.Node(address(0), "", 0)));
    }

    function testRemove() public {
        vm.startPrank(bob);
        vm.expectRevert(bytes("error_notFound"));
        nodes.removeNodeSelf();
        nodes.createOrUpdateNodeSelf("one");
        vm.expectEmit(address(nodes));
        emit NodeRegistry.NodeRemoved(bob);
        nodes.removeNodeSelf();
        assertEq(uint256(nodes.nodeCount()), 0);
        assertEq(nodes.headNode(), address(0));
        assertEq(nodes.tailNode(), address(0));
        assertEq(nodes.getNode(bob).lastSeen, 0);
    }

    function testOwnerPutsAndRemovesOthers() public {
        bytes memory no = abi.encodeWithSignature("OwnableUnauthorizedAccount(address)", bob);
        vm.startPrank(bob);
        vm.expectRevert(no);
        nodes.createOrUpdateNode(carol, "x");
        vm.expectRevert(no);
        nodes.removeNode(carol);
        vm.expectRevert(no);
        nodes.kickOut(carol);
        vm.expectRevert(no);
        nodes.setRequiresWhitelist(true);
        vm.expectRevert(no);
        nodes.whitelistApproveNode(bob);
        vm.expectRevert(no);
        nodes.whitelistRejectNode(carol);
        vm.stopPrank();
        vm.startPrank(owner);
        nodes.createOrUpdateNode(carol, "x");
        assertEq(nodes.getNode(carol).metadata, "x");
        nodes.removeNode(carol);
        assertEq(nodes.getNode(carol).lastSeen, 0);
    }

    function testWhitelist() public {
        vm.prank(owner);
        nodes.setRequiresWhitelist(true);
        assertTrue(nodes.requiresWhitelist());
        vm.prank(bob);
        vm.expectRevert(bytes("error_notApproved"));
        nodes.createOrUpdateNodeSelf("x");
        vm.prank(owner);
        nodes.whitelistApproveNode(bob);
        vm.prank(bob);
        nodes.createOrUpdateNodeSelf("x");
        vm.prank(owner);
        nodes.kickOut(bob);
        assertEq(uint256(nodes.nodeCount()), 0);
        assertEq(uint256(nodes.whitelist(bob)), uint256(NodeRegistry.WhitelistState.Rejected));
        // Also with the whitelist off, whoever was kicked out does not come back.
        vm.prank(owner);
        nodes.setRequiresWhitelist(false);
        vm.prank(bob);
        vm.expectRevert(bytes("error_notApproved"));
        nodes.createOrUpdateNodeSelf("x");
        vm.prank(carol);
        nodes.createOrUpdateNodeSelf("x");
    }

    /// @dev Any order of joining and leaving, against a plain list.
    function testFuzzList(uint8[] memory steps) public {
        for (uint256 i = 0; i < steps.length && i < 40; i++) {
            address node = address(uint160(1 + steps[i] % 8));
            uint256 place = _placeOf(node);
            vm.prank(node);
            if (place == 0) {
                nodes.createOrUpdateNodeSelf("x");
                _expected.push(node);
            } else if (steps[i] >= 128) {
                nodes.createOrUpdateNodeSelf("again");
            } else {
                nodes.removeNodeSelf();
                for (uint256 j = place; j < _expected.length; j++) {
                    _expected[j - 1] = _expected[j];
                }
                _expected.pop();
            }
        }
        _assertList();
    }

    function _placeOf(address node) private view returns (uint256) {
        for (uint256 i = 0; i < _expected.length; i++) {
            if (_expected[i] == node) return i + 1;
        }
        return 0;
    }

    function _assertList() private {
        uint256 count = _expected.length;
        assertEq(uint256(nodes.nodeCount()), count);
        NodeRegistry.Node[] memory all = nodes.getNodes();
        assertEq(all.length, count);
        for (uint256 i = 0; i < count; i++) {
            assertEq(all[i].nodeAddress, _expected[i]);
            assertEq(nodes.getNodeByNumber(i).nodeAddress, _expected[i]);
            (NodeRegistry.Node memory node, address next, address prev) = nodes.nodes(_expected[i]);
            assertEq(node.nodeAddress, _expected[i]);
            assertEq(next, i + 1 < count ? _expected[i + 1] : address(0));
            assertEq(prev, i > 0 ? _expected[i - 1] : address(0));
        }
        assertEq(nodes.headNode(), count > 0 ? _expected[0] : address(0));
        assertEq(nodes.tailNode(), count > 0 ? _expected[count - 1] : address(0));
        vm.expectRevert(bytes("error_indexOutOfBounds"));
        nodes.getNodeByNumber(count);
        _assertPages(2);
    }

    function _assertPages(uint256 size) private view {
        address first = address(0);
        uint256 seen = 0;
        while (true) {
            NodeRegistry.Node[] memory page = nodes.getPage(first, size);
            for (uint256 i = 0; i < page.length; i++) {
                assertEq(page[i].nodeAddress, _expected[seen++]);
            }
            if (page.length == 0) break;
            (, first,) = nodes.nodes(page[page.length - 1].nodeAddress);
            if (first == address(0)) break;
        }
        assertEq(seen, _expected.length);
        assertEq(nodes.getPage(address(99), size).length, 0);
        assertEq(nodes.getPage(address(0), 0).length, 0);
    }
}

/// @dev Which nodes keep which streams.
contract StreamStorageRegistryTest is StreamrTest {
    address private node = makeAddr("node");
    address private other = makeAddr("other");

    function setUp() public override {
        super.setUp();
        vm.prank(node);
        nodes.createOrUpdateNodeSelf("{}");
        vm.prank(other);
        nodes.createOrUpdateNodeSelf("{}");
    }

    function testAssign() public {
        vm.recordLogs();
        vm.prank(alice);
        storages.addStorageNode(id, node);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 1);
        assertEq(logs[0].topics[0], keccak256("Added(string,address)"));
        assertEq(logs[0].topics[1], bytes32(uint256(uint160(node))));
        assertEq(logs[0].data, abi.encode(id));
        assertTrue(storages.isStorageNodeOf(id, node));
        assertFalse(storages.isStorageNodeOf(id, other));
        assertEq(storages.pairs(id, node), block.timestamp);
        // Once more keeps the date.
        uint256 since = block.timestamp;
        vm.warp(since + 10);
        vm.prank(alice);
        storages.addStorageNode(id, node);
        assertEq(storages.pairs(id, node), since);

        vm.recordLogs();
        vm.prank(alice);
        storages.removeStorageNode(id, node);
        logs = vm.getRecordedLogs();
        assertEq(logs[0].topics[0], keccak256("Removed(string,address)"));
        assertEq(logs[0].topics[1], bytes32(uint256(uint160(node))));
        assertFalse(storages.isStorageNodeOf(id, node));
        assertEq(storages.pairs(id, node), 0);
    }

    function testAddAndRemove() public {
        vm.startPrank(alice);
        storages.addStorageNode(id, node);
        storages.addAndRemoveStorageNodes(id, _one(other), _one(node));
        assertFalse(storages.isStorageNodeOf(id, node));
        assertTrue(storages.isStorageNodeOf(id, other));
    }

    function testOnlyEditorsAndTrusted(uint256 n) public {
        vm.prank(alice);
        registry.grantPermission(id, bob, _type(n));
        bytes memory no = bytes("error_noEditPermission");
        vm.startPrank(bob);
        if (_type(n) != EDIT) vm.expectRevert(no);
        storages.addStorageNode(id, node);
        if (_type(n) != EDIT) vm.expectRevert(no);
        storages.removeStorageNode(id, node);
        if (_type(n) != EDIT) vm.expectRevert(no);
        storages.addAndRemoveStorageNodes(id, _one(node), new address[](0));
        vm.stopPrank();
        _trust(carol);
        vm.prank(carol);
        storages.addStorageNode(id, other);
        assertTrue(storages.isStorageNodeOf(id, other));
    }

    function testWhatCannotBeAssigned() public {
        vm.startPrank(alice);
        vm.expectRevert(bytes("error_storageNodeNotRegistered"));
        storages.addStorageNode(id, bob);
        vm.expectRevert(bytes("error_storageNodeNotRegistered"));
        storages.addAndRemoveStorageNodes(id, _one(bob), new address[](0));
        vm.expectRevert(bytes("error_streamDoesNotExist"));
        storages.addStorageNode("none/none", node);
    }

    function testNothingIsStoredWithoutNodeOrStream() public {
        vm.prank(alice);
        storages.addStorageNode(id, node);
        vm.prank(node);
        nodes.removeNodeSelf();
        assertFalse(storages.isStorageNodeOf(id, node));
        vm.prank(node);
        nodes.createOrUpdateNodeSelf("{}");
        assertTrue(storages.isStorageNodeOf(id, node));
        vm.prank(alice);
        registry.deleteStream(id);
        assertFalse(storages.isStorageNodeOf(id, node));
    }

    function testForwarder() public {
        vm.prank(forwarder);
        (bool done,) = address(storages).call(abi.encodePacked(abi.encodeCall(storages.addStorageNode, (id, node)), alice));
        assertTrue(done);
        assertTrue(storages.isTrustedForwarder(forwarder));
        vm.prank(bob);
        vm.expectRevert(abi.encodeWithSignature("OwnableUnauthorizedAccount(address)", bob));
        storages.setTrustedForwarder(bob);
        assertEq(address(storages.streamRegistry()), address(registry));
        assertEq(address(storages.nodeRegistry()), address(nodes));
    }
}
