import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'

/** A member of a ZIP file. `read` unpacks it and fails where it grows beyond what it declares. */
export type ZipMember = { readonly name: string; readonly sizeBytes: number; read(): AsyncIterable<Uint8Array> }

/** The most a ZIP member may declare, and how often larger than its packed form it may be once it is over 32 MB. */
const MAX_MEMBER_BYTES = 2 * 1024 ** 3
const MAX_RATIO = 200
const RATIO_FROM_BYTES = 32 * 1024 * 1024
const MAX_MEMBERS = 10_000

/**
 * The members of a ZIP file held in memory or on disk, without folders.
 *
 * @throws Error in words where it is no ZIP file, is damaged, is encrypted, or would unpack to something unreasonable
 */
export async function zipMembers(from: Uint8Array | string): Promise<readonly ZipMember[]> {
  const zip = await openZip(from)
  try {
    const members: ZipMember[] = []
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith('/')) continue
      check(entry)
      const { fileName, uncompressedSize } = entry
      members.push({ name: fileName, sizeBytes: uncompressedSize, read: () => unpack(from, fileName) })
      if (members.length > MAX_MEMBERS) throw new Error(`more than ${MAX_MEMBERS} members`)
    }
    return members
  } finally {
    zip.close()
  }
}

const openZip = (from: Uint8Array | string): Promise<ZipFile> => {
  const options = { autoClose: false, lazyEntries: true }
  return typeof from === 'string'
    ? openPromise(from, options)
    : fromBufferPromise(Buffer.from(from.buffer, from.byteOffset, from.byteLength), options)
}

function check(entry: Entry): void {
  const { fileName, uncompressedSize: size, compressedSize: packed } = entry
  if (entry.isEncrypted()) throw new Error(`${fileName} is encrypted`)
  if (size > MAX_MEMBER_BYTES) throw new Error(`${fileName} would unpack to ${size} bytes`)
  if (size > RATIO_FROM_BYTES && size > packed * MAX_RATIO) throw new Error(`${fileName} would unpack from ${packed} to ${size} bytes`)
}

async function* unpack(from: Uint8Array | string, name: string): AsyncGenerator<Uint8Array> {
  const zip = await openZip(from)
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName !== name) continue
      yield* inflate(zip, entry)
      return
    }
    throw new Error(`${name} is gone`)
  } finally {
    zip.close()
  }
}

async function* inflate(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of (await zip.openReadStreamPromise(entry)) as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > entry.uncompressedSize) throw new Error(`${entry.fileName} unpacks to more than it declares`)
    yield chunk
  }
}
