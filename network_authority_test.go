package logstore_test

import (
	"errors"
	"math/big"
	"slices"
	"testing"

	"github.com/logstore/logstore"
)

// A stream with a stake can be asked for at the network's nodes.
func TestNetworkSaysWhereStreamsAreKept(t *testing.T) {
	t.Parallel()
	chain := startNetwork(t)
	n := open(t, chain, chain.Rich, nil)
	ctx := t.Context()
	lsan := big.NewInt(1e18)
	if _, _, err := n.Mint(ctx, new(big.Int).Mul(lsan, big.NewInt(2e9))); err != nil {
		t.Fatal(err)
	}
	if _, err := n.JoinNetwork(ctx, lsan, `{"http":"https://node.example"}`); err != nil {
		t.Fatal(err)
	}
	id, _, err := n.CreateStream(ctx, "/weather", logstore.StreamOptions{Partitions: 7})
	if err != nil {
		t.Fatal(err)
	}
	if p, err := n.Partitions(ctx, "/weather"); err != nil || p != 7 {
		t.Errorf("%d partitions, %v", p, err)
	}
	if urls, err := n.StorageURLs(ctx, id); err != nil || len(urls) != 0 {
		t.Errorf("without a stake it is kept at %v, %v", urls, err)
	}
	if _, err := n.StakeStore(ctx, id, big.NewInt(1000)); err != nil {
		t.Fatal(err)
	}
	if urls, err := n.StorageURLs(ctx, id); err != nil || !slices.Equal(urls, []string{"https://node.example"}) {
		t.Errorf("with a stake it is kept at %v, %v", urls, err)
	}
	if _, err := n.Partitions(ctx, "/none"); !errors.Is(err, logstore.ErrNoSuchStream) {
		t.Errorf("no such stream: %v", err)
	}
}
