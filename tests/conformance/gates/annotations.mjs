#!/usr/bin/env node
// Annotations: GitHub's own library writes the same commands for the same words, so that its runner
// reads ours as it reads its own; and every line is one.
import { readFileSync } from 'node:fs';
import { require, verdict } from './tools.mjs';

const { issueCommand } = require('@actions/core/lib/command');

// What the library prints for a command.
function written(name, properties, message) {
  let line = '';
  const write = process.stdout.write;
  process.stdout.write = (text) => ((line += text), true);
  issueCommand(name, properties, message);
  process.stdout.write = write;
  return line.trimEnd();
}

const decode = (text) =>
  text.replace(/%(0D|0A|3A|2C|25)/g, (_, code) => String.fromCharCode(parseInt(code, 16)));

function fault(line) {
  const parts = /^::(error|warning|notice) (.*?)::(.*)$/s.exec(line);
  if (!parts) return 'no annotation';
  const [, name, list, message] = parts;
  const properties = {};
  for (const property of list.split(',')) {
    const [key, ...value] = property.split('=');
    if (!['file', 'title', 'line', 'endLine', 'col', 'endColumn'].includes(key)) return `no such property: ${key}`;
    properties[key] = decode(value.join('='));
  }
  if (!properties.file || !properties.title) return 'no file or title';
  return written(name, properties, decode(message)) === line ? null : 'GitHub writes this another way';
}

for (const file of process.argv.slice(2)) {
  const lines = readFileSync(file, 'utf8').split(/\r\n|\n|\r/);
  const reasons = lines.slice(0, -1).flatMap((line) => (fault(line) ? [`${fault(line)}: ${line}`] : []));
  if (lines.at(-1) !== '') reasons.push('the last line does not end');
  verdict(file, reasons);
}
