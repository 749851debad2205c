//go:build cgo && linux

package broker

/*
#include <malloc.h>

static void keep_memory_small(void) {
#ifdef M_ARENA_MAX
	mallopt(M_ARENA_MAX, 1);
#endif
#ifdef M_MMAP_THRESHOLD
	mallopt(M_MMAP_THRESHOLD, 256 << 10);
#endif
}
*/
import "C"

// keepMemorySmall makes the C library give memory back. Pebble takes its block cache
// and memtables from malloc. glibc by default spreads that over eight arenas a core,
// each of which keeps what was freed in it, and after the first large block was
// freed it keeps large ones too: a node that streams a large range comes to use
// three times its cache. With one arena, and large blocks mapped by themselves, it
// stays close to it.
func keepMemorySmall() { C.keep_memory_small() }
