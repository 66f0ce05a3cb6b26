import type { ReactNode } from 'react'

/** A notice beside the matter; `stale` has a double edge. */
export function Notice({ stale = false, id, children }: { readonly stale?: boolean; readonly id?: string; readonly children: ReactNode }) {
  return (
    <p className="notice" {...(stale ? { 'data-k': 'stale' } : {})} {...(id ? { id } : {})}>
      {children}
    </p>
  )
}
