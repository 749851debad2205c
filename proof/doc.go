// Package proof checks the answer of a node without trusting the node.
//
// A [Checker] is fed the messages of one answer in the order in which they came
// and sums up in a [Report] what they prove:
//
//   - Signatures: each message was signed by the publisher that it names, field by
//     field. Signature types that cannot be checked here are counted apart and
//     prove nothing.
//   - Relevance: each belongs to the asked stream part, range, publisher and chain.
//   - Order and uniqueness: keys rise strictly (fall, in a descending answer). Since
//     the order is total, equal messages would be neighbours, so that no memory of
//     the answer is needed.
//   - Chains: a publisher links each message to the one before in its chain
//     (previousMessageRef, which is signed). A link to a message inside the range
//     that is not in the answer is a gap: that message exists, and the node withholds
//     it, lost it, refused it, or never got it.
//   - Publisher faults: two messages for one place in the order (equivocation), and
//     chains that branch. An honest node hands these on; they are evidence against
//     the publisher.
//
// What it does not prove: that nothing else is missing. Nothing in an answer shows
// the newest messages of a chain, or a chain of which no message at all was given,
// and nothing shows the messages of publishers that start a chain for each message.
// A node that leaves these out is found only by comparing nodes. That an answer is
// complete is what the transport said, not what a signature says. Neither content
// type nor encryption type, signature type or group key id are signed, so a node
// may have changed them. Permission to publish is not looked at.
//
// Only messages whose signature is valid take part in chains and publisher faults,
// so a forged message cannot hide a gap nor slander a publisher.
//
// Memory is bounded: by the number of chains that are open at once
// ([Config.MaxChains]) and of problems that are listed ([Config.MaxProblems]), not
// by the length of the answer. The package imports nothing of this project but
// package message, and does no I/O.
//
//	c := proof.NewChecker(proof.Config{Part: part, From: from, To: to})
//	for wire, err := range frames {
//		…
//		c.AddWire(ctx, wire)
//	}
//	c.Finish()
//	report := c.Report()
//	fmt.Println(report.String(), report.OK())
package proof
