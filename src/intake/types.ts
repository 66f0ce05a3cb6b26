/** An element of an XML file as a canonical tree: attributes and children in document order, text joined. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Own text without that of the children, entities decoded, outer white space off. */
  readonly text: string
}

/** A row of a table with its column heads; missing cells are empty strings. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** A leaf of a raw record: where it stands and what it says. */
export type Leaf = { readonly field: string; readonly text: string }
