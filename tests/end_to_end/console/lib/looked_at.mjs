// Which pages were looked at, and in which language: an address counts only when the server
// answered it with the page itself, not with an error or a form's answer. A page that is only ever
// a file counts when the file came.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const LANGUAGES = ['en', 'id'];

export class LookedAt {
  constructor() {
    this.answers = new WeakMap();  // of each page, the last document
    this.pages = new Map();        // address -> languages
    this.files = new Set();
  }

  watch(context) {
    context.on('response', (response) => {
      const request = response.request();
      const path = new URL(response.url()).pathname;
      const is_whole = request.method() === 'GET' && response.status() === 200;
      const is_file = /^attachment/.test(response.headers()['content-disposition'] ?? '');
      if (is_whole && is_file) this.files.add(path);
      if (!request.isNavigationRequest() || is_file) return;
      this.answers.set(response.frame().page(), is_whole ? path : '');
    });
  }

  async note(page) {
    const path = this.answers.get(page);
    if (!path) return;
    const language = await page.evaluate(() => document.documentElement.lang);
    if (!this.pages.has(path)) this.pages.set(path, new Set());
    this.pages.get(path).add(language);
  }

  // What of the server's own list of pages was not looked at in both languages.
  missing(build) {
    const text = execFileSync(join(build, 'bin', 'kawan-console-pages'), { encoding: 'utf8' });
    const routes = text.trim().split('\n');
    const seen = new Map(routes.map((route) => [route, new Set()]));
    for (const [path, languages] of this.pages) {
      for (const language of languages) seen.get(routeOf(routes, path))?.add(language);
    }
    const files = new Set([...this.files].map((path) => routeOf(routes, path)));
    const isWhole = (route) => LANGUAGES.every((each) => seen.get(route).has(each));
    return routes.filter((route) => !isWhole(route) &&
      !(files.has(route) && seen.get(route).size === 0));
  }
}

// As the server finds it: one without parameters first.
function routeOf(routes, path) {
  if (routes.includes(path)) return path;
  const parts = path.split('/');
  return routes.find((route) => {
    const pattern = route.split('/');
    return pattern.length === parts.length &&
      pattern.every((part, at) => part.startsWith('{') || part === parts[at]);
  });
}
