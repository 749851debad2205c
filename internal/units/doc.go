// Package units converts and prints the amounts that users meet: wei of the chain's
// native coin, base units of LSAN, bytes of storage and of queries, US dollars.
//
// One base unit of LSAN pays for one byte of storage at multiplier 1. 1e18 base
// units show as "1 LSAN" in a wallet. What a query reads costs [QueryShare] of what
// its bytes cost to store, so a base unit pays for 20 bytes of queries.
//
// Everything is exact: integers and fractions of any size, never floating point.
// Rounding happens once, at the end of a conversion, and always down: nobody is made
// to pay for, or is promised, a unit that the amount does not reach.
//
//	p := units.Prices{Wei: big.NewInt(1e9), USD: big.NewRat(1, 2)}
//	a, err := units.Parse("5", units.USD)
//	wei, err := a.In(units.Wei, p)  // 10 coins: 10000000000000000000
//	base, err := a.In(units.Base, p) // 10000000000
package units
