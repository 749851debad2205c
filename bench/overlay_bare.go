package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"sync"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// The least that can stand between a publisher and subscribers, in a process of its own:
// it takes every peer for its neighbour, and writes to all others what one sends, without
// looking at it. What it takes is taken by the machine, the kernel and the load generator.
const bareCommand = "serve-bare"

// serveBare forwards until the process is killed.
func serveBare() error {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	if err := json.NewEncoder(os.Stdout).Encode(overlayAnswer{Address: listener.Addr().String()}); err != nil {
		return err
	}
	b := new(bareForwarder)
	for {
		conn, err := listener.Accept()
		if err != nil {
			return err
		}
		go func() {
			defer conn.Close()
			l, err := acceptWS(conn)
			if err != nil {
				fmt.Fprintln(os.Stderr, "bare forwarder:", err)
				return
			}
			b.add(l)
			b.forward(l) // ends when the peer goes
		}()
	}
}

type bareForwarder struct {
	mu    sync.Mutex
	links []*wsLink
}

func (b *bareForwarder) add(l *wsLink) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.links = append(b.links, l)
}

func (b *bareForwarder) others(than *wsLink) (out []*wsLink) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, l := range b.links {
		if l != than {
			out = append(out, l)
		}
	}
	return out
}

func (b *bareForwarder) forward(from *wsLink) {
	var buf, out []byte
	var to []*wsLink
	for {
		m, err := from.read(buf)
		if err != nil {
			return
		}
		buf = m
		if !bytes.Contains(m, streamMessageMark) {
			if err := bareAnswer(from, m); err != nil {
				return
			}
			continue
		}
		if to == nil {
			to = b.others(from)
		}
		out = appendWSFrame(out, wsBinary, m, false)
		if from.r.Buffered() > 0 && len(out) < 64<<10 {
			continue // more has come: one system call for all of it
		}
		for _, l := range to {
			if l.write(out) != nil {
				return
			}
		}
		out = out[:0]
	}
}

// bareAnswer accepts the two handshakes.
func bareAnswer(l *wsLink, b []byte) error {
	m := new(wire.Message)
	if err := proto.Unmarshal(b, m); err != nil {
		return err
	}
	answer := &wire.Message{MessageId: m.GetMessageId(), ServiceId: m.GetServiceId()}
	if m.GetHandshakeRequest() != nil {
		answer.Body = &wire.Message_HandshakeResponse{HandshakeResponse: &wire.HandshakeResponse{ProtocolVersion: wire.ProtocolVersion}}
	} else {
		body, err := anypb.New(&wire.StreamPartHandshakeResponse{Accepted: true})
		if err != nil {
			return err
		}
		answer.Body = &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
			RequestId: m.GetRpcMessage().GetRequestId(), Header: map[string]string{"response": "response"}, Body: body,
		}}
	}
	out, err := wire.EncodeFrame(answer)
	if err != nil {
		return err
	}
	return l.send(out)
}

func startBare() (*overlayNode, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return startOverlayProcess(exec.Command(exe, bareCommand))
}
