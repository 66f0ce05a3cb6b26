// A wallet that an entry names is blocked with whoever holds it: asked by its address it answers with its holder's listings.
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { plainQuery } from '../src/model/index.ts'
import { scopeNamed } from '../src/questions/index.ts'
import { type Installation, installation } from './support/installation.ts'

const OFAC = join(import.meta.dirname, '../src/sources/us-ofac/fixtures/sdn-csv')
const folder = mkdtempSync(join(tmpdir(), 'wholists-wallets-'))
let here: Installation
let address: string
let wallet: string
let holder: { readonly id: string; readonly caption: string }

before(async () => {
  // The files state no day: their folder does.
  cpSync(OFAC, join(folder, '2024-05-03'), { recursive: true })
  here = await installation([join(folder, '2024-05-03')])
  for await (const { key, reading } of here.engine.ledger.state('us-ofac-sdn', Number.MAX_SAFE_INTEGER)) {
    const party = reading.parties.find(p => p.schema === 'CryptoWallet')
    if (!party) continue
    address = party.statements.find(s => s.property === 'publicKey')?.value ?? ''
    wallet = party.id
    holder = { id: `us-ofac-sdn:${key}`, caption: here.engine.store.get(`us-ofac-sdn:${key}`)?.caption ?? '' }
    break
  }
  assert.ok(address && holder.caption)
})
after(async () => {
  await here.close()
  rmSync(folder, { recursive: true })
})

const asked = () => plainQuery({ names: [address], schema: 'Thing' })

test('typed as a name, the address finds the wallet with the listings of its holder', async () => {
  const { results } = await here.screen(asked())
  const [found] = results
  assert.equal(found?.id, wallet)
  assert.equal(found?.match, true)
  assert.deepEqual(found?.listedAs, holder)
  const lists = found?.listings.filter(l => l.holds).map(l => l.list)
  assert.ok(lists && lists.length > 0)
  assert.deepEqual(
    lists,
    (await here.screen({ schema: 'Thing', properties: { name: [holder.caption] } })).results[0]?.listings
      .filter(l => l.holds)
      .map(l => l.list),
  )
  assert.deepEqual(found?.properties['topics']?.includes('sanction'), true)
})

test('a topic, a list, a day of force and a past day leave the wallet in, as they do its holder', async () => {
  const { results } = await here.screen(asked())
  const list = results[0]?.listings.find(l => l.holds)?.list ?? ''
  const published = here.engine.versions.find(v => v.source === 'us-ofac-sdn')?.published ?? 0
  const day = new Date(published * 1000).toISOString().slice(0, 10)
  for (const options of [
    { topics: ['sanction'] },
    { scope: scopeNamed(here.engine, list) },
    { asOf: { valid: day } },
    { asOf: { published: day } },
  ]) {
    const [found] = (await here.screen(asked(), options)).results
    assert.equal(found?.id, wallet, JSON.stringify(Object.keys(options)))
    assert.deepEqual(found?.listedAs, holder)
    assert.ok(found?.listings.some(l => l.holds))
  }
})

test('the page of the wallet says whose listings it shows; its holder has them as its own', async () => {
  const answer = await here.answers.entityAnswer(wallet, {})
  assert.ok(answer && 'listings' in answer)
  assert.deepEqual(answer.listedAs, holder)
  const own = await here.answers.entityAnswer(holder.id, {})
  assert.ok(own && 'listings' in own)
  assert.equal(own.listedAs, undefined)
  assert.deepEqual(answer.listings, own.listings)
})
