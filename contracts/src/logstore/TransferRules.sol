// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {RankedAccess} from "./RankedAccess.sol";

/// @title Who may send the token to whom
/// @notice An account on the blacklist receives tokens from nobody, except from those
/// that the whitelist names for it; all other transfers are free. So the stakes' way
/// into the node manager can be reserved to chosen operators.
abstract contract TransferRules is RankedAccess {
    /// @custom:storage-location erc7201:logstore.TransferRules
    struct TransferRulesStorage {
        mapping(address => bool) blacklist;
        // receiver => sender => allowed
        mapping(address => mapping(address => bool)) whitelist;
    }

    // ERC-7201 slot of "logstore.TransferRules".
    bytes32 private constant TRANSFER_RULES_SLOT =
        0x965af2cb71f79c90606de0d2b0d3c377e52e35c38d9f9806ae39dd9fb5d1f200;

    /// @notice A receiver went on the blacklist or came off it.
    /// @param account the receiver
    /// @param listed whether it is on the list now
    event BlacklistChanged(address indexed account, bool listed);

    /// @notice A sender may or may no longer send to a receiver on the blacklist.
    /// @param from the sender
    /// @param to the receiver
    /// @param allowed whether it may
    event WhitelistChanged(address indexed from, address indexed to, bool allowed);

    /// @notice The receiver takes tokens from chosen senders only: a DEV of the token has
    /// to allow the pair with addWhitelist.
    /// @param from the sender
    /// @param to the receiver
    error TransferNotPermitted(address from, address to);

    /// @notice Lets a receiver take tokens from nobody but the senders whitelisted for
    /// it. DEV only.
    /// @param _address the receiver
    function addBlacklist(address _address) external isAuthorized(Role.DEV) {
        _setBlacklist(_address, true);
    }

    /// @notice Lets a receiver take tokens from everybody again. DEV only.
    /// @param _address the receiver
    function removeBlacklist(address _address) external isAuthorized(Role.DEV) {
        _setBlacklist(_address, false);
    }

    /// @notice Allows a sender to send to a receiver even when that one is on the
    /// blacklist. DEV only.
    /// @param _from the sender
    /// @param _to the receiver
    function addWhitelist(address _from, address _to) external isAuthorized(Role.DEV) {
        _setWhitelist(_from, _to, true);
    }

    /// @notice Takes back what addWhitelist allowed. DEV only.
    /// @param _from the sender
    /// @param _to the receiver
    function removeWhitelist(address _from, address _to) external isAuthorized(Role.DEV) {
        _setWhitelist(_from, _to, false);
    }

    /// @notice addWhitelist for many pairs. DEV only.
    /// @param _fromAddresses the senders
    /// @param _toAddresses the receivers, one for each sender
    function massAddWhitelist(address[] calldata _fromAddresses, address[] calldata _toAddresses)
        external
        isAuthorized(Role.DEV)
    {
        _setWhitelists(_fromAddresses, _toAddresses, true);
    }

    /// @notice removeWhitelist for many pairs. DEV only.
    /// @param _fromAddresses the senders
    /// @param _toAddresses the receivers, one for each sender
    function massRemoveWhitelist(address[] calldata _fromAddresses, address[] calldata _toAddresses)
        external
        isAuthorized(Role.DEV)
    {
        _setWhitelists(_fromAddresses, _toAddresses, false);
    }

    /// @notice Whether the lists allow a transfer.
    /// @param _from the sender
    /// @param _to the receiver
    /// @return whether the receiver is off the blacklist or the pair on the whitelist
    function isPermitted(address _from, address _to) public view returns (bool) {
        TransferRulesStorage storage $ = _transferRules();
        return !$.blacklist[_to] || $.whitelist[_to][_from];
    }

    function _checkPermitted(address from, address to) internal view {
        if (!isPermitted(from, to)) revert TransferNotPermitted(from, to);
    }

    function _setBlacklist(address account, bool listed) internal {
        _transferRules().blacklist[account] = listed;
        emit BlacklistChanged(account, listed);
    }

    function _setWhitelist(address from, address to, bool allowed) internal {
        _transferRules().whitelist[to][from] = allowed;
        emit WhitelistChanged(from, to, allowed);
    }

    function _setWhitelists(address[] calldata from, address[] calldata to, bool allowed) private {
        require(from.length == to.length, "LSAN: Invalid parameters for mass update");
        for (uint256 i = 0; i < from.length; i++) {
            _setWhitelist(from[i], to[i], allowed);
        }
    }

    function _transferRules() private pure returns (TransferRulesStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := TRANSFER_RULES_SLOT
        }
    }
}
