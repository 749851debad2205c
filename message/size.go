package message

// Lengths within the hashed encoding, in bytes; see appendHashed.
const (
	hashedLenPrefix = 4
	hashedRef       = 8 + 4
	// hashedFixed is what every content message has besides its variable fields:
	// domain, kind, partition, ref, the lengths of stream, publisher, chain and
	// content, and the marks for the previous ref and the new group key.
	hashedFixed = len(hashDomain) + 1 + 4 + hashedRef + 4*hashedLenPrefix + 2
)

// Size returns the length in bytes of the encoding that [Message.Hash] hashes: what
// a message counts for in every sum of bytes that is signed or proven. It depends on
// signed fields only, so all replicas agree about it; signature and hints are not in
// it. m must be a content message.
func (m *Message) Size() int {
	n := hashedFixed + len(m.Stream) + len(m.Publisher) + len(m.Chain) + len(m.Content)
	if m.PrevRef != nil {
		n += hashedRef
	}
	if k := m.NewGroupKey; k != nil {
		n += 2*hashedLenPrefix + len(k.ID) + len(k.Data)
	}
	return n
}

// SizeOfWire returns the [Message.Size] of a content message out of the wire form
// that [Message.AppendWire] made of it, without decoding the rest. Errors are
// [ErrMalformed].
func SizeOfWire(wire []byte) (int, error) {
	n := hashedFixed
	content := false
	err := eachField(wire, "message", func(num int, v fieldValue) error {
		switch num {
		case fieldMessageID:
			return v.message("messageId", func(_ int, v fieldValue) error {
				n += len(v.data) // stream, publisher, chain: the byte strings in it
				return nil
			})
		case fieldPrevRef:
			n += hashedRef
		case fieldContent:
			content = true
			return v.message("contentMessage", func(num int, v fieldValue) error {
				switch num {
				case 1:
					n += len(v.data)
				case 5:
					n += 2 * hashedLenPrefix
					return v.message("newGroupKey", func(_ int, v fieldValue) error {
						n += len(v.data)
						return nil
					})
				}
				return nil
			})
		}
		return nil
	})
	switch {
	case err != nil:
		return 0, err
	case !content:
		return 0, malformed("it carries no content")
	}
	return n, nil
}
