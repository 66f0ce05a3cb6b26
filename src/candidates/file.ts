import { close, fstat, fsync, open, read, rename, unlink, write } from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { WhoListsError } from '../model/index.ts'
import { type CandidateIndex, openIndex } from './open.ts'

const files = {
  open: promisify(open),
  close: promisify(close),
  fstat: promisify(fstat),
  fsync: promisify(fsync),
  rename: promisify(rename),
  unlink: promisify(unlink),
}
const CHUNK_BYTES = 16 << 20

/**
 * Writes an index to a file: beside it first, synced, then renamed, so that the file is never half an index.
 *
 * @throws WhoListsError `data.full`; the file that was there before stays
 */
export async function saveIndex(buffer: SharedArrayBuffer, path: string): Promise<void> {
  const beside = `${path}.new`
  try {
    const handle = await files.open(beside, 'w')
    try {
      const bytes = new Uint8Array(buffer)
      for (let at = 0; at < bytes.length; ) at += await writeSome(handle, bytes.subarray(at, at + CHUNK_BYTES))
      await files.fsync(handle)
    } finally {
      await files.close(handle)
    }
    await files.rename(beside, path)
  } catch (error) {
    await files.unlink(beside).catch(() => undefined)
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new WhoListsError('data.full', { path }, error)
    throw error
  }
  const folder = await files.open(dirname(path), 'r')
  try {
    await files.fsync(folder)
  } finally {
    await files.close(folder)
  }
}

/**
 * An index from its file, checked.
 *
 * @throws WhoListsError `index.damaged` where the file is cut off, altered or of another format
 */
export async function loadIndex(path: string): Promise<CandidateIndex> {
  const handle = await files.open(path, 'r')
  try {
    const { size } = await files.fstat(handle)
    if (size % 4 !== 0) throw new WhoListsError('index.damaged', { path, reason: `it holds ${size} bytes` })
    const buffer = new SharedArrayBuffer(size)
    const bytes = new Uint8Array(buffer)
    for (let at = 0; at < size; ) {
      const got = await readSome(handle, bytes.subarray(at, Math.min(size, at + CHUNK_BYTES)))
      if (got === 0) throw new WhoListsError('index.damaged', { path, reason: `it ends after ${at} of ${size} bytes` })
      at += got
    }
    return openIndex(buffer, { path, check: true })
  } finally {
    await files.close(handle)
  }
}

/** An index that another thread has loaded or built: shared memory, not a copy. */
export const attachIndex = (buffer: SharedArrayBuffer): CandidateIndex => openIndex(buffer)

const writeSome = (handle: number, bytes: Uint8Array) =>
  new Promise<number>((resolve, reject) => write(handle, bytes, (error, written) => (error ? reject(error) : resolve(written))))

const readSome = (handle: number, bytes: Uint8Array) =>
  new Promise<number>((resolve, reject) =>
    read(handle, bytes, 0, bytes.length, null, (error, got) => (error ? reject(error) : resolve(got))),
  )
