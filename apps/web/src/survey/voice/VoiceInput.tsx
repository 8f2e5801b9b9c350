import { type Question, said } from '@kannwas/schema/survey/questions';
import { recordingsEndpoints } from '@kannwas/schema/survey/recordings';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { addressOf } from '../../app/call.ts';
import { Picture } from '../../ui/Picture.tsx';
import { Also, Both } from '../beside/Also.tsx';
import { useLanguage } from '../frame/use-language.ts';
import { ErrorText } from '../parts/ErrorText.tsx';
import styles from '../parts/inputs.module.css';
import { phone, usePhone } from '../phone/phone.ts';
import { answer } from '../phone/response.ts';
import { findRecording, forgetRecording, keepRecording } from './recordings.ts';
import { sendRecordings } from './send-recordings.ts';
import { canRecord, useRecorder } from './use-recorder.ts';
import voice from './voice.module.css';

/** Says it instead of writing it. What was said is safe on this phone at once; nothing is left to be saved. */
export function VoiceInput({ question }: { question: Question & 'strengthVoice' }) {
  const { t } = useTranslation('survey');
  const language = useLanguage();
  const { folded, ready } = usePhone();
  const kept = said(folded.answers, question);
  const [able, find] = useState(false);
  useEffect(() => find(canRecord()), []);
  useEffect(() => void (ready && sendRecordings()), [ready]);
  const recorder = useRecorder(async (sound, seconds) => {
    const recordingId = v7();
    // The answer names the recording, so the recording is kept first; the response begins with the answer.
    await keepRecording({
      recordingId,
      responseId: phone().response?.responseId ?? '',
      sound,
      state: 'waiting',
    });
    await answer({ [question]: { recording: recordingId, seconds } }, language);
    const responseId = phone().response?.responseId ?? '';
    await keepRecording({ recordingId, responseId, sound, state: 'waiting' });
    if (kept) await forgetRecording(kept.recording);
    void sendRecordings();
  });
  const remove = async () => {
    await answer({ [question]: null }, language);
    if (kept) await forgetRecording(kept.recording);
  };
  if (!able) return null;
  const { state } = recorder;
  return (
    <section className={styles.fieldset} aria-labelledby={`${question}-label`}>
      <h2 id={`${question}-label`}>
        {t(($) => $.voice.heading)}
        <Also of="survey.voice.heading" />
      </h2>
      <p className={styles.hint}>
        {t(($) => $.voice.hint)}
        <Also of="survey.voice.hint" />
      </p>
      {(state === 'denied' || state === 'failed') && (
        <ErrorText id={`${question}-trouble`}>
          <Both of={`survey.voice.${state}`}>{t(($) => $.voice[state])}</Both>
        </ErrorText>
      )}
      <p role="status" className={styles.hint}>
        {state === 'recording'
          ? t(($) => $.voice.running, { seconds: recorder.seconds })
          : kept && t(($) => $.voice.kept)}
      </p>
      {kept && state !== 'recording' && <Listen recordingId={kept.recording} />}
      <div className={voice.tools}>
        {state === 'recording' ? (
          <Tool of="stop" onPress={recorder.stop}>
            {t(($) => $.voice.stop)}
          </Tool>
        ) : (
          <Tool of={kept ? 'again' : 'record'} onPress={() => void recorder.start()}>
            {kept ? t(($) => $.voice.again) : t(($) => $.voice.record)}
          </Tool>
        )}
        {kept && state !== 'recording' && (
          <Tool of="remove" onPress={() => void remove()}>
            {t(($) => $.voice.remove)}
          </Tool>
        )}
      </div>
    </section>
  );
}

const pictures = { stop: 'stop', again: 'record', record: 'record', remove: 'remove' } as const;
type ToolProps = { of: keyof typeof pictures; onPress: () => unknown; children: ReactNode };

function Tool({ of, onPress, children }: ToolProps) {
  return (
    <button type="button" className={`${styles.more} ${voice.tool}`} onClick={onPress}>
      <Picture of={`controls/${pictures[of]}`} className={styles.icon} />
      <Both of={`survey.voice.${of}`}>{children}</Both>
    </button>
  );
}

/** Plays what was said: from this phone, else from the server, to which another phone sent it. */
function Listen({ recordingId }: { recordingId: string }) {
  const { t } = useTranslation('survey');
  const [address, show] = useState<string>();
  useEffect(() => {
    let made: string | undefined;
    soundOf(recordingId).then(
      (sound) => {
        made = URL.createObjectURL(sound);
        show(made);
      },
      () => undefined,
    );
    return () => {
      if (made) URL.revokeObjectURL(made);
    };
  }, [recordingId]);
  if (!address) return null;
  return (
    // biome-ignore lint/a11y/useMediaCaption: the person hears their own voice.
    <audio controls src={address} aria-label={t(($) => $.voice.listen)} className={voice.player} />
  );
}

async function soundOf(recordingId: string): Promise<Blob> {
  const here = await findRecording(recordingId);
  if (here) return here.sound;
  const { response } = phone();
  if (!response?.siteId) throw new Error('not on this phone');
  const params = { siteId: response.siteId, responseId: response.responseId, recordingId };
  const headers = { authorization: `Bearer ${response.code}` };
  const sent = await fetch(addressOf(recordingsEndpoints.own, { params }), { headers });
  if (!sent.ok) throw new Error(`${sent.status}`);
  return sent.blob();
}
