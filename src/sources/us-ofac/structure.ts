import { stop, type XmlElement } from '../../intake/index.ts'
import type { Problem } from '../../model/index.ts'
import type { Structure } from './structure.tables.ts'

/** Looks for elements that a form does not know, and names each once: what it means nobody knows, so the version must wait. */
export class StructureCheck {
  private readonly structure: Structure
  private readonly told = new Set<string>()

  constructor(structure: Structure) {
    this.structure = structure
  }

  /** A stop problem for each kind of element that is not known and was not told of before. */
  *unknownIn(element: XmlElement): Generator<Problem> {
    const known = this.structure[element.name] ?? []
    for (const child of element.children) {
      const at = `${element.name}/${child.name}`
      if (known.includes(child.name)) yield* this.unknownIn(child)
      else if (this.told.size < this.told.add(at).size) yield stop('element.unknown', at, child.text, known.join(', '))
    }
  }
}
