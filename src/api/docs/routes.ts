import { securePage } from '../pages.ts'
import type { Routes } from '../server.ts'
import { type Document, docsPage } from './page.ts'
import { DOCS_STYLE } from './style.ts'

/** `/openapi.json`, and the same to read at `/api`. */
export function docsRoutes({ server }: Routes): void {
  let page: string | undefined
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger())
  server.get('/api', { schema: { hide: true } }, async (_request, reply) => {
    page ??= docsPage(server.swagger() as Document)
    securePage(reply)
    return reply.type('text/html; charset=utf-8').send(page)
  })
  server.get('/api/style.css', { schema: { hide: true } }, async (_request, reply) => {
    securePage(reply)
    return reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=3600').send(DOCS_STYLE)
  })
}
