import { type ReactNode, useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { keepDay, useAskedDay } from '../ask/as-of.ts'
import { type Language, useWords } from '../language/words.ts'
import { Guard } from '../pieces/Failure.tsx'
import { Sprite } from '../pieces/Sprite.tsx'
import { DayBand } from './DayBand.tsx'
import { turnTheme } from './theme.ts'

const PAGES = [
  { key: 'screen', href: '/', of: /^\/$/ },
  { key: 'matrix', href: '/matrix', of: /^\/matrix/ },
  { key: 'changes', href: '/changes', of: /^\/changes/ },
  { key: 'law', href: '/law', of: /^\/law/ },
  { key: 'signals', href: '/signals', of: /^\/(signals|read)/ },
  { key: 'review', href: '/review', of: /^\/review/ },
  { key: 'sources', href: '/sources', of: /^\/sources/ },
] as const

type Props = { readonly language: Language; readonly turnLanguage: () => void; readonly translated: boolean; readonly children: ReactNode }

/** What stands around every page: skip link, header, day band, footer. A page not yet translated keeps its own direction. */
export function Frame({ language, turnLanguage, translated, children }: Props) {
  const words = useWords()
  return (
    <>
      <Sprite />
      <a className="skip" href="#content">
        {words.frame.skip}
      </a>
      <Bar language={language} turnLanguage={turnLanguage} />
      <DayBand />
      <main id="content" className="page" tabIndex={-1} {...(translated ? {} : { lang: 'en', dir: 'ltr' })}>
        <Guard>{children}</Guard>
      </main>
      <footer className="foot">
        <div className="foot-in">
          <span>{words.frame.foot}</span>
          <a href="/api">{words.frame.api}</a>
        </div>
      </footer>
    </>
  )
}

function Bar({ language, turnLanguage }: Pick<Props, 'language' | 'turnLanguage'>) {
  const words = useWords()
  const [path] = useLocation()
  const asked = useAskedDay()
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    // On narrow screens the row of pages scrolls: the page one has come to is brought into sight.
    const here = nav.current?.querySelector<HTMLElement>(`[aria-current][href^="/${path.split('/')[1] ?? ''}"]`)
    if (here && nav.current && nav.current.scrollWidth > nav.current.clientWidth)
      here.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [path])
  return (
    <header className="bar">
      <div className="bar-in">
        <Link className="mark" href={keepDay('/', asked)}>
          <svg aria-hidden="true">
            <use href="#brand" />
          </svg>
          <span lang="en">WhoLists</span>
        </Link>
        <nav aria-label={words.frame.main} ref={nav}>
          <ul>
            {PAGES.map(page => (
              <li key={page.key}>
                <Link href={keepDay(page.href, asked)} {...(page.of.test(path) ? { 'aria-current': 'page' as const } : {})}>
                  {words.nav[page.key]}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className="tools">
          <button className="tool" type="button" lang={language === 'en' ? 'ar' : 'en'} onClick={turnLanguage}>
            {language === 'en' ? 'العربية' : 'English'}
          </button>
          <button className="tool" type="button" onClick={turnTheme}>
            {words.frame.theme}
          </button>
        </div>
      </div>
    </header>
  )
}
