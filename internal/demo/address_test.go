package demo

import (
	"net"
	"strings"
	"testing"
)

func TestAddressInUse(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	err = checkFree(t.Context(), "listen", l.Addr().String())
	if err == nil || !strings.Contains(err.Error(), "make run ARGS='-listen ") || !strings.Contains(err.Error(), l.Addr().String()) {
		t.Fatalf("got %v, expected an error that names the address and the flag", err)
	}
}
