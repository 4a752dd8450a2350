#!/usr/bin/env node
// Pages on paper: what Chromium prints holds every word that the page has for paper, so nothing is
// cut off at the edge.
import { execFileSync } from 'node:child_process';
import { judgePages, lacking } from './tools.mjs';

await judgePages(process.argv.slice(2), async (page, file, url) => {
  await page.goto(url);
  await page.emulateMedia({ media: 'print' });
  const words = await page.evaluate(() => document.querySelector('main').innerText);
  const printed = execFileSync('pdftotext', ['-', '-'], { input: await page.pdf({ format: 'A4' }), encoding: 'utf8' });
  const lost = lacking(words, printed);
  return lost.length ? [`not on paper: ${lost.join(' ')}`] : [];
});
