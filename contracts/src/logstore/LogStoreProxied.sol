// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OwnableUpgradeable} from "@openzeppelin/contracts-upgradeable/access/OwnableUpgradeable.sol";
import {UUPSUpgradeable} from "@openzeppelin/contracts/proxy/utils/UUPSUpgradeable.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @title What all LogStore contracts share
/// @notice Each stands behind an ERC-1967 proxy of its own, belongs to an owner, and is
/// upgraded by that owner alone.
/// @dev All state lies in ERC-7201 namespaces, of the libraries and of our own alike, so
/// that a base can be added or grow without moving what another one keeps.
abstract contract LogStoreProxied is OwnableUpgradeable, UUPSUpgradeable, ReentrancyGuardTransient {
    /// @dev The implementation itself is of no use to anybody: it cannot be initialised.
    constructor() {
        _disableInitializers();
    }

    /// @notice Puts another implementation behind this proxy. The owner only.
    /// @dev The form that tools of OpenZeppelin 4 call; the same as upgradeToAndCall
    /// without a call.
    /// @param newImplementation address of the implementation's code
    function upgradeTo(address newImplementation) external {
        upgradeToAndCall(newImplementation, "");
    }

    function _authorizeUpgrade(address) internal override onlyOwner {}
}
