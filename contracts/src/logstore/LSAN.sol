// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20Upgradeable} from "@openzeppelin/contracts-upgradeable/token/ERC20/ERC20Upgradeable.sol";
import {
    ERC20PermitUpgradeable
} from "@openzeppelin/contracts-upgradeable/token/ERC20/extensions/ERC20PermitUpgradeable.sol";
import {PausableUpgradeable} from "@openzeppelin/contracts-upgradeable/utils/PausableUpgradeable.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {LogStoreProxied} from "./LogStoreProxied.sol";
import {TransferRules} from "./TransferRules.sol";

/// @title Log Store Alpha Network Token
/// @notice What is staked for storing and querying, and by brokers. One base unit stands
/// for one byte of storage while the multiplier is 1. Anybody mints it for native coin
/// at price(); the coin is the treasury's.
/// @dev Two powers are apart: the owner sets prices and the mint cap, moves the coin and
/// upgrades; the ranked roles keep the lists (DEV), mint within the cap (DEV) and pause
/// (ADMIN).
contract LSAN is LogStoreProxied, TransferRules, PausableUpgradeable, ERC20PermitUpgradeable {
    /// @custom:storage-location erc7201:logstore.LSAN
    struct LSANStorage {
        address safe;
        uint256 deployedTime;
        uint256 weiPerByte;
        uint256 multiplier;
        uint256 minimumDeposit;
        uint256 mintCap;
        uint256 mintedByRole;
    }

    // ERC-7201 slot of "logstore.LSAN".
    bytes32 private constant LSAN_SLOT = 0x614e6c23fb2a4b04b10f390b969c11a42793cbeba1622e352493435a9502b100;

    /// @notice The price changed: one base unit costs weiPerByte * multiplier.
    /// @param weiPerByte wei for one byte
    /// @param multiplier bytes' prices for one base unit
    event PriceChanged(uint256 weiPerByte, uint256 multiplier);

    /// @notice The least that mint() takes changed.
    /// @param minimumDeposit in wei
    event MinimumDepositChanged(uint256 minimumDeposit);

    /// @notice The coin goes to another account from now on.
    /// @param safeAddress that account
    event SafeAddressChanged(address indexed safeAddress);

    /// @notice DEV accounts may mint another amount from now on.
    /// @param mintCap base units in all, what they minted before included
    event MintCapChanged(uint256 mintCap);

    /// @notice Somebody bought tokens with mint().
    /// @param account who
    /// @param amount base units that he got
    /// @param paid wei that stay here for them
    event Minted(address indexed account, uint256 amount, uint256 paid);

    /// @notice Coin went to the treasury's account.
    /// @param safeAddress that account
    /// @param amount in wei
    event Withdrawn(address indexed safeAddress, uint256 amount);

    /// @notice Send more coin: the least is the larger of price() and minimumDeposit().
    /// @param sent wei sent
    /// @param least wei needed
    error DepositTooSmall(uint256 sent, uint256 least);

    /// @notice Prices must be above 0.
    error PriceNotPositive();

    /// @notice The account that the coin goes to must not be the zero address.
    error SafeAddressMissing();

    /// @notice One list of senders is needed for each receiver on the blacklist.
    error ListsDiffer();

    /// @notice DEV accounts may not mint that much: the owner would have to raise the cap
    /// with setMintCap.
    /// @param asked base units asked for
    /// @param left base units left under the cap
    error MintCapExceeded(uint256 asked, uint256 left);

    /// @notice The receiver did not take the coin.
    /// @param to the receiver
    /// @param amount in wei
    error CoinNotTaken(address to, uint256 amount);

    /// @notice Sets up the token behind its proxy; the caller becomes owner and ADMIN.
    /// @param _safeAddress where withdraw sends the coin, not zero
    /// @param _weiPerByte wei for one byte, above 0
    /// @param _blacklist receivers that take tokens from chosen senders only
    /// @param _whitelist for each of them its senders
    function initialize(
        address _safeAddress,
        uint256 _weiPerByte,
        address[] calldata _blacklist,
        address[][] calldata _whitelist
    ) external initializer {
        if (_blacklist.length != _whitelist.length) revert ListsDiffer();
        __Ownable_init(msg.sender);
        __RankedAccess_init(msg.sender);
        __ERC20_init("Log Store Alpha Network Token", "LSAN");
        __ERC20Permit_init("Log Store Alpha Network Token");
        _lsan().deployedTime = block.timestamp;
        _setSafeAddress(_safeAddress);
        _setPrice(_weiPerByte, 1);
        for (uint256 i = 0; i < _blacklist.length; i++) {
            _setBlacklist(_blacklist[i], true);
            for (uint256 j = 0; j < _whitelist[i].length; j++) {
                _setWhitelist(_whitelist[i][j], _blacklist[i], true);
            }
        }
    }

    /// @notice Buys tokens for the coin sent: as many base units as it pays for in full.
    /// What is left over, less than the price of one, comes back to the caller.
    function mint() external payable nonReentrant {
        uint256 unit = price();
        uint256 least = Math.max(unit, _lsan().minimumDeposit);
        if (msg.value < least) revert DepositTooSmall(msg.value, least);
        uint256 amount = msg.value / unit;
        uint256 rest = msg.value % unit;
        _mint(msg.sender, amount);
        emit Minted(msg.sender, amount, msg.value - rest);
        if (rest > 0) _sendCoin(msg.sender, rest);
    }

    /// @notice Mints tokens for nothing, within the owner's cap. DEV only.
    /// @param account who gets them
    /// @param amount base units
    function mintTokens(address account, uint256 amount) external isAuthorized(Role.DEV) {
        _spendMintCap(amount);
        _mint(account, amount);
    }

    /// @notice Mints the same amount for each of many accounts, within the owner's cap.
    /// DEV only.
    /// @param _addresses who gets them
    /// @param amount base units for each
    function mintManyTokens(address[] calldata _addresses, uint256 amount) external isAuthorized(Role.DEV) {
        _spendMintCap(amount * _addresses.length);
        for (uint256 i = 0; i < _addresses.length; i++) {
            _mint(_addresses[i], amount);
        }
    }

    /// @notice Burns tokens of the caller, or of an account that gave the caller an
    /// allowance for them. DEV only.
    /// @param account whose tokens
    /// @param amount base units
    function burn(address account, uint256 amount) external isAuthorized(Role.DEV) {
        if (account != msg.sender) _spendAllowance(account, msg.sender, amount);
        _burn(account, amount);
    }

    /// @notice Raises what a spender may take from the caller.
    /// @param spender who may take it
    /// @param addedValue base units more than now
    /// @return true
    function increaseAllowance(address spender, uint256 addedValue) external returns (bool) {
        _approve(msg.sender, spender, allowance(msg.sender, spender) + addedValue);
        return true;
    }

    /// @notice Lowers what a spender may take from the caller.
    /// @param spender who may take less
    /// @param subtractedValue base units less than now, at most what he may take now
    /// @return true
    function decreaseAllowance(address spender, uint256 subtractedValue) external returns (bool) {
        uint256 current = allowance(msg.sender, spender);
        if (current < subtractedValue) revert ERC20InsufficientAllowance(spender, current, subtractedValue);
        _approve(msg.sender, spender, current - subtractedValue);
        return true;
    }

    /// @notice Sends coin to SAFE_ADDRESS. The owner only.
    /// @param amount in wei, at most balance()
    function withdraw(uint256 amount) external onlyOwner nonReentrant {
        require(address(this).balance >= amount, "LSAN: Insufficient contract balance");
        address safe = _lsan().safe;
        emit Withdrawn(safe, amount);
        _sendCoin(safe, amount);
    }

    /// @notice Stops minting of every kind and all transfers. ADMIN only.
    /// @dev Stakes into the managers, captures and withdrawals of stakes are transfers
    /// and stop with them. Not stopped: approvals and permits, burning, withdraw of the
    /// coin, all settings, roles, upgrades.
    function pause() external isAuthorized(Role.ADMIN) {
        _pause();
    }

    /// @notice Ends what pause began. ADMIN only.
    function unpause() external isAuthorized(Role.ADMIN) {
        _unpause();
    }

    /// @notice Sets the price of one byte. The owner only.
    /// @param _weiPerByte wei, above 0
    function setWeiPerByte(uint256 _weiPerByte) external onlyOwner {
        _setPrice(_weiPerByte, _lsan().multiplier);
    }

    /// @notice Sets what the price of one byte is multiplied by for one base unit. The
    /// owner only.
    /// @param _multiplier above 0
    function setMultipler(uint256 _multiplier) external onlyOwner {
        _setPrice(_lsan().weiPerByte, _multiplier);
    }

    /// @notice Sets the least that mint() takes. The owner only.
    /// @param _minimumDeposit wei; 0 leaves price() as the least
    function setMinimumDeposit(uint256 _minimumDeposit) external onlyOwner {
        _lsan().minimumDeposit = _minimumDeposit;
        emit MinimumDepositChanged(_minimumDeposit);
    }

    /// @notice Sets how much DEV accounts may mint in all. The owner only.
    /// @param cap base units, what they minted before included; 0, as it is at first,
    /// lets them mint nothing
    function setMintCap(uint256 cap) external onlyOwner {
        _lsan().mintCap = cap;
        emit MintCapChanged(cap);
    }

    /// @notice Sets where withdraw sends the coin. The owner only.
    /// @param safeAddress the account, not zero
    function setSafeAddress(address safeAddress) external onlyOwner {
        _setSafeAddress(safeAddress);
    }

    /// @notice The price of one base unit.
    /// @return wei
    function price() public view returns (uint256) {
        LSANStorage storage $ = _lsan();
        return $.weiPerByte * $.multiplier;
    }

    /// @notice The coin that lies here.
    /// @return wei
    function balance() external view returns (uint256) {
        return address(this).balance;
    }

    /// @notice The price of one byte.
    /// @return wei
    function weiPerByte() external view returns (uint256) {
        return _lsan().weiPerByte;
    }

    /// @notice What the price of one byte is multiplied by.
    /// @return the factor
    function multiplier() external view returns (uint256) {
        return _lsan().multiplier;
    }

    /// @notice The least that mint() takes when price() is not more.
    /// @return wei
    function minimumDeposit() external view returns (uint256) {
        return _lsan().minimumDeposit;
    }

    /// @notice How much DEV accounts may mint in all.
    /// @return base units
    function mintCap() external view returns (uint256) {
        return _lsan().mintCap;
    }

    /// @notice How much DEV accounts have minted.
    /// @return base units
    function mintedByRole() external view returns (uint256) {
        return _lsan().mintedByRole;
    }

    // solhint-disable func-name-mixedcase
    /// @notice Where withdraw sends the coin.
    /// @return the account
    function SAFE_ADDRESS() external view returns (address) {
        return _lsan().safe;
    }

    /// @notice When the token was set up.
    /// @return Unix time in seconds
    function DEPLOYED_TIME() external view returns (uint256) {
        return _lsan().deployedTime;
    }
    // solhint-enable func-name-mixedcase

    /// @dev The one door of all movements. The lists speak of transfers only: who is on
    /// the blacklist may still mint for himself or be minted for.
    function _update(address from, address to, uint256 value) internal override {
        if (to != address(0)) {
            _requireNotPaused();
            if (from != address(0)) _checkPermitted(from, to);
        }
        super._update(from, to, value);
    }

    function _spendMintCap(uint256 amount) private {
        LSANStorage storage $ = _lsan();
        uint256 left = Math.saturatingSub($.mintCap, $.mintedByRole);
        if (amount > left) revert MintCapExceeded(amount, left);
        $.mintedByRole += amount;
    }

    function _setPrice(uint256 weiPerByte_, uint256 multiplier_) private {
        if (weiPerByte_ == 0 || multiplier_ == 0) revert PriceNotPositive();
        LSANStorage storage $ = _lsan();
        $.weiPerByte = weiPerByte_;
        $.multiplier = multiplier_;
        price(); // fails if the product does not fit
        emit PriceChanged(weiPerByte_, multiplier_);
    }

    function _setSafeAddress(address safe) private {
        if (safe == address(0)) revert SafeAddressMissing();
        _lsan().safe = safe;
        emit SafeAddressChanged(safe);
    }

    function _sendCoin(address to, uint256 amount) private {
        // solhint-disable-next-line avoid-low-level-calls
        (bool taken,) = to.call{value: amount}("");
        if (!taken) revert CoinNotTaken(to, amount);
    }

    function _lsan() private pure returns (LSANStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := LSAN_SLOT
        }
    }
}
