package schema

import (
	"encoding/base64"
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"net/url"
	"regexp"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// extraFormats are the formats of ajv-formats that the validator lacks, and the one
// that the original adds.
var extraFormats = []*jsonschema.Format{
	textFormat("ethereum-address", matches(`^0x[a-zA-Z0-9]{40}$`)),
	textFormat("iso-time", isTime),
	textFormat("iso-date-time", isDateTime),
	textFormat("url", isURL),
	textFormat("json-pointer-uri-fragment", matches(`^#(?:/(?:[A-Za-z0-9_.!$&'()*+,;:=@-]|%[0-9A-Fa-f]{2}|~0|~1)*)*$`)),
	textFormat("byte", func(s string) bool {
		_, err := base64.StdEncoding.DecodeString(s)
		return err == nil
	}),
	integerFormat("int32", math.MinInt32, math.MaxInt32),
	integerFormat("int64", math.MinInt64, math.MaxInt64),
}

var errFormat = errors.New("wrong format")

func textFormat(name string, ok func(string) bool) *jsonschema.Format {
	return &jsonschema.Format{Name: name, Validate: func(v any) error {
		if s, isText := v.(string); isText && !ok(s) {
			return errFormat
		}
		return nil
	}}
}

func integerFormat(name string, low, high int64) *jsonschema.Format {
	return &jsonschema.Format{Name: name, Validate: func(v any) error {
		n, isNumber := v.(json.Number)
		if !isNumber {
			return nil
		}
		r, ok := new(big.Rat).SetString(string(n))
		if !ok || !r.IsInt() || r.Num().Cmp(big.NewInt(low)) < 0 || r.Num().Cmp(big.NewInt(high)) > 0 {
			return errFormat
		}
		return nil
	}}
}

func matches(pattern string) func(string) bool { return regexp.MustCompile(pattern).MatchString }

func isURL(s string) bool {
	u, err := url.Parse(s)
	if err != nil || u.Host == "" {
		return false
	}
	return u.Scheme == "http" || u.Scheme == "https" || u.Scheme == "ftp"
}

// isTime and isDateTime take times with or without a zone.
func isTime(s string) bool { return parsesAs(s, "15:04:05Z07:00", "15:04:05") }

func isDateTime(s string) bool {
	return parsesAs(s, "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05")
}

func parsesAs(s string, layouts ...string) bool {
	for _, layout := range layouts {
		if _, err := time.Parse(layout, s); err == nil {
			return true
		}
	}
	return false
}
