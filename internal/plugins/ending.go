package plugins

import (
	"time"
	"unicode/utf8"

	"github.com/coder/websocket"
	"github.com/mochi-mqtt/server/v2/packets"
)

// ending is why a connection ends.
type ending struct {
	name string               // label of metrics
	code websocket.StatusCode // of WebSocket
	mqtt packets.Code         // of MQTT 5
	text string               // at most maxReason bytes
	// abrupt leaves out the farewell: the client would not get it, or has had it.
	abrupt bool
}

func (e *ending) Error() string { return e.text }

// maxReason is what fits into a WebSocket's close frame.
const maxReason = 123

var (
	endGone      = &ending{name: "gone", text: "the client has gone", abrupt: true}
	endShutdown  = &ending{name: "shutdown", code: websocket.StatusGoingAway, mqtt: packets.ErrServerShuttingDown, text: "the node is shutting down"}
	endSlow      = &ending{name: "slow", code: websocket.StatusTryAgainLater, mqtt: packets.ErrQuotaExceeded, text: "too slow: too many messages wait for this client"}
	endSilent    = &ending{name: "silent", text: "no answer to a ping", abrupt: true}
	endTooLarge  = &ending{name: "too_large", code: websocket.StatusMessageTooBig, mqtt: packets.ErrPacketTooLarge, text: "a message was too large"}
	endTakenOver = &ending{name: "taken_over", mqtt: packets.ErrSessionTakenOver, text: "another connection uses the same client id"}
)

// endOf is the ending after an error.
func endOf(err error) *ending {
	c := classify(err)
	text := c.tell(err)
	if len(text) > maxReason {
		cut := maxReason - len("…")
		for !utf8.RuneStart(text[cut]) {
			cut--
		}
		text = text[:cut] + "…"
	}
	return &ending{name: c.name, code: c.close, mqtt: c.pub, text: text}
}

// pingWait is how long an answer to a ping may take if nothing bounds it.
const pingWait = 24 * time.Hour
