/** Things in their order, so many at a time; the last batch may be smaller. */
export function* inBatches<T>(things: Iterable<T>, size: number): Generator<readonly T[]> {
  let batch: T[] = []
  for (const thing of things) {
    batch.push(thing)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
