// Package schema checks JSON contents against JSON Schemas that strangers wrote.
//
// A schema is draft 2020-12 (also if it has no "$schema") or draft-07. Formats are
// asserted, those of the drafts, the numeric and textual ones that Ajv adds
// ("int32", "url", …), and "ethereum-address". Patterns are Go regular expressions
// (RE2), which match in linear time; a pattern that Go cannot compile, such as one
// with a look-ahead, makes the schema invalid.
//
// The package does no I/O: a "$ref" that leaves the document is refused. And it
// bounds the work that a schema and a content can cause together, whatever they
// are: see the Max constants. Defaults in a schema are annotations; nothing is
// filled in, because a signed content cannot be changed.
//
//	s, err := schema.Compile([]byte(`{"type":"object","required":["id"]}`))
//	if err == nil {
//		for _, v := range s.Validate([]byte(`{}`)) {
//			fmt.Println(v) // must have required property 'id'
//		}
//	}
package schema
