import { Link } from 'wouter'
import type { Incomplete, VersionUsed } from '../answers.ts'
import { keepDay, useAskedDay } from '../ask/as-of.ts'
import { useSourceTitles } from '../ask/sources.ts'
import { shortDay, useWords } from '../language/words.ts'
import { Notice } from './Notice.tsx'

/** What an answer does not cover as it should, by kind. Sources that failed during the question stand apart: they are a failure. */
export type Gaps = {
  readonly stale: readonly Incomplete[]
  readonly unverified: readonly Incomplete[]
  readonly failed: readonly Incomplete[]
  /** A newer version is held back; the one before it was searched. */
  readonly heldBack: readonly Incomplete[]
  /** Missing, held or refused. */
  readonly absent: readonly Incomplete[]
}

/** The gaps of an answer, sorted by what they mean for the reader. */
export function gapsOf(incomplete: readonly Incomplete[], versions: readonly VersionUsed[]): Gaps {
  const searched = new Set(versions.map(v => v.source))
  const isHeldBack = (i: Incomplete) => i.reason === 'held' && searched.has(i.source)
  return {
    stale: incomplete.filter(i => i.reason === 'stale'),
    unverified: incomplete.filter(i => i.reason === 'unverified'),
    failed: incomplete.filter(i => i.reason === 'failed'),
    heldBack: incomplete.filter(isHeldBack),
    absent: incomplete.filter(i => (i.reason === 'missing' || i.reason === 'held' || i.reason === 'refused') && !isHeldBack(i)),
  }
}

/** How many gaps are named before the rest is left to Sources. */
const NAMED = 5

type Props = { readonly incomplete: readonly Incomplete[]; readonly versions: readonly VersionUsed[] }

/** What was searched and what was not: always shown beside an answer, never silent. */
export function Coverage({ incomplete, versions }: Props) {
  const words = useWords()
  const titleOf = useSourceTitles()
  const sources = keepDay('/sources', useAskedDay())
  const { stale, unverified, failed, heldBack, absent } = gapsOf(incomplete, versions)
  const versionOf = new Map(versions.map(v => [v.source, v]))
  const staleText = (gap: Incomplete) => {
    const version = versionOf.get(gap.source)
    return version ? `${titleOf(gap.source)} ${shortDay(version.published, words)}` : titleOf(gap.source)
  }
  const some = (gaps: readonly Incomplete[], say: (gap: Incomplete) => string) => {
    const named = gaps.slice(0, NAMED).map(say)
    return words.and(gaps.length > NAMED ? [...named, words.coverage.more(gaps.length - NAMED)] : named)
  }
  const notSearched = [...Map.groupBy([...failed, ...absent], gap => gap.reason)]
    .map(([reason, gaps]) => `${words.coverage.reason[reason] ?? reason}: ${some(gaps, gap => titleOf(gap.source))}`)
    .join('. ')
  return (
    <section>
      <h2>{words.screen.searched}</h2>
      {incomplete.length === 0 ? <p>{versions.length === 0 ? words.coverage.nothing : words.coverage.complete}</p> : null}
      {stale.length > 0 ? (
        <Notice stale>
          <b>{words.coverage.stale(stale.length)}</b> {words.coverage.staleText} {some(stale, staleText)}.
        </Notice>
      ) : null}
      {heldBack.length > 0 ? (
        <Notice stale>
          <b>{words.coverage.heldBack(heldBack.length)}</b> {words.coverage.heldBackText} {some(heldBack, staleText)}.{' '}
          <Link href={sources}>{words.coverage.seeWhy}</Link>
        </Notice>
      ) : null}
      {absent.length + failed.length > 0 ? (
        <Notice>
          <b>{words.coverage.notSearched(absent.length + failed.length)}</b> {notSearched}.{' '}
          <Link href={sources}>{words.coverage.seeWhy}</Link>
        </Notice>
      ) : null}
      {unverified.length > 0 ? (
        <Notice>
          <b>{words.coverage.unverified(unverified.length)}</b> {words.coverage.unverifiedText} {some(unverified, g => titleOf(g.source))}.
        </Notice>
      ) : null}
    </section>
  )
}

/** The versions an answer stands on, each with its age on the day asked. */
export function VersionsUsed({ versions }: Pick<Props, 'versions'>) {
  const words = useWords()
  const titleOf = useSourceTitles()
  if (versions.length === 0) return null
  return (
    <details className="why">
      <summary>{words.screen.versions}</summary>
      <ul className="vers">
        {versions.map(v => (
          <li key={v.source}>
            <b>{titleOf(v.source)}</b> {words.screen.version(shortDay(v.published, words), words.screen.age(v.ageDays))}
            {v.files.map(f => (
              <code key={f.sha256} title={f.name}>
                {f.sha256.slice(0, 12)}
              </code>
            ))}
          </li>
        ))}
      </ul>
    </details>
  )
}
