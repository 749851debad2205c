// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Create2} from "@openzeppelin/contracts/utils/Create2.sol";
import {BareProxy} from "./BareProxy.sol";

/// @title Puts proxies at addresses that are known beforehand
/// @notice It is deployed by the factory for deterministic addresses
/// (0x4e59b44847b379578588920cA78FbF26c0B4956C) with its owner as the only argument, so
/// that one owner has one deployer, at the same address on every chain.
/// @dev A proxy is created and initialised in one transaction: there is no moment at
/// which somebody else could call the initialiser. The calls are no part of what the
/// proxy's address depends on, which is the salt and the implementation only.
contract Deployer {
    /// @notice Who may deploy.
    address public immutable owner;

    /// @notice A proxy was deployed.
    /// @param proxy its address
    /// @param implementation the code behind it
    event Deployed(address indexed proxy, address indexed implementation);

    /// @notice Only the owner may deploy.
    /// @param caller who tried
    error NotOwner(address caller);

    /// @notice A deployer needs an owner.
    error OwnerMissing();

    /// @notice There is no code at the implementation's address: deploy it first.
    /// @param implementation that address
    error NoImplementation(address implementation);

    /// @notice A call to the new proxy failed.
    /// @param index which of the calls, from 0
    /// @param reason what the contract returned
    error CallFailed(uint256 index, bytes reason);

    modifier onlyOwner() {
        if (msg.sender != owner) revert NotOwner(msg.sender);
        _;
    }

    /// @param owner_ who may deploy
    constructor(address owner_) {
        if (owner_ == address(0)) revert OwnerMissing();
        owner = owner_;
    }

    /// @notice Deploys a proxy and makes calls on it, all or nothing. What a proxy's first
    /// caller gets, this contract gets: the last calls have to hand it on.
    /// @param salt what its address depends on, besides the implementation
    /// @param implementation the code behind it
    /// @param calls the calls, the initialiser first
    /// @return proxy its address, as proxyAddress tells it
    function deploy(bytes32 salt, address implementation, bytes[] calldata calls)
        external
        onlyOwner
        returns (address proxy)
    {
        if (implementation.code.length == 0) revert NoImplementation(implementation);
        proxy = Create2.deploy(0, salt, _proxyCreation(implementation));
        emit Deployed(proxy, implementation);
        for (uint256 i = 0; i < calls.length; i++) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool done, bytes memory reason) = proxy.call(calls[i]);
            if (!done) revert CallFailed(i, reason);
        }
    }

    /// @notice Where deploy puts a proxy.
    /// @param salt the salt
    /// @param implementation the code behind it
    /// @return the address
    function proxyAddress(bytes32 salt, address implementation) external view returns (address) {
        return Create2.computeAddress(salt, keccak256(_proxyCreation(implementation)));
    }

    function _proxyCreation(address implementation) private pure returns (bytes memory) {
        return bytes.concat(type(BareProxy).creationCode, abi.encode(implementation));
    }
}
