package connection

import (
	"crypto/md5"
	"encoding/binary"

	"github.com/logstore/logstore/internal/streamr/wire"
)

// offers decides between two connections of the same two nodes, in the same way on both
// sides: true if the connection that local opens is the one to keep (§3.4).
func offers(local, remote wire.NodeID) bool {
	return pairHash(local, remote) < pairHash(remote, local)
}

// pairHash is the first four bytes of MD5("a,b"), read as little-endian and signed.
func pairHash(a, b wire.NodeID) int32 {
	sum := md5.Sum([]byte(a.String() + "," + b.String()))
	return int32(binary.LittleEndian.Uint32(sum[:4]))
}
