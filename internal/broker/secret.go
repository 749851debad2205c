package broker

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/logstore/logstore/internal/keys"
)

// sessionSecretFile holds what sessions are signed with, in the data directory, so
// that they outlive a restart. Removing it ends all sessions at the next start.
const sessionSecretFile = "session.secret"

// sessionSecret reads the secret, or makes it at the first start.
func sessionSecret(dataDir string) ([]byte, error) {
	path := filepath.Join(dataDir, sessionSecretFile)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		var secret [32]byte
		rand.Read(secret[:])
		return secret[:], keys.WriteSecret(path, []byte(hex.EncodeToString(secret[:])+"\n"))
	}
	if err != nil {
		return nil, fmt.Errorf("read session secret: %w", err)
	}
	secret, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(secret) != 32 {
		return nil, fmt.Errorf("session secret %s: want 64 hex digits; remove the file to make a new one, which ends all sessions", path)
	}
	return secret, nil
}
