package delivery

import (
	"testing"
	"time"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/rpc"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// watch lets a stranger keep what a node of the part sends it, by wire form.
func (s *stranger) watch() map[string]int {
	got := make(map[string]int)
	rpc.HandleRaw(s.endpoint, "sendStreamMessage", "StreamMessage", func(_ *rpc.Call, raw []byte) { got[string(raw)]++ })
	return got
}

// call makes a call and waits for its end.
func call[T any, P interface {
	*T
	proto.Message
}](s *stranger, to *netNode, method string, request proto.Message) (answer P, err error) {
	s.n.t.Helper()
	done := false
	rpc.Invoke(s.endpoint, to.self, method, request, rpc.Options{}, func(r P, e error) { answer, err, done = r, e, true })
	s.n.until(20*time.Second, method+" has ended", func() bool { return done })
	return answer, err
}

func TestTemporaryConnectionsSeeEverything(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 80, simlink.Options{})
	n.grow(6, 200*time.Millisecond)
	n.settle(time.Minute)
	s := n.addStranger()
	got := s.watch()
	n.clock.RunFor(5 * time.Second)
	x := n.nodes[3]
	for range 2 {
		if r, err := call[wire.TemporaryConnectionResponse](s, x, "openConnection", &wire.TemporaryConnectionRequest{}); err != nil || !r.GetAccepted() {
			t.Fatalf("open: %v, %v", r, err)
		}
	}
	ms := n.stream(20, 20*time.Millisecond, n.up()[:6])
	own := n.newPublisher().next(n.clock.Now())
	s.send(x, own.AppendWire(nil)) // its own as well
	n.clock.RunFor(time.Second)
	for _, m := range append(ms, own) {
		if c := got[string(m.AppendWire(nil))]; c != 1 {
			t.Errorf("%s was seen %d times", text(m), c)
		}
	}
	if err := s.endpoint.Notify(x.self, "closeConnection", &wire.CloseTemporaryConnection{}, transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	n.clock.RunFor(time.Second)
	clear(got)
	n.stream(5, 20*time.Millisecond, n.up()[:6])
	n.clock.RunFor(time.Second)
	if len(got) > 0 {
		t.Errorf("%d messages were sent after the end", len(got))
	}
}

func TestTemporaryConnectionsAreBounded(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 81, simlink.Options{})
	n.grow(3, 200*time.Millisecond)
	n.settle(time.Minute)
	open := func(s *stranger) bool {
		r, err := call[wire.TemporaryConnectionResponse](s, n.nodes[1], "openConnection", &wire.TemporaryConnectionRequest{})
		return err == nil && r.GetAccepted()
	}
	var ss []*stranger
	for i := range maxTemporary + 2 {
		s := n.addStranger()
		ss = append(ss, s)
		n.clock.RunFor(time.Second)
		if got := open(s); got != (i < maxTemporary) {
			t.Errorf("connection %d accepted: %v", i, got)
		}
	}
	ss[0].kill()
	n.clock.RunFor(time.Second)
	if !open(ss[maxTemporary]) {
		t.Error("the place of one that is gone is not given away")
	}
}

func TestInspection(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		say  func(*message.Message) []*message.Message
		send bool
		want InspectionResult
	}{
		{"an honest node", func(m *message.Message) []*message.Message { return []*message.Message{m} }, true, InspectionPassed},
		{"one that hands nothing on", func(*message.Message) []*message.Message { return nil }, true, InspectionFailed},
		{"no messages", func(*message.Message) []*message.Message { return nil }, false, InspectionSilent},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			n := newNetwork(t, 82, simlink.Options{})
			n.lie(c.say)
			n.growWithLiars(12)
			inspector, inspected := n.nodes[1], n.nodes[6]
			results := make(map[InspectionResult]int)
			inspector.part.Inspect(inspected.self, func(r InspectionResult) { results[r]++ })
			n.clock.RunFor(time.Second)
			if !inspected.part.temporary.has(inspector.self.ID) {
				t.Error("nobody watches the node that is inspected")
			}
			if c.send {
				n.stream(20, 100*time.Millisecond, n.nodes[:3])
			}
			n.clock.RunFor(inspectionTime + 10*time.Second)
			if len(results) != 1 || results[c.want] != 1 {
				t.Errorf("results %v, want %v", results, c.want)
			}
			if inspected.part.temporary.has(inspector.self.ID) || len(inspector.part.inspections) > 0 {
				t.Error("the inspection goes on")
			}
		})
	}
}

func TestInspectionsThatCannotBe(t *testing.T) {
	t.Parallel()
	n := newNetwork(t, 83, simlink.Options{})
	n.grow(3, 200*time.Millisecond)
	n.settle(time.Minute)
	results := make(map[InspectionResult]int)
	count := func(r InspectionResult) { results[r]++ }
	x := n.nodes[1]
	x.part.Inspect(x.self, count)
	s := n.addStranger() // serves nothing
	x.part.Inspect(s.self, count)
	n.clock.RunFor(20 * time.Second)
	for range maxInspections + 1 {
		x.part.Inspect(n.nodes[2].self, count)
	}
	n.clock.RunFor(time.Second)
	if want := 3; results[InspectionAborted] != want {
		t.Errorf("results %v, want %d aborted", results, want)
	}
	x.part.Leave()
	x.part.Inspect(n.nodes[2].self, count)
	n.clock.RunFor(time.Second)
	if want := 4 + maxInspections; len(results) != 1 || results[InspectionAborted] != want {
		t.Errorf("results %v, want %d aborted", results, want)
	}
}
