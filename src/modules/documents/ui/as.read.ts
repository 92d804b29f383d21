type Read = { readonly id: number; readonly version: number }

/** What is decided on is what was read: whatever changed since is left out by the server. */
export const asRead = (several: readonly Read[]): Read[] => several.map(({ id, version }) => ({ id, version }))
