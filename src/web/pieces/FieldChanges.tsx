import type { EventView } from '../answers.ts'
import { useWords } from '../language/words.ts'
import { langOf } from './Name.tsx'
import { propertyWords, valueWords } from './property-words.ts'

type Fields = readonly (EventView['fields'][number] & { readonly material?: boolean })[]

/** Fields that differ, each with what it was and what it is. Many are folded away until they are asked for. */
export function FieldChanges({ fields, open }: { readonly fields: Fields; readonly open: boolean }) {
  if (fields.length === 0) return null
  const ordered = fields.toSorted((a, b) => Number(a.material === false) - Number(b.material === false))
  const names = [...new Set(ordered.map(f => propertyWords(f.property)))]
  return (
    <details className="why" open={open}>
      <summary>
        {names.slice(0, 4).join(', ')}
        {names.length > 4 ? ` and ${names.length - 4} more` : ''}
      </summary>
      <dl className="diff">
        {ordered.map(field => (
          <div key={field.property}>
            <dt>
              {propertyWords(field.property)}
              {field.material === false ? <span className="sub-line">wording only</span> : null}
            </dt>
            <dd>
              <Values property={field.property} values={field.was.filter(v => !field.is.includes(v))} way="was" />
              <Values property={field.property} values={field.is.filter(v => !field.was.includes(v))} way="is" />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

type ValuesProps = { readonly property: string; readonly values: readonly string[]; readonly way: 'was' | 'is' }

function Values({ property, values, way }: ValuesProps) {
  const words = useWords()
  const Tag = way === 'was' ? 'del' : 'ins'
  return values.map(value => (
    <Tag key={value} {...langOf(value)}>
      <span className="vh">{way === 'was' ? 'was: ' : 'is: '}</span>
      {valueWords(property, value, words)}
    </Tag>
  ))
}
