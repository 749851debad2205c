package graph

import (
	"iter"
	"regexp"
	"strings"

	"github.com/graph-gophers/graphql-go/errors"
)

// Streamr's SDK before the network 1.0, and with it the original's client, declares all
// variables of a search whether the search uses them or not. The indexes let that pass;
// a strict validator does not. So a request that has no other fault is tried once more
// without those declarations.

var unusedVariable = regexp.MustCompile(`^Variable "\$(\w+)" is never used`)

// unusedVariables returns the names of unused variables if these are the only fault of a
// request, else nil.
func unusedVariables(errs []*errors.QueryError) map[string]bool {
	names := make(map[string]bool)
	for _, e := range errs {
		m := unusedVariable.FindStringSubmatch(e.Message)
		if m == nil {
			return nil
		}
		names[m[1]] = true
	}
	return names
}

// withoutVariables blanks the declarations of variables. What stays keeps its place, so
// that errors point where the client sees them.
func withoutVariables(text string, names map[string]bool) string {
	out := []byte(text)
	blank := func(from, to int) {
		for i := from; i < to; i++ {
			if out[i] != '\n' && out[i] != '\r' {
				out[i] = ' '
			}
		}
	}
	var (
		braces, parens int
		list           = -1      // where the list of declarations begins that we are in
		from           = -1      // where the declaration begins that is dropped
		kept           bool      // one of the list stays
		last           = token{} // the token before
	)
	for t := range tokens(text) {
		switch t.text {
		case "{":
			braces++
		case "}":
			braces--
		case "(":
			parens++
		case ")":
			parens--
			if list >= 0 && parens == 0 {
				if from >= 0 {
					blank(from, t.at)
				}
				if !kept {
					blank(list, t.at+1)
				}
				list, from, kept = -1, -1, false
			}
		case "$":
			// Of all lists in parentheses outside of selections only that of the
			// declarations begins so.
			if braces == 0 && parens == 1 && last.text == "(" {
				list = last.at
			}
			if list >= 0 && from >= 0 {
				blank(from, t.at)
				from = -1
			}
		default:
			if list >= 0 && last.text == "$" {
				if names[t.text] {
					from = last.at
				} else {
					kept = true
				}
			}
		}
		last = t
	}
	return string(out)
}

// token is a name, a sign, or a string as a whole, and where it begins.
type token struct {
	at   int
	text string
}

// tokens goes through the tokens of a GraphQL document that has been parsed. Numbers
// come in pieces.
func tokens(text string) iter.Seq[token] {
	return func(yield func(token) bool) {
		for i := 0; i < len(text); {
			n := 1
			switch c := text[i]; {
			case c == '#':
				if n = strings.IndexAny(text[i:], "\r\n"); n < 0 {
					return
				}
				i += n
				continue
			case c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',':
				i++
				continue
			case c == '"':
				n = stringLen(text[i:])
			case isName(c):
				for i+n < len(text) && isName(text[i+n]) {
					n++
				}
			}
			if !yield(token{i, text[i : i+n]}) {
				return
			}
			i += n
		}
	}
}

func isName(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// stringLen is the length of the string, or block string, that s begins with.
func stringLen(s string) int {
	quote := `"`
	if strings.HasPrefix(s, `"""`) {
		quote = `"""`
	}
	for i := len(quote); i < len(s); i++ {
		switch {
		case quote == `"` && s[i] == '\\':
			i++ // what is escaped ends nothing
		case strings.HasPrefix(s[i:], `\"""`):
			i += 3
		case strings.HasPrefix(s[i:], quote):
			return i + len(quote)
		}
	}
	return len(s)
}
