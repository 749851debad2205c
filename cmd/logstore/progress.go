package main

import (
	"fmt"
	"io"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress is a bar over the bytes that were read. The zero value shows nothing.
type progress struct {
	pool  *mpb.Progress
	bar   *mpb.Bar
	count *atomic.Int64 // read by the goroutine that draws
}

// newBar draws on w. A total of 0 is unknown.
func newBar(w io.Writer, total int64) progress {
	p := progress{pool: mpb.New(mpb.WithOutput(w), mpb.WithWidth(40)), count: new(atomic.Int64)}
	messages := decor.Any(func(decor.Statistics) string { return fmt.Sprintf(" %d messages", p.count.Load()) })
	p.bar = p.pool.AddBar(total,
		mpb.BarRemoveOnComplete(),
		mpb.PrependDecorators(decor.CountersKibiByte("% .1f / % .1f")),
		mpb.AppendDecorators(decor.Percentage(), messages),
	)
	return p
}

// reader counts what is read through it.
func (p progress) reader(r io.Reader) io.Reader {
	if p.bar == nil {
		return r
	}
	return &countedReader{r, p.bar}
}

type countedReader struct {
	io.Reader
	bar *mpb.Bar
}

func (c *countedReader) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.bar.IncrBy(n)
	return n, err
}

// println writes a line above the bar.
func (p progress) println(w io.Writer, line string) {
	if p.pool == nil {
		fmt.Fprintln(w, line)
		return
	}
	_, _ = p.pool.Write([]byte(line + "\n"))
}

// published says how many messages the node has.
func (p progress) published(n int) {
	if p.count != nil {
		p.count.Store(int64(n))
	}
}

func (p progress) finish() {
	if p.pool == nil || !p.bar.IsRunning() {
		return
	}
	p.bar.Abort(true)
	p.pool.Wait()
}
