import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { headOf, isProblem } from '../../src/intake/index.ts'
import type { Party, Problem, Reading, Source, SourceFile } from '../../src/model/index.ts'

/** Everything a source makes of some files. */
export type WhatWasRead = {
  readonly readings: ReadonlyMap<string, Reading>
  readonly bodies: ReadonlyMap<string, string>
  readonly problems: readonly Problem[]
}

/** A file of these bytes, as the source recognises it. */
export function inMemory(name: string, content: string | Uint8Array, source: Source): SourceFile {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const found = source.recognise(headOf(name, bytes)) ?? assert.fail(`${name} is not recognised`)
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  return { name, sha256: '', sizeBytes: bytes.length, part: found.part, rendition: found.rendition, open }
}

/** The files of a folder. */
export const filesOf = (folder: string, source: Source): readonly SourceFile[] =>
  readdirSync(folder).map(name => inMemory(name, readFileSync(join(folder, name)), source))

/** Reads and parses files. */
export async function readAll(files: readonly SourceFile[], source: Source): Promise<WhatWasRead> {
  const readings = new Map<string, Reading>()
  const bodies = new Map<string, string>()
  const problems: Problem[] = []
  for await (const item of source.read(files)) {
    if (isProblem(item)) problems.push(item)
    else {
      readings.set(item.key, source.parse(item))
      bodies.set(item.key, item.body)
    }
  }
  return { readings, bodies, problems }
}

/** The party a record is about. */
export const mainParty = (reading: Reading | undefined): Party => reading?.parties[0] ?? assert.fail('no party was read')

/** What a reading says, without order and places. */
export const said = (reading: Reading | undefined) => ({
  parties: reading?.parties.map(p => [p.schema, ...p.statements.map(s => `${s.property}=${s.value}`).sort()].join(' ')).sort(),
  designations: reading?.designations.map(d => `${d.list} ${d.programme} ${d.from?.text ?? ''}`).sort(),
})
