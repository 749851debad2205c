//go:build !cgo || !linux

package broker

// keepMemorySmall does nothing where memory does not come from glibc.
func keepMemorySmall() {}
