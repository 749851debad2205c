package logstore_test

import (
	"crypto/rand"
	"slices"
	"strings"
	"testing"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/internal/streamr/node"
	"github.com/logstore/logstore/message"
)

// lies are what a relay can make of a message: some have another content, and some a
// signature that is still good, because what they change is not signed.
var lies = map[string]func(*message.Message){
	"content":        func(m *message.Message) { m.Content = append(slices.Clone(m.Content[:len(m.Content)-1]), ' ', '}') },
	"chain":          func(m *message.Message) { m.PrevRef = nil },
	"signature":      func(m *message.Message) { m.Signature = make([]byte, 65) },
	"signature type": func(m *message.Message) { m.SignatureType = message.SignatureSecp256r1 },
	"encryption": func(m *message.Message) {
		if m.EncryptionType == message.EncryptionAES {
			m.EncryptionType, m.GroupKeyID = message.EncryptionNone, ""
		} else {
			m.EncryptionType, m.GroupKeyID = message.EncryptionAES, "key"
		}
	},
	"key":       func(m *message.Message) { m.GroupKeyID = "another" },
	"known key": func(m *message.Message) { m.GroupKeyID = "two" },
	"next key": func(m *message.Message) {
		m.NewGroupKey = &message.EncryptedGroupKey{ID: "new", Data: make([]byte, 48)}
	},
}

// A node sends altered copies of messages ahead of the true ones. What is read is what was
// published.
func TestRelaysCannotAlterMessages(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"public", "private"} {
		t.Run(kind, func(t *testing.T) {
			t.Parallel()
			relaysCannotAlter(t, kind == "public")
		})
	}
}

func relaysCannotAlter(t *testing.T, public bool) {
	net := startPeers(t)
	key, accomplice := newKey(t), newKey(t)
	reader, writer := net.client(t, nil), net.client(t, with(key, 0, 0))
	stream := key.UserID().String() + "/truth"
	s := &simulatedStream{partitions: 1, publishers: []string{key.UserID().String(), accomplice.UserID().String()}, subscribers: []string{reader.Address()}}
	if public {
		s.subscribers = []string{logstore.Public}
	}
	net.streams[stream] = s
	secret := groupkeys.Key{ID: "one", Secret: [32]byte{1}}
	for _, publisher := range []*logstore.Key{key, accomplice} {
		for id, secret := range map[string][32]byte{"one": {1}, "two": {2}} {
			for _, c := range []*logstore.Client{reader, writer} { // who cannot read cannot tell
				if err := c.AddGroupKey(publisher.Address(), stream, id, secret); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	liar, err := net.entry.Join(t.Context(), message.StreamPart{Stream: message.StreamID(stream)}, node.JoinOptions{})
	if err != nil {
		t.Fatal(err)
	}
	defer liar.Leave()
	f := follow(t, reader, logstore.SubscribeOptions{Stream: stream})
	if err := writer.JoinPart(t.Context(), stream, 0, 2); err != nil {
		t.Fatal(err)
	}
	if err := liar.WaitNeighbors(t.Context(), 2); err != nil {
		t.Fatal(err)
	}
	make := func(by *logstore.Key, n int) []*message.Message {
		ms := recent(t, by, "/truth", n)
		keys := groupkeys.NewSequence(groupkeys.NewMemory(0), by.UserID(), message.StreamID(stream), rand.Reader)
		if err := keys.RekeyTo(secret); err != nil {
			t.Fatal(err)
		}
		for _, m := range ms {
			m.Stream = message.StreamID(stream)
			if !public {
				if err := keys.Encrypt(m); err != nil {
					t.Fatal(err)
				}
			}
			if err := message.Sign(m, by); err != nil {
				t.Fatal(err)
			}
		}
		return ms
	}
	var want []*message.Message
	for name, change := range lies {
		if public && strings.HasSuffix(name, "key") && name != "next key" {
			continue
		}
		truth := make(key, 11)
		send(t, writer, truth[0]) // so that the reader knows the chain
		want = append(want, truth[0])
		f.numbers(len(want))
		truth = truth[1:]
		for _, m := range truth {
			lie := *m
			change(&lie)
			if err := liar.Publish(t.Context(), &lie); err != nil {
				t.Fatal(err)
			}
		}
		// When this one has come, so have the lies.
		mark := make(accomplice, 1)
		if err := liar.Publish(t.Context(), mark[0]); err != nil {
			t.Fatal(err)
		}
		f.numbers(len(want) + 1)
		send(t, writer, truth...)
		want = append(append(want, mark...), truth...)
		f.numbers(len(want))
		f.mu.Lock()
		for i, d := range f.got[len(want)-10:] {
			if d.Hash() != truth[i].Hash() || d.EncryptionType != truth[i].EncryptionType || d.GroupKeyID != truth[i].GroupKeyID {
				t.Errorf("%s: message %d was altered", name, i)
			}
		}
		if len(f.got) != len(want) || len(f.problems) > 0 {
			t.Errorf("%s: %d messages of %d, problems %v", name, len(f.got), len(want), f.problems)
		}
		f.mu.Unlock()
	}
}
