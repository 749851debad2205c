// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Test} from "./base/Test.sol";
import {SettablePriceFeed} from "../src/devnet/SettablePriceFeed.sol";

contract SettablePriceFeedTest is Test {
    SettablePriceFeed private feed;

    function setUp() public {
        feed = new SettablePriceFeed(address(this), 8, "POL / USD", 0.5e8);
    }

    function testAnswersAsAnAggregator() public {
        vm.warp(block.timestamp + 10);
        feed.setAnswer(0.6e8);
        (uint80 id, int256 answer,, uint256 at, uint80 answeredIn) = feed.latestRoundData();
        assertEq(id, 2);
        assertEq(answer, 0.6e8);
        assertEq(at, block.timestamp);
        assertEq(answeredIn, 2);
        (, answer,,,) = feed.getRoundData(1);
        assertEq(answer, 0.5e8);
        assertEq(feed.latestAnswer(), 0.6e8);
    }

    function testRefusesStrangersAndNonsense(address stranger, int256 nonsense) public {
        vm.assume(stranger != address(this));
        vm.prank(stranger);
        vm.expectRevert(SettablePriceFeed.NotOwner.selector);
        feed.setAnswer(1);
        vm.assume(nonsense <= 0);
        vm.expectRevert(SettablePriceFeed.PriceNotPositive.selector);
        feed.setAnswer(nonsense);
        vm.expectRevert(SettablePriceFeed.NoDataPresent.selector);
        feed.getRoundData(7);
    }
}
