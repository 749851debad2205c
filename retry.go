package logstore

import (
	"context"
	"crypto/tls"
	"encoding/binary"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// maxRetryAfter is the longest wait that a node can ask for; what wants more is
// given back to the caller.
const maxRetryAfter = 2 * time.Minute

// retry repeats an attempt that did not reach the node or found it busy.
func (c *Client) retry(ctx context.Context, r request, attempt func(context.Context) error) error {
	for n := 0; ; n++ {
		err := attempt(ctx)
		if err == nil || ctx.Err() != nil || r.noRetry || n >= c.cfg.MaxRetries || !isRetryable(err) {
			return err
		}
		wait := c.backoff(n)
		var ae *APIError
		if errors.As(err, &ae) && ae.retryAfter > 0 {
			if ae.retryAfter > maxRetryAfter {
				return err
			}
			wait = ae.retryAfter
		}
		if deadline, ok := ctx.Deadline(); ok && c.cfg.Clock.Now().Add(wait).After(deadline) {
			return err // the wait cannot end in time: tell the reason, not the time-out
		}
		c.cfg.Logger.DebugContext(ctx, "request is repeated", slog.String("operation", r.operation()),
			slog.Any("error", err), slog.Duration("wait", wait), slog.Int("attempt", n+1))
		if c.cfg.Clock.Sleep(ctx, wait) != nil {
			return errors.Join(ctx.Err(), err)
		}
	}
}

// isRetryable tells passing trouble from lasting one.
func isRetryable(err error) bool {
	var ae *APIError
	if errors.As(err, &ae) {
		switch ae.Status {
		case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
			return true
		}
		return false
	}
	var (
		ce   *connError
		cert *tls.CertificateVerificationError
		dns  *net.DNSError
	)
	switch {
	case !errors.As(err, &ce), errors.As(err, &cert):
		return false
	case errors.As(err, &dns):
		return !dns.IsNotFound
	}
	return true
}

// backoff is the wait after attempt n (from 0): doubling, half of it random, so that
// clients that were cut off together do not come back together.
func (c *Client) backoff(n int) time.Duration {
	d := c.cfg.MaxBackoff
	if n < 30 {
		d = min(d, c.cfg.MinBackoff<<n)
	}
	return d/2 + time.Duration(c.random()*float64(d/2))
}

// random returns a number in [0, 1).
func (c *Client) random() float64 {
	var b [8]byte
	if _, err := io.ReadFull(c.cfg.Rand, b[:]); err != nil {
		return 0.5 // only spreads load; nothing to fail for
	}
	return float64(binary.BigEndian.Uint64(b[:])>>11) / (1 << 53)
}
