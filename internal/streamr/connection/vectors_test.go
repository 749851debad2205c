package connection

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"testing"

	"google.golang.org/protobuf/proto"

	"github.com/logstore/logstore/internal/streamr/wire"
	"github.com/logstore/logstore/message"
)

// vectors are values that the official code has given (testdata/ids.json).
type vectors struct {
	Offerers []struct {
		Local, Remote, Offerer           string
		HashLocalRemote, HashRemoteLocal int32
	}
	ConnectionTypes []struct{ Local, Remote, Type string }
	NodeIDs         []struct {
		IPAddress          uint32
		PrivateKey, NodeID string
	}
	PeerDescriptors []struct{ Protobuf, SignaturePayload string }
}

func loadVectors(t *testing.T) (v vectors) {
	t.Helper()
	b, err := os.ReadFile("testdata/ids.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTieBreakVectors(t *testing.T) {
	t.Parallel()
	vs := loadVectors(t).Offerers
	if len(vs) == 0 {
		t.Fatal("no vectors")
	}
	for _, v := range vs {
		local, remote := wire.NodeID(unhex(t, v.Local)), wire.NodeID(unhex(t, v.Remote))
		if got := pairHash(local, remote); got != v.HashLocalRemote {
			t.Errorf("hash of %s, %s is %d, want %d", local, remote, got, v.HashLocalRemote)
		}
		if got := offers(local, remote); got != (v.Offerer == "local") {
			t.Errorf("%s offers to %s: %v, want %s", local, remote, got, v.Offerer)
		}
		if offers(local, remote) == offers(remote, local) {
			t.Errorf("%s and %s do not agree", local, remote)
		}
	}
}

func TestConnectionKindVectors(t *testing.T) {
	t.Parallel()
	method := func(host string, tls bool) *wire.ConnectivityMethod {
		return &wire.ConnectivityMethod{Host: host, Port: 443, Tls: tls}
	}
	nodes := map[string]*wire.PeerDescriptor{
		"none":       {},
		"ws":         {Websocket: method("node.example", false)},
		"wss":        {Websocket: method("node.example", true)},
		"ws-private": {Websocket: method("192.168.1.5", false)},
		"browser":    {Type: wire.NodeType_BROWSER},
	}
	// A browser has no server; what would be a WebRTC connection is none for this node.
	kinds := map[string]kind{"webrtc": none, "websocket-client": dial, "websocket-server": ask}
	for _, v := range loadVectors(t).ConnectionTypes {
		local, remote := &wire.Peer{Descriptor: nodes[v.Local]}, &wire.Peer{Descriptor: nodes[v.Remote]}
		want, ok := kinds[v.Type]
		if local.Descriptor == nil || remote.Descriptor == nil || !ok {
			t.Fatalf("unknown vector %+v", v)
		}
		if got := kindOf(local, remote); got != want {
			t.Errorf("%s to %s: kind %d, want %d (%s)", v.Local, v.Remote, got, want, v.Type)
		}
	}
}

func TestNodeIDVectors(t *testing.T) {
	t.Parallel()
	for _, v := range loadVectors(t).NodeIDs {
		signer, err := message.NewEVMSigner([32]byte(unhex(t, v.PrivateKey)))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := nodeIDOf(v.IPAddress, signer); err != nil || got.String() != v.NodeID {
			t.Errorf("node id of %d is %s (%v), want %s", v.IPAddress, got, err, v.NodeID)
		}
	}
}

func TestDescriptorPayloadVectors(t *testing.T) {
	t.Parallel()
	for _, v := range loadVectors(t).PeerDescriptors {
		d := new(wire.PeerDescriptor)
		if err := proto.Unmarshal(unhex(t, v.Protobuf), d); err != nil {
			t.Fatal(err)
		}
		if got, err := descriptorPayload(d); err != nil || hex.EncodeToString(got) != v.SignaturePayload {
			t.Errorf("payload of %v is\n%x (%v), want\n%s", d, got, err, v.SignaturePayload)
		}
	}
}
