// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";
import {LogStoreProxied} from "./LogStoreProxied.sol";
import {NodeList} from "./NodeList.sol";
import {RankedAccess} from "./RankedAccess.sol";
import {SystemStreams} from "./SystemStreams.sol";
import {Unbonding} from "./Unbonding.sol";

/// @title Nodes, their stakes, and the treasury
/// @notice Anybody runs a node: he joins with metadata that says how the node is reached,
/// and stakes on it. Others delegate to nodes that they trust. A node with
/// stakeRequiredAmount delegated to it counts as staked and may publish to the system
/// streams. What is taken back from a node can be withdrawn after unbondingPeriod.
/// @dev The books: totalSupply = treasury + stakes of all nodes + balances of all accounts.
/// The tokens that lie here are at least that.
contract NodeManager is LogStoreProxied, RankedAccess, NodeList, SystemStreams {
    using SafeERC20 for IERC20;
    using Unbonding for Unbonding.Account;

    /// @notice What is known of an account as the operator of a node.
    enum WhitelistState {
        None,
        Approved,
        Rejected
    }

    /// @custom:storage-location erc7201:logstore.NodeManager
    struct NodeManagerStorage {
        IERC20 token;
        bool requiresWhitelist;
        uint64 unbondingPeriod;
        uint256 stakeRequiredAmount;
        uint256 totalSupply;
        uint256 treasurySupply;
        mapping(address => WhitelistState) whitelist;
        mapping(address => Unbonding.Account) accounts;
        // delegator => node => units
        mapping(address => mapping(address => uint256)) delegations;
        address storeManager;
        address queryManager;
        address reportManager;
    }

    // ERC-7201 slot of "logstore.NodeManager".
    bytes32 private constant NODE_MANAGER_SLOT =
        0x2ef7c292d520815c76be19d0858c8d6e4bbc8787b95ebaf5e818468aaaf67f00;

    /// @notice The unbonding period at first, in seconds.
    uint256 public constant DEFAULT_UNBONDING_PERIOD = 7 days;
    /// @notice The longest unbonding period that the owner may set, in seconds.
    uint256 public constant MAX_UNBONDING_PERIOD = 90 days;
    /// @notice The longest metadata of a node, in bytes, so that pages of nodes can be
    /// read.
    uint256 public constant MAX_METADATA_BYTES = 4096;
    /// @notice How many nodes get their permission on a new system stream at once.
    uint256 public constant NODES_AT_CREATION = 32;

    /// @notice A delegation changed.
    /// @param delegate whose stake
    /// @param node the node that it is on
    /// @param amount units that were delegated or taken back
    /// @param totalStake units on the node now
    /// @param totalDelegated units of the delegate on the node now
    /// @param delegated whether they were delegated, or taken back
    event StakeDelegateUpdated(
        address indexed delegate,
        address indexed node,
        uint256 amount,
        uint256 totalStake,
        uint256 totalDelegated,
        bool delegated
    );

    /// @notice An account staked units without delegating them yet.
    /// @param account who
    /// @param amount units
    event Staked(address indexed account, uint256 amount);

    /// @notice An account withdrew units.
    /// @param account who
    /// @param amount units
    event Withdrawn(address indexed account, uint256 amount);

    /// @notice Units taken back from a node have to wait.
    /// @param account whose
    /// @param amount units
    /// @param releaseTime when they may be withdrawn, Unix time in seconds
    event UnbondingStarted(address indexed account, uint256 amount, uint256 releaseTime);

    /// @notice The unbonding period changed for what is taken back from now on.
    /// @param period in seconds
    event UnbondingPeriodChanged(uint256 period);

    /// @notice An account may run a node while the whitelist is on.
    /// @param nodeAddress the account
    event NodeWhitelistApproved(address indexed nodeAddress);

    /// @notice An account may not run a node, whether the whitelist is on or off.
    /// @param nodeAddress the account
    event NodeWhitelistRejected(address indexed nodeAddress);

    /// @notice The whitelist was switched on or off.
    /// @param value whether it is on
    event RequiresWhitelistChanged(bool indexed value);

    /// @notice Another store manager serves from now on.
    /// @param storeManager its address
    event StoreManagerRegistered(address indexed storeManager);

    /// @notice Another query manager serves from now on.
    /// @param queryManager its address
    event QueryManagerRegistered(address indexed queryManager);

    /// @notice Another report manager serves from now on.
    /// @param reportManager its address
    event ReportManagerRegistered(address indexed reportManager);

    /// @notice Units left the treasury.
    /// @param to who got them
    /// @param amount units
    event TreasuryWithdrawn(address indexed to, uint256 amount);

    /// @notice The unbonding period may be MAX_UNBONDING_PERIOD at most.
    /// @param period seconds asked for
    error UnbondingPeriodTooLong(uint256 period);

    /// @notice The metadata of a node may have MAX_METADATA_BYTES at most.
    /// @param length bytes given
    error MetadataTooLong(uint256 length);

    /// @notice Sets up the manager behind its proxy.
    /// @param owner_ its owner, who is ADMIN too
    /// @param requiresWhitelist_ whether nodes need approval
    /// @param stakeTokenAddress_ the token that is staked, not zero
    /// @param stakeRequiredAmount_ units that make a node count as staked, above 0
    /// @param streamrRegistryAddress_ the registry that knows the streams
    /// @param initialNodes nodes to begin with
    /// @param initialMetadata how each of them is reached
    /// @param initialStreams system streams to create, each a key, a path, and metadata
    function initialize(
        address owner_,
        bool requiresWhitelist_,
        address stakeTokenAddress_,
        uint256 stakeRequiredAmount_,
        address streamrRegistryAddress_,
        address[] memory initialNodes,
        string[] memory initialMetadata,
        string[3][] memory initialStreams
    ) external initializer {
        require(initialNodes.length == initialMetadata.length, "error_badTrackerData");
        require(stakeTokenAddress_ != address(0) && stakeRequiredAmount_ > 0, "error_badTrackerData");
        __Ownable_init(owner_);
        __RankedAccess_init(owner_);
        NodeManagerStorage storage $ = _nodeManager();
        $.token = IERC20(stakeTokenAddress_);
        $.requiresWhitelist = requiresWhitelist_;
        $.stakeRequiredAmount = stakeRequiredAmount_;
        $.unbondingPeriod = uint64(DEFAULT_UNBONDING_PERIOD);
        emit UnbondingPeriodChanged(DEFAULT_UNBONDING_PERIOD);
        _setStreamRegistry(streamrRegistryAddress_);
        for (uint256 i = 0; i < initialNodes.length; i++) {
            _upsertNode(initialNodes[i], initialMetadata[i]);
        }
        for (uint256 i = 0; i < initialStreams.length; i++) {
            _addStream(initialStreams[i][0], initialStreams[i][1], initialStreams[i][2]);
        }
    }

    // --- nodes ---

    /// @notice Lists the caller as a node, or renews its entry. Without stake it takes no
    /// part yet.
    /// @param metadata_ how the node is reached
    function upsertNode(string calldata metadata_) external nonReentrant {
        _checkWhitelist();
        _upsertNode(msg.sender, metadata_);
        _settlePermission(msg.sender);
    }

    /// @notice Takes the caller off the list. Delegations to it stay and can be taken
    /// back.
    function removeNode() external nonReentrant {
        _unlist(msg.sender);
        _settlePermission(msg.sender);
    }

    /// @notice Lists the caller as a node and stakes on it; the caller has given this
    /// contract an allowance.
    /// @param amount units, above 0
    /// @param metadata_ how the node is reached
    function join(uint256 amount, string calldata metadata_) external nonReentrant {
        _checkWhitelist();
        _upsertNode(msg.sender, metadata_);
        _stake(amount);
        _delegate(amount, msg.sender);
        _settlePermission(msg.sender);
        _pull(amount);
    }

    /// @notice Takes back the caller's own stake from his node, takes the node off the
    /// list, and withdraws what may be withdrawn by now; the rest follows with withdraw
    /// after the unbonding period.
    function leave() external nonReentrant {
        uint256 own = delegatesOf(msg.sender, msg.sender);
        if (own > 0) _undelegate(own, msg.sender);
        _unlist(msg.sender);
        uint256 amount = _takeOut(withdrawable(msg.sender));
        _settlePermission(msg.sender);
        _push(amount);
    }

    /// @notice Lists a node, or renews its entry. DEV only.
    /// @param node the node
    /// @param metadata_ how it is reached
    function upsertNodeAdmin(address node, string calldata metadata_) external isAuthorized(Role.DEV) nonReentrant {
        _upsertNode(node, metadata_);
        _settlePermission(node);
    }

    /// @notice Takes a node off the list; it may come back. DEV only.
    /// @param nodeAddress the node
    function removeNodeAdmin(address nodeAddress) external isAuthorized(Role.DEV) nonReentrant {
        _unlist(nodeAddress);
        _settlePermission(nodeAddress);
    }

    /// @notice Takes a node off the list and rejects it, so that it does not come back
    /// before it is approved. DEV only.
    /// @param nodeAddress the node
    function kickNode(address nodeAddress) external isAuthorized(Role.DEV) nonReentrant {
        _reject(nodeAddress);
        _unlist(nodeAddress);
        _settlePermission(nodeAddress);
    }

    /// @notice Lets an account run a node, also one that was rejected. DEV only.
    /// @param nodeAddress the account
    function whitelistApproveNode(address nodeAddress) external isAuthorized(Role.DEV) {
        _nodeManager().whitelist[nodeAddress] = WhitelistState.Approved;
        emit NodeWhitelistApproved(nodeAddress);
    }

    /// @notice Forbids an account to run a node; one that is listed stays so, see
    /// kickNode. DEV only.
    /// @param nodeAddress the account
    function whitelistRejectNode(address nodeAddress) external isAuthorized(Role.DEV) {
        _reject(nodeAddress);
    }

    /// @notice Switches the whitelist on or off. The owner only.
    /// @param value whether nodes need approval
    function setRequiresWhitelist(bool value) external onlyOwner {
        _nodeManager().requiresWhitelist = value;
        emit RequiresWhitelistChanged(value);
    }

    // --- stakes ---

    /// @notice Stakes without delegating yet; the caller has given this contract an
    /// allowance.
    /// @param amount units, above 0
    function stake(uint256 amount) external nonReentrant {
        _stake(amount);
        _pull(amount);
    }

    /// @notice Delegates units that were staked, or have been taken back from a node and
    /// waited long enough.
    /// @param amount units, above 0, at most withdrawable()
    /// @param node a listed node
    function delegate(uint256 amount, address node) external nonReentrant {
        _delegate(amount, node);
        _settlePermission(node);
    }

    /// @notice Stakes and delegates in one.
    /// @param amount units, above 0
    /// @param node a listed node
    function stakeAndDelegate(uint256 amount, address node) external nonReentrant {
        _stake(amount);
        _delegate(amount, node);
        _settlePermission(node);
        _pull(amount);
    }

    /// @notice Takes back units from a node, whether it is listed or not. They can be
    /// withdrawn, or delegated again, after the unbonding period.
    /// @param amount units, above 0, at most delegatesOf()
    /// @param node the node
    function undelegate(uint256 amount, address node) external nonReentrant {
        _undelegate(amount, node);
        _settlePermission(node);
    }

    /// @notice Takes back units from a node, and withdraws as many as may be withdrawn by
    /// now: all of them if the unbonding period is 0.
    /// @param amount units, above 0, at most delegatesOf()
    /// @param node the node
    function undelegateWithdraw(uint256 amount, address node) external nonReentrant {
        _undelegate(amount, node);
        amount = _takeOut(Math.min(amount, withdrawable(msg.sender)));
        _settlePermission(node);
        _push(amount);
    }

    /// @notice Withdraws units that are not delegated and need not wait.
    /// @param amount units, at most withdrawable()
    function withdraw(uint256 amount) external nonReentrant {
        _push(_takeOut(amount));
    }

    /// @notice Sets how long what is taken back from now on has to wait. The owner only.
    /// @param period seconds, at most MAX_UNBONDING_PERIOD; 0 for no wait
    function setUnbondingPeriod(uint256 period) external onlyOwner {
        if (period > MAX_UNBONDING_PERIOD) revert UnbondingPeriodTooLong(period);
        _nodeManager().unbondingPeriod = uint64(period);
        emit UnbondingPeriodChanged(period);
    }

    /// @notice Pays out of the treasury to the caller. The owner only.
    /// @param amount units, at most treasurySupply()
    function treasuryWithdraw(uint256 amount) external onlyOwner nonReentrant {
        NodeManagerStorage storage $ = _nodeManager();
        require(amount <= $.treasurySupply, "error_notEnoughStake");
        $.treasurySupply -= amount;
        $.totalSupply -= amount;
        emit TreasuryWithdrawn(msg.sender, amount);
        _push(amount);
    }

    // --- system streams ---

    /// @notice Creates a system stream, lets everybody subscribe to it and the first
    /// NODES_AT_CREATION nodes publish to it if they are staked; for later ones call
    /// refreshPermissions. The owner only.
    /// @param key the name by which the contracts know it
    /// @param path the path of its id, beginning with a slash
    /// @param metadataJsonString its metadata, a JSON object
    function createStream(string calldata key, string calldata path, string calldata metadataJsonString)
        external
        onlyOwner
        nonReentrant
    {
        string memory streamId = _addStream(key, path, metadataJsonString);
        address[] memory first = _page(0, NODES_AT_CREATION);
        for (uint256 i = 0; i < first.length; i++) {
            if (_node(first[i]).publishes) _setPermission(streamId, first[i], true);
        }
    }

    /// @notice Deletes a system stream. The owner only.
    /// @param key the name by which the contracts know it
    function deleteStream(string calldata key) external onlyOwner nonReentrant {
        _removeStream(key);
    }

    /// @notice Tells the stream registry once more whether a node may publish to the
    /// system streams. Anybody may call it; needed after PublishPermissionFailed, or when
    /// a stream was created and there are many nodes.
    /// @param node the node
    function refreshPermissions(address node) external nonReentrant {
        bool granted = isStaked(node);
        _node(node).publishes = granted;
        _setPublisher(node, granted);
    }

    // --- the other contracts ---

    /// @notice Says which store manager serves. The owner only.
    /// @param contractAddress its address
    function registerStoreManager(address contractAddress) external onlyOwner {
        _nodeManager().storeManager = contractAddress;
        emit StoreManagerRegistered(contractAddress);
    }

    /// @notice Says which query manager serves. The owner only.
    /// @param contractAddress its address
    function registerQueryManager(address contractAddress) external onlyOwner {
        _nodeManager().queryManager = contractAddress;
        emit QueryManagerRegistered(contractAddress);
    }

    /// @notice Says which report manager serves. The owner only.
    /// @param contractAddress its address
    function registerReportManager(address contractAddress) external onlyOwner {
        _nodeManager().reportManager = contractAddress;
        emit ReportManagerRegistered(contractAddress);
    }

    // --- views ---

    /// @notice Whether a node is listed and has enough stake to take part.
    /// @param node the node
    /// @return whether it counts as staked
    function isStaked(address node) public view returns (bool) {
        return _isListed(node) && nodeStake(node) >= _nodeManager().stakeRequiredAmount;
    }

    /// @notice Those of some of the nodes, in joining order, that count as staked.
    /// @param offset how many nodes to skip, staked or not
    /// @param limit how many nodes to look at, at most
    /// @return staked the staked ones of them
    function stakedNodes(uint256 offset, uint256 limit) external view returns (address[] memory staked) {
        address[] memory page = _page(offset, limit);
        uint256 least = _nodeManager().stakeRequiredAmount;
        uint256 count = 0;
        for (uint256 i = 0; i < page.length; i++) {
            if (nodeStake(page[i]) >= least) page[count++] = page[i];
        }
        staked = new address[](count);
        for (uint256 i = 0; i < count; i++) {
            staked[i] = page[i];
        }
    }

    /// @notice What an account has here and not delegated, whether it has to wait or not.
    /// @param account whose
    /// @return units
    function balanceOf(address account) external view returns (uint256) {
        return _nodeManager().accounts[account].total();
    }

    /// @notice What an account may withdraw now.
    /// @param account whose
    /// @return units
    function withdrawable(address account) public view returns (uint256) {
        return _nodeManager().accounts[account].available();
    }

    /// @notice What an account took back from nodes and has not withdrawn, delegated or
    /// otherwise released since, by the time of release.
    /// @param account whose
    /// @return entries at most 32, in the order in which they were taken back
    function unbonding(address account) external view returns (Unbonding.Entry[] memory entries) {
        return _nodeManager().accounts[account].waiting;
    }

    /// @notice How long what is taken back from a node has to wait.
    /// @return seconds
    function unbondingPeriod() external view returns (uint256) {
        return _nodeManager().unbondingPeriod;
    }

    /// @notice What an account has delegated to a node.
    /// @param account whose
    /// @param node the node
    /// @return units
    function delegatesOf(address account, address node) public view returns (uint256) {
        return _nodeManager().delegations[account][node];
    }

    /// @notice What was decided about an account as a node.
    /// @param node the account
    /// @return 0 nothing, 1 approved, 2 rejected
    function whitelist(address node) external view returns (WhitelistState) {
        return _nodeManager().whitelist[node];
    }

    /// @notice Whether nodes need approval.
    /// @return whether the whitelist is on
    function requiresWhitelist() external view returns (bool) {
        return _nodeManager().requiresWhitelist;
    }

    /// @notice What makes a node count as staked.
    /// @return units
    function stakeRequiredAmount() external view returns (uint256) {
        return _nodeManager().stakeRequiredAmount;
    }

    /// @notice The token that is staked.
    /// @return its address
    function stakeTokenAddress() external view returns (address) {
        return address(_nodeManager().token);
    }

    /// @notice All that is staked, delegated or in the treasury here.
    /// @return units
    function totalSupply() external view returns (uint256) {
        return _nodeManager().totalSupply;
    }

    /// @notice What is in the treasury.
    /// @return units
    function treasurySupply() external view returns (uint256) {
        return _nodeManager().treasurySupply;
    }

    /// @notice The store manager that serves.
    /// @return its address
    function storeManager() external view returns (address) {
        return _nodeManager().storeManager;
    }

    /// @notice The query manager that serves.
    /// @return its address
    function queryManager() external view returns (address) {
        return _nodeManager().queryManager;
    }

    /// @notice The report manager that serves.
    /// @return its address
    function reportManager() external view returns (address) {
        return _nodeManager().reportManager;
    }

    // --- inside: books first, then the stream registry, then the token ---

    function _checkWhitelist() private view {
        NodeManagerStorage storage $ = _nodeManager();
        require(!$.requiresWhitelist || $.whitelist[msg.sender] == WhitelistState.Approved, "error_notApproved");
    }

    function _upsertNode(address node, string memory metadata_) private {
        require(_nodeManager().whitelist[node] != WhitelistState.Rejected, "error_notApproved");
        if (bytes(metadata_).length > MAX_METADATA_BYTES) revert MetadataTooLong(bytes(metadata_).length);
        _list(node, metadata_);
    }

    function _reject(address node) private {
        _nodeManager().whitelist[node] = WhitelistState.Rejected;
        emit NodeWhitelistRejected(node);
    }

    /// @dev Asks the stream registry only when the node began or ceased to be staked.
    function _settlePermission(address node) private {
        bool staked = isStaked(node);
        Node storage n = _node(node);
        if (n.publishes == staked) return;
        n.publishes = staked;
        _setPublisher(node, staked);
    }

    function _stake(uint256 amount) private {
        require(amount > 0, "error_insufficientStake");
        NodeManagerStorage storage $ = _nodeManager();
        $.accounts[msg.sender].deposit(amount);
        $.totalSupply += amount;
        emit Staked(msg.sender, amount);
    }

    function _delegate(uint256 amount, address node) private {
        require(amount > 0, "error_insufficientDelegateAmount");
        require(_isListed(node), "error_invalidNode");
        NodeManagerStorage storage $ = _nodeManager();
        require($.accounts[msg.sender].take(amount), "error_notEnoughStake");
        uint256 delegated = $.delegations[msg.sender][node] += amount;
        uint256 total = _node(node).stake += amount;
        emit StakeDelegateUpdated(msg.sender, node, amount, total, delegated, true);
    }

    function _undelegate(uint256 amount, address node) private {
        require(amount > 0, "error_insufficientDelegateAmount");
        NodeManagerStorage storage $ = _nodeManager();
        uint256 delegated = $.delegations[msg.sender][node];
        require(amount <= delegated, "error_notEnoughStake");
        delegated -= amount;
        $.delegations[msg.sender][node] = delegated;
        uint256 total = _node(node).stake -= amount;
        uint256 period = $.unbondingPeriod;
        $.accounts[msg.sender].wait(amount, period);
        emit StakeDelegateUpdated(msg.sender, node, amount, total, delegated, false);
        if (period > 0) emit UnbondingStarted(msg.sender, amount, block.timestamp + period);
    }

    function _takeOut(uint256 amount) private returns (uint256) {
        NodeManagerStorage storage $ = _nodeManager();
        require($.accounts[msg.sender].take(amount), "error_notEnoughStake");
        $.totalSupply -= amount;
        emit Withdrawn(msg.sender, amount);
        return amount;
    }

    function _pull(uint256 amount) private {
        _nodeManager().token.safeTransferFrom(msg.sender, address(this), amount);
    }

    function _push(uint256 amount) private {
        _nodeManager().token.safeTransfer(msg.sender, amount);
    }

    function _nodeManager() private pure returns (NodeManagerStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := NODE_MANAGER_SLOT
        }
    }
}
