package wallet

import (
	"errors"
	"math/big"
	"testing"
	"time"
)

func TestPriceFeedIsJudged(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	at := func(ago time.Duration) *big.Int { return big.NewInt(now.Add(-ago).Unix()) }
	huge := new(big.Int).Lsh(big.NewInt(1), 200)
	for _, c := range []struct {
		name            string
		answer, updated *big.Int
		decimals        uint8
		maxAge          time.Duration
		want            *big.Rat // nil: refused
	}{
		{"fifty cents", big.NewInt(50_000_000), at(time.Minute), 8, 24 * time.Hour, big.NewRat(1, 2)},
		{"no decimals", big.NewInt(3), at(0), 0, 24 * time.Hour, big.NewRat(3, 1)},
		{"just not too old", big.NewInt(1), at(24 * time.Hour), 0, 24 * time.Hour, big.NewRat(1, 1)},
		{"too old", big.NewInt(1), at(24*time.Hour + time.Second), 0, 24 * time.Hour, nil},
		{"old without bound", big.NewInt(1), at(1000 * time.Hour), 0, 0, big.NewRat(1, 1)},
		{"of the future", big.NewInt(1), at(-time.Hour), 0, 24 * time.Hour, big.NewRat(1, 1)},
		{"zero", big.NewInt(0), at(0), 8, 24 * time.Hour, nil},
		{"negative", big.NewInt(-5), at(0), 8, 24 * time.Hour, nil},
		{"never updated", big.NewInt(5), big.NewInt(0), 8, 0, nil},
		{"time beyond reason", big.NewInt(5), huge, 8, 0, nil},
		{"decimals beyond reason", big.NewInt(5), at(0), 255, 0, nil},
	} {
		got, err := usdOf(c.answer, c.updated, c.decimals, now, c.maxAge)
		switch {
		case c.want == nil && !errors.Is(err, ErrStalePrice):
			t.Errorf("%s: got %v, %v, want ErrStalePrice", c.name, got, err)
		case c.want != nil && (err != nil || got.Cmp(c.want) != 0):
			t.Errorf("%s: got %v, %v, want %v", c.name, got, err, c.want)
		}
	}
}
