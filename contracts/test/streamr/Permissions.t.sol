// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStreamRegistry} from "../../src/logstore/IStreamRegistry.sol";
import {Permission, StreamRecords} from "../../src/streamr/StreamRecords.sol";
import {Vm} from "../base/Test.sol";
import {StreamrTest} from "./StreamrTest.sol";

/// @dev Permissions by address.
contract PermissionsTest is StreamrTest {
    function testGrantAndRevoke(uint256 n) public {
        IStreamRegistry.PermissionType what = _type(n);
        vm.prank(alice);
        registry.grantPermission(id, bob, what);
        for (uint256 i = 0; i < 5; i++) {
            assertEq(registry.hasPermission(id, bob, _type(i)), _type(i) == what);
            assertEq(registry.hasDirectPermission(id, bob, _type(i)), _type(i) == what);
        }
        vm.prank(alice);
        registry.revokePermission(id, bob, what);
        assertEq(registry.getPermissionsForUser(id, bob), _none());
    }

    /// @dev Everything but Grant, and yet no way to change anybody's permissions.
    function testOnlyGrantChangesPermissions(uint256 seed, address user, Permission memory p) public {
        vm.assume(user != bob);
        vm.prank(alice);
        registry.setPermissionsForUser(id, bob, true, true, EVER, EVER, false);
        bytes[17] memory calls = _changes(user, p, seed);
        for (uint256 i = 0; i < calls.length; i++) {
            vm.prank(bob);
            (bool done, bytes memory reason) = address(registry).call(calls[i]);
            assertFalse(done);
            assertEq(reason, abi.encodeWithSignature("Error(string)", "error_noSharePermission"));
        }
        assertEq(registry.getDirectPermissionsForUser(id, alice), _all());
    }

    /// @dev All functions that change permissions.
    function _changes(address user, Permission memory p, uint256 seed) private view returns (bytes[17] memory calls) {
        bytes memory userId = abi.encodePacked(user);
        IStreamRegistry.PermissionType what = seed % 2 == 0 ? PUBLISH : SUBSCRIBE;
        calls[0] = abi.encodeCall(registry.grantPermission, (id, user, what));
        calls[1] = abi.encodeCall(registry.revokePermission, (id, user, what));
        calls[2] = abi.encodeCall(registry.revokeAllPermissionsForUser, (id, user));
        calls[3] = abi.encodeCall(registry.grantPublicPermission, (id, what));
        calls[4] = abi.encodeCall(registry.revokePublicPermission, (id, what));
        calls[5] = abi.encodeCall(registry.setPublicPermission, (id, seed, seed));
        calls[6] = abi.encodeCall(registry.setExpirationTime, (id, user, what, seed));
        calls[7] = abi.encodeCall(
            registry.setPermissionsForUser,
            (id, user, p.canEdit, p.canDelete, p.publishExpiration, p.subscribeExpiration, p.canGrant)
        );
        calls[8] = abi.encodeCall(registry.setPermissions, (id, _one(user), _one(p)));
        calls[9] = abi.encodeCall(
            registry.setPermissionsMultipleStreams, (_one(id), _one(_one(user)), _one(_one(p)))
        );
        calls[10] = abi.encodeCall(registry.grantPermissionForUserId, (id, userId, what));
        calls[11] = abi.encodeCall(registry.revokePermissionForUserId, (id, userId, what));
        calls[12] = abi.encodeCall(registry.revokeAllPermissionsForUserId, (id, userId));
        calls[13] = abi.encodeCall(registry.setExpirationTimeForUserId, (id, userId, what, seed));
        calls[14] = abi.encodeCall(registry.setPermissionsForUserIds, (id, _one(userId), _one(p)));
        calls[15] = abi.encodeCall(
            registry.setMultipleStreamPermissionsForUserIds, (_one(id), _one(_one(userId)), _one(_one(p)))
        );
        // An empty list is no way around.
        calls[16] = abi.encodeCall(registry.setPermissions, (id, new address[](0), new Permission[](0)));
    }

    function testEverybodyMayGiveUpHisOwn() public {
        vm.prank(alice);
        registry.setPermissionsForUser(id, bob, true, true, EVER, EVER, false);
        vm.startPrank(bob);
        registry.revokePermission(id, bob, EDIT);
        assertEq(registry.getDirectPermissionsForUser(id, bob), Permission(false, true, EVER, EVER, false));
        registry.revokePermissionForUserId(id, abi.encodePacked(bob), DELETE);
        assertEq(registry.getDirectPermissionsForUser(id, bob), _pubSub(EVER, EVER));
        registry.revokeAllPermissionsForUser(id, bob);
        assertEq(registry.getDirectPermissionsForUser(id, bob), _none());
        vm.expectRevert(bytes("error_noSharePermission"));
        registry.setExpirationTime(id, bob, PUBLISH, EVER);
    }

    function testGrantCanBePassedOn() public {
        vm.prank(alice);
        registry.grantPermission(id, bob, GRANT);
        vm.startPrank(bob);
        registry.grantPermission(id, carol, EDIT);
        registry.revokeAllPermissionsForUser(id, alice);
        assertFalse(registry.hasPermission(id, alice, GRANT));
        assertTrue(registry.hasPermission(id, carol, EDIT));
    }

    function testExpirations(uint64 publish, uint64 subscribe, uint64 later) public {
        vm.prank(alice);
        registry.setPermissionsForUser(id, bob, false, false, publish, subscribe, false);
        uint256 time = block.timestamp + later;
        vm.warp(time);
        assertEq(registry.hasPermission(id, bob, PUBLISH), publish >= time);
        assertEq(registry.hasPermission(id, bob, SUBSCRIBE), subscribe >= time);
    }

    function testExpiresAfterItsSecond() public {
        vm.startPrank(alice);
        registry.setExpirationTime(id, bob, PUBLISH, block.timestamp + 10);
        registry.setExpirationTime(id, bob, SUBSCRIBE, EVER);
        vm.warp(block.timestamp + 10);
        assertTrue(registry.hasPermission(id, bob, PUBLISH));
        vm.warp(block.timestamp + 1);
        assertFalse(registry.hasPermission(id, bob, PUBLISH));
        assertTrue(registry.hasPermission(id, bob, SUBSCRIBE));
        for (uint256 i = 0; i < 5; i++) {
            if (_type(i) == PUBLISH || _type(i) == SUBSCRIBE) continue;
            vm.expectRevert(bytes("error_timeOnlyObPubSub"));
            registry.setExpirationTime(id, bob, _type(i), EVER);
        }
    }

    function testPublicPermissions() public {
        vm.startPrank(alice);
        registry.grantPublicPermission(id, SUBSCRIBE);
        assertTrue(registry.hasPublicPermission(id, SUBSCRIBE));
        assertTrue(registry.hasPermission(id, bob, SUBSCRIBE));
        assertFalse(registry.hasDirectPermission(id, bob, SUBSCRIBE));
        assertFalse(registry.hasPermission(id, bob, PUBLISH));
        assertEq(registry.getPermissionsForUser(id, bob), _pubSub(0, EVER));
        assertEq(registry.getPermissionsForUserId(id, hex"0102"), _pubSub(0, EVER));
        assertEq(registry.getDirectPermissionsForUser(id, bob), _none());
        assertEq(registry.PUBLIC_PERMISSION_USER_ID(), address(0));

        registry.setPublicPermission(id, block.timestamp, 0);
        assertEq(registry.getPermissionsForUser(id, bob), _pubSub(block.timestamp, 0));
        registry.revokePublicPermission(id, PUBLISH);
        assertFalse(registry.hasPermission(id, bob, PUBLISH));
    }

    /// @dev A longer own permission is not cut by a shorter one of everybody.
    function testPublicDoesNotShorten() public {
        vm.startPrank(alice);
        registry.setExpirationTime(id, bob, PUBLISH, block.timestamp + 100);
        registry.setPublicPermission(id, block.timestamp + 10, block.timestamp + 10);
        assertEq(
            registry.getPermissionsForUser(id, bob), _pubSub(block.timestamp + 100, block.timestamp + 10)
        );
    }

    /// @dev Whatever way it is tried, and by which of its names.
    function testEverybodyNeverManages(Permission memory p) public {
        vm.assume(p.canEdit || p.canDelete || p.canGrant);
        bytes memory nobody = abi.encodePacked(address(0));
        bytes memory no = bytes("error_publicCanOnlySubsPubl");
        vm.startPrank(alice);
        for (uint256 i = 0; i < 5; i++) {
            if (_type(i) == PUBLISH || _type(i) == SUBSCRIBE) continue;
            vm.expectRevert(no);
            registry.grantPublicPermission(id, _type(i));
            vm.expectRevert(no);
            registry.revokePublicPermission(id, _type(i));
            vm.expectRevert(no);
            registry.grantPermission(id, address(0), _type(i));
            vm.expectRevert(no);
            registry.grantPermissionForUserId(id, nobody, _type(i));
        }
        vm.expectRevert(no);
        registry.setPermissionsForUser(
            id, address(0), p.canEdit, p.canDelete, p.publishExpiration, p.subscribeExpiration, p.canGrant
        );
        vm.expectRevert(no);
        registry.setPermissions(id, _one(address(0)), _one(p));
        vm.expectRevert(no);
        registry.setPermissionsForUserIds(id, _one(nobody), _one(p));
        vm.expectRevert(no);
        registry.createStreamWithPermissions("/x", METADATA, _one(address(0)), _one(p));
    }

    function testSetPermissionsOfSeveral(Permission memory p, Permission memory q) public {
        address[] memory users = new address[](2);
        Permission[] memory permissions = new Permission[](2);
        (users[0], permissions[0]) = (bob, p);
        (users[1], permissions[1]) = (carol, q);
        vm.recordLogs();
        vm.prank(alice);
        registry.setPermissions(id, users, permissions);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 2);
        assertEq(logs[0].data, _event(abi.encode(bob), p));
        assertEq(logs[1].data, _event(abi.encode(carol), q));
        _assertHolds(bob, p);
        _assertHolds(carol, q);

        permissions = new Permission[](1);
        vm.prank(alice);
        vm.expectRevert(bytes("error_invalidInputArrayLengths"));
        registry.setPermissions(id, users, permissions);
    }

    function _event(bytes memory user, Permission memory p) private view returns (bytes memory) {
        return abi.encode(
            id, abi.decode(user, (address)), p.canEdit, p.canDelete, p.publishExpiration, p.subscribeExpiration, p.canGrant
        );
    }

    function _assertHolds(address user, Permission memory p) private view {
        assertEq(registry.hasPermission(id, user, EDIT), p.canEdit);
        assertEq(registry.hasPermission(id, user, DELETE), p.canDelete);
        assertEq(registry.hasPermission(id, user, PUBLISH), p.publishExpiration >= block.timestamp);
        assertEq(registry.hasPermission(id, user, SUBSCRIBE), p.subscribeExpiration >= block.timestamp);
        assertEq(registry.hasPermission(id, user, GRANT), p.canGrant);
    }

    /// @dev Streamr's registry asks nobody here. Ours asks for each stream.
    function testSeveralStreamsNeedGrantOnEach() public {
        string[] memory ids = new string[](2);
        address[][] memory users = new address[][](2);
        Permission[][] memory permissions = new Permission[][](2);
        ids[0] = _create(bob, "/own");
        ids[1] = id;
        for (uint256 i = 0; i < 2; i++) {
            (users[i], permissions[i]) = (_one(carol), _one(_all()));
        }
        vm.prank(bob);
        vm.expectRevert(bytes("error_noSharePermission"));
        registry.setPermissionsMultipleStreams(ids, users, permissions);
        assertFalse(registry.hasPermission(ids[0], carol, EDIT));

        vm.prank(alice);
        registry.grantPermission(id, bob, GRANT);
        vm.prank(bob);
        registry.setPermissionsMultipleStreams(ids, users, permissions);
        assertEq(registry.getDirectPermissionsForUser(ids[0], carol), _all());
        assertEq(registry.getDirectPermissionsForUser(ids[1], carol), _all());

        users = new address[][](1);
        vm.prank(bob);
        vm.expectRevert(bytes("error_invalidInputArrayLengths"));
        registry.setPermissionsMultipleStreams(ids, users, permissions);
    }

    /// @dev What holds nothing takes no storage, and is told by its key.
    function testStorageIsFreed() public {
        bytes32 key = registry.getAddressKey(id, bob);
        vm.startPrank(alice);
        registry.setPermissionsForUser(id, bob, false, true, 7, 8, false);
        (, bool canDelete, uint256 publish, uint256 subscribe,) = registry.streamIdToPermissions(id, key);
        assertTrue(canDelete);
        assertEq(publish, 7);
        assertEq(subscribe, 8);
        registry.revokePermission(id, bob, DELETE);
        (, canDelete, publish, subscribe,) = registry.streamIdToPermissions(id, key);
        assertFalse(canDelete);
        assertEq(publish + subscribe, 0);
    }
}

/// @dev Permissions by user id.
contract UserIdsTest is StreamrTest {
    /// @dev The same words as in Streamr's registry, for any user.
    function testFuzzKeys(address user, bytes memory userId) public view {
        bytes32 key = keccak256(abi.encode(uint256(1), user));
        assertEq(registry.getAddressKey(id, user), key);
        assertEq(registry.getUserKeyForUserId(id, abi.encodePacked(user)), key);
        assertEq(registry.getUserKeyForUserId(id, userId), keccak256(bytes.concat(bytes32(uint256(1)), bytes12(0), userId)));
        // No id of another length is the same user.
        if (userId.length != 20) assertNotEq(registry.getUserKeyForUserId(id, userId), key);
        bytes memory padded = abi.encode(user);
        assertNotEq(registry.getUserKeyForUserId(id, padded), key);
    }

    function testAddressAndItsBytesAreTheSameUser(uint256 n) public {
        bytes memory bobs = abi.encodePacked(bob);
        vm.startPrank(alice);
        registry.grantPermissionForUserId(id, bobs, _type(n));
        assertTrue(registry.hasPermission(id, bob, _type(n)));
        assertEq(abi.encode(registry.getPermissionsForUser(id, bob)), abi.encode(registry.getPermissionsForUserId(id, bobs)));
        registry.revokePermission(id, bob, _type(n));
        assertEq(registry.getDirectPermissionsForUserId(id, bobs), _none());
    }

    function testIdsOfOtherLengths(bytes memory user, uint256 until) public {
        vm.assume(user.length > 0 && user.length != 20);
        vm.startPrank(alice);
        vm.recordLogs();
        registry.grantPermissionForUserId(id, user, PUBLISH);
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 1);
        assertEq(logs[0].topics.length, 1);
        assertEq(logs[0].topics[0], StreamRecords.PermissionUpdatedForUserId.selector);
        assertEq(logs[0].data, abi.encode(id, user, false, false, EVER, uint256(0), false));
        assertEq(registry.getDirectPermissionsForUserId(id, user), _pubSub(EVER, 0));

        registry.setExpirationTimeForUserId(id, user, SUBSCRIBE, until);
        assertEq(registry.getPermissionsForUserId(id, user), _pubSub(EVER, until));
        registry.revokePermissionForUserId(id, user, PUBLISH);
        assertEq(registry.getPermissionsForUserId(id, user), _pubSub(0, until < block.timestamp ? 0 : until));
        registry.revokeAllPermissionsForUserId(id, user);
        assertEq(registry.getPermissionsForUserId(id, user), _none());
    }

    function testOnlyAddressesManage(bytes memory user, Permission memory p) public {
        vm.assume(user.length > 0 && user.length != 20 && (p.canEdit || p.canDelete || p.canGrant));
        bytes memory no = abi.encodeWithSelector(StreamRecords.UserIdIsNoAddress.selector, user);
        vm.startPrank(alice);
        vm.expectRevert(no);
        registry.grantPermissionForUserId(id, user, GRANT);
        vm.expectRevert(no);
        registry.setPermissionsForUserIds(id, _one(user), _one(p));
        vm.expectRevert(no);
        registry.setMultipleStreamPermissionsForUserIds(_one(id), _one(_one(user)), _one(_one(p)));
    }

    function testUserWithoutId() public {
        vm.startPrank(alice);
        vm.expectRevert(StreamRecords.UserIdMissing.selector);
        registry.grantPermissionForUserId(id, "", PUBLISH);
        vm.expectRevert(StreamRecords.UserIdMissing.selector);
        registry.setPermissionsForUserIds(id, _one(bytes("")), _one(_pubSub(EVER, EVER)));
    }

    function testSetPermissionsOnSeveralStreams() public {
        string[] memory ids = new string[](2);
        bytes[][] memory users = new bytes[][](2);
        Permission[][] memory permissions = new Permission[][](2);
        (ids[0], users[0], permissions[0]) = (id, _one(abi.encodePacked(bob)), _one(_all()));
        (ids[1], users[1], permissions[1]) = (_create(alice, "/b"), _one(bytes(hex"01")), _one(_pubSub(EVER, 0)));
        vm.prank(alice);
        registry.setMultipleStreamPermissionsForUserIds(ids, users, permissions);
        assertEq(registry.getDirectPermissionsForUser(ids[0], bob), _all());
        assertEq(registry.getDirectPermissionsForUserId(ids[1], hex"01"), _pubSub(EVER, 0));

        ids[1] = _create(bob, "/c");
        vm.prank(alice);
        vm.expectRevert(bytes("error_noSharePermission"));
        registry.setMultipleStreamPermissionsForUserIds(ids, users, permissions);
        users = new bytes[][](1);
        vm.prank(alice);
        vm.expectRevert(bytes("error_invalidInputArrayLengths"));
        registry.setMultipleStreamPermissionsForUserIds(ids, users, permissions);
    }
}
