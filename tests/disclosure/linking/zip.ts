import { inflateRawSync } from 'node:zlib';

/** The texts of all files in a ZIP archive, read by its central directory (APPNOTE.TXT, 4.3.12). */
export function unzipped(archive: Buffer): string {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const texts: string[] = [archive.subarray(end).toString('latin1')];
  let at = archive.readUInt32LE(end + 16);
  for (let file = 0; file < archive.readUInt16LE(end + 10); file++) {
    const [packed, name, extra, comment] = [
      archive.readUInt32LE(at + 20),
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
      archive.readUInt16LE(at + 32),
    ];
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(begin, begin + packed);
    const isDeflated = archive.readUInt16LE(at + 10) === 8;
    texts.push((isDeflated ? inflateRawSync(bytes) : bytes).toString('utf8'));
    texts.push(archive.subarray(at + 46, at + 46 + name + extra + comment).toString('utf8'));
    at += 46 + name + extra + comment;
  }
  return texts.join('\n');
}
