import { createHash } from 'node:crypto'
import type { SourceFile } from '../model/index.ts'

/**
 * A file held in memory, as readers take it: an answer of a server, standard input, a test.
 *
 * @param pieceBytes how many bytes `open` gives at a time
 */
export function memoryFile(name: string, content: string | Uint8Array, pieceBytes = 65_536): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return {
    name,
    part: 'main',
    rendition: '',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    sizeBytes: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
    },
  }
}
