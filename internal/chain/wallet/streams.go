package wallet

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/message"
)

// StreamExists asks the stream registry.
func (w *Wallet) StreamExists(ctx context.Context, stream message.StreamID) (bool, error) {
	c := contracts.NewStreamRegistry()
	return read(ctx, w, w.streams(), c.PackExists(string(stream)), c.UnpackExists)
}

func (w *Wallet) mustExist(ctx context.Context, stream message.StreamID) error {
	ok, err := w.StreamExists(ctx, stream)
	if err == nil && !ok {
		err = fmt.Errorf("%w: %s is not in the stream registry of %s", ErrNoSuchStream, stream, w.cfg.Network.Name)
	}
	return err
}

// Metadata reads a stream's metadata as its owner wrote it.
func (w *Wallet) Metadata(ctx context.Context, stream message.StreamID) (string, error) {
	if err := w.mustExist(ctx, stream); err != nil {
		return "", err
	}
	c := contracts.NewStreamRegistry()
	return read(ctx, w, w.streams(), c.PackGetStreamMetadata(string(stream)), c.UnpackGetStreamMetadata)
}

// StreamInfo is what the chain says about a stream.
type StreamInfo struct {
	ID         message.StreamID
	Metadata   string
	Partitions int             // 1 if the metadata does not say
	Schema     json.RawMessage // nil if the metadata carries none
	// Stake is everybody's for storing it, Own the account's part, in base units.
	Stake, Own *big.Int
	// Mine is what the account may do, Public what everybody may.
	Mine, Public Permission
}

// ShowStream reads what the chain says about a stream.
func (w *Wallet) ShowStream(ctx context.Context, stream message.StreamID) (*StreamInfo, error) {
	s := &StreamInfo{ID: stream}
	var err error
	if s.Metadata, err = w.Metadata(ctx, stream); err != nil {
		return nil, err
	}
	s.Partitions, s.Schema = readMetadata(s.Metadata)
	if s.Stake, err = w.StreamStake(ctx, stream); err != nil {
		return nil, err
	}
	if s.Own, err = w.StreamStakeOf(ctx, stream, w.cfg.Account); err != nil {
		return nil, err
	}
	if owner := w.owner(); owner != "" {
		if s.Mine, err = w.Permission(ctx, stream, owner); err != nil {
			return nil, err
		}
	}
	s.Public, err = w.DirectPermission(ctx, stream, Public)
	return s, err
}

// CreateStream registers a stream of the account's own. The name is its path ("/weather")
// or its full id. Metadata is a JSON object, "" for that of one partition; a number of
// partitions other than 0 is written into it.
func (w *Wallet) CreateStream(ctx context.Context, name, metadata string, partitions int) (message.StreamID, *Done, error) {
	stream, err := w.Stream(name)
	if err != nil {
		return "", nil, err
	}
	path, ok := strings.CutPrefix(string(stream), w.owner().String())
	if !ok || !strings.HasPrefix(path, "/") {
		return "", nil, fmt.Errorf("stream %s: %w: an account makes streams under its own address only, %s/…", stream, ErrNotPermitted, w.owner())
	}
	if err := checkPath(path); err != nil {
		return "", nil, err
	}
	switch {
	case metadata == "" && partitions == 0:
		metadata = `{"partitions":1}`
	case partitions != 0:
		if metadata, err = withPartitions(metadata, partitions); err != nil {
			return "", nil, err
		}
	}
	if err := checkMetadata(metadata); err != nil {
		return "", nil, err
	}
	if err := w.begin(ctx, w.streams()); err != nil {
		return "", nil, err
	}
	exists, err := w.StreamExists(ctx, stream)
	if err != nil {
		return "", nil, err
	}
	if exists {
		return "", nil, fmt.Errorf("%w: %s", ErrStreamExists, stream)
	}
	done, err := w.single(ctx, "create the stream "+string(stream), w.streams().call("create stream", contracts.NewStreamRegistry().PackCreateStream(path, metadata)))
	return stream, done, err
}

// checkPath allows what the registry does (PROTOCOL.md §8.2).
func checkPath(path string) error {
	for _, r := range path {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', strings.ContainsRune("-./_", r):
		default:
			return fmt.Errorf("stream path %q: the registry takes letters, digits and - . / _ only, not %q", path, r)
		}
	}
	return nil
}

// SetMetadata replaces the metadata of a stream, a JSON object.
func (w *Wallet) SetMetadata(ctx context.Context, stream message.StreamID, metadata string) (*Done, error) {
	if err := checkMetadata(metadata); err != nil {
		return nil, err
	}
	return w.changeMetadata(ctx, stream, "set the metadata of "+string(stream), func(string) (string, error) { return metadata, nil })
}

// SetPartitions changes the number of partitions in a stream's metadata.
func (w *Wallet) SetPartitions(ctx context.Context, stream message.StreamID, n int) (*Done, error) {
	return w.changeMetadata(ctx, stream, fmt.Sprintf("set the partitions of %s to %d", stream, n), func(old string) (string, error) {
		return withPartitions(old, n)
	})
}

// SetSchema puts a JSON Schema into a stream's metadata and leaves the rest of it as it
// is. An empty schema takes it out. That it is a schema which nodes accept is the
// caller's to check.
func (w *Wallet) SetSchema(ctx context.Context, stream message.StreamID, schema json.RawMessage) (*Done, error) {
	what := "set the schema of "
	if len(schema) == 0 {
		what = "remove the schema of "
	}
	return w.changeMetadata(ctx, stream, what+string(stream), func(old string) (string, error) { return withSchema(old, schema) })
}

func (w *Wallet) changeMetadata(ctx context.Context, stream message.StreamID, what string, change func(string) (string, error)) (*Done, error) {
	if err := w.begin(ctx, w.streams()); err != nil {
		return nil, err
	}
	old, err := w.Metadata(ctx, stream)
	if err != nil {
		return nil, err
	}
	metadata, err := change(old)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	if err := checkMetadata(metadata); err != nil {
		return nil, fmt.Errorf("%s: %w", what, err)
	}
	if err := w.may(ctx, stream, Edit); err != nil {
		return nil, err
	}
	return w.single(ctx, what, w.streams().call(what, contracts.NewStreamRegistry().PackUpdateStreamMetadata(string(stream), metadata)))
}

// DeleteStream takes a stream out of the registry. What is staked on it stays there.
func (w *Wallet) DeleteStream(ctx context.Context, stream message.StreamID) (*Done, error) {
	if err := w.begin(ctx, w.streams()); err != nil {
		return nil, err
	}
	if err := w.mustExist(ctx, stream); err != nil {
		return nil, err
	}
	if err := w.may(ctx, stream, Delete); err != nil {
		return nil, err
	}
	return w.single(ctx, "delete the stream "+string(stream), w.streams().call("delete stream", contracts.NewStreamRegistry().PackDeleteStream(string(stream))))
}
