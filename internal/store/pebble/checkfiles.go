package pebble

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/cockroachdb/pebble/v2"
	"github.com/cockroachdb/pebble/v2/sstable"
	"github.com/cockroachdb/pebble/v2/vfs"
)

// files reads every table whole, so that damage is found in blocks that no key
// leads to. Files that a crash left half written belong to nothing and are passed
// over.
func (c *checker) files() error {
	numbers, err := liveTables(c.s.db)
	if err != nil {
		return wrapError(c.s.dir, err, "list the files of %s", c.s.dir)
	}
	ro := c.o.readerOptions()
	for _, number := range numbers {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		path := tablePath(c.o.FS, c.s.dir, number)
		if err := checkFile(c.ctx, c.o.FS, path, ro, nil); err != nil {
			c.unreadable("file "+path, err)
		}
		c.report.Files++
	}
	return nil
}

// liveTables lists the numbers of the table files that are in use, in order.
func liveTables(db *pebble.DB) (numbers []uint64, err error) {
	levels, err := db.SSTables()
	if err != nil {
		return nil, err
	}
	for _, level := range levels {
		for _, table := range level {
			numbers = append(numbers, uint64(table.BackingSSTNum))
		}
	}
	slices.Sort(numbers)
	return slices.Compact(numbers), nil // parts of one file can be tables of their own
}

func tablePath(fs vfs.FS, dir string, number uint64) string {
	return fs.PathJoin(dir, fmt.Sprintf("%06d.sst", number))
}

func (o *Options) readerOptions() sstable.ReaderOptions {
	popts := o.pebbleOptions(o.FS, newListener(o))
	popts.EnsureDefaults()
	return popts.MakeReaderOptions()
}

// checkFile compares the blocks of a table with their checksums. Every read goes
// through spend first, if there is one.
func checkFile(ctx context.Context, fs vfs.FS, path string, ro sstable.ReaderOptions, spend func(bytes int) error) (err error) {
	f, err := fs.Open(path, vfs.SequentialReadsOption)
	if err != nil {
		return err
	}
	var file sstable.ReadableFile = f
	if spend != nil {
		file = pacedFile{f, spend}
	}
	readable, err := sstable.NewSimpleReadable(file)
	if err != nil {
		return errors.Join(err, f.Close())
	}
	r, err := sstable.NewReader(ctx, readable, ro)
	if err != nil {
		return errors.Join(err, readable.Close())
	}
	return errors.Join(r.ValidateBlockChecksums(), r.Close())
}

// pacedFile reads no faster than spend lets it.
type pacedFile struct {
	vfs.File
	spend func(bytes int) error
}

// ReadAt implements [io.ReaderAt].
func (f pacedFile) ReadAt(p []byte, offset int64) (int, error) {
	if err := f.spend(len(p)); err != nil {
		return 0, err
	}
	return f.File.ReadAt(p, offset)
}
