// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {Fenwick} from "../src/logstore/Fenwick.sol";
import {StakePool} from "../src/logstore/StakePool.sol";
import {Test} from "./base/Test.sol";

contract StakePoolTest is Test {
    using StakePool for StakePool.Pool;
    using Fenwick for Fenwick.Tree;

    StakePool.Pool private pool;
    Fenwick.Tree private tree;
    uint256[] private plain;

    function _holder(uint256 i) private pure returns (address) {
        return address(uint160(0x1000 + i));
    }

    function _balances(uint256 holders) private view returns (uint256[] memory balances) {
        balances = new uint256[](holders);
        for (uint256 i = 0; i < holders; i++) {
            balances[i] = pool.balanceOf(_holder(i));
        }
    }

    function _assertSum(uint256 holders) private view {
        uint256 sum = 0;
        for (uint256 i = 0; i < holders; i++) {
            sum += pool.balanceOf(_holder(i));
        }
        assertEq(sum, pool.stake, "balances sum up to the stake");
    }

    function _assertNear(uint256 a, uint256 b, uint256 off, string memory why) private pure {
        assertLe(a > b ? a - b : b - a, off, why);
    }

    // --- spreading ---

    function testHalvesBearHalves() public {
        pool.add(_holder(0), 50);
        pool.add(_holder(1), 50);
        pool.take(40);
        assertEq(pool.balanceOf(_holder(0)), 30);
        assertEq(pool.balanceOf(_holder(1)), 30);
        pool.add(_holder(0), 7);
        assertEq(pool.balanceOf(_holder(0)), 37);
        assertEq(pool.balanceOf(_holder(1)), 30);
        pool.add(_holder(2), 9);
        assertEq(pool.balanceOf(_holder(2)), 9);
        assertEq(pool.balanceOf(_holder(1)), 30);
        assertEq(pool.take(1000), 76);
        _assertSum(3);
        assertEq(pool.balanceOf(_holder(0)), 0);
    }

    /// @dev Any order of adding and taking: sums are exact, nobody's balance moves by
    /// another's adding, and taking is borne in proportion.
    /// forge-config: default.fuzz.runs = 400
    function testFuzzSpreadsExactly(uint256 seed, uint8 steps) public {
        uint256 holders = 7;
        for (uint256 i = 0; i < uint256(steps) % 48; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256[] memory before = _balances(holders);
            uint256 stake = pool.stake;
            uint256 size = (seed >> 8) % 120;
            uint256 amount = (seed >> 16) % (1 << size) + 1;
            if (seed % 3 > 0) {
                if (stake + amount > StakePool.MAX_STAKE) continue;
                uint256 who = (seed >> 4) % holders;
                bool newcomer = pool.seats[_holder(who)] == 0;
                assertEq(pool.add(_holder(who), amount), newcomer);
                uint256[] memory afterwards = _balances(holders);
                for (uint256 j = 0; j < holders; j++) {
                    if (j != who) _assertNear(afterwards[j], before[j], 1, "others stay as they were");
                    else if (newcomer) assertEq(afterwards[j], amount, "a newcomer has what he paid");
                    else _assertNear(afterwards[j], before[j] + amount, 2, "who adds has what he paid");
                }
            } else {
                if (seed & 0x80 > 0) amount = amount % (stake + 1);
                uint256 taken = pool.take(amount);
                assertEq(taken, Math.min(amount, stake));
                uint256[] memory afterwards = _balances(holders);
                for (uint256 j = 0; j < holders && stake > 0; j++) {
                    uint256 fair = Math.mulDiv(before[j], stake - taken, stake);
                    _assertNear(afterwards[j], fair, 2, "taking is borne in proportion");
                }
            }
            _assertSum(holders);
        }
    }

    /// @dev Drained to a crumb and filled up again and again: generations nest, and the
    /// sums stay exact.
    /// forge-config: default.fuzz.runs = 400
    function testFuzzDrainedAndFilledAgain(uint256 seed, uint8 rounds) public {
        uint256 holders = 6;
        pool.add(_holder(0), StakePool.MAX_STAKE);
        for (uint256 i = 0; i < uint256(rounds) % 24; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 crumb = (seed >> 8) % (uint256(1) << ((seed >> 200) % 90)) + 1;
            if (pool.stake > crumb) pool.take(pool.stake - crumb);
            _assertSum(holders);
            uint256 who = seed % holders;
            uint256 before = pool.balanceOf(_holder(who));
            uint256 room = StakePool.MAX_STAKE - pool.stake;
            uint256 amount = seed & 1 == 0 ? room : (seed >> 100) % room + 1;
            pool.add(_holder(who), amount);
            _assertNear(pool.balanceOf(_holder(who)), before + amount, 2, "who adds has what he paid");
            _assertSum(holders);
        }
    }

    /// @dev The worst nesting: each generation is filled up at the largest stake just
    /// before its ratio is passed, so that the next one carries nearly all of it. Four are
    /// alive then, and never more.
    function testNeverMoreThanFourGenerationsAreAlive() public {
        uint256 most = 0;
        pool.add(_holder(0), StakePool.MAX_STAKE);
        for (uint256 i = 1; i < 12; i++) {
            uint256 last = pool.generations[pool.current].shares >> StakePool.LAST_RATIO_BITS;
            pool.take(pool.stake - last - 1);
            pool.add(_holder(i), StakePool.MAX_STAKE - pool.stake);
            assertEq(pool.current, i);
            last = pool.generations[pool.current].shares >> StakePool.LAST_RATIO_BITS;
            pool.take(pool.stake - last);
            pool.add(_holder(100), 1);
            assertEq(pool.current, i + 1);
            uint256 sum = pool.balanceOf(_holder(100));
            uint256 alive = 1;
            for (uint256 j = 0; j <= i; j++) {
                uint256 balance = pool.balanceOf(_holder(j));
                sum += balance;
                if (balance > 0) alive++;
            }
            assertEq(sum, pool.stake, "balances sum up to the stake");
            if (alive > most) most = alive;
        }
        assertEq(most, StakePool.MAX_DEPTH, "generations alive");
        assertEq(pool.holdersOf().length, 13);
    }

    /// @dev The smallest ratio at which a generation still takes shares stays in 256 bits.
    function testSharesFitAtTheLastRatio() public {
        pool.add(_holder(0), StakePool.MAX_STAKE);
        pool.take(StakePool.MAX_STAKE - (uint256(1) << 80) - 1);
        pool.add(_holder(1), StakePool.MAX_STAKE - pool.stake);
        assertEq(pool.current, 1);
        _assertSum(2);
        assertEq(pool.balanceOf(_holder(1)), StakePool.MAX_STAKE - (uint256(1) << 80) - 1);
    }

    function testRefusesMoreThanItCanCount() public {
        vm.expectRevert(StakePool.StakeTooLarge.selector);
        this.add(StakePool.MAX_STAKE + 1);
        vm.expectRevert(StakePool.StakeTooLarge.selector);
        this.add(type(uint256).max);
        this.add(StakePool.MAX_STAKE);
        vm.expectRevert(StakePool.StakeTooLarge.selector);
        this.add(1);
    }

    function add(uint256 amount) external {
        pool.add(_holder(0), amount);
    }

    /// @dev Once empty, old shares are worth nothing.
    function testEmptiedPoolBeginsAnew() public {
        pool.add(_holder(0), 10);
        pool.add(_holder(1), 20);
        pool.take(30);
        pool.add(_holder(1), 5);
        assertEq(pool.balanceOf(_holder(0)), 0);
        assertEq(pool.balanceOf(_holder(1)), 5);
        assertEq(pool.holdersOf().length, 1);
        assertEq(pool.holdersOf()[0], _holder(1));
        pool.add(_holder(0), 1);
        pool.add(_holder(0), 1);
        assertEq(pool.holdersOf().length, 2);
        _assertSum(2);
    }

    /// @dev What a million additions could do at a point that is whole: a thousand here,
    /// and not one unit moves.
    function testAddingDoesNotWearRoundBalances() public {
        pool.add(_holder(0), 50);
        pool.add(_holder(1), 50);
        pool.take(40);
        for (uint256 i = 0; i < 1000; i++) {
            pool.add(_holder(1), 7);
            assertEq(pool.balanceOf(_holder(0)), 30);
        }
        assertEq(pool.balanceOf(_holder(1)), 7030);
    }

    // --- the tree, against plain sums ---

    /// forge-config: default.fuzz.runs = 400
    function testFuzzTreeSumsAsAListDoes(uint256 seed, uint8 size) public {
        uint256 n = uint256(size) % 70 + 1;
        for (uint256 i = 0; i < n; i++) {
            seed = uint256(keccak256(abi.encode(seed)));
            uint256 value = seed % 5;
            plain.push(value);
            assertEq(tree.append(value), i + 1);
            uint256 at = (seed >> 64) % plain.length;
            if (seed & 0x100 > 0) {
                plain[at] += 3;
                tree.raise(at + 1, 3);
            } else if (plain[at] > 0) {
                plain[at]--;
                tree.lower(at + 1, 1);
            }
        }
        uint256 sum = 0;
        for (uint256 i = 0; i < n; i++) {
            for (uint256 bound_ = sum; bound_ < sum + plain[i]; bound_++) {
                assertEq(tree.firstAbove(bound_), i + 1);
            }
            sum += plain[i];
            assertEq(tree.sum(i + 1), sum);
        }
        assertEq(tree.firstAbove(sum), n + 1);
    }
}
