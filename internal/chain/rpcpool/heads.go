package rpcpool

import (
	"context"
	"errors"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"
)

// Head is a block that was the latest when it became known.
type Head struct {
	Number uint64
	Hash   common.Hash
	Parent common.Hash // hash of the block before it
	Time   time.Time   // as the block says
}

const (
	stuckLooks   = 5               // looks without news after which all endpoints are asked
	eagerness    = 4               // looks in one poll interval when an endpoint is said to be ahead
	noPushes     = 5 * time.Minute // before an endpoint without subscriptions is asked for one again
	pushedBuffer = 64
)

// Heads tells of every new head, until ctx or the pool ends: then the channel is
// closed. Who reads slowly misses all but the newest. A head that is not above the
// one before it replaces it: the chain was reorganised. Blocks between two heads are
// not told.
//
// Endpoints with a WebSocket push heads; after PollInterval without one the endpoints
// are asked, so that nothing depends on a subscription. With a quorum, a head is told
// when so many endpoints have it.
func (p *Pool) Heads(ctx context.Context) <-chan Head {
	w := &watcher{pool: p, out: make(chan Head, 1), pushed: make(chan Head)}
	ctx, leave, err := p.enter(ctx)
	if err != nil {
		close(w.out)
		return w.out
	}
	go func() {
		defer leave()
		defer close(w.out)
		var subscriptions sync.WaitGroup
		for _, e := range p.endpoints {
			if e.pushes() {
				subscriptions.Go(func() { w.subscribe(ctx, e) })
			}
		}
		w.run(ctx)
		subscriptions.Wait()
	}()
	return w.out
}

// watcher makes one stream of heads. Its fields belong to run, but for pushed.
type watcher struct {
	pool   *Pool
	out    chan Head
	pushed chan Head

	last  *Head // emitted
	idle  int   // looks since something new was found
	blind bool  // the last look failed
}

func (w *watcher) run(ctx context.Context) {
	interval := w.pool.cfg.PollInterval
	next := time.NewTimer(0)
	defer next.Stop()
	var looked time.Time
	var ahead uint64 // highest pushed number
	eager := 0
	for {
		select {
		case <-ctx.Done():
			return
		case head := <-w.pushed:
			if w.pool.cfg.Quorum == 1 {
				w.offer(ctx, head)
				next.Reset(interval)
				continue
			}
			// One endpoint's word: see what the others have, but not more often than that.
			ahead, eager = head.Number, eagerness
			next.Reset(max(0, interval/eagerness-time.Since(looked)))
		case <-next.C:
			w.look(ctx)
			looked = time.Now()
			if eager--; eager > 0 && (w.last == nil || w.last.Number < ahead) {
				next.Reset(interval / eagerness)
			} else {
				eager = 0
				next.Reset(interval)
			}
		}
	}
}

// look asks for the head.
func (w *watcher) look(ctx context.Context) {
	head, err := w.ask(ctx)
	switch {
	case ctx.Err() != nil:
		return
	case err != nil && !w.blind:
		w.blind = true
		w.pool.cfg.Logger.Warn("head of the chain is unknown", "error", err.Error())
	case err == nil:
		if w.blind {
			w.blind = false
			w.pool.cfg.Logger.Info("head of the chain is known again", "block", head.Number)
		}
		w.idle++
		w.offer(ctx, head)
	}
}

func (w *watcher) ask(ctx context.Context) (Head, error) {
	p := w.pool
	if p.cfg.Quorum > 1 {
		number, err := p.commonHead(ctx, p.cfg.Quorum)
		if err != nil {
			return Head{}, err
		}
		return p.headAt(ctx, new(big.Int).SetUint64(number))
	}
	if len(p.endpoints) > 1 && w.idle > 0 && w.idle%stuckLooks == 0 {
		// Nothing new for a while: perhaps only with the endpoint that is asked first.
		// This makes the one that is farthest the first.
		if _, err := p.commonHead(ctx, 1); err != nil {
			return Head{}, err
		}
	}
	return p.headAt(ctx, nil)
}

// offer emits a head unless it is old news.
func (w *watcher) offer(ctx context.Context, head Head) {
	if w.last != nil && head.Number <= w.last.Number {
		if head.Hash == w.last.Hash {
			return
		}
		// Either the chain was reorganised or this endpoint is behind the one before.
		now, err := w.pool.headAt(ctx, new(big.Int).SetUint64(w.last.Number))
		if err == nil && now.Hash == w.last.Hash || err != nil && !errors.Is(err, ethereum.NotFound) {
			return
		}
	}
	w.last, w.idle = &head, 0
	select {
	case w.out <- head:
		return
	default:
	}
	select { // full: the newest counts
	case <-w.out:
	default:
	}
	w.out <- head
}

// subscribe hands on the heads that one endpoint pushes, and subscribes again when the
// subscription ends.
func (w *watcher) subscribe(ctx context.Context, e *endpoint) {
	fails := 0
	for ctx.Err() == nil {
		heads := make(chan rawHead, pushedBuffer)
		r := ask(ctx, e, func(ctx context.Context, c *conn) (*rpc.ClientSubscription, error) {
			return c.Client.Client().EthSubscribe(ctx, heads, "newHeads")
		})
		wait, _ := e.rest()
		switch {
		case r.err == nil:
			began := time.Now()
			w.handOn(ctx, e, r.value, heads)
			if fails++; time.Since(began) > longestRest {
				fails = 0
			}
			wait = min(firstRest<<min(fails, 10), longestRest)
		case r.verdict != failed:
			wait = noPushes
		}
		select {
		case <-time.After(max(wait, time.Millisecond)):
		case <-ctx.Done():
		}
	}
}

// handOn returns when the subscription or ctx ends.
func (w *watcher) handOn(ctx context.Context, e *endpoint, sub *rpc.ClientSubscription, heads <-chan rawHead) {
	defer sub.Unsubscribe()
	var newest Head
	var out chan<- Head // nil while there is nothing to hand on
	for {
		select {
		case raw := <-heads:
			head, err := raw.head()
			if err != nil {
				continue // polling goes on
			}
			e.head.Store(head.Number)
			newest, out = head, w.pushed
		case out <- newest:
			out = nil
		case <-sub.Err():
			return
		case <-ctx.Done():
			return
		}
	}
}

// headAt returns the head with the number, the latest for nil.
func (p *Pool) headAt(ctx context.Context, number *big.Int) (Head, error) {
	tag := "latest"
	if number != nil {
		tag = hexutil.EncodeBig(number)
	}
	return read(ctx, p, "eth_getBlockByNumber", same, func(ctx context.Context, c *conn) (Head, error) {
		var raw *rawHead
		if err := c.Client.Client().CallContext(ctx, &raw, "eth_getBlockByNumber", tag, false); err != nil {
			return Head{}, err
		}
		if raw == nil {
			return Head{}, ethereum.NotFound
		}
		head, err := raw.head()
		if err == nil && number == nil {
			c.endpoint.head.Store(head.Number)
		}
		return head, err
	})
}

// rawHead is what of a header is needed. The hash is the server's: some chains compute
// it from more fields than Ethereum has.
type rawHead struct {
	Number    *hexutil.Uint64 `json:"number"`
	Hash      *common.Hash    `json:"hash"`
	Parent    *common.Hash    `json:"parentHash"`
	Timestamp *hexutil.Uint64 `json:"timestamp"`
}

func (r *rawHead) head() (Head, error) {
	if r.Number == nil || r.Hash == nil || r.Parent == nil || r.Timestamp == nil {
		return Head{}, errors.New("a header lacks its number, hash, parent or time")
	}
	return Head{Number: uint64(*r.Number), Hash: *r.Hash, Parent: *r.Parent, Time: time.Unix(int64(*r.Timestamp), 0)}, nil
}
