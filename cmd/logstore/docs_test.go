package main

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// docs/cli.md has a section for every command, and names every flag.
func TestDocumentationIsTrue(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	text := string(raw)
	documented := make(map[string]bool)
	for _, m := range regexp.MustCompile(`(?m)^### (logstore .*)$`).FindAllStringSubmatch(text, -1) {
		documented[m[1]] = true
	}
	root := newApp().root()
	known := make(map[string]bool)
	flag := func(f *pflag.Flag) {
		known[f.Name] = true
		if !strings.Contains(text, "`--"+f.Name) {
			t.Errorf("docs/cli.md does not name the flag --%s", f.Name)
		}
	}
	root.PersistentFlags().VisitAll(flag)
	var visit func(*cobra.Command)
	visit = func(c *cobra.Command) {
		for _, sub := range c.Commands() {
			visit(sub)
		}
		if c.HasSubCommands() {
			return
		}
		if !documented[c.CommandPath()] {
			t.Errorf("docs/cli.md has no section %q", c.CommandPath())
		}
		delete(documented, c.CommandPath())
		c.LocalNonPersistentFlags().VisitAll(flag)
	}
	visit(root)
	for path := range documented {
		t.Errorf("docs/cli.md describes %q, which is no command", path)
	}
	for _, m := range regexp.MustCompile("`--([a-z-]+)").FindAllStringSubmatch(text, -1) {
		if !known[m[1]] {
			t.Errorf("docs/cli.md names --%s, which is no flag", m[1])
		}
	}
}
