package main

import (
	"context"
	"math/big"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore/internal/units"
)

// coinName is how the original names the native coin in the lines that programs parse,
// whatever the chain's coin is called today.
const coinName = "MATIC"

func (a *app) balanceCommand() *cobra.Command {
	var divide string
	cmd := &cobra.Command{
		Use:     "balance",
		Short:   "Show your LSAN and what it would pay for",
		GroupID: "chain",
		Long: `Shows how much LSAN the account of your key has, and how many bytes it would pay for.
As in the original, the plain number counts base units, one for each byte.`,
		Example: "  logstore balance --divide 4",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			parts, err := parseDivide(divide)
			if err != nil {
				return err
			}
			return a.withNetwork(cmd.Context(), false, func(s *session) error { return s.balance(cmd.Context(), parts) })
		},
	}
	cmd.Flags().StringVar(&divide, "divide", "", "show a part of the balance, too: the balance divided by this `number`")
	return cmd
}

// parseDivide reads a positive number, nil if there is none.
func parseDivide(text string) (*big.Rat, error) {
	if text == "" {
		return nil, nil
	}
	a, err := units.Parse(text, units.USD) // of which there may be parts
	if err != nil || a.Value().Sign() == 0 {
		return nil, usagef("--divide %q: want a number above 0, such as 4", text)
	}
	return a.Value(), nil
}

// share is a part of a balance in JSON.
type share struct {
	By      string `json:"by"`
	LSAN    string `json:"lsan"` // base units
	Storage string `json:"storageBytes"`
	Query   string `json:"queryBytes"`
}

func (s *session) balance(ctx context.Context, divide *big.Rat) error {
	b, err := s.Balances(ctx, "")
	if err != nil {
		return err
	}
	base := new(big.Rat).SetInt(b.LSAN)
	query := units.QueryBytes(base)
	var part *big.Rat
	if divide != nil {
		part = units.Round(new(big.Rat).Quo(base, divide))
	}
	if s.a.json {
		out := map[string]any{
			"address": s.Account(), "network": s.Name(), "chainId": s.ChainID(),
			"lsan": b.LSAN.String(), "wallet": units.Tokens(b.LSAN), "storageBytes": b.LSAN.String(), "queryBytes": units.Text(query),
			"coin": b.Coin.String(), "queryStake": b.QueryStake.String(), "storeStake": b.StoreStake.String(),
		}
		if part != nil {
			out["divided"] = share{units.Text(divide), units.Text(part), units.Text(part), units.Text(units.QueryBytes(part))}
		}
		return s.a.writeJSON(out)
	}
	s.sayf("The LSAN balance for address %s is %v.", s.Account(), b.LSAN)
	s.sayf("You should see %s LSAN in your Wallet UI.\n", units.Tokens(b.LSAN))
	s.sayf("Which could be staked into the LogStore Network as:")
	s.sayf("%s of Storage", units.Size(base))
	s.sayf("%s of Queries", units.Size(query))
	if part != nil {
		s.sayf("\nDividing your balance by %s results in: %s", units.Text(divide), units.Text(part))
		s.sayf("This division yields %s available for Storage", units.Size(part))
		s.sayf("This division yields %s available for Queries", units.Size(units.QueryBytes(part)))
	}
	return nil
}

func (a *app) priceCommand() *cobra.Command {
	var base string
	cmd := &cobra.Command{
		Use:     "price",
		Short:   "Show what storage and queries cost",
		GroupID: "chain",
		Example: "  logstore price --base usd",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if _, err := units.NewTable(base, units.Prices{Wei: big.NewInt(1), USD: big.NewRat(1, 1)}); err != nil {
				return usagef("--%w", err)
			}
			return a.withNetwork(cmd.Context(), false, func(s *session) error { return s.price(cmd.Context(), base) })
		},
	}
	cmd.Flags().StringVarP(&base, "base", "b", "byte", "what the prices are for: one byte (of storage), query (a byte of one), wei or usd")
	return cmd
}

// table makes the table of prices.
func (s *session) table(ctx context.Context, base string) (*units.Table, error) {
	p, err := s.Prices(ctx)
	if err != nil {
		return nil, err
	}
	if base == "usd" && p.USDErr != nil {
		return nil, p.USDErr
	}
	return units.NewTable(base, units.Prices{Wei: p.Price, USD: p.USDPerCoin})
}

func (s *session) price(ctx context.Context, base string) error {
	t, err := s.table(ctx, base)
	if err != nil {
		return err
	}
	if s.a.json {
		out := map[string]any{
			"base": base, "network": s.Name(), "storageBytes": units.Text(t.Storage), "queryBytes": units.Text(t.Query),
			"lsan": units.Text(t.Base), "wei": units.Text(t.Wei), "weiPerByte": s.prices.WeiPerByte.String(), "multiplier": s.prices.Multiplier.String(),
		}
		if t.USD != nil {
			out["usd"] = units.Text(t.USD)
		}
		return s.a.writeJSON(out)
	}
	s.sayPrices(t)
	return nil
}

func (s *session) sayPrices(t *units.Table) {
	s.sayf("Current prices:")
	s.sayf("%s", t.Line(coinName))
}

func (a *app) mintCommand() *cobra.Command {
	var f amountFlags
	var yes bool
	cmd := &cobra.Command{
		Use:     "mint AMOUNT",
		Short:   "Buy LSAN for coin",
		GroupID: "chain",
		Long: `Buys LSAN from the token contract. AMOUNT is what to pay, in wei of the native coin, or
with its unit ("0.5coin"); or what it is worth: US dollars with --usd, bytes of storage
with --bytes, LSAN as a wallet shows it ("1.5lsan").`,
		Example: `  logstore mint 1000000000000000000
  logstore mint --usd 5 --yes
  logstore mint --bytes 10GB`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withNetwork(cmd.Context(), yes, func(s *session) error { return s.mint(cmd.Context(), args[0], f) })
		},
	}
	f.add(cmd)
	addYes(cmd, &yes)
	return cmd
}

func (s *session) mint(ctx context.Context, text string, f amountFlags) error {
	wei, err := s.amount(ctx, text, f, units.Wei, units.Wei)
	if err != nil {
		return err
	}
	t, err := s.table(ctx, "byte")
	if err != nil {
		return err
	}
	if !s.a.json {
		s.sayPrices(t)
	}
	s.sayf("Minting %v wei...", wei)
	minted, o, err := s.Mint(ctx, wei)
	if err != nil {
		return err
	}
	if s.a.json {
		return s.reportJSON(o, map[string]any{"wei": wei.String(), "lsan": minted.String()})
	}
	s.sayf("\nSuccessfully minted tokens to network.")
	s.sayf("Tx %s\n", last(o).Hash)
	s.sayf("Mint confirmed.")
	if err := s.sayFee(ctx, o); err != nil {
		return err
	}
	s.sayf("Minted %v LSAN", minted)
	s.sayExplorer(o)
	return nil
}
