package schema

import (
	"cmp"
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

// Violation is one reason why a content does not fit a schema.
type Violation struct {
	// Path is the JSON pointer of the value at fault, "" for the whole content.
	Path string
	// Message says what the value must be, in the words of the validator Ajv,
	// which users of the original know: "must be string". The names of properties
	// that are too many follow in parentheses.
	Message string
}

// String returns the path, if any, and the message.
func (v Violation) String() string {
	if v.Path == "" {
		return v.Message
	}
	return v.Path + " " + v.Message
}

// Texts returns the messages without their paths: what the original publishes on
// its stream of validation errors.
func Texts(violations []Violation) []string {
	texts := make([]string, len(violations))
	for i, v := range violations {
		texts[i] = v.Message
	}
	return texts
}

func joinViolations(violations []Violation) string {
	texts := make([]string, len(violations))
	for i, v := range violations {
		texts[i] = v.String()
	}
	return strings.Join(texts, "; ")
}

func violationsOf(e *jsonschema.ValidationError) []Violation {
	c := collector{seen: make(map[Violation]bool)}
	c.collect(e)
	// The validator ranges over maps; the order of its errors is random.
	slices.SortFunc(c.found, func(a, b Violation) int {
		return cmp.Or(cmp.Compare(a.Path, b.Path), cmp.Compare(a.Message, b.Message))
	})
	return c.found[:min(len(c.found), MaxViolations)]
}

func pointer(e *jsonschema.ValidationError) string {
	var b strings.Builder
	for _, token := range e.InstanceLocation {
		appendToken(&b, token)
	}
	return b.String()
}

// maxCollected bounds what is sorted.
const maxCollected = 64 * MaxViolations

type collector struct {
	found []Violation
	seen  map[Violation]bool
}

func (c *collector) add(e *jsonschema.ValidationError, format string, args ...any) {
	v := Violation{Path: pointer(e), Message: fmt.Sprintf(format, args...)}
	if !c.seen[v] && len(c.found) < maxCollected {
		c.seen[v] = true
		c.found = append(c.found, v)
	}
}

// collect lists the leaves of a tree of errors, and those inner nodes that say
// something themselves.
func (c *collector) collect(e *jsonschema.ValidationError) {
	if len(c.found) >= maxCollected {
		return
	}
	for _, cause := range e.Causes {
		c.collect(cause)
	}
	switch k := e.ErrorKind.(type) {
	case *kind.Schema, *kind.Group, *kind.Reference, *kind.AllOf:
	case *kind.Type:
		c.add(e, "must be %s", strings.Join(k.Want, ","))
	case *kind.Required:
		for _, name := range k.Missing {
			c.add(e, "must have required property '%s'", clip(name))
		}
	case *kind.AdditionalProperties:
		names := slices.Sorted(slices.Values(k.Properties))
		for _, name := range names[:min(len(names), MaxViolations)] {
			c.add(e, "must NOT have additional properties (%s)", clip(name))
		}
	case *kind.PropertyNames:
		c.add(e, "property name must be valid (%s)", clip(k.Property))
	case *kind.Enum:
		c.add(e, "must be equal to one of the allowed values")
	case *kind.Const:
		c.add(e, "must be equal to constant")
	case *kind.Not:
		c.add(e, "must NOT be valid")
	case *kind.AnyOf:
		c.add(e, "must match a schema in anyOf")
	case *kind.OneOf:
		c.add(e, "must match exactly one schema in oneOf")
	case *kind.FalseSchema:
		c.add(e, "boolean schema is false")
	case *kind.Format:
		c.add(e, "must match format %q", k.Want)
	case *kind.Pattern:
		c.add(e, "must match pattern %q", clip(k.Want))
	case *kind.Dependency:
		c.add(e, "must have %s when property %s is present", properties(k.Missing), clip(k.Prop))
	case *kind.DependentRequired:
		c.add(e, "must have %s when property %s is present", properties(k.Missing), clip(k.Prop))
	default:
		c.addBound(e)
	}
}

// addBound words the errors about sizes and numbers.
func (c *collector) addBound(e *jsonschema.ValidationError) {
	switch k := e.ErrorKind.(type) {
	case *kind.MinLength:
		c.add(e, "must NOT have fewer than %d characters", k.Want)
	case *kind.MaxLength:
		c.add(e, "must NOT have more than %d characters", k.Want)
	case *kind.MinItems:
		c.add(e, "must NOT have fewer than %d items", k.Want)
	case *kind.MaxItems:
		c.add(e, "must NOT have more than %d items", k.Want)
	case *kind.MinProperties:
		c.add(e, "must NOT have fewer than %d properties", k.Want)
	case *kind.MaxProperties:
		c.add(e, "must NOT have more than %d properties", k.Want)
	case *kind.AdditionalItems:
		c.add(e, "must NOT have more items than the schema lists (%d too many)", k.Count)
	case *kind.UniqueItems:
		c.add(e, "must NOT have duplicate items (items ## %d and %d are identical)", k.Duplicates[0], k.Duplicates[1])
	case *kind.Contains:
		c.add(e, "must contain at least 1 valid item(s)")
	case *kind.MinContains:
		c.add(e, "must contain at least %d valid item(s)", k.Want)
	case *kind.MaxContains:
		c.add(e, "must contain no more than %d valid item(s)", k.Want)
	case *kind.Minimum:
		c.add(e, "must be >= %s", number(k.Want))
	case *kind.Maximum:
		c.add(e, "must be <= %s", number(k.Want))
	case *kind.ExclusiveMinimum:
		c.add(e, "must be > %s", number(k.Want))
	case *kind.ExclusiveMaximum:
		c.add(e, "must be < %s", number(k.Want))
	case *kind.MultipleOf:
		c.add(e, "must be multiple of %s", number(k.Want))
	default:
		c.add(e, "does not fit the schema (%s)", strings.Join(k.KeywordPath(), " "))
	}
}

func properties(names []string) string {
	if len(names) == 1 {
		return "property " + clip(names[0])
	}
	return "properties " + clip(strings.Join(names, ", "))
}

// number writes a bound without losing digits.
func number(r *big.Rat) string {
	if r.IsInt() {
		return clip(r.Num().String())
	}
	if digits, exact := r.FloatPrec(); exact && digits <= 40 {
		return clip(r.FloatString(digits))
	}
	f, _ := r.Float64()
	return fmt.Sprint(f)
}
