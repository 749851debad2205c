package proof

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A proof file is an answer that can be checked without the node, for ever:
//
//	"LogStoreProof\x01" ‖ order u8 ‖ length u32 ‖ certificate ‖ (length u32 ‖ message)…
//
// order is 0 for ascending and 1 for descending. Integers are big-endian, messages in
// their wire form.
const fileMagic = fileName + "\x01"

// fileName begins the proof files of every version.
const fileName = "LogStoreProof"

// FileHeadLen is how many bytes [IsFile] wants to see.
const FileHeadLen = len(fileName)

// IsFile reports whether head, the beginning of a file, is that of a proof file of
// any version.
func IsFile(head []byte) bool { return strings.HasPrefix(string(head), fileName) }

const (
	maxCertificateBytes = 1 << 20
	// maxFrameBytes is far above what nodes accept as a message.
	maxFrameBytes = 64 << 20
	// What is verified at a time keeps all cores busy and bounds the memory.
	fileChunk      = 4096 // messages
	fileChunkBytes = 16 << 20
)

// ErrFile: the bytes are no proof file, or not a whole one.
var ErrFile = errors.New("not a proof file")

// FileWriter writes a proof file.
type FileWriter struct {
	w   *bufio.Writer
	buf [4]byte
}

// NewFileWriter begins a file with the certificate of an answer.
func NewFileWriter(w io.Writer, c *Certificate, descending bool) (*FileWriter, error) {
	f := &FileWriter{w: bufio.NewWriterSize(w, 64<<10)}
	f.w.WriteString(fileMagic)
	order := byte(0)
	if descending {
		order = 1
	}
	f.w.WriteByte(order)
	cert, err := c.MarshalBinary()
	if err != nil {
		return nil, err
	}
	return f, f.Write(cert)
}

// Write adds the next message of the answer, in its wire form.
func (f *FileWriter) Write(wire []byte) error {
	binary.BigEndian.PutUint32(f.buf[:], uint32(len(wire)))
	f.w.Write(f.buf[:])
	_, err := f.w.Write(wire)
	return err
}

// Flush writes what is buffered.
func (f *FileWriter) Flush() error { return f.w.Flush() }

// CheckFile checks a proof file: every signature, the order, the chains, and by the
// certificate that nothing is missing. cfg may say more of what is wanted, such as
// the node that must have signed, the workers, or contracts to ask; what was asked
// for (stream part, range, order) is taken from the file and overwritten in it. The
// error is [ErrFile] if the beginning is that of no proof file, or that of reading or of
// ctx. What is wrong with the answer is in the report.
func CheckFile(ctx context.Context, r io.Reader, cfg Config) (Report, error) {
	br := bufio.NewReaderSize(r, 64<<10)
	head := make([]byte, len(fileMagic)+1)
	if _, err := io.ReadFull(br, head); err != nil || string(head[:len(fileMagic)]) != fileMagic || head[len(fileMagic)] > 1 {
		if err != nil && !isEnd(err) {
			return Report{}, err
		}
		return Report{}, fmt.Errorf("%w: it does not begin like one", ErrFile)
	}
	b, err := readFrame(br, maxCertificateBytes)
	if err != nil {
		return Report{}, fmt.Errorf("read the certificate: %w", err)
	}
	cert := new(Certificate)
	if err := cert.UnmarshalBinary(b); err != nil {
		return Report{}, fmt.Errorf("%w: its certificate: %w", ErrFile, err)
	}
	cfg.Part, cfg.Certificate, cfg.WantProof = cert.Checkpoint.Part, cert, true
	cfg.From, cfg.To = cert.Proof.Range.refs()
	cfg.exact = &cert.Proof.Range
	cfg.Publisher, cfg.Chain, cfg.Newest, cfg.Limit = "", "", 0, 0
	cfg.Descending = head[len(fileMagic)] == 1
	c := NewChecker(cfg)
	for {
		wires, err := readFrames(br)
		if e := c.AddWire(ctx, wires...); e != nil {
			return c.Report(), e
		}
		switch {
		case err == io.EOF:
			c.Finish()
			return c.Report(), nil
		case errors.Is(err, ErrFile):
			c.Truncate(err)
			return c.Report(), nil
		case err != nil:
			return c.Report(), err
		}
	}
}

func isEnd(err error) bool { return err == io.EOF || err == io.ErrUnexpectedEOF }

// readFrames reads some messages. The last ones come with the error that ends them,
// io.EOF if that is where a message may end.
func readFrames(r io.Reader) (wires [][]byte, err error) {
	for size := 0; len(wires) < fileChunk && size < fileChunkBytes; {
		b, err := readFrame(r, maxFrameBytes)
		if err != nil {
			return wires, err
		}
		wires = append(wires, b)
		size += len(b)
	}
	return wires, nil
}

// readFrame reads a length and that many bytes. The error is io.EOF at the end.
func readFrame(r io.Reader, limit int) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		if err == io.ErrUnexpectedEOF {
			err = fmt.Errorf("%w: it is cut off", ErrFile)
		}
		return nil, err
	}
	n := binary.BigEndian.Uint32(head[:])
	if int64(n) > int64(limit) {
		return nil, fmt.Errorf("%w: a piece says that it has %d bytes, at most %d allowed", ErrFile, n, limit)
	}
	// Memory grows with what comes, not with what a length claims.
	b, err := io.ReadAll(io.LimitReader(r, int64(n)))
	if err == nil && len(b) < int(n) {
		err = fmt.Errorf("%w: it is cut off", ErrFile)
	}
	if err != nil {
		return nil, err
	}
	return b, nil
}
