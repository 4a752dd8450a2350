#!/usr/bin/env node
// Forms in PDFs: found, named and explained by pdf.js in a real browser, reached by the Tab key in
// the order they are read, the same as in the web page of the packet; and what is filled in comes
// back, written by pdf.js and read by pypdf, and the other way round. README.md says more.
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { judgePages, require } from './tools.mjs';

const work = 'target/conformance/forms';
const site = 'https://forms.example/';
const scripts = { 'pdf.mjs': 'pdfjs-dist/legacy/build/pdf.mjs', 'pdf.worker.mjs': 'pdfjs-dist/legacy/build/pdf.worker.mjs' };
mkdirSync(work, { recursive: true });

await judgePages(process.argv.slice(2), async (page, file) => {
  const copy = `${work}/${file.replaceAll('/', '-')}`;
  const files = { 'form.pdf': file, 'filled.pdf': `${copy}.pdf.js.pdf`, 'other.pdf': `${copy}.pypdf.pdf` };
  await serve(page, files);
  let fields;
  try {
    fields = await page.evaluate(open, 'form.pdf');
  } catch (error) {
    return [`unreadable: ${error.message}`];
  }
  const reasons = fields.flatMap(faults);
  reasons.push(...differences(fields, file), ...await page.evaluate(readingOrder), ...await tabOrder(page, fields));
  if (!fields.length || reasons.length) return reasons;

  // pdf.js fills in, both read.
  const { values, saved } = await page.evaluate(fill);
  writeFileSync(files['filled.pdf'], Buffer.from(saved, 'base64'));
  reasons.push(...lost('pdf.js', values, await page.evaluate(read, 'filled.pdf')));
  reasons.push(...lost('pypdf', values, await pypdf('read', files['filled.pdf'])));
  // pypdf fills in, pdf.js reads.
  writeFileSync(`${copy}.json`, JSON.stringify(values));
  await pypdf('fill', file, `${copy}.json`, files['other.pdf']);
  reasons.push(...lost('pdf.js after pypdf', values, await page.evaluate(read, 'other.pdf')));
  return reasons;
});

/** Answers what the page asks for; nothing leaves this machine. */
async function serve(page, files) {
  const html = '<!doctype html><title>Forms</title><body></body>';
  await page.route('**/*', (route) => {
    const name = route.request().url().slice(site.length);
    const path = files[name] ?? (scripts[name] && require.resolve(scripts[name]));
    if (!name) return route.fulfill({ contentType: 'text/html', body: html });
    return path ? route.fulfill({ contentType: name.endsWith('.pdf') ? 'application/pdf' : 'text/javascript', body: readFileSync(path) }) : route.abort();
  });
  await page.goto(site);
}

/** Shows the fields of every page as a browser does, and lists them. Runs in the page. */
async function open(name) {
  const pdfjs = await import('/pdf.mjs');
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
  const pdf = await pdfjs.getDocument({ url: `/${name}`, verbosity: 0 }).promise;
  const shown = { pdf, pages: [] };
  const ignore = new Proxy({}, { get: () => () => '' });
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const annotations = (await page.getAnnotations()).filter((one) => one.subtype === 'Widget');
    const [viewport, div] = [page.getViewport({ scale: 1, dontFlip: true }), document.createElement('div')];
    document.body.append(div);
    const layer = new pdfjs.AnnotationLayer({ div, page, viewport, linkService: ignore, annotationStorage: pdf.annotationStorage });
    await layer.render({ div, page, viewport, annotations, linkService: ignore, annotationStorage: pdf.annotationStorage, renderForms: true });
    shown.pages.push({ page, annotations });
  }
  window.shown = shown;
  return shown.pages.flatMap(({ annotations }) => annotations).map((one) => ({
    id: one.id, name: one.fieldName, type: one.fieldType, tooltip: one.alternativeText, value: one.buttonValue ?? null,
    kind: one.radioButton ? 'radio' : one.checkBox ? 'check' : one.fieldType === 'Tx' ? 'text' : 'unknown',
    locked: one.readOnly || !document.querySelector(`[data-element-id="${one.id}"]`),
  }));
}

/** What a field lacks. */
function faults({ name, tooltip, kind, locked }) {
  const found = [];
  if (!name) found.push(`no name: ${tooltip}`);
  if (!tooltip?.trim()) found.push(`no tooltip: ${name}`);
  if (kind === 'unknown') found.push(`no kind: ${name}`);
  if (locked) found.push(`cannot be filled in: ${name}`);
  return found;
}

/** The fields that only one of the PDF and the web page of a packet has, with the values of a choice. */
function differences(fields, file) {
  const html = file.replace(/\.pdf$/, '.html');
  if (!existsSync(html)) return [];
  const { parse } = require('parse5');
  const inHtml = new Set();
  const walk = (node) => {
    const attribute = (name) => node.attrs?.find((one) => one.name === name)?.value;
    if (['input', 'textarea'].includes(node.nodeName)) inHtml.add([attribute('name'), attribute('type') === 'radio' ? attribute('value') : ''].join(' '));
    node.childNodes?.forEach(walk);
  };
  walk(parse(readFileSync(html, 'utf8')));
  const inPdf = new Set(fields.map(({ name, kind, value }) => [name, kind === 'radio' ? value : ''].join(' ')));
  // Notes that go on over a page are a second field there.
  const isPart = (field) => /-\d+ $/.test(field) && inPdf.has(field.replace(/-\d+ $/, ' '));
  // On paper, the notes below the directions are only there where a page would stay blank.
  const isFiller = (field) => /^[^.]+\.notes $/.test(field);
  return [
    ...[...inHtml].filter((field) => !inPdf.has(field) && !isFiller(field)).map((field) => `only in the web page: ${field}`),
    ...[...inPdf].filter((field) => !inHtml.has(field) && !isPart(field)).map((field) => `not in the web page: ${field}`),
  ];
}

/** Whether the structure of each page, by which a screen reader reads it, has all fields, in the
    order of the page's annotations, by which viewers without structure go. Runs in the page. */
async function readingOrder() {
  const found = [];
  for (const [index, { page, annotations }] of window.shown.pages.entries()) {
    const read = [];
    const walk = (node) => {
      if (node.type === 'annotation') read.push(node.id);
      node.children?.forEach(walk);
    };
    walk(await page.getStructTree() ?? {});
    const fields = read.map((id) => annotations.find((one) => id === `pdfjs_internal_id_${one.id}`)?.fieldName).filter((name) => name !== undefined);
    const at = annotations.findIndex((one, place) => one.fieldName !== fields[place]);
    if (at >= 0 || fields.length > annotations.length) found.push(`reading order: on page ${index + 1}, ${fields[at]} is read where ${annotations[at]?.fieldName} stands`);
  }
  return found;
}

/** Whether the Tab key reaches every field in the order of the page: of a choice, one value. A page that is
    read to the left is passed over: pdf.js lines fields up from left to right whatever the document says. */
async function tabOrder(page, fields) {
  const isReadToTheLeft = await page.evaluate(async () => (await window.shown.pdf.getViewerPreferences())?.Direction === 'R2L');
  if (isReadToTheLeft) return [];
  const names = fields.filter(({ name, kind }, at) => kind !== 'radio' || fields.findIndex((other) => other.name === name) === at).map(({ name }) => name);
  await page.evaluate(() => {
    window.reached = [];
    document.addEventListener('focusin', ({ target }) => window.reached.push(target.dataset.elementId));
  });
  for (const _ of names) await page.keyboard.press('Tab');
  const ids = await page.evaluate(() => window.reached);
  const reached = ids.map((id) => fields.find((one) => one.id === id)?.name);
  const at = names.findIndex((name, place) => reached[place] !== name);
  return at < 0 ? [] : [`tab order: ${reached[at]} where ${names[at]} comes next`];
}

/** Fills in every field like a person, and saves; gives the values by name. Runs in the page. */
async function fill() {
  const values = {};
  const [first, count] = [new Map(), {}];
  for (const [at, one] of window.shown.pages.flatMap(({ annotations }) => annotations).entries()) {
    const input = document.querySelector(`[data-element-id="${one.id}"]`);
    if (one.radioButton) {
      // Another value in each row: the first, the second …
      if (!first.has(one.fieldName)) first.set(one.fieldName, first.size);
      count[one.fieldName] = (count[one.fieldName] ?? -1) + 1;
      const size = window.shown.pages.flatMap(({ annotations }) => annotations).filter((other) => other.fieldName === one.fieldName).length;
      if (first.get(one.fieldName) % size !== count[one.fieldName]) continue;
      values[one.fieldName] = one.buttonValue;
      input.click();
    } else if (one.checkBox) {
      values[one.fieldName] = one.exportValue;
      input.click();
    } else {
      values[one.fieldName] ??= one.multiLine ? `Łódź, Ωμέγα (${at})\nand the “second” line` : `Zoë Łukasz ${at}`;
      input.value = values[one.fieldName];
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
  }
  const bytes = await window.shown.pdf.saveDocument();
  let saved = '';
  for (let at = 0; at < bytes.length; at += 0x8000) saved += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return { values, saved: btoa(saved) };
}

/** The values in a file, by the names of their fields. Runs in the page. */
async function read(name) {
  const pdfjs = await import('/pdf.mjs');
  const pdf = await pdfjs.getDocument({ url: `/${name}`, verbosity: 0 }).promise;
  const values = {};
  for (let number = 1; number <= pdf.numPages; number += 1) {
    for (const one of await (await pdf.getPage(number)).getAnnotations()) {
      if (one.subtype === 'Widget' && one.fieldValue && one.fieldValue !== 'Off') values[one.fieldName] = one.fieldValue;
    }
  }
  return values;
}

/** Calls pypdf, which shares no code with pdf.js. */
async function pypdf(...words) {
  const { stdout } = await promisify(execFile)('target/conformance/venv/bin/python', ['tests/conformance/forms.py', ...words], { maxBuffer: 1 << 28 });
  return stdout ? JSON.parse(stdout) : {};
}

/** The values that did not come back as they were. */
function lost(reader, wanted, values) {
  return Object.entries(wanted)
    .filter(([name, value]) => values[name]?.replace(/\r\n?/g, '\n') !== value)
    .map(([name, value]) => `lost, as ${reader} reads it: ${name} is ${JSON.stringify(values[name])}, not ${JSON.stringify(value)}`);
}
