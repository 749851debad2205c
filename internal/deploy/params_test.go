package deploy_test

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/logstore/logstore/internal/deploy"
)

func TestParamsAreChecked(t *testing.T) {
	t.Parallel()
	if err := deploy.DefaultParams(address(1)).Validate(); err != nil {
		t.Errorf("the defaults: %v", err)
	}
	for want, change := range map[string]func(*deploy.Params){
		"owner is missing":          func(p *deploy.Params) { p.Owner = common.Address{} },
		"safe is missing":           func(p *deploy.Params) { p.Safe = common.Address{} },
		"wei per byte must be":      func(p *deploy.Params) { p.WeiPerByte = common.Big0 },
		"the stake required":        func(p *deploy.Params) { p.StakeRequired = new(big.Int).Lsh(common.Big1, 256) },
		"unbonding period 2160h0m1": func(p *deploy.Params) { p.UnbondingPeriod = 90*24*time.Hour + time.Second },
		"unbonding period 1ms":      func(p *deploy.Params) { p.UnbondingPeriod = time.Millisecond },
		"report time buffer 0s":     func(p *deploy.Params) { p.ReportTimeBuffer = 0 },
		"17 system streams":         func(p *deploy.Params) { p.Streams = make([]deploy.SystemStream, 17) },
		`system stream "A": want`:   func(p *deploy.Params) { p.Streams[0] = deploy.SystemStream{Key: "A", Path: "a", Metadata: "{}"} },
		"is that of another one":    func(p *deploy.Params) { p.Streams[0] = p.Streams[1] },
	} {
		p := deploy.DefaultParams(address(1))
		change(&p)
		if err := p.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %q", err, want)
		}
	}
}

func TestPriceOfAByte(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		wei   int64
		bytes uint64
		want  int64 // 0: refused
	}{
		{1000, 1000, 1}, {1001, 1000, 2}, {999, 1000, 1}, {1, 1, 1}, {5_000_000, 1000, 5000}, {0, 1, 0}, {-5, 1, 0}, {1, 0, 0},
	} {
		got, err := deploy.WeiPerByte(big.NewInt(c.wei), c.bytes)
		if (err != nil) != (c.want == 0) || err == nil && got.Int64() != c.want {
			t.Errorf("%d wei for %d bytes: %v, %v, want %d", c.wei, c.bytes, got, err, c.want)
		}
	}
}
