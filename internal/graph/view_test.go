package graph

import "github.com/logstore/logstore/internal/chain"

var _ View = (*chain.View)(nil)
