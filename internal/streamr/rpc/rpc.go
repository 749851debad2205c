// Package rpc makes calls between services of Streamr nodes, over any transport.
//
// It is the protocol's request, notification and response (protorpc), with calls that
// never block: what happens with the answer is a function that runs in the loop.
package rpc

import (
	"errors"
	"fmt"
	"time"

	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/known/anypb"

	"github.com/logstore/logstore/internal/streamr/loop"
	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

var (
	// ErrTimeout: no answer came in time.
	ErrTimeout = errors.New("the peer did not answer in time")
	// ErrDisconnected: the peer went away before it answered.
	ErrDisconnected = errors.New("the peer disconnected before it answered")
	// ErrClosed: the endpoint was closed before the answer came.
	ErrClosed = errors.New("the call was given up")
	// ErrAnswer: the answer could not be read.
	ErrAnswer = errors.New("the peer's answer cannot be read")
)

// RemoteError is what a peer answered instead of a result.
type RemoteError struct {
	Type    wire.RpcErrorType
	Message string
}

func (e *RemoteError) Error() string {
	return fmt.Sprintf("the peer answered with an error: %s %q", e.Type, e.Message)
}

const (
	headerMethod       = "method"
	headerRequest      = "request"
	headerNotification = "notification"
	headerResponse     = "response"

	typePrefix = "type.googleapis.com/"

	// maxErrorText bounds what is kept of a foreign error text.
	maxErrorText = 200
	// maxPending bounds the calls that wait for answers. More fail at once.
	maxPending = 10_000
)

// Endpoint is one service id at one node: it calls the same service of others, and
// answers their calls.
type Endpoint struct {
	env       loop.Env
	transport transport.Transport
	serviceID string
	methods   map[string]method
	pending   map[string]*pendingCall
	order     []string // ids of pending, oldest first, so that failing them keeps an order; lazily cleaned
	unwatch   func()
	closed    bool
}

type method struct {
	name   string // full name of the request's type
	handle func(c *Call, body *anypb.Any)
}

type pendingCall struct {
	target wire.NodeID
	timer  *loop.Timer
	done   func(body *anypb.Any, err error)
}

// New makes an endpoint and lets it receive. Close ends it.
func New(env loop.Env, t transport.Transport, serviceID string) *Endpoint {
	e := &Endpoint{
		env: env, transport: t, serviceID: serviceID,
		methods: make(map[string]method), pending: make(map[string]*pendingCall),
	}
	t.Handle(serviceID, e.receive)
	e.unwatch = t.WatchDisconnects(func(p *wire.Peer, _ bool) {
		e.failWhere(ErrDisconnected, func(c *pendingCall) bool { return c.target == p.ID })
	})
	return e
}

// Close fails all open calls with ErrClosed and stops receiving.
func (e *Endpoint) Close() {
	if e.closed {
		return
	}
	e.closed = true
	e.transport.Handle(e.serviceID, nil)
	e.unwatch()
	e.failWhere(ErrClosed, func(*pendingCall) bool { return true })
}

// Call is a request that waits for its answer.
type Call struct {
	// From is the node that asks.
	From *wire.Peer

	endpoint  *Endpoint
	requestID string
	method    string
	answered  bool
	notice    bool
}

// IsNotice is whether nobody waits for an answer.
func (c *Call) IsNotice() bool { return c.notice }

// Reply answers, now or later. Only the first answer counts. It never opens a connection.
func (c *Call) Reply(m proto.Message) {
	body, err := pack(m)
	if err != nil {
		c.Fail(wire.RpcErrorType_SERVER_ERROR, err.Error())
		return
	}
	c.answer(&wire.RpcMessage{Body: body})
}

// Fail answers with an error.
func (c *Call) Fail(t wire.RpcErrorType, text string) {
	c.answer(&wire.RpcMessage{ErrorType: &t, ErrorMessage: &text})
}

func (c *Call) answer(m *wire.RpcMessage) {
	if c.answered || c.notice || c.endpoint.closed {
		return
	}
	c.answered = true
	m.RequestId = c.requestID
	m.Header = map[string]string{headerMethod: c.method, headerResponse: headerResponse}
	// An asker that is gone needs no answer.
	_ = c.endpoint.send(m, c.From, transport.SendOptions{NoConnect: true})
}

// Handle names the function that answers a method. It must reply or fail, now or
// later; for a notification both do nothing.
func Handle[T any, P interface {
	*T
	proto.Message
}](e *Endpoint, name string, f func(c *Call, request P)) {
	full := string(P(new(T)).ProtoReflect().Descriptor().FullName())
	e.methods[name] = method{name: full, handle: func(c *Call, body *anypb.Any) {
		request := P(new(T))
		if err := proto.Unmarshal(body.GetValue(), request); err != nil {
			c.Fail(wire.RpcErrorType_CLIENT_ERROR, "the request cannot be read")
			return
		}
		f(c, request)
	}}
}

// HandleRaw is as Handle for a type that has no generated code: f gets its bytes,
// which share memory with what was received.
func HandleRaw(e *Endpoint, name, fullTypeName string, f func(c *Call, value []byte)) {
	e.methods[name] = method{name: fullTypeName, handle: func(c *Call, body *anypb.Any) { f(c, body.GetValue()) }}
}

// Options of one call. The zero value waits as long as the kind of connection asks for.
type Options struct {
	Timeout time.Duration
	transport.SendOptions
}

// Invoke calls a method of another node. done runs in the loop, exactly once, and never
// before Invoke has returned.
func Invoke[T any, P interface {
	*T
	proto.Message
}](e *Endpoint, to *wire.Peer, name string, request proto.Message, o Options, done func(response P, err error)) {
	e.call(to, name, request, o, func(body *anypb.Any, err error) {
		if err != nil {
			done(nil, err)
			return
		}
		response := P(new(T))
		if err := proto.Unmarshal(body.GetValue(), response); err != nil {
			done(nil, fmt.Errorf("%w: %s", ErrAnswer, name))
			return
		}
		done(response, nil)
	})
}

// Notify sends a request that gets no answer.
func (e *Endpoint) Notify(to *wire.Peer, name string, request proto.Message, o transport.SendOptions) error {
	m, err := e.notification(name, request)
	if err != nil {
		return err
	}
	return e.send(m, to, o)
}

// Notification makes the message of a notification, for transport.Direct.SendMany.
// value is the encoded request of the type named full.
func (e *Endpoint) Notification(name, full string, value []byte) *wire.Message {
	return e.wrap(&wire.RpcMessage{
		Header:    map[string]string{headerMethod: name, headerRequest: headerRequest, headerNotification: headerNotification},
		RequestId: wire.NewUUID(e.env.Rand),
		Body:      &anypb.Any{TypeUrl: typePrefix + full, Value: value},
	})
}

func (e *Endpoint) notification(name string, request proto.Message) (*wire.RpcMessage, error) {
	body, err := pack(request)
	if err != nil {
		return nil, err
	}
	return &wire.RpcMessage{
		Header:    map[string]string{headerMethod: name, headerRequest: headerRequest, headerNotification: headerNotification},
		RequestId: wire.NewUUID(e.env.Rand), Body: body,
	}, nil
}

func (e *Endpoint) call(to *wire.Peer, name string, request proto.Message, o Options, done func(*anypb.Any, error)) {
	fail := func(err error) { e.env.Loop.Post(func() { done(nil, err) }) }
	if e.closed {
		fail(ErrClosed)
		return
	}
	if len(e.pending) >= maxPending {
		fail(fmt.Errorf("%s: %d calls wait already", name, len(e.pending)))
		return
	}
	body, err := pack(request)
	if err != nil {
		fail(err)
		return
	}
	id := wire.NewUUID(e.env.Rand)
	timeout := o.Timeout
	if timeout == 0 {
		timeout = DefaultTimeout(e.transport.Self(), to)
	}
	p := &pendingCall{target: to.ID, done: done}
	p.timer = e.env.Loop.After(timeout, func() { e.finish(id, nil, ErrTimeout) })
	e.pending[id] = p
	e.order = append(e.order, id)
	err = e.send(&wire.RpcMessage{
		Header:    map[string]string{headerMethod: name, headerRequest: headerRequest},
		RequestId: id, Body: body,
	}, to, o.SendOptions)
	if err != nil {
		e.env.Loop.Post(func() { e.finish(id, nil, err) })
	}
}

// DefaultTimeout is how long an answer may take: the longer, the more has to happen
// before the peers are connected.
func DefaultTimeout(self, to *wire.Peer) time.Duration {
	switch {
	case to.HasServer():
		return 5 * time.Second
	case self.HasServer():
		return 7500 * time.Millisecond
	default:
		return 10 * time.Second
	}
}

func (e *Endpoint) finish(id string, body *anypb.Any, err error) {
	p := e.pending[id]
	if p == nil {
		return
	}
	delete(e.pending, id)
	p.timer.Stop()
	e.tidy()
	p.done(body, err)
}

// tidy forgets the ids of finished calls when they have become the larger part.
func (e *Endpoint) tidy() {
	if len(e.pending) == 0 {
		e.order = e.order[:0]
		return
	}
	if len(e.order) < 2*len(e.pending)+16 {
		return
	}
	kept := e.order[:0]
	for _, id := range e.order {
		if e.pending[id] != nil {
			kept = append(kept, id)
		}
	}
	clear(e.order[len(kept):])
	e.order = kept
}

// failWhere ends calls in the order in which they were made.
func (e *Endpoint) failWhere(err error, which func(*pendingCall) bool) {
	var ids []string
	for _, id := range e.order {
		if p := e.pending[id]; p != nil && which(p) {
			ids = append(ids, id)
		}
	}
	for _, id := range ids {
		e.finish(id, nil, err)
	}
}

func (e *Endpoint) wrap(m *wire.RpcMessage) *wire.Message {
	return &wire.Message{ServiceId: e.serviceID, Body: &wire.Message_RpcMessage{RpcMessage: m}}
}

func (e *Endpoint) send(m *wire.RpcMessage, to *wire.Peer, o transport.SendOptions) error {
	return e.transport.Send(e.wrap(m), to, o)
}

// receive takes a message of the service.
func (e *Endpoint) receive(m *wire.Message, from *wire.Peer) {
	r := m.GetRpcMessage()
	if r == nil {
		return
	}
	// Official nodes write some keys with empty values: the value counts, not the key.
	if r.GetHeader()[headerResponse] != "" {
		e.receiveResponse(r, from)
		return
	}
	if r.GetHeader()[headerRequest] == "" {
		return
	}
	name := r.GetHeader()[headerMethod]
	c := &Call{
		From: from, endpoint: e, requestID: r.GetRequestId(), method: name,
		notice: r.GetHeader()[headerNotification] != "",
	}
	method, ok := e.methods[name]
	if !ok {
		c.Fail(wire.RpcErrorType_UNKNOWN_RPC_METHOD, "")
		return
	}
	if r.GetBody().GetTypeUrl() != typePrefix+method.name {
		c.Fail(wire.RpcErrorType_CLIENT_ERROR, "the request is not a "+method.name)
		return
	}
	method.handle(c, r.GetBody())
}

func (e *Endpoint) receiveResponse(r *wire.RpcMessage, from *wire.Peer) {
	p := e.pending[r.GetRequestId()]
	// Only who was asked can answer.
	if p == nil || p.target != from.ID {
		return
	}
	if r.ErrorType != nil {
		text := r.GetErrorMessage()
		e.finish(r.GetRequestId(), nil, &RemoteError{r.GetErrorType(), text[:min(len(text), maxErrorText)]})
		return
	}
	e.finish(r.GetRequestId(), r.GetBody(), nil)
}

func pack(m proto.Message) (*anypb.Any, error) {
	value, err := proto.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("encode request: %w", err)
	}
	return &anypb.Any{TypeUrl: typePrefix + string(m.ProtoReflect().Descriptor().FullName()), Value: value}, nil
}
