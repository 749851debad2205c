package sample

import (
	"encoding/json"
	"errors"
	"fmt"
)

// feed is the part of the agency's GeoJSON summary format that is used here.
type feed struct {
	Type     string    `json:"type"`
	Features []feature `json:"features"`
}

type feature struct {
	ID         string `json:"id"`
	Properties struct {
		Time          *int64      `json:"time"`
		Magnitude     json.Number `json:"mag"`
		MagnitudeType string      `json:"magType"`
		Place         string      `json:"place"`
		Kind          string      `json:"type"`
		Network       string      `json:"net"`
		Status        string      `json:"status"`
		Tsunami       int         `json:"tsunami"`
	} `json:"properties"`
	Geometry struct {
		Coordinates []json.Number `json:"coordinates"`
	} `json:"geometry"`
}

// quake is what is published for one feature. Numbers are kept as the source
// writes them.
type quake struct {
	ID            string       `json:"id"`
	Time          int64        `json:"time"`
	Magnitude     *json.Number `json:"magnitude"`
	MagnitudeType string       `json:"magnitudeType,omitempty"`
	Place         string       `json:"place"`
	Kind          string       `json:"type"`
	Network       string       `json:"network"`
	Status        string       `json:"status,omitempty"`
	Tsunami       bool         `json:"tsunami"`
	Longitude     json.Number  `json:"longitude"`
	Latitude      json.Number  `json:"latitude"`
	DepthKm       *json.Number `json:"depthKm"`
}

func (f feature) quake() (quake, error) {
	p, at := f.Properties, f.Geometry.Coordinates
	if f.ID == "" {
		return quake{}, errors.New("no id")
	}
	switch {
	case p.Time == nil:
		return quake{}, fmt.Errorf("%s: properties.time is missing", f.ID)
	case *p.Time < minTime || *p.Time > maxTime:
		return quake{}, fmt.Errorf("%s: properties.time is %d, expected milliseconds since 1970 (13 digits)", f.ID, *p.Time)
	case len(at) < 2 || at[0] == "" || at[1] == "":
		return quake{}, fmt.Errorf("%s: geometry.coordinates has no longitude and latitude", f.ID)
	}
	q := quake{
		ID: f.ID, Time: *p.Time, MagnitudeType: p.MagnitudeType, Place: p.Place, Kind: p.Kind, Network: p.Network,
		Status: p.Status, Tsunami: p.Tsunami != 0, Longitude: at[0], Latitude: at[1],
	}
	// The feed says null where nothing was measured.
	if p.Magnitude != "" {
		q.Magnitude = &p.Magnitude
	}
	if len(at) > 2 && at[2] != "" {
		q.DepthKm = &at[2]
	}
	return q, nil
}
