// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {LogStoreProxied} from "../logstore/LogStoreProxied.sol";

/// @title Storage nodes and how they are reached
/// @notice For chains without a Streamr network: clients of Streamr's registry of storage
/// nodes can use this one. Anybody lists his own node, unless the whitelist is on; who is
/// rejected cannot, whether it is on or off.
/// @dev A doubly linked list in the order of joining: every change is O(1). Only views
/// walk along it.
contract NodeRegistry is LogStoreProxied {
    /// @notice What the owner says about an account as the operator of a node.
    enum WhitelistState {
        None,
        Approved,
        Rejected
    }

    struct Node {
        address nodeAddress;
        // A JSON object with the URLs, or a URL.
        string metadata;
        // Unix time in seconds of the last change, 0 when there is no such node.
        uint256 lastSeen;
    }

    struct Item {
        Node node;
        address next;
        address prev;
    }

    /// @custom:storage-location erc7201:logstore.NodeRegistry
    struct NodeRegistryStorage {
        uint64 count;
        bool requiresWhitelist;
        address head;
        address tail;
        mapping(address => Item) items;
        mapping(address => WhitelistState) whitelist;
    }

    // ERC-7201 slot of "logstore.NodeRegistry".
    bytes32 private constant NODE_REGISTRY_SLOT = 0xcea92c714e2d714d0f4d06bd696bd854522ef06b935f883284671583e20b8800;

    /// @notice A node was listed, or its entry renewed.
    /// @param nodeAddress the node
    /// @param metadata how it is reached
    /// @param isNew 1 if it was not listed before, else 0
    /// @param lastSeen the time, Unix time in seconds
    event NodeUpdated(address indexed nodeAddress, string metadata, uint256 indexed isNew, uint256 lastSeen);

    /// @notice A node is not listed any more.
    /// @param nodeAddress the node
    event NodeRemoved(address indexed nodeAddress);

    /// @notice An account may list its node while the whitelist is on.
    /// @param nodeAddress the account
    event NodeWhitelistApproved(address indexed nodeAddress);

    /// @notice An account may not list its node.
    /// @param nodeAddress the account
    event NodeWhitelistRejected(address indexed nodeAddress);

    /// @notice The whitelist was switched on or off.
    /// @param value whether it is on
    event RequiresWhitelistChanged(bool indexed value);

    /// @notice Sets up the registry behind its proxy.
    /// @param owner_ its owner
    /// @param requiresWhitelist_ whether nodes need the owner's approval
    /// @param initialNodes nodes to begin with
    /// @param initialMetadata how each of them is reached
    function initialize(
        address owner_,
        bool requiresWhitelist_,
        address[] calldata initialNodes,
        string[] calldata initialMetadata
    ) external initializer {
        require(initialNodes.length == initialMetadata.length, "error_badTrackerData");
        __Ownable_init(owner_);
        _nodeRegistry().requiresWhitelist = requiresWhitelist_;
        emit RequiresWhitelistChanged(requiresWhitelist_);
        for (uint256 i = 0; i < initialNodes.length; i++) {
            _put(initialNodes[i], initialMetadata[i]);
        }
    }

    /// @notice Lists the caller's node, or renews its entry.
    /// @param metadata_ how it is reached
    function createOrUpdateNodeSelf(string calldata metadata_) external {
        NodeRegistryStorage storage $ = _nodeRegistry();
        WhitelistState state = $.whitelist[msg.sender];
        require(
            state == WhitelistState.Approved || (state == WhitelistState.None && !$.requiresWhitelist),
            "error_notApproved"
        );
        _put(msg.sender, metadata_);
    }

    /// @notice Lists a node, or renews its entry. The owner only.
    /// @param node the node
    /// @param metadata_ how it is reached
    function createOrUpdateNode(address node, string calldata metadata_) external onlyOwner {
        _put(node, metadata_);
    }

    /// @notice Takes the caller's node off the list.
    function removeNodeSelf() external {
        _remove(msg.sender);
    }

    /// @notice Takes a node off the list. The owner only.
    /// @param nodeAddress the node
    function removeNode(address nodeAddress) external onlyOwner {
        _remove(nodeAddress);
    }

    /// @notice Takes a node off the list and rejects it. The owner only.
    /// @param nodeAddress the node
    function kickOut(address nodeAddress) external onlyOwner {
        _reject(nodeAddress);
        _remove(nodeAddress);
    }

    /// @notice Lets an account list its node, also one that was rejected. The owner only.
    /// @param nodeAddress the account
    function whitelistApproveNode(address nodeAddress) external onlyOwner {
        _nodeRegistry().whitelist[nodeAddress] = WhitelistState.Approved;
        emit NodeWhitelistApproved(nodeAddress);
    }

    /// @notice Forbids an account to list its node; an entry that there is stays, see
    /// kickOut. The owner only.
    /// @param nodeAddress the account
    function whitelistRejectNode(address nodeAddress) external onlyOwner {
        _reject(nodeAddress);
    }

    /// @notice Switches the whitelist on or off. The owner only.
    /// @param value whether nodes need approval
    function setRequiresWhitelist(bool value) external onlyOwner {
        _nodeRegistry().requiresWhitelist = value;
        emit RequiresWhitelistChanged(value);
    }

    /// @notice A node; all zero when it is not listed.
    /// @param nodeAddress its address
    /// @return its entry
    function getNode(address nodeAddress) external view returns (Node memory) {
        return _nodeRegistry().items[nodeAddress].node;
    }

    /// @notice A node and its neighbours in the list; all zero when it is not listed.
    /// @param nodeAddress its address
    /// @return node its entry
    /// @return next the node after it, zero if it is the last
    /// @return prev the node before it, zero if it is the first
    function nodes(address nodeAddress) external view returns (Node memory node, address next, address prev) {
        Item storage item = _nodeRegistry().items[nodeAddress];
        return (item.node, item.next, item.prev);
    }

    /// @notice A node by its place in the list. Walks to it: read long lists with getPage.
    /// @param i its place, from 0
    /// @return its entry
    function getNodeByNumber(uint256 i) external view returns (Node memory) {
        NodeRegistryStorage storage $ = _nodeRegistry();
        require(i < $.count, "error_indexOutOfBounds");
        address current = $.head;
        for (; i > 0; i--) {
            current = $.items[current].next;
        }
        return $.items[current].node;
    }

    /// @notice All nodes in the order of joining. Read long lists with getPage.
    /// @return their entries
    function getNodes() external view returns (Node[] memory) {
        NodeRegistryStorage storage $ = _nodeRegistry();
        return getPage($.head, $.count);
    }

    /// @notice Some of the nodes in the order of joining.
    /// @param first the node to begin with, zero for the first of all
    /// @param limit how many to return at most
    /// @return page their entries; for the next page begin with the next of the last one
    function getPage(address first, uint256 limit) public view returns (Node[] memory page) {
        NodeRegistryStorage storage $ = _nodeRegistry();
        if (limit > $.count) limit = $.count;
        page = new Node[](limit);
        address current = first == address(0) ? $.head : first;
        uint256 found = 0;
        for (; found < limit && $.items[current].node.lastSeen != 0; found++) {
            page[found] = $.items[current].node;
            current = $.items[current].next;
        }
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            mstore(page, found)
        }
    }

    /// @notice How many nodes are listed.
    /// @return their number
    function nodeCount() external view returns (uint64) {
        return _nodeRegistry().count;
    }

    /// @notice The first node.
    /// @return its address, zero when there is none
    function headNode() external view returns (address) {
        return _nodeRegistry().head;
    }

    /// @notice The last node.
    /// @return its address, zero when there is none
    function tailNode() external view returns (address) {
        return _nodeRegistry().tail;
    }

    /// @notice Whether nodes need the owner's approval.
    /// @return whether the whitelist is on
    function requiresWhitelist() external view returns (bool) {
        return _nodeRegistry().requiresWhitelist;
    }

    /// @notice What the owner says about an account: 0 nothing, 1 approved, 2 rejected.
    /// @param nodeAddress the account
    /// @return its state
    function whitelist(address nodeAddress) external view returns (WhitelistState) {
        return _nodeRegistry().whitelist[nodeAddress];
    }

    function _put(address nodeAddress, string memory metadata_) private {
        NodeRegistryStorage storage $ = _nodeRegistry();
        Item storage item = $.items[nodeAddress];
        uint256 isNew = 0;
        if (item.node.lastSeen == 0) {
            isNew = 1;
            address last = $.tail;
            item.node.nodeAddress = nodeAddress;
            item.prev = last;
            if (last == address(0)) $.head = nodeAddress;
            else $.items[last].next = nodeAddress;
            $.tail = nodeAddress;
            $.count++;
        }
        item.node.metadata = metadata_;
        item.node.lastSeen = block.timestamp;
        emit NodeUpdated(nodeAddress, metadata_, isNew, block.timestamp);
    }

    function _remove(address nodeAddress) private {
        NodeRegistryStorage storage $ = _nodeRegistry();
        Item storage item = $.items[nodeAddress];
        require(item.node.lastSeen != 0, "error_notFound");
        (address next, address prev) = (item.next, item.prev);
        if (prev == address(0)) $.head = next;
        else $.items[prev].next = next;
        if (next == address(0)) $.tail = prev;
        else $.items[next].prev = prev;
        $.count--;
        delete $.items[nodeAddress];
        emit NodeRemoved(nodeAddress);
    }

    function _reject(address nodeAddress) private {
        _nodeRegistry().whitelist[nodeAddress] = WhitelistState.Rejected;
        emit NodeWhitelistRejected(nodeAddress);
    }

    function _nodeRegistry() private pure returns (NodeRegistryStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := NODE_REGISTRY_SLOT
        }
    }
}
