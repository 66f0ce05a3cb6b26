import { lazy, Suspense, useEffect, useRef } from 'react'
import { Link, useSearch } from 'wouter'
import { keepDay } from '../../ask/as-of.ts'
import { useSources } from '../../ask/sources.ts'
import { useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { Notice } from '../../pieces/Notice.tsx'
import { useTitle } from '../../pieces/title.ts'
import { Waiting } from '../../pieces/Waiting.tsx'
import { isAsked, questionOf, type ScreenQuestion, useScreening } from './question.ts'
import { Results } from './Results.tsx'
import { ScreenForm } from './ScreenForm.tsx'
import { Welcome } from './Welcome.tsx'

const FileScreen = lazy(() => import('./file/FileScreen.tsx'))

/** Screens a name, or a file of names. */
export function ScreenPage() {
  const search = useSearch()
  const question = questionOf(search)
  const words = useWords()
  const ofFile = new URLSearchParams(search).has('file')
  useTitle(ofFile ? words.screen.file : isAsked(question) ? question.name || question.id : words.screen.title)
  if (ofFile) {
    return (
      <Suspense fallback={<Waiting text={words.screen.waiting(null)} />}>
        <FileScreen />
      </Suspense>
    )
  }
  return <ScreenName question={question} search={search} />
}

function ScreenName({ question, search }: { readonly question: ScreenQuestion; readonly search: string }) {
  const words = useWords()
  const input = useRef<HTMLInputElement>(null)
  const results = useRef<HTMLDivElement>(null)
  useEffect(() => input.current?.focus(), [])
  const down = () => results.current?.querySelector<HTMLElement>('[data-hit]')?.focus()
  return (
    <>
      <h1 className="vh">{words.screen.title}</h1>
      <ScreenForm key={search} question={question} input={input} down={down} />
      <div ref={results}>
        {isAsked(question) ? (
          <Answer question={question} up={() => input.current?.focus()} />
        ) : (
          <>
            <Arriving />
            <Welcome />
          </>
        )}
      </div>
    </>
  )
}

function Answer({ question, up }: { readonly question: ScreenQuestion; readonly up: () => void }) {
  const words = useWords()
  const { data, error, isPending, refetch } = useScreening(question)
  const sources = useSources().data
  if (error) return <Failure error={error} again={() => void refetch()} ofName />
  if (isPending) return <Waiting text={words.screen.waiting(sources ? sources.sources.filter(s => s.newest).length : null)} />
  return <Results key={data.query.id} answer={data} question={question} up={up} again={() => void refetch()} />
}

/** While sources are still arriving: how many are ready, and that every answer will say what it covers. */
function Arriving() {
  const words = useWords()
  const { data } = useSources()
  if (!data?.importing) return null
  const { importing, sources } = data
  const title = sources.find(s => s.id === importing.source)?.title ?? importing.source
  const ready = sources.filter(s => s.newest !== null).length
  return (
    <div className="arriving">
      <Notice>
        <b>{words.screen.ready(ready, sources.length)}</b> {words.screen.arriving}{' '}
        {words.screen.beingRead(title, words.count(importing.done), importing.total === null ? null : words.count(importing.total))}{' '}
        <Link href={keepDay('/sources', null)}>{words.screen.followImport}</Link>
      </Notice>
    </div>
  )
}
