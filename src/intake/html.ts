import type { CheerioAPI } from 'cheerio'
import type { Problem, SourceFile } from '../model/index.ts'
import { decodeText, type EncodingHint } from './decode.ts'
import { isProblem, stop } from './problems.ts'

const MAX_LENGTH = 32 * 1024 * 1024
/** Elements open at once; real pages stay below 100. Counted without those whose end tag may be left out. */
const MAX_OPEN = 2_000
const LOOSE = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option optgroup tr td th thead tbody tfoot colgroup caption html head body'.split(
    ' ',
  ),
)

/** How a page is read. */
export type HtmlHint = EncodingHint & {
  /** True where a page that breaks off is still worth reading. */
  readonly mayBreakOff?: boolean
}

/**
 * A page as a cheerio document; or the stop problem that says why there is none: `download.empty`, `download.not-html`,
 * `download.truncated` where it is never closed, `html.too-long`, `html.too-deep`, `encoding.*`.
 */
export async function readHtml(file: SourceFile, hint: HtmlHint = {}): Promise<CheerioAPI | Problem> {
  let text = ''
  for await (const piece of decodeText(file, { declaredIn: 'html', ...hint })) {
    if (isProblem(piece)) {
      if (piece.severity === 'stop') return piece
      continue
    }
    text += piece
    if (text.length > MAX_LENGTH) return stop('html.too-long', file.name, `more than ${MAX_LENGTH} characters`, 'a page')
  }
  if (text.trim() === '') return stop('download.empty', file.name, '', 'a page')
  if (!/<[a-z!]/i.test(text)) return stop('download.not-html', file.name, text.slice(0, 120), 'a page')
  if (!hint.mayBreakOff && /<html[\s>]/i.test(text) && !/<\/html\s*>/i.test(text.slice(-4096)))
    return stop('download.truncated', file.name, text.slice(-120), 'a page that is closed')
  if (tooDeep(text)) return stop('html.too-deep', file.name, `more than ${MAX_OPEN} elements open at once`, 'a page')
  // Loaded when the first page comes: a server that reads none is 20 MB smaller.
  const { load } = await import('cheerio')
  return load(text)
}

function tooDeep(text: string): boolean {
  let open = 0
  for (const [, end, name] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (LOOSE.has(name?.toLowerCase() ?? '')) continue
    open += end ? -1 : 1
    if (open > MAX_OPEN) return true
  }
  return false
}
