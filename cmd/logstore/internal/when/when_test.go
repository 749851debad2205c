package when

import (
	"testing"
	"time"
)

var now = time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC)

func TestParse(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"now":                       "2024-03-01T12:00:00Z",
		"-1h":                       "2024-03-01T11:00:00Z",
		"-1h30m":                    "2024-03-01T10:30:00Z",
		"+5m":                       "2024-03-01T12:05:00Z",
		"-7d":                       "2024-02-23T12:00:00Z",
		"1709294400000":             "2024-03-01T12:00:00Z",
		"0":                         "1970-01-01T00:00:00Z",
		"2024-03-01T12:00:00Z":      "2024-03-01T12:00:00Z",
		"2024-03-01T12:00:00+02:00": "2024-03-01T10:00:00Z",
		"2024-03-01T12:00:00.5Z":    "2024-03-01T12:00:00.5Z",
		"2024-03-01 12:00":          "2024-03-01T12:00:00Z",
		"2024-03-01":                "2024-03-01T00:00:00Z",
		" 2024-03-01 ":              "2024-03-01T00:00:00Z",
	} {
		got, err := Parse(text, now)
		if err != nil || got.UTC().Format(time.RFC3339Nano) != want {
			t.Errorf("Parse(%q) = %v, %v, want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "yesterday", "-", "--1h", "-1", "-1x", "1h", "99999999999999", "1e3", "2024-13-01", "1960-01-01", "3000-01-01T00:00:00Z", "-99999999d"} {
		if got, err := Parse(text, now); err == nil {
			t.Errorf("Parse(%q) = %v, want an error", text, got)
		}
	}
}

func TestField(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		unit Unit
		want int64 // ms, -1 is an error
	}{
		{"1709294400000", Auto, 1709294400000},
		{"1709294400", Auto, 1709294400000},
		{"1709294400.25", Auto, 1709294400250},
		{"1.7092944e9", Auto, 1709294400000},
		{"2024-03-01T12:00:00Z", Auto, 1709294400000},
		{"2024-03-01 12:00:00", Auto, 1709294400000},
		{"1709294400", Millis, 1709294400},
		{"1709294400000", Seconds, -1},
		{"1709294400", RFC3339, -1},
		{"noon", Auto, -1},
		{"noon", Millis, -1},
		{"", Auto, -1},
		{"NaN", Auto, -1},
		{"inf", Seconds, -1},
		{"-5", Auto, -1},
	} {
		got, err := Field(c.text, c.unit)
		switch {
		case c.want < 0 && err == nil:
			t.Errorf("Field(%q, %s) = %v, want an error", c.text, c.unit, got)
		case c.want >= 0 && (err != nil || got.UnixMilli() != c.want):
			t.Errorf("Field(%q, %s) = %v, %v, want %d", c.text, c.unit, got, err, c.want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"-1h", "now", "1709294400000", "2024-03-01T12:00:00Z", "-", "+9223372036854775807d"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, err := Parse(s, now); err == nil && got.IsZero() {
			t.Errorf("Parse(%q) gave no time and no error", s)
		}
		if got, err := Field(s, Auto); err == nil && (got.UnixMilli() < 0 || got.UnixMilli() > MaxMillis) {
			t.Errorf("Field(%q) = %v, out of bounds", s, got)
		}
	})
}
