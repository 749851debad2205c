package message

import (
	"bytes"
	"crypto/rand"
	"errors"
	"fmt"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func testSigner(t testing.TB, b byte) Signer {
	t.Helper()
	var key [32]byte
	for i := range key {
		key[i] = b
	}
	s, err := NewEVMSigner(key)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func signed(t testing.TB, edit func(m *Message)) *Message {
	t.Helper()
	m := &Message{
		ID:      ID{"example.eth/s", 3, 1_700_000_000_000, 1, "", strings.Repeat("c", CanonicalChainIDLen)},
		PrevRef: &Ref{1_700_000_000_000, 0},
		Content: []byte(`{"a":1}`),
	}
	if edit != nil {
		edit(m)
	}
	if err := Sign(m, testSigner(t, 7)); err != nil {
		t.Fatal(err)
	}
	return m
}

// Every signed field takes part in the hash; no hint does, nor does the signature.
func TestHashCoversWhatIsSigned(t *testing.T) {
	base := signed(t, nil).Hash()
	differ := map[string]func(m *Message){
		"stream":             func(m *Message) { m.Stream += "x" },
		"partition":          func(m *Message) { m.Partition++ },
		"timestamp":          func(m *Message) { m.Timestamp++ },
		"sequence":           func(m *Message) { m.Sequence++ },
		"chain":              func(m *Message) { m.Chain = strings.Repeat("d", 20) },
		"no prev ref":        func(m *Message) { m.PrevRef = nil },
		"prev timestamp":     func(m *Message) { m.PrevRef = &Ref{1, 0} },
		"content":            func(m *Message) { m.Content = []byte(`{"a":2}`) },
		"new group key":      func(m *Message) { m.NewGroupKey = &EncryptedGroupKey{} },
		"new group key id":   func(m *Message) { m.NewGroupKey = &EncryptedGroupKey{ID: "a"} },
		"new group key data": func(m *Message) { m.NewGroupKey = &EncryptedGroupKey{Data: []byte("a")} },
		"body":               func(m *Message) { m.Request = &GroupKeyRequest{Recipient: "r"} },
	}
	seen := map[Hash]string{base: "base"}
	for name, edit := range differ {
		h := signed(t, edit).Hash()
		if other, ok := seen[h]; ok {
			t.Errorf("%s: same hash as %s", name, other)
		}
		seen[h] = name
	}
	same := map[string]func(m *Message){
		"content type":    func(m *Message) { m.ContentType = ContentBinary },
		"encryption type": func(m *Message) { m.EncryptionType, m.GroupKeyID = EncryptionAES, "k" },
		"signature type":  func(m *Message) { m.SignatureType = SignatureERC1271 },
		"signature":       func(m *Message) { m.Signature = []byte("x") },
	}
	for name, edit := range same {
		m := signed(t, nil)
		edit(m)
		if m.Hash() != base {
			t.Errorf("%s changes the hash", name)
		}
	}
}

func TestOrderKeySortsLikeRefs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ref := rapid.Custom(func(t *rapid.T) Ref {
			return Ref{rapid.Int64Range(0, maxTimestamp).Draw(t, "ts"), rapid.Int32Range(0, 1<<31-1).Draw(t, "seq")}
		})
		a, b := ref.Draw(t, "a"), ref.Draw(t, "b")
		ka, kb := OrderKeyOf(a, ChainTagOf("p", "c")), OrderKeyOf(b, ChainTagOf("p", "c"))
		if bytes.Compare(ka[:], kb[:]) != a.Compare(b) {
			t.Fatalf("%v and %v sort differently as keys", a, b)
		}
		if ka.Ref() != a {
			t.Fatalf("ref %v comes back as %v", a, ka.Ref())
		}
	})
	if ChainTagOf("ab", "c") == ChainTagOf("a", "bc") {
		t.Error("publisher and chain id run together in the tag")
	}
}

func TestCanonical(t *testing.T) {
	for _, c := range []struct {
		name string
		edit func(m *Message)
		ok   bool
	}{
		{"plain", nil, true},
		{"first of its chain", func(m *Message) { m.PrevRef = nil }, true},
		{"12-digit timestamp", func(m *Message) { m.Timestamp, m.PrevRef = 999_999_999_999, nil }, false},
		{"14-digit timestamp", func(m *Message) { m.Timestamp = 10_000_000_000_000 }, false},
		{"partition", func(m *Message) { m.Partition = 4 }, false},
		{"short chain id", func(m *Message) { m.Chain = "chain" }, false},
		{"long chain id", func(m *Message) { m.Chain += "1" }, false},
		{"12-digit previous timestamp", func(m *Message) { m.PrevRef = &Ref{999_999_999_999, 0} }, false},
		{"content like a ref", func(m *Message) { m.PrevRef, m.Content = nil, []byte(`16999999999990{"a":1}`) }, false},
		{"content like a later ref", func(m *Message) { m.PrevRef, m.Content = nil, []byte(`17000000000010`) }, true},
		{"content of 13 digits", func(m *Message) { m.PrevRef, m.Content = nil, []byte(`1600000000000`) }, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := signed(t, c.edit)
			err := m.CheckCanonical(4)
			if c.ok != (err == nil) || err != nil && !errors.Is(err, ErrNotCanonical) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// A relay that moves the border between previous ref and content finds a signature
// that still fits; the canonical profile refuses that second reading.
func TestMovedPrevRefIsNotCanonical(t *testing.T) {
	honest := signed(t, nil)
	moved := *honest
	moved.PrevRef = nil
	moved.Content = append([]byte("17000000000000"), honest.Content...)
	moved.ContentType = ContentBinary
	if err := new(Verifier).Verify(t.Context(), &moved); err != nil {
		t.Fatalf("the second reading should verify: %v", err)
	}
	if honest.CheckCanonical(4) != nil || moved.CheckCanonical(4) == nil {
		t.Error("want exactly the honest reading to be canonical")
	}
}

func TestValidate(t *testing.T) {
	for name, edit := range map[string]func(m *Message){
		"empty stream":           func(m *Message) { m.Stream = "" },
		"upper-case domain":      func(m *Message) { m.Stream = "Example.eth/s" },
		"path traversal":         func(m *Message) { m.Stream = "example.eth/../s" },
		"right-to-left override": func(m *Message) { m.Stream = "example.eth/\u202es" },
		"zero-width space":       func(m *Message) { m.Stream = "example.eth/a\u200bb" },
		"NUL":                    func(m *Message) { m.Stream = "example.eth/a\x00b" },
		"not UTF-8":              func(m *Message) { m.Stream = "example.eth/\xff" },
		"negative partition":     func(m *Message) { m.Partition = -1 },
		"partition 100":          func(m *Message) { m.Partition = 100 },
		"negative timestamp":     func(m *Message) { m.Timestamp = -1 },
		"timestamp above 2^53":   func(m *Message) { m.Timestamp = 1 << 53 },
		"negative sequence":      func(m *Message) { m.Sequence = -1 },
		"own prev ref":           func(m *Message) { m.PrevRef = &Ref{m.Timestamp, m.Sequence} },
		"later prev ref":         func(m *Message) { m.PrevRef = &Ref{m.Timestamp + 1, 0} },
		"negative prev ref":      func(m *Message) { m.PrevRef = &Ref{-1, 0} },
		"AES without key id":     func(m *Message) { m.EncryptionType = EncryptionAES },
		"content type 2":         func(m *Message) { m.ContentType = 2 },
		"encryption type 2":      func(m *Message) { m.EncryptionType = 2 },
		"two bodies":             func(m *Message) { m.Request, m.Response = &GroupKeyRequest{}, &GroupKeyResponse{} },
	} {
		m := signed(t, nil)
		edit(m)
		if err := m.Validate(); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: got %v", name, err)
		}
		if err := Sign(m, testSigner(t, 1)); !errors.Is(err, ErrMalformed) {
			t.Errorf("%s: signed in spite of it: %v", name, err)
		}
	}
}

func TestSignersDoNotPrintTheirKeys(t *testing.T) {
	key := [32]byte(bytes.Repeat([]byte{0x17}, 32))
	newEVM := func(key [32]byte) (Signer, error) { return NewEVMSigner(key) }
	for _, make := range []func([32]byte) (Signer, error){newEVM, NewP256Signer, NewMLDSA87Signer} {
		s, err := make(key)
		if errors.Is(err, ErrUnsupportedSignature) && lacks(SignatureMLDSA87) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%x", "%d"} {
			text := fmt.Sprintf(verb, s)
			if len(text) > 40 || strings.Contains(text, "17") || strings.Contains(text, "23") {
				t.Errorf("%s prints %q", verb, text)
			}
		}
	}
}

func TestChain(t *testing.T) {
	c := NewChain("id")
	for i, want := range []struct {
		ts   int64
		ref  Ref
		prev *Ref
	}{
		{10, Ref{10, 0}, nil},
		{10, Ref{10, 1}, &Ref{10, 0}},
		{11, Ref{11, 0}, &Ref{10, 1}},
	} {
		ref, prev, err := c.Next(want.ts)
		if err != nil || ref != want.ref || (prev == nil) != (want.prev == nil) || prev != nil && *prev != *want.prev {
			t.Fatalf("step %d: %v %v %v", i, ref, prev, err)
		}
	}
	if _, _, err := c.Next(10); !errors.Is(err, ErrChainOrder) {
		t.Fatalf("going back in time: %v", err)
	}
	id, err := RandomChainID(rand.Reader)
	if err != nil || len(id) != CanonicalChainIDLen {
		t.Fatalf("RandomChainID: %q, %v", id, err)
	}
}

// The build with libsecp256k1 and the one in pure Go give the same verdict on every
// signature, well-formed or not.
func TestCurveTwins(t *testing.T) {
	half := secp256k1HalfOrder
	rapid.Check(t, func(t *rapid.T) {
		var key, digest [32]byte
		copy(key[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "key"))
		copy(digest[:], rapid.SliceOfN(rapid.Byte(), 32, 32).Draw(t, "digest"))
		key[31] |= 1
		key[0] &= 0x7f
		a, errA := signDigest(key, digest)
		b, errB := signDigestGo(key, digest)
		if a != b || errA != nil || errB != nil {
			t.Fatalf("signatures differ: %x %v, %x %v", a, errA, b, errB)
		}
		switch rapid.IntRange(0, 5).Draw(t, "change") {
		case 0:
			a[rapid.IntRange(0, 63).Draw(t, "at")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
		case 1:
			a[64] ^= 27 ^ 28
		case 2:
			clear(a[:32])
		case 3:
			clear(a[32:64])
		case 4:
			order := secp256k1Order.FillBytes(make([]byte, 32))
			copy(a[:32], order)
		}
		if compareBytes(a[32:64], half[:]) > 0 {
			return // normalised away before either twin sees it
		}
		pa, errA := recoverPublicKey(digest, a)
		pb, errB := recoverPublicKeyGo(digest, a)
		if (errA == nil) != (errB == nil) || errA == nil && pa != pb {
			t.Fatalf("verdicts differ on %x: %x %v, %x %v", a, pa, errA, pb, errB)
		}
	})
}

func TestMalleatedSignatureIsNormalised(t *testing.T) {
	m := signed(t, nil)
	want := bytes.Clone(m.Signature)
	s := new(big.Int).SetBytes(m.Signature[32:64])
	new(big.Int).Sub(secp256k1Order, s).FillBytes(m.Signature[32:64])
	m.Signature[64] ^= 27 ^ 28
	if err := new(Verifier).Verify(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(m.Signature, want) {
		t.Errorf("signature %x, want %x", m.Signature, want)
	}
}

func TestVerifyWithoutChain(t *testing.T) {
	m := signed(t, nil)
	m.SignatureType = SignatureERC1271
	if err := new(Verifier).Verify(t.Context(), m); !errors.Is(err, ErrUnsupportedSignature) {
		t.Errorf("got %v", err)
	}
}

// Whatever decodes can be encoded, and the encoding is a fixed point: same bytes,
// same key.
func FuzzDecode(f *testing.F) {
	vectors, _ := readMessages(f)
	for _, g := range vectors {
		if len(g.Protobuf) < 1024 {
			f.Add([]byte(g.Protobuf))
		}
	}
	f.Add([]byte{})
	f.Add([]byte{0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f})
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Decode(b)
		if err != nil {
			if !errors.Is(err, ErrMalformed) {
				t.Fatalf("untyped error %v", err)
			}
			return
		}
		wire := m.AppendWire(nil)
		again, err := Decode(wire)
		if err != nil {
			t.Fatalf("own encoding does not decode: %v", err)
		}
		if again.Key() != m.Key() || !bytes.Equal(again.AppendWire(nil), wire) {
			t.Fatal("encoding is no fixed point")
		}
		if UserID(PeekPublisher(wire)) != m.Publisher {
			t.Fatal("PeekPublisher disagrees")
		}
		_ = new(Verifier).Verify(t.Context(), m)
		_ = m.CheckContent()
		_ = m.CheckCanonical(MaxPartitions)
	})
}

func FuzzParseStreamID(f *testing.F) {
	for _, s := range []string{"example.eth/a", "/x", "0xBfB34FD32ecA438fFE766211C3B2af8bf781ce9C/Foo", "legacy", "a.b/c#d", "..", "x/../y"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		id, err := ParseStreamID(s, "01234567890123456789")
		if err != nil {
			return
		}
		again, err := ParseStreamID(string(id), "")
		if err != nil || again != id {
			t.Fatalf("%q became %q, then %q, %v", s, id, again, err)
		}
		part, err := ParseStreamPart(StreamPart{id, 7}.String())
		if err != nil || part.Stream != id || part.Partition != 7 {
			t.Fatalf("stream part of %q: %v, %v", id, part, err)
		}
	})
}

func BenchmarkVerify(b *testing.B) {
	m := signed(b, func(m *Message) { m.Content = bytes.Repeat([]byte("x"), 300) })
	v := new(Verifier)
	b.Run("cgo or pure Go as built", func(b *testing.B) {
		for b.Loop() {
			if err := v.Verify(b.Context(), m); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("key", func(b *testing.B) {
		for b.Loop() {
			m.Key()
		}
	})
	wire := m.AppendWire(nil)
	b.Run("decode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Decode(wire); err != nil {
				b.Fatal(err)
			}
		}
	})
}
