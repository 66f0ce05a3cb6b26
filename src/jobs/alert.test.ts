import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type ExampleEntry, exampleSource, exampleVersion } from '../../test/support/example-source.ts'
import { temporaryLedger } from '../../test/support/temporary-ledger.ts'
import { type Closing, startOfDay } from '../model/index.ts'
import { membershipOf } from '../questions/index.ts'
import { collect } from '../sources/index.ts'
import { alertFollowers, isAlertDue, type PostOutcome } from './alert.ts'
import { type Follow, followedOf, keepFollows, readFollows } from './follows.ts'

type Message = {
  readonly events: readonly { readonly kind: string; readonly members: readonly { readonly record: string }[] }[]
  readonly changes: readonly object[]
}

/** A world with one list, one follower, and a receiver that answers as told. */
async function world(
  t: TestContext,
  what: string,
  options: { readonly everything?: boolean; readonly webhook?: null; readonly closed?: Closing } = {},
) {
  const closed = options.closed ? { closed: options.closed } : {}
  const base = await temporaryLedger({ sources: collect([exampleSource('example-list', 'un-1267', closed)]) })
  t.after(() => base.close())
  const got: { readonly body: Message; readonly text: string; readonly headers: Readonly<Record<string, string>> }[] = []
  let answer: PostOutcome = { taken: true }
  let late = 0
  const take = async (day: string, ...entries: readonly ExampleEntry[]) => {
    const path = join(base.folder, `${day}.json`)
    writeFileSync(path, exampleVersion(day, [{ number: 'Z', name: 'Somebody Else' }, ...entries]))
    const { versions } = await base.take(path)
    assert.equal(versions[0]?.outcome, 'accepted', JSON.stringify(versions))
  }
  const follow = async () => {
    const made: Follow = {
      id: 'f_1',
      what: followedOf(what),
      webhook: options.webhook === null ? null : 'https://example.org/hook',
      secret: '00ff',
      everything: options.everything ?? false,
      created: base.now(),
      told: base.now(),
    }
    await keepFollows(base.folder, { follows: [made], outbox: [] })
  }
  const alert = (offline = false) =>
    alertFollowers({
      folder: base.folder,
      now: () => base.now() + late,
      context: {
        ledger: base.ledger,
        sources: new Map(base.sources.all.map(s => [s.id, s])),
        membership: membershipOf(new Map()),
        lists: new Map(),
        now: () => base.now() + late,
      },
      post: offline
        ? null
        : async (_url, text, headers) => {
            if (answer.taken) got.push({ body: JSON.parse(text) as Message, text, headers })
            return answer
          },
    })
  return {
    take,
    follow,
    alert,
    got,
    answers: (next: PostOutcome) => {
      answer = next
    },
    wait: (seconds: number) => {
      late += seconds
    },
    clock: base.now,
    outbox: async () => (await readFollows(base.folder)).outbox,
  }
}

const ivan: ExampleEntry = { number: 'A', name: 'Ivan Example' }
const events = ({ got }: Awaited<ReturnType<typeof world>>) =>
  got.flatMap(m => m.body.events.map(e => `${e.kind} ${e.members.map(x => x.record).join(' ')}`))

test('a follower of a party is told once of what happens to it, and of nothing else', async t => {
  const w = await world(t, 'example-list:A')
  await w.take('2015-01-01', ivan)
  await w.follow()
  await w.take('2015-02-01', ivan, { number: 'B', name: 'Olga Sample' })
  await w.alert()
  assert.deepEqual(events(w), [])
  await w.take('2015-03-01', { number: 'B', name: 'Olga Sample' })
  await w.alert()
  await w.alert()
  assert.deepEqual(events(w), ['removed example-list:A'])
  assert.equal(w.got[0]?.body.changes.length, 1)
})

test('lists and authorities are followed alike', async t => {
  for (const what of ['list:un-1267', 'authority:un-sc']) {
    const w = await world(t, what)
    await w.take('2015-01-01')
    await w.follow()
    await w.take('2015-02-01', ivan)
    await w.alert()
    assert.deepEqual(events(w), ['listed example-list:A'], what)
  }
  const other = await world(t, 'list:un-1988')
  await other.take('2015-01-01')
  await other.follow()
  await other.take('2015-02-01', ivan)
  await other.alert()
  assert.deepEqual(events(other), [])
})

test('a message is signed so that its receiver can check it', async t => {
  const w = await world(t, 'list:un-1267')
  await w.take('2015-01-01')
  await w.follow()
  await w.take('2015-02-01', ivan)
  await w.alert()
  const [message] = w.got
  const { 'webhook-id': id, 'webhook-timestamp': time, 'webhook-signature': signature } = message?.headers ?? {}
  const due = createHmac('sha256', Buffer.from('00ff', 'hex')).update(`${id}.${time}.${message?.text}`).digest('base64')
  assert.equal(signature, `v1,${due}`)
})

test('what a follower had before, a late archive and a first version are no news', async t => {
  const w = await world(t, 'authority:un-sc')
  await w.follow()
  await w.take('2015-01-01')
  await w.take('2016-01-01', ivan)
  await w.alert()
  await w.take('2015-06-01', { number: 'B', name: 'Olga Sample' })
  await w.alert()
  assert.deepEqual(events(w), [])
})

test('wording is told only to those who asked for everything', async t => {
  for (const everything of [false, true]) {
    const w = await world(t, 'list:un-1267', { everything })
    await w.take('2015-01-01', ivan)
    await w.follow()
    await w.take('2015-02-01', { ...ivan, notes: 'Reviewed.' })
    await w.alert()
    assert.deepEqual(events(w), everything ? ['amended example-list:A'] : [])
  }
})

test('a message waits while offline or the receiver is busy, and is tried later and later', async t => {
  const w = await world(t, 'list:un-1267')
  await w.take('2015-01-01')
  await w.follow()
  await w.take('2015-02-01', ivan)
  assert.equal((await w.alert(true)).waiting, 1)
  w.answers({ taken: false, reason: 'busy', passing: true })
  await w.alert()
  const [first] = await w.outbox()
  assert.deepEqual([first?.attempts, first?.failure], [1, 'busy'])
  await w.alert()
  assert.equal((await w.outbox())[0]?.attempts, 1, 'not before its time')
  w.wait(61)
  w.answers({ taken: true })
  assert.deepEqual(await w.alert(), { written: 0, sent: 1, waiting: 0, dropped: [] })
  assert.deepEqual(events(w), ['listed example-list:A'])
})

test('a message is dropped, and said to be, where its receiver refuses it', async t => {
  const w = await world(t, 'list:un-1267')
  await w.take('2015-01-01')
  await w.follow()
  await w.take('2015-02-01', ivan)
  w.answers({ taken: false, reason: 'gone', passing: false })
  const { dropped, waiting } = await w.alert()
  assert.deepEqual([dropped.map(d => d.failure), waiting], [['gone'], 0])
})

test('a follow without a webhook is only a feed', async t => {
  const w = await world(t, 'list:un-1267', { webhook: null })
  await w.take('2015-01-01')
  await w.follow()
  await w.take('2015-02-01', ivan)
  assert.deepEqual(await w.alert(), { written: 0, sent: 0, waiting: 0, dropped: [] })
})

test('followers of the authority and of the list are told once that a publication has ended, on its day and not before', async t => {
  for (const what of ['authority:un-sc', 'list:un-1267']) {
    const w = await world(t, what, { closed: { on: '2026-12-01', successors: [] } })
    await w.take('2026-11-01', ivan)
    await w.follow()
    await w.alert()
    assert.deepEqual(events(w), [])
    w.wait(startOfDay('2026-12-02') - w.clock())
    await w.alert()
    await w.alert()
    assert.deepEqual(events(w), ['ended '])
  }
})

test('followers are due to be told when a message may be tried again, and when a day has begun', () => {
  const follow: Follow = { id: 'f_1', what: followedOf('x'), webhook: null, secret: '', everything: false, created: 0, told: 0 }
  const waits = { id: 'm', follow: 'f_1', url: 'https://example.org/hook', body: '{}', attempts: 1, notBefore: 1000, failure: 'busy' }
  const noon = startOfDay('2026-03-01') + 43_200
  const due = (book: Parameters<typeof isAlertDue>[0], now: number, looked = now) => isAlertDue(book, { looked, now })
  assert.equal(due({ follows: [follow], outbox: [waits] }, 999), false)
  assert.equal(due({ follows: [follow], outbox: [waits] }, 1000), true)
  assert.equal(due({ follows: [follow], outbox: [] }, noon), false)
  assert.equal(due({ follows: [follow], outbox: [] }, noon, noon - 86_400), true)
  assert.equal(due({ follows: [], outbox: [] }, noon, noon - 86_400), false, 'nobody is there to be told')
})
