package graph

import (
	"context"

	"github.com/ethereum/go-ethereum/common"
	graphql "github.com/graph-gophers/graphql-go"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

// query answers the fields of Query.
type query struct{ view View }

// request is what the parts of one answer share.
type request struct {
	view   View
	budget *budget
}

func (q *query) request(ctx context.Context) *request { return &request{q.view, budgetOf(ctx)} }

// meta is _Meta_, and its own _Block_.
type meta struct{ at chain.Block }

func (q *query) Meta(ctx context.Context) (*meta, error) {
	return &meta{budgetOf(ctx).at}, nil
}

func (m *meta) Block() *meta { return m }

// Number is an Int in the indexes too; 2³¹ blocks are far away.
func (m *meta) Number() int32 { return int32(m.at.Number) }

func (m *meta) Hash() *hexBytes {
	h := hexBytes(m.at.Hash.Hex())
	return &h
}

func (m *meta) Timestamp() *int32 {
	t := int32(m.at.Time)
	return &t
}

func (q *query) Stream(ctx context.Context, args struct{ ID graphql.ID }) (*stream, error) {
	id, err := message.ParseStreamID(string(args.ID), "")
	if err != nil {
		return nil, nil // there is no such stream
	}
	return q.request(ctx).stream(id)
}

// streamFilter is Stream_filter.
type streamFilter struct {
	IDGt               *string
	IDAsStringContains *string
	Permissions        *permissionFilter
}

type streamsArgs struct {
	First   int32
	OrderBy *orderBy
	Where   *streamFilter
}

func (q *query) Streams(ctx context.Context, args streamsArgs) ([]*stream, error) {
	return q.request(ctx).streams(args)
}

type permissionsArgs struct {
	First   int32
	OrderBy *orderBy
	Where   *permissionFilter
}

func (q *query) StreamPermissions(ctx context.Context, args permissionsArgs) ([]*permission, error) {
	return q.request(ctx).permissions(args)
}

func (q *query) Permissions(ctx context.Context, args permissionsArgs) ([]*permission, error) {
	return q.request(ctx).permissions(args)
}

func (q *query) Node(ctx context.Context, args struct{ ID graphql.ID }) (*node, error) {
	if !common.IsHexAddress(string(args.ID)) {
		return nil, nil
	}
	return q.request(ctx).node(common.HexToAddress(string(args.ID)))
}

func (q *query) Nodes(ctx context.Context, args nodesArgs) ([]*node, error) {
	list, err := q.view.RegisteredStorageNodes()
	if err != nil {
		return nil, err
	}
	return q.request(ctx).nodes(list, args)
}

// operatorFilter is Operator_filter.
type operatorFilter struct {
	IDGt                            *string
	LatestHeartbeatMetadataContains *string
	LatestHeartbeatTimestampGt      *bigInt
	TotalStakeInSponsorshipsWeiGt   *bigInt
}

type operatorsArgs struct {
	First          int32
	OrderBy        *orderBy
	OrderDirection *string
	Where          *operatorFilter
}

func (q *query) Operators(operatorsArgs) []*operator { return []*operator{} }

type storesArgs struct {
	First   int32
	OrderBy *orderBy
	Where   *struct{ StoreGt *string }
}

// storeUpdated is StoreUpdated.
type storeUpdated struct {
	*request
	stream message.StreamID
}

func (s *storeUpdated) ID() graphql.ID { return graphql.ID(s.Store()) }
func (s *storeUpdated) Store() string  { return s.budget.show(string(s.stream)) }

func (q *query) StoreUpdateds(ctx context.Context, args storesArgs) ([]*storeUpdated, error) {
	r := q.request(ctx)
	first, err := page(args.First, args.OrderBy, "store")
	if err != nil {
		return nil, err
	}
	var after message.StreamID
	if args.Where != nil && args.Where.StoreGt != nil {
		after = message.StreamID(*args.Where.StoreGt)
	}
	list := []*storeUpdated{}
	if first == 0 {
		return list, nil
	}
	for s, err := range paid(r.budget, q.view.Stores(after)) {
		if err != nil {
			return nil, err
		}
		if list = append(list, &storeUpdated{r, s.Stream}); len(list) == first {
			break
		}
	}
	return list, nil
}
