// What the gates written in JavaScript share: the modules that install.sh fetched, a browser that
// reaches nothing but the page under test, words to compare, and verdicts.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

/** `require` for the modules in target/conformance. */
export const require = createRequire(new URL('../../../target/conformance/package.json', import.meta.url));

/** Prints the verdict about a file: it is sound when there are no reasons against it. */
export function verdict(file, reasons) {
  for (const reason of reasons) console.log(`FAIL ${file}: ${reason.replace(/\s+/g, ' ').slice(0, 400)}`);
  if (!reasons.length) console.log(`ok ${file}`);
}

/** Judges files in one browser, two at a time, each on a page of its own. */
export async function judgePages(files, judge) {
  const { chromium } = require('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || execFileSync('sh', ['-c', 'command -v chromium'], { encoding: 'utf8' }).trim(),
    // No name resolves: a request that slips by the watch below goes nowhere.
    args: ['--host-resolver-rules=MAP * ~NOTFOUND', '--disable-background-networking', '--disable-component-update'],
  });
  const queue = [...files];
  const work = async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    for (let file = queue.shift(); file; file = queue.shift()) {
      const page = await context.newPage();
      verdict(file, await judge(page, file, pathToFileURL(file).href));
      await page.close();
    }
  };
  await Promise.all([work(), work()]);
  await browser.close();
}

/** How often each word is in a text, without the marks between words. "Month-end" is one word: at the
    end of a line, pdftotext takes its hyphen for that of a divided word. */
function countWords(text) {
  const words = new Map();
  const joined = text.normalize('NFKC').replace(/(?<=\p{L})[-\u2010\u00ad]\s*(?=\p{L})/gu, '');
  for (const word of joined.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []) {
    words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

/** The words of one text that another lacks. */
export function lacking(wanted, text) {
  const there = countWords(text);
  return [...countWords(wanted)].filter(([word, times]) => (there.get(word) ?? 0) < times).map(([word]) => word);
}
