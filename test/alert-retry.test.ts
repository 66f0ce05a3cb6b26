// A server tells followers again what they could not take, without waiting for the next import.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { openProduct } from '../src/app.ts'
import { openServedApp } from '../src/app-server.ts'
import { readConfig } from '../src/config.ts'
import { keepFollows, readFollows } from '../src/jobs/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'wholists-alert-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const person = (id: string, name: string) => JSON.stringify({ id, schema: 'Person', properties: { name: [name] } })

test('a message that its receiver was too busy for is sent by the server when it is due', async t => {
  const taken: string[] = []
  let status = 503
  const receiver = createServer((request, response) => {
    if (status === 200) taken.push(String(request.headers['webhook-id']))
    request.resume().on('end', () => response.writeHead(status).end())
  }).listen(0, '127.0.0.1')
  t.after(() => receiver.close())
  await once(receiver, 'listening')
  const config = readConfig({ data: join(folder, 'data'), allowPrivate: '1', workers: '1' }, {})
  const product = await openProduct(config, { write: true, progress: () => undefined })
  const path = join(folder, 'list.ftm.json')
  const take = async (published: string, ...people: readonly string[]) => {
    writeFileSync(path, people.join('\n'))
    await product.importPaths({ paths: [path], source: 'own-clients', published })
  }
  const [boris, leila] = [person('a', 'Boris Example'), person('b', 'Leila Example')]
  await take('2026-01-01', boris, leila)
  await product.follow({
    what: 'own-clients:a',
    webhook: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`,
    everything: true,
  })
  // What is accepted in the second of the follow is not news to it.
  await setTimeout(1100)
  await take('2026-02-01', leila)
  await product.close()
  const book = await readFollows(config.data)
  assert.equal(book.outbox.length, 1)
  assert.match(book.outbox[0]?.failure ?? '', /503/)

  const app = await openServedApp(config, assert.fail, () => undefined)
  try {
    await app.alert()
    assert.deepEqual(taken, [], 'it is not due yet')
    await keepFollows(config.data, { ...book, outbox: book.outbox.map(waiting => ({ ...waiting, notBefore: 0 })) })
    status = 200
    await app.alert()
    assert.deepEqual(taken, [book.outbox[0]?.id])
    assert.deepEqual((await readFollows(config.data)).outbox, [])
  } finally {
    await app.close()
  }
})
