// Package format turns stored messages into the bodies of answers, and the bodies
// of publish requests into messages.
//
// It knows every shape that clients of LogStore read: the flat JSON object and the
// binary frames of the current API, the nested object and the text lines of the
// one before it, and NDJSON, CSV and server-sent events. A [Writer] produces one
// body in one of these shapes ([Kind]); the Append functions give a single message.
// In the other direction [ParseSigned] and [ReadFrames] read what publishers send.
//
// JSON content appears in answers as the original, a JavaScript program, wrote it:
// parsed and written anew ([AppendJS]). What was signed is only in the frames, the
// array form, CSV and the form of [AppendSigned].
//
// The package refuses what it cannot show faithfully: a message that says JSON and
// holds none is [ErrContent], and the caller has to abort the answer. It does no
// HTTP and imports only package message.
//
//	w := format.New(format.Object, body, format.Options{})
//	for rec, err := range snapshot.Scan(ctx, query) {
//		…
//		err = w.WriteMessage(format.Record{Wire: rec.Wire})
//	}
//	err := w.Close(format.Meta{})
package format

import (
	"errors"
	"fmt"
)

// Errors that callers branch on.
var (
	// ErrKind: the format's name is not known to that generation of the API.
	ErrKind = errors.New("unknown format")
	// ErrContent: the content of a message says JSON and is not JSON, or the message
	// has no content, so that the answer cannot go on in this format. Frames still
	// carry it.
	ErrContent = errors.New("content is not JSON")
	// ErrJSON: a text is not JSON, or nests too deep. See [SyntaxError].
	ErrJSON = errors.New("invalid JSON")
	// ErrFrame: a frame is truncated or larger than allowed. See [FrameError].
	ErrFrame = errors.New("invalid frame")
	// ErrSigned: a signed message in JSON form cannot be read. See [FieldError].
	ErrSigned = errors.New("invalid signed message")
)

// Generation says which generation of clients a request comes from.
type Generation uint8

// The generations, and how a request shows that it belongs to one.
const (
	G3     Generation = iota + 1 // path /stores/…
	G2                           // path /streams/… with an Authorization header
	Resend                       // path /streams/… without one: a Streamr resend
)

// Kind is a shape of an answer's body. The zero value is none.
type Kind uint8

// The kinds. Those that end in Run are the server-sent mode of the original: the
// pieces of the plain kind one after the other with nothing between them, then a
// metadata object without figures (none in FramesRun). They are not server-sent
// events; SSE is.
const (
	// Object is {"messages":[…],"metadata":{…}} with flat message objects.
	Object Kind = iota + 1
	ObjectRun
	// Frames is for each message its length (4 bytes, big-endian) and its wire form.
	Frames
	FramesRun
	// ObjectG2 is Object with the nested message objects of generation 2.
	ObjectG2
	ObjectG2Run
	// Lines is the array form of each message on a line of its own, then the
	// metadata object.
	Lines
	LinesRun
	// Protocol is Object with the array form, as text, in place of objects.
	Protocol
	ProtocolRun
	// NDJSON is a flat object a line, then the metadata on a line.
	NDJSON
	// CSV is a header and a row for each message (RFC 4180), with the content as it
	// was signed. It has no metadata.
	CSV
	// SSE is an event "message" with a cursor as id and a flat object as data for
	// each message, then an event "metadata".
	SSE
)

// kinds tells what there is to know about each kind. run is its server-sent mode.
var kinds = [...]struct {
	name        string
	contentType string
	run         Kind
	limited     bool
}{
	Object:      {"object", "application/json", ObjectRun, true},
	ObjectRun:   {"object-run", "text/event-stream", ObjectRun, false},
	Frames:      {"frames", "application/octet-stream", FramesRun, true},
	FramesRun:   {"frames-run", "text/event-stream", FramesRun, false},
	ObjectG2:    {"object-g2", "application/json", ObjectG2Run, true},
	ObjectG2Run: {"object-g2-run", "text/event-stream", ObjectG2Run, false},
	Lines:       {"lines", "text/plain", LinesRun, true},
	LinesRun:    {"lines-run", "text/event-stream", LinesRun, false},
	Protocol:    {"protocol", "application/json", ProtocolRun, true},
	ProtocolRun: {"protocol-run", "text/event-stream", ProtocolRun, false},
	NDJSON:      {"ndjson", "application/x-ndjson", NDJSON, false},
	CSV:         {"csv", "text/csv; charset=utf-8", CSV, false},
	SSE:         {"sse", "text/event-stream", SSE, false},
}

// ParseKind reads the value of the query parameter "format". An empty text gives
// the generation's default; a caller that wants to refuse a parameter which is
// there but empty, as the original does, must look before. Generation 3 knows
// object, raw, ndjson, csv and sse, and anything else is ErrKind. Generation 2
// knows protocol besides and takes what it does not know for object. A resend
// always gets frames.
func ParseKind(gen Generation, text string) (Kind, error) {
	if gen == Resend {
		return Frames, nil
	}
	switch text {
	case "ndjson":
		return NDJSON, nil
	case "csv":
		return CSV, nil
	case "sse":
		return SSE, nil
	}
	if gen == G2 {
		switch text {
		case "raw":
			return Lines, nil
		case "protocol":
			return Protocol, nil
		}
		return ObjectG2, nil
	}
	switch text {
	case "", "object":
		return Object, nil
	case "raw":
		return Frames, nil
	}
	return 0, fmt.Errorf("%w %q: want object, raw, ndjson, csv or sse", ErrKind, text)
}

// String names the kind, for logs and metrics.
func (k Kind) String() string {
	if !k.valid() {
		return fmt.Sprintf("format %d", uint8(k))
	}
	return kinds[k].name
}

// ContentType returns the value of the Content-Type header.
func (k Kind) ContentType() string { return kinds[k].contentType }

// ServerSent returns the kind for a request whose Accept header is exactly
// text/event-stream. Kinds without such a mode stay what they are.
func (k Kind) ServerSent() Kind { return kinds[k].run }

// Limited reports whether an answer of this kind ends at the API's limit of
// messages unless the client asks for something else.
func (k Kind) Limited() bool { return kinds[k].limited }

// WantsCursor reports whether a Writer uses Record.Cursor.
func (k Kind) WantsCursor() bool { return k == SSE }

func (k Kind) valid() bool { return k > 0 && int(k) < len(kinds) }
