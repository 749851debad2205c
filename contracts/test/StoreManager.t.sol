// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StakeHolding} from "../src/logstore/StakeHolding.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

contract StoreManagerTest is LogStoreTest {
    event StoreUpdated(string store, bool isNew, uint256 amount);
    event DataStored(string store, uint256 fees, uint256 bytesStored);
    event CaptureOverflow(string store, uint256 stake, uint256 capture, uint256 overflow);
    event SupplyOverflow(uint256 supply, uint256 capture, uint256 overflow);
    event StoreExhausted(string store);
    event ParentChanged(address indexed parent);

    function _stake(address who, string memory stream, uint256 amount) private {
        vm.prank(who);
        storeManager.stake(stream, amount);
    }

    function _capture(string memory stream, uint256 amount) private returns (uint256) {
        vm.prank(address(nodeManager));
        return storeManager.capture(stream, amount, 123);
    }

    function testAStakeRaisesAllBalancesAlike() public {
        vm.expectEmit(address(storeManager));
        emit StoreUpdated(STREAM, true, 100);
        _stake(alice, STREAM, 100);
        vm.expectEmit(address(storeManager));
        emit StoreUpdated(STREAM, false, 50);
        _stake(bob, STREAM, 50);
        _stake(alice, OTHER_STREAM, 7);
        assertEq(storeManager.stores(STREAM), 150);
        assertEq(storeManager.totalSupply(), 157);
        assertEq(storeManager.balanceOf(alice), 107);
        assertEq(storeManager.storeBalanceOf(alice, STREAM), 100);
        assertEq(storeManager.storeBalanceOf(bob, STREAM), 50);
        assertEq(storeManager.storeStakeholders(STREAM, 0), alice);
        assertEq(storeManager.storeStakeholders(STREAM, 1), bob);
        assertEq(storeManager.storeStakeholderCount(STREAM), 2);
        assertEq(token.balanceOf(address(storeManager)), 157);
        assertEq(token.balanceOf(alice), 1000e18 - 107);
        assertTrue(storeManager.exists(STREAM));
        assertFalse(storeManager.exists("nothing"));
        assertEq(storeManager.stakeTokenAddress(), address(token));
    }

    function testRefusesNothingAndUnknownStreams() public {
        vm.startPrank(alice);
        vm.expectRevert(bytes("error_insufficientStake"));
        storeManager.stake(STREAM, 0);
        vm.expectRevert(bytes("error_invalidStream"));
        storeManager.stake("0x22/none", 5);
        vm.expectRevert();
        storeManager.storeStakeholders(STREAM, 0);
    }

    function testOnlyTheParentCaptures() public {
        _stake(alice, STREAM, 100);
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(StakeHolding.NotParent.selector, owner));
        storeManager.capture(STREAM, 1, 1);
        vm.prank(stranger);
        _expectNotOwner(stranger);
        storeManager.setParent(stranger);
        vm.prank(owner);
        vm.expectEmit(address(storeManager));
        emit ParentChanged(carol);
        storeManager.setParent(carol);
        assertEq(storeManager.parent(), carol);
        vm.prank(carol);
        assertEq(storeManager.capture(STREAM, 1, 1), 1);
        assertEq(token.balanceOf(carol), 1000e18 + 1);
    }

    function testCaptureOfOneStaker() public {
        _stake(alice, STREAM, 70e18);
        vm.expectEmit(address(storeManager));
        emit DataStored(STREAM, 10_000, 123);
        assertEq(_capture(STREAM, 10_000), 10_000);
        assertEq(storeManager.stores(STREAM), 70e18 - 10_000);
        assertEq(storeManager.balanceOf(alice), 70e18 - 10_000);
        assertEq(storeManager.totalSupply(), 70e18 - 10_000);
        assertEq(token.balanceOf(address(nodeManager)), 10_000);
    }

    function testCaptureOfMoreThanThereIs() public {
        _stake(alice, STREAM, 5000);
        vm.expectEmit(address(storeManager));
        emit CaptureOverflow(STREAM, 5000, 10_000, 5000);
        vm.expectEmit(address(storeManager));
        emit DataStored(STREAM, 5000, 123);
        vm.expectEmit(address(storeManager));
        emit StoreExhausted(STREAM);
        vm.expectEmit(address(storeManager));
        emit SupplyOverflow(5000, 10_000, 5000);
        assertEq(_capture(STREAM, 10_000), 5000);
        assertEq(storeManager.balanceOf(alice), 0);
        assertEq(storeManager.totalSupply(), 0);
        assertEq(token.balanceOf(address(nodeManager)), 5000);
    }

    function testNoSupplyOverflowWhileOthersHaveStake() public {
        _stake(alice, STREAM, 5000);
        _stake(bob, OTHER_STREAM, 5000);
        vm.recordLogs();
        assertEq(_capture(STREAM, 10_000), 5000);
        assertEq(vm.getRecordedLogs().length, 4); // overflow, stored, exhausted, transfer
        assertEq(storeManager.stores(OTHER_STREAM), 5000);
    }

    function testStoresAreListedWhileTheyHaveStake() public {
        assertEq(storeManager.storeCount(), 0);
        _stake(alice, STREAM, 10);
        _stake(alice, OTHER_STREAM, 20);
        (string[] memory ids, uint256[] memory stakes) = storeManager.storePage(0, 10);
        assertEq(ids.length, 2);
        assertEq(ids[0], STREAM);
        assertEq(stakes[1], 20);
        (ids,) = storeManager.storePage(1, 10);
        assertEq(ids.length, 1);
        assertEq(ids[0], OTHER_STREAM);
        (ids,) = storeManager.storePage(2, 10);
        assertEq(ids.length, 0);
        (ids,) = storeManager.storePage(type(uint256).max, type(uint256).max);
        assertEq(ids.length, 0);
        _capture(STREAM, 10);
        assertEq(storeManager.storeCount(), 1);
        (ids,) = storeManager.storePage(0, type(uint256).max);
        assertEq(ids[0], OTHER_STREAM);
        vm.expectEmit(address(storeManager));
        emit StoreUpdated(STREAM, true, 3);
        _stake(bob, STREAM, 3);
        (ids, stakes) = storeManager.storePage(0, 10);
        assertEq(ids[1], STREAM);
        assertEq(stakes[1], 3);
        assertEq(storeManager.storeStakeholderCount(STREAM), 1);
        _capture(STREAM, 3);
        _capture(OTHER_STREAM, 30);
        assertEq(storeManager.storeCount(), 0);
        assertEq(storeManager.storeStakeholderCount(STREAM), 0);
    }

    function testAStakerSeesHisStores() public {
        _stake(alice, STREAM, 10);
        _stake(alice, OTHER_STREAM, 20);
        _stake(alice, STREAM, 1);
        _capture(STREAM, 11);
        _stake(alice, STREAM, 4);
        assertEq(storeManager.storesOfCount(alice), 2);
        (string[] memory ids, uint256[] memory balances) = storeManager.storesOf(alice, 0, 9);
        assertEq(ids.length, 2);
        assertEq(ids[0], STREAM);
        assertEq(balances[0], 4);
        assertEq(balances[1], 20);
        (ids,) = storeManager.storesOf(bob, 0, 9);
        assertEq(ids.length, 0);
        assertEq(storeManager.balanceOf(alice), 24);
    }

    function testStakesAsLargeAsOnDevelopmentChains() public {
        address[] memory holders = new address[](20);
        for (uint256 i = 0; i < holders.length; i++) {
            holders[i] = vm.addr(i + 1);
            _fund(holders[i], 1e36);
            _stake(holders[i], STREAM, 1e36);
        }
        assertEq(_capture(STREAM, 7e36 + 3), 7e36 + 3);
        uint256 sum = 0;
        for (uint256 i = 0; i < holders.length; i++) {
            sum += storeManager.storeBalanceOf(holders[i], STREAM);
        }
        assertEq(sum, 13e36 - 3);
    }
}
