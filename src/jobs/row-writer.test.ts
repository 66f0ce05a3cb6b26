import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { type TestContext, test } from 'node:test'
import { openRowWriter } from './row-writer.ts'

function planIn(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'rows-'))
  t.after(() => rmSync(folder, { recursive: true }))
  return {
    path: join(folder, 'rows.sqlite'),
    schema: 'CREATE TABLE name (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT; CREATE TABLE pair (a INTEGER, b INTEGER)',
    kinds: { name: { into: 'INSERT INTO name', values: 2 }, pair: { into: 'INSERT INTO pair', values: 2 } },
    last: 'CREATE INDEX pair_a ON pair (a)',
  }
}

for (const [where, count] of [
  ['in this thread', 101],
  ['in a second thread', 70_001],
] as const)
  test(`rows of each kind are written whole and in order ${where}`, async t => {
    const plan = planIn(t)
    const writer = openRowWriter(plan)
    for (let id = 1; id <= count; id++) {
      writer.add('name', id, `name ${id}`)
      if (id % 2 === 0) writer.add('pair', id, count - id)
      await writer.proceed()
    }
    await writer.end()
    const database = new DatabaseSync(plan.path, { readOnly: true })
    t.after(() => database.close())
    const all = (sql: string) => database.prepare(sql).all()
    assert.equal(all('SELECT 1 FROM name').length, count)
    assert.deepEqual({ ...all(`SELECT text FROM name WHERE id = ${count}`)[0] }, { text: `name ${count}` })
    assert.equal(all('SELECT 1 FROM pair').length, Math.floor(count / 2))
    assert.deepEqual(
      all('SELECT a FROM pair ORDER BY rowid LIMIT 3').map(row => row['a']),
      [2, 4, 6],
    )
    assert.equal(all("SELECT 1 FROM sqlite_master WHERE name = 'pair_a'").length, 1)
  })

test('rows that cannot be written are told, from a second thread too, and leave no file', async t => {
  for (const count of [10, 70_000]) {
    const plan = planIn(t)
    const writer = openRowWriter(plan)
    const write = async () => {
      for (let i = 0; i < count; i++) {
        writer.add('name', 1, 'twice the same number')
        await writer.proceed()
      }
      await writer.end()
    }
    await assert.rejects(write, /UNIQUE constraint failed: name.id/, `${count} rows`)
    await writer.drop()
    assert.ok(!existsSync(plan.path))
  }
})
