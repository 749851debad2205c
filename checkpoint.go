package logstore

import (
	"encoding/hex"
	"fmt"
	"strings"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// Checkpoint is what a node signed about one stream part: what its time tree has in
// all, messages that it pruned included. Kept, it can be held against the node later.
type Checkpoint struct {
	proof.Sum
	Floor     int64  `json:"floor"`   // ms; what was before this was pruned, 0 if nothing was
	AsOf      int64  `json:"asOf"`    // ms; by the node's clock
	ChainID   uint64 `json:"chainId"` // of the network's contracts, 0 for a node by itself
	Node      string `json:"node"`    // address that is said to have signed
	Signature string `json:"signature"`
}

// Attestation returns the checkpoint as what was signed about a stream part. It does
// not check the signature.
func (c *Checkpoint) Attestation(part message.StreamPart) (*proof.SignedAttestation, error) {
	sig, err := hex.DecodeString(strings.TrimPrefix(c.Signature, "0x"))
	if want := len(proof.SignedAttestation{}.Signature); err == nil && len(sig) != want {
		err = fmt.Errorf("%d bytes, want %d", len(sig), want)
	}
	if err != nil {
		return nil, fmt.Errorf("checkpoint of %s: signature: %w", part, err)
	}
	return &proof.SignedAttestation{
		Attestation: proof.Attestation{
			Part: part, Range: proof.FullRange(), Sum: c.Sum, Floor: c.Floor, AsOf: c.AsOf, ChainID: c.ChainID,
		},
		Signature: [65]byte(sig),
	}, nil
}

// Verify checks that the node that the checkpoint names signed it, about this stream
// part. node, if it is not "", must be that node: compare [Config.Node].
func (c *Checkpoint) Verify(part message.StreamPart, node message.UserID) error {
	named, err := parseNode(c.Node)
	switch {
	case err != nil:
		return fmt.Errorf("checkpoint of %s: node: %w", part, err)
	case named == "":
		return fmt.Errorf("checkpoint of %s: it names no node", part)
	case node != "" && named != node:
		return fmt.Errorf("checkpoint of %s: it is of node %s, want %s", part, named, node)
	}
	signed, err := c.Attestation(part)
	if err != nil {
		return err
	}
	if _, err := checkSigner(signed, part, named); err != nil {
		return fmt.Errorf("checkpoint of %s: %w", part, err)
	}
	return nil
}

// Part returns one of the stream's parts.
func (s *StreamStats) Part(partition int) message.StreamPart {
	return message.StreamPart{Stream: message.StreamID(s.StreamID), Partition: int32(partition)}
}
