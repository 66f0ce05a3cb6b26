import { Link } from 'wouter'
import type { Proposal, ProposedSide } from '../../answers.ts'
import { entityHref, useAskedDay } from '../../ask/as-of.ts'
import { useWords } from '../../language/words.ts'
import { Name } from '../../pieces/Name.tsx'
import { propertyHead, valueWords } from '../../pieces/property-words.ts'
import { featureWords } from '../screen/Why.tsx'
import { type Agreement, evidenceOf, type NamedExplanation, type PairRow, pairRows, standsIn } from './pair.ts'

/** Two records side by side, what speaks for and against their being one party, and why a person is asked. */
export function PairTable({ proposal }: { readonly proposal: Proposal }) {
  const { a, b } = proposal
  return (
    <>
      <table className="tbl dense pairs">
        <thead>
          <tr>
            <td />
            <SideHead side={a} />
            <SideHead side={b} />
          </tr>
        </thead>
        <tbody>
          {pairRows(proposal).map(row => (
            <Row key={row.property} row={row} />
          ))}
        </tbody>
      </table>
      <Evidence proposal={proposal} />
    </>
  )
}

function SideHead({ side }: { readonly side: ProposedSide }) {
  const words = useWords()
  const asked = useAskedDay()
  return (
    <th scope="col">
      <Link href={entityHref(side.entity, asked)}>
        <Name text={side.caption} />
      </Link>
      <span className="sub">
        {words.schema[side.schema] ?? side.schema}, {side.sourceTitle}
      </span>
      <span className="sub">
        <bdi>{side.record}</bdi>
        {side.entity === side.record ? null : (
          <>
            , joined to <bdi>{side.entity}</bdi>
          </>
        )}
      </span>
    </th>
  )
}

const AGREEMENTS: Readonly<Record<Agreement, string>> = { same: 'agrees', differs: 'differs', 'one-sided': 'one side' }

function Row({ row }: { readonly row: PairRow }) {
  return (
    <tr data-g={row.agreement}>
      <th scope="row">
        {propertyHead(row.property)}
        <span className="sub">{AGREEMENTS[row.agreement]}</span>
      </th>
      <Values property={row.property} own={row.a} other={row.b} />
      <Values property={row.property} own={row.b} other={row.a} />
    </tr>
  )
}

type ValuesProps = { readonly property: string; readonly own: readonly string[]; readonly other: readonly string[] }

function Values({ property, own, other }: ValuesProps) {
  const words = useWords()
  if (own.length === 0) return <td className="faint">not stated</td>
  return (
    <td>
      <ul>
        {own.map(value => (
          <li key={value} {...(standsIn(value, other) ? { 'data-both': '' } : {})}>
            <Name text={valueWords(property, value, words)} />
          </li>
        ))}
      </ul>
    </td>
  )
}

function Evidence({ proposal }: { readonly proposal: Proposal }) {
  const { speaksFor, speaksAgainst } = evidenceOf(proposal.explanations)
  return (
    <div className="for-against">
      <Side heading="Speaks for one party" evidence={speaksFor} none="Nothing but the kind of party." />
      <Side heading="Speaks against" evidence={speaksAgainst} none="Nothing stated contradicts." />
      <p className="quiet">
        <b>Why a person is asked:</b> {proposal.reason}.
      </p>
    </div>
  )
}

type SideProps = { readonly heading: string; readonly evidence: readonly NamedExplanation[]; readonly none: string }

function Side({ heading, evidence, none }: SideProps) {
  const words = useWords()
  const say = (e: NamedExplanation, text: string) => featureWords(e.feature, text, words)
  return (
    <section>
      <h4>{heading}</h4>
      {evidence.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul>
        {evidence.map(e => (
          <li key={`${e.detail} ${e.query} ${e.candidate}`}>
            <b className="num">
              {e.score < 0 ? '−' : '+'}
              {Math.abs(e.score).toFixed(2)}
            </b>
            <span>
              {e.detail}
              {e.query && e.candidate ? (
                <>
                  : <Name text={say(e, e.query)} />
                  {e.query === e.candidate ? null : (
                    <>
                      {' '}
                      and <Name text={say(e, e.candidate)} />
                    </>
                  )}
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
