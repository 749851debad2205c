package graph

import (
	"math/big"
	"strings"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

// grant is what a user may do with a stream.
type grant struct {
	stream message.StreamID
	user   message.UserID
	chain.Permission
}

// grantSeparator stands between stream and user in a grant's id. It is lower than any
// character of a stream id, so that ids sort as pairs do.
const grantSeparator = " "

func (g *grant) id() string { return string(g.stream) + grantSeparator + g.user.String() }

// grantAfter reads an id that a client goes on from.
func grantAfter(id *string) (stream message.StreamID, user message.UserID, err error) {
	if id == nil {
		return "", "", nil
	}
	before, text, ok := strings.Cut(*id, grantSeparator)
	if !ok {
		return message.StreamID(before), "", nil
	}
	if user, err = message.ParseUserID(text); err != nil {
		return "", "", refusef("id_gt: %s is not an id of this list", clip(*id))
	}
	return message.StreamID(before), user, nil
}

// permissionFilter is StreamPermission_filter.
type permissionFilter struct {
	IDGt                  *string
	Stream                *string
	StreamContains        *string
	UserID                *userID
	UserIDIn              *[]userID
	UserAddress           *userID
	UserAddressIn         *[]userID
	CanEdit               *bool
	CanDelete             *bool
	CanGrant              *bool
	PublishExpirationGt   *bigInt
	SubscribeExpirationGt *bigInt
	And, Or               *[]permissionFilter
}

const (
	maxFilters = 100 // a filter with those that it is made of
	maxUsers   = 100 // that one filter asks for
)

// check refuses a filter that is too much work, or that cannot be here.
func (f *permissionFilter) check() error {
	if f == nil {
		return nil
	}
	count := 0
	return f.walk(true, func(g *permissionFilter, top bool) error {
		if count++; count > maxFilters {
			return refusef("where: more than %d filters", maxFilters)
		}
		if !top && (g.IDGt != nil || g.Stream != nil) {
			return refusal("where: id_gt and stream are not possible inside of and, or and permissions_")
		}
		if len(g.users()) > maxUsers {
			return refusef("where: more than %d users", maxUsers)
		}
		return nil
	})
}

// walk visits a filter and all that it is made of.
func (f *permissionFilter) walk(top bool, visit func(f *permissionFilter, top bool) error) error {
	if err := visit(f, top); err != nil {
		return err
	}
	for _, list := range []*[]permissionFilter{f.And, f.Or} {
		if list == nil {
			continue
		}
		for i := range *list {
			if err := (*list)[i].walk(false, visit); err != nil {
				return err
			}
		}
	}
	return nil
}

// users returns the users that the filter itself, without those it is made of, names;
// nil if it names none.
func (f *permissionFilter) users() []message.UserID {
	var users []message.UserID
	for _, u := range []*userID{f.UserID, f.UserAddress} {
		if u != nil {
			users = append(users, u.id)
		}
	}
	for _, list := range []*[]userID{f.UserIDIn, f.UserAddressIn} {
		if list == nil {
			continue
		}
		for _, u := range *list {
			users = append(users, u.id)
		}
	}
	return users
}

// only returns users outside of which nothing passes the filter, and whether there are
// such.
func (f *permissionFilter) only() ([]message.UserID, bool) {
	if f == nil {
		return nil, false
	}
	if f.UserID != nil || f.UserAddress != nil || f.UserIDIn != nil || f.UserAddressIn != nil {
		return f.users(), true
	}
	if f.And != nil {
		for i := range *f.And {
			if users, ok := (*f.And)[i].only(); ok {
				return users, true
			}
		}
	}
	return nil, false
}

// ofStream tells whether grants on a stream may pass the filter.
func (f *permissionFilter) ofStream(id message.StreamID) bool {
	if f == nil {
		return true
	}
	return (f.Stream == nil || *f.Stream == string(id)) && (f.StreamContains == nil || strings.Contains(string(id), *f.StreamContains))
}

// pass tells whether a grant passes the filter.
func (f *permissionFilter) pass(g *grant) bool {
	if f == nil {
		return true
	}
	ok := f.ofStream(g.stream) && f.ofUser(g.user) &&
		is(f.CanEdit, g.Edit) && is(f.CanDelete, g.Delete) && is(f.CanGrant, g.Grant) &&
		later(f.PublishExpirationGt, g.Publish) && later(f.SubscribeExpirationGt, g.Subscribe)
	if ok && f.And != nil {
		for i := range *f.And {
			ok = ok && (*f.And)[i].pass(g)
		}
	}
	if ok && f.Or != nil {
		ok = false
		for i := range *f.Or {
			ok = ok || (*f.Or)[i].pass(g)
		}
	}
	return ok
}

func (f *permissionFilter) ofUser(user message.UserID) bool {
	for _, u := range []*userID{f.UserID, f.UserAddress} {
		if u != nil && u.id != user {
			return false
		}
	}
	for _, list := range []*[]userID{f.UserIDIn, f.UserAddressIn} {
		if list == nil {
			continue
		}
		found := false
		for _, u := range *list {
			found = found || u.id == user
		}
		if !found {
			return false
		}
	}
	return true
}

func is(want *bool, got bool) bool { return want == nil || *want == got }

func later(than *bigInt, t uint64) bool {
	if than == nil {
		return true
	}
	n := new(big.Int).SetUint64(t)
	if t == chain.Forever {
		n = forever
	}
	return n.Cmp(than.n) > 0
}
