package main

import (
	"bufio"
	"crypto/rand"
	"crypto/sha1"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"sync"
	"time"
)

// wsLink is one end of a WebSocket, with no more than the load generator needs: what it
// costs is missing to the node that is measured on the same machine.
type wsLink struct {
	conn   net.Conn
	r      *bufio.Reader
	server bool       // the other end has dialled
	mu     sync.Mutex // guards writing
}

const wsTimeout = 10 * time.Second

func newWSLink(conn net.Conn, server bool) *wsLink {
	return &wsLink{conn: conn, r: bufio.NewReaderSize(conn, 256<<10), server: server}
}

// dialWS opens a WebSocket.
func dialWS(address string) (_ *wsLink, err error) {
	conn, err := net.DialTimeout("tcp", address, wsTimeout)
	if err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			conn.Close()
		}
	}()
	var nonce [16]byte
	_, _ = rand.Read(nonce[:]) // never fails
	_, err = fmt.Fprintf(conn, "GET / HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: %s\r\n\r\n",
		address, base64.StdEncoding.EncodeToString(nonce[:]))
	if err != nil {
		return nil, err
	}
	l := newWSLink(conn, false)
	if err := conn.SetReadDeadline(time.Now().Add(wsTimeout)); err != nil {
		return nil, err
	}
	res, err := http.ReadResponse(l.r, nil)
	if err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusSwitchingProtocols {
		return nil, fmt.Errorf("no WebSocket at %s: %s", address, res.Status)
	}
	return l, conn.SetReadDeadline(time.Time{})
}

// acceptWS takes a WebSocket that somebody opens.
func acceptWS(conn net.Conn) (*wsLink, error) {
	l := newWSLink(conn, true)
	r, err := http.ReadRequest(l.r)
	if err != nil {
		return nil, err
	}
	// RFC 6455, section 1.3.
	sum := sha1.Sum([]byte(r.Header.Get("Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"))
	_, err = fmt.Fprintf(conn, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n",
		base64.StdEncoding.EncodeToString(sum[:]))
	return l, err
}

// Frames of RFC 6455 that nodes send.
const (
	wsBinary = 2
	wsClose  = 8
	wsPing   = 9
	wsPong   = 10
)

var errWSClosed = errors.New("the node has closed the connection")

// read returns the next message. The slice holds until the next read.
func (l *wsLink) read(buf []byte) ([]byte, error) {
	for {
		var head [8]byte
		if _, err := io.ReadFull(l.r, head[:2]); err != nil {
			return buf, err
		}
		op, n := head[0], uint64(head[1]&0x7f)
		switch n {
		case 126:
			if _, err := io.ReadFull(l.r, head[:2]); err != nil {
				return buf, err
			}
			n = uint64(binary.BigEndian.Uint16(head[:2]))
		case 127:
			if _, err := io.ReadFull(l.r, head[:8]); err != nil {
				return buf, err
			}
			n = binary.BigEndian.Uint64(head[:8])
		}
		if op&0x80 == 0 || n > 1<<20 {
			return buf, fmt.Errorf("a frame that no node sends: %#x with %d bytes", op, n)
		}
		var mask [4]byte
		if l.server {
			if _, err := io.ReadFull(l.r, mask[:]); err != nil {
				return buf, err
			}
		}
		if uint64(cap(buf)) < n {
			buf = make([]byte, n)
		}
		buf = buf[:n]
		if _, err := io.ReadFull(l.r, buf); err != nil {
			return buf, err
		}
		if l.server {
			xor(buf, mask)
		}
		switch op & 0x0f {
		case wsBinary:
			return buf, nil
		case wsClose:
			return buf, errWSClosed
		case wsPing:
			if err := l.write(appendWSFrame(nil, wsPong, buf, !l.server)); err != nil {
				return buf, err
			}
		}
	}
}

// write writes frames.
func (l *wsLink) write(frames []byte) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := l.conn.Write(frames)
	return err
}

// send writes a message.
func (l *wsLink) send(m []byte) error { return l.write(appendWSFrame(nil, wsBinary, m, !l.server)) }

// wsMask is the key of all frames. A key of zeros would spare some nodes the work of
// unmasking.
var wsMask = [4]byte{0x9d, 0x2c, 0x56, 0x80}

// appendWSFrame appends a frame. Those of a client are masked.
func appendWSFrame(b []byte, op byte, payload []byte, masked bool) []byte {
	bit := byte(0)
	if masked {
		bit = 0x80
	}
	b = append(b, 0x80|op)
	switch n := len(payload); {
	case n < 126:
		b = append(b, bit|byte(n))
	case n < 1<<16:
		b = binary.BigEndian.AppendUint16(append(b, bit|126), uint16(n))
	default:
		b = binary.BigEndian.AppendUint64(append(b, bit|127), uint64(n))
	}
	if !masked {
		return append(b, payload...)
	}
	b = append(b, wsMask[:]...)
	at := len(b)
	b = append(b, payload...)
	xor(b[at:], wsMask)
	return b
}

func xor(b []byte, key [4]byte) {
	for i := range b {
		b[i] ^= key[i%4]
	}
}
