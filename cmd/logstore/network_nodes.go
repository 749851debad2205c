package main

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"time"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/internal/units"
)

// operatorCommands go under "logstore broker".
func (a *app) operatorCommands() []*cobra.Command {
	return []*cobra.Command{
		a.joinCommand(), a.leaveCommand(),
		a.nodeAmountCommand("stake AMOUNT", "Stake LSAN for nodes, without delegating it yet", "Staked %v LSAN.",
			func(ctx context.Context, s *session, base *big.Int, _ string) (*logstore.Outcome, error) {
				return s.StakeNode(ctx, base)
			}),
		a.nodeAmountCommand("delegate AMOUNT NODE", "Put free stake on a node", "Delegated %v LSAN to %s.",
			func(ctx context.Context, s *session, base *big.Int, node string) (*logstore.Outcome, error) {
				return s.Delegate(ctx, base, node)
			}),
		a.nodeAmountCommand("undelegate AMOUNT NODE", "Take stake back from a node; it is free after the unbonding period", "Undelegated %v LSAN from %s.",
			func(ctx context.Context, s *session, base *big.Int, node string) (*logstore.Outcome, error) {
				return s.Undelegate(ctx, base, node)
			}),
		a.nodeAmountCommand("withdraw AMOUNT", "Take free stake back into your account", "Withdrew %v LSAN.",
			func(ctx context.Context, s *session, base *big.Int, _ string) (*logstore.Outcome, error) {
				return s.WithdrawStake(ctx, base)
			}),
		a.nodeListCommand(),
	}
}

// nodeAmountCommand is a command about an amount of stake and perhaps a node.
func (a *app) nodeAmountCommand(use, short, done string, do func(context.Context, *session, *big.Int, string) (*logstore.Outcome, error)) *cobra.Command {
	var f amountFlags
	var yes bool
	cmd := &cobra.Command{
		Use: use, Short: short,
		Long: short + `.

AMOUNT is in base units, or US dollars with --usd, bytes with --bytes, LSAN as a wallet
shows it with its name ("1.5lsan").`,
	}
	n := 1
	if cmd.Name() == "delegate" || cmd.Name() == "undelegate" {
		n = 2
	}
	cmd.Args = cobra.ExactArgs(n)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		return a.withNetwork(cmd.Context(), yes, func(s *session) error {
			base, err := s.amount(cmd.Context(), args[0], f, units.Base, units.Base)
			if err != nil {
				return err
			}
			says, node := []any{base}, ""
			if n == 2 {
				node = args[1]
				says = append(says, node)
			}
			o, err := do(cmd.Context(), s, base, node)
			if err != nil {
				return err
			}
			return s.report(o, map[string]any{"lsan": base.String()}, done, says...)
		})
	}
	f.add(cmd)
	addYes(cmd, &yes)
	return cmd
}

func (a *app) joinCommand() *cobra.Command {
	var f amountFlags
	var url, metadata string
	var yes bool
	cmd := &cobra.Command{
		Use:   "join AMOUNT",
		Short: "Make your account a node of the network and stake on it",
		Long: `Registers the account of your key as a node of the network, with the address of its HTTP
API, and stakes LSAN on it. A node that joined already changes its entry and adds to its
stake. AMOUNT is in base units, or US dollars with --usd, bytes with --bytes, LSAN as a
wallet shows it with its name ("1.5lsan"). "logstore broker list" shows who has enough.`,
		Example: "  logstore broker join 1lsan --url https://node.example:7771",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case (url == "") == (metadata == ""):
				return usagef("want either --url, the address of the node's HTTP API, or --metadata")
			case url != "":
				text, err := json.Marshal(map[string]string{"http": url})
				if err != nil {
					return fmt.Errorf("--url: %w", err)
				}
				metadata = string(text)
			}
			return a.withNetwork(cmd.Context(), yes, func(s *session) error {
				base, err := s.amount(cmd.Context(), args[0], f, units.Base, units.Base)
				if err != nil {
					return err
				}
				s.sayf("Joining the network with stake amount %v and metadata %s...", base, metadata)
				o, err := s.JoinNetwork(cmd.Context(), base, metadata)
				if err != nil {
					return err
				}
				s.sayf("Successfully joined the network: Tx %s", last(o).Hash)
				return s.reportJSON(o, map[string]any{"lsan": base.String(), "node": s.Account()})
			})
		},
	}
	cmd.Flags().StringVar(&url, "url", "", "`URL` of the node's HTTP API")
	cmd.Flags().StringVarP(&metadata, "metadata", "m", "", "metadata of the node, a `JSON` object that has the URL as http")
	f.add(cmd)
	addYes(cmd, &yes)
	return cmd
}

func (a *app) leaveCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "leave",
		Short: "End being a node of the network",
		Long: `Takes the account of your key off the list of nodes. What is free of its stake comes
back at once; its stake on the node itself is free after the unbonding period
("logstore broker list" says when) and comes back with "logstore broker withdraw".
What others delegated to the node stays theirs to take back.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withNetwork(cmd.Context(), yes, func(s *session) error {
				s.sayf("Leaving the network...")
				o, err := s.LeaveNetwork(cmd.Context())
				if err != nil {
					return err
				}
				s.sayf("Successfully left the network: Tx %s", last(o).Hash)
				return s.reportJSON(o, map[string]any{"node": s.Account()})
			})
		},
	}
	addYes(cmd, &yes)
	return cmd
}

func (a *app) nodeListCommand() *cobra.Command {
	return &cobra.Command{
		Use: "list", Short: "List the nodes of the network, and your stake on nodes", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.withNetwork(cmd.Context(), false, func(s *session) error { return s.nodeList(cmd.Context()) })
		},
	}
}

// nodeJSON is a node in JSON; stakes are base units.
type nodeJSON struct {
	Address  string `json:"address"`
	URL      string `json:"url,omitempty"`
	Metadata string `json:"metadata"`
	Stake    string `json:"stake"`
	IsStaked bool   `json:"isStaked"`
}

type waitingJSON struct {
	LSAN string    `json:"lsan"`
	Free time.Time `json:"free"`
}

func (s *session) nodeList(ctx context.Context) error {
	nodes, err := s.Nodes(ctx)
	if err != nil {
		return err
	}
	var stake *logstore.NodeStake
	if s.Account() != "" {
		if stake, err = s.NodeStake(ctx, ""); err != nil {
			return err
		}
	}
	if s.a.json {
		return s.a.writeJSON(nodesOut(nodes, stake))
	}
	if len(nodes) == 0 {
		fmt.Fprintln(s.a.err, "no node has joined yet; \"logstore broker join\" makes one")
	} else {
		rows := make([][]string, 0, len(nodes))
		for _, n := range nodes {
			state := "too little"
			if n.IsStaked {
				state = "staked"
			}
			rows = append(rows, []string{n.Address, n.URL, state, n.Stake.String()})
		}
		render.Rows(s.a.out, []string{"node", "url", "state", "stake"}, 3, rows)
	}
	if stake != nil {
		s.sayf("\nYour stake: %v LSAN on your own node, %v free. A node needs %v.", stake.Own, stake.Free, stake.Required)
		for _, w := range stake.Waiting {
			s.sayf("  %v LSAN are free on %s.", w.Amount, w.Free.UTC().Format(time.RFC3339))
		}
	}
	return nil
}

func nodesOut(nodes []logstore.NetworkNode, stake *logstore.NodeStake) map[string]any {
	list := []nodeJSON{}
	for _, n := range nodes {
		list = append(list, nodeJSON{n.Address, n.URL, n.Metadata, n.Stake.String(), n.IsStaked})
	}
	out := map[string]any{"nodes": list}
	if stake != nil {
		waiting := []waitingJSON{}
		for _, w := range stake.Waiting {
			waiting = append(waiting, waitingJSON{w.Amount.String(), w.Free})
		}
		out["stake"] = map[string]any{
			"own": stake.Own.String(), "free": stake.Free.String(), "required": stake.Required.String(),
			"waiting": waiting, "unbondingSeconds": int64(stake.Unbonding / time.Second),
		}
	}
	return out
}
