package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/units"
)

// chainSettings are the global flags about the chain, as settings.
func (a *app) chainSettings() ([]config.Setting, error) {
	var settings []config.Setting
	if a.network != "" {
		settings = append(settings, config.Setting{Key: "chain.network", Value: a.network, Origin: "flag --network"})
	}
	if len(a.rpc) > 0 {
		list, err := json.Marshal(a.rpc) // a list in YAML, too, whatever is in the addresses
		if err != nil {
			return nil, fmt.Errorf("--rpc: %w", err)
		}
		settings = append(settings, config.Setting{Key: "chain.rpc", Value: string(list), Origin: "flag --rpc"})
	}
	return settings, nil
}

// session is one command's dealings with a network.
type session struct {
	*logstore.Network
	a      *app
	yes    bool                    // do not ask before sending
	prices *logstore.NetworkPrices // nil until they are read
}

var errNoNetwork = errors.New("which network? name it with --network devnet, polygon or amoy, or set chain.network")

// withNetwork runs f with the configured network, as the account of the user's key if
// there is one.
func (a *app) withNetwork(ctx context.Context, yes bool, f func(*session) error) (err error) {
	c, err := a.config()
	if err != nil {
		return err
	}
	if c.Chain.Network == "" {
		return &exitError{exitUsage, errNoNetwork}
	}
	signer, err := a.signer(c)
	if err != nil {
		return err
	}
	s := &session{a: a, yes: yes}
	s.Network, err = logstore.OpenNetwork(ctx, logstore.NetworkConfig{
		Name: c.Chain.Network, RPC: c.Chain.RPC, Quorum: c.Chain.Quorum, Contracts: contractMap(c.Chain.Contracts),
		Key: signer, Confirm: s.confirm, Sent: s.sent, Now: a.now,
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return f(s)
}

// sayf writes a line of the report for people; with --json there is none.
func (s *session) sayf(format string, args ...any) {
	if !s.a.json {
		fmt.Fprintf(s.a.out, format+"\n", args...)
	}
}

// Prices reads the prices, once for a command.
func (s *session) Prices(ctx context.Context) (*logstore.NetworkPrices, error) {
	if s.prices != nil {
		return s.prices, nil
	}
	p, err := s.Network.Prices(ctx)
	if err == nil {
		s.prices = p
	}
	return p, err
}

func (s *session) sent(step logstore.PlanStep, hash string) {
	s.sayf("Waiting for transaction %s to be mined...", hash)
}

// confirm shows what is about to be sent, and asks.
func (s *session) confirm(ctx context.Context, p *logstore.Plan) error {
	a := s.a
	fmt.Fprintf(a.err, "%s\n", render.Printable(p.What))
	for i, step := range p.Steps {
		about := "at most "
		if step.Assumed {
			about = "assumed at most "
		}
		fmt.Fprintf(a.err, "  transaction %d: %s; fee %s%s coin\n", i+1, render.Printable(step.What), about, units.Tokens(step.Fee))
	}
	cost := "the fee"
	if p.Coin.Sign() > 0 {
		cost = units.Tokens(p.Coin) + " coin and the fee"
	}
	if p.LSAN.Sign() > 0 {
		cost = fmt.Sprintf("%v base units of LSAN (%s LSAN in a wallet) and the fee", p.LSAN, units.Tokens(p.LSAN))
	}
	fmt.Fprintf(a.err, "It costs %s, about %s and at most %s coin.\n", cost, units.Tokens(p.Expected), units.Tokens(p.Fee))
	return a.agree(ctx, s.yes)
}

// agree asks whether to send what was described, unless yes was said already.
func (a *app) agree(ctx context.Context, yes bool) error {
	if yes {
		return nil
	}
	if !isTerminal(a.in) {
		return usagef("nothing was sent: there is no terminal to ask on; say --yes to agree")
	}
	fmt.Fprint(a.err, "Send? [y/N] ")
	answer, err := readLine(ctx, a)
	if err != nil {
		return err
	}
	if answer = strings.ToLower(strings.TrimSpace(answer)); answer != "y" && answer != "yes" {
		return errors.New("nothing was sent")
	}
	return nil
}

// readLine waits for a line or for the end of ctx. In the latter case the reader stays
// behind; the program ends then.
func readLine(ctx context.Context, a *app) (string, error) {
	type line struct {
		text string
		err  error
	}
	lines := make(chan line, 1)
	go func() {
		text, err := bufio.NewReader(a.in).ReadString('\n')
		lines <- line{text, err}
	}()
	select {
	case l := <-lines:
		if l.err != nil && l.text == "" {
			return "", fmt.Errorf("read answer: %w", l.err)
		}
		return l.text, nil
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// amount reads an amount. A number without a unit counts plain units, or US dollars or
// bytes as the flags say; other units can be written behind it unless a flag says one.
func (s *session) amount(ctx context.Context, text string, f amountFlags, plain, to units.Unit) (*big.Int, error) {
	others := []units.Unit{units.Base, units.Bytes, units.USD}
	switch {
	case f.usd && f.bytes:
		return nil, usagef("--usd and --bytes exclude each other")
	case f.usd:
		plain, others = units.USD, nil
	case f.bytes:
		plain, others = units.Bytes, nil
	}
	a, err := units.Parse(text, plain, others...)
	if err != nil {
		return nil, &exitError{exitUsage, err}
	}
	if a.Unit() == to {
		return a.In(to, units.Prices{})
	}
	p, err := s.Prices(ctx)
	if err != nil {
		return nil, err
	}
	if a.Unit() == units.USD && p.USDErr != nil {
		return nil, p.USDErr
	}
	n, err := a.In(to, units.Prices{Wei: p.Price, USD: p.USDPerCoin})
	if err == nil && n.Sign() == 0 && a.Value().Sign() > 0 {
		err = usagef("%s is less than 1 %s", a, to)
	}
	return n, err
}

// amountFlags say what a bare number counts.
type amountFlags struct{ usd, bytes bool }

func (f *amountFlags) add(cmd *cobra.Command) {
	cmd.Flags().BoolVarP(&f.usd, "usd", "u", false, "AMOUNT is in US dollars")
	cmd.Flags().BoolVarP(&f.bytes, "bytes", "b", false, "AMOUNT is in bytes of storage, such as 10GB")
}

func addYes(cmd *cobra.Command, yes *bool) {
	cmd.Flags().BoolVarP(yes, "yes", "y", false, "send without asking")
}

// transaction is a transaction in JSON. Amounts of all JSON are decimal strings, as
// many programs read numbers as floating point.
type transaction struct {
	Hash    string `json:"hash"`
	Block   uint64 `json:"block"`
	GasUsed uint64 `json:"gasUsed"`
	Fee     string `json:"fee"` // wei
}

func transactions(o *logstore.Outcome) []transaction {
	list := []transaction{}
	for _, t := range o.Transactions {
		list = append(list, transaction{t.Hash, t.Block, t.GasUsed, t.Fee.String()})
	}
	return list
}

// last is the transaction that did what was wanted.
func last(o *logstore.Outcome) logstore.Transaction { return o.Transactions[len(o.Transactions)-1] }

// sayExplorer says where the transaction can be looked at.
func (s *session) sayExplorer(o *logstore.Outcome) {
	if site := s.ExplorerURL(last(o).Hash); site != "" {
		s.sayf("View transaction:\n%s", site)
	}
}

// sayFee reports what the transactions cost, in dollars too if their price is known.
func (s *session) sayFee(ctx context.Context, o *logstore.Outcome) error {
	fee := new(big.Rat).SetInt(o.Fee)
	gwei := units.Text(new(big.Rat).Quo(fee, big.NewRat(1e9, 1)))
	p, err := s.Prices(ctx)
	if err != nil {
		return err
	}
	if p.USDPerCoin == nil {
		s.sayf("Transaction fee: %s gwei", gwei)
		return nil
	}
	usd := new(big.Rat).Mul(fee, p.USDPerCoin)
	s.sayf("Transaction fee: %s gwei ($%s)", gwei, usd.Quo(usd, big.NewRat(1e18, 1)).FloatString(4))
	return nil
}

// report is what a command without figures of its own writes: a line for people with
// the transaction, or JSON.
func (s *session) report(o *logstore.Outcome, more map[string]any, format string, args ...any) error {
	if format != "" {
		s.sayf(format, args...)
	}
	s.sayf("Tx: %s", last(o).Hash)
	return s.reportJSON(o, more)
}

// reportJSON writes the transactions, and more, for programs; nothing without --json.
func (s *session) reportJSON(o *logstore.Outcome, more map[string]any) error {
	if !s.a.json {
		return nil
	}
	if more == nil {
		more = make(map[string]any)
	}
	more["transactions"], more["fee"] = transactions(o), o.Fee.String()
	return s.a.writeJSON(more)
}
