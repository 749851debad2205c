// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {NodeManager} from "../../src/logstore/NodeManager.sol";
import {Unbonding} from "../../src/logstore/Unbonding.sol";
import {LogStoreTest} from "../base/LogStoreTest.sol";
import {Test} from "../base/Test.sol";

/// @dev Nodes and delegators at random: each actor is both.
contract NodesHandler is Test {
    NodeManager private immutable _nodes;
    address private immutable _owner;
    address private immutable _dev;
    address[] private _actors;

    mapping(address => uint256) public put;

    constructor(NodeManager nodes, address owner, address dev, address[] memory actors) {
        (_nodes, _owner, _dev) = (nodes, owner, dev);
        _actors = actors;
    }

    function _actor(uint256 i) private view returns (address) {
        return _actors[i % _actors.length];
    }

    function _rejected(address node) private view returns (bool) {
        return _nodes.whitelist(node) == NodeManager.WhitelistState.Rejected;
    }

    function _listed(address node) private view returns (bool) {
        (,, uint256 lastSeen,,,) = _nodes.nodes(node);
        return lastSeen > 0;
    }

    function join(uint256 who, uint256 amount) external {
        address actor = _actor(who);
        amount = bound(amount, 1, 3e18);
        bool rejected = _rejected(actor);
        vm.prank(actor);
        if (rejected) vm.expectRevert(bytes("error_notApproved"));
        _nodes.join(amount, "u");
        if (!rejected) put[actor] += amount;
    }

    function leave(uint256 who) external {
        address actor = _actor(who);
        if (!_listed(actor)) return;
        vm.prank(actor);
        _nodes.leave();
    }

    function removeNode(uint256 who) external {
        address actor = _actor(who);
        if (!_listed(actor)) return;
        vm.prank(actor);
        _nodes.removeNode();
    }

    function kickOrApprove(uint256 who) external {
        address actor = _actor(who);
        bool kick = !_rejected(actor) && _listed(actor) && who % 3 == 0;
        vm.prank(_dev);
        if (kick) _nodes.kickNode(actor);
        else _nodes.whitelistApproveNode(actor);
    }

    function stake(uint256 who, uint256 amount) external {
        address actor = _actor(who);
        amount = bound(amount, 1, 3e18);
        vm.prank(actor);
        _nodes.stake(amount);
        put[actor] += amount;
    }

    function delegate(uint256 who, uint256 to, uint256 amount) external {
        address actor = _actor(who);
        uint256 most = _nodes.withdrawable(actor);
        if (most == 0 || !_listed(_actor(to))) return;
        vm.prank(actor);
        _nodes.delegate(bound(amount, 1, most), _actor(to));
    }

    function stakeAndDelegate(uint256 who, uint256 to, uint256 amount) external {
        address actor = _actor(who);
        if (!_listed(_actor(to))) return;
        amount = bound(amount, 1, 3e18);
        vm.prank(actor);
        _nodes.stakeAndDelegate(amount, _actor(to));
        put[actor] += amount;
    }

    /// @dev Also from nodes that left or were kicked.
    function undelegate(uint256 who, uint256 from, uint256 amount) external {
        address actor = _actor(who);
        uint256 most = _nodes.delegatesOf(actor, _actor(from));
        if (most == 0) return;
        vm.prank(actor);
        _nodes.undelegate(bound(amount, 1, most), _actor(from));
    }

    function undelegateWithdraw(uint256 who, uint256 from, uint256 amount) external {
        address actor = _actor(who);
        uint256 most = _nodes.delegatesOf(actor, _actor(from));
        if (most == 0) return;
        vm.prank(actor);
        _nodes.undelegateWithdraw(bound(amount, 1, most), _actor(from));
    }

    function withdraw(uint256 who, uint256 amount) external {
        address actor = _actor(who);
        amount = bound(amount, 0, _nodes.withdrawable(actor));
        vm.prank(actor);
        _nodes.withdraw(amount);
    }

    function withdrawTooMuch(uint256 who, uint256 more) external {
        address actor = _actor(who);
        uint256 most = _nodes.withdrawable(actor);
        vm.prank(actor);
        vm.expectRevert(bytes("error_notEnoughStake"));
        _nodes.withdraw(most + bound(more, 1, 1e18));
    }

    function passTime(uint256 time) external {
        _pass(bound(time, 1, 3 days));
    }

    function setPeriod(uint256 period) external {
        vm.prank(_owner);
        _nodes.setUnbondingPeriod(period % 4 == 0 ? 0 : bound(period, 1, 10 days));
    }
}

/// forge-config: default.invariant.runs = 80
contract NodesInvariantTest is LogStoreTest {
    uint256 private constant FUNDS = 1e30;
    NodesHandler private handler;
    address[] private actors;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 1; i <= 4; i++) {
            actors.push(vm.addr(i));
            _fund(vm.addr(i), FUNDS);
        }
        handler = new NodesHandler(nodeManager, owner, dev, actors);
        targetContract(address(handler));
    }

    /// @dev Checked after every call, all of it.
    function invariantNodes() public view {
        _checkTheBooksAddUp();
        _checkNobodyGainsOrLoses();
        _checkQueuesHoldWhatWaits();
        _checkOnlyStakedNodesPublishAndRejectedOnesAreGone();
        _checkTheListIsWhole();
    }

    /// @dev Tokens, total and books are one and the same sum.
    function _checkTheBooksAddUp() private view {
        uint256 sum = nodeManager.treasurySupply();
        for (uint256 i = 0; i < actors.length; i++) {
            sum += nodeManager.balanceOf(actors[i]) + nodeManager.nodeStake(actors[i]);
            uint256 delegated = 0;
            for (uint256 j = 0; j < actors.length; j++) {
                delegated += nodeManager.delegatesOf(actors[j], actors[i]);
            }
            assertEq(delegated, nodeManager.nodeStake(actors[i]), "delegations = stake of the node");
        }
        assertEq(sum, nodeManager.totalSupply(), "books = total");
        assertEq(sum, token.balanceOf(address(nodeManager)), "books = tokens");
    }

    /// @dev Everybody has exactly what he put in, here or withdrawn.
    function _checkNobodyGainsOrLoses() private view {
        for (uint256 i = 0; i < actors.length; i++) {
            uint256 here = nodeManager.balanceOf(actors[i]);
            for (uint256 j = 0; j < actors.length; j++) {
                here += nodeManager.delegatesOf(actors[i], actors[j]);
            }
            uint256 withdrawn = token.balanceOf(actors[i]) + handler.put(actors[i]) - FUNDS;
            assertEq(here + withdrawn, handler.put(actors[i]), "here + withdrawn = put in");
        }
    }

    function _checkQueuesHoldWhatWaits() private view {
        for (uint256 i = 0; i < actors.length; i++) {
            Unbonding.Entry[] memory entries = nodeManager.unbonding(actors[i]);
            assertLe(entries.length, 32, "queue is short");
            uint256 waits = 0;
            for (uint256 j = 0; j < entries.length; j++) {
                if (entries[j].releaseTime > _now()) waits += entries[j].amount;
            }
            assertEq(nodeManager.withdrawable(actors[i]) + waits, nodeManager.balanceOf(actors[i]));
        }
    }

    function _checkOnlyStakedNodesPublishAndRejectedOnesAreGone() private view {
        for (uint256 i = 0; i < actors.length; i++) {
            bool staked = nodeManager.isStaked(actors[i]);
            assertEq(_mayPublish("/system", actors[i]), staked);
            assertEq(_mayPublish("/heartbeat", actors[i]), staked);
            (,, uint256 lastSeen,,,) = nodeManager.nodes(actors[i]);
            if (nodeManager.whitelist(actors[i]) == NodeManager.WhitelistState.Rejected) assertEq(lastSeen, 0);
            if (lastSeen == 0) assertFalse(staked);
        }
    }

    function _checkTheListIsWhole() private view {
        address[] memory all = nodeManager.nodeAddresses();
        assertEq(all.length, nodeManager.totalNodes());
        address previous = address(0);
        for (uint256 i = 0; i < all.length; i++) {
            (uint256 index,, uint256 lastSeen, address next, address prev,) = nodeManager.nodes(all[i]);
            assertEq(index, i);
            assertGt(lastSeen, 0);
            assertEq(prev, previous);
            assertEq(next, i + 1 < all.length ? all[i + 1] : address(0));
            previous = all[i];
        }
        assertEq(nodeManager.startBlockNumber() == 0, all.length == 0);
        assertEq(reportManager.getReporters().length <= all.length, true);
    }
}
