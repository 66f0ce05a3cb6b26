import { existsSync, globSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** The fonts a Latin reader meets on every page; they are fetched beside the style sheet, not after it. */
const PRELOADED = ['source-sans-3-latin-400-normal', 'source-serif-4-latin-400-normal']

/**
 * Builds the pages into `src/web/dist` under `root`. No inline script or style comes out of it, so that they run under
 * `default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'`.
 *
 * @throws Error where the building tools are not installed, and for every fault in the pages' source
 */
export async function buildWeb({ root }: { readonly root: string }): Promise<void> {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')])
  await build({
    root: join(root, 'src', 'web'),
    configFile: false,
    logLevel: 'error',
    plugins: [react(), preloadFonts()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      target: 'es2022',
      chunkSizeWarningLimit: 600,
      reportCompressedSize: false,
    },
  })
}

/** True where the pages have never been built under `root`, or a file they are made of is newer than the build. */
export function webIsStale({ root }: { readonly root: string }): boolean {
  const web = join(root, 'src', 'web')
  if (!existsSync(join(web, 'main.tsx'))) return false
  const built = join(web, 'dist', 'index.html')
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  const made = readdirSync(web)
    .filter(name => name !== 'dist')
    .flatMap(name =>
      statSync(join(web, name)).isDirectory() ? globSync('**/*.*', { cwd: join(web, name) }).map(f => join(name, f)) : [name],
    )
    .filter(name => !name.endsWith('.test.ts'))
  return [...made.map(name => join(web, name)), join(root, 'src', 'build-web.ts')].some(f => existsSync(f) && statSync(f).mtimeMs > builtAt)
}

function preloadFonts(): Plugin {
  return {
    name: 'preload-fonts',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter(file => file.endsWith('.woff2') && PRELOADED.some(font => file.includes(font)))
          .map(file => ({
            tag: 'link',
            attrs: { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  }
}
