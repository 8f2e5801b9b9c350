/** Some bytes as letters; what lies behind the end is missing. */
export function letters(bytes: DataView, at: number, count: number): string {
  let text = '';
  for (let place = at; place < Math.min(at + count, bytes.byteLength); place++) {
    text += String.fromCharCode(bytes.getUint8(place));
  }
  return text;
}
