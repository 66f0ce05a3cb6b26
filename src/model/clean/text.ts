// Invisible characters: controls, soft hyphen, zero-width marks, bidirectional controls, byte order mark, tags.
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

/** Text in NFC without invisible characters and with single blanks; undefined where nothing is left. */
export function cleanText(text: string): string | undefined {
  const out = text.toWellFormed().normalize('NFC').replace(INVISIBLE, '').replace(/\s+/gu, ' ').trim()
  return out === '' ? undefined : out
}
