package graph

import (
	"errors"
	"strings"

	graphql "github.com/graph-gophers/graphql-go"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

// stream is Stream.
type stream struct {
	*request
	chain.Stream
}

// stream returns nil for one that does not exist.
func (r *request) stream(id message.StreamID) (*stream, error) {
	if err := r.budget.look(1); err != nil {
		return nil, err
	}
	s, err := r.view.Stream(id)
	if errors.Is(err, chain.ErrNoStream) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return &stream{r, s}, nil
}

// streams answers a list of streams.
func (r *request) streams(args streamsArgs) ([]*stream, error) {
	first, err := page(args.First, args.OrderBy, "id")
	if err != nil {
		return nil, err
	}
	where := args.Where
	if where == nil {
		where = &streamFilter{}
	}
	s, err := newSearch(r.view, r.budget, where.Permissions)
	if err != nil {
		return nil, err
	}
	list := []*stream{}
	if first == 0 {
		return list, nil
	}
	for id, err := range s.streams(message.StreamID(text(where.IDGt))) {
		if err != nil {
			return nil, err
		}
		if !strings.Contains(string(id), text(where.IDAsStringContains)) {
			continue
		}
		if where.Permissions != nil {
			if ok, err := s.any(id); err != nil {
				return nil, err
			} else if !ok {
				continue
			}
		}
		found, err := r.stream(id)
		if err != nil {
			return nil, err
		}
		if found == nil {
			continue
		}
		if list = append(list, found); len(list) == first {
			break
		}
	}
	return list, nil
}

func text(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (s *stream) ID() graphql.ID     { return graphql.ID(s.IDAsString()) }
func (s *stream) IDAsString() string { return s.budget.show(string(s.Stream.ID)) }
func (s *stream) Metadata() string   { return s.budget.show(s.Stream.Metadata) }

func (s *stream) Permissions(args permissionsArgs) ([]*permission, error) {
	where := permissionFilter{}
	if args.Where != nil {
		where = *args.Where
	}
	id := string(s.Stream.ID)
	if where.Stream != nil && *where.Stream != id {
		return []*permission{}, nil
	}
	where.Stream = &id
	args.Where = &where
	return s.permissions(args)
}

func (s *stream) StorageNodes(args nodesArgs) ([]*node, error) {
	addresses, err := s.view.StorageNodes(s.Stream.ID)
	if err != nil {
		return nil, err
	}
	var list []chain.StorageNode
	for _, a := range addresses {
		if err := s.budget.look(1); err != nil {
			return nil, err
		}
		n, ok, err := s.view.StorageNode(a)
		if err != nil {
			return nil, err
		}
		if ok {
			list = append(list, n)
		}
	}
	return s.nodes(list, args)
}

type sponsorshipsArgs struct {
	First int32
	Where *struct{ IsRunning *bool }
}

func (s *stream) Sponsorships(sponsorshipsArgs) []*sponsorship { return []*sponsorship{} }

// permission is StreamPermission.
type permission struct {
	*request
	grant
}

// permissions answers a list of permissions.
func (r *request) permissions(args permissionsArgs) ([]*permission, error) {
	first, err := page(args.First, args.OrderBy, "id")
	if err != nil {
		return nil, err
	}
	s, err := newSearch(r.view, r.budget, args.Where)
	if err != nil {
		return nil, err
	}
	var after *string
	if args.Where != nil {
		after = args.Where.IDGt
	}
	id, user, err := grantAfter(after)
	if err != nil {
		return nil, err
	}
	list := []*permission{}
	if first == 0 {
		return list, nil
	}
	for g, err := range s.grants(id, user) {
		if err != nil {
			return nil, err
		}
		if list = append(list, &permission{r, g}); len(list) == first {
			break
		}
	}
	return list, nil
}

func (p *permission) ID() graphql.ID              { return graphql.ID(p.budget.show(p.grant.id())) }
func (p *permission) UserID() hexBytes            { return hexBytes(p.budget.show(p.user.String())) }
func (p *permission) UserAddress() hexBytes       { return p.UserID() }
func (p *permission) Stream() (*stream, error)    { return p.request.stream(p.grant.stream) }
func (p *permission) CanEdit() bool               { return p.Edit }
func (p *permission) CanDelete() bool             { return p.Delete }
func (p *permission) CanGrant() bool              { return p.Grant }
func (p *permission) PublishExpiration() bigInt   { return expiration(p.Publish) }
func (p *permission) SubscribeExpiration() bigInt { return expiration(p.Subscribe) }
