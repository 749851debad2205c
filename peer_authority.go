package logstore

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/simplelru"

	"github.com/logstore/logstore/message"
)

// How long answers about streams hold.
const (
	rulesTTL     = time.Minute
	permittedTTL = 5 * time.Minute
	refusedTTL   = 5 * time.Second
	failureTTL   = time.Second
	storageTTL   = time.Minute
	// staleTTL is how long an old answer is better than none, while the chain cannot be
	// reached. Official clients believe every answer for as long.
	staleTTL = 24 * time.Hour
	// lookupTimeout bounds one question.
	lookupTimeout = 15 * time.Second
	// maxLookups bounds the questions that are asked at a time: messages of users that
	// nobody knows must not make a client flood its RPC endpoints.
	maxLookups = 16
	// maxFacts bounds what is remembered of each kind.
	maxFacts = 10_000
)

// rules are what holds for all of a stream.
type rules struct {
	partitions int
	// public: everybody may subscribe, so contents are not encrypted.
	public bool
}

// rights are what a user may do with a stream, at the time of asking.
type rights struct{ publish, subscribe bool }

type streamUser struct {
	stream message.StreamID
	user   message.UserID
}

// authority asks a StreamAuthority as seldom as possible.
type authority struct {
	from  StreamAuthority
	now   func() time.Time
	slots chan struct{}

	mu      sync.Mutex // guards doubted
	doubted *simplelru.LRU[message.StreamID, time.Time]

	rules   facts[message.StreamID, rules]
	rights  facts[streamUser, rights]
	storage facts[message.StreamID, []string]
}

func newAuthority(from StreamAuthority, now func() time.Time) *authority {
	return &authority{
		from: from, now: now, slots: make(chan struct{}, maxLookups), doubted: newLRU[message.StreamID, time.Time](),
		rules: newFacts[message.StreamID, rules](), rights: newFacts[streamUser, rights](), storage: newFacts[message.StreamID, []string](),
	}
}

// Rules returns what holds for a stream.
func (a *authority) Rules(ctx context.Context, id message.StreamID) (rules, error) {
	return a.rulesWithin(ctx, id, rulesTTL)
}

// RecentRules is Rules for who doubts an answer.
func (a *authority) RecentRules(ctx context.Context, id message.StreamID) (rules, error) {
	return a.rulesWithin(ctx, id, refusedTTL)
}

func (a *authority) rulesWithin(ctx context.Context, id message.StreamID, age time.Duration) (rules, error) {
	return a.rules.get(ctx, a, id, time.Time{}, func(rules) time.Duration { return age }, func(ctx context.Context) (rules, error) {
		n, err := a.from.Partitions(ctx, string(id))
		if err != nil {
			return rules{}, err
		}
		if n < 1 || n > message.MaxPartitions {
			return rules{}, fmt.Errorf("stream %s has %d partitions, want 1…%d", id, n, message.MaxPartitions)
		}
		everybody, err := a.from.Permission(ctx, string(id), Public)
		return rules{partitions: n, public: everybody.Subscribe.After(a.now())}, err
	})
}

// MayPublish says whether a user may publish to a stream.
func (a *authority) MayPublish(ctx context.Context, id message.StreamID, user message.UserID) (bool, error) {
	r, err := a.rightsOf(ctx, streamUser{id, user}, func(r rights) bool { return r.publish })
	return r.publish, err
}

// MaySubscribe says whether a user may subscribe to a stream.
func (a *authority) MaySubscribe(ctx context.Context, id message.StreamID, user message.UserID) (bool, error) {
	r, err := a.rightsOf(ctx, streamUser{id, user}, func(r rights) bool { return r.subscribe })
	return r.subscribe, err
}

// rightsOf returns rights. One that is there is believed for longer than one that is not:
// it may just have been granted.
func (a *authority) rightsOf(ctx context.Context, who streamUser, has func(rights) bool) (rights, error) {
	ttl := func(r rights) time.Duration {
		if has(r) {
			return permittedTTL
		}
		return refusedTTL
	}
	return a.rights.get(ctx, a, who, a.notBefore(who.stream), ttl, func(ctx context.Context) (rights, error) {
		p, err := a.from.Permission(ctx, string(who.stream), who.user.String())
		now := a.now()
		return rights{p.Publish.After(now), p.Subscribe.After(now)}, err
	})
}

// Doubt makes all answers about users of a stream old: somebody may have lost a right.
func (a *authority) Doubt(id message.StreamID) {
	a.mu.Lock()
	defer a.mu.Unlock()
	a.doubted.Add(id, a.now())
}

// notBefore is what answers about users of a stream must not be older than.
func (a *authority) notBefore(id message.StreamID) time.Time {
	a.mu.Lock()
	defer a.mu.Unlock()
	at, _ := a.doubted.Get(id)
	return at
}

// StorageURLs returns where a stream is kept.
func (a *authority) StorageURLs(ctx context.Context, id message.StreamID) ([]string, error) {
	ttl := func(urls []string) time.Duration {
		if len(urls) == 0 {
			return refusedTTL
		}
		return storageTTL
	}
	return a.storage.get(ctx, a, id, time.Time{}, ttl, func(ctx context.Context) ([]string, error) { return a.from.StorageURLs(ctx, string(id)) })
}

// facts are the answers of one kind.
type facts[K comparable, V any] struct {
	mu    sync.Mutex // guards known, not what is in it
	known *simplelru.LRU[K, *fact[V]]
}

// fact is an answer, or the failure to get one.
type fact[V any] struct {
	turn chan struct{} // held to use what follows, and to ask

	value    V
	at       time.Time // zero: there is no answer
	err      error     // of the last attempt
	failedAt time.Time
}

func newFacts[K comparable, V any]() facts[K, V] { return facts[K, V]{known: newLRU[K, *fact[V]]()} }

func newLRU[K comparable, V any]() *simplelru.LRU[K, V] {
	lru, err := simplelru.NewLRU[K, V](maxFacts, nil)
	if err != nil {
		panic(err) // only a size that is not positive is refused
	}
	return lru
}

func (f *facts[K, V]) fact(key K) *fact[V] {
	f.mu.Lock()
	defer f.mu.Unlock()
	x, ok := f.known.Get(key)
	if !ok {
		x = &fact[V]{turn: make(chan struct{}, 1)}
		f.known.Add(key, x)
	}
	return x
}

// get returns an answer that is younger than ttl says and not from before a time, asking
// if there is none. Who wants the same meanwhile waits for that. If nobody answers, an
// answer that is older than ttl does.
func (f *facts[K, V]) get(ctx context.Context, a *authority, key K, notBefore time.Time, ttl func(V) time.Duration, question func(context.Context) (V, error)) (V, error) {
	var none V
	x := f.fact(key)
	select {
	case x.turn <- struct{}{}:
		defer func() { <-x.turn }()
	case <-ctx.Done():
		return none, context.Cause(ctx)
	}
	now := a.now()
	hasAnswer := !x.at.IsZero() && !x.at.Before(notBefore)
	if hasAnswer && now.Sub(x.at) < ttl(x.value) {
		return x.value, nil
	}
	if x.err == nil || now.Sub(x.failedAt) >= failureTTL {
		var value V
		if value, x.err = put(ctx, a, question); x.err == nil {
			x.value, x.at = value, a.now()
			return value, nil
		}
		x.failedAt = a.now()
		if err := context.Cause(ctx); err != nil {
			x.err = nil // the next one may have more time
			return none, err
		}
	}
	if errors.Is(x.err, ErrNoSuchStream) || !hasAnswer || now.Sub(x.at) >= staleTTL {
		return none, x.err
	}
	return x.value, nil
}

// put puts a question when there is a slot for it.
func put[V any](ctx context.Context, a *authority, question func(context.Context) (V, error)) (V, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, lookupTimeout, errTimeout)
	defer cancel()
	select {
	case a.slots <- struct{}{}:
		defer func() { <-a.slots }()
		return question(ctx)
	case <-ctx.Done():
		var none V
		return none, context.Cause(ctx)
	}
}
