//go:build !cgo || !linux

package broker

// limitArenas does nothing where memory does not come from glibc.
func limitArenas() {}
