package wallet

import (
	"net/url"
	"testing"
)

// Anybody can list a storage node, with any metadata.
func FuzzStorageURLs(f *testing.F) {
	for _, s := range []string{`{"urls":["https://a.example"]}`, `{"http":"http://b"}`, `{"urls":[""],"http":"ftp://x"}`, `{"urls":{}}`, `[]`, ``} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, metadata string) {
		for _, text := range storageURLs(metadata) {
			u, err := url.Parse(text)
			if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
				t.Errorf("%q in %q is of no use: %v", text, metadata, err)
			}
		}
	})
}
