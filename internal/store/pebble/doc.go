// Package pebble keeps messages in an embedded Pebble database. It implements
// [store.Store].
//
// One goroutine, the committer, writes. Appends that arrive while it is busy are
// put together into one group: deduplicated against the store and among each
// other, written as one Pebble batch and made durable by one fsync that all of
// them share. The next group is prepared while the fsync of the last one is under
// way. When it has ended, the group is published: a new [view] replaces the current
// one, followers are woken, and the appenders get their outcomes. Readers only ever
// see published views, so what is not durable is not visible, and a batch is seen
// whole or not at all.
//
// Reading copies small chunks out of Pebble and holds no lock and no memory of
// Pebble while the caller looks at them. An iterator whose reader pauses is closed
// and opened again later at the same place of the same view.
//
// [Store.Scrub] reads everything again and again to find what went bad on the disk. A
// message that is not what was stored goes into quarantine: reading it is an error
// until it is handed in again.
//
// When the disk takes no flushes, appends are refused and reading goes on. A failing
// write to the write-ahead log cannot be undone and leaves open what is
// on disk. The process then logs the reason and exits with status 1; it comes back
// with everything that it ever acknowledged. See [Options.Fatal].
//
// Lock order: Store.mu may be taken with no other lock held, or under cursor.mu;
// under Store.mu nothing is locked but quarantine.mu and Pebble's own locks.
//
// The bytes on disk are described in docs/spec/store.md.
package pebble
