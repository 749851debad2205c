// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LSAN} from "../src/logstore/LSAN.sol";
import {LogStoreProxied} from "../src/logstore/LogStoreProxied.sol";
import {NodeManager} from "../src/logstore/NodeManager.sol";
import {QueryManager} from "../src/logstore/QueryManager.sol";
import {ReportManager} from "../src/logstore/ReportManager.sol";
import {StoreManager} from "../src/logstore/StoreManager.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";

interface Versioned {
    function version() external pure returns (uint256);
}

contract LSANV2 is LSAN {
    function version() external pure returns (uint256) {
        return 2;
    }
}

contract StoreManagerV2 is StoreManager {
    function version() external pure returns (uint256) {
        return 2;
    }
}

contract QueryManagerV2 is QueryManager {
    function version() external pure returns (uint256) {
        return 2;
    }
}

contract ReportManagerV2 is ReportManager {
    function version() external pure returns (uint256) {
        return 2;
    }
}

contract NodeManagerV2 is NodeManager {
    function version() external pure returns (uint256) {
        return 2;
    }
}

contract UpgradesTest is LogStoreTest {
    function _all() private view returns (address[5] memory) {
        return [
            address(token), address(nodeManager), address(storeManager), address(queryManager), address(reportManager)
        ];
    }

    function _codes() private returns (address[5] memory) {
        return [
            address(new LSANV2()),
            address(new NodeManagerV2()),
            address(new StoreManagerV2()),
            address(new QueryManagerV2()),
            address(new ReportManagerV2())
        ];
    }

    /// @dev What is asked of the contracts before and after.
    function _questions() private view returns (address[] memory whom, bytes[] memory what) {
        whom = new address[](47);
        what = new bytes[](47);
        uint256 n = 0;
        for (uint256 i = 0; i < 5; i++) {
            (whom[n], what[n++]) = (_all()[i], abi.encodeCall(token.owner, ()));
        }
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.name, ()));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.totalSupply, ()));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.balanceOf, (alice)));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.allowance, (alice, address(storeManager))));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.price, ()));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.minimumDeposit, ()));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.SAFE_ADDRESS, ()));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.mintCap, ()));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.mintedByRole, ()));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.roles, (dev)));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.adminCount, ()));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.isPermitted, (alice, address(nodeManager))));
        (whom[n], what[n++]) = (address(token), abi.encodeCall(token.isPermitted, (stranger, address(nodeManager))));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.nodes, (bob)));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.nodeAddresses, ()));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.balanceOf, (alice)));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.unbonding, (alice)));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.delegatesOf, (alice, bob)));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.totalSupply, ()));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.getAllStreams, ()));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.roles, (dev)));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.unbondingPeriod, ()));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.storeManager, ()));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.queryManager, ()));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.reportManager, ()));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.startBlockNumber, ()));
        (whom[n], what[n++]) = (address(nodeManager), abi.encodeCall(nodeManager.whitelist, (carol)));
        (whom[n], what[n++]) = (address(storeManager), abi.encodeCall(storeManager.parent, ()));
        (whom[n], what[n++]) = (address(storeManager), abi.encodeCall(storeManager.storePage, (0, 9)));
        (whom[n], what[n++]) = (address(storeManager), abi.encodeCall(storeManager.storeBalanceOf, (alice, STREAM)));
        (whom[n], what[n++]) = (address(storeManager), abi.encodeCall(storeManager.storeBalanceOf, (bob, STREAM)));
        (whom[n], what[n++]) = (address(storeManager), abi.encodeCall(storeManager.balanceOf, (alice)));
        (whom[n], what[n++]) = (address(storeManager), abi.encodeCall(storeManager.totalSupply, ()));
        (whom[n], what[n++]) = (address(storeManager), abi.encodeCall(storeManager.storeStakeholders, (STREAM, 1)));
        (whom[n], what[n++]) = (address(queryManager), abi.encodeCall(queryManager.parent, ()));
        (whom[n], what[n++]) = (address(queryManager), abi.encodeCall(queryManager.stakeTokenAddress, ()));
        (whom[n], what[n++]) = (address(queryManager), abi.encodeCall(queryManager.balanceOf, (alice)));
        (whom[n], what[n++]) = (address(queryManager), abi.encodeCall(queryManager.totalSupply, ()));
        (whom[n], what[n++]) = (address(reportManager), abi.encodeCall(reportManager.parent, ()));
        (whom[n], what[n++]) = (address(reportManager), abi.encodeCall(reportManager.reportTimeBuffer, ()));
        (whom[n], what[n++]) = (address(reportManager), abi.encodeCall(reportManager.getReporters, ()));
        (whom[n], what[n++]) = (address(reportManager), abi.encodeCall(reportManager.blockTimestamp, ()));
        assertEq(n, whom.length);
    }

    function _answers() private view returns (bytes[] memory answers) {
        (address[] memory whom, bytes[] memory what) = _questions();
        answers = new bytes[](whom.length);
        for (uint256 i = 0; i < whom.length; i++) {
            (bool done, bytes memory answer) = whom[i].staticcall(what[i]);
            assertTrue(done);
            answers[i] = answer;
        }
    }

    function testStateSurvivesAnUpgrade() public {
        _join(carol, 2e18);
        _join(bob, 2e18);
        vm.startPrank(alice);
        nodeManager.stakeAndDelegate(5e18, bob);
        nodeManager.undelegate(1e18, bob);
        storeManager.stake(STREAM, 100);
        storeManager.stake(OTHER_STREAM, 7);
        queryManager.stake(55);
        vm.stopPrank();
        vm.prank(bob);
        storeManager.stake(STREAM, 33);
        vm.prank(address(nodeManager));
        storeManager.capture(STREAM, 50, 1);
        vm.prank(dev);
        nodeManager.kickNode(carol);

        bytes[] memory before = _answers();
        address[5] memory proxies = _all();
        address[5] memory codes = _codes();
        for (uint256 i = 0; i < 5; i++) {
            vm.prank(owner);
            LogStoreProxied(proxies[i]).upgradeToAndCall(codes[i], "");
            assertEq(Versioned(proxies[i]).version(), 2);
        }
        bytes[] memory afterwards = _answers();
        for (uint256 i = 0; i < before.length; i++) {
            assertEq(before[i], afterwards[i]);
        }
        vm.prank(alice); // and it works on
        storeManager.stake(STREAM, 1);
        vm.prank(alice);
        nodeManager.undelegate(4e18, bob);
    }

    function testStrangersDoNotUpgrade() public {
        address[5] memory proxies = _all();
        address[5] memory codes = _codes();
        address[3] memory callers = [stranger, dev, address(nodeManager)];
        for (uint256 i = 0; i < 5; i++) {
            for (uint256 j = 0; j < callers.length; j++) {
                vm.startPrank(callers[j]);
                _expectNotOwner(callers[j]);
                LogStoreProxied(proxies[i]).upgradeToAndCall(codes[i], "");
                _expectNotOwner(callers[j]);
                LogStoreProxied(proxies[i]).upgradeTo(codes[i]);
                vm.stopPrank();
            }
        }
    }

    function testUpgradeToIsTheSame() public {
        address[5] memory codes = _codes();
        vm.startPrank(owner);
        storeManager.upgradeTo(codes[2]);
        assertEq(Versioned(address(storeManager)).version(), 2);
        vm.expectRevert(); // not an implementation
        storeManager.upgradeTo(address(registry));
    }

    function testNothingIsInitialisedTwice() public {
        bytes4 invalid = bytes4(keccak256("InvalidInitialization()"));
        LSAN[2] memory tokens = [token, new LSAN()];
        NodeManager[2] memory nodes = [nodeManager, new NodeManager()];
        StoreManager[2] memory stores = [storeManager, new StoreManager()];
        QueryManager[2] memory queries = [queryManager, new QueryManager()];
        ReportManager[2] memory reports = [reportManager, new ReportManager()];
        address[] memory none = new address[](0);
        // The proxy first, then a bare implementation.
        for (uint256 i = 0; i < 2; i++) {
            vm.expectRevert(invalid);
            tokens[i].initialize(stranger, 1, none, new address[][](0));
            vm.expectRevert(invalid);
            nodes[i].initialize(stranger, false, stranger, 1, stranger, none, new string[](0), new string[3][](0));
            vm.expectRevert(invalid);
            stores[i].initialize(stranger, stranger, stranger, stranger);
            vm.expectRevert(invalid);
            queries[i].initialize(stranger, stranger, stranger);
            vm.expectRevert(invalid);
            reports[i].initialize(stranger, stranger, 1, 0);
        }
    }

    function testAChainTakesTheCode() public {
        address[5] memory codes = [
            address(new LSAN()),
            address(new NodeManager()),
            address(new StoreManager()),
            address(new QueryManager()),
            address(new ReportManager())
        ];
        for (uint256 i = 0; i < 5; i++) {
            assertLe(codes[i].code.length, 24_576, "deployed size");
        }
    }

    /// @dev State lies where ERC-7201 puts the names that the structs are annotated with.
    function testNamespacesAreWhereTheyAreSaidToBe() public {
        _join(bob, 2e18);
        assertEq(_at(address(token), _slot("logstore.LSAN")), uint256(uint160(safe)));
        assertEq(_at(address(token), _slot("logstore.RankedAccess") + 1), 1);
        bytes32 listed = keccak256(abi.encode(address(nodeManager), _slot("logstore.TransferRules")));
        assertEq(_at(address(token), uint256(listed)), 1);
        assertEq(_at(address(storeManager), _slot("logstore.StakeHolding")), uint256(uint160(address(token))));
        assertEq(_at(address(storeManager), _slot("logstore.StoreManager")), uint256(uint160(address(registry))));
        vm.prank(alice);
        queryManager.stake(5);
        bytes32 balance = keccak256(abi.encode(alice, _slot("logstore.QueryManager")));
        assertEq(_at(address(queryManager), uint256(balance)), 5);
        assertEq(_at(address(nodeManager), _slot("logstore.NodeList") + 1), uint256(uint160(bob)));
        assertEq(_at(address(nodeManager), _slot("logstore.SystemStreams")), uint256(uint160(address(registry))));
        assertEq(_at(address(nodeManager), _slot("logstore.NodeManager") + 1), STAKE_REQUIRED);
        assertEq(
            _at(address(reportManager), _slot("logstore.ReportManager")), uint256(uint160(address(nodeManager)))
        );
    }

    function _slot(string memory name) private pure returns (uint256) {
        return uint256(keccak256(abi.encode(uint256(keccak256(bytes(name))) - 1))) & ~uint256(0xff);
    }

    function _at(address account, uint256 slot) private view returns (uint256) {
        return uint256(vm.load(account, bytes32(slot)));
    }
}
