//go:debug rsa1024min=0

// The setting above is for the tests alone: they read with crypto/rsa what
// encryptSmallRSA wrote.
package groupkeys

import (
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }
