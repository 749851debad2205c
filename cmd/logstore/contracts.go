package main

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/spf13/cobra"

	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/contracts"
	"github.com/logstore/logstore/internal/chain/rpcpool"
	"github.com/logstore/logstore/internal/chain/tx"
	"github.com/logstore/logstore/internal/deploy"
	"github.com/logstore/logstore/internal/units"
)

func (a *app) contractsCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "contracts", Short: "Deploy the network's contracts, and check them", GroupID: "chain"}
	cmd.AddCommand(a.deployCommand(), a.verifyContractsCommand())
	return cmd
}

// deployFlags are the parameters of a deployment as the command line has them.
type deployFlags struct {
	owner, safe, salt         string
	weiPerByte, stakeRequired string
	unbonding                 time.Duration
	fresh                     bool
}

func (f *deployFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.owner, "owner", "", "`address` that is to own the contracts (default: your own)")
	flags.StringVar(&f.safe, "safe", "", "`address` that gets the coin paid for tokens (default: the owner)")
	flags.StringVar(&f.weiPerByte, "wei-per-byte", "1000000000", "price of one byte in wei")
	flags.StringVar(&f.stakeRequired, "stake-required", "1000000000000000000", "base units of LSAN that make a node count as staked")
	flags.DurationVar(&f.unbonding, "unbonding-period", 7*24*time.Hour, "how long stake that is taken back from a node has to wait")
	flags.StringVar(&f.salt, "salt", "1", "`text` that tells deployments of one account apart")
	flags.BoolVar(&f.fresh, "fresh", false, "as if the network had no contracts of ours yet")
}

func (f *deployFlags) params(from common.Address) (deploy.Params, error) {
	p := deploy.DefaultParams(from)
	for _, address := range []struct {
		flag, text string
		to         *common.Address
	}{{"--owner", f.owner, &p.Owner}, {"--safe", f.safe, &p.Safe}} {
		if address.text == "" {
			continue
		}
		if !common.IsHexAddress(address.text) {
			return p, usagef("%s: %q is no address: want 0x and 40 hex digits", address.flag, address.text)
		}
		*address.to = common.HexToAddress(address.text)
	}
	if f.safe == "" {
		p.Safe = p.Owner
	}
	for _, number := range []struct {
		flag, text string
		to         **big.Int
	}{{"--wei-per-byte", f.weiPerByte, &p.WeiPerByte}, {"--stake-required", f.stakeRequired, &p.StakeRequired}} {
		n, ok := new(big.Int).SetString(number.text, 10)
		if !ok {
			return p, usagef("%s: %q is no whole number", number.flag, number.text)
		}
		*number.to = n
	}
	p.UnbondingPeriod, p.Salt = f.unbonding, f.salt
	if err := p.Validate(); err != nil {
		return p, &exitError{exitUsage, err}
	}
	return p, nil
}

// deployment is what the commands about contracts work with.
type deployment struct {
	network contracts.Network
	pool    *rpcpool.Pool
	sender  *tx.Sender
	params  deploy.Params
}

// withDeployment runs f with the configured network, as the account of the user's key.
func (a *app) withDeployment(f deployFlags, do func(*deployment) error) error {
	c, err := a.config()
	if err != nil {
		return err
	}
	if c.Chain.Network == "" {
		return &exitError{exitUsage, errNoNetwork}
	}
	d := &deployment{}
	if d.network, err = contracts.Lookup(c.Chain.Network); err != nil {
		return fmt.Errorf("chain.network: %w", err)
	}
	if f.fresh {
		n := &d.network.Contracts
		for _, address := range []*common.Address{&n.LSAN, &n.NodeManager, &n.StoreManager, &n.QueryManager, &n.ReportManager} {
			*address = common.Address{}
		}
	}
	if err := d.network.Override(c.Chain.RPC, c.Chain.Contracts); err != nil {
		return err
	}
	key, err := a.key(c)
	if err != nil {
		return err
	}
	d.pool, err = rpcpool.New(rpcpool.Config{URLs: d.network.RPC, ChainID: d.network.ChainID, Quorum: c.Chain.Quorum})
	if err != nil {
		return err
	}
	defer d.pool.Close()
	d.sender = tx.New(d.pool, key.Signer(), nil, tx.Config{PollInterval: 200 * time.Millisecond})
	if d.params, err = f.params(d.sender.From()); err != nil {
		return err
	}
	return do(d)
}

func (a *app) deployCommand() *cobra.Command {
	var f deployFlags
	var yes bool
	cmd := &cobra.Command{
		Use:   "deploy",
		Short: "Deploy the contracts that the network does not have",
		Long: `Deploys the contracts, each behind a proxy, as the account of your key. Where they will be
is known, and shown with the cost, before anything is sent. What was interrupted goes on
where it was when the command is given again, with the same program and flags; what is
there already is left alone. At the end everything is read back and compared.`,
		Example: "  logstore contracts deploy --network amoy --rpc https://rpc.example --owner 0x…",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withDeployment(f, func(d *deployment) error { return a.deploy(cmd.Context(), d, yes) })
		},
	}
	f.add(cmd)
	addYes(cmd, &yes)
	return cmd
}

func (a *app) deploy(ctx context.Context, d *deployment, yes bool) error {
	plan, err := deploy.NewPlan(ctx, d.pool, d.network, d.sender.From(), d.params)
	if err != nil {
		return err
	}
	left := 0
	for _, s := range plan.Steps {
		state := fmt.Sprintf("%d gas", s.Gas)
		if s.Done {
			state = "there already"
		} else {
			left++
		}
		fmt.Fprintf(a.err, "  %-36s %v  %s\n", s.Name, s.Address, state)
	}
	if left > 0 {
		price, err := d.pool.SuggestGasPrice(ctx)
		if err != nil {
			return fmt.Errorf("ask for the gas price: %w", err)
		}
		fmt.Fprintf(a.err, "%d transactions, about %s coin at today's price of gas.\n", left, units.Tokens(plan.Cost(price)))
		if err := a.agree(ctx, yes); err != nil {
			return err
		}
	}
	err = deploy.Deploy(ctx, d.pool, d.sender, plan, func(s deploy.Step, r *types.Receipt) {
		if r != nil {
			fmt.Fprintf(a.err, "%s: Tx %v\n", s.Name, r.TxHash)
		}
	})
	if err != nil {
		return fmt.Errorf("%w; give the command again to go on", err)
	}
	if err := a.checkContracts(ctx, d, plan.Network()); err != nil {
		return err
	}
	return a.printContracts(plan.Network().Contracts)
}

func (a *app) verifyContractsCommand() *cobra.Command {
	var f deployFlags
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Compare the network's contracts with those of this program",
		Long: `Reads the contracts of the network back: code, implementations, owners, roles, who knows
whom, prices, system streams. Whatever is not as the flags say is named, and the exit code
is 4.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withDeployment(f, func(d *deployment) error {
				if err := a.checkContracts(cmd.Context(), d, d.network); err != nil {
					return err
				}
				return a.printContracts(d.network.Contracts)
			})
		},
	}
	f.add(cmd)
	return cmd
}

// checkContracts fails if anything is not as it should be.
func (a *app) checkContracts(ctx context.Context, d *deployment, network contracts.Network) error {
	deviations, err := deploy.Verify(ctx, d.pool, network, d.params)
	if err != nil {
		return err
	}
	if len(deviations) == 0 {
		return nil
	}
	for _, deviation := range deviations {
		fmt.Fprintf(a.err, "%s\n", render.Printable(deviation.String()))
	}
	return &exitError{exitVerification, errors.New("the contracts are not what they should be")}
}

func (a *app) printContracts(addresses contracts.Addresses) error {
	if a.json {
		return a.writeJSON(addresses)
	}
	fmt.Fprintln(a.out, "# verified; for the configuration:\nchain:\n  contracts:")
	for _, c := range addresses.All() {
		if c.Address != (common.Address{}) {
			fmt.Fprintf(a.out, "    - %s=%v\n", c.Name, c.Address)
		}
	}
	return nil
}
