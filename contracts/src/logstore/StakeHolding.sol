// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LogStoreProxied} from "./LogStoreProxied.sol";

/// @title Stakes that only a parent contract may capture
/// @notice What the store manager and the query manager share: the token, the parent,
/// the total.
/// @dev A capture is a transfer of the token to the parent. It fails while the token is
/// paused, or when the token's lists do not allow this contract to send to the parent.
abstract contract StakeHolding is LogStoreProxied {
    using SafeERC20 for IERC20;

    /// @custom:storage-location erc7201:logstore.StakeHolding
    struct StakeHoldingStorage {
        IERC20 token;
        address parent;
        uint256 totalSupply;
    }

    // ERC-7201 slot of "logstore.StakeHolding".
    bytes32 private constant STAKE_HOLDING_SLOT =
        0x99d300ae042097845166b16dfdd4e3eb5f0c3e2c91465048e6967cf4a4c58900;

    /// @notice Less was left in all than was to be captured.
    /// @param supply units that were left in all
    /// @param capture units that were to be captured
    /// @param overflow units that were missing
    event SupplyOverflow(uint256 supply, uint256 capture, uint256 overflow);

    /// @notice Another contract may capture from now on.
    /// @param parent that contract
    event ParentChanged(address indexed parent);

    /// @notice Only the parent may capture.
    /// @param caller who tried
    error NotParent(address caller);

    modifier onlyParent() {
        if (msg.sender != _stakeHolding().parent) revert NotParent(msg.sender);
        _;
    }

    function __StakeHolding_init(address owner_, address parent_, address token) internal onlyInitializing {
        require(token != address(0), "error_badTrackerData");
        __Ownable_init(owner_);
        _stakeHolding().token = IERC20(token);
        _setParent(parent_);
    }

    /// @notice Sets who may capture. The owner only.
    /// @param _parent the node manager
    function setParent(address _parent) external onlyOwner {
        _setParent(_parent);
    }

    /// @notice Who may capture.
    /// @return the node manager
    function parent() external view returns (address) {
        return _stakeHolding().parent;
    }

    /// @notice The token that is staked.
    /// @return its address
    function stakeTokenAddress() external view returns (address) {
        return address(_stakeHolding().token);
    }

    /// @notice All stakes that are left here.
    /// @return base units of the token
    function totalSupply() public view returns (uint256) {
        return _stakeHolding().totalSupply;
    }

    /// @dev Books a stake and pulls it from the caller; call it last.
    function _takeIn(uint256 amount) internal {
        StakeHoldingStorage storage $ = _stakeHolding();
        $.totalSupply += amount;
        $.token.safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @dev Books what was captured of what was asked for and sends it to the parent;
    /// call it last.
    function _payOut(uint256 asked, uint256 captured) internal {
        StakeHoldingStorage storage $ = _stakeHolding();
        uint256 supply = $.totalSupply;
        if (asked > supply) emit SupplyOverflow(supply, asked, asked - supply);
        if (captured == 0) return;
        $.totalSupply = supply - captured;
        $.token.safeTransfer(msg.sender, captured);
    }

    function _setParent(address parent_) private {
        _stakeHolding().parent = parent_;
        emit ParentChanged(parent_);
    }

    function _stakeHolding() private pure returns (StakeHoldingStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := STAKE_HOLDING_SLOT
        }
    }
}
