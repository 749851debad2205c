package connection

import (
	"fmt"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// Send implements [transport.Transport]. Errors are those of package transport, or say
// that the message cannot be encoded or is larger than [MaxFrame]. The peer learns who has
// sent the message from the connection; m gets a message id and nothing else.
func (m *Manager) Send(msg *wire.Message, to *wire.Peer, o transport.SendOptions) error {
	switch {
	case m.stopping:
		return transport.ErrStopped
	case m.self == nil:
		return transport.ErrNotConnected
	case to.ID == m.self.ID:
		return transport.ErrSelf
	}
	c := m.conns[to.ID]
	if c == nil && (o.NoConnect || o.NoWait) || c != nil && c.state != open && o.NoWait {
		return transport.ErrNotConnected
	}
	msg.MessageId = wire.NewUUID(m.env.Rand)
	frame, err := encode(msg)
	if err != nil {
		return err
	}
	if c == nil {
		if c, err = m.connect(to); err != nil {
			return err
		}
	}
	if c.state == open {
		return m.write(c, frame)
	}
	if len(c.buffer) >= maxBufferedLen || c.buffered+len(frame) > maxBuffered && len(c.buffer) > 0 {
		m.stats.Overflows++
		return transport.ErrBackpressure
	}
	c.buffer = append(c.buffer, frame)
	c.buffered += len(frame)
	return nil
}

// SendMany implements [transport.Direct]. The message is encoded once; each peer gets a
// copy under a message id of its own, so that none of them knows the id that another one's
// duplicate detection will look for.
func (m *Manager) SendMany(msg *wire.Message, to []*wire.Peer) int {
	if m.stopping || m.self == nil {
		return 0
	}
	msg.MessageId = ""
	rest, err := wire.EncodeFrame(msg)
	if err != nil || len(rest)+messageIDSize > MaxFrame {
		m.env.Log.Debug("message cannot be sent", "service", msg.GetServiceId(), "bytes", len(rest), "error", err)
		return 0
	}
	sent := 0
	var frame []byte
	for _, peer := range to {
		c := m.conns[peer.ID]
		if c == nil || c.state != open {
			continue
		}
		if frame == nil {
			frame = make([]byte, 0, messageIDSize+len(rest))
		}
		frame = append(frame[:0], messageIDTag, wire.UUIDLen)
		frame = wire.AppendUUID(frame, m.env.Rand)
		frame = append(frame, rest...)
		if m.write(c, frame) == nil {
			sent++
		}
		if _, ok := c.pipe.link.(copying); !ok {
			frame = nil
		}
	}
	return sent
}

// copying is a link whose Send does not keep the frame, so that it can be used again.
type copying interface{ CopiesFrames() }

// The encoding of Message.messageId: tag of field 1 with a length, the length, 36 characters.
const (
	messageIDTag  = 1<<3 | 2
	messageIDSize = 2 + wire.UUIDLen
)

// write hands a frame to the link of an open connection.
func (m *Manager) write(c *conn, frame []byte) error {
	if err := c.pipe.link.Send(frame); err != nil {
		m.stats.Overflows++
		return err
	}
	c.used = m.env.Loop.Now()
	m.stats.FramesOut++
	m.stats.BytesOut += uint64(len(frame))
	return nil
}

// encode makes a frame.
func encode(msg *wire.Message) ([]byte, error) {
	frame, err := wire.EncodeFrame(msg)
	if err != nil {
		return nil, fmt.Errorf("encode message for %s: %w", msg.GetServiceId(), err)
	}
	if len(frame) > MaxFrame {
		return nil, fmt.Errorf("message of %d bytes for %s: peers take at most %d", len(frame), msg.GetServiceId(), MaxFrame)
	}
	return frame, nil
}

// dispatch hands a message of an open connection to its service.
func (m *Manager) dispatch(c *conn, msg *wire.Message, size int) {
	m.stats.FramesIn++
	m.stats.BytesIn += uint64(size)
	c.used = m.env.Loop.Now()
	if msg.GetRpcMessage() == nil {
		return
	}
	if !m.duplicates.isNew(c.peer.ID, msg.GetMessageId()) {
		m.stats.Duplicates++
		return
	}
	h := m.handlers[msg.GetServiceId()]
	if h == nil {
		return
	}
	msg.SourceDescriptor = c.peer.Descriptor
	h(msg, c.peer)
}
