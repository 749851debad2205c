package format

// skipValue passes the JSON value at i, which it checks, and returns the place
// after it. depth counts the arrays and objects around it.
func skipValue(s []byte, i, depth int) (int, error) {
	switch byteAt(s, i) {
	case '{', '[':
		if depth++; depth > maxDepth {
			return 0, depthError(i)
		}
		return skipElements(s, i, depth)
	case '"':
		return skipString(s, i)
	case 't', 'f', 'n':
		return scanLiteral(s, i)
	}
	end, _, err := scanNumber(s, i)
	return end, err
}

// skipElements passes the array or object that begins at i.
func skipElements(s []byte, i, depth int) (int, error) {
	isObject, closing := s[i] == '{', s[i]+2 // ']' and '}' are two after their partners
	if i = skipSpace(s, i+1); byteAt(s, i) == closing {
		return i + 1, nil
	}
	for {
		var err error
		if isObject {
			if byteAt(s, i) != '"' {
				return 0, syntaxError(s, i, "a key in double quotes")
			}
			if i, err = skipString(s, i); err != nil {
				return 0, err
			}
			if i = skipSpace(s, i); byteAt(s, i) != ':' {
				return 0, syntaxError(s, i, "':'")
			}
			i = skipSpace(s, i+1)
		}
		if i, err = skipValue(s, i, depth); err != nil {
			return 0, err
		}
		switch i = skipSpace(s, i); byteAt(s, i) {
		case ',':
			i = skipSpace(s, i+1)
		case closing:
			return i + 1, nil
		default:
			return 0, syntaxError(s, i, "',' or '"+string(closing)+"'")
		}
	}
}

// skipString passes the string whose opening quote is at i.
func skipString(s []byte, i int) (int, error) {
	start := i
	for i++; ; {
		if i = skipPlain(s, i); i >= len(s) {
			return 0, &SyntaxError{Offset: start, Want: "a string that ends", Got: "end of text"}
		}
		switch c := s[i]; {
		case c == '"':
			return i + 1, nil
		case c < ' ':
			return 0, syntaxError(s, i, "an escape, since control characters cannot stand in a string")
		case c != '\\':
			i++
		case byteAt(s, i+1) == 'u':
			_, end, err := scanUnicodeEscape(s, i)
			if err != nil {
				return 0, err
			}
			i = end
		case isShortEscape(byteAt(s, i+1)):
			i += 2
		default:
			return 0, syntaxError(s, i+1, `one of "\/bfnrtu after the backslash`)
		}
	}
}

func isShortEscape(c byte) bool {
	switch c {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		return true
	}
	return false
}
