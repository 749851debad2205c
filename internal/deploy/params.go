package deploy

import (
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// Params is what contracts are set up with.
type Params struct {
	// Owner owns all contracts, and is ADMIN of the token and the node manager.
	Owner common.Address
	// Safe gets the coin that is paid for tokens.
	Safe common.Address
	// WeiPerByte is the price of one byte, and so of one base unit of the token. See
	// [WeiPerByte].
	WeiPerByte *big.Int
	// StakeRequired makes a node count as staked, in base units of the token.
	StakeRequired *big.Int
	// UnbondingPeriod is how long what is taken back from a node has to wait: whole
	// seconds, 90 days at most.
	UnbondingPeriod time.Duration
	// ReportTimeBuffer is the time of a reporter's turn, in whole milliseconds.
	ReportTimeBuffer time.Duration
	// Streams are the system streams to create.
	Streams []SystemStream
	// Salt tells deployments of the same account apart: with another one everything is
	// at other addresses. Not looked at by [Initialize] and [Verify].
	Salt string
}

// SystemStream is a stream through which nodes talk to each other.
type SystemStream struct {
	Key      string // its name in the contracts
	Path     string // of its id, which begins with the node manager's address
	Metadata string // JSON
}

// Those of the node manager.
const (
	defaultUnbondingPeriod = 7 * 24 * time.Hour
	maxUnbondingPeriod     = 90 * 24 * time.Hour
	maxStreams             = 16
)

// DefaultParams are those of the original deployment, with prices of a development
// chain: one gwei a byte. Owner and Safe are the same account.
func DefaultParams(owner common.Address) Params {
	p := Params{
		Owner:            owner,
		Safe:             owner,
		WeiPerByte:       big.NewInt(1_000_000_000),
		StakeRequired:    new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil),
		UnbondingPeriod:  defaultUnbondingPeriod,
		ReportTimeBuffer: time.Minute,
		Salt:             "1",
	}
	for _, s := range [][2]string{
		{"LOGSTORE_HEARTBEAT_STREAM", "/heartbeat"},
		{"LOGSTORE_RECOVERY_STREAM", "/recovery"},
		{"LOGSTORE_SYSTEM_STREAM", "/system"},
		{"LOGSTORE_TOPICS_STREAM", "/topics"},
		{"LOGSTORE_VALIDATION_ERRORS_STREAM", "/validation-errors"},
	} {
		p.Streams = append(p.Streams, SystemStream{Key: s[0], Path: s[1], Metadata: `{ "partitions": 1}`})
	}
	return p
}

// Validate finds what the contracts would refuse, and what makes no sense.
func (p Params) Validate() error {
	var errs []error
	check := func(ok bool, format string, args ...any) {
		if !ok {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	check(p.Owner != (common.Address{}), "owner is missing: name the account that is to own the contracts")
	check(p.Safe != (common.Address{}), "safe is missing: name the account that gets the coin paid for tokens")
	check(isPositive(p.WeiPerByte), "wei per byte must be above 0 and fit 256 bits")
	check(isPositive(p.StakeRequired), "the stake required of a node must be above 0 and fit 256 bits")
	check(p.UnbondingPeriod >= 0 && p.UnbondingPeriod <= maxUnbondingPeriod && p.UnbondingPeriod%time.Second == 0,
		"unbonding period %s: want whole seconds up to %s", p.UnbondingPeriod, maxUnbondingPeriod)
	check(p.ReportTimeBuffer >= time.Millisecond && p.ReportTimeBuffer%time.Millisecond == 0,
		"report time buffer %s: want whole milliseconds, at least one", p.ReportTimeBuffer)
	check(len(p.Streams) <= maxStreams, "%d system streams: %d are allowed", len(p.Streams), maxStreams)
	seen := map[string]bool{}
	for _, s := range p.Streams {
		check(s.Key != "" && len(s.Path) > 1 && s.Path[0] == '/' && s.Metadata != "",
			"system stream %q: want a key, a path that begins with a slash, and metadata", s.Key)
		check(!seen[s.Key] && !seen[s.Path], "system stream %q: its key or path is that of another one", s.Key)
		seen[s.Key], seen[s.Path] = true, true
	}
	return errors.Join(errs...)
}

func isPositive(n *big.Int) bool { return n != nil && n.Sign() > 0 && n.BitLen() <= 256 }

// seconds and milliseconds as the contracts take them.
func seconds(d time.Duration) *big.Int      { return big.NewInt(int64(d / time.Second)) }
func milliseconds(d time.Duration) *big.Int { return big.NewInt(d.Milliseconds()) }

func (p Params) streams() [][3]string {
	out := make([][3]string, 0, len(p.Streams))
	for _, s := range p.Streams {
		out = append(out, [3]string{s.Key, s.Path, s.Metadata})
	}
	return out
}
