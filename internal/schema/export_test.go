package schema

import (
	"bytes"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// Steps returns the bound on the steps for a content and the steps of the full
// walk, up to MaxSteps+1. ok is false if the content is refused before that.
func (s *Schema) Steps(content []byte) (bound, walked int, ok bool) {
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(content))
	if err != nil {
		return 0, 0, false
	}
	w := walker{maxDepth: MaxContentDepth}
	if !w.walk(v, 0) {
		return 0, 0, false
	}
	m := meter{left: MaxSteps}
	m.eval(s.cost.root, v)
	return s.cost.bound(w.values, len(content)), min(MaxSteps-m.left, MaxSteps+1), true
}
