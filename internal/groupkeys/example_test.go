package groupkeys_test

import (
	"crypto/rand"
	"errors"
	"fmt"
	"time"

	"github.com/logstore/logstore/internal/groupkeys"
	"github.com/logstore/logstore/message"
)

// A publisher encrypts, a subscriber has the exchange fetch the key. Here both are on
// one network that hands every message to both, and everybody may do everything.
func Example() {
	const stream = "example.eth/secrets"
	var network []*message.Message // what is on its way
	join := func(privateKey byte) (*groupkeys.Exchange, groupkeys.Store, message.Signer) {
		signer, err := message.NewEVMSigner([32]byte{31: privateKey})
		if err != nil {
			panic(err)
		}
		private, err := groupkeys.GenerateMLKEM()
		if err != nil {
			panic(err)
		}
		store := groupkeys.NewMemory(0) // or groupkeys.OpenDirectory
		exchange, err := groupkeys.NewExchange(groupkeys.Config{
			Signer:     signer,
			Store:      store,
			PrivateKey: private,
			Now:        time.Now,
			After:      func(time.Duration, func()) func() { return func() {} }, // nothing takes time here
			Random:     rand.Reader,
			Send:       func(m *message.Message) { network = append(network, m) },
			Authorize:  func(_ *message.Message, _, _ message.UserID, done func(error)) { done(nil) },
		})
		if err != nil {
			panic(err)
		}
		return exchange, store, signer
	}
	publisher, publisherStore, signer := join(1)
	subscriber, _, _ := join(2)

	// Publish: encrypt, then sign.
	keys := groupkeys.NewSequence(publisherStore, signer.UserID(), stream, rand.Reader)
	m := &message.Message{
		ID:      message.ID{Stream: stream, Timestamp: time.Now().UnixMilli(), Chain: "chain"},
		Content: []byte(`{"secret":"s"}`),
	}
	if err := errors.Join(keys.Encrypt(m), message.Sign(m, signer)); err != nil {
		panic(err)
	}

	// Subscribe: a reader delivers contents, at once or when their keys have come.
	reader := groupkeys.Reader{
		Exchange: subscriber,
		Deliver:  func(_ *message.Message, content []byte, err error) { fmt.Println("delivered:", string(content), err) },
	}
	reader.Push(m)
	fmt.Println("waiting:", reader.Waiting())

	for len(network) > 0 { // the request, then the answer
		m, network = network[0], network[1:]
		publisher.Handle(m)
		subscriber.Handle(m)
	}
	fmt.Println("waiting:", reader.Waiting())
	// Output:
	// waiting: 1
	// delivered: {"secret":"s"} <nil>
	// waiting: 0
}
