// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NodeManager} from "../src/logstore/NodeManager.sol";
import {Unbonding} from "../src/logstore/Unbonding.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

/// @dev Staking, delegating, and the way out.
contract NodeStakesTest is LogStoreTest {
    event StakeDelegateUpdated(
        address indexed delegate,
        address indexed node,
        uint256 amount,
        uint256 totalStake,
        uint256 totalDelegated,
        bool delegated
    );
    event NodeUpdated(address indexed nodeAddress, string metadata, bool indexed isNew, uint256 lastSeen);
    event UnbondingStarted(address indexed account, uint256 amount, uint256 releaseTime);
    event UnbondingPeriodChanged(uint256 period);
    event Withdrawn(address indexed account, uint256 amount);
    event Staked(address indexed account, uint256 amount);

    function _setPeriod(uint256 period) private {
        vm.prank(owner);
        nodeManager.setUnbondingPeriod(period);
    }

    function testStakeAndWithdrawWithoutDelegating() public {
        vm.startPrank(alice);
        vm.expectRevert(bytes("error_insufficientStake"));
        nodeManager.stake(0);
        vm.expectEmit(address(nodeManager));
        emit Staked(alice, 10e18);
        nodeManager.stake(10e18);
        assertEq(nodeManager.balanceOf(alice), 10e18);
        assertEq(nodeManager.withdrawable(alice), 10e18);
        assertEq(nodeManager.totalSupply(), 10e18);
        vm.expectRevert(bytes("error_notEnoughStake"));
        nodeManager.withdraw(10e18 + 1);
        vm.expectEmit(address(nodeManager));
        emit Withdrawn(alice, 10e18);
        nodeManager.withdraw(10e18);
        assertEq(token.balanceOf(alice), 1000e18);
        assertEq(nodeManager.totalSupply(), 0);
    }

    function testDelegateNeedsAnAmountANodeAndFunds() public {
        _join(bob, 1e18);
        vm.startPrank(alice);
        vm.expectRevert(bytes("error_insufficientDelegateAmount"));
        nodeManager.delegate(0, bob);
        vm.expectRevert(bytes("error_invalidNode"));
        nodeManager.delegate(1, carol);
        vm.expectRevert(bytes("error_notEnoughStake"));
        nodeManager.delegate(1, bob);
        nodeManager.stake(5e18);
        vm.expectEmit(address(nodeManager));
        emit StakeDelegateUpdated(alice, bob, 2e18, 3e18, 2e18, true);
        nodeManager.delegate(2e18, bob);
        vm.expectEmit(address(nodeManager));
        emit StakeDelegateUpdated(alice, bob, 1e18, 4e18, 3e18, true);
        nodeManager.delegate(1e18, bob);
        assertEq(nodeManager.balanceOf(alice), 2e18);
        assertEq(nodeManager.delegatesOf(alice, bob), 3e18);
        assertEq(nodeManager.nodeStake(bob), 4e18);
        vm.expectRevert(bytes("error_insufficientDelegateAmount"));
        nodeManager.undelegate(0, bob);
        vm.expectRevert(bytes("error_notEnoughStake"));
        nodeManager.undelegate(3e18 + 1, bob);
        vm.expectEmit(address(nodeManager));
        emit StakeDelegateUpdated(alice, bob, 3e18, 1e18, 0, false);
        nodeManager.undelegate(3e18, bob);
        assertEq(nodeManager.balanceOf(alice), 5e18);
    }

    function testJoinTellsBothAndStakes() public {
        vm.expectEmit(address(nodeManager));
        emit NodeUpdated(alice, "https://node.example", true, _now());
        vm.expectEmit(address(nodeManager));
        emit StakeDelegateUpdated(alice, alice, 2e18, 2e18, 2e18, true);
        _join(alice, 2e18);
        assertTrue(nodeManager.isStaked(alice));
        assertEq(nodeManager.totalSupply(), 2e18);
        assertEq(token.balanceOf(address(nodeManager)), 2e18);
        _join(alice, 1e18); // joining again adds
        assertEq(nodeManager.nodeStake(alice), 3e18);
        assertEq(nodeManager.totalNodes(), 1);
        vm.prank(bob);
        vm.expectRevert(bytes("error_insufficientStake"));
        nodeManager.join(0, "u");
    }

    function testStakeAndDelegateInOne() public {
        _join(bob, 1e18);
        vm.prank(alice);
        nodeManager.stakeAndDelegate(2e18, bob);
        assertEq(nodeManager.delegatesOf(alice, bob), 2e18);
        assertEq(nodeManager.balanceOf(alice), 0);
    }

    function testLeaveReturnsTokensAtOnceWithoutAPeriod() public {
        _setPeriod(0);
        _join(alice, 5e18);
        vm.prank(alice);
        nodeManager.stake(3e18);
        vm.prank(alice);
        nodeManager.leave();
        assertEq(token.balanceOf(alice), 1000e18);
        assertEq(nodeManager.totalSupply(), 0);
        assertEq(nodeManager.totalNodes(), 0);
        assertFalse(nodeManager.isStaked(alice));
    }

    function testLeaveReturnsWhatNeedNotWait() public {
        _join(alice, 5e18);
        vm.prank(alice);
        nodeManager.stake(3e18);
        vm.prank(alice);
        vm.expectEmit(address(nodeManager));
        emit UnbondingStarted(alice, 5e18, _now() + PERIOD);
        nodeManager.leave();
        assertEq(token.balanceOf(alice), 995e18);
        assertEq(nodeManager.balanceOf(alice), 5e18);
        assertEq(nodeManager.withdrawable(alice), 0);
        Unbonding.Entry[] memory entries = nodeManager.unbonding(alice);
        assertEq(entries.length, 1);
        assertEq(entries[0].amount, 5e18);
        assertEq(entries[0].releaseTime, _now() + PERIOD);
        _pass(PERIOD - 1);
        vm.prank(alice);
        vm.expectRevert(bytes("error_notEnoughStake"));
        nodeManager.withdraw(1);
        _pass(1);
        assertEq(nodeManager.withdrawable(alice), 5e18);
        vm.prank(alice);
        nodeManager.withdraw(5e18);
        assertEq(token.balanceOf(alice), 1000e18);
        assertEq(nodeManager.unbonding(alice).length, 0);
    }

    function testLeaveOfANodeWithoutOwnStake() public {
        vm.startPrank(alice);
        nodeManager.upsertNode("u");
        nodeManager.leave();
        assertEq(nodeManager.totalNodes(), 0);
    }

    function testUndelegateWithdraw() public {
        _join(bob, 1e18);
        vm.startPrank(alice);
        nodeManager.stakeAndDelegate(4e18, bob);
        nodeManager.undelegateWithdraw(1e18, bob); // has to wait
        assertEq(token.balanceOf(alice), 996e18);
        nodeManager.stake(3e18);
        nodeManager.undelegateWithdraw(2e18, bob); // paid from what need not wait
        assertEq(token.balanceOf(alice), 995e18);
        assertEq(nodeManager.withdrawable(alice), 1e18);
        vm.stopPrank();
        _setPeriod(0);
        vm.prank(alice);
        nodeManager.undelegateWithdraw(1e18, bob);
        assertEq(token.balanceOf(alice), 996e18);
        assertEq(nodeManager.delegatesOf(alice, bob), 0);
    }

    function testWhatWaitsIsNotDelegated() public {
        _join(bob, 1e18);
        _join(carol, 1e18);
        vm.startPrank(alice);
        nodeManager.stakeAndDelegate(4e18, bob);
        nodeManager.undelegate(4e18, bob);
        vm.expectRevert(bytes("error_notEnoughStake"));
        nodeManager.delegate(4e18, carol);
        _pass(PERIOD);
        nodeManager.delegate(4e18, carol);
        assertEq(nodeManager.balanceOf(alice), 0);
    }

    function testTheQueueMergesWithinABlockAndStaysShort() public {
        _join(bob, 1e18);
        vm.startPrank(alice);
        nodeManager.stakeAndDelegate(100e18, bob);
        nodeManager.undelegate(1e18, bob);
        nodeManager.undelegate(1e18, bob);
        assertEq(nodeManager.unbonding(alice).length, 1);
        for (uint256 i = 0; i < 40; i++) {
            _pass(60);
            nodeManager.undelegate(1e18, bob);
        }
        Unbonding.Entry[] memory entries = nodeManager.unbonding(alice);
        assertEq(entries.length, 32);
        assertEq(entries[31].amount, 10e18);
        assertEq(entries[31].releaseTime, _now() + PERIOD);
        assertEq(nodeManager.balanceOf(alice), 42e18);
        vm.warp(entries[4].releaseTime);
        assertEq(nodeManager.withdrawable(alice), 6e18);
        nodeManager.undelegate(1e18, bob); // what has waited makes room
        assertEq(nodeManager.unbonding(alice).length, 28);
        assertEq(nodeManager.balanceOf(alice), 43e18);
        _pass(PERIOD);
        nodeManager.withdraw(43e18);
        assertEq(nodeManager.unbonding(alice).length, 0);
    }

    function testAShorterPeriodHoldsForWhatComesLater() public {
        _join(bob, 1e18);
        vm.prank(alice);
        nodeManager.stakeAndDelegate(10e18, bob);
        vm.prank(alice);
        nodeManager.undelegate(1e18, bob);
        vm.expectEmit(address(nodeManager));
        emit UnbondingPeriodChanged(1 days);
        _setPeriod(1 days);
        _pass(1);
        vm.startPrank(alice);
        nodeManager.undelegate(2e18, bob);
        _pass(1 days);
        assertEq(nodeManager.withdrawable(alice), 2e18);
        nodeManager.withdraw(2e18);
        assertEq(nodeManager.unbonding(alice).length, 1);
        _pass(PERIOD);
        nodeManager.withdraw(1e18);
        assertEq(token.balanceOf(alice), 993e18);
    }

    function testThePeriodIsBounded() public {
        assertEq(nodeManager.unbondingPeriod(), PERIOD);
        uint256 longest = nodeManager.MAX_UNBONDING_PERIOD();
        _setPeriod(longest);
        vm.prank(owner);
        vm.expectRevert(abi.encodeWithSelector(NodeManager.UnbondingPeriodTooLong.selector, longest + 1));
        nodeManager.setUnbondingPeriod(longest + 1);
    }

    function testTheTreasuryPaysTheOwner() public {
        // Nothing fills the treasury yet, so it is written into storage here.
        vm.prank(alice);
        nodeManager.stake(10e18);
        bytes32 base = 0x2ef7c292d520815c76be19d0858c8d6e4bbc8787b95ebaf5e818468aaaf67f00;
        vm.store(address(nodeManager), bytes32(uint256(base) + 3), bytes32(uint256(4e18)));
        assertEq(nodeManager.treasurySupply(), 4e18);
        vm.startPrank(owner);
        vm.expectRevert(bytes("error_notEnoughStake"));
        nodeManager.treasuryWithdraw(4e18 + 1);
        nodeManager.treasuryWithdraw(3e18);
        assertEq(token.balanceOf(owner), 3e18);
        assertEq(nodeManager.treasurySupply(), 1e18);
        assertEq(nodeManager.totalSupply(), 7e18);
    }
}
