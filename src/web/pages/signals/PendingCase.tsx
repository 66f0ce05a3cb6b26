import { useId } from 'react'
import { Link } from 'wouter'
import type { ClaimSeen, Day, PendingChange } from '../../answers.ts'
import { entityHref } from '../../ask/as-of.ts'
import { longDay, shortDay, useWords } from '../../language/words.ts'
import { claimTitle } from '../read/claim-words.ts'
import { RUNGS } from './rungs.ts'

/** What may change, in words. */
export function signalTitle({ authorityName, partyCaption, direction }: PendingChange): string {
  const what = { listing: 'list', delisting: 'remove', easing: 'ease its measures on' }[direction]
  return `${authorityName} may ${what} ${partyCaption}`
}

/** The highest rung reached by a day; null where none was. */
const rungBy = (signal: PendingChange, day: Day | null) =>
  day === null ? signal.rung : (signal.rungs.findLast(r => r.day !== null && r.day <= day)?.rung ?? null)

/** How far a change had come on a day, as mark and word. */
export function Rung({ signal, day = null }: { readonly signal: PendingChange; readonly day?: Day | null }) {
  const words = useWords()
  const rung = rungBy(signal, day)
  const open = signal.status === 'open' || (day !== null && (signal.closedBy?.day ?? '') > day)
  const word = rung ? RUNGS[rung] : 'contact only'
  return (
    <span className="st" data-s="pending">
      <svg aria-hidden="true">
        <use href="#m-pending" />
      </svg>
      {open ? `${words.pending}: ${word}` : word.replace(/^./, c => c.toUpperCase())}
    </span>
  )
}

/** One pending change: its ladder, what speaks for it and against it. Rungs after the day asked are drawn in outline. */
export function PendingCase({ signal, day }: { readonly signal: PendingChange; readonly day: Day | null }) {
  const id = useId()
  return (
    <article className="pend" aria-labelledby={id}>
      <header>
        <h3 id={id}>
          <Link className="plain" href={entityHref(signal.party, null)}>
            {signalTitle(signal)}
          </Link>
        </h3>
        <Rung signal={signal} day={day} />
      </header>
      <Ladder signal={signal} day={day} />
      <Evidence signal={signal} day={day} />
    </article>
  )
}

function Ladder({ signal, day }: { readonly signal: PendingChange; readonly day: Day | null }) {
  const words = useWords()
  const reached = (on: Day | null) => on !== null && (day === null || on <= day)
  const contact = signal.support.flatMap(c => (c.date ? [c.date.replace('~', '').slice(0, 10)] : [])).sort()[0]
  const last = signal.rungs.findLastIndex(r => reached(r.day))
  return (
    <ol className="ladder">
      {signal.support.length > 0 ? (
        <li data-on="" {...(last < 0 ? { 'data-at': '' } : {})}>
          <span className="rest" />
          <b>Contact</b>
          <span className="dt">{contact ? `since ${contact.slice(0, 4)}` : 'no date'}</span>
          <br />
          {kindsOf(signal.support)}
        </li>
      ) : null}
      {signal.rungs.map((rung, i) => {
        const on = reached(rung.day)
        return (
          <li key={rung.rung} {...(on || i < last ? { 'data-on': '' } : { 'data-later': '' })} {...(i === last ? { 'data-at': '' } : {})}>
            {i === last ? <span className="rest" /> : null}
            <b>{RUNGS[rung.rung].replace(/^./, c => c.toUpperCase())}</b>
            {rung.day ? (
              <span className="dt">{shortDay(rung.day, words)}</span>
            ) : (
              <span className="faint">{on || i < last ? 'not told' : 'not yet'}</span>
            )}
            <br />
            {publishersOf(rung.claims)}
          </li>
        )
      })}
      {signal.closedBy ? (
        <li {...(reached(signal.closedBy.day) ? { 'data-on': '' } : { 'data-later': '' })}>
          <b>In force</b>
          <span className="dt">{shortDay(signal.closedBy.day, words)}</span>
          <br />
          {signal.closedBy.title}
        </li>
      ) : null}
    </ol>
  )
}

const kindsOf = (claims: readonly ClaimSeen[]) => [...new Set(claims.map(c => claimTitle(c).toLowerCase()))].slice(0, 4).join(', ')
const publishersOf = (claims: readonly ClaimSeen[]) =>
  [...new Set(claims.map(c => c.attribution ?? c.document.publisher ?? ''))]
    .filter(t => t !== '')
    .slice(0, 2)
    .join('; ')

function Evidence({ signal, day }: { readonly signal: PendingChange; readonly day: Day | null }) {
  const words = useWords()
  const known = (claim: ClaimSeen) => day === null || claim.document.published === null || claim.document.published <= day
  const newest = (a: ClaimSeen, b: ClaimSeen) => ((a.document.published ?? '') < (b.document.published ?? '') ? 1 : -1)
  const forIt = signal.rungs
    .flatMap(r => r.claims)
    .filter(known)
    .toSorted(newest)
  const support = signal.support.filter(known).toSorted(newest)
  const against = signal.against.filter(known).toSorted(newest)
  return (
    <div className="evid">
      <div>
        <h4>{day ? `Evidence by ${longDay(day, words)}` : 'Evidence'}</h4>
        <ul>
          {[...forIt, ...support].map(claim => (
            <ClaimLine key={`${claim.document.id} ${claim.start} ${claim.type}`} claim={claim} />
          ))}
        </ul>
      </div>
      <div>
        <h4>What speaks against it</h4>
        {against.length === 0 ? <p className="quiet">No denial or contrary act was read.</p> : null}
        <ul>
          {against.map(claim => (
            <ClaimLine key={`${claim.document.id} ${claim.start} ${claim.type}`} claim={claim} />
          ))}
        </ul>
        {signal.closedBy ? (
          <p className="quiet closing">
            Closed on {longDay(signal.closedBy.day, words)}: {signal.closedBy.title}.
          </p>
        ) : null}
      </div>
    </div>
  )
}

function ClaimLine({ claim }: { readonly claim: ClaimSeen }) {
  const words = useWords()
  const { document } = claim
  const name = [document.publisher, document.title].filter(t => t !== null).join(', ')
  return (
    <li>
      <span>{document.published ? shortDay(document.published, words) : 'no date'}</span>
      <span>
        {claimTitle(claim)}. <q>{claim.quote}</q>{' '}
        {document.url && /^https?:/.test(document.url) ? (
          <a href={document.url} rel="noreferrer">
            {name || 'source'}
          </a>
        ) : (
          name
        )}
      </span>
    </li>
  )
}
