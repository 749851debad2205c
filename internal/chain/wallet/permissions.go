package wallet

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/message"
)

// Right is one thing that a user may do with a stream.
type Right uint8

// The rights, numbered as in the stream registry (PROTOCOL.md §8.2).
const (
	Edit Right = iota
	Delete
	Publish
	Subscribe
	Grant
)

var rightNames = []string{"edit", "delete", "publish", "subscribe", "grant"}

// String is the right's name.
func (r Right) String() string {
	if int(r) < len(rightNames) {
		return rightNames[r]
	}
	return fmt.Sprintf("right %d", uint8(r))
}

// ParseRight reads the name of a right.
func ParseRight(s string) (Right, error) {
	i := slices.Index(rightNames, strings.ToLower(s))
	if i < 0 {
		return 0, fmt.Errorf("no right %q: want %s", s, strings.Join(rightNames, ", "))
	}
	return Right(i), nil
}

// Public is the user that stands for everybody.
var Public = message.UserID(make([]byte, common.AddressLength))

// ParseUser reads a user: "public", or an address or public key in hex.
func ParseUser(s string) (message.UserID, error) {
	if strings.EqualFold(s, "public") {
		return Public, nil
	}
	u, err := message.ParseUserID(s)
	if err == nil && len(u) == 0 {
		err = errors.New("empty")
	}
	if err != nil {
		return "", fmt.Errorf("user %q: want public, an address (0x and 40 hex digits) or a public key in hex: %w", s, err)
	}
	return u, nil
}

// Permission is what a user may do with a stream. Publish and Subscribe end at a time:
// the zero time is never allowed, and [Forever] has no end.
type Permission struct {
	Edit, Delete, Grant bool
	Publish, Subscribe  time.Time
}

// Forever is the end of a permission without end. It has a year of four digits, so
// that every format can write it.
var Forever = time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)

// Has tells whether a right is there at a time.
func (p Permission) Has(r Right, at time.Time) bool {
	switch r {
	case Edit:
		return p.Edit
	case Delete:
		return p.Delete
	case Grant:
		return p.Grant
	case Publish:
		return p.Publish.After(at)
	case Subscribe:
		return p.Subscribe.After(at)
	}
	return false
}

// with gives or takes a right.
func (p Permission) with(r Right, on bool, until time.Time) Permission {
	if !on {
		until = time.Time{}
	}
	switch r {
	case Edit:
		p.Edit = on
	case Delete:
		p.Delete = on
	case Grant:
		p.Grant = on
	case Publish:
		p.Publish = until
	case Subscribe:
		p.Subscribe = until
	}
	return p
}

var maxUint256 = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))

// endOf and timeOf go between our times and the registry's seconds, 0 for never and the
// largest number for ever.
func endOf(t time.Time) *big.Int {
	switch {
	case t.IsZero():
		return new(big.Int)
	case !t.Before(Forever):
		return new(big.Int).Set(maxUint256)
	}
	return big.NewInt(t.Unix())
}

func timeOf(n *big.Int) time.Time {
	switch {
	case n.Sign() <= 0:
		return time.Time{}
	case !n.IsInt64() || n.Int64() >= Forever.Unix():
		return Forever
	}
	return time.Unix(n.Int64(), 0).UTC()
}

func permissionOf(p contracts.Permission) Permission {
	return Permission{
		Edit: p.CanEdit, Delete: p.CanDelete, Grant: p.CanGrant,
		Publish: timeOf(p.PublishExpiration), Subscribe: timeOf(p.SubscribeExpiration),
	}
}

func (p Permission) contract() contracts.Permission {
	return contracts.Permission{
		CanEdit: p.Edit, CanDelete: p.Delete, CanGrant: p.Grant,
		PublishExpiration: endOf(p.Publish), SubscribeExpiration: endOf(p.Subscribe),
	}
}

// Permission reads what a user may do, what everybody may included.
func (w *Wallet) Permission(ctx context.Context, stream message.StreamID, user message.UserID) (Permission, error) {
	c := contracts.NewStreamRegistry()
	p, err := read(ctx, w, w.streams(), c.PackGetPermissionsForUserId(string(stream), []byte(user)), c.UnpackGetPermissionsForUserId)
	if err != nil {
		return Permission{}, err
	}
	return permissionOf(p), nil
}

// DirectPermission reads what was given to this user, without what everybody may.
func (w *Wallet) DirectPermission(ctx context.Context, stream message.StreamID, user message.UserID) (Permission, error) {
	c := contracts.NewStreamRegistry()
	p, err := read(ctx, w, w.streams(), c.PackGetDirectPermissionsForUserId(string(stream), []byte(user)), c.UnpackGetDirectPermissionsForUserId)
	if err != nil {
		return Permission{}, err
	}
	return permissionOf(p), nil
}

// may makes sure that the account has a right.
func (w *Wallet) may(ctx context.Context, stream message.StreamID, r Right) error {
	p, err := w.Permission(ctx, stream, w.owner())
	if err != nil {
		return err
	}
	if !p.Has(r, w.cfg.Now()) {
		return fmt.Errorf("%w: %s has no %s permission on %s", ErrNotPermitted, w.cfg.Account, r, stream)
	}
	return nil
}

// Grant gives a user rights to a stream besides those that it has. Publishing and
// subscribing end at until, or never if that is the zero time.
func (w *Wallet) Grant(ctx context.Context, stream message.StreamID, user message.UserID, rights []Right, until time.Time) (*Done, error) {
	if until.IsZero() {
		until = Forever
	} else {
		if !until.After(w.cfg.Now()) {
			return nil, fmt.Errorf("permission until %s: this is over already", until.UTC().Format(time.RFC3339))
		}
		for _, r := range rights {
			if r != Publish && r != Subscribe {
				return nil, fmt.Errorf("permission to %s: only publish and subscribe can end at a time", r)
			}
		}
	}
	if user == Public || !user.IsAddress() {
		for _, r := range rights {
			if r != Publish && r != Subscribe {
				return nil, fmt.Errorf("permission to %s: only an account with an address can hold it; public keys and the public may publish and subscribe", r)
			}
		}
	}
	return w.changePermission(ctx, "grant", stream, user, rights, func(p Permission, r Right) Permission { return p.with(r, true, until) })
}

// Revoke takes rights to a stream from a user, all if none are named.
func (w *Wallet) Revoke(ctx context.Context, stream message.StreamID, user message.UserID, rights []Right) (*Done, error) {
	if len(rights) == 0 {
		rights = []Right{Edit, Delete, Publish, Subscribe, Grant}
	}
	return w.changePermission(ctx, "revoke", stream, user, rights, func(p Permission, r Right) Permission { return p.with(r, false, time.Time{}) })
}

func (w *Wallet) changePermission(ctx context.Context, what string, stream message.StreamID, user message.UserID, rights []Right, change func(Permission, Right) Permission) (*Done, error) {
	if len(rights) == 0 {
		return nil, fmt.Errorf("%s: no right named; want %s", what, strings.Join(rightNames, ", "))
	}
	if err := w.begin(ctx, w.streams()); err != nil {
		return nil, err
	}
	if err := w.mustExist(ctx, stream); err != nil {
		return nil, err
	}
	if err := w.may(ctx, stream, Grant); err != nil {
		return nil, err
	}
	permission, err := w.DirectPermission(ctx, stream, user)
	if err != nil {
		return nil, err
	}
	var names []string
	for _, r := range rights {
		permission = change(permission, r)
		names = append(names, r.String())
	}
	whom := user.String()
	if user == Public {
		whom = "everybody"
	}
	title := fmt.Sprintf("%s %s on %s: %s", what, strings.Join(names, ", "), stream, whom)
	c := contracts.NewStreamRegistry()
	data := c.PackSetPermissionsForUserIds(string(stream), [][]byte{[]byte(user)}, []contracts.Permission{permission.contract()})
	if user == Public {
		data = c.PackSetPublicPermission(string(stream), endOf(permission.Publish), endOf(permission.Subscribe))
	}
	return w.single(ctx, title, w.streams().call(what, data))
}
