package api

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"time"

	"github.com/logstore/logstore/message"
)

type nonceAnswer struct {
	Nonce     string    `json:"nonce"`
	Domain    string    `json:"domain"`
	ChainID   *uint64   `json:"chainId,omitempty"`
	ExpiresAt time.Time `json:"expiresAt"`
}

// handleNonce begins signing in.
func (s *Server) handleNonce(w http.ResponseWriter, r *http.Request, _ args) error {
	nonce, err := s.sessions.nonce()
	if err != nil {
		return err
	}
	out := nonceAnswer{Nonce: nonce, Domain: s.auth.domain(r), ExpiresAt: s.now().Add(nonceTTL).UTC()}
	if len(s.cfg.ChainIDs) > 0 {
		out.ChainID = &s.cfg.ChainIDs[0]
	}
	w.Header().Set("Cache-Control", "no-store")
	return writeJSON(w, http.StatusOK, out)
}

type loginRequest struct {
	Message   string `json:"message"`
	Signature string `json:"signature"`
}

type loginAnswer struct {
	Token     string    `json:"token"`
	Address   string    `json:"address"`
	ExpiresAt time.Time `json:"expiresAt"`
}

// maxLoginBody holds the longest sign-in message, every byte of it escaped.
const maxLoginBody = 6*maxSIWELen + 1024

// handleLogin opens a session for the signer of an EIP-4361 message.
func (s *Server) handleLogin(w http.ResponseWriter, r *http.Request, _ args) error {
	ip := s.clientIP(r)
	if !s.limits.mayTry(ip) {
		return &problem{code: codeRateLimited, detail: "too many sign-in attempts that failed; wait", retryAfter: time.Minute}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxLoginBody))
	if err != nil {
		return bodyProblem(err)
	}
	var in loginRequest
	if err := json.Unmarshal(body, &in); err != nil {
		return problemf(codeInvalidBody, "want a JSON object {\"message\": …, \"signature\": …}: %v", err)
	}
	address, err := s.checkLogin(in, r)
	if err != nil {
		s.limits.failed(ip)
		if p := (*problem)(nil); errors.As(err, &p) {
			return p
		}
		return problemf(codeInvalidLogin, "%v", err)
	}
	token, expires, err := s.sessions.issue(address)
	if err != nil {
		return err
	}
	w.Header().Set("Cache-Control", "no-store")
	return writeJSON(w, http.StatusOK, loginAnswer{token, address.String(), expires.UTC()})
}

func (s *Server) checkLogin(in loginRequest, r *http.Request) (message.UserID, error) {
	m, err := parseSIWE(in.Message)
	if err != nil {
		return "", err
	}
	accept := func(domain string) bool { return s.auth.acceptsDomain(domain, r) }
	if err := m.check(s.now(), nonceTTL, accept, s.cfg.ChainIDs); err != nil {
		return "", err
	}
	signature, err := decodeSignature(in.Signature)
	if err != nil {
		return "", badSIWE("signature: want 65 bytes in hex; signatures of contract wallets are not supported")
	}
	signer, err := message.RecoverAddress(message.PersonalDigest([]byte(in.Message)), signature)
	if err != nil || signer != m.Address {
		return "", badSIWE("the signature was not made by %s over this message", m.Address)
	}
	// Last, so that only who can sign uses a nonce up.
	return m.Address, s.sessions.useNonce(m.Nonce)
}

// handleLogout ends the session that the request is made with.
func (s *Server) handleLogout(w http.ResponseWriter, r *http.Request, _ args) error {
	c := callerOf(r)
	switch {
	case c.denied != nil:
		return c.denied
	case c.session == nil:
		return problemf(codeUnauthorized, "there is no session to end: want Authorization: Bearer <session token>")
	}
	s.sessions.revoke(*c.session)
	w.WriteHeader(http.StatusNoContent)
	return nil
}
