// Invisible characters: controls, soft hyphen, zero-width marks, bidirectional controls, byte order mark, tags.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/giu

/**
 * Text in NFC without invisible characters and with single blanks; undefined where nothing is left. An entity that a
 * publisher escaped twice (`O&amp;apos;Neill` in the file) is the character it stands for.
 */
export function cleanText(text: string): string | undefined {
  if (CLEAN_ASCII.test(text)) return text
  const out = (text.includes('&') ? unescaped(text) : text)
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return out === '' ? undefined : out
}

/** Words of plain letters and signs with single blanks between: most texts, and nothing to clean. */
const CLEAN_ASCII = /^[\u0021-\u0025\u0027-\u007e]+(?: [\u0021-\u0025\u0027-\u007e]+)*$/

function unescaped(text: string): string {
  return text.replace(ENTITY, (all, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? all
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
  })
}

/** One of the signs that damage shows in: a quick look at each of millions of texts. */
const MAY_BE_DAMAGED = /[^\u0000-\u007f]|\?{3}|</

/** What has happened to a text on its way here, as a problem's code; undefined where nothing shows. It is told, never repaired. */
export function damageOf(text: string): 'text.garbled' | 'text.lost' | 'text.markup' | undefined {
  if (!MAY_BE_DAMAGED.test(text)) return undefined
  // UTF-8 that was read as a single-byte encoding: a lead byte's letter before a continuation byte's sign.
  if (
    /[\u00c3\u00c2\u00d0\u00d1\u00d8\u00d9][\u0080-\u00bf\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2122]/u.test(
      text,
    )
  ) {
    return 'text.garbled'
  }
  if (/\ufffd|\?{3,}/u.test(text)) return 'text.lost'
  return /<\/?[a-z][a-z0-9]*(?:\s[^>]*)?\/?>/iu.test(text) ? 'text.markup' : undefined
}
