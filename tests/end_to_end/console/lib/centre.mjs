// A health centre in a scratch folder and its server: `command` runs kawan-server, `start` serves.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, openSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const UNITS = 'code,name,village,village_code\nP1,Melati 1,Sukamaju,3201010001\n' +
  'P2,Melati 2,Sukasari,3201010002\n';

export class Centre {
  constructor(build) {
    this.program = join(build, 'bin', 'kawan-server');
    this.folder = mkdtempSync(join(tmpdir(), 'kawan-console-'));
    this.data = join(this.folder, 'centre');
    this.codes = {};
  }

  // Of a name that wants escaping, with two posyandu.
  init(units = UNITS) {
    const file = this.file('units.csv', units);
    this.run(['init', '--data', this.data, '--centre', 'Puskesmas "Melati" & <Mawar>', '--units',
      file, '--address', '127.0.0.1:8443']);
  }

  // A file in the scratch folder; its path.
  file(name, text) {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  run(words) {
    return execFileSync(this.program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  }

  // Its JSON answer: command(['user', 'list']).
  command(words) {
    const text = this.run([...words, '--data', this.data, '--json']);
    return text.trim() === '' ? null : JSON.parse(text);
  }

  // Adds a user and keeps the code of the slip in `codes`.
  addUser(name, role, units = []) {
    const rows = this.command(['user', 'add', name, '--role', role,
      ...units.flatMap((unit) => ['--unit', unit])]);
    const row = Array.isArray(rows) ? rows[0] : rows;
    this.codes[name] = row.code;
    return row.code;
  }

  // `more`: words of `kawan-server serve`.
  async start(more = []) {
    const ready = join(this.folder, 'ready');
    const log = openSync(join(this.folder, 'log'), 'a');
    this.server = spawn(this.program, ['serve', '--data', this.data, '--listen', '127.0.0.1:0',
      '--ready-file', ready, ...more], { stdio: ['ignore', log, log] });
    for (let tenths = 0; tenths < 200 && !existsSync(ready); tenths += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    this.url = `https://${readFileSync(ready, 'utf8').trim()}`;
  }

  log() {
    const path = join(this.folder, 'log');
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  async end() {
    if (this.server) {
      const gone = new Promise((resolve) => this.server.once('exit', resolve));
      this.server.kill('SIGTERM');
      await gone;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
