//go:build !unix

package noderun

import "syscall"

func ownGroup() *syscall.SysProcAttr { return nil }
