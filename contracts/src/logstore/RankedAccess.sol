// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ContextUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/ContextUpgradeable.sol";
import {ERC165Upgradeable} from "@openzeppelin/contracts-upgradeable/utils/introspection/ERC165Upgradeable.sol";

/// @title Four ranked roles
/// @notice Every account has exactly one role; a higher one may do all that a lower one
/// may. Only an ADMIN changes roles, and there is always at least one ADMIN.
/// @dev The owner of a contract is a power of its own: it sets prices and upgrades, and
/// has no say here unless it is an ADMIN too.
abstract contract RankedAccess is ContextUpgradeable, ERC165Upgradeable {
    /// @notice From the least to the most powerful.
    enum Role {
        USER,
        SUPER_USER,
        DEV,
        ADMIN
    }

    /// @custom:storage-location erc7201:logstore.RankedAccess
    struct RankedAccessStorage {
        mapping(address => Role) roles;
        uint256 admins;
    }

    // ERC-7201 slot of "logstore.RankedAccess".
    bytes32 private constant RANKED_ACCESS_SLOT =
        0x90823da23b9a926e179776d17ff1331502f5569028b856ff1c858dabf15b1500;

    /// @notice An account has a new role.
    /// @param role the role
    /// @param account who has it now
    /// @param sender who gave it
    event RoleGranted(Role indexed role, address indexed account, address indexed sender);

    /// @notice An account lost its role and is a USER again.
    /// @param role the role that it had
    /// @param account who had it
    /// @param sender who took it, the account itself when it renounced
    event RoleRevoked(Role indexed role, address indexed account, address indexed sender);

    /// @notice The last ADMIN cannot be removed or demoted: name another one first.
    /// @param account the last ADMIN
    error LastAdmin(address account);

    modifier isAuthorized(Role least) {
        _checkRole(least);
        _;
    }

    function __RankedAccess_init(address admin) internal onlyInitializing {
        _setRole(admin, Role.ADMIN);
    }

    /// @notice Gives an account a role in place of the one it has. ADMIN only.
    /// @param role the role
    /// @param account who gets it
    function grantRole(Role role, address account) external isAuthorized(Role.ADMIN) {
        _setRole(account, role);
    }

    /// @notice Makes an account a USER again. ADMIN only.
    /// @param account who loses his role
    function revokeRole(address account) external isAuthorized(Role.ADMIN) {
        _removeRole(account);
    }

    /// @notice Makes the caller a USER again.
    /// @param account the caller's own address, against calls by mistake
    function renounceRole(address account) external {
        require(account == _msgSender(), "AccessControl: NOT_ACCOUNT_OWNER");
        _removeRole(account);
    }

    /// @notice The role of an account: 0 USER, 1 SUPER_USER, 2 DEV, 3 ADMIN.
    /// @param account whose
    /// @return its role
    function roles(address account) public view returns (Role) {
        return _rankedAccess().roles[account];
    }

    /// @notice How many accounts are ADMIN, at least 1.
    /// @return their number
    function adminCount() external view returns (uint256) {
        return _rankedAccess().admins;
    }

    function _checkRole(Role least) private view {
        require(roles(_msgSender()) >= least, "AccessControl: NOT_AUTHORIZED");
    }

    function _setRole(address account, Role role) private {
        RankedAccessStorage storage $ = _rankedAccess();
        Role before = $.roles[account];
        require(before != role, "AccessControl: ROLE_ALREADY_ASSIGNED");
        _leaveRole($, account, before);
        if (role == Role.ADMIN) $.admins++;
        $.roles[account] = role;
        emit RoleGranted(role, account, _msgSender());
    }

    function _removeRole(address account) private {
        RankedAccessStorage storage $ = _rankedAccess();
        Role before = $.roles[account];
        _leaveRole($, account, before);
        $.roles[account] = Role.USER;
        emit RoleRevoked(before, account, _msgSender());
    }

    function _leaveRole(RankedAccessStorage storage $, address account, Role before) private {
        if (before != Role.ADMIN) return;
        if ($.admins == 1) revert LastAdmin(account);
        $.admins--;
    }

    function _rankedAccess() private pure returns (RankedAccessStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := RANKED_ACCESS_SLOT
        }
    }
}
