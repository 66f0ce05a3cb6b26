import { createReadStream, existsSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import { historyAnswer, screenAnswer, sourcesAnswer } from './answers.ts'
import { entityOf, listLines, NOW } from './facts.ts'
import { decisionsAnswer, followsAnswer, identityAnswer } from './identity-answers.ts'
import { findInstruments, instrumentOf } from './instruments.ts'
import { changesAnswer, diffAnswer, matrixAnswer, readAnswer, signalsAnswer } from './law-answers.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** The policy the product serves its pages under; a page that breaks it breaks here too. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

/** What the fixture may be told to do. */
export type Fixture = { importing: boolean }

type Answer = (url: URL, request: IncomingMessage) => unknown
const last = (url: URL) => decodeURIComponent(url.pathname.split('/').at(-1) ?? '')

/** Answers by path; `undefined` is a 404. */
const answers = (fixture: Fixture): readonly (readonly [RegExp, Answer])[] => [
  [/^\/api\/screen$/, url => screenAnswer(url.searchParams.get('name') ?? '')],
  [/^\/api\/sources$/, () => sourcesAnswer(fixture.importing)],
  [/^\/api\/sources\/accept$/, () => ({ version: 'eu-fsf/2022-03-18', outcome: 'accepted' })],
  [/^\/api\/entity\//, url => entityOf(last(url))],
  [/^\/api\/history\//, url => historyAnswer(last(url))],
  [/^\/api\/instrument\//, url => instrumentOf(last(url))],
  [
    /^\/api\/matrix$/,
    url => matrixAnswer(url.searchParams.getAll('party'), url.searchParams.getAll('authority'), url.searchParams.get('on') ?? NOW),
  ],
  [/^\/api\/changes$/, () => changesAnswer()],
  [/^\/api\/lists$/, () => ({ lists: listLines() })],
  [/^\/api\/identity\/proposals$/, () => identityAnswer()],
  [/^\/api\/identity\/decisions$/, () => decisionsAnswer()],
  [
    /^\/api\/identity\/(decide|undo)$/,
    () => ({ a: 'au-dfat:1034', b: 'gb-fcdo:AFG9', verdict: 'same', reason: 'seen', by: 'Anna', recorded: 0 }),
  ],
  [/^\/api\/follows/, () => followsAnswer()],
  [/^\/api\/diff\//, () => diffAnswer()],
  [/^\/api\/signals$/, () => signalsAnswer()],
  [/^\/api\/read$/, () => readAnswer()],
  [/^\/api\/instruments$/, url => ({ instruments: findInstruments(url.searchParams.get('find') ?? '') })],
]

/** A server of the built pages with canned answers, on a free port. */
export async function openFixture(dist: string, fixture: Fixture = { importing: false }) {
  const table = answers(fixture)
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const answer = table.find(([path]) => path.test(url.pathname))?.[1]
    if (answer) return sendJson(response, answer(url, request))
    if (url.pathname === '/api/screen-file') return sendFile(request, response)
    if (url.pathname.startsWith('/api/')) return sendJson(response, undefined)
    const file = join(dist, url.pathname)
    const known = extname(file) !== '' && existsSync(file) ? file : join(dist, 'index.html')
    response.writeHead(200, { 'content-type': TYPES[extname(known)] ?? 'application/octet-stream', 'content-security-policy': POLICY })
    createReadStream(known).pipe(response)
  })
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', resolve))
  return {
    fixture,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  const failure =
    body === undefined
      ? { failure: 404, code: 'unknown', detail: 'There is nothing by this name.', remedy: 'Check it.' }
      : (body as { failure?: number })
  response.writeHead(failure.failure ?? 200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(failure))
}

/** A file of three names: one found, one not, one that failed. */
function sendFile(request: IncomingMessage, response: ServerResponse): void {
  request.resume()
  request.on('end', () => {
    const found = screenAnswer('haqqani')
    if ('failure' in found) throw new Error('the fixture is wrong')
    const { results, query, status, total, ...context } = found
    const lines = [
      {
        type: 'columns',
        columns: [
          { head: 'Full name', property: 'name' },
          { head: 'Born', property: 'birthDate' },
          { head: 'Remark', property: null },
        ],
        rows: 3,
      },
      { type: 'row', row: 2, name: 'Haqqani', answer: { status, query, total, results } },
      { type: 'progress', done: 1, total: 3 },
      { type: 'row', row: 3, name: 'Jonatan Halvorsen Lie', answer: { status, query, total, results: [] } },
      { type: 'problem', row: 4, code: 'input.invalid', message: 'The birth date 31.02.1961 is no day.' },
      { type: 'end', rows: 3, matched: 1, possible: 0, failed: 1, context },
    ]
    response.writeHead(200, { 'content-type': 'application/x-ndjson' })
    response.end(lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  })
}
