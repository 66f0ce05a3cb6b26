import { extractText, getDocumentProxy } from 'unpdf'
import type { Problem, SourceFile } from '../model/index.ts'
import { wholeFile } from './bytes.ts'
import { isProblem, stop } from './problems.ts'

const MAX_BYTES = 64 * 1024 * 1024
const MAX_PAGES = 3_000

/**
 * The text of a PDF page by page; or the stop problem that says why there is none: `download.not-pdf`, `pdf.too-long`,
 * `pdf.unreadable`.
 */
export async function readPdf(file: SourceFile): Promise<{ readonly pages: readonly string[] } | Problem> {
  const bytes = await wholeFile(file, MAX_BYTES)
  if (!bytes) return stop('pdf.too-long', file.name, `more than ${MAX_BYTES} bytes`, 'a PDF file')
  if (!bytes.subarray(0, 1024).includes('%PDF-'))
    return stop('download.not-pdf', file.name, bytes.subarray(0, 120).toString('latin1'), 'a PDF file')
  if (!bytes.subarray(-2048).includes('%%EOF')) return stop('download.truncated', file.name, 'no end mark', 'a whole PDF file')
  const read = await textOfPages(bytes).catch((error: unknown) =>
    stop('pdf.unreadable', file.name, error instanceof Error ? error.message : String(error), 'a PDF file'),
  )
  if (isProblem(read)) return read
  return read ? { pages: read } : stop('pdf.too-long', file.name, `more than ${MAX_PAGES} pages`, 'a PDF file')
}

async function textOfPages(bytes: Buffer): Promise<readonly string[] | undefined> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
  try {
    if (pdf.numPages > MAX_PAGES) return undefined
    return (await extractText(pdf, { mergePages: false })).text
  } finally {
    await pdf.cleanup()
  }
}
