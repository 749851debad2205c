package schema_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/schema"
)

func compile(t testing.TB, raw string) *schema.Schema {
	t.Helper()
	s, err := schema.Compile([]byte(raw))
	if err != nil {
		t.Fatalf("Compile(%s): %v", raw, err)
	}
	return s
}

func TestValidate(t *testing.T) {
	t.Parallel()
	const d7 = `"$schema":"http://json-schema.org/draft-07/schema#",`
	for _, c := range []struct {
		name, schema, content string
		want                  []string // as Violation.String writes them; nil is valid
	}{
		{"true", `true`, `1`, nil},
		{"false", `false`, `1`, []string{"boolean schema is false"}},
		{"type", `{"type":"object"}`, `[1]`, []string{"must be object"}},
		{"types", `{"type":["string","null"]}`, `1`, []string{"must be null,string"}},
		{"no JSON", `{}`, `{"a":`, []string{"must be JSON: unexpected EOF"}},
		{"required", `{"required":["a","b"]}`, `{"b":1}`, []string{"must have required property 'a'"}},
		{"all errors", `{"required":["a","b"]}`, `{}`, []string{"must have required property 'a'", "must have required property 'b'"}},
		{"nested", `{"properties":{"a":{"items":{"type":"integer"}}}}`, `{"a":[1,"x",2.5]}`, []string{"/a/1 must be integer", "/a/2 must be integer"}},
		{"escaped path", `{"additionalProperties":{"type":"null"}}`, `{"a/b~c":1}`, []string{"/a~1b~0c must be null"}},
		{"additional", `{"properties":{"a":true},"additionalProperties":false}`, `{"a":1,"z":1,"b":2}`, []string{"must NOT have additional properties (b)", "must NOT have additional properties (z)"}},
		{"default is not filled in", `{"properties":{"a":{"default":1}},"required":["a"]}`, `{}`, []string{"must have required property 'a'"}},
		{"strings", `{"minLength":3,"maxLength":3}`, `"äöü"`, nil},
		{"short", `{"minLength":3}`, `"ab"`, []string{"must NOT have fewer than 3 characters"}},
		{"long", `{"maxLength":1}`, `"ab"`, []string{"must NOT have more than 1 characters"}},
		{"pattern", `{"pattern":"^\\d{3}$"}`, `"12"`, []string{`must match pattern "^\\d{3}$"`}},
		{"pattern unicode", `{"pattern":"^[\\u00e0-\\u00ff]+$"}`, `"éè"`, nil},
		{"pattern backslash", `{"pattern":"^\\\\u0041$"}`, `"\\u0041"`, nil},
		{"minimum", `{"minimum":10}`, `9`, []string{"must be >= 10"}},
		{"maximum", `{"maximum":0.5}`, `9`, []string{"must be <= 0.5"}},
		{"exclusive", `{"exclusiveMinimum":1,"exclusiveMaximum":2}`, `1`, []string{"must be > 1"}},
		{"multiple", `{"multipleOf":0.01}`, `0.07`, nil},
		{"not multiple", `{"multipleOf":0.1}`, `0.07`, []string{"must be multiple of 0.1"}},
		{"digits are kept", `{"const":9007199254740993}`, `9007199254740992`, []string{"must be equal to constant"}},
		{"wei", `{"maximum":115792089237316195423570985008687907853269984665640564039457584007913129639935}`,
			`115792089237316195423570985008687907853269984665640564039457584007913129639936`,
			[]string{"must be <= 115792089237316195423570985008687907853269984665640564039457584007913129639935"}},
		{"enum", `{"enum":["a",{"b":1}]}`, `"c"`, []string{"must be equal to one of the allowed values"}},
		{"enum object", `{"enum":["a",{"b":1}]}`, `{"b":1.0}`, nil},
		{"items", `{"minItems":2,"maxItems":2}`, `[1]`, []string{"must NOT have fewer than 2 items"}},
		{"unique", `{"uniqueItems":true}`, `[1,2,1.0]`, []string{"must NOT have duplicate items (items ## 0 and 2 are identical)"}},
		{"contains", `{"contains":{"const":1}}`, `[2]`, []string{"must contain at least 1 valid item(s)", "/0 must be equal to constant"}},
		{"not", `{"not":{"type":"string"}}`, `"a"`, []string{"must NOT be valid"}},
		{"anyOf", `{"anyOf":[{"type":"string"},{"type":"null"}]}`, `1`, []string{"must be null", "must be string", "must match a schema in anyOf"}},
		{"oneOf", `{"oneOf":[{"type":"number"},{"type":"integer"}]}`, `1`, []string{"must match exactly one schema in oneOf"}},
		{"if", `{"if":{"required":["a"]},"then":{"required":["b"]}}`, `{"a":1}`, []string{"must have required property 'b'"}},
		{"dependent", `{"dependentRequired":{"a":["b"]}}`, `{"a":1}`, []string{"must have property b when property a is present"}},
		{"names", `{"propertyNames":{"maxLength":1}}`, `{"ab":1}`, []string{"must NOT have more than 1 characters", "property name must be valid (ab)"}},
		{"local ref", `{"$ref":"#/$defs/x","$defs":{"x":{"type":"null"}}}`, `1`, []string{"must be null"}},
		{"recursive", `{"properties":{"next":{"$ref":"#"}},"required":["v"]}`, `{"v":1,"next":{"v":2,"next":{}}}`, []string{"/next/next must have required property 'v'"}},
		{"dynamic", `{"$dynamicAnchor":"n","properties":{"next":{"$dynamicRef":"#n"}},"required":["v"]}`, `{"v":1,"next":{}}`, []string{"/next must have required property 'v'"}},
		{"anchor", `{"$ref":"#x","$defs":{"y":{"$anchor":"x","type":"null"}}}`, `1`, []string{"must be null"}},
		{"unevaluated", `{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}`, `{"a":1,"b":1}`, []string{"/b boolean schema is false"}},
		{"draft-07", `{` + d7 + `"definitions":{"x":{"type":"null"}},"$ref":"#/definitions/x","required":["ignored"]}`, `null`, nil},
		{"draft-07 items", `{` + d7 + `"items":[{"type":"null"}],"additionalItems":false}`, `[null,1]`, []string{"must NOT have more items than the schema lists (1 too many)"}},
		{"draft-07 dependencies", `{` + d7 + `"dependencies":{"a":["b","c"],"d":{"required":["e"]}}}`, `{"a":1,"b":1,"d":1}`,
			[]string{"must have property c when property a is present", "must have required property 'e'"}},
		{"metaschema", `{"$ref":"https://json-schema.org/draft/2020-12/schema"}`, `{"type":"object"}`, nil},
		{"unknown keywords and formats", `{"x-unit":"m","format":"moon-phase","discriminator":{"propertyName":"k"}}`, `"x"`, nil},
		{"address", `{"format":"ethereum-address"}`, `"0xbfb34fd32eca438ffe766211c3b2af8bf781ce9c"`, nil},
		{"no address", `{"format":"ethereum-address"}`, `"0xbfb3"`, []string{`must match format "ethereum-address"`}},
		{"format only of strings", `{"format":"ethereum-address"}`, `1`, nil},
		{"date-time", `{"format":"date-time"}`, `"2024-02-30T00:00:00Z"`, []string{`must match format "date-time"`}},
		{"email", `{"format":"email"}`, `"a@b.org"`, nil},
		{"ipv4", `{"format":"ipv4"}`, `"256.1.1.1"`, []string{`must match format "ipv4"`}},
		{"uuid", `{"format":"uuid"}`, `"x"`, []string{`must match format "uuid"`}},
		{"int32", `{"format":"int32"}`, `2147483648`, []string{`must match format "int32"`}},
		{"int64", `{"format":"int64"}`, `9223372036854775807`, nil},
		{"byte", `{"format":"byte"}`, `"aGk"`, []string{`must match format "byte"`}},
		{"url", `{"format":"url"}`, `"https://example.org/a?b#c"`, nil},
		{"iso-date-time", `{"format":"iso-date-time"}`, `"2024-02-01 10:00:00"`, nil},
		{"regex", `{"format":"regex"}`, `"("`, []string{`must match format "regex"`}},
		{"huge exponent", `{"type":"number","minimum":0}`, `[1,{"a":1e999999999}]`, []string{"/1/a must be a number with an exponent of at most 400"}},
		{"many digits", `{}`, strings.Repeat("9", 300), []string{"must be a number of at most 200 digits"}},
		{"deep", `{}`, strings.Repeat("[", 200) + strings.Repeat("]", 200), []string{strings.Repeat("/0", 128) + " must not nest deeper than 128 levels"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, v := range compile(t, c.schema).Validate([]byte(c.content)) {
				got = append(got, v.String())
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("schema %s\ncontent %s\n got %q\nwant %q", c.schema, c.content, got, c.want)
			}
		})
	}
}

func TestCompileRefuses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, schema, want string }{
		{"array", `[]`, "it is an array: want an object"},
		{"number", `1`, "it is a number"},
		{"string", `"object"`, "it is a string"},
		{"null", `null`, "it is null"},
		{"no JSON", `{"type":`, "not JSON"},
		{"two values", `{} {}`, "not JSON"},
		{"wrong type of keyword", `{"properties":{"a":{"type":5}}}`, "/properties/a/type must be"},
		{"unknown type", `{"type":"strng"}`, "/type must be equal to one of the allowed values"},
		{"required is no list", `{"required":"a"}`, "/required must be array"},
		{"look-ahead", `{"properties":{"a":{"pattern":"^(?!x)"}}}`, "(?!"},
		{"pattern place", `{"properties":{"a":{"pattern":"("}}}`, "/properties/a/pattern"},
		{"huge pattern", `{"pattern":"(abcdefghijklmnop){1000}"}`, "too large with its repetitions"},
		{"huge pattern property", `{"patternProperties":{"(abcdefghijklmnop){1000}":true}}`, "too large with its repetitions"},
		{"remote ref", `{"$ref":"https://example.org/s.json"}`, `$ref "https://example.org/s.json" points outside`},
		{"file ref", `{"$ref":"file:///etc/passwd"}`, `points outside`},
		{"relative ref", `{"$ref":"other.json#/a"}`, `$ref "other.json" points outside`},
		{"missing ref", `{"$ref":"#/$defs/none"}`, "/$defs/none"},
		{"draft 2019-09", `{"$schema":"https://json-schema.org/draft/2019-09/schema"}`, "want draft 2020-12"},
		{"draft-04", `{"$schema":"http://json-schema.org/draft-04/schema#"}`, "want draft 2020-12"},
		{"$schema no text", `{"$schema":7}`, "want draft 2020-12"},
		{"part of another draft", `{"$defs":{"a":{"$id":"urn:a","$schema":"https://json-schema.org/draft/2019-09/schema"}},"$ref":"urn:a"}`, "draft version 2019"},
		{"circle", `{"$ref":"#"}`, "leads back to its own place"},
		{"long circle", `{"allOf":[{"$ref":"#/$defs/a"}],"$defs":{"a":{"anyOf":[{"not":{"$ref":"#"}}]}}}`, "leads back"},
		{"long chain", `{"$ref":"#/$defs/0","$defs":{` + chainOfRefs(100) + `"100":true}}`, "chained"},
		{"deep", strings.Repeat(`{"not":`, 100) + `true` + strings.Repeat(`}`, 100), "must not nest deeper"},
		{"large", `{"title":"` + strings.Repeat("x", schema.MaxBytes) + `"}`, "at most 262144 allowed"},
		{"many values", `{"enum":[` + strings.Repeat("1,", schema.MaxValues) + `1]}`, "values, at most"},
		{"huge number", `{"minimum":1e999999999}`, "exponent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			_, err := schema.Compile([]byte(c.schema))
			if !errors.Is(err, schema.ErrSchema) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want ErrSchema with %q", err, c.want)
			}
			if err != nil && strings.Contains(err.Error(), "logstore:") {
				t.Errorf("the text shows the inner address: %v", err)
			}
		})
	}
}

func chainOfRefs(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `"%d":{"$ref":"#/$defs/%d"},`, i, i+1)
	}
	return b.String()
}

// A schema of a kilobyte can double the work with every level; a content of a
// megabyte can meet a list of thousands of allowed values at every element.
func TestWorkIsBounded(t *testing.T) {
	t.Parallel()
	var doubling strings.Builder
	for i := range 30 {
		fmt.Fprintf(&doubling, `"%d":{"allOf":[{"$ref":"#/$defs/%d"},{"$ref":"#/$defs/%d"}]},`, i, i+1, i+1)
	}
	numbers := "[" + strings.Repeat("1e400,", 100_000) + "1]"
	for _, c := range []struct{ name, schema, content string }{
		{"doubling", `{"$ref":"#/$defs/0","$defs":{` + doubling.String() + `"30":{"type":"null"}}}`, `1`},
		{"doubling by depth", `{"allOf":[{"items":{"$ref":"#"}},{"items":{"$ref":"#"}}]}`, strings.Repeat("[", 100) + strings.Repeat("]", 100)},
		{"enum", `{"items":{"enum":[` + strings.Repeat(`"a",`, 5000) + `"b"]}}`, "[" + strings.Repeat("1,", 500_000) + "1]"},
		{"numbers", `{"items":{"multipleOf":1e-300}}`, numbers},
		{"pattern", `{"items":{"pattern":"(x?){1000}y"}}`, `["` + strings.Repeat("x", 1_000_000) + `"]`},
		{"unique", `{"uniqueItems":true}`, "[" + strings.Repeat("[],", 300_000) + "1]"},
		{"all wrong", `{"items":{"type":"null"}}`, "[" + strings.Repeat("1,", 200_000) + "1]"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			s := compile(t, c.schema)
			start := time.Now()
			got := s.Validate([]byte(c.content))
			if len(got) == 0 || len(got) > schema.MaxViolations {
				t.Errorf("%d violations", len(got))
			}
			if d := time.Since(start); d > 20*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

// Ordinary large contents must pass in spite of the bounds.
func TestLargeContentIsValid(t *testing.T) {
	t.Parallel()
	s := compile(t, `{"type":"object","properties":{"samples":{"type":"array","items":{"type":"object",
		"properties":{"t":{"type":"integer"},"v":{"type":"number","minimum":0},"unit":{"enum":["m","s","kg"]}},
		"required":["t","v"],"additionalProperties":false}}},"required":["samples"]}`)
	var b strings.Builder
	b.WriteString(`{"samples":[{"t":0,"v":0}`)
	for i := range 20_000 {
		fmt.Fprintf(&b, `,{"t":%d,"v":%d.5,"unit":"kg"}`, i, i)
	}
	b.WriteString(`]}`)
	if got := s.Validate([]byte(b.String())); got != nil {
		t.Errorf("got %v", got)
	}
}

func TestTexts(t *testing.T) {
	t.Parallel()
	v := compile(t, `{"properties":{"a":{"type":"string"}},"additionalProperties":false}`).Validate([]byte(`{"a":1,"b":2}`))
	want := []string{"must NOT have additional properties (b)", "must be string"}
	if got := schema.Texts(v); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestConcurrent(t *testing.T) {
	t.Parallel()
	s := compile(t, `{"properties":{"a":{"pattern":"^x+$"}},"patternProperties":{"^b":{"type":"null"}},"unevaluatedProperties":false}`)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 200 {
				if got := s.Validate([]byte(`{"a":"xx","bc":1}`)); len(got) != 1 || got[0].Path != "/bc" {
					t.Errorf("got %v", got)
					return
				}
			}
		})
	}
	wg.Wait()
}

func FuzzValidate(f *testing.F) {
	for _, s := range []string{
		`{"type":"object","required":["a"],"properties":{"a":{"type":"integer","minimum":3}}}`,
		`{"$ref":"#/$defs/x","$defs":{"x":{"items":{"$ref":"#"}}}}`,
		`{"$schema":"http://json-schema.org/draft-07/schema#","definitions":{"a":{"pattern":"^(a|b)*$"}}}`,
		`{"$dynamicAnchor":"a","$dynamicRef":"#a"}`, `{"$id":"a","$ref":"a"}`, `{"multipleOf":0}`,
		`{"minimum":"1e400"}`, `{"$id":"%","items":{"$id":"#"}}`, `{"uniqueItems":true,"maxItems":1e300}`, `[]`,
	} {
		f.Add([]byte(s), []byte(`{"a":[1,2.50,"x",null,{"b":1e300}]}`))
	}
	f.Fuzz(func(t *testing.T, raw, content []byte) {
		// A check that does not end could not fail the test otherwise.
		watchdog := time.AfterFunc(10*time.Second, func() {
			panic(fmt.Sprintf("still at work after 10 s: schema %q, content %q", raw, content))
		})
		defer watchdog.Stop()
		s, err := schema.Compile(raw)
		if err != nil {
			if !errors.Is(err, schema.ErrSchema) {
				t.Fatalf("not ErrSchema: %v", err)
			}
			return
		}
		got := s.Validate(content)
		if len(got) > schema.MaxViolations {
			t.Fatalf("%d violations", len(got))
		}
		if bound, walked, ok := s.Steps(content); ok && walked > bound {
			t.Fatalf("%d steps, the bound was %d", walked, bound)
		}
		if again := s.Validate(content); len(again) != len(got) && len(got) < schema.MaxViolations {
			t.Fatalf("%d violations, then %d", len(got), len(again))
		}
	})
}

func BenchmarkValidate(b *testing.B) {
	s := compile(b, `{"type":"object","properties":{"id":{"type":"string"},"mag":{"type":"number"},"time":{"type":"integer"}},"required":["id","time"]}`)
	content := []byte(`{"id":"us7000abcd","mag":4.5,"time":1700000000000,"place":"12 km SSW of Somewhere","tags":["a","b"]}`)
	b.ReportAllocs()
	for b.Loop() {
		if v := s.Validate(content); v != nil {
			b.Fatal(v)
		}
	}
}
