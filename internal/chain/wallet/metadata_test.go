package wallet

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
)

func TestSetMemberLeavesTheRestAlone(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ object, value, path, want string }{
		{`{}`, `1`, "a", `{"a":1}`},
		{"", `1`, "a", `{"a":1}`},
		{"  {\n}\n", `1`, "a", "  {\"a\":1\n}\n"},
		{`{"big":12345678901234567890.10, "e" : 1e400}`, `2`, "a", `{"big":12345678901234567890.10, "e" : 1e400,"a":2}`},
		{`{"a":0 ,"z":"\u00e9é"}`, `{"x":[1,{}]}`, "a", `{"a":{"x":[1,{}]} ,"z":"\u00e9é"}`},
		{`{"a":{"b":1,"c": 2 }}`, `3`, "a.c", `{"a":{"b":1,"c": 3 }}`},
		{`{"a":{"b":1 }}`, `3`, "a.c", `{"a":{"b":1,"c":3 }}`},
		{`{"a":"text","b":1}`, `3`, "a.c", `{"a":{"c":3},"b":1}`},
		{`{"b":1}`, `3`, "a.c", `{"b":1,"a":{"c":3}}`},
		{`{"a":1,"a":2}`, `3`, "a", `{"a":1,"a":3}`},
		{`{"\u0061":1}`, `3`, "a", `{"\u0061":3}`},
	} {
		got, err := setMember(c.object, c.value, strings.Split(c.path, ".")...)
		if err != nil || got != c.want {
			t.Errorf("%s, %s = %s:\n got %s, %v\nwant %s", c.object, c.path, c.value, got, err, c.want)
		}
	}
}

func TestDropMember(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ object, path, want string }{
		{`{"a":1}`, "a", `{}`},
		{`{"a":1, "b":2}`, "a", `{"b":2}`},
		{`{"b":2 , "a":1 }`, "a", `{"b":2 }`},
		{`{"a":1,"b":2,"a":3}`, "a", `{"b":2}`},
		{`{"b":2}`, "a", `{"b":2}`},
		{`{"a":{"c":1,"d":2}}`, "a.c", `{"a":{"d":2}}`},
		{`{"a":5}`, "a.c", `{"a":5}`},
		{`{"a":1,"a":2,"a":3}`, "a", `{}`},
	} {
		got, err := dropMember(c.object, strings.Split(c.path, ".")...)
		if err != nil || got != c.want {
			t.Errorf("%s without %s: got %s, %v; want %s", c.object, c.path, got, err, c.want)
		}
	}
}

func TestSchemaInMetadata(t *testing.T) {
	t.Parallel()
	got, err := withSchema(`{"partitions":3,"description":"x"}`, json.RawMessage("{\n \"type\": \"object\" }"))
	want := `{"partitions":3,"description":"x","logstore":{"schema":{"protocol":"RAW","schemaOrHash":{"type":"object"}}}}`
	if err != nil || got != want {
		t.Fatalf("got %s, %v\nwant %s", got, err, want)
	}
	if got, err = withSchema(got, nil); err != nil || got != `{"partitions":3,"description":"x","logstore":{}}` {
		t.Errorf("taken out: %s, %v", got, err)
	}
	if _, err = withSchema(`{}`, json.RawMessage("{")); !errors.Is(err, ErrMetadata) {
		t.Errorf("a schema that is no JSON: %v", err)
	}
	if got, err = withPartitions(`{"partitions": 3}`, 5); err != nil || got != `{"partitions": 5}` {
		t.Errorf("partitions: %s, %v", got, err)
	}
}

func TestCheckMetadata(t *testing.T) {
	t.Parallel()
	for _, ok := range []string{`{}`, `{"partitions":100}`, ` {"partitions": 1 , "x":null} `} {
		if err := checkMetadata(ok); err != nil {
			t.Errorf("%s: %v", ok, err)
		}
	}
	for bad, want := range map[string]string{
		"":                                      "not JSON",
		"not json":                              "not JSON",
		"[1]":                                   "not a JSON object",
		`"text"`:                                "not a JSON object",
		"null":                                  "not a JSON object",
		`{"partitions":0}`:                      "want an integer in 1…100",
		`{"partitions":101}`:                    "want an integer in 1…100",
		`{"partitions":"1"}`:                    "want an integer in 1…100",
		`{"partitions":1,"partitions":1.5}`:     "want an integer",
		`{} {}`:                                 "not JSON",
		strings.Repeat(" ", MaxMetadata) + "{}": "at most 65536",
	} {
		if err := checkMetadata(bad); !errors.Is(err, ErrMetadata) || !strings.Contains(err.Error(), want) {
			t.Errorf("%.40q: %v, want %q", bad, err, want)
		}
	}
}

// Whatever the metadata, a change of one member leaves the values of all others, and
// gives JSON again.
func FuzzSetMember(f *testing.F) {
	for _, s := range []string{`{}`, `{"a":1}`, `{"logstore":{"schema":1,"x":2},"y":3}`, ` { "logstore" : 5 } `, `[]`, `{"a":1,"a":2}`, `{"\u006cogstore":{}}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, object string) {
		if !json.Valid([]byte(object)) {
			return
		}
		var before map[string]json.RawMessage
		isObject := json.Unmarshal([]byte(object), &before) == nil && before != nil
		got, err := withSchema(object, json.RawMessage(`{"type":"object"}`))
		if (err == nil) != isObject {
			t.Fatalf("%q: %v", object, err)
		}
		if err != nil {
			return
		}
		var after map[string]json.RawMessage
		if err := json.Unmarshal([]byte(got), &after); err != nil {
			t.Fatalf("%q became %q: %v", object, got, err)
		}
		for key, value := range before {
			if key != "logstore" && !bytes.Equal(value, after[key]) {
				t.Fatalf("%q became %q: %s changed", object, got, key)
			}
		}
		var ls struct{ Schema struct{ Protocol string } }
		if err := json.Unmarshal(after["logstore"], &ls); err != nil || ls.Schema.Protocol != "RAW" {
			t.Fatalf("%q became %q", object, got)
		}
		removed, err := withSchema(got, nil)
		if err != nil || !json.Valid([]byte(removed)) || strings.Contains(removed, `"schemaOrHash":{"type":"object"}}`) && !strings.Contains(object, "schemaOrHash") {
			t.Fatalf("%q without the schema: %q, %v", got, removed, err)
		}
	})
}
