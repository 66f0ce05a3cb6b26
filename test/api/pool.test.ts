import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { openPool, type PoolSettings } from '../../src/api/index.ts'
import { WhoListsError } from '../../src/model/index.ts'

type Setup = { readonly generation: string; readonly shared: SharedArrayBuffer; readonly broken?: boolean }
type Answer = {
  readonly value: number
  readonly generation: string
  readonly order: number
  readonly kind: string
  readonly common: unknown
}

const setupOf = (generation: string): Setup => ({ generation, shared: new SharedArrayBuffer(8) })

async function withPool(
  settings: Partial<PoolSettings<Setup>>,
  body: (pool: Awaited<ReturnType<typeof openPool<Setup>>>, troubles: string[]) => Promise<void>,
) {
  const troubles: string[] = []
  const pool = await openPool<Setup>({
    module: new URL('./fixtures/pool-room.ts', import.meta.url),
    setup: setupOf('one'),
    workers: 2,
    maxWaiting: 100,
    deadlineMs: 5_000,
    now: () => performance.now(),
    onTrouble: trouble => troubles.push(trouble.what),
    ...settings,
  })
  try {
    await body(pool, troubles)
  } finally {
    await pool.close()
  }
}

const numbered = (count: number, item: object = {}) => Array.from({ length: count }, (_, value) => ({ value, ...item }))
const failsWith = (code: string) => (error: unknown) => error instanceof WhoListsError && error.code === code

test('gives the answers of a batch in the order of its questions', async () => {
  await withPool({}, async pool => {
    const { answers } = await pool.run('screen', { limit: 5 }, numbered(53))
    assert.deepEqual(
      (answers as Answer[]).map(a => a.value),
      numbered(53).map(i => i.value),
    )
    assert.deepEqual([(answers[0] as Answer).kind, (answers[0] as Answer).common], ['screen', { limit: 5 }])
  })
})

test('answers an empty batch with nothing', async () => {
  await withPool({ workers: 1 }, async pool => assert.deepEqual((await pool.run('screen', null, [])).answers, []))
})

test('a small request overtakes the rest of a big one', async () => {
  await withPool({ workers: 1 }, async pool => {
    let bigDone = false
    const big = pool.run('screen', null, numbered(60, { ms: 2 })).then(() => (bigDone = true))
    await pool.run('screen', null, [{ value: 1 }])
    assert.equal(bigDone, false)
    await big
  })
})

test('two big requests take turns', async () => {
  await withPool({ workers: 1 }, async pool => {
    const [first, second] = await Promise.all([
      pool.run('screen', null, numbered(40, { ms: 1 })),
      pool.run('screen', null, numbered(40, { ms: 1 })),
    ])
    const lastOfFirst = Math.max(...(first.answers as Answer[]).map(a => a.order))
    const firstOfSecond = Math.min(...(second.answers as Answer[]).map(a => a.order))
    assert.ok(firstOfSecond < lastOfFirst)
  })
})

test('a stream of small requests does not starve a big one', async () => {
  await withPool({ workers: 1, maxWaiting: 10_000 }, async pool => {
    let bigDone = false
    const big = pool.run('screen', null, numbered(20)).then(() => (bigDone = true))
    const small = Array.from({ length: 200 }, () => pool.run('screen', null, [{ ms: 1 }]))
    await Promise.all(small.slice(0, 100))
    assert.equal(bigDone, true)
    await Promise.all([big, ...small])
  })
})

test('a full queue refuses with the time to wait, and takes requests again afterwards', async () => {
  await withPool({ workers: 1, maxWaiting: 20 }, async pool => {
    const first = pool.run('screen', null, numbered(30, { ms: 3 }))
    await assert.rejects(
      pool.run('screen', null, numbered(10)),
      error => error instanceof WhoListsError && error.code === 'overloaded' && Number(error.details['seconds']) >= 1,
    )
    assert.equal(pool.figures().refused, 1)
    await first
    assert.equal((await pool.run('screen', null, numbered(10))).answers.length, 10)
  })
})

test('a worker that dies fails the request it held, never answers it with nothing, and is replaced', async () => {
  await withPool({ workers: 1 }, async (pool, troubles) => {
    const dying = pool.run('screen', null, [{ do: 'die' }])
    await assert.rejects(dying, failsWith('screening.failed'))
    assert.equal((await pool.run('screen', null, numbered(3))).answers.length, 3)
    assert.deepEqual([troubles, pool.figures().restarts], [['died'], 1])
  })
})

test('requests that wait outlive the death of a worker', async () => {
  await withPool({ workers: 1 }, async pool => {
    const dying = assert.rejects(pool.run('screen', null, [{ ms: 20 }, { do: 'die' }]), failsWith('screening.failed'))
    const waiting = [1, 2, 3].map(value => pool.run('screen', null, [{ value }]))
    await dying
    assert.deepEqual(
      (await Promise.all(waiting)).map(w => (w.answers[0] as Answer).value),
      [1, 2, 3],
    )
  })
})

test('a request without an answer in its time fails, and the stuck worker is replaced', async () => {
  await withPool({ workers: 1, deadlineMs: 5_000 }, async (pool, troubles) => {
    await assert.rejects(pool.run('screen', null, [{ do: 'hang' }]), failsWith('screening.failed'))
    await sleep(100)
    assert.equal((await pool.run('screen', null, numbered(2))).answers.length, 2)
    assert.deepEqual(troubles, ['stuck'])
  })
})

test("a worker's refusal keeps its code; any other error is told without its words", async () => {
  await withPool({ workers: 1 }, async pool => {
    await assert.rejects(pool.run('screen', null, [{ do: 'refuse' }]), failsWith('input.invalid'))
    await assert.rejects(
      pool.run('screen', null, [{ do: 'throw' }]),
      error => failsWith('screening.failed')(error) && !(error as Error).message.includes('secret'),
    )
    await assert.rejects(pool.run('screen', null, [{ do: 'short' }]), failsWith('screening.failed'))
  })
})

test('requests that run while the index is renewed finish on the generation they began with', async () => {
  await withPool({ workers: 2 }, async pool => {
    const before = pool.run('screen', null, numbered(60, { ms: 2 }))
    const two = setupOf('two')
    await pool.renew(two)
    const after = pool.run('screen', null, numbered(10))
    assert.deepEqual(new Set(((await before).answers as Answer[]).map(a => a.generation)), new Set(['one']))
    const answered = await after
    assert.deepEqual(new Set((answered.answers as Answer[]).map(a => a.generation)), new Set(['two']))
    assert.equal(answered.setup, two)
  })
})

test('the former generation is let go once nothing runs on it', async () => {
  const one = setupOf('one')
  await withPool({ workers: 2, setup: one }, async pool => {
    const before = pool.run('screen', null, numbered(40, { ms: 2 }))
    await pool.renew(setupOf('two'))
    assert.equal(new Int32Array(one.shared)[1], 0)
    await before
    await pool.run('screen', null, numbered(20))
    assert.equal(new Int32Array(one.shared)[1], 2)
  })
})

test('a generation that cannot be opened changes nothing', async () => {
  await withPool({ workers: 2 }, async pool => {
    await assert.rejects(pool.renew({ ...setupOf('bad'), broken: true }))
    assert.equal(((await pool.run('screen', null, [{ value: 1 }])).answers[0] as Answer).generation, 'one')
  })
})

test('a pool whose workers cannot open says so at once', async () => {
  await assert.rejects(
    withPool({ setup: { ...setupOf('bad'), broken: true } }, async () => undefined),
    failsWith('screening.failed'),
  )
})

test('closing lets accepted requests finish and takes no more', async () => {
  await withPool({ workers: 1 }, async pool => {
    const accepted = pool.run('screen', null, numbered(20, { ms: 3 }))
    const closed = pool.close()
    await assert.rejects(pool.run('screen', null, [{ value: 1 }]), failsWith('overloaded'))
    assert.equal((await accepted).answers.length, 20)
    await closed
  })
})
