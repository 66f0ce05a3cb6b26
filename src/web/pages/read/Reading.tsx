import { Fragment } from 'react'
import { Link } from 'wouter'
import type { ClaimView, ReadAnswer } from '../../answers.ts'
import { entityHref, lawHref } from '../../ask/as-of.ts'
import { shortDay, useWords } from '../../language/words.ts'
import { langOf } from '../../pieces/Name.tsx'
import { Notice } from '../../pieces/Notice.tsx'
import { claimDate, claimLine, claimSureness, claimTitle } from './claim-words.ts'
import { type Paragraph, paragraphsOf } from './segments.ts'

/** What was odd about a document, in words. */
const PROBLEMS: Readonly<Record<string, string>> = {
  'document.undated': 'The text has no day of publication: dates such as “yesterday” cannot be placed. Give the day to place them.',
}

/** An article with its claims: the words each rests on are marked in the text, what it says stands in the margin. */
export function Reading({ answer }: { readonly answer: ReadAnswer }) {
  const words = useWords()
  const { document, events, problems } = answer
  const claims = events.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const source = [document.publisher, document.published ? shortDay(document.published, words) : null].filter(t => t !== null).join(', ')
  return (
    <section className="sec" aria-labelledby="rv">
      <div className="sec-head">
        <h2 id="rv">Reading view</h2>
        <span className="quiet" role="status">
          {claims.length === 0 ? 'No claim found' : `${claims.length} ${claims.length === 1 ? 'claim' : 'claims'}`}
        </span>
      </div>
      <p className="quiet src-line">
        {document.title ? <cite>{document.title}</cite> : null}
        {document.title && source ? ', ' : ''}
        {source}
        {document.url && /^https?:/.test(document.url) ? (
          <>
            {' '}
            <a href={document.url} rel="noreferrer">
              the publisher’s page
            </a>
          </>
        ) : null}{' '}
        SHA-256 <code title={document.sha256}>{document.sha256.slice(0, 12)}</code>
      </p>
      {problems.length > 0 ? (
        <div className="read-notes">
          {problems.map(problem => (
            <Notice key={`${problem.code} ${problem.field}`} stale>
              {PROBLEMS[problem.code] ?? <code>{problem.code}</code>} {problem.seen}
            </Notice>
          ))}
        </div>
      ) : null}
      {document.text === null ? <Excerpts claims={claims} /> : <Text text={document.text} claims={claims} />}
      <ul className="legend rl" aria-label="Marks in the text">
        <li>
          <mark className="k">done</mark> underlined
        </li>
        <li>
          <mark className="k" data-f="considered">
            considered, planned, asked for
          </mark>{' '}
          dashed
        </li>
        <li>
          <mark className="k" data-f="denied">
            denied
          </mark>{' '}
          dotted
        </li>
      </ul>
    </section>
  )
}

function Text({ text, claims }: { readonly text: string; readonly claims: readonly ClaimView[] }) {
  return (
    <div className="read">
      {paragraphsOf(text, claims).map(paragraph => (
        <Fragment key={paragraph.start}>
          <MarkedText paragraph={paragraph} claims={claims} />
          <div className="claims">
            {paragraph.claims.map(index => {
              const claim = claims[index]
              return claim ? <ClaimNote key={index} claim={claim} number={index + 1} /> : null
            })}
          </div>
        </Fragment>
      ))}
    </div>
  )
}

function MarkedText({ paragraph, claims }: { readonly paragraph: Paragraph; readonly claims: readonly ClaimView[] }) {
  const whole = paragraph.segments.map(s => s.text).join('')
  return (
    <p className="txt" {...langOf(whole)}>
      {paragraph.segments.map((segment, i) => {
        const innermost = claims[segment.claims.at(-1) ?? -1]
        if (!innermost) return <Fragment key={`${paragraph.start} ${i}`}>{segment.text}</Fragment>
        return (
          <mark key={`${paragraph.start} ${i}`} data-f={claimLine(innermost.factuality)}>
            {segment.text}
            {segment.ends.map(index => (
              <sup key={index}>
                <a id={`m${index + 1}`} href={`#c${index + 1}`} className="ref" aria-label={`Claim ${index + 1}`}>
                  {index + 1}
                </a>
              </sup>
            ))}
          </mark>
        )
      })}
    </p>
  )
}

/** Where only excerpts may be kept, each claim with its own quote. */
function Excerpts({ claims }: { readonly claims: readonly ClaimView[] }) {
  return (
    <>
      <Notice>The publisher’s terms let us keep excerpts only.</Notice>
      <div className="claims">
        {claims.map((claim, index) => (
          <ClaimNote key={`${claim.start} ${claim.type}`} claim={claim} number={index + 1} quoted />
        ))}
      </div>
    </>
  )
}

type NoteProps = { readonly claim: ClaimView; readonly number: number; readonly quoted?: boolean }

function ClaimNote({ claim, number, quoted = false }: NoteProps) {
  const words = useWords()
  return (
    <article className="claim" id={`c${number}`} tabIndex={-1}>
      <b>
        {quoted ? (
          number
        ) : (
          <a href={`#m${number}`} className="back" aria-label={`Back to claim ${number} in the text`}>
            {number}
          </a>
        )}
      </b>
      <div>
        <h3>{claimTitle(claim)}</h3>
        <dl>
          <div>
            <dt>by</dt>
            <dd>{claim.authority ?? 'not named'}</dd>
          </div>
          <div>
            <dt>about</dt>
            <dd>{claim.targetId ? <Link href={entityHref(claim.targetId, null)}>{claim.target}</Link> : (claim.target ?? 'not named')}</dd>
          </div>
          <div>
            <dt>date</dt>
            <dd>{claimDate(claim, words)}</dd>
          </div>
          <div>
            <dt>standing</dt>
            <dd>{claim.factuality}</dd>
          </div>
          <div>
            <dt>reading</dt>
            <dd>{claimSureness(claim.confidence)}</dd>
          </div>
        </dl>
        {claim.attribution ? <p>Said by {claim.attribution}.</p> : null}
        {claim.instrument ? (
          <p>{claim.instrumentId ? <Link href={lawHref(claim.instrumentId, null)}>{claim.instrument}</Link> : claim.instrument}</p>
        ) : null}
        {quoted ? (
          <p>
            <q>{claim.quote}</q>
          </p>
        ) : null}
      </div>
    </article>
  )
}
