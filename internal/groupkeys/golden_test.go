package groupkeys

import (
	"bytes"
	"crypto/mlkem"
	"crypto/rsa"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"os"
	"testing"

	"github.com/logstore/logstore/message"
)

// The golden vectors were made by running the official SDK 103.3.1.

type hexBytes []byte

func (h *hexBytes) UnmarshalJSON(b []byte) error {
	var s string
	if err := json.Unmarshal(b, &s); err != nil {
		return err
	}
	v, err := hex.DecodeString(s)
	*h = v
	return err
}

func readGolden(t testing.TB, path string, into any) {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(raw, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

type goldenGroupKey struct {
	ID   string
	Data hexBytes
}

func (g goldenGroupKey) key() Key { return Key{ID: g.ID, Secret: [SecretLen]byte(g.Data)} }

type goldenExchange struct {
	Name         string
	Answered     *bool
	GroupKey     goldenGroupKey
	RequesterKey struct {
		PrivateKeyPem, PublicKeyPem string
		Seed, PublicKey             hexBytes
	}
	Request, Response struct{ Protobuf hexBytes }
	Package           struct{ KemCiphertext, Salt, IV, Ciphertext, SharedSecret, AesKey hexBytes }
}

// goldenExchanges returns the key exchanges with an official publisher, by the kind
// of encryption where there was an answer, and those it did not answer.
func goldenExchanges(t testing.TB) (rsa, kem goldenExchange, silent []goldenExchange) {
	t.Helper()
	var file struct{ Vectors []goldenExchange }
	readGolden(t, "../../message/testdata/keyexchange.json", &file)
	for _, v := range file.Vectors {
		switch {
		case v.Answered != nil && !*v.Answered:
			silent = append(silent, v)
		case v.RequesterKey.PrivateKeyPem != "":
			rsa = v
		default:
			kem = v
		}
	}
	if rsa.Name == "" || kem.Name == "" || len(silent) == 0 {
		t.Fatal("the vectors are not complete")
	}
	return rsa, kem, silent
}

func (v *goldenExchange) privateKey(t testing.TB) *PrivateKey {
	t.Helper()
	if v.RequesterKey.PrivateKeyPem == "" {
		key, err := mlkem.NewDecapsulationKey1024(v.RequesterKey.Seed)
		if err != nil {
			t.Fatal(err)
		}
		return fromKEM(key)
	}
	return rsaFromPEM(t, []byte(v.RequesterKey.PrivateKeyPem))
}

func rsaFromPEM(t testing.TB, text []byte) *PrivateKey {
	t.Helper()
	block, _ := pem.Decode(text)
	if block == nil {
		t.Fatal("no PEM")
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		t.Fatal(err)
	}
	key, err := fromRSA(parsed.(*rsa.PrivateKey))
	if err != nil {
		t.Fatal(err)
	}
	return key
}

func decode(t testing.TB, wire []byte) *message.Message {
	t.Helper()
	m, err := message.Decode(wire)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestGoldenContents(t *testing.T) {
	t.Parallel()
	var file struct {
		Vectors []struct {
			Name                        string
			Key, Plaintext, Content, IV hexBytes
		}
	}
	readGolden(t, "testdata/encryption.json", &file)
	if len(file.Vectors) < 6 {
		t.Fatalf("only %d vectors", len(file.Vectors))
	}
	for _, v := range file.Vectors {
		k := Key{ID: "k", Secret: [SecretLen]byte(v.Key)}
		got, err := k.Encrypt(bytes.NewReader(v.IV), v.Plaintext)
		if err != nil || !bytes.Equal(got, v.Content) {
			t.Errorf("%s: encrypted to %x, %v, want %x", v.Name, got, err, v.Content)
		}
		plain, err := k.Decrypt(v.Content)
		if err != nil || !bytes.Equal(plain, v.Plaintext) {
			t.Errorf("%s: decrypted to %x, %v, want %x", v.Name, plain, err, v.Plaintext)
		}
	}
}

func TestGoldenExchangeIsRead(t *testing.T) {
	t.Parallel()
	overRSA, overKEM, _ := goldenExchanges(t)
	for _, v := range []goldenExchange{overRSA, overKEM} {
		private := v.privateKey(t)
		request, response := decode(t, v.Request.Protobuf), decode(t, v.Response.Protobuf)
		if !bytes.Equal(private.PublicKey(), request.Request.PublicKey) {
			t.Errorf("%s: public key\n got %q\nwant %q", v.Name, private.PublicKey(), request.Request.PublicKey)
		}
		if private.Type() != request.Request.EncryptionType {
			t.Errorf("%s: type %d, want %d", v.Name, private.Type(), request.Request.EncryptionType)
		}
		got, err := private.Decrypt(&response.Response.GroupKeys[0])
		if err != nil || got != v.GroupKey.key() {
			t.Errorf("%s: read %x, %v, want %x", v.Name, got.Secret, err, v.GroupKey.Data)
		}

		// And the other way: what we encrypt for the requester's key, it can read.
		public, err := ParsePublicKey(request.Request.PublicKey)
		if err != nil {
			t.Fatal(err)
		}
		want := v.GroupKey.key()
		sealed, err := public.Encrypt(newRandom(1), &want)
		if err != nil {
			t.Fatal(err)
		}
		if len(sealed.Data) != len(response.Response.GroupKeys[0].Data) {
			t.Errorf("%s: our answer has %d bytes, the official one %d", v.Name, len(sealed.Data), len(response.Response.GroupKeys[0].Data))
		}
		if got, err := private.Decrypt(&sealed); err != nil || got != want {
			t.Errorf("%s: own answer read as %x, %v", v.Name, got.Secret, err)
		}
	}
}

func TestGoldenMLKEMSteps(t *testing.T) {
	t.Parallel()
	_, v, _ := goldenExchanges(t)
	key := v.privateKey(t).kem
	shared, err := key.Decapsulate(v.Package.KemCiphertext)
	if err != nil || !bytes.Equal(shared, v.Package.SharedSecret) {
		t.Errorf("shared secret %x, %v, want %x", shared, err, v.Package.SharedSecret)
	}
	wrap, err := kemKey(shared, v.Package.Salt)
	if err != nil || !bytes.Equal(wrap.Secret[:], v.Package.AesKey) {
		t.Errorf("AES key %x, %v, want %x", wrap.Secret, err, v.Package.AesKey)
	}
	got, err := wrap.Encrypt(bytes.NewReader(v.Package.IV), v.GroupKey.Data)
	if want := append(bytes.Clone(v.Package.IV), v.Package.Ciphertext...); err != nil || !bytes.Equal(got, want) {
		t.Errorf("wrapped to %x, %v, want %x", got, err, want)
	}
}
