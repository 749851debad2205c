package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Print writes the configuration as YAML that [Load] reads back, each value with
// its origin as a comment. Secrets are left out; a comment says that they are set.
func (c *Config) Print(w io.Writer) error {
	return c.write(w, func(f field, text string) string {
		if f.envOnly() {
			if *f.value.(*Secret) == "" {
				return ""
			}
			return fmt.Sprintf("# %s: hidden  # %s", name(f.key), c.Origin(f.key))
		}
		return text + "  # " + c.Origin(f.key)
	})
}

// Template writes a configuration file with every key as a comment, its meaning
// and its default. Keys in active are written as values in force.
func Template(w io.Writer, active map[string]string) error {
	c := Default()
	for key, value := range active {
		for _, f := range c.fields() {
			if f.key == key {
				if err := setScalar(f, value, "template", ""); err != nil {
					return fmt.Errorf("write configuration: %w", err)
				}
				if p, ok := f.value.(*Path); ok {
					*p = Path(value) // as given, relative to the file
				}
			}
		}
	}
	if _, err := io.WriteString(w, templateHead); err != nil {
		return err
	}
	return c.write(w, func(f field, text string) string {
		help := "# " + f.help + "\n"
		if f.envOnly() {
			return fmt.Sprintf("# %s: set %s in the environment", name(f.key), f.envName())
		}
		if _, ok := active[f.key]; ok {
			return help + text
		}
		return help + "#" + strings.ReplaceAll(text, "\n", "\n#") + example(f.key)
	})
}

const templateHead = `# Configuration of a LogStore node. What stands behind a # is the default.
# Every key can be set by LOGSTORE_<SECTION>_<KEY> in the environment and by
# --set section.key=value as well; "logstore config print" shows what is in force.

`

// example is shown below keys whose form is not obvious.
func example(key string) string {
	switch key {
	case "auth.api_keys":
		return "\n#  - {name: sensors, sha256: <64 hex digits>, streams: [/weather], rights: [publish]}"
	case "streams.list":
		return "\n#  - id: /weather            # the node's own; or 0x…/path, name.eth/path\n" +
			"#    partitions: 4\n" +
			"#    publishers: [\"*\"]       # or addresses; the default is the owner\n" +
			"#    schema_file: weather.schema.json"
	}
	return ""
}

// write goes through all keys; render makes the lines of one.
func (c *Config) write(w io.Writer, render func(f field, text string) string) error {
	var out bytes.Buffer
	current := ""
	for _, f := range c.fields() {
		text, err := yamlText(f)
		if err != nil {
			return fmt.Errorf("print %s: %w", f.key, err)
		}
		lines := render(f, text)
		if lines == "" {
			continue
		}
		indent := ""
		if s := section(f.key); s != "" {
			indent = strings.Repeat("  ", strings.Count(s, ".")+1)
			if s != current {
				// A section inside another comes after the other's own keys.
				outer := indent[2:]
				out.WriteString("\n")
				if help := sectionHelp[s]; help != "" {
					fmt.Fprintf(&out, "%s# %s\n", outer, help)
				}
				fmt.Fprintf(&out, "%s%s:\n", outer, name(s))
				current = s
			}
		}
		for line := range strings.SplitSeq(lines, "\n") {
			out.WriteString(indent + line + "\n")
		}
	}
	_, err := w.Write(out.Bytes())
	return err
}

func name(key string) string { return key[strings.LastIndexByte(key, '.')+1:] }

// yamlText is "name: value" in YAML, on one line.
func yamlText(f field) (string, error) {
	var text string
	switch v := f.value.(type) {
	case *string:
		text = quote(*v)
	case *Path:
		text = quote(string(*v))
	case *bool:
		text = strconv.FormatBool(*v)
	case *int:
		text = strconv.Itoa(*v)
	case *Duration:
		text = v.String()
	case *Size:
		text = v.String()
	case *Secret:
		return "", nil
	case *[]string:
		quoted := make([]string, len(*v))
		for i, s := range *v {
			quoted[i] = quote(s)
		}
		text = "[" + strings.Join(quoted, ", ") + "]"
	case *[]APIKey:
		return flow(f.key, *v)
	case *[]Stream:
		list := make([]map[string]any, len(*v))
		for i, s := range *v {
			list[i] = s.plain()
		}
		return flow(f.key, list)
	}
	return name(f.key) + ": " + text, nil
}

func (s Stream) plain() map[string]any {
	m := map[string]any{"id": s.ID}
	if s.Partitions > 0 {
		m["partitions"] = s.Partitions
	}
	if s.Publishers != nil {
		m["publishers"] = s.Publishers
	}
	if s.Schema != nil {
		m["schema"] = s.Schema
	}
	if s.SchemaFile != "" {
		m["schema_file"] = string(s.SchemaFile)
	}
	return m
}

// flow writes a list as JSON, which is YAML too.
func flow(key string, list any) (string, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(list); err != nil {
		return "", err
	}
	text := strings.TrimSpace(out.String())
	if text == "null" {
		text = "[]"
	}
	return name(key) + ": " + text, nil
}

// quote writes a text so that YAML reads it back as that text, and no comment can
// begin in it.
func quote(s string) string {
	var n yaml.Node
	plain := s != "" && !strings.ContainsAny(s, ":#{}[],&*!|>'\"%@`\\\n\t ")
	if plain && yaml.Load([]byte(s), &n) == nil && len(n.Content) == 1 && n.Content[0].Tag == "!!str" {
		return s
	}
	return strconv.Quote(s)
}
