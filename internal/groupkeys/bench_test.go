package groupkeys

import "testing"

// What a publisher pays for each key that it gives away.
func BenchmarkPublicKeyEncrypt(b *testing.B) {
	overRSA, overKEM, _ := goldenExchanges(b)
	for name, key := range map[string]*PrivateKey{
		"RSA-640": smallRSA(b), "RSA-2048": overRSA.privateKey(b), "ML-KEM": overKEM.privateKey(b),
	} {
		b.Run(name, func(b *testing.B) {
			text := key.PublicKey()
			random := newRandom(1)
			b.ReportAllocs()
			for b.Loop() {
				public, err := ParsePublicKey(text)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := public.Encrypt(random, &testKey); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
