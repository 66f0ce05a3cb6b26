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
  if (mayBeTooDeep(text) && nesting(text).deepest > MAX_DEPTH) return stop('json.too-deep', field, start, `at most ${MAX_DEPTH} levels`)
  try {
    return { value: JSON.parse(text) as unknown }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const cut = nesting(text).open > 0 || /unexpected end|unterminated/i.test(message)
    return stop(cut ? 'download.truncated' : 'json.malformed', field, cut ? text.slice(-120) : message, 'JSON')
  }
}

// Without as many opening brackets, those in strings counted too, nothing is nested too deep.
function mayBeTooDeep(text: string): boolean {
  let brackets = 0
  for (const bracket of ['{', '['])
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) if (++brackets > MAX_DEPTH) return true
  return false
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
  let number = 0
  for await (const { block, last } of blocks(file.open(), maxLineBytes)) {
    const texts = textsOf(block)
    for (const [i, line] of texts.entries()) {
      number++
      const field = `${file.name}:${number}`
      const whole = last && i === texts.length - 1
      if (line.length > maxLineBytes) {
        yield stop('json.too-long', field, `more than ${maxLineBytes} bytes`, 'a line of JSON')
        return
      }
      if (typeof line !== 'string') {
        yield stop('encoding.invalid', field, Buffer.from(line.subarray(0, 60)).toString('latin1'), 'UTF-8')
        return
      }
      const text = (number === 1 ? line.replace(/^\ufeff/, '') : line).trim()
      if (text === '') continue
      const read = parse(text, field)
      if (isProblem(read)) {
        yield whole && read.code === 'json.malformed' ? { ...read, code: 'download.truncated' } : read
        return
      }
      yield { line: number, value: read.value }
    }
  }
  if (number === 0) yield stop('download.empty', file.name, '', 'lines of JSON')
}

// The lines of a block as texts; where the block is no UTF-8, the line that is none as its bytes.
function textsOf(block: Uint8Array): readonly (string | Uint8Array)[] {
  const whole = decoded(block)
  if (whole !== undefined) return whole.split('\n')
  const lines: (string | Uint8Array)[] = []
  for (let from = 0; from <= block.length; ) {
    const end = block.indexOf(10, from)
    const line = block.subarray(from, end < 0 ? undefined : end)
    lines.push(decoded(line) ?? line)
    if (end < 0) break
    from = end + 1
  }
  return lines
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoderOf('utf-8')?.decode(bytes)
  } catch {
    return undefined
  }
}

// Bytes in blocks of whole lines, without the line break at their end; what stands behind the last one comes as `last`.
async function* blocks(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<{ readonly block: Uint8Array; readonly last: boolean }> {
  let held: Uint8Array[] = []
  let size = 0
  for await (const chunk of source) {
    const end = chunk.lastIndexOf(10)
    if (end >= 0) {
      const piece = chunk.subarray(0, end)
      yield { block: held.length === 0 ? piece : Buffer.concat([...held, piece]), last: false }
      held = []
      size = 0
    }
    if (end === chunk.length - 1) continue
    held.push(chunk.subarray(end + 1))
    size += chunk.length - end - 1
    if (size > maxBytes) break
  }
  if (size > 0) yield { block: Buffer.concat(held), last: true }
}
