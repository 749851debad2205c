package groupkeys

import (
	"errors"
	"slices"
	"time"

	"github.com/logstore/logstore/message"
)

const (
	// maxRequesters bounds the subscribers whose requests are counted.
	maxRequesters = 1000
	// answersPerSecond is what one requester gets in the long run, answerBurst at once.
	// The former is what an official subscriber sends at most.
	answersPerSecond = 20
	answerBurst      = 40
	// rememberedRequests is how many requests of one requester are known again, so that
	// nobody can use up its answers by repeating them.
	rememberedRequests = 64
	// maxRequestChecks bounds the requests that are checked at a time.
	maxRequestChecks = 64
	// maxKeysPerRequest bounds the work for one request; what is beyond is left out.
	maxKeysPerRequest = 100
)

// requester is a subscriber that asked for keys and may have them.
type requester struct {
	answers float64 // how many it may have now
	updated time.Time
	recent  []string // ids of its last requests
}

// refill lets time pass for a requester.
func (r *requester) refill(now time.Time) {
	r.answers = min(answerBurst, r.answers+answersPerSecond*now.Sub(r.updated).Seconds())
	r.updated = now
}

// onRequest answers a request for keys. What costs little comes first; nothing is
// booked to a requester before it is sure that the request is its own.
func (e *Exchange) onRequest(m *message.Message) {
	r := m.Request
	if e.requests[r.RequestID] != nil || len(r.RequestID) > maxRequestIDLen {
		e.refuse(m, "own request, or one with a long id", nil)
		return
	}
	if known, err := e.known(m); len(known) == 0 {
		e.refuse(m, "none of the keys is known for this stream", err)
		return
	}
	if from, ok := e.requesters.Peek(m.Publisher); ok {
		from.refill(e.c.Now())
		switch {
		case slices.Contains(from.recent, r.RequestID):
			e.refuse(m, "repeated request", nil)
			return
		case from.answers < 1:
			e.stats.Limited++
			return
		}
	}
	if e.checks == maxRequestChecks {
		e.stats.Limited++
		return
	}
	e.checks++
	e.authorize(m, e.self, m.Publisher, func(err error) {
		e.checks--
		switch {
		case err != nil:
			e.refuse(m, "not authorized", err)
		case !e.admit(m.Publisher, r.RequestID):
			e.stats.Limited++
		default:
			e.answer(m)
		}
	})
}

// admit books an answer to a requester, unless it had too many or this one before.
func (e *Exchange) admit(user message.UserID, requestID string) bool {
	from, ok := e.requesters.Get(user)
	if !ok {
		from = &requester{answers: answerBurst, updated: e.c.Now()}
		e.requesters.Add(user, from)
	}
	from.refill(e.c.Now())
	if from.answers < 1 || slices.Contains(from.recent, requestID) {
		return false
	}
	from.answers--
	if len(from.recent) == rememberedRequests {
		from.recent = slices.Delete(from.recent, 0, 1)
	}
	from.recent = append(from.recent, requestID)
	return true
}

func (e *Exchange) answer(m *message.Message) {
	r := m.Request
	to, err := ParsePublicKey(r.PublicKey)
	if err != nil {
		e.refuse(m, "public key", err)
		return
	}
	if bits := to.RSABits(); bits > 0 && bits < e.c.MinRSABits {
		e.refuse(m, "RSA key is too short", nil)
		return
	}
	response := &message.GroupKeyResponse{RequestID: r.RequestID, Recipient: m.Publisher, EncryptionType: to.Type()}
	known, err := e.known(m)
	for i := range known {
		k, sealErr := to.Encrypt(e.c.Random, &known[i])
		if sealErr != nil {
			err = sealErr
			break
		}
		response.GroupKeys = append(response.GroupKeys, k)
	}
	if err == nil && len(response.GroupKeys) > 0 {
		err = e.publish(m.Part(), &message.Message{Response: response})
	}
	if err != nil {
		e.c.Log.Warn("group key request not answered", "stream_part", m.Part().String(), "requester", shorten(m.Publisher), "error", err)
		return
	}
	e.stats.Answered++
}

// known returns those of the requested keys that the store has for the stream, each
// once, and the last error of the store.
//
// That a key is for the stream matters: permission to subscribe is checked for the
// stream of the request only, and ids of other streams' keys can be seen by all. A key
// that was only announced, by another instance of this publisher, may be wrong.
func (e *Exchange) known(m *message.Message) (keys []Key, err error) {
	ids := m.Request.GroupKeyIDs
	for i, id := range ids[:min(len(ids), maxKeysPerRequest)] {
		if slices.Contains(ids[:i], id) || checkKeyID(id) != nil {
			continue
		}
		have, getErr := e.c.Store.Get(e.self, id)
		switch {
		case errors.Is(getErr, ErrNotFound): // as the protocol has it, left out
		case getErr != nil:
			err = getErr
		case have.Confirmed && (have.Stream == "" || have.Stream == m.Stream):
			keys = append(keys, have.Key)
		}
	}
	return keys, err
}
