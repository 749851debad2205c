package proof_test

import (
	"context"
	"fmt"
	"log"

	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// An answer in which a message is missing.
func ExampleChecker() {
	key, err := message.NewEVMSigner([32]byte{31: 1})
	if err != nil {
		log.Fatal(err)
	}
	part := message.StreamPart{Stream: "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf/quakes"}
	chain := message.NewChain("abcdefghijklmnopqrst")
	var answer [][]byte
	for i := range 4 {
		ref, prev, err := chain.Next(1_700_000_000_000 + int64(i)*1000)
		if err != nil {
			log.Fatal(err)
		}
		m := &message.Message{
			ID: message.ID{
				Stream: part.Stream, Partition: part.Partition,
				Timestamp: ref.Timestamp, Sequence: ref.Sequence, Chain: chain.ID(),
			},
			PrevRef: prev, Content: []byte(`{"magnitude":4.5}`),
		}
		if err := message.Sign(m, key); err != nil {
			log.Fatal(err)
		}
		if i != 2 { // which the node withholds
			answer = append(answer, m.AppendWire(nil))
		}
	}

	c := proof.NewChecker(proof.Config{Part: part, From: message.Ref{Timestamp: 1_700_000_000_000}})
	if err := c.AddWire(context.Background(), answer...); err != nil {
		log.Fatal(err)
	}
	c.Finish()
	report := c.Report()
	fmt.Println(report.OK(), report.ChainGaps)
	fmt.Println("missing:", report.Gaps[0].Missing)
	// Output:
	// false 1
	// missing: 1700000002000/0
}
