package logstore

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/logstore/logstore/message"
)

// authorizer gives the Authorization header of requests.
type authorizer interface {
	// credential returns the header's value; "" sends none.
	credential(ctx context.Context) (string, error)
	// refused is told that the node did not accept a credential. It reports
	// whether another one can be had.
	refused(credential string) bool
}

func newAuthorizer(c *Client) authorizer {
	switch {
	case c.cfg.APIKey != "":
		return fixedAuth("Bearer " + c.cfg.APIKey)
	case c.cfg.Key == nil:
		return fixedAuth("")
	case c.cfg.LegacyBasic:
		return &basicAuth{key: c.cfg.Key}
	}
	domain := c.cfg.AuthDomain
	if domain == "" {
		domain = strings.ToLower(c.base.Host)
		for scheme, port := range map[string]string{"http": ":80", "https": ":443"} {
			if c.base.Scheme == scheme {
				domain = strings.TrimSuffix(domain, port)
			}
		}
	}
	return &sessionAuth{c: c, domain: domain, lock: make(chan struct{}, 1)}
}

// fixedAuth is the same header for ever.
type fixedAuth string

func (a fixedAuth) credential(context.Context) (string, error) { return string(a), nil }
func (a fixedAuth) refused(string) bool                        { return false }

// basicAuth is the original's header: the address and its signature of the address.
type basicAuth struct{ key message.Signer }

func (a *basicAuth) credential(context.Context) (string, error) {
	address := a.key.UserID().String()
	sig, err := personalSign(a.key, address)
	if err != nil {
		return "", err
	}
	password := base64.StdEncoding.EncodeToString(sig)
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(address+":"+password)), nil
}

func (a *basicAuth) refused(string) bool { return false }

// personalSign signs text as wallets do (EIP-191). Only accounts of the Ethereum
// kind can.
func personalSign(key message.Signer, text string) ([]byte, error) {
	if key.SignatureType() != message.SignatureSecp256k1EVM {
		return nil, fmt.Errorf("sign in: %w: a key of type %v cannot sign in, use an API key", ErrInvalid, key.SignatureType())
	}
	sig, err := key.SignPayload([]byte(text))
	if err != nil {
		return nil, fmt.Errorf("sign in: %w", err)
	}
	return sig, nil
}

// sessionAuth signs in with Ethereum (EIP-4361) when a credential is first needed,
// and again when most of the session's life is over or the node has ended it.
type sessionAuth struct {
	c      *Client
	domain string

	lock    chan struct{} // held to read and change what follows, and to sign in
	header  string
	renewAt time.Time
}

func (a *sessionAuth) credential(ctx context.Context) (string, error) {
	select {
	case a.lock <- struct{}{}:
		defer func() { <-a.lock }()
	case <-ctx.Done():
		return "", ctx.Err()
	}
	now := a.c.cfg.Clock.Now()
	if a.header != "" && now.Before(a.renewAt) {
		return a.header, nil
	}
	token, expires, err := a.signIn(ctx, now)
	if err != nil {
		return "", err
	}
	// A clock that runs ahead must not make every request sign in.
	life := max(expires.Sub(now), time.Minute)
	a.header, a.renewAt = "Bearer "+token, now.Add(life*9/10)
	return a.header, nil
}

func (a *sessionAuth) refused(credential string) bool {
	a.lock <- struct{}{}
	defer func() { <-a.lock }()
	if a.header == credential {
		a.header = ""
	}
	return true
}

// signIn opens a session. The signed text names the host that this client was told
// to talk to, not the one that the node claims to be, so that it opens nothing
// elsewhere.
func (a *sessionAuth) signIn(ctx context.Context, now time.Time) (token string, expires time.Time, err error) {
	var nonce struct {
		Nonce   string `json:"nonce"`
		ChainID uint64 `json:"chainId"`
	}
	if err := a.post(ctx, request{method: http.MethodGet, path: "/auth/nonce"}, &nonce); err != nil {
		return "", time.Time{}, fmt.Errorf("sign in: %w", err)
	}
	if !isNonce(nonce.Nonce) {
		return "", time.Time{}, fmt.Errorf("sign in: %w: nonce %q, want at least 8 letters and digits", ErrProtocol, nonce.Nonce)
	}
	scheme := a.c.base.Scheme
	text := siweText(a.domain, scheme+"://"+a.domain, a.c.cfg.Key.UserID(), nonce.Nonce, max(nonce.ChainID, 1), now)
	sig, err := personalSign(a.c.cfg.Key, text)
	if err != nil {
		return "", time.Time{}, err
	}
	body, err := json.Marshal(map[string]string{"message": text, "signature": "0x" + hex.EncodeToString(sig)})
	if err != nil {
		return "", time.Time{}, fmt.Errorf("sign in: %w", err)
	}
	var session struct {
		Token     string    `json:"token"`
		ExpiresAt time.Time `json:"expiresAt"`
	}
	err = a.post(ctx, request{method: http.MethodPost, path: "/auth/session", body: body, contentType: "application/json"}, &session)
	if err != nil {
		return "", time.Time{}, fmt.Errorf("sign in: %w", err)
	}
	if session.Token == "" || strings.ContainsAny(session.Token, " \r\n\t") {
		return "", time.Time{}, fmt.Errorf("sign in: %w: no usable token", ErrProtocol)
	}
	return session.Token, session.ExpiresAt, nil
}

// post makes one request of the sign-in, without retries: a nonce serves once, and
// the request that needs the session is repeated as a whole.
func (a *sessionAuth) post(ctx context.Context, r request, out any) error {
	resp, _, err := a.c.sendOnce(ctx, r)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := readBounded(resp.Body, maxErrorBytes)
	if err != nil {
		return transportError(ctx, r, err)
	}
	if err := json.Unmarshal(body, out); err != nil {
		return errors.Join(ErrProtocol, err)
	}
	return nil
}

func isNonce(s string) bool {
	if len(s) < 8 || len(s) > 256 {
		return false
	}
	for _, r := range s {
		if (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return false
		}
	}
	return true
}

// siweLife bounds how long the signed text can be used to open a session.
const siweLife = 5 * time.Minute

// siweText is the sign-in message of EIP-4361.
func siweText(domain, uri string, id message.UserID, nonce string, chainID uint64, now time.Time) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s wants you to sign in with your Ethereum account:\n%s\n\n", domain, checksumAddress(id))
	fmt.Fprintf(&b, "Read and manage streams at this LogStore node.\n\n")
	fmt.Fprintf(&b, "URI: %s\nVersion: 1\nChain ID: %d\nNonce: %s\n", uri, chainID, nonce)
	fmt.Fprintf(&b, "Issued At: %s\nExpiration Time: %s", now.UTC().Format(time.RFC3339), now.Add(siweLife).UTC().Format(time.RFC3339))
	return b.String()
}
