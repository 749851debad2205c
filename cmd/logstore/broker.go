package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/spf13/cobra"

	"github.com/logstore/logstore/internal/broker"
	"github.com/logstore/logstore/internal/config"
	"github.com/logstore/logstore/internal/keys"
)

func (a *app) brokerCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:     "broker",
		Short:   "Run a node",
		GroupID: "node",
	}
	var listen, admin, level, readyFile string
	start := &cobra.Command{
		Use:   "start",
		Short: "Start the node and serve until Ctrl-C",
		Example: `  logstore broker start
  logstore broker start --listen 0.0.0.0:7771 --set http.tls_cert=cert.pem --set http.tls_key=key.pem`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			for _, f := range []struct{ key, value, flag string }{
				{"http.listen", listen, "listen"}, {"admin.listen", admin, "admin-listen"}, {"log.level", level, "log-level"},
			} {
				if cmd.Flags().Changed(f.flag) {
					a.named = append(a.named, config.Setting{Key: f.key, Value: f.value, Origin: "flag --" + f.flag})
				}
			}
			return a.startBroker(cmd.Context(), readyFile)
		},
	}
	start.Flags().StringVar(&listen, "listen", "", "public `address`, host:port (http.listen)")
	start.Flags().StringVar(&admin, "admin-listen", "", "`address` for metrics and backup; empty turns it off (admin.listen)")
	start.Flags().StringVar(&level, "log-level", "", "debug, info, warn or error (log.level)")
	start.Flags().StringVar(&readyFile, "ready-file", "", "`file` to write {url, adminUrl, address} to when the node serves; removed when it stops")
	cmd.AddCommand(start)
	cmd.AddCommand(a.operatorCommands()...)
	return cmd
}

func (a *app) startBroker(ctx context.Context, readyFile string) (err error) {
	c, err := a.config()
	if err != nil {
		return err
	}
	logger := newLogger(a.err, c.Log)
	for _, w := range c.Warnings() {
		logger.Warn(w)
	}
	if path := string(c.Key.Keystore); c.Key.Private == "" && keys.IsExposed(path) {
		logger.Warn("others can read the keystore", slog.String("file", path), slog.String("advice", "chmod 600"))
	}
	key, err := a.key(c)
	if err != nil {
		return err
	}
	registry := prometheus.NewRegistry()
	registry.MustRegister(collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	o := broker.Options{
		Key: key, Version: version(), Logger: logger, Registry: registry,
		Ready: func(info broker.Info) error { return writeReadyFile(readyFile, info) },
	}
	if readyFile != "" {
		// One from an earlier run that was killed would tell the wrong thing.
		if err := removeIfThere(readyFile); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, removeIfThere(readyFile)) }()
	}
	if c.AnyPlugin() {
		return runWithPlugins(ctx, c, key, o, logger)
	}
	b, err := broker.New(c, o)
	if err != nil {
		return err
	}
	return b.Run(ctx)
}

func newLogger(w io.Writer, c config.Log) *slog.Logger {
	var level slog.Level
	if err := level.UnmarshalText([]byte(c.Level)); err != nil {
		level = slog.LevelInfo
	}
	o := &slog.HandlerOptions{Level: level}
	if c.Format == "json" {
		return slog.New(slog.NewJSONHandler(w, o))
	}
	return slog.New(slog.NewTextHandler(w, o))
}

// writeReadyFile puts the file there whole, so that whoever waits for it never
// reads half of it.
func writeReadyFile(path string, info any) error {
	if path == "" {
		return nil
	}
	text, err := json.Marshal(info)
	if err != nil {
		return fmt.Errorf("encode ready file: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*")
	if err != nil {
		return fmt.Errorf("write ready file: %w", err)
	}
	_, err = f.Write(append(text, '\n'))
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write ready file: %w", err), os.Remove(f.Name()))
	}
	return nil
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("remove ready file: %w", err)
	}
	return nil
}
