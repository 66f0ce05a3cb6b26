import { Link } from 'wouter'
import type { EntityAnswer } from '../../answers.ts'
import { entityHref, useAskedDay } from '../../ask/as-of.ts'
import { Name } from '../../pieces/Name.tsx'

/** Parties this one is linked to, as the records say. */
export function Links({ links }: { readonly links: EntityAnswer['links'] }) {
  const asked = useAskedDay()
  if (links.length === 0) return null
  return (
    <section className="sec" aria-labelledby="links">
      <div className="sec-head">
        <h2 id="links">Linked parties</h2>
      </div>
      <table className="tbl stack">
        <thead>
          <tr>
            <th scope="col">Party</th>
            <th scope="col">Link</th>
            <th scope="col">In the words of the record</th>
          </tr>
        </thead>
        <tbody>
          {links.map(link => (
            <tr key={`${link.schema} ${link.role} ${link.other}`}>
              <th scope="row">
                <Link href={entityHref(link.other, asked)}>
                  <Name text={link.otherCaption} />
                </Link>
              </th>
              <td data-h="Link">
                {link.role}
                {link.role === link.schema ? '' : ` (${link.schema})`}
              </td>
              <td data-h="Words">{link.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
