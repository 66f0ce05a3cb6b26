import type { ReactNode } from 'react'
import type { SourceView } from '../../answers.ts'

type Kind = SourceView['freshness']

/** How fresh a source is, as mark and word: whole bar, broken bar, cut bar, half bar, empty frame. */
export function Freshness({ kind, children }: { readonly kind: Kind; readonly children: ReactNode }) {
  return (
    <span className="fresh" data-k={kind}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {MARKS[kind]}
      </svg>
      {children}
    </span>
  )
}

const MARKS: Readonly<Record<Kind, ReactNode>> = {
  current: <rect x="1" y="6" width="14" height="4" fill="currentColor" />,
  stale: (
    <>
      <rect x="1" y="6" width="7" height="4" fill="currentColor" />
      <path d="M10 8h5" stroke="currentColor" strokeWidth="1.6" strokeDasharray="1.6 1.8" />
    </>
  ),
  held: <path d="M1 8h5M10 8h5M6 12.5l4-9" stroke="currentColor" strokeWidth="2" fill="none" />,
  importing: (
    <>
      <rect x="1" y="6" width="9" height="4" fill="currentColor" />
      <rect x="1.5" y="6.5" width="13" height="3" fill="none" stroke="currentColor" />
    </>
  ),
  missing: <rect x="1.5" y="6.5" width="13" height="3" fill="none" stroke="currentColor" strokeDasharray="2 1.6" />,
}
