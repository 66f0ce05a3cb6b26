import type { CheerioAPI } from 'cheerio'
import type { Day } from '../model/index.ts'

/** What a page of HTML says of itself, and its main text: paragraphs parted by a blank line. */
export type Page = {
  readonly title: string | null
  readonly publisher: string | null
  readonly published: Day | null
  readonly url: string | null
  readonly text: string
}

const NOISE =
  'script,style,noscript,template,nav,header,footer,aside,form,iframe,svg,button,figure,[role=navigation],[role=banner],[role=complementary],[role=contentinfo],[aria-hidden=true],[hidden]'
const NOISY =
  /(?:^|[-_ ])(?:nav|menu|breadcrumbs?|share|sharing|social|related|recommend\w*|promo|advert\w*|ads?|banner|cookie|consent|newsletter|subscribe|comments?|footer|sidebar|byline-share|tags?|disclaimer|popup|modal|paywall)(?:$|[-_ ])/i
const BLOCKS = new Set(['p', 'h2', 'h3', 'h4', 'li', 'blockquote', 'pre', 'dd', 'dt', 'td'])
/** Blocks beyond this are not read: a page of ten megabytes is no article. */
const MAX_BLOCKS = 4_000

/** The article of a page, without what surrounds it. */
export function pageOf($: CheerioAPI): Page {
  const meta = (...names: readonly string[]) => {
    for (const name of names) {
      const value = $(`meta[property="${name}"],meta[name="${name}"],meta[itemprop="${name}"]`).first().attr('content')?.trim()
      if (value) return value
    }
    return null
  }
  const data = structured($)
  const about = {
    title:
      meta('og:title', 'twitter:title', 'dc.title') ?? data.headline ?? textOr($('h1').first().text()) ?? textOr($('title').first().text()),
    publisher: meta('og:site_name', 'publisher', 'dc.publisher', 'application-name') ?? data.publisher,
    published: dayIn(
      meta(
        'article:published_time',
        'datePublished',
        'og:published_time',
        'date',
        'dc.date',
        'dcterms.date',
        'pubdate',
        'parsely-pub-date',
      ) ??
        data.datePublished ??
        $('time[datetime]').first().attr('datetime') ??
        null,
    ),
    url: $('link[rel=canonical]').first().attr('href')?.trim() ?? meta('og:url'),
  }
  return { ...about, text: mainText($) }
}

const textOr = (text: string) => text.replace(/\s+/g, ' ').trim() || null

/** The day in a machine-written date. */
export function dayIn(text: string | null | undefined): Day | null {
  const iso = /\b((?:19|20)\d\d)-(\d\d)-(\d\d)/.exec(text ?? '')
  if (iso) return iso[0]
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}

function structured($: CheerioAPI): { headline: string | null; publisher: string | null; datePublished: string | null } {
  const found = { headline: null as string | null, publisher: null as string | null, datePublished: null as string | null }
  for (const script of $('script[type="application/ld+json"]').toArray().slice(0, 20)) {
    const body = $(script).text()
    if (body.length > 200_000) continue
    const text = (name: string) => new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]{1,300})"`).exec(body)?.[1] ?? null
    found.headline ??= text('headline')
    found.datePublished ??= text('datePublished')
    found.publisher ??= /"publisher"\s*:\s*\{[^{}]{0,400}?"name"\s*:\s*"([^"\\]{1,120})"/.exec(body)?.[1] ?? null
  }
  return found
}

function mainText($: CheerioAPI): string {
  $(NOISE).remove()
  for (const element of $('[class],[id]').toArray()) {
    const { class: classes = '', id = '' } = element.attribs
    if (!/^(?:html|body|article|main)$/.test(element.tagName) && (NOISY.test(classes) || NOISY.test(id))) $(element).remove()
  }
  const roots = ['[itemprop=articleBody]', 'article', 'main', '[role=main]', 'body']
  for (const root of roots) {
    const texts = $(root)
      .toArray()
      .slice(0, 5)
      .map(element => blocksOf($, $(element)))
    const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), '')
    if (longest.length >= 200 || (root === 'body' && longest.length > 0)) return longest
  }
  return $.root()
    .text()
    .replace(/[ \t]+/g, ' ')
    .replace(/\n\s*\n\s*/g, '\n\n')
    .trim()
}

type Node = { readonly type: string; readonly name?: string; readonly children?: readonly Node[] }

/** The texts of the innermost blocks, in order; walked by hand, since selecting many siblings takes their number squared. */
function blocksOf($: CheerioAPI, root: ReturnType<CheerioAPI>): string {
  const blocks: string[] = []
  const holdsBlock = (node: Node): boolean => (node.children ?? []).some(child => BLOCKS.has(child.name ?? '') || holdsBlock(child))
  const walk = (node: Node): void => {
    if (blocks.length >= MAX_BLOCKS) return
    if (BLOCKS.has(node.name ?? '') && !holdsBlock(node)) {
      const text = $(node as never)
        .text()
        .replace(/\s+/g, ' ')
        .trim()
      if (text) blocks.push(text)
    } else for (const child of node.children ?? []) walk(child)
  }
  for (const node of root.toArray()) walk(node)
  return blocks.join('\n\n')
}
