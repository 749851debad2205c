package rpcpool

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"unicode"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/rpc"
)

// verdict is what an endpoint's answer means for the pool.
type verdict int

const (
	answered verdict = iota // by the chain, be it with an error: the same everywhere
	missing                 // there is no such thing, as far as this endpoint knows
	behind                  // the endpoint lacks the block or its state
	unable                  // the endpoint does not have the method
	failed                  // the endpoint does not work
	aborted                 // the caller or the pool ended the call
)

// Servers agree on neither codes nor texts, so both are looked at. The texts are those
// of geth, erigon, nethermind, besu, reth and of the large hosting services.
var (
	textOfChain = regexp.MustCompile(`(?i)revert|nonce too|underpriced|insufficient (funds|balance)|already ?known|already imported|known transaction|out of gas|intrinsic gas|gas required|invalid opcode|stack (under|over)flow|less than block base fee|exceeds block gas`)
	textBehind  = regexp.MustCompile(`(?i)header not found|missing trie node|missing state|unknown block|block( .{0,80})? not (found|available|synced)|could not find block|no block found|(not|still|is) ?(yet )?sync(ed|ing)|beyond .{0,20}head|ahead of .{0,20}head|after last accepted|greater than .{0,20}latest|state .{0,80}(not|un) ?available|historical state|block is out of range|pruned`)
	textRate    = regexp.MustCompile(`(?i)rate.?limit|too many requests|requests? (per|limit|rate|count)|per second|quota|credits?\b|throttl|compute units|daily|(exceeded|over) .{0,40}(capacity|throughput)`)
	textTrouble = regexp.MustCompile(`(?i)time(d)?[ -]?out|temporarily|unavailable|overload|try again|connection|upstream|gateway|internal (server )?error|response too large|unauthori[sz]ed|forbidden|api key`)
	textUnable  = regexp.MustCompile(`(?i)method .{0,80}(not (found|supported|available|allowed|whitelisted)|does not exist)|unsupported method`)
	textRange   = regexp.MustCompile(`(?i)returned more than|too many (results|logs|blocks)|(range|span) .{0,40}(large|wide|big|limit|exceed|max)|(exceed|max|limit|up to).{0,40}(range|span|blocks|results|logs)|response (size|is too|too)|limit exceeded|reduc.{0,20}range|smaller .{0,20}range|query timeout`)
)

// classify says what err means. The error that comes back is err, or the JSON-RPC
// error inside it.
func classify(err error) (verdict, error) {
	var fromServer rpc.Error
	var status rpc.HTTPError
	switch {
	case err == nil, errors.Is(err, ErrRangeTooLarge):
		return answered, err
	case errors.Is(err, ethereum.NotFound):
		return missing, err
	case errors.Is(err, errBehind):
		return behind, err
	case errors.As(err, &status):
		inner := parseErrorBody(status)
		if inner == nil || status.StatusCode == http.StatusTooManyRequests {
			return failed, err
		}
		v := classifyServer(inner)
		if v == answered && status.StatusCode != http.StatusBadRequest && status.StatusCode != http.StatusOK && !textOfChain.MatchString(inner.Message) {
			return failed, inner
		}
		return v, inner
	case errors.As(err, &fromServer):
		return classifyServer(fromServer), err
	}
	return failed, err
}

func classifyServer(err rpc.Error) verdict {
	text := err.Error()
	if len(text) > maxErrorBytes {
		return failed
	}
	switch code := err.ErrorCode(); {
	case code == 3 || textOfChain.MatchString(text):
		return answered
	case code == -32005 || code == 429 || textRate.MatchString(text):
		return failed
	case code == -32001 || textBehind.MatchString(text):
		return behind
	case code == -32601 || code == -32004 || textUnable.MatchString(text):
		return unable
	case code == -32603 || code == -32600 || code == -32700 || code == -32002 || textTrouble.MatchString(text):
		return failed
	}
	return answered
}

// rangeRefused tells whether err, from a search for logs, asks for a smaller range.
func rangeRefused(err error) bool {
	var fromServer rpc.Error
	var status rpc.HTTPError
	text := ""
	switch {
	case errors.As(err, &status):
		if status.StatusCode == http.StatusTooManyRequests {
			return false
		}
		text = string(status.Body)
	case errors.As(err, &fromServer):
		text = fromServer.Error()
	}
	return textRange.MatchString(text) && !textRate.MatchString(text) && !textBehind.MatchString(text)
}

// jsonError is a JSON-RPC error that came with an HTTP status other than 200.
type jsonError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
	Data    any    `json:"data"`
}

func (e *jsonError) Error() string  { return e.Message }
func (e *jsonError) ErrorCode() int { return e.Code }
func (e *jsonError) ErrorData() any { return e.Data }

func parseErrorBody(err rpc.HTTPError) *jsonError {
	var body struct {
		Error *jsonError `json:"error"`
	}
	if json.Unmarshal(err.Body, &body) != nil || body.Error == nil || body.Error.Message == "" {
		return nil
	}
	return body.Error
}

// endpointError is the reason why one endpoint did not answer, fit for printing.
type endpointError struct{ name, text string }

func (e *endpointError) Error() string { return "rpc " + e.name + ": " + e.text }

// describe makes an error of an endpoint fit for people: with its name, short, without
// the secrets of its URL.
func (e *endpoint) describe(err error) error {
	var wrong *ChainError
	var done *endpointError
	var inURL *url.Error
	switch {
	case errors.As(err, &wrong):
		return wrong
	case errors.As(err, &done):
		return done
	case errors.Is(err, context.DeadlineExceeded):
		return &endpointError{e.name, fmt.Sprintf("no answer within %v", e.pool.cfg.Timeout)}
	case errors.As(err, &inURL):
		err = inURL.Err // its own text has the URL
	}
	return &endpointError{e.name, e.clean(err.Error())}
}

// clean shortens a text of foreign origin, and takes out what must not be printed.
func (e *endpoint) clean(text string) string {
	const most = 300
	text = text[:min(len(text), maxErrorBytes)]
	for _, secret := range e.secrets {
		text = strings.ReplaceAll(text, secret, "…")
		if plain, err := url.PathUnescape(secret); err == nil && len(plain) > 3 {
			text = strings.ReplaceAll(text, plain, "…")
		}
	}
	text = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return ' '
		}
		return r
	}, text)
	text = strings.Join(strings.Fields(text), " ")
	if len(text) > most {
		text = strings.ToValidUTF8(text[:most], "") + "…"
	}
	return text
}
