/** An element of an XML file as a canonical tree: attributes and children in document order, text joined. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Own text without that of the children, entities decoded, outer white space off. */
  readonly text: string
  /** Text and children in document order; only where `mixed` was asked for. */
  readonly parts?: readonly (string | XmlElement)[]
}

/**
 * What an XML file holds, in document order: each record whole, and everything around the records once. A container is
 * reported when its first child opens (its attributes matter, its children follow), a leaf when it closes (with its text).
 */
export type XmlItem = { readonly kind: 'record' | 'outer'; readonly path: readonly string[]; readonly element: XmlElement }

/** A row of a table; missing cells are empty strings. `line` counts from 1 and is where the row begins. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** A row with its cells by column head. */
export type HeadedRow = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

/** A row of one sheet of a workbook. */
export type SheetRow = Row & { readonly sheet: string }

/** One JSON value of a file of lines. */
export type JsonLine = { readonly line: number; readonly value: unknown }

/** A leaf of a raw record: where it stands and what it says. */
export type Leaf = { readonly field: string; readonly text: string }
