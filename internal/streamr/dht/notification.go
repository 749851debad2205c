package dht

import (
	"fmt"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/wire"
)

// notification makes a message for a service at which this node has no endpoint of its
// own: the sessions of other nodes (§4).
func notification(env loop.Env, serviceID, method string, request proto.Message) (*wire.Message, error) {
	body, err := anypb.New(request)
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", method, err)
	}
	return &wire.Message{ServiceId: serviceID, Body: &wire.Message_RpcMessage{RpcMessage: &wire.RpcMessage{
		Header:    map[string]string{"method": method, "request": "request", "notification": "notification"},
		RequestId: wire.NewUUID(env.Rand), Body: body,
	}}}, nil
}
