import { useEffect, useState } from 'react'

/** How long nothing is shown: most answers are there before the eye would see the change. */
const PATIENCE_MS = 300

/** Waiting lines, shown only where an answer takes longer than a moment. */
export function Waiting({ text }: { readonly text: string }) {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className="waiting">
      <p role="status">{shown ? text : null}</p>
      {shown ? (
        <div className="skel" aria-hidden="true">
          <span className="a" />
          <span className="b" />
          <span className="c" />
          <span className="c" />
        </div>
      ) : null}
    </div>
  )
}
