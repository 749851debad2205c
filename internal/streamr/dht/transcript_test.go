package dht

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// replay puts one of our nodes in the place of an official one: it gets every message that
// the other official node has sent in a recorded run, and must send what was sent there.
type replay struct {
	t       *testing.T
	clock   *loop.Virtual
	direct  *simulatedDirect
	control *Control
	peer    *wire.Peer
	key     wire.NodeID
	data    *anypb.Any
	// ids are the recorded ids of messages, requests and sessions, and what ours are called.
	ids     map[string]string
	pending []simulatedSend // what ours has sent and was not looked for yet
	skip    func(text string) bool
	matched int
}

var (
	uuid  = regexp.MustCompile(`[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}`)
	times = regexp.MustCompile(`"(createdAt|storedAt|ttl)":("[^"]*"|[0-9]+)`)
)

// text is a message in a form that does not depend on ids and times. Keys of the header
// without value mean nothing (§4).
func text(t *testing.T, m *wire.Message) string {
	t.Helper()
	m = proto.CloneOf(m)
	m.MessageId, m.SourceDescriptor, m.TargetDescriptor = "", nil, nil
	b, err := protojson.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	if b, err = json.Marshal(v); err != nil { // keys in order, no odd spaces
		t.Fatal(err)
	}
	s := strings.ReplaceAll(string(b), `"notification":"",`, "")
	s = times.ReplaceAllString(s, `"$1":"T"`)
	return uuid.ReplaceAllString(s, "U")
}

func (r *replay) idsOf(m *wire.Message) []string {
	m = proto.CloneOf(m)
	m.MessageId = ""
	b, err := protojson.Marshal(m)
	if err != nil {
		r.t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(b, &v); err != nil {
		r.t.Fatal(err)
	}
	if b, err = json.Marshal(v); err != nil {
		r.t.Fatal(err)
	}
	return uuid.FindAllString(string(b), -1)
}

func (r *replay) step(d time.Duration) {
	r.clock.RunFor(d)
	r.pending = append(r.pending, r.direct.take()...)
}

// run goes through the recording. own is the name of the node that ours replaces; start is called when something that ours
// has not sent was sent by that node, to make ours do it.
func (r *replay) run(frames []recordedFrame, own string, start func(text string)) {
	for _, f := range frames {
		raw := unhex(r.t, f.Frame)
		m := new(wire.Message)
		if err := proto.Unmarshal(raw, m); err != nil {
			r.t.Fatal(err)
		}
		if f.From != own {
			for from, to := range r.ids {
				raw = bytes.ReplaceAll(raw, []byte(from), []byte(to))
			}
			m = new(wire.Message)
			if err := proto.Unmarshal(raw, m); err != nil {
				r.t.Fatal(err)
			}
			r.direct.receive(m, r.peer)
			r.step(time.Millisecond)
			continue
		}
		want := text(r.t, m)
		if r.skip(want) {
			continue
		}
		if !r.match(m, want) {
			start(want)
			r.step(time.Millisecond)
			if !r.match(m, want) {
				var got []string
				for _, s := range r.pending {
					got = append(got, text(r.t, s.message))
				}
				r.t.Fatalf("at %d ms the official node sent\n%s\nours has sent\n%s", f.T, want, strings.Join(got, "\n"))
			}
		}
		r.matched++
	}
}

func (r *replay) match(m *wire.Message, want string) bool {
	i := slices.IndexFunc(r.pending, func(s simulatedSend) bool { return text(r.t, s.message) == want })
	if i < 0 {
		return false
	}
	got := r.idsOf(r.pending[i].message)
	for i, id := range r.idsOf(m) {
		r.ids[id] = got[i]
	}
	r.pending = slices.Delete(r.pending, i, i+1)
	return true
}

func newReplay(t *testing.T, v vectors, transcript, own string) *replay {
	// The descriptors are those of the recording.
	var a, b *wire.Peer
	for _, f := range v.Transcripts[transcript] {
		m := new(wire.Message)
		if err := proto.Unmarshal(unhex(t, f.Frame), m); err != nil {
			t.Fatal(err)
		}
		p, err := wire.NewPeer(m.SourceDescriptor)
		if err != nil {
			t.Fatal(err)
		}
		switch f.From {
		case "A":
			a = p
		case "B":
			b = p
		}
		if a != nil && b != nil {
			break
		}
	}
	// Descriptors in the headers of messages name the peer only as the other side knows it.
	self, peer := a, b
	if own == "B" {
		self, peer = b, a
	}
	r := &replay{t: t, clock: loop.NewVirtual(), peer: peer, key: wire.KeyOf(v.StreamPart), ids: make(map[string]string)}
	r.direct = newSimulatedDirect(t, self)
	r.control = NewControl(ControlConfig{Env: simulatedEnv(r.clock, 1), Transport: r.direct})
	var err error
	if r.data, err = anypb.New(self.Descriptor); err != nil {
		t.Fatal(err)
	}
	r.skip = func(string) bool { return false }
	return r
}

// part makes the node's part of the recorded stream part's DHT.
func (r *replay) part(v vectors) *Discovery {
	return NewDiscovery(DiscoveryConfig{
		Env: simulatedEnv(r.clock, 2), Transport: r.control.Routed(), Direct: r.direct, ServiceID: "layer1::" + v.StreamPart,
	})
}

func TestTranscriptAsEntryPoint(t *testing.T) {
	t.Parallel()
	v := loadVectors(t)
	r := newReplay(t, v, "join", "A")
	r.control.Join([]*wire.Peer{r.direct.self}, nil)
	r.step(time.Second)
	r.direct.connect(r.peer)
	part := r.part(v)
	r.skip = func(text string) bool {
		// When a node looks for others, and where, is its own business.
		return strings.Contains(text, `"layer1::`) && strings.Contains(text, `"request":"request"`) ||
			strings.Contains(text, "RouteMessageAck") && !strings.Contains(text, "NO_TARGETS")
	}
	r.run(v.Transcripts["join"], "A", func(text string) {
		switch {
		case strings.Contains(text, "FETCH_DATA"):
			r.control.FetchData(r.key, func([]*wire.DataEntry) {})
		case strings.Contains(text, "recursiveOperationRequest"):
			r.control.StoreData(r.key, r.data, nil)
		}
	})
	if r.matched < 25 {
		t.Errorf("only %d messages were compared", r.matched)
	}
	part.Stop()
}

func TestTranscriptAsJoiner(t *testing.T) {
	t.Parallel()
	v := loadVectors(t)
	r := newReplay(t, v, "join", "B")
	var found []*wire.DataEntry
	var part *Discovery
	joined := false
	r.control.Join([]*wire.Peer{r.peer}, func(err error) { joined = err == nil })
	r.direct.connect(r.peer) // which its first message opens
	r.step(0)
	distant := 0
	r.skip = func(text string) bool {
		// The official node asks again at once after a join, once more at a place by chance; and it
		// says goodbye twice.
		if strings.Contains(text, "getClosestPeers") && strings.Contains(text, `"request":"request"`) {
			distant++
			return distant > 2
		}
		return strings.Contains(text, "leaveNotice") || strings.Contains(text, "layer1::") && strings.Contains(text, `"request":"request"`)
	}
	r.run(v.Transcripts["join"], "B", func(text string) {
		switch {
		case strings.Contains(text, "FETCH_DATA"):
			if !joined {
				t.Fatal("the join has not ended")
			}
			r.control.FetchData(r.key, func(es []*wire.DataEntry) { found = es })
			if part == nil {
				part = r.part(v)
			}
		case strings.Contains(text, "replicateData"): // it hands over what it has
			r.control.Stop()
		case strings.Contains(text, "DELETE_DATA"):
			r.control.DeleteData(r.key)
		case strings.Contains(text, "recursiveOperationRequest"):
			r.control.StoreData(r.key, r.data, nil)
		}
	})
	if r.matched < 25 {
		t.Errorf("only %d messages were compared", r.matched)
	}
	if len(found) != 2 {
		t.Errorf("found %d entries, want those of both nodes", len(found))
	}
}

func TestTranscriptOfASlowJoin(t *testing.T) {
	t.Parallel()
	v := loadVectors(t)
	r := newReplay(t, v, "slowJoin", "B")
	r.control.Join([]*wire.Peer{r.peer}, nil)
	r.direct.connect(r.peer)
	r.step(0)
	var found []*wire.DataEntry
	frames := v.Transcripts["slowJoin"]
	// Up to the answer that the entry point has after ten seconds. On the way the node is asked
	// itself, and says in its report that it can be reached through the entry point.
	late := slices.IndexFunc(frames, func(f recordedFrame) bool { return f.T >= 14575 })
	answer := slices.IndexFunc(frames, func(f recordedFrame) bool { return f.T == 14578 && f.From == "A" })
	r.skip = func(text string) bool { return strings.Contains(text, "getClosestPeers") }
	r.run(append(frames[:late:late], frames[answer]), "B", func(text string) {
		if strings.Contains(text, "externalFetchData") {
			r.control.FetchData(r.key, func(es []*wire.DataEntry) { found = es })
		}
	})
	if len(found) != 1 {
		t.Errorf("found %d entries, want the one of the entry point", len(found))
	}
	if r.matched < 4 {
		t.Errorf("only %d messages were compared", r.matched)
	}
}
