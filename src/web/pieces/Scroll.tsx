import type { ReactNode } from 'react'

/** Room that scrolls sideways when its table is wider; it can be reached and moved with the keys. */
export function Scroll({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <section className="scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
