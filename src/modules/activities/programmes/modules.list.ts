/** The list of the district that names modules over all editions of their programmes. */
export const MODULES = 'programme_module'
