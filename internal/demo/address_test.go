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
	r := &run{cfg: Config{Getenv: func(name string) string {
		if name == httpVariable {
			return l.Addr().String()
		}
		return ""
	}}}
	err = r.checkFree(t.Context(), httpVariable, defaultHTTP)
	if err == nil || !strings.Contains(err.Error(), "LOGSTORE_HTTP_LISTEN=") || !strings.Contains(err.Error(), l.Addr().String()) {
		t.Fatalf("got %v, expected an error that names the address and the variable", err)
	}
}
