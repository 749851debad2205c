package main

import (
	"context"
	"maps"
	"math/big"
	"slices"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/internal/units"
)

func (a *app) storeCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "store",
		Short:   "Pay for the storage of streams",
		GroupID: "chain",
	}
	var f amountFlags
	var yes bool
	stake := &cobra.Command{
		Use:   "stake STREAM AMOUNT",
		Short: "Stake LSAN for storing a stream",
		Long: `Stakes LSAN for storing a stream, anybody's. The network's nodes store it as long as the
stake lasts; it cannot be taken back. AMOUNT is in base units, one for each byte, or US
dollars with --usd, bytes with --bytes, LSAN as a wallet shows it with its name
("1.5lsan").`,
		Example: `  logstore store stake /weather 10GB
  logstore store stake --usd /weather 5 --yes`,
		Args: cobra.ExactArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withNetwork(cmd.Context(), yes, func(s *session) error { return s.stakeStore(cmd.Context(), args[0], args[1], f) })
		},
	}
	f.add(stake)
	addYes(stake, &yes)
	balance := &cobra.Command{
		Use: "balance [STREAM]", Short: "Show your stake for storage, or the stake of a stream", Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withNetwork(cmd.Context(), false, func(s *session) error { return s.storeBalance(cmd.Context(), args) })
		},
	}
	list := &cobra.Command{
		Use: "list", Short: "List the streams that are yours or that you have a stake on", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withNetwork(cmd.Context(), false, func(s *session) error { return s.storeList(cmd.Context()) })
		},
	}
	cmd.AddCommand(stake, balance, list)
	return cmd
}

// queryStakeCommands go under "logstore query".
func (a *app) queryStakeCommands() []*cobra.Command {
	var f amountFlags
	var yes bool
	stake := &cobra.Command{
		Use:   "stake AMOUNT",
		Short: "Stake LSAN for your queries",
		Long: `Stakes LSAN for the queries of your account. It is used up by querying and cannot be
taken back. AMOUNT is in base units, each of which pays for 20 bytes, or US dollars with
--usd, bytes of storage with --bytes, LSAN as a wallet shows it with its name
("1.5lsan").`,
		Example: "  logstore query stake --usd 1",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withNetwork(cmd.Context(), yes, func(s *session) error { return s.stakeQuery(cmd.Context(), args[0], f) })
		},
	}
	f.add(stake)
	addYes(stake, &yes)
	balance := &cobra.Command{
		Use: "balance", Short: "Show your stake for queries", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withNetwork(cmd.Context(), false, func(s *session) error { return s.queryBalance(cmd.Context()) })
		},
	}
	return []*cobra.Command{stake, balance}
}

func (s *session) stakeStore(ctx context.Context, stream, text string, f amountFlags) error {
	base, err := s.amount(ctx, text, f, units.Base, units.Base)
	if err != nil {
		return err
	}
	id, err := s.StreamID(stream)
	if err != nil {
		return err
	}
	s.sayf("Checking for available allowance...")
	s.sayf("Staking %v LSAN...", base)
	o, err := s.StakeStore(ctx, id, base)
	if err != nil {
		return err
	}
	return s.staked(ctx, o, base, "Storage", map[string]any{"stream": id})
}

func (s *session) stakeQuery(ctx context.Context, text string, f amountFlags) error {
	base, err := s.amount(ctx, text, f, units.Base, units.Base)
	if err != nil {
		return err
	}
	s.sayf("Checking for available allowance...")
	s.sayf("Staking %v LSAN...", base)
	o, err := s.StakeQuery(ctx, base)
	if err != nil {
		return err
	}
	return s.staked(ctx, o, base, "Query", nil)
}

// staked reports a stake in the original's lines, which call a base unit LSAN.
func (s *session) staked(ctx context.Context, o *logstore.Outcome, base *big.Int, what string, more map[string]any) error {
	if s.a.json {
		if more == nil {
			more = make(map[string]any)
		}
		more["lsan"] = base.String()
		return s.reportJSON(o, more)
	}
	s.sayf("\nSuccessfully staked %v LSAN for %s", base, what)
	s.sayf("Tx: %s\n", last(o).Hash)
	if err := s.sayFee(ctx, o); err != nil {
		return err
	}
	s.sayExplorer(o)
	return nil
}

func (s *session) queryBalance(ctx context.Context) error {
	stake, err := s.QueryStake(ctx, "")
	if err != nil {
		return err
	}
	bytes := units.QueryBytes(new(big.Rat).SetInt(stake))
	if s.a.json {
		return s.a.writeJSON(map[string]any{"address": s.Account(), "lsan": stake.String(), "queryBytes": units.Text(bytes)})
	}
	s.sayf("%v LSAN staked on-chain for Queries.", stake)
	s.sayf("%s of data is available for Queries.", units.Size(bytes))
	return nil
}

func (s *session) storeBalance(ctx context.Context, stream []string) error {
	if len(stream) > 0 {
		return s.streamBalance(ctx, stream[0])
	}
	b, err := s.Balances(ctx, "")
	if err != nil {
		return err
	}
	if s.a.json {
		return s.a.writeJSON(map[string]any{"address": s.Account(), "lsan": b.StoreStake.String(), "storageBytes": b.StoreStake.String()})
	}
	s.sayf("%v LSAN staked on-chain for Storage.", b.StoreStake)
	s.sayf("%s of data is available for Storage.", units.SizeOf(b.StoreStake))
	return nil
}

func (s *session) streamBalance(ctx context.Context, stream string) error {
	id, err := s.StreamID(stream)
	if err != nil {
		return err
	}
	stake, err := s.StoreStake(ctx, id)
	if err != nil {
		return err
	}
	out := map[string]any{"stream": id, "lsan": stake.String(), "storageBytes": stake.String()}
	own := ""
	if s.Account() != "" {
		mine, err := s.StoreStakeOf(ctx, id, "")
		if err != nil {
			return err
		}
		own = mine.String()
		out["own"] = own
	}
	if s.a.json {
		return s.a.writeJSON(out)
	}
	s.sayf("%v LSAN staked on-chain for Storage of %s.", stake, id)
	s.sayf("%s of data is available for Storage.", units.SizeOf(stake))
	if own != "" {
		s.sayf("%s LSAN of it are yours.", own)
	}
	return nil
}

// storeList writes the streams of the account and those that it has a stake on.
func (s *session) storeList(ctx context.Context) error {
	own, err := s.search(ctx, "")
	if err != nil {
		return err
	}
	stakes, err := s.StoreStakes(ctx, "")
	if err != nil {
		return err
	}
	mine := make(map[string]string) // stream → own stake
	for _, id := range own {
		mine[id] = "0"
	}
	for _, stake := range stakes {
		mine[stake.Stream] = stake.Amount.String()
	}
	ids := slices.Sorted(maps.Keys(mine))
	if !s.a.json {
		for _, id := range ids {
			s.sayf("%s", render.Printable(id))
		}
		return nil
	}
	list := []map[string]string{}
	for _, id := range ids {
		list = append(list, map[string]string{"stream": id, "own": mine[id]})
	}
	return s.a.writeJSON(map[string]any{"stores": list})
}
