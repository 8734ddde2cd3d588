// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
// Packs files once and as small as can be, instead of less small at every request:
// node pack.mjs FROM TO writes name.br and name.gz for each style, script and drawing below FROM.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {brotliCompressSync, gzipSync} from 'node:zlib';

const [from, to] = process.argv.slice(2);
for (const name of readdirSync(from, {recursive: true}).filter(name => /\.(css|js|svg)$/.test(name))) {
  const plain = readFileSync(join(from, name));
  mkdirSync(dirname(join(to, name)), {recursive: true});
  writeFileSync(join(to, name + '.br'), brotliCompressSync(plain));
  writeFileSync(join(to, name + '.gz'), gzipSync(plain, {level: 9}));
}
