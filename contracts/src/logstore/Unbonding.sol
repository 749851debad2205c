// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @title Funds on their way out
/// @notice What an account took back from nodes waits here until the unbonding period is
/// over, so that faults that come to light later can still be held against it.
/// @dev The queue of an account is in order of arrival and holds at most MAX_ENTRIES; what
/// comes when it is full joins the newest entry, whose wait then begins anew. Only the
/// account itself adds to its queue.
library Unbonding {
    /// @notice Funds that wait.
    struct Entry {
        // Units.
        uint192 amount;
        // When they may be withdrawn, Unix time in seconds.
        uint64 releaseTime;
    }

    struct Account {
        // Units that may be withdrawn.
        uint256 free;
        Entry[] waiting;
    }

    uint256 internal constant MAX_ENTRIES = 32;

    /// @dev Funds that need not wait.
    function deposit(Account storage account, uint256 amount) internal {
        account.free += amount;
    }

    /// @dev Funds that wait for a period of seconds.
    function wait(Account storage account, uint256 amount, uint256 period) internal {
        if (period == 0) {
            account.free += amount;
            return;
        }
        _release(account);
        uint64 releaseTime = uint64(block.timestamp + period);
        uint256 count = account.waiting.length;
        if (count > 0) {
            Entry storage newest = account.waiting[count - 1];
            if (newest.releaseTime == releaseTime || count >= MAX_ENTRIES) {
                newest.amount += SafeCast.toUint192(amount);
                if (releaseTime > newest.releaseTime) newest.releaseTime = releaseTime;
                return;
            }
        }
        account.waiting.push(Entry(SafeCast.toUint192(amount), releaseTime));
    }

    /// @dev Takes funds that need not wait any longer; says whether there are enough.
    function take(Account storage account, uint256 amount) internal returns (bool enough) {
        if (amount > account.free) _release(account);
        uint256 free = account.free;
        enough = amount <= free;
        if (enough) account.free = free - amount;
    }

    /// @dev Units that need not wait any longer.
    function available(Account storage account) internal view returns (uint256 units) {
        units = account.free;
        uint256 count = account.waiting.length;
        for (uint256 i = 0; i < count; i++) {
            Entry storage entry = account.waiting[i];
            if (entry.releaseTime <= block.timestamp) units += entry.amount;
        }
    }

    /// @dev All units, whether they wait or not.
    function total(Account storage account) internal view returns (uint256 units) {
        units = account.free;
        uint256 count = account.waiting.length;
        for (uint256 i = 0; i < count; i++) {
            units += account.waiting[i].amount;
        }
    }

    /// @dev Frees what has waited long enough and closes the gaps. Times need not rise
    /// along the queue, as the period may have been shortened.
    function _release(Account storage account) private {
        uint256 count = account.waiting.length;
        uint256 kept = 0;
        uint256 freed = 0;
        for (uint256 i = 0; i < count; i++) {
            Entry memory entry = account.waiting[i];
            if (entry.releaseTime <= block.timestamp) {
                freed += entry.amount;
                continue;
            }
            if (kept < i) account.waiting[kept] = entry;
            kept++;
        }
        if (freed == 0) return;
        for (; count > kept; count--) {
            account.waiting.pop();
        }
        account.free += freed;
    }
}
