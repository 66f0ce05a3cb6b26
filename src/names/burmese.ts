const CONSONANTS: Readonly<Record<string, string>> = Object.fromEntries(
  'ကk ခkh ဂg ဃg ငng စs ဆs ဇz ဈz ဉny ညny ဋt ဌht ဍd ဎd ဏn တt ထht ဒd ဓd နn ပp ဖph ဗb ဘb မm ယy ရy လl ဝw သth ဟh ဠl အ ဿth'
    .split(' ')
    .map(entry => [entry[0] ?? '', entry.slice(1)] as const),
)
// Written vowel and final together, as Burmese names are usually spelt; the longest first.
const RIMES: readonly (readonly [string, string])[] = (
  'ောင်:aung ောက်:auk ိုင်:aing ိုက်:aik ော်:aw ော:aw ို:o ိန်:ein ိမ်:ein ိတ်:eik ိပ်:eik ုန်:on ုမ်:on ုတ်:ok ုပ်:ok ုံ:on ိံ:ein ' +
  'င်:in န်:an မ်:an ံ:an တ်:at ဋ်:at ပ်:at က်:et စ်:it ည်:i ဉ်:in ယ်:e ိုယ်:o ာ:a ါ:a ိ:i ီ:i ု:u ူ:u ေ:e ဲ:e'
)
  .split(' ')
  .map(entry => entry.split(':') as [string, string])
  .sort((a, b) => b[0].length - a[0].length)
const MEDIALS = /^[\u103b-\u103e]+/
const FRONTED: Readonly<Record<string, string>> = { ky: 'ky', khy: 'ch', gy: 'gy' }
const INDEPENDENT: Readonly<Record<string, string>> = { ဣ: 'i', ဤ: 'i', ဥ: 'u', ဦ: 'u', ဧ: 'e', ဩ: 'aw', ဪ: 'aw' }

/**
 * The syllables of a word in Burmese letters, as names are spelt in Myanmar; Latin spelling parts them.
 *
 * @source MLC transcription in the form that names use
 */
export function burmese(word: string): readonly string[] {
  let rest = word
    .normalize('NFC')
    .replace(/[\u1037\u1038\u1036]?[\u1037\u1038]/g, mark => mark.replace(/[\u1037\u1038]/g, ''))
    .replaceAll('\u1039', '\u103a')
    .replace(/ော်/g, 'ော်')
  const out: string[] = []
  while (rest !== '') {
    const { text, length } = syllable(rest)
    // Its r is y at the head of a word.
    if (text !== '') out.push(out.length > 0 && rest.startsWith('ရ') ? text.replace(/^y/, 'r') : text)
    rest = rest.slice(Math.max(1, length))
  }
  return out
}

function syllable(rest: string): { readonly text: string; readonly length: number } {
  const first = rest[0] ?? ''
  if (INDEPENDENT[first] !== undefined) return { text: INDEPENDENT[first], length: 1 }
  const initial = CONSONANTS[first]
  if (initial === undefined) return { text: '', length: 1 }
  const medials = MEDIALS.exec(rest.slice(1))?.[0] ?? ''
  const at = 1 + medials.length
  const rime = RIMES.find(([written]) => rest.startsWith(written, at))
  const onset = withMedials(initial, medials)
  const rounded = medials.includes('\u103d') && rime && /^[နမတပဋ]်/.test(rime[0])
  if (rounded) return { text: `${onset.slice(0, -1)}u${rime[1].slice(1)}`, length: at + rime[0].length }
  return { text: onset + (rime?.[1] ?? 'a'), length: at + (rime?.[0].length ?? 0) }
}

function withMedials(initial: string, medials: string): string {
  let text = initial
  if (/[\u103b\u103c]/.test(medials)) text = FRONTED[`${text}y`] ?? `${text}y`
  if (medials.includes('\u103d')) text += 'w'
  if (medials.includes('\u103e')) text = initial === 'y' ? text.replace(/^yy?/, 'sh') : `h${text}`
  return text
}
