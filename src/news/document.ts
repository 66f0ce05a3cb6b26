import { createHash } from 'node:crypto'
import { decodeText, isProblem, readHtml, readJson, readPdf, stop } from '../intake/index.ts'
import { type Day, type Problem, type SourceFile } from '../model/index.ts'
import { dayIn, pageOf } from './page.ts'
import type { NewsDocument } from './types.ts'

/** What is known of a document beside its bytes. */
export type DocumentHint = { readonly url?: string | null; readonly published?: Day | null; readonly publisher?: string | null }

/** A document, or the problem that says why its bytes are none. */
export type Opened = { readonly document: NewsDocument; readonly problems: readonly Problem[] } | { readonly problem: Problem }

/** A text longer than this is no article. */
const MAX_TEXT = 16 * 1024 * 1024

/**
 * Reads a document from bytes: a JSON document `{id?, title, publisher, published, url, text}`, HTML, PDF or plain text,
 * recognised from its content. The text is kept unchanged; an id is the document's own, else its hash.
 */
export async function openDocument(file: SourceFile, hint: DocumentHint = {}): Promise<Opened> {
  const head = await headOf(file)
  if (head.startsWith('%PDF-')) {
    const read = await readPdf(file)
    if (isProblem(read)) return { problem: read }
    return made({ ...bare(hint), text: read.pages.join('\n\n'), sha256: file.sha256 })
  }
  if (/^\s*\{/.test(head)) return jsonDocument(file, hint)
  if (/^\s*(?:<!doctype html|<html|<head|<body|<article|<div|<p[\s>]|<!--)/i.test(head)) return htmlDocument(file, hint)
  const text = await wholeText(file)
  if (isProblem(text)) return { problem: text }
  if (text.trim() === '') return { problem: stop('download.empty', file.name, '', 'a text') }
  return made({ ...bare(hint), text, sha256: file.sha256 })
}

const bare = (hint: DocumentHint) => ({
  title: null,
  publisher: hint.publisher ?? null,
  published: hint.published ?? null,
  url: hint.url ?? null,
})

async function headOf(file: SourceFile): Promise<string> {
  for await (const piece of file.open())
    return Buffer.from(piece)
      .subarray(0, 1024)
      .toString('utf8')
      .replace(/^\uFEFF/, '')
  return ''
}

async function wholeText(file: SourceFile): Promise<string | Problem> {
  let text = ''
  for await (const piece of decodeText(file)) {
    if (isProblem(piece)) {
      if (piece.severity === 'stop') return piece
      continue
    }
    text += piece
    if (text.length > MAX_TEXT) return stop('text.too-long', file.name, `more than ${MAX_TEXT} characters`, 'a text')
  }
  return text
}

async function htmlDocument(file: SourceFile, hint: DocumentHint): Promise<Opened> {
  const $ = await readHtml(file, { mayBreakOff: true })
  if (isProblem($)) return { problem: $ }
  const page = pageOf($)
  if (page.text === '') return { problem: stop('download.empty', file.name, '', 'a page with text') }
  return made({
    title: page.title,
    publisher: page.publisher ?? hint.publisher ?? null,
    published: page.published ?? hint.published ?? null,
    url: absolute(page.url, hint.url) ?? hint.url ?? null,
    text: page.text,
    sha256: file.sha256,
  })
}

const absolute = (url: string | null, base: string | null | undefined) =>
  url && URL.canParse(url, base ?? undefined) ? new URL(url, base ?? undefined).href : null

async function jsonDocument(file: SourceFile, hint: DocumentHint): Promise<Opened> {
  const read = await readJson(file, MAX_TEXT)
  if (isProblem(read)) return { problem: read }
  const value = read.value as Readonly<Record<string, unknown>>
  const text = (name: string) => (typeof value[name] === 'string' ? value[name] : null)
  const body = text('text')
  if (body === null)
    return { problem: stop('document.no-text', file.name, Object.keys(value).slice(0, 12).join(', '), 'a JSON document with "text"') }
  return made({
    id: text('id'),
    title: text('title'),
    publisher: text('publisher') ?? hint.publisher ?? null,
    published: dayIn(text('published')) ?? hint.published ?? null,
    url: text('url') ?? hint.url ?? null,
    text: body,
    sha256: createHash('sha256').update(body).digest('hex'),
  })
}

type Parts = Omit<NewsDocument, 'id'> & { readonly id?: string | null }

function made({ id, url, ...parts }: Parts): Opened {
  return {
    document: { id: id || parts.sha256.slice(0, 16), ...parts, url: url === null ? null : canonicalAddress(url) },
    problems:
      parts.published === null
        ? [{ code: 'document.undated', severity: 'note', field: 'published', seen: '', expected: 'a day of publication' }]
        : [],
  }
}

const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_cid|mc_eid|igshid|cmpid|ocid|ref|ref_src)$/i

/** An address without what only tells where a reader came from: one article has one. */
export function canonicalAddress(url: string): string {
  if (!URL.canParse(url)) return url
  const address = new URL(url)
  address.hash = ''
  address.hostname = address.hostname.toLowerCase()
  for (const name of [...address.searchParams.keys()]) if (TRACKING.test(name)) address.searchParams.delete(name)
  return address.href
}
