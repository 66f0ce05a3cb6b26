/**
 * Spellings of one sound or two, the longest first; a capital stands for a sound in the costs below. They cover English,
 * German, French, Italian, Spanish, Polish, Turkish, Albanian, Dutch, Swedish and Indonesian spelling of foreign names and
 * the usual romanisations. A value of two letters is two sounds. Before "+" stands what is read, after it the vowels of
 * which one must follow, a blank for the end of the word.
 */
export const SPELLINGS: readonly (readonly [string, string])[] = [
  ['schtsch', 'S'],
  ['sjtsj', 'S'],
  ['shtsh', 'S'],
  ['shch', 'S'],
  ['chtch', 'S'],
  ['szcz', 'S'],
  ['tsch', 'C'],
  ['dsch', 'J'],
  ['dzh', 'J'],
  ['tch', 'C'],
  ['sch', 'S'],
  ['tsh', 'C'],
  ['tzs', 'z'],
  ['tsj', 'C'],
  ['eyev', 'ev'],
  ['eiev', 'ev'],
  ['ejev', 'ev'],
  ['ejew', 'ev'],
  ['eev', 'ev'],
  ['eew', 'ev'],
  ['ayev', 'aev'],
  ['aiev', 'aev'],
  ['ajev', 'aev'],
  ['ajew', 'aev'],
  ['aev', 'aev'],
  ['aew', 'aev'],
  ['oyev', 'oev'],
  ['oev', 'oev'],
  ['oew', 'oev'],
  ['iev', 'iev'],
  ['jowa', 'ova'],
  ['jova', 'ova'],
  ['yev', 'ev'],
  ['jev', 'ev'],
  ['jew', 'ev'],
  ['yov', 'ov'],
  ['sci+aou', 'S'],
  ['gi+aou', 'J'],
  ['ci+aou', 'C'],
  ['gu+ei', 'g'],
  ['ou+aei', 'w'],
  ['tj', 'C'],
  ['sj', 'S'],
  ['zj', 'Z'],
  ['cs', 'C'],
  ['zs', 'Z'],
  ['xh', 'J'],
  ['ij+ ', 'i'],
  ['sh', 'S'],
  ['cz', 'C'],
  ['sz', 'S'],
  ['ch', 'C'],
  ['zh', 'Z'],
  ['kh', 'X'],
  ['gh', 'G'],
  ['th', 'T'],
  ['dh', 'D'],
  ['ph', 'f'],
  ['ck', 'k'],
  ['ts', 'Q'],
  ['tz', 'Q'],
  ['dj', 'J'],
  ['dz', 'Q'],
  ['qu', 'k'],
  ['cq', 'k'],
  ['ou', 'u'],
  ['oo', 'u'],
  ['ee', 'i'],
  ['ea', 'i'],
  ['ie', 'i'],
  ['oe', 'o'],
  ['ae', 'e'],
  ['ue', 'u'],
  ['wh', 'w'],
  ['rh', 'r'],
  ['hs', 'S'],
  ['y', 'i'],
  ['ks', 'x'],
]

/** Sounds: vowels first, then consonants; capitals are the sounds of SPELLINGS. */
export const SOUNDS = 'aeioubcdfghjklmnpqrstvwxzSCXZGTDJQ0123456789'

/** Cost of writing one sound for another, in twentieths of an edit; pairs that are not here cost more than an edit, since a slip of the hand is counted apart. */
export const SOUND_COSTS = `
ae10 ai13 ao11 au13 ei8 eo12 eu13 io13 iu12 ou7 ij4 ej9 uw5 ow9 vu7 au13
kq2 kc4 qc5 qg5 kg9 qG5 kG10 gG3 kX7 hX4 hx9 GX7 hG9 qX9 cs4 cz6 cS8 cC6 cQ4 cJ5 cX7
sz4 sS8 sT8 zT8 zD4 dD2 tT2 td10 zZ7 sZ11 sQ8 zQ6 sC26 zC26 tC14 tQ10 dQ12
SC7 SZ9 SJ10 SX14 CX8 CJ7 CQ8 CZ9 JZ4 jZ6 jJ2 jX6 jh9 gJ8 gj9 gZ9 dJ11 JQ8 Sx8 sx8 kx8 Xx10 zJ9 iJ9 jC9 jS12
vw2 bv9 bp9 fv6 fp12 fw16 bw13 fT13 mn13 lr14 hk15 hj9 kC22 Qx14 Gr11 gw13
0o4 1i4 1l4 2z5 3e4 4a4 5s4 6b6 6g6 7t6 8b4 9g4
`

/** Cost of a sound that stands on one side only, in twentieths of an edit; consonants that are not here cost more than an edit. */
export const GAP_COSTS = 'a12 e11 i12 o12 u12 h7 j12 w14 G14'
