import { createReadStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'

/**
 * Writes FollowTheMoney lines of people whose names are made of the variants in `../shared/volume`: a given and a family name, and
 * one other spelling of both. The same people each time.
 */
export async function writeBulk(volume: string, path: string, count: number): Promise<void> {
  const groups: (readonly string[])[] = []
  const lines = createInterface({ input: createReadStream(join(volume, 'wikidata-name-variants.txt.gz')).pipe(createGunzip()) })
  for await (const line of lines) {
    const names = (line.split(' => ')[0] ?? '').split(', ').filter(name => name.length > 1)
    if (names.length > 0) groups.push(names)
  }
  const group = (at: number) => groups[at % groups.length] ?? []
  const people = Array.from({ length: count }, (_, i) => {
    const [given, family] = [group(i * 7919), group(i * 104_729 + 17)]
    const names = new Set([`${given[0]} ${family[0]}`, `${given.at(-1)} ${family.at(-1)}`])
    return JSON.stringify({ id: `b${i}`, schema: 'Person', properties: { name: [...names] } })
  })
  await writeFile(path, people.join('\n'))
}
