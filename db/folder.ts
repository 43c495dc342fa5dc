import { posix, win32 } from 'node:path'
import { isInside as liesIn } from './inside.ts'

/** Why a folder may not hold the data. `service` names the program that copies the folder away. */
export type FolderProblem =
  | { reason: 'networkShare' }
  | { reason: 'mappedDrive' }
  | { reason: 'syncedFolder'; service: string }
  /** An update or a removal of the program takes it along. */
  | { reason: 'insideProgram' }

export interface FolderFacts {
  /** As the user gave it, absolute. */
  path: string
  /** With links and mapped drives resolved; Windows gives \\server\share for a mapped drive. */
  realPath: string
  platform: 'win32' | 'linux' | 'darwin'
  /** Folder of the program that runs, with links resolved. */
  programFolder: string
  /** Text of /proc/mounts; empty elsewhere. */
  mounts: string
  /** OneDrive and its kin name their folders here. */
  environment: Record<string, string | undefined>
}

const networkFileSystems = new Set(
  'nfs nfs3 nfs4 cifs smb2 smb3 smbfs ncpfs afs ceph glusterfs lustre davfs davfs2 webdav coda ocfs2 gfs2 vboxsf vmhgfs prl_fs fuse.sshfs fuse.rclone fuse.davfs2 fuse.gvfsd-fuse fuse.glusterfs fuse.ceph fuse.s3fs fuse.vmhgfs-fuse fuse.onedriver fuse.google-drive-ocamlfuse'.split(
    ' ',
  ),
)

/** How the folders of synchronising programs are called, as one part of a path. */
const syncedNames: readonly (readonly [RegExp, string])[] = [
  [/^onedrive( ?[-–(].*)?$/, 'OneDrive'],
  [/^dropbox( ?[-–(].*)?$/, 'Dropbox'],
  [/^(google ?drive|googledrive|my drive|моят диск)( ?[-–(].*)?$/, 'Google Drive'],
  [/^(icloud ?drive|iclouddrive|com~apple~clouddocs)$/, 'iCloud'],
  [/^(nextcloud|owncloud)\d*$/, 'Nextcloud'],
  [/^(megasync|mega|pcloud ?drive|pcloud|yandex\.?disk|box sync|syncthing|resilio sync)$/, 'sync'],
]

const syncedVariables = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer'] as const

/**
 * Whether the data may live in a folder: two computers writing to one SQLite file over a network,
 * or a program that swaps the file underneath, destroy it. Null: nothing speaks against it.
 */
export function folderProblem(facts: FolderFacts): FolderProblem | null {
  const windows = facts.platform === 'win32'
  if (windows && isUnc(facts.path)) return { reason: 'networkShare' }
  if (windows && isUnc(facts.realPath)) return { reason: 'mappedDrive' }
  for (const path of [facts.path, facts.realPath]) {
    const service = syncService(path, facts)
    if (service !== null) return { reason: 'syncedFolder', service }
    if (liesIn(withoutPrefix(path), facts.programFolder, windows ? win32 : posix))
      return { reason: 'insideProgram' }
  }
  if (networkFileSystems.has(fileSystemOf(facts.realPath, facts.mounts)))
    return { reason: 'networkShare' }
  return null
}

/** \\?\C:\Opora is C:\Opora. */
function withoutPrefix(path: string): string {
  return path.replace(/^\\\\[?.]\\(?=[a-z]:)/i, '')
}

/** \\server\share, //server/share, \\?\UNC\server\share; but not \\?\C:\ and \\.\. */
function isUnc(path: string): boolean {
  const text = path.replaceAll('/', '\\')
  if (/^\\\\[?.]\\/.test(text)) return /^\\\\[?.]\\UNC\\/i.test(text)
  return text.startsWith('\\\\')
}

function syncService(path: string, facts: FolderFacts): string | null {
  const parts = splitPath(path)
  for (const variable of syncedVariables) {
    const root = facts.environment[variable]
    if (root && isInside(parts, splitPath(root))) return 'OneDrive'
  }
  for (const part of parts)
    for (const [pattern, service] of syncedNames) if (pattern.test(part)) return service
  return null
}

/** Type of the file system that holds the path, by the longest mount point. */
function fileSystemOf(path: string, mounts: string): string {
  const parts = path.split('/').filter((part) => part !== '')
  let best = { length: -1, type: '' }
  for (const line of mounts.split('\n')) {
    const [, point, type] = line.split(' ')
    if (point === undefined || type === undefined) continue
    const mountPoint = point.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    )
    const root = mountPoint.split('/').filter((part) => part !== '')
    if (root.length >= best.length && isInside(parts, root)) best = { length: root.length, type }
  }
  return best.type
}

function splitPath(path: string): string[] {
  return path
    .toLowerCase()
    .split(/[\\/]+/)
    .filter((part) => part !== '')
}

function isInside(parts: string[], root: string[]): boolean {
  return root.every((part, index) => parts[index] === part)
}
