package schema

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// walker goes through a JSON value and finds what would be too much for the code
// behind it. Numbers are bounded because they are compared as exact fractions, and
// 1e1000000 has a million digits as one.
type walker struct {
	maxDepth int
	values   int
	path     []string
	problem  string // the first one; path then says where
}

func (w *walker) walk(v any, depth int) bool {
	w.values++
	switch v := v.(type) {
	case json.Number:
		w.problem = numberProblem(string(v))
	case []any:
		if depth == w.maxDepth {
			w.problem = fmt.Sprintf("must not nest deeper than %d levels", w.maxDepth)
			break
		}
		for i, e := range v {
			if !w.walk(e, depth+1) {
				w.path = append(w.path, strconv.Itoa(i))
				return false
			}
		}
	case map[string]any:
		if depth == w.maxDepth {
			w.problem = fmt.Sprintf("must not nest deeper than %d levels", w.maxDepth)
			break
		}
		for k, e := range v {
			if !w.walk(e, depth+1) {
				w.path = append(w.path, k)
				return false
			}
		}
	}
	return w.problem == ""
}

// pointer returns the JSON pointer to the problem. The path was collected from the
// inside outwards.
func (w *walker) pointer() string {
	var b strings.Builder
	for i := len(w.path) - 1; i >= 0; i-- {
		appendToken(&b, w.path[i])
	}
	return b.String()
}

func numberProblem(s string) string {
	mantissa := s
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa = s[:i]
		e, err := strconv.Atoi(strings.TrimPrefix(s[i+1:], "+"))
		if err != nil || e > MaxExponent || e < -MaxExponent {
			return fmt.Sprintf("must be a number with an exponent of at most %d", MaxExponent)
		}
	}
	if len(mantissa) > MaxDigits {
		return fmt.Sprintf("must be a number of at most %d digits", MaxDigits)
	}
	return ""
}

// checkDocument refuses what cannot be a schema before the compiler sees it.
func checkDocument(doc any) error {
	switch doc := doc.(type) {
	case bool:
		return nil
	case map[string]any:
		if s, ok := doc["$schema"]; ok && !isSupportedDraft(s) {
			return invalid("$schema is %s: want draft 2020-12 (%q) or draft-07 (%q)", clip(fmt.Sprintf("%q", s)), draft2020, draft07)
		}
	default:
		return invalid("it is %s: want an object, or true or false", kindOf(doc))
	}
	w := walker{maxDepth: MaxDepth}
	w.walk(doc, 0)
	switch {
	case w.problem != "":
		return invalid("at %q: %s", w.pointer(), w.problem)
	case w.values > MaxValues:
		return invalid("%d values, at most %d allowed", w.values, MaxValues)
	}
	return nil
}

const (
	draft2020 = "https://json-schema.org/draft/2020-12/schema"
	draft07   = "http://json-schema.org/draft-07/schema#"
)

func isSupportedDraft(v any) bool {
	s, _ := v.(string)
	s = strings.TrimSuffix(s, "#")
	s = strings.TrimPrefix(strings.TrimPrefix(s, "https://"), "http://")
	return s == "json-schema.org/draft/2020-12/schema" || s == "json-schema.org/draft-07/schema"
}

func kindOf(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case string:
		return "a string"
	case json.Number:
		return "a number"
	case []any:
		return "an array"
	}
	return fmt.Sprintf("a %T", v)
}

// appendToken adds one step to a JSON pointer (RFC 6901).
func appendToken(b *strings.Builder, token string) {
	b.WriteByte('/')
	for _, r := range token {
		switch r {
		case '~':
			b.WriteString("~0")
		case '/':
			b.WriteString("~1")
		default:
			b.WriteRune(r)
		}
	}
}
