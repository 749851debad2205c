// Package curve computes sums of multiples of points on secp256k1, the curve
// y² = x³ + 7 over the integers modulo p = 2²⁵⁶ − 2³² − 977, fast enough that checking
// many signatures together costs a fraction of checking them one by one.
//
// It verifies and nothing else: its running time and its memory accesses depend on
// the values that it works with. Never let it see a private key or a nonce.
//
// The pieces, from the bottom up: field elements ([Point]s are made of them), square
// roots ([Lift]), integers modulo the order of the curve ([Scalar]), additions of
// many pairs of points that share one inversion, and the sum of multiples ([Sum]).
package curve
