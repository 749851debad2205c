package devchain

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"
)

// The accounts that anvil and hardhat print at their start.
var wellKnown = []struct{ address, key string }{
	{"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"},
	{"0x70997970C51812dc3A010C7d01b50e0d17dc79C8", "59c6995e998f97a5a0044966f0945389dc9e86dae88c7a8412f4603b6b78690d"},
	{"0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC", "5de4111afa1a4b94908f83103eb1f1706367c2e68ca870fc3fb9a804cdab365a"},
	{"0x90F79bf6EB2c4f870365E785982E1f101E93b906", "7c852118294e51e653712a81e05800f419141751be58f605c371e15141b007a6"},
	{"0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65", "47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a"},
	{"0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc", "8b3a350cf5c34c9194ca85829a2df0ec3153be0318b5e2d3348e872092edffba"},
	{"0x976EA74026E726554dB657fA54763abd0C3a0aa9", "92db14e403b83dfe3df233f83dfa3a0d7096f21ca9b0d6d6b8d88b2b4ec1564e"},
	{"0x14dC79964da2C08b23698B3D3cc7Ca32193d9955", "4bbbf85ce3377467afe5d46f804f221813b2bb87f24d81f60f1fcdbf7cbf4356"},
	{"0x23618e81E3f5cdF7f54C3d65f7FBc0aBf5B21E8f", "dbda1821b80551c9d65939329250298aa3472ba22feea921c0cf5d620ea67b97"},
	{"0xa0Ee7A142d267C1f36714E4a8F75612F20a79720", "2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6"},
}

func TestAccountsAreTheOnesThatToolsPrint(t *testing.T) {
	t.Parallel()
	accounts, err := Accounts(Mnemonic, len(wellKnown))
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range wellKnown {
		if got := accounts[i].Address.Hex(); got != want.address {
			t.Errorf("account %d has the address %s, want %s", i, got, want.address)
		}
		if got := hex.EncodeToString(accounts[i].PrivateKey[:]); got != want.key {
			t.Errorf("account %d has the key %s, want %s", i, got, want.key)
		}
	}
}

// BIP-39's own vector for 24 words has a passphrase; this address is what MetaMask
// and others give for the words alone.
func TestAccountsOfTwentyFourWords(t *testing.T) {
	t.Parallel()
	accounts, err := Accounts(strings.Repeat("abandon ", 23)+"art", 1)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := accounts[0].Address.Hex(), "0xF278cF59F82eDcf871d630F28EcC8056f25C1cdb"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAccountsIgnoreWhiteSpace(t *testing.T) {
	t.Parallel()
	accounts, err := Accounts("\n "+strings.ReplaceAll(Mnemonic, " ", "\t ")+"\n", 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := accounts[0].Address.Hex(); got != wellKnown[0].address {
		t.Errorf("%s, want %s", got, wellKnown[0].address)
	}
}

func TestAccountsRefuse(t *testing.T) {
	t.Parallel()
	for name, mnemonic := range map[string]string{
		"nothing":        "",
		"eleven words":   strings.Repeat("test ", 10) + "junk",
		"thirteen words": strings.Repeat("test ", 12) + "junk",
		"27 words":       strings.Repeat("test ", 26) + "junk",
		"a key":          "0x" + wellKnown[0].key,
		"capitals":       strings.Replace(Mnemonic, "junk", "Junk", 1),
		"digits":         strings.Replace(Mnemonic, "junk", "junk1", 1),
		"other scripts":  strings.Replace(Mnemonic, "junk", "jünk", 1),
	} {
		_, err := Accounts(mnemonic, 1)
		if !errors.Is(err, ErrMnemonic) {
			t.Errorf("%s: %v, want ErrMnemonic", name, err)
		} else if strings.Contains(err.Error(), "unk") || strings.Contains(err.Error(), wellKnown[0].key) {
			t.Errorf("%s: the error quotes the secret: %v", name, err)
		}
	}
	for _, n := range []int{-1, maxAccounts + 1} {
		if _, err := Accounts(Mnemonic, n); err == nil {
			t.Errorf("%d accounts are no error", n)
		}
	}
}

func TestAccountsDoNotShowTheirKeys(t *testing.T) {
	t.Parallel()
	account := rich(t)[0]
	holder := struct {
		Name     string
		Accounts []Account
	}{"holder", []Account{account}}
	var text strings.Builder
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d", "%x", "%q"} {
		fmt.Fprintf(&text, verb+"\n", account)
		fmt.Fprintf(&text, verb+"\n", &account)
		fmt.Fprintf(&text, verb+"\n", holder)
	}
	raw, err := json.Marshal(holder)
	if err != nil {
		t.Fatal(err)
	}
	text.Write(raw)
	slog.New(slog.NewTextHandler(&text, nil)).Info("", "account", account, "accounts", holder)
	slog.New(slog.NewJSONHandler(&text, nil)).Info("", "account", account, "accounts", holder)

	lower := strings.ToLower(text.String())
	for _, secret := range []string{wellKnown[0].key, "172 9 116 190", "0xac, 0x9, 0x74", "172,9,116,190"} {
		if strings.Contains(lower, secret) {
			t.Errorf("the key is in:\n%s", text.String())
		}
	}
	if !strings.Contains(text.String(), account.Address.Hex()) {
		t.Errorf("the address is not in:\n%s", text.String())
	}
}
