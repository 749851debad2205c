package api

import (
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/logstore/logstore/message"
)

func basic(user, password string) string {
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+password))
}

func TestBasicAuth(t *testing.T) {
	t.Parallel()
	n := newNode(t, withDeps(func(d *Deps) { d.Clock = func() time.Time { return testTime } }))
	s := signerOf(t, 0x99)
	address := s.UserID().String()
	checksummed := checksumAddress(s.UserID())
	host := strings.TrimPrefix(n.http.URL, "http://")
	expiring := func(expiry time.Duration, host string) string {
		user := fmt.Sprintf("%s|%d|%s", address, testTime.Add(expiry).Unix(), host)
		return basic(user, hex.EncodeToString(personalSign(t, s, user)))
	}
	b64 := func(text string) string { return base64.StdEncoding.EncodeToString(personalSign(t, s, text)) }
	zeroBased := personalSign(t, s, address)
	zeroBased[64] -= 27
	for _, tt := range []struct {
		name, header string
		status       int
	}{
		{"base64", basic(address, b64(address)), 200},
		{"hex", basic(address, "0x"+hex.EncodeToString(personalSign(t, s, address))), 200},
		{"hex without prefix", basic(address, hex.EncodeToString(personalSign(t, s, address))), 200},
		{"v of 0 or 1", basic(address, hex.EncodeToString(zeroBased)), 200},
		{"checksum case", basic(checksummed, b64(checksummed)), 200},
		{"upper case", basic("0x"+strings.ToUpper(address[2:]), b64("0x"+strings.ToUpper(address[2:]))), 200},
		{"other case than signed", basic(checksummed, b64(address)), 403},
		{"URL alphabet, no padding", "basic " + base64.RawURLEncoding.EncodeToString([]byte(address+":"+base64.RawURLEncoding.EncodeToString(personalSign(t, s, address)))), 200},
		{"another's signature", basic(address, base64.StdEncoding.EncodeToString(personalSign(t, signerOf(t, 0x11), address))), 403},
		{"no address", basic("alice", b64("alice")), 403},
		{"expiring", expiring(time.Hour, host), 200},
		{"expired", expiring(-time.Hour, host), 401},
		{"expires in a year", expiring(365*24*time.Hour, host), 401},
		{"for another host", expiring(time.Hour, "other.example"), 401},
		{"two fields", basic(address+"|1", b64(address+"|1")), 401},
		{"expiry no number", basic(address+"|x|"+host, b64(address+"|x|"+host)), 401},
		{"nothing", "Basic", 401},
		{"garbage", "Basic !!!!", 401},
		{"other scheme", "Digest abc", 401},
		{"unknown key", "Bearer abc", 401},
		{"no token", "Bearer a.b.c", 401},
	} {
		r := n.get(testPart+"/last", "Authorization", tt.header)
		if r.status != tt.status {
			t.Errorf("%s: %d %s, want %d", tt.name, r.status, r.body, tt.status)
		}
		if again := n.get(testPart+"/last", "Authorization", tt.header); again.status != tt.status {
			t.Errorf("%s, remembered: %d", tt.name, again.status)
		}
		if r.status != 200 && string(r.body) != http.StatusText(r.status) {
			t.Errorf("%s: body %s", tt.name, r.body)
		}
		if r := n.get(testPart+"/last", "Authorization", tt.header, "Accept", "application/json"); r.status != 200 {
			if code, _ := r.problem(t); code != "unauthorized" && code != "forbidden" {
				t.Errorf("%s: %s", tt.name, r.body)
			}
		}
	}
}

func TestBasicAuthSwitchedOff(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.LegacyBasic = false; c.Domains = []string{"Node.example"} }))
	s := signerOf(t, 0x99)
	if r := n.get(testPart+"/last", "Authorization", basicAuth(t, 0x99)); r.status != 401 {
		t.Errorf("a signature without an end: %d", r.status)
	}
	user := fmt.Sprintf("%s|%d|node.example", s.UserID(), time.Now().Add(time.Hour).Unix())
	if r := n.get(testPart+"/last", "Authorization", basic(user, hex.EncodeToString(personalSign(t, s, user)))); r.status != 200 {
		t.Errorf("one with an end: %d %s", r.status, r.body)
	}
}

// TestBasicAuthExpiresInTheCache: a header that was good is not good for ever.
func TestBasicAuthExpiresInTheCache(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	now := testTime
	n := newNode(t, withDeps(func(d *Deps) {
		d.Clock = func() time.Time { mu.Lock(); defer mu.Unlock(); return now }
	}))
	s := signerOf(t, 0x99)
	user := fmt.Sprintf("%s|%d|%s", s.UserID(), testTime.Add(time.Minute).Unix(), strings.TrimPrefix(n.http.URL, "http://"))
	header := basic(user, hex.EncodeToString(personalSign(t, s, user)))
	if r := n.get(testPart+"/last", "Authorization", header); r.status != 200 {
		t.Fatalf("%d %s", r.status, r.body)
	}
	mu.Lock()
	now = now.Add(time.Minute)
	mu.Unlock()
	if r := n.get(testPart+"/last", "Authorization", header); r.status != 401 {
		t.Errorf("after its end: %d", r.status)
	}
}

// TestFailedSignInsAreCounted: guessing is slow, for the address that guesses.
func TestFailedSignInsAreCounted(t *testing.T) {
	t.Parallel()
	n := newNode(t, withDeps(func(d *Deps) { d.Clock = func() time.Time { return testTime } }))
	wrong := base64.StdEncoding.EncodeToString(personalSign(t, signerOf(t, 0x11), "x"))
	for i := range failedBurst {
		if r := n.get(testPart+"/last", "Authorization", basic(signerOf(t, 0x99).UserID().String(), wrong)); r.status != 403 {
			t.Fatalf("attempt %d: %d", i, r.status)
		}
	}
	r := n.get(testPart+"/last", "Authorization", basicAuth(t, 0x99))
	if code, _ := r.problem(t); r.status != 429 || code != "rate_limited" || r.header.Get("Retry-After") == "" {
		t.Errorf("%d %s", r.status, r.body)
	}
}

func TestAPIKeys(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) {
		c.APIKeys = []APIKey{
			{Name: "all", SHA256: sha256Hex("all")},
			{Name: "one", SHA256: sha256Hex("one"), Streams: []string{string(testStream)}},
			{Name: "prefix", SHA256: strings.ToUpper(sha256Hex("prefix")), Streams: []string{"0x19E7e376E7c213b7e7e7e46cc70a5dd086daff2a/te*"}},
			{Name: "other", SHA256: sha256Hex("other"), Streams: []string{"other.eth/*"}},
			{Name: "publisher", SHA256: sha256Hex("publisher"), Rights: []string{"publish"}},
		}
	}))
	n.append(plain(liveBase, 0, "a"))
	for key, status := range map[string]int{"all": 200, "one": 200, "prefix": 200, "other": 403, "publisher": 403, "none": 401, "": 401} {
		for _, path := range []string{testPart + "/last", strings.Replace(testPart, "stores", "streams", 1) + "/last?format=raw", "/stores/" + escapeID(testStream)} {
			if r := n.get(path, "Authorization", "Bearer "+key); r.status != status {
				t.Errorf("key %q %s: %d, want %d", key, path, r.status, status)
			}
		}
	}
	for key, want := range map[string]int{"all": 1, "other": 0} {
		var list storesAnswer
		n.get("/stores", "Authorization", "Bearer "+key).decode(t, &list)
		if len(list.Stores) != want {
			t.Errorf("key %q sees %d streams, want %d", key, len(list.Stores), want)
		}
	}
	// A caller with a name gets the shape of generation 2 on /streams.
	r := n.get(strings.Replace(testPart, "stores", "streams", 1)+"/last?format=raw", "Authorization", "Bearer all")
	if r.header.Get("Content-Type") != "text/plain" || !strings.HasPrefix(string(r.body), "[32,[") {
		t.Errorf("%s %s", r.header.Get("Content-Type"), r.body)
	}
}

func TestAnonymousResendSwitchedOff(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.AnonymousResend = false }))
	if r := n.get(strings.Replace(testPart, "stores", "streams", 1) + "/last"); r.status != 401 {
		t.Errorf("%d %s", r.status, r.body)
	}
}

// signIn runs through signing in with Ethereum; change may alter the message.
func (n *node) signIn(s message.Signer, change func(string) string) (reply, loginAnswer) {
	n.t.Helper()
	var nonce nonceAnswer
	n.get("/auth/nonce").decode(n.t, &nonce)
	text := siweText(nonce.Domain, checksumAddress(s.UserID()), "http://"+nonce.Domain+"/", nonce.Nonce, time.Now())
	if change != nil {
		text = change(text)
	}
	return n.login(s, text)
}

func (n *node) login(s message.Signer, text string) (reply, loginAnswer) {
	n.t.Helper()
	body, err := json.Marshal(loginRequest{text, "0x" + hex.EncodeToString(personalSign(n.t, s, text))})
	if err != nil {
		n.t.Fatal(err)
	}
	r := n.do(http.MethodPost, "/auth/session", strings.NewReader(string(body)), "Content-Type", "application/json", "Accept", "application/json")
	var out loginAnswer
	r.decode(n.t, &out)
	return r, out
}

func siweText(domain, address, uri, nonce string, issued time.Time) string {
	return domain + siweGreeting + "\n" + address + "\n\nRead events.\n\nURI: " + uri +
		"\nVersion: 1\nChain ID: 137\nNonce: " + nonce + "\nIssued At: " + issued.UTC().Format(time.RFC3339)
}

func TestSessions(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	s := signerOf(t, 0x99)
	r, session := n.signIn(s, nil)
	if r.status != 200 || session.Address != s.UserID().String() || !session.ExpiresAt.After(time.Now().Add(11*time.Hour)) {
		t.Fatalf("%d %s", r.status, r.body)
	}
	bearer := "Bearer " + session.Token
	if r := n.get(testPart+"/last", "Authorization", bearer); r.status != 200 {
		t.Errorf("with a session: %d %s", r.status, r.body)
	}
	if r := n.get(testPart+"/last", "Authorization", bearer[:len(bearer)-2]+"xx"); r.status != 401 {
		t.Errorf("with a damaged token: %d", r.status)
	}
	_, second := n.signIn(s, nil)
	if r := n.do(http.MethodDelete, "/auth/session", nil, "Authorization", bearer); r.status != 204 {
		t.Errorf("logging out: %d %s", r.status, r.body)
	}
	if r := n.get(testPart+"/last", "Authorization", bearer); r.status != 401 {
		t.Errorf("after logging out: %d", r.status)
	}
	if r := n.get(testPart+"/last", "Authorization", "Bearer "+second.Token); r.status != 200 {
		t.Errorf("another session: %d", r.status)
	}
	if r := n.do(http.MethodDelete, "/auth/session", nil, "Authorization", basicAuth(t, 0x99)); r.status != 401 {
		t.Errorf("logging out of nothing: %d", r.status)
	}
}

// TestForgedSessions: only what this node signed, with the one algorithm.
func TestForgedSessions(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	claims := jwt.RegisteredClaims{
		Issuer: sessionIssuer, Subject: signerOf(t, 0x99).UserID().String(), ID: "x",
		IssuedAt: jwt.NewNumericDate(time.Now()), ExpiresAt: jwt.NewNumericDate(time.Now().Add(time.Hour)),
	}
	key := n.server.sessions.tokenKey
	make := func(method jwt.SigningMethod, key any, change func(*jwt.RegisteredClaims)) string {
		c := claims
		if change != nil {
			change(&c)
		}
		token, err := jwt.NewWithClaims(method, c).SignedString(key)
		if err != nil {
			t.Fatal(err)
		}
		return token
	}
	for name, tt := range map[string]struct {
		token  string
		status int
	}{
		"good":            {make(jwt.SigningMethodHS256, key, nil), 200},
		"other key":       {make(jwt.SigningMethodHS256, []byte("other"), nil), 401},
		"none":            {make(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, nil), 401},
		"other algorithm": {make(jwt.SigningMethodHS512, key, nil), 401},
		"expired":         {make(jwt.SigningMethodHS256, key, func(c *jwt.RegisteredClaims) { c.ExpiresAt = jwt.NewNumericDate(time.Now().Add(-time.Hour)) }), 401},
		"no end":          {make(jwt.SigningMethodHS256, key, func(c *jwt.RegisteredClaims) { c.ExpiresAt = nil }), 401},
		"other issuer":    {make(jwt.SigningMethodHS256, key, func(c *jwt.RegisteredClaims) { c.Issuer = "x" }), 401},
		"no address":      {make(jwt.SigningMethodHS256, key, func(c *jwt.RegisteredClaims) { c.Subject = "bob" }), 401},
	} {
		if r := n.get(testPart+"/last", "Authorization", "Bearer "+tt.token); r.status != tt.status {
			t.Errorf("%s: %d, want %d", name, r.status, tt.status)
		}
	}
}

func TestSignInRefusals(t *testing.T) {
	t.Parallel()
	n := newNode(t, withConfig(func(c *Config) { c.ChainIDs = []uint64{137} }))
	s := signerOf(t, 0x99)
	replace := func(old, text string) func(string) string {
		return func(m string) string { return strings.Replace(m, old, text, 1) }
	}
	host := strings.TrimPrefix(n.http.URL, "http://")
	for name, change := range map[string]func(string) string{
		"other domain":     func(m string) string { return strings.ReplaceAll(m, host, "evil.example") },
		"other URI":        replace("http://"+host, "http://evil.example"),
		"other chain":      replace("Chain ID: 137", "Chain ID: 1"),
		"own nonce":        replace("Nonce: ", "Nonce: 0"),
		"issued long ago":  replace("Issued At: 2", "Issued At: 1"),
		"issued in future": replace("Issued At: 2", "Issued At: 3"),
		"expired":          func(m string) string { return m + "\nExpiration Time: 2020-01-01T00:00:00Z" },
		"not yet":          func(m string) string { return m + "\nNot Before: 2100-01-01T00:00:00Z" },
		"other address":    replace(checksumAddress(s.UserID()), checksumAddress(signerOf(t, 0x11).UserID())),
		"version":          replace("Version: 1", "Version: 2"),
	} {
		if r, _ := n.signIn(s, change); r.status != 401 {
			t.Errorf("%s: %d %s", name, r.status, r.body)
		}
	}
	if r := n.do(http.MethodPost, "/auth/session", strings.NewReader("{"), "Content-Type", "application/json"); r.status != 400 {
		t.Errorf("no JSON: %d %s", r.status, r.body)
	}
	if r := n.do(http.MethodPost, "/auth/session", strings.NewReader(strings.Repeat(" ", maxLoginBody+1)), "Content-Type", "application/json"); r.status != 413 {
		t.Errorf("too long: %d", r.status)
	}
	// A nonce opens one session.
	var used string
	if r, _ := n.signIn(s, func(m string) string { used = m; return m }); r.status != 200 {
		t.Fatalf("%d %s", r.status, r.body)
	}
	if r, _ := n.login(s, used); r.status != 401 || !strings.Contains(string(r.body), "used already") {
		t.Errorf("the nonce again: %d %s", r.status, r.body)
	}
}

func TestNonces(t *testing.T) {
	t.Parallel()
	now := testTime
	s := newSessions(make([]byte, 32), time.Hour, func() time.Time { return now }, constantReader{})
	nonce, err := s.nonce()
	if err != nil {
		t.Fatal(err)
	}
	other := newSessions([]byte("another secret"), time.Hour, func() time.Time { return now }, constantReader{})
	if err := other.useNonce(nonce); err == nil {
		t.Error("a nonce of another node was accepted")
	}
	now = now.Add(nonceTTL + time.Second)
	if err := s.useNonce(nonce); err == nil || !strings.Contains(err.Error(), "older") {
		t.Errorf("an old nonce: %v", err)
	}
}

type constantReader struct{}

func (constantReader) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 7
	}
	return len(p), nil
}

// TestRevocationsAreBounded: when there is no room to remember another logout, all
// sessions end instead of one going on.
func TestRevocationsAreBounded(t *testing.T) {
	t.Parallel()
	now := testTime
	s := newSessions(make([]byte, 32), time.Hour, func() time.Time { return now }, constantReader{})
	s.revoked.limit = 3
	live, _, err := s.issue(testStream.Owner())
	if err != nil {
		t.Fatal(err)
	}
	// constantReader gives every session the same id; revoke others by hand.
	for i := range 3 {
		s.revoke(session{id: strconv.Itoa(i), issued: now, expires: now.Add(time.Minute)})
	}
	if _, ok := s.check(live); !ok {
		t.Fatal("a session ended with another")
	}
	s.revoke(session{id: "one too many", issued: now, expires: now.Add(time.Minute)})
	if _, ok := s.check(live); ok {
		t.Error("a session goes on although logouts were forgotten")
	}
	now = now.Add(2 * time.Second)
	if live, _, err = s.issue(testStream.Owner()); err != nil {
		t.Fatal(err)
	}
	if _, ok := s.check(live); !ok {
		t.Error("a new session is not accepted")
	}
}

func TestAcceptsDomain(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	for _, tt := range []struct {
		domain, host string
		ok           bool
	}{
		{"localhost:7771", "localhost:7771", true},
		{"LOCALHOST", "localhost", true},
		{"127.0.0.1:1", "127.0.0.1:1", true},
		{"[::1]:7771", "[::1]:7771", true},
		{"node.example", "node.example", false}, // nobody vouches for the name
		{"localhost:1", "localhost:2", false},
		{"8.8.8.8", "8.8.8.8", false},
		{"", "", false},
	} {
		r, err := http.NewRequest(http.MethodGet, "http://x/", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Host = tt.host
		if got := n.server.auth.acceptsDomain(tt.domain, r); got != tt.ok {
			t.Errorf("%q at %q: %v, want %v", tt.domain, tt.host, got, tt.ok)
		}
	}
}
