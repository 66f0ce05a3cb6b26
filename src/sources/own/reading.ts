import type { FileHead, Problem, RawRecord, SourceFile } from '../../model/index.ts'
import { looksLikeFtm, readFtm } from '../ftm/read.ts'
import { mappedForm, readMapped } from './mapped.ts'
import type { Mapping } from './mapping.ts'
import { looksLikeSenzing, readSenzing } from './senzing.ts'

export { parseFtm } from '../ftm/parse.ts'

/** What a file of one's own is: FollowTheMoney lines, Senzing JSON, or a table that the mapping fits; undefined where it is none. */
export function renditionOf(head: FileHead, mapping: Mapping | undefined): string | undefined {
  if (looksLikeFtm(head)) return 'ftm'
  if (looksLikeSenzing(head)) return head.text.trimStart().startsWith('{') ? 'senzing-lines' : 'senzing'
  return mapping && mappedForm(head)
}

/** The records of such files, all of one rendition. */
export function readOwn(files: readonly SourceFile[], mapping: Mapping | undefined): AsyncIterable<RawRecord | Problem> {
  const form = files[0]?.rendition ?? ''
  if (form.startsWith('senzing')) return readSenzing(files)
  return mapping && form !== 'ftm' ? readMapped(files, mapping) : readFtm(files)
}
