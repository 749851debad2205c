package chain

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"iter"

	"github.com/cockroachdb/pebble/v2"

	"github.com/logstore/logstore/message"
)

// Streams goes through the streams that exist now, in the order of their ids, from the
// first one behind after.
func (v *View) Streams(after message.StreamID) iter.Seq2[message.StreamID, error] {
	return groups(v, []byte{prefixLife}, []byte(after), func(snap reader, name []byte) (message.StreamID, bool, error) {
		return existing(snap, message.StreamID(name))
	})
}

// Users goes through those who were ever given a permission on a stream, everybody
// ([Public]) among them, in the order of their bytes, from the first one behind after.
// A stream that does not exist has none.
func (v *View) Users(id message.StreamID, after message.UserID) iter.Seq2[message.UserID, error] {
	return groups(v, key(prefixPermission, []byte(id), []byte{0}), hex.AppendEncode(nil, []byte(after)), func(snap reader, name []byte) (message.UserID, bool, error) {
		if _, ok, err := existing(snap, id); !ok || err != nil {
			return "", false, err
		}
		user, err := hex.DecodeString(string(name))
		return message.UserID(user), err == nil, err
	})
}

// StreamsOf goes through the streams that exist now and on which a user was ever given a
// permission, in the order of their ids, from the first one behind after.
func (v *View) StreamsOf(user message.UserID, after message.StreamID) iter.Seq2[message.StreamID, error] {
	return groups(v, userPrefix(user), []byte(after), func(snap reader, name []byte) (message.StreamID, bool, error) {
		return existing(snap, message.StreamID(name))
	})
}

func existing(r reader, id message.StreamID) (message.StreamID, bool, error) {
	l, ok, err := lastLife(r, id)
	return id, ok && l.Exists, err
}

// groups goes through the names that stand in keys between prefix and the next zero
// byte, or the key's end; each once, and only those that read makes something of.
func groups[T any](v *View, prefix, after []byte, read func(snap reader, name []byte) (T, bool, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		snap := v.db.p.NewSnapshot()
		defer snap.Close()
		var zero T
		if err := eachGroup(snap, prefix, after, func(name []byte) (bool, error) {
			value, ok, err := read(snap, name)
			if err != nil || !ok {
				return err == nil, err
			}
			return yield(value, nil), nil
		}); err != nil {
			yield(zero, err)
		}
	}
}

func eachGroup(r reader, prefix, behind []byte, f func(name []byte) (bool, error)) (err error) {
	it, err := r.NewIter(&pebble.IterOptions{LowerBound: prefix, UpperBound: after(prefix)})
	if err != nil {
		return fmt.Errorf("read chain view: %w", err)
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	next := func(name []byte) bool { // a name is followed by a zero byte, or by nothing
		k := append(append([]byte(nil), prefix...), name...)
		return it.SeekGE(append(k, 1))
	}
	ok := it.First()
	if len(behind) > 0 {
		ok = next(behind)
	}
	for ok {
		name := append([]byte(nil), it.Key()[len(prefix):]...)
		if end := bytes.IndexByte(name, 0); end >= 0 {
			name = name[:end]
		}
		more, err := f(name)
		if err != nil || !more {
			return err
		}
		ok = next(name)
	}
	return it.Error()
}
