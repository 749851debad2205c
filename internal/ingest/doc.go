// Package ingest decides which messages a node keeps, and keeps them.
//
// A message passes, in this order, what is cheap and certain first:
//
//  1. its size, structure and kind, and its timestamp against the node's clock;
//  2. its stream: known, the partition in range, the canonical profile;
//  3. whether it is stored already, so that a duplicate costs a hash and a lookup;
//  4. its signature, in batches on all cores;
//  5. its publisher's permission;
//  6. its content: JSON, and the schema of the stream, unless it is encrypted;
//  7. the store, which puts concurrent appends under one fsync.
//
// Every message gets its own verdict: a bad one never takes a good one with it.
// Only what concerns the node is an error of the whole: too much work ([ErrBusy]),
// closing ([ErrClosed]), the store ([store.ErrDiskFull] and others). After such an
// error a retry is safe, because what was stored meanwhile comes out as a duplicate.
//
// What waits is bounded in messages and in bytes; callers beyond the bound wait.
//
//	in := ingest.New(ingest.Config{}, ingest.Deps{Store: st, Streams: registry})
//	defer in.Close(ctx)
//	results, err := in.Submit(ctx, messages)
//
// Lock order: a Submit holds no lock while it calls anything outside the package.
package ingest
