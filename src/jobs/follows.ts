import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '../model/index.ts'

/** What is followed: a party by any of its ids, a list, or all lists of an authority. */
export type Followed = { readonly kind: 'party' | 'list' | 'authority'; readonly id: string }

/** Somebody who wants to be told of what happens. */
export type Follow = {
  readonly id: string
  readonly what: Followed
  /** Where it is posted; null where only the feed is read. */
  readonly webhook: string | null
  /** The key that posts are signed with. */
  readonly secret: string
  /** True tells also of what is only wording, form or a fault of the publication. */
  readonly everything: boolean
  readonly created: Instant
  /** What was accepted by then has been told. */
  readonly told: Instant
}

/** A message on its way: kept until the receiver has it or it has been tried too often. */
export type Delivery = {
  readonly id: string
  readonly follow: string
  readonly url: string
  readonly body: string
  readonly attempts: number
  readonly notBefore: Instant
  /** Why the last attempt failed. */
  readonly failure: string | null
}

/** Follows and what is on its way to them. */
export type FollowBook = { readonly follows: readonly Follow[]; readonly outbox: readonly Delivery[] }

const FILE = 'follows.json'

/** The follows kept in a data folder; none where there is no such file. @throws SyntaxError where it is damaged */
export async function readFollows(folder: string): Promise<FollowBook> {
  const text = await readFile(join(folder, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{"follows":[],"outbox":[]}'
    throw error
  })
  return JSON.parse(text) as FollowBook
}

/** Keeps follows and outbox, whole or not at all, readable by the owner alone: the file holds the signing keys. */
export async function keepFollows(folder: string, book: FollowBook): Promise<void> {
  await mkdir(folder, { recursive: true })
  const [path, fresh] = [join(folder, FILE), join(folder, `${FILE}.new`)]
  const file = await open(fresh, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(book, null, 1)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(fresh, path)
}

/** What is followed, from its text: `list:ID`, `authority:ID`, else a party. */
export function followedOf(text: string): Followed {
  const m = /^(list|authority):(.+)$/.exec(text.trim())
  return m?.[1] && m[2] ? { kind: m[1] as 'list' | 'authority', id: m[2].trim() } : { kind: 'party', id: text.trim() }
}
