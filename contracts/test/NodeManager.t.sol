// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NodeManager} from "../src/logstore/NodeManager.sol";
import {RankedAccess} from "../src/logstore/RankedAccess.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

/// @dev The list of nodes, the whitelist, and what only the owner or a DEV may do.
contract NodeManagerTest is LogStoreTest {
    event NodeUpdated(address indexed nodeAddress, string metadata, bool indexed isNew, uint256 lastSeen);
    event NodeRemoved(address indexed nodeAddress);
    event NodeWhitelistApproved(address indexed nodeAddress);
    event NodeWhitelistRejected(address indexed nodeAddress);
    event RequiresWhitelistChanged(bool indexed value);
    event StoreManagerRegistered(address indexed storeManager);
    event QueryManagerRegistered(address indexed queryManager);
    event ReportManagerRegistered(address indexed reportManager);

    function _upsert(address node) private {
        vm.prank(dev);
        nodeManager.upsertNodeAdmin(node, "url");
    }

    function _index(address node) private view returns (uint256 index) {
        (index,,,,,) = nodeManager.nodes(node);
    }

    function testADevAddsUpdatesAndRemovesANode() public {
        _upsert(bob);
        vm.expectEmit(address(nodeManager));
        emit NodeUpdated(alice, "first", true, _now());
        vm.prank(dev);
        nodeManager.upsertNodeAdmin(alice, "first");
        (uint256 index, string memory metadata, uint256 lastSeen, address next, address prev, uint256 stake) =
            nodeManager.nodes(alice);
        assertEq(index, 1);
        assertEq(metadata, "first");
        assertEq(lastSeen, _now());
        assertEq(next, address(0));
        assertEq(prev, bob);
        assertEq(stake, 0);
        (,,, next,,) = nodeManager.nodes(bob);
        assertEq(next, alice);

        _pass(60);
        vm.expectEmit(address(nodeManager));
        emit NodeUpdated(alice, "second", false, _now());
        vm.prank(dev);
        nodeManager.upsertNodeAdmin(alice, "second");
        assertEq(nodeManager.totalNodes(), 2);

        vm.expectEmit(address(nodeManager));
        emit NodeRemoved(alice);
        vm.prank(dev);
        nodeManager.removeNodeAdmin(alice);
        (, metadata, lastSeen,,,) = nodeManager.nodes(alice);
        assertEq(lastSeen, 0);
        assertEq(metadata, "");
        assertEq(nodeManager.tailNode(), bob);
        vm.prank(dev);
        vm.expectRevert(bytes("error_notFound"));
        nodeManager.removeNodeAdmin(alice);
    }

    function testOthersDoNotManageNodes() public {
        _upsert(bob);
        vm.startPrank(stranger);
        _expectNotAuthorized();
        nodeManager.upsertNodeAdmin(alice, "");
        _expectNotAuthorized();
        nodeManager.removeNodeAdmin(bob);
        _expectNotAuthorized();
        nodeManager.kickNode(bob);
        _expectNotAuthorized();
        nodeManager.whitelistApproveNode(stranger);
        _expectNotAuthorized();
        nodeManager.whitelistRejectNode(bob);
    }

    function testOnlyTheOwnerSets() public {
        vm.startPrank(dev);
        _expectNotOwner(dev);
        nodeManager.registerStoreManager(dev);
        _expectNotOwner(dev);
        nodeManager.registerQueryManager(dev);
        _expectNotOwner(dev);
        nodeManager.registerReportManager(dev);
        _expectNotOwner(dev);
        nodeManager.setRequiresWhitelist(true);
        _expectNotOwner(dev);
        nodeManager.setUnbondingPeriod(0);
        _expectNotOwner(dev);
        nodeManager.treasuryWithdraw(0);
        _expectNotOwner(dev);
        nodeManager.createStream("k", "/p", "{}");
        _expectNotOwner(dev);
        nodeManager.deleteStream("LOGSTORE_SYSTEM_STREAM");
    }

    function testManagersAreRegistered() public {
        assertEq(nodeManager.storeManager(), address(storeManager));
        assertEq(nodeManager.queryManager(), address(queryManager));
        assertEq(nodeManager.reportManager(), address(reportManager));
        vm.startPrank(owner);
        vm.expectEmit(address(nodeManager));
        emit StoreManagerRegistered(alice);
        nodeManager.registerStoreManager(alice);
        vm.expectEmit(address(nodeManager));
        emit QueryManagerRegistered(bob);
        nodeManager.registerQueryManager(bob);
        vm.expectEmit(address(nodeManager));
        emit ReportManagerRegistered(carol);
        nodeManager.registerReportManager(carol);
    }

    function testApproveRejectAndKick() public {
        vm.startPrank(dev);
        vm.expectEmit(address(nodeManager));
        emit NodeWhitelistApproved(alice);
        nodeManager.whitelistApproveNode(alice);
        assertEq(uint256(nodeManager.whitelist(alice)), uint256(NodeManager.WhitelistState.Approved));
        vm.expectEmit(address(nodeManager));
        emit NodeWhitelistRejected(alice);
        nodeManager.whitelistRejectNode(alice);
        assertEq(uint256(nodeManager.whitelist(alice)), uint256(NodeManager.WhitelistState.Rejected));
        nodeManager.upsertNodeAdmin(bob, "");
        vm.expectEmit(address(nodeManager));
        emit NodeWhitelistRejected(bob);
        vm.expectEmit(address(nodeManager));
        emit NodeRemoved(bob);
        nodeManager.kickNode(bob);
        assertEq(nodeManager.totalNodes(), 0);
    }

    function testWithTheWhitelistOnNodesNeedApproval() public {
        vm.expectEmit(address(nodeManager));
        emit RequiresWhitelistChanged(true);
        vm.prank(owner);
        nodeManager.setRequiresWhitelist(true);
        assertTrue(nodeManager.requiresWhitelist());
        vm.startPrank(alice);
        vm.expectRevert(bytes("error_notApproved"));
        nodeManager.upsertNode("url");
        vm.expectRevert(bytes("error_notApproved"));
        nodeManager.join(1e18, "url");
        vm.stopPrank();
        vm.prank(dev);
        nodeManager.whitelistApproveNode(alice);
        vm.prank(alice);
        nodeManager.upsertNode("url");
        assertEq(nodeManager.totalNodes(), 1);
    }

    function testAnybodyListsAndUnlistsHimself() public {
        vm.startPrank(stranger);
        nodeManager.upsertNode("url");
        assertEq(nodeManager.headNode(), stranger);
        nodeManager.removeNode();
        assertEq(nodeManager.headNode(), address(0));
        vm.expectRevert(bytes("error_notFound"));
        nodeManager.removeNode();
        vm.expectRevert(bytes("error_notFound"));
        nodeManager.leave();
    }

    function testMetadataStaysReadable() public {
        string memory longest = string(new bytes(4096));
        vm.prank(alice);
        nodeManager.upsertNode(longest);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(NodeManager.MetadataTooLong.selector, 4097));
        nodeManager.upsertNode(string.concat(longest, "."));
    }

    function testStartBlockIsThatOfTheFirstNode() public {
        assertEq(nodeManager.startBlockNumber(), 0);
        vm.roll(2000);
        _upsert(alice);
        vm.roll(2001);
        _upsert(bob);
        assertEq(nodeManager.startBlockNumber(), 2000);
        vm.startPrank(dev);
        nodeManager.removeNodeAdmin(alice);
        assertEq(nodeManager.startBlockNumber(), 2000);
        nodeManager.removeNodeAdmin(bob);
        assertEq(nodeManager.startBlockNumber(), 0);
    }

    function testNodesAreListedInJoiningOrder() public {
        assertEq(nodeManager.nodeAddresses().length, 0);
        _upsert(carol);
        _upsert(alice);
        _upsert(bob);
        _upsert(alice); // a renewal does not move it
        address[] memory all = nodeManager.nodeAddresses();
        assertEq(all.length, 3);
        assertEq(all[0], carol);
        assertEq(all[1], alice);
        assertEq(all[2], bob);
        assertEq(nodeManager.headNode(), carol);
        assertEq(nodeManager.tailNode(), bob);
    }

    function testPagesOfNodes() public {
        _upsert(carol);
        _join(alice, 5e18);
        _upsert(bob);
        (address[] memory addresses, string[] memory metadata, uint256[] memory stakes) = nodeManager.nodePage(1, 1);
        assertEq(addresses.length, 1);
        assertEq(addresses[0], alice);
        assertEq(metadata[0], "https://node.example");
        assertEq(stakes[0], 5e18);
        (addresses,,) = nodeManager.nodePage(2, type(uint256).max);
        assertEq(addresses.length, 1);
        assertEq(addresses[0], bob);
        (addresses,,) = nodeManager.nodePage(3, 1);
        assertEq(addresses.length, 0);
        (addresses,,) = nodeManager.nodePage(0, 0);
        assertEq(addresses.length, 0);
    }

    /// @dev The list against a plain array, under joining and leaving at random.
    /// forge-config: default.fuzz.runs = 400
    function testFuzzListKeepsOrderAndIndexes(uint256 seed, uint8 steps) public {
        address[] memory expected = new address[](64);
        uint256 count = 0;
        for (uint256 i = 0; i < uint256(steps) % 64; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            if (seed % 3 > 0 || count == 0) {
                expected[count] = address(uint160(0x5000 + i));
                vm.prank(expected[count]);
                nodeManager.upsertNode("u");
                assertEq(_index(expected[count]), count);
                count++;
            } else {
                uint256 gone = (seed >> 8) % count;
                vm.prank(expected[gone]);
                nodeManager.removeNode();
                for (uint256 j = gone + 1; j < count; j++) {
                    expected[j - 1] = expected[j];
                }
                count--;
            }
        }
        address[] memory all = nodeManager.nodeAddresses();
        assertEq(all.length, count);
        for (uint256 i = 0; i < count; i++) {
            assertEq(all[i], expected[i]);
            assertEq(_index(expected[i]), i);
            (,,, address next, address prev,) = nodeManager.nodes(expected[i]);
            assertEq(prev, i == 0 ? address(0) : expected[i - 1]);
            assertEq(next, i + 1 == count ? address(0) : expected[i + 1]);
            (address[] memory page,,) = nodeManager.nodePage(i, 1);
            assertEq(page[0], expected[i]);
        }
        assertEq(nodeManager.tailNode(), count == 0 ? address(0) : expected[count - 1]);
        assertEq(nodeManager.headNode(), count == 0 ? address(0) : expected[0]);
    }

    function testRefusesSenselessBeginnings() public {
        NodeManager code = new NodeManager();
        string[3][] memory streams = new string[3][](0);
        bytes[] memory data = new bytes[](3);
        data[0] = abi.encodeCall(
            NodeManager.initialize,
            (owner, false, address(0), 1, address(registry), new address[](0), new string[](0), streams)
        );
        data[1] = abi.encodeCall(
            NodeManager.initialize,
            (owner, false, address(token), 0, address(registry), new address[](0), new string[](0), streams)
        );
        data[2] = abi.encodeCall(
            NodeManager.initialize,
            (owner, false, address(token), 1, address(registry), new address[](1), new string[](0), streams)
        );
        for (uint256 i = 0; i < data.length; i++) {
            vm.prank(owner);
            vm.expectRevert(bytes("error_badTrackerData"));
            this.deploy(address(code), data[i]);
        }
    }

    function deploy(address code, bytes calldata data) external returns (address) {
        return _proxy(code, data);
    }

    function testTheOwnerIsAdmin() public view {
        assertEq(uint256(nodeManager.roles(owner)), uint256(RankedAccess.Role.ADMIN));
        assertEq(nodeManager.owner(), owner);
        assertEq(nodeManager.stakeRequiredAmount(), STAKE_REQUIRED);
        assertEq(nodeManager.stakeTokenAddress(), address(token));
    }
}
