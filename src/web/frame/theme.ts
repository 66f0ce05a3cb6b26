/** Keeps a choice of the reader for the next visit; a browser that keeps nothing loses it, no more. */
export function keep(name: 'theme' | 'lang', value: string): void {
  try {
    localStorage.setItem(`wholists.${name}`, value)
  } catch {
    // Private windows and blocked storage refuse; the choice then holds for this page alone.
  }
}

/** Turns the theme from light to dark or back, whatever the system says. */
export function turnTheme(): void {
  const root = document.documentElement
  const dark = root.dataset['theme'] ? root.dataset['theme'] === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset['theme'] = dark ? 'light' : 'dark'
  keep('theme', root.dataset['theme'])
}
