package format

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// maxDepth bounds how deep arrays and objects may nest. It is the bound of
// encoding/json, so that what was accepted as content can be shown.
const maxDepth = 10000

// maxFastKeys is how many keys of the objects that are open at one time are
// compared with each other. A text with more goes through the tree, which has maps.
const maxFastKeys = 128

// errNeedsTree ends the streaming pass at an object whose keys must be reordered
// or collapsed, or may have to be.
var errNeedsTree = errors.New("keys out of order")

// AppendJS appends to dst what JSON.stringify(JSON.parse(text)) gives in
// JavaScript, text being decoded as the TextDecoder of the web does: numbers as
// doubles in their shortest form (those out of range are null), duplicate keys
// collapsed to the last value in the first place, keys that are array indexes
// first and ascending, strings escaped only where JSON demands it, each run of
// bytes that cannot be UTF-8 as U+FFFD, no white space.
//
// It fails with a [*SyntaxError], which is ErrJSON, and then returns dst as it
// was. text may nest 10,000 levels deep.
func AppendJS(dst, text []byte) ([]byte, error) {
	text = trimBOM(text)
	t := transcoder{src: text, dst: dst}
	switch err := t.run(); err {
	case nil:
		return t.dst, nil
	case errNeedsTree:
		return appendTree(dst, text)
	default:
		return dst, err
	}
}

// trimBOM drops a byte order mark at the beginning, as TextDecoder does.
func trimBOM(text []byte) []byte { return bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")) }

// transcoder rewrites JSON in one pass. Stretches of the text that are canonical
// already are copied whole, so a canonical text costs one scan and one copy.
type transcoder struct {
	src  []byte
	dst  []byte
	from int // src[from:] up to the present position is not copied yet

	// keys holds hashes of the keys of the open objects, innermost last. Equal keys
	// have equal hashes; the converse is left to the tree. (An array, because a
	// slice would be moved to the heap.)
	keys   [maxFastKeys]uint64
	keyLen int
}

func (t *transcoder) run() error {
	i, err := t.value(t.space(0), 0)
	if err != nil {
		return err
	}
	if i = t.space(i); i < len(t.src) {
		return syntaxError(t.src, i, "end of text")
	}
	t.cut(i, i)
	return nil
}

// cut copies what is pending before from and leaves out src[from:to].
func (t *transcoder) cut(from, to int) {
	t.dst = append(t.dst, t.src[t.from:from]...)
	t.from = to
}

func (t *transcoder) space(i int) int {
	if i >= len(t.src) || t.src[i] > ' ' {
		return i
	}
	start := i
	i = skipSpace(t.src, i)
	if i > start {
		t.cut(start, i)
	}
	return i
}

func (t *transcoder) value(i, depth int) (int, error) {
	if i >= len(t.src) {
		return 0, syntaxError(t.src, i, "a value")
	}
	switch t.src[i] {
	case '{':
		return t.object(i, depth+1)
	case '[':
		return t.array(i, depth+1)
	case '"':
		return t.str(i)
	case 't', 'f', 'n':
		return scanLiteral(t.src, i)
	default:
		return t.number(i)
	}
}

func (t *transcoder) array(i, depth int) (int, error) {
	if depth > maxDepth {
		return 0, depthError(i)
	}
	if i = t.space(i + 1); i < len(t.src) && t.src[i] == ']' {
		return i + 1, nil
	}
	for {
		var err error
		if i, err = t.value(i, depth); err != nil {
			return 0, err
		}
		i = t.space(i)
		switch byteAt(t.src, i) {
		case ',':
			i = t.space(i + 1)
		case ']':
			return i + 1, nil
		default:
			return 0, syntaxError(t.src, i, "',' or ']'")
		}
	}
}

func (t *transcoder) object(i, depth int) (int, error) {
	if depth > maxDepth {
		return 0, depthError(i)
	}
	if i = t.space(i + 1); i < len(t.src) && t.src[i] == '}' {
		return i + 1, nil
	}
	order := keyOrder{base: t.keyLen, lastIndex: -1}
	for {
		if byteAt(t.src, i) != '"' {
			return 0, syntaxError(t.src, i, "a key in double quotes")
		}
		start, mark, from := i, len(t.dst), t.from
		var err error
		if i, err = t.str(i); err != nil {
			return 0, err
		}
		key := t.src[start+1 : i-1]
		if t.from > start { // the key was rewritten: its new form is in dst
			t.cut(i, i)
			key = t.dst[mark+start-from+1 : len(t.dst)-1]
		}
		if !t.admit(&order, key) {
			return 0, errNeedsTree
		}
		if i = t.space(i); byteAt(t.src, i) != ':' {
			return 0, syntaxError(t.src, i, "':'")
		}
		if i, err = t.value(t.space(i+1), depth); err != nil {
			return 0, err
		}
		switch i = t.space(i); byteAt(t.src, i) {
		case ',':
			i = t.space(i + 1)
		case '}':
			t.keyLen = order.base
			return i + 1, nil
		default:
			return 0, syntaxError(t.src, i, "',' or '}'")
		}
	}
}

// keyOrder is what the pass knows about the keys of one object so far.
type keyOrder struct {
	base      int   // of its hashes in transcoder.keys
	lastIndex int64 // the highest array index, -1 for none
	named     bool  // a key that is no array index was seen
}

// admit reports whether the object may be written on with this key, given in its
// canonical escaped form.
func (t *transcoder) admit(o *keyOrder, key []byte) bool {
	if n, ok := arrayIndex(key); ok {
		if o.named || n <= o.lastIndex {
			return false
		}
		o.lastIndex = n
		return true
	}
	o.named = true
	if t.keyLen == maxFastKeys {
		return false
	}
	h := hashKey(key)
	for _, other := range t.keys[o.base:t.keyLen] {
		if other == h {
			return false
		}
	}
	t.keys[t.keyLen] = h
	t.keyLen++
	return true
}

// hashKey mixes eight bytes at a time. It need not resist anybody: a collision
// only sends the text through the tree.
func hashKey(key []byte) uint64 {
	const odd = 0x9e3779b97f4a7c15
	h := uint64(len(key)) * odd
	for len(key) >= 8 {
		h = (h ^ binary.LittleEndian.Uint64(key)) * odd
		h ^= h >> 29
		key = key[8:]
	}
	var tail uint64
	for _, c := range key {
		tail = tail<<8 | uint64(c)
	}
	h = (h ^ tail) * odd
	return h ^ h>>32
}

func (t *transcoder) number(i int) (int, error) {
	end, canonical, err := scanNumber(t.src, i)
	if err != nil || canonical {
		return end, err
	}
	var buf [32]byte
	out := appendNumber(buf[:0], parseNumber(t.src[i:end]))
	if !bytes.Equal(out, t.src[i:end]) {
		t.cut(i, end)
		t.dst = append(t.dst, out...)
	}
	return end, nil
}
