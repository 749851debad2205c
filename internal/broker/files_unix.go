//go:build unix

package broker

import "golang.org/x/sys/unix"

// reservedFiles are for everything but clients: the store keeps up to a thousand
// open, compactions and the rest need some.
const reservedFiles = 1500

// clampToFiles returns how many connections the limit on open files has room for,
// at most the wanted number.
func clampToFiles(wanted int) int {
	var limit unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &limit); err != nil || limit.Cur > 1<<31 {
		return wanted
	}
	files := int(limit.Cur)
	return max(min(wanted, max(files-reservedFiles, files/4)), 1)
}
