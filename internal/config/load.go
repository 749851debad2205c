package config

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Source says where a configuration comes from, in rising precedence.
type Source struct {
	// File is the configuration file. If it does not exist and Optional is set,
	// the defaults are taken, with paths relative to its directory.
	File     string
	Optional bool
	// Environ holds variables as os.Environ gives them.
	Environ []string
	// Settings come from the command line.
	Settings []Setting
}

// Setting is one key set from the command line.
type Setting struct {
	Key, Value string
	Origin     string // such as "flag --listen"
}

// ParseSetting reads "key=value".
func ParseSetting(s string) (Setting, error) {
	key, value, ok := strings.Cut(s, "=")
	if !ok {
		return Setting{}, fmt.Errorf("setting %q: want key=value, for example http.listen=127.0.0.1:7771", s)
	}
	return Setting{Key: strings.TrimSpace(key), Value: value, Origin: "flag --set"}, nil
}

// Problem is something wrong with one key.
type Problem struct {
	Key    string // dotted name
	Value  string // as it was given
	Origin string // where it was given
	Reason string // what was expected
}

func (p *Problem) Error() string {
	return fmt.Sprintf("%s: %q (%s): %s", p.Key, p.Value, p.Origin, p.Reason)
}

// maxFileBytes bounds a configuration file.
const maxFileBytes = 4 << 20

// Load reads a configuration. The error joins everything that could not be read;
// what the values mean together is checked by [Config.Validate].
func Load(src Source) (*Config, error) {
	c := Default()
	c.origins = make(map[string]string)
	base, err := filepath.Abs(filepath.Dir(src.File))
	if err != nil {
		return nil, fmt.Errorf("find directory of configuration %s: %w", src.File, err)
	}
	for _, f := range c.fields() {
		if p, ok := f.value.(*Path); ok {
			*p = resolve(*p, base)
		}
	}

	var problems []error
	raw, err := readFile(src.File)
	switch {
	case errors.Is(err, fs.ErrNotExist) && src.Optional:
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("configuration file %s does not exist; \"logstore init\" makes one", src.File)
	case err != nil:
		return nil, err
	default:
		c.file = src.File
		if err := c.readYAML(raw, src.File, base); err != nil {
			problems = append(problems, err)
		}
	}
	if err := c.readEnv(src.Environ); err != nil {
		problems = append(problems, err)
	}
	for _, s := range src.Settings {
		if err := c.set(s); err != nil {
			problems = append(problems, err)
		}
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	return c, nil
}

func readFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w", err)
	}
	if info.Size() > maxFileBytes {
		return nil, fmt.Errorf("read configuration %s: %d bytes, at most %d expected", name, info.Size(), maxFileBytes)
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read configuration: %w", err)
	}
	return raw, nil
}

// envNotKeys are variables of the program that are no keys.
var envNotKeys = []string{"LOGSTORE_CONFIG", "LOGSTORE_HOME", "LOGSTORE_API_KEY", "LOGSTORE_TOKEN"}

func (c *Config) readEnv(environ []string) error {
	fields := c.fields()
	byName := make(map[string]field, len(fields))
	names := slices.Clone(envNotKeys)
	for _, f := range fields {
		byName[f.envName()] = f
		names = append(names, f.envName())
	}
	var problems []error
	for _, kv := range environ {
		name, value, _ := strings.Cut(kv, "=")
		if !strings.HasPrefix(name, "LOGSTORE_") || slices.Contains(envNotKeys, name) {
			continue
		}
		f, ok := byName[name]
		if !ok {
			warning := fmt.Sprintf("environment variable %s is no configuration key", name)
			if near := nearest(name, names); near != "" {
				warning += fmt.Sprintf("; did you mean %s?", near)
			}
			c.unknown = append(c.unknown, warning)
			continue
		}
		if err := c.setText(f, value, "env "+name); err != nil {
			problems = append(problems, err)
		}
	}
	return errors.Join(problems...)
}

func (c *Config) set(s Setting) error {
	fields := c.fields()
	for _, f := range fields {
		if f.key != s.Key {
			continue
		}
		if f.envOnly() {
			return &Problem{s.Key, "[hidden]", s.Origin, "a secret, which other users can see on a command line; set " + f.envName() + " instead"}
		}
		return c.setText(f, s.Value, s.Origin)
	}
	return unknownKey(s.Key, s.Origin, Keys())
}

func unknownKey(key, origin string, known []string) error {
	reason := "unknown key"
	near := nearest(key, known)
	for _, k := range known {
		if near == "" && section(k) != "" && name(k) == name(key) {
			near = k // in another section
		}
	}
	if near != "" {
		reason += fmt.Sprintf("; did you mean %q?", near)
	}
	return fmt.Errorf("%s: %s (%s)", key, reason, origin)
}

// setText sets a key from the text of a variable or flag; lists are YAML, or
// words with commas between them.
func (c *Config) setText(f field, text, origin string) error {
	wd, err := os.Getwd()
	if err != nil {
		return fmt.Errorf("find working directory: %w", err)
	}
	switch v := f.value.(type) {
	case *[]string:
		if !strings.HasPrefix(strings.TrimSpace(text), "[") {
			*v = nil
			for word := range strings.SplitSeq(text, ",") {
				if word = strings.TrimSpace(word); word != "" {
					*v = append(*v, word)
				}
			}
			c.origins[f.key] = origin
			return nil
		}
		err = c.setYAMLText(f, text, origin, wd)
	case *[]APIKey, *[]Stream:
		err = c.setYAMLText(f, text, origin, wd)
	default:
		err = setScalar(f, text, origin, wd)
	}
	if err == nil {
		c.origins[f.key] = origin
	}
	return err
}

// resolve makes a path absolute.
func resolve(p Path, base string) Path {
	s := string(p)
	if s == "" {
		return ""
	}
	if rest, ok := strings.CutPrefix(s, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			return Path(filepath.Join(home, rest))
		}
	}
	if filepath.IsAbs(s) {
		return Path(filepath.Clean(s))
	}
	return Path(filepath.Join(base, s))
}
