package plugins

import (
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// errOrigin is what a browser is told that was sent here by another site.
var errOrigin = fmt.Errorf("%w: without an API key only pages of this machine may use the plug-in", errRights)

// checkOrigin protects a plug-in without keys from web pages that its operator looks at:
// their requests come from this machine too, and any page could publish in the node's name.
// A page of another site gives itself away by its Origin; one that had its own name point
// to this machine, by the Host. With keys neither matters: no page knows one.
func (r keyring) checkOrigin(req *http.Request) error {
	if !r.isOpen() {
		return nil
	}
	host := req.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	// Browsers always name a host; simple programs with HTTP/1.0 do not.
	if host != "" && !isLoopbackHost(strings.Trim(host, "[]")) {
		return errOrigin
	}
	for _, origin := range req.Header.Values("Origin") {
		u, err := url.Parse(origin)
		if err != nil || !isLoopbackHost(u.Hostname()) {
			return errOrigin
		}
	}
	return nil
}

// bearer returns the key in the Authorization header.
func bearer(req *http.Request) (text string, given bool) {
	const scheme = "bearer "
	header := req.Header.Get("Authorization")
	if len(header) < len(scheme) || !strings.EqualFold(header[:len(scheme)], scheme) {
		return "", false
	}
	return header[len(scheme):], true
}

// allowOrigin lets web pages read the answer, whatever site they are of. (Official node:
// the origin is repeated, credentials are allowed.)
func allowOrigin(w http.ResponseWriter, req *http.Request) {
	h := w.Header()
	h.Add("Vary", "Origin")
	if origin := req.Header.Get("Origin"); origin != "" {
		h.Set("Access-Control-Allow-Origin", origin)
		h.Set("Access-Control-Allow-Credentials", "true")
	}
}

// preflight answers a browser that asks what it may send.
func preflight(w http.ResponseWriter, req *http.Request) {
	h := w.Header()
	h.Set("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
	if asked := req.Header.Get("Access-Control-Request-Headers"); asked != "" {
		h.Add("Vary", "Access-Control-Request-Headers")
		h.Set("Access-Control-Allow-Headers", asked)
	}
	w.WriteHeader(http.StatusNoContent)
}
