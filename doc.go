// Package logstore publishes signed events to LogStore nodes and reads them back
// without having to trust the node.
//
// A [Client] talks to one node. Events are signed in this process with the user's
// [Key]; the node stores what it is given and cannot change it:
//
//	key, err := logstore.KeyFromKeystore("key.json", password)
//	client, err := logstore.New(logstore.Config{URL: "http://127.0.0.1:7771", Key: key})
//	receipt, err := client.Publish(ctx, "/weather", map[string]any{"celsius": 21.5})
//
// A stream is named "<address or ENS name>/<path>"; "/path" stands for the path
// under the own address. Every event has its own time, which is now unless it is
// said otherwise ([At], [Event]).
//
// # Reading
//
// [Client.Query] asks for the events between two times, the newest n, or all from a
// time on, and streams them in the order of time:
//
//	res, err := client.Query(ctx, logstore.Query{Stream: id, From: yesterday, To: today})
//	defer res.Close()
//	for m, err := range res.All() {
//		if err != nil {
//			return err
//		}
//		fmt.Println(m.Time(), string(m.Content))
//	}
//	fmt.Println(res.Report())
//
// Every message is checked before it is yielded: that its publisher signed it, that
// it was asked for, and that it is in its place in the order. What is wrong ends the
// iteration with a [VerificationError], unless the query says [VerifySkip]. An
// answer that breaks off ends with [ErrIncomplete]; a short answer is never taken
// for a whole one. At its end, the node's proof must show that the answer is all that
// the node has in the range, by a checkpoint that the node signed ([Config.Node]);
// [Query.WithoutProof] does without. [Result.Report] has the outcome, and what else
// only shows over the whole answer, such as gaps in publishers' chains; package proof
// says what it proves and what not. With [Result.Certificate] an answer can be kept
// so that anybody can check it later, without the node.
//
// [Client.Subscribe] follows a stream, from the past into the present if wanted, and
// makes lost connections anew. Each [Delivery] has a cursor that another run of the
// program can go on from:
//
//	for d, err := range client.Subscribe(ctx, logstore.SubscribeOptions{Stream: id, Cursor: saved}) {
//		…
//		saved = d.Cursor
//	}
//
// # Publishing
//
// [Client.Publish] sends one event, [Client.PublishBatch] many, signed on all cores
// and answered one by one. When they return without an error, everything is stored
// durably. A publisher's events in one stream part are linked into a chain, each
// signed event naming the one before, which later lets readers notice when one is
// missing. A chain only goes forward in time, so an event from before the last one
// begins a new chain; publish history in batches, which are put in the order of
// time, rather than one by one in random order.
//
// # The Streamr network
//
// With [Config.Peer] a Client is itself a node of the Streamr network, besides LogStore
// nodes and clients of any make. Publish and Subscribe then go there, with nobody's HTTP
// interface in between; a chain ([Network]) says who may do what. Messages of private
// streams are encrypted, and keys are exchanged with their readers and publishers.
// [Message.Plain] is what is in a message.
//
// # Errors, retries, time
//
// What a node answers is an [*APIError]; errors.Is tells the cases apart
// ([ErrUnauthorized], [ErrNotFound], [ErrRateLimited], …). Requests that find the
// node busy or out of reach are repeated with growing, partly random waits, and no
// sooner than the node asks for; this is safe for publishing too, since a signed
// message is stored only once. All calls end with their context.
//
// Where the node wants to know who reads, the client signs in with its key by
// itself (Sign-In with Ethereum), naming the host that it was told to talk to, and
// again when the session ends. An API key can be used in place of that.
package logstore
