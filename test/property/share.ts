/** How much of what is made at random a run makes, 1 unless it is run again and again for every change of a source. */
const SHARE = Number(process.env.PROPERTY_SHARE ?? 1)

export const shareOf = (all: number): number => Math.ceil(all * SHARE)
