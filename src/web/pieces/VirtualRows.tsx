import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'

/** Tables this long are drawn only where they are seen. */
const VIRTUAL_FROM = 200

type Props<T> = {
  readonly items: readonly T[]
  /** About how high a row is, in pixels. */
  readonly height: number
  readonly columns: number
  readonly children: (item: T) => ReactNode
}

/** The body of a table; a long one keeps only the rows in sight, with room for the others above and below. */
export function VirtualRows<T>(props: Props<T>) {
  return props.items.length > VIRTUAL_FROM ? <Windowed {...props} /> : <tbody>{props.items.map(props.children)}</tbody>
}

function Windowed<T>({ items, height, columns, children }: Props<T>) {
  const body = useRef<HTMLTableSectionElement>(null)
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
  })
  const rows = virtualizer.getVirtualItems()
  const above = (rows[0]?.start ?? 0) - virtualizer.options.scrollMargin
  const below = virtualizer.getTotalSize() - ((rows.at(-1)?.end ?? 0) - virtualizer.options.scrollMargin)
  return (
    <tbody ref={body}>
      <Room height={above} columns={columns} />
      {rows.map(row => {
        const item = items[row.index]
        return item === undefined ? null : children(item)
      })}
      <Room height={below} columns={columns} />
    </tbody>
  )
}

function Room({ height, columns }: { readonly height: number; readonly columns: number }) {
  return height > 0 ? (
    <tr className="room" aria-hidden="true">
      <td colSpan={columns} height={Math.round(height)} />
    </tr>
  ) : null
}
