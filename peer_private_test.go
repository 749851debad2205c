package logstore_test

import (
	"slices"
	"testing"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
)

// A private stream, whose publisher changes its key in both ways. Who may not subscribe
// gets no key.
func TestPrivateStream(t *testing.T) {
	t.Parallel()
	net := startPeers(t)
	alice, bob, mallory := net.client(t, nil), net.client(t, nil), net.client(t, nil)
	stream := alice.Address() + "/private"
	net.streams[stream] = &simulatedStream{partitions: 1, publishers: []string{alice.Address()}, subscribers: []string{bob.Address(), alice.Address()}}
	f := follow(t, bob, logstore.SubscribeOptions{Stream: stream})
	stranger := follow(t, mallory, logstore.SubscribeOptions{Stream: stream})
	if err := alice.JoinPart(t.Context(), stream, 0, 1); err != nil {
		t.Fatal(err)
	}
	publishNumbers(t, alice, stream, 0, 10)
	f.numbers(10)
	if err := alice.RotateKey("/private"); err != nil {
		t.Fatal(err)
	}
	publishNumbers(t, alice, stream, 10, 20)
	if err := alice.Rekey(stream); err != nil {
		t.Fatal(err)
	}
	publishNumbers(t, alice, stream, 20, 30)
	if got := f.numbers(30); !slices.Equal(got, numbers(0, 30)) {
		t.Errorf("got %v", got)
	}
	f.mu.Lock()
	var ids []string
	for _, d := range f.got {
		if d.EncryptionType != message.EncryptionAES {
			t.Errorf("message %s is not encrypted", d.Ref())
		}
		ids = append(ids, d.GroupKeyID)
	}
	f.mu.Unlock()
	// The message that announces a key is encrypted with the one before.
	if ids[0] != ids[10] || ids[10] == ids[11] || ids[11] != ids[19] || ids[19] == ids[20] || ids[20] != ids[29] {
		t.Errorf("keys %v", ids)
	}
	stranger.mu.Lock()
	defer stranger.mu.Unlock()
	if len(stranger.got) > 0 {
		t.Errorf("a stranger reads %d messages", len(stranger.got))
	}
}
