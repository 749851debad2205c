package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/devnet"
)

func (a *app) devnetCommand() *cobra.Command {
	cfg := devnet.Config{Version: version()}
	var readyFile, level string
	cmd := &cobra.Command{
		Use:   "devnet",
		Short: "Run a whole network on this machine: chain, contracts, accounts, broker",
		Long: `Runs a development network in one process, on loopback: an EVM chain with the
contracts and ten funded accounts, and a broker that keeps what has a stake there.
It is thrown away when it ends, unless --data names a directory to keep it in.

Everybody knows the keys of the accounts: never send anything of value to them.`,
		Example: `  logstore devnet
  logstore devnet --data ./devnet --ready-file devnet.json`,
		GroupID: "node",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			log := config.Log{Level: level}
			if err := new(slog.Level).UnmarshalText([]byte(level)); err != nil {
				return usagef("--log-level: %q: want debug, info, warn or error", level)
			}
			cfg.Logger = newLogger(a.err, log)
			return a.runDevnet(cmd.Context(), cfg, readyFile)
		},
	}
	cmd.Flags().StringVar(&cfg.DataDir, "data", "", "`directory` that keeps the chain and the messages (default: none, all is thrown away)")
	cmd.Flags().StringVar(&cfg.RPCListen, "rpc-listen", devnet.DefaultRPCListen, "`address` of the chain's JSON-RPC, HTTP and WebSocket")
	cmd.Flags().StringVar(&cfg.HTTPListen, "listen", devnet.DefaultHTTPListen, "`address` of the broker's API")
	cmd.Flags().StringVar(&cfg.StreamrListen, "streamr-listen", devnet.DefaultStreamrListen, "`address` at which clients of the Streamr network enter it")
	cmd.Flags().StringVar(&cfg.AdminListen, "admin-listen", "", "`address` for the broker's metrics and backup (default: off)")
	cmd.Flags().StringVar(&readyFile, "ready-file", "", "`file` to write {chainId, evmRpc, contracts, accounts, brokers} to when all is up; removed when it stops")
	cmd.Flags().StringVar(&level, "log-level", "warn", "debug, info, warn or error")
	return cmd
}

func (a *app) runDevnet(ctx context.Context, cfg devnet.Config, readyFile string) (err error) {
	if readyFile != "" {
		if err := removeIfThere(readyFile); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, removeIfThere(readyFile)) }()
	}
	cfg.Ready = func(info devnet.Info) error {
		if err := a.printDevnet(info); err != nil {
			return err
		}
		return writeReadyFile(readyFile, info)
	}
	return devnet.Run(ctx, cfg)
}

func (a *app) printDevnet(info devnet.Info) error {
	if a.json {
		return a.writeJSON(info)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "Available Accounts\n==================\n\n")
	for i, account := range info.Accounts {
		fmt.Fprintf(&out, "(%d) %v (10000 coins)\n", i, account.Address)
	}
	fmt.Fprintf(&out, "\nPrivate Keys\n==================\n\n")
	for i, account := range info.Accounts {
		fmt.Fprintf(&out, "(%d) %s\n", i, account.PrivateKey)
	}
	fmt.Fprintf(&out, "\nContracts\n==================\n\n")
	for _, c := range info.Contracts.All() {
		fmt.Fprintf(&out, "%-22s %v\n", c.Name, c.Address)
	}
	fmt.Fprintf(&out, "\nChain Id               %d\nJSON-RPC               %s\n", info.ChainID, info.EVMRPC)
	for _, b := range info.Brokers {
		fmt.Fprintf(&out, "Broker                 %s (%s)\n", b.URL, b.Address)
		fmt.Fprintf(&out, "Streamr entry point    %s\n", b.EntryPoint)
	}
	fmt.Fprintf(&out, "GraphQL                %s\n", info.GraphURL)
	if info.DataDir == "" {
		fmt.Fprintf(&out, "Data                   thrown away at the end; --data keeps it\n")
	} else {
		fmt.Fprintf(&out, "Data                   %s\n", info.DataDir)
	}
	broker := ""
	if len(info.Brokers) > 0 {
		broker = info.Brokers[0].URL
	}
	fmt.Fprintf(&out, `
In another shell, as the first account:

  export LOGSTORE_CHAIN_NETWORK=devnet LOGSTORE_CHAIN_RPC=%s LOGSTORE_NODE=%s
  export LOGSTORE_PRIVATE_KEY=%s
  logstore mint --usd 5 --yes
  logstore stream create /weather --yes
  logstore store stake /weather 1000000 --yes
  echo '{"city":"Oslo","celsius":-3.5}' | logstore publish /weather
  logstore query stake 1000000 --yes
  logstore query range /weather --from -1h --to now --verify
`, info.EVMRPC, broker, info.Accounts[0].PrivateKey)
	_, err := a.out.Write(out.Bytes())
	return err
}
