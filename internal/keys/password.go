package keys

import (
	"crypto/rand"
	"encoding/base32"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// PasswordFile reads a password from a file, without the line end.
func PasswordFile(path string) (string, error) {
	raw, err := readBounded(path)
	if err != nil {
		return "", fmt.Errorf("read password: %w", err)
	}
	return strings.TrimRight(string(raw), "\r\n"), nil
}

// RandomPassword makes a password of 128 random bits.
func RandomPassword() string {
	var b [16]byte
	rand.Read(b[:])
	return strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b[:]))
}

// Prompt asks for a password on the user's terminal, without showing it. If
// standard input is no terminal it uses the controlling one. It returns
// [ErrNoPassword] if there is none.
func Prompt(question string) (string, error) {
	in, out := os.Stdin, io.Writer(os.Stderr)
	if !term.IsTerminal(int(in.Fd())) {
		tty, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
		if err != nil {
			return "", fmt.Errorf("%w and no terminal to ask on: set LOGSTORE_KEY_PASSWORD or key.password_file", ErrNoPassword)
		}
		defer tty.Close()
		in, out = tty, tty
	}
	fmt.Fprint(out, question)
	raw, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(out)
	if err != nil {
		return "", fmt.Errorf("read password: %w", err)
	}
	return string(raw), nil
}
