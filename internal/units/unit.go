package units

import (
	"fmt"
	"math/big"
)

// Unit is what an amount counts.
type Unit int

const (
	// Wei counts 1e-18 of the chain's native coin.
	Wei Unit = iota
	// Base counts base units of LSAN, the integers in the contracts.
	Base
	// Bytes counts bytes of storage. Clients reckon one base unit for each.
	Bytes
	// USD counts US dollars.
	USD
)

// String is the unit's name in messages.
func (u Unit) String() string {
	switch u {
	case Wei:
		return "wei"
	case Base:
		return "base units of LSAN"
	case Bytes:
		return "bytes"
	case USD:
		return "US dollars"
	}
	return fmt.Sprintf("unit %d", int(u))
}

// decimals is how many of them an amount of the unit may have after a conversion.
func (u Unit) decimals() int {
	if u == USD {
		return 18
	}
	return 0
}

// pow10 is 10 to the power of n.
func pow10(n int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(n)), nil)
}

// floor cuts a number that is not negative after so many decimals.
func floor(r *big.Rat, decimals int) *big.Rat {
	scale := pow10(decimals)
	n := new(big.Int).Mul(r.Num(), scale)
	n.Quo(n, r.Denom())
	return new(big.Rat).SetFrac(n, scale)
}

// maxAmount is the largest number that a contract can hold.
var maxAmount = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
