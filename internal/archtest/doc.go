// Package archtest holds the rules about the shape of the project as tests:
// which package may import which, that the verification packages stay small
// enough to be used alone, and that every package says what it is. It has no
// code besides the tests.
package archtest
