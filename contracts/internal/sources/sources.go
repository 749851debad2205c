// Package sources identifies what the Go bindings of the contracts are made from, so
// that a test without a compiler can tell whether they are current.
package sources

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// fixed are the files besides the contracts that decide what the compiler writes: its
// settings, its version and that of the libraries.
var fixed = []string{"package-lock.json", "scripts/settings.json"}

// Digest is the SHA-256, in hex, of the names and contents of the Solidity files below
// src and of the compiler's settings and versions in the contracts' folder.
func Digest(contracts fs.FS) (string, error) {
	names := slices.Clone(fixed)
	err := fs.WalkDir(contracts, "src", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) == ".sol" {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return "", fmt.Errorf("list the contracts' sources: %w", err)
	}
	slices.Sort(names)
	sum := sha256.New()
	for _, name := range names {
		content, err := fs.ReadFile(contracts, name)
		if err != nil {
			return "", fmt.Errorf("read the contracts' sources: %w", err)
		}
		// Lengths keep a file's end apart from the next one's beginning.
		fmt.Fprintf(sum, "%d %s %d\n", len(name), name, len(content))
		sum.Write(content)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
