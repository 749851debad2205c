package streams

// MaxCachedSchemaBytes is exported for tests.
const MaxCachedSchemaBytes = cachedSchemaBytes

// CachedSchemaBytes tells how many bytes of schemas are in the cache.
func (r *Registry) CachedSchemaBytes() int64 { return r.cache.bytes.Load() }
