package chain

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// formatVersion changes whenever what is stored changes its meaning; a database of
// another version is built anew.
const formatVersion = 1

// Keys begin with a letter of what they hold. Stream ids contain no zero byte, so
// one ends them; numbers are big-endian, so that keys sort as they do.
const (
	prefixIdentity   = 'i' // → identity
	prefixCursor     = 'c' // → Block
	prefixBlock      = 'h' // number → Block, of the newest blocks
	prefixUndo       = 'u' // number → what to put back
	prefixLife       = 's' // stream, 0, place → life
	prefixPermission = 'p' // stream, 0, user, 0, place → Permission
	prefixStore      = 't' // stream → amount
	prefixConsumer   = 'q' // address → amount
	prefixNode       = 'n' // address → Node
	prefixAssigned   = 'a' // stream, 0, node
	prefixAssignment = 'b' // node, stream
	prefixUser       = 'w' // user, 0, stream: on which it was ever given a permission
	prefixStorage    = 'r' // address → StorageNode
)

// db is the database of a view. It need not be synced: what a power cut takes away is
// read from the chain again, and each batch carries its cursor.
type db struct{ p *pebble.DB }

func openDB(dir string, fs vfs.FS) (*db, error) {
	cache := pebble.NewCache(4 << 20)
	defer cache.Unref()
	p, err := pebble.Open(dir, &pebble.Options{
		FS: fs, Cache: cache, MemTableSize: 4 << 20, FormatMajorVersion: pebble.FormatNewest,
		Logger: quiet{}, MaxOpenFiles: 200,
	})
	if err != nil {
		return nil, fmt.Errorf("open chain view %s: %w; it can be removed, and is then read from the chain again", dir, err)
	}
	return &db{p}, nil
}

// quiet is a logger that says nothing.
type quiet struct{}

func (quiet) Infof(string, ...any)  {}
func (quiet) Errorf(string, ...any) {}
func (quiet) Fatalf(format string, args ...any) {
	panic("chain view: " + fmt.Sprintf(format, args...))
}

// reader is a place to read from: the database or a transaction on it.
type reader interface {
	pebble.Reader
}

// get decodes the value of a key into v and reports whether there is one.
func get(r reader, key []byte, v any) (bool, error) {
	raw, closer, err := r.Get(key)
	if errors.Is(err, pebble.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("read chain view: %w", err)
	}
	err = json.Unmarshal(raw, v)
	if err = errors.Join(err, closer.Close()); err != nil {
		return false, fmt.Errorf("read chain view, key %q: %w", key, err)
	}
	return true, nil
}

// scan calls f for every key that begins with prefix, in order, until it returns
// false. Key and value must not be kept.
func scan(r reader, prefix []byte, f func(key, value []byte) (bool, error)) (err error) {
	it, err := r.NewIter(&pebble.IterOptions{LowerBound: prefix, UpperBound: after(prefix)})
	if err != nil {
		return fmt.Errorf("read chain view: %w", err)
	}
	defer func() { err = errors.Join(err, it.Close()) }()
	for ok := it.First(); ok; ok = it.Next() {
		value, err := it.ValueAndErr()
		if err != nil {
			return fmt.Errorf("read chain view: %w", err)
		}
		more, err := f(it.Key(), value)
		if err != nil || !more {
			return err
		}
	}
	return it.Error()
}

// after is the first key behind all that begin with prefix.
func after(prefix []byte) []byte {
	end := append([]byte(nil), prefix...)
	for i := len(end) - 1; i >= 0; i-- {
		if end[i]++; end[i] != 0 {
			return end[:i+1]
		}
	}
	return nil
}

func key(prefix byte, parts ...[]byte) []byte {
	k := []byte{prefix}
	for _, p := range parts {
		k = append(k, p...)
	}
	return k
}

func numberKey(prefix byte, n uint64) []byte {
	return binary.BigEndian.AppendUint64([]byte{prefix}, n)
}

// txn changes the database as a whole or not at all. While it records, it notes for
// each block what the keys held before.
type txn struct {
	*pebble.Batch
	recording bool
	undo      []change
	touched   Change // for the observers
}

// change is what a key held before it was changed.
type change struct {
	Key    []byte `json:"k"`
	Value  []byte `json:"v,omitempty"`
	Exists bool   `json:"e,omitempty"`
}

func (d *db) begin(recording bool) *txn {
	return &txn{Batch: d.p.NewIndexedBatch(), recording: recording}
}

func (t *txn) note(k []byte) error {
	if !t.recording {
		return nil
	}
	raw, closer, err := t.Get(k)
	switch {
	case errors.Is(err, pebble.ErrNotFound):
		t.undo = append(t.undo, change{Key: k})
		return nil
	case err != nil:
		return fmt.Errorf("read chain view: %w", err)
	}
	t.undo = append(t.undo, change{k, append([]byte(nil), raw...), true})
	return closer.Close()
}

// put sets a key to the encoding of v.
func (t *txn) put(k []byte, v any) error {
	if err := t.note(k); err != nil {
		return err
	}
	return t.write(k, v)
}

// write is put without a note: for keys that are not part of the state.
func (t *txn) write(k []byte, v any) error {
	raw, err := json.Marshal(v)
	if err != nil {
		return fmt.Errorf("write chain view: %w", err)
	}
	return t.Set(k, raw, nil)
}

func (t *txn) remove(k []byte) error {
	if err := t.note(k); err != nil {
		return err
	}
	return t.Delete(k, nil)
}

// endBlock makes b the newest block of the view, and keeps what it changed.
func (t *txn) endBlock(b Block) error {
	if t.recording {
		if len(t.undo) > 0 {
			if err := t.write(numberKey(prefixUndo, b.Number), t.undo); err != nil {
				return err
			}
			t.undo = nil
		}
		if err := t.write(numberKey(prefixBlock, b.Number), b); err != nil {
			return err
		}
		if b.Number > keptBlocks && b.Number%64 == 0 {
			for _, prefix := range []byte{prefixUndo, prefixBlock} {
				if err := t.DeleteRange([]byte{prefix}, numberKey(prefix, b.Number-keptBlocks), nil); err != nil {
					return err
				}
			}
		}
	}
	return t.write([]byte{prefixCursor}, b)
}

// rollback puts back what all blocks behind b changed, and makes b the newest.
func (t *txn) rollback(b Block) error {
	type step struct{ number, list []byte }
	var steps []step
	err := scan(t, []byte{prefixUndo}, func(k, v []byte) (bool, error) {
		if binary.BigEndian.Uint64(k[1:]) > b.Number {
			steps = append(steps, step{append([]byte(nil), k...), append([]byte(nil), v...)})
		}
		return true, nil
	})
	if err != nil {
		return err
	}
	for i := len(steps) - 1; i >= 0; i-- {
		var list []change
		if err := json.Unmarshal(steps[i].list, &list); err != nil {
			return fmt.Errorf("read chain view, undo of a block: %w", err)
		}
		for j := len(list) - 1; j >= 0; j-- {
			c := list[j]
			if c.Exists {
				err = t.Set(c.Key, c.Value, nil)
			} else {
				err = t.Delete(c.Key, nil)
			}
			if err != nil {
				return err
			}
		}
		if err := t.Delete(steps[i].number, nil); err != nil {
			return err
		}
	}
	if err := t.DeleteRange(numberKey(prefixBlock, b.Number+1), []byte{prefixBlock + 1}, nil); err != nil {
		return err
	}
	return t.write([]byte{prefixCursor}, b)
}

func (t *txn) commit() error {
	if err := t.Commit(pebble.NoSync); err != nil {
		return fmt.Errorf("write chain view: %w", err)
	}
	return nil
}
