package api

import (
	"net/http"
	"testing"
)

func validateAnswer(t testing.TB, req *http.Request, r reply) {}
