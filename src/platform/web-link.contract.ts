import { z } from 'zod'

/** An address people follow: of the web, and of nothing a browser would run. */
export const WebLink = z
  .string()
  .trim()
  .max(1000)
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), 'link_wrong')
