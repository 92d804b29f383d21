/** A new page begins at its title, for the eye and for who listens, as soon as there is one: it may be loaded first. */
let isExpected = false

export function expectTitle(): void {
  isExpected = true
}

export function arriveAt(title: HTMLElement | null): void {
  if (!isExpected || title === null) return
  isExpected = false
  title.focus({ preventScroll: true })
}
