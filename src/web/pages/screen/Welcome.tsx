import { Link } from 'wouter'
import { queryString } from '../../ask/api.ts'
import { keepDay, useAskedDay } from '../../ask/as-of.ts'
import { useSources } from '../../ask/sources.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { Name } from '../../pieces/Name.tsx'

/** Names that the curated base alone finds: a slip in Cyrillic, another spelling, Arabic, Chinese. */
const EXAMPLES = ['Сираджудин Хакани', 'Hizbollah', 'تنظيم القاعدة', '塔利班'] as const

/** What a newcomer may ask, by example, and what is held to answer it. */
export function Welcome() {
  const words = useWords()
  const asked = useAskedDay()
  const { data } = useSources()
  const { welcome } = words.screen
  const held = data?.sources.filter(s => s.newest !== null && s.kind === 'official') ?? []
  const newest = held
    .flatMap(s => (s.newest ? [s.newest.published] : []))
    .toSorted()
    .at(-1)
  return (
    <div className="cols welcome">
      <section aria-labelledby="wel">
        <h2 id="wel">{welcome.head}</h2>
        <p>{welcome.text}</p>
        <p className="tries">
          <span className="faint">{welcome.tries}</span>
          {EXAMPLES.map(name => (
            <Link key={name} href={keepDay(`/${queryString({ name })}`, asked)}>
              <Name text={name} />
            </Link>
          ))}
        </p>
      </section>
      <aside className="notes" aria-label={welcome.heldHead}>
        <h2>{welcome.heldHead}</h2>
        {data?.index && newest ? (
          <p>{welcome.held(held.length, data.index.entities, data.index.names, shortDay(newest, words))}</p>
        ) : (
          <p>{welcome.base}</p>
        )}
        <ul>
          <li>
            <Link href={keepDay('/matrix', asked)}>{welcome.matrix}</Link>
          </li>
          <li>
            <Link href={keepDay('/changes', asked)}>{welcome.changes}</Link>
          </li>
          <li>
            <Link href={keepDay('/law/unscr-1267', asked)}>{welcome.law}</Link>
          </li>
        </ul>
      </aside>
    </div>
  )
}
