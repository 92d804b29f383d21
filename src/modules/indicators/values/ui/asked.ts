import { z } from 'zod'

export const PARTS = ['counted', 'rest', 'unknown'] as const
export type Part = (typeof PARTS)[number]

const text = z.string().min(1).max(300).optional().catch(undefined)

/** A cell that was asked "who is that?", as it stands in the address: the answer can be shared and gone back to. */
export const Asked = z.object({
  who: text,
  slice: text,
  key: text,
  part: z.enum(PARTS).optional().catch(undefined),
})
export type Asked = z.infer<typeof Asked>
