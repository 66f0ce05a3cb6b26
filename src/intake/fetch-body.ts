import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib'
import { FetchError, type FetchLimits } from './fetch-types.ts'

/** What is known of a download that broke off. `resume` is what the server says of the file, so that a change since is noticed. */
export type Part = { readonly url: string; readonly resume: string; readonly encoding: string; readonly loadedBytes: number }

const partPath = (path: string) => `${path}.part`
const notePath = (path: string) => `${path}.part.json`

/** The beginning of a download of that address that lies beside `path`, or undefined. */
export async function partOf(path: string, url: string): Promise<Part | undefined> {
  const [text, size] = await Promise.all([
    readFile(notePath(path), 'utf8').catch(() => ''),
    stat(partPath(path))
      .then(s => s.size)
      .catch(() => 0),
  ])
  if (text === '' || size === 0) return undefined
  const known = JSON.parse(text) as Omit<Part, 'loadedBytes'>
  return known.url === url && known.resume !== '' ? { ...known, loadedBytes: size } : undefined
}

/** Forgets what was loaded. */
export const dropPart = (path: string) => Promise.all([rm(partPath(path), { force: true }), rm(notePath(path), { force: true })])

/** Writes a body to the part file, behind what is there already where `from` is not 0. */
export async function writePart(
  path: string,
  body: AsyncIterable<Uint8Array>,
  part: Omit<Part, 'loadedBytes'>,
  from: number,
  limits: FetchLimits,
  progress: (loaded: number) => void,
): Promise<number> {
  if (from === 0) await writeFile(notePath(path), JSON.stringify(part))
  let loaded = from
  const counting = async function* (): AsyncGenerator<Uint8Array> {
    for await (const chunk of body) {
      loaded += chunk.length
      if (loaded > limits.maxBytes)
        throw new FetchError({ kind: 'huge', reason: `it is larger than ${limits.maxBytes} bytes`, passing: false })
      progress(loaded)
      yield chunk
    }
  }
  await pipeline(counting, createWriteStream(partPath(path), { flags: from === 0 ? 'w' : 'a' }))
  return loaded
}

/** The finished file: size and hash of the bytes as published, and whether it was packed without saying so. */
export type Finished = { readonly sizeBytes: number; readonly sha256: string; readonly packed: boolean; readonly start: string }

const UNPACKERS: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
  zstd: () => createZstdDecompress(),
}

/**
 * Unpacks the part file to its place, whole or not at all.
 *
 * @throws FetchError bomb, huge, truncated, empty
 */
export async function finish(path: string, encoding: string, limits: FetchLimits): Promise<Finished> {
  const source = partPath(path)
  const packedBytes = (await stat(source)).size
  const declared = encoding === '' || encoding === 'identity' ? undefined : encoding
  const packed = declared === undefined && (await isGzip(source))
  const unpacker = packed ? UNPACKERS['gzip'] : declared === undefined ? undefined : UNPACKERS[declared]
  if (declared !== undefined && !unpacker)
    throw new FetchError({ kind: 'status', reason: `it is packed as ${declared}, which is unknown`, passing: false })
  const target = `${path}.new`
  const seen = new Seen(packedBytes, unpacker !== undefined, limits)
  try {
    if (unpacker) await pipeline(createReadStream(source), unpacker(), seen.stream(), createWriteStream(target))
    else await pipeline(createReadStream(source), seen.stream(), createWriteStream(target))
  } catch (error) {
    await rm(target, { force: true })
    if (error instanceof FetchError) throw error
    throw new FetchError(
      { kind: 'truncated', reason: `it cannot be unpacked (${error instanceof Error ? error.message : String(error)})`, passing: true },
      error,
    )
  }
  await sync(target)
  await rename(target, path)
  await dropPart(path)
  return { ...seen.result(), packed }
}

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(3), 0, 3, 0)
    return bytesRead === 3 && buffer[0] === 0x1f && buffer[1] === 0x8b && buffer[2] === 8
  } finally {
    await file.close()
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

const RATIO_FROM_BYTES = 1024 * 1024
const START_BYTES = 2048

/** Hashes, counts and bounds what passes, and keeps its beginning. */
class Seen {
  private readonly hash = createHash('sha256')
  private readonly start: Uint8Array[] = []
  private size = 0
  private readonly packedBytes: number
  private readonly unpacking: boolean
  private readonly limits: FetchLimits

  constructor(packedBytes: number, unpacking: boolean, limits: FetchLimits) {
    this.packedBytes = packedBytes
    this.unpacking = unpacking
    this.limits = limits
  }

  stream(): Transform {
    return new Transform({
      transform: (chunk: Uint8Array, _, done) => {
        if (this.size < START_BYTES) this.start.push(chunk.subarray(0, START_BYTES))
        this.size += chunk.length
        this.hash.update(chunk)
        done(this.fault(), chunk)
      },
    })
  }

  result(): Omit<Finished, 'packed'> {
    return { sizeBytes: this.size, sha256: this.hash.digest('hex'), start: Buffer.concat(this.start).toString('utf8') }
  }

  private fault(): FetchError | null {
    if (this.size > this.limits.maxBytes)
      return new FetchError({ kind: 'huge', reason: `it unpacks to more than ${this.limits.maxBytes} bytes`, passing: false })
    if (this.unpacking && this.size > RATIO_FROM_BYTES && this.size > this.packedBytes * this.limits.maxRatio)
      return new FetchError({ kind: 'bomb', reason: `it unpacks from ${this.packedBytes} to more than ${this.size} bytes`, passing: false })
    return null
  }
}
