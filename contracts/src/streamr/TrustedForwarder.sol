// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ContextUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/ContextUpgradeable.sol";

/// @title Calls through a forwarder (ERC-2771)
/// @notice One forwarder may call for others: it appends the address of whoever signed
/// the call. Without a forwarder, as at first, all callers speak for themselves.
/// @dev The forwarder can speak for everybody, owners included.
abstract contract TrustedForwarder is ContextUpgradeable {
    /// @custom:storage-location erc7201:logstore.TrustedForwarder
    struct TrustedForwarderStorage {
        address forwarder;
    }

    // ERC-7201 slot of "logstore.TrustedForwarder".
    bytes32 private constant TRUSTED_FORWARDER_SLOT =
        0x605d14bf92bc61cba2711f00f38e6e1ac7032ca59232ebe15b01dd55136fc000;

    /// @notice Another forwarder may call for others from now on.
    /// @param forwarder its address, zero for none
    event TrustedForwarderChanged(address indexed forwarder);

    /// @notice Whether an address may call for others.
    /// @param forwarder the address
    /// @return whether it is the forwarder
    function isTrustedForwarder(address forwarder) public view returns (bool) {
        return forwarder != address(0) && forwarder == _trustedForwarder().forwarder;
    }

    function _setTrustedForwarder(address forwarder) internal {
        _trustedForwarder().forwarder = forwarder;
        emit TrustedForwarderChanged(forwarder);
    }

    function _msgSender() internal view virtual override returns (address) {
        return _isForwarded() ? address(bytes20(msg.data[msg.data.length - 20:])) : msg.sender;
    }

    function _msgData() internal view virtual override returns (bytes calldata) {
        return _isForwarded() ? msg.data[:msg.data.length - 20] : msg.data;
    }

    function _contextSuffixLength() internal view virtual override returns (uint256) {
        return 20;
    }

    function _isForwarded() private view returns (bool) {
        return msg.data.length >= 20 && isTrustedForwarder(msg.sender);
    }

    function _trustedForwarder() private pure returns (TrustedForwarderStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := TRUSTED_FORWARDER_SLOT
        }
    }
}
