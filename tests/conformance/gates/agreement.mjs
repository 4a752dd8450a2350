#!/usr/bin/env node
// Markdown as others read it: the reference renderer (cmark-gfm) shows the same text for NAME.md as
// our page NAME.html, heading for heading and paragraph for paragraph, and nothing dangerous gets
// through to it. README.md in this folder explains the comparison.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { require, verdict } from './tools.mjs';

const { parse } = require('parse5');
const extensions = ['table', 'strikethrough', 'tasklist'].flatMap((name) => ['-e', name]);
const cmark = (file, to) => execFileSync('cmark-gfm', [...extensions, '--to', to, file], { encoding: 'utf8', maxBuffer: 1 << 28 });

// The markers are the only raw HTML we write, and their documentation is the list of them.
const [, markers] = readFileSync('src/template/reference.md', 'utf8').split('\n## Markers\n');
const documented = new Set([...markers.matchAll(/<!-- (\/?[a-z]+)/g)].map(([, name]) => name));

for (const file of process.argv.slice(2)) {
  const html = file.replace(/\.md$/, '.html');
  const shown = cmark(file, 'html');
  const reasons = rawHtml(cmark(file, 'xml'));
  // cmark-gfm empties an address that could run a script.
  if (/(href|src)=""/.test(shown)) reasons.push('dangerous address');
  if (existsSync(html)) {
    reasons.push(...differences(parse(shown), parse(readFileSync(html, 'utf8'))));
  } else {
    reasons.push('there is no page of the same name');
  }
  verdict(file, reasons);
}

/** The raw HTML that the reference parser sees and that is none of our markers. */
function rawHtml(xml) {
  return [...xml.matchAll(/<html_(?:block|inline)[^>]*>([^<]*)</g)]
    .map(([, text]) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&').trim())
    .filter((text) => !documented.has(/^<!-- (\/?[a-z]+)( [a-z0-9.:-]+)* -->$/.exec(text)?.[1]))
    .map((text) => `raw HTML: ${text}`);
}

/** The first place where the texts part. One is enough: what follows it is noise. */
function differences(rendered, page) {
  const markdown = blocks(rendered);
  const shown = blocks(find(page, (node) => node.nodeName === 'main'));
  // For whom a packet is stands below its title, and on the page, shorter for some, in its head.
  const badge = blocks(find(page, (node) => has(node, 'badge'))).join(' ');
  if (badge && markdown[1]?.startsWith(badge)) markdown.splice(1, 1);

  for (let at = 0; at < Math.max(markdown.length, shown.length); at += 1) {
    if (markdown[at] === shown[at]) continue;
    return [`text differs: Markdown has "${markdown[at] ?? 'no more'}", the page has "${shown[at] ?? 'no more'}"`];
  }
  return [];
}

function find(node, wanted) {
  if (wanted(node)) return node;
  for (const child of node.childNodes ?? []) {
    const found = find(child, wanted);
    if (found) return found;
  }
  return null;
}

/** The text of headings, paragraphs, items, cells and labels, in order; headings with their level. */
function blocks(root) {
  if (!root) return [];
  const found = [];
  let text = '';
  const flush = (level = '') => {
    const words = plain(text);
    if (words) found.push(level + words);
    text = '';
  };
  const walk = (node) => {
    const name = node.nodeName;
    const level = /^h[1-6]$/.test(name) ? `${'#'.repeat(name[1])} ` : '';
    const inline = /^(#text|#comment|a|b|bdi|br|code|del|em|i|input|s|span|strong|wbr)$/.test(name) && !has(node, 'blank');
    if (name === '#text') text += node.value;
    if (name === 'br') text += ' ';
    if (/^(script|style|head)$/.test(name)) return;
    // A label under a blank is in brackets behind it in Markdown.
    if (has(node, 'blank')) {
      const before = text;
      text = '';
      node.childNodes.forEach(walk);
      text = `${before} (${text})`;
      return;
    }
    if (!inline) flush();
    (node.childNodes ?? []).forEach(walk);
    if (!inline) flush(level);
  };
  walk(root);
  flush();
  return found;
}

function has(node, name) {
  return (node.attrs ?? []).some((attribute) => attribute.name === 'class' && attribute.value.split(' ').includes(name));
}

/** Text without what stands for a form: the page has real boxes and lines in the place of `☐` and
    `____`, and a question's number without its full stop. */
function plain(text) {
  return text.normalize('NFC').replace(/☐|_{2,}/g, ' ').replace(/\s+/g, ' ').trim().replace(/^(\d+)\. (?=\S)/, '$1 ');
}
