package schema

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// maxPatternSize bounds a pattern with its repetitions written out. A pattern of
// n such units needs up to n steps for every character of a text.
const maxPatternSize = 10_000

// pattern is a compiled regular expression and its size.
type pattern struct {
	*regexp.Regexp
	size int
}

// compilePattern reads a pattern as RE2. It looks at the size before it compiles,
// because a few characters such as (a{999}){999} make a huge program.
func compilePattern(text string) (jsonschema.Regexp, error) {
	text = unescapeUnicode(text)
	parsed, err := syntax.Parse(text, syntax.Perl)
	if err != nil {
		return nil, fmt.Errorf("not a regular expression of RE2: %w", err)
	}
	size := patternSize(parsed)
	if size > maxPatternSize {
		return nil, fmt.Errorf("too large with its repetitions written out: %d, at most %d allowed", size, maxPatternSize)
	}
	re, err := regexp.Compile(text)
	if err != nil {
		return nil, fmt.Errorf("not a regular expression of RE2: %w", err)
	}
	return &pattern{re, size}, nil
}

// unicodeEscape matches every escape, so that \\u is seen as an escaped backslash.
var unicodeEscape = regexp.MustCompile(`\\(?:u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|[^u])`)

// unescapeUnicode rewrites \u00e9 and \u{e9}, which ECMA-262 has and RE2 has not.
func unescapeUnicode(text string) string {
	return unicodeEscape.ReplaceAllStringFunc(text, func(escape string) string {
		if escape[1] != 'u' {
			return escape
		}
		return `\x{` + strings.Trim(escape[2:], "{}") + `}`
	})
}

func patternSize(re *syntax.Regexp) int {
	size := 1 + len(re.Rune)
	for _, sub := range re.Sub {
		size += patternSize(sub)
	}
	if re.Op == syntax.OpRepeat {
		size *= max(re.Min, re.Max, 1)
	}
	return min(size, 1<<40) // no overflow, however repetitions nest
}
