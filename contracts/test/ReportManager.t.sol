// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ReportManager} from "../src/logstore/ReportManager.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

contract ReportManagerTest is LogStoreTest {
    event ReportTimeBufferChanged(uint256 reportTimeBuffer);
    event ParentChanged(address indexed parent);

    function testReportersAreTheStakedNodes() public {
        assertEq(reportManager.getReporters().length, 0);
        _join(carol, 1e18);
        _join(alice, 1e18 - 1);
        _join(bob, 3e18);
        address[] memory reporters = reportManager.getReporters();
        assertEq(reporters.length, 2);
        assertEq(reporters[0], carol);
        assertEq(reporters[1], bob);
        reporters = reportManager.getReportersPage(1, 2);
        assertEq(reporters.length, 1);
        assertEq(reporters[0], bob);
        assertEq(reportManager.getReportersPage(3, 2).length, 0);
    }

    function testTheClockIsTheBlocks() public {
        assertEq(reportManager.blockTimestamp(), _now() * 1000 * 1e10);
        assertEq(reportManager.MATH_PRECISION(), 1e10);
        vm.warp(2_000_000_000);
        assertEq(reportManager.blockTimestamp(), 2_000_000_000 * 1000 * 1e10);
    }

    function testSettings() public {
        assertEq(reportManager.parent(), address(nodeManager));
        assertEq(reportManager.reportTimeBuffer(), 60_000);
        vm.startPrank(owner);
        vm.expectEmit(address(reportManager));
        emit ReportTimeBufferChanged(5);
        reportManager.setReportTimeBuffer(5);
        vm.expectRevert(ReportManager.BufferNotPositive.selector);
        reportManager.setReportTimeBuffer(0);
        vm.expectEmit(address(reportManager));
        emit ParentChanged(alice);
        reportManager.setParent(alice);
        vm.stopPrank();
        vm.startPrank(stranger);
        _expectNotOwner(stranger);
        reportManager.setParent(stranger);
        _expectNotOwner(stranger);
        reportManager.setReportTimeBuffer(1);
    }
}
