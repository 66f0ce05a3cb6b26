import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import type { InstrumentLine } from '../../answers.ts'
import { ask } from '../../ask/api.ts'
import { lawHref, useAskedDay } from '../../ask/as-of.ts'
import { storedDate, useWords } from '../../language/words.ts'
import { Failure } from '../../pieces/Failure.tsx'
import { TextField } from '../../pieces/Field.tsx'
import { Confidence } from '../../pieces/Status.tsx'

/** A search over instruments by words of their title, number or issuer; `shown` is searched for until something is typed. */
export function FindInstrument({ shown = '' }: { readonly shown?: string }) {
  const [text, setText] = useState('')
  const typed = text.trim()
  const find = typed.length > 1 ? typed : shown
  const { data, error, refetch } = useQuery({
    queryKey: ['instruments', find],
    enabled: find.length > 1,
    retry: false,
    queryFn: ({ signal }) =>
      ask<{ readonly instruments: readonly InstrumentLine[] }>('/api/instruments', { find, limit: typed.length > 1 ? 40 : 80 }, signal),
  })
  const found = find.length > 1 ? data?.instruments : undefined
  return (
    <div className="find">
      <TextField
        label="Find an instrument by number, title or issuer"
        type="search"
        value={text}
        placeholder="1267, or 753/2011, or Taliban"
        onChange={event => setText(event.target.value)}
      />
      <p className="vh" role="status">
        {found ? `${found.length} found` : ''}
      </p>
      {error ? <Failure error={error} again={() => void refetch()} /> : null}
      {found?.length === 0 ? <p>No instrument held has these words in its title, number or issuer.</p> : null}
      {found && found.length > 0 ? (
        <FoundTable found={found} heading={typed.length > 1 ? null : 'Resolutions of the Security Council'} />
      ) : null}
    </div>
  )
}

function FoundTable({ found, heading }: { readonly found: readonly InstrumentLine[]; readonly heading: string | null }) {
  const words = useWords()
  const asked = useAskedDay()
  return (
    <table className="tbl stack">
      {heading ? <caption>{heading}</caption> : null}
      <thead>
        <tr>
          <th scope="col">Instrument</th>
          <th scope="col">Title</th>
          <th scope="col">Issued</th>
          <th scope="col">By</th>
        </tr>
      </thead>
      <tbody>
        {found.map(line => (
          <tr key={line.id}>
            <th scope="row">
              <Link href={lawHref(line.id, asked)}>{line.number ?? line.id}</Link>
            </th>
            <td>{line.title}</td>
            <td className="num" data-h="Issued">
              {storedDate(line.issued, words)}
            </td>
            <td data-h="By">
              {line.issuedByName ?? line.issuedBy} <Confidence of={{ confidence: line.confidence, disputed: false }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
