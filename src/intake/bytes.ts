import type { SourceFile } from '../model/index.ts'

/** A file's bytes whole; undefined where it is larger than `maxBytes`. */
export async function wholeFile(file: SourceFile, maxBytes: number): Promise<Buffer | undefined> {
  if (file.sizeBytes > maxBytes) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of file.open()) {
    size += chunk.length
    if (size > maxBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
