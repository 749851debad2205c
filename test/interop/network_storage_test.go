//go:build interop

package interop

import (
	"fmt"
	"slices"
	"testing"
	"time"
)

// waitsForBroker is what some tests wait for. A devnet whose broker can do it has the
// broker's node, ws://host:port/#nodeid, as "entryPoint" of the broker in its ready file.
const waitsForBroker = "a broker that joins the stream parts it keeps and publishes assignment messages"

// store is what keeps a stream's messages: the devnet's broker. As long as it takes no
// part in the network, and where only official software shall, a client stands in for
// that half of it and uploads what it sees (network/bridge.mjs).
type store struct {
	t      testing.TB
	bridge *peer
}

// joinsItself says whether the broker is part of the scenario's network.
func (l *lab) joinsItself(tp topology) bool { return l.broker.Streamr != nil && tp.entry == ours }

// storedStage is a stage whose network the broker is part of, if it can be.
func (l *lab) storedStage(t testing.TB, tp topology, partitions int) (*stage, *store) {
	t.Helper()
	var spec relaySpec
	if l.joinsItself(tp) {
		spec.EntryPoints = []contact{*l.broker.Streamr}
	}
	s := l.stage(t, tp, partitions, everybody, spec)
	wait := 0
	if l.joinsItself(tp) {
		wait = 30_000
	}
	owner := s.client(t, official, "owners", "owner", peerConfig{PrivateKey: s.ownerKey, EntryPoints: []contact{s.entry.contact}})
	l.turn.Lock()
	err := owner.try("assign", map[string]any{"stream": s.stream, "node": s.broker.Address, "waitMs": wait}, nil)
	l.turn.Unlock()
	if err != nil {
		t.Fatal(err)
	}
	st := &store{t: t}
	if !l.joinsItself(tp) {
		st.bridge = s.client(t, official, "bridges", "bridge", peerConfig{
			Kind: "bridge", Broker: s.broker.URL, Listen: freePort(t), EntryPoints: []contact{s.entry.contact},
		})
		s.joinAll(st.bridge)
	}
	return s, st
}

// has waits until the broker has so many messages of a stream part.
func (st *store) has(at part, reader *peer, count int) {
	st.t.Helper()
	got := 0
	for end := time.Now().Add(arrival); ; <-time.After(100 * time.Millisecond) {
		if got = len(reader.resend(at, resendQuery{Last: count + 1})); got >= count || time.Now().After(end) {
			break
		}
	}
	if got != count {
		var said any
		if st.bridge != nil {
			var out struct {
				Count  int
				Errors []string
			}
			st.bridge.must("stored", at, &out)
			said = out
		}
		st.t.Errorf("the broker has %d of %d messages of %s; the bridge says %s", got, count, at, text(said))
	}
}

// ref is a place in a stream part.
type ref struct {
	Timestamp int64  `json:"timestamp"`
	Sequence  *int32 `json:"sequenceNumber,omitempty"`
}

// resendQuery is the SDK's, by last, from, or from and to.
type resendQuery struct {
	Last      int    `json:"last,omitempty"`
	From      *ref   `json:"from,omitempty"`
	To        *ref   `json:"to,omitempty"`
	Publisher string `json:"publisherId,omitempty"`
	Chain     string `json:"msgChainId,omitempty"`
}

// of picks what a resend must give from what was published.
func (q resendQuery) of(published []networkMessage) []networkMessage {
	all := slices.SortedStableFunc(slices.Values(published), func(a, b networkMessage) int {
		if a.Timestamp != b.Timestamp {
			return int(a.Timestamp - b.Timestamp)
		}
		return int(a.Sequence - b.Sequence)
	})
	if q.Last > 0 {
		return all[max(0, len(all)-q.Last):]
	}
	return slices.DeleteFunc(all, func(m networkMessage) bool {
		switch {
		case m.Timestamp < q.From.Timestamp,
			m.Timestamp == q.From.Timestamp && q.From.Sequence != nil && m.Sequence < *q.From.Sequence,
			q.To != nil && m.Timestamp > q.To.Timestamp,
			q.To != nil && m.Timestamp == q.To.Timestamp && q.To.Sequence != nil && m.Sequence > *q.To.Sequence,
			q.Publisher != "" && m.Publisher != q.Publisher, q.Chain != "" && m.Chain != q.Chain:
			return true
		}
		return false
	})
}

// What two publishers said is resent exactly, from the middle of a millisecond too, and a
// subscription that begins with a resend goes on without a gap or a message twice.
func resends(t testing.TB, l *lab, tp topology) {
	const each = 150
	s, st := l.storedStage(t, tp, 2)
	publishers := []*peer{s.publisher(t, peerConfig{}), s.client(t, tp.publisher, "publishers", "second publisher", peerConfig{EntryPoints: []contact{s.entry.contact}})}
	var all []networkMessage
	for i, p := range publishers {
		s.joinAll(p)
		for _, at := range s.parts {
			all = append(all, p.publish(batch{Count: each, First: i * each}.to(at))...)
		}
	}
	reader := s.subscriber(t, 1, peerConfig{})
	for _, at := range s.parts {
		published := on(at, all)
		st.has(at, reader, 2*each)
		for name, q := range someResends(published) {
			if got, want := reader.resend(at, q), q.of(published); !slices.Equal(got, want) {
				t.Errorf("%s on partition %d (%s): %s", name, at.Partition, text(q), difference(got, want))
			}
		}
		for name, q := range map[string]resendQuery{"last": {Last: 20}, "from": {From: &ref{published[each].Timestamp, nil}}} {
			reader.subscribe(name+at.String(), at, q)
		}
	}
	s.joinAll(reader)
	for _, at := range s.parts {
		published := on(at, all)
		eventually(t, "the resends end", arrival, func() bool {
			return reader.received("last"+at.String(), 0, 0).Resent && reader.received("from"+at.String(), 0, 0).Resent
		})
		more := publishers[0].publish(batch{Count: 50, First: 2 * each}.to(at))
		for name, q := range map[string]resendQuery{"last": {Last: 20}, "from": {From: &ref{published[each].Timestamp, nil}}} {
			want := append(q.of(published), more...)
			checkReceived(t, fmt.Sprintf("resend %s and subscribe, partition %d", name, at.Partition), reader.received(name+at.String(), len(want), arrival), want)
		}
	}
}

// A subscriber gets from the broker what it misses in the network: one message, many, and
// the last but one.
func gapsAreFilled(t testing.TB, l *lab, tp topology) {
	const count = 60
	s, _ := l.storedStage(t, tp, 1)
	at := s.parts[0]
	subscriber := s.subscriber(t, 1, peerConfig{GapFillMS: 300})
	s.subscribeAll(subscriber)
	publisher := s.client(t, official, "publishers", "publisher with gaps", peerConfig{EntryPoints: []contact{s.entry.contact}})
	s.joinAll(publisher)
	withhold := []int{3, count - 2}
	for n := 10; n < 40; n++ {
		withhold = append(withhold, n)
	}
	var out struct{ Messages []networkMessage }
	publisher.must("publishWithGaps", struct {
		part
		Count    int    `json:"count"`
		Withhold []int  `json:"withhold"`
		Broker   string `json:"broker"`
	}{at, count, withhold, s.broker.URL}, &out)
	s.check(out.Messages, subscriber)
}

// someResends asks for what was published in every way that the SDK has.
func someResends(published []networkMessage) map[string]resendQuery {
	sorted := resendQuery{Last: len(published)}.of(published)
	at := func(i int) *ref { return &ref{sorted[i].Timestamp, &sorted[i].Sequence} }
	early, late := len(sorted)/4, 3*len(sorted)/4
	return map[string]resendQuery{
		"last 1":                    {Last: 1},
		"last 17":                   {Last: 17},
		"last more than there are":  {Last: 10_000},
		"from a time":               {From: &ref{sorted[early].Timestamp, nil}},
		"from a message":            {From: at(early)},
		"from the last":             {From: at(len(sorted) - 1)},
		"from the future":           {From: &ref{time.Now().Add(time.Hour).UnixMilli(), nil}},
		"range of times":            {From: &ref{sorted[early].Timestamp, nil}, To: &ref{sorted[late].Timestamp, nil}},
		"range of messages":         {From: at(early), To: at(late)},
		"one message":               {From: at(early), To: at(early)},
		"range of one chain":        {From: at(0), To: at(len(sorted) - 1), Publisher: sorted[0].Publisher, Chain: sorted[0].Chain},
		"range of one chain, inner": {From: at(early), To: at(late), Publisher: sorted[early].Publisher, Chain: sorted[early].Chain},
	}
}

// The SDK's addToStorageNode waits until the storage node says that it keeps every
// partition.
func TestNetworkAssignment(t *testing.T) {
	l := startLab(t)
	if l.broker.Streamr == nil {
		t.Skipf("waits for %s", waitsForBroker)
	}
	l.storedStage(t, topology{ours, official, official}, 3) // fails unless the broker says so for all three
}
