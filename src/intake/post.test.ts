import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type TestContext, test } from 'node:test'
import { createPoster } from './post.ts'

/** A receiver that gives these answers in turn, the last one for ever. */
async function receiver(t: TestContext, ...statuses: readonly number[]) {
  const got: { readonly body: string; readonly signature: string | undefined; readonly type: string | undefined }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text
    })
    request.on('end', () => {
      got.push({ body, signature: request.headers['webhook-signature'] as string | undefined, type: request.headers['content-type'] })
      response.writeHead(statuses[Math.min(got.length, statuses.length) - 1] ?? 500, { location: 'http://localhost:1/' }).end('text')
    })
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  t.after(() => server.close())
  return { got, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

function poster(t: TestContext, allowPrivate: boolean) {
  const waits: number[] = []
  const made = createPoster({ allowPrivate, userAgent: 'test', random: () => 0.5, sleep: async ms => waits.push(ms) })
  t.after(() => made.close())
  return { post: made.post, waits }
}

test('a message arrives with its body and its headers', async t => {
  const { got, url } = await receiver(t, 204)
  assert.deepEqual(await poster(t, true).post(url, '{"a":"б"}', { 'webhook-signature': 'v1,x' }), { taken: true })
  assert.deepEqual(got, [{ body: '{"a":"б"}', signature: 'v1,x', type: 'application/json; charset=utf-8' }])
})

test('a busy receiver is asked again, each time later', async t => {
  const { got, url } = await receiver(t, 503, 429, 200)
  const { post, waits } = poster(t, true)
  assert.deepEqual(await post(url, '{}', {}), { taken: true })
  assert.equal(got.length, 3)
  assert.deepEqual(waits, [1000, 2000])
})

test('a receiver that refuses is not asked again, and a redirect is not followed', async t => {
  for (const status of [410, 302]) {
    const { got, url } = await receiver(t, status)
    const posted = await poster(t, true).post(url, '{}', {})
    assert.deepEqual(posted, { taken: false, reason: `the receiver answered ${status}`, passing: false })
    assert.equal(got.length, 1)
  }
})

test('private addresses and plain http are refused unless allowed', async t => {
  const { got, url } = await receiver(t, 200)
  const { post } = poster(t, false)
  for (const address of [url, 'http://example.org/hook', 'https://localhost/hook', 'https://user:word@example.org/', 'no address']) {
    const posted = await post(address, '{}', {})
    assert.ok(!posted.taken && !posted.passing, address)
  }
  assert.equal(got.length, 0)
})

test('a receiver that is not there may be there later', async t => {
  const posted = await poster(t, true).post('http://127.0.0.1:9/hook', '{}', {})
  assert.ok(!posted.taken && posted.passing)
})
