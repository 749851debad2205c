// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @title A price feed
/// @notice The part of Chainlink's AggregatorV3Interface that is read here, with its
/// names and types.
interface AggregatorV3 {
    /// @notice Digits after the decimal point of the answers.
    /// @return their number
    function decimals() external view returns (uint8);

    /// @notice What is priced, for example "POL / USD".
    /// @return the text
    function description() external view returns (string memory);

    /// @notice The newest price.
    /// @return roundId number of the round
    /// @return answer the price times 10^decimals
    /// @return startedAt when the round began, Unix time in seconds
    /// @return updatedAt when the answer came, Unix time in seconds
    /// @return answeredInRound not used any more
    function latestRoundData()
        external
        view
        returns (uint80 roundId, int256 answer, uint256 startedAt, uint256 updatedAt, uint80 answeredInRound);
}
