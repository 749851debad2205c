package format

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"iter"
)

// DefaultMaxFrame bounds frames where the caller gives no bound, in bytes.
const DefaultMaxFrame = 16 << 20

const frameHeaderLen = 4

// FrameError says which frame is at fault. It is ErrFrame, and io.ErrUnexpectedEOF
// if the bytes ended in the middle of it.
type FrameError struct {
	Index  int   // counted from 0
	Offset int64 // of its first byte
	Size   int64 // as the frame claims; -1 if not even that could be read
	Max    int   // allowed size, if that is what was wrong, else 0
	Have   int   // bytes that came after the length, if it is truncated
}

func (e *FrameError) Error() string {
	switch {
	case e.Max > 0:
		return fmt.Sprintf("%v %d at byte %d: %d bytes long, at most %d allowed", ErrFrame, e.Index, e.Offset, e.Size, e.Max)
	case e.Size < 0:
		return fmt.Sprintf("%v %d at byte %d: the bytes end within its length", ErrFrame, e.Index, e.Offset)
	}
	return fmt.Sprintf("%v %d at byte %d: the bytes end after %d of %d", ErrFrame, e.Index, e.Offset, e.Have, e.Size)
}

// Is makes a FrameError an ErrFrame, and a truncated one an io.ErrUnexpectedEOF.
func (e *FrameError) Is(target error) bool {
	return target == ErrFrame || (target == io.ErrUnexpectedEOF && e.Max == 0)
}

// AppendFrame appends wire as a frame: its length in 4 bytes, big-endian, then
// itself.
func AppendFrame(dst, wire []byte) []byte {
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(wire)))
	return append(dst, wire...)
}

// ReadFrames yields the content of frame after frame until r ends. A frame is
// valid until the iteration goes on. A frame that is longer than maxFrame bytes (0
// means DefaultMaxFrame) or truncated is yielded as a [*FrameError], an error of r
// wrapped; both end the iteration. Memory grows with the bytes that came, not with
// the length that a frame claims. It may read more from r than was yielded.
func ReadFrames(r io.Reader, maxFrame int) iter.Seq2[[]byte, error] {
	if maxFrame <= 0 {
		maxFrame = DefaultMaxFrame
	}
	return func(yield func([]byte, error) bool) {
		br := bufio.NewReaderSize(r, defaultBufferSize)
		var buf []byte
		var offset int64
		for index := 0; ; index++ {
			fault := &FrameError{Index: index, Offset: offset, Size: -1}
			var header [frameHeaderLen]byte
			if _, err := io.ReadFull(br, header[:]); err == io.EOF {
				return
			} else if err != nil {
				yield(nil, readError(err, fault))
				return
			}
			fault.Size = int64(binary.BigEndian.Uint32(header[:]))
			if fault.Size > int64(maxFrame) {
				fault.Max = maxFrame
				yield(nil, fault)
				return
			}
			var err error
			if buf, err = readN(br, buf[:0], int(fault.Size)); err != nil {
				fault.Have = len(buf)
				yield(nil, readError(err, fault))
				return
			}
			offset += frameHeaderLen + fault.Size
			if !yield(buf, nil) {
				return
			}
		}
	}
}

// readN appends n bytes to buf, growing it as they come.
func readN(r io.Reader, buf []byte, n int) ([]byte, error) {
	const step = 64 << 10
	for n > 0 {
		have, part := len(buf), min(n, max(step, len(buf)))
		if cap(buf)-have < part {
			buf = append(buf, make([]byte, part)...)
		}
		buf = buf[:have+part]
		got, err := io.ReadFull(r, buf[have:])
		if err != nil {
			return buf[:have+got], err
		}
		n -= part
	}
	return buf, nil
}

func readError(err error, fault *FrameError) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fault
	}
	return fmt.Errorf("read frame %d at byte %d: %w", fault.Index, fault.Offset, err)
}
