package format

import (
	"bytes"
	"slices"
	"unicode/utf8"
)

// The tree is the plain way from JSON to JavaScript's JSON: parse everything, then
// write it. It serves texts whose keys have to be reordered, and in the tests it is
// the yardstick of the streaming pass, with which it shares the scanners of
// numbers and escapes only.

// node is a value. Scalars are kept in their final form.
type node struct {
	scalar   []byte
	children []node
	keys     []string // of an object, beside children; may hold lone surrogates as three bytes
	isObject bool
}

// appendTree does what AppendJS promises. On an error it returns dst as it was.
func appendTree(dst, text []byte) ([]byte, error) {
	p := parser{src: text}
	root, i, err := p.value(skipSpace(text, 0), 0)
	if err != nil {
		return dst, err
	}
	if i = skipSpace(text, i); i < len(text) {
		return dst, syntaxError(text, i, "end of text")
	}
	return root.append(dst), nil
}

type parser struct{ src []byte }

func (p *parser) value(i, depth int) (node, int, error) {
	switch byteAt(p.src, i) {
	case '{':
		return p.object(i, depth+1)
	case '[':
		return p.array(i, depth+1)
	case '"':
		s, end, err := p.str(i)
		return node{scalar: appendWTF8String(nil, s)}, end, err
	case 't', 'f', 'n':
		end, err := scanLiteral(p.src, i)
		if err != nil {
			return node{}, 0, err
		}
		return node{scalar: p.src[i:end]}, end, nil
	default:
		end, _, err := scanNumber(p.src, i)
		if err != nil {
			return node{}, 0, err
		}
		return node{scalar: appendNumber(nil, parseNumber(p.src[i:end]))}, end, nil
	}
}

func (p *parser) array(i, depth int) (node, int, error) {
	if depth > maxDepth {
		return node{}, 0, depthError(i)
	}
	var n node
	if i = skipSpace(p.src, i+1); byteAt(p.src, i) == ']' {
		return n, i + 1, nil
	}
	for {
		child, end, err := p.value(i, depth)
		if err != nil {
			return node{}, 0, err
		}
		n.children = append(n.children, child)
		i = skipSpace(p.src, end)
		switch byteAt(p.src, i) {
		case ',':
			i = skipSpace(p.src, i+1)
		case ']':
			return n, i + 1, nil
		default:
			return node{}, 0, syntaxError(p.src, i, "',' or ']'")
		}
	}
}

func (p *parser) object(i, depth int) (node, int, error) {
	if depth > maxDepth {
		return node{}, 0, depthError(i)
	}
	n := node{isObject: true}
	if i = skipSpace(p.src, i+1); byteAt(p.src, i) == '}' {
		return n, i + 1, nil
	}
	place := map[string]int{}
	for {
		if byteAt(p.src, i) != '"' {
			return node{}, 0, syntaxError(p.src, i, "a key in double quotes")
		}
		key, end, err := p.str(i)
		if err != nil {
			return node{}, 0, err
		}
		if i = skipSpace(p.src, end); byteAt(p.src, i) != ':' {
			return node{}, 0, syntaxError(p.src, i, "':'")
		}
		child, end, err := p.value(skipSpace(p.src, i+1), depth)
		if err != nil {
			return node{}, 0, err
		}
		if at, ok := place[string(key)]; ok {
			n.children[at] = child
		} else {
			place[string(key)] = len(n.children)
			n.keys = append(n.keys, string(key))
			n.children = append(n.children, child)
		}
		switch i = skipSpace(p.src, end); byteAt(p.src, i) {
		case ',':
			i = skipSpace(p.src, i+1)
		case '}':
			return n, i + 1, nil
		default:
			return node{}, 0, syntaxError(p.src, i, "',' or '}'")
		}
	}
}

// str decodes the string whose opening quote is at i. Lone surrogates become the
// three bytes that UTF-8 would use if it allowed them.
func (p *parser) str(i int) (s []byte, end int, err error) {
	start := i
	for i++; i < len(p.src); {
		if end := skipPlain(p.src, i); end > i {
			s, i = append(s, p.src[i:end]...), end
			continue
		}
		switch c := p.src[i]; {
		case c == '"':
			return s, i + 1, nil
		case c < ' ':
			return nil, 0, syntaxError(p.src, i, "an escape, since control characters cannot stand in a string")
		case c == '\\' && byteAt(p.src, i+1) == 'u':
			r, end, err := scanUnicodeEscape(p.src, i)
			if err != nil {
				return nil, 0, err
			}
			s, i = appendWTF8(s, r), end
		case c == '\\':
			at := bytes.IndexByte([]byte(`"\/bfnrt`), byteAt(p.src, i+1))
			if at < 0 {
				return nil, 0, syntaxError(p.src, i+1, `one of "\/bfnrtu after the backslash`)
			}
			s, i = append(s, "\"\\/\b\f\n\r\t"[at]), i+2
		default:
			r, size := utf8.DecodeRune(p.src[i:])
			if r == utf8.RuneError && size == 1 {
				size = malformedLen(p.src[i:])
			}
			s, i = utf8.AppendRune(s, r), i+size
		}
	}
	return nil, 0, &SyntaxError{Offset: start, Want: "a string that ends", Got: "end of text"}
}

// appendWTF8 is utf8.AppendRune that keeps surrogates.
func appendWTF8(dst []byte, r rune) []byte {
	if 0xd800 <= r && r <= 0xdfff {
		return append(dst, 0xe0|byte(r>>12), 0x80|byte(r>>6)&0x3f, 0x80|byte(r)&0x3f)
	}
	return utf8.AppendRune(dst, r)
}

// appendWTF8String writes what parser.str decoded as JSON.stringify does.
func appendWTF8String[T ~string | ~[]byte](dst []byte, s T) []byte {
	dst = append(dst, '"')
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))]))
		if r == utf8.RuneError && size == 1 { // nothing else is malformed here
			r, size = 0xd000|rune(s[i+1]&0x3f)<<6|rune(s[i+2]&0x3f), 3
		}
		dst = appendQuotedRune(dst, r)
		i += size
	}
	return append(dst, '"')
}

func (n *node) append(dst []byte) []byte {
	switch {
	case n.scalar != nil:
		return append(dst, n.scalar...)
	case !n.isObject:
		dst = append(dst, '[')
		for i := range n.children {
			if i > 0 {
				dst = append(dst, ',')
			}
			dst = n.children[i].append(dst)
		}
		return append(dst, ']')
	}
	dst = append(dst, '{')
	for i, at := range n.order() {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(appendWTF8String(dst, n.keys[at]), ':')
		dst = n.children[at].append(dst)
	}
	return append(dst, '}')
}

// order returns the places of an object's keys as JavaScript enumerates them:
// array indexes ascending, then the others as they came. (ECMA-262,
// OrdinaryOwnPropertyKeys.)
func (n *node) order() []int {
	const notIndex = 1 << 32
	rank := make([]int64, len(n.keys))
	order := make([]int, len(n.keys))
	for i, key := range n.keys {
		order[i], rank[i] = i, notIndex
		if index, ok := arrayIndex([]byte(key)); ok {
			rank[i] = index
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return int(rank[a] - rank[b])
	})
	return order
}
