package api

import (
	"net/http"
	"time"
)

// recorder is the ResponseWriter that handlers get. It remembers what was sent and
// keeps a client that stops reading from holding a handler: every write moves the
// connection's write deadline.
type recorder struct {
	http.ResponseWriter
	control  *http.ResponseController
	timeout  time.Duration
	deadline time.Time // that was set last

	status   int // 0: nothing was sent yet
	bytes    int64
	hijacked bool
}

func newRecorder(w http.ResponseWriter, timeout time.Duration) *recorder {
	return &recorder{ResponseWriter: w, control: http.NewResponseController(w), timeout: timeout}
}

// extend moves the write deadline, not more often than matters.
func (w *recorder) extend() {
	now := time.Now()
	if w.deadline.Sub(now) > w.timeout*3/4 {
		return
	}
	w.deadline = now.Add(w.timeout)
	// Writers that know no deadline (in tests) have no slow client either.
	_ = w.control.SetWriteDeadline(w.deadline)
}

// WriteHeader implements http.ResponseWriter.
func (w *recorder) WriteHeader(status int) {
	if status < 200 && status != http.StatusSwitchingProtocols {
		w.ResponseWriter.WriteHeader(status)
		return
	}
	if w.status == 0 {
		w.status = status
		w.hijacked = status == http.StatusSwitchingProtocols
	}
	w.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (w *recorder) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.WriteHeader(http.StatusOK)
	}
	w.extend()
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// FlushError implements what http.ResponseController looks for.
func (w *recorder) FlushError() error {
	if w.status == 0 {
		w.WriteHeader(http.StatusOK)
	}
	w.extend()
	return w.control.Flush()
}

// Unwrap gives http.ResponseController and the WebSocket library the connection.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (w *recorder) started() bool { return w.status != 0 }
