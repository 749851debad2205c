package pebble

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"log/slog"

	"github.com/cockroachdb/pebble/v2/vfs"

	"github.com/logstore/logstore/internal/store"
)

// The watermark file holds the number of the last commit that was acknowledged. It
// is written after the commit's fsync and not synced itself, so that it never runs
// ahead of the database and costs next to nothing; after a power loss it may be old
// or gone. It is what tells a log that ends early because a crash tore it (normal,
// and nothing acknowledged is missing) from one that ends early because a byte in
// its middle went bad (acknowledged messages are missing, and must not be so in
// silence).

const (
	watermarkName  = "watermark"
	watermarkMagic = "LSW1"
	watermarkLen   = len(watermarkMagic) + len(ID{}) + 8 + 4
)

func encodeWatermark(id ID, commits uint64) []byte {
	b := append([]byte(watermarkMagic), id[:]...)
	b = binary.BigEndian.AppendUint64(b, commits)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
}

// decodeWatermark returns ok false for everything that is not a whole watermark.
func decodeWatermark(b []byte) (id ID, commits uint64, ok bool) {
	if len(b) != watermarkLen || string(b[:len(watermarkMagic)]) != watermarkMagic {
		return id, 0, false
	}
	body, sum := b[:watermarkLen-4], b[watermarkLen-4:]
	if crc32.ChecksumIEEE(body) != binary.BigEndian.Uint32(sum) {
		return id, 0, false
	}
	body = body[len(watermarkMagic):]
	return ID(body), binary.BigEndian.Uint64(body[len(id):]), true
}

// checkWatermark fails if the database has fewer commits than were acknowledged.
func checkWatermark(fs vfs.FS, dir string, id ID, st state) error {
	path := fs.PathJoin(dir, watermarkName)
	f, err := fs.Open(path)
	if err != nil {
		return wrapError(dir, ignoreNotExist(err), "open %s", path)
	}
	b, err := io.ReadAll(io.LimitReader(f, int64(watermarkLen)+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return wrapError(dir, err, "read %s", path)
	}
	of, commits, ok := decodeWatermark(b)
	if !ok || of != id || commits <= st.commits {
		return nil
	}
	return fmt.Errorf("open store %s: %w: %d commits were acknowledged, but the files hold only %d of them; "+
		"run `logstore fsck`, and bring the data back with `logstore restore` "+
		"(to go on without the last %d commits, remove %s)",
		dir, store.ErrCorrupt, commits, st.commits, commits-st.commits, path)
}

// watermark writes the file. It belongs to the publisher.
type watermark struct {
	f      vfs.File // nil if it cannot be written
	id     ID
	log    *slog.Logger
	broken bool
}

func openWatermark(fs vfs.FS, dir string, id ID, log *slog.Logger) *watermark {
	w := &watermark{id: id, log: log}
	f, err := fs.OpenReadWrite(fs.PathJoin(dir, watermarkName), vfs.WriteCategoryUnspecified)
	if err != nil {
		w.failed(err)
		return w
	}
	w.f = f
	return w
}

// failed says once that a damaged log may go unnoticed from now on; nothing else
// depends on the file.
func (w *watermark) failed(err error) {
	if !w.broken {
		w.log.Warn("write the watermark file", slog.Any("error", err))
	}
	w.broken = true
}

func (w *watermark) set(commits uint64) {
	if w.f == nil {
		return
	}
	if _, err := w.f.WriteAt(encodeWatermark(w.id, commits), 0); err != nil {
		w.failed(err)
	}
}

func (w *watermark) close() error {
	if w.f == nil {
		return nil
	}
	return errors.Join(w.f.Sync(), w.f.Close())
}
