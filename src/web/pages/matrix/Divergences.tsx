import { Fragment } from 'react'
import { Link } from 'wouter'
import type { Day, MatrixAnswer } from '../../answers.ts'
import { entityHref } from '../../ask/as-of.ts'
import { placeName } from '../../ask/places.ts'
import { useWords } from '../../language/words.ts'
import { Name } from '../../pieces/Name.tsx'
import { Status } from '../../pieces/Status.tsx'
import { today } from '../../time/days.ts'
import { divergences, type Stand } from './divergence.ts'

/** How a sentence names what some authorities say. */
const SAID: Readonly<Record<Stand, string>> = {
  listed: 'Listed by',
  suspended: 'suspended by',
  delisted: 'taken off by',
  never: 'no entry with',
  'once-never': 'no entry when last read with',
}

/** Parties on which authorities part ways on the day, each in a sentence. */
export function Divergences({ answer, day }: { readonly answer: MatrixAnswer; readonly day: Day }) {
  const words = useWords()
  const found = divergences(answer)
  if (found.length === 0) return null
  const asked = day === today() ? null : { day, meaning: 'valid' as const }
  const nameOf = (column: number) => {
    const authority = answer.authorities[column]
    if (!authority) return ''
    const place = placeName(authority.jurisdiction, words.locale)
    return authority.name === place ? place : `${place} (${authority.name})`
  }
  return (
    <section className="sec" aria-labelledby="dv">
      <h2 id="dv">Where authorities part ways</h2>
      <ul className="parts">
        {found.map(({ party, by }) => (
          <li key={party.id}>
            <Link href={entityHref(party.id, asked)}>
              <Name text={party.caption} />
            </Link>
            <span>
              {by.map(({ stand, columns }, index) => (
                <Fragment key={stand}>
                  {index > 0 ? '; ' : null}
                  <Status status={stand === 'once-never' ? 'unknown' : stand}>{SAID[stand]}</Status> {words.and(columns.map(nameOf))}
                </Fragment>
              ))}
              .
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
