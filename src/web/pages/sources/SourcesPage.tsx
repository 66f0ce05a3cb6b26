import type { SourcesAnswer } from '../../answers.ts'
import { useSources } from '../../ask/sources.ts'
import { useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { HeldVersions } from './HeldVersions.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { ProblemTable } from './ProblemTable.tsx'
import { SourceTable } from './SourceTable.tsx'

/** What is held, how fresh it is, what is being read, and what was odd in it. */
export default function SourcesPage() {
  const { data, error, isPending, refetch } = useSources()
  useTitle('Sources')
  return (
    <>
      <div className="page-head">
        <h1>Sources</h1>
        {data ? <Intro answer={data} /> : null}
      </div>
      {error && !data ? <Failure error={error} again={() => void refetch()} /> : null}
      {isPending ? <Waiting text="Reading the state of the sources …" /> : null}
      {data ? (
        <>
          {data.importing ? <ImportProgress importing={data.importing} sources={data.sources} /> : null}
          <HeldVersions sources={data.sources} />
          <SourceTable sources={data.sources} />
          <ProblemTable sources={data.sources} />
          <Base answer={data} />
        </>
      ) : null}
    </>
  )
}

function Intro({ answer }: { readonly answer: SourcesAnswer }) {
  const words = useWords()
  const publications = answer.sources.filter(s => s.kind !== 'curated')
  const searched = publications.filter(s => s.newest !== null).length
  const held = publications.filter(s => s.held.length > 0).length
  const one = publications.length === 1
  const lead = words.spelt(publications.length).replace(/^./, c => c.toUpperCase())
  return (
    <p>
      {lead} {one ? 'publication' : 'publications'} and the curated base.{' '}
      {searched === 0
        ? 'None has been taken in yet: the base answers alone'
        : `${searched === publications.length ? 'All' : words.count(searched)} can be searched`}
      {held > 0
        ? `; ${words.spelt(held)} ${held === 1 ? 'has a version' : 'have versions'} that ${held === 1 ? 'is' : 'are'} held back`
        : ''}
      .
      {answer.unverified > 0
        ? ` ${words.count(answer.unverified)} ${answer.unverified === 1 ? 'reader has' : 'readers have'} not yet met a real file of the publisher.`
        : ''}
    </p>
  )
}

function Base({ answer }: { readonly answer: SourcesAnswer }) {
  const { count } = useWords()
  const { base, index } = answer
  return (
    <section className="sec" aria-labelledby="bs">
      <h2 id="bs">The curated base and the index</h2>
      <p className="base">
        {count(base.authorities)} authorities, {count(base.lists)} lists, {count(base.instruments)} instruments, {count(base.designations)}{' '}
        designations, {count(base.parties)} parties. Rows that were not read in a source are{' '}
        <span className="conf" data-c="recalled">
          recalled
        </span>{' '}
        and say so wherever they appear. Official records outrank the base where both speak.
      </p>
      {index ? (
        <p className="base quiet">
          Searches run on index generation <code>{index.generation}</code>: {count(index.names)} names of {count(index.records)} records,{' '}
          {count(index.entities)} entities.
        </p>
      ) : (
        <p className="base quiet">The search index is not built yet.</p>
      )}
    </section>
  )
}
