// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {StakeHolding} from "./StakeHolding.sol";

/// @title Stakes that pay for queries
/// @notice Each consumer stakes for himself; fees for the bytes that he was served are
/// captured from his stake.
contract QueryManager is StakeHolding {
    /// @custom:storage-location erc7201:logstore.QueryManager
    struct QueryManagerStorage {
        mapping(address => uint256) balances;
    }

    // ERC-7201 slot of "logstore.QueryManager".
    bytes32 private constant QUERY_MANAGER_SLOT =
        0xbc1d4bd9cb83496671a260bb74c81ae0c938790b7abffa84d7a16d4bb97d7200;

    /// @notice A consumer staked.
    /// @param consumer who
    /// @param amount units staked
    event Stake(address indexed consumer, uint256 amount);

    /// @notice Fees were captured for bytes served.
    /// @param consumer who was served
    /// @param fees units that were captured, less than asked for after an overflow
    /// @param bytesProcessed bytes that they pay for
    event DataQueried(address indexed consumer, uint256 fees, uint256 bytesProcessed);

    /// @notice A consumer had less stake than was to be captured.
    /// @param consumer who
    /// @param stake units that he had
    /// @param capture units that were to be captured
    /// @param overflow units that were missing
    event CaptureOverflow(address consumer, uint256 stake, uint256 capture, uint256 overflow);

    /// @notice The stake of a consumer is used up.
    /// @param consumer who
    event ConsumerExhausted(address indexed consumer);

    /// @notice Sets up the manager behind its proxy.
    /// @param owner_ its owner
    /// @param parent_ who may capture, the node manager
    /// @param stakeTokenAddress_ the token that is staked, not zero
    function initialize(address owner_, address parent_, address stakeTokenAddress_) external initializer {
        __StakeHolding_init(owner_, parent_, stakeTokenAddress_);
    }

    /// @notice Stakes for the caller's queries; the caller has given this contract an
    /// allowance.
    /// @param amount units, above 0
    function stake(uint256 amount) external nonReentrant {
        require(amount > 0, "error_insufficientStake");
        _queryManager().balances[msg.sender] += amount;
        emit Stake(msg.sender, amount);
        _takeIn(amount);
    }

    /// @notice Takes fees from the stake of a consumer, at most what is there. The parent
    /// only.
    /// @param consumer the consumer
    /// @param amount units to take
    /// @param bytesProcessed bytes that they pay for
    /// @return captured units that were taken and sent to the parent
    function capture(address consumer, uint256 amount, uint256 bytesProcessed)
        external
        onlyParent
        nonReentrant
        returns (uint256 captured)
    {
        QueryManagerStorage storage $ = _queryManager();
        uint256 left = $.balances[consumer];
        captured = Math.min(amount, left);
        $.balances[consumer] = left - captured;
        if (captured < amount) emit CaptureOverflow(consumer, left, amount, amount - captured);
        emit DataQueried(consumer, captured, bytesProcessed);
        if (captured > 0 && captured == left) emit ConsumerExhausted(consumer);
        _payOut(amount, captured);
    }

    /// @notice What is left of a consumer's stake.
    /// @param consumer who staked
    /// @return units
    function balanceOf(address consumer) external view returns (uint256) {
        return _queryManager().balances[consumer];
    }

    function _queryManager() private pure returns (QueryManagerStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := QUERY_MANAGER_SLOT
        }
    }
}
