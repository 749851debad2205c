package dht

import "errors"

var (
	// ErrNoNeighbors: a join has found nobody.
	ErrNoNeighbors = errors.New("no other node was found through the entry points")
	// ErrNoRoute: no open connection leads towards the node.
	ErrNoRoute = errors.New("no open connection leads towards the node")
)
