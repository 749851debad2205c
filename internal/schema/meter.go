package schema

import (
	"encoding/json"
	"strconv"
	"strings"
)

const (
	// textUnit is how much pattern size × text length counts as one step.
	textUnit = 16
	// formatSize is what a format costs, as if it were a pattern.
	formatSize = 4
	// numberUnit is how many digits of a number, written out, count as one step.
	numberUnit     = 8
	maxNumberSteps = 1 + (MaxDigits+MaxExponent)/numberUnit
)

// meter counts the steps of a validation that leaves nothing out.
type meter struct {
	left int // negative when the budget is used up
}

func (m *meter) eval(n *node, v any) {
	if m.left -= n.own; m.left < 0 {
		return
	}
	switch v := v.(type) {
	case string:
		m.left -= n.text * len(v) / textUnit
	case json.Number:
		m.left -= n.own * numberSteps(string(v))
	case map[string]any:
		m.object(n, v)
	case []any:
		m.array(n, v)
	}
	for _, sub := range n.inPlace {
		if m.left < 0 {
			return
		}
		m.eval(sub, v)
	}
}

func (m *meter) object(n *node, v map[string]any) {
	m.left -= len(v)
	if n.props == nil && n.patterns == nil && n.extra == nil && n.names == nil {
		return
	}
	for name, value := range v {
		if m.left < 0 {
			return
		}
		sub, named := n.props[name]
		if named {
			m.eval(sub, value)
		}
		for _, p := range n.patterns {
			m.left -= 1 + p.size*len(name)/textUnit
			m.eval(p.schema, value)
		}
		if !named {
			m.each(n.extra, value)
		}
		m.each(n.names, name)
	}
}

func (m *meter) array(n *node, v []any) {
	if n.unique {
		m.left -= len(v) * len(v)
	}
	for i, value := range v {
		if m.left < 0 {
			return
		}
		if i < len(n.prefix) {
			m.eval(n.prefix[i], value)
		}
		m.each(n.items, value)
	}
}

func (m *meter) each(nodes []*node, v any) {
	for _, n := range nodes {
		if m.left < 0 {
			return
		}
		m.eval(n, v)
	}
}

// numberSteps tells what calculating with a number costs, by its length written
// out. The exponent is known to be small.
func numberSteps(s string) int {
	length := len(s)
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		e, _ := strconv.Atoi(strings.TrimPrefix(s[i+1:], "+"))
		length = i + max(e, -e)
	}
	return length / numberUnit
}
