import { poolEndpoints } from '@kannwas/schema/pool/endpoints';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { call } from '../../app/call.ts';
import type { PoolSearch } from '../../app/paths.ts';
import { useSite } from '../../app/session.ts';
import { Field } from '../../ui/desk/form/Field.tsx';
import { Problem } from '../../ui/desk/form/Problem.tsx';
import { savedQuery } from '../queries.ts';
import { questionOf, textOf } from '../question/question.ts';
import { usePoolWords } from '../question/words.ts';
import styles from './searches.module.css';

/** Keeps the question under a name; it then says with each new state whether its number changed. */
export function SaveSearch({ question }: { question: PoolSearch }) {
  const { t } = useTranslation('pool');
  const { data: saved = [] } = useQuery(savedQuery(useSite().id));
  const [isNaming, setNaming] = useState(false);
  const text = textOf(question);
  const kept = saved.find((one) => textOf(questionOf(one.question)) === text);
  if (kept) return <p role="status">{t(($) => $.save.kept, { name: kept.name })}</p>;
  if (isNaming) return <NameIt question={question} onDone={() => setNaming(false)} />;
  return (
    <button type="button" onClick={() => setNaming(true)}>
      {t(($) => $.save.begin)}
    </button>
  );
}

/** As long as a name may be. */
const longest = 80;

function NameIt({ question, onDone }: { question: PoolSearch; onDone: () => void }) {
  const { t } = useTranslation('pool');
  const { t: desk } = useTranslation('desk');
  const client = useQueryClient();
  const { id: siteId } = useSite();
  const { questionWords } = usePoolWords();
  const input = useRef<HTMLInputElement>(null);
  const [id] = useState(() => v7());
  const [name, setName] = useState(() => questionWords(question).slice(0, longest));
  const [isMissing, setMissing] = useState(false);
  const save = useMutation({
    mutationFn: () =>
      call(poolEndpoints.save, {
        params: { siteId },
        body: { id, name: name.trim(), question: textOf(question) },
      }),
    onSuccess: async () => {
      await client.invalidateQueries(savedQuery(siteId));
      onDone();
    },
  });
  useEffect(() => input.current?.select(), []);
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setMissing(name.trim() === '');
    if (name.trim() !== '' && !save.isPending) save.mutate();
  };
  return (
    <form className={styles.save} noValidate onSubmit={submit}>
      <Field label={t(($) => $.save.name)} error={isMissing ? desk(($) => $.field.required) : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            ref={input}
            maxLength={longest}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <button type="submit" className="primary" aria-disabled={save.isPending}>
        {save.isPending ? desk(($) => $.action.saving) : t(($) => $.save.keep)}
      </button>
      <button type="button" onClick={onDone}>
        {desk(($) => $.action.cancel)}
      </button>
      {save.error && <Problem error={save.error} />}
    </form>
  );
}
