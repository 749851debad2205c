package config

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// readYAML sets what the text of a configuration file says.
func (c *Config) readYAML(raw []byte, name, base string) error {
	root, err := parseYAML(raw)
	if err != nil {
		return fmt.Errorf("read configuration %s: %w", name, err)
	}
	if root == nil {
		return nil
	}
	r := yamlReader{c: c, name: name, base: base, fields: c.fields()}
	r.mapping(root, "")
	return errors.Join(r.problems...)
}

// parseYAML returns the root of the only document, nil if it is empty.
func parseYAML(raw []byte) (*yaml.Node, error) {
	if len(strings.TrimSpace(string(raw))) == 0 {
		return nil, nil
	}
	var doc yaml.Node
	if err := yaml.Load(raw, &doc); err != nil {
		return nil, err
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) == 0 {
		return nil, nil
	}
	root := doc.Content[0]
	if root.Kind == yaml.ScalarNode && root.Tag == "!!null" {
		return nil, nil
	}
	return root, nil
}

// yamlReader walks a configuration file and collects what is wrong.
type yamlReader struct {
	c          *Config
	name, base string
	fields     []field
	problems   []error
}

func (r *yamlReader) origin(n *yaml.Node) string {
	return "file " + r.name + ":" + strconv.Itoa(n.Line)
}

func (r *yamlReader) problem(err error) { r.problems = append(r.problems, err) }

// mapping reads a section; prefix is its name, "" for the top level.
func (r *yamlReader) mapping(n *yaml.Node, prefix string) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	if n.Kind != yaml.MappingNode {
		where := prefix
		if where == "" {
			where = "configuration"
		}
		r.problem(fmt.Errorf("%s: want keys with values (%s)", where, r.origin(n)))
		return
	}
	seen := make(map[string]bool)
	for i := 0; i+1 < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		key := name.Value
		if prefix != "" {
			key = prefix + "." + name.Value
		}
		if name.Kind != yaml.ScalarNode {
			r.problem(fmt.Errorf("%s: want a plain key (%s)", prefix, r.origin(name)))
			continue
		}
		if seen[key] {
			r.problem(fmt.Errorf("%s: given twice (%s)", key, r.origin(name)))
			continue
		}
		seen[key] = true
		r.entry(key, name, value)
	}
}

func (r *yamlReader) entry(key string, name, value *yaml.Node) {
	for _, f := range r.fields {
		switch {
		case f.key == key && f.envOnly():
			r.problem(&Problem{key, "[hidden]", r.origin(name), "a secret, which no file may hold; set " + f.envName() + " in the environment instead"})
			return
		case f.key == key:
			if err := setNode(f, value, r.origin(value), r.base); err != nil {
				r.problem(err)
				return
			}
			r.c.origins[key] = r.origin(name)
			return
		case strings.HasPrefix(f.key, key+"."):
			r.mapping(value, key)
			return
		}
	}
	known := Keys()
	for _, k := range known {
		if s := section(k); s != "" && !slices.Contains(known, s) {
			known = append(known, s)
		}
	}
	r.problem(unknownKey(key, r.origin(name), known))
}

// setNode sets a key from a node of a file. A null leaves the default.
func setNode(f field, n *yaml.Node, origin, base string) error {
	if n.Kind == yaml.AliasNode && n.Alias != nil {
		n = n.Alias
	}
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return nil
	}
	switch v := f.value.(type) {
	case *[]string:
		list, err := stringList(f.key, n, origin)
		if err != nil {
			return err
		}
		*v = list
	case *[]APIKey:
		list, err := items(f.key, n, origin, base, apiKeyItem)
		if err != nil {
			return err
		}
		*v = list
	case *[]Stream:
		list, err := items(f.key, n, origin, base, streamItem)
		if err != nil {
			return err
		}
		*v = list
	default:
		if n.Kind != yaml.ScalarNode {
			return &Problem{f.key, kindName(n), origin, "want a single value"}
		}
		return setScalar(f, n.Value, origin, base)
	}
	return nil
}

func (c *Config) setYAMLText(f field, text, origin, base string) error {
	root, err := parseYAML([]byte(text))
	if err != nil || root == nil {
		return &Problem{f.key, text, origin, "want a list in YAML or JSON"}
	}
	return setNode(f, root, origin, base)
}

// setScalar sets a key that holds a single value.
func setScalar(f field, text, origin, base string) error {
	var err error
	switch v := f.value.(type) {
	case *string:
		*v = text
	case *Secret:
		*v = Secret(text)
	case *Path:
		*v = resolve(Path(text), base)
	case *bool:
		*v, err = parseBool(text)
	case *int:
		if *v, err = strconv.Atoi(text); err != nil {
			err = errors.New("want an integer")
		}
	case *Duration:
		*v, err = ParseDuration(text)
	case *Size:
		*v, err = ParseSize(text)
	default:
		panic(fmt.Sprintf("config: key %s has a value of type %T", f.key, f.value))
	}
	if err != nil {
		return &Problem{f.key, text, origin, err.Error()}
	}
	return nil
}

func kindName(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "keys with values"
	case yaml.SequenceNode:
		return "a list"
	}
	return n.Value
}

func stringList(key string, n *yaml.Node, origin string) ([]string, error) {
	if n.Kind != yaml.SequenceNode {
		return nil, &Problem{key, kindName(n), origin, "want a list"}
	}
	list := make([]string, 0, len(n.Content))
	for i, item := range n.Content {
		if item.Kind != yaml.ScalarNode {
			return nil, &Problem{fmt.Sprintf("%s[%d]", key, i), kindName(item), origin, "want a text"}
		}
		list = append(list, item.Value)
	}
	return list, nil
}

// items reads a list of entries with keys of their own; a problem in one does not
// hide those of the others.
func items[T any](key string, n *yaml.Node, origin, base string, read func(key string, fields map[string]*yaml.Node, origin, base string) (T, error)) ([]T, error) {
	if n.Kind != yaml.SequenceNode {
		return nil, &Problem{key, kindName(n), origin, "want a list"}
	}
	file, _, _ := cutLine(origin)
	var list []T
	var problems []error
	for i, item := range n.Content {
		name := fmt.Sprintf("%s[%d]", key, i)
		where := origin
		if file != "" {
			where = file + ":" + strconv.Itoa(item.Line)
		}
		if item.Kind != yaml.MappingNode {
			problems = append(problems, &Problem{name, kindName(item), where, "want keys with values"})
			continue
		}
		fields := make(map[string]*yaml.Node)
		for j := 0; j+1 < len(item.Content); j += 2 {
			fields[item.Content[j].Value] = item.Content[j+1]
		}
		v, err := read(name, fields, where, base)
		if err != nil {
			problems = append(problems, err)
			continue
		}
		list = append(list, v)
	}
	return list, errors.Join(problems...)
}

// cutLine takes the line number off "file name:line".
func cutLine(origin string) (file, line string, ok bool) {
	i := strings.LastIndexByte(origin, ':')
	if i < 0 || !strings.HasPrefix(origin, "file ") {
		return "", "", false
	}
	return origin[:i], origin[i+1:], true
}

func checkItemKeys(key string, fields map[string]*yaml.Node, origin string, known ...string) error {
	var problems []error
	for name := range fields {
		if !slices.Contains(known, name) {
			if near := nearest(name, known); near != "" {
				problems = append(problems, fmt.Errorf("%s.%s: unknown key; did you mean %q? (%s)", key, name, near, origin))
				continue
			}
			problems = append(problems, fmt.Errorf("%s.%s: unknown key; known are %s (%s)", key, name, strings.Join(known, ", "), origin))
		}
	}
	return errors.Join(problems...)
}

func apiKeyItem(key string, fields map[string]*yaml.Node, origin, base string) (APIKey, error) {
	var k APIKey
	err := checkItemKeys(key, fields, origin, "name", "sha256", "streams", "rights")
	if err != nil {
		return k, err
	}
	return k, setItem(key, fields, origin, base, map[string]any{
		"name": &k.Name, "sha256": &k.SHA256, "streams": &k.Streams, "rights": &k.Rights,
	})
}

func streamItem(key string, fields map[string]*yaml.Node, origin, base string) (Stream, error) {
	var s Stream
	err := checkItemKeys(key, fields, origin, "id", "partitions", "publishers", "schema", "schema_file")
	if err != nil {
		return s, err
	}
	if n, ok := fields["schema"]; ok {
		delete(fields, "schema")
		if s.Schema, err = schemaJSON(n); err != nil {
			return s, &Problem{key + ".schema", kindName(n), origin, err.Error()}
		}
	}
	return s, setItem(key, fields, origin, base, map[string]any{
		"id": &s.ID, "partitions": &s.Partitions, "publishers": &s.Publishers, "schema_file": &s.SchemaFile,
	})
}

func setItem(key string, fields map[string]*yaml.Node, origin, base string, values map[string]any) error {
	var problems []error
	for name, n := range fields {
		if err := setNode(field{key: key + "." + name, value: values[name]}, n, origin, base); err != nil {
			problems = append(problems, err)
		}
	}
	return errors.Join(problems...)
}

// schemaJSON turns a schema written as YAML, or as a text of JSON, into JSON.
func schemaJSON(n *yaml.Node) (json.RawMessage, error) {
	const want = "want a JSON Schema, as YAML or as a text of JSON"
	if n.Kind == yaml.ScalarNode && n.Tag == "!!str" {
		if !json.Valid([]byte(n.Value)) {
			return nil, errors.New(want)
		}
		return json.RawMessage(n.Value), nil
	}
	var v any
	if err := n.Load(&v); err != nil {
		return nil, fmt.Errorf("%s: %w", want, err)
	}
	raw, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", want, err)
	}
	return raw, nil
}
