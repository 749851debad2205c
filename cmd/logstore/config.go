package main

import (
	"fmt"

	"github.com/spf13/cobra"
)

func (a *app) configCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "config",
		Short:   "Show the configuration",
		GroupID: "node",
	}
	cmd.AddCommand(&cobra.Command{
		Use:   "print",
		Short: "Show the configuration in force and where each value comes from",
		Long: `Shows every key with its value as YAML that can be used as a configuration file,
and as a comment where the value comes from. Secrets are not shown.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.config()
			if err != nil {
				return err
			}
			for _, w := range c.Warnings() {
				fmt.Fprintf(a.err, "warning: %s\n", w)
			}
			return c.Print(a.out)
		},
	})
	return cmd
}
