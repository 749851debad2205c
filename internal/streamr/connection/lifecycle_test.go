package connection

import (
	"errors"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/transport/simlink"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// connect opens connections from a to others.
func (w *world) connect(a *node, others ...*node) {
	w.t.Helper()
	for _, b := range others {
		if err := a.send(b, "hello", transport.SendOptions{}); err != nil {
			w.t.Fatal(err)
		}
	}
	w.run(time.Second)
	for _, b := range others {
		if !a.HasConnection(b.Self().ID) || !b.HasConnection(a.Self().ID) {
			w.t.Fatalf("%s and %s are not connected", a.Self(), b.Self())
		}
		a.log, b.log, a.got, b.got = nil, nil, nil, nil
	}
}

func TestErrorsOfSend(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.start(w.net.NewHost(0, false), idOf(0xaa), false)
	b := w.start(w.net.NewHost(0, false), idOf(0xbb), false)
	c := w.add(0xcc)
	if err := a.send(b, "1", transport.SendOptions{}); !errors.Is(err, transport.ErrUnreachable) {
		t.Errorf("two nodes without servers: %v", err)
	}
	if err := c.send(b, "1", transport.SendOptions{}); !errors.Is(err, transport.ErrUnreachable) {
		t.Errorf("nobody to ask through: %v", err)
	}
	if err := a.send(a, "1", transport.SendOptions{}); !errors.Is(err, transport.ErrSelf) {
		t.Errorf("own id: %v", err)
	}
	id := idOf(0xdd)
	double, err := wire.NewPeer(&wire.PeerDescriptor{NodeId: id[:], Websocket: c.Self().Descriptor.GetWebsocket()})
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Send(&wire.Message{}, double, transport.SendOptions{}); !errors.Is(err, transport.ErrSelf) {
		t.Errorf("own address: %v", err)
	}
	if err := a.Send(&wire.Message{ServiceId: string(make([]byte, MaxFrame))}, c.Self(), transport.SendOptions{}); err == nil {
		t.Error("took a message that is too large")
	}
	if s := a.Stats(); s.Pending != 0 {
		t.Errorf("%d connections are being opened for nothing", s.Pending)
	}
}

func TestBufferOfAConnectionIsBounded(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b := w.add(0xaa), w.add(0xbb)
	sent := 0
	for ; sent < 10_000; sent++ {
		if err := a.send(b, strconv.Itoa(sent), transport.SendOptions{}); err != nil {
			if !errors.Is(err, transport.ErrBackpressure) {
				t.Fatal(err)
			}
			break
		}
	}
	if sent != maxBufferedLen {
		t.Errorf("%d messages were buffered, want %d", sent, maxBufferedLen)
	}
	w.run(time.Second)
	if len(b.got) != sent || b.got[sent-1] != "aa:"+strconv.Itoa(sent-1) {
		t.Errorf("%d messages arrived, want %d", len(b.got), sent)
	}
}

func TestSendMany(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b, c, d := w.add(0xaa), w.add(0xbb), w.add(0xcc), w.add(0xdd)
	w.connect(a, b, c)
	m := &wire.Message{ServiceId: "test", Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{RequestId: "1"}}}
	if got := a.SendMany(m, []*wire.Peer{b.Self(), c.Self(), d.Self()}); got != 2 {
		t.Errorf("sent to %d, want 2", got)
	}
	w.run(time.Second)
	want(t, "b got", b.got, []string{"aa:1"})
	want(t, "c got", c.got, []string{"aa:1"})
	want(t, "d got", d.got, nil)
}

func TestCrashAndReturn(t *testing.T) {
	t.Parallel()
	one, two := victims(t)
	for _, id := range []wire.NodeID{one, two} {
		w := newWorld(t, simlink.Options{})
		a := w.add(0xaa)
		host := w.net.NewHost(0, true)
		b := w.start(host, id, true)
		w.connect(a, b)
		host.Kill()
		again := w.start(host.Restart(), id, true)
		// It is back before anybody has noticed that it was gone.
		if err := again.send(a, "2", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		w.run(20 * time.Second)
		if err := again.send(a, "3", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
		w.run(time.Second)
		if !slices.Contains(a.got, id.String()[:2]+":3") {
			t.Errorf("got %q", a.got)
		}
	}
}

func TestPartition(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{BreakAfter: 20 * time.Second})
	a, b := w.add(0xaa), w.add(0xbb)
	w.connect(a, b)
	w.net.Partition(func(h *simlink.Host) int { return h.Index })
	if err := a.send(b, "1", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	w.run(10 * time.Second)
	w.net.Heal()
	w.run(time.Second)
	want(t, "b got after a short one", b.got, []string{"aa:1"})

	w.net.Partition(func(h *simlink.Host) int { return h.Index })
	if err := a.send(b, "2", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	w.run(time.Minute)
	want(t, "a's log after a long one", a.log, []string{"-bb"})
	if err := a.send(b, "3", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	w.run(time.Minute)
	want(t, "a's log after dialling in vain", a.log, []string{"-bb", "-bb"})
	if s := a.Stats(); s.Failed != 1 || s.Pending != 0 {
		t.Errorf("stats %+v", s)
	}
}

func TestCollectionTakesTheFurthestIdleOnes(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0x00, func(c *Config) { c.MaxConnections, c.AcceptProxies = 2, true })
	var others []*node
	for _, first := range []byte{0xff, 0xf0, 0xe0, 0xd0, 0xc0, 0x10, 0x08, 0x04, 0x02} {
		others = append(others, w.add(first))
	}
	w.connect(a, others...)
	remote, local, weak, private, busy := others[0], others[1], others[2], others[3], others[4]
	remote.Lock(a.Self(), "r", func(ok bool) { remote.log = append(remote.log, strconv.FormatBool(ok)) })
	a.Lock(local.Self(), "l", nil)
	a.WeakLock(weak.Self().ID, "w")
	private.SetPrivate(a.Self(), true)
	for range 13 {
		w.run(2 * time.Second)
		if err := busy.send(a, "busy", transport.SendOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	want(t, "answer to the lock", remote.log[:1], []string{"true"})
	// Nine are open and two may be: five are held, and the four others go.
	want(t, "a's log", a.log, []string{"-10", "-08", "-04", "-02"})
	if got := len(a.Connections()); got != 4 { // without the private one
		t.Errorf("%d connections are listed, want 4", got)
	}
	if a.Connected(private.Self().ID) || !a.HasConnection(private.Self().ID) {
		t.Error("a private connection is shown, or gone")
	}

	remote.Unlock(a.Self(), "r")
	a.Unlock(local.Self(), "l")
	a.WeakUnlock(weak.Self().ID, "w")
	private.SetPrivate(a.Self(), false)
	a.log = nil
	w.run(time.Minute)
	// The first was idle for longer: its lock was known to one side only.
	want(t, "a's log without locks", a.log, []string{"-e0", "-ff", "-f0"})
	if s := a.Stats(); s.Locked != 0 || s.Open != 2 {
		t.Errorf("stats %+v", s)
	}
	// The other side was told before.
	want(t, "log of the closed", local.log, []string{"-00"})
}

func TestPrivateNeedsAcceptProxies(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b := w.add(0xaa), w.add(0xbb)
	w.connect(a, b)
	a.SetPrivate(b.Self(), true)
	w.run(time.Second)
	if !b.Connected(a.Self().ID) {
		t.Error("a connection was hidden")
	}
}

func TestLocksOfAPeerAreBounded(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b := w.add(0xaa), w.add(0xbb)
	w.connect(a, b)
	accepted := 0
	for i := range maxRemoteLocks + 10 {
		a.Lock(b.Self(), strconv.Itoa(i), func(ok bool) {
			if ok {
				accepted++
			}
		})
	}
	w.run(time.Second)
	if accepted != maxRemoteLocks {
		t.Errorf("%d locks accepted, want %d", accepted, maxRemoteLocks)
	}
	self := true
	a.Lock(a.Self(), "x", func(ok bool) { self = ok })
	w.run(time.Second)
	if self {
		t.Error("locked itself")
	}
}

func TestLocksEndWithTheConnection(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b := w.add(0xaa), w.add(0xbb)
	w.connect(a, b)
	a.Lock(b.Self(), "x", nil)
	a.WeakLock(b.Self().ID, "y")
	w.run(time.Second)
	if a.Stats().Locked != 1 || b.Stats().Locked != 1 {
		t.Fatal("not locked")
	}
	b.host.Kill()
	w.run(time.Second)
	if got := a.Stats().Locked; got != 0 {
		t.Errorf("%d peers are locked, want none", got)
	}
}

func TestLockOfAnUnreachablePeer(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a := w.add(0xaa)
	b := w.start(w.net.NewHost(0, false), idOf(0xbb), true)
	answers := 0
	a.Lock(b.Self(), "x", func(ok bool) {
		answers++
		if ok {
			t.Error("accepted")
		}
	})
	w.run(time.Minute)
	if answers != 1 || a.Stats().Locked != 0 {
		t.Errorf("%d answers, %d locked", answers, a.Stats().Locked)
	}
}

func TestDisconnect(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b := w.add(0xaa), w.add(0xbb)
	w.connect(a, b)
	a.WeakLock(b.Self().ID, "x")
	a.Disconnect(b.Self())
	w.run(time.Second)
	if !a.Connected(b.Self().ID) {
		t.Fatal("a locked connection was closed")
	}
	a.WeakUnlock(b.Self().ID, "x")
	a.Disconnect(b.Self())
	w.run(time.Second)
	want(t, "a's log", a.log, []string{"-bb"})
	want(t, "b's log", b.log, []string{"-aa"})
}

func TestStop(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b, frozen := w.add(0xaa), w.add(0xbb), w.add(0xcc)
	w.connect(a, b, frozen)
	half := w.dialRaw(w.net.NewHost(0, false), a, transport.ActionConnect)
	frozen.host.Freeze()
	if err := a.send(w.start(w.net.NewHost(0, false), idOf(0xdd), true), "never", transport.SendOptions{}); err != nil {
		t.Fatal(err)
	}
	start, took, times := w.clock.Now(), time.Duration(0), 0
	a.Stop(func() { took, times = w.clock.Now().Sub(start), times+1 })
	if err := a.send(b, "1", transport.SendOptions{}); !errors.Is(err, transport.ErrStopped) {
		t.Errorf("send after Stop: %v", err)
	}
	w.run(time.Minute)
	if times != 1 || took != leaveTimeout {
		t.Errorf("stopped %d times, after %v; want once, after %v", times, took, leaveTimeout)
	}
	want(t, "b's log", b.log, []string{"~aa"})
	want(t, "a's log", a.log, []string{"-dd", "~bb", "~cc"})
	if !half.closed {
		t.Error("a link without a handshake is left")
	}
	again := 0
	a.Stop(func() { again++ })
	w.run(time.Second)
	if again != 1 || a.SendMany(&wire.Message{}, []*wire.Peer{b.Self()}) != 0 {
		t.Error("a second Stop is not told, or something was sent")
	}
	if w.clock.Now(); w.clock.Step() && a.Stats().Pending != 0 {
		t.Error("still busy")
	}
}

func TestWatchersCanGoWhileTheyAreCalled(t *testing.T) {
	t.Parallel()
	w := newWorld(t, simlink.Options{})
	a, b, c := w.add(0xaa), w.add(0xbb), w.add(0xcc)
	var calls []string
	var second func()
	var first func()
	first = a.WatchConnects(func(*wire.Peer) {
		calls = append(calls, "first")
		first()
		second()
	})
	second = a.WatchConnects(func(*wire.Peer) { calls = append(calls, "second") })
	a.WatchConnects(func(*wire.Peer) { calls = append(calls, "third") })
	w.connect(a, b, c)
	want(t, "calls", calls, []string{"first", "third", "third"})
}
