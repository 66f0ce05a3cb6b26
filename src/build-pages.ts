// Builds the pages and ends: a process of its own, so that the server does not carry the building tools in its memory.
import { buildWeb } from './build-web.ts'
import { ROOT } from './config.ts'

await buildWeb({ root: ROOT })
