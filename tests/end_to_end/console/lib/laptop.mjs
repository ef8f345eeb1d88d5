// A cadre's laptop by its command line: it enrols with a slip's code, writes and sends.
import { execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';

export class Laptop {
  constructor(build, centre, name) {
    this.program = join(build, 'bin', 'kawan');
    this.data = join(centre.folder, `laptop-${Object.keys(centre.codes).indexOf(name)}`);
    this.pin = '27182818';
    this.command(['enrol', centre.codes[name], '--server', centre.url]);
  }

  command(words, input = '') {
    return execFileSync(this.program, ['--data', this.data, ...words], {
      encoding: 'utf8', input, env: { ...process.env, KAWAN_PIN: this.pin, KAWAN_NEW_PIN: '31415926' },
      stdio: ['pipe', 'pipe', 'pipe'] });
  }

  // Lines of {type, id, unit, fields}, as `kawan import` takes them.
  write(records) {
    const lines = records.map((record) => JSON.stringify(record)).join('\n');
    this.command(['import', '-'], `${lines}\n`);
  }

  edit(id, answers) {
    this.command(['edit', id], JSON.stringify(answers));
  }

  send() {
    this.command(['sync']);
  }

  // While others do something else; its exit code, in the end.
  sendMeanwhile() {
    const child = spawn(this.program, ['--data', this.data, 'sync'],
      { env: { ...process.env, KAWAN_PIN: this.pin }, stdio: 'ignore' });
    return new Promise((resolve) => child.once('exit', resolve));
  }

  // Of a laptop that was shut out: what it still has goes, then it erases itself, and says so.
  sendLast() {
    try {
      this.send();
    } catch { /* it ends with a word of its own */ }
  }
}
