import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

/**
 * Loaded before anything else in a process or a worker: whoever asks a small disk for its free room
 * gets a true answer, and right afterwards something else takes all of it. `OPORA_TEST_FILLER` is the
 * file that grows; `OPORA_TEST_FILL_WHEN` is a part of the path that is asked about.
 */
const asked = fs.statfsSync

fs.statfsSync = (path, options) => {
  const answer = asked(path, options)
  const { OPORA_TEST_FILLER: filler, OPORA_TEST_FILL_WHEN: when } = process.env
  if (filler && when && String(path).includes(when)) fill(filler)
  return answer
}
syncBuiltinESMExports()

function fill(file) {
  const fd = fs.openSync(file, 'a')
  try {
    for (let bytes = 1024 * 1024; bytes >= 512; bytes /= 2) {
      const piece = Buffer.alloc(bytes, 1)
      try {
        for (;;) fs.writeSync(fd, piece)
      } catch (error) {
        if (error.code !== 'ENOSPC') throw error
      }
    }
  } finally {
    fs.closeSync(fd)
  }
}
