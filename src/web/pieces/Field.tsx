import { type ComponentProps, type ReactNode, useId } from 'react'
import { Notice } from './Notice.tsx'

/** Why what stands in a field cannot be used, and how to put it right. */
export type Trouble = { readonly what: string; readonly help?: string }

/** What a control needs to belong to its label, its help and its trouble. */
export type Control = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }

type Props = {
  readonly label: string
  /** Read out with the field; `helpShown` also shows it. */
  readonly help?: string
  readonly helpShown?: boolean
  readonly trouble?: Trouble | undefined
  readonly children: (control: Control) => ReactNode
}

/** A control with its label, its help and, where it cannot be used, the reason. */
export function Field({ label, help, helpShown = false, trouble, children }: Props) {
  const id = useId()
  const described = [help ? `${id}-help` : null, trouble ? `${id}-trouble` : null].filter(t => t !== null).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(described ? { 'aria-describedby': described } : {}), ...(trouble ? { 'aria-invalid': true } : {}) })}
      {help ? (
        <span className={helpShown ? 'faint' : 'vh'} id={`${id}-help`}>
          {help}
        </span>
      ) : null}
      {trouble ? <TroubleNotice id={`${id}-trouble`} trouble={trouble} /> : null}
    </div>
  )
}

/** The reason why something typed cannot be used. */
export function TroubleNotice({ id, trouble }: { readonly id?: string; readonly trouble: Trouble }) {
  return (
    <Notice stale {...(id ? { id } : {})}>
      <b>{trouble.what}</b> {trouble.help}
    </Notice>
  )
}

type TextProps = Omit<Props, 'children'> & Omit<ComponentProps<'input'>, 'id' | 'className' | 'children'> & { readonly digits?: boolean }

/** A field for one line of text; `digits` sets figures in columns. */
export function TextField({ label, help, helpShown, trouble, digits = false, ...input }: TextProps) {
  return (
    <Field label={label} {...(help ? { help } : {})} {...(helpShown ? { helpShown } : {})} trouble={trouble}>
      {control => <input className={digits ? 'in num' : 'in'} autoComplete="off" {...input} {...control} />}
    </Field>
  )
}

type SelectProps = Omit<ComponentProps<'select'>, 'id' | 'className' | 'children'> & {
  readonly label: string
  /** Values with their words, in the order they are offered. */
  readonly options: readonly (readonly [value: string, words: string])[]
}

/** A field that offers a few values. */
export function SelectField({ label, options, ...select }: SelectProps) {
  return (
    <Field label={label}>
      {control => (
        <select className="in" {...select} {...control}>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
