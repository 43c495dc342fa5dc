/** The page is in our own window, and not in a browser that asks the office server. */
export const isDesktop = () => location.protocol === 'app:'
