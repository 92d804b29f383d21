/** The year one plans for: from September on the next one, for plans are made in autumn. */
export const planningYear = (today: string): number => Number(today.slice(0, 4)) + (today.slice(5, 7) >= '09' ? 1 : 0)
