import { useEffect, useState } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import { useSession } from '../session.ts';
import { dropDraft, keepDraft, readDraft } from './drafts.ts';

/**
 * A form whose typed text survives errors, a reload, and the end of the session. `drop` forgets it once it is kept
 * on the server.
 */
export function useDraftForm<T extends FieldValues>(
  name: string,
  empty: T,
): UseFormReturn<T> & { drop: () => void; found: boolean } {
  const { email } = useSession().me;
  // Read once: what is being typed right now is no find.
  const [draft] = useState(() => readDraft(email, name));
  const found = typeof draft === 'object' && draft !== null;
  const form = useForm<T>({ defaultValues: { ...empty, ...(found && draft) } as DefaultValues<T> });
  const { subscribe } = form;
  const emptyText = JSON.stringify(empty);
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          JSON.stringify(values) === emptyText ? dropDraft(email, name) : keepDraft(email, name, values),
      }),
    [subscribe, email, name, emptyText],
  );
  return { ...form, found, drop: () => dropDraft(email, name) };
}
