package devchain

import (
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha512"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"

	"github.com/decred/dcrd/dcrec/secp256k1/v4"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
)

// Mnemonic gives the accounts that anvil and hardhat print. Everybody has their
// keys: never send anything of value to them.
const Mnemonic = "test test test test test test test test test test test junk"

// hardened is added to an index of BIP-32 whose child needs the private key.
const hardened = 1 << 31

// maxAccounts keeps a slip of a number from deriving keys for minutes.
const maxAccounts = 10_000

// ErrMnemonic: the text is no mnemonic.
var ErrMnemonic = errors.New("not a BIP-39 mnemonic")

// Account of the chain. Printing, logging and encoding it as JSON show the address
// only; who wants the key has to take the field.
type Account struct {
	Address    common.Address
	PrivateKey [32]byte
}

// Format writes the address, whatever the verb.
func (a Account) Format(s fmt.State, _ rune) { _, _ = io.WriteString(s, a.Address.Hex()) }

// LogValue is the address.
func (a Account) LogValue() slog.Value { return slog.StringValue(a.Address.Hex()) }

// MarshalJSON gives an object with the address.
func (a Account) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Address common.Address `json:"address"`
	}{a.Address})
}

// Accounts derives the first n accounts of a mnemonic without passphrase, at
// m/44'/60'/0'/0/i (BIP-32, BIP-39, BIP-44), as anvil, hardhat and wallets do. The
// mnemonic must have 12, 15, 18, 21 or 24 words of ASCII letters, else the error is
// [ErrMnemonic]. The words are not looked up in BIP-39's list, so neither a misspelt
// word nor a wrong checksum is noticed: it gives other accounts.
func Accounts(mnemonic string, n int) ([]Account, error) {
	if n < 0 || n > maxAccounts {
		return nil, fmt.Errorf("%d accounts: expected 0 to %d", n, maxAccounts)
	}
	words, err := mnemonicWords(mnemonic)
	if err != nil {
		return nil, err
	}
	seed, err := pbkdf2.Key(sha512.New, strings.Join(words, " "), []byte("mnemonic"), 2048, 64)
	if err != nil {
		return nil, fmt.Errorf("stretch mnemonic: %w", err)
	}
	node, err := masterNode(seed)
	for _, index := range []uint32{hardened + 44, hardened + 60, hardened, 0} {
		if err == nil {
			node, err = node.child(index)
		}
	}
	if err != nil {
		return nil, err
	}
	accounts := make([]Account, 0, n)
	for i := range uint32(n) {
		leaf, err := node.child(i)
		if err != nil {
			return nil, err
		}
		key, err := crypto.ToECDSA(leaf.key[:])
		if err != nil {
			return nil, fmt.Errorf("account %d: %w", i, err)
		}
		accounts = append(accounts, Account{crypto.PubkeyToAddress(key.PublicKey), leaf.key})
	}
	return accounts, nil
}

// mnemonicWords never quotes what it refuses: it may be somebody's secret.
func mnemonicWords(mnemonic string) ([]string, error) {
	words := strings.Fields(mnemonic)
	if !slices.Contains([]int{12, 15, 18, 21, 24}, len(words)) {
		return nil, fmt.Errorf("%w: %d words, expected 12, 15, 18, 21 or 24", ErrMnemonic, len(words))
	}
	for i, word := range words {
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" {
			return nil, fmt.Errorf("%w: word %d has something else than the letters a to z", ErrMnemonic, i+1)
		}
	}
	return words, nil
}

// extended is an extended private key of BIP-32.
type extended struct{ key, chainCode [32]byte }

func masterNode(seed []byte) (extended, error) {
	return split([]byte("Bitcoin seed"), seed, nil)
}

// child derives the private key at an index.
func (e extended) child(index uint32) (extended, error) {
	var data []byte
	if index >= hardened {
		data = append([]byte{0}, e.key[:]...)
	} else {
		data = secp256k1.PrivKeyFromBytes(e.key[:]).PubKey().SerializeCompressed()
	}
	return split(e.chainCode[:], binary.BigEndian.AppendUint32(data, index), &e)
}

// split makes a node of a HMAC: its left half, added to the parent's key, is the
// key, and the right half the chain code.
func split(hmacKey, data []byte, parent *extended) (extended, error) {
	mac := hmac.New(sha512.New, hmacKey)
	mac.Write(data)
	sum := mac.Sum(nil)
	var key secp256k1.ModNScalar
	overflow := key.SetByteSlice(sum[:32])
	if parent != nil {
		var of secp256k1.ModNScalar
		of.SetBytes(&parent.key)
		key.Add(&of)
	}
	if overflow || key.IsZero() {
		// BIP-32: skip this index. Once in 2^127.
		return extended{}, errors.New("this mnemonic derives an invalid key: use another one")
	}
	node := extended{key: key.Bytes()}
	copy(node.chainCode[:], sum[32:])
	return node, nil
}
