import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lawNames } from './names.ts'

const CASES: readonly (readonly [string, 'en' | 'fr', string, readonly string[]])[] = [
  ['Jund al-Mithal', 'en', 'Jund al-Mithal', []],
  ['Sample Legion (SL) (also known as Legion of Specimen)', 'en', 'Sample Legion', ['SL', 'Legion of Specimen']],
  [
    'Jund (also known among other names as: Army of Sample and Example, Kach and Kahane Movement, and Last (L1))',
    'en',
    'Jund',
    ['Army of Sample and Example', 'Kach and Kahane Movement', 'Last', 'L1'],
  ],
  ['Jund (also known among other names as One, Two (Zwei/Deux) and Three', 'en', 'Jund', ['One', 'Two', 'Zwei', 'Deux', 'Three']],
  ['Jaish (also known as Jaish-i-Mithal (Misal, Mesal))', 'en', 'Jaish', ['Jaish-i-Mithal', 'Jaish-i-Misal', 'Jaish-i-Mesal']],
  ['Ansar (also known as Un, Deux et Trois)', 'en', 'Ansar', ['Un', 'Deux', 'Trois']],
  ['Alexey ZEMSKY (also known as Alexei or Aleksey ZEMSKYI)', 'en', 'Alexey ZEMSKY', ['Alexei ZEMSKYI', 'Aleksey ZEMSKYI']],
  [
    'Modèle (MO) [connue notamment sous les noms suivants : Un and One, Deux et Trois]',
    'fr',
    'Modèle',
    ['MO', 'Un and One', 'Deux', 'Trois'],
  ],
  ['Modèle (connue notamment sous le nom de Spécimen (SP))', 'fr', 'Modèle', ['Spécimen', 'SP']],
  ['Modèle (alias Groupe (GR)', 'fr', 'Modèle', ['Groupe', 'GR']],
]

test('the names of an item are told apart, whatever brackets and conjunctions they hold', () => {
  for (const [item, lang, name, others] of CASES) {
    const found = lawNames(item, lang)
    assert.deepEqual([found.name, found.others.map(other => other.text)], [name, others], item)
  }
})

test('a bracket about a birth is no name', () => {
  const found = lawNames('Ivan Ivanovich SAMPLOV (born on March 31, 1978) (also known as Iwan SAMPLOFF)')
  assert.deepEqual(found, {
    name: 'Ivan Ivanovich SAMPLOV',
    others: [{ text: 'Iwan SAMPLOFF', weak: false }],
    born: ['on March 31, 1978'],
    remarks: [],
  })
})
