import { Suspense, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBranchNames, useBranchSearch } from './names.ts';
import { OccupationTree } from './OccupationTree.tsx';
import styles from './occupation.module.css';
import { branchesAbove } from './tree.ts';

type Props = {
  className: string | undefined;
  chosen: string | undefined;
  /** Why no occupation can be chosen now. */
  blocked: string | undefined;
  onChoose: (code: string | undefined) => void;
};

/** The occupation of the question: a word of the sentence that opens a search and the tree of all groups. */
export function OccupationPart({ className, chosen, blocked, onChoose }: Props) {
  const { t } = useTranslation('pool');
  const { t: desk } = useTranslation('desk');
  const nameOf = useBranchNames();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const choose = (code: string | undefined) => {
    dialog.current?.close();
    onChoose(code);
  };
  return (
    <>
      <button
        type="button"
        className={className}
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        <span className="unseen">{t(($) => $.question.occupation)}: </span>
        {chosen === undefined ? desk(($) => $.everyOccupation) : nameOf(chosen)}{' '}
        <span aria-hidden="true">▾</span>
      </button>
      <dialog ref={dialog} className={styles.dialog} aria-labelledby={id} onClose={() => setOpen(false)}>
        <h2 id={id}>{t(($) => $.occupation.heading)}</h2>
        {blocked && <p>{blocked}</p>}
        {isOpen && !blocked && (
          <Suspense fallback={<p role="status">{desk(($) => $.state.loading)}</p>}>
            <Finder chosen={chosen} onChoose={choose} />
          </Suspense>
        )}
        <p className={styles.foot}>
          {chosen !== undefined && (
            <button type="button" onClick={() => choose(undefined)}>
              {t(($) => $.occupation.every)}
            </button>
          )}
          <button type="button" onClick={() => dialog.current?.close()}>
            {desk(($) => $.action.close)}
          </button>
        </p>
      </dialog>
    </>
  );
}

function Finder({ chosen, onChoose }: { chosen: string | undefined; onChoose: (code: string) => void }) {
  const { t } = useTranslation('pool');
  const id = useId();
  const [typed, setTyped] = useState('');
  const nameOf = useBranchNames();
  const search = useBranchSearch();
  const isSearching = typed.trim().length > 1;
  const found = isSearching ? search(typed) : [];
  return (
    <>
      <div className={styles.search}>
        <label htmlFor={id}>{t(($) => $.occupation.search)}</label>
        <input
          id={id}
          type="search"
          maxLength={60}
          autoComplete="off"
          // biome-ignore lint/a11y/noAutofocus: a dialog begins at its first field.
          autoFocus
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (first !== undefined) onChoose(first);
          }}
        />
      </div>
      {isSearching ? (
        <>
          <p role="status" className={styles.hits}>
            {found.length === 0
              ? t(($) => $.occupation.none, { search: typed })
              : t(($) => $.occupation.hits, { count: found.length })}
          </p>
          <ul className={styles.found}>
            {found.map((code) => (
              <li key={code}>
                <button type="button" onClick={() => onChoose(code)}>
                  {nameOf(code)} <small>{branchesAbove(code).slice(0, 2).map(nameOf).join(' › ')}</small>
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <p className={styles.hits}>{t(($) => $.occupation.hint)}</p>
          <OccupationTree label={t(($) => $.occupation.tree)} chosen={chosen} onChoose={onChoose} />
        </>
      )}
    </>
  );
}
