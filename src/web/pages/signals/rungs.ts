import type { Rung } from '../../answers.ts'

/** The rungs of a pending change in words. */
export const RUNGS: Readonly<Record<Rung, string>> = {
  called: 'called for',
  considered: 'considered',
  announced: 'announced',
  heard: 'before a court or committee',
  decided: 'decided',
}
