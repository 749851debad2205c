// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {Permission, StreamRecords} from "../../src/streamr/StreamRecords.sol";
import {StreamRegistry} from "../../src/streamr/StreamRegistry.sol";
import {Vm} from "../base/Test.sol";
import {StreamrTest} from "./StreamrTest.sol";

/// @dev Streams: creating, updating, deleting.
contract StreamsTest is StreamrTest {
    function testIdIsTheLowerCaseAddressAndThePath() public view {
        assertEq(id, string.concat(Strings.toHexString(alice), "/temperatures"));
        assertTrue(registry.exists(id));
        assertEq(registry.getStreamMetadata(id), METADATA);
        assertEq(registry.streamIdToMetadata(id), METADATA);
        assertEq(uint256(registry.streamIdToVersion(id)), 1);
    }

    function testWhoeverCreatesGetsEverything() public view {
        assertEq(registry.getPermissionsForUser(id, alice), _all());
        assertEq(registry.getDirectPermissionsForUserId(id, abi.encodePacked(alice)), _all());
        for (uint256 i = 0; i < 5; i++) {
            assertTrue(registry.hasPermission(id, alice, _type(i)));
            assertFalse(registry.hasPermission(id, bob, _type(i)));
        }
    }

    function testCreationTellsItsEvents() public {
        vm.recordLogs();
        string memory made = _create(bob, "/a");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        assertEq(logs.length, 2);
        assertEq(logs[0].topics.length, 1);
        assertEq(logs[0].topics[0], StreamRecords.StreamCreated.selector);
        assertEq(logs[0].data, abi.encode(made, METADATA));
        assertEq(logs[1].topics.length, 1);
        assertEq(logs[1].topics[0], StreamRecords.PermissionUpdated.selector);
        assertEq(logs[1].data, abi.encode(made, bob, true, true, EVER, EVER, true));
    }

    /// @dev Every byte at every place, against the rule written down in another way.
    function testFuzzPathCharacters(bytes memory path, uint256 place, uint8 c) public {
        vm.assume(path.length > 0);
        for (uint256 i = 0; i < path.length; i++) {
            path[i] = i == 0 ? bytes1("/") : bytes1("x");
        }
        path[place % path.length] = bytes1(c);
        bool allowed = _isIn(bytes1(c), "-./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz");
        if (place % path.length == 0) {
            if (c != uint8(bytes1("/"))) vm.expectRevert(bytes("error_pathMustStartWithSlash"));
        } else if (!allowed) {
            vm.expectRevert(bytes("error_invalidPathChars"));
        }
        vm.prank(bob);
        registry.createStream(string(path), METADATA);
    }

    function _isIn(bytes1 c, bytes memory set) private pure returns (bool) {
        for (uint256 i = 0; i < set.length; i++) {
            if (set[i] == c) return true;
        }
        return false;
    }

    function testWhatCannotBeCreated() public {
        vm.startPrank(alice);
        vm.expectRevert(bytes("error_pathMustStartWithSlash"));
        registry.createStream("", METADATA);
        vm.expectRevert(bytes("error_metadataJsonStringIsEmpty"));
        registry.createStream("/b", "");
        vm.expectRevert(bytes("error_streamAlreadyExists"));
        registry.createStream("/temperatures", METADATA);
    }

    function testCreateWithPermissions() public {
        address[] memory users = new address[](2);
        Permission[] memory permissions = new Permission[](2);
        (users[0], permissions[0]) = (carol, Permission(true, false, 5, EVER, true));
        (users[1], permissions[1]) = (address(0), _pubSub(0, EVER));
        vm.prank(bob);
        registry.createStreamWithPermissions("/b", METADATA, users, permissions);
        string memory made = string.concat(Strings.toHexString(bob), "/b");
        assertEq(registry.getDirectPermissionsForUser(made, carol), permissions[0]);
        assertEq(registry.getDirectPermissionsForUser(made, bob), _all());
        assertTrue(registry.hasPublicPermission(made, SUBSCRIBE));
        assertFalse(registry.hasPublicPermission(made, PUBLISH));
    }

    function testCreateSeveralWithPermissions() public {
        string[] memory paths = new string[](2);
        string[] memory metadata = new string[](2);
        address[][] memory users = new address[][](2);
        Permission[][] memory permissions = new Permission[][](2);
        (paths[0], metadata[0], users[0], permissions[0]) = ("/b", "1", _one(carol), _one(_pubSub(EVER, 0)));
        (paths[1], metadata[1]) = ("/c", "2");
        vm.prank(bob);
        registry.createMultipleStreamsWithPermissions(paths, metadata, users, permissions);
        string memory prefix = Strings.toHexString(bob);
        assertEq(registry.getStreamMetadata(string.concat(prefix, "/b")), "1");
        assertEq(registry.getStreamMetadata(string.concat(prefix, "/c")), "2");
        assertTrue(registry.hasPermission(string.concat(prefix, "/b"), carol, PUBLISH));

        metadata = new string[](1);
        vm.prank(bob);
        vm.expectRevert(bytes("error_invalidInputArrayLengths"));
        registry.createMultipleStreamsWithPermissions(paths, metadata, users, permissions);
    }

    function testOnlyEditChangesMetadata(uint256 n) public {
        vm.prank(alice);
        registry.grantPermission(id, bob, _type(n));
        if (_type(n) != EDIT) vm.expectRevert(bytes("error_noEditPermission"));
        vm.prank(bob);
        registry.updateStreamMetadata(id, "new");
        assertEq(registry.getStreamMetadata(id), _type(n) == EDIT ? "new" : METADATA);
    }

    function testMetadataCannotBeMadeEmpty() public {
        vm.prank(alice);
        vm.expectRevert(bytes("error_metadataJsonStringIsEmpty"));
        registry.updateStreamMetadata(id, "");
    }

    function testUpdateTellsItsEvent() public {
        vm.expectEmit(address(registry));
        emit StreamRecords.StreamUpdated(id, "new");
        vm.prank(alice);
        registry.updateStreamMetadata(id, "new");
    }

    function testOnlyDeleteDeletes(uint256 n) public {
        vm.prank(alice);
        registry.grantPermission(id, bob, _type(n));
        if (_type(n) != DELETE) {
            vm.expectRevert(bytes("error_noDeletePermission"));
        } else {
            vm.expectEmit(address(registry));
            emit StreamRecords.StreamDeleted(id);
        }
        vm.prank(bob);
        registry.deleteStream(id);
        assertEq(registry.exists(id), _type(n) != DELETE);
    }

    function testNothingHoldsOnADeletedStream() public {
        vm.startPrank(alice);
        registry.grantPublicPermission(id, PUBLISH);
        registry.deleteStream(id);
        assertFalse(registry.exists(id));
        assertEq(registry.streamIdToMetadata(id), "");
        for (uint256 i = 0; i < 5; i++) {
            assertFalse(registry.hasPermission(id, alice, _type(i)));
            assertFalse(registry.hasDirectPermission(id, alice, _type(i)));
            assertFalse(registry.hasPublicPermission(id, _type(i)));
        }
        bytes memory missing = bytes("error_streamDoesNotExist");
        vm.expectRevert(missing);
        registry.getStreamMetadata(id);
        vm.expectRevert(missing);
        registry.getPermissionsForUser(id, alice);
        vm.expectRevert(missing);
        registry.getDirectPermissionsForUser(id, alice);
        vm.expectRevert(missing);
        registry.getPermissionsForUserId(id, abi.encodePacked(alice));
        vm.expectRevert(missing);
        registry.getDirectPermissionsForUserId(id, abi.encodePacked(alice));
        vm.expectRevert(missing);
        registry.updateStreamMetadata(id, "x");
        vm.expectRevert(missing);
        registry.deleteStream(id);
        vm.expectRevert(missing);
        registry.grantPermission(id, bob, PUBLISH);
        vm.expectRevert(missing);
        registry.revokePermission(id, alice, PUBLISH);
        vm.expectRevert(missing);
        registry.revokeAllPermissionsForUserId(id, abi.encodePacked(alice));
    }

    /// @dev Whatever somebody had in the old stream, by address or by id.
    function testOldPermissionsDoNotComeBack(uint256 n, bytes memory user) public {
        vm.assume(user.length > 0 && user.length != 20);
        vm.startPrank(alice);
        registry.grantPermission(id, bob, _type(n));
        registry.grantPermissionForUserId(id, user, PUBLISH);
        registry.grantPublicPermission(id, SUBSCRIBE);
        bytes32 before = registry.getAddressKey(id, bob);
        registry.deleteStream(id);
        registry.createStream("/temperatures", METADATA);
        assertEq(uint256(registry.streamIdToVersion(id)), 2);
        assertNotEq(registry.getAddressKey(id, bob), before);
        assertEq(registry.getPermissionsForUser(id, bob), _none());
        assertEq(registry.getPermissionsForUserId(id, user), _none());
        assertFalse(registry.hasPublicPermission(id, SUBSCRIBE));
        assertEq(registry.getPermissionsForUser(id, alice), _all());
    }

    function testOthersCannotCreateBelowAnAddress() public {
        string memory theirs = _create(bob, "/temperatures");
        assertEq(theirs, string.concat(Strings.toHexString(bob), "/temperatures"));
        assertFalse(registry.hasPermission(id, bob, EDIT));
    }
}

/// @dev Says what it is told, and keeps the last request.
contract SimulatedEnsCache {
    mapping(string => address) public owners;
    bytes32 public request;

    function setOwner(string calldata name, address owner) external {
        owners[name] = owner;
    }

    function requestENSOwnerAndCreateStream(
        string calldata name,
        string calldata path,
        string calldata metadata,
        address requestor
    ) external {
        request = keccak256(abi.encode(name, path, metadata, requestor));
    }
}

/// @dev ENS names, and what trusted contracts may do.
contract TrustedTest is StreamrTest {
    SimulatedEnsCache internal cache;

    function setUp() public override {
        super.setUp();
        cache = new SimulatedEnsCache();
        cache.setOwner("alice.eth", alice);
    }

    function testWithoutEnsThereAreNoNames() public {
        vm.prank(alice);
        vm.expectRevert(StreamRegistry.EnsNotSupported.selector);
        registry.createStreamWithENS("alice.eth", "/a", METADATA);
        _trust(bob);
        vm.prank(bob);
        vm.expectRevert(StreamRegistry.EnsNotSupported.selector);
        registry.ENScreateStreamCallback(alice, "alice.eth", "/a", METADATA);
    }

    function testEnsNames() public {
        _useCache();
        vm.prank(alice);
        registry.createStreamWithENS("alice.eth", "/a", METADATA);
        assertEq(registry.getPermissionsForUser("alice.eth/a", alice), _all());

        vm.prank(bob);
        registry.createStreamWithENS("bob.eth", "/b", METADATA);
        assertFalse(registry.exists("bob.eth/b"));
        assertEq(cache.request(), keccak256(abi.encode("bob.eth", "/b", METADATA, bob)));

        vm.prank(bob);
        registry.createStreamWithENS("alice.eth", "/b", METADATA);
        assertFalse(registry.exists("alice.eth/b"));
    }

    function testEnsCallback() public {
        _useCache();
        vm.expectRevert(bytes("error_mustBeTrustedRole"));
        registry.ENScreateStreamCallback(alice, "alice.eth", "/a", METADATA);
        vm.startPrank(carol);
        vm.expectRevert(bytes("error_notOwnerOfENSName"));
        registry.ENScreateStreamCallback(bob, "alice.eth", "/a", METADATA);
        registry.ENScreateStreamCallback(alice, "alice.eth", "/a", METADATA);
        assertTrue(registry.hasPermission("alice.eth/a", alice, GRANT));
        assertFalse(registry.hasPermission("alice.eth/a", carol, GRANT));
    }

    function testTrustedSetsPermissions() public {
        vm.prank(bob);
        vm.expectRevert(bytes("error_mustBeTrustedRole"));
        registry.trustedSetPermissionsForUser(id, bob, true, true, EVER, EVER, true);
        _trust(bob);
        vm.startPrank(bob);
        registry.trustedSetPermissionsForUser(id, bob, true, false, 0, EVER, true);
        assertEq(registry.getPermissionsForUser(id, bob), Permission(true, false, 0, EVER, true));
        vm.expectRevert(bytes("error_publicCanOnlySubsPubl"));
        registry.trustedSetPermissionsForUser(id, address(0), true, false, 0, 0, false);
        vm.expectRevert(bytes("error_streamDoesNotExist"));
        registry.trustedSetPermissionsForUser("none/none", bob, true, false, 0, EVER, true);
    }

    function testOnlyTheOwnerGivesRolesAndUpgrades() public {
        bytes32 role = registry.TRUSTED_ROLE();
        bytes32 admin = registry.DEFAULT_ADMIN_ROLE();
        vm.prank(bob);
        vm.expectRevert(
            abi.encodeWithSignature("AccessControlUnauthorizedAccount(address,bytes32)", bob, admin)
        );
        registry.grantRole(role, bob);
        _trust(bob);
        assertTrue(registry.hasRole(role, bob));
        address next = address(new StreamRegistry());
        vm.startPrank(bob);
        vm.expectRevert(abi.encodeWithSignature("OwnableUnauthorizedAccount(address)", bob));
        registry.upgradeToAndCall(next, "");
        vm.expectRevert(abi.encodeWithSignature("OwnableUnauthorizedAccount(address)", bob));
        registry.setTrustedForwarder(bob);
        vm.stopPrank();
        vm.prank(owner);
        registry.upgradeToAndCall(next, "");
        assertTrue(registry.exists(id));
    }

    function testNobodyInitializesAgain() public {
        vm.expectRevert(abi.encodeWithSignature("InvalidInitialization()"));
        registry.initialize(bob, address(0), address(0));
        StreamRegistry bare = new StreamRegistry();
        vm.expectRevert(abi.encodeWithSignature("InvalidInitialization()"));
        bare.initialize(bob, address(0), address(0));
    }

    function _useCache() private {
        _trust(carol);
        vm.prank(carol);
        registry.setEnsCache(address(cache));
        assertEq(registry.ensCache(), address(cache));
    }
}

/// @dev Calls through the forwarder.
contract ForwarderTest is StreamrTest {
    function testForwarderSpeaksForOthers() public {
        _forward(abi.encodeCall(registry.createStream, ("/forwarded", METADATA)), bob, true);
        assertTrue(registry.hasPermission(string.concat(Strings.toHexString(bob), "/forwarded"), bob, GRANT));
        // And not for whoever has no permission.
        _forward(abi.encodeCall(registry.updateStreamMetadata, (id, "new")), bob, false);
        _forward(abi.encodeCall(registry.updateStreamMetadata, (id, "new")), alice, true);
        assertEq(registry.getStreamMetadata(id), "new");
    }

    function testOthersSpeakForThemselves() public {
        vm.prank(bob);
        (bool done,) = address(registry)
            .call(abi.encodePacked(abi.encodeCall(registry.updateStreamMetadata, (id, "new")), alice));
        assertFalse(done);
        assertFalse(registry.isTrustedForwarder(bob));
        assertTrue(registry.isTrustedForwarder(forwarder));
        vm.prank(owner);
        registry.setTrustedForwarder(address(0));
        assertFalse(registry.isTrustedForwarder(forwarder));
        assertFalse(registry.isTrustedForwarder(address(0)));
        _forward(abi.encodeCall(registry.updateStreamMetadata, (id, "new")), alice, false);
    }

    function _forward(bytes memory call, address signer, bool want) private {
        vm.prank(forwarder);
        (bool done,) = address(registry).call(abi.encodePacked(call, signer));
        assertEq(done, want);
    }
}
