package message

import (
	"testing"

	"pgregory.net/rapid"
)

func TestSizeIsTheLengthOfWhatIsHashed(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		m := drawContentMessage(t)
		want := len(m.appendHashed(nil))
		if got := m.Size(); got != want {
			t.Errorf("Size is %d, %d bytes are hashed", got, want)
		}
		got, err := SizeOfWire(m.AppendWire(nil))
		if err != nil || got != want {
			t.Errorf("SizeOfWire is %d (%v), %d bytes are hashed", got, err, want)
		}
	})
}

// drawContentMessage draws a message of any shape that the wire form can carry.
func drawContentMessage(t *rapid.T) *Message {
	text := rapid.StringN(1, 20, 64)
	m := &Message{
		ID: ID{
			Stream:    StreamID(text.Draw(t, "stream")),
			Partition: rapid.Int32Range(0, 99).Draw(t, "partition"),
			Timestamp: rapid.Int64Range(0, maxTimestamp).Draw(t, "timestamp"),
			Sequence:  rapid.Int32Range(0, 1<<31-1).Draw(t, "sequence"),
			Publisher: UserID(rapid.SliceOfN(rapid.Byte(), 1, 33).Draw(t, "publisher")),
			Chain:     text.Draw(t, "chain"),
		},
		Content:       rapid.SliceOfN(rapid.Byte(), 1, 400).Draw(t, "content"),
		Signature:     rapid.SliceOfN(rapid.Byte(), 1, 80).Draw(t, "signature"),
		SignatureType: SignatureSecp256k1EVM,
		GroupKeyID:    rapid.StringN(0, 9, 30).Draw(t, "group key id"),
	}
	if rapid.Bool().Draw(t, "has a previous ref") {
		m.PrevRef = &Ref{rapid.Int64Range(0, maxTimestamp).Draw(t, "previous"), 0}
	}
	if rapid.Bool().Draw(t, "has a new group key") {
		m.NewGroupKey = &EncryptedGroupKey{ID: text.Draw(t, "key id"), Data: []byte(text.Draw(t, "key data"))}
	}
	return m
}
