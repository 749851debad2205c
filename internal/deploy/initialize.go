package deploy

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/tx"
)

// ErrNotOwner: contracts can only be set up, call by call, by the account that is to
// own them.
var ErrNotOwner = errors.New("the sender is not the owner")

// Initialize sets up proxies that stand at given addresses already, those of [Genesis].
// It makes the calls that have not been made yet, and none when all have been. Only for
// chains where nobody else can be faster: the sender, who must be the owner, needs
// several transactions.
func Initialize(ctx context.Context, c Chain, s Sender, a contracts.Addresses, p Params) error {
	if err := p.Validate(); err != nil {
		return err
	}
	if s.From() != p.Owner {
		return fmt.Errorf("%w: it is %s, the owner is to be %s", ErrNotOwner, s.From(), p.Owner)
	}
	for _, part := range parts() {
		proxy := of(a, part.name)
		code, err := c.CodeAt(ctx, proxy, nil)
		if err != nil {
			return fmt.Errorf("look for %s: %w", part.name, err)
		}
		if proxy == (common.Address{}) || len(code) == 0 {
			return fmt.Errorf("there is no %s at %s: is this another network?", part.name, proxy)
		}
		for _, call := range part.calls(setup{a, p}, s.From()) {
			done, err := call.done(ctx, c)
			if err != nil {
				return fmt.Errorf("%s: %w", call.what, err)
			}
			if done {
				continue
			}
			if _, err := s.Send(ctx, tx.Call{To: proxy, Data: call.data, What: call.what}); err != nil {
				return err
			}
		}
	}
	return nil
}
