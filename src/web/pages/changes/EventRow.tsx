import { Link } from 'wouter'
import type { EventItem } from '../../answers.ts'
import { queryString } from '../../ask/api.ts'
import { entityHref, useAskedDay } from '../../ask/as-of.ts'
import { useListNames } from '../../ask/lists.ts'
import { useSourceTitles } from '../../ask/sources.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { FieldChanges } from '../../pieces/FieldChanges.tsx'
import { Name } from '../../pieces/Name.tsx'
import { publisherNumber } from '../../pieces/number.ts'
import { Status } from '../../pieces/Status.tsx'
import { CAUSES, KINDS, restOfTitle } from './kinds.ts'

/** One event: when as well as known, what kind, whom, what differs, and what it does not mean. */
export function EventRow({ event }: { readonly event: EventItem }) {
  const kind = KINDS[event.kind]
  const [member] = event.members
  return (
    <li data-kind={event.kind}>
      <When event={event} />
      <span className="ty">
        {kind.status ? <Status status={kind.status}>{kind.word}</Status> : kind.word}
        {event.material || event.kind !== 'amended' ? null : <span className="conf">wording only</span>}
      </span>
      <div>
        {event.count === 1 && member ? <Party member={member} /> : null} {restOfTitle(event)}
        <Remarks event={event} />
        <FieldChanges fields={event.fields} open={false} />
        {event.count > 1 ? <Members event={event} /> : null}
      </div>
    </li>
  )
}

// A day that was stated stands alone; one seen between two versions says between which.
function When({ event }: { readonly event: EventItem }) {
  const words = useWords()
  const { after, by, basis } = event.interval
  if (basis === 'stated') return <time dateTime={by}>{shortDay(by, words)}</time>
  return (
    <span>
      <time dateTime={by}>by {shortDay(by, words)}</time>
      <span className="sub-line">after {shortDay(after, words)}</span>
    </span>
  )
}

function Party({ member }: { readonly member: EventItem['members'][number] }) {
  const asked = useAskedDay()
  const number = publisherNumber(member.reference)
  return (
    <>
      <Link href={entityHref(member.entity, asked)}>
        <Name text={member.caption} />
      </Link>
      {number ? (
        <>
          {' '}
          <bdi className="faint">{number}</bdi>
        </>
      ) : null}
    </>
  )
}

function Remarks({ event }: { readonly event: EventItem }) {
  const nameOf = useListNames()
  const titleOf = useSourceTitles()
  const words = useWords()
  const cause = CAUSES[event.cause]
  const remarks = [
    event.scale === 'whole-list' ? 'Nothing is left on the list afterwards.' : null,
    event.remains.length > 0 ? `Stays on ${words.and(event.remains.map(nameOf))}.` : null,
    event.successors.length > 0 ? `Carried on by ${words.and(event.successors.map(titleOf))}.` : null,
    cause ? `${cause.charAt(0).toUpperCase()}${cause.slice(1)}.` : null,
    KINDS[event.kind].help ?? null,
  ].filter(r => r !== null)
  return remarks.length > 0 ? <span className="sub-line">{remarks.join(' ')}</span> : null
}

function Members({ event }: { readonly event: EventItem }) {
  const words = useWords()
  const { count, members } = event
  if (members.length === 0) return null
  return (
    <details className="why">
      <summary>
        {members.length < count ? `The first ${words.count(members.length)} of ${words.count(count)}` : `All ${words.count(count)}`}
      </summary>
      <ul className="members">
        {members.map(member => (
          <li key={`${member.record} ${member.was ?? ''}`}>
            <Party member={member} />
          </li>
        ))}
      </ul>
      {members.length < count ? (
        <p>
          <Link href={diffHref(event)}>All of them, in the comparison of the two versions</Link>
        </p>
      ) : null}
    </details>
  )
}

/** The comparison of the two versions that an event was seen in. */
export const diffHref = ({ source, before, version }: Pick<EventItem, 'source' | 'before' | 'version'>): string =>
  `/changes${queryString({ source, from: before, to: version })}`
