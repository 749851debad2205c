// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title Running sums of a growing list of numbers
/// @notice A Fenwick tree in storage: append, change and sum cost O(log n).
/// @dev Positions count from 1. The node at position p holds the sum of the values at
/// (p - lowest set bit of p, p]. The sum of all values has to fit into 256 bits.
library Fenwick {
    struct Tree {
        uint256 length;
        mapping(uint256 => uint256) nodes;
    }

    /// @dev Puts a value at the end and returns its position.
    function append(Tree storage tree, uint256 value) internal returns (uint256 position) {
        position = ++tree.length;
        uint256 stop = position & (position - 1);
        for (uint256 i = position - 1; i > stop; i &= i - 1) {
            value += tree.nodes[i];
        }
        tree.nodes[position] = value;
    }

    /// @dev Raises the value at a position.
    function raise(Tree storage tree, uint256 position, uint256 by) internal {
        uint256 length = tree.length;
        for (; position <= length; position += position & (~position + 1)) {
            tree.nodes[position] += by;
        }
    }

    /// @dev Lowers the value at a position, by at most that value.
    function lower(Tree storage tree, uint256 position, uint256 by) internal {
        uint256 length = tree.length;
        for (; position <= length; position += position & (~position + 1)) {
            tree.nodes[position] -= by;
        }
    }

    /// @dev The sum of the values at 1…position.
    function sum(Tree storage tree, uint256 position) internal view returns (uint256 total) {
        for (; position > 0; position &= position - 1) {
            total += tree.nodes[position];
        }
    }

    /// @dev The first position whose running sum is above a bound; length + 1 when none
    /// is.
    function firstAbove(Tree storage tree, uint256 bound) internal view returns (uint256) {
        uint256 length = tree.length;
        uint256 step = 1;
        while (step <= length / 2) step <<= 1;
        uint256 position = 0;
        for (; step > 0; step >>= 1) {
            uint256 next = position + step;
            if (next > length) continue;
            uint256 value = tree.nodes[next];
            if (value <= bound) {
                bound -= value;
                position = next;
            }
        }
        return position + 1;
    }
}
