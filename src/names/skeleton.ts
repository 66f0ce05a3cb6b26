const DIGRAPHS: readonly (readonly [RegExp, string])[] = [[/shch|sch|sh|sz|tsh|tch|ch|cz|zh|ts|tz|dj|dz|dh|th|kh|gh|ph|ck|qu|xh|rh/g, '']]
const SOUND: Readonly<Record<string, string>> = {
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
  xh: 's',
  rh: 'r',
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
  x: 'ks',
  f: 'f',
  v: 'f',
  w: 'f',
  l: 'l',
  m: 'm',
  n: 'n',
  r: 'r',
  h: '',
}

/** The consonants of a Latin word in sound classes, doubles as one; empty where fewer than two are left. */
export function skeletonOf(text: string): string {
  const digraphs = DIGRAPHS[0]?.[0] ?? /$^/
  let out = ''
  let at = 0
  const add = (sound: string): void => {
    for (const letter of sound) if (!out.endsWith(letter)) out += letter
  }
  for (const match of text.matchAll(digraphs)) {
    for (; at < match.index; at++) add(SOUND[text[at] ?? ''] ?? '')
    add(SOUND[match[0]] ?? '')
    at = match.index + match[0].length
  }
  for (; at < text.length; at++) add(SOUND[text[at] ?? ''] ?? '')
  return out.length < 2 ? '' : out
}
