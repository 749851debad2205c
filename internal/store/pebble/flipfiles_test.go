package pebble

import (
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cockroachdb/pebble/v2/vfs"
)

// flipFile is a file in which bits are flipped, and what the store does not live on
// in it.
type flipFile struct {
	path    string
	size    int64
	dead    []span // where a flip may go unnoticed
	whyDead string
}

// span is the bytes in [from, to).
type span struct{ from, to int64 }

func (f *flipFile) isDead(offset int64) bool {
	return slices.ContainsFunc(f.dead, func(s span) bool { return s.from <= offset && offset < s.to })
}

// flipFiles lists the files of a store that was closed. Every byte is live that is not
// said here to be dead, and why.
func flipFiles(t testing.TB, fs vfs.FS, want map[string][]string) (files []flipFile) {
	t.Helper()
	names, err := fs.List("store")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	for _, name := range names {
		f := flipFile{path: fs.PathJoin("store", name), whyDead: "none"}
		if f.size = sizeOf(t, fs, f.path); f.size == 0 {
			continue
		}
		all := []span{{0, f.size}}
		switch {
		case strings.HasPrefix(name, "OPTIONS"):
			f.dead, f.whyDead = all, "a description of the settings"
		case name == watermarkName:
			f.dead, f.whyDead = all, "the watermark, which only guards the log and is not used when its checksum is wrong"
		case strings.HasPrefix(name, "MANIFEST"):
			// Taken for the end of a write that a crash cut off: what the record changed
			// is found in the log or the tables of before, or is missed.
			starts, end := chunks(readFile(t, fs, f.path), 0)
			if end != f.size {
				t.Errorf("%s has %d bytes behind its last record", name, f.size-end)
			}
			f.dead, f.whyDead = []span{{starts[len(starts)-1].from, f.size}}, "the last record of the manifest"
		case strings.HasSuffix(name, ".log") && !isLive(t, fs, f.path, want):
			f.dead, f.whyDead = all, "a log whose messages are in tables, kept to be written over"
		case strings.HasSuffix(name, ".log"):
			number, err := strconv.Atoi(strings.TrimSuffix(name, ".log"))
			if err != nil {
				t.Fatal(err)
			}
			written, _ := chunks(readFile(t, fs, f.path), uint32(number))
			at := int64(0)
			for _, w := range append(written, span{f.size, f.size}) {
				f.dead = append(f.dead, span{at, w.from})
				at = w.to
			}
			f.whyDead = "the rest of blocks in the log, and what its file held before"
		}
		files = append(files, f)
	}
	return files
}

func readFile(t testing.TB, fs vfs.FS, path string) []byte {
	t.Helper()
	f, err := fs.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(f)
	if err := errors.Join(err, f.Close()); err != nil {
		t.Fatal(err)
	}
	return data
}

// isLive tells whether a store without a file is not the same any more.
func isLive(t testing.TB, mem vfs.FS, file string, want map[string][]string) bool {
	t.Helper()
	fs := cloneFS(t, mem, "store")
	if err := fs.Remove(file); err != nil {
		t.Fatal(err)
	}
	report, err := Check(context.Background(), "store", CheckOptions{Options: flipOptions(fs)})
	if err != nil || report.Problems > 0 {
		return true
	}
	s, err := Open("store", flipOptions(fs))
	if err != nil {
		return true
	}
	defer closeStore(t, s)
	got, errs := contents(s, want)
	return len(errs) > 0 || !maps.EqualFunc(got, want, slices.Equal)
}

// chunks returns where the chunks of a log or manifest are, up to the first that is
// none, and where the last one ends. Pebble's package record describes the format.
func chunks(data []byte, number uint32) (written []span, end int64) {
	const block, legacy, sync = 32 << 10, 7, 19 // bytes of a block and of the headers of chunks
	castagnoli := crc32.MakeTable(crc32.Castagnoli)
	for at := 0; at+legacy <= len(data); {
		left := block - at%block
		if left < legacy || left < sync && strings.Trim(string(data[at:at+left]), "\x00") == "" {
			at += left // what is left of a block is zeros
			continue
		}
		size, header := int(binary.LittleEndian.Uint16(data[at+4:])), legacy
		if kind := data[at+6]; kind >= 9 && kind <= 12 {
			header = sync
		}
		to := at + header + size
		if to > len(data) || header+size > left || header == sync && binary.LittleEndian.Uint32(data[at+legacy:]) != number {
			break
		}
		sum := crc32.Checksum(data[at+6:to], castagnoli)
		if (sum>>15|sum<<17)+0xa282ead8 != binary.LittleEndian.Uint32(data[at:]) {
			break
		}
		written = append(written, span{int64(at), int64(to)})
		at = to
	}
	if len(written) > 0 {
		end = written[len(written)-1].to
	}
	return written, end
}
