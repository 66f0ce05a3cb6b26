/** Scripts by a range of their letters, with the language tag and direction a browser needs to set them well. */
const SCRIPTS: readonly { readonly script: string; readonly range: RegExp; readonly lang: string; readonly rtl?: boolean }[] = [
  { script: 'Arabic', range: /[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]/u, lang: 'ar', rtl: true },
  { script: 'Hebrew', range: /[\u0590-\u05ff]/u, lang: 'he', rtl: true },
  { script: 'Cyrillic', range: /[\u0400-\u052f]/u, lang: 'ru' },
  { script: 'Kana', range: /[\u3040-\u30ff]/u, lang: 'ja' },
  { script: 'Hangul', range: /[\uac00-\ud7af\u1100-\u11ff]/u, lang: 'ko' },
  { script: 'Han', range: /[\u3400-\u9fff]/u, lang: 'zh' },
  { script: 'Greek', range: /[\u0370-\u03ff]/u, lang: 'el' },
  { script: 'Georgian', range: /[\u10a0-\u10ff]/u, lang: 'ka' },
  { script: 'Armenian', range: /[\u0530-\u058f]/u, lang: 'hy' },
  { script: 'Thai', range: /[\u0e00-\u0e7f]/u, lang: 'th' },
  { script: 'Devanagari', range: /[\u0900-\u097f]/u, lang: 'hi' },
]

const RTL: ReadonlySet<string> = new Set(['ar', 'fa', 'ps', 'ur', 'he', 'ckb', 'ug', 'dv', 'yi'])

/** The script a text is mainly written in. */
export const scriptOf = (text: string): string => SCRIPTS.find(s => s.range.test(text))?.script ?? 'Latin'

/** The language tag and direction for a text: as told, else from its script. */
export function langOf(text: string, told: string | null = null): { readonly lang: string; readonly dir: 'ltr' | 'rtl' } {
  const found = SCRIPTS.find(s => s.range.test(text))
  const fits = told !== null && (found ? told !== 'en' : !RTL.has(told))
  const lang = fits ? told : (found?.lang ?? 'en')
  return { lang, dir: found?.rtl ? 'rtl' : 'ltr' }
}

/** A name in its own script, with the language and direction it is read in. */
export function Name({
  text,
  lang = null,
  className,
}: {
  readonly text: string
  readonly lang?: string | null
  readonly className?: string
}) {
  return (
    <bdi {...langOf(text, lang)} {...(className ? { className } : {})}>
      {text}
    </bdi>
  )
}
