import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable']

/** Where a Chromium is installed; undefined where there is none, and then pages cannot be looked at. */
export const chromiumPath = PLACES.find(path => existsSync(path))

/** A headless Chromium. */
export const openBrowser = (path: string): Promise<Browser> =>
  chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'] })

/** How a page is looked at. */
export type Look = { readonly width: number; readonly theme: 'light' | 'dark' }

/** A page on a fixed day, with everything kept that the console calls an error, and every request that leaves for elsewhere. */
export async function openPage(
  browser: Browser,
  url: string,
  look: Look,
): Promise<{ context: BrowserContext; page: Page; errors: string[] }> {
  const context = await browser.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.theme })
  const page = await context.newPage()
  await page.clock.setFixedTime(new Date('2026-11-24T12:00:00Z'))
  const errors: string[] = []
  page.on('pageerror', error => errors.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) errors.push(message.text())
  })
  const own = new URL(url).origin
  page.on('request', request => {
    if (!request.url().startsWith(own) && !request.url().startsWith('blob:')) errors.push(`a request to ${request.url()}`)
  })
  await page.goto(url)
  await page.waitForLoadState('networkidle')
  return { context, page, errors }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page as it stands, one line a rule and place. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE)
  const result = await page.evaluate<{
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[]
    }[]
  }>('axe.run(document, { resultTypes: ["violations"] })')
  return result.violations.flatMap(v =>
    v.nodes.map(n => `${v.id} at ${n.target.join(' ')}: ${n.failureSummary?.replaceAll('\n', ' ') ?? ''}`),
  )
}

/** How many pixels a page is wider than its window. */
export const sideways = async (page: Page): Promise<number> =>
  Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'))
