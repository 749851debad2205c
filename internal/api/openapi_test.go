package api

import (
	"context"
	"encoding/json"
	"mime"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

var loadSpec = sync.OnceValues(func() (*openapi3.T, error) {
	return openapi3.NewLoader().LoadFromData(openAPI)
})

func spec(t testing.TB) *openapi3.T {
	t.Helper()
	doc, err := loadSpec()
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// TestOpenAPIIsValid checks the document against the rules of OpenAPI 3.1.
func TestOpenAPIIsValid(t *testing.T) {
	t.Parallel()
	doc := spec(t)
	if !strings.HasPrefix(doc.OpenAPI, "3.1") {
		t.Errorf("version %s", doc.OpenAPI)
	}
	if err := doc.Validate(context.Background()); err != nil {
		t.Error(err)
	}
}

// TestOpenAPIHasAllRoutes compares the document with the router, in both
// directions.
func TestOpenAPIHasAllRoutes(t *testing.T) {
	t.Parallel()
	n := newNode(t)
	var routed, described []string
	for _, rt := range n.server.router.routes {
		for method := range rt.methods {
			routed = append(routed, method+" "+rt.pattern)
		}
	}
	ids := make(map[string]bool)
	for path, entry := range spec(t).Paths.Map() {
		for method, op := range entry.Operations() {
			described = append(described, method+" "+path)
			if op.OperationID == "" || ids[op.OperationID] {
				t.Errorf("%s %s: operation id %q is missing or used twice", method, path, op.OperationID)
			}
			ids[op.OperationID] = true
		}
	}
	slices.Sort(routed)
	slices.Sort(described)
	if !slices.Equal(routed, described) {
		t.Errorf("routes\n%s\ndescribed\n%s", strings.Join(routed, "\n"), strings.Join(described, "\n"))
	}
}

// TestProblemTable checks that every code has its place.
func TestProblemTable(t *testing.T) {
	t.Parallel()
	for c, entry := range problems {
		if entry.status < 400 || entry.title == "" {
			t.Errorf("%s: status %d, title %q", c, entry.status, entry.title)
		}
	}
}

// validateAnswer checks what the tests get against the document: the path and its
// method, the status, the content type, and the body if it is JSON.
func validateAnswer(t testing.TB, req *http.Request, r reply) {
	t.Helper()
	doc := spec(t)
	segments, _ := splitPath(req.URL.EscapedPath())
	method := req.Method
	if method == http.MethodHead {
		method = http.MethodGet
	}
	op := operation(doc, method, segments)
	if op == nil || req.Method == http.MethodOptions {
		return // 404, 405 and preflights are the same everywhere
	}
	where := req.Method + " " + req.URL.Path + " " + strconv.Itoa(r.status)
	resp := op.Responses.Status(r.status)
	if resp == nil {
		t.Errorf("%s: the status is not in the document: %.300s", where, r.body)
		return
	}
	if len(r.body) == 0 || r.err != nil || r.header.Get("Content-Encoding") != "" {
		return
	}
	mediaType, _, err := mime.ParseMediaType(r.header.Get("Content-Type"))
	if err != nil {
		t.Errorf("%s: content type: %v", where, err)
		return
	}
	content := resp.Value.Content[mediaType]
	if content == nil {
		t.Errorf("%s: content type %s is not in the document", where, mediaType)
		return
	}
	if !strings.HasSuffix(mediaType, "json") || mediaType == "application/x-ndjson" {
		return
	}
	var v any
	if err := json.Unmarshal(r.body, &v); err != nil {
		t.Errorf("%s: %v: %.300s", where, err, r.body)
		return
	}
	if len(r.body) > 64<<10 {
		return // like the others, and slow to check
	}
	if err := doc.ValidateSchemaJSON(content.Schema.Value, v, openapi3.EnableJSONSchema2020()); err != nil {
		t.Errorf("%s: %v\n%.300s", where, err, r.body)
	}
}

func operation(doc *openapi3.T, method string, segments []string) *openapi3.Operation {
	var found *openapi3.Operation
	for path, entry := range doc.Paths.Map() {
		want, _ := splitPath(path)
		rt := &route{segments: want}
		if _, ok := rt.match(segments); ok && (found == nil || !strings.Contains(path, "{type}")) {
			if op := entry.GetOperation(method); op != nil {
				found = op
			}
		}
	}
	return found
}
