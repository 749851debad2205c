package main

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

func (a *app) apiKeyCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "api-key",
		Short:   "Make keys for programs that cannot sign",
		GroupID: "node",
	}
	var streams, rights []string
	create := &cobra.Command{
		Use:   "new NAME",
		Short: "Make an API key and show what to write into the configuration",
		Long: `Makes a random API key, shows it once, and prints the entry for auth.api_keys,
which holds only its SHA-256. Restart the node after adding it.`,
		Example: `  logstore api-key new sensors --right publish --stream /weather`,
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			for _, r := range rights {
				if r != "read" && r != "publish" {
					return usagef("--right %q: want read or publish", r)
				}
			}
			return a.newAPIKey(args[0], streams, rights)
		},
	}
	create.Flags().StringArrayVar(&streams, "stream", nil, "`stream` that the key is for; may be repeated (default all)")
	create.Flags().StringArrayVar(&rights, "right", []string{"read", "publish"}, "`right` of the key, read or publish; may be repeated")
	cmd.AddCommand(create)
	return cmd
}

func (a *app) newAPIKey(name string, streams, rights []string) error {
	var secret [32]byte
	rand.Read(secret[:])
	key := "lsk_" + base64.RawURLEncoding.EncodeToString(secret[:])
	sum := sha256.Sum256([]byte(key))
	if len(streams) == 0 {
		streams = []string{"*"}
	}
	entry := struct {
		Name    string   `json:"name"`
		SHA256  string   `json:"sha256"`
		Streams []string `json:"streams"`
		Rights  []string `json:"rights"`
	}{name, hex.EncodeToString(sum[:]), streams, rights}
	if a.json {
		return json.NewEncoder(a.out).Encode(map[string]any{"key": key, "entry": entry})
	}
	line, err := json.Marshal(entry)
	if err != nil {
		return fmt.Errorf("encode entry: %w", err)
	}
	_, err = fmt.Fprintf(a.out, `API key (shown only now):

  %s

Add this to the node's configuration and start the node again:

auth:
  api_keys:
    - %s
`, key, strings.TrimSpace(string(line)))
	return err
}
