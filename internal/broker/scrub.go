package broker

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"github.com/logstore/logstore/internal/store"
	"github.com/logstore/logstore/internal/store/pebble"
	"github.com/logstore/logstore/message"
)

// scrubRetry is the wait before a scrub that failed is begun again.
const scrubRetry = 10 * time.Minute

// scrub reads the store in search of damage until ctx ends.
func (b *Broker) scrub(ctx context.Context, st *pebble.Store) {
	o := pebble.ScrubOptions{
		Verify: pebble.StillValid(new(message.Verifier), nil), Every: time.Duration(b.cfg.Store.ScrubEvery),
		BytesPerSecond: int64(b.cfg.Store.ScrubRate),
	}
	for {
		err := st.Scrub(ctx, o)
		if ctx.Err() != nil || errors.Is(err, store.ErrClosed) {
			return
		}
		b.log.Error("the scrub of the store failed and will be begun again", slog.Any("error", err), slog.Duration("in", scrubRetry))
		select {
		case <-time.After(scrubRetry):
		case <-ctx.Done():
			return
		}
	}
}
