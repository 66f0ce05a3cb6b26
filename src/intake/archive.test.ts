import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { WhoListsError } from '../model/index.ts'
import { openArchive, sweepArchive } from './archive.ts'

const root = mkdtempSync(join(tmpdir(), 'wholists-archive-'))
after(() => rmSync(root, { recursive: true, force: true }))
let count = 0
const token = () => `t${count++}`
const archiveIn = (name: string) => ({ folder: join(root, name), archive: openArchive(join(root, name), token) })

async function* pieces(...parts: readonly (string | Uint8Array)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part)
}
async function contentOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}
const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(e => e.isFile())
    .map(e => e.name)
const hasCode = (code: string) => (error: unknown) => error instanceof WhoListsError && error.code === code

test('keeps bytes under their hash, compressed, and gives them back', async () => {
  const { folder, archive } = archiveIn('plain')
  const text = '<entry>sample</entry>'.repeat(5_000)
  const kept = await archive.put(pieces(text.slice(0, 1_000), text.slice(1_000)))
  assert.deepEqual(kept, { sha256: createHash('sha256').update(text).digest('hex'), sizeBytes: text.length })
  assert.equal(await contentOf(archive.open(kept.sha256)), text)
  assert.equal(await archive.has(kept.sha256), true)
  assert.equal(await archive.has('0'.repeat(64)), false)
  const path = join(folder, kept.sha256.slice(0, 2), `${kept.sha256}.zst`)
  assert.ok(readFileSync(path).length < text.length / 20)
})

test('keeps the same bytes once, and an empty file too', async () => {
  const { folder, archive } = archiveIn('twice')
  const [a, b] = [await archive.put(pieces('same')), await archive.put(pieces('sa', 'me'))]
  const none = await archive.put(pieces())
  assert.deepEqual(a, b)
  assert.equal(await contentOf(archive.open(none.sha256)), '')
  assert.equal(filesBelow(folder).length, 2)
})

test('leaves nothing behind when the stream breaks, and says what broke it', async () => {
  const { folder, archive } = archiveIn('broken')
  const breaks = async function* () {
    yield randomBytes(200_000)
    throw new Error('connection reset')
  }
  await assert.rejects(archive.put(breaks()), /connection reset/)
  assert.deepEqual(filesBelow(folder), [])
})

test('says so when a file is missing, or no longer what it was', async () => {
  const { folder, archive } = archiveIn('damaged')
  await assert.rejects(contentOf(archive.open('a'.repeat(64))), hasCode('archive.missing'))
  const [first, second] = [await archive.put(pieces('first')), await archive.put(pieces('second'))]
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), `${sha256}.zst`)
  writeFileSync(pathOf(first.sha256), readFileSync(pathOf(second.sha256)))
  await assert.rejects(contentOf(archive.open(first.sha256)), hasCode('archive.damaged'))
  writeFileSync(pathOf(second.sha256), readFileSync(pathOf(second.sha256)).subarray(0, 8))
  await assert.rejects(contentOf(archive.open(second.sha256)), hasCode('archive.damaged'))
})

test('reports a full disk as such and leaves nothing behind', async () => {
  const { folder, archive } = archiveIn('full')
  const full = async function* () {
    yield randomBytes(100_000)
    throw Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' })
  }
  await assert.rejects(archive.put(full()), hasCode('data.full'))
  assert.deepEqual(filesBelow(folder), [])
})

test('a really full file system: the file before stays, the new one is not there', { skip: smallDisk() ?? false }, async () => {
  const mount = join(root, 'disk')
  try {
    const archive = openArchive(join(mount, 'archive'), token)
    const kept = await archive.put(pieces('small'))
    await assert.rejects(archive.put(pieces(randomBytes(2_000_000))), hasCode('data.full'))
    assert.deepEqual(filesBelow(join(mount, 'archive')), [`${kept.sha256}.zst`])
    assert.equal(await contentOf(archive.open(kept.sha256)), 'small')
  } finally {
    execFileSync('umount', [mount])
  }
})

/** Mounts a file system of one megabyte; a reason where that is not possible here. */
function smallDisk(): string | undefined {
  const mount = join(root, 'disk')
  try {
    mkdirSync(mount)
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount], { stdio: 'ignore' })
    return undefined
  } catch {
    return 'mounting a small file system is not allowed here'
  }
}

test('sweeps away what an interrupted run left half written', async () => {
  const { folder, archive } = archiveIn('swept')
  const kept = await archive.put(pieces('whole'))
  writeFileSync(join(folder, 'incoming', 'old.part'), 'half')
  await sweepArchive(folder)
  assert.ok(!existsSync(join(folder, 'incoming', 'old.part')))
  assert.equal(await contentOf(archive.open(kept.sha256)), 'whole')
  await sweepArchive(join(root, 'never-made'))
})
