// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RankedAccess} from "../src/logstore/RankedAccess.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

contract RankedAccessTest is LogStoreTest {
    event RoleGranted(RankedAccess.Role indexed role, address indexed account, address indexed sender);
    event RoleRevoked(RankedAccess.Role indexed role, address indexed account, address indexed sender);

    function testAnAdminGrantsAndRevokes() public {
        vm.startPrank(owner);
        vm.expectEmit(address(token));
        emit RoleGranted(RankedAccess.Role.SUPER_USER, alice, owner);
        token.grantRole(RankedAccess.Role.SUPER_USER, alice);
        vm.expectRevert(bytes("AccessControl: ROLE_ALREADY_ASSIGNED"));
        token.grantRole(RankedAccess.Role.SUPER_USER, alice);
        vm.expectEmit(address(token));
        emit RoleRevoked(RankedAccess.Role.SUPER_USER, alice, owner);
        token.revokeRole(alice);
        assertEq(uint256(token.roles(alice)), uint256(RankedAccess.Role.USER));
    }

    function testAnyoneRenouncesHisOwnRole() public {
        vm.prank(alice);
        vm.expectRevert(bytes("AccessControl: NOT_ACCOUNT_OWNER"));
        token.renounceRole(dev);
        vm.prank(dev);
        vm.expectEmit(address(token));
        emit RoleRevoked(RankedAccess.Role.DEV, dev, dev);
        token.renounceRole(dev);
        vm.prank(dev);
        _expectNotAuthorized();
        token.mintTokens(dev, 1);
    }

    function testTheLastAdminStays() public {
        bytes memory last = abi.encodeWithSelector(RankedAccess.LastAdmin.selector, owner);
        vm.startPrank(owner);
        vm.expectRevert(last);
        token.revokeRole(owner);
        vm.expectRevert(last);
        token.renounceRole(owner);
        vm.expectRevert(last);
        token.grantRole(RankedAccess.Role.DEV, owner);
        token.grantRole(RankedAccess.Role.ADMIN, alice);
        assertEq(token.adminCount(), 2);
        token.renounceRole(owner);
        assertEq(token.adminCount(), 1);
        vm.stopPrank();
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(RankedAccess.LastAdmin.selector, alice));
        token.revokeRole(alice);
    }

    function testLowerRolesChangeNoRoles(uint8 role, address account) public {
        RankedAccess.Role r = RankedAccess.Role(bound(role, 0, 3));
        vm.startPrank(dev);
        _expectNotAuthorized();
        token.grantRole(r, account);
        _expectNotAuthorized();
        token.revokeRole(account);
        _expectNotAuthorized();
        nodeManager.grantRole(r, account);
        _expectNotAuthorized();
        nodeManager.revokeRole(account);
    }

    function testTheOwnerWithoutARoleHasNone() public {
        vm.startPrank(owner);
        token.transferOwnership(alice);
        vm.stopPrank();
        vm.startPrank(alice);
        _expectNotAuthorized();
        token.grantRole(RankedAccess.Role.DEV, alice);
        _expectNotAuthorized();
        token.mintTokens(alice, 1);
    }

    function testTellsItsInterface() public view {
        assertTrue(token.supportsInterface(0x01ffc9a7));
        assertFalse(token.supportsInterface(0xffffffff));
    }
}
