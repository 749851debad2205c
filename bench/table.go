package main

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// figure is one line of the closing table: what was measured, what it is measured
// against in the same run, and the ratio that must be reached. These machines are
// shared, so only ratios mean anything from one run to the next.
type figure struct {
	name          string
	value         float64
	unit          string
	baseline      float64
	baselineUnit  string
	target        float64
	smallerBetter bool  // ratio must be at most target instead of at least
	missing       error // why there is no baseline; nil if there is one
}

func (f figure) ratio() float64 { return f.value / f.baseline }

func (f figure) ok() bool {
	if f.smallerBetter {
		return f.ratio() <= f.target
	}
	return f.ratio() >= f.target
}

// printTable writes one figure a line and reports whether all reached their target.
func printTable(w io.Writer, figures []figure) bool {
	all := true
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, f := range figures {
		verdict, sign := "ok", "≥"
		if f.smallerBetter {
			sign = "≤"
		}
		if f.missing != nil {
			fmt.Fprintf(tw, "%s\t%s %s\t-\t-\t%s%.3g\tnot compared: %v\n", f.name, number(f.value), f.unit, sign, f.target, f.missing)
			continue
		}
		if !f.ok() {
			verdict, all = "SHORT", false
		}
		fmt.Fprintf(tw, "%s\t%s %s\t%s %s\t%.3f\t%s%.3g\t%s\n", f.name,
			number(f.value), f.unit, number(f.baseline), f.baselineUnit, f.ratio(), sign, f.target, verdict)
	}
	tw.Flush()
	return all
}

func number(v float64) string {
	switch {
	case v >= 1000:
		return fmt.Sprintf("%.0f", v)
	case v >= 10:
		return fmt.Sprintf("%.1f", v)
	}
	return fmt.Sprintf("%.3f", v)
}
