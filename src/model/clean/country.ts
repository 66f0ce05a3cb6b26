import { createRequire } from 'node:module'
// Without its languages: all 78 take 6 MB in each thread, and only those below are asked for.
import countries from 'i18n-iso-countries/index.js'
import { COUNTRY_ALIASES, HISTORIC } from './country.tables.ts'
import foreign from './country-foreign.json' with { type: 'json' }
import { DEMONYMS } from './demonym.tables.ts'

const require = createRequire(import.meta.url)
const LANGUAGES = ['en', 'fr', 'es', 'de', 'ru', 'ar', 'uk', 'it', 'pt', 'tr', 'fa', 'zh', 'ja'] as const

let byName: Map<string, string> | undefined

const fold = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    // Capitals of Turkish do not tell it from the dotted letter.
    .replace(/ı/gu, 'i')
    .replace(/[’'`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/^the /, '')
    .trim()

function names(): Map<string, string> {
  if (byName) return byName
  byName = new Map()
  for (const language of LANGUAGES) {
    const locale = require(`i18n-iso-countries/langs/${language}.json`) as { countries: Record<string, string | string[]> }
    for (const [code, value] of Object.entries(locale.countries)) {
      for (const name of [value].flat()) byName.set(fold(name), code.toLowerCase())
    }
  }
  for (const [name, code] of Object.entries(DEMONYMS)) byName.set(fold(name), code)
  for (const [name, code] of Object.entries(foreign)) byName.set(fold(name), code)
  for (const [name, code] of Object.entries(COUNTRY_ALIASES)) byName.set(fold(name), code)
  for (const [code, { names: old }] of Object.entries(HISTORIC)) for (const name of old) byName.set(fold(name), code)
  return byName
}

/**
 * The code of a country from its name or code: ISO 3166 alpha-2 in lower case, `eu`, `un`, `xk`, and FollowTheMoney's
 * codes for States that are no more (`suhh`, `yucs`). Undefined where the text names none: never a guess.
 */
export function cleanCountry(text: string): string | undefined {
  const raw = text.trim()
  const known = names().get(fold(raw))
  if (known) return known
  const lower = raw.toLowerCase()
  if (/^[a-z]{2}$/.test(lower)) {
    if (lower === 'uk') return 'gb'
    if (lower === 'el') return 'gr'
    return countries.isValid(lower) || ['eu', 'un', 'xk', 'zz'].includes(lower) ? lower : undefined
  }
  if (lower in HISTORIC) return lower
  if (/^[a-z]{3}$/i.test(raw)) return countries.alpha3ToAlpha2(raw.toUpperCase())?.toLowerCase()
  const comma = /^([^,]+),\s*(.+)$/.exec(raw)
  return comma ? names().get(fold(`${comma[2]} ${comma[1]}`)) : undefined
}

/**
 * The codes of a text that names one country or several: `Sudan/South Sudan`, `Ukrainian, Russian`, `Myanmar/Burma`.
 * The whole text is looked up first, then its parts; parts that mean the same place are one. Empty where any part names none.
 */
export function cleanCountries(text: string): readonly string[] {
  const whole = cleanCountry(text)
  if (whole) return [whole]
  const parts = text.split(/\s*(?:\/|;|,|\bor\b|\band\b)\s*/iu).filter(part => part !== '')
  const codes = parts.map(cleanCountry).filter(code => code !== undefined)
  return parts.length > 1 && codes.length === parts.length ? [...new Set(codes)] : []
}

/** The English name of a country code, or the code itself where none is known. */
export function countryName(code: string): string {
  const old = HISTORIC[code]
  if (old) return old.names[0] ?? code
  const special: Readonly<Record<string, string>> = { eu: 'European Union', un: 'United Nations', xk: 'Kosovo', zz: 'International' }
  const known = special[code]
  if (known) return known
  try {
    return new Intl.DisplayNames(['en'], { type: 'region' }).of(code.toUpperCase()) ?? code
  } catch {
    return code
  }
}
