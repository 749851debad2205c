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
// And, if the node gave a [Certificate] with the answer ([Config.Certificate]):
//
//   - Completeness: the answer is all that the node's signed checkpoint of the whole
//     stream part has in the range. Nothing was left out, neither at the ends nor of
//     publishers that are not in the answer at all.
//
// Without a certificate nothing in an answer shows the newest messages of a chain, a
// chain of which no message was given, or the messages of publishers that start a
// chain for each message.
//
// What it does not prove: that the checkpoint has all that was published. A node that
// never had a message, or leaves it out of its checkpoints, is found only by comparing
// nodes; what it signed can be held against it then. Neither content type nor
// encryption type, signature type or group key id are signed, so a node may have
// changed them. Permission to publish is not looked at.
//
// The certificate's parts are of use alone: [Digester] computes the root of a time
// tree, [Prover] and [Verifier] make and check range proofs, [Attestation] is what
// nodes sign, [FileWriter] and [CheckFile] keep answers for later.
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
