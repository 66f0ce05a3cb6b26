// Cases from the field about versions: what changed, who left, who is the same, what holds in law. Each runs through the product:
// imported, judged, told as events, and asked of the law.
import assert from 'node:assert/strict'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { judgeArrival, type Outlook } from '../src/ledger/index.ts'
import { type Day, endOfDay, OPEN, type Source, startOfDay } from '../src/model/index.ts'
import { changesOf, coverageOf, lawDesk, listed, membershipOf } from '../src/questions/index.ts'
import { collect, loadSources } from '../src/sources/index.ts'
import { exampleSource, exampleVersion } from './support/example-source.ts'
import { BASE_FOLDER, temporaryLedger } from './support/temporary-ledger.ts'

const FILE = join(import.meta.dirname, '../../shared/cases/parsing.jsonl')
const here = existsSync(FILE)
const cases = new Map(
  (here ? readFileSync(FILE, 'utf8').trim().split('\n') : []).map(line => {
    const { id, input } = JSON.parse(line) as { readonly id: string; readonly input: never }
    return [id, input] as const
  }),
)
const { sourceOf } = await loadSources()

/** A source whose files may be as small as a case. */
const roomy = (source: Source): Source => ({ ...source, bounds: { min: 1, maxLoss: 1, maxGain: 1000 } })

/** An installation of some sources: files in, events and statuses out. */
async function world(t: TestContext, sources: readonly Source[], joined: Readonly<Record<string, string>> = {}) {
  const base = await temporaryLedger({ sources: collect([...sources, sourceOf('facts')]) })
  t.after(() => base.close())
  const take = async (name: string, content: string | Uint8Array) => {
    const path = join(base.folder, name)
    writeFileSync(path, content)
    return (await base.take(path)).versions.map(v => v.outcome).join(' ')
  }
  const events = async (today: Day = '2026-11-25') => {
    const context = {
      ledger: base.ledger,
      sources: new Map(base.sources.all.map(s => [s.id, s])),
      membership: membershipOf(new Map(Object.entries(joined))),
      lists: new Map(),
      now: () => startOfDay(today),
    }
    const asked = { since: null, until: null, sources: sources.map(s => s.id), kinds: [], material: true, limit: 100, offset: 0 }
    return (await changesOf(context, asked)).events.map(e => `${e.kind} ${e.members[0]?.caption ?? e.source} by ${e.interval.by}`).sort()
  }
  const status = async (party: string, authority: string, on: Day) => {
    await base.take(BASE_FOLDER)
    const view = await lawDesk(base.ledger, base.sources.all, base.now).at({ published: base.now(), recorded: base.now() })
    const { status: is, list, boundary } = await listed(view, { party, authority, on })
    return [is, list, boundary.from, boundary.to]
  }
  return { base, take, events, status }
}

const SDN_ROW = (row: string) => `${row.replace(',...,', `,${'-0- ,'.repeat(7)}`)}\r\n`

const OUTLOOK: Outlook = {
  before: { version: 'us-trade/2026-11-20', published: startOfDay('2026-11-20'), records: 20_000 },
  records: 20_000,
  added: 0,
  removed: 0,
  lists: {},
  fill: () => 1,
  twice: [],
}

/** What becomes of a version of the screening list in which one list inside moves. */
function moved(list: string, before: number, now: number): string {
  const change = Math.abs(now - before)
  const outlook = { ...OUTLOOK, lists: { [list]: { before, now } }, ...(now < before ? { removed: change } : { added: change }) }
  const verdict = judgeArrival(sourceOf('us-trade'), startOfDay('2026-11-21'), outlook, [])
  return verdict.verdict
}

const OJ_HEADS = (
  readFileSync(join(import.meta.dirname, '../src/sources/eu-oj/fixtures/32014r0269/2026-07-17.csv'), 'utf8').split('\n')[0] ?? ''
).split(',')
const ACT_HEADS = ['amendedCelex', 'amendmentCelex', ...OJ_HEADS.slice(1)]

function annex(heads: readonly string[], rows: readonly Readonly<Record<string, string>>[]): string {
  return [heads, ...rows.map(row => heads.map(head => row[head] ?? ''))].map(cells => cells.join(',')).join('\n')
}

type Run = (t: TestContext, input: never) => Promise<void>

const RUNS: Readonly<Record<string, Run>> = {
  async 'rd-update-administrative-reformat'(t, { before, after }: { readonly before: string; readonly after: string }) {
    const { take, events } = await world(t, [roomy(sourceOf('us-ofac-sdn'))])
    assert.equal(await take('sdn 2026-01-01.csv', SDN_ROW(before)), 'accepted')
    assert.match(await take('sdn 2026-02-01.csv', SDN_ROW(after)), /^(accepted|same)$/)
    assert.deepEqual(await events(), [])
  },
  async 'rd-update-namespace-change'(t, { before, after }: { readonly before: string; readonly after: string }) {
    const { base, take, events } = await world(t, [roomy(sourceOf('us-ofac-sdn'))])
    const whole = (text: string) => text.replace('</sdnType>', '</sdnType><programList><program>SDGT</program></programList>')
    assert.equal(await take('before.xml', whole(before)), 'accepted')
    assert.match(await take('after.xml', whole(after)), /^(accepted|same)$/)
    assert.deepEqual(await events(), [])
    assert.deepEqual(
      (await base.ledger.versions('us-ofac-sdn')).map(v => v.records),
      [1, 1],
    )
  },
  async 'rd-update-empty-file'(t, input: string) {
    const { base, take, events } = await world(t, [sourceOf('un-sc')])
    const folder = join(import.meta.dirname, '../src/sources/un-sc/fixtures/consolidated-2026')
    await base.take(folder)
    for (const v of await base.ledger.versions('un-sc'))
      if (v.accepted >= OPEN) await base.ledger.accept(v.name, 'small', 'test', base.now())
    const newest = async () => (await base.ledger.versionAt('un-sc', { published: OPEN - 1, recorded: OPEN - 1 }))?.name
    const before = await newest()
    assert.notEqual(await take('un 2026-11-20.xml', input), 'accepted')
    assert.equal(await newest(), before, 'the one before stays in force')
    assert.deepEqual(await events(), [])
  },
  async 'rd-update-same-count-same-date'(t, { before, after }: { readonly before: string; readonly after: string }) {
    const { take, events } = await world(t, [roomy(sourceOf('uk-ofsi'))])
    const fixture = readFileSync(join(import.meta.dirname, '../src/sources/uk-ofsi/fixtures/csv/conlist.csv'), 'latin1').split('\n')
    const heads = (fixture[1] ?? '').trim().split(',')
    const file = (text: string) => {
      const [date = '', ...rows] = text.split('\n')
      const cells = rows.map(row => row.split(','))
      const full = cells.map(row =>
        heads
          .map(
            head =>
              ({
                'Name 6': row[0],
                'Name 1': row[1],
                'Group Type': 'Individual',
                'Alias Type': 'Primary name',
                Regime: 'Russia',
                'Listed On': '01/01/2020',
                'Last Updated': '20/04/2021',
                'Group ID': row.at(-1),
              })[head] ?? '',
          )
          .join(','),
      )
      return [date + ','.repeat(heads.length - 2), heads.join(','), ...full].join('\r\n')
    }
    assert.equal(await take('morning.csv', file(before)), 'accepted')
    assert.equal(await take('evening.csv', file(after)), 'accepted')
    assert.deepEqual(
      (await events('2021-05-01')).map(e => e.replace(/ by .*/, '').toLowerCase()),
      ['listed omar model', 'removed nadia sample'],
    )
  },
  async 'rd-update-old-address-frozen'() {
    const version = {
      source: 'eu-fsf',
      published: startOfDay('2020-04-02'),
      accepted: startOfDay('2020-06-01'),
      recorded: startOfDay('2020-06-01'),
      name: 'eu-fsf/2020-04-02',
      files: [],
      basis: 'stated' as const,
      rendition: 'xml',
      id: 1,
      records: 1,
      heldFor: null,
      problems: 0,
    }
    const at = endOfDay('2020-09-01')
    const asOf = { valid: '2020-09-01', published: at, recorded: at, validAsked: false }
    const { incomplete } = coverageOf([sourceOf('eu-fsf')], [version], asOf, [])
    assert.deepEqual(
      incomplete.map(i => i.reason),
      ['stale'],
    )
    assert.match(incomplete[0]?.detail ?? '', /152 days old/)
  },
  async 'rd-removal-convention-changed-to-keeping'() {
    assert.equal(moved('us-isn', 120, 480), 'hold')
    assert.equal(moved('us-isn', 120, 150), 'accept')
  },
  async 'rd-removal-sublist-flaps'(t, { versions }: { readonly versions: readonly { readonly ISN: number; readonly DTC: number }[] }) {
    const [first, empty, shrunk] = versions
    assert.ok(first && empty && shrunk)
    assert.equal(moved('us-isn', first.ISN, empty.ISN), 'hold')
    assert.equal(moved('us-ddtc-aeca', first.DTC, shrunk.DTC), 'hold')
    const { take, events } = await world(t, [exampleSource('flap')])
    const all = Array.from({ length: 6 }, (_, i) => ({ number: `D${i}`, name: `Person ${i}`, listedOn: '2015-01-01' }))
    await take('a.json', exampleVersion('2019-10-03', all, 'flap'))
    await take('b.json', exampleVersion('2019-10-04', all.slice(0, 4), 'flap'))
    await take('c.json', exampleVersion('2019-10-05', all, 'flap'))
    assert.deepEqual(await events(), [], 'gone and back within days is a fault of the source')
  },
  async 'rd-removal-sublist-vanished'(
    _t,
    { before, after }: { readonly before: Readonly<Record<string, number>>; readonly after: Readonly<Record<string, number>> },
  ) {
    const LISTS = { SDN: 'us-ofac-sdn', SSI: 'us-ssi', EL: 'us-bis-el', DTC: 'us-ddtc-aeca', DPL: 'us-bis-dpl' }
    for (const [name, list] of Object.entries(LISTS))
      assert.equal(moved(list, before[name] ?? 0, after[name] ?? 0), after[name] === undefined ? 'hold' : 'accept', name)
  },
  async 'rd-removal-expired-orders-stay'(t, input: string) {
    const { take, events, status } = await world(t, [roomy(sourceOf('us-bis-dpl'))])
    const [fixture = ''] = readFileSync(join(import.meta.dirname, '../src/sources/us-bis-dpl/fixtures/tabs/dpl.txt'), 'utf8').split('\n')
    const cells = (line: string) =>
      line
        .trim()
        .split('\t')
        .map(cell => cell.replace(/^"|"$/g, ''))
    const heads = cells(fixture)
    const [given, ...rows] = input.split('\n').map(cells)
    const full = [heads, ...rows.map(row => heads.map(head => row[given?.indexOf(head) ?? -1] ?? (head === 'Country' ? 'US' : '')))]
    const text = full.map(row => row.map(cell => `"${cell}"`).join('\t')).join('\r\n')
    assert.equal(await take('dpl 2019-06-01.txt', text), 'accepted')
    assert.deepEqual(await events('2020-10-12'), [])
    assert.deepEqual(await events('2026-11-25'), ['removed SAMPLE, KARIM by 2020-10-13'])
    assert.equal((await status('SAMPLE, KARIM', 'us', '2020-10-12'))[0], 'listed')
    assert.equal((await status('SAMPLE, KARIM', 'us', '2020-10-13'))[0], 'delisted')
    assert.deepEqual((await status('MODEL TRADING', 'us', '2026-11-25')).slice(2), ['2003-06-19', '2056-06-29'])
    assert.deepEqual((await status('TEST GMBH', 'us', '2026-11-25')).slice(0, 1), ['listed'])
  },
  async 'rd-removal-list-closes'(t, input: Readonly<Record<string, readonly string[]>>) {
    const parties = (input['conlist 2026-01-27'] ?? [])
      .map(text => text.replace(/ \(.*/, ''))
      .map(text => ({ number: text.slice(0, 5), name: text.slice(6) }))
    const after = (input['UKSL 2026-01-28'] ?? []).map(text => text.split(', ')).map(([number = '', , name = '']) => ({ number, name }))
    const old = exampleSource('conlist', 'gb-russia', {
      jurisdiction: 'gb',
      authority: 'gb-hmt-ofsi',
      closed: { on: '2026-01-28', successors: ['uksl'] },
    })
    const joined = Object.fromEntries(
      parties.flatMap(({ number }, i) => [
        [`conlist:${number}`, `uksl:${after[i]?.number}`],
        [`uksl:${after[i]?.number}`, `uksl:${after[i]?.number}`],
      ]),
    )
    const { take, events } = await world(t, [old, exampleSource('uksl', 'gb-russia', { jurisdiction: 'gb', authority: 'gb-fcdo' })], joined)
    const rest = { number: 'Z', name: 'Somebody Else' }
    await take('conlist.json', exampleVersion('2026-01-27', [rest, ...parties], 'conlist'))
    await take('uksl-1.json', exampleVersion('2026-01-20', [rest], 'uksl'))
    await take('uksl-2.json', exampleVersion('2026-01-28', [rest, ...after], 'uksl'))
    assert.deepEqual(await events(), ['ended conlist by 2026-01-28'])
  },
  async 'rd-removal-year-precision-end'(t, input: string) {
    const [, ...rows] = input.split('\n').map(line => line.split(','))
    const { take, status } = await world(t, [exampleSource('terms', 'un-1267', { terms: true })])
    const entries = rows.map(([number = '', listedOn = '', until = '']) => ({
      number,
      name: `Party ${number}`,
      listedOn,
      ...(until ? { until } : {}),
    }))
    await take('terms.json', exampleVersion('2026-01-15', entries, 'terms'))
    const on = async (number: string, day: Day) => (await status(`terms:${number}`, 'un', day))[0]
    assert.deepEqual([await on('A', '2026-05-10'), await on('A', '2027-01-01')], ['listed', 'delisted'])
    assert.deepEqual([await on('B', '2026-06-15'), await on('B', '2026-07-01')], ['listed', 'delisted'])
    assert.deepEqual(
      [await on('C', '2026-02-01'), await on('C', '2025-12-31'), await on('C', '2026-12-31')],
      ['unknown', 'not-listed', 'listed'],
    )
  },
  async 'rd-identity-key-from-text'(t, { before, after }: { readonly before: string; readonly after: string }) {
    const { take, events } = await world(t, [roomy(sourceOf('ca-sema'))])
    const file = (records: string) => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<data-set>${records}</data-set>`
    assert.equal(await take('sema 2026-01-01.xml', file(before)), 'accepted')
    assert.equal(await take('sema 2026-02-01.xml', file(after)), 'accepted')
    assert.deepEqual(
      (await events()).map(e => e.replace(/ by .*/, '')),
      ['listed New Sample Plant'],
    )
  },
  async 'rd-law-consolidated-act-absorbs'(t) {
    const act = sourceOf('eu-oj-32014r0269')
    const { take, events, status } = await world(t, [roomy(act), roomy(sourceOf('eu-oj-amendments'))], {
      'eu-oj-amendments:gamma': 'x',
    })
    const row = (name: string, startDate: string, recordId: string) => ({
      celex: '32014R0269',
      recordId,
      programKey: 'EU-UKR',
      annex: 'I.PERSONS',
      measure: 'Asset freeze',
      startDate,
      schema: 'Person',
      name,
    })
    const folder = 'eu-oj 2026'
    assert.equal(
      await take(`${folder}-01-10.csv`, annex(OJ_HEADS, [row('ALPHA SAMPLE', '1.5.2014', '1'), row('BETA SAMPLE', '1.5.2014', '2')])),
      'accepted',
    )
    const { celex: _, ...added } = row('GAMMA SAMPLE', '5.3.2026', '')
    assert.equal(
      await take(`${folder}-03-05.csv`, annex(ACT_HEADS, [{ ...added, amendedCelex: '32014R0269', amendmentCelex: '32026R9101' }])),
      'accepted',
    )
    assert.equal(
      await take(`${folder}-03-06.csv`, annex(OJ_HEADS, [row('ALPHA SAMPLE', '1.5.2014', '1'), row('GAMMA SAMPLE', '5.3.2026', '2')])),
      'accepted',
    )
    assert.equal((await status('ALPHA SAMPLE', 'eu', '2026-11-25'))[0], 'listed')
    assert.deepEqual(await status('BETA SAMPLE', 'eu', '2026-03-06'), ['delisted', 'eu-russia-269', '2026-03-06', null])
    assert.equal(
      (await events()).some(e => e.startsWith('removed GAMMA') || e.startsWith('renumbered')),
      false,
    )
  },
  async 'rd-law-not-in-freeze-list'(t) {
    const { take, status } = await world(t, [roomy(sourceOf('eu-oj-32014r0833'))])
    const fixture = join(import.meta.dirname, '../src/sources/eu-oj/fixtures/32014r0833/2026-07-17.csv')
    assert.equal(await take('2026-07-17.csv', readFileSync(fixture)), 'accepted')
    const [is, list] = await status('Sample Aviation Plant', 'eu', '2022-04-13')
    assert.equal(is, 'listed')
    assert.notEqual(list, 'eu-russia-269', 'no freeze of funds')
    assert.equal((await status('Sample Aviation Plant', 'eu', '2022-04-12'))[0], 'not-listed')
  },
}

for (const [id, run] of Object.entries(RUNS))
  test(`case from the field: ${id}`, { skip: !here && 'there is no ../shared/cases beside the checkout' }, async t => {
    await run(t, cases.get(id) ?? assert.fail(`${id} is not in the file`))
  })
