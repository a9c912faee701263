/** Writes the packages of the hostile contract to a folder, where Python has to read them: `node write-hostile.ts <folder>`. */
import { join } from 'node:path';
import { fastapiServer } from '../../../generators/fastapi-server/target.ts';
import { pythonClient } from '../../../generators/python-client/target.ts';
import { contractFrom } from '../support/contract.ts';
import { writeFiles } from '../support/type-check.ts';
import { hostileContract } from './hostile-contract.ts';

const [folder = '.'] = process.argv.slice(2);
const contract = contractFrom(JSON.stringify(hostileContract()));
const packages = { hostile_client: pythonClient, hostile_server: fastapiServer };
for (const [name, target] of Object.entries(packages)) {
  writeFiles(join(folder, name), target.generate(contract, { importExtension: '.js' }).files);
}
