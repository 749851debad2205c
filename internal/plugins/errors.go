package plugins

import (
	"context"
	"errors"
	"fmt"
	"net/http"

	"github.com/coder/websocket"
	"github.com/mochi-mqtt/server/v2/packets"

	"github.com/logstore/logstore/message"
)

// What a device can do wrong besides what the network answers.
var (
	errMalformed   = errors.New("malformed")         // a parameter or a topic
	errPayload     = errors.New("malformed payload") // the body
	errCombination = errors.New("parameters do not go together")
	errEncoding    = errors.New("the Content-Encoding is not understood: want identity, gzip or deflate")
	errTooLarge    = errors.New("the message is too large")
	errWildcard    = errors.New("wildcards in topics are not supported: subscribe to each stream")
	errShared      = errors.New("shared subscriptions are not supported")
	errTooMany     = errors.New("too many subscriptions on one connection")
	errNoKey       = errors.New("an API key is needed")
	errWrongKey    = errors.New("the API key is not known here")
	errRights      = errors.New("the API key does not allow this")
	errClosed      = fmt.Errorf("%w: the node is shutting down", ErrUnavailable)
)

// class says what becomes of a request, connection or message after an error, in the
// terms of each protocol.
type class struct {
	name string // label of metrics
	http int
	// close ends a WebSocket connection; 0 lets it stay, since only one message is at fault.
	close websocket.StatusCode
	// pub and sub answer MQTT 5 clients.
	pub, sub packets.Code
	// again says that the same message may be taken later: an MQTT 3 client, which
	// cannot be told, gets no acknowledgement then, but the end of its connection.
	again bool
}

// classes in the order in which they are looked for.
var classes = []struct {
	err error
	class
}{
	{errNoKey, class{"no_key", http.StatusUnauthorized, websocket.StatusPolicyViolation, packets.ErrNotAuthorized, packets.ErrNotAuthorized, false}},
	{errWrongKey, class{"wrong_key", http.StatusForbidden, websocket.StatusPolicyViolation, packets.ErrNotAuthorized, packets.ErrNotAuthorized, false}},
	{errRights, class{"no_right", http.StatusForbidden, websocket.StatusPolicyViolation, packets.ErrNotAuthorized, packets.ErrNotAuthorized, false}},
	{errTooLarge, class{"too_large", http.StatusRequestEntityTooLarge, websocket.StatusMessageTooBig, packets.ErrQuotaExceeded, packets.ErrQuotaExceeded, false}},
	{errEncoding, class{"malformed", http.StatusUnsupportedMediaType, 0, packets.ErrPayloadFormatInvalid, packets.ErrUnspecifiedError, false}},
	{errPayload, class{"malformed", http.StatusBadRequest, 0, packets.ErrPayloadFormatInvalid, packets.ErrUnspecifiedError, false}},
	{errMalformed, class{"malformed", http.StatusBadRequest, 0, packets.ErrTopicNameInvalid, packets.ErrTopicFilterInvalid, false}},
	{errWildcard, class{"malformed", http.StatusBadRequest, 0, packets.ErrTopicNameInvalid, packets.ErrWildcardSubscriptionsNotSupported, false}},
	{errShared, class{"malformed", http.StatusBadRequest, 0, packets.ErrTopicNameInvalid, packets.ErrSharedSubscriptionsNotSupported, false}},
	{errTooMany, class{"too_many", http.StatusBadRequest, websocket.StatusPolicyViolation, packets.ErrQuotaExceeded, packets.ErrQuotaExceeded, false}},
	{message.ErrStreamID, class{"malformed", http.StatusBadRequest, 0, packets.ErrTopicNameInvalid, packets.ErrTopicFilterInvalid, false}},
	{errCombination, class{"malformed", http.StatusUnprocessableEntity, 0, packets.ErrTopicNameInvalid, packets.ErrTopicFilterInvalid, false}},
	{message.ErrPartition, class{"partition", http.StatusUnprocessableEntity, websocket.StatusPolicyViolation, packets.ErrTopicNameInvalid, packets.ErrTopicFilterInvalid, false}},
	{ErrTimestamp, class{"timestamp", http.StatusUnprocessableEntity, 0, packets.ErrPayloadFormatInvalid, packets.ErrUnspecifiedError, false}},
	{ErrUnknownStream, class{"unknown_stream", http.StatusNotFound, websocket.StatusPolicyViolation, packets.ErrTopicNameInvalid, packets.ErrTopicFilterInvalid, false}},
	{ErrNoPermission, class{"no_permission", http.StatusForbidden, websocket.StatusPolicyViolation, packets.ErrNotAuthorized, packets.ErrNotAuthorized, false}},
	{ErrUnavailable, class{"unavailable", http.StatusServiceUnavailable, websocket.StatusTryAgainLater, packets.ErrImplementationSpecificError, packets.ErrImplementationSpecificError, true}},
	{context.DeadlineExceeded, class{"unavailable", http.StatusServiceUnavailable, websocket.StatusTryAgainLater, packets.ErrImplementationSpecificError, packets.ErrImplementationSpecificError, true}},
	{context.Canceled, class{"unavailable", http.StatusServiceUnavailable, websocket.StatusTryAgainLater, packets.ErrImplementationSpecificError, packets.ErrImplementationSpecificError, true}},
}

// internal is the class of everything else.
var internal = class{"failed", http.StatusInternalServerError, websocket.StatusInternalError, packets.ErrUnspecifiedError, packets.ErrUnspecifiedError, true}

func classify(err error) class {
	for _, c := range classes {
		if errors.Is(err, c.err) {
			return c.class
		}
	}
	return internal
}

// tell is what a device is told. Only errors that are known to be about its own doing
// are quoted in full.
func (c class) tell(err error) string {
	switch c.name {
	case internal.name:
		return "the message could not be handled; the node's log says why"
	case "unavailable":
		return ErrUnavailable.Error()
	}
	return err.Error()
}
