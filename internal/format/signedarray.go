package format

import "github.com/logstore/logstore/message"

// array reads the array form at i.
func (d *signedDecoder) array(i int) (int, error) {
	m := d.m
	var content []byte
	i, err := d.elements(i, "array form", []element{
		{"version", func(name string, i int) (int, error) {
			n, end, err := d.integer(name, i)
			if err == nil && n != arrayVersion {
				err = fieldErrorf(name, "want %d, got %d", arrayVersion, n)
			}
			return end, err
		}},
		{"message id", func(name string, i int) (int, error) {
			return d.elements(i, name, []element{
				{"streamId", d.field}, {"streamPartition", d.field}, {"timestamp", d.field},
				{"sequenceNumber", d.field}, {"publisherId", d.field}, {"msgChainId", d.field},
			})
		}},
		{"prevMsgRef", d.field},
		{"messageType", d.field},
		{"contentType", d.field},
		{"encryptionType", d.field},
		{"groupKeyId", d.field},
		{"content", func(name string, i int) (end int, err error) {
			content, end, err = d.str(name, i)
			return end, err
		}},
		{"newGroupKey", d.field},
		{"signatureType", func(name string, i int) (int, error) {
			n, end, err := d.int32(name, i)
			switch {
			case err != nil:
			case n < 2:
				err = fieldErrorf(name, "want 2 (secp256k1) or above, got %d", n)
			case n == 2 && isPlainJSON(m) && m.NewGroupKey == nil:
				// Both of today's types sign the same bytes here.
				m.SignatureType = message.SignatureSecp256k1EVM
			case n == 2:
				m.SignatureType = message.SignatureSecp256k1Legacy
			default:
				m.SignatureType = message.SignatureType(n - 1)
			}
			return end, err
		}},
		{"signature", d.field},
	})
	if err != nil {
		return 0, err
	}
	if isPlainJSON(m) {
		return i, d.setContent("contentText", content)
	}
	b, err := decodeHex("content", content)
	if err != nil {
		return 0, err
	}
	return i, d.setContent("contentHex", b)
}

// element is a place in an array of fixed length.
type element struct {
	name string
	read func(name string, i int) (int, error)
}

// elements reads the array at i, which must have exactly the given elements.
func (d *signedDecoder) elements(i int, what string, list []element) (int, error) {
	s := d.src
	if byteAt(s, i) != '[' {
		return 0, fieldErrorf(what, "want an array of %d elements, got %s", len(list), describe(s, i))
	}
	for n, e := range list {
		i = skipSpace(s, i+1)
		if n == 0 && byteAt(s, i) == ']' {
			return 0, fieldErrorf(what, "want %d elements, got none", len(list))
		}
		end, err := e.read(e.name, i)
		if err != nil {
			return 0, err
		}
		i = skipSpace(s, end)
		last := n == len(list)-1
		switch c := byteAt(s, i); {
		case c == ',' && last:
			return 0, fieldErrorf(what, "want %d elements, got more", len(list))
		case c == ']' && !last:
			return 0, fieldErrorf(what, "want %d elements, got %d", len(list), n+1)
		case c != ',' && c != ']':
			return 0, syntaxError(s, i, "',' or ']'")
		}
	}
	return i + 1, nil
}
