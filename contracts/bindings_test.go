package contracts

import (
	"os"
	"testing"

	"go.uber.org/goleak"

	"github.com/logstore/logstore/contracts/internal/sources"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// That the compiler makes these bindings from these sources is checked by
// scripts/check.sh, which needs npm.
func TestBindingsAreOfTheseSources(t *testing.T) {
	t.Parallel()
	got, err := sources.Digest(os.DirFS("."))
	if err != nil {
		t.Fatal(err)
	}
	if got != sourcesSHA256 {
		t.Errorf("bindings.go was made from other sources (%s, these are %s): run `make contracts`", sourcesSHA256, got)
	}
}
