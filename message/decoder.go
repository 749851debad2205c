package message

import "unicode/utf8"

// Bounds of what a decoder remembers, for each of its tables.
const (
	maxKept      = 4096    // entries
	maxKeptBytes = 1 << 20 // of text in them
)

// Decoder decodes messages one after the other. It remembers the stream ids,
// publishers and chain ids that it has seen, so that messages of one origin share
// them and are not checked again: a usual message takes one allocation instead of
// six. What it remembers is bounded to some megabytes; it forgets all of it when
// that is full.
//
// The zero value is ready for use. A Decoder must not be used by two goroutines at
// once; the messages that it returned may.
type Decoder struct {
	streams    table // valid ones only
	publishers table
	texts      table // valid UTF-8 only
	lastChain  chainName
	lastTag    ChainTag
	tags       map[chainName]ChainTag
	tagBytes   int // of text in tags
}

type chainName struct {
	publisher UserID
	chain     string
}

// Key returns what [Message.Key] returns, sooner for a publisher's chain that the
// decoder knows.
func (d *Decoder) Key(m *Message) (k Key) {
	order, hash := OrderKeyOf(m.Ref(), d.chainTag(m)), m.Hash()
	copy(k[:OrderKeyLen], order[:])
	copy(k[OrderKeyLen:], hash[:])
	return k
}

func (d *Decoder) chainTag(m *Message) ChainTag {
	name := chainName{m.Publisher, m.Chain}
	if name == d.lastChain && d.tags != nil {
		return d.lastTag
	}
	tag, ok := d.tags[name]
	if !ok {
		tag = ChainTagOf(m.Publisher, m.Chain)
		size := len(m.Publisher) + len(m.Chain)
		if d.tags == nil || len(d.tags) == maxKept || d.tagBytes+size > maxKeptBytes {
			d.tags, d.tagBytes = make(map[chainName]ChainTag), 0
		}
		d.tags[name] = tag
		d.tagBytes += size
	}
	d.lastChain, d.lastTag = name, tag
	return tag
}

// table remembers strings.
type table struct {
	last  string
	known map[string]string
	bytes int
}

// get returns the remembered string that is equal to b.
func (t *table) get(b []byte) (s string, ok bool) {
	if string(b) == t.last {
		return t.last, true // "" is known from the beginning
	}
	if s, ok = t.known[string(b)]; ok {
		t.last = s
	}
	return s, ok
}

func (t *table) keep(s string) {
	if t.known == nil || len(t.known) == maxKept || t.bytes+len(s) > maxKeptBytes {
		t.known, t.bytes = make(map[string]string), 0
	}
	t.known[s] = s
	t.last = s
	t.bytes += len(s)
}

// The methods below serve Decode. Those of a nil decoder remember nothing.

// stream reads a stream id and says whether it is known to be valid.
func (d *Decoder) stream(v fieldValue) (id StreamID, good bool, err error) {
	if d == nil || len(v.data) == 0 {
		s, err := v.string("streamId")
		return StreamID(s), false, err
	}
	s, ok := d.streams.get(v.data)
	if !ok {
		s, err = v.string("streamId")
	}
	return StreamID(s), ok, err
}

func (d *Decoder) keepStream(id StreamID) {
	if d != nil {
		d.streams.keep(string(id))
	}
}

func (d *Decoder) publisher(v fieldValue) (UserID, error) {
	b, err := v.bytes("publisherId")
	if d == nil || err != nil {
		return UserID(b), err
	}
	s, ok := d.publishers.get(b)
	if !ok {
		s = string(b)
		d.publishers.keep(s)
	}
	return UserID(s), nil
}

func (d *Decoder) text(v fieldValue, name string) (string, error) {
	b, err := v.bytes(name)
	if d == nil || err != nil {
		return v.string(name)
	}
	s, ok := d.texts.get(b)
	switch {
	case ok:
	case !utf8.Valid(b):
		return v.string(name)
	default:
		s = string(b)
		d.texts.keep(s)
	}
	return s, nil
}
