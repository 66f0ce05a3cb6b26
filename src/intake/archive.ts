import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { WhoListsError } from '../model/index.ts'

/** What the archive says of a kept file: hash and size of the bytes as published. */
export type Kept = { readonly sha256: string; readonly sizeBytes: number }

/** Raw files under the hash of their bytes, compressed, never changed and never removed. */
export type Archive = {
  /**
   * Keeps a stream of bytes; the file is there whole or not at all, whatever happens meanwhile.
   *
   * @throws WhoListsError data.full where no room is left; what the stream throws
   */
  put(bytes: AsyncIterable<Uint8Array>): Promise<Kept>
  has(sha256: string): Promise<boolean>
  /** The bytes of a kept file. The stream throws archive.missing, or archive.damaged where they no longer have their hash. */
  open(sha256: string): AsyncIterable<Uint8Array>
}

/** Each step above costs twice the time and saves a few hundredths of the size. */
const LEVEL = 3

/**
 * The archive in a folder, which is made where it is missing. Names: `ab/abcd….zst`.
 *
 * @param token a word unlike any other writer's, for the names of files on their way in
 */
export function openArchive(folder: string, token: () => string): Archive {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.zst`)
  const has = (sha256: string) =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    )
  return {
    has,
    open: sha256 => verified(pathOf(sha256), sha256),
    async put(bytes) {
      const incoming = join(folder, 'incoming')
      const path = join(incoming, `${token()}.part`)
      try {
        await mkdir(incoming, { recursive: true })
        const kept = await writeCompressed(path, bytes)
        if (await has(kept.sha256)) await rm(path)
        else await settle(path, pathOf(kept.sha256))
        return kept
      } catch (error) {
        await rm(path, { force: true }).catch(() => undefined)
        throw isFull(error) ? new WhoListsError('data.full', { path: folder }, error) : error
      }
    },
  }
}

/** Removes what an interrupted `put` left behind; for the start of a process that holds the lock of the data folder. */
export async function sweepArchive(folder: string): Promise<void> {
  const incoming = join(folder, 'incoming')
  for (const name of await readdir(incoming).catch(() => [])) await rm(join(incoming, name), { force: true })
}

async function writeCompressed(path: string, bytes: AsyncIterable<Uint8Array>): Promise<Kept> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const count = new Transform({
    transform(chunk: Uint8Array, _, done) {
      hash.update(chunk)
      sizeBytes += chunk.length
      done(null, chunk)
    },
  })
  const file = await open(path, 'wx')
  try {
    const zstd = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: LEVEL, [constants.ZSTD_c_checksumFlag]: 1 } })
    await pipeline(Readable.from(bytes), count, zstd, packed => file.writeFile(packed as AsyncIterable<Uint8Array>))
    await file.sync()
  } finally {
    await file.close()
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}

// The rename makes the file visible whole; the folder is synced so that it stays after a power cut.
async function settle(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
  const folder = await open(dirname(to)).catch(() => undefined)
  if (!folder) return
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function* verified(path: string, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  const source = createReadStream(path)
  const unpacked = createZstdDecompress()
  source.on('error', error => unpacked.destroy(error))
  source.pipe(unpacked)
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      hash.update(chunk)
      yield chunk
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new WhoListsError('archive.missing', { sha256 }, error)
    throw new WhoListsError('archive.damaged', { sha256, path }, error)
  } finally {
    source.destroy()
    unpacked.destroy()
  }
  if (hash.digest('hex') !== sha256) throw new WhoListsError('archive.damaged', { sha256, path })
}

const isFull = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG')
