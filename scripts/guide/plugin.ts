import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Plugin } from 'vite'
import { compilePage } from './compile.ts'

const PAGE = /\/docs\/guide\/(?:ru|en)\/([\w-]+)\.md$/

/** Pages of the guide as modules: read while the client is built, their pictures served like its other files. */
export function guide(): Plugin {
  return {
    name: 'guide',
    enforce: 'pre',
    load(id) {
      const name = PAGE.exec(id)?.[1]
      if (name === undefined) return null
      this.addWatchFile(id)
      const pictures: string[] = []
      const page = compilePage(name, readFileSync(id, 'utf8'), (href) => {
        const file = join(dirname(id), href)
        return { src: `picture:${pictures.push(file) - 1}`, bytes: readFileSync(file) }
      })
      const imports = pictures.map((file, i) => `import picture${i} from ${JSON.stringify(file)}\n`)
      const text = JSON.stringify(page).replace(/"picture:(\d+)"/g, 'picture$1')
      return `${imports.join('')}export const page = ${text}\n`
    },
  }
}
