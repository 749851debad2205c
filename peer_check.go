package logstore

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/logstore/logstore/message"
)

// refusal is why a message is not what it should be, whoever is asked. Any other error
// of a check means that it could not be made.
type refusal struct {
	word string // of one word
	err  error
}

func (r *refusal) Error() string { return r.err.Error() }
func (r *refusal) Unwrap() error { return r.err }

func refuse(word, format string, args ...any) error {
	return &refusal{word, fmt.Errorf(format, args...)}
}

// judge checks messages of a part, of which out says what is wrong with their signatures,
// as official subscribers do: signature, partition, permission of the publisher; and
// besides that whether the signature could be of another message, and whether what nobody
// signed fits the content, as far as it shows. It returns out with what it found.
func (p *peer) judge(ctx context.Context, id message.StreamPart, ms []*message.Message, out []error) []error {
	r, rulesErr := p.rulesFor(ctx, id.Stream, ms)
	may := make(map[message.UserID]error)
	for i, m := range ms {
		switch {
		case errors.Is(out[i], message.ErrInvalidSignature):
			out[i] = &refusal{"signature", out[i]}
		case out[i] != nil:
		case rulesErr != nil:
			out[i] = rulesErr
		case m.Part() != id:
			out[i] = refuse("part", "the message belongs to %s", m.Part())
		case int(m.Partition) >= r.partitions:
			out[i] = refuse("partition", "the stream has %d partitions", r.partitions)
		case !p.c.cfg.AllowNonCanonical && m.CheckCanonical(r.partitions) != nil:
			out[i] = &refusal{"canonical", m.CheckCanonical(r.partitions)}
		case m.IsContent():
			err, asked := may[m.Publisher]
			if !asked {
				err = p.mayPublish(ctx, id.Stream, m.Publisher)
				may[m.Publisher] = err
			}
			if out[i] = err; err == nil {
				out[i] = p.checkHints(m, r.public)
			}
		}
	}
	return out
}

// rulesFor returns the rules of a stream. Where messages are plain and it is taken for
// private, everybody may just have got permission to subscribe.
func (p *peer) rulesFor(ctx context.Context, id message.StreamID, ms []*message.Message) (rules, error) {
	r, err := p.authority.Rules(ctx, id)
	if err == nil && !r.public && slices.ContainsFunc(ms, func(m *message.Message) bool {
		return m.IsContent() && m.EncryptionType == message.EncryptionNone
	}) {
		return p.authority.RecentRules(ctx, id)
	}
	return r, err
}

func (p *peer) mayPublish(ctx context.Context, id message.StreamID, user message.UserID) error {
	ok, err := p.authority.MayPublish(ctx, id, user)
	if err == nil && !ok {
		err = refuse("permission", "%w: %s may not publish to %s", ErrNotPermitted, shortUser(user), id)
	}
	return err
}

func (p *peer) maySubscribe(ctx context.Context, id message.StreamID, user message.UserID) error {
	ok, err := p.authority.MaySubscribe(ctx, id, user)
	if err == nil && !ok {
		err = refuse("permission", "%w: %s may not subscribe to %s", ErrNotPermitted, shortUser(user), id)
	}
	return err
}

// shortUser writes a user for an error text: keys of ML-DSA-87 fill pages.
func shortUser(u message.UserID) string {
	const most = 70
	if s := u.String(); len(s) > most {
		return s[:most] + "…"
	}
	return u.String()
}
