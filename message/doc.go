// Package message holds the signed event that everything in LogStore is made of.
//
// A [Message] is a StreamMessage of the Streamr network, protocol 1.1 as spoken by
// the official SDK 103.x: an [ID] that places it in a stream part and in time, a
// content that is opaque here, and a publisher's signature over both. The package
// reads and writes its wire form ([Decode], [Message.AppendWire]), signs it
// ([Sign]), checks signatures ([Verifier]) and names it:
//
//   - [Message.Hash] identifies what the publisher signed and nothing else,
//   - [Message.OrderKey] places it in the total order of a stream part,
//   - [Message.Key] is the two together, the key under which stores keep it.
//
// Four fields of a message are covered by no signature: content type, encryption
// type, group key id and signature type. They are hints. They take no part in the
// hash, and a verifier must not believe them further than that.
//
// The transport's signed payload runs fields together without separators, so one
// signature can fit several readings of the same bytes. [Message.CheckCanonical]
// tells the readings that stores accept from the others; docs/spec/message.md
// gives the rules byte by byte.
//
// [Verifier.VerifyBatch] checks many messages at a fraction of what single checks
// take, and a [Decoder] reads many with fewer allocations; both give the same
// results as the plain way.
//
// The package does no I/O and imports nothing else of this project, so that an
// oracle or a browser can use it alone. In a browser (js/wasm) it needs one library
// besides the standard library, and checks all signatures but those of ML-DSA-87.
//
//	m, err := message.Decode(frame)
//	if err == nil {
//		err = new(message.Verifier).Verify(ctx, m)
//	}
package message
