import * as host from 'node:path'

/**
 * Whether a path is a folder or lies in it. Windows does not tell „C:\Opora“ from „c:\opora“, and
 * from one drive to another there is no way; tests ask it of Windows' paths on any system.
 */
export function isInside(
  path: string,
  folder: string,
  { relative, isAbsolute }: Pick<typeof host, 'relative' | 'isAbsolute'> = host,
): boolean {
  const way = relative(folder, path)
  return way === '' || (!/^\.\.([\\/]|$)/.test(way) && !isAbsolute(way))
}
