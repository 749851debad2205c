// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";
import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {LSAN} from "../src/logstore/LSAN.sol";
import {NodeManager} from "../src/logstore/NodeManager.sol";
import {QueryManager} from "../src/logstore/QueryManager.sol";
import {RankedAccess} from "../src/logstore/RankedAccess.sol";
import {ReportManager} from "../src/logstore/ReportManager.sol";
import {StoreManager} from "../src/logstore/StoreManager.sol";
import {LogStoreTest} from "./base/LogStoreTest.sol";
import {Vm} from "./base/Test.sol";
import {StandInStreamRegistry} from "./base/StandInStreamRegistry.sol";

/// @dev A token that calls its sender's hook before it moves anything.
contract HookedToken is ERC20("Hooked", "HOOK") {
    function give(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) public override returns (bool) {
        if (from.code.length > 0) Reentrant(from).onTransfer();
        return super.transferFrom(from, to, amount);
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        if (to.code.length > 0) Reentrant(to).onTransfer();
        return super.transfer(to, amount);
    }
}

/// @dev Does again, from within the hook, what it is doing.
contract Reentrant {
    address private _target;
    bytes private _data;
    bool public entered;
    bytes public refusal;

    function run(address target, bytes calldata data) external {
        (_target, _data) = (target, data);
        entered = false;
        (bool done,) = target.call(data);
        require(done, "outer call failed");
    }

    function approve(ERC20 token, address spender) external {
        token.approve(spender, type(uint256).max);
    }

    function onTransfer() external {
        (entered, refusal) = _target.call(_data);
    }
}

/// @dev A treasury that does something when coin arrives: more than 2300 gas allow.
contract ContractWallet {
    uint256 public received;
    uint256 public times;

    receive() external payable {
        received += msg.value;
        times++;
    }
}

/// @dev Cannot take coin back.
contract CoinlessBuyer {
    function buy(LSAN token) external payable {
        token.mint{value: msg.value}();
    }
}

/// @dev One story for each defect of the original contracts that concerns these: what went
/// wrong there, and does not here. The numbers are those of the list of known defects.
contract DefectsTest is LogStoreTest {
    function _stake(address who, uint256 amount) private {
        vm.prank(who);
        storeManager.stake(STREAM, amount);
    }

    function _capture(uint256 amount) private returns (uint256) {
        vm.prank(address(nodeManager));
        return storeManager.capture(STREAM, amount, 1);
    }

    /// @dev 1: anybody could take anybody's role.
    function testDefect01AStrangerTakesNobodysRole() public {
        vm.startPrank(stranger);
        _expectNotAuthorized();
        token.revokeRole(owner);
        _expectNotAuthorized();
        nodeManager.revokeRole(owner);
        vm.stopPrank();
        vm.startPrank(owner);
        token.mintTokens(alice, 1);
        nodeManager.upsertNodeAdmin(alice, "");
        nodeManager.kickNode(alice);
    }

    /// @dev 2: a node that left took its delegators' stakes with it for ever.
    function testDefect02ADelegatorOutlivesTheNode() public {
        _join(bob, 2e18);
        vm.prank(alice);
        nodeManager.stakeAndDelegate(5e18, bob);
        vm.prank(bob);
        nodeManager.leave();
        assertEq(nodeManager.nodeStake(bob), 5e18);
        assertFalse(nodeManager.isStaked(bob));
        vm.prank(alice);
        nodeManager.undelegate(2e18, bob);
        _join(bob, 1e18);
        assertEq(nodeManager.nodeStake(bob), 4e18);
        vm.prank(dev);
        nodeManager.kickNode(bob);
        vm.startPrank(alice);
        nodeManager.undelegate(3e18, bob);
        _pass(PERIOD);
        nodeManager.withdraw(5e18);
        assertEq(token.balanceOf(alice), 1000e18);
        assertEq(nodeManager.nodeStake(bob), 1e18);
        vm.stopPrank();
        vm.startPrank(bob); // and the kicked node gets his own
        nodeManager.undelegate(1e18, bob);
        _pass(PERIOD);
        nodeManager.withdraw(3e18);
        assertEq(token.balanceOf(bob), 1000e18);
        assertEq(nodeManager.totalSupply(), 0);
    }

    /// @dev A node that comes back to delegations that are enough is staked at once.
    function testDefect02AReturningNodeFindsItsDelegations() public {
        _join(bob, 2e18);
        vm.prank(alice);
        nodeManager.stakeAndDelegate(5e18, bob);
        vm.startPrank(bob);
        nodeManager.leave();
        assertFalse(_mayPublish(bob));
        nodeManager.upsertNode("again");
        assertTrue(nodeManager.isStaked(bob));
        assertTrue(_mayPublish(bob));
    }

    /// @dev 4: with two stakers nobody was charged at first, then both in full.
    function testDefect04TwoStakersBearTheFeesTogether() public {
        _stake(alice, 50);
        _stake(bob, 50);
        _capture(60);
        assertEq(storeManager.storeBalanceOf(alice, STREAM), 20);
        assertEq(storeManager.storeBalanceOf(bob, STREAM), 20);
        _capture(10);
        assertEq(storeManager.storeBalanceOf(alice, STREAM), 15);
        assertEq(storeManager.storeBalanceOf(bob, STREAM), 15);
        _capture(1);
        uint256 left = storeManager.storeBalanceOf(alice, STREAM) + storeManager.storeBalanceOf(bob, STREAM);
        assertEq(left, storeManager.stores(STREAM));
        assertEq(storeManager.balanceOf(alice) + storeManager.balanceOf(bob), token.balanceOf(address(storeManager)));
    }

    /// @dev 5: when one staker was used up, the others dropped out of later captures.
    function testDefect05ASmallStakerUsedUpLeavesTheOthersInPlace() public {
        _stake(alice, 1);
        _stake(bob, 100);
        _stake(carol, 100);
        _capture(190);
        assertEq(storeManager.storeBalanceOf(alice, STREAM), 0);
        _capture(5);
        uint256 b = storeManager.storeBalanceOf(bob, STREAM);
        uint256 c = storeManager.storeBalanceOf(carol, STREAM);
        assertEq(b + c, 6);
        assertEq(b, 3);
        assertEq(storeManager.storeStakeholders(STREAM, 1), bob);
        assertEq(storeManager.storeStakeholders(STREAM, 2), carol);
    }

    /// @dev 6 and 7: one empty stream or consumer stopped a whole report, and the books
    /// took more than had arrived.
    function testDefect06And07CaptureOfNothingTakesNothingAndSaysSo() public {
        vm.recordLogs();
        assertEq(_capture(10), 0);
        assertEq(vm.getRecordedLogs().length, 3); // two overflows, and the bytes stored
        vm.prank(address(nodeManager));
        assertEq(queryManager.capture(alice, 10, 1), 0);
        _stake(alice, 4);
        assertEq(_capture(10), 4);
        assertEq(_capture(10), 0);
        assertEq(token.balanceOf(address(nodeManager)), 4);
    }

    /// @dev 10 and 15: free nodes counted as reporters, and without nodes the list
    /// reverted.
    function testDefect10And15OnlyStakedNodesReportAndNoneIsNoError() public {
        assertEq(reportManager.getReporters().length, 0);
        vm.prank(stranger);
        nodeManager.upsertNode("free");
        assertEq(reportManager.getReporters().length, 0);
        _join(alice, STAKE_REQUIRED);
        assertEq(reportManager.getReporters().length, 1);
    }

    /// @dev 14: a turn of no length sent the search for it into an endless loop.
    function testDefect14ATurnHasALength() public {
        vm.prank(owner);
        vm.expectRevert(ReportManager.BufferNotPositive.selector);
        reportManager.setReportTimeBuffer(0);
    }

    /// @dev 19: with multiplier 3 a third of the price bought nothing and was kept.
    function testDefect19NobodyPaysForNothing() public {
        vm.startPrank(owner);
        token.setWeiPerByte(3000);
        token.setMultipler(3);
        vm.stopPrank();
        vm.deal(alice, 9000 + 8999);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(LSAN.DepositTooSmall.selector, 3000, 9000));
        token.mint{value: 3000}();
        token.mint{value: 9000 + 8999}();
        assertEq(token.balanceOf(alice), 1000e18 + 1);
        assertEq(alice.balance, 8999);
        assertEq(address(token).balance, 9000);
    }

    function testDefect19ABuyerThatTakesNoCoinBackKeepsItAll() public {
        CoinlessBuyer buyer = new CoinlessBuyer();
        vm.deal(alice, 1 ether);
        vm.startPrank(alice);
        vm.expectRevert(abi.encodeWithSelector(LSAN.CoinNotTaken.selector, address(buyer), 1));
        buyer.buy{value: WEI_PER_BYTE + 1}(token);
        buyer.buy{value: WEI_PER_BYTE}(token);
        assertEq(token.balanceOf(address(buyer)), 1);
    }

    /// @dev 20: the treasury could be neither a contract wallet nor another one later.
    function testDefect20TheTreasuryMayBeAContractAndMayChange() public {
        ContractWallet wallet = new ContractWallet();
        vm.deal(alice, 2 ether);
        vm.prank(alice);
        token.mint{value: 2 ether}();
        vm.startPrank(owner);
        token.setSafeAddress(address(wallet));
        token.withdraw(1 ether);
        assertEq(wallet.received(), 1 ether);
        token.setSafeAddress(address(registry)); // takes no coin
        vm.expectRevert(abi.encodeWithSelector(LSAN.CoinNotTaken.selector, address(registry), 1 ether));
        token.withdraw(1 ether);
        assertEq(token.balance(), 1 ether);
    }

    /// @dev 21: a DEV burned anybody's tokens and minted without limit.
    function testDefect21ADevBurnsOnlyWhatHeMay() public {
        vm.prank(dev);
        vm.expectRevert(abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, dev, 0, 5));
        token.burn(alice, 5);
        vm.prank(alice);
        token.approve(dev, 5);
        vm.startPrank(dev);
        token.burn(alice, 5);
        token.mintTokens(dev, 3);
        token.burn(dev, 3);
        assertEq(token.balanceOf(alice), 1000e18 - 5);
        assertEq(token.balanceOf(dev), 0);
    }

    function testDefect21ADevMintsWithinTheCapOnly() public {
        LSAN fresh = LSAN(
            _proxy(
                address(new LSAN()), abi.encodeCall(LSAN.initialize, (safe, 1, new address[](0), new address[][](0)))
            )
        );
        address[] memory two = new address[](2);
        (two[0], two[1]) = (alice, bob);
        vm.startPrank(owner);
        vm.expectRevert(abi.encodeWithSelector(LSAN.MintCapExceeded.selector, 1, 0));
        fresh.mintTokens(alice, 1);
        fresh.setMintCap(10);
        fresh.mintTokens(alice, 4);
        fresh.mintManyTokens(two, 2);
        vm.expectRevert(abi.encodeWithSelector(LSAN.MintCapExceeded.selector, 4, 2));
        fresh.mintManyTokens(two, 2);
        fresh.burn(owner, 0);
        assertEq(fresh.mintedByRole(), 8);
        fresh.setMintCap(5); // below what was minted: nothing more
        vm.expectRevert(abi.encodeWithSelector(LSAN.MintCapExceeded.selector, 1, 0));
        fresh.mintTokens(alice, 1);
        vm.expectRevert();
        fresh.mintManyTokens(two, type(uint256).max);
    }

    /// @dev 22: after a removal the indexes of later nodes were wrong, and putting them
    /// right would have walked over all of them.
    function testDefect22IndexesFollowARemoval() public {
        for (uint256 i = 1; i <= 4; i++) {
            vm.prank(vm.addr(i));
            nodeManager.upsertNode("u");
        }
        vm.prank(vm.addr(2));
        nodeManager.removeNode();
        vm.prank(vm.addr(5));
        nodeManager.upsertNode("u");
        uint256[4] memory who = [uint256(1), 3, 4, 5];
        for (uint256 i = 0; i < 4; i++) {
            (uint256 index,,,,,) = nodeManager.nodes(vm.addr(who[i]));
            assertEq(index, i);
        }
    }

    /// @dev 23: who left or was kicked could go on publishing to the system streams.
    function testDefect23LeavingAndKickingTakeThePermission() public {
        _join(alice, STAKE_REQUIRED);
        _join(bob, STAKE_REQUIRED);
        _join(carol, STAKE_REQUIRED);
        assertTrue(_mayPublish(alice) && _mayPublish(bob) && _mayPublish(carol));
        vm.prank(alice);
        nodeManager.leave();
        vm.prank(dev);
        nodeManager.kickNode(bob);
        vm.prank(carol);
        nodeManager.removeNode();
        assertFalse(_mayPublish("/system", alice) || _mayPublish("/heartbeat", alice));
        assertFalse(_mayPublish("/system", bob) || _mayPublish("/heartbeat", bob));
        assertFalse(_mayPublish("/system", carol) || _mayPublish("/heartbeat", carol));
    }

    /// @dev 24: with the whitelist off a kicked node came back at once.
    function testDefect24ARejectedNodeStaysAway() public {
        _join(bob, STAKE_REQUIRED);
        vm.prank(dev);
        nodeManager.kickNode(bob);
        vm.startPrank(bob);
        vm.expectRevert(bytes("error_notApproved"));
        nodeManager.upsertNode("back");
        vm.expectRevert(bytes("error_notApproved"));
        nodeManager.join(1, "back");
        vm.stopPrank();
        vm.startPrank(dev);
        vm.expectRevert(bytes("error_notApproved"));
        nodeManager.upsertNodeAdmin(bob, "back");
        nodeManager.whitelistApproveNode(bob);
        vm.stopPrank();
        vm.prank(bob);
        nodeManager.upsertNode("back");
    }

    /// @dev 25: a registry that refused, or a stream that was gone, locked all stakes.
    function testDefect25TheStreamRegistryLocksNobodyIn() public {
        _join(alice, STAKE_REQUIRED);
        _join(bob, STAKE_REQUIRED);
        registry.setMood(StandInStreamRegistry.Mood.Refusing);
        vm.prank(alice);
        nodeManager.leave();
        registry.setMood(StandInStreamRegistry.Mood.Burning);
        vm.prank(bob);
        nodeManager.leave{gas: 2_000_000}();
        _pass(PERIOD);
        vm.prank(alice);
        nodeManager.withdraw(STAKE_REQUIRED);
        vm.prank(bob);
        nodeManager.withdraw(STAKE_REQUIRED);
        registry.setMood(StandInStreamRegistry.Mood.Willing);
        assertTrue(_mayPublish(alice));
        nodeManager.refreshPermissions(alice);
        assertFalse(_mayPublish("/system", alice));
    }

    /// @dev 27: nobody was told when a stake had been used up.
    function testDefect27ExhaustionIsToldOnce() public {
        _stake(alice, 10);
        vm.prank(alice);
        queryManager.stake(10);
        assertEq(_count(keccak256("StoreExhausted(string)"), 9, 0), 0);
        assertEq(_count(keccak256("StoreExhausted(string)"), 1, 0), 1);
        assertEq(_count(keccak256("StoreExhausted(string)"), 1, 0), 0);
        assertEq(_count(keccak256("ConsumerExhausted(address)"), 0, 10), 1);
        assertEq(_count(keccak256("ConsumerExhausted(address)"), 0, 10), 0);
        assertFalse(storeManager.exists(STREAM));
    }

    function _count(bytes32 topic, uint256 fromStore, uint256 fromConsumer) private returns (uint256 found) {
        vm.recordLogs();
        vm.startPrank(address(nodeManager));
        storeManager.capture(STREAM, fromStore, 1);
        queryManager.capture(alice, fromConsumer, 1);
        vm.stopPrank();
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; i++) {
            if (logs[i].topics[0] == topic) found++;
        }
    }

    /// @dev 28: a token with hooks could enter the store manager a second time.
    function testDefect28HooksDoNotEnterAgain() public {
        HookedToken hooked = new HookedToken();
        Reentrant actor = new Reentrant();
        hooked.give(address(actor), 100);
        StoreManager stores = StoreManager(
            _proxy(
                address(new StoreManager()),
                abi.encodeCall(StoreManager.initialize, (owner, address(actor), address(hooked), address(registry)))
            )
        );
        QueryManager queries = QueryManager(
            _proxy(
                address(new QueryManager()),
                abi.encodeCall(QueryManager.initialize, (owner, address(actor), address(hooked)))
            )
        );
        NodeManager nodes = NodeManager(
            _proxy(
                address(new NodeManager()),
                abi.encodeCall(
                    NodeManager.initialize,
                    (
                        owner,
                        false,
                        address(hooked),
                        1,
                        address(registry),
                        new address[](0),
                        new string[](0),
                        new string[3][](0)
                    )
                )
            )
        );
        actor.approve(hooked, address(stores));
        actor.approve(hooked, address(queries));
        actor.approve(hooked, address(nodes));
        _runTwice(actor, address(stores), abi.encodeCall(StoreManager.stake, (STREAM, 10)));
        _runTwice(actor, address(stores), abi.encodeCall(StoreManager.capture, (STREAM, 4, 1)));
        _runTwice(actor, address(queries), abi.encodeCall(QueryManager.stake, (10)));
        _runTwice(actor, address(queries), abi.encodeCall(QueryManager.capture, (address(actor), 4, 1)));
        _runTwice(actor, address(nodes), abi.encodeCall(NodeManager.stake, (10)));
        _runTwice(actor, address(nodes), abi.encodeCall(NodeManager.withdraw, (4)));
        _runTwice(actor, address(nodes), abi.encodeCall(NodeManager.join, (1, "u")));
        assertEq(stores.totalSupply(), 6);
        assertEq(queries.totalSupply(), 6);
        assertEq(nodes.totalSupply(), 7);
    }

    function _runTwice(Reentrant actor, address target, bytes memory data) private {
        actor.run(target, data);
        assertFalse(actor.entered());
        assertEq(bytes32(actor.refusal()), bytes32(bytes4(keccak256("ReentrancyGuardReentrantCall()"))));
    }

    /// @dev 29: initial nodes could be given only if the deployer was the owner.
    function testDefect29InitialNodesWhoeverDeploys() public {
        address[] memory nodes = new address[](2);
        (nodes[0], nodes[1]) = (alice, bob);
        string[] memory metadata = new string[](2);
        (metadata[0], metadata[1]) = ("a", "b");
        address code = address(new NodeManager());
        bytes memory data = abi.encodeCall(
            NodeManager.initialize,
            (owner, true, address(token), 1, address(registry), nodes, metadata, _defaultStreams())
        );
        vm.prank(stranger);
        NodeManager fresh = NodeManager(address(new ERC1967Proxy(code, data)));
        assertEq(fresh.owner(), owner);
        assertEq(uint256(fresh.roles(stranger)), uint256(RankedAccess.Role.USER));
        assertEq(fresh.totalNodes(), 2);
        assertEq(fresh.nodeAddresses()[1], bob);
    }

    /// @dev 30: a contract in production could have its clock stopped.
    function testDefect30TheClockStandsStillOnTestChainsOnly() public {
        address code = address(new ReportManager());
        bytes memory data = abi.encodeCall(ReportManager.initialize, (owner, address(nodeManager), 1, 1_600_000_000));
        vm.chainId(137);
        vm.expectRevert(abi.encodeWithSelector(ReportManager.NotATestChain.selector, 137));
        new ERC1967Proxy(code, data);
        vm.chainId(1337);
        _proxy(code, data);
        vm.chainId(31337);
        ReportManager fresh = ReportManager(_proxy(code, data));
        assertEq(fresh.blockTimestamp(), 1_600_000_000 * 1000 * 1e10);
    }
}
