import { TextDecoder } from 'node:util'
import type { Problem, SourceFile } from '../model/index.ts'
import { flag, note, stop } from './problems.ts'
import { Utf8Check } from './utf8.ts'

/** What is known of a file's encoding before it is read. */
export type EncodingHint = {
  /** The encoding the publisher uses, a WHATWG label; UTF-8 where absent. A byte order mark or a declaration inside the file counts more. */
  readonly encoding?: string
  /** Where the file itself may declare its encoding. */
  readonly declaredIn?: 'xml' | 'html'
}

const HEAD_BYTES = 1024
const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/**
 * The text of a file in pieces, without a byte order mark.
 *
 * Encoding: the byte order mark, else the pattern of UTF-16, else what the file declares, else `hint.encoding`, else UTF-8.
 * Nothing is replaced: a byte that the encoding lacks ends the text with the stop problem `encoding.invalid`, and a file
 * declared in a single-byte encoding whose bytes are UTF-8 throughout ends with `encoding.mismatch`. A file whose letters
 * beyond ASCII are nearly all UTF-8 read as single bytes and encoded anew ends with `encoding.garbled`.
 */
export async function* decodeText(file: SourceFile, hint: EncodingHint = {}): AsyncGenerator<string | Problem> {
  const stream = withHead(file.open())
  const first = await stream.next()
  if (first.done) return
  const found = encodingOf(first.value, hint)
  if (found.problem) yield found.problem
  if (found.encoding === null) return
  const decoder = decoderOf(found.encoding)
  if (!decoder) {
    yield stop('encoding.unknown', file.name, found.encoding, 'an encoding of the WHATWG standard')
    return
  }
  yield* decodePieces(file.name, decoder, first.value.subarray(found.skip), stream)
}

async function* decodePieces(
  name: string,
  decoder: TextDecoder,
  head: Uint8Array,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<string | Problem> {
  const check = new Utf8Check()
  const garble = new Garble()
  const single = !decoder.encoding.startsWith('utf-')
  let controls = false
  for (let bytes: Uint8Array | undefined = head; bytes; bytes = await nextOf(rest)) {
    const before = check.offset
    check.feed(bytes)
    let text: string
    try {
      text = decoder.decode(bytes, { stream: true })
    } catch {
      const at = decoder.encoding === 'utf-8' && check.invalidAt !== null ? check.invalidAt : before
      yield stop('encoding.invalid', name, `byte ${at}: ${hex(bytes, at - before)}`, `text in ${decoder.encoding}`)
      return
    }
    if (single && !controls && /[\u0080-\u009f]/.test(text)) {
      controls = true
      yield flag('encoding.suspect', name, /.{0,20}[\u0080-\u009f].{0,20}/.exec(text)?.[0] ?? '', `text in ${decoder.encoding}`)
    }
    if (!single) garble.feed(text)
    if (text !== '') yield text
  }
  try {
    const last = decoder.decode()
    if (last !== '') yield last
  } catch {
    yield stop('download.truncated', name, 'ends inside a character', `text in ${decoder.encoding}`)
    return
  }
  if (garble.isThroughout) yield stop('encoding.garbled', name, garble.seen, 'text that was encoded once')
  if (single && check.invalidAt === null && check.complete && check.multibyte >= 2) {
    yield stop('encoding.mismatch', name, `${check.multibyte} characters are UTF-8`, `text in ${decoder.encoding}, as declared`)
  }
}

/** A lead byte of UTF-8 read as a letter, before a byte that continues it. */
const GARBLED =
  /[\u00c2-\u00c5\u00d0\u00d1\u00d8\u00d9](?:[\u0080-\u00bf]|[\u2013-\u203a\u20ac\u2122]|[\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc])/gu

/** Counts letters that look as if text had been encoded twice. */
class Garble {
  seen = ''
  private garbled = 0
  private others = 0

  feed(text: string): void {
    const beyond = text.match(/[^\u0000-\u007f]+/gu)
    if (!beyond) return
    for (const run of beyond) {
      const pairs = run.match(GARBLED) ?? []
      if (pairs.length > 0 && this.seen === '') this.seen = run.slice(0, 60)
      this.garbled += pairs.length
      this.others += run.length - 2 * pairs.length
    }
  }

  /** True where hardly a letter beyond ASCII stands outside such pairs. */
  get isThroughout(): boolean {
    return this.garbled >= 3 && this.others <= 0.1 * 2 * this.garbled
  }
}

type Found = { readonly encoding: string | null; readonly skip: number; readonly problem?: Problem }

function encodingOf(head: Uint8Array, hint: EncodingHint): Found {
  const declared = declaredIn(head, hint.declaredIn)
  for (const [mark, encoding] of MARKS) {
    if (!mark.every((byte, i) => head[i] === byte)) continue
    const differs = declared && decoderOf(declared)?.encoding !== encoding && !(encoding.startsWith('utf-16') && /^utf-16/i.test(declared))
    return { encoding, skip: mark.length, ...(differs ? { problem: note('encoding.differs', 'declaration', declared, encoding) } : {}) }
  }
  if (head[0] === 0 && head[1] !== 0) return { encoding: 'utf-16be', skip: 0 }
  if (head[0] !== 0 && head[1] === 0) return { encoding: 'utf-16le', skip: 0 }
  return { encoding: declared ?? hint.encoding ?? 'utf-8', skip: 0 }
}

function declaredIn(head: Uint8Array, where: EncodingHint['declaredIn']): string | undefined {
  if (!where) return undefined
  const ascii = Buffer.from(head.subarray(0, HEAD_BYTES)).toString('latin1').replaceAll('\0', '')
  if (where === 'xml') return /^(?:ï»¿|[^<]{0,4})\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/i.exec(ascii)?.[1]
  return /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(ascii)?.[1]
}

/** The decoder of a WHATWG label, strict; undefined where there is none. */
export function decoderOf(label: string): TextDecoder | undefined {
  try {
    return new TextDecoder(label.trim(), { fatal: true, ignoreBOM: true })
  } catch {
    return undefined
  }
}

// The first piece holds at least HEAD_BYTES where the file is as long, so that declarations are seen whole.
async function* withHead(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array[] | null = []
  let size = 0
  for await (const bytes of source) {
    if (!head) {
      yield bytes
      continue
    }
    head.push(bytes)
    size += bytes.length
    if (size < HEAD_BYTES) continue
    yield head.length === 1 ? bytes : Buffer.concat(head)
    head = null
  }
  if (head && size > 0) yield Buffer.concat(head)
}

async function nextOf(source: AsyncGenerator<Uint8Array>): Promise<Uint8Array | undefined> {
  const next = await source.next()
  return next.done ? undefined : next.value
}

const hex = (bytes: Uint8Array, at: number) =>
  [...bytes.subarray(Math.max(0, at - 2), Math.max(0, at) + 6)].map(b => b.toString(16).padStart(2, '0')).join(' ')
