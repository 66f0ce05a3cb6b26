import { readFile, rm } from 'node:fs/promises'
import { type Fetcher, isProblem, memoryFile, readHtml } from '../intake/index.ts'
import { type Address, WhoListsError } from '../model/index.ts'

/** Where the page is kept while it is read, and what stops the asking. */
export type Asking = { readonly path: string; readonly signal: AbortSignal }

/**
 * The address of the file: that of the declaration, or where it is a page's, the first link on the page that fits, since the
 * file's name changes each time. A link leads to the page's own host, or to one that the declaration names.
 *
 * @throws fetch.failed where the page cannot be fetched or read, or has no such link
 */
export async function fileAddress(fetcher: Fetcher, address: Address, { path, signal }: Asking): Promise<string> {
  if (!address.link) return address.url
  const page = `${path}.page`
  const fetched = await fetcher.fetch({
    url: address.url,
    path: page,
    html: true,
    signal,
    ...(address.hosts ? { hosts: address.hosts } : {}),
  })
  const document = await readHtml(memoryFile('page.html', await readFile(page)))
  await rm(page, { force: true })
  if (isProblem(document)) throw failed(address.url, `the page could not be read (${document.code})`)
  const wanted = new RegExp(address.link.href, 'i')
  const links = document(address.link.within ?? 'body')
    .find('a[href]')
    .toArray()
    .map(element => document(element).attr('href') ?? '')
  const found = links.find(href => wanted.test(href))
  if (found === undefined) throw failed(address.url, `the page has no link to a file (${address.link.href})`)
  const target = new URL(found, fetched.finalUrl)
  const own = new URL(fetched.finalUrl)
  if (target.host !== own.host && !(address.hosts ?? []).includes(target.hostname))
    throw failed(address.url, `the page's link leads to another host, ${target.host}`)
  if (own.protocol === 'https:' && target.protocol !== 'https:')
    throw failed(address.url, `the page's link is no https address (${target.href})`)
  return target.href
}

const failed = (url: string, reason: string) => new WhoListsError('fetch.failed', { url, reason, kind: 'changed' })
