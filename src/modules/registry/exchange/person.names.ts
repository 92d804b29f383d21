import { tidy } from '../text.ts'

/** Parts of Turkic patronymics that are written small. */
const PARTICLES = new Set(['оглы', 'оглу', 'кызы', 'гызы', 'улы', 'уулу', 'угли', 'кизи'])
const PART = /[^\s\u2010-\u2015\u2212'’-]+/g

/**
 * A name as it is shown: words written all in capitals or all small get one capital («УШАКОВА» → «Ушакова»,
 * «салтыков-щедрин» → «Салтыков-Щедрин»); a mixed spelling («МакДональд») is somebody's own and stays.
 */
export function normalCase(name: string): string {
  return tidy(name)
    .normalize('NFC')
    .replace(PART, (part, at: number) => {
      const small = part.toLowerCase()
      if (at > 0 && PARTICLES.has(small)) return small
      if (part !== small && part !== part.toUpperCase()) return part
      return small.charAt(0).toUpperCase() + small.slice(1)
    })
}
