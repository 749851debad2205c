package schema

import (
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// The validator cannot be interrupted, and a small schema can make it work for
// ever: every level of allOf with two references doubles what the level above
// does. So the work is counted beforehand. Usually a product of two small numbers
// shows that it is little; else a walk that follows every branch, as no validation
// has to, counts until it ends or the budget is used up.

// node is what costs of a compiled schema.
type node struct {
	own      int // steps of one evaluation, whatever the value
	inPlace  []*node
	props    map[string]*node
	patterns []patternNode
	extra    []*node // for properties that props does not name
	names    []*node // for property names
	prefix   []*node
	items    []*node // for items, or those after prefix
	text     int     // size of the pattern
	unique   bool
}

type patternNode struct {
	size   int
	schema *node
}

// costs knows the work that a schema can cause.
type costs struct {
	root *node
	// What one value, one byte of text, and one pair of items cost at most. Only
	// meaningful if the schema is not recursive.
	perValue, perText, perPair int
	recursive                  bool
}

const saturated = 1 << 40

func newCosts(root *jsonschema.Schema) (*costs, error) {
	b := builder{nodes: make(map[*jsonschema.Schema]*node), anchors: make(map[string][]*node)}
	c := &costs{root: b.node(root)}
	if b.draft != 0 {
		return nil, invalid("a part of it is written for draft version %d: want draft 2020-12 or draft-07", b.draft)
	}
	for _, d := range b.dynamic {
		d.from.inPlace = append(d.from.inPlace, b.anchors[d.anchor]...)
	}
	depths := make(map[*node]int)
	for _, n := range b.nodes {
		if depth := chain(n, depths); depth < 0 {
			return nil, invalid("a $ref leads back to its own place without going into the content")
		} else if depth > MaxDepth {
			return nil, invalid("more than %d schemas are chained by $ref, allOf and the like", MaxDepth)
		}
	}
	totals := make(map[*node]*total)
	t := sum(c.root, totals)
	c.perValue, c.perText, c.perPair, c.recursive = t.values, t.text, t.pairs, t.recursive
	return c, nil
}

// chain returns the length of the longest way from n through schemas that look at
// the same value, or -1 if there is a circle.
func chain(n *node, depths map[*node]int) int {
	if d, ok := depths[n]; ok {
		return d
	}
	depths[n] = -1
	longest := 0
	for _, sub := range n.inPlace {
		d := chain(sub, depths)
		if d < 0 {
			return -1
		}
		longest = max(longest, d+1)
	}
	depths[n] = longest
	return longest
}

type total struct {
	values, text, pairs int
	recursive, done     bool
}

// sum adds up n and everything below it, each as often as it is reached.
func sum(n *node, totals map[*node]*total) *total {
	if t, ok := totals[n]; ok {
		if !t.done {
			t.recursive = true
		}
		return t
	}
	t := &total{values: n.own, text: n.text}
	totals[n] = t
	if n.unique {
		t.pairs = 1
	}
	add := func(sub *node) {
		s := sum(sub, totals)
		t.values = min(t.values+s.values, saturated)
		t.text = min(t.text+s.text, saturated)
		t.pairs = min(t.pairs+s.pairs, saturated)
		t.recursive = t.recursive || s.recursive
	}
	for _, list := range [][]*node{n.inPlace, n.extra, n.names, n.prefix, n.items} {
		for _, sub := range list {
			add(sub)
		}
	}
	for _, sub := range n.props {
		add(sub)
	}
	for _, p := range n.patterns {
		t.text = min(t.text+p.size, saturated)
		add(p.schema)
	}
	t.done = true
	return t
}

// affordable reports whether checking v stays within [MaxSteps]. values and bytes
// are the number of values in v and the length of its text.
func (c *costs) affordable(v any, values, bytes int) bool {
	if c.bound(values, bytes) <= MaxSteps {
		return true
	}
	m := meter{left: MaxSteps}
	m.eval(c.root, v)
	return m.left >= 0
}

// bound returns a number of steps that is not exceeded by any content of that many
// values and bytes.
func (c *costs) bound(values, bytes int) int {
	if c.recursive || c.perValue > MaxSteps || c.perText > MaxSteps || c.perPair > MaxSteps {
		return saturated
	}
	// Each schema meets each value and each name at most once, and every number
	// may be as long as it can be.
	return c.perValue*values*2*maxNumberSteps + c.perText*bytes/textUnit + c.perPair*values*values
}

// builder makes nodes of compiled schemas. Schemas may refer to one another in
// circles, so a node is known before its parts are.
type builder struct {
	nodes   map[*jsonschema.Schema]*node
	anchors map[string][]*node // by $dynamicAnchor
	dynamic []dynamicRef
	draft   int // a draft that is not supported, if one occurs
}

type dynamicRef struct {
	from   *node
	anchor string
}

func (b *builder) node(s *jsonschema.Schema) *node {
	if n, ok := b.nodes[s]; ok {
		return n
	}
	n := &node{own: 1}
	b.nodes[s] = n
	if s.DraftVersion != 7 && s.DraftVersion != 2020 {
		b.draft = s.DraftVersion
	}
	if s.DynamicAnchor != "" {
		b.anchors[s.DynamicAnchor] = append(b.anchors[s.DynamicAnchor], n)
	}
	n.own += len(s.Required) + len(s.Properties)/8
	if s.Enum != nil {
		for _, v := range s.Enum.Values {
			n.own += count(v)
		}
	}
	if s.Const != nil {
		n.own += count(*s.Const)
	}
	for _, required := range s.DependentRequired {
		n.own += 1 + len(required)
	}
	if p, ok := s.Pattern.(*pattern); ok {
		n.text += p.size
	}
	if s.Format != nil {
		n.text += formatSize
	}
	b.addInPlace(n, s)
	b.addObject(n, s)
	b.addArray(n, s)
	return n
}

// count returns the number of values in v.
func count(v any) int {
	w := walker{maxDepth: MaxDepth}
	w.walk(v, 0)
	return w.values
}

func (b *builder) list(dst *[]*node, schemas ...*jsonschema.Schema) {
	for _, s := range schemas {
		if s != nil {
			*dst = append(*dst, b.node(s))
		}
	}
}

func (b *builder) addInPlace(n *node, s *jsonschema.Schema) {
	b.list(&n.inPlace, s.Ref, s.Not, s.If, s.Then, s.Else)
	b.list(&n.inPlace, s.AllOf...)
	b.list(&n.inPlace, s.AnyOf...)
	b.list(&n.inPlace, s.OneOf...)
	for _, sub := range s.DependentSchemas {
		b.list(&n.inPlace, sub)
	}
	for _, d := range s.Dependencies {
		switch d := d.(type) {
		case *jsonschema.Schema:
			b.list(&n.inPlace, d)
		case []string:
			n.own += 1 + len(d)
		}
	}
	if d := s.DynamicRef; d != nil {
		b.list(&n.inPlace, d.Ref)
		if d.Anchor != "" {
			b.dynamic = append(b.dynamic, dynamicRef{n, d.Anchor})
		}
	}
}

func (b *builder) addObject(n *node, s *jsonschema.Schema) {
	if len(s.Properties) > 0 {
		n.props = make(map[string]*node, len(s.Properties))
		for name, sub := range s.Properties {
			n.props[name] = b.node(sub)
		}
	}
	for re, sub := range s.PatternProperties {
		if p, ok := re.(*pattern); ok {
			n.patterns = append(n.patterns, patternNode{p.size, b.node(sub)})
		}
	}
	if sub, ok := s.AdditionalProperties.(*jsonschema.Schema); ok {
		b.list(&n.extra, sub)
	}
	b.list(&n.extra, s.UnevaluatedProperties)
	b.list(&n.names, s.PropertyNames)
}

func (b *builder) addArray(n *node, s *jsonschema.Schema) {
	b.list(&n.prefix, s.PrefixItems...)
	switch items := s.Items.(type) {
	case *jsonschema.Schema:
		b.list(&n.items, items)
	case []*jsonschema.Schema:
		b.list(&n.prefix, items...)
	}
	if sub, ok := s.AdditionalItems.(*jsonschema.Schema); ok {
		b.list(&n.items, sub)
	}
	b.list(&n.items, s.Items2020, s.Contains, s.UnevaluatedItems)
	n.unique = s.UniqueItems
}
