package deploy

import (
	"errors"
	"math/big"
)

// WeiPerByte is the price of one byte if n bytes cost the given amount, for the token's
// setting of that name. It is rounded up: never below cost, and never 0.
func WeiPerByte(wei *big.Int, n uint64) (*big.Int, error) {
	if wei == nil || wei.Sign() <= 0 || n == 0 {
		return nil, errors.New("price of a byte: want an amount above 0 for at least one byte")
	}
	bytes := new(big.Int).SetUint64(n)
	price := new(big.Int).Add(wei, bytes)
	price.Sub(price, big.NewInt(1))
	return price.Div(price, bytes), nil
}
