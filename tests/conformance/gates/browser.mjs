#!/usr/bin/env node
// Pages in a real browser: accessible, without a trace of active content, alone in the world, and
// at home on a phone.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { judgePages, require } from './tools.mjs';

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

await judgePages(process.argv.slice(2), async (page, file, url) => {
  const reasons = [];
  const say = (what, words) => reasons.push(`${what}: ${words}`);
  page.on('dialog', (dialog) => { say('dialog', dialog.message()); dialog.dismiss().catch(() => {}); });
  page.on('console', (message) => say('console', message.text()));
  page.on('pageerror', (error) => say('script error', error.message));
  await page.route('**/*', (route) => {
    const asked = route.request().url();
    if (asked === url || asked.startsWith('data:')) return route.continue();
    say('asks for', asked);
    return route.abort();
  });
  await page.goto(url);
  reasons.push(...await page.evaluate(structure));
  for (const link of await page.evaluate(localLinks)) {
    if (!existsSync(resolve(dirname(file), link))) say('link leads nowhere', link);
  }
  reasons.push(...await tabOrder(page));

  await page.evaluate(axe);
  for (const [width, name] of [[1280, 'desktop'], [375, 'phone']]) {
    await page.setViewportSize({ width, height: 812 });
    const { violations } = await page.evaluate((tags) => window.axe.run({ runOnly: tags, resultTypes: ['violations'] }), rules);
    for (const { id, nodes } of violations) say(`axe ${id} (${name})`, `${nodes.length} times, first ${nodes[0].target.join(' ')}`);
  }

  // 320 px is where WCAG 1.4.10 (reflow) draws the line: a desktop page at 400 %.
  for (const width of [375, 320]) {
    await page.setViewportSize({ width, height: 812 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) say('scrolls sideways', `${wide} px wide in a window of ${width} px`);
  }
  return reasons;
});

/** What axe does not ask for, or only as a recommendation. Runs in the page. */
function structure() {
  const found = [];
  const headings = document.querySelectorAll('h1').length;
  if (headings !== 1) found.push(`one h1: there are ${headings}`);
  if (!document.documentElement.lang) found.push('no language');
  if (!document.title.trim()) found.push('no title');
  for (const control of document.querySelectorAll('input, textarea, select, button')) {
    const words = [...(control.labels ?? [])].map((label) => label.textContent).join('')
      || (control.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join('')
      || control.getAttribute('aria-label') || '';
    if (!words.trim()) found.push(`no name: ${control.outerHTML}`);
  }
  for (const element of document.querySelectorAll('*')) {
    // The facts of a posting for job boards: no browser runs them, but they must be JSON.
    if (element.matches('script[type="application/ld+json"]') && element.attributes.length === 1) {
      try { JSON.parse(element.textContent); } catch { found.push(`facts that are not JSON: ${element.textContent.slice(0, 80)}`); }
      continue;
    }
    const active = /^(script|iframe|object|embed|base)$/i.test(element.localName)
      || [...element.attributes].some(({ name, value }) => /^on/i.test(name) || /^\s*(javascript|vbscript|data:text)/i.test(value));
    if (active) found.push(`active content: ${element.outerHTML.slice(0, 120)}`);
  }
  for (const link of document.querySelectorAll('a[href^="#"]')) {
    if (!document.getElementById(link.hash.slice(1))) found.push(`link leads nowhere: ${link.hash}`);
  }
  return found;
}

/** Files beside the page that it links to. Runs in the page. */
function localLinks() {
  return [...document.querySelectorAll('a[href]')]
    .map((link) => link.getAttribute('href'))
    .filter((href) => !/^([a-z][a-z0-9+.-]*:|#)/i.test(href))
    .map((href) => decodeURIComponent(href.replace(/[?#].*/, '')));
}

/** Walks the page by the Tab key, as one does who cannot use a mouse: every control is reached, in
    the order of the text. A group of radio buttons is one stop. */
async function tabOrder(page) {
  const stops = await page.evaluate(() => {
    const groups = new Set();
    window.reached = [];
    document.addEventListener('focusin', (event) => window.reached.push(event.target));
    window.wanted = [...document.querySelectorAll('a[href], input, textarea, select, button')]
      .filter(({ type, name }) => type !== 'radio' || (!groups.has(name) && groups.add(name)));
    return window.wanted.length;
  });
  // Not one after the other: waiting for each answer takes most of the time.
  await Promise.all(Array.from({ length: stops }, () => page.keyboard.press('Tab')));
  return page.evaluate(() => {
    const name = (element) => element?.outerHTML.slice(0, 80) ?? 'nothing';
    const at = window.wanted.findIndex((element, at) => element !== window.reached[at]);
    return at < 0 ? [] : [`tab order: stop ${at + 1} is ${name(window.reached[at])} instead of ${name(window.wanted[at])}`];
  });
}
