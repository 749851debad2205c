// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";
import {Fenwick} from "./Fenwick.sol";

/// @title The nodes of the network in the order in which they joined
/// @notice A doubly linked list; the place of a node and the node at a place are found in
/// O(log n), so joining and leaving cost the same however many nodes there are.
/// @dev Every joining takes the next number of a sequence. A Fenwick tree over it holds 1
/// for numbers whose node is listed, 0 for those whose node left.
abstract contract NodeList {
    using Fenwick for Fenwick.Tree;

    struct Node {
        string metadata;
        address next;
        // Seconds; 0 when the node is not listed.
        uint64 lastSeen;
        // Number of the joining.
        uint32 number;
        address prev;
        // Whether the node was last given publish permission, rather than denied it.
        bool publishes;
        // Sum of the delegations to the node; outlives its removal.
        uint256 stake;
    }

    /// @custom:storage-location erc7201:logstore.NodeList
    struct NodeListStorage {
        mapping(address => Node) nodes;
        address head;
        address tail;
        uint256 total;
        uint256 startBlock;
        Fenwick.Tree listed;
        mapping(uint256 => address) byNumber;
    }

    // ERC-7201 slot of "logstore.NodeList".
    bytes32 private constant NODE_LIST_SLOT =
        0xce980d7cc458668359a8ee6e010773d3e6f0b2622a218d04db26146f01d90a00;

    /// @notice A node joined or renewed its entry.
    /// @param nodeAddress the node
    /// @param metadata how it is reached
    /// @param isNew whether it was not listed before
    /// @param lastSeen the time, in seconds
    event NodeUpdated(address indexed nodeAddress, string metadata, bool indexed isNew, uint256 lastSeen);

    /// @notice A node is no longer listed.
    /// @param nodeAddress the node
    event NodeRemoved(address indexed nodeAddress);

    /// @notice The entry of a node; all zero when there is none, except for a stake that
    /// delegators have not taken back yet.
    /// @param node the node's address
    /// @return index how many nodes in the list are before it
    /// @return metadata how it is reached
    /// @return lastSeen when it joined or renewed its entry, in seconds; 0 when it is not
    /// listed
    /// @return next the node that joined after it, zero for the last
    /// @return prev the node that joined before it, zero for the first
    /// @return stake units delegated to it
    function nodes(address node)
        external
        view
        returns (
            uint256 index,
            string memory metadata,
            uint256 lastSeen,
            address next,
            address prev,
            uint256 stake
        )
    {
        NodeListStorage storage $ = _nodeList();
        Node storage n = $.nodes[node];
        if (n.lastSeen > 0) index = $.listed.sum(n.number) - 1;
        return (index, n.metadata, n.lastSeen, n.next, n.prev, n.stake);
    }

    /// @notice All nodes in joining order. With very many nodes read nodePage instead.
    /// @return resultAddresses their addresses
    function nodeAddresses() external view returns (address[] memory resultAddresses) {
        return _page(0, _nodeList().total);
    }

    /// @notice Some of the nodes in joining order.
    /// @param offset how many to skip
    /// @param limit how many to return at most
    /// @return addresses the nodes
    /// @return metadata how each is reached
    /// @return stakes units delegated to each
    function nodePage(uint256 offset, uint256 limit)
        external
        view
        returns (address[] memory addresses, string[] memory metadata, uint256[] memory stakes)
    {
        NodeListStorage storage $ = _nodeList();
        addresses = _page(offset, limit);
        metadata = new string[](addresses.length);
        stakes = new uint256[](addresses.length);
        for (uint256 i = 0; i < addresses.length; i++) {
            Node storage n = $.nodes[addresses[i]];
            metadata[i] = n.metadata;
            stakes[i] = n.stake;
        }
    }

    /// @notice The node that has been listed longest.
    /// @return its address, zero when there is none
    function headNode() external view returns (address) {
        return _nodeList().head;
    }

    /// @notice The node that joined last.
    /// @return its address, zero when there is none
    function tailNode() external view returns (address) {
        return _nodeList().tail;
    }

    /// @notice How many nodes are listed.
    /// @return their number
    function totalNodes() external view returns (uint256) {
        return _nodeList().total;
    }

    /// @notice The block in which the first node joined.
    /// @return its number, 0 while no node is listed
    function startBlockNumber() external view returns (uint256) {
        return _nodeList().startBlock;
    }

    /// @notice The stake of a node.
    /// @param node the node
    /// @return units delegated to it
    function nodeStake(address node) public view returns (uint256) {
        return _nodeList().nodes[node].stake;
    }

    function _node(address node) internal view returns (Node storage) {
        return _nodeList().nodes[node];
    }

    function _isListed(address node) internal view returns (bool) {
        return _nodeList().nodes[node].lastSeen > 0;
    }

    function _list(address node, string memory metadata) internal {
        NodeListStorage storage $ = _nodeList();
        Node storage n = $.nodes[node];
        bool isNew = n.lastSeen == 0;
        if (isNew) {
            address last = $.tail;
            if (last == address(0)) {
                $.head = node;
                $.startBlock = block.number;
            } else {
                $.nodes[last].next = node;
                n.prev = last;
            }
            $.tail = node;
            $.total++;
            uint256 number = $.listed.append(1);
            n.number = SafeCast.toUint32(number);
            $.byNumber[number] = node;
        }
        n.metadata = metadata;
        n.lastSeen = uint64(block.timestamp);
        emit NodeUpdated(node, metadata, isNew, block.timestamp);
    }

    function _unlist(address node) internal {
        NodeListStorage storage $ = _nodeList();
        Node storage n = $.nodes[node];
        require(n.lastSeen != 0, "error_notFound");
        (address next, address prev, uint256 number) = (n.next, n.prev, n.number);
        if (prev == address(0)) $.head = next;
        else $.nodes[prev].next = next;
        if (next == address(0)) $.tail = prev;
        else $.nodes[next].prev = prev;
        $.listed.lower(number, 1);
        delete $.byNumber[number];
        delete n.metadata;
        n.next = address(0);
        n.prev = address(0);
        n.lastSeen = 0;
        n.number = 0;
        $.total--;
        if ($.total == 0) $.startBlock = 0;
        emit NodeRemoved(node);
    }

    function _page(uint256 offset, uint256 limit) internal view returns (address[] memory addresses) {
        NodeListStorage storage $ = _nodeList();
        uint256 total = $.total;
        if (offset >= total) return addresses;
        uint256 count = limit < total - offset ? limit : total - offset;
        addresses = new address[](count);
        address node = $.byNumber[$.listed.firstAbove(offset)];
        for (uint256 i = 0; i < count; i++) {
            addresses[i] = node;
            node = $.nodes[node].next;
        }
    }

    function _nodeList() private pure returns (NodeListStorage storage $) {
        // solhint-disable-next-line no-inline-assembly
        assembly ("memory-safe") {
            $.slot := NODE_LIST_SLOT
        }
    }
}
