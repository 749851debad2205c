package format

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// readAll collects frames and the error that ended them.
func readAll(r io.Reader, maxFrame int) (frames [][]byte, err error) {
	for frame, e := range ReadFrames(r, maxFrame) {
		if e != nil {
			return frames, e
		}
		frames = append(frames, bytes.Clone(frame))
	}
	return frames, nil
}

func TestReadFrames(t *testing.T) {
	t.Parallel()
	big := bytes.Repeat([]byte("0123456789abcdef"), 20_000)
	var body []byte
	want := [][]byte{[]byte("one"), {}, big, []byte("two")}
	for _, f := range want {
		body = AppendFrame(body, f)
	}
	for name, r := range map[string]io.Reader{
		"whole":     bytes.NewReader(body),
		"bytewise":  iotest.OneByteReader(bytes.NewReader(body)),
		"halves":    iotest.HalfReader(bytes.NewReader(body)),
		"data+EOF":  iotest.DataErrReader(bytes.NewReader(body)),
		"from file": strings.NewReader(string(body)),
	} {
		got, err := readAll(r, len(big))
		if err != nil || len(got) != len(want) {
			t.Fatalf("%s: %d frames, %v", name, len(got), err)
		}
		for i := range want {
			if !bytes.Equal(got[i], want[i]) {
				t.Errorf("%s: frame %d differs", name, i)
			}
		}
	}
	for frame := range ReadFrames(bytes.NewReader(body), 0) {
		if string(frame) != "one" {
			t.Errorf("got %q", frame)
		}
		break
	}
}

func TestReadFramesFaults(t *testing.T) {
	t.Parallel()
	ok := AppendFrame(nil, []byte("abc"))
	for _, c := range []struct {
		name, body, want string
		truncated        bool
	}{
		{"in the length", "\x00\x00", "invalid frame 1 at byte 7: the bytes end within its length", true},
		{"after the length", "\x00\x00\x00\x05", "invalid frame 1 at byte 7: the bytes end after 0 of 5", true},
		{"in the content", "\x00\x00\x00\x05ab", "invalid frame 1 at byte 7: the bytes end after 2 of 5", true},
		{"too long", "\x00\x00\x00\x0bhello world", "invalid frame 1 at byte 7: 11 bytes long, at most 10 allowed", false},
		{"absurd", "\xff\xff\xff\xff", "invalid frame 1 at byte 7: 4294967295 bytes long, at most 10 allowed", false},
		{"text", "{\"streamId\":", "invalid frame 1 at byte 7: 2065855348 bytes long, at most 10 allowed", false},
	} {
		frames, err := readAll(bytes.NewReader(append(bytes.Clone(ok), c.body...)), 10)
		if len(frames) != 1 || err == nil || err.Error() != c.want {
			t.Errorf("%s: %d frames, %v; want %s", c.name, len(frames), err, c.want)
		}
		if !errors.Is(err, ErrFrame) || errors.Is(err, io.ErrUnexpectedEOF) != c.truncated {
			t.Errorf("%s: wrong kind of %v", c.name, err)
		}
	}
	reset := errors.New("connection reset")
	_, err := readAll(io.MultiReader(bytes.NewReader(ok[:5]), iotest.ErrReader(reset)), 10)
	if !errors.Is(err, reset) || errors.Is(err, ErrFrame) {
		t.Errorf("got %v, want the reader's own error", err)
	}
}

// A claimed length alone must not cost memory.
func TestReadFramesGrowsWithWhatCame(t *testing.T) {
	t.Parallel()
	buf, err := readN(strings.NewReader("few"), nil, 1<<30)
	if string(buf) != "few" || !errors.Is(err, io.ErrUnexpectedEOF) || cap(buf) > 1<<20 {
		t.Errorf("%q, %v, and %d bytes taken for a frame that claims a gigabyte and has three bytes", buf, err, cap(buf))
	}
}

func FuzzReadFrames(f *testing.F) {
	f.Add([]byte{}, 10)
	f.Add(AppendFrame(AppendFrame(nil, []byte("abc")), nil), 3)
	f.Add([]byte("\x00\x00\x00\x05ab"), 10)
	f.Add([]byte("\xff\xff\xff\xff"), 0)
	f.Fuzz(func(t *testing.T, body []byte, maxFrame int) {
		frames, err := readAll(bytes.NewReader(body), maxFrame)
		var again []byte
		for _, frame := range frames {
			again = AppendFrame(again, frame)
		}
		if !bytes.HasPrefix(body, again) || (err == nil) != (len(again) == len(body)) {
			t.Fatalf("%x: frames %x, %v", body, again, err)
		}
		if err != nil && !errors.Is(err, ErrFrame) {
			t.Fatal(err)
		}
	})
}
