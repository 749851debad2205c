package main

import (
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"github.com/logstore/logstore/message"
)

const (
	eventBytes   = 400               // of one signed message on the wire, everything included
	firstEvent   = 1_700_000_000_000 // ms; 14 November 2023
	requestBatch = 1000              // events in one request, for those who have requests
)

// publisherKey signs all events. It guards nothing.
var publisherKey = [32]byte{31: 42}

// workload is what every contender is given: the same bytes, in the same order.
type workload struct {
	part   message.StreamPart
	events [][]byte // signed messages on the wire
	signer message.Signer
}

// newWorkload signs n events of one chain, one event a millisecond, on all cores.
func newWorkload(n int) (*workload, error) {
	signer, err := message.NewEVMSigner(publisherKey)
	if err != nil {
		return nil, err
	}
	w := &workload{
		part:   message.StreamPart{Stream: message.StreamID(signer.UserID().String() + "/peers")},
		events: make([][]byte, n),
		signer: signer,
	}
	// What is not content is as long in every event, so one tells how much content
	// is left. The probe's is long enough for its length to take two bytes, too.
	const probeContent = 200
	probe, err := w.sign(0, probeContent)
	if err != nil {
		return nil, err
	}
	content := probeContent + eventBytes - len(probe)
	var (
		wg     sync.WaitGroup
		once   sync.Once
		failed error
	)
	workers := runtime.GOMAXPROCS(0)
	for first := range workers {
		wg.Go(func() {
			for i := first; i < n; i += workers {
				wire, err := w.sign(i, content)
				if err == nil && len(wire) != eventBytes {
					err = fmt.Errorf("event %d has %d bytes on the wire, want %d", i, len(wire), eventBytes)
				}
				if err != nil {
					once.Do(func() { failed = err })
					return
				}
				w.events[i] = wire
			}
		})
	}
	wg.Wait()
	return w, failed
}

// sign makes the i-th event with a content of the given length.
func (w *workload) sign(i, content int) ([]byte, error) {
	m := &message.Message{
		ID: message.ID{
			Stream: w.part.Stream, Partition: w.part.Partition,
			Timestamp: firstEvent + int64(i),
			Publisher: w.signer.UserID(),
			Chain:     strings.Repeat("b", message.CanonicalChainIDLen),
		},
		PrevRef: &message.Ref{Timestamp: firstEvent + int64(i) - 1},
		Content: appendContent(nil, i, content),
	}
	if err := message.Sign(m, w.signer); err != nil {
		return nil, err
	}
	return m.AppendWire(make([]byte, 0, eventBytes)), nil
}

// appendContent appends a JSON object of the given length, at least 100 bytes, that
// differs with i and is of the kind that a meter sends. The rest is letters at random,
// so that whoever compresses gains little by it.
func appendContent(dst []byte, i, length int) []byte {
	start := len(dst)
	random := rand.NewPCG(uint64(i), 0)
	dst = append(dst, `{"device":"meter-`...)
	dst = strconv.AppendInt(dst, int64(i%1000), 10)
	dst = append(dst, `","reading":`...)
	dst = strconv.AppendFloat(dst, float64(i)*0.37, 'f', 2, 64)
	dst = append(dst, `,"unit":"kWh","note":"`...)
	for len(dst)-start < length-2 {
		dst = append(dst, 'a'+byte(random.Uint64()%26))
	}
	return append(dst, `"}`...)
}

// appendFrames appends the events as the node's API takes and gives them: each
// after its length in four bytes.
func appendFrames(dst []byte, events [][]byte) []byte {
	for _, e := range events {
		dst = binary.BigEndian.AppendUint32(dst, uint32(len(e)))
		dst = append(dst, e...)
	}
	return dst
}
