package delivery

import (
	"encoding/binary"
	"hash/maphash"

	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

const (
	// maxVariants is how many messages of one ref go on.
	maxVariants = 4
	// maxVariantsOfSender is how many of them may come from one node: a node that lies must
	// not use up the places before the true one has come from another.
	maxVariantsOfSender = 2
)

// variants remembers which messages have lately gone on, ref by ref.
//
// A ref names one message, but the first to come under it may be an altered one: nobody
// here could decide about it, or it is what its publisher has signed, with other hints
// (content type, encryption, group key id), which no signature covers. The true one must then go on as well.
type variants struct {
	hash   maphash.Hash
	passed halves[passedKey, passed]
}

type passedKey struct {
	chain *chain
	ref   message.Ref
	after bool // what has gone on as the message after ref, undecided
}

// passed is what has gone on under one ref.
type passed struct {
	first variant
	more  []variant
}

type variant struct {
	meaning uint64
	from    wire.NodeID
}

// isOther is whether a message differs from all that have gone on under its ref, and may
// go on too. known is whether any of them is remembered.
func (v *variants) isOther(c *chain, a *arrival, meaning uint64) (other, known bool) {
	p, ok := v.passed.get(passedKey{chain: c, ref: a.m.Ref()})
	if !ok {
		return false, false
	}
	// What this node has published itself is the true one.
	if p.first.meaning == meaning || p.first.from == (wire.NodeID{}) {
		return false, true
	}
	same := 0
	if p.first.from == a.from {
		same++
	}
	for _, x := range p.more {
		if x.meaning == meaning {
			return false, true
		}
		if x.from == a.from {
			same++
		}
	}
	return len(p.more)+1 < maxVariants && same < maxVariantsOfSender, true
}

// remember notes that a message goes on.
func (v *variants) remember(c *chain, a *arrival, meaning uint64) {
	x := variant{meaning, a.from}
	v.note(passedKey{chain: c, ref: a.m.Ref()}, x)
	if a.verdict.kind == kindUnknown && a.m.PrevRef != nil {
		v.note(passedKey{chain: c, ref: *a.m.PrevRef, after: true}, x)
	}
}

func (v *variants) note(k passedKey, x variant) {
	p, ok := v.passed.get(k)
	if ok {
		p.more = append(p.more, x)
	} else {
		p.first = x
	}
	v.passed.put(k, p)
}

// mayFollow is whether a message may go on because of the one that it names as the one before.
// Nobody here can decide about it, and a forged one that claims all refs up to a far one would make
// every later message of the chain look known or impossible. The true ones are told by
// what they follow: something that has lately gone on, or that a forged one names as well.
func (v *variants) mayFollow(c *chain, a *arrival, meaning uint64) bool {
	if a.m.PrevRef == nil {
		return false
	}
	if _, known := v.passed.get(passedKey{chain: c, ref: a.m.Ref()}); known {
		return false // isOther decides
	}
	rivals, known := v.passed.get(passedKey{chain: c, ref: *a.m.PrevRef, after: true})
	if !known {
		_, known = v.passed.get(passedKey{chain: c, ref: *a.m.PrevRef})
		return known
	}
	same := 0
	for i := -1; i < len(rivals.more); i++ {
		x := rivals.first
		if i >= 0 {
			x = rivals.more[i]
		}
		if x.meaning == meaning {
			return false
		}
		if x.from == a.from {
			same++
		}
	}
	return len(rivals.more)+1 < maxVariants && same < maxVariantsOfSender
}

// meaning is a hash of what a message says: what its publisher signs, but for the place in
// the chain that passedKey holds, and the hints. signed is whether the signature was found good and
// so says nothing more.
func (v *variants) meaning(m *message.Message, signed bool) uint64 {
	h := &v.hash
	h.Reset()
	var n [8]byte
	number := func(i int64) {
		binary.LittleEndian.PutUint64(n[:], uint64(i))
		_, _ = h.Write(n[:]) // never fails
	}
	text := func(s string) {
		number(int64(len(s)))
		_, _ = h.WriteString(s)
	}
	blob := func(b []byte) {
		number(int64(len(b)))
		_, _ = h.Write(b)
	}
	if m.PrevRef != nil {
		number(m.PrevRef.Timestamp)
		number(int64(m.PrevRef.Sequence))
	} else {
		number(-1)
	}
	switch {
	case m.Request != nil:
		r := m.Request
		number(1)
		text(r.RequestID)
		text(string(r.Recipient))
		blob(r.PublicKey)
		number(int64(r.EncryptionType))
		for _, id := range r.GroupKeyIDs {
			text(id)
		}
	case m.Response != nil:
		r := m.Response
		number(2)
		text(r.RequestID)
		text(string(r.Recipient))
		number(int64(r.EncryptionType))
		for _, k := range r.GroupKeys {
			text(k.ID)
			blob(k.Data)
		}
	default:
		number(3)
		number(int64(m.ContentType))
		number(int64(m.EncryptionType))
		text(m.GroupKeyID)
		blob(m.Content)
		if m.NewGroupKey != nil {
			text(m.NewGroupKey.ID)
			blob(m.NewGroupKey.Data)
		}
	}
	if !signed {
		number(m.Timestamp) // one may have been forged out of another
		number(int64(m.Sequence))
		number(int64(m.SignatureType))
		blob(m.Signature)
	}
	return h.Sum64()
}
