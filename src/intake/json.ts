import type { Problem, SourceFile } from '../model/index.ts'
import { decoderOf, decodeText } from './decode.ts'
import { isProblem, stop } from './problems.ts'
import type { JsonLine } from './types.ts'

const MAX_WHOLE = 256 * 1024 * 1024
const MAX_LINE = 32 * 1024 * 1024
const MAX_DEPTH = 256

/**
 * The value of a JSON file, read whole; or the stop problem that says why there is none: `download.empty`, `download.html`,
 * `download.truncated`, `json.malformed`, `json.too-long`, `json.too-deep`, `encoding.*`.
 */
export async function readJson(file: SourceFile, maxLength: number = MAX_WHOLE): Promise<{ readonly value: unknown } | Problem> {
  let text = ''
  for await (const piece of decodeText(file)) {
    if (isProblem(piece)) {
      if (piece.severity === 'stop') return piece
      continue
    }
    text += piece
    if (text.length > maxLength) return stop('json.too-long', file.name, `more than ${maxLength} characters`, 'a JSON file')
  }
  return parse(text, file.name)
}

function parse(text: string, field: string): { readonly value: unknown } | Problem {
  const start = text.trimStart().slice(0, 120)
  if (start === '') return stop('download.empty', field, '', 'JSON')
  if (start.startsWith('<')) return stop('download.html', field, start, 'JSON')
  const { deepest, open } = nesting(text)
  if (deepest > MAX_DEPTH) return stop('json.too-deep', field, start, `at most ${MAX_DEPTH} levels`)
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const cut = open > 0 || /unexpected end|unterminated/i.test(message)
    return stop(cut ? 'download.truncated' : 'json.malformed', field, cut ? text.slice(-120) : message, 'JSON')
  }
}

// The deepest nesting of brackets outside strings, and how many are open at the end; stops counting once it is too deep.
function nesting(text: string): { readonly deepest: number; readonly open: number } {
  let depth = 0
  let deepest = 0
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    const c = match[0]
    if (c === '{' || c === '[') deepest = Math.max(deepest, ++depth)
    else if (c === '}' || c === ']') depth--
    if (deepest > MAX_DEPTH) break
  }
  return { deepest, open: depth }
}

/**
 * The values of a file with one JSON value a line, with flat memory; empty lines are left out. Ends with a stop problem at
 * the first line that is none; a last line that breaks off is `download.truncated`.
 */
export async function* readJsonLines(file: SourceFile, maxLineBytes: number = MAX_LINE): AsyncGenerator<JsonLine | Problem> {
  const decoder = decoderOf('utf-8')
  let number = 0
  for await (const { bytes, last } of lines(file.open(), maxLineBytes)) {
    number++
    const field = `${file.name}:${number}`
    if (bytes.length > maxLineBytes) {
      yield stop('json.too-long', field, `more than ${maxLineBytes} bytes`, 'a line of JSON')
      return
    }
    let text: string
    try {
      text = (decoder?.decode(bytes) ?? '').replace(/^\ufeff/, '').trim()
    } catch {
      yield stop('encoding.invalid', field, Buffer.from(bytes.subarray(0, 60)).toString('latin1'), 'UTF-8')
      return
    }
    if (text === '') continue
    const read = parse(text, field)
    if (isProblem(read)) {
      yield last && read.code === 'json.malformed' ? { ...read, code: 'download.truncated' } : read
      return
    }
    yield { line: number, value: read.value }
  }
  if (number === 0) yield stop('download.empty', file.name, '', 'lines of JSON')
}

async function* lines(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<{ readonly bytes: Uint8Array; readonly last: boolean }> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield { bytes: Buffer.concat([...held, chunk.subarray(from, at)]), last: false }
      held = []
      size = 0
      from = at + 1
    }
    if (from === chunk.length) continue
    held.push(chunk.subarray(from))
    size += chunk.length - from
    if (size > maxBytes) break
  }
  if (size > 0) yield { bytes: Buffer.concat(held), last: true }
}
