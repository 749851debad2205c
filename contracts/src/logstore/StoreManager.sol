// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IStreamRegistry} from "./IStreamRegistry.sol";
import {StakeHolding} from "./StakeHolding.sol";
import {StakePool} from "./StakePool.sol";

/// @title Stakes that pay for the storage of streams
/// @notice Anybody stakes on any stream there is. Fees are captured from the stake of a
/// stream and borne by its stakeholders in proportion to what each has left in it; the
/// stakeholders' balances of a store always sum up to the store's stake exactly. A stream
/// whose stake is used up is no longer a store until somebody stakes on it again.
contract StoreManager is StakeHolding {
    using StakePool for StakePool.Pool;

    struct Store {
        string id;
        // Place in the list of stores plus 1, 0 when the store has no stake.
        uint256 place;
        StakePool.Pool pool;
    }

    /// @custom:storage-location erc7201:logstore.StoreManager
    struct StoreManagerStorage {
        IStreamRegistry streamRegistry;
        // Keys are the hashes of stream ids.
        mapping(bytes32 => Store) stores;
        bytes32[] live;
        mapping(address => bytes32[]) storesOf;
    }

    // ERC-7201 slot of "logstore.StoreManager".
    bytes32 private constant STORE_MANAGER_SLOT =
        0xa197fc8248ea6c70215250090d26f364aee0981edaea93588097f269d1214800;

    /// @notice Somebody staked on a stream.
    /// @param store the stream's id
    /// @param isNew whether the store had no stake before
    /// @param amount units staked
    event StoreUpdated(string store, bool isNew, uint256 amount);

    /// @notice Fees were captured for bytes stored.
    /// @param store the stream's id
    /// @param fees units that were captured, less than asked for after an overflow
    /// @param bytesStored bytes that they pay for
    event DataStored(string store, uint256 fees, uint256 bytesStored);

    /// @notice A store had less stake than was to be captured.
    /// @param store the stream's id
    /// @param stake units that it had
    /// @param capture units that were to be captured
    /// @param overflow units that were missing
    event CaptureOverflow(string store, uint256 stake, uint256 capture, uint256 overflow);

    /// @notice The stake of a store is used up.
    /// @param store the stream's id
    event StoreExhausted(string store);

    /// @notice Sets up the manager behind its proxy.
    /// @param owner_ its owner
    /// @param parent_ who may capture, the node manager
    /// @param stakeTokenAddress_ the token that is staked, not zero
    /// @param streamrRegistryAddress_ the registry that knows the streams
    function initialize(address owner_, address parent_, address stakeTokenAddress_, address streamrRegistryAddress_)
        external
        initializer
    {
        __StakeHolding_init(owner_, parent_, stakeTokenAddress_);
        _storeManager().streamRegistry = IStreamRegistry(streamrRegistryAddress_);
    }

    /// @notice Stakes on a stream; the caller has given this contract an allowance.
    /// @param streamId a stream of the registry
    /// @param amount units, above 0
    function stake(string calldata streamId, uint256 amount) external nonReentrant {
        StoreManagerStorage storage $ = _storeManager();
        require($.streamRegistry.exists(streamId), "error_invalidStream");
        require(amount > 0, "error_insufficientStake");
        bytes32 key = _key(streamId);
        Store storage store = $.stores[key];
        bool isNew = store.place == 0;
        if (isNew) {
            if (bytes(store.id).length == 0) store.id = streamId;
            $.live.push(key);
            store.place = $.live.length;
        }
        if (store.pool.add(msg.sender, amount)) $.storesOf[msg.sender].push(key);
        emit StoreUpdated(streamId, isNew, amount);
        _takeIn(amount);
    }

    /// @notice Takes fees from the stake of a stream, at most what is there. The parent
    /// only.
    /// @param streamId the stream
    /// @param amount units to take
    /// @param bytesStored bytes that they pay for
    /// @return captured units that were taken and sent to the parent
    function capture(string calldata streamId, uint256 amount, uint256 bytesStored)
        external
        onlyParent
        nonReentrant
        returns (uint256 captured)
    {
        StoreManagerStorage storage $ = _storeManager();
        Store storage store = $.stores[_key(streamId)];
        uint256 left = store.pool.stake;
        captured = store.pool.take(amount);
        if (captured < amount) emit CaptureOverflow(streamId, left, amount, amount - captured);
        emit DataStored(streamId, captured, bytesStored);
        if (captured > 0 && captured == left) {
            _unlist($, store);
            emit StoreExhausted(streamId);
        }
        _payOut(amount, captured);
    }

    /// @notice The stake that is left on a stream.
    /// @param streamId the stream
    /// @return units
    function stores(string calldata streamId) external view returns (uint256) {
        return _store(streamId).pool.stake;
    }

    /// @notice Whether a stream has stake.
    /// @param streamId the stream
    /// @return whether it is a store
    function exists(string calldata streamId) external view returns (bool) {
        return _store(streamId).pool.stake > 0;
    }

    /// @notice What is left of one staker's stake on one stream.
    /// @param staker who staked
    /// @param streamId the stream
    /// @return units
    function storeBalanceOf(address staker, string calldata streamId) external view returns (uint256) {
        return _store(streamId).pool.balanceOf(staker);
    }

    /// @notice What is left of one staker's stakes on all streams.
    /// @dev Sums over the streams that he ever staked on; with very many of them read
    /// storesOf in pages.
    /// @param staker who staked
    /// @return balance units
    function balanceOf(address staker) external view returns (uint256 balance) {
        StoreManagerStorage storage $ = _storeManager();
        bytes32[] storage keys = $.storesOf[staker];
        for (uint256 i = 0; i < keys.length; i++) {
            balance += $.stores[keys[i]].pool.balanceOf(staker);
        }
    }

    /// @notice One of those who staked on a stream since it was last without stake. His
    /// balance may have shrunk to 0 since.
    /// @param streamId the stream
    /// @param index from 0 to storeStakeholderCount - 1
    /// @return the stakeholder
    function storeStakeholders(string calldata streamId, uint256 index) external view returns (address) {
        return _store(streamId).pool.holdersOf()[index];
    }

    /// @notice How many staked on a stream since it was last without stake; 0 when it has
    /// none.
    /// @param streamId the stream
    /// @return their number
    function storeStakeholderCount(string calldata streamId) external view returns (uint256) {
        StakePool.Pool storage pool = _store(streamId).pool;
        return pool.stake == 0 ? 0 : pool.holdersOf().length;
    }

    /// @notice How many streams have stake.
    /// @return their number
    function storeCount() external view returns (uint256) {
        return _storeManager().live.length;
    }

    /// @notice Some of the streams that have stake, in no lasting order.
    /// @param offset how many to skip
    /// @param limit how many to return at most
    /// @return ids the streams
    /// @return stakes units left on each
    function storePage(uint256 offset, uint256 limit)
        external
        view
        returns (string[] memory ids, uint256[] memory stakes)
    {
        StoreManagerStorage storage $ = _storeManager();
        uint256 count = _pageLength($.live.length, offset, limit);
        ids = new string[](count);
        stakes = new uint256[](count);
        for (uint256 i = 0; i < count; i++) {
            Store storage store = $.stores[$.live[offset + i]];
            ids[i] = store.id;
            stakes[i] = store.pool.stake;
        }
    }

    /// @notice How many streams a staker ever staked on.
    /// @param staker who staked
    /// @return their number
    function storesOfCount(address staker) external view returns (uint256) {
        return _storeManager().storesOf[staker].length;
    }

    /// @notice Some of the streams that a staker ever staked on, in that order.
    /// @param staker who staked
    /// @param offset how many to skip
    /// @param limit how many to return at most
    /// @return ids the streams
    /// @return balances units left of his stake on each
    function storesOf(address staker, uint256 offset, uint256 limit)
        external
        view
        returns (string[] memory ids, uint256[] memory balances)
    {
        StoreManagerStorage storage $ = _storeManager();
        bytes32[] storage keys = $.storesOf[staker];
        uint256 count = _pageLength(keys.length, offset, limit);
        ids = new string[](count);
        balances = new uint256[](count);
        for (uint256 i = 0; i < count; i++) {
            Store storage store = $.stores[keys[offset + i]];
            ids[i] = store.id;
            balances[i] = store.pool.balanceOf(staker);
        }
    }

    /// @dev The last of the list takes the place of the one that goes.
    function _unlist(StoreManagerStorage storage $, Store storage store) private {
        uint256 place = store.place;
        bytes32 last = $.live[$.live.length - 1];
        $.live[place - 1] = last;
        $.stores[last].place = place;
        store.place = 0;
        $.live.pop();
    }

    function _store(string calldata streamId) private view returns (Store storage) {
        return _storeManager().stores[_key(streamId)];
    }

    function _key(string calldata streamId) private pure returns (bytes32) {
        return keccak256(bytes(streamId));
    }

    function _pageLength(uint256 length, uint256 offset, uint256 limit) private pure returns (uint256) {
        if (offset >= length) return 0;
        uint256 left = length - offset;
        return limit < left ? limit : left;
    }

    function _storeManager() private pure returns (StoreManagerStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := STORE_MANAGER_SLOT
        }
    }
}
