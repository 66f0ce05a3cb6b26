import type { Leaf } from '../../intake/index.ts'
import type { Reference } from '../../model/index.ts'
import { referenceKey } from './read.ts'

const NUMBER = '[A-Z]{2}[IEPV]\\s?\\.\\s?\\d{1,3}|[QT][IE]\\.[A-Z]\\.\\d{1,3}\\.\\d\\d'
const LABEL = '(?:UN\\s*(?:Sanctions\\s*)?(?:Ref(?:erence)?|ID(?:entifier)?|List(?:ing)?)|Permanent\\s+Reference)'
const WHOLE = new RegExp(`^(?:${NUMBER})\\.?$`, 'iu')
const LABELLED = new RegExp(`(?<!\\bunder\\s+(?:the\\s+)?)\\b${LABEL}\\s*(?:number|no|ID)?\\.?\\)?\\s*[:.]?\\s*\\(?(${NUMBER})\\b`, 'giu')

/** True where a text is a number of the Security Council and nothing else, in its present or its former form. */
export const isUnNumber = (text: string): boolean => WHOLE.test(text.trim())

/**
 * Numbers of the Security Council that a text quotes as the party's own (`UN Ref QI.A.86.03.`, `(UN Ref):TAi.150`, `Permanent
 * reference number: KPi.033`). A number in brackets behind another's name (`a group (QDe.004)`, `a group (listed under permanent
 * reference number QDe.092)`) is that other's, and is left alone.
 */
export const unNumbersIn = (leaf: Leaf, party: string): readonly Reference[] =>
  [...leaf.text.matchAll(LABELLED)].map(([, number = '']) => ({ party, scheme: 'un', value: referenceKey(number), field: leaf.field }))
