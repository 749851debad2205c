package api

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/logstore/logstore/message"
)

// siweMessage is a sign-in message after EIP-4361.
type siweMessage struct {
	Scheme     string // "" if the message names none
	Domain     string
	Address    message.UserID
	Statement  string
	URI        string
	ChainID    uint64
	Nonce      string
	IssuedAt   time.Time
	Expiration time.Time // zero if there is none
	NotBefore  time.Time // zero if there is none
	RequestID  string
	Resources  []string
}

// maxSIWELen bounds a sign-in message. Real ones have a few hundred bytes.
const maxSIWELen = 8 << 10

const siweGreeting = " wants you to sign in with your Ethereum account:"

var errSIWE = errors.New("no sign-in message after EIP-4361")

func badSIWE(format string, args ...any) error {
	return fmt.Errorf("%w: %s", errSIWE, fmt.Sprintf(format, args...))
}

// siweLines walks over the lines of a message.
type siweLines struct {
	lines []string
}

func (l *siweLines) next() (string, bool) {
	if len(l.lines) == 0 {
		return "", false
	}
	line := l.lines[0]
	l.lines = l.lines[1:]
	return line, true
}

// field takes the next line if it is a field of this name.
func (l *siweLines) field(name string) (string, bool) {
	if len(l.lines) == 0 {
		return "", false
	}
	value, ok := strings.CutPrefix(l.lines[0], name+": ")
	if ok {
		l.lines = l.lines[1:]
	}
	return value, ok
}

// parseSIWE reads a sign-in message. The grammar is the one of EIP-4361; where
// there is no statement, the one blank line that some wallets write is accepted
// beside the two of the standard.
func parseSIWE(text string) (*siweMessage, error) {
	switch {
	case len(text) > maxSIWELen:
		return nil, badSIWE("%d bytes long, at most %d allowed", len(text), maxSIWELen)
	case strings.ContainsFunc(text, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7f || r == '\ufffd' }):
		return nil, badSIWE("has control characters or is not UTF-8; lines end with a line feed only")
	}
	l := &siweLines{strings.Split(text, "\n")}
	m := new(siweMessage)
	first, _ := l.next()
	origin, ok := strings.CutSuffix(first, siweGreeting)
	if !ok {
		return nil, badSIWE("first line: want <domain>%s", siweGreeting)
	}
	if scheme, domain, ok := strings.Cut(origin, "://"); ok {
		m.Scheme, m.Domain = scheme, domain
	} else {
		m.Domain = origin
	}
	if m.Domain == "" || strings.ContainsAny(m.Domain, "/?# @") {
		return nil, badSIWE("domain %q: want a host with an optional port", m.Domain)
	}
	if err := m.parseAddress(l); err != nil {
		return nil, err
	}
	if err := m.parseStatement(l); err != nil {
		return nil, err
	}
	if err := m.parseFields(l); err != nil {
		return nil, err
	}
	if len(l.lines) > 0 {
		return nil, badSIWE("line %q is unknown or in the wrong place", clip(l.lines[0]))
	}
	return m, nil
}

func (m *siweMessage) parseAddress(l *siweLines) error {
	line, _ := l.next()
	id, err := message.ParseUserID(line)
	if err != nil || !id.IsAddress() || line[1] != 'x' {
		return badSIWE("second line: %q is no Ethereum address", clip(line))
	}
	if lower := strings.ToLower(line[2:]); line[2:] != lower && line[2:] != strings.ToUpper(lower) && line != checksumAddress(id) {
		return badSIWE("address %s has a wrong checksum (EIP-55): want %s", line, checksumAddress(id))
	}
	m.Address = id
	return nil
}

func (m *siweMessage) parseStatement(l *siweLines) error {
	if line, ok := l.next(); !ok || line != "" {
		return badSIWE("want a blank line after the address")
	}
	if len(l.lines) > 0 && strings.HasPrefix(l.lines[0], "URI: ") {
		return nil
	}
	statement, ok := l.next()
	if !ok {
		return badSIWE("ends before the field URI")
	}
	if statement == "" {
		return nil
	}
	m.Statement = statement
	if line, ok := l.next(); !ok || line != "" {
		return badSIWE("want a blank line after the statement")
	}
	return nil
}

func (m *siweMessage) parseFields(l *siweLines) error {
	var ok bool
	if m.URI, ok = l.field("URI"); !ok {
		return badSIWE("field URI is missing or in the wrong place")
	}
	if u, err := url.Parse(m.URI); err != nil || u.Scheme == "" {
		return badSIWE("URI %q: want an absolute URI", clip(m.URI))
	}
	if v, ok := l.field("Version"); !ok || v != "1" {
		return badSIWE("field Version: want \"Version: 1\" after URI")
	}
	chain, _ := l.field("Chain ID")
	var err error
	if m.ChainID, err = strconv.ParseUint(chain, 10, 64); err != nil {
		return badSIWE("field Chain ID: %q is no chain id (EIP-155)", clip(chain))
	}
	m.Nonce, _ = l.field("Nonce")
	if len(m.Nonce) < 8 || strings.ContainsFunc(m.Nonce, func(r rune) bool {
		_, ok := digitValue(byte(min(r, 0x7f)))
		return !ok
	}) {
		return badSIWE("field Nonce: %q: want at least 8 letters and digits", clip(m.Nonce))
	}
	issued, _ := l.field("Issued At")
	if m.IssuedAt, err = time.Parse(time.RFC3339Nano, issued); err != nil {
		return badSIWE("field Issued At: %q: want an RFC 3339 time", clip(issued))
	}
	for _, f := range []struct {
		name string
		dst  *time.Time
	}{{"Expiration Time", &m.Expiration}, {"Not Before", &m.NotBefore}} {
		if text, ok := l.field(f.name); ok {
			if *f.dst, err = time.Parse(time.RFC3339Nano, text); err != nil {
				return badSIWE("field %s: %q: want an RFC 3339 time", f.name, clip(text))
			}
		}
	}
	m.RequestID, _ = l.field("Request ID")
	if len(l.lines) > 0 && l.lines[0] == "Resources:" {
		l.lines = l.lines[1:]
		for len(l.lines) > 0 {
			resource, ok := strings.CutPrefix(l.lines[0], "- ")
			if !ok {
				break
			}
			m.Resources = append(m.Resources, resource)
			l.lines = l.lines[1:]
		}
	}
	return nil
}

// siweClockSkew is how far the clocks of a wallet and of the node may differ.
const siweClockSkew = time.Minute

// check tells whether the message may open a session now. acceptDomain decides
// about the host, chains restricts the chain ids if it is not empty. The nonce and
// the signature are the caller's to check.
func (m *siweMessage) check(now time.Time, maxAge time.Duration, acceptDomain func(string) bool, chains []uint64) error {
	if !acceptDomain(m.Domain) {
		return badSIWE("it was made for %s, not for this node", clip(m.Domain))
	}
	u, err := url.Parse(m.URI)
	if err != nil || !strings.EqualFold(u.Host, m.Domain) {
		return badSIWE("URI %s does not belong to the domain %s", clip(m.URI), clip(m.Domain))
	}
	if len(chains) > 0 {
		known := false
		for _, c := range chains {
			known = known || c == m.ChainID
		}
		if !known {
			return badSIWE("chain id %d is not accepted here: want one of %v", m.ChainID, chains)
		}
	}
	switch {
	case m.IssuedAt.After(now.Add(siweClockSkew)):
		return badSIWE("it was issued in the future (%s); check the clock", m.IssuedAt.Format(time.RFC3339))
	case m.IssuedAt.Before(now.Add(-maxAge - siweClockSkew)):
		return badSIWE("it was issued at %s, too long ago", m.IssuedAt.Format(time.RFC3339))
	case !m.Expiration.IsZero() && !now.Before(m.Expiration):
		return badSIWE("it expired at %s", m.Expiration.Format(time.RFC3339))
	case !m.NotBefore.IsZero() && now.Add(siweClockSkew).Before(m.NotBefore):
		return badSIWE("it is not valid before %s", m.NotBefore.Format(time.RFC3339))
	}
	return nil
}

// checksumAddress writes an address with the letter case of EIP-55.
func checksumAddress(id message.UserID) string {
	text := []byte(hex.EncodeToString([]byte(id)))
	sum := message.Keccak256(text)
	for i, c := range text {
		nibble := sum[i/2] >> 4
		if i%2 == 1 {
			nibble = sum[i/2] & 15
		}
		if c >= 'a' && nibble >= 8 {
			text[i] = c - 'a' + 'A'
		}
	}
	return "0x" + string(text)
}
