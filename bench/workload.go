package main

import (
	"encoding/binary"
	"fmt"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/logstore/logstore/message"
)

const (
	contentBytes = 300
	firstEvent   = 1_700_000_000_000 // ms; 14 November 2023
)

// benchKey is the publisher of every benchmark. It guards nothing.
var benchKey = [32]byte{31: 42}

func benchSigner() message.Signer {
	s, err := message.NewEVMSigner(benchKey)
	if err != nil {
		panic(err)
	}
	return s
}

// benchPart is a stream in the publisher's own name.
func benchPart(path string) message.StreamPart {
	return message.StreamPart{Stream: message.StreamID(benchSigner().UserID().String() + "/" + path)}
}

// appendContent appends a JSON object of exactly contentBytes bytes that differs
// with i, of the kind a sensor sends.
func appendContent(dst []byte, i int) []byte {
	start := len(dst)
	dst = append(dst, `{"device":"meter-`...)
	dst = strconv.AppendInt(dst, int64(i%1000), 10)
	dst = append(dst, `","reading":`...)
	dst = strconv.AppendFloat(dst, float64(i)*0.37, 'f', 2, 64)
	dst = append(dst, `,"unit":"kWh","note":"`...)
	for len(dst)-start < contentBytes-2 {
		dst = append(dst, 'a'+byte((i+len(dst))%26))
	}
	return append(dst, `"}`...)
}

// unsigned makes the i-th message of a chain with one event a millisecond.
func unsigned(part message.StreamPart, i int) *message.Message {
	m := &message.Message{
		ID: message.ID{
			Stream: part.Stream, Partition: part.Partition,
			Timestamp: firstEvent + int64(i),
			Publisher: benchSigner().UserID(),
			Chain:     strings.Repeat("b", message.CanonicalChainIDLen),
		},
		Content: appendContent(nil, i),
	}
	if i > 0 {
		m.PrevRef = &message.Ref{Timestamp: firstEvent + int64(i-1)}
	}
	return m
}

// signedMessages makes n messages of one chain, signed on all cores.
func signedMessages(part message.StreamPart, n int) []*message.Message {
	ms := make([]*message.Message, n)
	signer := benchSigner()
	onAllCores(n, func(i int) {
		ms[i] = unsigned(part, i)
		if err := message.Sign(ms[i], signer); err != nil {
			panic(err)
		}
	})
	return ms
}

// frames cuts messages into request bodies of at most batch messages each.
func frames(ms []*message.Message, batch int) [][]byte {
	var bodies [][]byte
	for len(ms) > 0 {
		n := min(batch, len(ms))
		var body []byte
		for _, m := range ms[:n] {
			at := len(body)
			body = m.AppendWire(append(body, 0, 0, 0, 0))
			binary.BigEndian.PutUint32(body[at:], uint32(len(body)-at-4))
		}
		bodies, ms = append(bodies, body), ms[n:]
	}
	return bodies
}

func onAllCores(n int, f func(i int)) {
	var wg sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}

// recoverRate is the baseline of verification: go-ethereum's recovery of the public
// key, one message after the other, on all cores, in messages per second. Nothing
// else is done: no decoding, no comparison, no storage.
func recoverRate(ms []*message.Message) float64 {
	digests := make([][32]byte, len(ms))
	sigs := make([][65]byte, len(ms))
	for i, m := range ms {
		digests[i] = message.PersonalDigest(m.AppendPayload(nil))
		sigs[i] = [65]byte(m.Signature)
		sigs[i][64] -= 27
	}
	start := time.Now()
	onAllCores(len(ms), func(i int) {
		if _, err := crypto.Ecrecover(digests[i][:], sigs[i][:]); err != nil {
			panic(fmt.Sprintf("recover message %d: %v", i, err))
		}
	})
	return float64(len(ms)) / time.Since(start).Seconds()
}
