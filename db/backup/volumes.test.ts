import { expect, test } from 'vitest'
import { onOneDisk, volumesForCopies, volumesOf, type BlockDevice } from './volumes.ts'

/** As systeminformation 5.33 gives it on Windows 11: sizes are text, no protocol, `device` by WMI. */
const windows = (one: Partial<BlockDevice> & { mount: string }): BlockDevice => ({
  ...{ label: '', fsType: 'ntfs', size: '', removable: false, physical: 'Local', protocol: '' },
  ...{ device: '' },
  ...one,
})
const system = windows({
  ...{ mount: 'C:', label: 'Windows', size: '255253803008', device: '\\\\.\\PHYSICALDRIVE0' },
})
const stick = (mount: string, label: string, device: string) =>
  windows({
    ...{ mount, label, device, fsType: 'fat32', size: '15502147584' },
    ...{ removable: true, physical: 'Removable' },
  })
const programData = 'C:\\ProgramData\\Opora'

/** As lsblk gives it through the same library. */
const linux = (one: Partial<BlockDevice>): BlockDevice => ({
  ...{ mount: '', label: '', fsType: '', size: 0, removable: false, physical: '', protocol: '' },
  ...one,
})
const usbDisk = [
  linux({ physical: 'SSD', protocol: 'usb', device: '/dev/sdb', size: 500_107_862_016 }),
  linux({ mount: '/media/m/Дискът', fsType: 'exfat', device: '/dev/sdb', size: 500_106_788_864 }),
]
const root = linux({ mount: '/', fsType: 'ext4', device: '/dev/nvme0n1', size: 250_000_000_000 })
const places = (found: BlockDevice[], dataDir: string) =>
  volumesForCopies(volumesOf(found), dataDir).map((one) => one.mount)

test('Windows: a stick by its letter as a root, the disk of the data left out', () => {
  const found = [system, stick('E:', 'ARHIV-1', '\\\\.\\PHYSICALDRIVE1')]
  expect(volumesForCopies(volumesOf(found), programData)).toEqual([
    {
      mount: 'E:\\',
      label: 'ARHIV-1',
      fileSystem: 'fat32',
      removable: true,
      size: 15_502_147_584,
      device: '\\\\.\\PHYSICALDRIVE1',
    },
  ])
})

test('Windows: readers without a card and discs are left out, two sticks of one label are not', () => {
  const reader = windows({ mount: 'G:', fsType: '', removable: true, physical: 'Removable' })
  const disc = windows({ mount: 'D:', fsType: 'cdfs', size: '700000000', physical: 'CD/DVD' })
  expect(
    places([disc, reader, stick('F:', 'USB', ''), system, stick('E:', 'USB', '')], programData),
  ).toEqual(['E:\\', 'F:\\'])
})

test('Windows: a second fixed disk, a USB hard disk and a mapped drive come after the sticks', () => {
  const mapped = windows({ mount: 'Z:', label: 'Архив', size: '1000000000', physical: 'Network' })
  const second = windows({ mount: 'D:', size: '1000000000', device: '\\\\.\\PHYSICALDRIVE1' })
  expect(
    places([mapped, system, second, stick('E:', '', '\\\\.\\PHYSICALDRIVE2')], programData),
  ).toEqual(['E:\\', 'D:\\', 'Z:\\'])
})

test('Windows: a second partition of the disk of the data is one with it, another disk is not', () => {
  const second = windows({ mount: 'D:', size: '1000000000', device: '\\\\.\\PHYSICALDRIVE0' })
  const volumes = volumesOf([system, second, stick('E:', '', '\\\\.\\PHYSICALDRIVE2')])
  expect(onOneDisk(volumes, 'D:\\', programData)).toBe(true)
  expect(onOneDisk(volumes, 'D:\\Архив', 'c:\\programdata\\opora')).toBe(true)
  expect(onOneDisk(volumes, 'E:\\', programData)).toBe(false)
  // A share has no disk of this computer.
  expect(onOneDisk(volumes, '\\\\server\\share', programData)).toBe(false)
})

test('Windows: where no physical disk is told, two letters are not taken for one', () => {
  const volumes = volumesOf([windows({ ...system, device: '' }), stick('E:', '', '')])
  expect(onOneDisk(volumes, 'E:\\', programData)).toBe(false)
  expect(onOneDisk(volumes, 'C:\\Архив', programData)).toBe(true)
})

test('Linux: a USB hard disk says only on the disk itself that it came by USB', () => {
  const found = [root, ...usbDisk, linux({ mount: '/srv', fsType: 'ext4', device: '/dev/sda' })]
  const volumes = volumesForCopies(volumesOf(found), '/home/o/.local/share/Opora')
  expect(volumes.map((one) => [one.mount, one.removable])).toEqual([
    ['/media/m/Дискът', true],
    ['/srv', false],
  ])
})

test('Linux: what is the system is no place for a copy; a stick under /run/media is', () => {
  const mounts = ['/boot/efi', '/snap/core/1', '/run/user/1000', '/var/lib/docker', '/etc/x']
  const found = [root, ...mounts.map((mount) => linux({ mount, fsType: 'ext4', size: 1 }))]
  const media = linux({ mount: '/run/media/m/USB', fsType: 'vfat', removable: true, size: 1 })
  const image = linux({ mount: '/media/m/Install', fsType: 'iso9660', removable: true, size: 1 })
  expect(places([...found, media, image], '/srv/opora')).toEqual(['/run/media/m/USB'])
})

test('Linux: /home on its own disk is left out with the data on it, and offered without', () => {
  const home = linux({ mount: '/home', fsType: 'ext4', device: '/dev/sda', size: 1 })
  expect(places([root, home], '/home/o/.local/share/Opora')).toEqual([])
  expect(places([root, home], '/homestead/Opora')).toEqual(['/home'])
  // An office that is carried on a stick: said to be the same disk, not hidden.
  const own = linux({ mount: '/media/m/USB', fsType: 'vfat', removable: true, size: 1 })
  expect(places([root, own], '/media/m/USB/Opora')).toEqual(['/media/m/USB'])
})
