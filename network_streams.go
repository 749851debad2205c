package logstore

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"time"

	"github.com/logstore/logstore/internal/chain/wallet"
	"github.com/logstore/logstore/internal/schema"
)

// Right is one thing that a user may do with a stream of a network.
type Right = wallet.Right

// The rights. Everybody ("public"), and users with a public key instead of an address,
// can have the first two only.
const (
	RightPublish   = wallet.Publish
	RightSubscribe = wallet.Subscribe
	RightEdit      = wallet.Edit   // change the metadata
	RightDelete    = wallet.Delete // delete the stream
	RightGrant     = wallet.Grant  // give and take permissions
)

// Public stands for everybody where a user is named.
const Public = "public"

// StreamPermission is what a user may do with a stream. The right to publish and to
// subscribe ends at a time: zero if there is none, [Forever] if it has no end.
type StreamPermission struct {
	Edit, Delete, Grant bool
	Publish, Subscribe  time.Time
}

// Forever is the end of a permission without end.
var Forever = wallet.Forever

// NetworkStream is what the chain says about a stream.
type NetworkStream struct {
	ID string
	// Metadata as its owner wrote it, usually a JSON object.
	Metadata   string
	Partitions int             // 1 if the metadata does not say
	Schema     json.RawMessage // JSON Schema in the metadata, nil if there is none
	// Stake is everybody's for storing it, Own the account's part, in base units.
	Stake, Own *big.Int
	// Mine is what the account may do, Public what everybody may.
	Mine, Public StreamPermission
}

// StreamOptions of a new stream.
type StreamOptions struct {
	// Metadata is a JSON object, "" for an empty one.
	Metadata string
	// Partitions, 1…100, is written into the metadata. 0 leaves it as it is, or 1.
	Partitions int
}

// CreateStream registers a stream of the account's own, "/path", and returns its full
// name. Errors: [ErrStreamExists], [ErrMetadata], [ErrNotPermitted] for a stream under
// somebody else's address.
func (n *Network) CreateStream(ctx context.Context, name string, o StreamOptions) (id string, _ *Outcome, err error) {
	if _, err := n.stream(name); err != nil {
		return "", nil, err
	}
	stream, done, err := n.wallet.CreateStream(ctx, name, o.Metadata, o.Partitions)
	outcome, err := outcomeOf(done, err)
	return string(stream), outcome, err
}

// Stream reads what the chain says about a stream, or [ErrNoSuchStream].
func (n *Network) Stream(ctx context.Context, stream string) (*NetworkStream, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	s, err := n.wallet.ShowStream(ctx, id)
	if err != nil {
		return nil, err
	}
	return &NetworkStream{
		ID: string(s.ID), Metadata: s.Metadata, Partitions: s.Partitions, Schema: s.Schema, Stake: s.Stake, Own: s.Own,
		Mine: StreamPermission(s.Mine), Public: StreamPermission(s.Public),
	}, nil
}

// Streams finds the streams of an owner, "" being the account itself, in the registry's
// events. On a chain of many blocks this takes long; progress, which may be nil, is told
// the last block searched and the last there is.
func (n *Network) Streams(ctx context.Context, owner string, progress func(block, last uint64)) ([]string, error) {
	account, err := n.address(owner)
	if err != nil {
		return nil, err
	}
	ids, err := n.wallet.ListStreams(ctx, account, progress)
	if err != nil {
		return nil, err
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return names, nil
}

// SetMetadata replaces a stream's metadata, a JSON object. Errors: [ErrNoSuchStream],
// [ErrMetadata], [ErrNotPermitted].
func (n *Network) SetMetadata(ctx context.Context, stream, metadata string) (*Outcome, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	return outcomeOf(n.wallet.SetMetadata(ctx, id, metadata))
}

// SetPartitions changes a stream's number of partitions, 1…100, and leaves the rest of
// its metadata as it is.
func (n *Network) SetPartitions(ctx context.Context, stream string, partitions int) (*Outcome, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	return outcomeOf(n.wallet.SetPartitions(ctx, id, partitions))
}

// SetStreamSchema puts a JSON Schema into a stream's metadata, which the network's nodes
// then check events against, and leaves the rest as it is. An empty one takes the
// schema out. Errors: [ErrNoSuchStream], [ErrNotPermitted], [ErrInvalid] for what is no
// schema that nodes take.
func (n *Network) SetStreamSchema(ctx context.Context, stream string, text json.RawMessage) (*Outcome, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	if len(text) > 0 {
		if _, err := schema.Compile(text); err != nil {
			return nil, fmt.Errorf("%w: schema of %s: %w", ErrInvalid, id, err)
		}
	}
	return outcomeOf(n.wallet.SetSchema(ctx, id, text))
}

// DeleteStream takes a stream out of the registry. What is staked on it stays there.
func (n *Network) DeleteStream(ctx context.Context, stream string) (*Outcome, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	return outcomeOf(n.wallet.DeleteStream(ctx, id))
}

// Grant gives a user rights to a stream, besides those that it has. The user is an
// address, a public key in hex, or [Public]. Publishing and subscribing end at until, or
// never if that is the zero time. Errors: [ErrNoSuchStream], [ErrNotPermitted],
// [ErrInvalid].
func (n *Network) Grant(ctx context.Context, stream, user string, rights []Right, until time.Time) (*Outcome, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	whom, err := wallet.ParseUser(user)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return outcomeOf(n.wallet.Grant(ctx, id, whom, rights, until))
}

// Revoke takes rights to a stream from a user, all if none are named.
func (n *Network) Revoke(ctx context.Context, stream, user string, rights []Right) (*Outcome, error) {
	id, err := n.stream(stream)
	if err != nil {
		return nil, err
	}
	whom, err := wallet.ParseUser(user)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return outcomeOf(n.wallet.Revoke(ctx, id, whom, rights))
}

// Permission reads what a user may do with a stream, what everybody may included.
func (n *Network) Permission(ctx context.Context, stream, user string) (StreamPermission, error) {
	id, err := n.stream(stream)
	if err != nil {
		return StreamPermission{}, err
	}
	whom, err := wallet.ParseUser(user)
	if err != nil {
		return StreamPermission{}, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	p, err := n.wallet.Permission(ctx, id, whom)
	return StreamPermission(p), err
}

// ParseRight reads the name of a right: publish, subscribe, edit, delete or grant.
func ParseRight(name string) (Right, error) {
	r, err := wallet.ParseRight(name)
	if err != nil {
		err = fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return r, err
}
