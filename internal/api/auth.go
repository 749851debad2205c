package api

import (
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/logstore/logstore/message"
)

// authenticator reads Authorization headers.
type authenticator struct {
	keys     []*apiKey
	sessions *sessions
	legacy   bool
	domains  map[string]bool
	chains   []uint64
	now      func() time.Time

	// known keeps Basic headers whose signature was checked, by the hash of the
	// header, so that a client's next request costs no signature check.
	known *lru.Cache[[32]byte, basicIdentity]
}

type basicIdentity struct {
	address message.UserID
	expires time.Time // zero: never
}

const maxKnownHeaders = 4096

// maxBasicLife bounds the expiry in a time-bound Basic header.
const maxBasicLife = 31 * 24 * time.Hour

func newAuthenticator(c Config, s *sessions, now func() time.Time) (*authenticator, error) {
	a := &authenticator{sessions: s, legacy: c.LegacyBasic, domains: make(map[string]bool), chains: c.ChainIDs, now: now}
	for _, d := range c.Domains {
		a.domains[strings.ToLower(d)] = true
	}
	for _, k := range c.APIKeys {
		key, err := newAPIKey(k)
		if err != nil {
			return nil, err
		}
		a.keys = append(a.keys, key)
	}
	var err error
	a.known, err = lru.New[[32]byte, basicIdentity](maxKnownHeaders)
	return a, err
}

// authenticate reads the header of a request. mayTry is asked before work is spent
// on a signature that was not seen before.
func (a *authenticator) authenticate(r *http.Request, ip string, mayTry func() bool) *caller {
	c := &caller{client: "ip " + ip}
	header := r.Header.Get("Authorization")
	if header == "" {
		return c
	}
	scheme, rest, _ := strings.Cut(header, " ")
	rest = strings.TrimSpace(rest)
	switch strings.ToLower(scheme) {
	case "basic":
		a.basic(c, r, rest, mayTry)
	case "bearer":
		a.bearer(c, rest)
	default:
		c.denied = unauthorized("scheme %q is unknown: want Basic or Bearer", clip(scheme))
	}
	switch {
	case c.key != nil:
		c.client = "key " + c.key.name
	case c.address != "":
		c.client = "address " + c.address.String()
	}
	return c
}

func unauthorized(format string, args ...any) *problem {
	return problemf(codeUnauthorized, "Authorization header: "+format, args...)
}

func (a *authenticator) bearer(c *caller, token string) {
	if strings.Count(token, ".") == 2 {
		if s, ok := a.sessions.check(token); ok {
			c.address, c.session = s.address, &s
			return
		}
		c.denied = unauthorized("the session token is not valid or has expired; sign in again at /auth/session")
		return
	}
	sum := sha256.Sum256([]byte(token))
	for _, k := range a.keys { // all of them, in the same time
		if subtle.ConstantTimeCompare(sum[:], k.sum[:]) == 1 {
			c.key = k
		}
	}
	if c.key == nil {
		c.denied = unauthorized("the API key is not known here")
	}
}

// basic reads the original's header: user is an address and the password a
// personal-sign signature of the user's text. Beyond the original the address may
// have any letter case, the signature may be hex, and the user may be
// "address|expiry|host" with the expiry in Unix seconds.
func (a *authenticator) basic(c *caller, r *http.Request, credentials string, mayTry func() bool) {
	sum := sha256.Sum256([]byte(strings.ToLower(r.Host) + "\x00" + credentials))
	if id, ok := a.known.Get(sum); ok && (id.expires.IsZero() || a.now().Before(id.expires)) {
		c.address = id.address
		return
	}
	if !mayTry() {
		c.denied = &problem{code: codeRateLimited, detail: "too many sign-in attempts that failed; wait", retryAfter: time.Minute}
		return
	}
	decoded, err := decodeBase64(credentials)
	// The user may hold a colon (in a host); a signature cannot.
	colon := strings.LastIndexByte(string(decoded), ':')
	if err != nil || colon < 0 {
		c.denied = unauthorized("want base64 of <address>:<signature>")
		return
	}
	user, password := string(decoded[:colon]), string(decoded[colon+1:])
	signature, err := decodeSignature(password)
	if err != nil {
		c.denied = unauthorized("password: want the 65 bytes of a personal-sign signature, in base64 or hex")
		return
	}
	id, p := a.basicUser(user, r)
	if p != nil {
		c.denied = p
		return
	}
	signer, err := message.RecoverAddress(message.PersonalDigest([]byte(user)), signature)
	if err != nil || signer != id.address {
		c.denied = problemf(codeForbidden, "the signature in the Authorization header was not made by the address in it")
		return
	}
	a.known.Add(sum, id)
	c.address = id.address
}

// basicUser reads what was signed.
func (a *authenticator) basicUser(user string, r *http.Request) (basicIdentity, *problem) {
	fields := strings.Split(user, "|")
	address, err := message.ParseUserID(fields[0])
	if err != nil || !address.IsAddress() {
		return basicIdentity{}, problemf(codeForbidden, "user %q in the Authorization header is no Ethereum address", clip(fields[0]))
	}
	id := basicIdentity{address: address}
	switch len(fields) {
	case 1:
		if !a.legacy {
			return id, unauthorized("this node takes no signatures that never expire: sign in at /auth/session, or sign <address>|<expiry in Unix seconds>|<host>")
		}
		return id, nil
	case 3:
	default:
		return id, unauthorized("user: want <address> or <address>|<expiry in Unix seconds>|<host>")
	}
	seconds, err := strconv.ParseInt(fields[1], 10, 64)
	if err != nil || seconds < 0 || seconds > maxMillis/1000 {
		return id, unauthorized("expiry %q: want Unix seconds", clip(fields[1]))
	}
	id.expires = time.Unix(seconds, 0)
	now := a.now()
	switch {
	case !now.Before(id.expires):
		return id, unauthorized("it expired at %s", id.expires.UTC().Format(time.RFC3339))
	case id.expires.After(now.Add(maxBasicLife)):
		return id, unauthorized("it expires at %s: at most %d days ahead are allowed", id.expires.UTC().Format(time.RFC3339), int(maxBasicLife.Hours()/24))
	case !a.acceptsDomain(fields[2], r):
		return id, unauthorized("it was made for host %q, not for this node", clip(fields[2]))
	}
	return id, nil
}

// acceptsDomain tells whether a signature that names a host was meant for this
// node; see [Config.Domains] for why the Host header alone is not believed.
func (a *authenticator) acceptsDomain(domain string, r *http.Request) bool {
	domain = strings.ToLower(domain)
	if len(a.domains) > 0 {
		return a.domains[domain]
	}
	if domain == "" || domain != strings.ToLower(r.Host) {
		return false
	}
	host := domain
	if h, _, err := net.SplitHostPort(domain); err == nil {
		host = h
	}
	if host == "localhost" {
		return true
	}
	addr, err := netip.ParseAddr(strings.Trim(host, "[]"))
	if err != nil {
		return false
	}
	if addr.IsLoopback() {
		return true
	}
	local, _ := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if local == nil {
		return false
	}
	bound, err := netip.ParseAddrPort(local.String())
	return err == nil && bound.Addr().Unmap() == addr.Unmap()
}

// domain is the host that a client should put into its sign-in message.
func (a *authenticator) domain(r *http.Request) string {
	if len(a.domains) == 0 || a.domains[strings.ToLower(r.Host)] {
		return r.Host
	}
	var first string
	for d := range a.domains {
		if first == "" || d < first {
			first = d
		}
	}
	return first
}

func decodeBase64(s string) ([]byte, error) {
	s = strings.TrimRight(s, "=")
	if b, err := base64.RawStdEncoding.DecodeString(s); err == nil {
		return b, nil
	}
	return base64.RawURLEncoding.DecodeString(s)
}

var errSignatureText = errors.New("no signature of 65 bytes")

// decodeSignature reads r ‖ s ‖ v in hex or base64; v may be 0 or 1, as some
// wallets write it.
func decodeSignature(s string) ([]byte, error) {
	var b []byte
	var err error
	if digits := strings.TrimPrefix(strings.TrimPrefix(s, "0x"), "0X"); len(digits) == 130 {
		b, err = hex.DecodeString(digits)
	} else {
		b, err = decodeBase64(s)
	}
	if err != nil || len(b) != 65 {
		return nil, errSignatureText
	}
	if b[64] < 27 {
		b[64] += 27
	}
	return b, nil
}
