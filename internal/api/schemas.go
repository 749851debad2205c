package api

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/message"
)

// handleSchema shows the JSON Schema of a stream, to anybody: publishers need no
// other authority than their signature, and want to know what will be refused.
func (s *Server) handleSchema(w http.ResponseWriter, r *http.Request, a args) error {
	id, err := a.streamID()
	if err != nil {
		return err
	}
	if c := callerOf(r); c.denied != nil {
		return c.denied
	}
	raw, err := s.streams.Schema(r.Context(), id)
	if err != nil {
		return streamProblem(err)
	}
	if raw == nil {
		return problemf(codeNotFound, "stream %s has no schema: any content is taken", id)
	}
	writeBody(w, http.StatusOK, "application/schema+json", raw)
	return nil
}

// maxSchemaBody is more than the largest schema that is accepted.
const maxSchemaBody = 1 << 20

// handlePutSchema sets the schema that further content of a stream must fit.
func (s *Server) handlePutSchema(w http.ResponseWriter, r *http.Request, a args) error {
	id, err := s.managed(r, a)
	if err != nil {
		return err
	}
	body, done, err := s.openBody(w, r)
	if err != nil {
		return err
	}
	defer done()
	raw, err := io.ReadAll(io.LimitReader(body, maxSchemaBody+1))
	if err != nil {
		return bodyProblem(err)
	}
	if len(raw) > maxSchemaBody {
		return asProblem(&http.MaxBytesError{Limit: maxSchemaBody})
	}
	if !json.Valid(raw) {
		return problemf(codeInvalidSchema, "the schema is not JSON: %s", jsonFault(raw))
	}
	return s.setSchema(w, r, id, raw)
}

// handleDeleteSchema lets a stream take any content again.
func (s *Server) handleDeleteSchema(w http.ResponseWriter, r *http.Request, a args) error {
	id, err := s.managed(r, a)
	if err != nil {
		return err
	}
	return s.setSchema(w, r, id, nil)
}

func (s *Server) setSchema(w http.ResponseWriter, r *http.Request, id message.StreamID, raw []byte) error {
	err := s.streams.SetSchema(r.Context(), id, raw)
	switch {
	case errors.Is(err, schema.ErrSchema):
		return &problem{code: codeInvalidSchema, detail: err.Error(), cause: err}
	case err != nil:
		return streamProblem(err)
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// managed returns the stream of the path if the caller may manage it: its owner,
// or the node's operator.
func (s *Server) managed(r *http.Request, a args) (message.StreamID, error) {
	id, err := a.streamID()
	if err != nil {
		return "", err
	}
	c := callerOf(r)
	switch {
	case c.denied != nil:
		return "", c.denied
	case c.anonymous():
		return "", problemf(codeUnauthorized, "this needs a session of the stream's owner or of the node's own address: sign in at /auth/session")
	case c.address == "" || !s.streams.MayManage(id, c.address):
		return "", problemf(codeForbidden, "only the owner of %s and the node's own address may change its schema", id)
	}
	return id, nil
}
