import type { ReactNode } from 'react'

/** How to read a time chart: every mark with its meaning. */
export function ChartLegend({ lanes }: { readonly lanes: boolean }) {
  return (
    <ul className="legend" aria-label="How to read the chart">
      {ITEMS.map(item => (
        <Item key={item.text} text={item.text}>
          {item.mark}
        </Item>
      ))}
      {lanes ? (
        <Item text="event read, event recalled">
          <path className="f-ev" d="M14 4.8l4.2 4.2-4.2 4.2-4.2-4.2z" />
          <path className="bg k-ev" d="M32 4.8l4.2 4.2-4.2 4.2-4.2-4.2z" strokeWidth="1.3" />
        </Item>
      ) : null}
    </ul>
  )
}

function Item({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg className="tc" width="46" height="18" viewBox="0 0 46 18" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  )
}

const ITEMS: readonly { readonly text: string; readonly mark: ReactNode }[] = [
  {
    text: 'listed; thin: not read again since',
    mark: (
      <>
        <rect className="f-listed" x="1" y="1" width="2" height="16" />
        <rect className="f-listed" x="2" y="4" width="26" height="10" />
        <rect className="f-listed" x="28" y="7.5" width="18" height="3" />
      </>
    ),
  },
  {
    text: 'edge not known to the day',
    mark: (
      <>
        <rect className="f-listed" x="2" y="4" width="1.4" height="10" />
        <rect className="f-listed" x="8" y="4" width="2.4" height="10" />
        <rect className="f-listed" x="14" y="4" width="3.6" height="10" />
        <rect className="f-listed" x="20" y="4" width="26" height="10" />
      </>
    ),
  },
  {
    text: 'edge recalled, not read',
    mark: (
      <>
        <rect className="f-listed" x="5" y="1" width="2" height="16" />
        <rect className="f-listed" x="6" y="4" width="40" height="10" />
        <circle className="bg k-listed" cx="6" cy="3" r="2.6" strokeWidth="1.3" />
      </>
    ),
  },
  { text: 'suspended', mark: <rect className="k-suspended" x="1" y="4.7" width="44" height="8.6" fill="url(#hatch)" strokeWidth="1.5" /> },
  {
    text: 'disputed',
    mark: (
      <>
        <rect className="bg k-listed" x="1" y="4.7" width="44" height="8.6" strokeWidth="1.5" />
        <line className="k-listed" x1="1" y1="9" x2="45" y2="9" strokeWidth="1.5" />
      </>
    ),
  },
  {
    text: 'removed',
    mark: (
      <>
        <rect className="f-listed" x="0" y="4" width="15" height="10" />
        <line className="k-delisted" x1="10" y1="17" x2="20" y2="1" strokeWidth="1.8" />
        <line className="k-delisted" x1="21" y1="9" x2="46" y2="9" strokeDasharray="6 4" />
      </>
    ),
  },
  {
    text: 'no entry up to the last reading; dots: not read since',
    mark: (
      <>
        <line className="k-never" x1="5" y1="9" x2="28" y2="9" strokeWidth="1.2" />
        <line className="k-never" x1="32" y1="9" x2="46" y2="9" strokeWidth="1.6" strokeDasharray="1 5" />
        <circle className="bg k-never" cx="5" cy="9" r="4" strokeWidth="1.5" />
        <circle className="bg k-never" cx="27" cy="9" r="4" strokeWidth="1.5" />
      </>
    ),
  },
]
