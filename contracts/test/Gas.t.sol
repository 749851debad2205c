// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LogStoreTest} from "./base/LogStoreTest.sol";

/// @dev What the calls that users make cost, kept in snapshots/ so that a change shows.
/// Each call is measured with its account's and the contract's slots cold, as in a
/// transaction of its own.
contract GasTest is LogStoreTest {
    uint256 private constant HOLDERS = 10_000;

    function _snapshot(string memory name) private {
        vm.snapshotGasLastCall("LogStore", name);
    }

    function _cool() private {
        vm.cool(address(token));
        vm.cool(address(nodeManager));
        vm.cool(address(storeManager));
        vm.cool(address(queryManager));
        vm.cool(address(registry));
    }

    function testGasOfTheToken() public {
        vm.deal(stranger, 1 ether);
        _cool();
        vm.prank(stranger);
        token.mint{value: 1 ether}();
        _snapshot("token: mint, first");
        vm.deal(alice, 1 ether);
        _cool();
        vm.prank(alice);
        token.mint{value: 1 ether - 1}();
        _snapshot("token: mint, with a rest to refund");
        _cool();
        vm.prank(alice);
        token.transfer(bob, 1);
        _snapshot("token: transfer");
    }

    function testGasOfQueries() public {
        _cool();
        vm.prank(alice);
        queryManager.stake(100);
        _snapshot("query: stake, first");
        _cool();
        vm.prank(address(nodeManager));
        queryManager.capture(alice, 10, 1);
        _snapshot("query: capture");
    }

    function testGasOfNodes() public {
        _cool();
        vm.prank(alice);
        nodeManager.join(STAKE_REQUIRED, "https://node.example");
        _snapshot("node: join");
        for (uint256 i = 1; i <= 100; i++) {
            vm.prank(vm.addr(i));
            nodeManager.upsertNode("u");
        }
        _cool();
        vm.prank(bob);
        nodeManager.join(STAKE_REQUIRED, "https://node.example");
        _snapshot("node: join, the 102nd");
        vm.prank(carol);
        nodeManager.stake(6e18);
        _cool();
        vm.prank(carol);
        nodeManager.delegate(4e18, bob);
        _snapshot("node: delegate, first");
        _cool();
        vm.prank(carol);
        nodeManager.delegate(2e18, bob);
        _snapshot("node: delegate, more");
        _cool();
        vm.prank(carol);
        nodeManager.undelegate(1e18, bob);
        _snapshot("node: undelegate, first to wait");
        _pass(PERIOD);
        _cool();
        vm.prank(carol);
        nodeManager.withdraw(1e18);
        _snapshot("node: withdraw, after waiting");
        for (uint256 i = 0; i < 32; i++) {
            _pass(60);
            vm.prank(carol);
            nodeManager.undelegate(1e15, bob);
        }
        _pass(PERIOD);
        _cool();
        vm.prank(carol);
        nodeManager.withdraw(32e15);
        _snapshot("node: withdraw, 32 that waited");
        _cool();
        vm.prank(bob);
        nodeManager.leave();
        _snapshot("node: leave, of 102");
    }

    function testGasOfAStoreWithTenThousandHolders() public {
        vm.prank(dev);
        token.mintTokens(address(this), HOLDERS * 1e18);
        _cool();
        vm.prank(alice);
        storeManager.stake(OTHER_STREAM, 1e18);
        _snapshot("store: stake, first of a store");
        _cool();
        vm.prank(address(nodeManager));
        storeManager.capture(OTHER_STREAM, 1e15, 1);
        _snapshot("store: capture, 1 holder");
        address holder;
        for (uint256 i = 1; i <= HOLDERS; i++) {
            holder = address(uint160(0x10000 + i));
            token.transfer(holder, 1e18);
            vm.startPrank(holder);
            token.approve(address(storeManager), 1e18);
            if (i == HOLDERS) _cool();
            storeManager.stake(STREAM, 1e18 - i);
            vm.stopPrank();
        }
        _snapshot("store: stake, the 10000th holder");
        _cool();
        vm.prank(address(nodeManager));
        storeManager.capture(STREAM, 1e21 + 7, 1);
        _snapshot("store: capture, 10000 holders");
        vm.prank(address(nodeManager));
        storeManager.capture(STREAM, 3e21 + 1, 1);
        _cool();
        vm.prank(address(uint160(0x10001)));
        storeManager.stake(STREAM, 1);
        _snapshot("store: stake more, worst of 10000 holders");
        _cool();
        storeManager.storeBalanceOf(address(uint160(0x10000 + 8191)), STREAM);
        _snapshot("store: storeBalanceOf, worst of 10000 holders");

        uint256 sum = 0;
        for (uint256 i = 1; i <= HOLDERS; i++) {
            sum += storeManager.storeBalanceOf(address(uint160(0x10000 + i)), STREAM);
        }
        assertEq(sum, storeManager.stores(STREAM));
        assertEq(storeManager.storeStakeholderCount(STREAM), HOLDERS);
    }
}
