// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LogStoreProxied} from "./LogStoreProxied.sol";
import {NodeManager} from "./NodeManager.sol";

/// @title Who reports usage, and when
/// @notice Tells which nodes take part in reporting and the clock that they go by. It
/// takes no reports.
contract ReportManager is LogStoreProxied {
    /// @custom:storage-location erc7201:logstore.ReportManager
    struct ReportManagerStorage {
        NodeManager parent;
        uint256 reportTimeBuffer;
        // Seconds; 0 for the time of the block.
        uint256 testTime;
    }

    // ERC-7201 slot of "logstore.ReportManager".
    bytes32 private constant REPORT_MANAGER_SLOT =
        0x1d744853b384f8d95138d81ec7860757f057c4cf32241dc3d6e7e0eeef521d00;

    /// @notice Report times are milliseconds times this.
    uint256 public constant MATH_PRECISION = 1e10;

    /// @notice Another node manager tells the nodes from now on.
    /// @param parent its address
    event ParentChanged(address indexed parent);

    /// @notice Each reporter has another length of time for his turn.
    /// @param reportTimeBuffer that time, in milliseconds
    event ReportTimeBufferChanged(uint256 reportTimeBuffer);

    /// @notice The clock can be stopped on test chains only (chain ids 1337 and 31337).
    /// @param chainId this chain's id
    error NotATestChain(uint256 chainId);

    /// @notice The time for a turn must be above 0.
    error BufferNotPositive();

    /// @notice Sets up the manager behind its proxy.
    /// @param owner_ its owner
    /// @param parent_ the node manager
    /// @param reportTimeBuffer_ the time for a reporter's turn, milliseconds above 0
    /// @param __test_block_timestamp Unix time in seconds at which the clock stands still,
    /// on test chains only; 0 for the time of the block
    function initialize(address owner_, address parent_, uint256 reportTimeBuffer_, uint256 __test_block_timestamp)
        external
        initializer
    {
        if (__test_block_timestamp != 0 && block.chainid != 31337 && block.chainid != 1337) {
            revert NotATestChain(block.chainid);
        }
        __Ownable_init(owner_);
        _setParent(parent_);
        _setReportTimeBuffer(reportTimeBuffer_);
        _reportManager().testTime = __test_block_timestamp;
    }

    /// @notice Sets which node manager tells the nodes. The owner only.
    /// @param _parent its address
    function setParent(address _parent) external onlyOwner {
        _setParent(_parent);
    }

    /// @notice Sets the time for a reporter's turn. The owner only.
    /// @param _reportTimeBuffer milliseconds, above 0
    function setReportTimeBuffer(uint256 _reportTimeBuffer) external onlyOwner {
        _setReportTimeBuffer(_reportTimeBuffer);
    }

    /// @notice All staked nodes, in joining order. With very many nodes read
    /// getReportersPage.
    /// @return reporters their addresses, none when there are none
    function getReporters() external view returns (address[] memory reporters) {
        NodeManager nodes = _reportManager().parent;
        return nodes.stakedNodes(0, nodes.totalNodes());
    }

    /// @notice Some of the staked nodes, in joining order.
    /// @param offset how many nodes to skip, staked or not
    /// @param limit how many nodes to look at, at most
    /// @return reporters the staked ones of them
    function getReportersPage(uint256 offset, uint256 limit) external view returns (address[] memory reporters) {
        return _reportManager().parent.stakedNodes(offset, limit);
    }

    /// @notice The time that reporting goes by.
    /// @return Unix time in milliseconds times MATH_PRECISION
    function blockTimestamp() external view returns (uint256) {
        uint256 testTime = _reportManager().testTime;
        return (testTime == 0 ? block.timestamp : testTime) * 1000 * MATH_PRECISION;
    }

    /// @notice The time for a reporter's turn.
    /// @return milliseconds
    function reportTimeBuffer() external view returns (uint256) {
        return _reportManager().reportTimeBuffer;
    }

    /// @notice The node manager that tells the nodes.
    /// @return its address
    function parent() external view returns (address) {
        return address(_reportManager().parent);
    }

    function _setParent(address parent_) private {
        _reportManager().parent = NodeManager(parent_);
        emit ParentChanged(parent_);
    }

    function _setReportTimeBuffer(uint256 buffer) private {
        if (buffer == 0) revert BufferNotPositive();
        _reportManager().reportTimeBuffer = buffer;
        emit ReportTimeBufferChanged(buffer);
    }

    function _reportManager() private pure returns (ReportManagerStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := REPORT_MANAGER_SLOT
        }
    }
}
