package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/keys"
	"github.com/logstore/logstore/message"
)

// app is what all commands share: the streams, the global flags and what is made
// from them.
type app struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
	environ  func() []string
	now      func() time.Time

	dir          string
	configFile   string
	settings     []string
	named        []config.Setting // from flags with names of their own
	keystore     string
	passwordFile string
	node         string
	nodeAddress  string
	network      string
	rpc          []string
	json         bool
}

func newApp() *app {
	return &app{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		getenv: os.Getenv, environ: os.Environ, now: time.Now,
	}
}

// run executes a command line and returns the exit code.
func run(ctx context.Context, a *app, args []string) int {
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	cmd, err := root.ExecuteContextC(ctx)
	code := exitCode(err)
	if err == nil {
		return code
	}
	var e *exitError
	if !errors.As(err, &e) || e.err != nil {
		fmt.Fprintf(a.err, "logstore: %v\n", err)
		if h := hint(err); h != "" {
			fmt.Fprintf(a.err, "hint: %s\n", h)
		}
	}
	if code == exitUsage {
		fmt.Fprintf(a.err, "see \"%s --help\"\n", cmd.CommandPath())
	}
	return code
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "logstore",
		Short: "Time-series database for signed events",
		Long: `LogStore keeps signed events of named streams and answers queries between two
timestamps, with answers that can be checked without trusting the node.`,
		SilenceUsage:  true,
		SilenceErrors: true,
	}
	flags := root.PersistentFlags()
	flags.StringVar(&a.dir, "dir", "", "directory of configuration and key (default $LOGSTORE_HOME or ~/.logstore)")
	flags.StringVar(&a.configFile, "config", "", "configuration file (default $LOGSTORE_CONFIG or config.yaml in the directory)")
	flags.StringArrayVar(&a.settings, "set", nil, "override a configuration `key=value`; may be repeated")
	flags.StringVar(&a.keystore, "key", "", "keystore `file` of the key to use")
	flags.StringVar(&a.passwordFile, "password-file", "", "`file` with the password of the keystore")
	flags.StringVar(&a.node, "node", "", "`URL` of the node to talk to")
	flags.StringVar(&a.nodeAddress, "node-address", "", "`address` that must have signed the node's checkpoints (default $LOGSTORE_NODE_ADDRESS, else any)")
	flags.StringVar(&a.network, "network", "", "`network` on whose chain to act: devnet, polygon or amoy (chain.network)")
	flags.StringArrayVar(&a.rpc, "rpc", nil, "`URL` of a JSON-RPC endpoint of the chain; may be repeated (chain.rpc)")
	flags.BoolVar(&a.json, "json", false, "write JSON for programs instead of text for people")
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return &exitError{exitUsage, err} })
	root.AddGroup(
		&cobra.Group{ID: "node", Title: "Run a node:"},
		&cobra.Group{ID: "data", Title: "Publish and read:"},
		&cobra.Group{ID: "chain", Title: "Use a network:"},
		&cobra.Group{ID: "store", Title: "Look after a store:"},
	)
	root.AddCommand(
		a.initCommand(), a.brokerCommand(), a.nodeCommand(), a.simCommand(), a.devnetCommand(), a.configCommand(), a.apiKeyCommand(),
		a.publishCommand(), a.subscribeCommand(), a.queryCommand(), a.streamsCommand(),
		a.statsCommand(), a.digestCommand(), a.schemaCommand(), a.verifyCommand(),
		a.balanceCommand(), a.mintCommand(), a.priceCommand(), a.streamCommand(), a.storeCommand(), a.contractsCommand(),
		a.backupCommand(), a.restoreCommand(), a.fsckCommand(),
		a.versionCommand(),
	)
	checkArgs(root)
	return root
}

// checkArgs makes every complaint about arguments a usage error, and a group of
// commands refuse what is none of them.
func checkArgs(cmd *cobra.Command) {
	for _, c := range cmd.Commands() {
		checkArgs(c)
	}
	if check := cmd.Args; check != nil {
		cmd.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return &exitError{exitUsage, err}
			}
			return nil
		}
	}
	if cmd.HasSubCommands() && !cmd.Runnable() && cmd.HasParent() {
		cmd.RunE = func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return usagef("unknown command %q for %q", args[0], c.CommandPath())
		}
	}
}

// home is the directory of configuration and key.
func (a *app) home() (string, error) {
	if a.dir != "" {
		return filepath.Abs(a.dir)
	}
	if dir := a.getenv("LOGSTORE_HOME"); dir != "" {
		return filepath.Abs(dir)
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("find home directory: %w; give --dir", err)
	}
	return filepath.Join(home, ".logstore"), nil
}

// config loads and checks the configuration.
func (a *app) config() (*config.Config, error) {
	environ := slices.DeleteFunc(a.environ(), func(kv string) bool { return strings.HasPrefix(kv, nodeAddressVariable+"=") })
	src := config.Source{Environ: environ, File: a.configFile, Settings: a.named}
	if src.File == "" && a.dir == "" {
		src.File = a.getenv("LOGSTORE_CONFIG")
	}
	if src.File == "" {
		dir, err := a.home()
		if err != nil {
			return nil, err
		}
		src.File, src.Optional = filepath.Join(dir, "config.yaml"), true
	}
	for _, s := range a.settings {
		setting, err := config.ParseSetting(s)
		if err != nil {
			return nil, &exitError{exitUsage, err}
		}
		src.Settings = append(src.Settings, setting)
	}
	for _, f := range []struct{ key, value, flag string }{
		{"key.keystore", a.keystore, "--key"},
		{"key.password_file", a.passwordFile, "--password-file"},
		{"node", a.node, "--node"},
	} {
		if f.value != "" {
			src.Settings = append(src.Settings, config.Setting{Key: f.key, Value: f.value, Origin: "flag " + f.flag})
		}
	}
	chain, err := a.chainSettings()
	if err != nil {
		return nil, err
	}
	src.Settings = append(src.Settings, chain...)
	c, err := config.Load(src)
	if err != nil {
		return nil, err
	}
	if err := c.Validate(); err != nil {
		return nil, err
	}
	return c, nil
}

// key opens the private key that the configuration names.
func (a *app) key(c *config.Config) (*keys.Key, error) {
	if c.Key.Private != "" && a.keystore == "" {
		k, err := keys.FromHex(string(c.Key.Private))
		if err != nil {
			return nil, fmt.Errorf("LOGSTORE_PRIVATE_KEY: %w", err)
		}
		return k, nil
	}
	path := string(c.Key.Keystore)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no key: %s does not exist; make one with \"logstore init\", or name another with --key", path)
	}
	password, err := a.password(c, path)
	if err != nil {
		return nil, err
	}
	return keys.Open(path, password)
}

// password finds the password of a keystore: a flag, the environment, the
// configuration, the terminal.
func (a *app) password(c *config.Config, keystore string) (string, error) {
	switch {
	case a.passwordFile != "":
		return keys.PasswordFile(string(c.Key.PasswordFile))
	case c.Key.Password != "":
		return string(c.Key.Password), nil
	case c.Key.PasswordFile != "":
		return keys.PasswordFile(string(c.Key.PasswordFile))
	}
	return keys.Prompt(fmt.Sprintf("Password of %s: ", keystore))
}

// signer gives the key without opening it before it is needed, nil if there is none.
func (a *app) signer(c *config.Config) (message.Signer, error) {
	path := string(c.Key.Keystore)
	if c.Key.Private == "" || a.keystore != "" {
		address, err := keys.AddressIn(path)
		switch {
		case errors.Is(err, fs.ErrNotExist) && a.keystore == "":
			return nil, nil
		case err != nil:
			return nil, err
		case address != "":
			user, err := message.ParseUserID(address)
			if err != nil {
				return nil, fmt.Errorf("read keystore %s: %w", path, err)
			}
			return keys.Lazy(user, func() (*keys.Key, error) { return a.key(c) }), nil
		}
	}
	k, err := a.key(c)
	if err != nil {
		return nil, err
	}
	return k.Signer(), nil
}

// client makes a client of the configured node, with the user's key if there is one.
func (a *app) client() (*logstore.Client, error) {
	c, err := a.config()
	if err != nil {
		return nil, err
	}
	signer, err := a.signer(c)
	if err != nil {
		return nil, err
	}
	return a.clientWith(c, signer, fewRetries)
}

// Somebody who waits for an answer wants to know soon that the node is not there;
// a long input should survive its restart.
const (
	fewRetries  = 2
	manyRetries = 8
)

// clientWith makes a client that signs with the given key, nil for none.
func (a *app) clientWith(c *config.Config, signer message.Signer, retries int) (*logstore.Client, error) {
	node, err := a.trustedNode()
	if err != nil {
		return nil, err
	}
	address := ""
	if node != "" {
		address = node.String()
	}
	return logstore.New(logstore.Config{
		URL:       c.NodeURL(),
		Node:      address,
		Key:       signer,
		APIKey:    a.getenv("LOGSTORE_API_KEY"),
		UserAgent: "logstore-cli/" + version(),

		MaxRetries: retries,
	})
}

// nodeAddressVariable stands in for --node-address. It is no configuration key: whom
// to trust is a matter of who reads, not of the node.
const nodeAddressVariable = "LOGSTORE_NODE_ADDRESS"

// trustedNode is the address that must have signed checkpoints, "" for any.
func (a *app) trustedNode() (message.UserID, error) {
	text, origin := a.nodeAddress, "--node-address"
	if text == "" {
		text, origin = a.getenv(nodeAddressVariable), nodeAddressVariable
	}
	if text == "" {
		return "", nil
	}
	node, err := message.ParseUserID(text)
	if err == nil && !node.IsAddress() {
		err = fmt.Errorf("%q has %d bytes, want the 20 of an Ethereum address", text, len(node))
	}
	if err != nil {
		return "", usagef("%s: %w", origin, err)
	}
	return node, nil
}

// isTerminal reports whether w shows text to a person.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
