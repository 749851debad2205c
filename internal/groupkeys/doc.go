// Package groupkeys is what makes a stream private: contents are encrypted with
// group keys, and subscribers that miss a key ask the publisher for it. It speaks
// protocol 1.1 of Streamr as the official SDK 103.x does and has no transport:
// messages come in by calls and go out by callbacks.
//
// The parts, from the bottom up:
//
//   - [Key] encrypts and decrypts contents and the key that follows it.
//   - [PublicKey] and [PrivateKey] carry a key from one party to another, with RSA
//     or ML-KEM.
//   - A [Store] keeps keys by publisher and key id: [Memory], or [Directory] with
//     encrypted files.
//   - [Sequence] is a publisher's side of one stream: the present key and the next.
//   - [Decrypt] is a subscriber's side of one message. It answers [ErrKeyNeeded] if
//     the key is not in the store.
//   - [Exchange] asks publishers for keys and answers subscribers that ask.
//   - [Reader] puts the two together: messages in, contents out, in the order of
//     each message chain, whatever keys have to be fetched in between.
//
// Exchange, Reader and Sequence belong to one event loop: they have no locks, and
// they call back in the goroutine that called them. Stores and keys may be used by
// several goroutines.
//
// # What no signature covers
//
// The id of the key that a content is encrypted with is a hint: any relay can change
// it, and so the key that the same message announces for the next ones may come out
// wrong. Therefore a key out of an announcement is kept as unconfirmed. It gives way
// to what the publisher itself answers, and a content that it does not turn into what
// the message says it is makes [Decrypt] ask for the key again. Keys of an exchange
// are covered by the publisher's signature.
//
// Encryption has no authentication of its own. Check signature and permission of a
// message before it is decrypted.
package groupkeys
