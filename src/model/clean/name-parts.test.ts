import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nameParts } from './name-parts.ts'

const shown = (text: string) =>
  nameParts(text).map(({ text: name, as, note }) => `${name}${as === 'name' ? '' : ` <${as}>`}${note ? ` {${note}}` : ''}`)

const cases: readonly (readonly [string, readonly string[]])[] = [
  ['Karim Sample', ['Karim Sample']],
  ['Karim  Sample;', ['Karim Sample']],
  ['Abdul Sample; Abd Us-Sample; Abdul Sampel', ['Abdul Sample', 'Abd Us-Sample', 'Abdul Sampel']],
  [
    'Mohammed Model; Mohammad Model b) M. Javad Model; M. Jawad Model',
    ['Mohammed Model', 'Mohammad Model', 'M. Javad Model', 'M. Jawad Model'],
  ],
  ['عبدالله سامبل (Abdullah Sample)', ['عبدالله سامبل', 'Abdullah Sample']],
  ['أبو سامبل (Abu-Sample; Abu Sampel)', ['أبو سامبل', 'Abu-Sample', 'Abu Sampel']],
  ['حاجى سامبل (Hajji Sample; Haji Sampel', ['حاجى سامبل', 'Hajji Sample', 'Haji Sampel']],
  ['Agha Sample آغا سامبل', ['Agha Sample', 'آغا سامبل']],
  ['Abubakar (original script: Абубакар)', ['Abubakar', 'Абубакар']],
  ['ፍትዊ ሳምፕል (Tigrinya)', ['ፍትዊ ሳምፕል']],
  ['El Sample (combat name)', ['El Sample <nickname> {combat name}']],
  ['Karim Exampel (previously listed as)', ['Karim Exampel <former>']],
  [
    'Mohamed Model, born 5 Feb. 1970 in Tunis, Tunisia (formerly listed as)',
    ['Mohamed Model <former> {born 5 Feb. 1970 in Tunis, Tunisia}'],
  ],
  ['Encep Sample (birth name)', ['Encep Sample']],
  ['SAMPLE BRIGADES (SB)', ['SAMPLE BRIGADES', 'SB <abbreviation>']],
  ['SAMPLE ALUMINUM PARTS INDUSTRIAL COMPANY (SAPICO)', ['SAMPLE ALUMINUM PARTS INDUSTRIAL COMPANY', 'SAPICO <abbreviation>']],
  ['HAQQANI NETWORK (HQN)', ['HAQQANI NETWORK', 'HQN <abbreviation>']],
  ['Jamaat-ul-Sample (JuS)', ['Jamaat-ul-Sample', 'JuS <abbreviation>']],
  ['AL-SAMPLE AL-MODEL / ASAM', ['AL-SAMPLE AL-MODEL', 'ASAM <abbreviation>']],
  [
    'COMPAGNIE DES EXEMPLES (CDE) ; SAMPLE LAKES COMPANY (SLC)',
    ['COMPAGNIE DES EXEMPLES', 'CDE <abbreviation>', 'SAMPLE LAKES COMPANY', 'SLC <abbreviation>'],
  ],
  [
    'Sample Front (SF) (جبهة سامبل (original script); Front of the Sample)',
    ['Sample Front', 'SF <abbreviation>', 'جبهة سامبل', 'Front of the Sample'],
  ],
  ['شبكة سامبل (Sample Network - sub-unit name)', ['شبكة سامبل', 'Sample Network']],
  [
    'Abdel Sample (false identity related to fraudulent identification number 99)',
    ['Abdel Sample {false identity related to fraudulent identification number 99}'],
  ],
  ['"The Base"', ['The Base']],
  ['“Chief Sample”', ['Chief Sample']],
  ['', []],
  [' ; ', []],
]
for (const [text, names] of cases) test(`takes apart ${text || 'nothing'}`, () => assert.deepEqual(shown(text), names))

test('leaves whole what it does not understand', () => {
  for (const text of [
    'AL-SAMPLE FOUNDATION (PAKISTAN)',
    'AL-SAMPLE FOUNDATION (UNION OF THE COMOROS)',
    'LEADER (HONG KONG) INTERNATIONAL',
    'Air Sample (Pty.) Ltd',
    'STATE COMPANY FOR SAMPLES (MODELIA)',
    'MIDDLE AREA (ROADS',
    'Tanzeem Sample/Bilad al Model',
    'SAMPLE, Karim',
    'Lom-ali Samplev (Samplaev)',
    '模型船务(香港)有限公司',
    'PART ORGANISATION MANAGEMENT (OMAN)',
  ]) {
    assert.deepEqual(shown(text), [text])
  }
})
