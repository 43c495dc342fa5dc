import { app, Menu } from 'electron'
import { dataDirFrom } from '#electron/office/data-folder.ts'
import { expectNode } from '#electron/office/node-version.ts'
import { runDesktop } from './program.ts'
import { declareScheme } from './protocol.ts'

expectNode()
// In a packaged program the arguments follow the program itself; otherwise the folder stands between.
const args = process.argv.slice(app.isPackaged ? 1 : 2)
const [command] = args

// All of this counts only before Electron is ready.
declareScheme()
app.enableSandbox()
app.setAppUserModelId('bg.opora.app')
app.commandLine.appendSwitch('lang', 'bg')
// No menu bar: Alt belongs to the page. Without one the clipboard keys work by themselves.
Menu.setApplicationMenu(null)

if (command !== undefined && !command.startsWith('-')) {
  // „Opora.exe verify …“: the installed program is also its own command line, since it cannot be run
  // as plain Node. No window, and the same commands as „opora …“.
  void import('#electron/cli/main.ts').then(async ({ runCommand }) => {
    const code = await runCommand(args)
    // The office server goes on until a signal ends it.
    if (command !== 'server' || code !== 0) app.exit(code)
  })
} else {
  runDesktop(dataDirFrom(args), import.meta.dirname)
}
