import { mostSeconds } from '@kannwas/schema/survey/recordings';
import { useEffect, useRef, useState } from 'react';

export type Recorder = {
  state: 'ready' | 'recording' | 'denied' | 'failed';
  seconds: number;
  start: () => Promise<void>;
  stop: () => void;
};

/** Opus, which every browser plays that can record it. */
const types = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus'];
const typeHere = () =>
  'MediaRecorder' in globalThis ? types.find((type) => MediaRecorder.isTypeSupported(type)) : undefined;

/** Tells whether this phone can record at all. */
export const canRecord = () => typeHere() !== undefined && navigator.mediaDevices !== undefined;

/** Records up to a minute and hands it over; leaving the page lets go of the microphone. */
export function useRecorder(onDone: (sound: Blob, seconds: number) => Promise<void>): Recorder {
  const [state, show] = useState<Recorder['state']>('ready');
  const [seconds, count] = useState(0);
  const recorder = useRef<MediaRecorder>(undefined);
  const stop = () => recorder.current?.state === 'recording' && recorder.current.stop();
  useEffect(() => () => void (recorder.current?.state === 'recording' && recorder.current.stop()), []);

  const start = async () => {
    let stream: MediaStream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      return show('denied');
    }
    const letGo = () => {
      for (const track of stream.getTracks()) track.stop();
    };
    try {
      const type = typeHere();
      const made = new MediaRecorder(stream, { ...(type && { mimeType: type }), audioBitsPerSecond: 32_000 });
      recorder.current = made;
      const pieces: Blob[] = [];
      const began = Date.now();
      const passed = () => Math.min(mostSeconds, Math.max(1, Math.round((Date.now() - began) / 1000)));
      const clock = setInterval(() => {
        count(passed());
        if (Date.now() - began >= mostSeconds * 1000 && made.state === 'recording') made.stop();
      }, 250);
      made.ondataavailable = ({ data }) => pieces.push(data);
      made.onstop = () => {
        clearInterval(clock);
        letGo();
        const sound = new Blob(pieces, { type: made.mimeType });
        onDone(sound, passed()).then(
          () => show('ready'),
          () => show('failed'),
        );
      };
      count(0);
      made.start();
      show('recording');
    } catch {
      letGo();
      show('failed');
    }
  };
  return { state, seconds, start, stop };
}
