package input

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// lines reads an input and writes each record or problem on a line.
func lines(text string, o Options) []string {
	var out []string
	o.Name = "in"
	for rec, err := range Read(strings.NewReader(text), o) {
		var bad *LineError
		switch {
		case errors.As(err, &bad):
			out = append(out, "bad "+err.Error())
		case err != nil:
			out = append(out, "end "+err.Error())
		default:
			s := fmt.Sprintf("%d %s", rec.Line, rec.Content)
			if !rec.Time.IsZero() {
				s += " @" + rec.Time.UTC().Format(time.RFC3339)
			}
			if rec.Key != "" {
				s += " key=" + rec.Key
			}
			out = append(out, s)
		}
	}
	return out
}

func TestRead(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		o    Options
		text string
		want []string
	}{
		{"ndjson", Options{}, "{\"a\":1}\n\n  [2]  \r\n\"x\"", []string{`1 {"a":1}`, `3 [2]`, `4 "x"`}},
		{"ndjson keeps numbers as written", Options{}, "{\"a\":1.0,\"b\":12345678901234567890}\n", []string{`1 {"a":1.0,"b":12345678901234567890}`}},
		{"ndjson with a byte order mark", Options{}, "\xef\xbb\xbf1\n", []string{"1 1"}},
		{"ndjson with a bad line", Options{}, "1\n{oops\n3\n", []string{"1 1", "bad in:2: not JSON: invalid character 'o' looking for beginning of object key string", "3 3"}},
		{"ndjson with a long line", Options{MaxRecord: 10}, "1\n\"" + strings.Repeat("x", 200000) + "\"\n3\n", []string{"1 1", "bad in:2: longer than 10 bytes", "3 3"}},
		{
			"ndjson with time and key", Options{TimeField: "at.t", KeyField: "id"},
			`{"at":{"t":1709294400000},"id":"a"}` + "\n" + `{"at":{"t":"2024-03-01"},"id":7}` + "\n" + `{"id":7}` + "\n" + `{"at":{"t":"soon"},"id":7}` + "\n" + `{"at":{"t":1709294400}}` + "\n",
			[]string{
				`1 {"at":{"t":1709294400000},"id":"a"} @2024-03-01T12:00:00Z key=a`,
				`2 {"at":{"t":"2024-03-01"},"id":7} @2024-03-01T00:00:00Z key=7`,
				`bad in:3: no field "at.t", which should hold the time`,
				`bad in:4: field "at.t": time "soon": want a date and time after RFC 3339, such as 2024-03-01T12:00:00Z`,
				`bad in:5: no field "id", which should hold the partition key`,
			},
		},
		{
			"csv", Options{Format: CSV, TimeField: "time"},
			"time,n,s,b,e\n2024-03-01T12:00:00Z,1.50,\"a \"\"b\"\"\n<c>\",true,\n1709294400,007,12345678901234567890,x,1e5\n",
			[]string{
				`2 {"time":"2024-03-01T12:00:00Z","n":1.50,"s":"a \"b\"\n<c>","b":true,"e":null} @2024-03-01T12:00:00Z`,
				`4 {"time":1709294400,"n":"007","s":"12345678901234567890","b":"x","e":"1e5"} @2024-03-01T12:00:00Z`,
			},
		},
		{"csv as text", Options{Format: CSV, TextOnly: true}, "a,b\n1,\n", []string{`2 {"a":"1","b":""}`}},
		{
			"csv with bad rows", Options{Format: CSV}, "a,b\n1\n1,2\nx\"y,2\n3,4\n",
			[]string{"bad in:2: 1 values, but the header has 2 columns", `3 {"a":1,"b":2}`, `bad in:4: not CSV: bare " in non-quoted-field`, `5 {"a":3,"b":4}`},
		},
		{"csv without the column", Options{Format: CSV, TimeField: "t"}, "a,b\n1,2\n", []string{`end read header of in: no column "t"; there are a, b`}},
		{"csv with a column twice", Options{Format: CSV}, "a,a\n1,2\n", []string{`end read header of in: column "a" is there twice`}},
		{"csv with an open quote", Options{Format: CSV, MaxRecord: 10}, "a\n\"" + strings.Repeat("x\n", 100000), []string{"end read in: a row is longer than 10 bytes; is a quote not closed?"}},
		{"csv that is empty", Options{Format: CSV}, "", nil},
		{"json", Options{Format: JSON}, "{\n \"a\": 1\n}\n[2,\n3]\n4", []string{`1 {"a":1}`, `4 [2,3]`, `6 4`}},
		{"json that breaks off", Options{Format: JSON}, "1\n{\"a\"", []string{"1 1", "end read in: not JSON after line 1: unexpected EOF"}},
		{"json that is long", Options{Format: JSON, MaxRecord: 10}, "1 \"" + strings.Repeat("x", 200000) + "\"", []string{"1 1", "end read in: a value after line 1 is longer than 10 bytes"}},
		{"binary", Options{Format: Binary}, "\x00\x01\n", []string{"1 \x00\x01\n"}},
		{"binary that is long", Options{Format: Binary, MaxRecord: 2}, "123", []string{"bad in:1: longer than 2 bytes"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, lines(c.text, c.o)); diff != "" {
				t.Errorf("records (-want +got):\n%s", diff)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add("{\"t\":1}\n{\n", "t")
	f.Add("t,b\n1,\"2\n\n\"\n", "t")
	f.Add("[1] {\"t\":{\"u\":\"2024-01-01\"}}", "t.u")
	f.Fuzz(func(t *testing.T, text, field string) {
		for _, format := range []Format{NDJSON, CSV, JSON, Binary} {
			for rec, err := range Read(strings.NewReader(text), Options{Format: format, TimeField: field, MaxRecord: 1000}) {
				if err == nil && len(rec.Content) > 1000 {
					t.Errorf("%s: record of %d bytes", format, len(rec.Content))
				}
			}
		}
	})
}
