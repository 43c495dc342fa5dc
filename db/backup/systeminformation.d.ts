/** One part of the library; its front door would put everything else into the program too. */
declare module 'systeminformation/lib/filesystem.js' {
  import type { Systeminformation } from 'systeminformation'
  const filesystem: { blockDevices(): Promise<Systeminformation.BlockDevicesData[]> }
  export default filesystem
}
