// Package sample gives a real, public, time-stamped data set to show the node
// with: the earthquakes that the United States Geological Survey reported in
// one week of 2018 (1,707 events, public domain), as the npm package
// vega-datasets ships them.
//
// The data is not part of this repository. Fetch gets the package through the
// npm client, checks it against a pinned digest, keeps the one file that is
// needed in a cache folder and never downloads it again. Read turns such a
// file into events, oldest first; it also reads any other GeoJSON feed of the
// same agency.
//
//	path, err := sample.Fetch(ctx, sample.Config{CacheDir: ".cache/sample", Progress: os.Stderr})
//	events, err := sample.ReadFile(path)
package sample

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
)

// ErrData is what every error about the content of a data file wraps.
var ErrData = errors.New("sample data")

// The bounds of a time stamp with 13 digits, in milliseconds since 1970: from
// September 2001 to November 2286. Brokers take no other by default.
const (
	minTime = 1_000_000_000_000
	maxTime = 9_999_999_999_999
)

// maxFileBytes bounds what Read holds in memory.
const maxFileBytes = 64 << 20

// Event is one record of the data set.
type Event struct {
	// Time is when the event happened, in milliseconds since 1970; always 13 digits.
	Time int64
	// Key groups events that belong together: the network that reported the earthquake.
	Key string
	// Content is a JSON object on one line.
	Content []byte
}

// ReadFile reads the events of the file at path; see Read.
func ReadFile(path string) ([]Event, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open sample data: %w", err)
	}
	defer f.Close()
	events, err := Read(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	return events, nil
}

// Read reads a GeoJSON feed of earthquakes and returns its events ordered by
// time, then by id, so that the same file always gives the same sequence. A
// feature without an id or a time, or with a time that has not 13 digits,
// fails the whole file with an error that wraps ErrData and names the feature.
func Read(r io.Reader) ([]Event, error) {
	raw, err := io.ReadAll(io.LimitReader(r, maxFileBytes+1))
	if err != nil {
		return nil, err
	}
	if len(raw) > maxFileBytes {
		return nil, fmt.Errorf("%w: larger than %d bytes", ErrData, maxFileBytes)
	}
	var feed feed
	if err := json.Unmarshal(raw, &feed); err != nil {
		return nil, fmt.Errorf("%w: not a GeoJSON feed: %w", ErrData, err)
	}
	if feed.Type != "FeatureCollection" {
		return nil, fmt.Errorf("%w: type is %q, expected \"FeatureCollection\"", ErrData, feed.Type)
	}
	if len(feed.Features) == 0 {
		return nil, fmt.Errorf("%w: the feed has no features", ErrData)
	}
	quakes := make([]quake, len(feed.Features))
	for i, f := range feed.Features {
		if quakes[i], err = f.quake(); err != nil {
			return nil, fmt.Errorf("%w: feature %d: %w", ErrData, i, err)
		}
	}
	slices.SortFunc(quakes, func(a, b quake) int {
		if a.Time != b.Time {
			if a.Time < b.Time {
				return -1
			}
			return 1
		}
		return strings.Compare(a.ID, b.ID)
	})
	events := make([]Event, len(quakes))
	for i, q := range quakes {
		content, err := json.Marshal(q)
		if err != nil {
			return nil, fmt.Errorf("%w: event %s: %w", ErrData, q.ID, err)
		}
		events[i] = Event{Time: q.Time, Key: q.Network, Content: content}
	}
	return events, nil
}
