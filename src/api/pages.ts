import { globSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Server } from './server.ts'

/** What the pages may load: nothing from elsewhere, nothing inline. No other site may show them in a frame, since some of them decide. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** Addresses of pages; the application in the page reads the rest of the path. */
const PAGES = /^\/(?:$|(?:sources|matrix|changes|signals|read|law|review)\/?$|(?:entity|law)\/[^/]+\/?$)/

// The mark of WhoLists: lines of a list, crossed by a day.
const MARK =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 6h13M7 12h15M4 18h8" stroke="#0b4f6c" stroke-width="3.2" fill="none"/><path d="M17.5 2v20" stroke="#0b4f6c" stroke-width="1.4"/></svg>'

/** Answers from the built pages, and false where the path is none of theirs. */
export type PageServer = (request: FastifyRequest, reply: FastifyReply) => boolean

/**
 * Serves the built pages: their files, and the one document for every page's address. The icon comes from them, else from here.
 *
 * @param folder the folder of the built pages; null where there are none
 */
export async function servePages(server: Server, folder: string | null): Promise<PageServer> {
  const files = folder === null ? new Set<string>() : filesIn(folder)
  if (folder !== null) await server.register(serveStatic, { root: folder, serve: false, decorateReply: true, index: false })
  server.get('/favicon.ico', { schema: { hide: true } }, async (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'public, max-age=86400').send(MARK),
  )
  return (request, reply) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const path = pathOf(request)
    if (path === undefined) return false
    if (files.has(path)) {
      const lasting = path.startsWith('/assets/')
      securePage(reply)
      void reply.sendFile(path.slice(1), { maxAge: lasting ? '365d' : 0, immutable: lasting })
      return true
    }
    if (!files.has('/index.html') || !(PAGES.test(path) || wantsPage(request, path))) return false
    securePage(reply)
    void reply.code(PAGES.test(path) ? 200 : 404).sendFile('index.html', { maxAge: 0, cacheControl: false })
    return true
  }
}

/** The headers that every page carries. */
export function securePage(reply: FastifyReply): void {
  reply.header('content-security-policy', PAGE_POLICY).header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer')
}

function filesIn(folder: string): ReadonlySet<string> {
  const found = globSync('**/*', { cwd: folder }).filter(file => statSync(join(folder, file)).isFile())
  return new Set(found.map(file => `/${file.split(sep).join('/')}`))
}

function pathOf(request: FastifyRequest): string | undefined {
  try {
    return decodeURI((request.raw.url ?? '').split('?', 1)[0] ?? '')
  } catch {
    return undefined
  }
}

// A person who mistypes an address sees the page that says so; a program gets JSON.
const wantsPage = (request: FastifyRequest, path: string) =>
  !path.startsWith('/api/') && (request.headers.accept ?? '').includes('text/html')
