package logstore

import (
	"context"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/message"
)

// Partitions reads how many partitions a stream has: 1 if its metadata does not say.
// Errors: [ErrNoSuchStream].
func (n *Network) Partitions(ctx context.Context, stream string) (int, error) {
	id, err := n.stream(stream)
	if err != nil {
		return 0, err
	}
	return n.wallet.Partitions(ctx, id)
}

// StorageURLs finds out where a stream's messages can be asked for: at the storage nodes
// that it is assigned to, and, if it has a stake, at the nodes of the LogStore network.
// None is no error.
func (n *Network) StorageURLs(ctx context.Context, stream string) ([]string, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	assigned, err := n.wallet.StorageNodes(ctx, id)
	if err != nil {
		return nil, err
	}
	var urls []string
	for _, node := range assigned {
		urls = append(urls, node.URLs...)
	}
	stake, err := n.wallet.StreamStake(ctx, id)
	if err != nil {
		return nil, err
	}
	if stake.Sign() > 0 {
		nodes, err := n.wallet.Nodes(ctx)
		if err != nil {
			return nil, err
		}
		for i := range nodes {
			if url := nodes[i].URL(); url != "" && nodes[i].IsStaked {
				urls = append(urls, url)
			}
		}
	}
	slices.Sort(urls)
	return slices.Compact(urls), nil
}

// IsValidSignature asks a contract whether a signature is its own (ERC-1271): with it, a
// Network is a [message.ContractVerifier].
func (n *Network) IsValidSignature(ctx context.Context, contract message.UserID, digest [32]byte, signature []byte) (bool, error) {
	if !contract.IsAddress() {
		return false, nil
	}
	return n.wallet.IsValidSignature(ctx, common.BytesToAddress([]byte(contract)), digest, signature)
}
