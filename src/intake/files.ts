import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, extname, join, resolve, sep } from 'node:path'
import { createGunzip } from 'node:zlib'
import { type FileHead, WhoListsError } from '../model/index.ts'
import { zipMembers } from './zip.ts'

/** A file on disk, or a member of one, that can be read any number of times. Hash and size are those of the unpacked bytes. */
export type OpenedFile = {
  readonly name: string
  /** Where it lies on disk, a ZIP member after `!`. */
  readonly path: string
  readonly sha256: string
  readonly sizeBytes: number
  readonly head: FileHead
  open(): AsyncIterable<Uint8Array>
}

/** A file that cannot be read as one, with the reason. */
export type RefusedFile = { readonly name: string; readonly path: string; readonly refused: WhoListsError }

/** How large an unpacked file may be, and how often larger than its packed form once it is over 64 MB. */
export type UnpackLimits = { readonly maxBytes: number; readonly maxRatio: number; readonly ratioFromBytes: number }

const LIMITS: UnpackLimits = { maxBytes: 4 * 1024 ** 3, maxRatio: 200, ratioFromBytes: 64 * 1024 * 1024 }
const EDGE_BYTES = 65_536

/**
 * Every file below the paths, folders in order of their names, gzip files and members of ZIP files unpacked (workbooks,
 * which are ZIP files too, stay whole). Names that begin with a dot are left out. A file that is damaged or unpacks to
 * something unreasonable comes out as refused and does not stop the others.
 *
 * @throws WhoListsError input.missing-file where a path does not exist
 */
export async function* openFiles(paths: readonly string[], limits: UnpackLimits = LIMITS): AsyncGenerator<OpenedFile | RefusedFile> {
  for (const path of paths) {
    const known = await stat(path).catch(() => undefined)
    if (!known) throw new WhoListsError('input.missing-file', { path })
    for await (const file of known.isDirectory() ? filesBelow(path) : [path]) yield* openOne(resolve(file), limits)
  }
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile() || (await stat(path).catch(() => undefined))?.isFile()) yield path
  }
}

async function* openOne(path: string, limits: UnpackLimits): AsyncGenerator<OpenedFile | RefusedFile> {
  const name = basename(path)
  try {
    const start = await firstBytes(path)
    if (start[0] === 0x50 && start[1] === 0x4b && start[2] === 3) {
      const members = await zipMembers(path)
      if (members.some(m => m.name === '[Content_Types].xml' || m.name === 'mimetype')) {
        yield await describe(name, path, () => createReadStream(path))
        return
      }
      for (const member of members) yield await describe(basename(member.name), `${path}!${member.name}`, () => member.read())
      return
    }
    if (start[0] === 0x1f && start[1] === 0x8b) {
      const packed = (await stat(path)).size
      yield await describe(name.replace(/\.gz$/i, ''), path, () => gunzip(path, packed, limits))
      return
    }
    yield await describe(name, path, () => createReadStream(path))
  } catch (error) {
    yield {
      name,
      path,
      refused:
        error instanceof WhoListsError ? error : new WhoListsError('version.refused', { file: path, reason: reasonOf(error) }, error),
    }
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function* gunzip(path: string, packedBytes: number, limits: UnpackLimits): AsyncGenerator<Uint8Array> {
  let size = 0
  const source = createReadStream(path)
  const unpacked = createGunzip()
  source.on('error', error => unpacked.destroy(error))
  source.pipe(unpacked)
  try {
    for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > limits.maxBytes || (size > limits.ratioFromBytes && size > packedBytes * limits.maxRatio)) {
        throw new Error(`it unpacks from ${packedBytes} to more than ${size} bytes`)
      }
      yield chunk
    }
  } finally {
    source.destroy()
    unpacked.destroy()
  }
}

async function describe(name: string, path: string, open: () => AsyncIterable<Uint8Array>): Promise<OpenedFile> {
  const hash = createHash('sha256')
  const edges = new Edges()
  for await (const chunk of open()) {
    hash.update(chunk)
    edges.add(chunk)
  }
  return { name, path, sha256: hash.digest('hex'), sizeBytes: edges.size, head: edges.head(name, path.replace(/\.gz$/i, '')), open }
}

/** Keeps the first and the last bytes of what passes. */
class Edges {
  size = 0
  private readonly first: Uint8Array[] = []
  private firstSize = 0
  private last: Buffer = Buffer.alloc(0)

  add(chunk: Uint8Array): void {
    this.size += chunk.length
    if (this.firstSize < EDGE_BYTES) {
      const piece = chunk.subarray(0, EDGE_BYTES - this.firstSize)
      this.first.push(Buffer.from(piece))
      this.firstSize += piece.length
    }
    this.last =
      chunk.length >= EDGE_BYTES ? Buffer.from(chunk.subarray(-EDGE_BYTES)) : Buffer.concat([this.last, chunk]).subarray(-EDGE_BYTES)
  }

  head(name: string, path: string): FileHead {
    const bytes = Buffer.concat(this.first)
    return { name, path: lastFolders(path), sizeBytes: this.size, bytes, text: edgeText(bytes), tail: edgeText(this.last) }
  }
}

/** What a source is shown of a file held in memory: for answers of a server and for tests. */
export function headOf(name: string, bytes: Uint8Array, path: string = name): FileHead {
  const edges = new Edges()
  edges.add(bytes)
  return edges.head(name, path)
}

const lastFolders = (path: string) =>
  path
    .split(/[/!]/)
    .flatMap(part => part.split(sep))
    .slice(-3)
    .join('/')

// UTF-16 by its byte order mark; else UTF-8 where valid but for a character cut at an edge; else windows-1252.
function edgeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const inner = utf8.replace(/^\ufffd{1,3}|\ufffd{1,3}$/g, '')
  return inner.includes('\ufffd') ? new TextDecoder('windows-1252').decode(bytes) : inner
}

function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return /unexpected end of file/i.test(message) ? 'it is cut off' : message
}

/** The file name's ending in lower case, without a `.gz` after it: `.xml`. */
export const endingOf = (name: string): string => extname(name.replace(/\.gz$/i, '')).toLowerCase()
