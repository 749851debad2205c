package chain

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/message"
)

var (
	// ErrNoStream: the stream does not exist in the stream registry.
	ErrNoStream = errors.New("no such stream")
	// ErrUnsynced: the view has not been read from the chain yet.
	ErrUnsynced = errors.New("the chain has not been read yet")
)

// Block names a block of the chain. Time is in seconds since 1970.
type Block struct {
	Number uint64      `json:"number"`
	Hash   common.Hash `json:"hash"`
	Time   uint64      `json:"time"`
}

// Stream is what the stream registry says about a stream now.
type Stream struct {
	ID message.StreamID
	// Metadata is the owner's text; what cannot be read of it is in MetadataErr.
	Metadata string
	// Partitions is the number of partitions, 1 if the metadata does not say.
	Partitions int
	// Schema is the JSON Schema that the metadata carries, nil if none. A schema that
	// is only named (by an IPFS or Arweave hash) is in SchemaRef.
	Schema    json.RawMessage
	SchemaRef *SchemaRef
	// MetadataErr says what is wrong with the metadata; partitions and schema are then
	// their defaults.
	MetadataErr error
}

// SchemaRef names a schema that is kept elsewhere.
type SchemaRef struct {
	Protocol string // "IPFS" or "ARWEAVE"
	Hash     string
}

// Permission is what a user may do with a stream. Publish and Subscribe are the
// second, since 1970, from which on it may not; 0 is never, [Forever] has no end.
type Permission struct {
	Edit      bool   `json:"edit,omitempty"`
	Delete    bool   `json:"delete,omitempty"`
	Grant     bool   `json:"grant,omitempty"`
	Publish   uint64 `json:"publish,omitempty"`
	Subscribe uint64 `json:"subscribe,omitempty"`
}

// Forever is the expiration of a permission without end.
const Forever = math.MaxUint64

// expiration brings the contract's number into ours.
func expiration(n *big.Int) uint64 {
	if n.IsUint64() {
		return n.Uint64()
	}
	return Forever
}

// Public is the user that stands for everybody.
var Public = message.UserID(make([]byte, common.AddressLength))

// Node is a node of the network. Amounts are in base units of LSAN.
type Node struct {
	Address  common.Address `json:"address"`
	Metadata string         `json:"metadata"`
	// Stake is the sum of what is delegated to the node, its own included.
	Stake    *big.Int `json:"stake"`
	LastSeen uint64   `json:"lastSeen"` // seconds since 1970
	Joined   uint64   `json:"joined"`   // block number
}

// URL returns the address of the node's HTTP API as its metadata says, "" if none.
func (n *Node) URL() string {
	var meta struct {
		HTTP string   `json:"http"`
		URLs []string `json:"urls"`
	}
	if json.Unmarshal([]byte(n.Metadata), &meta) != nil {
		return ""
	}
	if meta.HTTP == "" && len(meta.URLs) > 0 {
		return meta.URLs[0]
	}
	return meta.HTTP
}

// StorageNode is a Streamr storage node as the node registry has it.
type StorageNode struct {
	Address  common.Address `json:"address"`
	Metadata string         `json:"metadata"` // {"urls":["https://…"]}
	LastSeen uint64         `json:"lastSeen"` // seconds since 1970
}

// Store is a stream with a stake for storing it.
type Store struct {
	Stream message.StreamID
	Stake  *big.Int
}

// Change says what a step of the view touched.
type Change struct {
	// Everything may have changed: the view was built anew, or went back.
	All     bool
	Streams map[message.StreamID]bool // metadata, permissions, stake or assignment
	// Consumers' query stakes, and nodes.
	Consumers map[common.Address]bool
	Nodes     bool
}

func (c *Change) stream(id message.StreamID) {
	if c.Streams == nil {
		c.Streams = make(map[message.StreamID]bool)
	}
	c.Streams[id] = true
}

func (c *Change) consumer(a common.Address) {
	if c.Consumers == nil {
		c.Consumers = make(map[common.Address]bool)
	}
	c.Consumers[a] = true
}

func (c *Change) empty() bool {
	return !c.All && len(c.Streams) == 0 && len(c.Consumers) == 0 && !c.Nodes
}

// Status is the state of the view, for operators.
type Status struct {
	// At is the newest block that the view knows; Head the newest that the chain is
	// known to have.
	At, Head Block
	// Synced: the view has reached the head since it was opened, or was there when it
	// was closed.
	Synced bool
	// Since is when the view last agreed with the chain; zero if never.
	Since time.Time
	// Err is why it does not now; nil if all is well.
	Err error
}

// maxMetadata bounds the metadata that is read; the contract bounds nothing.
const maxMetadata = 1 << 20

// readMetadata fills in what a stream's metadata says.
func (s *Stream) readMetadata() {
	s.Partitions = 1
	if len(s.Metadata) > maxMetadata {
		s.MetadataErr = errors.New("metadata is longer than 1 MiB")
		return
	}
	var meta struct {
		Partitions *json.Number `json:"partitions"`
		LogStore   struct {
			Schema *struct {
				Protocol     string          `json:"protocol"`
				SchemaOrHash json.RawMessage `json:"schemaOrHash"`
			} `json:"schema"`
		} `json:"logstore"`
	}
	dec := json.NewDecoder(bytes.NewReader([]byte(s.Metadata)))
	if err := dec.Decode(&meta); err != nil {
		s.MetadataErr = errors.New("metadata is not a JSON object of the expected form")
		return
	}
	if p := meta.Partitions; p != nil {
		n, err := p.Int64()
		if err != nil || n < 1 || n > message.MaxPartitions {
			s.MetadataErr = errors.New("metadata: want partitions 1…100, got " + string(*p))
			return
		}
		s.Partitions = int(n)
	}
	schema := meta.LogStore.Schema
	if schema == nil {
		return
	}
	if schema.Protocol != "RAW" {
		var hash string
		if json.Unmarshal(schema.SchemaOrHash, &hash) != nil || hash == "" {
			s.MetadataErr = errors.New("metadata: logstore.schema.schemaOrHash: want a hash")
			return
		}
		s.SchemaRef = &SchemaRef{schema.Protocol, hash}
		return
	}
	// A schema is written as an object, or as its text.
	var text string
	if json.Unmarshal(schema.SchemaOrHash, &text) == nil {
		s.Schema = json.RawMessage(text)
	} else {
		s.Schema = schema.SchemaOrHash
	}
}
