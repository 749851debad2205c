// Package interop tests the broker against software that this project did not
// write: the official Streamr SDK and the original LogStore client, both as they
// are on the npm registry. The tests are behind the build tag "interop", because
// they need Node.js and what `make interop` installs; that target runs them.
//
// The Go side starts the real broker program with a fresh store, signs and
// publishes messages, and gives a Node script a task as JSON. The scripts are
// streamr/resend.mjs and original/query.mjs; they print one line a check and end
// with a line that counts them.
//
// TestDevnet runs a devnet of ours and, on it, the clients that were published for the
// original contracts; TestOriginalInterfaces compares the contracts' interfaces.
//
// The tests in network_*_test.go put official clients and nodes and ours into one Streamr
// network; the comment on worker describes how they are driven.
//
// The demonstration that `make run` shows is tested here too, as it downloads its
// data with npm.
package interop
