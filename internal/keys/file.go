package keys

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"
)

// KDF is how much work turns a password into the key of a keystore file.
type KDF struct{ n, p int }

// The key derivations of the Web3 Secret Storage definition.
var (
	// StandardKDF takes about a second and 256 MiB: for keys that matter.
	StandardKDF = KDF{keystore.StandardScryptN, keystore.StandardScryptP}
	// LightKDF takes about 0.1 s and 4 MiB: for tests and throw-away keys.
	LightKDF = KDF{keystore.LightScryptN, keystore.LightScryptP}
)

// maxFileBytes bounds keystore and password files; real ones have a few hundred.
const maxFileBytes = 64 << 10

// file is the Web3 Secret Storage form, version 3.
type file struct {
	Address string              `json:"address"`
	Crypto  keystore.CryptoJSON `json:"crypto"`
	ID      string              `json:"id"`
	Version int                 `json:"version"`
}

// Save writes the key to a new keystore file that only its owner can read. It
// refuses to replace a file: errors.Is(err, fs.ErrExist).
func (k *Key) Save(path, password string, kdf KDF) error {
	encrypted, err := keystore.EncryptDataV3(k.private[:], []byte(password), kdf.n, kdf.p)
	if err != nil {
		return fmt.Errorf("encrypt key: %w", err)
	}
	raw, err := json.MarshalIndent(file{
		Address: k.String()[2:],
		Crypto:  encrypted,
		ID:      newUUID(),
		Version: 3,
	}, "", "  ")
	if err != nil {
		return fmt.Errorf("encode keystore %s: %w", path, err)
	}
	return WriteSecret(path, append(raw, '\n'))
}

// Open reads the key in a keystore file. It returns [ErrPassword] or [ErrKeystore],
// or the error of reading the file.
func Open(path, password string) (*Key, error) {
	raw, err := readBounded(path)
	if err != nil {
		return nil, fmt.Errorf("open keystore: %w", err)
	}
	opened, err := keystore.DecryptKey(raw, password)
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, fmt.Errorf("open keystore %s: %w", path, ErrPassword)
	}
	if err != nil {
		return nil, fmt.Errorf("open keystore %s: %w: %w", path, ErrKeystore, err)
	}
	k, err := fromBytes([32]byte(crypto.FromECDSA(opened.PrivateKey)))
	if err != nil {
		return nil, fmt.Errorf("open keystore %s: %w", path, err)
	}
	if want, err := AddressIn(path); err == nil && want != "" && want != k.String() {
		return nil, fmt.Errorf("open keystore %s: %w: it names address %s but holds the key of %s", path, ErrKeystore, want, k)
	}
	return k, nil
}

// AddressIn returns the address that a keystore file names, without opening it;
// "" if it names none.
func AddressIn(path string) (string, error) {
	raw, err := readBounded(path)
	if err != nil {
		return "", fmt.Errorf("read keystore: %w", err)
	}
	var f struct {
		Address string `json:"address"`
	}
	if err := json.Unmarshal(raw, &f); err != nil {
		return "", fmt.Errorf("read keystore %s: %w: %w", path, ErrKeystore, err)
	}
	if f.Address == "" {
		return "", nil
	}
	b, err := hex.DecodeString(trim0x(f.Address))
	if err != nil || len(b) != 20 {
		return "", fmt.Errorf("read keystore %s: %w: address %q", path, ErrKeystore, f.Address)
	}
	return "0x" + hex.EncodeToString(b), nil
}

func trim0x(s string) string {
	if len(s) > 1 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X') {
		return s[2:]
	}
	return s
}

func readBounded(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if info.Size() > maxFileBytes {
		return nil, fmt.Errorf("%s has %d bytes, at most %d expected", path, info.Size(), maxFileBytes)
	}
	return os.ReadFile(path)
}

// WriteSecret writes a new file that only its owner can read, durably. An existing
// file is not replaced: errors.Is(err, fs.ErrExist).
func WriteSecret(path string, content []byte) (err error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists and is not overwritten: %w", path, fs.ErrExist)
	}
	if err != nil {
		return fmt.Errorf("write secret: %w", err)
	}
	defer func() {
		if err != nil {
			os.Remove(path)
		}
	}()
	if _, err := f.Write(content); err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", path, err), f.Close())
	}
	if err := f.Sync(); err != nil {
		return errors.Join(fmt.Errorf("sync %s: %w", path, err), f.Close())
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("close %s: %w", path, err)
	}
	return syncDir(filepath.Dir(path))
}

func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync directory: %w", err)
	}
	defer d.Close()
	if err := d.Sync(); err != nil {
		return fmt.Errorf("sync directory %s: %w", dir, err)
	}
	return nil
}

// IsExposed reports whether others than the owner may read a file.
func IsExposed(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().Perm()&0o077 != 0
}

// newUUID returns a random UUID, version 4.
func newUUID() string {
	var b [16]byte
	rand.Read(b[:])
	b[6] = b[6]&0x0f | 0x40
	b[8] = b[8]&0x3f | 0x80
	return fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:])
}
