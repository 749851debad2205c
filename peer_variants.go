package logstore

import (
	"slices"

	"github.com/logstore/logstore/message"
)

// maxVariants bounds the copies of a message that are tried.
const maxVariants = 4

// expectVariants says that a message may not be readable: if its key is not there, another
// copy may be the one that names the right key.
func (s *peerSubscription) expectVariants(m *message.Message) {
	if m.EncryptionType == message.EncryptionNone {
		return
	}
	if _, err := s.p.c.keys.Get(m.Publisher, m.GroupKeyID); err != nil {
		s.unread[m.Hash()] = nil
	}
}

// variant takes another copy of a message.
func (s *peerSubscription) variant(m *message.Message) {
	if len(s.unread) == 0 || m.EncryptionType == message.EncryptionNone {
		return
	}
	hash := m.Hash()
	known, waits := s.unread[hash]
	if waits && len(known) < maxVariants && !slices.ContainsFunc(known, func(v *message.Message) bool { return v.GroupKeyID == m.GroupKeyID }) {
		s.unread[hash] = append(known, m)
	}
}

// tryVariant tries the next copy of a message that could not be read; false if there is
// none. It comes after those of its chain that wait by now: better late than never.
func (s *peerSubscription) tryVariant(m *message.Message, err error) bool {
	if len(s.unread) == 0 || m.EncryptionType == message.EncryptionNone {
		return false
	}
	hash := m.Hash()
	others := s.unread[hash]
	delete(s.unread, hash)
	others = slices.DeleteFunc(others, func(v *message.Message) bool { return v.GroupKeyID == m.GroupKeyID })
	if err == nil || len(others) == 0 {
		return false
	}
	if len(others) > 1 {
		s.unread[hash] = others[1:]
	}
	s.reader.Push(others[0])
	return true
}
