package connection

import (
	"strconv"
	"strings"

	"github.com/logstore/logstore/internal/streamr/wire"
)

const (
	serviceHandshaker = "system/handshaker"
	serviceChecker    = "system/connectivity-checker"
	serviceManager    = "system/connection-manager"
	serviceConnector  = "system/websocket-connector"
)

// speaks is whether nodes of a protocol version can be talked to: it has the form
// <int>.<int>, and its major number is not below ours (§3.2). Minor numbers do not matter.
func speaks(version string) bool {
	const ownMajor = 1
	major, minor, ok := strings.Cut(version, ".")
	if !ok || len(version) > 20 {
		return false
	}
	if _, err := strconv.ParseUint(minor, 10, 32); err != nil {
		return false
	}
	n, err := strconv.ParseUint(major, 10, 32)
	return err == nil && n >= ownMajor
}

func (m *Manager) handshakeRequest(to *wire.Peer) *wire.Message {
	msg := m.message(serviceHandshaker)
	msg.Body = &wire.Message_HandshakeRequest{HandshakeRequest: &wire.HandshakeRequest{
		SourcePeerDescriptor: m.self.Descriptor,
		TargetPeerDescriptor: to.Descriptor,
		ProtocolVersion:      wire.ProtocolVersion,
		ApplicationVersion:   m.cfg.ApplicationVersion,
	}}
	return msg
}

// handshakeResponse accepts if refusal is nil.
func (m *Manager) handshakeResponse(refusal *wire.HandshakeError) *wire.Message {
	msg := m.message(serviceHandshaker)
	msg.Body = &wire.Message_HandshakeResponse{HandshakeResponse: &wire.HandshakeResponse{
		SourcePeerDescriptor: m.self.Descriptor,
		Error:                refusal,
		ProtocolVersion:      wire.ProtocolVersion,
		ApplicationVersion:   m.cfg.ApplicationVersion,
	}}
	return msg
}
