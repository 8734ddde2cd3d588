// Packs files once and as small as can be, instead of less small at every request:
// node pack.mjs FROM TO writes name.br for each style, script and drawing below FROM.
// No name.gz: Spring sends what the browser names first, and all of them name gzip before br. For who knows no br the
// server packs as it sends.
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {brotliCompressSync} from 'node:zlib';

const [from, to] = process.argv.slice(2);
for (const name of readdirSync(from, {recursive: true}).filter(name => /\.(css|js|svg)$/.test(name))) {
  mkdirSync(dirname(join(to, name)), {recursive: true});
  writeFileSync(join(to, name + '.br'), brotliCompressSync(readFileSync(join(from, name))));
}
