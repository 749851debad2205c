// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Fenwick} from "./Fenwick.sol";

/// @title A stake that many hold and that shrinks for all in proportion
/// @notice Taking from the pool costs the same whatever the number of holders; adding and
/// asking for a balance cost O(log n); the balances always sum up to the stake exactly.
/// @dev Holders sit in a row, each with a number of shares. Let P(h) be the shares of the
/// holders up to h, T all shares, S the stake. The point of h is P(h)*S/T rounded to a
/// whole number, and his balance is the distance from the point before him to his own.
/// The distances of a row sum up to its last point, and that is S: no unit is lost or
/// made, however often S changes.
///
/// Rounding is down, but a point less than a millionth (2^-20) of a unit below a whole
/// number counts as that number. The reason: who adds a units gets floor(a*T/S) shares,
/// which moves the exact points of the others by less than S/T <= 2^-40 units, up for
/// those before him and down for those after; without the tolerance a point that was
/// whole, as halves and thirds of round sums are, would lose a unit to its neighbour. So
/// adding changes nobody else's balance by more than one unit either way (his two points
/// may each round otherwise, both upwards or both downwards); a newcomer gets exactly what
/// he paid; who adds again gets it to within two units, which go to or come from his
/// neighbours in the row and favour nobody; and drift needs 2^20 additions to become
/// visible at a round point and 2^40 to become one unit.
///
/// T/S is 2^40 in a new pool and grows as the stake is taken. To keep numbers within 256
/// bits, the next addition after it has passed 2^96 opens a new generation: a new row
/// whose first seat belongs to the whole old row, which is then spread over that seat's
/// balance by the old shares. From one generation to the next but one the balance of that
/// seat falls by 2^56 at least. As a stake is at most 2^136, the row three generations
/// further in holds less than 2^24 units, and the fourth less than 2^-32, that is none:
/// a balance is found in at most four steps.
library StakePool {
    using Fenwick for Fenwick.Tree;

    struct Generation {
        uint256 shares;
        // Whether the first seat belongs to the generation before.
        bool carries;
        Fenwick.Tree row;
    }

    struct Pool {
        uint256 stake;
        // Number of the generation that is open, 0 before the first.
        uint32 current;
        // The first generation since the pool was last empty.
        uint32 first;
        mapping(uint256 => Generation) generations;
        // Seats of a holder: four lanes of 64 bits, for a generation the lane of its
        // number modulo 4, holding the generation's number and the position in its row.
        mapping(address => uint256) seats;
        // Holders since the pool was last empty, by its first generation.
        mapping(uint256 => address[]) holders;
    }

    /// @notice The stake in one pool would be above 2^136 units.
    error StakeTooLarge();

    uint256 internal constant MAX_STAKE = 1 << 136;
    uint256 internal constant FIRST_RATIO_BITS = 40;
    uint256 internal constant LAST_RATIO_BITS = 96;
    uint256 internal constant TOLERANCE_BITS = 20;
    uint256 internal constant MAX_DEPTH = 4;

    /// @dev Adds to a holder's balance; says whether he held nothing here ever before.
    function add(Pool storage pool, address holder, uint256 amount) internal returns (bool isNewcomer) {
        uint256 stake = pool.stake;
        if (amount > MAX_STAKE || stake + amount > MAX_STAKE) revert StakeTooLarge();
        Generation storage open = _openGeneration(pool, stake);
        uint256 shares = stake == 0
            ? amount << FIRST_RATIO_BITS
            : Math.mulDiv(amount, open.shares, stake);
        isNewcomer = _addShares(pool, open, holder, shares);
        open.shares += shares;
        pool.stake = stake + amount;
    }

    /// @dev Takes from all in proportion, at most what is there; returns what it took.
    function take(Pool storage pool, uint256 amount) internal returns (uint256 taken) {
        uint256 stake = pool.stake;
        taken = Math.min(amount, stake);
        pool.stake = stake - taken;
    }

    /// @dev What of the stake is a holder's.
    function balanceOf(Pool storage pool, address holder) internal view returns (uint256 balance) {
        uint256 seats = pool.seats[holder];
        if (seats == 0) return 0;
        uint256 number = pool.current;
        uint256 stake = pool.stake;
        for (uint256 depth = 0; depth < MAX_DEPTH && stake > 0; depth++) {
            Generation storage generation = pool.generations[number];
            uint256 position = _position(seats, number);
            if (position > 0) {
                balance += _point(generation, position, stake) - _point(generation, position - 1, stake);
            }
            if (!generation.carries) break;
            stake = _point(generation, 1, stake);
            number--;
        }
    }

    /// @dev Those who added since the pool was last empty; balances may have shrunk to 0.
    function holdersOf(Pool storage pool) internal view returns (address[] storage) {
        return pool.holders[pool.first];
    }

    function _openGeneration(Pool storage pool, uint256 stake) private returns (Generation storage) {
        uint256 number = pool.current;
        Generation storage open = pool.generations[number];
        if (stake > 0 && open.shares >> LAST_RATIO_BITS < stake) return open;
        number++;
        pool.current = SafeCast.toUint32(number);
        open = pool.generations[number];
        if (stake == 0) {
            pool.first = uint32(number);
        } else {
            uint256 shares = stake << FIRST_RATIO_BITS;
            open.carries = true;
            open.shares = shares;
            open.row.append(shares);
        }
        return open;
    }

    function _addShares(Pool storage pool, Generation storage open, address holder, uint256 shares)
        private
        returns (bool isNewcomer)
    {
        uint256 seats = pool.seats[holder];
        uint256 number = pool.current;
        uint256 position = _position(seats, number);
        if (position > 0) {
            open.row.raise(position, shares);
            return false;
        }
        if (!_satSince(seats, pool.first)) pool.holders[pool.first].push(holder);
        position = SafeCast.toUint32(open.row.append(shares));
        uint256 shift = (number % MAX_DEPTH) * 64;
        pool.seats[holder] = (seats & ~(uint256(type(uint64).max) << shift)) | (((number << 32) | position) << shift);
        return seats == 0;
    }

    /// @dev The position in a generation's row, 0 when he has no seat there.
    function _position(uint256 seats, uint256 number) private pure returns (uint256) {
        uint256 lane = uint64(seats >> ((number % MAX_DEPTH) * 64));
        return lane >> 32 == number ? uint32(lane) : 0;
    }

    /// @dev Whether one of the seats is in this generation or a later one.
    function _satSince(uint256 seats, uint256 number) private pure returns (bool) {
        for (; seats > 0; seats >>= 64) {
            if (uint64(seats) >> 32 >= number) return true;
        }
        return false;
    }

    function _point(Generation storage generation, uint256 position, uint256 stake) private view returns (uint256 point) {
        if (position == 0) return 0;
        uint256 before = generation.row.sum(position);
        uint256 all = generation.shares;
        point = Math.mulDiv(before, stake, all);
        if (mulmod(before, stake, all) >= all - (all >> TOLERANCE_BITS)) point++;
    }
}
