import { useQueries } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { InstrumentAnswer } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { lawHref, useAskedDay } from '../../ask/as-of.ts'
import type { ChartRow, Tick } from '../../chart/layout.ts'
import { storedDate, useWords } from '../../language/words.ts'

/** How many instruments of a party are looked up for lineage, exemptions and resolutions. */
const LOOKED_UP = 24

/** The instruments behind the listings in force, looked up in the graph; those that could not be are left out. */
export function useInstruments(rows: readonly ChartRow[]): ReadonlyMap<string, InstrumentAnswer> {
  const standing = rows.filter(r => r.standing.status === 'listed' || r.standing.status === 'suspended')
  const ids = [...new Set([...standing, ...rows].flatMap(r => r.listings.flatMap(l => l.instruments.map(i => i.id))))].slice(0, LOOKED_UP)
  const answers = useQueries({
    queries: ids.map(id => ({
      queryKey: ['instrument', id],
      retry: false,
      queryFn: ({ signal }: { signal: AbortSignal }) => ask<InstrumentAnswer>(`/api/instrument/${encodeURIComponent(id)}`, {}, signal),
    })),
  })
  return new Map(answers.flatMap(({ data }) => (data ? [[data.id, data] as const] : [])))
}

/** Resolutions of the Security Council among the instruments and what they implement, for the line above the axis. */
export function resolutionTicks(instruments: ReadonlyMap<string, InstrumentAnswer>): readonly Tick[] {
  const days = new Map<string, string>()
  for (const answer of instruments.values()) {
    for (const [id, title] of [[answer.id, answer] as const, ...Object.entries(answer.titles)]) {
      const number = /^unscr-(\d+)$/.exec(id)?.[1]
      if (number && /^\d{4}-\d{2}-\d{2}/.test(title.issued)) days.set(number, title.issued.slice(0, 10))
    }
  }
  return [...days].map(([label, day]) => ({ label, day })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

const SHOWN = 3

/** Lineage of the listings in force: from the act at the root to the act that decides today. */
export function Lineages({
  rows,
  instruments,
}: {
  readonly rows: readonly ChartRow[]
  readonly instruments: ReadonlyMap<string, InstrumentAnswer>
}) {
  const some = rows
    .filter(row => (row.standing.status === 'suspended' || row.standing.status === 'listed') && depth(row, instruments) > 1)
    // What moved last leads: a suspension, then the longest chain. A chain that another list shares is told once.
    .toSorted(
      (a, b) =>
        Number(b.standing.status === 'suspended') - Number(a.standing.status === 'suspended') ||
        depth(b, instruments) - depth(a, instruments),
    )
  const told = new Map(some.toReversed().map(row => [keyOf(chainOf(row, instruments)), row]))
  const shown = some.filter(row => told.get(keyOf(chainOf(row, instruments))) === row).slice(0, SHOWN)
  return shown.map(row => (
    <section key={row.list}>
      <h2>
        Lineage, {row.authority}: {row.name}
      </h2>
      <ol className="lineage">
        {chainOf(row, instruments).map((step, index, all) => (
          <Step key={step.id} step={step} first={index === 0} last={index === all.length - 1} />
        ))}
      </ol>
    </section>
  ))
}

const keyOf = (chain: readonly ChainStep[]) => chain.map(step => step.id).join(' ')

type ChainStep = { readonly id: string; readonly title: string; readonly number: string | null; readonly issued: string }

function Step({ step, first, last }: { readonly step: ChainStep; readonly first: boolean; readonly last: boolean }) {
  const words = useWords()
  const asked = useAskedDay()
  return (
    <li {...(last ? { className: 'end' } : {})}>
      <span className="rel">{first ? 'begins' : 'carried on by'}</span>
      <b>
        <Link href={lawHref(step.id, asked)} title={step.title}>
          {step.number ?? step.title}
        </Link>
      </b>
      , {storedDate(step.issued, words)}
    </li>
  )
}

const depth = (row: ChartRow, instruments: ReadonlyMap<string, InstrumentAnswer>) => chainOf(row, instruments).length

/** What the instruments of a row carry out, and they themselves, in order of time. */
function chainOf(row: ChartRow, instruments: ReadonlyMap<string, InstrumentAnswer>): readonly ChainStep[] {
  const steps = new Map<string, ChainStep>()
  for (const { id } of row.listings.flatMap(l => [...l.instruments, ...l.endInstruments])) {
    const answer = instruments.get(id)
    if (!answer) continue
    steps.set(id, answer)
    for (const above of answer.allImplements) {
      const title = answer.titles[above]
      if (title) steps.set(above, { id: above, ...title })
    }
  }
  return [...steps.values()].toSorted((a, b) => (a.issued < b.issued ? -1 : 1))
}

/** What stays lawful: exemptions from the acts behind the listings. */
export function Exemptions({ instruments }: { readonly instruments: ReadonlyMap<string, InstrumentAnswer> }) {
  const words = useWords()
  const asked = useAskedDay()
  const exemptions = new Map<string, { title: string; number: string | null; issued: string }>()
  for (const answer of instruments.values()) {
    for (const id of answer.allExemptions) {
      const title = answer.titles[id]
      if (title) exemptions.set(id, title)
    }
  }
  if (exemptions.size === 0) return null
  return (
    <section>
      <h2>What stays lawful</h2>
      <ul>
        {[...exemptions].map(([id, { title, number, issued }]) => (
          <li key={id}>
            <Link href={lawHref(id, asked)}>{number ?? title}</Link>, {storedDate(issued, words)}
            {number ? `: ${title}` : ''}
          </li>
        ))}
      </ul>
    </section>
  )
}
