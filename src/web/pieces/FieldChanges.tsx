import type { EventView } from '../answers.ts'
import { langOf } from './Name.tsx'

type Fields = EventView['fields']

/** A property's name in words: "modifiedAt" is "modified at". */
export const propertyWords = (property: string): string => property.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()

/** Fields that differ, each with what it was and what it is. Many are folded away until they are asked for. */
export function FieldChanges({ fields, open }: { readonly fields: Fields; readonly open: boolean }) {
  if (fields.length === 0) return null
  const names = [...new Set(fields.map(f => propertyWords(f.property)))]
  return (
    <details className="why" open={open}>
      <summary>
        {names.slice(0, 4).join(', ')}
        {names.length > 4 ? ` and ${names.length - 4} more` : ''}
      </summary>
      <dl className="diff">
        {fields.map(field => (
          <div key={field.property}>
            <dt>{propertyWords(field.property)}</dt>
            <dd>
              <Values values={field.was.filter(v => !field.is.includes(v))} way="was" />
              <Values values={field.is.filter(v => !field.was.includes(v))} way="is" />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Values({ values, way }: { readonly values: readonly string[]; readonly way: 'was' | 'is' }) {
  const Tag = way === 'was' ? 'del' : 'ins'
  return values.map(value => (
    <Tag key={value} {...langOf(value)}>
      <span className="vh">{way === 'was' ? 'was: ' : 'is: '}</span>
      {value}
    </Tag>
  ))
}
