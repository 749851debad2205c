package format

import (
	"fmt"
	"io"
	"strconv"

	"github.com/logstore/logstore/message"
)

// Record is a message to write. Its slices are only read during the call.
type Record struct {
	Wire   []byte // protobuf form
	Cursor []byte // resumes after this message; the id of an event in SSE, else not used
}

// Meta ends an answer.
type Meta struct {
	// HasNext says that the answer was cut at the limit; Next is then the first
	// message that was left out.
	HasNext bool
	Next    message.Ref
	// Total is the number of messages in the answer. 0 stands for as many as were
	// written.
	Total int
	// Cursor resumes after the last message (NDJSON and SSE). May be empty.
	Cursor string
	// RequestID and Nodes are what generation 2 tells about a verified network
	// query; left out if RequestID is empty.
	RequestID string
	Nodes     []string
}

// Options tune a Writer. The zero value is good.
type Options struct {
	// BufferSize is how many bytes are gathered before they go out. Default 32 KiB.
	BufferSize int
}

// Writer writes one body. It is not safe for concurrent use. After an error the
// body cannot be completed: every later call gives the same error, and the caller
// should cut the connection so that the client notices.
type Writer interface {
	// WriteMessage adds a message. It fails with ErrContent if the kind shows JSON
	// content and there is none, with message.ErrMalformed if the kind needs to look
	// into the wire form and cannot, or with the error of the underlying writer. In
	// the first two cases everything before the message is sent first.
	WriteMessage(rec Record) error
	// Flush hands on what was gathered so far.
	Flush() error
	// Close writes what ends the body and flushes. It does not close the underlying
	// writer.
	Close(meta Meta) error
}

const defaultBufferSize = 32 << 10

// New returns a Writer of a body of the given kind, which must be one of the
// constants. Nothing is written before the first message, Flush or Close. Frames
// are copied without looking into them; the other kinds decode each message.
func New(kind Kind, w io.Writer, o Options) Writer {
	if !kind.valid() {
		panic("format: New with no kind") // a mistake of the caller, never of a client
	}
	if o.BufferSize <= 0 {
		o.BufferSize = defaultBufferSize
	}
	return &writer{kind: kind, out: w, size: o.BufferSize}
}

type writer struct {
	kind  Kind
	out   io.Writer
	size  int
	buf   []byte
	count int
	begun bool
	err   error

	decoder message.Decoder
}

func (w *writer) WriteMessage(rec Record) error {
	if w.err != nil {
		return w.err
	}
	w.begin()
	switch w.kind {
	case Frames, FramesRun:
		w.buf = AppendFrame(w.buf, rec.Wire)
	default:
		if err := w.appendMessage(rec); err != nil {
			_ = w.Flush() // the reader gets what was good; err is what counts
			w.err = err
			return err
		}
	}
	w.count++
	if len(w.buf) >= w.size {
		return w.Flush()
	}
	return nil
}

// begin writes what stands before the first message.
func (w *writer) begin() {
	if w.begun {
		return
	}
	w.begun = true
	switch w.kind {
	case Object, ObjectG2, Protocol:
		w.buf = append(w.buf, `{"messages":[`...)
	case CSV:
		w.buf = AppendCSVHeader(w.buf)
	}
}

func (w *writer) appendMessage(rec Record) error {
	m, err := w.decoder.Decode(rec.Wire)
	if err != nil {
		return fmt.Errorf("write message %d of the answer: %w", w.count+1, err)
	}
	if w.count > 0 {
		switch w.kind {
		case Object, ObjectG2, Protocol:
			w.buf = append(w.buf, ',')
		case Lines:
			w.buf = append(w.buf, '\n')
		}
	}
	start := len(w.buf)
	switch w.kind {
	case Object, ObjectRun:
		w.buf, err = AppendObject(w.buf, m)
	case ObjectG2, ObjectG2Run:
		w.buf, err = AppendObjectG2(w.buf, m)
	case Lines, LinesRun:
		w.buf = AppendArray(w.buf, m)
	case Protocol, ProtocolRun:
		w.buf = appendString(w.buf, AppendArray(nil, m))
	case CSV:
		w.buf = AppendCSV(w.buf, m)
	case NDJSON:
		if w.buf, err = AppendObject(w.buf, m); err == nil {
			w.buf = append(w.buf, '\n')
		}
	case SSE:
		w.buf = appendEventStart(w.buf, "message", rec.Cursor)
		if w.buf, err = AppendObject(w.buf, m); err != nil {
			w.buf = w.buf[:start] // half an event would be taken for a whole one
		} else {
			w.buf = append(w.buf, "\n\n"...)
		}
	}
	return err
}

func (w *writer) Flush() error {
	if w.err != nil || len(w.buf) == 0 {
		return w.err
	}
	_, w.err = w.out.Write(w.buf)
	if cap(w.buf) > 4*w.size { // one huge message should not cost memory for the rest
		w.buf = nil
	}
	w.buf = w.buf[:0]
	return w.err
}

func (w *writer) Close(meta Meta) error {
	if w.err != nil {
		return w.err
	}
	if meta.Total == 0 {
		meta.Total = w.count
	}
	w.begin()
	switch w.kind {
	case Object, ObjectG2, Protocol:
		w.buf = append(w.buf, `],"metadata":`...)
		w.buf = appendMeta(w.buf, meta)
		w.buf = append(w.buf, '}')
	case Lines:
		if w.count > 0 { // a client of that time takes an empty line for a message
			w.buf = append(w.buf, '\n')
		}
		w.buf = appendMeta(w.buf, meta)
	case ObjectRun, ObjectG2Run, LinesRun, ProtocolRun:
		w.buf = append(w.buf, '{')
		w.buf = appendNodes(w.buf, meta)
		w.buf = append(w.buf, `"type":"metadata"}`...)
	case NDJSON:
		w.buf = appendLastMeta(w.buf, meta)
		w.buf = append(w.buf, '\n')
	case SSE:
		w.buf = appendEventStart(w.buf, "metadata", nil)
		w.buf = appendLastMeta(w.buf, meta)
		w.buf = append(w.buf, "\n\n"...)
	}
	return w.Flush()
}

// appendMeta writes the metadata object of the original.
func appendMeta(dst []byte, meta Meta) []byte {
	dst = append(dst, `{"hasNext":`...)
	dst = strconv.AppendBool(dst, meta.HasNext)
	dst = append(dst, ',')
	dst = appendNodes(dst, meta)
	dst = appendNext(dst, meta)
	dst = append(dst, `"totalMessages":`...)
	dst = strconv.AppendInt(dst, int64(meta.Total), 10)
	return append(dst, `,"type":"metadata"}`...)
}

// appendLastMeta writes the metadata of NDJSON and SSE, which begins with its type
// so that a reader can tell it from a message at once.
func appendLastMeta(dst []byte, meta Meta) []byte {
	dst = append(dst, `{"type":"metadata","hasNext":`...)
	dst = strconv.AppendBool(dst, meta.HasNext)
	dst = append(dst, ',')
	dst = appendNext(dst, meta)
	dst = append(dst, `"totalMessages":`...)
	dst = strconv.AppendInt(dst, int64(meta.Total), 10)
	if meta.Cursor != "" {
		dst = append(dst, `,"cursor":`...)
		dst = appendText(dst, meta.Cursor)
	}
	return append(dst, '}')
}

func appendNext(dst []byte, meta Meta) []byte {
	if !meta.HasNext {
		return dst
	}
	dst = append(dst, `"nextTimestamp":`...)
	dst = strconv.AppendInt(dst, meta.Next.Timestamp, 10)
	dst = append(dst, `,"nextSequenceNumber":`...)
	dst = strconv.AppendInt(dst, int64(meta.Next.Sequence), 10)
	return append(dst, ',')
}

func appendNodes(dst []byte, meta Meta) []byte {
	if meta.RequestID == "" {
		return dst
	}
	dst = append(dst, `"participatingNodesAddress":[`...)
	for i, node := range meta.Nodes {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = appendText(dst, node)
	}
	dst = append(dst, `],"requestId":`...)
	dst = appendText(dst, meta.RequestID)
	return append(dst, ',')
}

// AppendEvent appends a server-sent event with the given type, id (left out if
// empty) and data. None of them may hold a line break; JSON of this package never
// does. (WHATWG HTML, "Server-sent events".)
func AppendEvent(dst []byte, event string, id, data []byte) []byte {
	dst = appendEventStart(dst, event, id)
	dst = append(dst, data...)
	return append(dst, "\n\n"...)
}

func appendEventStart(dst []byte, event string, id []byte) []byte {
	dst = append(dst, "event: "...)
	dst = append(dst, event...)
	if len(id) > 0 {
		dst = append(dst, "\nid: "...)
		dst = append(dst, id...)
	}
	return append(dst, "\ndata: "...)
}
