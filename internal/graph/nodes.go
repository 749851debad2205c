package graph

import (
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	graphql "github.com/graph-gophers/graphql-go"

	"github.com/logstore/logstore/internal/chain"
	"github.com/logstore/logstore/message"
)

type nodesArgs struct {
	First   int32
	OrderBy *orderBy
	Where   *struct{ IDGt *string }
}

// node is Node.
type node struct {
	*request
	chain.StorageNode
}

// nodeID is the address as the index writes it. Addresses sort as their texts do.
func nodeID(a common.Address) string { return strings.ToLower(a.Hex()) }

// node returns nil for an address that is not registered.
func (r *request) node(a common.Address) (*node, error) {
	if err := r.budget.look(1); err != nil {
		return nil, err
	}
	n, ok, err := r.view.StorageNode(a)
	if err != nil || !ok {
		return nil, err
	}
	return &node{r, n}, nil
}

// nodes answers a part of a list of nodes.
func (r *request) nodes(all []chain.StorageNode, args nodesArgs) ([]*node, error) {
	first, err := page(args.First, args.OrderBy, "id")
	if err != nil {
		return nil, err
	}
	if err := r.budget.look(len(all)); err != nil {
		return nil, err
	}
	var after string
	if args.Where != nil {
		after = text(args.Where.IDGt)
	}
	list := []*node{}
	for _, n := range all {
		if len(list) == first {
			break
		}
		if nodeID(n.Address) > after {
			list = append(list, &node{r, n})
		}
	}
	return list, nil
}

func (n *node) ID() graphql.ID   { return graphql.ID(n.budget.show(nodeID(n.Address))) }
func (n *node) Metadata() string { return n.budget.show(n.StorageNode.Metadata) }
func (n *node) LastSeen() bigInt { return expiration(n.StorageNode.LastSeen) }

func (n *node) StoredStreams(args struct {
	First   int32
	OrderBy *orderBy
	Where   *struct{ IDGt *string }
}) ([]*stream, error) {
	first, err := page(args.First, args.OrderBy, "id")
	if err != nil {
		return nil, err
	}
	ids, err := n.view.AssignedStreams(n.Address)
	if err != nil {
		return nil, err
	}
	if err := n.budget.look(len(ids)); err != nil {
		return nil, err
	}
	if args.Where != nil {
		after, found := slices.BinarySearch(ids, message.StreamID(text(args.Where.IDGt)))
		if found {
			after++
		}
		ids = ids[after:]
	}
	list := []*stream{}
	for _, id := range ids {
		if len(list) == first {
			break
		}
		s, err := n.stream(id)
		if err != nil {
			return nil, err
		}
		if s != nil {
			list = append(list, s)
		}
	}
	return list, nil
}

// operator, sponsorship and stake are there for the questions about them; there are
// never any.
type operator struct{}

func (*operator) ID() graphql.ID                    { return "" }
func (*operator) LatestHeartbeatMetadata() *string  { return nil }
func (*operator) LatestHeartbeatTimestamp() *bigInt { return nil }

type sponsorship struct{}

func (*sponsorship) ID() graphql.ID { return "" }
func (*sponsorship) Stakes(struct {
	First          int32
	OrderBy        *orderBy
	OrderDirection *string
}) []*stake {
	return nil
}

type stake struct{}

func (*stake) ID() graphql.ID                                     { return "" }
func (*stake) Operator(struct{ Where *operatorFilter }) *operator { return nil }
