// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LSAN} from "../../src/logstore/LSAN.sol";
import {QueryManager} from "../../src/logstore/QueryManager.sol";
import {StoreManager} from "../../src/logstore/StoreManager.sol";
import {LogStoreTest} from "../base/LogStoreTest.sol";
import {Test} from "../base/Test.sol";

/// @dev Stakes and captures at random, as all who may would do.
contract StakesHandler is Test {
    StoreManager private immutable _stores;
    QueryManager private immutable _queries;
    address private immutable _parent;
    address[] private _actors;
    string[] private _streams;

    mapping(address => uint256) public putOnStores;
    mapping(address => uint256) public putOnQueries;
    uint256 public capturedFromStores;
    uint256 public capturedFromQueries;

    constructor(
        StoreManager stores,
        QueryManager queries,
        address parent,
        address[] memory actors,
        string[] memory streams
    ) {
        (_stores, _queries, _parent) = (stores, queries, parent);
        _actors = actors;
        _streams = streams;
    }

    function _size(uint256 amount, uint256 bits) private pure returns (uint256) {
        return bound(amount, 1, uint256(1) << (bits % 116 + 1));
    }

    function stakeOnStream(uint256 who, uint256 stream, uint256 amount, uint256 bits) external {
        address actor = _actors[who % _actors.length];
        amount = _size(amount, bits);
        vm.prank(actor);
        _stores.stake(_streams[stream % _streams.length], amount);
        putOnStores[actor] += amount;
    }

    function captureFromStream(uint256 stream, uint256 amount, uint256 bits) external {
        vm.prank(_parent);
        capturedFromStores += _stores.capture(_streams[stream % _streams.length], _size(amount, bits), 1);
    }

    /// @dev All but a crumb, or all.
    function drainStream(uint256 stream, uint256 crumb) external {
        string memory id = _streams[stream % _streams.length];
        uint256 left = _stores.stores(id);
        crumb = crumb % 4;
        vm.prank(_parent);
        capturedFromStores += _stores.capture(id, left > crumb ? left - crumb : left, 1);
    }

    function stakeForQueries(uint256 who, uint256 amount, uint256 bits) external {
        address actor = _actors[who % _actors.length];
        amount = _size(amount, bits);
        vm.prank(actor);
        _queries.stake(amount);
        putOnQueries[actor] += amount;
    }

    function captureFromConsumer(uint256 who, uint256 amount, uint256 bits) external {
        vm.prank(_parent);
        capturedFromQueries += _queries.capture(_actors[who % _actors.length], _size(amount, bits), 1);
    }
}

/// forge-config: default.invariant.runs = 100
contract StakesInvariantTest is LogStoreTest {
    StakesHandler private handler;
    address[] private actors;
    string[] private streams;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 1; i <= 5; i++) {
            actors.push(vm.addr(i));
            _fund(vm.addr(i), 1e40);
        }
        streams.push(STREAM);
        streams.push(OTHER_STREAM);
        handler = new StakesHandler(storeManager, queryManager, address(nodeManager), actors, streams);
        targetContract(address(handler));
    }

    /// @dev Checked after every call, all of it.
    function invariantStakes() public view {
        _checkStoresAddUpExactly();
        _checkNobodyGains();
        _checkQueriesAddUpExactly();
    }

    /// @dev Tokens, total, stores and balances are one and the same sum.
    function _checkStoresAddUpExactly() private view {
        uint256 inStores = 0;
        uint256 live = 0;
        for (uint256 s = 0; s < streams.length; s++) {
            uint256 ofHolders = 0;
            for (uint256 i = 0; i < actors.length; i++) {
                ofHolders += storeManager.storeBalanceOf(actors[i], streams[s]);
            }
            uint256 stake = storeManager.stores(streams[s]);
            assertEq(ofHolders, stake, "holders = store");
            inStores += stake;
            if (stake > 0) live++;
        }
        assertEq(inStores, storeManager.totalSupply(), "stores = total");
        assertEq(inStores, token.balanceOf(address(storeManager)), "stores = tokens");
        assertEq(live, storeManager.storeCount(), "the list holds what has stake");
        (string[] memory ids, uint256[] memory stakes) = storeManager.storePage(0, 9);
        for (uint256 i = 0; i < ids.length; i++) {
            assertEq(stakes[i], storeManager.stores(ids[i]));
            assertGt(stakes[i], 0);
        }
    }

    /// @dev Nobody has more than he put in, and what is gone was captured.
    function _checkNobodyGains() private view {
        uint256 put = 0;
        for (uint256 i = 0; i < actors.length; i++) {
            uint256 his = handler.putOnStores(actors[i]);
            assertLe(storeManager.balanceOf(actors[i]), his, "balance <= what he put in");
            put += his;
        }
        assertEq(put, storeManager.totalSupply() + handler.capturedFromStores(), "put in = left + captured");
    }

    function _checkQueriesAddUpExactly() private view {
        uint256 left = 0;
        uint256 put = 0;
        for (uint256 i = 0; i < actors.length; i++) {
            uint256 balance = queryManager.balanceOf(actors[i]);
            assertLe(balance, handler.putOnQueries(actors[i]), "balance <= what he put in");
            left += balance;
            put += handler.putOnQueries(actors[i]);
        }
        assertEq(left, queryManager.totalSupply(), "balances = total");
        assertEq(left, token.balanceOf(address(queryManager)), "balances = tokens");
        assertEq(put, left + handler.capturedFromQueries(), "put in = left + captured");
    }
}
