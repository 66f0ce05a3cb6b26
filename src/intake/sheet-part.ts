import type { Problem, SourceFile } from '../model/index.ts'
import { isProblem } from './problems.ts'
import type { XmlElement, XmlItem } from './types.ts'
import { readXml } from './xml.ts'
import type { ZipMember } from './zip.ts'

/** The most columns a row is read to. */
export const MAX_COLUMNS = 2_000

/** The XML items of one member of a workbook. */
export const partItems = (
  file: SourceFile,
  member: ZipMember,
  records: readonly string[],
  mixed = false,
): AsyncIterable<XmlItem | Problem> =>
  readXml({ ...file, name: `${file.name}/${member.name}`, sizeBytes: member.sizeBytes, open: () => member.read() }, records, { mixed })

/** The elements of one member that are records; a missing member has none. @throws Error at a stop problem */
export async function partElements(
  file: SourceFile,
  member: ZipMember | undefined,
  records: readonly string[],
  mixed = false,
): Promise<readonly XmlElement[]> {
  const out: XmlElement[] = []
  if (!member) return out
  for await (const item of partItems(file, member, records, mixed)) {
    if (!isProblem(item)) {
      if (item.kind === 'record') out.push(item.element)
    } else if (item.severity === 'stop') throw new Error(`${item.code} in ${item.field}: ${item.seen}`)
  }
  return out
}
