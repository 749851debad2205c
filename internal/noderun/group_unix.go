//go:build unix

package noderun

import "syscall"

// ownGroup keeps Ctrl-C on the terminal from reaching the node directly: it is
// stopped once, by us.
func ownGroup() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }
