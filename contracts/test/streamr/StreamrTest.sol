// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {Strings} from "@openzeppelin/contracts/utils/Strings.sol";
import {IStreamRegistry} from "../../src/logstore/IStreamRegistry.sol";
import {NodeRegistry} from "../../src/streamr/NodeRegistry.sol";
import {Permission} from "../../src/streamr/StreamRecords.sol";
import {StreamRegistry} from "../../src/streamr/StreamRegistry.sol";
import {StreamStorageRegistry} from "../../src/streamr/StreamStorageRegistry.sol";
import {Test} from "../base/Test.sol";

/// @dev The three registries behind their proxies, and a stream of alice.
abstract contract StreamrTest is Test {
    uint256 internal constant EVER = type(uint256).max;
    string internal constant METADATA = '{"partitions":1}';
    IStreamRegistry.PermissionType internal constant EDIT = IStreamRegistry.PermissionType.Edit;
    IStreamRegistry.PermissionType internal constant DELETE = IStreamRegistry.PermissionType.Delete;
    IStreamRegistry.PermissionType internal constant PUBLISH = IStreamRegistry.PermissionType.Publish;
    IStreamRegistry.PermissionType internal constant SUBSCRIBE = IStreamRegistry.PermissionType.Subscribe;
    IStreamRegistry.PermissionType internal constant GRANT = IStreamRegistry.PermissionType.Grant;

    address internal owner = makeAddr("owner");
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");
    address internal forwarder = makeAddr("forwarder");

    StreamRegistry internal registry;
    NodeRegistry internal nodes;
    StreamStorageRegistry internal storages;
    string internal id;

    function setUp() public virtual {
        vm.warp(1_700_000_000);
        registry = StreamRegistry(
            address(
                new ERC1967Proxy(
                    address(new StreamRegistry()),
                    abi.encodeCall(StreamRegistry.initialize, (owner, address(0), forwarder))
                )
            )
        );
        nodes = NodeRegistry(
            address(
                new ERC1967Proxy(
                    address(new NodeRegistry()),
                    abi.encodeCall(NodeRegistry.initialize, (owner, false, new address[](0), new string[](0)))
                )
            )
        );
        storages = StreamStorageRegistry(
            address(
                new ERC1967Proxy(
                    address(new StreamStorageRegistry()),
                    abi.encodeCall(
                        StreamStorageRegistry.initialize, (owner, address(registry), address(nodes), forwarder)
                    )
                )
            )
        );
        id = _create(alice, "/temperatures");
    }

    function _create(address who, string memory path) internal returns (string memory) {
        vm.prank(who);
        registry.createStream(path, METADATA);
        return string.concat(Strings.toHexString(who), path);
    }

    /// @dev A permission of each kind.
    function _type(uint256 n) internal pure returns (IStreamRegistry.PermissionType) {
        return IStreamRegistry.PermissionType(n % 5);
    }

    function _all() internal pure returns (Permission memory) {
        return Permission(true, true, EVER, EVER, true);
    }

    function _none() internal pure returns (Permission memory) {
        return Permission(false, false, 0, 0, false);
    }

    function _pubSub(uint256 publish, uint256 subscribe) internal pure returns (Permission memory) {
        return Permission(false, false, publish, subscribe, false);
    }

    function _trust(address who) internal {
        bytes32 role = registry.getTrustedRole();
        vm.prank(owner);
        registry.grantRole(role, who);
    }

    function assertEq(Permission memory a, Permission memory b) internal pure {
        assertEq(abi.encode(a), abi.encode(b));
    }

    function assertNotEq(bytes32 a, bytes32 b) internal pure {
        assertTrue(a != b, "equal");
    }

    function _one(address a) internal pure returns (address[] memory list) {
        list = new address[](1);
        list[0] = a;
    }

    function _one(string memory a) internal pure returns (string[] memory list) {
        list = new string[](1);
        list[0] = a;
    }

    function _one(bytes memory a) internal pure returns (bytes[] memory list) {
        list = new bytes[](1);
        list[0] = a;
    }

    function _one(Permission memory a) internal pure returns (Permission[] memory list) {
        list = new Permission[](1);
        list[0] = a;
    }

    function _one(address[] memory a) internal pure returns (address[][] memory list) {
        list = new address[][](1);
        list[0] = a;
    }

    function _one(bytes[] memory a) internal pure returns (bytes[][] memory list) {
        list = new bytes[][](1);
        list[0] = a;
    }

    function _one(Permission[] memory a) internal pure returns (Permission[][] memory list) {
        list = new Permission[][](1);
        list[0] = a;
    }
}
