// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC1967Proxy} from "@openzeppelin/contracts/proxy/ERC1967/ERC1967Proxy.sol";

/// @title An ERC-1967 proxy that does not initialise what is behind it
/// @notice Only for whoever sees to it that nobody else does: Deployer initialises it in
/// the same transaction, and the genesis of a development chain is made before there are
/// others.
contract BareProxy is ERC1967Proxy {
    /// @param implementation the code behind it
    constructor(address implementation) ERC1967Proxy(implementation, "") {}

    function _unsafeAllowUninitialized() internal pure override returns (bool) {
        return true;
    }
}
