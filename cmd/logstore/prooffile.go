package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/logstore/logstore"
	"github.com/logstore/logstore/message"
	"github.com/logstore/logstore/proof"
)

// proofFile keeps an answer in a file that anybody can check later. The file appears
// only if the answer is proven. A nil proofFile keeps nothing.
type proofFile struct {
	out  *output
	w    *proof.FileWriter // nil if there is no certificate to keep
	n    uint64            // messages written
	wire []byte
}

// openProofFile begins the file of an answer; path "" is none.
func (a *app) openProofFile(path string, res *logstore.Result, descending bool) (*proofFile, error) {
	if path == "" {
		return nil, nil
	}
	cert := res.Certificate()
	if cert == nil {
		return &proofFile{out: &output{path: path}}, nil
	}
	out, err := a.openOutput(path)
	if err != nil {
		return nil, err
	}
	f := &proofFile{out: out}
	if f.w, err = proof.NewFileWriter(out, cert, descending); err != nil {
		return nil, fmt.Errorf("write %s: %w", path, out.finish(err))
	}
	return f, nil
}

func (f *proofFile) write(m *message.Message) error {
	if f == nil || f.w == nil {
		return nil
	}
	f.n++
	f.wire = m.AppendWire(f.wire[:0])
	return f.w.Write(f.wire)
}

// discard removes what was written so far.
func (f *proofFile) discard() error {
	if f == nil || f.out.file == nil {
		return nil
	}
	return errors.Join(f.out.file.Close(), os.Remove(f.out.file.Name()))
}

// finish puts the file into its place if the report says that what is in it is
// proven. Otherwise the error says why there is none.
func (f *proofFile) finish(report proof.Report) error {
	if f == nil {
		return nil
	}
	var why string
	switch p := report.Proof; {
	case p == nil || p.Status != proof.Proven:
		why = "the answer is not proven: "
		if p != nil {
			why += p.String()
		}
	case f.n != report.Range.Count:
		why = count(int(report.Range.Count-f.n), "message") + " of the answer failed their own checks"
	default:
		if err := f.out.finish(f.w.Flush()); err != nil {
			return fmt.Errorf("write %s: %w", f.out.path, err)
		}
		return nil
	}
	return errors.Join(&exitError{exitVerification, fmt.Errorf("%s is not written: %s", f.out.path, why)}, f.discard())
}

// checkProof refuses to keep a proof where there cannot be any.
func (f *queryFlags) checkProof() error {
	if f.proof == "" {
		return nil
	}
	for _, other := range []struct {
		given     bool
		flag, why string
	}{
		{f.publisher != "", "--publisher", "an answer of one publisher cannot be proven complete"},
		{f.chain != "", "--chain", "an answer of one chain cannot be proven complete"},
		{!f.verify, "--verify=false", "only what was checked is kept"},
		{f.withoutProof, "--without-proof", "choose one"},
		{f.proof == f.output, "--output with the same file", "want two files"},
		{f.proof == "-", "standard output", "want a file"},
	} {
		if other.given {
			return usagef("--proof does not go with %s: %s", other.flag, other.why)
		}
	}
	return nil
}
