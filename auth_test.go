package logstore_test

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// gate is a node that only knows how to let people in.
type gate struct {
	t    testing.TB
	key  *logstore.Key
	life time.Duration

	mu       sync.Mutex
	sessions int
	valid    string
	texts    []string
	headers  []string // of the other requests
}

func (g *gate) RoundTrip(r *http.Request) (*http.Response, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	switch r.URL.Path {
	case "/auth/nonce":
		return respond(200, "application/json", fmt.Sprintf(`{"nonce":"abcdefgh%d","domain":"evil.example"}`, g.sessions)), nil
	case "/auth/session":
		var in struct{ Message, Signature string }
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			return nil, err
		}
		sig, err := hex.DecodeString(strings.TrimPrefix(in.Signature, "0x"))
		if err != nil {
			return nil, err
		}
		signer, err := message.RecoverAddress(message.PersonalDigest([]byte(in.Message)), sig)
		if err != nil || signer != g.key.UserID() {
			return respond(401, "application/problem+json", `{}`), nil
		}
		g.sessions++
		g.valid = fmt.Sprintf("token%d", g.sessions)
		g.texts = append(g.texts, in.Message)
		return respond(200, "application/json", fmt.Sprintf(`{"token":%q,"address":%q,"expiresAt":%q}`,
			g.valid, g.key.Address(), time.Now().Add(g.life).UTC().Format(time.RFC3339))), nil
	}
	got := r.Header.Get("Authorization")
	g.headers = append(g.headers, got)
	if got != "Bearer "+g.valid {
		return respond(401, "text/plain", "Unauthorized"), nil
	}
	return respond(200, "application/json", `{"stores":[]}`), nil
}

func TestSessionsAreRenewedInTime(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		key := newKey(t)
		g := &gate{t: t, key: key, life: time.Hour}
		c := newClient(t, logstore.Config{URL: "http://node.example:80", Key: key, HTTPClient: &http.Client{Transport: g}})
		ask := func() {
			t.Helper()
			if _, err := c.Streams(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		var wg sync.WaitGroup
		for range 10 {
			wg.Go(ask)
		}
		wg.Wait()
		if g.sessions != 1 {
			t.Errorf("%d sign-ins of ten requests at once, want 1", g.sessions)
		}
		time.Sleep(50 * time.Minute) // virtual
		if ask(); g.sessions != 1 {
			t.Error("signed in again although the session was young")
		}
		time.Sleep(5 * time.Minute)
		if ask(); g.sessions != 2 {
			t.Errorf("%d sessions shortly before the first one ends, want 2", g.sessions)
		}
		g.valid = "lost by a restart"
		if ask(); g.sessions != 3 {
			t.Errorf("%d sessions after the node forgot the second, want 3", g.sessions)
		}
		// What is signed names the host that was configured, whatever the node says.
		want := fmt.Sprintf("node.example wants you to sign in with your Ethereum account:\n%s\n\n", key.Address())
		for _, text := range g.texts {
			if !strings.HasPrefix(text, want) || !strings.Contains(text, "\nURI: http://node.example\nVersion: 1\nChain ID: 1\nNonce: abcdefgh") {
				t.Errorf("signed text:\n%s", text)
			}
		}
	})
}

func TestRefusedSessionsDoNotLoop(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		key := newKey(t)
		g := &gate{t: t, key: key, life: time.Hour}
		refuse := network(func(r *http.Request) (*http.Response, error) {
			resp, err := g.RoundTrip(r)
			if !strings.HasPrefix(r.URL.Path, "/auth/") {
				return respond(401, "text/plain", "Unauthorized"), nil
			}
			return resp, err
		})
		c := virtual(t, refuse, logstore.Config{Key: key})
		if _, err := c.Streams(t.Context()); !errors.Is(err, logstore.ErrUnauthorized) {
			t.Error(err)
		}
		if g.sessions != 2 || len(g.headers) != 2 {
			t.Errorf("%d sign-ins and %d requests, want 2 of each", g.sessions, len(g.headers))
		}
	})
}

func TestSignInRefusesOddNonces(t *testing.T) {
	t.Parallel()
	for _, nonce := range []string{"", "short", "abcdefgh\nResources:", strings.Repeat("a", 300)} {
		c := virtual(t, func(*http.Request) (*http.Response, error) {
			body, err := json.Marshal(map[string]string{"nonce": nonce})
			return respond(200, "application/json", string(body)), err
		}, logstore.Config{Key: newKey(t)})
		if _, err := c.Streams(t.Context()); !errors.Is(err, logstore.ErrProtocol) {
			t.Errorf("nonce %q: %v", nonce, err)
		}
	}
}

func TestFixedCredentials(t *testing.T) {
	t.Parallel()
	key := newKey(t)
	for _, tc := range []struct {
		name  string
		cfg   logstore.Config
		check func(header string) bool
	}{
		{"API key comes before signing in", logstore.Config{APIKey: "k", Key: key}, func(h string) bool { return h == "Bearer k" }},
		{"nobody", logstore.Config{}, func(h string) bool { return h == "" }},
		{"legacy", logstore.Config{Key: key, LegacyBasic: true}, func(h string) bool {
			raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(h, "Basic "))
			user, password, ok := strings.Cut(string(raw), ":")
			sig, err2 := base64.StdEncoding.DecodeString(password)
			if !ok || errors.Join(err, err2) != nil || user != key.UserID().String() {
				return false
			}
			signer, err := message.RecoverAddress(message.PersonalDigest([]byte(user)), sig)
			return err == nil && signer == key.UserID()
		}},
	} {
		got := "none"
		c := virtual(t, func(r *http.Request) (*http.Response, error) {
			got = r.Header.Get("Authorization")
			return respond(200, "application/json", `{}`), nil
		}, tc.cfg)
		if _, err := c.Streams(t.Context()); err != nil || !tc.check(got) {
			t.Errorf("%s: header %q, %v", tc.name, got, err)
		}
	}
}

func TestKeysWithoutAccountsCannotSignIn(t *testing.T) {
	t.Parallel()
	key, err := message.NewP256Signer([32]byte{31: 7})
	if err != nil {
		t.Fatal(err)
	}
	c := virtual(t, func(*http.Request) (*http.Response, error) {
		return respond(200, "application/json", `{"nonce":"abcdefgh"}`), nil
	}, logstore.Config{Key: key})
	if _, err := c.Streams(t.Context()); !errors.Is(err, logstore.ErrInvalid) || !strings.Contains(err.Error(), "API key") {
		t.Error(err)
	}
}
