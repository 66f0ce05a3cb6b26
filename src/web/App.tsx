import { lazy, Suspense, useState } from 'react'
import { Route, Switch, useLocation, useSearch } from 'wouter'
import { Frame } from './frame/Frame.tsx'
import { keep } from './frame/theme.ts'
import { ar } from './language/ar.ts'
import { en } from './language/en.ts'
import { type Language, useWords, WordsContext } from './language/words.ts'
import { ScreenPage } from './pages/screen/ScreenPage.tsx'
import { useTitle } from './pieces/title.ts'
import { Waiting } from './pieces/Waiting.tsx'

const EntityPage = lazy(() => import('./pages/entity/EntityPage.tsx'))
const SourcesPage = lazy(() => import('./pages/sources/SourcesPage.tsx'))
const MatrixPage = lazy(() => import('./pages/matrix/MatrixPage.tsx'))
const ChangesPage = lazy(() => import('./pages/changes/ChangesPage.tsx'))
const LawPage = lazy(() => import('./pages/law/LawPage.tsx'))
const SignalsPage = lazy(() => import('./pages/signals/SignalsPage.tsx'))
const ReviewPage = lazy(() => import('./pages/review/ReviewPage.tsx'))
const ReadPage = lazy(() => import('./pages/read/ReadPage.tsx'))

const WORDS = { en, ar }
/** Pages whose every text exists in Arabic; the others are shown in English, in their own direction. */
const TRANSLATED = /^\/$/

/** The pages, each loaded when it is first opened; Screen comes with the first load. */
export function App() {
  const [language, setLanguage] = useState<Language>(() => (document.documentElement.lang === 'ar' ? 'ar' : 'en'))
  const [path] = useLocation()
  const search = useSearch()
  const turnLanguage = () => {
    const next = language === 'en' ? 'ar' : 'en'
    document.documentElement.lang = next
    document.documentElement.dir = WORDS[next].dir
    keep('lang', next)
    setLanguage(next)
  }
  const translated = language === 'en' || (TRANSLATED.test(path) && !new URLSearchParams(search).has('file'))
  return (
    <WordsContext value={WORDS[language]}>
      <Frame language={language} turnLanguage={turnLanguage} translated={translated}>
        <WordsContext value={translated ? WORDS[language] : en}>
          <Suspense fallback={<Waiting text="…" />}>
            <Switch>
              <Route path="/" component={ScreenPage} />
              <Route path="/entity/*">{params => <EntityPage key={params['*']} id={params['*'] ?? ''} />}</Route>
              <Route path="/sources" component={SourcesPage} />
              <Route path="/matrix" component={MatrixPage} />
              <Route path="/changes" component={ChangesPage} />
              <Route path="/law/*?">{params => <LawPage id={params['*'] ?? ''} />}</Route>
              <Route path="/signals" component={SignalsPage} />
              <Route path="/read" component={ReadPage} />
              <Route path="/review" component={ReviewPage} />
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </WordsContext>
      </Frame>
    </WordsContext>
  )
}

function NotFound() {
  const words = useWords()
  useTitle(words.frame.notFound)
  return (
    <div className="page-head">
      <h1>{words.frame.notFound}</h1>
      <p>{words.frame.notFoundHelp}</p>
    </div>
  )
}
