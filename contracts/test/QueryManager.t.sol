// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {StakeHolding} from "../src/logstore/StakeHolding.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

contract QueryManagerTest is LogStoreTest {
    event Stake(address indexed consumer, uint256 amount);
    event DataQueried(address indexed consumer, uint256 fees, uint256 bytesProcessed);
    event CaptureOverflow(address consumer, uint256 stake, uint256 capture, uint256 overflow);
    event SupplyOverflow(uint256 supply, uint256 capture, uint256 overflow);
    event ConsumerExhausted(address indexed consumer);

    function _stake(address who, uint256 amount) private {
        vm.prank(who);
        queryManager.stake(amount);
    }

    function _capture(address consumer, uint256 amount) private returns (uint256) {
        vm.prank(address(nodeManager));
        return queryManager.capture(consumer, amount, 9);
    }

    function testAStakeRaisesAllBalancesAlike() public {
        vm.expectEmit(address(queryManager));
        emit Stake(alice, 100);
        _stake(alice, 100);
        _stake(bob, 50);
        assertEq(queryManager.balanceOf(alice), 100);
        assertEq(queryManager.totalSupply(), 150);
        assertEq(token.balanceOf(address(queryManager)), 150);
        assertEq(queryManager.stakeTokenAddress(), address(token));
        vm.prank(alice);
        vm.expectRevert(bytes("error_insufficientStake"));
        queryManager.stake(0);
    }

    function testOnlyTheParentCaptures() public {
        _stake(alice, 100);
        vm.prank(alice);
        vm.expectRevert(abi.encodeWithSelector(StakeHolding.NotParent.selector, alice));
        queryManager.capture(alice, 1, 1);
        vm.prank(stranger);
        _expectNotOwner(stranger);
        queryManager.setParent(stranger);
    }

    function testCaptureTakesWhatIsAskedFor() public {
        _stake(alice, 70e18);
        vm.expectEmit(address(queryManager));
        emit DataQueried(alice, 20_000, 9);
        assertEq(_capture(alice, 20_000), 20_000);
        assertEq(queryManager.balanceOf(alice), 70e18 - 20_000);
        assertEq(queryManager.totalSupply(), 70e18 - 20_000);
        assertEq(token.balanceOf(address(nodeManager)), 20_000);
    }

    function testCaptureOfMoreThanThereIs() public {
        _stake(alice, 5000);
        vm.expectEmit(address(queryManager));
        emit CaptureOverflow(alice, 5000, 20_000, 15_000);
        vm.expectEmit(address(queryManager));
        emit DataQueried(alice, 5000, 9);
        vm.expectEmit(address(queryManager));
        emit ConsumerExhausted(alice);
        vm.expectEmit(address(queryManager));
        emit SupplyOverflow(5000, 20_000, 15_000);
        assertEq(_capture(alice, 20_000), 5000);
        assertEq(queryManager.balanceOf(alice), 0);
        assertEq(queryManager.totalSupply(), 0);
        _stake(alice, 3);
        assertEq(queryManager.balanceOf(alice), 3);
    }
}
