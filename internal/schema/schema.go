package schema

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// Bounds of schemas and contents.
const (
	// MaxBytes is the size of a schema.
	MaxBytes = 256 << 10
	// MaxValues is the number of JSON values in a schema.
	MaxValues = 10_000
	// MaxDepth is how deep the values of a schema may nest, and how many schemas
	// may be chained by $ref and the like without going down in the content.
	MaxDepth = 64
	// MaxContentDepth is how deep the values of a content may nest.
	MaxContentDepth = 128
	// MaxSteps is the work of checking one content: roughly, how often a schema
	// meets a value, an enum entry, or 16 units of pattern size × text length.
	MaxSteps = 500_000
	// MaxViolations is how many violations are reported for one content.
	MaxViolations = 16
	// MaxDigits and MaxExponent bound the numbers in schemas and contents.
	MaxDigits   = 200
	MaxExponent = 400
)

// ErrSchema: the bytes are no JSON Schema that this package can use. The text says
// what is wrong and where.
var ErrSchema = errors.New("invalid schema")

// Schema is a compiled schema. It is immutable and may be used by many goroutines
// at once.
type Schema struct {
	compiled *jsonschema.Schema
	cost     *costs
}

// base is the address under which a document is compiled. It is never loaded from,
// and what is relative to it can be recognised in error texts.
const base = "logstore:///"

// Compile reads a schema. Errors are [ErrSchema].
func Compile(raw []byte) (s *Schema, err error) {
	defer func() {
		// The compiler is not ours and the schema may be hostile: a bug that one
		// of them can reach must not end the node.
		if p := recover(); p != nil {
			s, err = nil, invalid("the compiler cannot handle it: %v", p)
		}
	}()
	if len(raw) > MaxBytes {
		return nil, invalid("%d bytes long, at most %d allowed", len(raw), MaxBytes)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		return nil, invalid("not JSON: %v", err)
	}
	if err := checkDocument(doc); err != nil {
		return nil, err
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	c.UseLoader(refuseAll{})
	c.UseRegexpEngine(compilePattern)
	for _, f := range extraFormats {
		c.RegisterFormat(f)
	}
	if err := c.AddResource(base, doc); err != nil {
		return nil, invalid("%v", err)
	}
	compiled, err := c.Compile(base)
	if err != nil {
		return nil, explain(err)
	}
	cost, err := newCosts(compiled)
	if err != nil {
		return nil, err
	}
	return &Schema{compiled: compiled, cost: cost}, nil
}

// Validate checks a JSON content and returns what is wrong with it, at most
// [MaxViolations] entries; nil if it is valid. A content that is no JSON, or that
// exceeds a bound of the package, is a violation too.
func (s *Schema) Validate(content []byte) (violations []Violation) {
	defer func() {
		if p := recover(); p != nil { // see Compile
			violations = []Violation{{Message: fmt.Sprintf("cannot be checked: %v", p)}}
		}
	}()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return []Violation{{Message: "must be JSON: " + err.Error()}}
	}
	w := walker{maxDepth: MaxContentDepth}
	w.walk(v, 0)
	if w.problem != "" {
		return []Violation{{Path: w.pointer(), Message: w.problem}}
	}
	if !s.cost.affordable(v, w.values, len(content)) {
		return []Violation{{Message: fmt.Sprintf("must be simpler: checking it against the schema takes more than %d steps", MaxSteps)}}
	}
	err = s.compiled.Validate(v)
	if err == nil {
		return nil
	}
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return []Violation{{Message: err.Error()}}
	}
	return violationsOf(invalid)
}

func invalid(format string, args ...any) error {
	return fmt.Errorf("%w: %s", ErrSchema, fmt.Sprintf(format, args...))
}

// explain turns the compiler's errors into texts without the made-up base address.
func explain(err error) error {
	var (
		load *jsonschema.LoadURLError
		meta *jsonschema.SchemaValidationError
	)
	switch {
	case errors.As(err, &load):
		return invalid("$ref %q points outside the schema; copy what it points at into $defs", strings.TrimPrefix(load.URL, base))
	case errors.As(err, &meta):
		var cause *jsonschema.ValidationError
		if errors.As(meta.Err, &cause) {
			if path, k := findPattern(cause); k != nil {
				return invalid("pattern %q at %q: %v", clip(fmt.Sprint(k.Got)), path, k.Err)
			}
			return invalid("%s", joinViolations(violationsOf(cause)))
		}
	}
	return invalid("%s", strings.ReplaceAll(err.Error(), base, ""))
}

// findPattern finds the pattern because of which a schema is no schema, so that the
// reason can be told.
func findPattern(e *jsonschema.ValidationError) (path string, k *kind.Format) {
	if k, ok := e.ErrorKind.(*kind.Format); ok && k.Want == "regex" {
		return pointer(e), k
	}
	for _, cause := range e.Causes {
		if path, k := findPattern(cause); k != nil {
			return path, k
		}
	}
	return "", nil
}

func clip(s string) string {
	if len(s) > 100 {
		return s[:100] + "…"
	}
	return s
}

type refuseAll struct{}

func (refuseAll) Load(string) (any, error) { return nil, errors.New("nothing is loaded") }
