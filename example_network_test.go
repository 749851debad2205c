package logstore_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"math/big"
	"time"

	"github.com/logstore/logstore"
)

// openDevnet opens the network of "logstore devnet" on this machine.
func openDevnet(key *logstore.Key) *logstore.Network {
	network, err := logstore.OpenNetwork(ctx, logstore.NetworkConfig{Name: "devnet", Key: key})
	if err != nil {
		log.Fatal(err)
	}
	return network
}

// Buys LSAN for five dollars and pays for the storage of a stream with it.
func ExampleNetwork() {
	key, err := logstore.KeyFromKeystore("key.json", "password")
	if err != nil {
		log.Fatal(err)
	}
	network := openDevnet(key)
	defer network.Close()

	prices, err := network.Prices(ctx)
	if err != nil {
		log.Fatal(err)
	}
	wei, err := prices.Amount("5", logstore.USD, logstore.Wei)
	if err != nil {
		log.Fatal(err)
	}
	base, _, err := network.Mint(ctx, wei)
	if err != nil {
		log.Fatal(err)
	}
	stream, _, err := network.CreateStream(ctx, "/weather", logstore.StreamOptions{Partitions: 3})
	if err != nil && !errors.Is(err, logstore.ErrStreamExists) {
		log.Fatal(err)
	}
	half := new(big.Int).Rsh(base, 1)
	if _, err := network.StakeStore(ctx, stream, half); err != nil {
		log.Fatal(err)
	}
	if _, err := network.StakeQuery(ctx, half); err != nil {
		log.Fatal(err)
	}
}

// Shows what an operation costs before it is sent, and can refuse it.
func ExampleNetworkConfig_confirm() {
	key, err := logstore.KeyFromKeystore("key.json", "password")
	if err != nil {
		log.Fatal(err)
	}
	limit := big.NewInt(1e16) // a hundredth of a coin
	network, err := logstore.OpenNetwork(ctx, logstore.NetworkConfig{
		Name: "polygon", RPC: []string{"https://rpc-one.example", "https://rpc-two.example"}, Quorum: 2, Key: key,
		Confirm: func(_ context.Context, p *logstore.Plan) error {
			if p.Fee.Cmp(limit) > 0 {
				return fmt.Errorf("%s: fees of up to %v wei are too much", p.What, p.Fee)
			}
			return nil
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	defer network.Close()
}

// Tells the usual reasons apart.
func ExampleFundsError() {
	network := openDevnet(nil)
	defer network.Close()

	_, err := network.StakeStore(ctx, "0x70997970c51812dc3a010c7d01b50e0d17dc79c8/weather", big.NewInt(1_000_000))
	var funds *logstore.FundsError
	switch {
	case errors.As(err, &funds):
		fmt.Printf("needs %v of %s, has %v\n", funds.Need, funds.What, funds.Have)
	case errors.Is(err, logstore.ErrNoSuchStream):
		fmt.Println("make the stream first")
	case errors.Is(err, logstore.ErrReverted):
		fmt.Println("the contract refused:", err)
	case errors.Is(err, logstore.ErrNoKey):
		fmt.Println("a network that is opened without a key only reads")
	}
}

// Lets everybody subscribe, and a sensor publish for a month.
func ExampleNetwork_Grant() {
	key, err := logstore.KeyFromKeystore("key.json", "password")
	if err != nil {
		log.Fatal(err)
	}
	network := openDevnet(key)
	defer network.Close()

	if _, err := network.Grant(ctx, "/weather", logstore.Public, []logstore.Right{logstore.RightSubscribe}, time.Time{}); err != nil {
		log.Fatal(err)
	}
	sensor := "0x90f79bf6eb2c4f870365e785982e1f101e93b906"
	month := time.Now().AddDate(0, 1, 0)
	if _, err := network.Grant(ctx, "/weather", sensor, []logstore.Right{logstore.RightPublish}, month); err != nil {
		log.Fatal(err)
	}
}
