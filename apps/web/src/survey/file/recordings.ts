import { type KeptRecording, keepRecording, listRecordings } from '../voice/recordings.ts';

/** A recording as text, for a file. */
export type PackedRecording = Omit<KeptRecording, 'sound'> & { sound: string; type: string };

/** The recordings of a response that the server does not have yet. */
export async function packed(responseId: string): Promise<PackedRecording[]> {
  const kept = await listRecordings();
  const own = kept.filter((one) => one.responseId === responseId && one.state !== 'received');
  return Promise.all(
    own.map(async ({ sound, ...rest }) => ({
      ...rest,
      sound: textOf(await sound.arrayBuffer()),
      type: sound.type,
    })),
  );
}

/** Keeps recordings from a file on this phone; they are sent as if they had been made here. */
export async function unpack(recordings: readonly PackedRecording[]): Promise<void> {
  const known = new Set((await listRecordings()).map(({ recordingId }) => recordingId));
  for (const { sound, type, ...rest } of recordings) {
    if (!known.has(rest.recordingId))
      await keepRecording({ ...rest, sound: new Blob([bytesOf(sound)], { type }) });
  }
}

function textOf(bytes: ArrayBuffer): string {
  let letters = '';
  for (const byte of new Uint8Array(bytes)) letters += String.fromCharCode(byte);
  return btoa(letters);
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
