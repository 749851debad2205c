package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/logstore/logstore/internal/format"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

func (a *app) verifyCommand() *cobra.Command {
	var nonCanonical bool
	cmd := &cobra.Command{
		Use:     "verify FILE",
		Short:   "Check a saved answer, without a node",
		GroupID: "data",
		Long: `Checks a file (or standard input, if FILE is -) that "query --proof FILE" wrote: every
signature, the order, duplicates, the links of the publishers' chains, and by the node's
signed checkpoint that nothing was left out. A raw export ("query --format raw -o FILE")
is checked too, as far as that goes without a proof. Needs no node and no key. The exit
code is 4 if something is wrong.`,
		Example: `  logstore query range /weather --from 2024-03-01 --to 2024-03-02 --proof march.proof
  logstore verify march.proof`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.verify(cmd.Context(), args[0], nonCanonical)
		},
	}
	cmd.Flags().BoolVar(&nonCanonical, "allow-non-canonical", false, "accept messages whose signature fits several readings")
	return cmd
}

// Frames are checked in portions that keep all cores busy and bound the memory.
const (
	verifyFrames   = 4096
	verifyBytes    = 16 << 20
	maxVerifyFrame = 64 << 20
)

func (a *app) verify(ctx context.Context, name string, nonCanonical bool) error {
	in := a.in
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		in = f
	}
	node, err := a.trustedNode()
	if err != nil {
		return err
	}
	buffered := bufio.NewReaderSize(in, 1<<20)
	head, err := buffered.Peek(proof.FileHeadLen)
	if err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("verify %s: %w", name, err)
	}
	var report proof.Report
	switch {
	case proof.IsFile(head): // as the length of a message it would be far above maxVerifyFrame
		report, err = proof.CheckFile(ctx, buffered, proof.Config{Node: node, AllowNonCanonical: nonCanonical})
		if errors.Is(err, proof.ErrFile) {
			return &exitError{exitVerification, fmt.Errorf("verify %s: %w", name, err)}
		}
	case a.nodeAddress != "":
		return usagef("--node-address: %s is a raw export, in which no node has signed anything", name)
	default:
		report, err = verifyRaw(ctx, buffered, nonCanonical)
	}
	if err != nil {
		return fmt.Errorf("verify %s: %w", name, err)
	}
	if a.json {
		if err := a.writeJSON(report); err != nil {
			return err
		}
	} else if _, err := fmt.Fprintln(a.out, printableLines(report.String())); err != nil {
		return err
	}
	if !report.OK() {
		return &exitError{code: exitVerification}
	}
	return nil
}

// verifyRaw checks frames. What is wrong with them is in the report; an error means
// that they could not be read or that they are no export.
func verifyRaw(ctx context.Context, in io.Reader, nonCanonical bool) (proof.Report, error) {
	var checker *proof.Checker
	var wires [][]byte
	bytes := 0
	check := func() error {
		err := checker.AddWire(ctx, wires...)
		wires, bytes = wires[:0], 0
		return err
	}
	for frame, err := range format.ReadFrames(in, maxVerifyFrame) {
		var broken *format.FrameError
		if errors.As(err, &broken) && checker != nil {
			if err := check(); err != nil {
				return proof.Report{}, err
			}
			checker.Truncate(err)
			return checker.Report(), nil
		}
		if err != nil {
			return proof.Report{}, err
		}
		if checker == nil {
			m, err := message.Decode(frame)
			if err != nil {
				return proof.Report{}, fmt.Errorf("the first message cannot be read, so this is no raw export: %w", err)
			}
			checker = proof.NewChecker(proof.Config{Part: m.Part(), AllowNonCanonical: nonCanonical})
		}
		wires = append(wires, append([]byte(nil), frame...))
		if bytes += len(frame); len(wires) >= verifyFrames || bytes >= verifyBytes {
			if err := check(); err != nil {
				return proof.Report{}, err
			}
		}
	}
	if checker == nil {
		return proof.Report{}, errors.New("the file holds no messages")
	}
	if err := check(); err != nil {
		return proof.Report{}, err
	}
	checker.Finish()
	return checker.Report(), nil
}
