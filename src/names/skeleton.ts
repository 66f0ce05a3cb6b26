const SPELLINGS = /shch|sch|sh|sz|tsh|tch|ch|cz|zh|ts|tz|dj|dz|dh|th|kh|gh|ph|ck|qu|x|[bcdfgjklmnpqrstvwz]/g
const CLASS: Readonly<Record<string, string>> = {
  shch: 's',
  sch: 's',
  sh: 's',
  sz: 's',
  tsh: 's',
  tch: 's',
  ch: 's',
  cz: 's',
  zh: 's',
  ts: 's',
  tz: 's',
  dj: 's',
  dz: 's',
  dh: 't',
  th: 't',
  kh: 'k',
  gh: 'k',
  ph: 'f',
  ck: 'k',
  qu: 'k',
  x: 'ks',
  b: 'p',
  p: 'p',
  d: 't',
  t: 't',
  g: 'k',
  k: 'k',
  q: 'k',
  c: 'k',
  j: 's',
  s: 's',
  z: 's',
  f: 'f',
  v: 'f',
  w: 'f',
  l: 'l',
  m: 'm',
  n: 'n',
  r: 'r',
}

/**
 * The consonants of a Latin word in eight sound classes (p t k s f l m n r), written doubles as one, h, y and vowels left
 * out: the form that spellings of one name in many languages and scripts share. Empty where fewer than two are left.
 */
export function skeletonOf(text: string): string {
  let out = ''
  let before = ''
  let end = -1
  for (const match of text.matchAll(SPELLINGS)) {
    const spelling = match[0]
    if (!(spelling === before && match.index === end)) out += CLASS[spelling] ?? ''
    before = spelling
    end = match.index + spelling.length
  }
  return out.length < 2 ? '' : out
}
