import { Fragment } from 'react'
import type { FeatureExplanation, ScreenResult } from '../../answers.ts'
import { placeName } from '../../ask/places.ts'
import { useSourceTitles } from '../../ask/sources.ts'
import type { Words } from '../../language/en.ts'
import { storedDate, useWords } from '../../language/words.ts'
import { langOf, Name } from '../../pieces/Name.tsx'
import { publisherNumber } from '../../pieces/number.ts'
import { linksAsWritten, segmentsOf, writtenOf } from './alignment.ts'

/** A score of 0 to 1 with two decimals. */
export const scoreText = (score: number): string => (Math.floor(score * 100 + 1e-9) / 100).toFixed(2)

/** Why a result scored what it scored: the words of the name side by side, then every feature. */
export function Why({ result, open }: { readonly result: ScreenResult; readonly open: boolean }) {
  const words = useWords()
  const features = Object.entries(result.explanations)
  const aligned = features.find(([, e]) => e.links && e.links.length > 0)?.[1]
  return (
    <details className="why" open={open}>
      <summary>{words.screen.why(scoreText(result.score))}</summary>
      <div className="why-in">
        {aligned?.links ? <Alignment links={linksAsWritten(aligned.links, aligned.query, aligned.candidate)} /> : null}
        <ul className="facts">
          {features.map(([key, explanation]) => (
            <Feature key={key} name={key} explanation={explanation} result={result} />
          ))}
        </ul>
      </div>
    </details>
  )
}

type Links = NonNullable<FeatureExplanation['links']>

function Alignment({ links }: { readonly links: Links }) {
  const words = useWords()
  return (
    <div className="align" role="group" aria-label={words.screen.alignment}>
      {links.map((link, index) => (
        <Pair key={`${link.query.join(' ')} ${link.listed.join(' ')} ${link.kind}`} link={link} first={index === 0} />
      ))}
    </div>
  )
}

function Pair({ link, first }: { readonly link: Links[number]; readonly first: boolean }) {
  const words = useWords()
  const { asked, recorded } = writtenOf(link)
  const segments = segmentsOf(link)
  const shown = (side: 'asked' | 'recorded') => segments.map(s => s[side]).join('')
  const written = [asked, recorded].filter((text, i) => text !== shown(i === 0 ? 'asked' : 'recorded'))
  const rule = link.rule ?? words.screen.link[link.kind] ?? link.kind
  const op = segments.some(s => s.op === 'miss') ? 'o-miss' : link.kind === 'same' ? '' : 'o-rule'
  return (
    <div className="pair">
      <p className="vh">{words.screen.pairSpoken(asked || words.screen.nothing, recorded || words.screen.nothing)}</p>
      <div className="segs" aria-hidden="true" dir={langOf(shown('asked') || shown('recorded')).dir}>
        {first ? (
          <span className="who">
            <span>{words.screen.asked}</span>
            <span>{words.screen.recorded}</span>
          </span>
        ) : null}
        {segments.map((segment, index) => (
          <span className="g" data-o={segment.op} key={`${segment.op} ${index}`}>
            <span {...langOf(segment.asked)}>{segment.asked || '\u2002'}</span>
            <span {...langOf(segment.recorded)}>{segment.recorded || '\u2002'}</span>
          </span>
        ))}
      </div>
      <p className="ops">
        <b>{scoreText(link.similarity)}</b>&ensp;
        <bdi className={op} {...(link.rule === undefined ? {} : { lang: 'en', dir: 'ltr' })}>
          {rule}
        </bdi>
        {written.map(text => (
          <bdi className="quiet" key={text} {...langOf(text)}>
            {' '}
            {text}
          </bdi>
        ))}
      </p>
    </div>
  )
}

type FeatureProps = { readonly name: string; readonly explanation: FeatureExplanation; readonly result: ScreenResult }

function Feature({ name, explanation, result }: FeatureProps) {
  const words = useWords()
  const { query, candidate, detail, score } = explanation
  const ofName = featureKey(name) === 'name'
  const titleOf = useSourceTitles()
  // A record by its source and, where it has one, the publisher's number.
  const recordWords = (record: string) => {
    const at = record.indexOf(':')
    const number = publisherNumber(record.slice(at + 1))
    const source = record.slice(0, at)
    return number === null || source === 'facts' ? titleOf(source) : `${titleOf(source)} ${number}`
  }
  const say = (text: string) => valueWords(featureKey(name), text, words)
  return (
    <li>
      <b>{words.screen.feature[featureKey(name)] ?? plain(name)}</b>
      <bdi className="pm">{ofName ? scoreText(score) : query === null ? words.screen.notAsked : signed(score)}</bdi>
      <span>
        {ofName && result.matchedName ? (
          <>
            {words.screen.matchedName(words.screen.nameKind[result.matchedName.kind] ?? result.matchedName.kind)}{' '}
            <q>
              <Name text={result.matchedName.text} />
            </q>
            , {recordWords(result.matchedName.record)}.{' '}
          </>
        ) : null}
        {ofName
          ? null
          : [query ? words.screen.askedAs(say(query)) : null, candidate ? words.screen.recordedAs(say(candidate)) : null]
              .filter(t => t !== null)
              .map(text => <Fragment key={text}>{text} </Fragment>)}
        {detail && !(ofName && explanation.links) ? <bdi {...langOf(detail)}>{capital(detail)}</bdi> : null}
      </span>
    </li>
  )
}

/** What evidence beside the name adds to the score, with its sign. */
const signed = (score: number) => `${score < 0 ? '−' : '+'}${Math.abs(score).toFixed(2)}`

/** Values of a feature as the reader knows them: dates in words, countries by name. */
export const featureWords = (feature: string, text: string, words: Words): string => valueWords(featureKey(feature), text, words)

function valueWords(feature: string, text: string, words: Words): string {
  const each = (say: (value: string) => string) =>
    text
      .split(/[,;]\s*/)
      .map(say)
      .join(', ')
  if (feature === 'birthDate') return each(date => storedDate(date, words))
  if (feature === 'country') return each(code => (/^[a-z]{2}$/.test(code) ? placeName(code, words.locale) : code))
  return text
}

const KINDS: readonly (readonly [key: string, words: RegExp])[] = [
  ['birthDate', /birth|dob|date|year/i],
  ['country', /countr|national/i],
  ['gender', /gender/i],
  ['identifier', /ident|document|number|imo|mmsi|wallet|crypto|\bid\b|lei|bic|inn|ogrn|isin/i],
  ['address', /address|place/i],
  ['name', /name|literal|token|phonetic|soundex/i],
]

const featureKey = (name: string) => KINDS.find(([, pattern]) => pattern.test(name))?.[0] ?? name
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const plain = (name: string) => capital(name.replaceAll(/[_-]+/g, ' '))
