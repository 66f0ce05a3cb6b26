import { Fragment, useState } from 'react'
import type { AnswerStatus, Day, EntityAnswer } from '../../answers.ts'
import type { AskedDay } from '../../ask/as-of.ts'
import { placeName } from '../../ask/places.ts'
import { useSourceTitles } from '../../ask/sources.ts'
import type { ChartRow } from '../../chart/layout.ts'
import type { Words } from '../../language/en.ts'
import { distinctDates, longDay, storedDate, useWords } from '../../language/words.ts'
import { HeldBy } from '../../pieces/HeldBy.tsx'
import { langOf, Name, scriptOf } from '../../pieces/Name.tsx'
import { Status } from '../../pieces/Status.tsx'

type Props = { readonly answer: EntityAnswer; readonly rows: readonly ChartRow[]; readonly day: Day; readonly asked: AskedDay }

/** The name of the party, in its scripts; how it stands on the day; its names by script and strength. */
export function EntityHead({ answer, rows, day, asked }: Props) {
  const { entity, names } = answer
  const other = otherScripts(entity.caption, names)
  return (
    <div className="ent">
      <div>
        <Kicker entity={entity} />
        <h1 {...langOf(entity.caption)}>{entity.caption}</h1>
        {other.length > 0 ? (
          <p className="scripts">
            {other.map(name => (
              <Fragment key={name.text}>
                <Name text={name.text} lang={name.lang} />{' '}
              </Fragment>
            ))}
          </p>
        ) : null}
        {answer.listedAs ? <HeldBy party={answer.listedAs} asked={asked} /> : null}
        <Standing rows={rows} day={day} />
      </div>
      {names.length > 0 ? <NameTable names={names} /> : null}
    </div>
  )
}

function Kicker({ entity }: { readonly entity: EntityAnswer['entity'] }) {
  const words = useWords()
  const texts = (property: string) => (entity.properties[property] ?? []).filter(value => typeof value === 'string')
  const places = [...new Set([...texts('nationality'), ...texts('citizenship'), ...texts('country')])]
  const born = distinctDates(texts('birthDate')).map(date => storedDate(date, words))
  const died = texts('deathDate').map(date => storedDate(date, words))
  const parts = [
    words.schema[entity.schema] ?? entity.schema,
    places.map(code => placeName(code, words.locale)).join(', '),
    born.length > 0 ? words.screen.born1(born.join(', ')) : '',
    died.length > 0 ? `died ${died.join(', ')}` : '',
  ]
  return <p className="kicker">{parts.filter(p => p !== '').join(' · ')}</p>
}

/** One name for each further script, the first of each. */
function otherScripts(caption: string, names: EntityAnswer['names']) {
  const seen = new Set([scriptOf(caption)])
  return names.filter(name => {
    const script = scriptOf(name.text)
    if (seen.has(script)) return false
    seen.add(script)
    return true
  })
}

/** Statuses in the order a sentence says them, with the words of the sentence. */
const SAID: readonly { readonly status: AnswerStatus; readonly by: string; readonly named: boolean; readonly after: string }[] = [
  { status: 'listed', by: 'listed by', named: false, after: '' },
  { status: 'suspended', by: 'suspended by', named: true, after: '' },
  { status: 'delisted', by: 'removed by', named: true, after: '' },
  { status: 'unknown', by: 'unknown on', named: false, after: '' },
  { status: 'not-listed', by: 'not yet listed by', named: true, after: '' },
  { status: 'never', by: 'no entry on', named: false, after: ' when last read' },
]

/** How the party stands on the day asked, in one sentence. */
function Standing({ rows, day }: Pick<Props, 'rows' | 'day'>) {
  const words = useWords()
  const on = longDay(day, words)
  const parts = SAID.flatMap(said => {
    const some = rows.filter(row => row.standing.status === said.status)
    return some.length > 0 ? [{ ...said, rows: some }] : []
  })
  if (parts.length === 0) return <p className="standing">On {on}: no list that was read names this party.</p>
  return (
    <p className="standing">
      On {on}:{' '}
      {parts.map((part, index) => (
        <Fragment key={part.status}>
          {index > 0 ? '; ' : null}
          <Said {...part} words={words} />
        </Fragment>
      ))}
      .
    </p>
  )
}

type SaidProps = (typeof SAID)[number] & { readonly rows: readonly ChartRow[]; readonly words: Words }

function Said({ status, by, named, after, rows, words }: SaidProps) {
  const agreed = rows.filter(row => !row.standing.disputed)
  const disputed = rows.length - agreed.length
  const lists = status === 'unknown' || status === 'never'
  const counted = lists ? rows.length : new Set((agreed.length > 0 ? agreed : rows).map(r => r.authority)).size
  const unit = lists ? (counted === 1 ? ' list' : ' lists') : counted === 1 ? ' authority' : ' authorities'
  const names = [...new Set(rows.map(r => r.authority))]
  return (
    <>
      <Status status={status}>
        {by} {words.spelt(counted)}
        {named && names.length <= 3 ? '' : unit}
      </Status>
      {after}
      {named && names.length <= 3 ? `, ${words.and(names)}` : ''}
      {!lists && disputed > 0
        ? agreed.length > 0
          ? `, and on ${words.spelt(disputed)} more ${disputed === 1 ? 'list' : 'lists'} where sources disagree`
          : ', where sources disagree'
        : ''}
    </>
  )
}

const SHOWN_NAMES = 8
const KINDS: Readonly<Record<string, string>> = { name: 'main', alias: 'strong', 'weak-alias': 'weak', former: 'former' }

function NameTable({ names }: { readonly names: EntityAnswer['names'] }) {
  const titleOf = useSourceTitles()
  const [all, setAll] = useState(false)
  const order = ['Latin', 'Cyrillic', 'Arabic', 'Han']
  const rank = (text: string) => (order.indexOf(scriptOf(text)) + 1 || 9).toString()
  const sorted = names.toSorted((a, b) => rank(a.text).localeCompare(rank(b.text)))
  const shown = all ? sorted : sorted.slice(0, SHOWN_NAMES)
  return (
    <div>
      <table className="tbl dense names">
        <caption>Names by script and strength</caption>
        <thead>
          <tr>
            <th scope="col">Script</th>
            <th scope="col">Name</th>
            <th scope="col">Strength, source</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((name, index) => {
            const script = scriptOf(name.text)
            const again = index > 0 && scriptOf(shown[index - 1]?.text ?? '') === script
            return (
              <tr key={`${name.text} ${name.kind}`}>
                <th scope="row">{again ? <span className="vh">{script}</span> : script}</th>
                <td className="nm">
                  <Name text={name.text} lang={name.lang} />
                </td>
                <td>
                  {KINDS[name.kind] ?? name.kind}
                  <span className="sub" title={name.sources.map(titleOf).join('; ')}>
                    {name.sources.slice(0, 1).map(titleOf).join('; ')}
                    {name.sources.length > 1 ? ` and ${name.sources.length - 1} more` : ''}
                  </span>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {sorted.length > SHOWN_NAMES ? (
        <button className="lk" type="button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Fewer names' : `All ${sorted.length} names`}
        </button>
      ) : null}
    </div>
  )
}
