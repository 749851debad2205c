// Package plugins lets devices that cannot sign take part in the Streamr network: over
// HTTP, WebSocket and MQTT they publish JSON objects, which the node signs with its own
// key, and read streams that the node subscribes to for them. Paths, parameters, topics,
// payloads and answers are those of the plug-ins http, websocket and mqtt of the official
// Streamr node 103.x, so that its clients work unchanged; docs/plugins.md says what they
// are and lists where this package is stricter.
//
// Whoever reaches a plug-in speaks with the node's name. So none is on unless it is
// configured, one without API keys listens on loopback only and is closed to web pages of
// other sites, keys are kept and compared as hashes and appear in no log, and everything a
// client can make grow has a bound: connections, message sizes, what waits for a client
// that reads slowly (it is cut off, with a reason), and the time that anything takes.
//
// A [Hub] stands between the servers and the [Network]: it subscribes once to a stream
// part however many devices read it, and shows devices what others of them publish.
//
//	p, err := plugins.Start(cfg, plugins.HubConfig{Network: network, Owner: address})
//	…
//	err = p.Shutdown(ctx)
package plugins
