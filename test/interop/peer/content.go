package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/logstore/logstore/message"
)

// record is what is told about a message: never its content, but the digest of it.
type record struct {
	Timestamp int64  `json:"ts"`
	Sequence  int32  `json:"seq"`
	Publisher string `json:"pub"`
	Chain     string `json:"chain"`
	Partition int32  `json:"part"`
	Type      string `json:"type"`
	Size      int    `json:"size"`
	Digest    string `json:"sha"`
}

func newRecord(id message.ID, kind message.ContentType, content []byte) record {
	sum := sha256.Sum256(content)
	r := record{
		Timestamp: id.Timestamp, Sequence: id.Sequence, Publisher: id.Publisher.String(), Chain: id.Chain,
		Partition: id.Partition, Type: "json", Size: len(content), Digest: hex.EncodeToString(sum[:8]),
	}
	if kind == message.ContentBinary {
		r.Type = "binary"
	}
	return r
}

// what is the contents that a publish command asks for.
type what struct {
	Count int    `json:"count"`
	First int    `json:"first"`
	Size  int    `json:"size"`
	Items []item `json:"items"`
}

type item struct {
	Text   *string `json:"text"`
	Base64 []byte  `json:"base64"`
}

// contents are what an event takes: json.RawMessage or []byte.
func (w what) contents() []any {
	var all []any
	for n := w.First; n < w.First+w.Count; n++ {
		plain := fmt.Sprintf(`{"n":%d,"pad":""}`, n)
		pad := strings.Repeat("x", max(0, w.Size-len(plain)))
		all = append(all, json.RawMessage(fmt.Sprintf(`{"n":%d,"pad":"%s"}`, n, pad)))
	}
	for _, i := range w.Items {
		if i.Text != nil {
			all = append(all, json.RawMessage(*i.Text))
		} else {
			all = append(all, i.Base64)
		}
	}
	return all
}
