package pebble

import (
	"sync/atomic"

	"github.com/cockroachdb/pebble/v2"
)

// scheduler is Pebble's own compaction scheduler, held back while the database is
// being opened: Pebble starts compactions then and waits for them before it comes
// back, which can take long after a crash in the middle of heavy appends. It also
// gives a rest after a compaction that failed.
type scheduler struct {
	*pebble.ConcurrencyLimitScheduler
	opened     atomic.Bool
	background *background
}

// newScheduler makes a scheduler that holds compactions back until release. It does
// without the timer that looks for more to do; every flush and every compaction that
// ends does that as well.
func newScheduler(b *background) *scheduler {
	return &scheduler{
		ConcurrencyLimitScheduler: pebble.NewConcurrencyLimitSchedulerWithNoPeriodicGrantingForTest(),
		background:                b,
	}
}

// Register is called by Pebble.
func (s *scheduler) Register(goroutines int, db pebble.DBForCompaction) {
	s.ConcurrencyLimitScheduler.Register(goroutines, heldDB{db, s})
}

// release lets compactions begin.
func (s *scheduler) release(db *pebble.DB) error {
	s.opened.Store(true)
	// Closing the oldest snapshot makes Pebble look for work.
	return db.NewSnapshot().Close()
}

type heldDB struct {
	pebble.DBForCompaction
	s *scheduler
}

// GetAllowedWithoutPermission returns how many compactions may run.
func (db heldDB) GetAllowedWithoutPermission() int {
	if !db.s.opened.Load() || !db.s.background.mayCompact() {
		return 0
	}
	return db.DBForCompaction.GetAllowedWithoutPermission()
}
