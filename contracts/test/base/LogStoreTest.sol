// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {LSAN} from "../../src/logstore/LSAN.sol";
import {NodeManager} from "../../src/logstore/NodeManager.sol";
import {QueryManager} from "../../src/logstore/QueryManager.sol";
import {RankedAccess} from "../../src/logstore/RankedAccess.sol";
import {ReportManager} from "../../src/logstore/ReportManager.sol";
import {StoreManager} from "../../src/logstore/StoreManager.sol";
import {IStreamRegistry} from "../../src/logstore/IStreamRegistry.sol";
import {StandInStreamRegistry} from "./StandInStreamRegistry.sol";
import {Test} from "./Test.sol";

/// @dev All contracts behind their proxies, set up as on a development chain: the node
/// manager takes tokens only from the two other managers and from operators.
abstract contract LogStoreTest is Test {
    uint256 internal constant WEI_PER_BYTE = 1e9;
    uint256 internal constant STAKE_REQUIRED = 1e18;
    uint256 internal constant PERIOD = 7 days;
    string internal constant STREAM = "0x1111111111111111111111111111111111111111/temperatures";
    string internal constant OTHER_STREAM = "0x1111111111111111111111111111111111111111/pressures";

    address internal owner = makeAddr("owner");
    address internal dev = makeAddr("dev");
    address internal safe = makeAddr("safe");
    address internal stranger = makeAddr("stranger");
    address internal alice = makeAddr("alice");
    address internal bob = makeAddr("bob");
    address internal carol = makeAddr("carol");

    LSAN internal token;
    NodeManager internal nodeManager;
    StoreManager internal storeManager;
    QueryManager internal queryManager;
    ReportManager internal reportManager;
    StandInStreamRegistry internal registry;

    function setUp() public virtual {
        vm.warp(1_700_000_000);
        vm.roll(1000);
        registry = new StandInStreamRegistry();
        registry.addStream(STREAM);
        registry.addStream(OTHER_STREAM);
        address[] memory none = new address[](0);
        token = LSAN(
            _proxy(
                address(new LSAN()), abi.encodeCall(LSAN.initialize, (safe, WEI_PER_BYTE, none, new address[][](0)))
            )
        );
        nodeManager = _deployNodeManager(none, new string[](0), _defaultStreams());
        address parent = address(nodeManager);
        storeManager = StoreManager(
            _proxy(
                address(new StoreManager()),
                abi.encodeCall(StoreManager.initialize, (owner, parent, address(token), address(registry)))
            )
        );
        queryManager = QueryManager(
            _proxy(
                address(new QueryManager()), abi.encodeCall(QueryManager.initialize, (owner, parent, address(token)))
            )
        );
        reportManager = ReportManager(
            _proxy(address(new ReportManager()), abi.encodeCall(ReportManager.initialize, (owner, parent, 60_000, 0)))
        );
        vm.startPrank(owner);
        nodeManager.registerStoreManager(address(storeManager));
        nodeManager.registerQueryManager(address(queryManager));
        nodeManager.registerReportManager(address(reportManager));
        nodeManager.grantRole(RankedAccess.Role.DEV, dev);
        token.grantRole(RankedAccess.Role.DEV, dev);
        token.setMintCap(type(uint256).max);
        token.addBlacklist(address(nodeManager));
        token.addWhitelist(address(storeManager), address(nodeManager));
        token.addWhitelist(address(queryManager), address(nodeManager));
        vm.stopPrank();
        _fund(alice, 1000e18);
        _fund(bob, 1000e18);
        _fund(carol, 1000e18);
    }

    function _deployNodeManager(address[] memory nodes, string[] memory metadata, string[3][] memory streams)
        internal
        returns (NodeManager deployed)
    {
        bytes memory data = abi.encodeCall(
            NodeManager.initialize,
            (owner, false, address(token), STAKE_REQUIRED, address(registry), nodes, metadata, streams)
        );
        deployed = NodeManager(_proxy(address(new NodeManager()), data));
    }

    function _defaultStreams() internal pure returns (string[3][] memory streams) {
        streams = new string[3][](2);
        streams[0] = ["LOGSTORE_SYSTEM_STREAM", "/system", '{ "partitions": 1}'];
        streams[1] = ["LOGSTORE_HEARTBEAT_STREAM", "/heartbeat", '{ "partitions": 1}'];
    }

    /// @dev A proxy that the owner deploys and initialises at once.
    function _proxy(address implementation, bytes memory data) internal returns (address) {
        vm.prank(owner);
        return address(new ERC1967Proxy(implementation, data));
    }

    /// @dev Tokens, and all managers' permission to take them.
    function _fund(address account, uint256 amount) internal {
        vm.prank(dev);
        token.mintTokens(account, amount);
        vm.prank(dev);
        token.addWhitelist(account, address(nodeManager));
        vm.startPrank(account);
        token.approve(address(nodeManager), type(uint256).max);
        token.approve(address(storeManager), type(uint256).max);
        token.approve(address(queryManager), type(uint256).max);
        vm.stopPrank();
    }

    function _join(address node, uint256 amount) internal {
        vm.prank(node);
        nodeManager.join(amount, "https://node.example");
    }

    function _mayPublish(address node) internal view returns (bool) {
        return _mayPublish("/system", node) && _mayPublish("/heartbeat", node);
    }

    function _mayPublish(string memory path, address node) internal view returns (bool) {
        return registry.permitted(
            nodeManager._generateStreamId(path), node, IStreamRegistry.PermissionType.Publish
        );
    }

    function _expectNotAuthorized() internal {
        vm.expectRevert(bytes("AccessControl: NOT_AUTHORIZED"));
    }

    function _expectNotOwner(address caller) internal {
        vm.expectRevert(abi.encodeWithSignature("OwnableUnauthorizedAccount(address)", caller));
    }
}
