package groupkeys

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io"
	"math/big"
	mrand "math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/logstore/logstore/message"
)

// newRandom is a repeatable source of bytes.
func newRandom(seed byte) io.Reader {
	return mrand.NewChaCha8([32]byte{seed})
}

var testKey = Key{ID: "key-1", Secret: [SecretLen]byte{1, 2, 3, 31: 32}}

// The file holds a key as the official SDK makes them in its development environment.
func smallRSA(t testing.TB) *PrivateKey {
	t.Helper()
	text, err := os.ReadFile("testdata/rsa640.pem")
	if err != nil {
		t.Fatal(err)
	}
	return rsaFromPEM(t, text)
}

func spki(t testing.TB, key any) []byte {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(key)
	if err != nil {
		t.Fatal(err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: pemType, Bytes: der})
}

func TestSmallRSAKeyIsServed(t *testing.T) {
	t.Parallel()
	private := smallRSA(t)
	public, err := ParsePublicKey(private.PublicKey())
	if err != nil || public.RSABits() != 640 {
		t.Fatalf("%d bits, %v", public.RSABits(), err)
	}
	random := newRandom(1)
	seen := map[string]bool{}
	for i := range 200 {
		k := Key{ID: "k", Secret: [SecretLen]byte{byte(i), 31: byte(i)}}
		sealed, err := public.Encrypt(random, &k)
		if err != nil || len(sealed.Data) != 80 || seen[string(sealed.Data)] {
			t.Fatalf("round %d: %d bytes, %v, or the same twice", i, len(sealed.Data), err)
		}
		seen[string(sealed.Data)] = true
		if got, err := private.Decrypt(&sealed); err != nil || got != k {
			t.Fatalf("round %d: read %x, %v", i, got.Secret, err)
		}
	}
}

// The own OAEP must be the standard library's, byte for byte.
func TestSmallRSAIsTheStandardAlgorithm(t *testing.T) {
	t.Parallel()
	for _, bits := range []int{MinRSABits, 600, 640, 1023, 1031} {
		key := testRSA(t, bits)
		seed := bytes.Repeat([]byte{7}, sha1.Size)
		got, err := encryptSmallRSA(bytes.NewReader(seed), &key.PublicKey, testKey.Secret[:])
		if err != nil {
			t.Fatal(err)
		}
		want, err := rsa.EncryptOAEP(sha1.New(), bytes.NewReader(seed), &key.PublicKey, testKey.Secret[:], nil)
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("%d bits: %x, %v, want %x", bits, got, err, want)
		}
	}
	key := testRSA(t, MinRSABits-8)
	if _, err := encryptSmallRSA(newRandom(1), &key.PublicKey, testKey.Secret[:]); err == nil {
		t.Error("a group key fits into too short a modulus")
	}
}

// testRSA makes an RSA key of any length.
func testRSA(t testing.TB, bits int) *rsa.PrivateKey {
	t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, bits)
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func TestGenerateRSA(t *testing.T) {
	t.Parallel()
	for _, bits := range []int{-1, 1024, MaxRSABits + 1} {
		if _, err := GenerateRSA(bits); err == nil {
			t.Errorf("a key of %d bits was made", bits)
		}
	}
	private, err := GenerateRSA(2048)
	if err != nil {
		t.Fatal(err)
	}
	text := string(private.PublicKey())
	if !strings.HasPrefix(text, "-----BEGIN PUBLIC KEY-----\n") || !strings.HasSuffix(text, "\n-----END PUBLIC KEY-----\n") {
		t.Errorf("public key %q", text)
	}
	exchangeOnce(t, private, message.AsymmetricRSA)
}

func TestGenerateMLKEM(t *testing.T) {
	t.Parallel()
	private, err := GenerateMLKEM()
	if err != nil {
		t.Fatal(err)
	}
	exchangeOnce(t, private, message.AsymmetricMLKEM)
}

func exchangeOnce(t *testing.T, private *PrivateKey, want message.AsymmetricEncryptionType) {
	t.Helper()
	public, err := ParsePublicKey(private.PublicKey())
	if err != nil {
		t.Fatal(err)
	}
	if public.Type() != want || private.Type() != want {
		t.Errorf("types %d and %d, want %d", public.Type(), private.Type(), want)
	}
	sealed, err := public.Encrypt(newRandom(1), &testKey)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := private.Decrypt(&sealed); err != nil || got != testKey {
		t.Errorf("read %x, %v", got.Secret, err)
	}
	for name, data := range map[string][]byte{
		"nothing": nil, "one byte less": sealed.Data[1:], "one byte more": append([]byte{0}, sealed.Data...),
	} {
		if _, err := private.Decrypt(&message.EncryptedGroupKey{ID: "k", Data: data}); !errors.Is(err, ErrKeyData) {
			t.Errorf("%s: %v, want ErrKeyData", name, err)
		}
	}
	if _, err := private.Decrypt(&message.EncryptedGroupKey{Data: sealed.Data}); !errors.Is(err, ErrKeyID) {
		t.Errorf("no id: %v, want ErrKeyID", err)
	}
}

func TestParsePublicKeyRefuses(t *testing.T) {
	t.Parallel()
	good := smallRSA(t).PublicKey()
	key := smallRSA(t).rsa.PublicKey
	ec, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	huge := new(big.Int).Lsh(big.NewInt(1), MaxRSABits)
	huge.SetBit(huge, 0, 1)
	for name, text := range map[string][]byte{
		"nothing":           nil,
		"text":              []byte("hello"),
		"broken PEM":        good[:len(good)/2],
		"two blocks":        append(bytes.Clone(good), good...),
		"something behind":  append(bytes.Clone(good), "x"...),
		"other type":        bytes.ReplaceAll(good, []byte("PUBLIC"), []byte("RSA PUBLIC")),
		"private key":       readFile(t, "testdata/rsa640.pem"),
		"headers":           bytes.Replace(good, []byte("-----\n"), []byte("-----\nA: b\n\n"), 1),
		"elliptic curve":    spki(t, &ec.PublicKey),
		"short modulus":     spki(t, &rsa.PublicKey{N: new(big.Int).Rsh(key.N, 100), E: 65537}),
		"long modulus":      spki(t, &rsa.PublicKey{N: huge, E: 65537}),
		"endless text":      append([]byte("-----BEGIN PUBLIC KEY-----\n"), make([]byte, 1<<20)...),
		"even modulus":      spki(t, &rsa.PublicKey{N: new(big.Int).Lsh(key.N, 1), E: 65537}),
		"exponent one":      spki(t, &rsa.PublicKey{N: key.N, E: 1}),
		"even exponent":     spki(t, &rsa.PublicKey{N: key.N, E: 65536}),
		"long exponent":     spki(t, &rsa.PublicKey{N: key.N, E: 1<<31 + 1}),
		"KEM key of ones":   bytes.Repeat([]byte{0xff}, 1568),
		"KEM key too short": make([]byte, 1567),
	} {
		if _, err := ParsePublicKey(text); !errors.Is(err, ErrPublicKey) {
			t.Errorf("%s: %v, want ErrPublicKey", name, err)
		}
	}
	// The newline at the end is the official form; its absence does no harm.
	if _, err := ParsePublicKey(bytes.TrimRight(good, "\n")); err != nil {
		t.Errorf("without the last newline: %v", err)
	}
	if _, err := ParsePublicKey(spki(t, &testRSA(t, 1536).PublicKey)); err != nil {
		t.Error(err)
	}
}

func readFile(t testing.TB, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func FuzzParsePublicKey(f *testing.F) {
	overRSA, overKEM, _ := goldenExchanges(f)
	f.Add([]byte(overRSA.RequesterKey.PublicKeyPem))
	f.Add([]byte(overKEM.RequesterKey.PublicKey))
	f.Add(smallRSA(f).PublicKey())
	f.Fuzz(func(t *testing.T, b []byte) {
		public, err := ParsePublicKey(b)
		if err != nil {
			if !errors.Is(err, ErrPublicKey) {
				t.Errorf("%v is no ErrPublicKey", err)
			}
			return
		}
		// What can be parsed can be encrypted for.
		if _, err := public.Encrypt(newRandom(1), &testKey); err != nil {
			t.Errorf("encrypt: %v", err)
		}
	})
}

func FuzzPrivateKeyDecrypt(f *testing.F) {
	overRSA, overKEM, _ := goldenExchanges(f)
	keys := []*PrivateKey{overRSA.privateKey(f), overKEM.privateKey(f)}
	for i, v := range []goldenExchange{overRSA, overKEM} {
		k := decode(f, v.Response.Protobuf).Response.GroupKeys[0]
		f.Add(i == 1, k.ID, k.Data)
	}
	f.Fuzz(func(t *testing.T, kem bool, id string, data []byte) {
		private := keys[0]
		if kem {
			private = keys[1]
		}
		k, err := private.Decrypt(&message.EncryptedGroupKey{ID: id, Data: data})
		if err == nil && k.ID != id {
			t.Errorf("id %q became %q", id, k.ID)
		}
		if err != nil && !errors.Is(err, ErrKeyData) && !errors.Is(err, ErrKeyID) {
			t.Errorf("%v is of no known kind", err)
		}
	})
}
