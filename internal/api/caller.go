package api

import (
	"context"
	"net/http"

	"github.com/logstore/logstore/message"
)

// caller is who sent a request, as far as the Authorization header proves it.
type caller struct {
	// address signed something: the header itself, or a sign-in. "" for API keys
	// and for anonymous callers.
	address message.UserID
	key     *apiKey  // nil unless an API key was sent
	session *session // nil unless a session token was sent
	// client is what limits are counted by.
	client string
	// denied says why the header proves nothing; nil if there is none, or it does.
	denied *problem
}

func (c *caller) anonymous() bool { return c.address == "" && c.key == nil }

type callerKey struct{}

// callerOf returns who sent the request.
func callerOf(r *http.Request) *caller {
	c, _ := r.Context().Value(callerKey{}).(*caller)
	if c == nil {
		return &caller{}
	}
	return c
}

func withCaller(r *http.Request, c *caller) *http.Request {
	return r.WithContext(context.WithValue(r.Context(), callerKey{}, c))
}

// mayRead tells whether the caller may read a stream ("" for: some stream) on a
// path that needs a caller.
func (c *caller) mayRead(id message.StreamID) error {
	switch {
	case c.denied != nil:
		return c.denied
	case c.anonymous():
		return problemf(codeUnauthorized, "this needs an Authorization header: Bearer with a session or an API key, or Basic")
	case c.key == nil:
		return nil
	case !c.key.read:
		return problemf(codeForbidden, "the API key %s has no right to read", c.key.name)
	case id != "" && !c.key.covers(id):
		return problemf(codeForbidden, "the API key %s is not for stream %s", c.key.name, id)
	}
	return nil
}

// mayPublish tells whether the node may sign for the caller.
func (c *caller) mayPublish(id message.StreamID) error {
	switch {
	case c.denied != nil:
		return c.denied
	case c.key == nil && c.anonymous():
		return problemf(codeUnauthorized, "publishing unsigned data needs an Authorization header: Bearer with an API key; signed messages go to /messages without one")
	case c.key == nil:
		return problemf(codeForbidden, "publishing unsigned data needs an API key: the node signs it with its own key; sign it yourself and send it to /messages")
	case !c.key.publish:
		return problemf(codeForbidden, "the API key %s has no right to publish", c.key.name)
	case !c.key.covers(id):
		return problemf(codeForbidden, "the API key %s is not for stream %s", c.key.name, id)
	}
	return nil
}
