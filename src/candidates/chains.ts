import { growingU32 } from './growing.ts'

/** What was numbered for each text, as a chain, the newest first; -1 ends it. Numbers come in their order, each once. */
export function chainsByText() {
  // Of each text the number given last, and of each number the one before it; both plus one, 0 for none.
  const lastOf = growingU32()
  const before = growingU32()
  return {
    last(text: number): number {
      while (lastOf.length <= text) lastOf.push(0)
      return (lastOf.array[text] as number) - 1
    },
    before: (number: number): number => (before.array[number] as number) - 1,
    append(text: number, number: number): void {
      before.push(lastOf.array[text] as number)
      lastOf.array[text] = number + 1
    },
  }
}
