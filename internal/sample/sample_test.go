package sample_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore/internal/sample"
)

func TestReadFile(t *testing.T) {
	t.Parallel()
	events, err := sample.ReadFile("testdata/feed.json")
	if err != nil {
		t.Fatal(err)
	}
	type event struct {
		Time    int64
		Key     string
		Content string
	}
	var got []event
	for _, e := range events {
		got = append(got, event{e.Time, e.Key, string(e.Content)})
	}
	want := []event{
		{1517363399650, "ak", `{"id":"ak1","time":1517363399650,"magnitude":null,"place":"Elsewhere","type":"quarry blast","network":"ak","status":"reviewed","tsunami":true,"longitude":10,"latitude":-20,"depthKm":null}`},
		{1517966773840, "ci", `{"id":"ci1","time":1517966773840,"magnitude":-0.4,"place":"\u003cb\u003eHere\u003c/b\u003e","type":"earthquake","network":"ci","tsunami":false,"longitude":1,"latitude":2,"depthKm":3}`},
		{1517966773840, "ci", `{"id":"ci2","time":1517966773840,"magnitude":2.50,"magnitudeType":"ml","place":"4km W of Nowhere, \"CA\"","type":"earthquake","network":"ci","status":"automatic","tsunami":false,"longitude":-118.6671667,"latitude":34.4945,"depthKm":26.49}`},
		{1517966773840, "us", `{"id":"us9","time":1517966773840,"magnitude":1e0,"place":"Zürich","type":"earthquake","network":"us","tsunami":false,"longitude":8.5,"latitude":47.4,"depthKm":null}`},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("events (-want +got):\n%s", diff)
	}
}

func TestReadRefuses(t *testing.T) {
	t.Parallel()
	feature := func(properties, geometry, id string) string {
		return `{"type":"FeatureCollection","features":[{"properties":` + properties + `,"geometry":` + geometry + `,"id":"` + id + `"}]}`
	}
	const here = `{"coordinates":[1,2,3]}`
	for name, tc := range map[string]struct{ in, says string }{
		"empty file":       {"", "not a GeoJSON feed"},
		"truncated":        {`{"type":"FeatureCollection","features":[{`, "not a GeoJSON feed"},
		"other JSON":       {`{"type":"Feature"}`, `type is "Feature", expected "FeatureCollection"`},
		"no features":      {`{"type":"FeatureCollection","features":[]}`, "no features"},
		"no id":            {feature(`{"time":1517966773840}`, here, ""), "feature 0: no id"},
		"no time":          {feature(`{}`, here, "a"), "a: properties.time is missing"},
		"null time":        {feature(`{"time":null}`, here, "a"), "a: properties.time is missing"},
		"time in seconds":  {feature(`{"time":1517966773}`, here, "a"), "13 digits"},
		"time too far":     {feature(`{"time":10000000000000}`, here, "a"), "13 digits"},
		"time as text":     {feature(`{"time":"today"}`, here, "a"), "not a GeoJSON feed"},
		"fraction of a ms": {feature(`{"time":1517966773840.5}`, here, "a"), "not a GeoJSON feed"},
		"no coordinates":   {feature(`{"time":1517966773840}`, `{}`, "a"), "no longitude and latitude"},
		"null coordinates": {feature(`{"time":1517966773840}`, `{"coordinates":[null,2]}`, "a"), "no longitude and latitude"},
		"null geometry":    {feature(`{"time":1517966773840}`, `null`, "a"), "no longitude and latitude"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := sample.Read(strings.NewReader(tc.in))
			if !errors.Is(err, sample.ErrData) || !strings.Contains(err.Error(), tc.says) {
				t.Fatalf("got %v, expected sample.ErrData that says %q", err, tc.says)
			}
		})
	}
}

func TestReadFileMissing(t *testing.T) {
	t.Parallel()
	if _, err := sample.ReadFile("testdata/none.json"); !errors.Is(err, os.ErrNotExist) {
		t.Fatalf("got %v, expected os.ErrNotExist", err)
	}
}

// FuzzRead: whatever the file holds, Read either refuses it or gives ordered
// events with a plausible time and one line of valid JSON.
func FuzzRead(f *testing.F) {
	feed, err := os.ReadFile("testdata/feed.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(feed)
	f.Add([]byte(`{"type":"FeatureCollection","features":[{"id":"a","properties":{"time":1517966773840,"mag":"1"},"geometry":{"coordinates":[1,"2"]}}]}`))
	f.Add([]byte(`[]`))
	f.Fuzz(func(t *testing.T, in []byte) {
		events, err := sample.Read(strings.NewReader(string(in)))
		if err != nil {
			if !errors.Is(err, sample.ErrData) {
				t.Fatalf("unexpected kind of error: %v", err)
			}
			return
		}
		for i, e := range events {
			if e.Time < 1_000_000_000_000 || e.Time > 9_999_999_999_999 {
				t.Fatalf("event %d has time %d", i, e.Time)
			}
			if i > 0 && events[i-1].Time > e.Time {
				t.Fatalf("event %d is older than the one before", i)
			}
			if !json.Valid(e.Content) || strings.Contains(string(e.Content), "\n") {
				t.Fatalf("event %d is not one line of JSON: %q", i, e.Content)
			}
		}
	})
}
