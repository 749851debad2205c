package logstore_test

import (
	"encoding/binary"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// answerer is a server that gives one answer to every question.
type answerer struct {
	contentType string // default application/octet-stream
	body        []byte
	noTrailer   bool // does not say that the answer is whole
	abort       bool // breaks the connection after the body
}

func (a answerer) ServeHTTP(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "application/octet-stream")
	if a.contentType != "" {
		h.Set("Content-Type", a.contentType)
	}
	if !a.noTrailer {
		h.Set("Trailer", "Logstore-Complete")
	}
	if _, err := w.Write(a.body); err != nil {
		return
	}
	if a.abort {
		if err := http.NewResponseController(w).Flush(); err != nil {
			return
		}
		panic(http.ErrAbortHandler)
	}
	if !a.noTrailer {
		h.Set("Logstore-Complete", "true")
	}
}

func frames(ms []*message.Message) []byte {
	var out []byte
	for _, m := range ms {
		wire := m.AppendWire(nil)
		out = binary.BigEndian.AppendUint32(out, uint32(len(wire)))
		out = append(out, wire...)
	}
	return out
}

// ask starts a server that gives the answer, and returns a client of it.
func ask(t testing.TB, a http.Handler, cfg logstore.Config) *logstore.Client {
	t.Helper()
	srv := httptest.NewServer(a)
	t.Cleanup(srv.Close)
	cfg.URL = srv.URL
	cfg.MaxRetries = -1
	return newClient(t, cfg)
}

// What is found without a proof of completeness: by the messages alone.
func TestLyingNodesAreFound(t *testing.T) {
	t.Parallel()
	alice, mallory := newKey(t), newKey(t)
	honest := signedMessages(t, alice, "/s", 10)
	stream := string(honest[0].Stream)
	// change works on copies of the messages.
	change := func(f func(ms []*message.Message) []*message.Message) []*message.Message {
		ms := make([]*message.Message, len(honest))
		for i, m := range honest {
			c := *m
			ms[i] = &c
		}
		return f(ms)
	}
	for _, tc := range []struct {
		name     string
		messages []*message.Message
		q        logstore.Query
		// kind is what the report must name, strict how many messages come before
		// the iteration ends in error; -1 if it does not.
		kind   proof.Kind
		strict int
		cause  error
		// skip is what is left if the rest is skipped.
		skip []int
	}{
		{
			name: "withholds", kind: proof.ChainGap, strict: -1, skip: []int{0, 1, 2, 4, 5, 6, 7, 8, 9},
			messages: change(func(ms []*message.Message) []*message.Message { return slices.Delete(ms, 3, 4) }),
		},
		{
			name: "alters content", kind: proof.InvalidSignature, strict: 4, cause: message.ErrInvalidSignature,
			skip: []int{0, 1, 2, 3, 5, 6, 7, 8, 9},
			messages: change(func(ms []*message.Message) []*message.Message {
				ms[4].Content = []byte(`{"n":40}`)
				return ms
			}),
		},
		{
			name: "alters time", kind: proof.InvalidSignature, strict: 9, cause: message.ErrInvalidSignature, skip: numbers(0, 9),
			messages: change(func(ms []*message.Message) []*message.Message {
				ms[9].Timestamp += 1000
				return ms
			}),
		},
		{
			name: "forges", kind: proof.InvalidSignature, strict: 9, cause: message.ErrInvalidSignature, skip: numbers(0, 9),
			messages: change(func(ms []*message.Message) []*message.Message {
				ms[9].Content = []byte(`{"n":90}`)
				if err := message.Sign(ms[9], mallory); err != nil {
					t.Fatal(err)
				}
				ms[9].Publisher = alice.UserID()
				return ms
			}),
		},
		{
			name: "hides behind a signature type that cannot be checked", kind: proof.Unchecked, strict: 5,
			cause: message.ErrUnsupportedSignature, skip: []int{0, 1, 2, 3, 4, 6, 7, 8, 9},
			messages: change(func(ms []*message.Message) []*message.Message {
				ms[5].SignatureType, ms[5].Content = message.SignatureERC1271, []byte(`{"n":50}`)
				return ms
			}),
		},
		{
			name: "reorders", kind: proof.OutOfOrder, strict: 3, skip: []int{0, 1, 3, 4, 5, 6, 7, 8, 9},
			messages: change(func(ms []*message.Message) []*message.Message {
				ms[2], ms[3] = ms[3], ms[2]
				return ms
			}),
		},
		{
			name: "repeats", kind: proof.Duplicate, strict: 8, skip: numbers(0, 10),
			messages: change(func(ms []*message.Message) []*message.Message { return slices.Insert(ms, 8, ms[7]) }),
		},
		{
			name: "answers with another partition", kind: proof.NotAsked, strict: 0, q: logstore.Query{Partition: 1}, skip: nil,
			messages: honest,
		},
		{
			name: "answers beyond the range", kind: proof.NotAsked, strict: 0, skip: numbers(3, 10),
			q:        logstore.Query{FromRef: honest[3].Ref()},
			messages: honest,
		},
		{
			name: "answers beyond the limit", kind: proof.NotAsked, strict: 4, skip: numbers(0, 4),
			q:        logstore.Query{Limit: 4},
			messages: honest,
		},
		{
			name: "gives the oldest for the newest first", kind: proof.OutOfOrder, strict: 1, skip: []int{0},
			q:        logstore.Query{Reverse: true},
			messages: honest,
		},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := ask(t, answerer{body: frames(tc.messages)}, logstore.Config{})
			q := tc.q
			q.Stream, q.WithoutProof = stream, true
			got, res, err := collect(t, c, q)
			named := func(r proof.Report) bool {
				return slices.ContainsFunc(r.Problems, func(p proof.Problem) bool { return p.Kind == tc.kind })
			}
			if r := res.Report(); r.OK() || !named(r) {
				t.Errorf("report does not name %s:\n%s", tc.kind, r)
			}
			var verr *logstore.VerificationError
			switch {
			case tc.strict < 0 && err != nil:
				t.Errorf("iteration ended with %v", err)
			case tc.strict >= 0 && (!errors.Is(err, logstore.ErrVerification) || !errors.As(err, &verr)):
				t.Fatalf("iteration ended with %v", err)
			case tc.strict >= 0 && (verr.Problem.Kind != tc.kind || len(got) != tc.strict || verr.Message == nil):
				t.Errorf("%d messages, then %v", len(got), verr)
			case tc.cause != nil && !errors.Is(err, tc.cause):
				t.Errorf("%v is not %v", err, tc.cause)
			}

			q.Verification = logstore.VerifySkip
			got, res, err = collect(t, c, q)
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tc.skip, got); d != "" {
				t.Errorf("what is left (-want +got):\n%s", d)
			}
			if r := res.Report(); r.OK() || !named(r) || r.Messages != uint64(len(tc.messages)) {
				t.Errorf("report after skipping:\n%s", r)
			}

			q.Verification = logstore.VerifyOff
			got, res, err = collect(t, c, q)
			if err != nil || len(got) != len(tc.messages) {
				t.Errorf("not verifying: %d messages, %v", len(got), err)
			}
			if r := res.Report(); r.OK() || r.Valid != 0 {
				t.Errorf("report without verification:\n%s", r)
			}
		})
	}
}

func TestBrokenAnswersAreNotTakenForWhole(t *testing.T) {
	t.Parallel()
	honest := signedMessages(t, newKey(t), "/s", 10)
	whole := frames(honest)
	for _, tc := range []struct {
		name   string
		answer answerer
		want   error
		n      int
	}{
		{"cut between messages", answerer{body: frames(honest[:6]), abort: true}, logstore.ErrIncomplete, 6},
		{"cut within a message", answerer{body: whole[:len(whole)-5], abort: true}, logstore.ErrIncomplete, 9},
		{"ends within a message, and calls it whole", answerer{body: whole[:len(whole)-5]}, logstore.ErrIncomplete, 9},
		{"ends within a length", answerer{body: append(slices.Clone(whole), 0, 0)}, logstore.ErrIncomplete, 10},
		{"does not say that it is whole", answerer{body: whole, noTrailer: true}, logstore.ErrIncomplete, 10},
		{"claims a message of 4 GB", answerer{body: append(slices.Clone(whole), 255, 255, 255, 255)}, logstore.ErrProtocol, 10},
		{"garbage for a message", answerer{body: append(slices.Clone(whole), 0, 0, 0, 3, 'a', 'b', 'c')}, logstore.ErrVerification, 10},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			c := ask(t, tc.answer, logstore.Config{})
			got, res, err := collect(t, c, logstore.Query{Stream: string(honest[0].Stream)})
			if !errors.Is(err, tc.want) {
				t.Errorf("error %v, want %v", err, tc.want)
			}
			if d := cmp.Diff(numbers(0, tc.n), got); d != "" {
				t.Errorf("messages (-want +got):\n%s", d)
			}
			if r := res.Report(); r.OK() || r.Complete {
				t.Errorf("report:\n%s", r)
			}
			for _, again := range res.All() {
				if !errors.Is(again, tc.want) {
					t.Errorf("iterating again gives %v", again)
				}
			}
		})
	}
}

func TestForeignServersAreNamed(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name    string
		handler http.Handler
		want    error
		text    string
	}{
		{"a web page", answerer{contentType: "text/html", body: []byte("<html>")}, logstore.ErrProtocol, "text/html"},
		{"a missing page", http.NotFoundHandler(), logstore.ErrNotFound, "404 page not found"},
		{"an old broker's error", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusBadRequest)
			_, _ = io.WriteString(w, `{"error":"Not enough balance staked for query"}`)
		}), logstore.ErrInvalid, "Not enough balance"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			t.Parallel()
			_, err := ask(t, tc.handler, logstore.Config{}).Query(t.Context(), logstore.Query{Stream: "a.eth/a"})
			if !errors.Is(err, tc.want) || !strings.Contains(err.Error(), tc.text) {
				t.Errorf("error %v, want %v with %q", err, tc.want, tc.text)
			}
		})
	}
}

func TestQueryArgumentsAreChecked(t *testing.T) {
	t.Parallel()
	c := newClient(t, logstore.Config{})
	for name, q := range map[string]logstore.Query{
		"no stream":             {},
		"path without an owner": {Stream: "/s"},
		"traversal":             {Stream: "a.eth/../b"},
		"partition":             {Stream: "a.eth/s", Partition: 100},
		"negative last":         {Stream: "a.eth/s", Last: -1},
		"last with a bound":     {Stream: "a.eth/s", Last: 1, From: t0},
		"last with a publisher": {Stream: "a.eth/s", Last: 1, Publisher: "0x01"},
		"negative limit":        {Stream: "a.eth/s", Limit: -1},
		"to before from":        {Stream: "a.eth/s", From: t0, To: t0.Add(-1)},
		"before 1970":           {Stream: "a.eth/s", From: t0.AddDate(-100, 0, 0)},
		"publisher not hex":     {Stream: "a.eth/s", Publisher: "me"},
		"chain, no publisher":   {Stream: "a.eth/s", Chain: "c"},
		"unknown verification":  {Stream: "a.eth/s", Verification: 9},
		"negative exact bound":  {Stream: "a.eth/s", FromRef: message.Ref{Timestamp: -1}},
	} {
		if _, err := c.Query(t.Context(), q); !errors.Is(err, logstore.ErrInvalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
