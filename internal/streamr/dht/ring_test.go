package dht

import (
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// big120 is a ring id as a number.
func (r ringID) big() *big.Int {
	n := new(big.Int).SetUint64(r.hi)
	return n.Lsh(n, 64).Or(n, new(big.Int).SetUint64(r.lo))
}

// The distances as the protocol words them (§5.6), in whole numbers.
func TestRingDistances(t *testing.T) {
	t.Parallel()
	size := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 120), big.NewInt(1))
	rnd := rand.New(rand.NewPCG(3, 3))
	ids := []ringID{{}, {0, 1}, {1, 0}, {0, 1<<64 - 1}, {ringHiMask, 1<<64 - 1}, {ringHiMask, 0}}
	for range 50 {
		ids = append(ids, ringID{rnd.Uint64() & ringHiMask, rnd.Uint64()})
	}
	for _, r := range ids {
		for _, x := range ids {
			diff := new(big.Int).Abs(new(big.Int).Sub(r.big(), x.big()))
			across := new(big.Int).Sub(size, diff)
			left, right := across, diff
			if r.big().Cmp(x.big()) > 0 {
				left, right = diff, across
			}
			// The official code has one place less than there are ids: across the whole ring the
			// distance can come out as −1 there, and as the largest here. Nothing depends on it.
			if left.Sign() >= 0 && r.left(x).big().Cmp(left) != 0 {
				t.Errorf("left of %v to %v is %v, want %v", r, x, r.left(x).big(), left)
			}
			if right.Sign() >= 0 && r.right(x).big().Cmp(right) != 0 {
				t.Errorf("right of %v to %v is %v, want %v", r, x, r.right(x).big(), right)
			}
		}
	}
	if _, ok := parseRingID(make([]byte, 14)); ok {
		t.Error("14 bytes are read as a ring id")
	}
}

func ringPeer(t *testing.T, ip uint32, last byte) *wire.Peer {
	id := idOf(0x44)
	id[19] = last
	return peerOf(t, id, func(d *wire.PeerDescriptor) { d.IpAddress = proto.Uint32(ip) })
}

func TestRingKeepsTheClosest(t *testing.T) {
	t.Parallel()
	l := &ringList{at: ringIDOf(ringPeer(t, 1000<<8, 0))}
	for _, i := range rand.New(rand.NewPCG(4, 4)).Perm(200) {
		l.add(ringPeer(t, uint32(900+i)<<8, byte(i)))
	}
	ips := func(side []ringContact) (is []int) {
		for _, c := range side {
			is = append(is, int(c.peer.Descriptor.GetIpAddress()>>8))
		}
		return is
	}
	if got := ips(l.left); !slices.Equal(got, []int{999, 998, 997, 996, 995}) {
		t.Errorf("left are %v", got)
	}
	if got := ips(l.right); !slices.Equal(got, []int{1000, 1001, 1002, 1003, 1004}) {
		t.Errorf("right are %v", got)
	}
	if l.add(ringPeer(t, 999<<8, 99)) {
		t.Error("one that is known is added again")
	}
	if !l.remove(l.left[0].peer.ID) || len(l.left) != 4 || l.has(ringPeer(t, 999<<8, 99).ID) {
		t.Error("it is not removed")
	}
	closest := l.closestTo(ringIDOf(ringPeer(t, 1002<<8, 200)), nil)
	if got := ips(closest.left); !slices.Equal(got, []int{1002, 1001, 1000, 998, 997}) {
		t.Errorf("on the left of 1002 are %v", got)
	}
	if n := len(l.all()); n != 9 {
		t.Errorf("%d contacts, want 9", n)
	}
}

func TestGroupsShareTheRing(t *testing.T) {
	t.Parallel()
	l := &ringList{at: ringIDOf(ringPeer(t, 0x08080800, 0))}
	for i := range 5 { // all of one /24, right beside the node
		l.add(ringPeer(t, 0x08080810+uint32(i), byte(i+1)))
	}
	for i := range 5 {
		l.add(ringPeer(t, 0x09090900+uint32(i)<<8, byte(i+10)))
	}
	// They were there first and stay; but more of them get no place that another group has.
	before := len(l.right)
	if l.add(ringPeer(t, 0x08080808, 100)); len(l.right) != before || before != ringPerSide {
		t.Fatalf("%d on the right", len(l.right))
	}
	l.right = l.right[:0]
	for i := range 5 {
		l.add(ringPeer(t, 0x09090900+uint32(i)<<8, byte(i+10)))
	}
	for i := range 50 {
		l.add(ringPeer(t, 0x08080810+uint32(i), byte(i+101)))
	}
	same := 0
	for _, c := range l.right {
		if c.group == l.right[0].group {
			same++
		}
	}
	if same > ringPerSide/2+1 {
		t.Errorf("%d of %d places on the right are of one /24", same, ringPerSide)
	}
}
