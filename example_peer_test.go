package logstore_test

import (
	"errors"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/logstore/logstore"
)

// openPeer makes a node of the Streamr network of "logstore devnet" on this machine.
func openPeer(network *logstore.Network, key *logstore.Key) *logstore.Client {
	client, err := logstore.New(logstore.Config{
		Key:     key,
		Network: network,
		Peer: &logstore.PeerConfig{
			EntryPoints: []string{"ws://127.0.0.1:30300/#85a918965476b514d0e2633b03b16b6482ff791c"},
		},
		Keys: logstore.KeyStoreConfig{Dir: "group-keys", Password: os.Getenv("GROUP_KEYS_PASSWORD")},
	})
	if err != nil {
		log.Fatal(err)
	}
	return client
}

// Publishes over the Streamr network, with nobody's HTTP interface in between.
func ExamplePeerConfig() {
	key, err := logstore.KeyFromKeystore("key.json", "password")
	if err != nil {
		log.Fatal(err)
	}
	network := openDevnet(key)
	defer network.Close()
	client := openPeer(network, key)
	defer client.Close()

	receipt, err := client.Publish(ctx, "/weather", Weather{"Helsinki", 18.5}, logstore.ByKey("Helsinki", 0))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("on its way to", receipt.Neighbors, "nodes")
}

// Begins with the last hour, out of storage, and goes on with what is published.
func ExampleClient_Subscribe_peer() {
	key, err := logstore.KeyFromKeystore("key.json", "password")
	if err != nil {
		log.Fatal(err)
	}
	network := openDevnet(nil)
	defer network.Close()
	client := openPeer(network, key)
	defer client.Close()

	for d, err := range client.Subscribe(ctx, logstore.SubscribeOptions{
		Stream: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8/weather",
		From:   time.Now().Add(-time.Hour),
		OnProblem: func(err error) {
			var gap *logstore.GapError
			var unread *logstore.UnreadableError
			switch {
			case errors.As(err, &gap):
				fmt.Println("nobody has what", gap.Publisher, "sent after", gap.After)
			case errors.As(err, &unread):
				fmt.Println("no key for", unread.Message.Ref())
			}
		},
	}) {
		if err != nil {
			log.Fatal(err)
		}
		var w Weather
		if err := d.Unmarshal(&w); err != nil {
			log.Fatal(err)
		}
		fmt.Println(d.Time(), w.Station, w.Celsius)
	}
}

// Takes the permission to read from somebody, and sees to it that it has an effect.
func ExampleClient_Rekey() {
	key, err := logstore.KeyFromKeystore("key.json", "password")
	if err != nil {
		log.Fatal(err)
	}
	network := openDevnet(key)
	defer network.Close()
	client := openPeer(network, key)
	defer client.Close()

	reader := "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
	if _, err := network.Revoke(ctx, "/weather", reader, []logstore.Right{logstore.RightSubscribe}); err != nil {
		log.Fatal(err)
	}
	if err := client.Rekey("/weather"); err != nil {
		log.Fatal(err)
	}
}

// Reads a private stream out of storage.
func ExampleQuery_decrypt() {
	key, err := logstore.KeyFromKeystore("key.json", "password")
	if err != nil {
		log.Fatal(err)
	}
	network := openDevnet(nil)
	defer network.Close()
	client := openPeer(network, key)
	defer client.Close()

	res, err := client.Query(ctx, logstore.Query{
		Stream: "0x70997970c51812dc3a010c7d01b50e0d17dc79c8/weather", Last: 100, Decrypt: true,
	})
	if err != nil {
		log.Fatal(err)
	}
	defer res.Close()
	for m, err := range res.All() {
		if err != nil {
			log.Fatal(err)
		}
		content, err := m.Plain()
		if errors.Is(err, logstore.ErrEncrypted) {
			continue
		}
		fmt.Println(m.Time(), string(content))
	}
}
