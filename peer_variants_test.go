package logstore

import (
	"context"
	"crypto/rand"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/message"
)

// A relay that is the first to hand on a message says that it is encrypted with a key
// that there is not. The true copy is read when nobody has answered for that key.
func TestCopiesWithWrongKeysDoNotHideMessages(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		key, err := GenerateKey()
		if err != nil {
			t.Fatal(err)
		}
		c, err := New(Config{Key: key, Peer: &PeerConfig{Streams: new(countingAuthority), QuantumResistant: true}})
		if err != nil {
			t.Fatal(err)
		}
		defer c.Close()
		p := c.peer
		stream := message.StreamID(key.UserID().String() + "/x")
		keys := groupkeys.NewSequence(c.keys, key.UserID(), stream, rand.Reader)
		chain := message.NewChain("abcdefghijklmnopqrst")
		var truth []*message.Message
		for range 3 {
			m := &message.Message{ID: message.ID{Stream: stream, Timestamp: time.Now().UnixMilli()}, Content: []byte(`{"a":"content"}`)}
			if err := keys.Encrypt(m); err != nil {
				t.Fatal(err)
			}
			if err := chain.SignNext(m, key); err != nil {
				t.Fatal(err)
			}
			truth = append(truth, m)
		}
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		s, err := p.newSubscription(ctx, SubscribeOptions{Stream: string(stream)})
		if err != nil {
			t.Fatal(err)
		}
		p.loop.Do(s.goLive)
		defer p.loop.Do(s.close)
		for _, id := range []string{"wrong", "wrong", "wrong too"} {
			lie := *truth[0]
			lie.GroupKeyID = id
			s.receive(&lie)
		}
		for _, m := range truth {
			s.receive(m)
		}
		hopeless := *truth[2]
		hopeless.Chain, hopeless.PrevRef, hopeless.GroupKeyID = "another chain of that", nil, "none"
		s.receive(&hopeless)
		time.Sleep(3 * groupkeys.AnswerTimeout)
		synctest.Wait()
		read, unread := 0, 0
		for _, i := range s.out.takeAll() {
			switch {
			case errors.Is(i.problem, ErrEncrypted):
				unread++
			case i.problem != nil:
				t.Error(i.problem)
			case !i.live:
				if i.delivery.GroupKeyID != truth[0].GroupKeyID {
					t.Errorf("read with key %q", i.delivery.GroupKeyID)
				}
				read++
			}
		}
		if read != 3 || unread != 1 || len(s.unread) != 0 {
			t.Errorf("%d read, %d not, %d wait for other copies", read, unread, len(s.unread))
		}
	})
}
