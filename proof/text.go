package proof

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// String writes the report for a terminal, several lines that end in a verdict.
func (r Report) String() string {
	var b strings.Builder
	line := func(label, format string, args ...any) {
		fmt.Fprintf(&b, "%-11s%s\n", label, fmt.Sprintf(format, args...))
	}
	line("stream", "%s", r.StreamPart)
	line("answer", "%s of %s from %s, %s", count(r.Messages, "message"), size(r.Bytes), r.publishersText(), r.completeText())
	if r.First != nil {
		line("time", "%s … %s", timeText(*r.First), timeText(*r.Last))
	}
	line("signatures", "%s", r.signaturesText())
	line("order", "%s", r.orderText())
	line("chains", "%s", r.chainsText())
	if r.Proof != nil {
		line("proof", "%s", r.Proof)
	}
	if r.PublisherFaults() > 0 {
		line("publishers", "%s, %s", count(r.Equivocations, "equivocation"), count(r.ChainForks, "chain fork"))
	}
	for _, p := range r.Problems {
		line("", "- %s", p)
	}
	if r.ProblemsOmitted > 0 {
		line("", "- and %s more", number(r.ProblemsOmitted))
	}
	line("verdict", "%s", r.verdict())
	return strings.TrimSuffix(b.String(), "\n")
}

func (r Report) verdict() string {
	switch {
	case r.Faults() > 0 && r.Complete:
		return fmt.Sprintf("NOT OK: %s", count(r.Faults(), "fault"))
	case r.Faults() > 0:
		return fmt.Sprintf("NOT OK: %s, and the answer was not read to its end", count(r.Faults(), "fault"))
	case !r.Complete:
		return "no fault so far; the answer was not read to its end"
	case r.Proof != nil && r.Proof.Status == Proven && r.Proof.PrunedBefore > 0:
		return "OK, from " + timeText(Ref{Timestamp: r.Proof.PrunedBefore}) + " on: nothing forged, misplaced, repeated or left out"
	case r.Proof != nil && r.Proof.Status == Proven:
		return "OK: nothing forged, misplaced, repeated or left out"
	case r.Messages == 0:
		return "OK, as far as an empty answer can be checked"
	}
	return "OK: nothing forged, misplaced, repeated or missing between linked messages"
}

func (r Report) completeText() string {
	if r.Complete {
		return "read to its end"
	}
	return "not read to its end"
}

func (r Report) publishersText() string {
	s := count(r.Publishers, "publisher")
	if r.PublishersCapped {
		return "more than " + s
	}
	return s
}

func (r Report) signaturesText() string {
	parts := []string{number(r.Valid) + " valid"}
	for _, p := range []struct {
		n    uint64
		text string
	}{
		{r.Invalid, "INVALID"},
		{r.Unchecked, "NOT CHECKED"},
		{r.Malformed, "MALFORMED"},
		{r.NotCanonical, "not canonical"},
	} {
		if p.n > 0 {
			parts = append(parts, number(p.n)+" "+p.text)
		}
	}
	return strings.Join(parts, ", ")
}

func (r Report) orderText() string {
	var parts []string
	if r.OutOfOrder > 0 {
		parts = append(parts, number(r.OutOfOrder)+" OUT OF ORDER")
	}
	if r.Duplicates > 0 {
		parts = append(parts, count(r.Duplicates, "DUPLICATE"))
	}
	if r.NotAsked > 0 {
		parts = append(parts, number(r.NotAsked)+" NOT ASKED FOR")
	}
	if parts == nil {
		return "kept, no duplicates, nothing that was not asked for"
	}
	return strings.Join(parts, ", ")
}

func (r Report) chainsText() string {
	s := fmt.Sprintf("%s, %s kept", number(r.Chains), count(r.LinksKept, "link"))
	if r.ChainsOpen > 0 {
		s += fmt.Sprintf(", %s begun before the range", number(r.ChainsOpen))
	}
	if r.ChainGaps > 0 {
		s += ", " + count(r.ChainGaps, "GAP")
	} else {
		s += ", no gaps"
	}
	if r.LinksUnchecked > 0 {
		s += fmt.Sprintf(", %s not checked for lack of memory", count(r.LinksUnchecked, "link"))
	}
	return s
}

// count writes "1 gap", "2 gaps".
func count(n uint64, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.ToUpper(noun) == noun {
		return number(n) + " " + noun + "S"
	}
	return number(n) + " " + noun + "s"
}

// number groups digits by threes.
func number(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func size(n uint64) string {
	const unit = 1000
	if n < unit {
		return fmt.Sprintf("%d B", n)
	}
	v, prefix := float64(n), ""
	for _, prefix = range []string{"kB", "MB", "GB", "TB"} {
		if v /= unit; v < unit {
			break
		}
	}
	return fmt.Sprintf("%.1f %s", v, prefix)
}

func timeText(r Ref) string {
	return time.UnixMilli(r.Timestamp).UTC().Format("2006-01-02T15:04:05.000Z")
}
