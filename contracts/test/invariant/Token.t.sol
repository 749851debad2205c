// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LSAN} from "../../src/logstore/LSAN.sol";
import {RankedAccess} from "../../src/logstore/RankedAccess.sol";
import {LogStoreTest} from "../base/LogStoreTest.sol";
import {Test} from "../base/Test.sol";

/// @dev Buys, moves, burns and withdraws at random, and tries for roles as anybody might.
contract TokenHandler is Test {
    LSAN private immutable _token;
    address private immutable _owner;
    address[] private _actors;

    uint256 public paid;
    uint256 public bought;
    uint256 public minted;
    uint256 public burned;
    uint256 public withdrawn;
    bool public escalated;
    mapping(address => RankedAccess.Role) public expected;

    constructor(LSAN token, address owner, address[] memory actors) {
        (_token, _owner, _actors) = (token, owner, actors);
        expected[owner] = RankedAccess.Role.ADMIN;
    }

    function _actor(uint256 i) private view returns (address) {
        return _actors[i % _actors.length];
    }

    function mint(uint256 who, uint256 value) external {
        address actor = _actor(who);
        uint256 unit = _token.price();
        value = bound(value, unit, unit * 1e6);
        vm.deal(actor, value);
        vm.prank(actor);
        _token.mint{value: value}();
        bought += value / unit;
        paid += value - value % unit;
        assertEq(actor.balance, value % unit);
    }

    function setPrice(uint256 weiPerByte, uint256 multiplier) external {
        vm.startPrank(_owner);
        _token.setWeiPerByte(bound(weiPerByte, 1, 1e12));
        _token.setMultipler(bound(multiplier, 1, 1000));
        vm.stopPrank();
    }

    function setMintCap(uint256 cap) external {
        vm.prank(_owner);
        _token.setMintCap(bound(cap, 0, 1e24));
    }

    function mintByRole(uint256 who, uint256 amount) external {
        address actor = _actor(who);
        uint256 cap = _token.mintCap();
        uint256 already = _token.mintedByRole();
        amount = bound(amount, 0, 1e23);
        bool allowed = expected[actor] >= RankedAccess.Role.DEV && already + amount <= cap;
        vm.prank(actor);
        try _token.mintTokens(actor, amount) {
            if (!allowed && amount > 0) escalated = true;
            minted += amount;
        } catch {
            assertFalse(allowed);
        }
    }

    function transfer(uint256 from, uint256 to, uint256 amount) external {
        amount = bound(amount, 0, _token.balanceOf(_actor(from)));
        vm.prank(_actor(from));
        _token.transfer(_actor(to), amount);
    }

    function burn(uint256 who, uint256 whose, uint256 amount) external {
        address actor = _actor(who);
        address victim = _actor(whose);
        amount = bound(amount, 0, _token.balanceOf(victim));
        vm.prank(actor);
        try _token.burn(victim, amount) {
            if (expected[actor] < RankedAccess.Role.DEV || (actor != victim && amount > 0)) escalated = true;
            burned += amount;
        } catch {}
    }

    function withdraw(uint256 amount) external {
        amount = bound(amount, 0, _token.balance());
        vm.prank(_owner);
        _token.withdraw(amount);
        withdrawn += amount;
    }

    function grantRole(uint256 who, uint256 to, uint8 role) external {
        RankedAccess.Role r = RankedAccess.Role(role % 4);
        vm.prank(_actor(who));
        try _token.grantRole(r, _actor(to)) {
            if (expected[_actor(who)] != RankedAccess.Role.ADMIN) escalated = true;
            expected[_actor(to)] = r;
        } catch {}
    }

    function revokeRole(uint256 who, uint256 whose) external {
        vm.prank(_actor(who));
        try _token.revokeRole(_actor(whose)) {
            if (expected[_actor(who)] != RankedAccess.Role.ADMIN) escalated = true;
            expected[_actor(whose)] = RankedAccess.Role.USER;
        } catch {}
    }

    function renounceRole(uint256 who, uint256 whose) external {
        vm.prank(_actor(who));
        try _token.renounceRole(_actor(whose)) {
            if (_actor(who) != _actor(whose)) escalated = true;
            expected[_actor(whose)] = RankedAccess.Role.USER;
        } catch {}
    }
}

/// forge-config: default.invariant.runs = 240
contract TokenInvariantTest is LogStoreTest {
    TokenHandler private handler;
    address[] private actors;
    uint256 private suppliedBefore;
    uint256 private mintedBefore;

    function setUp() public override {
        super.setUp();
        actors.push(owner);
        for (uint256 i = 1; i <= 4; i++) {
            actors.push(vm.addr(i));
        }
        vm.startPrank(owner);
        token.revokeRole(dev);
        token.setMintCap(token.mintedByRole() + 1e24);
        vm.stopPrank();
        suppliedBefore = token.totalSupply();
        mintedBefore = token.mintedByRole();
        handler = new TokenHandler(token, owner, actors);
        targetContract(address(handler));
    }

    /// @dev Checked after every call, all of it.
    function invariantToken() public view {
        _checkSupplyAndCoinAreAccountedFor();
        _checkNobodyTakesARole();
    }

    /// @dev Every unit was bought, minted within the cap, or there before; every wei paid
    /// for one is here or in the safe.
    function _checkSupplyAndCoinAreAccountedFor() private view {
        assertEq(token.totalSupply(), suppliedBefore + handler.bought() + handler.minted() - handler.burned());
        assertEq(token.mintedByRole(), mintedBefore + handler.minted());
        assertEq(token.balance() + handler.withdrawn(), handler.paid());
        assertEq(safe.balance, handler.withdrawn());
        assertGe(handler.paid(), handler.bought()); // no unit for less than one wei
    }

    function _checkNobodyTakesARole() private view {
        assertFalse(handler.escalated());
        uint256 admins = 0;
        for (uint256 i = 0; i < actors.length; i++) {
            RankedAccess.Role role = token.roles(actors[i]);
            assertEq(uint256(role), uint256(handler.expected(actors[i])));
            if (role == RankedAccess.Role.ADMIN) admins++;
        }
        assertEq(admins, token.adminCount());
        assertGe(admins, 1);
    }
}
