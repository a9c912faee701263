import { runTool } from '../tool.ts';
import { readCommand, runCommand, UsageError, usage } from './command.ts';

/** Lists, shows, sends again and drops dead letters: `npm run dlq -- list`. */
await runTool('dlq', {
  read: () => readCommand(process.argv.slice(2)),
  run: (bus, command) => runCommand(bus, command, (text) => process.stdout.write(text)),
  help: (error) => (error instanceof UsageError ? usage : undefined),
});
