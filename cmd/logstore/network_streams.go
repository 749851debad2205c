package main

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/cmd/logstore/internal/render"
	"github.com/logstore/logstore/cmd/logstore/internal/when"
)

func (a *app) streamCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "stream",
		Short:   "Make streams on the chain and give permissions",
		GroupID: "chain",
		Long: `Streams of a network are registered on its chain, with metadata and with who may publish,
subscribe, edit, delete, and give permissions. STREAM is 0x<address>/path, or /path for a
stream of your own.`,
	}
	cmd.AddCommand(
		a.streamCreateCommand(), a.streamShowCommand(), a.streamListCommand(), a.streamUpdateCommand(),
		a.streamSchemaCommand(), a.streamGrantCommand(), a.streamRevokeCommand(), a.streamDeleteCommand(),
	)
	return cmd
}

func (a *app) streamCreateCommand() *cobra.Command {
	var o logstore.StreamOptions
	var yes bool
	cmd := &cobra.Command{
		Use:     "create STREAM",
		Short:   "Register a stream of your own",
		Example: "  logstore stream create /weather --partitions 3",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("partitions") && o.Partitions == 0 {
				return usagef("--partitions 0: want 1 to 100")
			}
			return a.withNetwork(cmd.Context(), yes, func(s *session) error {
				s.sayf("Creating a stream...")
				id, outcome, err := s.CreateStream(cmd.Context(), args[0], o)
				if err != nil {
					return err
				}
				s.sayf("Created!\nStream ID: %s", id)
				return s.report(outcome, map[string]any{"stream": id}, "")
			})
		},
	}
	cmd.Flags().IntVar(&o.Partitions, "partitions", 0, "number of partitions, 1 to 100 (default 1)")
	cmd.Flags().StringVar(&o.Metadata, "metadata", "", "metadata, a `JSON` object")
	addYes(cmd, &yes)
	return cmd
}

// rights is a permission in JSON. Times are RFC 3339, "never" for those without end.
type rights struct {
	Publish   string `json:"publish,omitempty"`
	Subscribe string `json:"subscribe,omitempty"`
	Edit      bool   `json:"edit,omitempty"`
	Delete    bool   `json:"delete,omitempty"`
	Grant     bool   `json:"grant,omitempty"`
}

func rightsOf(p logstore.StreamPermission) rights {
	until := func(t time.Time) string {
		switch {
		case t.IsZero():
			return ""
		case t.Equal(logstore.Forever):
			return "never"
		}
		return t.UTC().Format(time.RFC3339)
	}
	return rights{until(p.Publish), until(p.Subscribe), p.Edit, p.Delete, p.Grant}
}

// String lists the rights for people.
func (r rights) String() string {
	var list []string
	timed := func(name, until string) {
		switch until {
		case "":
		case "never":
			list = append(list, name)
		default:
			list = append(list, name+" until "+until)
		}
	}
	timed("publish", r.Publish)
	timed("subscribe", r.Subscribe)
	for _, f := range []struct {
		name string
		has  bool
	}{{"edit", r.Edit}, {"delete", r.Delete}, {"grant", r.Grant}} {
		if f.has {
			list = append(list, f.name)
		}
	}
	if len(list) == 0 {
		return "nothing"
	}
	return strings.Join(list, ", ")
}

func (a *app) streamShowCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show STREAM", Short: "Show what the chain says about a stream", Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withNetwork(cmd.Context(), false, func(s *session) error { return s.showStream(cmd.Context(), args[0]) })
		},
	}
}

func (s *session) showStream(ctx context.Context, name string) error {
	info, err := s.Stream(ctx, name)
	if err != nil {
		return err
	}
	mine, public := rightsOf(info.Mine), rightsOf(info.Public)
	if s.a.json {
		out := map[string]any{
			"stream": info.ID, "metadata": info.Metadata, "partitions": info.Partitions,
			"stake": info.Stake.String(), "own": info.Own.String(), "mine": mine, "public": public,
		}
		if info.Schema != nil {
			out["schema"] = info.Schema
		}
		return s.a.writeJSON(out)
	}
	s.sayf("Stream ID: %s", info.ID)
	s.sayf("Partitions: %d", info.Partitions)
	s.sayf("Metadata: %s", render.Printable(info.Metadata))
	if info.Schema != nil {
		s.sayf("Schema: %s", render.Printable(string(info.Schema)))
	}
	s.sayf("Stake: %v LSAN, of which yours: %v", info.Stake, info.Own)
	if s.Account() != "" {
		s.sayf("You may: %s", mine)
	}
	s.sayf("Everybody may: %s", public)
	return nil
}

func (a *app) streamListCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "list [ADDRESS]",
		Short: "List the streams of an account, by default yours",
		Long: `Lists the streams that were registered under an address and not deleted. They are found
in the registry's events, which on a chain with many blocks takes a while.`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			owner := ""
			if len(args) > 0 {
				owner = args[0]
			}
			return a.withNetwork(cmd.Context(), false, func(s *session) error {
				ids, err := s.search(cmd.Context(), owner)
				if err != nil {
					return err
				}
				if a.json {
					return a.writeJSON(map[string]any{"streams": ids})
				}
				for _, id := range ids {
					s.sayf("%s", render.Printable(id))
				}
				return nil
			})
		},
	}
}

// search finds the streams of an owner, and shows how far it is on a terminal.
func (s *session) search(ctx context.Context, owner string) ([]string, error) {
	var progress func(block, last uint64)
	shown := false
	if isTerminal(s.a.err) {
		progress = func(block, last uint64) {
			if shown = shown || block < last; shown {
				fmt.Fprintf(s.a.err, "\rsearched block %d of %d ", block, last)
			}
		}
	}
	ids, err := s.Streams(ctx, owner, progress)
	if shown {
		fmt.Fprintln(s.a.err)
	}
	return ids, err
}

func (a *app) streamUpdateCommand() *cobra.Command {
	var metadata string
	var partitions int
	var yes bool
	cmd := &cobra.Command{
		Use:   "update STREAM",
		Short: "Change the metadata of a stream",
		Long: `Replaces the metadata with --metadata, or changes the number of partitions in it with
--partitions and leaves the rest as it is.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if cmd.Flags().Changed("metadata") == cmd.Flags().Changed("partitions") {
				return usagef("want either --metadata or --partitions")
			}
			return a.withNetwork(cmd.Context(), yes, func(s *session) error {
				change := func() (*logstore.Outcome, error) { return s.SetMetadata(cmd.Context(), args[0], metadata) }
				if cmd.Flags().Changed("partitions") {
					change = func() (*logstore.Outcome, error) { return s.SetPartitions(cmd.Context(), args[0], partitions) }
				}
				o, err := change()
				if err != nil {
					return err
				}
				return s.report(o, nil, "Updated %s.", args[0])
			})
		},
	}
	cmd.Flags().StringVar(&metadata, "metadata", "", "metadata, a `JSON` object")
	cmd.Flags().IntVar(&partitions, "partitions", 0, "number of partitions, 1 to 100")
	addYes(cmd, &yes)
	return cmd
}

func (a *app) streamSchemaCommand() *cobra.Command {
	var remove, yes bool
	cmd := &cobra.Command{
		Use:   "set-schema STREAM [FILE]",
		Short: "Put a JSON Schema into the metadata of a stream",
		Long: `Reads a JSON Schema from a file or standard input and puts it where the network's nodes
look for it, in the metadata of the stream; the rest of that stays as it is. Messages
must fit it from then on. With standard input taken, --yes is needed.`,
		Args: cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			var schema json.RawMessage
			switch {
			case remove && len(args) > 1:
				return usagef("--remove takes no file")
			case !remove:
				raw, err := a.readInput(args[1:])
				if err != nil {
					return err
				}
				schema = raw
			}
			return a.withNetwork(cmd.Context(), yes, func(s *session) error {
				o, err := s.SetStreamSchema(cmd.Context(), args[0], schema)
				if err != nil {
					return err
				}
				if remove {
					return s.report(o, nil, "%s has no schema from now on.", args[0])
				}
				return s.report(o, nil, "Messages of %s must fit this schema from now on.", args[0])
			})
		},
	}
	cmd.Flags().BoolVar(&remove, "remove", false, "take the schema out")
	addYes(cmd, &yes)
	return cmd
}

func (a *app) streamGrantCommand() *cobra.Command {
	var until string
	var yes bool
	cmd := &cobra.Command{
		Use:   "grant STREAM USER RIGHT...",
		Short: "Give permissions on a stream",
		Long: `Gives a user rights: publish, subscribe, edit, delete, grant. USER is an address, a public
key in hex, or public for everybody; the last two can publish and subscribe only.`,
		Example: `  logstore stream grant /weather public subscribe
  logstore stream grant /weather 0x90f79bf6eb2c4f870365e785982e1f101e93b906 publish --until +30d`,
		Args: cobra.MinimumNArgs(3),
		RunE: func(cmd *cobra.Command, args []string) error {
			list, err := parseRights(args[2:])
			if err != nil {
				return err
			}
			var end time.Time
			if until != "" {
				if end, err = when.Parse(until, a.now()); err != nil {
					return usagef("--until: %w", err)
				}
			}
			return a.withNetwork(cmd.Context(), yes, func(s *session) error {
				o, err := s.Grant(cmd.Context(), args[0], args[1], list, end)
				if err != nil {
					return err
				}
				return s.reportRights(cmd.Context(), o, args[0], args[1])
			})
		},
	}
	cmd.Flags().StringVar(&until, "until", "", "`time` when publish and subscribe end, such as +30d or 2030-01-01 (default: never)")
	addYes(cmd, &yes)
	return cmd
}

func (a *app) streamRevokeCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use: "revoke STREAM USER [RIGHT...]", Short: "Take permissions on a stream, all of them if none is named", Args: cobra.MinimumNArgs(2),
		RunE: func(cmd *cobra.Command, args []string) error {
			list, err := parseRights(args[2:])
			if err != nil {
				return err
			}
			return a.withNetwork(cmd.Context(), yes, func(s *session) error {
				o, err := s.Revoke(cmd.Context(), args[0], args[1], list)
				if err != nil {
					return err
				}
				return s.reportRights(cmd.Context(), o, args[0], args[1])
			})
		},
	}
	addYes(cmd, &yes)
	return cmd
}

func parseRights(names []string) ([]logstore.Right, error) {
	var list []logstore.Right
	for _, name := range names {
		r, err := logstore.ParseRight(name)
		if err != nil {
			return nil, &exitError{exitUsage, err}
		}
		list = append(list, r)
	}
	return list, nil
}

// reportRights says what a user may do now.
func (s *session) reportRights(ctx context.Context, o *logstore.Outcome, stream, user string) error {
	p, err := s.Permission(ctx, stream, user)
	if err != nil {
		return err
	}
	r := rightsOf(p)
	return s.report(o, map[string]any{"user": user, "permission": r}, "%s may now: %s", user, r)
}

func (a *app) streamDeleteCommand() *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "delete STREAM",
		Short: "Take a stream out of the registry",
		Long: `Deletes a stream of your own with its permissions. What is staked on it stays in the
contract. A stream made again under the same name begins without permissions.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.withNetwork(cmd.Context(), yes, func(s *session) error {
				o, err := s.DeleteStream(cmd.Context(), args[0])
				if err != nil {
					return err
				}
				return s.report(o, nil, "Deleted %s.", args[0])
			})
		},
	}
	addYes(cmd, &yes)
	return cmd
}
