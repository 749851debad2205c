// Package broker is a node: it owns the store, the stream registry, ingest, the
// HTTP API and the listeners, starts them in this order and stops them in the
// opposite one.
//
// A [Broker] promises that what it has acknowledged is durable when [Broker.Run]
// returns, that Run returns within the configured time after its context ended,
// and that all goroutines have ended then. It serves on two addresses: the public
// one, with a bound on connections that gives way to new clients rather than
// to idle or slow ones, and one for operators with metrics, health, profiles and
// online backup.
//
//	b, err := broker.New(cfg, broker.Options{Key: key, Logger: logger})
//	err = b.Run(ctx)
package broker
