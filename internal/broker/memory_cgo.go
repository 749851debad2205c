//go:build cgo && linux

package broker

/*
#include <malloc.h>

static void limit_arenas(void) {
#ifdef M_ARENA_MAX
	mallopt(M_ARENA_MAX, 2);
#endif
}
*/
import "C"

// limitArenas makes the C library keep few heaps. Pebble takes the memory of its
// block cache from malloc; glibc by default spreads that over eight arenas a core,
// each of which keeps what was freed in it, and a node that streams a large range
// comes to use three times its cache. With two arenas it stays close to it.
func limitArenas() { C.limit_arenas() }
