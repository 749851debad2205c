// The official packages, as ../streamr has them installed: one version, pinned in one
// lock file, for all of the tests.
import { createRequire } from 'node:module'

const require = createRequire(new URL('../streamr/package.json', import.meta.url))

export const sdk = require('@streamr/sdk')
