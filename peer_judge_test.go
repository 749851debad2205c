package logstore

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/logstore/logstore/internal/streamr/delivery"
	"github.com/logstore/logstore/message"
)

// testPeer is a client that has not touched the network, and what it is told about streams.
func testPeer(t *testing.T, change func(*Config)) (*Client, *countingAuthority) {
	t.Helper()
	key, err := GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	from := &countingAuthority{permission: StreamPermission{Publish: Forever, Subscribe: Forever}}
	cfg := Config{Key: key, Peer: &PeerConfig{Streams: from, QuantumResistant: true}}
	if change != nil {
		change(&cfg)
	}
	c, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := c.Close(); err != nil {
			t.Error(err)
		}
	})
	return c, from
}

// signed makes messages of one chain of the client's own stream, from a time on.
func signed(t *testing.T, c *Client, partition int32, from int64, n int) []*message.Message {
	t.Helper()
	chain := message.NewChain("abcdefghijklmnopqrst")
	var ms []*message.Message
	for i := range n {
		m := &message.Message{
			ID:      message.ID{Stream: message.StreamID(c.Address() + "/s"), Partition: partition, Timestamp: from + int64(i)},
			Content: []byte(`{"some":"content"}`),
		}
		if err := chain.SignNext(m, c.cfg.Key); err != nil {
			t.Fatal(err)
		}
		ms = append(ms, m)
	}
	return ms
}

func TestPeersJudgeMessages(t *testing.T) {
	t.Parallel()
	const at = 1_700_000_000_000
	down := errors.New("the chain is down")
	for name, tc := range map[string]struct {
		change  func(*message.Message)
		chain   func(*countingAuthority)
		config  func(*Config)
		verdict delivery.Verdict
	}{
		"good":           {verdict: delivery.Good},
		"unsigned":       {change: func(m *message.Message) { m.Signature = make([]byte, 65) }, verdict: delivery.Bad("signature")},
		"other content":  {change: func(m *message.Message) { m.Content = []byte("{}") }, verdict: delivery.Bad("signature")},
		"unknown scheme": {change: func(m *message.Message) { m.SignatureType = message.SignatureERC1271 }, verdict: delivery.Unknown},
		// A digit of the timestamp moves into the partition, which leaves the signature good.
		"another reading": {
			change:  func(m *message.Message) { m.Partition, m.Timestamp = 21, at-1_000_000_000_000 },
			verdict: delivery.Bad("part"),
		},
		"not canonical": {change: func(m *message.Message) { m.Chain = "short" }, verdict: delivery.Bad("canonical")},
		"not canonical, and allowed": {
			change: func(m *message.Message) { m.Chain = "short" }, config: func(c *Config) { c.AllowNonCanonical = true }, verdict: delivery.Good,
		},
		"no permission":  {chain: func(a *countingAuthority) { a.permission.Publish = time.Time{} }, verdict: delivery.Bad("permission")},
		"plain, private": {chain: func(a *countingAuthority) { a.permission.Subscribe = time.Time{} }, verdict: delivery.Bad("encryption")},
		"called AES":     {change: func(m *message.Message) { m.EncryptionType, m.GroupKeyID = message.EncryptionAES, "x" }, verdict: delivery.Bad("encryption")},
		"no JSON":        {change: func(m *message.Message) { m.Content = []byte("{") }, verdict: delivery.Bad("content")},
		"called binary":  {change: func(m *message.Message) { m.ContentType = message.ContentBinary }, verdict: delivery.Good}, // does not show
		"chain is down":  {chain: func(a *countingAuthority) { a.err = down }, verdict: delivery.Overloaded},
		"encrypted": {change: func(m *message.Message) {
			m.EncryptionType, m.GroupKeyID, m.Content = message.EncryptionAES, "x", make([]byte, 40)
		}, verdict: delivery.Unknown},
		"key request": {change: func(m *message.Message) {
			m.Content, m.Request = nil, &message.GroupKeyRequest{RequestID: "r", Recipient: m.Publisher, PublicKey: []byte("k"), GroupKeyIDs: []string{"x"}}
		}, verdict: delivery.Good},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			c, from := testPeer(t, tc.config)
			if tc.chain != nil {
				tc.chain(from)
			}
			m := signed(t, c, 2, at, 1)[0]
			resign := strings.HasPrefix(name, "not canonical") || name == "no JSON" || name == "encrypted" || name == "key request"
			if tc.change != nil {
				tc.change(m)
			}
			if resign {
				if err := message.Sign(m, c.cfg.Key); err != nil {
					t.Fatal(err)
				}
			}
			if name == "another reading" {
				if err := c.verifier.Verify(t.Context(), m); err != nil {
					t.Fatalf("the other reading does not even have a good signature: %v", err)
				}
			}
			part := &peerPart{p: c.peer, id: message.StreamPart{Stream: m.Stream, Partition: 2}}
			if got := part.check(t.Context(), []*message.Message{m}); got[0] != tc.verdict {
				t.Errorf("%v, want %v", got[0], tc.verdict)
			}
		})
	}
	t.Run("partition beyond the end", func(t *testing.T) {
		t.Parallel()
		c, _ := testPeer(t, nil)
		m := signed(t, c, 3, at, 1)[0]
		part := &peerPart{p: c.peer, id: m.Part()}
		if got := part.check(t.Context(), []*message.Message{m}); got[0] != delivery.Bad("partition") {
			t.Errorf("%v", got[0])
		}
	})
}
