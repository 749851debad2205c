package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore"
)

func (a *app) schemaCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "schema",
		Short:   "Show or change the JSON Schema of a stream",
		GroupID: "data",
		Long: `The node refuses messages that do not fit the schema of their stream. The owner of a
stream's domain and the node's own key may change it; what is stored already stays.`,
	}
	cmd.AddCommand(
		&cobra.Command{
			Use: "get STREAM", Short: "Show the schema", Args: cobra.ExactArgs(1),
			RunE: func(cmd *cobra.Command, args []string) error {
				return a.withClient(func(c *logstore.Client) error {
					raw, err := c.Schema(cmd.Context(), args[0])
					if errors.Is(err, logstore.ErrNotFound) {
						return fmt.Errorf("stream %s has no schema", args[0])
					}
					if err != nil {
						return err
					}
					var out bytes.Buffer
					if err := json.Indent(&out, raw, "", "  "); err != nil {
						return fmt.Errorf("schema of %s: %w", args[0], err)
					}
					out.WriteByte('\n')
					_, err = a.out.Write(out.Bytes())
					return err
				})
			},
		},
		&cobra.Command{
			Use: "set STREAM [FILE]", Short: "Set the schema from a file or standard input", Args: cobra.RangeArgs(1, 2),
			RunE: func(cmd *cobra.Command, args []string) error {
				raw, err := a.readInput(args[1:])
				if err != nil {
					return err
				}
				return a.withClient(func(c *logstore.Client) error {
					if err := c.SetSchema(cmd.Context(), args[0], json.RawMessage(raw)); err != nil {
						return err
					}
					fmt.Fprintf(a.err, "messages of %s must fit this schema from now on\n", args[0])
					return nil
				})
			},
		},
		&cobra.Command{
			Use: "rm STREAM", Short: "Remove the schema", Args: cobra.ExactArgs(1),
			RunE: func(cmd *cobra.Command, args []string) error {
				return a.withClient(func(c *logstore.Client) error { return c.RemoveSchema(cmd.Context(), args[0]) })
			},
		},
	)
	return cmd
}

// maxSchemaBytes is more than the node takes, so that the node says what is wrong.
const maxSchemaBytes = 1 << 20

// readInput reads a file, or standard input if none is named.
func (a *app) readInput(files []string) ([]byte, error) {
	r := a.in
	if len(files) > 0 && files[0] != "-" {
		f, err := os.Open(files[0])
		if err != nil {
			return nil, err
		}
		defer f.Close()
		r = f
	}
	raw, err := io.ReadAll(io.LimitReader(r, maxSchemaBytes+1))
	switch {
	case err != nil:
		return nil, fmt.Errorf("read schema: %w", err)
	case len(raw) > maxSchemaBytes:
		return nil, fmt.Errorf("read schema: more than %d bytes", maxSchemaBytes)
	case !json.Valid(raw):
		return nil, errors.New("read schema: it is not JSON")
	}
	return raw, nil
}
