package api

import (
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/message"
)

// The example of EIP-4361, and its minimal form.
const (
	siweFull = `example.com wants you to sign in with your Ethereum account:
0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2

I accept the ExampleOrg Terms of Service: https://example.com/tos

URI: https://example.com/login
Version: 1
Chain ID: 1
Nonce: 32891756
Issued At: 2021-09-30T16:25:24Z
Resources:
- ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
- https://example.com/my-web2-claim.json`

	siweNoStatement = `https://example.com:3388 wants you to sign in with your Ethereum account:
0xc02aaa39b223fe8d0a0e5c4f27ead9083c756cc2


URI: https://example.com:3388/login
Version: 1
Chain ID: 137
Nonce: abcDEF123
Issued At: 2021-09-30T16:25:24.000Z
Expiration Time: 2021-10-30T16:25:24+02:00
Not Before: 2021-09-30T00:00:00Z
Request ID: some-id`
)

func TestParseSIWE(t *testing.T) {
	t.Parallel()
	m, err := parseSIWE(siweFull)
	if err != nil {
		t.Fatal(err)
	}
	if m.Domain != "example.com" || m.Statement != "I accept the ExampleOrg Terms of Service: https://example.com/tos" ||
		m.URI != "https://example.com/login" || m.ChainID != 1 || m.Nonce != "32891756" || len(m.Resources) != 2 ||
		checksumAddress(m.Address) != "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2" || !m.Expiration.IsZero() ||
		!m.IssuedAt.Equal(time.Date(2021, 9, 30, 16, 25, 24, 0, time.UTC)) {
		t.Errorf("%+v", m)
	}
	m, err = parseSIWE(siweNoStatement)
	if err != nil {
		t.Fatal(err)
	}
	if m.Scheme != "https" || m.Domain != "example.com:3388" || m.Statement != "" || m.RequestID != "some-id" ||
		!m.Expiration.Equal(time.Date(2021, 10, 30, 14, 25, 24, 0, time.UTC)) || m.NotBefore.IsZero() {
		t.Errorf("%+v", m)
	}
	if _, err := parseSIWE(strings.Replace(siweNoStatement, "\n\n\n", "\n\n", 1)); err != nil {
		t.Errorf("one blank line: %v", err)
	}
}

func TestParseSIWERefuses(t *testing.T) {
	t.Parallel()
	for name, edit := range map[string][2]string{
		"no greeting":       {" wants you to sign in with your Ethereum account:", " wants in:"},
		"no domain":         {"example.com wants", " wants"},
		"domain with path":  {"example.com wants", "example.com/x wants"},
		"domain with user":  {"example.com wants", "a@example.com wants"},
		"no address":        {"0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2", "vitalik.eth"},
		"short address":     {"0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2", "0xC02aaA"},
		"checksum":          {"0xC02aaA39", "0xC02AaA39"},
		"no blank line":     {"Cc2\n\n", "Cc2\n"},
		"two statements":    {"tos\n\n", "tos\nmore\n\n"},
		"relative URI":      {"URI: https://example.com/login", "URI: /login"},
		"no URI":            {"URI: https://example.com/login\n", ""},
		"version":           {"Version: 1", "Version: 2"},
		"chain":             {"Chain ID: 1", "Chain ID: one"},
		"negative chain":    {"Chain ID: 1", "Chain ID: -1"},
		"short nonce":       {"Nonce: 32891756", "Nonce: 3289175"},
		"nonce characters":  {"Nonce: 32891756", "Nonce: 3289175-6"},
		"nonce letters":     {"Nonce: 32891756", "Nonce: 3289175é6"},
		"time":              {"Issued At: 2021-09-30T16:25:24Z", "Issued At: yesterday"},
		"order":             {"Version: 1\nChain ID: 1\n", "Chain ID: 1\nVersion: 1\n"},
		"unknown field":     {"Resources:", "Colour: red\nResources:"},
		"after resources":   {"my-web2-claim.json", "my-web2-claim.json\nRequest ID: 1"},
		"carriage return":   {"Version: 1\n", "Version: 1\r\n"},
		"control character": {"ExampleOrg", "Example\x00Org"},
		"not UTF-8":         {"ExampleOrg", "Example\xffOrg"},
		"too long":          {"ExampleOrg", strings.Repeat("x", maxSIWELen)},
		"trailing line":     {"my-web2-claim.json", "my-web2-claim.json\n"},
	} {
		text := strings.Replace(siweFull, edit[0], edit[1], 1)
		if text == siweFull {
			t.Fatalf("%s: nothing was edited", name)
		}
		if _, err := parseSIWE(text); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

// TestChecksumAddress has the vectors of EIP-55.
func TestChecksumAddress(t *testing.T) {
	t.Parallel()
	for _, want := range []string{
		"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
		"0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb",
		"0x52908400098527886E0F7030069857D2E4169EE7", "0xde709f2102306220921060314715629080e2fb77",
	} {
		id, err := message.ParseUserID(want)
		if err != nil {
			t.Fatal(err)
		}
		if got := checksumAddress(id); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

func FuzzParseSIWE(f *testing.F) {
	f.Add(siweFull)
	f.Add(siweNoStatement)
	f.Add("a wants you to sign in with your Ethereum account:\n\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := parseSIWE(text)
		if err != nil {
			return
		}
		// What was accepted stands in the text, and means one thing only.
		if !m.Address.IsAddress() || m.Domain == "" || !strings.Contains(text, "\nNonce: "+m.Nonce+"\n") ||
			!strings.Contains(text, "\nURI: "+m.URI+"\n") || !strings.HasPrefix(strings.TrimPrefix(text, m.Scheme+"://"), m.Domain+siweGreeting+"\n") {
			t.Errorf("%+v from %q", m, text)
		}
	})
}
