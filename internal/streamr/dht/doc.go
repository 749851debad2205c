// Package dht is how Streamr nodes find each other: the control layer that all nodes
// share, and the discovery layer of each stream part.
package dht
