// Package api is the HTTP surface of a node: queries, publishing, live streams,
// figures, sign-in, and what operators look at.
//
// It speaks to the clients of every generation of the original broker (package
// format knows their bodies) and, on the same paths, to newer ones. The success
// bodies, the texts of the 400 errors, 401, 403 and CORS are the original's; what
// ended that program's process is an ordinary error here. Every error is an
// RFC 9457 problem whose first member, "error", is the text that the original's
// clients show.
//
// The package promises:
//
//   - An answer whose HTTP trailer Logstore-Complete is true is whole. One that
//     cannot be completed has its connection cut.
//   - Memory is bounded whatever the length of an answer, the size of a publish
//     request or the slowness of a client; a client that stops reading is cut off.
//   - A live stream that starts in the past goes over into the present without a
//     gap and without a duplicate, also when a client resumes it by cursor.
//   - What is published goes through ingest. Nothing here writes messages into
//     the store.
//
// The [Server] gives handlers and owns no listener: the broker does.
//
//	srv, err := api.New(api.DefaultConfig(), api.Deps{Store: st, StoreID: st.ID(), …})
//	public := &http.Server{Handler: srv.Handler()}
//	admin := &http.Server{Handler: srv.AdminHandler()}
//	…
//	srv.Shutdown() // ends live streams
package api
