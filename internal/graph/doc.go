// Package graph answers, from a node's own view of the chain, the GraphQL look-ups
// that clients of Streamr and of the original LogStore make in their graph indexes.
// No graph node is needed.
//
// What can be asked is in schema.graphqls: the subset of Streamr's index that its SDK
// and the original's client ask for streams, permissions and storage nodes, and of the
// original's index the list of stores. The rest of those indexes (operators,
// sponsorships, the history of events) is empty, or refused by name.
//
// Answers are as old as the block that _meta names, or newer. Every request has a
// budget of records, text and time; one that exceeds it is answered with an error that
// says so, never with a part of the list, because its client would take that for the
// whole.
//
//	handler, err := graph.New(view, graph.Config{})
//	...
//	api.New(cfg, api.Deps{Graph: handler, ...})
package graph
