// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A price feed whose owner says the price, for development networks
/// @notice Answers as a Chainlink aggregator does (AggregatorV3Interface), so that
/// clients need not tell the two apart.
contract SettablePriceFeed {
    /// @notice Who may set the price.
    address public immutable owner;
    /// @notice Digits after the decimal point of the answers.
    uint8 public immutable decimals;
    /// @notice What is priced, for example "POL / USD".
    string public description;
    /// @notice Version of the interface.
    uint256 public constant version = 4;

    struct Round {
        int256 answer;
        uint256 updatedAt;
    }

    uint80 private _latest;
    mapping(uint80 => Round) private _rounds;

    /// @notice A new price holds from now on.
    event AnswerUpdated(int256 indexed current, uint256 indexed roundId, uint256 updatedAt);

    error NotOwner();
    error PriceNotPositive();
    error NoDataPresent();

    /// @param owner_ who may set the price
    /// @param decimals_ digits after the decimal point
    /// @param description_ what is priced
    /// @param answer_ the first price
    constructor(address owner_, uint8 decimals_, string memory description_, int256 answer_) {
        owner = owner_;
        decimals = decimals_;
        description = description_;
        _set(answer_);
    }

    /// @notice Sets the price; only the owner may.
    /// @param answer_ the price times 10^decimals, above 0
    function setAnswer(int256 answer_) external {
        if (msg.sender != owner) revert NotOwner();
        _set(answer_);
    }

    /// @notice The newest price.
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        return getRoundData(_latest);
    }

    /// @notice The price of a round.
    /// @param round number of the round, from 1
    function getRoundData(uint80 round)
        public
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound)
    {
        Round storage r = _rounds[round];
        if (r.updatedAt == 0) revert NoDataPresent();
        return (round, r.answer, r.updatedAt, r.updatedAt, round);
    }

    /// @notice The newest price alone, as older aggregators answer.
    function latestAnswer() external view returns (int256) {
        return _rounds[_latest].answer;
    }

    function _set(int256 answer_) private {
        if (answer_ <= 0) revert PriceNotPositive();
        uint80 round = ++_latest;
        _rounds[round] = Round(answer_, block.timestamp);
        emit AnswerUpdated(answer_, round, block.timestamp);
    }
}
