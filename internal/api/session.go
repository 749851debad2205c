package api

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
	"sync"
	"time"

	"github.com/golang-jwt/jwt/v5"

	"github.com/logstore/logstore/message"
)

// sessions issues and checks session tokens and sign-in nonces. Both are
// stateless, authenticated by keys derived from one secret; what is kept are the
// tokens that were logged out and the nonces that were used, until they expire.
type sessions struct {
	tokenKey, nonceKey []byte
	ttl                time.Duration
	now                func() time.Time
	rand               io.Reader

	revoked expiring
	used    expiring
}

const (
	sessionIssuer = "logstore"
	// nonceTTL is how long a nonce can be used after it was given out.
	nonceTTL = 10 * time.Minute
	// maxRemembered bounds the logged-out tokens, and the used nonces.
	maxRemembered = 1 << 16
)

func newSessions(secret []byte, ttl time.Duration, now func() time.Time, rand io.Reader) *sessions {
	s := &sessions{
		tokenKey: derive(secret, "session token"), nonceKey: derive(secret, "sign-in nonce"),
		ttl: ttl, now: now, rand: rand,
	}
	s.revoked.limit, s.used.limit = maxRemembered, maxRemembered
	return s
}

func derive(secret []byte, purpose string) []byte {
	mac := hmac.New(sha256.New, secret)
	mac.Write([]byte(purpose))
	return mac.Sum(nil)
}

// nonce gives out a nonce: time (u32 seconds) ‖ random [8] ‖ MAC [12], in hex.
func (s *sessions) nonce() (string, error) {
	b := binary.BigEndian.AppendUint32(nil, uint32(s.now().Unix()))
	b = append(b, make([]byte, 8)...)
	if _, err := io.ReadFull(s.rand, b[4:]); err != nil {
		return "", fmt.Errorf("read randomness for a nonce: %w", err)
	}
	return hex.EncodeToString(append(b, s.nonceMAC(b)...)), nil
}

func (s *sessions) nonceMAC(b []byte) []byte {
	mac := hmac.New(sha256.New, s.nonceKey)
	mac.Write(b)
	return mac.Sum(nil)[:12]
}

// useNonce accepts every nonce once.
func (s *sessions) useNonce(text string) error {
	b, err := hex.DecodeString(text)
	if err != nil || len(b) != 24 || !hmac.Equal(b[12:], s.nonceMAC(b[:12])) {
		return badSIWE("the nonce was not given out by this node; get one from /auth/nonce")
	}
	now := s.now()
	expires := time.Unix(int64(binary.BigEndian.Uint32(b)), 0).Add(nonceTTL)
	if now.After(expires) {
		return badSIWE("the nonce is older than %v; get a new one from /auth/nonce", nonceTTL)
	}
	switch s.used.add(strings.ToLower(text), expires, now) {
	case addedBefore:
		return badSIWE("the nonce was used already; get a new one from /auth/nonce")
	case addedFull:
		return &problem{code: codeBusy, detail: "too many sign-ins at present; try again", retryAfter: time.Minute}
	}
	return nil
}

// issue makes a session token for an address.
func (s *sessions) issue(address message.UserID) (token string, expires time.Time, err error) {
	var id [16]byte
	if _, err := io.ReadFull(s.rand, id[:]); err != nil {
		return "", time.Time{}, fmt.Errorf("read randomness for a session: %w", err)
	}
	now := s.now()
	expires = now.Add(s.ttl).Truncate(time.Second)
	token, err = jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.RegisteredClaims{
		Issuer: sessionIssuer, Subject: address.String(), ID: hex.EncodeToString(id[:]),
		IssuedAt: jwt.NewNumericDate(now), ExpiresAt: jwt.NewNumericDate(expires),
	}).SignedString(s.tokenKey)
	if err != nil {
		return "", time.Time{}, fmt.Errorf("sign session token: %w", err)
	}
	return token, expires, nil
}

// session is a checked token.
type session struct {
	address message.UserID
	id      string
	issued  time.Time
	expires time.Time
}

// check reads a token. ok is false for whatever is not a valid one.
func (s *sessions) check(token string) (session, bool) {
	var claims jwt.RegisteredClaims
	_, err := jwt.ParseWithClaims(token, &claims, func(*jwt.Token) (any, error) { return s.tokenKey, nil },
		jwt.WithValidMethods([]string{jwt.SigningMethodHS256.Alg()}), jwt.WithIssuer(sessionIssuer),
		jwt.WithExpirationRequired(), jwt.WithTimeFunc(s.now))
	if err != nil || claims.IssuedAt == nil || claims.ID == "" {
		return session{}, false
	}
	address, err := message.ParseUserID(claims.Subject)
	if err != nil {
		return session{}, false
	}
	out := session{address, claims.ID, claims.IssuedAt.Time, claims.ExpiresAt.Time}
	return out, !s.revoked.has(out.id, out.issued)
}

// revoke logs a session out. When more are remembered than there is room for, all
// sessions that were issued until now end: forgetting a logout would be worse.
func (s *sessions) revoke(ses session) {
	now := s.now()
	if s.revoked.add(ses.id, ses.expires, now) == addedFull {
		s.revoked.forgetUntil(now)
	}
}

type addOutcome uint8

const (
	addedNew addOutcome = iota
	addedBefore
	addedFull
)

// expiring is a bounded set whose members leave at their own time.
type expiring struct {
	mu      sync.Mutex
	members map[string]time.Time
	until   time.Time // everything made at or before it counts as a member
	limit   int
}

func (e *expiring) add(member string, expires, now time.Time) addOutcome {
	e.mu.Lock()
	defer e.mu.Unlock()
	if _, ok := e.members[member]; ok {
		return addedBefore
	}
	if len(e.members) >= e.limit {
		for m, t := range e.members {
			if now.After(t) {
				delete(e.members, m)
			}
		}
		if len(e.members) >= e.limit {
			return addedFull
		}
	}
	if e.members == nil {
		e.members = make(map[string]time.Time)
	}
	e.members[member] = expires
	return addedNew
}

func (e *expiring) has(member string, made time.Time) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if _, ok := e.members[member]; ok {
		return true
	}
	return !made.After(e.until)
}

func (e *expiring) forgetUntil(t time.Time) {
	e.mu.Lock()
	defer e.mu.Unlock()
	clear(e.members)
	e.until = t
}
