package wallet

import (
	"context"
	"encoding/json"
	"errors"
	"net/url"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/message"
)

func (w *Wallet) storageNodes() contract { return contract{"NodeRegistry", w.at.NodeRegistry} }
func (w *Wallet) assignments() contract {
	return contract{"StreamStorageRegistry", w.at.StreamStorageRegistry}
}

// Partitions reads how many partitions a stream has, from its metadata: 1 if that does not
// say.
func (w *Wallet) Partitions(ctx context.Context, stream message.StreamID) (int, error) {
	metadata, err := w.Metadata(ctx, stream)
	if err != nil {
		return 0, err
	}
	n, _ := readMetadata(metadata)
	return n, nil
}

// StorageNode is a storage node in the way of Streamr: it has listed itself, and owners
// assign their streams to it.
type StorageNode struct {
	Address common.Address
	URLs    []string // of its HTTP interface, those that can be used
}

// StorageNodes reads the storage nodes that a stream is assigned to. The registries have
// no list of them, so that all storage nodes are gone through, with one call for each.
func (w *Wallet) StorageNodes(ctx context.Context, stream message.StreamID) ([]StorageNode, error) {
	nodes := contracts.NewNodeRegistry()
	all, err := read(ctx, w, w.storageNodes(), nodes.PackGetNodes(), nodes.UnpackGetNodes)
	if err != nil {
		return nil, err
	}
	c := contracts.NewStreamStorageRegistry()
	var assigned []StorageNode
	for _, n := range all {
		is, err := read(ctx, w, w.assignments(), c.PackIsStorageNodeOf(string(stream), n.NodeAddress), c.UnpackIsStorageNodeOf)
		if err != nil {
			return nil, err
		}
		if is {
			assigned = append(assigned, StorageNode{n.NodeAddress, storageURLs(n.Metadata)})
		}
	}
	return assigned, nil
}

// storageURLs reads the metadata of a storage node: {"urls":["https://…"]}, or "http" as
// the network's nodes have it.
func storageURLs(metadata string) []string {
	var meta struct {
		HTTP string   `json:"http"`
		URLs []string `json:"urls"`
	}
	if json.Unmarshal([]byte(metadata), &meta) != nil {
		return nil
	}
	var urls []string
	for _, text := range append(meta.URLs, meta.HTTP) {
		if u, err := url.Parse(text); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			urls = append(urls, text)
		}
	}
	return urls
}

// validSignature is the selector of isValidSignature(bytes32,bytes), and what it returns
// for a valid one (ERC-1271).
var validSignature = [4]byte{0x16, 0x26, 0xba, 0x7e}

// IsValidSignature asks a contract whether a signature is one of its own (ERC-1271). An
// error means that the chain did not answer; a contract that is not there, refuses, or
// answers something else says no.
func (w *Wallet) IsValidSignature(ctx context.Context, account common.Address, digest [32]byte, signature []byte) (bool, error) {
	if err := w.checkChain(ctx); err != nil {
		return false, err
	}
	out, err := w.cfg.Backend.CallContract(ctx, ethereum.CallMsg{To: &account, Data: packSignature(digest, signature)}, nil)
	if err != nil {
		err = w.explain(err)
		if errors.Is(err, ErrReverted) {
			return false, nil
		}
		return false, err
	}
	return len(out) == 32 && [4]byte(out) == validSignature, nil
}

func packSignature(digest [32]byte, signature []byte) []byte {
	data := append(validSignature[:], digest[:]...)
	data = append(data, common.LeftPadBytes([]byte{64}, 32)...) // where the bytes begin
	length := uint64(len(signature))
	data = append(data, common.LeftPadBytes([]byte{byte(length >> 24), byte(length >> 16), byte(length >> 8), byte(length)}, 32)...)
	data = append(data, signature...)
	return append(data, make([]byte, (32-len(signature)%32)%32)...)
}
