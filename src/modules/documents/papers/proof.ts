import { randomBytes } from 'node:crypto'
import { renderSVG } from 'uqr'
import type { Services } from '../../../platform/services.ts'
import { siteAddress } from '../../identity/index.ts'

/** Digits and letters that are not taken for one another (Crockford's base 32). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const LENGTH = 16

/** What only who holds the paper knows: 80 random bits. */
export const newCode = (): string => Array.from(randomBytes(LENGTH), (byte) => LETTERS[byte % 32]).join('')

export const checkAddress = ({ settings }: Pick<Services, 'settings'>, code: string): string =>
  `${siteAddress(settings)}/check/${code}`

export const asPicture = (address: string): string => renderSVG(address, { border: 0, ecc: 'M' })
