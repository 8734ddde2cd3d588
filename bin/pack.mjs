// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
// Packs files once and as small as can be, instead of less small at every request:
// node pack.mjs FROM TO writes name.br and name.gz for each style, script and drawing below FROM.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';

// The best there is for a page is worse than less for a file of a few bytes.
const brotli = plain => [constants.BROTLI_MAX_QUALITY, 3]
  .map(quality => brotliCompressSync(plain, {params: {[constants.BROTLI_PARAM_QUALITY]: quality}}))
  .reduce((best, next) => next.length < best.length ? next : best);

const [from, to] = process.argv.slice(2);
for (const name of readdirSync(from, {recursive: true}).filter(name => /\.(css|js|svg)$/.test(name))) {
  const plain = readFileSync(join(from, name));
  mkdirSync(dirname(join(to, name)), {recursive: true});
  writeFileSync(join(to, name + '.br'), brotli(plain));
  writeFileSync(join(to, name + '.gz'), gzipSync(plain, {level: 9}));
}
