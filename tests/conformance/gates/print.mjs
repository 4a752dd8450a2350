#!/usr/bin/env node
// Pages on paper: what Chromium prints holds every word that the page has for paper, so nothing is
// cut off at the edge. The words are taken in the order of the page (`-raw`): by its place on paper, the
// rest of a word that is divided in one cell of a table would follow the words of the next cell.
import { execFileSync } from 'node:child_process';
import { judgePages, lacking } from './tools.mjs';

await judgePages(process.argv.slice(2), async (page, file, url) => {
  await page.goto(url);
  await page.emulateMedia({ media: 'print' });
  const words = await page.evaluate(() => {
    // What to write into a blank within a line is said to those who hear the page, and not drawn.
    document.querySelectorAll('.blank > span:last-child').forEach((label) => label.remove());
    return document.querySelector('main').innerText;
  });
  const printed = execFileSync('pdftotext', ['-raw', '-', '-'], { input: await page.pdf({ format: 'A4' }), encoding: 'utf8' });
  const lost = lacking(words, printed);
  return lost.length ? [`not on paper: ${lost.join(' ')}`] : [];
});
