// Package ws carries the messages of Streamr nodes over WebSockets.
//
// [Network] implements [transport.Network]: it serves, as a server of its own or as a
// handler in another one, and dials. Each connection has a goroutine that reads and decodes
// messages, and one that writes; both talk to the node's loop.
//
// A fast sender cannot fill the memory of a slow node, nor a slow reader that of a fast one:
// what is read but not handled, and what is sent but not written, is bounded. The first
// stops the reading, the second ends the connection if it lasts.
//
// The library under it is gorilla/websocket, which reads frames of a few hundred bytes in a
// third of the time that coder/websocket takes, and gives access to the net.Conn: the
// writer puts many frames into one system call.
package ws
