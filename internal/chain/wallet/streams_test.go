package wallet_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/chain/wallet"
	"github.com/logstore/logstore/message"
)

func create(t *testing.T, w *wallet.Wallet, name, metadata string, partitions int) message.StreamID {
	t.Helper()
	id, _, err := w.CreateStream(testContext(t), name, metadata, partitions)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func TestStreamLife(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.User)
	id := create(t, w, "/weather", `{"description":"x"}`, 3)
	if want := message.StreamID(w.Account().Hex()); !strings.EqualFold(string(id), string(want)+"/weather") || string(id) != strings.ToLower(string(id)) {
		t.Errorf("created %s", id)
	}
	s, err := w.ShowStream(testContext(t), id)
	if err != nil {
		t.Fatal(err)
	}
	if s.Metadata != `{"description":"x","partitions":3}` || s.Partitions != 3 || s.Schema != nil || s.Stake.Sign() != 0 || s.Own.Sign() != 0 {
		t.Errorf("stream %+v", s)
	}
	all := wallet.Permission{Edit: true, Delete: true, Grant: true, Publish: wallet.Forever, Subscribe: wallet.Forever}
	if s.Mine != all || s.Public != (wallet.Permission{}) {
		t.Errorf("mine %+v, public %+v", s.Mine, s.Public)
	}

	if _, err := w.SetSchema(testContext(t), id, json.RawMessage(`{"type":"object"}`)); err != nil {
		t.Fatal(err)
	}
	if _, err := w.SetPartitions(testContext(t), id, 4); err != nil {
		t.Fatal(err)
	}
	if s, err = w.ShowStream(testContext(t), id); err != nil || s.Metadata != `{"description":"x","partitions":4,"logstore":{"schema":{"protocol":"RAW","schemaOrHash":{"type":"object"}}}}` || string(s.Schema) != `{"type":"object"}` {
		t.Errorf("with a schema: %+v, %v", s, err)
	}
	if _, err := w.SetMetadata(testContext(t), id, `{"partitions":1}`); err != nil {
		t.Fatal(err)
	}
	if m, err := w.Metadata(testContext(t), id); err != nil || m != `{"partitions":1}` {
		t.Errorf("metadata %s, %v", m, err)
	}

	if _, err := w.DeleteStream(testContext(t), id); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"show":   second(w.ShowStream(testContext(t), id)),
		"delete": second(w.DeleteStream(testContext(t), id)),
		"edit":   second(w.SetPartitions(testContext(t), id, 1)),
		"grant":  second(w.Grant(testContext(t), id, wallet.Public, []wallet.Right{wallet.Subscribe}, time.Time{})),
		"stake":  second(w.StakeStore(testContext(t), id, big.NewInt(1))),
	} {
		if !errors.Is(err, wallet.ErrNoSuchStream) {
			t.Errorf("%s of a deleted stream: %v", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

func TestCreateStreamRefuses(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w := walletOf(t, chain, chain.User)
	create(t, w, "/weather", "", 0)
	for _, c := range []struct {
		name, metadata string
		partitions     int
		want           error
		text           string
	}{
		{"/weather", "", 0, wallet.ErrStreamExists, ""},
		{"/a", "not json", 0, wallet.ErrMetadata, ""},
		{"/a", "not json", 2, wallet.ErrMetadata, ""},
		{"/a", "", 101, wallet.ErrMetadata, ""},
		{"/a", "", -1, wallet.ErrMetadata, ""},
		{chain.Other.Address.Hex() + "/a", "", 0, wallet.ErrNotPermitted, ""},
		{"name.eth/a", "", 0, wallet.ErrNotPermitted, ""},
		{"/ä", "", 0, nil, "letters, digits"},
		{"", "", 0, nil, "stream"},
	} {
		_, _, err := w.CreateStream(testContext(t), c.name, c.metadata, c.partitions)
		if err == nil || c.want != nil && !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.text) {
			t.Errorf("%q %q %d: %v, want %v %s", c.name, c.metadata, c.partitions, err, c.want, c.text)
		}
	}
	if n := nonce(t, chain, chain.User.Address); n != 1 {
		t.Errorf("%d transactions were sent, want 1", n)
	}
}

// The list has what an owner made and did not delete, wherever in the chain.
func TestListStreams(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w, other := walletOf(t, chain, chain.User), walletOf(t, chain, chain.Other)
	b, a := create(t, w, "/b", "", 0), create(t, w, "/a", "", 0)
	gone := create(t, w, "/gone", "", 0)
	theirs := create(t, other, "/theirs", "", 0)
	if _, err := w.DeleteStream(testContext(t), gone); err != nil {
		t.Fatal(err)
	}
	searched := uint64(0)
	got, err := w.ListStreams(testContext(t), w.Account(), func(block, last uint64) { searched = last - block })
	if err != nil || !slices.Equal(got, []message.StreamID{a, b}) || searched != 0 {
		t.Errorf("got %v, %v; want %s and %s", got, err, a, b)
	}
	if got, err := w.ListStreams(testContext(t), other.Account(), nil); err != nil || !slices.Equal(got, []message.StreamID{theirs}) {
		t.Errorf("of the other: %v, %v", got, err)
	}
	mint(t, other, 10)
	if _, err := other.StakeStore(testContext(t), a, big.NewInt(7)); err != nil {
		t.Fatal(err)
	}
	stakes, err := w.StakesOf(testContext(t), other.Account())
	if err != nil || len(stakes) != 1 || stakes[0].Stream != a || !is(stakes[0].Amount, 7) {
		t.Errorf("stakes %v, %v", stakes, err)
	}
}

func TestPermissions(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w, other := walletOf(t, chain, chain.User), walletOf(t, chain, chain.Other)
	id := create(t, w, "/weather", "", 0)
	user := message.UserID(chain.Other.Address.Bytes())
	key := message.UserID(strings.Repeat("k", 33))
	rights := func(who message.UserID) wallet.Permission {
		t.Helper()
		p, err := w.DirectPermission(testContext(t), id, who)
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	grant := func(who message.UserID, until time.Time, list ...wallet.Right) {
		t.Helper()
		if _, err := w.Grant(testContext(t), id, who, list, until); err != nil {
			t.Fatal(err)
		}
	}
	end := time.Now().Add(time.Hour).Truncate(time.Second).UTC()
	grant(user, time.Time{}, wallet.Edit, wallet.Subscribe)
	grant(user, end, wallet.Publish)
	if got, want := rights(user), (wallet.Permission{Edit: true, Subscribe: wallet.Forever, Publish: end}); got != want {
		t.Errorf("user %+v, want %+v", got, want)
	}
	grant(key, end, wallet.Publish)
	if got, want := rights(key), (wallet.Permission{Publish: end}); got != want {
		t.Errorf("public key %+v, want %+v", got, want)
	}
	grant(wallet.Public, time.Time{}, wallet.Subscribe)
	if got, want := rights(wallet.Public), (wallet.Permission{Subscribe: wallet.Forever}); got != want {
		t.Errorf("everybody %+v, want %+v", got, want)
	}
	if p, err := w.Permission(testContext(t), id, message.UserID(strings.Repeat("x", 20))); err != nil || !p.Has(wallet.Subscribe, time.Now()) || p.Has(wallet.Publish, time.Now()) {
		t.Errorf("a stranger: %+v, %v", p, err)
	}

	// One right goes, then all.
	if _, err := w.Revoke(testContext(t), id, user, []wallet.Right{wallet.Publish}); err != nil {
		t.Fatal(err)
	}
	if got, want := rights(user), (wallet.Permission{Edit: true, Subscribe: wallet.Forever}); got != want {
		t.Errorf("user %+v, want %+v", got, want)
	}
	if _, err := other.SetPartitions(testContext(t), id, 2); err != nil {
		t.Errorf("edit with the right to: %v", err)
	}
	if _, err := w.Revoke(testContext(t), id, user, nil); err != nil {
		t.Fatal(err)
	}
	if got := rights(user); got != (wallet.Permission{}) {
		t.Errorf("user %+v, want nothing", got)
	}

	for name, err := range map[string]error{
		"edit":   second(other.SetPartitions(testContext(t), id, 1)),
		"delete": second(other.DeleteStream(testContext(t), id)),
		"grant":  second(other.Grant(testContext(t), id, user, []wallet.Right{wallet.Edit}, time.Time{})),
	} {
		if !errors.Is(err, wallet.ErrNotPermitted) {
			t.Errorf("%s without the right: %v", name, err)
		}
	}
	for name, err := range map[string]error{
		"edit for everybody":     second(w.Grant(testContext(t), id, wallet.Public, []wallet.Right{wallet.Edit}, time.Time{})),
		"grant for a key":        second(w.Grant(testContext(t), id, key, []wallet.Right{wallet.Grant}, time.Time{})),
		"edit until":             second(w.Grant(testContext(t), id, user, []wallet.Right{wallet.Edit}, end)),
		"publish until the past": second(w.Grant(testContext(t), id, user, []wallet.Right{wallet.Publish}, time.Now().Add(-time.Hour))),
		"no rights":              second(w.Grant(testContext(t), id, user, nil, time.Time{})),
	} {
		if err == nil {
			t.Errorf("%s was granted", name)
		}
	}
}

func TestStakeOnAStream(t *testing.T) {
	t.Parallel()
	chain := startChain(t)
	w, other := walletOf(t, chain, chain.User), walletOf(t, chain, chain.Other)
	id := create(t, w, "/weather", "", 0)
	mint(t, w, 1000)
	mint(t, other, 1000)
	for _, c := range []struct {
		w      *wallet.Wallet
		amount int64
	}{{w, 700}, {other, 50}, {w, 1}} {
		done, err := c.w.StakeStore(testContext(t), id, big.NewInt(c.amount))
		if err != nil {
			t.Fatal(err)
		}
		if used, step := done.Last().GasUsed, done.Plan.Steps[1]; used > step.Gas || !step.Assumed {
			t.Errorf("the stake took %d gas, %d was assumed (%v)", used, step.Gas, step.Assumed)
		}
	}
	s, err := w.ShowStream(testContext(t), id)
	if err != nil || !is(s.Stake, 751) || !is(s.Own, 701) {
		t.Errorf("stream %+v, %v", s, err)
	}
	if b := balances(t, w); !is(b.StoreStake, 701) || !is(b.LSAN, 299) {
		t.Errorf("balances %+v", b)
	}
}
