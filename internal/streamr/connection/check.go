package connection

import (
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/logstore/logstore/internal/streamr/transport"
	"github.com/logstore/logstore/internal/streamr/wire"
)

const (
	checkDialTimeout   = time.Second
	checkAnswerTimeout = 5 * time.Second
	checkPause         = 2 * time.Second
)

// ErrNoEntryPoint: none of the entry points has answered.
var ErrNoEntryPoint = errors.New("no entry point answers: check their addresses and that this machine reaches them")

// CheckConnectivity asks one entry point after another, in random order, for this node's
// address and whether its server can be dialled, until one answers (§3.7). A request with
// port 0 is that of a node without a server. done runs once, in the loop, with an answer or
// with an error that is ErrNoEntryPoint and says what each entry point did. After cancel
// it is not called.
//
// The answer is what one entry point says. One that lies can give a node a wrong address,
// which makes it unreachable, and no more.
func (m *Manager) CheckConnectivity(entryPoints []*wire.Peer, r *wire.ConnectivityRequest, done func(*wire.ConnectivityResponse, error)) (cancel func()) {
	c := &check{m: m, request: r, done: done, stop: func() {}}
	for _, p := range entryPoints {
		if p.HasServer() {
			c.left = append(c.left, p)
		}
	}
	m.env.Rand.Shuffle(len(c.left), func(i, j int) { c.left[i], c.left[j] = c.left[j], c.left[i] })
	timer := m.env.Loop.After(0, c.next)
	c.stop = timer.Stop
	return func() {
		c.over = true
		c.stop()
	}
}

// check is a connectivity check on its way from one entry point to the next.
type check struct {
	m       *Manager
	request *wire.ConnectivityRequest
	done    func(*wire.ConnectivityResponse, error)
	left    []*wire.Peer
	errs    []error
	stop    func() // ends what is going on
	over    bool
}

func (c *check) finish(r *wire.ConnectivityResponse, err error) {
	if c.over {
		return
	}
	c.over = true
	c.stop()
	c.done(r, err)
}

// next asks the next entry point.
func (c *check) next() {
	if c.m.stopping {
		c.finish(nil, transport.ErrStopped)
		return
	}
	if len(c.left) == 0 {
		c.finish(nil, errors.Join(append([]error{ErrNoEntryPoint}, c.errs...)...))
		return
	}
	p := c.left[0]
	c.left = slices.Delete(c.left, 0, 1)
	server := p.Descriptor.GetWebsocket()
	address := transport.Address{Host: server.GetHost(), Port: uint16(server.GetPort()), TLS: server.GetTls(), Action: transport.ActionCheck}
	c.stop = c.m.cfg.Network.Dial(address, checkDialTimeout, func(link transport.Link, err error) {
		if err != nil {
			c.failed(p, err)
			return
		}
		c.ask(p, link)
	})
}

// ask sends the request on an open link and waits for the answer.
func (c *check) ask(p *wire.Peer, link transport.Link) {
	timer := c.m.env.Loop.After(checkAnswerTimeout, func() {
		c.stop()
		c.failed(p, errors.New("no answer"))
	})
	waiting := true
	c.stop = func() {
		waiting = false
		timer.Stop()
		link.Close(false)
	}
	link.Start(transport.LinkEvents{
		Message: func(msg *wire.Message, _ int) {
			r := msg.GetConnectivityResponse()
			if r == nil || !waiting {
				return
			}
			if !speaks(r.GetProtocolVersion()) {
				c.stop()
				c.failed(p, fmt.Errorf("it speaks protocol %.20q, this node %s", r.GetProtocolVersion(), wire.ProtocolVersion))
				return
			}
			c.finish(r, nil)
		},
		Closed: func(bool) {
			if waiting {
				waiting = false
				timer.Stop()
				c.failed(p, errors.New("it closed the connection without an answer"))
			}
		},
	})
	msg := c.m.message(serviceChecker)
	msg.Body = &wire.Message_ConnectivityRequest{ConnectivityRequest: c.request}
	frame, err := encode(msg)
	if err == nil {
		err = link.Send(frame)
	}
	if err != nil {
		c.stop()
		c.failed(p, err)
	}
}

// failed goes on to the next entry point after a pause.
func (c *check) failed(p *wire.Peer, err error) {
	if c.over {
		return
	}
	server := p.Descriptor.GetWebsocket()
	c.errs = append(c.errs, fmt.Errorf("entry point %s at %s:%d: %w", p, server.GetHost(), server.GetPort(), err))
	pause := checkPause
	if len(c.left) == 0 {
		pause = 0
	}
	timer := c.m.env.Loop.After(pause, c.next)
	c.stop = timer.Stop
}
