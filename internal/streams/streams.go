// Package streams is what a node knows about streams when no chain tells it: how
// many partitions a stream has, who may publish to it, and the schema of its
// contents.
//
// The knowledge comes from the node's configuration. Streams can be listed there,
// and a [Policy] says what holds for all others. A stream in the domain of an
// Ethereum address belongs to that address; who owns an ENS name is known to the
// chain only, so such streams have to be listed. Schemas can also be set while the
// node runs; these are kept in the store and come before configured ones.
//
//	r, err := streams.New(streams.Config{Policy: streams.Owned, Owner: nodeAddress}, store)
//	...
//	_, err = r.MayPublish(ctx, "0x…/weather", publisher, timestamp)
package streams

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"

	"github.com/logstore/logstore/internal/schema"
	"github.com/logstore/logstore/message"
)

var (
	// ErrUnknownStream: the node does not keep the stream. The text says which
	// configuration key changes that.
	ErrUnknownStream = errors.New("unknown stream")
	// ErrNotPermitted: the publisher may not publish to the stream.
	ErrNotPermitted = errors.New("not permitted")
	// ErrOnChain: what was to be changed is kept on the chain, not by the node. The
	// text says which command changes it.
	ErrOnChain = errors.New("kept on the chain")
)

// Policy says what holds for streams that are not listed.
type Policy string

// The policies.
const (
	// Listed keeps listed streams only.
	Listed Policy = "listed"
	// Owned also keeps every stream in the domain of an Ethereum address; only
	// that address may publish to it. The default.
	Owned Policy = "owned"
	// Any also keeps every stream in the domain of an Ethereum address, and
	// everybody may publish to it.
	Any Policy = "any"
)

// Stream is what the node knows about one stream. Its parts must not be changed.
type Stream struct {
	ID           message.StreamID
	Partitions   int              // numbered from 0
	Publishers   []message.UserID // nil: only the address that is the id's domain
	AnyPublisher bool
	Listed       bool            // in the configuration
	Schema       json.RawMessage // nil if there is none
	Validator    *schema.Schema  // Schema, compiled; nil if there is none
}

// MayPublish reports whether a publisher may publish to the stream.
func (s *Stream) MayPublish(publisher message.UserID) bool {
	if s.AnyPublisher {
		return true
	}
	if s.Publishers == nil {
		return publisher != "" && publisher == s.ID.Owner()
	}
	for _, p := range s.Publishers {
		if p == publisher {
			return true
		}
	}
	return false
}

// StreamConfig describes a listed stream.
type StreamConfig struct {
	// ID is the stream id; "/path" is put under the node's own address.
	ID string
	// Partitions is the number of partitions; 0 is Config.DefaultPartitions.
	Partitions int
	// Publishers are user ids (0x…), or "*" for everybody. Empty: the address
	// that is the id's domain.
	Publishers []string
	// Schema is a JSON Schema for the contents; SchemaFile names a file that
	// holds it instead. Both may be empty.
	Schema     json.RawMessage
	SchemaFile string
}

// Config describes a registry.
type Config struct {
	Policy            Policy         // "" is Owned
	DefaultPartitions int            // of streams that are not listed; 0 is 100
	Owner             message.UserID // the node's own address; "" if it has none
	Streams           []StreamConfig
}

func (c *Config) setDefaults() {
	if c.Policy == "" {
		c.Policy = Owned
	}
	if c.DefaultPartitions == 0 {
		c.DefaultPartitions = message.MaxPartitions
	}
}

func checkPartitions(key string, n int) error {
	if n < 1 || n > message.MaxPartitions {
		return fmt.Errorf("%s: %d partitions: want 1…%d", key, n, message.MaxPartitions)
	}
	return nil
}

// listed reads the configuration of one stream. Errors name the key.
func (c *Config) listed(i int) (Stream, error) {
	sc := &c.Streams[i]
	id, err := message.ParseStreamID(sc.ID, c.Owner)
	if err != nil {
		return Stream{}, fmt.Errorf("streams.list[%d].id: %w", i, err)
	}
	key := fmt.Sprintf("streams.list[%d] (%s)", i, id)
	s := Stream{ID: id, Partitions: sc.Partitions, Listed: true}
	if s.Partitions == 0 {
		s.Partitions = c.DefaultPartitions
	}
	if err := checkPartitions(key+".partitions", s.Partitions); err != nil {
		return Stream{}, err
	}
	for _, p := range sc.Publishers {
		if p == "*" {
			s.AnyPublisher = true
			continue
		}
		user, err := message.ParseUserID(p)
		if err != nil {
			return Stream{}, fmt.Errorf("%s.publishers: %w; or \"*\" for everybody", key, err)
		}
		s.Publishers = append(s.Publishers, user)
	}
	if len(sc.Publishers) == 0 && id.Owner() == "" {
		return Stream{}, fmt.Errorf("%s.publishers: missing: the owner of this id is not known without a chain; list addresses or \"*\"", key)
	}
	return s, c.loadSchema(&s, sc, key)
}

func (c *Config) loadSchema(s *Stream, sc *StreamConfig, key string) (err error) {
	raw := sc.Schema
	switch {
	case sc.SchemaFile != "" && raw != nil:
		return fmt.Errorf("%s: want schema or schema_file, not both", key)
	case sc.SchemaFile != "":
		key += ".schema_file"
		if raw, err = os.ReadFile(sc.SchemaFile); err != nil {
			return fmt.Errorf("%s: %w", key, err)
		}
	case raw == nil:
		return nil
	default:
		key += ".schema"
	}
	if s.Validator, err = schema.Compile(raw); err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	s.Schema = raw
	return nil
}
